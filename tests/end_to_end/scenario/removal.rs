//! The removal of connections: one, and several.

use anyhow::{Context, Result, ensure};
use flow_service_sim::{Method, Reply, StoredConnection};

use super::access::LIST;
use crate::local_service::CONNECTIONS;
use crate::page::Page;
use crate::until::{until, until_true};
use crate::world::World;

/// One that is enabled: its name has to be typed.
pub async fn one_with_its_name(world: &World) -> Result<()> {
    let id = world.service.create("To be deleted", "x").await?;
    world.service.create("To be kept", "x").await?;
    let page = world.open_connection(&id).await?;
    page.press("Delete…").await?;
    page.focus_is_on("To delete, type: To be deleted").await?;
    page.press("Cancel").await?;
    page.focus_is_on("Delete…").await?;
    page.press("Delete…").await?;
    page.press("Delete connection").await?;
    page.says("Nothing was deleted: this is not the text. Type: To be deleted").await?;
    page.focus_is_on("To delete, type: To be deleted").await?;
    page.fill("To delete, type: To be deleted", "To be kept").await?;
    page.press("Delete connection").await?;
    page.says("Nothing was deleted").await?;
    ensure!(world.service.asked(&Method::DELETE, "").is_empty(), "it was deleted");
    page.fill("To delete, type: To be deleted", "To be deleted").await?;
    page.press("Delete connection").await?;
    page.says("1 deleted.").await?;
    ensure!(world.service.connection(&id).is_err(), "it is still there");
    let deletions = world.service.asked(&Method::DELETE, "");
    ensure!(deletions.len() == 1, "{} deletions arrived", deletions.len());
    ensure!(deletions.iter().all(|deletion| deletion.path.ends_with(&id)), "another was deleted");
    page.press("Close").await?;
    page.find("heading", "Connections").await?;
    page.rows_when(LIST, "the other one alone", |rows| {
        rows.len() == 2 && rows.concat().iter().any(|cell| cell == "To be kept")
    })
    .await?;
    Ok(())
}

/// One that dataflows use: the refusal says so, and what to do; the connection stays.
pub async fn refused_in_use(world: &World) -> Result<()> {
    let id = world.service.create("In use by a dataflow", "x").await?;
    let page = world.open_connection(&id).await?;
    page.press("Delete…").await?;
    page.fill("To delete, type: In use by a dataflow", "In use by a dataflow").await?;
    page.press("Delete connection").await?;
    page.says("Not deleted: a dataflow uses it.").await?;
    page.says("1418-400").await?;
    page.says("Delete those dataflows first in Platform under Sources, Dataflows").await?;
    ensure!(world.service.connection(&id).is_ok(), "it is deleted");
    page.press("Close").await?;
    page.focus_is_on("Delete…").await?;
    page.find("tab", "Overview").await?;

    // One that vanished counts as gone.
    world.service.create("Another", "x").await?;
    let gone = world.service.create("Soon gone", "x").await?;
    page.follow_in("Breadcrumb", "Connections").await?;
    page.press("Refresh").await?;
    page.follow("Soon gone").await?;
    page.find("heading", "Soon gone").await?;
    world.service.delete(&gone).await?;
    page.press("Delete…").await?;
    page.fill("To delete, type: Soon gone", "Soon gone").await?;
    page.press("Delete connection").await?;
    page.says("1 already gone.").await?;
    page.says("Gone: it did not exist any more").await?;
    Ok(())
}

/// Each has its own result; the report that is copied has all of them.
pub async fn several_with_mixed_results(world: &World) -> Result<()> {
    let page = world.open_connections().await?;
    let in_use = world.service.of_this_source().into_iter().find(is_in_use);
    let mut chosen = chosen(world, 5);
    chosen.push(in_use.context("none is in use")?);
    select_all(page, &chosen).await?;
    // The first one vanishes meanwhile.
    let vanished = chosen.first().context("nothing is chosen")?;
    world.service.delete(vanished.connection.id.as_str()).await?;
    let count = chosen.len();
    confirm(page, count).await?;
    let summary = format!("{} deleted, 1 already gone, 1 not deleted.", count - 2);
    page.says(&summary).await?;
    page.says("Delete those dataflows first in Platform").await?;
    let rows = page.rows("Results").await?;
    ensure!(rows.len() == count + 1, "{} results are shown", rows.len() - 1);
    let first = rows.get(1).map(|row| row.join(" ")).unwrap_or_default();
    ensure!(first.contains("1418-400"), "what has to be looked at is not first: {first}");
    let report = page.copy("Copy report", |copied| copied.contains(&summary)).await?;
    for held in &chosen {
        let id = held.connection.id.as_str();
        let line =
            report.lines().find(|line| line.starts_with(id)).with_context(|| id.to_owned())?;
        let expected = if is_in_use(held) {
            "Code 1418-400"
        } else if id == vanished.connection.id.as_str() {
            "Gone"
        } else {
            "Deleted"
        };
        ensure!(line.contains(expected) && line.contains(&name(held)), "{expected}: {line}");
    }
    page.press("Close").await?;
    page.focus_is_on("Search").await?;
    page.rows_when(LIST, "the rest", |rows| {
        let gone = |held: &StoredConnection| {
            let id = held.connection.id.as_str();
            is_in_use(held) == rows.iter().any(|row| row.iter().any(|cell| cell.contains(id)))
        };
        rows.len() > 1 && chosen.iter().all(gone)
    })
    .await?;
    Ok(())
}

/// Without an answer it is not known, and not asked for again; the rest goes on.
pub async fn outcome_may_be_unknown(world: &World) -> Result<()> {
    let page = world.open_connections().await?;
    let chosen = chosen(world, 4);
    select_all(page, &chosen).await?;
    world.service.answers(Method::DELETE, CONNECTIONS, 1, 0, Reply::json(503, "{}"));
    world.service.answers(Method::DELETE, CONNECTIONS, 1, 0, Reply::CutBeforeAnswer);
    confirm(page, chosen.len()).await?;
    page.says("2 deleted, 2 unknown.").await?;
    page.says("Of some connections no answer tells whether they are deleted.").await?;
    let deletions = world.service.asked(&Method::DELETE, "").len();
    ensure!(deletions == chosen.len(), "{deletions} deletions arrived");
    page.press("Close").await?;
    page.press("Refresh").await?;
    until_true("the two are there", async || {
        let rows = page.rows(LIST).await?;
        let is_there = |held: &&StoredConnection| {
            let id = held.connection.id.as_str();
            rows.iter().any(|row| row.iter().any(|cell| cell.contains(id)))
        };
        Ok(chosen.iter().filter(is_there).count() == 2)
    })
    .await
}

/// Three requests at a time and no more; *Stop* lets them end and starts none.
pub async fn three_at_a_time(world: &World) -> Result<()> {
    const DELAY: u64 = 2_500;
    let page = world.open_connections().await?;
    let chosen = chosen(world, 9);
    select_all(page, &chosen).await?;
    world.service.answers(Method::DELETE, CONNECTIONS, 9, DELAY, Reply::Real);
    confirm(page, chosen.len()).await?;
    page.says(&format!("{} deleted.", chosen.len())).await?;
    let deletions = world.service.asked(&Method::DELETE, "");
    ensure!(deletions.len() == chosen.len(), "{} deletions arrived", deletions.len());
    let mut most = 0;
    for deletion in &deletions {
        let running = deletions
            .iter()
            .filter(|other| other.at <= deletion.at && deletion.at < other.at + DELAY);
        most = most.max(running.count());
    }
    ensure!(most == 3, "{most} requests ran at a time");

    page.press("Close").await?;
    let chosen = self::chosen(world, 9);
    select_all(page, &chosen).await?;
    let before = world.service.asked(&Method::DELETE, "").len();
    world.service.answers(Method::DELETE, CONNECTIONS, 9, 10_000, Reply::Real);
    confirm(page, chosen.len()).await?;
    until_true(
        "requests run",
        async || Ok(world.service.asked(&Method::DELETE, "").len() > before),
    )
    .await?;
    page.press("Stop").await?;
    page.says("not tried").await?;
    page.find("heading", "Deletion report").await?;
    let tried = world.service.asked(&Method::DELETE, "").len() - before;
    ensure!((1..=3).contains(&tried), "{tried} were tried");
    let summary = format!("{tried} deleted, {} not tried.", chosen.len() - tried);
    page.says(&summary).await?;
    until("the rest is there", async || {
        let there = chosen
            .iter()
            .filter(|held| world.service.connection(held.connection.id.as_str()).is_ok());
        ensure!(there.count() == chosen.len() - tried, "others are deleted");
        Ok(Some(()))
    })
    .await
}

/// The first connections of the list that can be deleted.
fn chosen(world: &World, count: usize) -> Vec<StoredConnection> {
    let mut all = world.service.of_this_source();
    all.retain(|held| held.connection.state.as_deref() == Some("enabled") && !is_in_use(held));
    all.truncate(count);
    all
}

fn is_in_use(held: &StoredConnection) -> bool {
    name(held).starts_with("In use")
}

fn name(held: &StoredConnection) -> String {
    held.connection.name.clone().unwrap_or_default()
}

async fn select_all(page: &Page, chosen: &[StoredConnection]) -> Result<()> {
    for held in chosen {
        page.check(&format!("Select {}", name(held))).await?;
    }
    page.says(&format!("{} selected", chosen.len())).await
}

async fn confirm(page: &Page, count: usize) -> Result<()> {
    page.press("Delete…").await?;
    page.find("heading", &format!("Delete {count} connections?")).await?;
    let phrase = format!("delete {count} connections");
    page.fill(&format!("To delete, type: {phrase}"), &phrase).await?;
    page.press(&format!("Delete {count} connections")).await
}

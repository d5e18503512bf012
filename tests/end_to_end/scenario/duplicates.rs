//! A name that the sandbox has already is mentioned before it is sent, and may be sent.

use anyhow::{Result, ensure};
use flow_service_sim::Reply;

use super::typed::NAME;
use crate::until::until_true;
use crate::world::World;

/// The remark.
const ALREADY: &str = "This sandbox already has";

/// They are counted and linked; the press creates one more all the same.
pub async fn are_mentioned(world: &World) -> Result<()> {
    let older = world.service.create(NAME, "x").await?;
    let newer = world.service.create(NAME, "x").await?;
    world.service.create("Another name", "x").await?;
    let page = world.open_and_fill().await?;
    page.says("This sandbox already has 2 connections of this name:").await?;
    ensure!(page.field_error("Name").await?.is_none(), "it is an error");
    ensure!(page.alert_text().await?.is_none(), "it is an alert");
    let about = page.field("Name").await?.described_by;
    ensure!(about.iter().any(|(_, text)| text.contains(ALREADY)), "Name is not described by it");
    for id in [&older, &newer] {
        page.find("link", &format!("Open {id}")).await?;
    }
    let searches = world.service.searches();
    let once = world.service.searches_for(NAME) == 1;
    ensure!(once && searches.len() <= 3, "it was asked for {searches:?}");
    world.is_accessible("with a name that exists").await?;
    page.follow(&format!("Open {older}")).await?;
    page.find("tab", "Overview").await?;
    page.follow_in("Main", "Create").await?;
    let name = page.value("Name").await?;
    ensure!(name == NAME, "the name is {name:?}");
    page.press("Create connection").await?;
    page.connection_id().await?;
    ensure!(world.service.connections().len() == 4, "it was not created");
    Ok(())
}

/// The name is typed last and never left: a pause is enough. What comes meanwhile leaves the
/// button where it is, and a press that takes its time is one.
pub async fn are_mentioned_without_leaving(world: &World) -> Result<()> {
    let older = world.service.create(NAME, "x").await?;
    let page = world.open_and_fill().await?;
    page.fill("Name", "Another name").await?;
    until_true("nothing is said", async || {
        let asked = world.service.searches_for("Another name");
        Ok(!page.visible_text().await?.contains(ALREADY) && asked == 1)
    })
    .await?;
    let place = page.find("button", "Create connection").await?.rect().await?;
    page.fill("Name", NAME).await?;
    page.find("link", &format!("Open {older}")).await?;
    page.focus_is_on("Name").await?;
    let now = page.find("button", "Create connection").await?.rect().await?;
    let moved = (now.x - place.x).abs() + (now.y - place.y).abs();
    ensure!(moved < 1.0, "the button moved from {place:?} to {now:?}");

    // Whenever the answer comes, the press is one.
    world.service.create("A third name", "x").await?;
    world.service.answers_search("A third name", 300, Reply::Real);
    let before = world.service.creations().len();
    page.fill("Name", "A third name").await?;
    page.press_slowly("Create connection").await?;
    page.connection_id().await?;
    let made = world.service.creations().len() - before;
    ensure!(made == 1, "{made} creations arrived instead of one");
    Ok(())
}

/// A comma would mean *any of*; other characters arrive as they are typed.
pub async fn have_exactly_the_name(world: &World) -> Result<()> {
    for name in ["one", "two", "one,two", "50% & more?#", "Ünïcödé 連接"] {
        world.service.create(name, "x").await?;
    }
    let page = world.open_and_fill().await?;
    for name in ["one,two", "50% & more?#", "Ünïcödé 連接"] {
        page.fill("Name", name).await?;
        page.fill("Username", "x").await?;
        page.fill("Password", "x").await?;
        page.says("This sandbox already has one connection of this name:").await?;
    }
    page.fill("Name", "o").await?;
    page.fill("Username", "x").await?;
    page.fill("Password", "x").await?;
    let text = page.visible_text().await?;
    ensure!(!text.contains(ALREADY), "a part of a name counts");
    Ok(())
}

/// Refused, the page says nothing and asks no more; late, the answer is not waited for.
pub async fn may_stay_unknown(world: &World) -> Result<()> {
    let refusal = Reply::json(401, r#"{"error_code":"401013"}"#);
    world.service.answers_search(NAME, 0, refusal);
    let page = world.open_and_fill().await?;
    until_true("the search", async || Ok(world.service.searches_for(NAME) > 0)).await?;
    page.fill("Username", "engineer@acme.example").await?;
    page.fill("Password", "x").await?;
    ensure!(page.alert_text().await?.is_none(), "a refusal is said");
    let searches = world.service.searches();
    let once = world.service.searches_for(NAME) == 1;
    ensure!(once && searches.len() <= 3, "it was asked for {searches:?}");
    ensure!(!page.visible_text().await?.contains(ALREADY), "something is said");

    world.service.answers_search("late", 60_000, Reply::Real);
    page.fill("Name", "late").await?;
    page.fill("Username", "engineer@acme.example").await?;
    page.fill("Password", "x").await?;
    until_true("the second search", async || Ok(world.service.searches_for("late") == 1)).await?;
    page.press("Create connection").await?;
    page.connection_id().await?;
    world.service.only_creation()?;
    Ok(())
}

//! An outcome that nobody knows: looked up, and never sent a second time.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result, ensure};
use flow_service_sim::Reply;
use serde_json::json;

use crate::until::until_true;
use crate::world::World;

/// The page allows the browser's clock to be 1 s ahead of the service's.
const CLOCKS_MAY_DIFFER: Duration = Duration::from_secs(2);

/// Cancelled while the service was at it: carried out or not, the page finds out.
pub async fn cancelled(world: &World) -> Result<()> {
    for carried_out in [true, false] {
        let page = world.open_and_fill().await?;
        page.fill("Name", &format!("Cancelled, carried out: {carried_out}")).await?;
        world.service.delays_creation(60_000, Reply::Real, carried_out);
        let (creations, connections) = (world.service.creations(), world.service.connections());
        page.press("Create connection").await?;
        page.find("button", "Creating…").await?;
        world.creation_arrives(creations.len() + 1).await?;
        page.press("Cancel").await?;
        if carried_out {
            let id = page.connection_id().await?;
            let all = world.service.connections();
            ensure!(all.len() == connections.len() + 1, "{} connections exist", all.len());
            let newest = all.last().context("no connection exists")?;
            ensure!(newest.connection.id.as_str() == id, "the page found another one: {id}");
        } else {
            page.region_with("Outcome unknown", &["not there so far"]).await?;
            page.find("button", "Look again").await?;
            let all = world.service.connections().len();
            ensure!(all == connections.len(), "the local service created it");
        }
        let count = world.service.creations().len();
        ensure!(count == creations.len() + 1, "it was sent again: {count}");
    }
    Ok(())
}

/// Statuses with which a server gives up on what it may have begun: carried out or not.
pub async fn server_gave_up(world: &World) -> Result<()> {
    let codes = [(408, "1006"), (500, "1102"), (502, ""), (503, "1103"), (504, "1104")];
    for (index, (status, number)) in codes.into_iter().enumerate() {
        let page = world.open_and_fill().await?;
        page.fill("Name", &format!("Given up {status}")).await?;
        let carried_out = index % 2 == 0;
        let body = if number.is_empty() {
            "<html><body>Bad gateway</body></html>".to_owned()
        } else {
            let kind = format!("https://ns.adobe.com/aep/errors/FLOW-{number}-{status}");
            json!({ "type": kind, "title": "Gave up", "status": status }).to_string()
        };
        world.service.answers_creation(Reply::json(status, body), carried_out);
        page.press("Create connection").await?;
        if carried_out {
            let id = page.connection_id().await?;
            let all = world.service.connections();
            let newest = all.last().context("it was not created")?;
            ensure!(newest.connection.id.as_str() == id, "the page found another one: {id}");
        } else {
            let text = page.region_with("Outcome unknown", &["not there so far"]).await?;
            ensure!(text.contains(&status.to_string()), "the status {status} is lost: {text}");
        }
        ensure!(world.service.creations().len() == index + 1, "{status} made it send again");
    }
    Ok(())
}

/// A connection of the same name that is older than the press is named as what it is, and
/// not taken for the one that was asked for.
pub async fn older_namesake_is_not_taken_for_it(world: &World) -> Result<()> {
    world.open_and_fill().await?.press("Create connection").await?;
    let older = world.page.connection_id().await?;
    // Opened anew, the page does not know what it created before.
    let page = world.open_and_fill().await?;
    let created_at =
        world.service.connections().first().and_then(|held| held.connection.created_at);
    let created_at = Duration::from_millis(created_at.context("no time of creation")?);
    until_true("the older connection is older than clocks may differ", async || {
        Ok(SystemTime::now().duration_since(UNIX_EPOCH + created_at)? > CLOCKS_MAY_DIFFER)
    })
    .await?;
    world.service.delays_creation(60_000, Reply::Real, false);
    page.press("Create connection").await?;
    world.creation_arrives(2).await?;
    page.press("Cancel").await?;
    let text = page.region_with("Outcome unknown", &["still unknown"]).await?;
    ensure!(text.contains(&older), "the older one is not named: {text}");
    page.find("button", "Look again").await?;
    Ok(())
}

/// Look-ups that fail, all of a round, leave it unknown; *Look again* finds the connection.
pub async fn look_up_fails_first(world: &World) -> Result<()> {
    let page = world.open_and_fill().await?;
    world.service.answers_creation(Reply::CutInBody { status: 201, body: b"{".to_vec() }, true);
    let refusal = json!({ "error_code": "429050", "message": "Too many requests" });
    world.service.answers_look_ups(4, 200, Reply::json(429, refusal.to_string()));
    page.press("Create connection").await?;
    page.region_with("Outcome unknown", &["looking"]).await?;
    page.region_with("Outcome unknown", &["still unknown"]).await?;
    page.press("Look again").await?;
    let id = page.connection_id().await?;
    ensure!(id == world.service.only_connection_id()?, "the page found another one: {id}");
    world.service.only_creation()?;
    Ok(())
}

//! No network: seen before a press, nothing is lost, and the page goes on when it is back.

use anyhow::{Result, ensure};
use flow_service_sim::Reply;

use super::access::LIST;
use super::later::PART;
use super::typed::{NAME, PASSWORD};
use crate::until::until_true;
use crate::world::World;

/// The notice.
const NOTICE: &str = "This browser is offline.";

impl World {
    async fn says_no_more(&self, text: &str) -> Result<()> {
        until_true(&format!("{text:?} is said no more"), async || {
            Ok(!self.page.visible_text().await?.contains(text))
        })
        .await
    }
}

/// A press says it at once and sends nothing; the same press works when the network is back.
pub async fn is_seen_before_a_press(world: &World) -> Result<()> {
    let page = world.open_and_fill().await?;
    world.browser.set_offline(true).await?;
    page.says(NOTICE).await?;
    let said = page.status_text().await?.unwrap_or_default();
    ensure!(said.contains(NOTICE), "the live region says {said:?}");
    ensure!(page.alert_text().await?.is_none(), "it is an alert before a press");
    world.is_accessible("offline").await?;
    page.press("Create connection").await?;
    page.alert_with("Nothing was sent: this browser is offline.").await?;
    world.browser.set_offline(false).await?;
    world.says_no_more(NOTICE).await?;
    ensure!(world.service.creations().is_empty(), "something was sent");
    for (field, text) in [("Name", NAME), ("Password", PASSWORD)] {
        ensure!(page.all_values().await?.iter().any(|held| held == text), "{field} is lost");
    }
    page.press("Create connection").await?;
    page.connection_id().await?;
    world.service.only_creation()?;
    Ok(())
}

/// A list that did not come is loaded by itself.
pub async fn list_loads_by_itself(world: &World) -> Result<()> {
    let page = world.open_connections().await?;
    world.browser.set_offline(true).await?;
    page.says(NOTICE).await?;
    page.press("Refresh").await?;
    page.alert_with("this browser is offline").await?;
    let lists = world.service.lists();
    world.browser.set_offline(false).await?;
    until_true("the list is asked for", async || Ok(world.service.lists() > lists)).await?;
    page.rows_when(LIST, "rows", |rows| rows.len() > 1).await?;
    world.says_no_more(NOTICE).await?;
    until_true("no alert", async || Ok(page.alert_text().await?.is_none())).await
}

/// The answer is lost and the network with it: the outcome is looked up when it is back, nobody
/// presses anything, and nothing is sent twice.
pub async fn outcome_is_looked_up(world: &World) -> Result<()> {
    let page = world.open_and_fill().await?;
    let cut = Reply::CutInBody { status: 201, body: b"{".to_vec() };
    world.service.delays_creation(12_000, cut, true);
    page.press("Create connection").await?;
    world.creation_arrives(1).await?;
    world.browser.set_offline(true).await?;
    page.region_with("Outcome unknown", &["still unknown"]).await?;
    page.says(NOTICE).await?;
    world.browser.set_offline(false).await?;
    let id = page.connection_id().await?;
    ensure!(id == world.service.only_connection_id()?, "the page found another one: {id}");
    world.service.only_creation()?;
    Ok(())
}

/// The half that was missing is fetched by itself.
pub async fn half_is_fetched_by_itself(world: &World) -> Result<()> {
    world.open().await?;
    let page = &world.page;
    world.browser.set_offline(true).await?;
    // Firefox reaches a host on the same machine all the same.
    world.site.refuse(PART);
    page.press("Create connection").await?;
    page.alert_with("could not be loaded").await?;
    world.site.refuse_nothing();
    world.browser.set_offline(false).await?;
    page.half_is_there().await?;
    ensure!(page.alert_text().await?.is_none(), "the failure is still said");
    page.fill_all().await?;
    page.press("Create connection").await?;
    page.connection_id().await?;
    Ok(())
}

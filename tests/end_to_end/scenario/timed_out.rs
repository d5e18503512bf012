//! No answer within the time limit of 30 s, in real time.

use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use flow_service_sim::Reply;

use crate::world::World;

/// The answer is held back longer than the page waits, in milliseconds.
const LONGER: u64 = 90_000;

/// When the page has to have given up and looked.
const GIVEN_UP: Duration = Duration::from_secs(50);

/// The service carried it out: the page finds the connection, and sends nothing again.
pub async fn and_yet_created(world: &World) -> Result<()> {
    let start = wait(world, true).await?;
    let id = world.page.connection_id_within(GIVEN_UP).await?;
    ensure!(start.elapsed() > Duration::from_secs(29), "it gave up after {:?}", start.elapsed());
    ensure!(id == world.service.only_connection_id()?, "the page found another one: {id}");
    world.service.only_creation()?;
    Ok(())
}

/// The service did not: the page says so, and sends nothing again.
pub async fn and_not_created(world: &World) -> Result<()> {
    let start = wait(world, false).await?;
    let page = &world.page;
    page.region_within(GIVEN_UP, "Outcome unknown").await?;
    ensure!(start.elapsed() > Duration::from_secs(29), "it gave up after {:?}", start.elapsed());
    let text = page.region_with("Outcome unknown", &["not there so far"]).await?;
    ensure!(text.contains("30"), "the time limit is not said: {text}");
    page.press("Look again").await?;
    page.region_with("Outcome unknown", &["looking"]).await?;
    page.region_with("Outcome unknown", &["not there so far"]).await?;
    ensure!(world.service.connections().is_empty(), "it was created");
    world.service.only_creation()?;
    Ok(())
}

async fn wait(world: &World, carried_out: bool) -> Result<Instant> {
    let page = world.open_and_fill().await?;
    world.service.delays_creation(LONGER, Reply::Real, carried_out);
    let start = Instant::now();
    page.press("Create connection").await?;
    page.find("button", "Creating…").await?;
    ensure!(page.status_text().await?.is_some(), "the live region does not say that it sends");
    Ok(start)
}

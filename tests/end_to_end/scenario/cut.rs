//! Broken connections. A browser does not tell a page why, so the outcome is unknown.

use anyhow::{Context, Result, ensure};
use flow_service_sim::Reply;

use crate::world::World;

/// The connection is closed without one byte of an answer.
pub async fn before_the_answer(world: &World) -> Result<()> {
    breaks(world, &Reply::CutBeforeAnswer).await
}

/// The head of a success arrives, and half of its body.
pub async fn within_the_answer(world: &World) -> Result<()> {
    breaks(world, &Reply::CutInBody { status: 201, body: br#"{"id":"4267c2ab-"#.to_vec() }).await
}

/// Carried out and not carried out: found by looking, never sent a second time.
async fn breaks(world: &World, reply: &Reply) -> Result<()> {
    for carried_out in [true, false] {
        let page = world.open_and_fill().await?;
        let before = (world.service.creations().len(), world.service.connections().len());
        page.fill("Name", &format!("Broken, carried out: {carried_out}")).await?;
        world.service.answers_creation(reply.clone(), carried_out);
        page.press("Create connection").await?;
        let connections = if carried_out {
            let id = page.connection_id().await?;
            let all = world.service.connections();
            let newest = all.last().context("it was not created")?;
            ensure!(newest.connection.id.as_str() == id, "the page found another one: {id}");
            before.1 + 1
        } else {
            page.region_with("Outcome unknown", &["not there so far"]).await?;
            page.find("button", "Look again").await?;
            before.1
        };
        let all = world.service.connections().len();
        ensure!(all == connections, "{all} connections exist instead of {connections}");
        let count = world.service.creations().len() - before.0;
        ensure!(count == 1, "{count} creations arrived");
    }
    Ok(())
}

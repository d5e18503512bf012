//! Sample values: a newcomer's first connection, against the local service only.

use anyhow::{Result, ensure};
use serde_json::json;

use crate::site::ConfigFile;
use crate::until::until_true;
use crate::world::World;

/// Two presses give a connection ID, and a badge says where it is.
pub async fn values_give_an_id(world: &World) -> Result<()> {
    let config = json!({ "apiBase": world.service.origin(), "environment": "Local service" });
    world.site.set_config(ConfigFile::Json(config));
    world.open().await?;
    let page = &world.page;
    page.press("Fill in sample values").await?;
    let shown = page.visible_text().await?;
    ensure!(shown.contains("Local service"), "no badge: {shown}");
    until_true("the sample password is filled in", async || {
        Ok(!page.value("Password").await?.is_empty())
    })
    .await?;
    page.press("Create connection").await?;
    let id = page.connection_id().await?;
    ensure!(id == world.service.only_connection_id()?, "the page shows another ID: {id}");
    Ok(())
}

/// Where the deployment is not the local service there is neither button nor badge.
pub async fn values_are_offered_only_locally(world: &World) -> Result<()> {
    world.open().await?;
    ensure!(!world.page.has("button", "Fill in sample values").await, "they are offered");
    let shown = world.page.visible_text().await?;
    ensure!(!shown.contains("Local service"), "there is a badge: {shown}");
    let config = json!({ "apiBase": world.service.origin(), "environment": "Stage" });
    world.site.set_config(ConfigFile::Json(config));
    world.open().await?;
    until_true("the badge", async || Ok(world.page.visible_text().await?.contains("Stage")))
        .await?;
    ensure!(!world.page.has("button", "Fill in sample values").await, "offered on a stage");
    Ok(())
}

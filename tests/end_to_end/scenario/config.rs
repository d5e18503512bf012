//! `config.json`: read at start, never a reason not to start.

use anyhow::{Result, ensure};
use serde_json::json;

use super::typed::{API_KEY, ORGANIZATION};
use crate::site::ConfigFile;
use crate::until::until_true;
use crate::world::World;

/// Without the file the defaults hold, and nothing is said.
pub async fn missing_means_defaults(world: &World) -> Result<()> {
    world.site.set_config(ConfigFile::Missing);
    world.open().await?;
    let page = &world.page;
    page.disclose("Request").await?;
    until_true("Adobe's address in the request", async || {
        Ok(page.visible_text().await?.contains("https://platform.adobe.io/data/"))
    })
    .await?;
    ensure!(page.value("Sandbox").await? == "prod", "another sandbox");
    ensure!(page.value("API key").await?.is_empty(), "an API key");
    let shown = page.visible_text().await?;
    ensure!(!shown.contains("config.json"), "something is said: {shown}");
    Ok(())
}

/// Before it is read it is not known where to ask: a press waits for it.
pub async fn may_come_late(world: &World) -> Result<()> {
    world.site.hold("/config.json");
    let page = world.open_and_fill().await?;
    page.press("Create connection").await?;
    page.says("Loading…").await?;
    ensure!(world.service.requests().is_empty(), "something was asked before");
    world.site.let_go();
    let id = page.connection_id().await?;
    ensure!(id == world.service.only_connection_id()?, "the page shows another ID: {id}");
    world.service.only_creation()?;
    Ok(())
}

/// A file that cannot be read is said on the page, which works all the same.
pub async fn unreadable_is_said(world: &World) -> Result<()> {
    for text in ["{ \"apiBase\": ", "<!doctype html><title>Not found</title>", "[]", ""] {
        world.site.set_config(ConfigFile::Text(text));
        world.open().await?;
        let page = &world.page;
        until_true("what is said of config.json", async || {
            Ok(page.visible_text().await?.contains("config.json"))
        })
        .await?;
        page.press("Create connection").await?;
        page.focus_is_on("Access token").await?;
    }
    ensure!(world.service.creations().is_empty(), "something was sent");
    Ok(())
}

/// The file gives fields their first values; a value of the wrong kind is said.
pub async fn sets_initial_values(world: &World) -> Result<()> {
    let page = &world.page;
    world.site.set_config(ConfigFile::Json(json!({
        "apiBase": world.service.origin(),
        "apiKey": API_KEY,
        "organizationId": ORGANIZATION,
        "sandbox": "acme-dev",
    })));
    world.open().await?;
    for (label, value) in
        [("API key", API_KEY), ("Organization ID", ORGANIZATION), ("Sandbox", "acme-dev")]
    {
        until_true(&format!("{label} is {value}"), async || Ok(page.value(label).await? == value))
            .await?;
    }
    world.site.set_config(ConfigFile::Json(json!({ "sandbox": 7, "apiBase": "/" })));
    world.open().await?;
    until_true("what is said of sandbox", async || {
        Ok(page.visible_text().await?.contains("config.json"))
    })
    .await?;
    ensure!(page.value("Sandbox").await? == "prod", "another sandbox");
    Ok(())
}

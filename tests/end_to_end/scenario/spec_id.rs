//! The connection spec ID, and the one that older tutorials misprint.

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::typed::SPEC_ID;
use crate::until::until_true;
use crate::world::World;

/// The misprinted ID is not sent; the page says what is wrong, and one press mends it.
pub async fn misprinted_is_corrected_with_one_press(world: &World) -> Result<()> {
    let page = world.open_and_fill().await?;
    page.disclose("Advanced").await?;
    ensure!(page.value("Connection spec ID").await? == SPEC_ID, "another ID at first");
    ensure!(page.value("Connection spec version").await? == "1.0", "another version at first");
    page.fill("Connection spec ID", "b66ab34-8619-49cb-96d1-39b37ede86ea").await?;
    // Also found where a closed disclosure hides it.
    page.disclose_not("Advanced").await?;
    page.press("Create connection").await?;
    page.focus_is_on("Connection spec ID").await?;
    let error = page.field_error("Connection spec ID").await?.context("it is not marked")?;
    ensure!(error.contains("misprint") && error.contains(SPEC_ID), "it says {error:?}");
    ensure!(world.service.creations().is_empty(), "the misprinted ID was sent");
    page.press(&format!("Use {SPEC_ID}")).await?;
    until_true("the right ID", async || Ok(page.value("Connection spec ID").await? == SPEC_ID))
        .await?;
    ensure!(page.field_error("Connection spec ID").await?.is_none(), "it is still marked");
    page.press("Create connection").await?;
    page.connection_id().await?;
    ensure!(sent_id(world)? == SPEC_ID, "another ID was sent");
    Ok(())
}

/// Any other text that is no UUID is an error that a person can override.
pub async fn other_needs_insisting(world: &World) -> Result<()> {
    let page = world.open_and_fill().await?;
    page.disclose("Advanced").await?;
    page.fill("Connection spec ID", "my-own-spec").await?;
    page.press("Create connection").await?;
    page.focus_is_on("Connection spec ID").await?;
    page.field_error("Connection spec ID").await?.context("it is not marked")?;
    ensure!(world.service.creations().is_empty(), "it was sent without being insisted on");
    page.press("Use it anyway").await?;
    page.press("Create connection").await?;
    // The local service does not know it; the refusal is about this field.
    page.alert_with("1413-400").await?;
    page.focus_is_on("Connection spec ID").await?;
    ensure!(page.field("Connection spec ID").await?.invalid, "the field at fault is not marked");
    ensure!(sent_id(world)? == "my-own-spec", "another ID was sent");
    ensure!(world.service.connections().is_empty(), "it was created");
    Ok(())
}

fn sent_id(world: &World) -> Result<String> {
    let body: Value = serde_json::from_str(&world.service.only_creation()?.body)?;
    let id = body.pointer("/connectionSpec/id").and_then(Value::as_str);
    Ok(id.context("no connection spec was sent")?.to_owned())
}

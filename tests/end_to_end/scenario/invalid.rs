//! Input that cannot be sent: explained, never lost, never sent.

use anyhow::{Context, Result, ensure};

use super::typed::{API_KEY, NAME, PASSWORD, SPEC_ID, TOKEN, USERNAME};
use crate::world::World;

/// An empty form: each field says what it needs, a summary links to them, the focus is on
/// the first, and what is mended is no longer marked.
pub async fn each_problem_is_beside_its_field(world: &World) -> Result<()> {
    world.open().await?;
    let page = &world.page;
    page.press("Create connection").await?;
    page.focus_is_on("Access token").await?;
    let needed = [
        "Access token",
        "API key",
        "Organization ID",
        "Name",
        "Username",
        "Password",
        "Security token",
    ];
    let summary = page.alert_with("").await?;
    for label in needed {
        let error = page.field_error(label).await?;
        let error = error.with_context(|| format!("{label} is not marked"))?;
        ensure!(!error.is_empty(), "{label} has an empty error");
        ensure!(summary.contains(label), "the summary does not name {label}: {summary}");
    }
    for label in ["Sandbox", "Description", "Environment URL", "API version"] {
        ensure!(page.field_error(label).await?.is_none(), "{label} is marked");
    }
    // The button is not disabled for being invalid: the second press explains again.
    page.fill("Name", NAME).await?;
    page.press("Create connection").await?;
    page.focus_is_on("Access token").await?;
    ensure!(page.field_error("Name").await?.is_none(), "Name is still marked");
    let links = page.summary_links().await?;
    ensure!(links.len() == needed.len() - 1, "the summary links to {links:?}");
    let link = links.iter().find(|link| link.contains("Username"));
    page.follow(link.context("no link to Username")?).await?;
    page.focus_is_on("Username").await?;
    ensure!(world.service.creations().is_empty(), "something was sent");
    Ok(())
}

/// A press takes a person a tenth of a second. What the page draws when the field loses
/// the focus meanwhile must not move the button away from under the pointer.
pub async fn slow_press_is_a_press(world: &World) -> Result<()> {
    let page = world.open_and_fill().await?;
    page.disclose("Advanced").await?;
    page.fill("Connection spec ID", "no UUID").await?;
    page.press_slowly("Create connection").await?;
    page.focus_is_on("Connection spec ID").await?;
    page.fill("Connection spec ID", SPEC_ID).await?;
    page.press_slowly("Create connection").await?;
    page.connection_id().await?;
    world.service.only_creation()?;
    Ok(())
}

/// Bad values: the first gets the focus, all typed text stays, nothing is sent.
pub async fn bad_values_are_explained(world: &World) -> Result<()> {
    let page = world.open_and_fill().await?;
    for (label, bad, good) in [
        ("Environment URL", "http://acme.my.salesforce.com", "https://acme.my.salesforce.com"),
        ("Environment URL", "https://me:secret@acme.example", "https://acme.my.salesforce.com"),
        ("API version", "sixty", "60.0"),
        ("Sandbox", "Prod One", "prod"),
        ("Organization ID", "0123456789ABCDEF01234567", super::typed::ORGANIZATION),
        ("API key", "key with spaces", API_KEY),
        ("Access token", "token with ünicode", TOKEN),
    ] {
        page.fill(label, bad).await?;
        page.press("Create connection").await?;
        page.focus_is_on(label).await?;
        let error = page.field_error(label).await?;
        ensure!(error.is_some_and(|error| !error.is_empty()), "{bad:?} is not explained");
        let value = page.value(label).await?;
        ensure!(value == bad, "{label} lost what was typed: {value:?}");
        page.fill(label, good).await?;
    }
    for (label, kept) in [("Name", NAME), ("Username", USERNAME), ("Password", PASSWORD)] {
        let value = page.value(label).await?;
        ensure!(value == kept, "{label} lost what was typed: {value:?}");
    }
    // The sandboxes, and whether the name is there, may be asked for: that needs only access.
    ensure!(world.service.pressed_for().is_empty(), "something was sent");
    page.press("Create connection").await?;
    page.connection_id().await?;
    world.service.only_creation()?;
    Ok(())
}

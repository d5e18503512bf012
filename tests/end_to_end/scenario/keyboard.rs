//! The whole main job without a mouse.

use anyhow::{Context, Result, bail, ensure};
use thirtyfour::Key;

use super::access::LIST;
use super::typed::{API_KEY, NAME, ORGANIZATION, PASSWORD, SECURITY_TOKEN, TOKEN, USERNAME};
use crate::page::Page;
use crate::until::{until, until_true};
use crate::world::World;

/// How many presses of Tab a person might bear between two fields.
const BEARABLE: usize = 12;

/// From the load of the page on: Tab, typing, Space and Enter create a connection, show
/// and hide a secret, and copy the ID.
pub async fn alone_creates_a_connection(world: &World) -> Result<()> {
    world.open().await?;
    let page = &world.page;
    for (label, text) in
        [("Access token", TOKEN), ("API key", API_KEY), ("Organization ID", ORGANIZATION)]
    {
        tab_to(page, label).await?;
        page.keys(text).await?;
    }
    tab_to(page, "Name").await?;
    page.keys(NAME).await?;
    // Basic Authentication is the first choice and chosen.
    tab_to(page, "Basic Authentication").await?;
    tab_to(page, "Username").await?;
    page.keys(USERNAME).await?;
    tab_to(page, "Password").await?;
    page.keys(PASSWORD).await?;
    tab_to(page, "Show Password").await?;
    page.keys(" ").await?;
    page.focus_is_on("Hide Password").await?;
    page.keys(Key::Enter.value().to_string()).await?;
    page.focus_is_on("Show Password").await?;
    tab_to(page, "Security token").await?;
    page.keys(SECURITY_TOKEN).await?;
    tab_to(page, "Create connection").await?;
    page.keys(" ").await?;
    let id = page.connection_id().await?;
    ensure!(id == world.service.only_connection_id()?, "the page shows another ID: {id}");
    page.focus_is_on("Connection ID").await?;
    tab_to(page, "Copy connection ID").await?;
    page.keys(Key::Enter.value().to_string()).await?;
    page.copied(|copied| copied == id).await?;
    Ok(())
}

/// From the load of the list on, without a mouse: access, a connection, a table, a cell, an
/// edit, a removal.
pub async fn alone_manages_connections(world: &World) -> Result<()> {
    world.open_path("/#/connections").await?;
    let page = &world.page;
    page.find("button", "Show connections").await?;
    for (label, text) in
        [("Access token", TOKEN), ("API key", API_KEY), ("Organization ID", ORGANIZATION)]
    {
        tab_to(page, label).await?;
        page.keys(text).await?;
    }
    page.keys(Key::Enter.value().to_string()).await?;
    page.rows_when(LIST, "rows", |rows| rows.len() > 1).await?;
    page.find("button", "Change access").await?;
    let newest = world.service.of_this_source().into_iter().next().context("there is none")?;
    let (id, name) = (newest.connection.id, newest.connection.name.unwrap_or_default());
    let first = page.find("textbox", "Search").await?;
    first.focus().await?;
    page.keys("00000").await?;
    page.rows_when(LIST, "one row", |rows| rows.len() == 2).await?;
    tab_within(page, &name, 16).await?;
    page.keys(Key::Enter.value().to_string()).await?;
    page.find("heading", &name).await?;

    tab_within(page, "Overview", 20).await?;
    page.keys(Key::Right.value().to_string()).await?;
    page.focus_is_on("Explore").await?;
    page.find("treeitem", "Account").await?;
    tab_to(page, "Search tables").await?;
    page.keys("Case").await?;
    page.find("treeitem", "Case").await?;
    tab_to(page, "Case").await?;
    page.keys(Key::Enter.value().to_string()).await?;
    page.says("10 rows").await?;
    tab_to(page, "Copy path").await?;
    page.keys(" ").await?;
    page.says("Copied").await?;

    let tab = page.find("tab", "Explore").await?;
    tab.focus().await?;
    page.keys(Key::Right.value().to_string()).await?;
    page.focus_is_on("Edit").await?;
    tab_to(page, "Name").await?;
    page.keys(Key::End.value().to_string()).await?;
    page.keys(", by keyboard").await?;
    page.keys(Key::Enter.value().to_string()).await?;
    page.says("The service has your changes.").await?;
    let name = format!("{name}, by keyboard");
    page.find("heading", &name).await?;

    until("the overview", async || {
        // The outcome of the edit gets the focus once it is drawn.
        page.find("tab", "Edit").await?.focus().await?;
        page.keys(Key::Home.value().to_string()).await?;
        Ok((page.focused_label().await? == "Overview").then_some(()))
    })
    .await?;
    tab_to(page, "Delete…").await?;
    page.keys(Key::Enter.value().to_string()).await?;
    page.focus_is_on(&format!("To delete, type: {name}")).await?;
    page.keys(&name).await?;
    page.keys(Key::Enter.value().to_string()).await?;
    page.says("1 deleted.").await?;
    ensure!(world.service.connection(id.as_str()).is_err(), "it is still there");
    tab_to(page, "Close").await?;
    page.keys(Key::Enter.value().to_string()).await?;
    page.find("heading", "Connections").await?;
    Ok(())
}

/// Presses Tab until what has this name has the focus.
pub async fn tab_to(page: &Page, label: &str) -> Result<()> {
    tab_within(page, label, BEARABLE).await
}

/// The same, with so many presses at most.
async fn tab_within(page: &Page, label: &str, limit: usize) -> Result<()> {
    let mut passed = Vec::new();
    for _ in 0..limit {
        let before = page.script("active", &[]).await?;
        page.keys(Key::Tab.value().to_string()).await?;
        let moves = async || Ok(page.script("active", &[]).await? != before);
        until_true("Tab moves the focus", moves).await?;
        let focused = page.focused_label().await?;
        if focused == label {
            return Ok(());
        }
        passed.push(focused);
    }
    bail!("{limit} times Tab did not come to {label:?}, but to {passed:?}")
}

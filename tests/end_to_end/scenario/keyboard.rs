//! The whole main job without a mouse.

use anyhow::{Result, bail, ensure};
use thirtyfour::Key;

use super::typed::{API_KEY, NAME, ORGANIZATION, PASSWORD, SECURITY_TOKEN, TOKEN, USERNAME};
use crate::page::Page;
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
    let copied = page.clipboard().await?;
    ensure!(copied == id, "copied was {copied:?}");
    Ok(())
}

/// Presses Tab until what has this name has the focus.
async fn tab_to(page: &Page, label: &str) -> Result<()> {
    let mut passed = Vec::new();
    for _ in 0..BEARABLE {
        page.keys(Key::Tab.value().to_string()).await?;
        let focused = page.focused_label().await?;
        if focused == label {
            return Ok(());
        }
        passed.push(focused);
    }
    bail!("{BEARABLE} times Tab did not come to {label:?}, but to {passed:?}")
}

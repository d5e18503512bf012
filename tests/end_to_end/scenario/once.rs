//! One press, one request: whatever a person does meanwhile.

use anyhow::{Result, ensure};
use flow_service_sim::Reply;
use thirtyfour::Key;

use crate::world::World;

/// A double click, more presses and Enter while it is sending: one request, and the
/// button stays where the focus is.
pub async fn second_press_sends_nothing(world: &World) -> Result<()> {
    let page = world.open_and_fill().await?;
    world.service.delays_creation(12_000, Reply::Real, false);
    let button = page.find("button", "Create connection").await?;
    button.scroll_into_view().await?;
    page.web.action_chain().double_click_element(&button).perform().await?;
    let busy = page.find("button", "Creating…").await?;
    let disabled = busy.attr("disabled").await?;
    ensure!(disabled.is_none(), "the button is disabled, so it loses the focus");
    ensure!(busy.attr("aria-disabled").await?.as_deref() == Some("true"), "no aria-disabled");
    page.press("Creating…").await?;
    page.focus_is_on("Creating…").await?;
    page.keys(Key::Enter.value().to_string()).await?;
    page.keys(" ").await?;
    ensure!(page.has("button", "Cancel").await, "there is no Cancel");
    let id = page.connection_id().await?;
    ensure!(id == world.service.only_connection_id()?, "the page shows another ID: {id}");
    world.service.only_creation()?;
    Ok(())
}

/// Enter within a field of the credentials sends, and only once.
pub async fn enter_sends_once(world: &World) -> Result<()> {
    let page = world.open_and_fill().await?;
    world.service.delays_creation(12_000, Reply::Real, false);
    let field = page.find("textbox", "Security token").await?;
    for _ in 0..3 {
        field.send_keys(Key::Enter.value().to_string()).await?;
    }
    page.find("button", "Creating…").await?;
    page.connection_id().await?;
    world.service.only_creation()?;
    Ok(())
}

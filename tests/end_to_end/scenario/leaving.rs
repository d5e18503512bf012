//! Leaving the page with input that was not sent.
//!
//! Drivers answer the browser's own question by themselves, so the test asks the page
//! whether it wants the question.

use anyhow::{Result, ensure};

use crate::until::until_true;
use crate::world::World;

/// The page wants to be asked while there is something to lose, and only then.
pub async fn with_unsent_input_asks(world: &World) -> Result<()> {
    world.open().await?;
    ensure!(!asks(world).await?, "an untouched page asks");
    world.page.fill("Password", "x").await?;
    until_true("the question, for a secret", async || asks(world).await).await?;
    world.open().await?;
    ensure!(!asks(world).await?, "a page that was opened anew asks");
    world.page.fill("Name", "x").await?;
    until_true("the question, for a name", async || asks(world).await).await?;
    world.page.fill_all().await?;
    ensure!(asks(world).await?, "a page that is filled in does not ask");
    world.page.press("Create connection").await?;
    world.page.connection_id().await?;
    until_true("no question after success", async || Ok(!asks(world).await?)).await
}

/// Access that was used for connections is nothing to lose; what is typed in the form still is.
pub async fn with_used_access_does_not_ask(world: &World) -> Result<()> {
    let page = world.open_connections().await?;
    until_true("no question", async || Ok(!asks(world).await?)).await?;
    page.follow("Create").await?;
    page.fill("Name", "x").await?;
    until_true("the question, for a name", async || asks(world).await).await?;
    page.follow("Connections").await?;
    page.find("textbox", "Search").await?;
    ensure!(asks(world).await?, "the question is lost with the view");
    Ok(())
}

/// Whether the page wants to be asked before it is left.
pub async fn asks(world: &World) -> Result<bool> {
    let ask = "const leaving = new Event('beforeunload', { cancelable: true });
        return !window.dispatchEvent(leaving);";
    let asked = world.browser.web.execute(ask, []).await?;
    Ok(asked.json().as_bool().unwrap_or_default())
}

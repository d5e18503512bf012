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

async fn asks(world: &World) -> Result<bool> {
    let ask = "const leaving = new Event('beforeunload', { cancelable: true });
        return !window.dispatchEvent(leaving);";
    let asked = world.browser.web.execute(ask, []).await?;
    Ok(asked.json().as_bool().unwrap_or_default())
}

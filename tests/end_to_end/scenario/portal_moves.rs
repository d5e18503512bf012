//! Portals move elements about, take them out and put them back.

use anyhow::{Result, ensure};

use super::portal::{PAGE_SCRIPT, element, page_with};
use super::typed::{BASIC, NAME, OAUTH2, PASSWORD, TOKEN};
use crate::world::World;

/// A move keeps everything; out and back again keeps what is no secret, and the app works
/// as before, once.
pub async fn keep_what_is_typed(world: &World) -> Result<()> {
    world.site.set_portal(page_with(&element(world, "app", "prod")), PAGE_SCRIPT);
    world.open_path("/portal.html").await?;
    let page = &world.page;
    page.find("button", "Create connection").await?;
    page.fill("Access token", TOKEN).await?;
    page.fill("Name", NAME).await?;
    page.fill_basic_credentials().await?;

    let go = "document.getElementById('elsewhere').append(document.getElementById('app'))";
    world.browser.web.execute(go, []).await?;
    for (label, typed) in [("Access token", TOKEN), ("Name", NAME), ("Password", PASSWORD)] {
        let value = page.value(label).await?;
        ensure!(value == typed, "after the move {label} is {value:?}");
    }

    // Out, until the page has drawn twice without it, and back to the front.
    let out = "const done = arguments[arguments.length - 1];
        const app = document.getElementById('app');
        app.remove();
        requestAnimationFrame(() => requestAnimationFrame(() => {
          document.querySelector('main').prepend(app);
          requestAnimationFrame(() => done(true));
        }));";
    world.browser.web.execute_async(out, []).await?;
    for (label, typed) in [("Name", NAME), ("Username", super::typed::USERNAME)] {
        let value = page.value(label).await?;
        ensure!(value == typed, "back again {label} is {value:?}");
    }
    page.choose("Authentication", OAUTH2).await?;
    page.choose("Authentication", BASIC).await?;
    page.fill("Access token", TOKEN).await?;
    page.fill_basic_credentials().await?;
    page.press("Create connection").await?;
    let id = page.connection_id().await?;
    ensure!(id == world.service.only_connection_id()?, "the page shows another ID: {id}");
    world.service.only_creation()?;
    let ready = "return recorded.filter((event) => event.type.endsWith('created')).length";
    let created = world.browser.web.execute(ready, []).await?;
    ensure!(created.json() == &serde_json::json!(1), "{} events", created.json());
    Ok(())
}

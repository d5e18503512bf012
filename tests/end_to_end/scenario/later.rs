//! The half of the app that is fetched when it is needed.

use anyhow::{Result, ensure};

use super::access::LIST;
use super::typed::TOKEN;
use crate::until::until_true;
use crate::world::World;

/// The file.
pub const PART: &str = "/connections.wasm";

/// The form comes without it; who begins to use the form fetches it, and only once.
pub async fn is_fetched_once(world: &World) -> Result<()> {
    world.service.create("The only one", "x").await?;
    world.open_path("/#/create").await?;
    let page = &world.page;
    page.find("button", "Create connection").await?;
    ensure!(world.site.asked_for(PART) == 0, "the form fetched {PART}");
    page.fill("Name", "x").await?;
    until_true("the file is fetched", async || Ok(world.site.asked_for(PART) > 0)).await?;
    page.fill_access().await?;
    page.follow("Connections").await?;
    page.rows_when(LIST, "one row", |rows| rows.len() == 2).await?;
    let times = world.site.asked_for(PART);
    ensure!(times == 1, "{PART} was fetched {times} times");
    Ok(())
}

/// A host that refuses it is said, and asked again when a person wants that.
pub async fn is_fetched_when_it_was_refused(world: &World) -> Result<()> {
    world.service.create("The only one", "x").await?;
    world.site.refuse(PART);
    world.open_path("/#/connections").await?;
    let page = &world.page;
    page.alert_with("could not be loaded").await?;
    page.press("Try again").await?;
    until_true("it is asked for again", async || Ok(world.site.asked_for(PART) > 1)).await?;
    page.alert_with("could not be loaded").await?;
    world.site.refuse_nothing();
    page.press("Try again").await?;
    page.find("heading", "Connections").await?;
    page.fill_access().await?;
    page.press("Show connections").await?;
    page.rows_when(LIST, "one row", |rows| rows.len() == 2).await?;
    ensure!(page.alert_text().await?.is_none(), "the failure is still said");
    Ok(())
}

/// A press needs it: where a host refuses it, nothing is sent, nothing typed is lost, and the
/// same press works once it is there.
pub async fn is_fetched_for_a_press(world: &World) -> Result<()> {
    world.site.refuse(PART);
    let page = world.open_and_fill().await?;
    page.alert_with("could not be loaded").await?;
    let before = world.site.asked_for(PART);
    page.fill("Name", "Later").await?;
    page.fill("Description", "Later").await?;
    let now = world.site.asked_for(PART);
    ensure!(now == before, "each input that is left asks for it: {before} times, then {now}");
    page.press("Create connection").await?;
    until_true("the press asks for it", async || Ok(world.site.asked_for(PART) > before)).await?;
    page.alert_with("could not be loaded").await?;
    ensure!(world.service.creations().is_empty(), "something was sent");
    world.site.refuse_nothing();
    page.press("Create connection").await?;
    page.find("region", "Connection created").await?;
    world.service.only_creation()?;
    ensure!(page.alert_text().await?.is_none(), "the failure is still said");
    Ok(())
}

/// Platform access that is complete when it comes is used, but not while a person types it: the
/// inputs stay as they are until the press.
pub async fn comes_while_a_person_types(world: &World) -> Result<()> {
    world.service.create("The only one", "x").await?;
    world.site.hold(PART);
    world.open_path("/#/connections").await?;
    let page = &world.page;
    page.fill_access().await?;
    world.site.let_go();
    page.says("Fill in Platform access above to see the connections").await?;
    let token = page.value("Access token").await?;
    ensure!(token == TOKEN, "the input holds {token:?} now");
    page.focus_is_on("Organization ID").await?;
    ensure!(world.service.lists() == 0, "something was sent before the press");
    page.press("Show connections").await?;
    page.rows_when(LIST, "one row", |rows| rows.len() == 2).await?;
    Ok(())
}

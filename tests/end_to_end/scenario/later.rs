//! The half of the app that is fetched when it is needed.

use anyhow::{Result, ensure};
use flow_service_sim::Reply;
use serde_json::json;

use super::access::LIST;
use crate::until::until_true;
use crate::world::World;

/// The file.
const PART: &str = "/connections.wasm";

/// The form comes without it; the views of connections fetch it, and only once.
pub async fn is_fetched_once(world: &World) -> Result<()> {
    world.service.create("The only one", "x").await?;
    world.open_path("/#/create").await?;
    let page = &world.page;
    page.find("button", "Create connection").await?;
    page.fill("Name", "x").await?;
    ensure!(world.site.asked_for(PART) == 0, "the form fetched {PART}");
    page.follow("Connections").await?;
    until_true("the file is fetched", async || Ok(world.site.asked_for(PART) > 0)).await?;
    page.find("heading", "Connections").await?;
    page.follow("Create").await?;
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
    page.fill_access().await?;
    page.press("Try again").await?;
    page.find("heading", "Connections").await?;
    page.press("Show connections").await?;
    page.rows_when(LIST, "one row", |rows| rows.len() == 2).await?;
    ensure!(page.alert_text().await?.is_none(), "the failure is still said");
    Ok(())
}

/// The words of a refused creation are shown although the host refuses the file; with it all
/// else is there too.
pub async fn is_fetched_for_a_refusal(world: &World) -> Result<()> {
    world.site.refuse(PART);
    let page = world.open_and_fill().await?;
    let words = "INVALID_LOGIN: Invalid username, password, security token";
    let body = json!({
        "type": "https://ns.adobe.com/aep/errors/FLOW-1308-400",
        "title": "Refused",
        "status": 400,
        "report": { "detailed-message": words, "request-id": "request-01" },
    });
    world.service.answers_creation(Reply::json(400, body.to_string()), false);
    page.press("Create connection").await?;
    page.alert_with("could not be loaded").await?;
    page.says("Not created").await?;
    page.says(words).await?;
    world.site.refuse_nothing();
    page.press("Try again").await?;
    let alert = page.alert_with(words).await?;
    for part in ["400", "1308-400", "request-01"] {
        ensure!(alert.contains(part), "the alert lacks {part:?}: {alert}");
    }
    world.service.only_creation()?;
    Ok(())
}

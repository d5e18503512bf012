//! axe-core finds nothing, in each state of the page, in light and in dark.

use anyhow::Result;
use flow_service_sim::Reply;
use serde_json::json;

use crate::world::World;

/// Empty, invalid, filled in with all parts open, sending, outcome unknown, created and
/// tested, the list of connections, refused.
pub async fn in_each_state(world: &World) -> Result<()> {
    let page = &world.page;
    world.open().await?;
    world.is_accessible("empty").await?;
    page.press("Create connection").await?;
    page.alert_with("").await?;
    world.is_accessible("invalid").await?;

    page.fill_all().await?;
    page.disclose("Advanced").await?;
    page.disclose("Request").await?;
    page.fill("Connection spec ID", "b66ab34-8619-49cb-96d1-39b37ede86ea").await?;
    page.press("Create connection").await?;
    page.focus_is_on("Connection spec ID").await?;
    world.is_accessible("all parts open, one field invalid").await?;
    page.press(&format!("Use {}", super::typed::SPEC_ID)).await?;

    let refusal = json!({ "error_code": "401013", "message": "Oauth token is not valid" });
    world.service.answers_creation(Reply::json(401, refusal.to_string()), false);
    page.press("Create connection").await?;
    page.alert_with("401013").await?;
    world.is_accessible("refused").await?;

    world.service.delays_creation(600_000, Reply::Real, false);
    page.press("Create connection").await?;
    page.find("button", "Creating…").await?;
    world.is_accessible("sending").await?;
    if page.has("button", "Cancel").await {
        page.press("Cancel").await?;
    }
    page.region_with("Outcome unknown", &["not created"]).await?;
    world.is_accessible("outcome unknown").await?;

    world.open_and_fill().await?.press("Create connection").await?;
    page.connection_id().await?;
    world.is_accessible("created").await?;
    page.press("Test connection").await?;
    page.region_with("Connection created", &["accepted"]).await?;
    world.is_accessible("tested").await?;
    page.follow("Connections").await?;
    page.find("heading", "Connections of this page").await?;
    world.is_accessible("the list of connections").await
}

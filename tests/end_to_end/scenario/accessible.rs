//! axe-core finds nothing, in each state of the page, in light and in dark.

use anyhow::Result;
use flow_service_sim::{Method, Reply};
use serde_json::json;

use super::access::LIST;
use crate::until::until_true;
use crate::world::World;

/// Empty, invalid, filled in with all parts open, sending, outcome unknown, created and
/// tested, refused, checked.
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
    page.press("Check what failed").await?;
    page.region_with("Check", &["there are warnings"]).await?;
    world.is_accessible("a check of what failed").await?;
    page.press("Check").await?;

    world.service.delays_creation(600_000, Reply::Real, false);
    page.press("Create connection").await?;
    page.find("button", "Creating…").await?;
    world.is_accessible("sending").await?;
    if page.has("button", "Cancel").await {
        // The limit of the app may come first; what follows is the same.
        drop(page.press("Cancel").await);
    }
    page.region_with("Outcome unknown", &["not there so far"]).await?;
    world.is_accessible("outcome unknown").await?;

    world.open_and_fill().await?.press("Create connection").await?;
    page.connection_id().await?;
    world.is_accessible("created").await?;
    page.press("Test connection").await?;
    page.region_with("Connection created", &["accepted"]).await?;
    world.is_accessible("tested").await
}

/// The half of the app with connections is missing: with connections, and after a refusal.
pub async fn in_one_half(world: &World) -> Result<()> {
    world.site.refuse("/connections.wasm");
    world.open_path("/#/connections").await?;
    world.page.alert_with("could not be loaded").await?;
    world.is_accessible("half of the app is missing").await?;
    world.page.follow("Create").await?;
    world.page.fill_all().await?;
    world.page.press("Create connection").await?;
    world.page.alert_with("could not be loaded").await?;
    world.is_accessible("pressed without the other half").await
}

/// Without access, loading, failed, the list, all sources, sought in vain, selected, asked for
/// a removal, its report.
pub async fn in_the_list(world: &World) -> Result<()> {
    let page = &world.page;
    world.open_path("/#/connections").await?;
    page.says("Fill in Platform access above").await?;
    world.is_accessible("connections without access").await?;
    world.service.answers_look_ups(1, 60_000, Reply::Real);
    page.fill_access().await?;
    page.press("Show connections").await?;
    page.says("Loading connections…").await?;
    until_true("the list is asked for", async || Ok(world.service.lists() == 1)).await?;
    world.is_accessible("the list is loading").await?;

    world.service.answers_look_ups(1, 0, Reply::json(403, r#"{"message":"No"}"#));
    page.follow("Create").await?;
    page.find("button", "Create connection").await?;
    page.follow("Connections").await?;
    page.alert_with("The connections could not be loaded").await?;
    world.is_accessible("the list failed").await?;
    page.press("Try again").await?;
    page.rows_when(LIST, "rows", |rows| rows.len() > 1).await?;
    world.is_accessible("the list").await?;
    page.press("Change access").await?;
    world.is_accessible("the list with access open").await?;
    page.press("Updated").await?;
    page.select("Show", "All sources").await?;
    page.says("Showing 100 of 100 loaded").await?;
    world.is_accessible("all sources, sorted").await?;
    page.fill("Search", "there is no such connection").await?;
    page.says("No loaded connection matches.").await?;
    world.is_accessible("sought in vain").await?;
    page.fill("Search", "Service Cloud 0").await?;
    page.rows_when(LIST, "rows", |rows| rows.len() > 3).await?;
    page.check("Select Entitlements Salesforce Service Cloud 00006").await?;
    page.check("Select Entitlements Salesforce Service Cloud 00013").await?;
    world.is_accessible("two selected").await?;
    page.press("Delete…").await?;
    page.press("Delete 2 connections").await?;
    page.says("Nothing was deleted").await?;
    world.is_accessible("asked for a removal").await?;
    let path = "/data/foundation/flowservice/connections";
    world.service.answers(Method::DELETE, path, 1, 0, Reply::json(503, "{}"));
    page.fill("To delete, type: delete 2 connections", "delete 2 connections").await?;
    page.press("Delete 2 connections").await?;
    page.says("1 deleted, 1 unknown.").await?;
    world.is_accessible("the report of a removal").await
}

/// Each part of one connection: all fields, tested, tables, columns, preview, a whole cell, the
/// edit, a rotation, a problem, a conflict, saved, gone.
pub async fn in_one_connection(world: &World) -> Result<()> {
    let id = world.service.create("Looked at", "good").await?;
    let page = world.open_connection(&id).await?;
    world.is_accessible("one connection").await?;
    page.press("Test connection").await?;
    page.says("The source accepted the credentials.").await?;
    page.press("Delete…").await?;
    page.focus_is_on("To delete, type: Looked at").await?;
    world.is_accessible("one connection, tested and asked for its removal").await?;
    page.press("Cancel").await?;

    page.open_tab("Explore").await?;
    page.find("treeitem", "Account").await?;
    world.is_accessible("tables").await?;
    page.scroll("Tables", 100_000, 0).await?;
    page.click_on("treeitem", "Archive folder").await?;
    page.find("treeitem", "2024 folder").await?;
    page.fill("Search tables", "LongText").await?;
    page.click_on("treeitem", "LongText__c").await?;
    page.says("10 rows").await?;
    world.is_accessible("a table").await?;
    page.script("pressCell", &[json!("Markup__c"), json!(1)]).await?;
    page.find("heading", "Markup__c, row 1").await?;
    world.is_accessible("a whole cell").await?;
    page.fill("Search tables", "LoginHistory").await?;
    page.click_on("treeitem", "LoginHistory").await?;
    page.says("This table has no preview").await?;
    world.is_accessible("a table without preview").await?;

    page.open_tab("JSON").await?;
    page.says(&id).await?;
    world.is_accessible("JSON").await?;

    page.open_tab("Edit").await?;
    page.find("button", "Save changes").await?;
    world.is_accessible("the edit").await?;
    page.rotate().await?;
    page.fill("Password", "new").await?;
    page.press("Save changes").await?;
    page.focus_is_on("Security token").await?;
    page.disclose("Request").await?;
    world.is_accessible("a rotation with a problem").await?;
    page.fill("Security token", "new").await?;
    page.fill("Name", "Mine").await?;
    let theirs = json!([{ "op": "replace", "path": "/name", "value": "Theirs" }]);
    world.service.change(&id, &theirs).await?;
    page.press("Save changes").await?;
    page.region("The connection was changed meanwhile").await?;
    world.is_accessible("a conflict").await?;
    page.press("Apply my changes to the newer version").await?;
    page.says("The service has your changes.").await?;
    world.is_accessible("saved").await?;
    world.service.delete(&id).await?;
    page.open_tab("Overview").await?;
    page.press("Refresh").await?;
    page.alert_with("This connection does not exist, or not any more").await?;
    world.is_accessible("gone").await
}

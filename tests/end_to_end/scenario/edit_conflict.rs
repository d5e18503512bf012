//! An edit that meets another version, or no answer.

use anyhow::{Context, Result, ensure};
use flow_service_sim::{Method, Reply};
use serde_json::{Value, json};

use super::edit::is_rotation;
use crate::until::until_true;
use crate::world::World;

/// The table of what differs.
const DIFFERENCES: &str = "What differs";

/// Someone else was faster: what differs is shown, and what was typed is put on their version.
/// Secrets stay typed, and are sent once more with it.
pub async fn stale_changes_are_applied(world: &World) -> Result<()> {
    let id = world.open_edit("Before").await?;
    let page = &world.page;
    page.fill("Name", "Mine").await?;
    page.rotate().await?;
    page.fill("Password", "new pass word").await?;
    page.fill("Security token", "new-token").await?;
    let steps = json!([
        { "op": "replace", "path": "/name", "value": "Theirs" },
        { "op": "replace", "path": "/description", "value": "Theirs too" },
    ]);
    world.service.change(&id, &steps).await?;
    page.press("Save changes").await?;
    let rows = page.rows_when(DIFFERENCES, "differences", |rows| rows.len() > 2).await?;
    for expected in [
        ["Field", "Yours", "Theirs now", "Before"],
        ["Name", "Mine", "Theirs", "Before"],
        ["Description", "not changed by you", "Theirs too", "Made for a trial"],
    ] {
        ensure!(rows.iter().any(|row| row == &expected), "{expected:?} is not in {rows:?}");
    }
    let secret = rows.iter().find(|row| row.concat().contains("Password"));
    ensure!(secret.is_some_and(|row| row.concat().contains("given by you, not shown")), "{rows:?}");
    ensure!(page.value("Name").await? == "Mine", "what was typed is lost");
    ensure!(page.value("Password").await? == "new pass word", "the password is lost");
    let etag = world.service.connection(&id)?.connection.etag;
    page.press("Apply my changes to the newer version").await?;
    page.says("The service has your changes.").await?;
    let changes = world.service.asked(&Method::PATCH, &id);
    let change = changes.last().context("no change arrived")?;
    ensure!(change.header("if-match") == etag.as_deref(), "If-Match is not {etag:?}");
    let body: Value = serde_json::from_str(&change.body)?;
    let steps = body.as_array().into_iter().flatten();
    let paths: Vec<_> = steps.filter_map(|step| step.get("path")?.as_str()).collect();
    ensure!(paths == ["/name", "/auth/params"], "changed were {paths:?}");
    let held = world.service.connection(&id)?.connection;
    ensure!(held.name.as_deref() == Some("Mine"), "the name is {:?}", held.name);
    ensure!(held.description.as_deref() == Some("Theirs too"), "theirs is overwritten");
    // Ours twice, and theirs.
    ensure!(changes.len() == 3, "{} changes arrived", changes.len());
    Ok(())
}

/// The same, dropped: the form shows what the service has, and nothing was changed.
pub async fn stale_changes_are_dropped(world: &World) -> Result<()> {
    let id = world.open_edit("Before").await?;
    let page = &world.page;
    page.fill("Name", "Mine").await?;
    let steps = json!([{ "op": "replace", "path": "/name", "value": "Theirs" }]);
    world.service.change(&id, &steps).await?;
    page.press("Save changes").await?;
    page.region("The connection was changed meanwhile").await?;
    ensure!(page.value("Name").await? == "Mine", "what was typed is lost");
    page.press("Drop my changes").await?;
    until_true("theirs in the form", async || Ok(page.value("Name").await? == "Theirs")).await?;
    page.find("heading", "Theirs").await?;
    let held = world.service.connection(&id)?.connection;
    ensure!(held.name.as_deref() == Some("Theirs"), "the name is {:?}", held.name);
    page.fill("Name", "Mine after all").await?;
    page.press("Save changes").await?;
    page.says("The service has your changes.").await
}

/// A server that gives up: the change is never sent again, and what the service has decides.
pub async fn outcome_is_looked_up(world: &World) -> Result<()> {
    let id = world.open_edit("Before").await?;
    let page = &world.page;
    let gave_up = || Reply::json(503, json!({ "title": "Gave up", "status": 503 }).to_string());

    page.fill("Name", "Saved all the same").await?;
    world.service.answers_change(gave_up(), true);
    page.press("Save changes").await?;
    page.says("No answer told what became of it, so the app asked for the connection: it has what you typed.")
        .await?;
    for said in ["The request was refused, by Adobe or by something on the way there.", "Gave up"] {
        page.says(said).await?;
    }
    ensure!(world.service.asked(&Method::PATCH, &id).len() == 1, "it was sent again");

    page.fill("Name", "Not saved at first").await?;
    world.service.answers_change(gave_up(), false);
    page.press("Save changes").await?;
    page.says("it is still the version that you edited").await?;
    ensure!(page.value("Name").await? == "Not saved at first", "what was typed is lost");
    ensure!(world.service.asked(&Method::PATCH, &id).len() == 2, "it was sent again");
    page.press("Save changes").await?;
    page.says("The service has your changes.").await?;

    page.rotate().await?;
    page.fill("Password", "new pass word").await?;
    page.fill("Security token", "new-token").await?;
    world.service.answers_change(Reply::CutBeforeAnswer, true);
    page.press("Save changes").await?;
    page.says("Whether it has your secrets cannot be seen.").await?;
    let changes = world.service.asked(&Method::PATCH, &id);
    ensure!(changes.len() == 4, "{} changes arrived", changes.len());
    page.press("Apply my changes to the newer version").await?;
    page.find("button", "Test connection").await?;
    let changes = world.service.asked(&Method::PATCH, &id);
    ensure!(changes.len() == 5, "{} changes arrived", changes.len());
    let change = changes.last().context("no change arrived")?;
    is_rotation(change, "engineer@acme.example", "new pass word", "new-token")?;
    for value in page.all_values().await? {
        ensure!(!value.contains("new pass word"), "the password stays in an input");
    }

    // A refusal is shown, and the input that it is about has the focus.
    let words = "The mandatory field password is not provided";
    let body = json!({
        "type": "https://ns.adobe.com/aep/errors/FLOW-1304-400",
        "title": "Refused",
        "status": 400,
        "report": { "detailed-message": words, "request-id": "request-09" },
    });
    page.rotate().await?;
    page.fill("Password", "new pass word").await?;
    page.fill("Security token", "new-token").await?;
    world.service.answers_change(Reply::json(400, body.to_string()), false);
    page.press("Save changes").await?;
    page.alert_with(words).await?;
    page.focus_is_on("Password").await?;
    page.says("Everything you typed is still in the form.").await?;
    ensure!(page.value("Password").await? == "new pass word", "the password is lost");
    Ok(())
}

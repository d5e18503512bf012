//! The edit of a connection: what is sent, and what is not.

use anyhow::{Context, Result, ensure};
use flow_service_sim::{Method, ReceivedRequest};
use serde_json::{Value, json};
use thirtyfour::Key;

use super::leaving::asks;
use super::restored::reload;
use super::typed::TOKEN;
use crate::until::until_true;
use crate::world::World;

/// Name and description, alone and together: a JSON Patch of what was changed, for the
/// version that was shown.
pub async fn only_what_changed_is_sent(world: &World) -> Result<()> {
    let id = world.open_edit("Before").await?;
    let page = &world.page;
    page.press("Save changes").await?;
    page.says("Nothing is changed, so nothing was sent.").await?;
    for (label, text, steps) in [
        ("Name", "After", json!([{ "op": "replace", "path": "/name", "value": "After" }])),
        (
            "Description",
            "Told otherwise",
            json!([{ "op": "replace", "path": "/description", "value": "Told otherwise" }]),
        ),
        ("Description", "", json!([{ "op": "remove", "path": "/description" }])),
        (
            "Description",
            "Told anew",
            json!([{ "op": "add", "path": "/description", "value": "Told anew" }]),
        ),
    ] {
        let etag = world.service.connection(&id)?.connection.etag;
        let before = world.service.asked(&Method::PATCH, &id).len();
        page.fill(label, text).await?;
        page.press("Save changes").await?;
        page.says("The service has your changes.").await?;
        let changes = world.service.asked(&Method::PATCH, &id);
        ensure!(changes.len() == before + 1, "{} changes arrived", changes.len());
        let change = changes.last().context("no change arrived")?;
        ensure!(change.header("if-match") == etag.as_deref(), "If-Match is not {etag:?}");
        ensure!(change.header("content-type") == Some("application/json"), "another type");
        let body: Value = serde_json::from_str(&change.body)?;
        ensure!(body == steps, "sent was {body} instead of {steps}");
        until_true("the new version is shown", async || Ok(page.value(label).await? == text))
            .await?;
    }
    page.find("heading", "After").await?;
    let held = world.service.connection(&id)?.connection;
    ensure!(held.description.as_deref() == Some("Told anew"), "it is {:?}", held.description);
    page.follow_in("Breadcrumb", "Connections").await?;
    page.find("link", "After").await?;
    Ok(())
}

/// New credentials: all parameters at once, the stored secrets neither shown nor sent; then
/// the inputs are empty, and a test is offered.
pub async fn credentials_are_rotated(world: &World) -> Result<()> {
    let id = world.open_edit("Rotated").await?;
    let page = &world.page;
    page.says("The stored credentials stay as they are.").await?;
    page.rotate().await?;
    page.focus_is_on("Username").await?;
    ensure!(page.value("Username").await? == "engineer@acme.example", "it is not filled in");
    for label in ["Password", "Security token"] {
        let value = page.value(label).await?;
        ensure!(value.is_empty(), "{label} is filled in with {value:?}");
        let field = page.find("textbox", label).await?;
        ensure!(field.attr("type").await?.as_deref() == Some("password"), "{label} can be read");
    }
    page.says("must be given again").await?;
    page.fill("Username", "another@acme.example").await?;
    page.fill("Password", "new pass word").await?;
    page.fill("Security token", "new-token").await?;
    page.press("Show Password").await?;
    page.press("Hide Password").await?;
    let etag = world.service.connection(&id)?.connection.etag;
    page.press("Save changes").await?;
    page.says("The secrets were cleared from this page.").await?;
    let change = world.service.only_change()?;
    ensure!(change.header("if-match") == etag.as_deref(), "If-Match is not {etag:?}");
    is_rotation(&change, "another@acme.example", "new pass word", "new-token")?;
    for value in page.all_values().await? {
        ensure!(!value.contains("new pass word") && !value.contains("new-token"), "{value}");
    }
    page.press("Test connection").await?;
    page.says("The source accepted the credentials.").await?;

    // What the source does not take is told by the test, not by the change.
    page.rotate().await?;
    page.fill("Password", "wrong").await?;
    page.fill("Security token", "new-token").await?;
    page.press("Save changes").await?;
    page.says("The secrets were cleared from this page.").await?;
    page.press("Test connection").await?;
    page.says("The source did not accept the credentials.").await
}

/// Without a secret nothing is sent; its input is marked and has the focus. The stored
/// credentials can be kept after all.
pub async fn missing_secrets_are_marked(world: &World) -> Result<()> {
    world.open_edit("Kept").await?;
    let page = &world.page;
    page.rotate().await?;
    page.fill("Password", "new pass word").await?;
    page.press("Save changes").await?;
    page.focus_is_on("Security token").await?;
    let error = page.field_error("Security token").await?;
    ensure!(error.is_some(), "the input is not marked");
    ensure!(page.field_error("Password").await?.is_none(), "the other one is marked");
    page.fill("Password", "").await?;
    page.fill("Security token", "x").await?;
    page.press("Save changes").await?;
    page.focus_is_on("Password").await?;
    ensure!(world.service.asked(&Method::PATCH, "").is_empty(), "something was sent");
    page.press("Keep the stored credentials").await?;
    page.focus_is_on("Rotate credentials…").await?;
    page.fill("Name", "").await?;
    page.press("Save changes").await?;
    page.focus_is_on("Name").await?;
    ensure!(page.field("Name").await?.invalid, "the name is not marked");
    ensure!(world.service.asked(&Method::PATCH, "").is_empty(), "something was sent");
    Ok(())
}

/// The page wants to be asked while there is something to lose, in whatever view.
pub async fn unsent_changes_ask(world: &World) -> Result<()> {
    let id = world.service.create("Asked for", "stored-password").await?;
    let page = world.open_in_portal(&format!("#/connections/{id}")).await?;
    page.open_tab("Edit").await?;
    page.find("button", "Save changes").await?;
    ensure!(!asks(world).await?, "an untouched edit asks");
    page.fill("Name", "Asked for?").await?;
    until_true("the question, for a name", async || asks(world).await).await?;
    page.follow_in("Breadcrumb", "Connections").await?;
    page.find("link", "Asked for").await?;
    ensure!(asks(world).await?, "the question is lost with the view");
    world.browser.web.back().await?;
    page.find("button", "Discard changes").await?;
    ensure!(page.value("Name").await? == "Asked for?", "what was typed is lost");
    page.press("Discard changes").await?;
    until_true("no question any more", async || Ok(!asks(world).await?)).await?;
    ensure!(page.value("Name").await? == "Asked for", "the old name is not back");
    page.rotate().await?;
    page.find("textbox", "Password").await?.send_keys("x").await?;
    until_true("the question, for a secret", async || asks(world).await).await?;
    page.find("textbox", "Password").await?.send_keys(Key::Enter.value().to_string()).await?;
    page.focus_is_on("Security token").await?;
    page.press("Keep the stored credentials").await?;
    until_true("no question in the end", async || Ok(!asks(world).await?)).await?;
    ensure!(world.service.asked(&Method::PATCH, "").is_empty(), "something was sent");
    Ok(())
}

/// The request replaces all parameters, by these.
pub fn is_rotation(
    request: &ReceivedRequest,
    username: &str,
    password: &str,
    security_token: &str,
) -> Result<()> {
    let body: Value = serde_json::from_str(&request.body)?;
    let params =
        json!({ "username": username, "password": password, "securityToken": security_token });
    let steps = json!([{ "op": "replace", "path": "/auth/params", "value": params }]);
    ensure!(body == steps, "sent was {body} instead of {steps}");
    Ok(())
}

/// A page that is loaded again has what was typed into an edit, but for its secrets.
pub async fn is_restored(world: &World) -> Result<()> {
    const SECRET: &str = "canary-rotated-Zq95";
    let id = world.open_edit("Kept").await?;
    let page = &world.page;
    page.fill("Name", "Typed before").await?;
    page.rotate().await?;
    page.fill("Username", "another@acme.example").await?;
    page.fill("Password", SECRET).await?;
    until_true("it is kept", async || Ok(kept(world).await?.contains("another@"))).await?;
    ensure!(!kept(world).await?.contains(SECRET), "a secret is kept");

    reload(world).await?;
    page.fill("Access token", TOKEN).await?;
    page.press("Show connections").await?;
    page.says("Restored what you typed into this edit").await?;
    for (label, value) in
        [("Name", "Typed before"), ("Username", "another@acme.example"), ("Password", "")]
    {
        let now = page.value(label).await?;
        ensure!(now == value, "{label} is {now:?}");
    }
    world.is_accessible("with a restored edit").await?;
    page.fill("Password", "new pass word").await?;
    page.fill("Security token", "new-token").await?;
    page.press("Save changes").await?;
    page.says("The service has your changes.").await?;
    let held = world.service.connection(&id)?.connection;
    ensure!(held.name.as_deref() == Some("Typed before"), "it is {:?}", held.name);
    until_true("nothing is kept", async || Ok(kept(world).await?.is_empty())).await
}

/// What is kept of edits.
async fn kept(world: &World) -> Result<String> {
    let read = "return sessionStorage.getItem('flow-connect-edits') ?? ''";
    let kept = world.browser.web.execute(read, Vec::<Value>::new()).await?;
    Ok(kept.json().as_str().unwrap_or_default().to_owned())
}

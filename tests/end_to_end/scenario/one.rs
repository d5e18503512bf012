//! One connection: opened, read, tested.

use anyhow::{Context, Result, ensure};
use flow_service_sim::{Method, Reply};
use serde_json::{Value, json};

use super::typed::NAME;
use crate::local_service::CONNECTIONS;
use crate::until::until;
use crate::world::World;

/// From the list, with every field that the service gives.
pub async fn opens_from_the_list(world: &World) -> Result<()> {
    let page = world.open_connections().await?;
    let newest = world.service.of_this_source().into_iter().next().context("there is none")?;
    let connection = newest.connection;
    let text = |text: &Option<String>| text.clone().unwrap_or_else(|| "not given".to_owned());
    let name = text(&connection.name);
    page.follow(&name).await?;
    page.find("heading", &name).await?;
    let id = connection.id.as_str();
    let address = world.browser.web.current_url().await?;
    ensure!(address.as_str().ends_with(&format!("#/connections/{id}")), "the address is {address}");
    for (fact, value) in [
        ("Name", name),
        ("Description", text(&connection.description)),
        ("State", text(&connection.state)),
        ("Etag", text(&connection.etag)),
    ] {
        page.fact_is("About", fact, &value).await?;
    }
    for (fact, value) in [
        ("Connection spec version", text(&connection.spec_version)),
        ("Auth spec", text(&connection.auth_spec)),
    ] {
        page.fact_is("Source", fact, &value).await?;
    }
    for (fact, value) in [
        ("Created by", text(&connection.created_by)),
        ("Updated by", text(&connection.updated_by)),
        ("Sandbox", text(&connection.sandbox_name)),
    ] {
        page.fact_is("History", fact, &value).await?;
    }
    let params = connection.auth_params.unwrap_or_default();
    for (key, value) in params.as_object().into_iter().flatten() {
        let value = value.as_str().unwrap_or_default();
        page.fact_is("Source", &format!("Auth parameter {key}"), value).await?;
    }
    let created = page.facts("History").await?;
    let created = created.iter().find(|(name, _)| name == "Created").context("no time")?;
    ensure!(created.1.contains("2026-01-01 00:00:00 UTC"), "created is {created:?}");
    page.copy("Copy connection ID", |copied| copied == id).await?;
    let spec = connection.spec_id.unwrap_or_default();
    page.copy("Copy connection spec ID", |copied| copied == spec).await?;
    Ok(())
}

/// From what was just created.
pub async fn opens_from_the_form(world: &World) -> Result<()> {
    let page = world.open_and_fill().await?;
    page.press("Create connection").await?;
    let id = page.connection_id().await?;
    page.follow("Open connection").await?;
    page.find("heading", NAME).await?;
    page.copy("Copy connection ID", |copied| copied == id).await?;
    page.follow_in("Breadcrumb", "Connections").await?;
    page.find("link", NAME).await?;
    page.find("button", "Change access").await?;
    ensure!(!page.has("textbox", "Access token").await, "access is asked for though it works");
    Ok(())
}

/// By its address; access is typed there.
pub async fn opens_by_its_address(world: &World) -> Result<()> {
    let newest = world.service.of_this_source().into_iter().next().context("there is none")?;
    let name = newest.connection.name.unwrap_or_default();
    world.open_path(&format!("/#/connections/{}", newest.connection.id.as_str())).await?;
    let page = &world.page;
    page.says("Fill in Platform access above to see this connection.").await?;
    page.fill_access().await?;
    page.press("Show connections").await?;
    page.find("heading", &name).await?;
    ensure!(world.service.lists() == 0, "the list was asked for");
    page.follow_in("Breadcrumb", "Connections").await?;
    page.find("link", &name).await?;
    Ok(())
}

/// In a portal that gives access: nothing is typed, nothing is pressed.
pub async fn opens_in_a_portal(world: &World) -> Result<()> {
    let newest = world.service.of_this_source().into_iter().next().context("there is none")?;
    let (id, name) = (newest.connection.id, newest.connection.name.unwrap_or_default());
    let page = world.open_in_portal(&format!("#/connections/{}", id.as_str())).await?;
    page.find("heading", &name).await?;
    page.follow_in("Breadcrumb", "Connections").await?;
    page.find("link", &name).await?;
    Ok(())
}

/// Accepted, not accepted, and refused in the service's own words.
pub async fn is_tested(world: &World) -> Result<()> {
    let good = world.service.create("With good credentials", "good").await?;
    let bad = world.service.create("With bad credentials", "wrong").await?;
    let page = world.open_connection(&good).await?;
    page.press("Test connection").await?;
    page.says("The source accepted the credentials. 20").await?;
    page.says(" UTC").await?;

    let words = "The source is being moved to another house.";
    let body = json!({
        "type": "https://ns.adobe.com/aep/errors/FLOW-1308-400",
        "title": "Refused",
        "status": 400,
        "report": { "detailed-message": words, "request-id": "request-07" },
    });
    let path = format!("{CONNECTIONS}/{good}/test");
    world.service.answers(Method::GET, &path, 1, 0, Reply::json(400, body.to_string()));
    page.press("Test connection").await?;
    let alert = page.alert_with(words).await?;
    for part in ["The connection could not be tested", "1308-400", "request-07"] {
        ensure!(alert.contains(part), "the alert lacks {part:?}: {alert}");
    }

    page.follow_in("Breadcrumb", "Connections").await?;
    page.follow("With bad credentials").await?;
    page.find("heading", "With bad credentials").await?;
    ensure!(page.alert_text().await?.is_none(), "the result of another connection is shown");
    page.press("Test connection").await?;
    page.says("The source did not accept the credentials.").await?;
    let tests = world.service.asked(&Method::GET, "/test").len();
    ensure!(tests == 3, "{tests} tests arrived");
    ensure!(world.service.asked(&Method::GET, &format!("{bad}/test")).len() == 1);
    Ok(())
}

/// As the service gave it, to be read and copied.
pub async fn is_shown_as_json(world: &World) -> Result<()> {
    let id = world.service.create("As <b>JSON</b>", "x").await?;
    let page = world.open_connection(&id).await?;
    page.open_tab("JSON").await?;
    page.says(r#""name": "As <b>JSON</b>""#).await?;
    let copied = page.copy("Copy JSON", |copied| copied.starts_with('{')).await?;
    let copied: Value = serde_json::from_str(&copied)?;
    ensure!(copied.get("id") == Some(&json!(id)), "copied was {copied}");
    ensure!(copied.pointer("/auth/params/password") == Some(&json!("********")), "{copied}");
    page.says("with secrets as the service masks them").await
}

/// An ID that the service does not know.
pub async fn unknown_is_gone(world: &World) -> Result<()> {
    let id = "0fca9b0e-2e2c-4d0a-b5d1-b3b6a6a4a6a2";
    world.open_with_access(&format!("/#/connections/{id}")).await?;
    let page = &world.page;
    let alert = page.alert_with("This connection does not exist, or not any more").await?;
    ensure!(alert.contains(id), "the ID is not said: {alert}");
    ensure!(!page.has("tab", "Overview").await, "there is something to see of it");
    page.follow("See all connections").await?;
    page.says("There is no base connection").await?;

    // One that is deleted while it is shown.
    let id = world.service.create("Soon gone", "x").await?;
    page.press("Refresh").await?;
    page.follow("Soon gone").await?;
    page.find("tab", "Overview").await?;
    world.service.delete(&id).await?;
    page.press("Refresh").await?;
    page.alert_with("This connection does not exist, or not any more").await?;
    until("nothing to see of it", async || Ok((!page.has("tab", "Overview").await).then_some(())))
        .await
}

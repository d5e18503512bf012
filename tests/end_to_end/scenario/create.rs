//! The main job: from credentials to connection ID.

use anyhow::{Context, Result, ensure};
use flow_service_sim::ReceivedRequest;
use serde_json::{Value, json};

use super::typed::{
    API_KEY, BASIC, NAME, OAUTH2, ORGANIZATION, PASSWORD, SECURITY_TOKEN, SPEC_ID, TOKEN, USERNAME,
};
use crate::local_service::CONNECTIONS;
use crate::site::ConfigFile;
use crate::until::until_true;
use crate::world::World;

/// The request that arrives is the tutorial's, value by value, and nothing is added but
/// what a browser has to send; the page shows what the service answered.
pub async fn with_basic_authentication(world: &World) -> Result<()> {
    let page = world.open_and_fill().await?;
    page.press("Create connection").await?;
    let id = page.connection_id().await?;
    ensure!(id == world.service.only_connection_id()?, "the page shows another ID: {id}");

    let field = page.find("textbox", "Connection ID").await?;
    ensure!(page.role(&field).await? == "textbox", "the ID has another role");
    ensure!(field.attr("readonly").await?.is_some(), "the ID can be changed");

    let request = world.service.only_creation()?;
    is_from(world, &request)?;
    is_body(
        &request,
        &json!({
            "name": NAME,
            "description": NAME,
            "auth": {
                "specName": BASIC,
                "params": {
                    "username": USERNAME,
                    "password": PASSWORD,
                    "securityToken": SECURITY_TOKEN,
                },
            },
            "connectionSpec": { "id": SPEC_ID, "version": "1.0" },
        }),
    )?;

    let region = page.region("Connection created").await?;
    let etag = world.service.connections().first().and_then(|held| held.connection.etag.clone());
    let etag = etag.context("the service gave no etag")?;
    ensure!(region.contains(&etag), "the etag {etag} is not shown: {region}");
    ensure!(region.contains("prod"), "the sandbox is not shown: {region}");
    ensure!(page.status_text().await?.is_some(), "success is not said in the live region");
    page.copy("Copy connection ID", |copied| copied == id).await?;
    secrets_are_gone(world).await?;
    for visit in world.site.visits() {
        ensure!(visit.method == "GET", "the static host got {visit:?}");
        ensure!(!visit.headers.contains_key("cookie"), "a cookie: {visit:?}");
    }
    Ok(())
}

/// `OAuth2` sends its own parameters; a bare host gets its scheme, an empty description is
/// left out.
pub async fn with_oauth2(world: &World) -> Result<()> {
    let page = &world.page;
    world.open().await?;
    page.fill_access().await?;
    page.fill("Sandbox", "stage").await?;
    page.fill("Name", "OAuth2 connection").await?;
    page.choose("Authentication", OAUTH2).await?;
    page.fill("Client ID", "client-id").await?;
    page.fill("Client secret", "client-secret").await?;
    page.fill("Environment URL", "acme.my.salesforce.com").await?;
    page.fill("API version", "60.0").await?;
    page.press("Create connection").await?;
    let id = page.connection_id().await?;
    ensure!(id == world.service.only_connection_id()?, "the page shows another ID: {id}");
    let request = world.service.only_creation()?;
    ensure!(request.header("x-sandbox-name") == Some("stage"), "another sandbox was sent");
    is_body(
        &request,
        &json!({
            "name": "OAuth2 connection",
            "auth": {
                "specName": OAUTH2,
                "params": {
                    "clientId": "client-id",
                    "clientSecret": "client-secret",
                    "environmentUrl": "https://acme.my.salesforce.com",
                    "apiVersion": "60.0",
                },
            },
            "connectionSpec": { "id": SPEC_ID, "version": "1.0" },
        }),
    )?;
    secrets_are_gone(world).await
}

/// With `apiBase` `/` the page talks to its own origin only.
pub async fn behind_a_reverse_proxy(world: &World) -> Result<()> {
    world.site.set_config(ConfigFile::Json(json!({ "apiBase": "/" })));
    let page = world.open_and_fill().await?;
    page.press("Create connection").await?;
    let id = page.connection_id().await?;
    ensure!(id == world.service.only_connection_id()?, "the page shows another ID: {id}");
    let visits = world.site.visits();
    let through = visits.iter().filter(|visit| visit.target == CONNECTIONS).count();
    ensure!(through == 1, "{through} requests came through the proxy");
    // The look whether there is one of this name goes the same way; it may still be on it.
    until_true("all that arrives comes through the proxy", async || {
        let visits = world.site.visits();
        let all = visits.iter().filter(|visit| visit.target.starts_with("/data/")).count();
        let arrived = world.service.requests().len();
        // A look that another one takes the place of may end at the proxy.
        let ended = world.site.broken_off().len();
        Ok(arrived <= all && all <= arrived + ended)
    })
    .await
}

/// After the creation: a test of the connection, then another one that needs only what
/// belongs to it.
pub async fn then_test_and_another(world: &World) -> Result<()> {
    let page = world.open_and_fill().await?;
    page.press("Create connection").await?;
    let first = page.connection_id().await?;
    page.press("Test connection").await?;
    page.region_with("Connection created", &["accepted"]).await?;
    let tests = world.service.requests();
    let tests =
        tests.iter().filter(|request| request.path == format!("{CONNECTIONS}/{first}/test"));
    ensure!(tests.filter(|request| request.method == "GET").count() == 1, "no test arrived");

    page.press("Create another").await?;
    for (label, kept) in
        [("API key", API_KEY), ("Organization ID", ORGANIZATION), ("Sandbox", "prod")]
    {
        let value = page.value(label).await?;
        ensure!(value == kept, "{label} now is {value:?}");
    }
    for label in ["Username", "Password", "Security token"] {
        let value = page.value(label).await?;
        ensure!(value.is_empty(), "{label} still holds {value:?}");
    }
    page.fill("Name", "The second").await?;
    page.fill_basic_credentials().await?;
    // "wrong" is the local service's word for credentials that Salesforce does not take.
    page.fill("Password", "wrong").await?;
    page.press("Create connection").await?;
    let second = page.connection_id().await?;
    ensure!(second != first && world.service.connections().len() == 2, "no second connection");
    page.press("Test connection").await?;
    page.region_with("Connection created", &["did not accept", "not accepted"]).await?;
    Ok(())
}

fn is_from(world: &World, request: &ReceivedRequest) -> Result<()> {
    ensure!(request.method == "POST" && request.path == CONNECTIONS, "another path");
    ensure!(request.query.is_empty(), "a query: {}", request.query);
    let bearer = format!("Bearer {TOKEN}");
    for (name, value) in [
        ("authorization", bearer.as_str()),
        ("x-api-key", API_KEY),
        ("x-gw-ims-org-id", ORGANIZATION),
        ("x-sandbox-name", "prod"),
        ("content-type", "application/json"),
        ("origin", &world.site.origin),
    ] {
        let sent = request.header(name);
        ensure!(sent == Some(value), "{name} is {sent:?}");
    }
    for name in ["cookie", "referer"] {
        ensure!(request.header(name).is_none(), "the browser sent {name}");
    }
    let own = request.headers.iter().filter(|(name, _)| name.starts_with("x-")).count();
    ensure!(own == 3, "another header of our own: {:?}", request.headers);
    Ok(())
}

fn is_body(request: &ReceivedRequest, expected: &Value) -> Result<()> {
    let body: Value = serde_json::from_str(&request.body)?;
    ensure!(&body == expected, "the body is {body:#} instead of {expected:#}");
    Ok(())
}

/// After success no input of the page holds a secret.
async fn secrets_are_gone(world: &World) -> Result<()> {
    let secrets = [TOKEN, PASSWORD, SECURITY_TOKEN, "client-secret"];
    for value in world.page.all_values().await? {
        ensure!(!secrets.iter().any(|secret| value.contains(secret)), "an input holds {value}");
    }
    Ok(())
}

//! Secrets leave no trace: a whole run with values that would be found again.

use anyhow::{Result, ensure};
use flow_service_sim::{Method, Reply};
use serde_json::{Value, json};

use super::portal::{PAGE_SCRIPT, page_with};
use super::typed::{API_KEY, BASIC, NAME, OAUTH2, ORGANIZATION, USERNAME};
use crate::canary::Canaries;
use crate::until::until_true;
use crate::world::World;

/// Secrets that occur nowhere else.
pub const TOKEN: &str = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJjYW5hcnkifQ.canary-token-Zq81";
/// See [`TOKEN`].
pub const PASSWORD: &str = "canary-password-Zq82";
/// See [`TOKEN`].
pub const SECURITY_TOKEN: &str = "canary-security-token-Zq83";
/// See [`TOKEN`].
pub const CLIENT_SECRET: &str = "canary-client-secret-Zq84";

/// The languages of the request.
const LANGUAGES: [&str; 8] = [
    "HTTP",
    "curl for bash",
    "PowerShell",
    "curl for cmd",
    "Python (requests)",
    "JavaScript (fetch)",
    "Rust (reqwest)",
    "Postman collection",
];

/// Typed, shown and hidden, copied, refused with the secrets in the answer, lost in an
/// unreadable answer, and at last sent: after each step the secrets are in no address,
/// history, storage, cookie, attribute, text, event, console, copied request or report.
pub async fn are_found_nowhere(world: &World) -> Result<()> {
    let canaries = Canaries::new(&[TOKEN, PASSWORD, SECURITY_TOKEN, CLIENT_SECRET]);
    let element = format!(r#"<flow-connect api-base="{}"></flow-connect>"#, world.service.origin());
    world.site.set_portal(page_with(&element), PAGE_SCRIPT);
    world.open_path("/portal.html").await?;
    sees_the_console(world).await?;

    type_all(world).await?;
    canaries.are_nowhere(world).await?;

    let page = &world.page;
    page.disclose("Request").await?;
    for language in LANGUAGES {
        page.select("Language", language).await?;
        page.press("Copy request").await?;
        page.says("Copied").await?;
        canaries.are_not_in(language, &page.clipboard().await?)?;
    }

    // The server gives back what it got, in all texts that an answer can have.
    let sent = [TOKEN, PASSWORD, SECURITY_TOKEN].join(" ");
    refused_with(world, &canaries, 400, echo(&sent).to_string()).await?;
    refused_with(world, &canaries, 404, format!("<h1>{sent}</h1>")).await?;
    refused_with(world, &canaries, 403, json!({ "error_code": sent, "message": sent }).to_string())
        .await?;
    page.choose("Authentication", OAUTH2).await?;
    let sent = [TOKEN, CLIENT_SECRET].join(" ");
    refused_with(world, &canaries, 409, echo(&sent).to_string()).await?;
    page.choose("Authentication", BASIC).await?;

    page.press("Create connection").await?;
    page.connection_id().await?;
    canaries.are_nowhere(world).await?;
    for value in page.all_values().await? {
        canaries.are_not_in("an input after success", &value)?;
    }
    let body = world.service.creations().pop().map(|creation| creation.body).unwrap_or_default();
    ensure!(body.contains(PASSWORD), "the canaries were not sent, so nothing is proven");

    let events = world.browser.web.execute("return JSON.stringify(recorded)", []).await?;
    let events = events.json().as_str().unwrap_or_default().to_owned();
    for name in ["flow-connect-ready", "flow-connect-error", "flow-connect-created"] {
        ensure!(events.contains(name), "the portal did not hear {name}: {events}");
    }
    canaries.are_not_in("the events", &events)?;
    world.browser.web.refresh().await?;
    page.find("button", "Create connection").await?;
    canaries.are_nowhere(world).await?;
    for value in page.all_values().await? {
        canaries.are_not_in("an input after a reload", &value)?;
    }
    Ok(())
}

/// New secrets of a stored connection: refused with the secrets in the answer, met by another
/// version, sent at last. They and the token are in the body and the header of the change, and
/// nowhere else.
pub async fn of_a_rotation_are_found_nowhere(world: &World) -> Result<()> {
    let canaries = Canaries::new(&[TOKEN, PASSWORD, SECURITY_TOKEN]);
    let element = format!(
        r#"<flow-connect hash-routes api-base="{}"></flow-connect>"#,
        world.service.origin()
    );
    world.site.set_portal(page_with(&element), PAGE_SCRIPT);
    let id = world.service.create("Rotated", "stored-password").await?;
    world.open_path(&format!("/portal.html#/connections/{id}")).await?;
    sees_the_console(world).await?;
    let page = &world.page;
    page.fill("Access token", TOKEN).await?;
    page.fill("API key", API_KEY).await?;
    page.fill("Organization ID", ORGANIZATION).await?;
    page.press("Show connections").await?;
    page.open_tab("Edit").await?;
    page.rotate().await?;
    page.fill("Password", PASSWORD).await?;
    page.fill("Security token", SECURITY_TOKEN).await?;
    for label in ["Password", "Security token"] {
        page.press(&format!("Show {label}")).await?;
        page.press(&format!("Hide {label}")).await?;
    }
    page.disclose("Request").await?;
    canaries.are_nowhere(world).await?;

    let sent = [TOKEN, PASSWORD, SECURITY_TOKEN].join(" ");
    for (status, body) in [
        (400, echo(&sent).to_string()),
        (502, format!("<h1>{sent}</h1>")),
        (403, json!({ "error_code": sent, "message": sent }).to_string()),
    ] {
        world.service.answers_change(Reply::json(status, body), false);
        page.press("Save changes").await?;
        page.says("Not saved").await?;
        page.says(&format!("Status\n{status}")).await?;
        canaries.are_nowhere(world).await?;
    }
    page.fill("Name", "Rotated and renamed").await?;
    let theirs = json!([{ "op": "replace", "path": "/description", "value": "Theirs" }]);
    world.service.change(&id, &theirs).await?;
    page.press("Save changes").await?;
    page.region("The connection was changed meanwhile").await?;
    canaries.are_nowhere(world).await?;
    page.press("Apply my changes to the newer version").await?;
    page.says("The service has your changes.").await?;
    let changes = world.service.asked(&Method::PATCH, &id);
    let last = changes.last().map(|change| change.body.clone()).unwrap_or_default();
    ensure!(last.contains(PASSWORD), "the canaries were not sent, so nothing is proven");
    page.press("Test connection").await?;
    page.says("The source accepted the credentials.").await?;
    canaries.are_nowhere(world).await?;
    for value in page.all_values().await? {
        canaries.are_not_in("an input after success", &value)?;
    }

    for request in world.service.requests() {
        for (name, value) in &request.headers {
            if name != "authorization" {
                canaries.are_not_in("a header", value)?;
            }
        }
        if request.method != Method::PATCH {
            canaries.are_not_in("the body of another request", &request.body)?;
        }
        ensure!(!request.body.contains(TOKEN), "the token is in a body");
    }
    page.open_tab("JSON").await?;
    let copied = page.copy("Copy JSON", |copied| copied.starts_with('{')).await?;
    canaries.are_not_in("the copied JSON", &copied)?;
    page.open_tab("Explore").await?;
    page.find("treeitem", "Account").await?;
    canaries.are_nowhere(world).await?;
    let events = world.browser.web.execute("return JSON.stringify(recorded)", []).await?;
    let events = events.json().as_str().unwrap_or_default().to_owned();
    ensure!(events.contains("flow-connect-error"), "the portal heard no error: {events}");
    canaries.are_not_in("the events", &events)
}

async fn refused_with(world: &World, canaries: &Canaries, status: u16, body: String) -> Result<()> {
    let page = &world.page;
    world.service.answers_creation(Reply::json(status, body), false);
    page.press("Create connection").await?;
    page.alert_with(&status.to_string()).await?;
    let report = page.copy("Copy report", |copied| copied.contains(&status.to_string())).await?;
    canaries.are_not_in("the report", &report)?;
    canaries.are_nowhere(world).await
}

async fn type_all(world: &World) -> Result<()> {
    let page = &world.page;
    page.find("button", "Create connection").await?;
    page.fill("Access token", TOKEN).await?;
    page.fill("API key", API_KEY).await?;
    page.fill("Organization ID", ORGANIZATION).await?;
    page.fill("Name", NAME).await?;
    page.choose("Authentication", OAUTH2).await?;
    page.fill("Client ID", "client-id").await?;
    page.fill("Client secret", CLIENT_SECRET).await?;
    page.fill("Environment URL", "https://acme.my.salesforce.com").await?;
    page.choose("Authentication", BASIC).await?;
    page.fill("Username", USERNAME).await?;
    page.fill("Password", PASSWORD).await?;
    page.fill("Security token", SECURITY_TOKEN).await?;
    for label in ["Access token", "Password", "Security token"] {
        page.press(&format!("Show {label}")).await?;
        page.press(&format!("Hide {label}")).await?;
    }
    Ok(())
}

/// A refusal that repeats every secret in every text it has.
fn echo(secrets: &str) -> Value {
    json!({
        "type": "https://ns.adobe.com/aep/errors/FLOW-1308-400",
        "title": secrets,
        "status": 400,
        "report": { "detailed-message": format!("Error message: {secrets}"), "request-id": secrets },
        "errorMessage": secrets,
        "errorDetails": secrets,
    })
}

/// Proves that what is written to the console would be found.
async fn sees_the_console(world: &World) -> Result<()> {
    world.browser.web.execute("console.log('canary-in-the-console')", []).await?;
    until_true("a text in the console", async || {
        Ok(world.browser.console().await?.contains("canary-in-the-console"))
    })
    .await
}

//! The element in the page of a portal: attributes in, events out, no secret in either.

use anyhow::{Context, Result, ensure};
use flow_service_sim::Reply;
use serde_json::{Value, json};

use super::typed::{API_KEY, NAME, ORGANIZATION, SECURITY_TOKEN};
use crate::until::until_true;
use crate::world::World;

/// The portal's own script: it records the app's events as a listener on the document
/// gets them.
pub const PAGE_SCRIPT: &str = "
window.recorded = [];
for (const name of ['ready', 'created', 'error', 'token-needed']) {
  document.addEventListener(`flow-connect-${name}`, (event) => {
    const plain = event.detail && Object.getPrototypeOf(event.detail) === Object.prototype;
    const { type, detail, bubbles, composed } = event;
    recorded.push({ type, detail, bubbles, composed, plain, from: event.target.id });
  });
}
";

/// The document of a portal with these elements in it.
pub fn page_with(elements: &str) -> String {
    page_that_loads("/flow-connect.js", elements)
}

fn page_that_loads(script: &str, elements: &str) -> String {
    format!(
        r#"<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Portal</title>
<script defer src="/portal.js"></script>
<script type="module" src="{script}"></script>
</head>
<body><header><input id="own" aria-label="The portal's own"></header>
<main>{elements}</main><aside id="elsewhere"></aside></body>
</html>"#
    )
}

/// An element with all attributes.
pub fn element(world: &World, id: &str, sandbox: &str) -> String {
    format!(
        r#"<flow-connect id="{id}" api-base="{}" api-key="{API_KEY}"
            organization-id="{ORGANIZATION}" sandbox="{sandbox}"></flow-connect>"#,
        world.service.origin()
    )
}

/// Attributes fill the fields, and later ones reach the request; the events have the
/// documented shape, bubble and are composed.
pub async fn attributes_and_events(world: &World) -> Result<()> {
    world.site.set_portal(page_with(&element(world, "app", "stage")), PAGE_SCRIPT);
    world.open_path("/portal.html").await?;
    let page = &world.page;
    page.find("button", "Create connection").await?;
    for (label, value) in
        [("API key", API_KEY), ("Organization ID", ORGANIZATION), ("Sandbox", "stage")]
    {
        let shown = page.value(label).await?;
        ensure!(shown == value, "{label} is {shown:?}");
    }
    let change = "document.querySelector('flow-connect').setAttribute('sandbox', 'acme-dev')";
    world.browser.web.execute(change, []).await?;
    until_true("the changed sandbox", async || Ok(page.value("Sandbox").await? == "acme-dev"))
        .await?;
    page.fill("Access token", super::typed::TOKEN).await?;
    page.fill("Name", NAME).await?;
    page.fill_basic_credentials().await?;

    let refusal = json!({ "error_code": "403025", "message": "Profile is not valid" });
    world.service.answers_creation(Reply::json(403, refusal.to_string()), false);
    page.press("Create connection").await?;
    page.alert_with("403025").await?;
    page.press("Create connection").await?;
    let id = page.connection_id().await?;
    let request = world.service.creations().pop().context("nothing was sent")?;
    ensure!(request.header("x-sandbox-name") == Some("acme-dev"), "another sandbox was sent");

    let events = world.browser.web.execute("return recorded", []).await?.json().clone();
    let events = events.as_array().context("no events")?;
    for event in events {
        for truth in ["bubbles", "composed", "plain"] {
            ensure!(event.get(truth) == Some(&json!(true)), "not {truth}: {event}");
        }
        ensure!(event.get("from") == Some(&json!("app")), "from somewhere else: {event}");
        ensure!(event.pointer("/detail/v") == Some(&json!(1)), "no version: {event}");
        ensure!(!event.to_string().contains(SECURITY_TOKEN), "a secret: {event}");
    }
    let details = |name: &str| -> Vec<Value> {
        let of_name = events.iter().filter(|event| event.get("type") == Some(&json!(name)));
        of_name.filter_map(|event| event.get("detail").cloned()).collect()
    };
    let ready = details("flow-connect-ready");
    ensure!(ready == [json!({ "v": 1 })], "ready: {ready:?}");
    let error = details("flow-connect-error");
    let expected = json!({ "v": 1, "stage": "gateway", "status": 403, "code": "403025",
        "requestId": null, "retryable": false });
    ensure!(error == [expected], "error: {error:?}");
    let created = details("flow-connect-created");
    let etag = world.service.connections().first().and_then(|held| held.connection.etag.clone());
    let expected = json!({ "v": 1, "id": id, "etag": etag, "name": NAME, "sandbox": "acme-dev" });
    ensure!(created == [expected], "created: {created:?}");
    Ok(())
}

/// A portal of another origin than the app's host, with a policy of its own that allows
/// the app's files and the API and nothing else.
pub async fn of_another_origin(world: &World) -> Result<()> {
    let host = world.another_site().await?;
    let (app, api) = (&host.origin, world.service.origin());
    world.site.set_policy(&format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' {app}; style-src {app}; img-src 'self'; \
         connect-src {app} {api}; require-trusted-types-for 'script'; trusted-types 'none'"
    ));
    let script = format!("{app}/flow-connect.js");
    let html = page_that_loads(&script, &element(world, "app", "prod"));
    world.site.set_portal(html, PAGE_SCRIPT);
    world.open_path("/portal.html").await?;
    let page = &world.page;
    page.fill("Access token", super::typed::TOKEN).await?;
    page.fill("Name", NAME).await?;
    page.fill_basic_credentials().await?;
    page.press("Create connection").await?;
    let id = page.connection_id().await?;
    ensure!(id == world.service.only_connection_id()?, "the page shows another ID: {id}");
    let request = world.service.only_creation()?;
    ensure!(request.header("origin") == Some(&world.site.origin), "of another origin");
    for visit in host.visits() {
        ensure!(!visit.headers.contains_key("cookie"), "a cookie: {visit:?}");
    }
    Ok(())
}

/// Two elements on one page: what is typed, chosen, sent and shown in one is not seen in
/// the other.
pub async fn two_elements_are_independent(world: &World) -> Result<()> {
    let both = format!("{}{}", element(world, "one", "prod"), element(world, "two", "stage"));
    world.site.set_portal(page_with(&both), PAGE_SCRIPT);
    world.open_path("/portal.html").await?;
    let (one, two) = (world.page.of("#one"), world.page.of("#two"));
    two.find("button", "Create connection").await?;
    one.fill("Access token", super::typed::TOKEN).await?;
    one.fill("Name", "From one").await?;
    one.fill_basic_credentials().await?;
    for label in ["Access token", "Name", "Username", "Password"] {
        let value = two.value(label).await?;
        ensure!(value.is_empty(), "{label} of the other is {value:?}");
    }
    two.choose("Authentication", super::typed::OAUTH2).await?;
    ensure!(one.has("textbox", "Security token").await, "the choice of one is the other's");
    one.press("Create connection").await?;
    let first = one.connection_id().await?;
    ensure!(!two.has("region", "Connection created").await, "the other shows the result");
    // The token of the first is not the token of the second.
    two.press("Create connection").await?;
    two.focus_is_on("Access token").await?;
    two.fill("Access token", super::typed::TOKEN).await?;
    two.fill("Name", "From two").await?;
    two.fill_basic_credentials().await?;
    two.press("Create connection").await?;
    let second = two.connection_id().await?;
    ensure!(
        first != second && one.connection_id().await? == first,
        "one shows {first}, two {second}"
    );
    let sandboxes: Vec<_> = world
        .service
        .creations()
        .iter()
        .map(|creation| creation.header("x-sandbox-name").unwrap_or_default().to_owned())
        .collect();
    ensure!(sandboxes == ["prod", "stage"], "sent were {sandboxes:?}");
    let ids = world.browser.web.execute("return recorded.map((event) => event.from)", []).await?;
    ensure!(ids.json().to_string().contains("two"), "no events of the second: {}", ids.json());
    Ok(())
}

//! A page that is loaded again: what was typed is there, and what is secret is nowhere.

use anyhow::{Result, ensure};
use flow_service_sim::Reply;
use serde_json::Value;

use super::portal::{PAGE_SCRIPT, element, page_with};
use super::typed::{API_KEY, NAME, ORGANIZATION, USERNAME};
use crate::browser::LEAVE;
use crate::canary::Canaries;
use crate::site::ConfigFile;
use crate::until::until_true;
use crate::world::World;

const TOKEN: &str = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJjYW5hcnkifQ.canary-token-Zq91";
const PASSWORD: &str = "canary-password-Zq92";
const SECURITY_TOKEN: &str = "canary-security-token-Zq93";
const CLIENT_SECRET: &str = "canary-client-secret-Zq94";
const NOTICE: &str = "Restored what you typed";

/// Everything but the secrets is back; *Start over* takes it away.
pub async fn but_for_its_secrets(world: &World) -> Result<()> {
    let page = &world.page;
    let canaries = Canaries::new(&[TOKEN, PASSWORD, SECURITY_TOKEN, CLIENT_SECRET]);
    world.open_path("/#/create").await?;
    page.fill("Access token", TOKEN).await?;
    page.fill("API key", API_KEY).await?;
    page.fill("Organization ID", ORGANIZATION).await?;
    page.choose("Authentication", "OAuth2 Client Credential").await?;
    page.fill("Client secret", CLIENT_SECRET).await?;
    page.choose("Authentication", "Basic Authentication").await?;
    page.fill("Username", USERNAME).await?;
    page.fill("Password", PASSWORD).await?;
    page.fill("Security token", SECURITY_TOKEN).await?;
    page.disclose("Advanced").await?;
    page.fill("Name", NAME).await?;
    until_true("the name is kept", async || Ok(kept(world).await?.contains(NAME))).await?;
    canaries.are_nowhere(world).await?;

    load_again(world).await?;
    until_true("the name is back", async || Ok(page.value("Name").await? == NAME)).await?;
    for (label, value) in [
        ("API key", API_KEY),
        ("Organization ID", ORGANIZATION),
        ("Username", USERNAME),
        ("Connection spec version", "1.0"),
        ("Access token", ""),
        ("Password", ""),
        ("Security token", ""),
    ] {
        let now = page.value(label).await?;
        ensure!(now == value, "{label} is {now:?}");
    }
    let said = page.status_text().await?.unwrap_or_default();
    ensure!(said.contains(NOTICE), "the live region says {said:?}");
    canaries.are_nowhere(world).await?;

    page.fill("Password", PASSWORD).await?;
    page.press("Start over").await?;
    page.focus_is_on("Access token").await?;
    for label in ["API key", "Organization ID", "Name", "Username", "Password"] {
        let now = page.value(label).await?;
        ensure!(now.is_empty(), "{label} still is {now:?}");
    }
    until_true("nothing is kept", async || Ok(kept(world).await?.is_empty())).await?;
    ensure!(!page.visible_text().await?.contains(NOTICE), "the notice is still there");
    canaries.are_nowhere(world).await
}

/// Nothing is kept of a form whose connection was created.
pub async fn not_when_it_was_created(world: &World) -> Result<()> {
    let page = world.open_and_fill().await?;
    until_true("it is kept", async || Ok(!kept(world).await?.is_empty())).await?;
    page.press("Create connection").await?;
    page.connection_id().await?;
    until_true("nothing is kept", async || Ok(kept(world).await?.is_empty())).await
}

/// A page that is closed while a creation is on its way: the next one says so, and finds the
/// connection without sending anything again.
pub async fn with_what_was_on_its_way(world: &World) -> Result<()> {
    let page = world.open_and_fill().await?;
    world.service.delays_creation(60_000, Reply::Real, true);
    page.press("Create connection").await?;
    world.creation_arrives(1).await?;
    load_again(world).await?;
    page.says("was on its way when this page was closed").await?;
    page.press("Look for it").await?;
    page.focus_is_on("Access token").await?;
    page.fill("Access token", super::typed::TOKEN).await?;
    page.press("Look for it").await?;
    let id = page.connection_id().await?;
    ensure!(id == world.service.only_connection_id()?, "the page found another one: {id}");
    world.service.only_creation()?;
    until_true("nothing is kept", async || Ok(kept(world).await?.is_empty())).await
}

/// What the deployment sets applies where nothing was typed, and a text that cannot be read
/// is removed.
pub async fn beside_what_is_configured(world: &World) -> Result<()> {
    let page = &world.page;
    world.open().await?;
    page.fill("Name", NAME).await?;
    until_true("the name is kept", async || Ok(kept(world).await?.contains(NAME))).await?;
    let config = serde_json::json!({ "apiBase": world.service.origin(), "sandbox": "acme-dev" });
    world.site.set_config(ConfigFile::Json(config));
    load_again(world).await?;
    until_true("the name is back", async || Ok(page.value("Name").await? == NAME)).await?;
    ensure!(page.value("Sandbox").await? == "acme-dev", "another sandbox");
    for text in ["{", "{\"v\":9,\"fields\":{\"name\":\"x\"}}", "[[[["] {
        keep(world, text).await?;
        load_again(world).await?;
        until_true("it is removed", async || Ok(kept(world).await?.is_empty())).await?;
        ensure!(page.value("Name").await?.is_empty(), "something came of {text}");
        ensure!(
            !page.visible_text().await?.contains(NOTICE),
            "it is said that {text} was restored"
        );
    }
    Ok(())
}

/// What was kept stays where the file that restores it cannot be had.
pub async fn when_its_half_comes(world: &World) -> Result<()> {
    let page = &world.page;
    world.open().await?;
    page.fill("Name", NAME).await?;
    until_true("the name is kept", async || Ok(kept(world).await?.contains(NAME))).await?;
    world.site.refuse("/connections.wasm");
    // A file that the browser holds would not be asked for.
    world.browser.web.execute("return caches.keys()", Vec::<Value>::new()).await?;
    load_again(world).await?;
    until_true("it came, or could not be fetched", async || {
        let failed = page.alert_text().await?.is_some_and(|text| text.contains("not be loaded"));
        Ok(failed || page.value("Name").await? == NAME)
    })
    .await?;
    ensure!(kept(world).await?.contains(NAME), "what was kept is lost");
    world.site.refuse_nothing();
    if page.alert_text().await?.is_some() {
        page.press("Try again").await?;
    }
    until_true("the name is back", async || Ok(page.value("Name").await? == NAME)).await
}

/// A press that is made before it is restored is about all of it.
pub async fn before_a_press(world: &World) -> Result<()> {
    let page = &world.page;
    world.open().await?;
    page.fill_all().await?;
    until_true("the form is kept", async || Ok(kept(world).await?.contains(USERNAME))).await?;
    // The kept form is read once the file is read.
    world.site.hold("/config.json");
    load_again(world).await?;
    page.fill("Access token", TOKEN).await?;
    page.fill("Password", PASSWORD).await?;
    page.fill("Security token", SECURITY_TOKEN).await?;
    ensure!(page.value("Name").await?.is_empty(), "it is restored already");
    page.press("Create connection").await?;
    page.says("Loading…").await?;
    world.site.let_go();
    page.connection_id().await?;
    let held = world.service.connections();
    let name = held.first().and_then(|held| held.connection.name.clone());
    ensure!(name.as_deref() == Some(NAME), "the name is {name:?}");
    Ok(())
}

/// Elements of a portal keep nothing, and one whose storage throws works all the same.
pub async fn not_in_a_portal(world: &World) -> Result<()> {
    let page = &world.page;
    world.site.set_portal(page_with(&element(world, "app", "stage")), PAGE_SCRIPT);
    world.open_path("/portal.html").await?;
    page.fill("Name", NAME).await?;
    page.disclose("Request").await?;
    until_true("the other half is there", async || Ok(page.visible_text().await?.contains("POST")))
        .await?;
    ensure!(kept(world).await?.is_empty(), "a portal's element keeps something");
    let throws = "for (const name of ['getItem', 'setItem', 'removeItem'])
      Storage.prototype[name] = () => { throw new DOMException('no', 'SecurityError'); };";
    let owns = element(world, "app", "stage").replace(" id=", " hash-routes id=");
    world.site.set_portal(page_with(&owns), throws);
    world.open_path("/portal.html?throws").await?;
    page.fill_all().await?;
    page.press("Create connection").await?;
    page.connection_id().await?;
    Ok(())
}

/// A reload, and the form is there again.
async fn load_again(world: &World) -> Result<()> {
    reload(world).await?;
    world.page.find("button", "Create connection").await?;
    Ok(())
}

/// A reload.
pub async fn reload(world: &World) -> Result<()> {
    let leave = format!("{LEAVE} location.reload();");
    let before = "window.before = true";
    world.browser.web.execute(before, Vec::<Value>::new()).await?;
    world.browser.web.execute(leave, Vec::<Value>::new()).await?;
    until_true("the page is loaded again", async || {
        let now = world.browser.web.execute("return !window.before", Vec::<Value>::new()).await?;
        Ok(now.json() == &Value::Bool(true))
    })
    .await
}

/// What is kept of the form.
async fn kept(world: &World) -> Result<String> {
    let read = "return sessionStorage.getItem('flow-connect-form') ?? ''";
    let kept = world.browser.web.execute(read, Vec::<Value>::new()).await?;
    Ok(kept.json().as_str().unwrap_or_default().to_owned())
}

/// As if this had been kept.
async fn keep(world: &World, text: &str) -> Result<()> {
    let write = "const text = arguments[0];
        window.addEventListener('pagehide', () => sessionStorage.setItem('flow-connect-form', text));";
    world.browser.web.execute(write, vec![Value::from(text)]).await?;
    Ok(())
}

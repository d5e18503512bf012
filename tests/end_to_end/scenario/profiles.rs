//! Profiles: saved, used, handed on as a file and as a link, and forgotten.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::typed::{API_KEY, NAME, ORGANIZATION, PASSWORD, TOKEN};
use crate::canary::Canaries;
use crate::until::until_true;
use crate::world::World;

const STORED: &str = "flow-connect-profiles";

/// A profile is kept only when it is saved, and fills in the form when it is used; one press
/// takes that back, one more press forgets it.
pub async fn are_saved_used_and_forgotten(world: &World) -> Result<()> {
    let page = &world.page;
    let canaries = Canaries::new(&[TOKEN, PASSWORD]);
    world.open_path("/#/create").await?;
    page.fill_all().await?;
    save(world, "Mine", "SC {sandbox} {date}").await?;
    let stored = kept(world, STORED).await?;
    for text in [API_KEY, ORGANIZATION, "SC {sandbox} {date}", "\"v\":1"] {
        ensure!(stored.contains(text), "{text} is not in {stored}");
    }
    canaries.are_nowhere(world).await?;

    world.browser.web.execute("sessionStorage.clear()", Vec::<Value>::new()).await?;
    let another = world.browser.web.new_tab().await?;
    world.browser.web.switch_to_window(another).await?;
    world.open_path("/#/create").await?;
    page.fill("Name", "typed").await?;
    page.press("Profiles").await?;
    page.press("Use Mine").await?;
    until_true("the form is filled in", async || Ok(page.value("API key").await? == API_KEY))
        .await?;
    let name = page.value("Name").await?;
    ensure!(name.starts_with("SC prod 20") && name.len() == 18, "the name is {name:?}");
    let shown = page.visible_text().await?;
    ensure!(shown.contains("3 fields were changed"), "it is not said what changed: {shown}");
    page.press("Undo").await?;
    until_true("it is taken back", async || Ok(page.value("API key").await?.is_empty())).await?;
    ensure!(page.value("Name").await? == "typed", "what was typed is lost");

    page.press("Show what is kept").await?;
    until_true("what is kept is shown", async || {
        let shown = page.visible_text().await?;
        Ok(shown.contains(STORED) && shown.contains("flow-connect-form"))
    })
    .await?;
    page.press("Forget everything kept in this browser").await?;
    page.press("Forget everything").await?;
    until_true("nothing is kept", async || {
        Ok(page.visible_text().await?.contains("Nothing is kept in this browser."))
    })
    .await?;
    let lengths = "return [localStorage.length, sessionStorage.length]";
    let lengths = world.browser.web.execute(lengths, Vec::<Value>::new()).await?;
    ensure!(lengths.json() == &json!([0, 0]), "something is kept: {}", lengths.json());
    ensure!(page.value("Name").await? == "typed", "the form is emptied");
    Ok(())
}

/// A link shows what it would fill in, does nothing by itself, and is used or dismissed.
pub async fn are_offered_by_a_link(world: &World) -> Result<()> {
    let page = &world.page;
    world.open_path("/#/create").await?;
    page.fill_all().await?;
    save(world, "Mine", NAME).await?;
    page.press("Copy link Mine").await?;
    page.find("textbox", "Link to the profile").await?;
    let link = page.value("Link to the profile").await?;
    ensure!(link.starts_with(&format!("{}/#/create?profile=", world.site.origin)), "{link}");
    Canaries::new(&[TOKEN, PASSWORD]).are_not_in("the link", &link)?;

    for press in ["Dismiss", "Use profile"] {
        let another = world.browser.web.new_tab().await?;
        world.browser.web.switch_to_window(another).await?;
        world.browser.web.goto(&link).await?;
        let offer = page.region("A profile from a link").await?;
        ensure!(offer.contains(API_KEY) && offer.contains(ORGANIZATION), "{offer}");
        ensure!(page.value("API key").await?.is_empty(), "it was used by itself");
        page.press(press).await?;
        let expect = if press == "Dismiss" { "" } else { API_KEY };
        until_true(press, async || Ok(page.value("API key").await? == expect)).await?;
        until_true("the address has no profile", async || {
            Ok(world.browser.web.current_url().await?.fragment() == Some("/create"))
        })
        .await?;
    }
    let another = world.browser.web.new_tab().await?;
    world.browser.web.switch_to_window(another).await?;
    for bad in ["!!", "e30", "eyJ2Ijo5fQ", "AAAA"] {
        world.open_path(&format!("/?{bad}#/create?profile={bad}")).await?;
        page.alert_with("is not used").await?;
        page.press("Dismiss").await?;
        until_true("it is gone", async || Ok(page.alert_text().await?.is_none())).await?;
    }
    Ok(())
}

/// A profile of another source is used before any access is given: that source is waited for,
/// also by a page that is loaded again, and nothing is sent before its form is there.
pub async fn wait_for_their_source(world: &World) -> Result<()> {
    let page = &world.page;
    world.open_path("/#/create").await?;
    page.fill_access().await?;
    page.search_source("servicenow", "ServiceNow").await?;
    save(world, "Now", NAME).await?;

    world.browser.web.execute("sessionStorage.clear()", Vec::<Value>::new()).await?;
    let another = world.browser.web.new_tab().await?;
    world.browser.web.switch_to_window(another).await?;
    world.open_path("/#/create").await?;
    page.press("Profiles").await?;
    page.press("Use Now").await?;
    page.source_is("ServiceNow").await?;
    page.press("Create connection").await?;
    page.focus_is_on("Source").await?;
    page.source_says("Create connection sends nothing").await?;
    world.is_accessible("a source is waited for").await?;
    world.browser.web.refresh().await?;
    page.source_is("ServiceNow").await?;
    page.source_says("Create connection sends nothing").await?;

    page.fill_access().await?;
    page.fill("Endpoint", "https://acme.service-now.example").await?;
    page.fill("Username", "reader").await?;
    page.fill("Password", PASSWORD).await?;
    page.press("Create connection").await?;
    page.connection_id().await?;
    let body: Value = serde_json::from_str(&world.service.only_creation()?.body)?;
    let expect = json!({
        "specName": "Basic Authentication",
        "params": {
            "endpoint": "https://acme.service-now.example",
            "username": "reader",
            "password": PASSWORD,
        },
    });
    ensure!(body.get("auth") == Some(&expect), "sent was {body:#}");
    let id = body.pointer("/connectionSpec/id").and_then(Value::as_str);
    ensure!(id == Some("eb13cb25-47ab-407f-ba89-c0125281c563"), "sent was {body:#}");
    Ok(())
}

/// Exported to a file, and imported from one.
pub async fn are_exported_and_imported(world: &World) -> Result<()> {
    let page = &world.page;
    world.open_path("/#/create").await?;
    page.fill_access().await?;
    save(world, "Mine", NAME).await?;
    // What the browser is given is read, and the file itself is not left behind.
    let record = "window.files = [];
        const create = URL.createObjectURL;
        URL.createObjectURL = (blob) => { blob.text().then((text) => files.push(text)); return create(blob); };
        const click = HTMLAnchorElement.prototype.click;
        HTMLAnchorElement.prototype.click = function () { files.push(this.download); click.call(this); };";
    world.browser.web.execute(record, Vec::<Value>::new()).await?;
    page.press("Export profiles").await?;
    until_true("the file", async || Ok(files(world).await?.len() == 2)).await?;
    let written = files(world).await?;
    ensure!(written.contains(&"flow-connect-profiles.json".to_owned()), "{written:?}");
    let text = written.iter().find(|text| text.starts_with('{')).context("no JSON")?;
    let file: Value = serde_json::from_str(text)?;
    for (at, value) in [
        ("/schema", json!("flow-connect-profiles")),
        ("/v", json!(1)),
        ("/profiles/0/name", json!("Mine")),
    ] {
        ensure!(file.pointer(at) == Some(&value), "{at} in {file}");
    }

    choose(world, &text.replace(API_KEY, "another-key")).await?;
    until_true("the question", async || {
        Ok(page.visible_text().await?.contains("exist already: Mine"))
    })
    .await?;
    page.press("Keep both").await?;
    page.find("button", "Use Mine (2)").await?;
    for (bad, said) in [
        ("{", "cannot be read"),
        ("{\"schema\":\"flow-connect-profiles\",\"v\":2,\"profiles\":[]}", "version"),
        ("{}", "no profiles"),
    ] {
        choose(world, bad).await?;
        page.alert_with(said).await?;
    }
    choose(world, &" ".repeat(256 * 1024 + 1)).await?;
    page.alert_with("too large").await?;
    Ok(())
}

async fn save(world: &World, name: &str, pattern: &str) -> Result<()> {
    let page = &world.page;
    page.press("Profiles").await?;
    page.fill("Profile name", name).await?;
    page.fill("Name pattern", pattern).await?;
    ensure!(kept(world, STORED).await?.is_empty(), "it was kept before it was saved");
    page.press("Save profile").await?;
    page.find("button", &format!("Use {name}")).await?;
    Ok(())
}

/// What local storage has under this name.
async fn kept(world: &World, key: &str) -> Result<String> {
    let read = "return localStorage.getItem(arguments[0]) ?? ''";
    let kept = world.browser.web.execute(read, vec![json!(key)]).await?;
    Ok(kept.json().as_str().unwrap_or_default().to_owned())
}

async fn files(world: &World) -> Result<Vec<String>> {
    let files = world.browser.web.execute("return window.files", Vec::<Value>::new()).await?;
    Ok(serde_json::from_value(files.json().clone())?)
}

/// A person chooses a file with this text.
async fn choose(world: &World, text: &str) -> Result<()> {
    let choose = "const [text] = arguments;
        const input = document.querySelector('flow-connect').shadowRoot.getElementById('profiles-file');
        const chosen = new DataTransfer();
        chosen.items.add(new File([text], 'profiles.json', { type: 'application/json' }));
        input.files = chosen.files;
        input.dispatchEvent(new Event('change', { bubbles: true, composed: true }));";
    world.browser.web.execute(choose, vec![json!(text)]).await?;
    Ok(())
}

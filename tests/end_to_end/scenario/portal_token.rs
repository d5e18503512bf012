//! The access token of a portal: given as a property, or asked for when it is needed.

use anyhow::{Context, Result, ensure};
use flow_service_sim::Reply;
use serde_json::json;

use super::portal::{PAGE_SCRIPT, element, page_with};
use super::typed::{NAME, TOKEN};
use crate::until::until_true;
use crate::world::World;

/// Another token, to tell it from the usual one.
const NEWER: &str = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJuZXdlciJ9.newer";

/// Set before the element is defined, `accessToken` is used, cannot be read back and is
/// nowhere in the document; set again, the newer one is used.
pub async fn property_is_used(world: &World) -> Result<()> {
    let before = format!(
        "{PAGE_SCRIPT}
         window.defined = Boolean(customElements.get('flow-connect'));
         document.querySelector('flow-connect').accessToken = '{TOKEN}';"
    );
    world.site.set_portal(page_with(&element(world, "app", "prod")), &before);
    world.open_path("/portal.html").await?;
    create(world).await?;
    let defined = world.browser.web.execute("return defined", []).await?;
    ensure!(defined.json() == &json!(false), "it was set after the definition");
    ensure!(last_token(world)? == format!("Bearer {TOKEN}"), "another token was sent");
    let read = "return String(document.querySelector('flow-connect').accessToken)";
    let read = world.browser.web.execute(read, []).await?;
    ensure!(read.json() == &json!("undefined"), "it can be read back: {}", read.json());
    let html = world.browser.web.source().await?;
    ensure!(!html.contains(TOKEN), "the token is in the document");

    let again = "document.querySelector('flow-connect').accessToken = arguments[0]";
    world.browser.web.execute(again, [json!(NEWER)]).await?;
    world.page.press("Create another").await?;
    create(world).await?;
    ensure!(last_token(world)? == format!("Bearer {NEWER}"), "the older token was sent");
    Ok(())
}

/// `tokenProvider` is asked when a token is first needed, not before and not twice; after
/// a 401 it is asked for another one.
pub async fn provider_is_asked(world: &World) -> Result<()> {
    let script = format!(
        "{PAGE_SCRIPT}
         window.asked = [];
         document.querySelector('flow-connect').tokenProvider = async ({{ reason, signal }}) => {{
           asked.push([reason, signal instanceof AbortSignal]);
           return asked.length === 1 ? '{TOKEN}' : '{NEWER}';
         }};"
    );
    world.site.set_portal(page_with(&element(world, "app", "prod")), &script);
    world.open_path("/portal.html").await?;
    world.page.find("button", "Create connection").await?;
    ensure!(asked(world).await? == json!([]), "it was asked before a token was needed");
    create(world).await?;
    ensure!(last_token(world)? == format!("Bearer {TOKEN}"), "another token was sent");
    let first = json!([["needed", true]]);
    ensure!(asked(world).await? == first, "asked: {}", asked(world).await?);
    world.page.press("Create another").await?;
    create(world).await?;
    ensure!(asked(world).await? == first, "it was asked again: {}", asked(world).await?);

    let refusal = json!({ "error_code": "401013", "message": "Oauth token is not valid" });
    world.service.answers_creation(Reply::json(401, refusal.to_string()), false);
    world.page.press("Create another").await?;
    create(world).await?;
    ensure!(last_token(world)? == format!("Bearer {NEWER}"), "the refused token was sent again");
    let now = asked(world).await?;
    let count = now.as_array().map(Vec::len);
    ensure!(count == Some(2), "asked: {now}");
    ensure!(now.pointer("/1/1") == Some(&json!(true)), "without a signal: {now}");
    ensure!(world.service.connections().len() == 3, "one press made two connections");
    ensure!(world.service.creations().len() == 4, "more was sent than the refused one again");
    Ok(())
}

/// What needs a token while the host page is asked already waits for the same answer; what was
/// asked for a call that is broken off is asked again.
pub async fn provider_is_asked_once(world: &World) -> Result<()> {
    let script = format!(
        "{PAGE_SCRIPT}
         window.asked = [];
         window.give = [];
         document.querySelector('flow-connect').tokenProvider = ({{ reason, signal }}) =>
           new Promise((resolve, reject) => {{
             asked.push([reason, signal instanceof AbortSignal]);
             give.push(() => resolve('{TOKEN}'));
             signal.addEventListener('abort', () => reject(signal.reason));
           }});"
    );
    world.site.set_portal(page_with(&element(world, "app", "prod")), &script);
    world.open_path("/portal.html").await?;
    let page = &world.page;
    let count = || times_asked(world);
    page.fill("Name", "One").await?;
    until_true("it is asked for a look", async || Ok(count().await? > 0)).await?;
    let before = count().await?;
    page.fill("Name", "Two").await?;
    until_true("it is asked for the next look", async || Ok(count().await? > before)).await?;
    page.fill_basic_credentials().await?;
    let before = count().await?;
    page.press("Create connection").await?;
    page.find("button", "Creating…").await?;
    ensure!(world.service.requests().is_empty(), "something was sent without a token");
    world.browser.web.execute("give.at(-1)()", Vec::<serde_json::Value>::new()).await?;
    page.connection_id().await?;
    world.service.only_creation()?;
    ensure!(count().await? == before, "asked: {}", asked(world).await?);
    Ok(())
}

/// Creates a connection without typing a token.
async fn create(world: &World) -> Result<()> {
    let page = &world.page;
    page.fill("Name", NAME).await?;
    page.half_is_there().await?;
    page.fill_basic_credentials().await?;
    page.press("Create connection").await?;
    let id = page.connection_id().await?;
    let all = world.service.connections();
    let newest = all.last().context("nothing was created")?;
    ensure!(newest.connection.id.as_str() == id, "the page shows another ID: {id}");
    Ok(())
}

fn last_token(world: &World) -> Result<String> {
    let creation = world.service.creations().pop().context("nothing was sent")?;
    Ok(creation.header("authorization").unwrap_or_default().to_owned())
}

async fn asked(world: &World) -> Result<serde_json::Value> {
    Ok(world.browser.web.execute("return asked", []).await?.json().clone())
}

async fn times_asked(world: &World) -> Result<usize> {
    Ok(asked(world).await?.as_array().map_or(0, Vec::len))
}

//! Answers to the list that are late, or none, or refusals.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result, ensure};
use flow_service_sim::{Method, Reply};
use serde_json::json;
use thirtyfour::Key;

use super::access::LIST;
use crate::local_service::CONNECTIONS;
use crate::site::ConfigFile;
use crate::until::until_true;
use crate::world::World;

/// Three refusals that pass, and a broken connection: the fifth attempt counts, and each is
/// said.
pub async fn passing_refusals_are_repeated(world: &World) -> Result<()> {
    for status in [503, 502, 504] {
        world.service.answers_look_ups(1, 0, Reply::json(status, "{}"));
    }
    // Within the answer: one that is cut before it Firefox asks for again by itself.
    let cut = Reply::CutInBody { status: 200, body: b"{".to_vec() };
    world.service.answers_look_ups(1, 0, cut);
    world.service.answers_look_ups(1, 2_000, Reply::Real);
    world.open_with_access("/#/connections").await?;
    world.page.says("The service is busy. Attempt 5 of 5…").await?;
    world.page.rows_when(LIST, "rows", |rows| rows.len() > 1).await?;
    ensure!(world.page.alert_text().await?.is_none(), "a failure is said");
    let lists = world.service.lists();
    ensure!(lists == 5, "the list was asked for {lists} times");
    Ok(())
}

/// A fifth one is shown, and *Try again* begins anew.
pub async fn fifth_refusal_is_shown(world: &World) -> Result<()> {
    let body = json!({ "title": "The service rests", "status": 503, "type": "about:blank" });
    world.service.answers_look_ups(5, 0, Reply::json(503, body.to_string()));
    world.open_with_access("/#/connections").await?;
    let page = &world.page;
    let alert = page.alert_with("The connections could not be loaded").await?;
    for part in ["503", "The service rests"] {
        ensure!(alert.contains(part), "the alert lacks {part:?}: {alert}");
    }
    let lists = world.service.asked(&Method::GET, "/connections");
    ensure!(lists.len() == 5, "the list was asked for {} times", lists.len());
    let pauses: Vec<_> = lists.windows(2).map(pause).collect();
    for (pause, least) in pauses.iter().zip([250, 500, 1_000, 2_000]) {
        ensure!(*pause >= least, "the pauses are {pauses:?} ms");
    }
    page.press("Try again").await?;
    page.focus_is_on("Search").await?;
    page.rows_when(LIST, "rows", |rows| rows.len() > 1).await?;
    ensure!(page.alert_text().await?.is_none(), "the failure is still said");
    Ok(())
}

/// The service says how long it wants to be left alone.
pub async fn pause_is_kept(world: &World) -> Result<()> {
    let body = json!({ "error_code": "429050", "message": "Too many requests" });
    world.service.answers_look_ups(1, 0, Reply::json(429, body.to_string()).retry_after(3));
    let page = world.open_connections().await?;
    ensure!(page.alert_text().await?.is_none(), "a failure is said");
    let lists = world.service.asked(&Method::GET, "/connections");
    ensure!(lists.len() == 2, "the list was asked for {} times", lists.len());
    ensure!(pause(&lists) >= 3_000, "it came back after {} ms", pause(&lists));
    Ok(())
}

/// A refusal that lasts is asked for once; the one of the token opens its input,
/// where a person gives no other one in place.
pub async fn lasting_refusals_are_not_repeated(world: &World) -> Result<()> {
    let body = json!({ "error_code": "403003", "message": "Api Key is invalid" });
    world.service.answers_look_ups(1, 0, Reply::json(403, body.to_string()));
    world.open_with_access("/#/connections").await?;
    let page = &world.page;
    let alert = page.alert_with("Api Key is invalid").await?;
    ensure!(alert.contains("403003"), "the code is not said: {alert}");
    ensure!(world.service.lists() == 1, "it was repeated");
    page.press("Try again").await?;
    page.rows_when(LIST, "rows", |rows| rows.len() > 1).await?;
    page.find("button", "Change access").await?;
    ensure!(!page.has("textbox", "Access token").await, "access is asked for though it works");

    let body = json!({ "error_code": "401013", "message": "Oauth token is not valid" });
    world.service.answers_look_ups(1, 0, Reply::json(401, body.to_string()));
    page.press("Refresh").await?;
    page.find("alertdialog", "Adobe did not accept the access token").await?;
    page.press("Cancel").await?;
    page.alert_with("Oauth token is not valid").await?;
    page.find("textbox", "Access token").await?;
    ensure!(world.service.lists() == 3, "the refusal of the token was repeated");
    ensure!(page.rows(LIST).await?.len() > 1, "the rows are lost");
    page.fill("Access token", "another.access.token").await?;
    page.press("Show connections").await?;
    page.find("button", "Change access").await?;
    page.rows_when(LIST, "rows", |rows| rows.len() > 1).await?;
    ensure!(page.alert_text().await?.is_none(), "the refusal is still said");
    Ok(())
}

/// What is loaded stays when the next page is refused; *Try again* goes on from there.
pub async fn next_page_may_be_refused(world: &World) -> Result<()> {
    let page = world.open_connections().await?;
    let body = json!({ "error_code": "403003", "message": "Not today" });
    world.service.answers_pages(1, 0, Reply::json(403, body.to_string()));
    page.press("Load more").await?;
    let alert = page.alert_with("The rest of the connections could not be loaded").await?;
    ensure!(alert.contains("Not today"), "the service's words are not said: {alert}");
    page.says("Showing 100 of 100 loaded").await?;
    page.press("Try again").await?;
    page.says("Showing 200 of 200 loaded").await?;
    ensure!(page.alert_text().await?.is_none(), "the failure is still said");

    let cut = Reply::CutInBody { status: 200, body: b"{".to_vec() };
    world.service.answers_look_ups(5, 0, cut);
    page.press("Refresh").await?;
    page.alert_with("The connections could not be loaded anew").await?;
    ensure!(page.rows(LIST).await?.len() > 1, "the rows are lost");
    page.press("Try again").await?;
    page.says("Showing 100 of 100 loaded").await?;
    ensure!(page.alert_text().await?.is_none(), "the failure is still said");
    Ok(())
}

/// An answer that comes after another sandbox was chosen is not shown.
pub async fn late_ones_are_ignored(world: &World) -> Result<()> {
    world.service.answers_look_ups(1, 4_000, Reply::Real);
    world.open_with_access("/#/connections").await?;
    let page = &world.page;
    until_true("the list is asked for", async || Ok(world.service.lists() == 1)).await?;
    page.fill("Sandbox", "stage").await?;
    page.keys(Key::Tab.value().to_string()).await?;
    page.says("There is no base connection to Salesforce Service Cloud in this sandbox.").await?;
    let lists = world.service.asked(&Method::GET, "/connections");
    let asked = lists.first().context("no list was asked for")?.at;
    until_true("the late answer is due", async || {
        let now = SystemTime::now().duration_since(UNIX_EPOCH)?;
        Ok(now > Duration::from_millis(asked + 4_500))
    })
    .await?;
    ensure!(page.rows(LIST).await?.is_empty(), "the late answer is shown");
    page.says("There is no base connection to Salesforce Service Cloud in this sandbox.").await?;
    ensure!(page.alert_text().await?.is_none(), "a failure is said");
    Ok(())
}

/// Leaving the view breaks off what it asked for; coming back asks anew.
pub async fn are_not_waited_for_elsewhere(world: &World) -> Result<()> {
    world.site.set_config(ConfigFile::Json(json!({ "apiBase": "/" })));
    world.service.answers_look_ups(1, 60_000, Reply::Real);
    world.open_with_access("/#/connections").await?;
    let page = &world.page;
    until_true("the list is asked for", async || Ok(world.service.lists() == 1)).await?;
    page.says("Loading connections…").await?;
    page.follow("Create").await?;
    until_true("the request is broken off", async || {
        Ok(world.site.broken_off().iter().any(|target| target.starts_with(CONNECTIONS)))
    })
    .await?;
    page.find("button", "Create connection").await?;
    page.follow("Connections").await?;
    page.rows_when(LIST, "rows", |rows| rows.len() > 1).await?;
    ensure!(page.alert_text().await?.is_none(), "a failure is said");
    Ok(())
}

/// The milliseconds between the first two requests.
fn pause(requests: &[flow_service_sim::ReceivedRequest]) -> u64 {
    match requests {
        [one, other, ..] => other.at.saturating_sub(one.at),
        _ => 0,
    }
}

//! The list of connections: all of them, and those that are sought.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use flow_service_sim::{Method, Reply};
use thirtyfour::Key;

use super::access::LIST;
use crate::until::{until, until_true, until_within};
use crate::world::World;

/// The name of the newest made-up connection.
const NEWEST: &str = "Support cases Salesforce Service Cloud 00000";

/// The connections of this source, newest first, a page of them, of which the page draws
/// those that can be seen.
pub async fn newest_come_first(world: &World) -> Result<()> {
    let page = world.open_connections().await?;
    page.says("Showing 100 of 100 loaded, newest first; more are on the server.").await?;
    let expected = world.service.of_this_source();
    let rows = page.rows(LIST).await?;
    ensure!(rows.len() < 60, "{} rows are drawn", rows.len());
    for (row, held) in rows.iter().skip(1).zip(&expected) {
        let connection = &held.connection;
        let whole = row.join("|");
        let name = connection.name.as_deref().unwrap_or_default();
        let id = connection.id.as_str();
        let by = connection.created_by.as_deref().unwrap_or_default();
        for part in [name, "Salesforce Service Cloud", "2026-01-01 ", id, by] {
            // The newest ones were made around midnight of the new year.
            let other = part.replace("2026-01-01 ", "2025-12-31 ");
            ensure!(whole.contains(part.trim()) || whole.contains(other.trim()), "{part}: {whole}");
        }
    }
    let lists = world.service.asked(&Method::GET, "/connections");
    ensure!(lists.len() == 1, "the list was asked for {} times", lists.len());
    let query = lists.first().map(|request| request.query.clone()).unwrap_or_default();
    for part in ["limit=100", "createdAt", "cb66ab34-8619-49cb-96d1-39b37ede86ea"] {
        ensure!(query.contains(part), "the query lacks {part:?}: {query}");
    }
    let state = page.find("columnheader", "Updated").await?;
    ensure!(page.role(&state).await? == "columnheader", "the heading has another role");
    Ok(())
}

/// A search narrows as one types; a heading sorts, sorts the other way, and stops.
pub async fn is_searched_and_sorted(world: &World) -> Result<()> {
    let page = world.open_connections().await?;
    page.fill("Search", "NIGHTLY import 00017").await?;
    let rows = page.rows_when(LIST, "one row", |rows| rows.len() == 2).await?;
    ensure!(rows.iter().any(|row| row.concat().contains("In use by the nightly import 00017")));
    page.says("Showing 1 of 100 loaded").await?;
    page.fill("Search", "there is no such connection").await?;
    page.says("No loaded connection matches. More are on the server").await?;
    page.press("Clear search and filters").await?;
    page.focus_is_on("Search").await?;
    page.rows_when(LIST, "the newest", |rows| first(rows).contains(NEWEST)).await?;

    for (sort, first_name, said) in [
        ("ascending", "Contacts", "by name, A to Z"),
        ("descending", "Work orders", "by name, Z to A"),
        ("none", NEWEST, "newest first"),
    ] {
        page.press("Name").await?;
        page.rows_when(LIST, first_name, |rows| first(rows).contains(first_name)).await?;
        page.says(said).await?;
        let heading = page.find("columnheader", "Name").await?;
        let held = heading.attr("aria-sort").await?;
        ensure!(held.as_deref() == Some(sort), "aria-sort is {held:?} instead of {sort}");
    }
    ensure!(world.service.lists() == 1, "the service was asked for what is there");
    Ok(())
}

/// By state; and with all sources by source.
pub async fn is_filtered(world: &World) -> Result<()> {
    let page = world.open_connections().await?;
    page.select("State", "Disabled").await?;
    let is_disabled = |row: &Vec<String>| row.iter().any(|cell| cell == "Disabled");
    page.rows_when(LIST, "disabled ones only", |rows| {
        rows.len() > 1 && rows.iter().skip(1).all(is_disabled)
    })
    .await?;
    page.select("State", "Any").await?;
    ensure!(!page.has("combobox", "Source").await, "one source is offered as a choice");

    page.select("Show", "All sources").await?;
    until_true("all are asked for", async || Ok(world.service.lists() == 2)).await?;
    page.says("Showing 100 of 100 loaded").await?;
    let sources = until("the sources", async || {
        let sources = page.options("Source").await?;
        Ok((sources.len() > 6).then_some(sources))
    })
    .await?;
    for source in ["Any", "ServiceNow", "Amazon S3", "Salesforce Service Cloud", "Snowflake"] {
        ensure!(sources.iter().any(|held| held == source), "{source} is not in {sources:?}");
    }
    page.select("Source", "ServiceNow").await?;
    let is_service_now = |row: &Vec<String>| row.iter().any(|cell| cell == "ServiceNow");
    page.rows_when(LIST, "ServiceNow only", |rows| {
        rows.len() > 1 && rows.iter().skip(1).all(is_service_now)
    })
    .await?;
    let lists = world.service.asked(&Method::GET, "/connections");
    let query = lists.last().map(|request| request.query.clone()).unwrap_or_default();
    ensure!(!query.contains("connectionSpec"), "one source was asked for: {query}");
    Ok(())
}

/// Page by page, with the number that is loaded, to the end.
pub async fn more_is_loaded(world: &World) -> Result<()> {
    let all = world.service.of_this_source().len();
    let page = world.open_connections().await?;
    page.press("Load more").await?;
    page.says("Showing 200 of 200 loaded, newest first; more are on the server.").await?;
    page.press("Load more").await?;
    page.says(&format!("Showing {all} of {all} loaded, newest first; that is all.")).await?;
    let button = page.find("button", "Load more").await?;
    ensure!(button.attr("aria-disabled").await?.as_deref() == Some("true"), "more is offered");
    page.press("Load more").await?;
    page.scroll(LIST, 100_000, 0).await?;
    let last = world.service.of_this_source().pop().context("there is none")?.connection;
    let last = last.name.unwrap_or_default();
    page.rows_when(LIST, "the oldest", |rows| {
        rows.last().is_some_and(|row| row.concat().contains(&last))
    })
    .await?;
    ensure!(page.rows(LIST).await?.len() < 60, "too many rows are drawn");
    ensure!(world.service.lists() == 3, "{} pages were asked for", world.service.lists());
    Ok(())
}

/// All pages one after the other, until *Stop*; then on from there.
pub async fn all_is_loaded_until_stop(world: &World) -> Result<()> {
    let all = world.service.of_this_source().len();
    let page = world.open_connections().await?;
    world.service.answers_pages(3, 0, Reply::Real);
    world.service.answers_pages(1, 60_000, Reply::Real);
    page.press("Load all").await?;
    page.says("400 loaded…").await?;
    until_true("the fifth page is asked for", async || Ok(world.service.lists() == 5)).await?;
    page.focus_is_on("Stop").await?;
    page.press("Stop").await?;
    page.find("button", "Load all").await?;
    page.says("Showing 400 of 400 loaded").await?;
    page.press("Load more").await?;
    page.says("Showing 500 of 500 loaded").await?;
    page.press("Load all").await?;
    let text = |number: usize| format!("{},{:03}", number / 1000, number % 1000);
    let all = text(all);
    // Each page has a preflight of its own.
    until_within(Duration::from_mins(1), "the whole list", async || {
        let end = format!("Showing {all} of {all} loaded, newest first; that is all.");
        Ok(page.visible_text().await?.contains(&end).then_some(()))
    })
    .await?;
    page.fill("Search", "02992").await?;
    page.says("Showing 1 of").await?;
    Ok(())
}

/// The whole ID, with one press.
pub async fn id_is_copied(world: &World) -> Result<()> {
    let page = world.open_connections().await?;
    let newest = world.service.of_this_source().into_iter().next().context("there is none")?;
    let id = newest.connection.id.as_str().to_owned();
    page.copy(&format!("Copy ID of {NEWEST}"), |copied| copied == id).await?;
    page.find("button", &format!("Copied ID of {NEWEST}")).await?;
    Ok(())
}

/// No connection at all, of this source or of any; the first one appears after *Refresh*.
pub async fn may_be_empty(world: &World) -> Result<()> {
    world.open_path("/#/connections").await?;
    let page = &world.page;
    page.says("Fill in Platform access above to see the connections of its sandbox.").await?;
    page.press("Show connections").await?;
    page.focus_is_on("Access token").await?;
    ensure!(world.service.requests().is_empty(), "something was asked without access");
    page.fill_access().await?;
    page.press("Show connections").await?;
    page.says("There is no base connection to Salesforce Service Cloud in this sandbox.").await?;
    page.says("One that you create appears here.").await?;
    page.select("Show", "All sources").await?;
    page.says("There is no base connection in this sandbox.").await?;
    world.service.create("The first one", "x").await?;
    page.press("Refresh").await?;
    page.rows_when(LIST, "the first one", |rows| first(rows).contains("The first one")).await?;
    Ok(())
}

/// Coming back finds the list as it was left, without asking for it again; back and forward
/// of the browser lead through the views.
pub async fn is_kept_meanwhile(world: &World) -> Result<()> {
    let page = world.open_connections().await?;
    page.fill("Search", "Work orders").await?;
    let rows = page.rows_when(LIST, "work orders", |rows| first(rows).contains("Work")).await?;
    let lists = world.service.lists();
    let name = world.service.of_this_source().into_iter().filter_map(|held| held.connection.name);
    let name = name.into_iter().find(|name| name.starts_with("Work orders")).context("none")?;
    page.follow(&name).await?;
    page.find("heading", &name).await?;
    page.follow("Create").await?;
    page.find("button", "Create connection").await?;
    world.browser.web.back().await?;
    page.find("heading", &name).await?;
    world.browser.web.back().await?;
    page.find("heading", "Connections").await?;
    ensure!(page.value("Search").await? == "Work orders", "the search is lost");
    ensure!(page.rows(LIST).await? == rows, "the rows are others");
    world.browser.web.forward().await?;
    page.find("heading", &name).await?;
    page.follow_in("Breadcrumb", "Connections").await?;
    page.find("heading", "Connections").await?;
    page.fill("Search", "").await?;
    page.find("textbox", "Search").await?.send_keys(Key::Tab.value().to_string()).await?;
    page.says("Showing 100 of 100 loaded").await?;
    ensure!(world.service.lists() == lists, "the list was asked for again");
    Ok(())
}

/// Access that works is folded away, and can be changed; a token is in no input longer than it
/// has to be.
pub async fn access_is_changed(world: &World) -> Result<()> {
    let page = world.open_connections().await?;
    for token in ["a.second.token", "a.third.token"] {
        page.press("Change access").await?;
        page.focus_is_on("Access token").await?;
        ensure!(page.value("Access token").await?.is_empty(), "the token is still in its input");
        page.fill("Access token", token).await?;
        page.press("Show connections").await?;
        page.find("button", "Change access").await?;
        page.rows_when(LIST, "rows", |rows| rows.len() > 1).await?;
        ensure!(!page.has("textbox", "Access token").await, "access is asked for though it works");
        let lists = world.service.asked(&Method::GET, "/connections");
        let sent = lists.last().and_then(|request| request.header("authorization"));
        let bearer = format!("Bearer {token}");
        ensure!(sent == Some(bearer.as_str()), "sent was {sent:?}");
        for value in page.all_values().await? {
            ensure!(value != token, "the token stays in an input");
        }
    }
    Ok(())
}

/// The first row below the headings.
fn first(rows: &[Vec<String>]) -> String {
    rows.get(1).map(|row| row.join("|")).unwrap_or_default()
}

//! What is in the source: tables, columns, rows.

use anyhow::{Context, Result, ensure};
use flow_service_sim::Method;
use serde_json::{Value, json};
use thirtyfour::Key;

use super::keyboard::tab_to;
use crate::page::Page;
use crate::until::{until, until_true};
use crate::world::World;

/// The list of tables, sought; the columns of one, sought; its rows; and what can be copied.
pub async fn tables_and_columns(world: &World) -> Result<()> {
    let page = world.open_tables().await?;
    page.says("69 entries").await?;
    page.fill("Search tables", "contactRel").await?;
    page.says("1 of 69").await?;
    page.fill("Search tables", "no such table").await?;
    until("no table", async || Ok(page.names("treeitem").await?.is_empty().then_some(()))).await?;
    page.fill("Search tables", "account").await?;
    page.click_on("treeitem", "Account").await?;
    page.find("heading", "Account").await?;
    page.says("24 columns").await?;
    let columns = page.rows_when("Columns", "columns", |rows| rows.len() > 10).await?;
    for expected in [
        ["Name", "Type", "XDM type"],
        ["Id", "string", "string"],
        ["IsDeleted", "boolean", "boolean"],
        ["AnnualRevenue", "double", "number"],
    ] {
        ensure!(columns.iter().any(|row| row == &expected), "{expected:?} is not in {columns:?}");
    }
    page.says("10 rows, 24 columns").await?;
    let rows = page.rows("Preview").await?;
    ensure!(rows.len() == 11, "{} rows are previewed", rows.len());
    ensure!(rows.concat().iter().any(|cell| cell == "Account 0001"), "the rows are {rows:?}");

    page.fill("Search columns", "billing").await?;
    page.says("4 of 24").await?;
    let found = page.rows_when("Columns", "four of them", |rows| rows.len() == 5).await?;
    ensure!(found.iter().skip(1).all(|row| row.concat().contains("Billing")), "{found:?}");

    page.copy("Copy path", |copied| copied == "Account").await?;
    let list = page.copy("Copy column list", |copied| copied.starts_with("Id\n")).await?;
    ensure!(list.lines().count() == 24, "copied was {list:?}");
    let schema = page.copy("Copy schema as JSON", |copied| copied.contains('{')).await?;
    let schema: Value = serde_json::from_str(&schema)?;
    let has_name = |column: &Value| column.get("name") == Some(&json!("AnnualRevenue"));
    let columns = schema.as_array().or_else(|| schema.get("columns")?.as_array());
    ensure!(columns.is_some_and(|columns| columns.iter().any(has_name)), "copied was {schema}");

    let reads = world.service.asked(&Method::GET, "/explore");
    let queries: Vec<_> = reads.iter().map(|request| request.query.as_str()).collect();
    ensure!(queries == ["objectType=root", "objectType=table&object=Account&preview=true"]);
    Ok(())
}

/// A folder opens, is walked through and closes by keyboard, as a tree does.
pub async fn folders_by_keyboard(world: &World) -> Result<()> {
    let page = world.open_tables().await?;
    page.find("textbox", "Search tables").await?.focus().await?;
    tab_to(page, "Account").await?;
    press(page, Key::Down).await?;
    page.focus_is_on("AccountContactRelation").await?;
    press(page, Key::End).await?;
    page.focus_is_on("Archive folder").await?;
    press(page, Key::Right).await?;
    page.find("treeitem", "2024 folder").await?;
    let folder = page.find("treeitem", "Archive folder").await?;
    ensure!(folder.attr("aria-expanded").await?.as_deref() == Some("true"), "it is not expanded");
    press(page, Key::Right).await?;
    page.focus_is_on("Case").await?;
    press(page, Key::Enter).await?;
    page.says("Archive/Case").await?;
    page.says("10 rows").await?;
    let reads = world.service.asked(&Method::GET, "/explore");
    let last = reads.last().map(|request| request.query.as_str());
    ensure!(last == Some("objectType=table&object=Archive%2FCase&preview=true"), "{last:?}");

    page.find("treeitem", "2024 folder").await?.focus().await?;
    press(page, Key::Left).await?;
    page.focus_is_on("Archive folder").await?;
    press(page, Key::Left).await?;
    until_true("it is not expanded", async || {
        let folder = page.find("treeitem", "Archive folder").await?;
        Ok(folder.attr("aria-expanded").await?.as_deref() == Some("false"))
    })
    .await?;
    press(page, Key::Home).await?;
    page.focus_is_on("Account").await
}

/// Of 2,000 columns those are drawn that can be seen, wherever one is.
pub async fn wide_table(world: &World) -> Result<()> {
    let page = world.open_tables().await?;
    page.fill("Search tables", "wide").await?;
    page.click_on("treeitem", "WideTable__c").await?;
    page.says("2,000 columns").await?;
    page.says("10 rows, 2,000 columns").await?;
    let is_bounded = async |what: &str| {
        let elements = page.elements().await?;
        ensure!(elements < 2_500, "{elements} elements {what}");
        Ok(())
    };
    is_bounded("at first").await?;
    page.scroll("Preview", 0, 160 * 1_500).await?;
    page.rows_when("Preview", "a later column", |rows| {
        rows.first().is_some_and(|row| row.iter().any(|cell| cell == "Field1500__c"))
    })
    .await?;
    ensure!(!page.rows("Preview").await?.concat().contains(&"IsDeleted".to_owned()));
    is_bounded("after scrolling to the right").await?;
    page.scroll("Columns", 32 * 1_000, 0).await?;
    page.rows_when("Columns", "a later column", |rows| {
        rows.iter().any(|row| row.first().is_some_and(|name| name == "Field1003__c"))
    })
    .await?;
    is_bounded("after scrolling down").await?;

    // By keyboard to the last column.
    page.scroll("Preview", 0, 0).await?;
    // The cells that were drawn before go away with the focus that they have.
    page.rows_when("Preview", "the first columns again", |rows| {
        rows.first().is_some_and(|row| row.iter().any(|cell| cell == "IsDeleted"))
    })
    .await?;
    let cell = page.script("focusCell", &[]).await?;
    ensure!(cell == json!(true), "no cell can be focused");
    press(page, Key::End).await?;
    page.rows_when("Preview", "the last column", |rows| {
        rows.first().is_some_and(|row| row.iter().any(|cell| cell == "SystemModstamp"))
    })
    .await?;
    is_bounded("at the end").await
}

/// A cell of 20,000 characters is read whole; markup in it is text.
pub async fn long_text(world: &World) -> Result<()> {
    let page = world.open_tables().await?;
    page.fill("Search tables", "long").await?;
    page.click_on("treeitem", "LongText__c").await?;
    page.says("10 rows").await?;
    page.script("pressCell", &[json!("Markup__c"), json!(1)]).await?;
    page.find("heading", "Markup__c, row 1").await?;
    let whole = page.script("wholeText", &[]).await?;
    let whole = whole.as_str().context("there is no whole text")?;
    ensure!(whole.chars().count() == 20_000, "{} characters are shown", whole.chars().count());
    for part in ["<b>bold</b>", "&amp;", "<script>script</script>", "onerror=alert(2)"] {
        ensure!(whole.contains(part), "{part:?} is not shown as text");
    }
    let made = page.script("madeOfMarkup", &[]).await?;
    ensure!(made == json!(0), "{made} elements came out of the text");
    page.press("Close").await?;
    until("the whole text is closed", async || {
        Ok((!page.has("heading", "Markup__c, row 1").await).then_some(()))
    })
    .await?;
    for column in ["PlainText__c", "LineBreaks__c", "RightToLeft__c"] {
        page.script("pressCell", &[json!(column), json!(2)]).await?;
        page.find("heading", &format!("{column}, row 2")).await?;
        let whole = page.script("wholeText", &[]).await?;
        let count = whole.as_str().map(|text| text.chars().count()).unwrap_or_default();
        ensure!(count == 20_000, "{count} characters of {column} are shown");
    }
    press(page, Key::Escape).await?;
    until("Escape closes it", async || Ok((!page.has("button", "Close").await).then_some(()))).await
}

/// What a source does not offer is said, and not asked for.
pub async fn without_preview(world: &World) -> Result<()> {
    let page = world.open_tables().await?;
    page.fill("Search tables", "LoginHistory").await?;
    page.click_on("treeitem", "LoginHistory").await?;
    page.says("This table has no preview: the source does not offer one.").await?;
    page.rows_when("Columns", "columns", |rows| rows.len() > 3).await?;
    page.fill("Search tables", "ContentDocumentLink").await?;
    page.click_on("treeitem", "ContentDocumentLink").await?;
    page.find("heading", "ContentDocumentLink").await?;
    page.says("This table has no column list: the source does not offer one.").await?;
    page.says("This table has no preview: the source does not offer one.").await?;
    let reads = world.service.asked(&Method::GET, "/explore");
    let queries: Vec<_> = reads.iter().map(|request| request.query.as_str()).collect();
    ensure!(queries == ["objectType=root", "objectType=table&object=LoginHistory"], "{queries:?}");
    Ok(())
}

/// Credentials that the source does not take: its own words, and another try.
pub async fn refused_credentials(world: &World) -> Result<()> {
    let id = world.service.create("With bad credentials", "wrong").await?;
    let page = world.open_connection(&id).await?;
    page.open_tab("Explore").await?;
    let alert = page.alert_with("The tables could not be read").await?;
    for part in ["1308-400", "INVALID_LOGIN"] {
        ensure!(alert.contains(part), "the alert lacks {part:?}: {alert}");
    }
    let reads = world.service.asked(&Method::GET, "/explore").len();
    ensure!(reads == 1, "a refusal that lasts was repeated: {reads}");
    let steps = json!([{ "op": "replace", "path": "/auth/params/password", "value": "good" }]);
    world.service.change(&id, &steps).await?;
    page.press("Try again").await?;
    page.find("treeitem", "Account").await?;
    ensure!(page.alert_text().await?.is_none(), "the refusal is still shown");
    ensure!(!page.has("heading", "Preview").await, "a table is open that nobody opened");
    Ok(())
}

async fn press(page: &Page, key: Key) -> Result<()> {
    page.keys(key.value().to_string()).await
}

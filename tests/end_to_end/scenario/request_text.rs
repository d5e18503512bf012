//! The disclosure *Request*: what will be sent, as text that people may share.

use std::process::Stdio;

use anyhow::{Context, Result, ensure};
use flow_service_sim::ReceivedRequest;
use serde_json::Value;
use tokio::process::Command;

use super::typed::{API_KEY, NAME, PASSWORD, SECURITY_TOKEN, TOKEN, USERNAME};
use crate::local_service::CONNECTIONS;
use crate::world::World;

/// Texts that are hard to quote for a shell, for JSON, or for both.
const HARD_NAME: &str = r#"It's a "test" \ $HOME `id` 🦀 \n %s !"#;
/// See [`HARD_NAME`].
const HARD_DESCRIPTION: &str = r"''\'' ünïcödé 漢字 {NAME} $(id) -- @file &";
/// See [`HARD_NAME`].
const HARD_SECRET: &str = r#" p'a"s\s$PATH`w`ö🦀rd\\"! "#;

/// What is shown and copied has placeholders in place of the secrets, follows what is
/// typed, and is otherwise what will be sent.
pub async fn has_placeholders(world: &World) -> Result<()> {
    let page = world.open_and_fill().await?;
    page.disclose("Request").await?;
    page.says("$ACCESS_TOKEN").await?;
    let shown = page.visible_text().await?;
    let http = copied(world, "HTTP").await?;
    let curl = copied(world, "curl for bash").await?;
    for (what, text) in [("the page", &shown), ("HTTP", &http), ("curl", &curl)] {
        for part in ["$ACCESS_TOKEN", "$PASSWORD", "$SECURITY_TOKEN", API_KEY, NAME, USERNAME] {
            ensure!(text.contains(part), "{what} lacks {part}: {text}");
        }
        for secret in [TOKEN, PASSWORD, SECURITY_TOKEN] {
            ensure!(!text.contains(secret), "{what} holds a secret: {text}");
        }
        ensure!(text.contains(&world.service.origin()), "{what} lacks the address: {text}");
        ensure!(text.contains(CONNECTIONS), "{what} lacks the path: {text}");
    }
    ensure!(http.starts_with("POST "), "it is no HTTP: {http}");
    page.fill("Name", "Another name").await?;
    let changed = copied(world, "HTTP").await?;
    ensure!(changed.contains("\"Another name\""), "it does not follow what is typed: {changed}");
    ensure!(page.visible_text().await?.contains("\"Another name\""), "it is not shown live");
    ensure!(world.service.creations().is_empty(), "something was sent");
    Ok(())
}

/// The copied curl command, run by bash with the placeholders as environment variables,
/// sends what the page itself then sends, whatever the texts hold.
pub async fn curl_sends_the_same(world: &World) -> Result<()> {
    let page = world.open_and_fill().await?;
    page.fill("Name", HARD_NAME).await?;
    page.fill("Description", HARD_DESCRIPTION).await?;
    page.fill("Password", HARD_SECRET).await?;
    page.disclose("Request").await?;
    let curl = copied(world, "curl for bash").await?;
    run_in_bash(&curl).await?;
    let by_curl = world.service.only_creation()?;

    page.press("Create connection").await?;
    page.connection_id().await?;
    let creations = world.service.creations();
    let by_page = creations.last().context("the page sent nothing")?;
    ensure!(by_curl.path == by_page.path && by_curl.query == by_page.query, "another address");
    for name in ["authorization", "x-api-key", "x-gw-ims-org-id", "x-sandbox-name", "content-type"]
    {
        let (curl, page) = (by_curl.header(name), by_page.header(name));
        ensure!(curl == page, "{name} is {curl:?} by curl and {page:?} by the page");
    }
    let (curl, page) = (body(&by_curl)?, body(by_page)?);
    ensure!(curl == page, "by curl {curl:#}, by the page {page:#}");
    for (pointer, typed) in [
        ("/name", HARD_NAME),
        ("/description", HARD_DESCRIPTION),
        ("/auth/params/password", HARD_SECRET),
    ] {
        let sent = page.pointer(pointer).and_then(Value::as_str);
        ensure!(sent == Some(typed), "{pointer} is {sent:?} instead of {typed:?}");
    }
    Ok(())
}

/// With secrets is another act: what is copied then can be run as it is, and is shown nowhere.
pub async fn with_secrets_is_another_act(world: &World) -> Result<()> {
    let page = world.open_and_fill().await?;
    page.disclose("Request").await?;
    page.select("Language", "curl for bash").await?;
    page.press("Copy request with secrets").await?;
    page.says("Copied").await?;
    let curl = page.clipboard().await?;
    for secret in [TOKEN, PASSWORD, SECURITY_TOKEN] {
        ensure!(curl.contains(secret), "{secret} is not in {curl}");
        ensure!(!page.visible_text().await?.contains(secret), "{secret} is shown");
    }
    run_in_bash(&curl).await?;
    world.service.only_creation()?;
    // The token of before would not be the one that stands there.
    page.fill("Access token", "tok\u{e9}n").await?;
    page.press("Copy request with secrets").await?;
    page.says("Not copied: a secret is not filled in").await?;
    page.fill("Access token", TOKEN).await?;
    page.press("Copy request with secrets").await?;
    page.says("Copied").await?;
    page.fill("Password", "").await?;
    page.press("Copy request with secrets").await?;
    page.says("Not copied: a secret is not filled in").await?;
    Ok(())
}

async fn copied(world: &World, language: &str) -> Result<String> {
    world.page.select("Language", language).await?;
    world.page.press("Copy request").await?;
    world.page.says("Copied").await?;
    world.page.clipboard().await
}

async fn run_in_bash(script: &str) -> Result<()> {
    for program in ["bash", "curl"] {
        let mut version = Command::new(program);
        version.arg("--version").stdout(Stdio::null()).stderr(Stdio::null());
        let there = version.status().await.is_ok_and(|status| status.success());
        ensure!(there, "this machine has no {program}; install it: `apt-get install {program}`");
    }
    let output = Command::new("bash")
        .args(["-c", script])
        .env("ACCESS_TOKEN", TOKEN)
        .env("PASSWORD", HARD_SECRET)
        .env("SECURITY_TOKEN", SECURITY_TOKEN)
        .stdin(Stdio::null())
        .output()
        .await?;
    let answer = String::from_utf8_lossy(&output.stdout);
    let said = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "bash says {said} to:\n{script}");
    ensure!(answer.contains("\"id\""), "the service answered {answer} to:\n{script}");
    Ok(())
}

fn body(request: &ReceivedRequest) -> Result<Value> {
    serde_json::from_str(&request.body).with_context(|| format!("no JSON: {}", request.body))
}

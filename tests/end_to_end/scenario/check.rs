//! The tool *Check*: which stage of a creation fails, and what a browser can say of it.

use std::net::Ipv4Addr;

use anyhow::{Context, Result, ensure};
use flow_service_sim::{Method, Reply};
use serde_json::json;
use tokio::net::TcpSocket;

use super::typed::{API_KEY, NAME, ORGANIZATION};
use crate::canary::Canaries;
use crate::local_service::{LocalService, SANDBOXES};
use crate::page::Page;
use crate::site::Site;
use crate::until::until;
use crate::world::World;

const SPECS: &str = "/data/foundation/flowservice/connectionSpecs";

/// How a stage stands that is not over.
const RUNNING: &str = "Running…";

impl Page {
    /// Opens the tool and presses *Run check*.
    async fn run_check(&self) -> Result<()> {
        self.press("Check").await?;
        self.press("Run check").await
    }

    /// What stands in the panel, once it has all of these texts and the check is over. Who waits
    /// for [`RUNNING`] does not wait for its end.
    async fn check_says(&self, texts: &[&str]) -> Result<String> {
        until(&format!("the check says {texts:?}"), async || {
            let panel = self.region("Check").await?;
            for text in texts {
                ensure!(panel.contains(text), "{text} is not in {panel}");
            }
            let runs = panel.contains(RUNNING);
            ensure!(!runs || texts.contains(&RUNNING), "a stage is still running: {panel}");
            Ok(Some(panel))
        })
        .await
    }
}

/// How the stages stand, in their order.
fn stages(panel: &str) -> Vec<String> {
    let words = ["Passed", "Warning", "Failed", "Not run", RUNNING];
    let is_state = |line: &&str| words.contains(&line.trim());
    panel.lines().filter(is_state).map(|line| line.trim().to_owned()).collect()
}

#[track_caller]
fn are(panel: &str, expect: &[&str]) -> Result<()> {
    let found = stages(panel);
    ensure!(found == expect, "{found:?} instead of {expect:?}: {panel}");
    Ok(())
}

/// A check of good values passes; nothing is created by it. Once a connection is there, it is
/// tested and explored.
pub async fn passes_all_stages(world: &World) -> Result<()> {
    let page = world.open_and_fill().await?;
    page.run_check().await?;
    let panel = page.check_says(&["there are warnings"]).await?;
    // The token of the trials does not have the claims of IMS.
    are(&panel, &["Passed", "Warning", "Passed", "Passed", "Passed", "Passed"])?;
    ensure!(world.service.creations().is_empty(), "a check created something");
    let lists = world.service.asked(&Method::GET, "sandbox-management").len();
    ensure!(lists == 1, "the sandboxes were asked for {lists} times");
    page.press("Create connection").await?;
    let id = page.connection_id().await?;
    page.press("Run check").await?;
    let says = ["shows its tables", &id, "Entries: ", "there are warnings"];
    let panel = page.check_says(&says).await?;
    let passed = ["Passed"; 6];
    are(&panel, &[&["Passed", "Warning"], &passed[..]].concat())?;
    world.service.only_creation()?;
    Ok(())
}

/// The gateway's refusal is explained at its stage, and what comes after is not run.
pub async fn finds_a_wrong_key(world: &World) -> Result<()> {
    let page = world.open_and_fill().await?;
    page.fill("API key", "invalid-key").await?;
    page.run_check().await?;
    let panel = page
        .check_says(&["A stage failed: ", "403003", "Adobe does not know this API key."])
        .await?;
    are(&panel, &["Warning", "Warning", "Passed", "Failed", "Not run", "Not run"])
}

/// The list does not have it, and the service says that it is not there.
pub async fn finds_an_unknown_sandbox(world: &World) -> Result<()> {
    let page = world.open_and_fill().await?;
    page.fill("Sandbox", "nowhere").await?;
    page.run_check().await?;
    let panel = page.check_says(&["A stage failed: ", "2100-404"]).await?;
    are(&panel, &["Passed", "Warning", "Passed", "Passed", "Failed", "Not run"])?;
    page.fill("Sandbox", "prod").await?;
    page.fill("API key", "no-sandboxes").await?;
    page.press("Run check").await?;
    let panel = page.check_says(&["The service does not tell which sandboxes"]).await?;
    are(&panel, &["Warning", "Warning", "Passed", "Passed", "Warning", "Passed"])
}

/// It answers the probe, so it is there, and does not let the page have its answer.
pub async fn finds_a_host_that_lets_no_page_in(world: &World) -> Result<()> {
    let closed = LocalService::without_cors().await?;
    let site = world.open_with_api(closed.origin()).await?;
    world.page.fill_all().await?;
    world.page.run_check().await?;
    let panel = world.page.check_says(&["A stage failed: ", "(CORS)"]).await?;
    are(&panel, &["Passed", "Warning", "Failed", "Not run", "Not run", "Not run"])?;
    // A host that forwards to the API and leaves out what lets pages in; it notes what it gets.
    let proxy = Site::start(&world.environment.dist, world.service.origin()).await?;
    let behind = world.open_with_api(proxy.origin.clone()).await?;
    world.page.fill_all().await?;
    world.page.run_check().await?;
    world.page.check_says(&["A stage failed: ", "(CORS)"]).await?;
    let visits = proxy.visits();
    let probe = visits.iter().find(|visit| visit.target == "/").context("no probe came")?;
    for name in ["authorization", "x-api-key", "x-gw-ims-org-id", "x-sandbox-name", "cookie"] {
        ensure!(!probe.headers.contains_key(name), "the probe has {name}");
    }
    ensure!(behind.reports().is_empty(), "the policy was violated: {:?}", behind.reports());
    ensure!(site.reports().is_empty(), "the policy was violated: {:?}", site.reports());
    // What each trial asserts at its end is about the page of its own site.
    world.open().await
}

/// It has let the page in a moment ago, so the reason is another one.
pub async fn finds_a_request_that_breaks_off(world: &World) -> Result<()> {
    let page = world.open_and_fill().await?;
    // A browser may repeat a read by itself.
    world.service.answers(Method::GET, SPECS, 20, 0, Reply::CutBeforeAnswer);
    page.run_check().await?;
    let panel = page.check_says(&["A stage failed: ", "it has answered before"]).await?;
    are(&panel, &["Passed", "Warning", "Passed", "Passed", "Passed", "Failed"])?;
    ensure!(!panel.contains("(CORS)"), "more is said than is known: {panel}");
    Ok(())
}

/// Neither the request nor the probe comes through: no more than that is said.
pub async fn finds_a_host_that_is_not_there(world: &World) -> Result<()> {
    // Bound and not listening: nobody else gets the port, and who connects is refused.
    let held = TcpSocket::new_v4()?;
    held.bind((Ipv4Addr::LOCALHOST, 0).into())?;
    let nobody = format!("http://{}", held.local_addr()?);
    let site = world.open_with_api(nobody).await?;
    world.page.fill_all().await?;
    world.page.run_check().await?;
    let panel =
        world.page.check_says(&["A stage failed: ", "cannot be reached from this browser"]).await?;
    are(&panel, &["Passed", "Warning", "Failed", "Not run", "Not run", "Not run"])?;
    ensure!(!panel.contains("(CORS)"), "more is said than is known: {panel}");
    ensure!(site.reports().is_empty(), "the policy was violated: {:?}", site.reports());
    // What each trial asserts at its end is about the page of its own site.
    world.open().await
}

/// What the token says of itself is told, and the gateway decides.
pub async fn finds_a_token_that_ended(world: &World) -> Result<()> {
    // {"alg":"none"}, and claims that end in 2001.
    const ENDED: &str = "eyJhbGciOiJub25lIn0.eyJleHAiOjEwMDAwMDAwMDB9.e2e";
    let page = world.open_and_fill().await?;
    page.fill("Access token", ENDED).await?;
    page.run_check().await?;
    let first = "Stages failed, first this one: The access token";
    let panel = page.check_says(&["it ended 2001-09-09 01:46:40 UTC", "401013", first]).await?;
    are(&panel, &["Passed", "Failed", "Passed", "Failed", "Not run", "Not run"])?;
    page.fill("Access token", "opaque-token").await?;
    page.press("Run check").await?;
    let panel = page.check_says(&["It is no JWT", "there are warnings"]).await?;
    are(&panel, &["Passed", "Warning", "Passed", "Passed", "Passed", "Passed"])
}

/// The service does not know it.
pub async fn finds_an_unknown_spec(world: &World) -> Result<()> {
    let page = world.open_and_fill().await?;
    page.disclose("Advanced").await?;
    page.fill("Connection spec ID", "00000000-0000-0000-0000-000000000000").await?;
    page.run_check().await?;
    let panel = page.check_says(&["does not know this connection spec ID", "1439-404"]).await?;
    are(&panel, &["Passed", "Warning", "Passed", "Passed", "Passed", "Failed"])
}

/// Beside a refusal one press opens the check at the stage that failed.
pub async fn explains_a_refusal(world: &World) -> Result<()> {
    let page = world.open_and_fill().await?;
    page.fill("API key", "invalid-key").await?;
    page.press("Create connection").await?;
    page.alert_with("403003").await?;
    page.press("Check what failed").await?;
    let failed = ["A stage failed: ", "The creation failed at this stage."];
    let panel = page.check_says(&failed).await?;
    are(&panel, &["Warning", "Warning", "Passed", "Failed", "Not run", "Not run"])?;
    page.fill("API key", API_KEY).await?;
    page.press("Run check").await?;
    let panel = page.check_says(&["there are warnings"]).await?;
    ensure!(!panel.contains("The creation failed"), "{panel}");
    world.service.only_creation()?;
    Ok(())
}

/// What is not answered yet is broken off; the check says so.
pub async fn is_stopped(world: &World) -> Result<()> {
    let late = Reply::json(200, json!({ "sandboxes": [] }).to_string());
    world.service.answers(Method::GET, SANDBOXES, 1, 20_000, late);
    let page = world.open_and_fill().await?;
    page.run_check().await?;
    page.check_says(&[RUNNING]).await?;
    page.press("Stop").await?;
    let panel = page.check_says(&["The check was stopped."]).await?;
    are(&panel, &["Passed", "Warning", "Not run", "Not run", "Not run", "Not run"])?;
    page.focus_is_on("Run check").await
}

/// The server gives back what it got; neither the page nor the report has it.
pub async fn report_has_no_secret(world: &World) -> Result<()> {
    const TOKEN: &str = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJjYW5hcnkifQ.canary-token-Zq81";
    const PASSWORD: &str = "canary-password-Zq82";
    const SECURITY_TOKEN: &str = "canary-security-token-Zq83";
    let canaries = Canaries::new(&[TOKEN, PASSWORD, SECURITY_TOKEN]);
    let page = world.open_and_fill().await?;
    page.fill("Access token", TOKEN).await?;
    page.fill("Password", PASSWORD).await?;
    page.fill("Security token", SECURITY_TOKEN).await?;
    let words = format!("{TOKEN} of {ORGANIZATION} by {API_KEY}");
    let echo = json!({ "error_code": TOKEN, "message": words, "request-id": TOKEN }).to_string();
    page.press("Check").await?;
    let mut last = String::new();
    for path in [SANDBOXES, SPECS] {
        world.service.answers(Method::GET, path, 1, 0, Reply::json(403, echo.clone()));
        page.press("Run check").await?;
        page.check_says(&["A stage failed: ", "[redacted]"]).await?;
        let report = page
            .copy("Copy check report", |copied| {
                copied.starts_with("Flow Connect check") && copied != last
            })
            .await?;
        canaries.are_not_in("the report", &report)?;
        for value in [API_KEY, ORGANIZATION, NAME] {
            ensure!(!report.contains(value), "{value} is in {report}");
        }
        for part in ["Header Authorization: ", "Header x-api-key: 32 characters", "Browser: "] {
            ensure!(report.contains(part), "{part} is not in {report}");
        }
        canaries.are_nowhere(world).await?;
        last = report;
    }
    let sent = world.service.requests();
    let carries =
        |(name, value): &(String, String)| name == "authorization" && value.contains(TOKEN);
    let sent = sent.iter().any(|request| request.headers.iter().any(carries));
    ensure!(sent, "the canary was not sent, so nothing is proven");
    for request in world.service.requests() {
        canaries.are_not_in("a body", &request.body)?;
    }
    Ok(())
}

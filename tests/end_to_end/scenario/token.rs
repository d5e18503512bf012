//! Access tokens: what one says of itself, and one from IMS.

use std::time::Duration;

use anyhow::{Result, ensure};
use flow_service_sim::Method;
use serde_json::{Value, json};

use super::typed::{API_KEY, NAME, ORGANIZATION};
use crate::local_service::LocalService;
use crate::page::Page;
use crate::site::ConfigFile;
use crate::until::{until, until_true, until_within};
use crate::world::World;

const SECRET: &str = "p8e-canary-client-secret-Zq85";
const FIELD: &str = "Client secret of the project";

/// A token with these claims; nobody has signed it.
fn token(claims: &Value) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut text = String::new();
    for bytes in claims.to_string().as_bytes().chunks(3) {
        let whole = bytes.iter().fold(0_u32, |held, byte| held << 8 | u32::from(*byte));
        let whole = whole << (8 * (3 - bytes.len()));
        for place in 0..=bytes.len() {
            let sign = (whole >> (18 - 6 * place)) & 63;
            text.extend(SIGNS.get(sign as usize).map(|sign| char::from(*sign)));
        }
    }
    format!("eyJhbGciOiJub25lIn0.{text}.local")
}

fn claims(now: u64, length: u64) -> Value {
    json!({
        "as": "ims-na1", "type": "access_token", "client_id": API_KEY, "org": ORGANIZATION,
        "created_at": now.to_string(), "expires_in": length.to_string(),
    })
}

async fn now(world: &World) -> Result<u64> {
    let now = world.browser.web.execute("return Date.now()", []).await?;
    Ok(now.json().as_u64().unwrap_or_default())
}

/// The seconds that are said to be left.
async fn seconds_left(page: &Page) -> Result<Option<u64>> {
    let text = page.visible_text().await?;
    let left = text.split_once("Ends in ").and_then(|(_, rest)| rest.split_once(" s."));
    Ok(left.and_then(|(seconds, _)| seconds.parse().ok()))
}

/// The time left is under the input, and counts; the end is said in the live region.
pub async fn counts_down(world: &World) -> Result<()> {
    world.open().await?;
    let page = &world.page;
    page.fill("Access token", &token(&claims(now(world).await?, 40_000))).await?;
    page.fill("Name", "x").await?;
    let first = until("the seconds left", async || seconds_left(page).await).await?;
    until_true("it counts", async || {
        Ok(seconds_left(page).await?.is_some_and(|seconds| seconds < first))
    })
    .await?;
    until_within(Duration::from_mins(1), "its end is said", async || {
        let said = page.status_text().await?;
        Ok((said.as_deref() == Some("The access token has ended.")).then_some(()))
    })
    .await?;
    page.says("By its own claims this token ended").await?;
    ensure!(!page.visible_text().await?.contains("Ends in"), "it still counts");
    Ok(())
}

/// Another client and another organization are remarked and mended with a press; nothing of
/// it forbids anything.
pub async fn is_compared(world: &World) -> Result<()> {
    world.open().await?;
    let page = &world.page;
    page.fill("API key", "another-key").await?;
    page.fill("Organization ID", "FFFFFFFFFFFFFFFFFFFFFFFF@AdobeOrg").await?;
    page.fill("Access token", &token(&claims(now(world).await?, 12_000_000))).await?;
    page.fill("Sandbox", "prod").await?;
    page.says("This token was made for another client than API key").await?;
    page.says("This token names another organization than Organization ID").await?;
    ensure!(!page.field("Access token").await?.invalid, "a remark is no error");
    page.press("Use the token's API key").await?;
    page.press("Use the token's organization").await?;
    until_true("the API key and the organization are taken", async || {
        let key = page.value("API key").await?;
        Ok(key == API_KEY && page.value("Organization ID").await? == ORGANIZATION)
    })
    .await?;
    let text = page.visible_text().await?;
    ensure!(!text.contains("This token names"), "what was mended is still said: {text}");
    ensure!(text.contains("Ends in 3 h 1"), "the time left is not said: {text}");
    Ok(())
}

/// The secret is in the body of one request to IMS, and in no address; with the token that
/// came a connection is created.
pub async fn comes_from_ims(world: &World) -> Result<()> {
    world.open().await?;
    let page = &world.page;
    page.fill("API key", API_KEY).await?;
    page.fill("Organization ID", ORGANIZATION).await?;
    ask(page, SECRET).await?;
    page.says("Token received. It ends ").await?;
    page.says("Ends in 23 h 59 min.").await?;
    page.focus_is_on("Access token").await?;
    ensure!(page.value(FIELD).await? == SECRET, "the client secret is not in its input");
    let asked = world.service.asked(&Method::POST, "/ims/token/v3");
    ensure!(asked.len() == 1, "IMS was asked {} times", asked.len());
    for request in world.service.requests() {
        let address = format!("{}?{}", request.path, request.query);
        ensure!(!address.contains(SECRET), "the secret is in an address: {address}");
        let to_ims = request.path == "/ims/token/v3";
        ensure!(
            !to_ims || request.header("x-api-key").is_none(),
            "a header of Platform went there"
        );
        ensure!(to_ims || !request.body.contains(SECRET), "the secret went elsewhere");
    }
    ensure!(asked.iter().all(|request| request.body.contains(SECRET)), "it was not sent");
    let urls = "return performance.getEntries().map((entry) => entry.name).join() + location.href";
    let urls = world.browser.web.execute(urls, []).await?;
    ensure!(!urls.json().to_string().contains(SECRET), "the secret is in an address");
    page.fill("Name", NAME).await?;
    page.fill_basic_credentials().await?;
    page.press("Create connection").await?;
    let id = page.connection_id().await?;
    ensure!(id == world.service.only_connection_id()?, "the page shows another ID: {id}");
    Ok(())
}

/// Nothing is sent without a secret; a wrong one is explained, and the next press works.
pub async fn is_refused_by_ims(world: &World) -> Result<()> {
    world.open().await?;
    let page = &world.page;
    page.fill("API key", API_KEY).await?;
    page.disclose("Get a token").await?;
    page.press("Get token").await?;
    page.focus_is_on(FIELD).await?;
    ensure!(world.service.asked(&Method::POST, "/v3").is_empty(), "it was sent without a secret");
    ask(page, "wrong").await?;
    let alert = page.alert_with("invalid_client").await?;
    ensure!(alert.contains("The client_secret is not that of the client."), "{alert}");
    ensure!(alert.contains("Compare API key with Client ID"), "there is no advice: {alert}");
    page.fill(FIELD, SECRET).await?;
    page.fill("Scopes", "invalid_one").await?;
    page.keys("\u{e007}").await?;
    page.alert_with("invalid_scope").await?;
    page.fill("Scopes", "openid,AdobeID").await?;
    page.press("Get token").await?;
    page.says("Token received.").await?;
    ensure!(world.service.creations().is_empty(), "Enter pressed another button");
    Ok(())
}

/// IMS that answers and does not let the page in: that is said and no more, and the
/// command is offered.
pub async fn of_unreachable_ims_comes_by_hand(world: &World) -> Result<()> {
    let closed = LocalService::with_closed_ims().await?;
    let config = json!({ "apiBase": world.service.origin(), "imsBase": closed.origin() });
    world.site.set_config(ConfigFile::Json(config));
    world.site.set_policy(&format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; \
         connect-src 'self' {} {}; base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'; trusted-types 'none'",
        world.service.origin(),
        closed.origin()
    ));
    world.also_ask(closed.origin());
    world.open().await?;
    let page = &world.page;
    page.fill("API key", API_KEY).await?;
    ask(page, SECRET).await?;
    let alert = page.alert_with("gave this page nothing").await?;
    ensure!(alert.contains("imsBase"), "the key of the configuration is not named: {alert}");
    ensure!(alert.contains("/ims/token/v3"), "the command is not shown: {alert}");
    let copied = page.copy("Copy curl command", |copied| copied.starts_with("curl ")).await?;
    ensure!(!copied.contains(SECRET), "the secret was copied: {copied}");
    ensure!(copied.contains(API_KEY), "the client is not in it: {copied}");
    Ok(())
}

/// Opens the disclosure and presses *Get token*.
async fn ask(page: &Page, secret: &str) -> Result<()> {
    page.disclose("Get a token").await?;
    page.fill(FIELD, secret).await?;
    page.press("Get token").await
}

//! The form is filled from a file or a text that a person already has.

use anyhow::{Context, Result, ensure};
use flow_service_sim::Method;
use serde_json::{Value, json};
use thirtyfour::Key;

use super::typed::{API_KEY, NAME, ORGANIZATION, PASSWORD, SECURITY_TOKEN, TOKEN, USERNAME};
use crate::canary::Canaries;
use crate::world::World;

/// Gives the page a file as a browser does, by a drop or the choice of it.
const GIVE_JS: &str = r#"
const [how, text] = arguments;
const root = document.querySelector("flow-connect").shadowRoot;
const data = new DataTransfer();
const target = root.querySelector(".app");
data.items.add(new File([text], "environment.json"));
if (how === "file") {
  const input = root.querySelector("input[type=file]");
  input.files = data.files;
  input.dispatchEvent(new Event("change", { bubbles: true }));
  return true;
}
const event = new DragEvent("drop", { dataTransfer: data, bubbles: true, composed: true, cancelable: true });
target.dispatchEvent(event);
return event.defaultPrevented;
"#;

async fn give(world: &World, how: &str, text: &str) -> Result<()> {
    let taken = world.browser.web.execute(GIVE_JS, [json!(how), json!(text)]).await?;
    ensure!(taken.json() == &Value::Bool(true), "the page left the {how} to the browser");
    Ok(())
}

/// Copies a text, and pastes it where nothing takes texts.
async fn paste(world: &World, text: &str) -> Result<()> {
    let web = &world.browser.web;
    let with_control = async |keys: &str| {
        let chain = web.action_chain().key_down(Key::Control).send_keys(keys);
        chain.key_up(Key::Control).perform().await
    };
    world.page.fill("Text", text).await?;
    with_control("ax").await?;
    let nothing = "document.querySelector('flow-connect').shadowRoot.activeElement.blur();
        getSelection().removeAllRanges();";
    web.execute(nothing, Vec::<Value>::new()).await?;
    with_control("v").await?;
    Ok(())
}

fn environment() -> String {
    let value = |key: &str, value: &str| json!({ "key": key, "value": value, "enabled": true });
    let values = json!([
        value("API_KEY", API_KEY),
        value("IMS_ORG", ORGANIZATION),
        value("SANDBOX_NAME", "acme-dev"),
        value("ACCESS_TOKEN", TOKEN),
        value("PRIVATE_KEY", "old"),
    ]);
    json!({ "name": "OAuth Server-to-Server", "values": values }).to_string()
}

/// A Postman environment is dropped before anything else is done, the credentials are pasted
/// as a `.env` file, and the connection is made without typing more than its name.
pub async fn files_and_texts_fill_the_form(world: &World) -> Result<()> {
    let canaries = Canaries::new(&[TOKEN, PASSWORD, SECURITY_TOKEN]);
    world.open().await?;
    let page = &world.page;
    give(world, "drop", &environment()).await?;
    page.says("From a Postman environment: 4 fields filled in.").await?;
    page.says("OAuth Server-to-Server").await?;
    let env = format!(
        "export SF_USERNAME='{USERNAME}'\nSF_PASSWORD=\"{PASSWORD}\"\nSF_SECURITY_TOKEN={SECURITY_TOKEN}\n"
    );
    paste(world, &env).await?;
    page.says("From a .env file: 3 fields filled in.").await?;
    canaries.are_nowhere(world).await?;
    page.fill("Name", NAME).await?;
    page.press("Create connection").await?;
    page.connection_id().await?;
    let creation = world.service.only_creation()?;
    ensure!(creation.header("authorization") == Some(&format!("Bearer {TOKEN}")), "the token");
    ensure!(creation.header("x-sandbox-name") == Some("acme-dev"), "the sandbox");
    let body: Value = serde_json::from_str(&creation.body)?;
    let params = body.pointer("/auth/params").context("no params")?;
    for (key, value) in
        [("username", USERNAME), ("password", PASSWORD), ("securityToken", SECURITY_TOKEN)]
    {
        ensure!(params.get(key) == Some(&json!(value)), "{key} in {params}");
    }
    canaries.are_nowhere(world).await
}

/// What was there before comes back with one press, a secret too.
pub async fn one_press_takes_it_back(world: &World) -> Result<()> {
    let page = world.open_and_fill().await?;
    page.press("Import").await?;
    give(world, "file", "API_KEY=another\nACCESS_TOKEN=another.access.token\n").await?;
    page.says("2 fields filled in. Some had another value before").await?;
    page.press("Undo import").await?;
    page.says("The import was taken back.").await?;
    page.press("Create connection").await?;
    page.connection_id().await?;
    let creation = world.service.only_creation()?;
    ensure!(creation.header("authorization") == Some(&format!("Bearer {TOKEN}")), "the token");
    ensure!(creation.header("x-api-key") == Some(API_KEY), "the API key");
    Ok(())
}

/// A credential of *OAuth Server-to-Server*, dropped before anything else is done, goes where
/// a token is asked for; one press takes it back, and with it a token comes.
pub async fn a_credential_gets_a_token(world: &World) -> Result<()> {
    const SECRET: &str = "p8e-canary-imported-secret";
    const INPUT: &str = "Client secret of the project";
    let canaries = Canaries::new(&[SECRET]);
    world.open().await?;
    let page = &world.page;
    let file = format!("CLIENT_ID={API_KEY}\nCLIENT_SECRET={SECRET}\nSCOPES=openid,AdobeID\n");
    give(world, "drop", &file).await?;
    page.says("From a .env file: 3 fields filled in.").await?;
    ensure!(page.value(INPUT).await? == SECRET, "the secret is not in its input");
    ensure!(page.value("Scopes").await? == "openid,AdobeID", "nor are the scopes");
    canaries.are_nowhere(world).await?;
    page.press("Undo import").await?;
    page.says("The import was taken back.").await?;
    ensure!(page.value(INPUT).await?.is_empty(), "the secret is still there");
    ensure!(page.value("Scopes").await? != "openid,AdobeID", "so are the scopes");
    give(world, "paste", &file).await?;
    page.says("3 fields filled in.").await?;
    page.press("Get token").await?;
    page.says("Token received.").await?;
    let asked = world.service.asked(&Method::POST, "/ims/token/v3");
    ensure!(asked.iter().all(|request| request.body.contains(SECRET)), "another secret was sent");
    ensure!(asked.len() == 1, "IMS was asked {} times", asked.len());
    Ok(())
}

/// A file that is nothing for the form changes nothing and says so; the page stays.
pub async fn other_files_change_nothing(world: &World) -> Result<()> {
    let page = world.open_and_fill().await?;
    give(world, "drop", "# Minutes\n\nWe met.").await?;
    page.alert_with("Nothing was filled in").await?;
    world.is_accessible("an import that failed").await?;
    give(world, "drop", &environment()).await?;
    page.says("fields filled in").await?;
    world.is_accessible("an import").await?;
    page.press("Create connection").await?;
    page.connection_id().await?;
    Ok(())
}

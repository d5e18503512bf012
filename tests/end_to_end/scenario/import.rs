//! The form is filled from a file or a text that a person already has.

use anyhow::{Context, Result, ensure};
use flow_service_sim::{Method, Reply};
use serde_json::{Value, json};
use thirtyfour::Key;

use super::access::LIST;
use super::typed::{API_KEY, NAME, ORGANIZATION, PASSWORD, SECURITY_TOKEN, TOKEN, USERNAME};
use crate::canary::Canaries;
use crate::until::until_true;
use crate::world::World;

/// The input to search the list.
const SEARCH: &str = "connections-search";

/// Gives the page something as a browser does: the choice of a file, the drop of one, the drop
/// of a text, or a paste into what has this `id`, or into nothing.
const GIVE_JS: &str = r#"
const [how, text, into] = arguments;
const root = document.querySelector("flow-connect").shadowRoot;
const data = new DataTransfer();
const target = into ? root.getElementById(into) : root.querySelector(".app");
if (how === "file" || how.startsWith("drop")) {
  data.items.add(new File([text], "environment.json"));
  if (how === "drop of two") data.items.add(new File([text], "request.txt"));
} else {
  data.setData("text/plain", text);
}
if (how === "file") {
  const input = root.querySelector("input[type=file]");
  input.files = data.files;
  input.dispatchEvent(new Event("change", { bubbles: true }));
  return true;
}
const all = { bubbles: true, composed: true, cancelable: true };
if (how === "paste") {
  const event = new ClipboardEvent("paste", all);
  // Not every browser takes it with the rest.
  Object.defineProperty(event, "clipboardData", { value: data });
  target.dispatchEvent(event);
  return event.defaultPrevented;
}
// Without an answer to this there is no drop.
const over = new DragEvent("dragover", { dataTransfer: data, ...all });
target.dispatchEvent(over);
const event = new DragEvent("drop", { dataTransfer: data, ...all });
target.dispatchEvent(event);
return over.defaultPrevented && event.defaultPrevented;
"#;

async fn give(world: &World, how: &str, text: &str) -> Result<()> {
    ensure!(is_taken(world, how, text, "").await?, "the page left the {how} to the browser");
    Ok(())
}

/// Whether the page takes what is given into what has this `id`.
async fn is_taken(world: &World, how: &str, text: &str, into: &str) -> Result<bool> {
    let taken = world.browser.web.execute(GIVE_JS, [json!(how), json!(text), json!(into)]).await?;
    Ok(taken.json() == &Value::Bool(true))
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

/// What was there before comes back with one press, a secret too; one that was typed since
/// stays.
pub async fn one_press_takes_it_back(world: &World) -> Result<()> {
    const SINCE: &str = "typed-since-canary";
    let page = world.open_and_fill().await?;
    page.press("Import").await?;
    page.find("textbox", "Text").await?;
    let file = "API_KEY=another\nACCESS_TOKEN=another.access.token\nSF_PASSWORD=another\n";
    give(world, "file", file).await?;
    page.says("3 fields filled in. Some had another value before").await?;
    page.fill("Password", SINCE).await?;
    page.press("Undo import").await?;
    page.says("The import was taken back.").await?;
    ensure!(page.value("Password").await? == SINCE, "what was typed since is gone");
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
    give(world, "drop of two", &environment()).await?;
    page.alert_with("there were several files").await?;
    give(world, "drop", &environment()).await?;
    page.says("fields filled in").await?;
    world.is_accessible("an import").await?;
    page.press("Create connection").await?;
    page.connection_id().await?;
    Ok(())
}

/// A request as a browser copies it and a JSON file fill the form; a command that is pasted
/// into an input goes to the form, too.
pub async fn a_command_and_json_fill_the_form(world: &World) -> Result<()> {
    let canaries = Canaries::new(&[TOKEN, PASSWORD]);
    world.open().await?;
    let page = &world.page;
    let command = format!(
        "curl '{}/data/foundation/flowservice/connections' \\\n  -H 'Authorization: Bearer {TOKEN}' \\\n  \
         -H 'x-api-key: {API_KEY}' \\\n  --data-raw $'{{\"name\":\"F\\xfcr Acme\",\"auth\":{{\"specName\":\
         \"OAuth2 Client Credential\",\"params\":{{\"clientId\":\"c\",\"apiVersion\":60.0}}}}}}'",
        world.service.origin()
    );
    ensure!(is_taken(world, "paste", &command, "name").await?, "the command is in the input");
    page.says("From a curl command: 6 fields filled in.").await?;
    page.says("Authentication").await?;
    ensure!(page.value("Name").await? == "Für Acme", "its letters are others");
    ensure!(page.value("API version").await? == "60.0", "the version is another");
    page.press("Undo import").await?;
    page.says("The import was taken back.").await?;
    ensure!(!is_taken(world, "paste", "Für Acme", "name").await?, "a name is the input's own");
    let body = json!({ "name": NAME, "auth": { "params": { "username": USERNAME, "password": PASSWORD } } });
    let is_taken = is_taken(world, "paste", &body.to_string(), "authentication").await?;
    ensure!(is_taken, "a choice takes no texts, so they are the form's");
    page.says("From JSON: 3 fields filled in.").await?;
    ensure!(page.value("Password").await? == PASSWORD, "the password is not in its input");
    give(world, "text", &format!("ACCESS_TOKEN={TOKEN}\nIMS_ORG={ORGANIZATION}\n")).await?;
    page.says("From a .env file: 2 fields filled in.").await?;
    give(world, "paste", "nothing of use").await?;
    page.alert_with("Nothing was filled in").await?;
    page.press("Undo import").await?;
    page.says("The import was taken back.").await?;
    canaries.are_nowhere(world).await
}

/// What is dropped beside connections leads to the form, and their list is then that of what
/// was filled in; what is pasted into an input there is the input's own.
pub async fn beside_connections_leads_to_the_form(world: &World) -> Result<()> {
    let page = world.open_connections().await?;
    ensure!(!is_taken(world, "paste", "curl https://a.example", SEARCH).await?, "it was taken");
    let before = page.visible_text().await?;
    is_taken(world, "paste", "nothing of use", "").await?;
    ensure!(page.visible_text().await? == before, "a stray paste is told");
    give(world, "drop", "SANDBOX_NAME=acme-dev\n").await?;
    page.says("From a .env file: 1 field filled in.").await?;
    page.find("heading", "Create a base connection").await?;
    let lists = world.service.lists();
    page.follow_in("Main", "Connections").await?;
    until_true("the list is that of the other sandbox", async || Ok(world.service.lists() > lists))
        .await?;
    ensure!(page.value("Sandbox").await? == "acme-dev", "another sandbox is shown");
    let asked = world.service.list_requests();
    let last = asked.last().context("nothing was asked")?;
    ensure!(last.header("x-sandbox-name") == Some("acme-dev"), "another sandbox is used");
    Ok(())
}

/// Where a new token is asked for, that of an import is the answer.
pub async fn answers_the_question_for_a_token(world: &World) -> Result<()> {
    const NEWER: &str = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJuZXdlciJ9.newer";
    let page = world.open_connections().await?;
    let body = json!({ "error_code": "401013", "message": "Oauth token is not valid" });
    world.service.answers_look_ups(1, 0, Reply::json(401, body.to_string()));
    page.press("Refresh").await?;
    page.find("alertdialog", "Adobe did not accept the access token").await?;
    give(world, "drop", &format!("ACCESS_TOKEN={NEWER}\nSANDBOX_NAME=other\n")).await?;
    page.says("stands in New access token").await?;
    ensure!(page.value("New access token").await? == NEWER, "it is not in its input");
    page.press("Continue").await?;
    page.rows_when(LIST, "a row", |rows| !rows.is_empty()).await?;
    ensure!(page.value("Sandbox").await? != "other", "more than the token was taken");
    Ok(())
}

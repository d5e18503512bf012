//! A token that is refused in the middle of something: another one is given in place, and
//! what waited goes on.

use anyhow::{Context, Result, ensure};
use flow_service_sim::{Method, Reply};
use serde_json::json;

use super::access::LIST;
use super::typed::{NAME, TOKEN};
use crate::local_service::CONNECTIONS;
use crate::world::World;

const DIALOG: &str = "Adobe did not accept the access token";
const NEW_TOKEN: &str = "New access token";

/// Another token, to tell it from the usual one.
const NEWER: &str = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJuZXdlciJ9.newer";

fn refusal() -> Reply {
    let body = json!({ "error_code": "401013", "message": "Oauth token is not valid" });
    Reply::json(401, body.to_string())
}

impl World {
    async fn give_token(&self, token: &str) -> Result<()> {
        self.page.find("alertdialog", DIALOG).await?;
        self.page.fill(NEW_TOKEN, token).await?;
        self.page.press("Continue").await
    }
}

/// The next page of the list: the rows stay, and more come. The second token is refused too,
/// so the question comes again.
pub async fn in_the_list(world: &World) -> Result<()> {
    let page = world.open_connections().await?;
    world.service.answers_look_ups(2, 0, refusal());
    page.press("Load more").await?;
    page.find("alertdialog", DIALOG).await?;
    page.focus_is_on(NEW_TOKEN).await?;
    page.press("Continue").await?;
    page.says("New access token is needed.").await?;
    world.give_token("another.refused.token").await?;
    page.says("did not accept the new token either").await?;
    world.give_token(NEWER).await?;
    page.says("Showing 200 of 200 loaded").await?;
    ensure!(!page.has("alertdialog", DIALOG).await, "the question is still there");
    let lists = world.service.asked(&Method::GET, CONNECTIONS);
    let last = lists.last().context("nothing was asked for")?;
    ensure!(last.header("authorization") == Some(&format!("Bearer {NEWER}")), "another token");
    ensure!(lists.len() == 4, "the list was asked for {} times", lists.len());
    Ok(())
}

/// A change is sent again with the new token, and carried out once.
pub async fn in_a_save(world: &World) -> Result<()> {
    let id = world.open_edit("To be renamed").await?;
    let page = &world.page;
    world.service.answers_change(refusal(), false);
    page.fill("Name", "Renamed").await?;
    page.press("Save changes").await?;
    world.give_token(NEWER).await?;
    page.says("The service has your changes.").await?;
    let changes = world.service.asked(&Method::PATCH, &id);
    ensure!(changes.len() == 2, "{} changes arrived", changes.len());
    let name = world.service.connection(&id)?.connection.name;
    ensure!(name.as_deref() == Some("Renamed"), "it is named {name:?}");
    Ok(())
}

/// A creation with a token that was kept: the question comes in place, nothing typed is lost,
/// and one connection exists more.
pub async fn in_a_creation(world: &World) -> Result<()> {
    let page = world.open_and_fill().await?;
    page.press("Create connection").await?;
    page.region("Connection created").await?;
    page.press("Create another").await?;
    page.fill("Name", NAME).await?;
    page.fill_basic_credentials().await?;
    world.service.answers_creation(refusal(), false);
    page.press("Create connection").await?;
    world.give_token(NEWER).await?;
    page.region("Connection created").await?;
    let creations = world.service.creations();
    let tokens: Vec<_> =
        creations.iter().filter_map(|creation| creation.header("authorization")).collect();
    let (old, new) = (format!("Bearer {TOKEN}"), format!("Bearer {NEWER}"));
    ensure!(tokens == [&old, &old, &new], "tokens: {tokens:?}");
    let connections = world.service.connections().len();
    ensure!(connections == 2, "{connections} connections exist");
    Ok(())
}

/// The client secret that got the first token is still there: another one is one press.
pub async fn is_renewed_with_a_press(world: &World) -> Result<()> {
    const SECRET: &str = "p8e-canary-client-secret-Qw12";
    const INPUT: &str = "Client secret of the project";
    let page = world.open_and_fill().await?;
    page.fill("Access token", "").await?;
    page.disclose("Get a token").await?;
    page.fill(INPUT, SECRET).await?;
    page.press("Get token").await?;
    page.says("Token received.").await?;
    for again in [false, true] {
        if again {
            page.press("Create another").await?;
            page.fill("Name", NAME).await?;
            page.fill_basic_credentials().await?;
        }
        world.service.answers_creation(refusal(), false);
        page.press("Create connection").await?;
        page.find("alertdialog", DIALOG).await?;
        page.press("Get token and continue").await?;
        page.region("Connection created").await?;
    }
    let asked = world.service.asked(&Method::POST, "/ims/token/v3");
    ensure!(asked.len() == 3, "IMS was asked {} times", asked.len());
    ensure!(asked.iter().all(|request| request.body.contains(SECRET)), "without the secret");
    let connections = world.service.connections().len();
    ensure!(connections == 2, "{connections} connections exist");
    Ok(())
}

/// Who cancels gets the refusal, and nothing is sent again.
pub async fn and_given_up(world: &World) -> Result<()> {
    let page = world.open_connections().await?;
    world.service.answers_look_ups(1, 0, refusal());
    page.press("Refresh").await?;
    page.find("alertdialog", DIALOG).await?;
    page.press("Cancel").await?;
    page.alert_with("Oauth token is not valid").await?;
    ensure!(page.rows(LIST).await?.len() > 1, "the rows are lost");
    ensure!(world.service.lists() == 2, "it was sent again");
    Ok(())
}

//! The sandboxes of the organization: offered, never forced.

use anyhow::{Result, ensure};
use flow_service_sim::{Method, Reply};
use thirtyfour::Key;

use super::access::LIST;
use super::typed::{NAME, ORGANIZATION, TOKEN};
use crate::local_service::SANDBOXES;
use crate::until::{until, until_true};
use crate::world::World;

/// Once access is given, the input offers them, the default one first and the others by name, and takes any text
/// all the same; they are asked for once.
pub async fn are_offered(world: &World) -> Result<()> {
    world.open().await?;
    let page = &world.page;
    page.fill("Sandbox", "prod").await?;
    ensure!(world.service.requests().is_empty(), "something was asked without access");
    page.fill_access().await?;
    page.fill("Sandbox", "prod").await?;
    let offered = until("the sandboxes", async || {
        let offered = page.offered("Sandbox").await?;
        Ok((!offered.is_empty()).then_some(offered))
    })
    .await?;
    let names: Vec<_> = offered.iter().map(|(name, _)| name.as_str()).collect();
    ensure!(names == ["prod", "acme-dev", "dev", "stage"], "offered are {names:?}");
    for (part, place) in
        [("Prod", 0), ("production", 0), ("VA7", 0), ("default", 0), ("Acme dev", 1)]
    {
        let about = offered.get(place).map(|(_, about)| about.as_str()).unwrap_or_default();
        ensure!(about.contains(part), "{part:?} is not said of sandbox {place}: {about:?}");
    }
    page.fill("Sandbox", "another-one").await?;
    page.fill("Name", NAME).await?;
    page.fill("Sandbox", "stage").await?;
    let asked = world.service.asked(&Method::GET, SANDBOXES.trim_end_matches('/'));
    ensure!(asked.len() == 1, "they were asked for {} times", asked.len());
    let bearer = format!("Bearer {TOKEN}");
    for request in asked {
        for (name, value) in [("authorization", bearer.as_str()), ("x-gw-ims-org-id", ORGANIZATION)]
        {
            ensure!(request.header(name) == Some(value), "{name} is not what was typed");
        }
    }
    Ok(())
}

/// Where the service does not list them, that is said, and a name can be typed.
pub async fn may_be_refused(world: &World) -> Result<()> {
    world.open().await?;
    let page = &world.page;
    page.fill_all().await?;
    page.fill("API key", "no-sandboxes-0123456789").await?;
    page.fill("Sandbox", "stage").await?;
    page.says("The service did not list the sandboxes; type the name.").await?;
    ensure!(page.offered("Sandbox").await?.is_empty(), "something is offered");
    page.press("Create connection").await?;
    page.connection_id().await?;
    let creation = world.service.only_creation()?;
    ensure!(creation.header("x-sandbox-name") == Some("stage"), "another sandbox was sent");
    Ok(())
}

/// Another sandbox has other connections; what is typed in the form stays.
pub async fn are_switched(world: &World) -> Result<()> {
    let page = world.open_and_fill().await?;
    page.follow("Connections").await?;
    page.rows_when(LIST, "rows", |rows| rows.len() > 1).await?;
    page.fill("Sandbox", "stage").await?;
    page.keys(Key::Tab.value().to_string()).await?;
    page.says("There is no base connection to Salesforce Service Cloud in this sandbox.").await?;
    let lists = world.service.list_requests();
    let sandboxes: Vec<_> =
        lists.iter().filter_map(|request| request.header("x-sandbox-name")).collect();
    ensure!(sandboxes == ["prod", "stage"], "asked were {sandboxes:?}");

    // A late answer of the earlier sandbox changes nothing.
    world.service.answers_look_ups(1, 3_000, Reply::Real);
    page.fill("Sandbox", "prod").await?;
    page.keys(Key::Tab.value().to_string()).await?;
    until_true("the list is asked for", async || Ok(world.service.lists() == 3)).await?;
    page.fill("Sandbox", "dev").await?;
    page.keys(Key::Tab.value().to_string()).await?;
    until_true("it is asked for again", async || Ok(world.service.lists() == 4)).await?;
    page.says("There is no base connection").await?;

    page.follow("Create").await?;
    for (label, typed) in [("Name", NAME), ("Description", NAME), ("Sandbox", "dev")] {
        let value = page.value(label).await?;
        ensure!(value == typed, "{label} now is {value:?}");
    }
    ensure!(!page.value("Password").await?.is_empty(), "the password is lost");
    page.press("Create connection").await?;
    page.connection_id().await?;
    let creation = world.service.only_creation()?;
    ensure!(creation.header("x-sandbox-name") == Some("dev"), "another sandbox was sent");
    Ok(())
}

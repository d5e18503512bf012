//! The app has stopped: it says so, what was typed can be taken along, and it begins anew.
//!
//! The app knows of no test. The browser is made to fail it: it refuses to insert an element,
//! which the app does not survive; or the memory of the app is written over.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::portal::{PAGE_SCRIPT, element, page_with};
use super::typed::{API_KEY, NAME, ORGANIZATION, PASSWORD, SECURITY_TOKEN, TOKEN, USERNAME};
use crate::canary::Canaries;
use crate::page::Page;
use crate::until::until_true;
use crate::world::World;

/// The input with what was typed.
const TYPED: &str = "What you typed, without secrets; copy it before you restart";

/// What the page says.
const STOPPED: &str = "An error of the app itself stopped it";

/// From here on the document takes no new elements.
const REFUSE: &str = "
    window.insert = Node.prototype.insertBefore;
    Node.prototype.insertBefore = () => { throw new Error('refused'); };";

/// It takes them again.
const REFUSE_NO_MORE: &str = "Node.prototype.insertBefore = window.insert;";

/// Takes note of the memory that the app works on: the half that is fetched gets it.
const SEE_MEMORY: &str = "
    const { WebAssembly } = window;
    const { instantiate, Memory } = WebAssembly;
    WebAssembly.instantiate = (bytes, imports) => {
      window.seen = Object.values(imports.main).find((it) => it instanceof Memory);
      return instantiate.call(WebAssembly, bytes, imports);
    };";

/// Nothing in that memory means anything any more.
const WRITE_OVER: &str = "new window.Uint8Array(window.seen.buffer).fill(255);";

impl World {
    async fn run(&self, script: &str) -> Result<Value> {
        Ok(self.browser.web.execute(script, Vec::<Value>::new()).await?.json().clone())
    }
}

/// The page says that the app has stopped, and shows what was typed and is no secret.
async fn says_that_it_stopped(page: &Page) -> Result<String> {
    let alert = page.alert_with(STOPPED).await?;
    ensure!(alert.contains("may have been carried out"), "the alert says {alert:?}");
    page.region("Flow Connect stopped").await?;
    page.value(TYPED).await
}

/// What was typed is there but for the secrets, shown or not; the page begins anew.
pub async fn is_said(world: &World) -> Result<()> {
    let page = world.open_and_fill().await?;
    page.press("Show Password").await?;
    page.half_is_there().await?;
    world.run(REFUSE).await?;
    page.press("Create connection").await?;
    let typed = says_that_it_stopped(page).await?;
    for (label, text) in [
        ("API key", API_KEY),
        ("Organization ID", ORGANIZATION),
        ("Sandbox", "prod"),
        ("Name", NAME),
        ("Username", USERNAME),
        ("Basic Authentication", "on"),
        ("Source", "Salesforce Service Cloud"),
    ] {
        let line = format!("{label}: {text}");
        ensure!(typed.lines().any(|held| held == line), "{line:?} is not in {typed:?}");
    }
    let secrets = Canaries::new(&[TOKEN, PASSWORD, SECURITY_TOKEN]);
    secrets.are_not_in("what was typed", &typed)?;
    secrets.are_not_in("an input", &page.all_values().await?.join("\n"))?;
    secrets.are_nowhere(world).await?;
    let text = page.region("Flow Connect stopped").await?;
    let place = text.lines().find(|line| line.contains("stopped at: "));
    let place = place.with_context(|| format!("no place is named: {text}"))?;
    ensure!(place.contains(".rs:"), "the place is {place:?}");
    page.focus_is_on("Flow Connect stopped").await?;
    world.run(REFUSE_NO_MORE).await?;
    world.is_accessible("stopped").await?;
    world.run("window.same = true").await?;
    page.press("Restart").await?;
    until_true("the page begins anew", async || {
        Ok(world.run("return window.same").await?.is_null())
    })
    .await?;
    page.says("Restored what you typed").await?;
    page.fill_all().await?;
    page.press("Create connection").await?;
    page.connection_id().await?;
    Ok(())
}

/// In a portal each element says so and begins anew by itself; the portal stays as it is, and
/// is asked for a token again.
pub async fn leaves_a_portal_alone(world: &World) -> Result<()> {
    let elements = format!("{}{}", element(world, "a", "prod"), element(world, "b", "stage"));
    let give = format!(
        "{PAGE_SCRIPT}
         window.asked = 0;
         document.querySelector('#a').tokenProvider = async () => {{ asked += 1; return '{TOKEN}'; }};"
    );
    world.site.set_portal(page_with(&elements), &give);
    world.open_path("/portal.html").await?;
    let (a, b) = (world.page.of("#a"), world.page.of("#b"));
    a.fill("Name", NAME).await?;
    b.fill("Name", "Another name").await?;
    let own = "document.querySelector('#own').value = 'typed into the portal'; window.same = true;";
    world.run(own).await?;
    a.half_is_there().await?;
    b.half_is_there().await?;
    world.run(REFUSE).await?;
    a.press("Create connection").await?;
    says_that_it_stopped(&a).await?;
    says_that_it_stopped(&b).await?;
    world.run(REFUSE_NO_MORE).await?;
    a.press("Restart").await?;
    a.find("button", "Create connection").await?;
    let of_b = b.value(TYPED).await?;
    ensure!(of_b.contains("Name: Another name"), "what was typed is lost: {of_b:?}");
    a.fill("Name", NAME).await?;
    a.fill_basic_credentials().await?;
    a.press("Create connection").await?;
    a.connection_id().await?;
    b.press("Restart").await?;
    let sandbox = b.value("Sandbox").await?;
    ensure!(sandbox == "stage", "the sandbox is {sandbox:?}");
    let left = world.run("return [document.querySelector('#own').value, window.same]").await?;
    ensure!(left == json!(["typed into the portal", true]), "the portal has {left}");
    Ok(())
}

/// An end that is no panic is noticed too.
pub async fn may_be_no_panic(world: &World) -> Result<()> {
    world.open().await?;
    world.run(SEE_MEMORY).await?;
    let page = &world.page;
    page.fill("Name", NAME).await?;
    until_true("the half is there", async || Ok(world.run("return !!window.seen").await? == true))
        .await?;
    page.press("Create connection").await?;
    page.alert_with("need your attention").await?;
    world.run(WRITE_OVER).await?;
    page.press("Create connection").await?;
    let typed = says_that_it_stopped(page).await?;
    ensure!(typed.contains(&format!("Name: {NAME}")), "what was typed is lost: {typed:?}");
    page.press("Restart").await?;
    // What is restored would come between what is typed.
    page.says("Restored what you typed").await?;
    page.fill("Name", "Anew").await?;
    Ok(())
}

/// An error of this message, from this place, that nobody caught.
fn uncaught(message: &str, place: &str) -> String {
    format!(
        "const error = new RangeError('{message}');
         error.stack = `at f ({place})`;
         window.dispatchEvent(new ErrorEvent('error', {{ error }}));"
    )
}

/// Neither a panic nor a trap by its name: the stack is used up. That of the page around it is
/// none of the app's, and neither is another error of who listens to the app's events.
pub async fn may_be_a_stack_that_is_used_up(world: &World) -> Result<()> {
    let (used_up, app) =
        ("Maximum call stack size exceeded", "${location.origin}/assets/app.wasm:1");
    let page = world.open_and_fill().await?;
    world.run(&uncaught(used_up, "https://portal.example/own.js:1:2")).await?;
    world.run(&uncaught("Invalid time value", app)).await?;
    page.find("button", "Create connection").await?;
    world.run(&uncaught(used_up, app)).await?;
    let typed = says_that_it_stopped(page).await?;
    ensure!(typed.contains(&format!("Name: {NAME}")), "what was typed is lost: {typed:?}");
    Ok(())
}

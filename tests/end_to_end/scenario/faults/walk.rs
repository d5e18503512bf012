//! The way through all cases: script, press, look, and put the page back.

use std::cell::{Cell, RefCell};
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use serde_json::json;
use thirtyfour::WebElement;

use super::super::canaries::{CLIENT_SECRET, PASSWORD, SECURITY_TOKEN, TOKEN};
use super::cases::{Case, End, Operation, Passes, Special};
use super::seen::Seen;
use crate::canary::Canaries;
use crate::page::Page;
use crate::until::{PATIENCE, until_true, until_within};
use crate::world::World;

/// How many failed cases end a scenario.
const ENOUGH: usize = 5;

/// One scenario.
pub struct Walk<'a> {
    /// Where it runs.
    pub world: &'a World,
    /// What is done in it.
    pub operation: Operation,
    /// The ID of the connection that is open.
    pub id: RefCell<String>,
    /// What stands in the inputs: label and text.
    pub typed: RefCell<Vec<(String, String)>>,
    /// How many requests that write were pressed for.
    pub written: Cell<usize>,
    canaries: Canaries,
}

/// What is chosen where a case may go on in two ways.
#[derive(Clone, Copy)]
pub struct Way {
    /// What may have been carried out was.
    pub carried_out: bool,
    /// A new token is given where one is asked for; else the question is cancelled.
    pub goes_on: bool,
}

impl<'a> Walk<'a> {
    /// One that has not begun.
    pub fn new(world: &'a World, operation: Operation) -> Self {
        let canaries = Canaries::new(&[TOKEN, PASSWORD, SECURITY_TOKEN, CLIENT_SECRET]);
        let (id, typed) = (RefCell::default(), RefCell::default());
        Self { world, operation, id, typed, written: Cell::default(), canaries }
    }

    /// The page.
    pub fn page(&self) -> &'a Page {
        &self.world.page
    }

    /// Meets all cases. Those that failed are told together.
    pub async fn through(&self, cases: &[Case]) -> Result<()> {
        let mut failed = Vec::new();
        self.begin().await?;
        let before = self.before();
        for (index, case) in cases.iter().enumerate() {
            if let Err(error) = self.meet(case, index % 2 == 1).await {
                failed.push(format!("{}: {error:#}", case.name));
                // Each waits in vain for a while; these are enough to see what is wrong.
                if failed.len() == ENOUGH {
                    failed.push("the cases after these were not met".to_owned());
                    break;
                }
                // What is left of it is not to be in the way of the next.
                self.world.service.forget_answers();
                self.begin().await.with_context(|| failed.join("\n\n"))?;
            }
        }
        if !failed.is_empty() {
            bail!("{} of {} cases failed:\n\n{}", failed.len(), cases.len(), failed.join("\n\n"));
        }
        // Nothing has come late that nobody pressed for.
        self.was_written(&before, self.written.get())?;
        self.succeed().await.context("in the end")?;
        self.canaries.are_nowhere(self.world).await?;
        self.canaries_were_sent()
    }

    /// The page is opened and filled in.
    async fn begin(&self) -> Result<()> {
        self.typed.borrow_mut().clear();
        match self.operation {
            Operation::Create => self.begin_create().await,
            Operation::List => self.begin_list().await,
            Operation::Test => self.begin_test().await,
            Operation::Explore => self.begin_explore().await,
            Operation::Edit => self.begin_edit().await,
        }
    }

    /// Types into a field; from then on its text has to stand.
    pub async fn fill(&self, label: &str, text: &str) -> Result<()> {
        self.page().fill(label, text).await?;
        let mut typed = self.typed.borrow_mut();
        typed.retain(|(held, _)| held != label);
        typed.push((label.to_owned(), text.to_owned()));
        Ok(())
    }

    /// Meets one case. `other` chooses between the two ways on that some have.
    async fn meet(&self, case: &Case, other: bool) -> Result<()> {
        let is_open = case.end == End::Unknown && !self.operation.is_read();
        let carried_out = is_open && other && !case.at_preflight;
        let way = Way { carried_out, goes_on: other && self.asks_for_token(case) };
        let before = self.before();
        self.script(case, carried_out);
        let attempts = json!("The service is busy\\. Attempt \\d of 5…");
        self.page().script("listen", &[attempts]).await?;
        self.press().await?;
        self.arrives(case, &before).await?;
        if self.asks_for_token(case) {
            self.answer_for_token(way.goes_on).await?;
        }
        if self.is_repeated(case) == Some(Passes::AtOnce) {
            until_true("it is said that a second attempt is made", async || {
                let heard = self.page().script("heard", &[]).await?;
                Ok(heard == json!(["The service is busy. Attempt 2 of 5…"]))
            })
            .await?;
        }
        self.says_so(case, way).await?;
        self.world.service.forget_answers();
        self.was_sent_once(case, &before, way)?;
        self.canaries.are_not_in_the_page(self.world).await?;
        self.put_back(case, way).await.context("putting it back")
    }

    /// Whether the page asks for another token in place: one that it holds was refused. One
    /// that is still in its input is typed over there.
    fn asks_for_token(&self, case: &Case) -> bool {
        let is_typed = self.typed.borrow().iter().any(|(label, _)| label == "Access token");
        case.special == Special::Token && !is_typed
    }

    /// The question says that nothing is lost, and nothing is; it is answered or cancelled.
    async fn answer_for_token(&self, goes_on: bool) -> Result<()> {
        let page = self.page();
        page.find("alertdialog", "Adobe did not accept the access token").await?;
        page.says("What you began waits here; nothing is lost and nothing was carried out.")
            .await?;
        Seen::now(page).await?.has_values(&self.typed.borrow())?;
        if goes_on {
            page.fill("New access token", TOKEN).await?;
        }
        // The form may have a button to cancel by itself.
        let name = if goes_on { "Continue" } else { "Cancel" };
        let button = page.script("buttonInQuestion", &[json!(name)]).await?;
        WebElement::from_json(button, page.web.handle().clone())?.click().await?;
        Ok(())
    }

    /// Whether the page asks again by itself.
    pub fn is_repeated(&self, case: &Case) -> Option<Passes> {
        (self.operation.is_read() && case.passes != Passes::Never).then_some(case.passes)
    }

    /// Whether the operation succeeds in the end.
    pub fn succeeds(&self, case: &Case, way: Way) -> bool {
        way.goes_on || case.end == End::Done || self.is_repeated(case) == Some(Passes::AtOnce)
    }

    /// The button of the operation.
    pub const fn button(&self) -> &'static str {
        match self.operation {
            Operation::Create => "Create connection",
            Operation::List | Operation::Explore => "Refresh",
            Operation::Test => "Test connection",
            Operation::Edit => "Save changes",
        }
    }

    /// Presses it.
    pub async fn press(&self) -> Result<()> {
        self.page().press(self.button()).await
    }

    /// The page says what the table says, is at rest, and has lost nothing.
    async fn says_so(&self, case: &Case, way: Way) -> Result<()> {
        let patience = PATIENCE + Duration::from_millis(case.held.0.min(30_000));
        until_within(patience, "the page says so and is at rest", async || {
            let seen = Seen::now(self.page()).await?;
            self.is_said(case, way, &seen)?;
            Ok(Some(()))
        })
        .await
    }

    fn is_said(&self, case: &Case, way: Way, seen: &Seen) -> Result<()> {
        if self.succeeds(case, way) {
            return self.is_done(seen);
        }
        if self.operation.is_read() {
            self.is_not_read(case, seen)?;
        } else {
            self.is_not_written(case, way, seen)?;
        }
        seen.has_values(&self.typed.borrow())?;
        // With an unknown outcome the form comes back with a press, and with a connection that
        // is gone on the way back.
        let is_away = self.operation == Operation::Create && case.end == End::Unknown;
        if is_away || self.is_gone(case) { Ok(()) } else { self.is_in_sight(seen) }
    }

    /// What was typed can be seen, or the tab that it is on.
    fn is_in_sight(&self, seen: &Seen) -> Result<()> {
        if self.operation == Operation::Test {
            return seen.has_button("Edit");
        }
        // Access that is in use is folded away, and so is what the other auth spec asks for.
        let folded: &[&str] = match self.operation {
            Operation::Create => &["Client ID", "Client secret"],
            _ => &["API key", "Organization ID"],
        };
        let typed = self.typed.borrow();
        seen.shows_values(typed.iter().filter(|(label, _)| !folded.contains(&label.as_str())))
    }

    /// All texts of the table are in this one, and no cause that is not known.
    pub fn is_explained(&self, case: &Case, text: &str) -> Result<()> {
        for part in case.texts(self.operation) {
            ensure!(text.contains(&part), "{part:?} is not said: {text}");
        }
        let claims = text.contains("Likely cause");
        ensure!(
            claims == case.claims_cause(self.operation),
            "a cause is claimed: {claims}: {text}"
        );
        Ok(())
    }

    async fn put_back(&self, case: &Case, way: Way) -> Result<()> {
        if self.operation.is_read() {
            return self.put_back_read(case).await;
        }
        self.put_back_write(case, way).await
    }

    /// The connection is gone: the list is looked at, and the way back is that of the browser.
    pub async fn come_back(&self) -> Result<()> {
        self.page().follow("See all connections").await?;
        self.page().find("heading", "Connections").await?;
        self.world.browser.web.back().await?;
        self.at_rest().await
    }

    /// Waits until the button can be pressed and all that was typed stands.
    pub async fn at_rest(&self) -> Result<()> {
        until_true("the page is at rest", async || {
            let seen = Seen::now(self.page()).await?;
            seen.is_at_rest(self.button())?;
            ensure!(seen.alerts.is_empty(), "it still says {}", seen.alerts);
            seen.has_values(&self.typed.borrow())?;
            self.is_in_sight(&seen)?;
            Ok(true)
        })
        .await
    }

    /// Without a fault the same press succeeds.
    async fn succeed(&self) -> Result<()> {
        self.press().await?;
        until_true("it succeeds", async || {
            self.is_done(&Seen::now(self.page()).await?)?;
            Ok(true)
        })
        .await
    }

    pub fn is_done(&self, seen: &Seen) -> Result<()> {
        let (text, button) = match self.operation {
            Operation::Create => ("Connection created", "Create another"),
            Operation::List => (" loaded, newest first", "Refresh"),
            Operation::Test => ("The source accepted the credentials. 20", "Test connection"),
            Operation::Explore => ("of 69", "Refresh"),
            Operation::Edit => ("The service has your changes.", "Save changes"),
        };
        ensure!(seen.text.contains(text), "{text:?} is not said: {}", seen.text);
        ensure!(seen.alerts.is_empty(), "it still says {}", seen.alerts);
        seen.is_at_rest(button)?;
        // After a success what was sent is no longer typed.
        if self.operation.is_read() { seen.has_values(&self.typed.borrow()) } else { Ok(()) }
    }

    /// Whether the connection is taken for gone. In the list and among the tables it is not.
    pub fn is_gone(&self, case: &Case) -> bool {
        case.special == Special::Gone && matches!(self.operation, Operation::Test | Operation::Edit)
    }
}

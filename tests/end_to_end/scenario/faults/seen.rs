//! What is seen of the page at one moment.

use anyhow::{Result, ensure};

use crate::page::Page;

/// All that tells whether something is still going on, and what came of it.
#[derive(Debug)]
pub struct Seen {
    /// The visible text.
    pub text: String,
    /// The texts of all alerts.
    pub alerts: String,
    /// What the live region says.
    status: String,
    /// What says that something is going on.
    busy: Vec<String>,
    /// The buttons, and whether each is disabled.
    buttons: Vec<(String, bool)>,
    /// The inputs, what is in each, and whether it can be seen.
    values: Vec<(String, String, bool)>,
}

impl Seen {
    /// What is seen now.
    pub async fn now(page: &Page) -> Result<Self> {
        let state = page.script("state", &[]).await?;
        let (text, alerts, status, busy, buttons, values) = serde_json::from_value(state)?;
        Ok(Self { text, alerts, status, busy, buttons, values })
    }

    /// Nothing is going on any more, and this button can be pressed.
    pub fn is_at_rest(&self, button: &str) -> Result<()> {
        ensure!(self.busy.is_empty(), "it is still busy: {:?}", self.busy);
        ensure!(!self.status.ends_with('…'), "the live region still says {:?}", self.status);
        ensure!(!self.text.contains("The service is busy"), "it is still trying");
        let disabled = self.buttons.iter().find(|(name, _)| name == button);
        ensure!(disabled.is_some(), "there is no button {button:?} but {:?}", self.buttons);
        ensure!(disabled.is_some_and(|(_, disabled)| !disabled), "{button:?} is disabled");
        Ok(())
    }

    /// These stand in the inputs.
    pub fn has_values(&self, typed: &[(String, String)]) -> Result<()> {
        for pair in typed {
            let (label, text) = pair;
            let held: Vec<_> = self.values.iter().filter(|(name, ..)| name == label).collect();
            let is_held = held.iter().any(|(_, held, _)| held == text);
            ensure!(is_held, "{label} is lost: {pair:?} is not in {held:?}");
        }
        Ok(())
    }

    /// These stand in inputs that can be seen.
    pub fn shows_values<'a>(
        &self,
        typed: impl Iterator<Item = &'a (String, String)>,
    ) -> Result<()> {
        for (label, text) in typed {
            let mut seen = self.values.iter().filter(|(.., is_seen)| *is_seen);
            let is_shown = seen.any(|(name, held, _)| name == label && held == text);
            ensure!(is_shown, "{label} is out of sight: {:?}", self.values);
        }
        Ok(())
    }

    /// There is a button, or a tab, of this name.
    pub fn has_button(&self, button: &str) -> Result<()> {
        let is_there = self.buttons.iter().any(|(name, _)| name == button);
        ensure!(is_there, "there is no button {button:?} but {:?}", self.buttons);
        Ok(())
    }
}

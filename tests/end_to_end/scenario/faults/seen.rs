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
    /// The inputs, and what is in each.
    values: Vec<(String, String)>,
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
            let (label, _) = pair;
            let held: Vec<_> = self.values.iter().filter(|(name, _)| name == label).collect();
            ensure!(held.contains(&pair), "{label} is lost: {pair:?} is not in {held:?}");
        }
        Ok(())
    }
}

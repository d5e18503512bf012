//! What a person sees on the page, or is told by a screen reader.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use thirtyfour::{Key, WebElement};

use crate::page::Page;
use crate::until::{PATIENCE, until, until_true, until_within};

/// How a field stands.
#[derive(Debug)]
pub struct FieldState {
    /// Whether it is marked as invalid.
    pub invalid: bool,
    /// The texts that describe it, each with the ID of its element.
    pub described_by: Vec<(String, String)>,
}

impl Page {
    /// The texts of all refusals and other alerts, joined; none when there is none.
    pub async fn alert_text(&self) -> Result<Option<String>> {
        self.texts("alert").await
    }

    /// An alert that holds this text, as soon as it is there.
    pub async fn alert_with(&self, text: &str) -> Result<String> {
        until(&format!("an alert with {text:?}"), async || {
            let alert = self.alert_text().await?;
            if let Some(alert) = &alert {
                ensure!(alert.contains(text), "the alert says {alert:?}");
            }
            Ok(alert)
        })
        .await
    }

    /// What the live region says.
    pub async fn status_text(&self) -> Result<Option<String>> {
        self.texts("status").await
    }

    /// The text of a region, as soon as it is there.
    pub async fn region(&self, name: &str) -> Result<String> {
        self.region_within(PATIENCE, name).await
    }

    /// The same, with a deadline of its own.
    pub async fn region_within(&self, limit: Duration, name: &str) -> Result<String> {
        until_within(limit, &format!("the region {name:?}"), async || {
            let Some(region) = self.find_now("region", name).await? else { return Ok(None) };
            Ok(self.script("text", &[region.to_json()?]).await?.as_str().map(str::to_owned))
        })
        .await
    }

    /// A region whose text holds this one of these words in any case, and which.
    pub async fn region_with(&self, name: &str, words: &[&str]) -> Result<String> {
        until(&format!("the region {name:?} with one of {words:?}"), async || {
            let text = self.region(name).await?;
            let lower = text.to_lowercase();
            ensure!(words.iter().any(|word| lower.contains(word)), "it says {text:?}");
            Ok(Some(text))
        })
        .await
    }

    /// The ID of the connection that the page says was created.
    pub async fn connection_id(&self) -> Result<String> {
        self.connection_id_within(PATIENCE).await
    }

    /// The same, with a deadline of its own.
    pub async fn connection_id_within(&self, limit: Duration) -> Result<String> {
        self.region_within(limit, "Connection created").await?;
        let field = self.find("textbox", "Connection ID").await?;
        self.value_of(&field).await
    }

    /// What is typed into a field.
    pub async fn value(&self, label: &str) -> Result<String> {
        let field = self.find("textbox", label).await?;
        self.value_of(&field).await
    }

    /// How a field stands.
    pub async fn field(&self, label: &str) -> Result<FieldState> {
        let field = self.find("textbox", label).await?;
        let state = self.script("field", &[field.to_json()?]).await?;
        let member = |key: &str| state.get(key).cloned().unwrap_or_default();
        Ok(FieldState {
            invalid: serde_json::from_value(member("invalid"))?,
            described_by: serde_json::from_value(member("describedBy"))?,
        })
    }

    /// The error that is tied to a field by `aria-describedby`, if it is marked as invalid.
    pub async fn field_error(&self, label: &str) -> Result<Option<String>> {
        let state = self.field(label).await?;
        let mut errors = state.described_by.into_iter().filter(|(id, _)| id.contains("error"));
        Ok(errors.next().map(|(_, text)| text).filter(|_| state.invalid))
    }

    /// The accessible name of what has the focus.
    pub async fn focused_label(&self) -> Result<String> {
        let active = self.script("active", &[]).await?;
        ensure!(active.is_object(), "nothing has the focus");
        self.accessible_name(&WebElement::from_json(active, self.web.handle().clone())?).await
    }

    /// Waits until what has this accessible name has the focus.
    pub async fn focus_is_on(&self, label: &str) -> Result<()> {
        until(&format!("the focus on {label:?}"), async || {
            let focused = self.focused_label().await?;
            ensure!(focused == label, "the focus is on {focused:?}");
            Ok(Some(()))
        })
        .await
    }

    /// Waits for the half of the app that is fetched once something of the page has the focus.
    pub async fn half_is_there(&self) -> Result<()> {
        until_true("the other half", async || Ok(self.script("half", &[]).await? == json!(true)))
            .await
    }

    /// The links of the summary of problems.
    pub async fn summary_links(&self) -> Result<Vec<String>> {
        Ok(serde_json::from_value(self.script("linksIn", &[json!("alert")]).await?)?)
    }

    /// Whether a choice is marked as invalid.
    pub async fn choice_is_invalid(&self, name: &str) -> Result<bool> {
        Ok(self.script("choiceIsInvalid", &[json!(name)]).await? == json!(true))
    }

    /// The values of all inputs, whatever they are.
    pub async fn all_values(&self) -> Result<Vec<String>> {
        Ok(serde_json::from_value(self.script("values", &[]).await?)?)
    }

    /// All text that is visible.
    pub async fn visible_text(&self) -> Result<String> {
        let text = self.script("visibleText", &[]).await?;
        Ok(text.as_str().context("the page has no text")?.to_owned())
    }

    /// Whether something with this role and name is there now.
    pub async fn has(&self, role: &str, name: &str) -> bool {
        matches!(self.find_now(role, name).await, Ok(Some(_)))
    }

    /// Pastes the clipboard into a text area beside the app, and takes it away again.
    pub async fn clipboard(&self) -> Result<String> {
        let add = "const area = document.createElement('textarea');
            document.body.append(area); area.focus(); return area;";
        let area = self.web.execute(add, Vec::<Value>::new()).await?.element()?;
        area.send_keys(Key::Control + "v").await?;
        let take = "const text = arguments[0].value; arguments[0].remove(); return text;";
        let text = self.web.execute(take, [area.to_json()?]).await?;
        Ok(text.json().as_str().unwrap_or_default().to_owned())
    }

    async fn value_of(&self, field: &WebElement) -> Result<String> {
        let value = self.script("value", &[field.to_json()?]).await?;
        Ok(value.as_str().context("this is no field")?.to_owned())
    }

    async fn texts(&self, role: &str) -> Result<Option<String>> {
        let texts: Option<Vec<String>> =
            serde_json::from_value(self.script("texts", &[json!(role)]).await?)?;
        Ok(texts.map(|texts| texts.join("\n")).filter(|text| !text.is_empty()))
    }
}

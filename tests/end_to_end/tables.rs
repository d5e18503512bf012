//! Tables, facts and choices of the page, as a person reads them.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::page::Page;
use crate::until::until;

impl Page {
    /// The texts of a table's cells, row by row, that of its headings first. Rows that are not
    /// drawn are not among them.
    pub async fn rows(&self, name: &str) -> Result<Vec<Vec<String>>> {
        Ok(serde_json::from_value(self.script("rows", &[json!(name)]).await?)?)
    }

    /// The same, as soon as they are so.
    pub async fn rows_when(
        &self,
        name: &str,
        what: &str,
        is_so: impl Fn(&[Vec<String>]) -> bool,
    ) -> Result<Vec<Vec<String>>> {
        until(&format!("the table {name:?} with {what}"), async || {
            let rows = self.rows(name).await?;
            ensure!(is_so(&rows), "its rows are {rows:?}");
            Ok(Some(rows))
        })
        .await
    }

    /// Scrolls a table, as far as that goes.
    pub async fn scroll(&self, name: &str, top: u32, left: u32) -> Result<()> {
        self.script("scrollTable", &[json!(name), json!(top), json!(left)]).await?;
        Ok(())
    }

    /// The names and values of a region.
    pub async fn facts(&self, region: &str) -> Result<Vec<(String, String)>> {
        Ok(serde_json::from_value(self.script("facts", &[json!(region)]).await?)?)
    }

    /// Waits until a region has this value for this name.
    pub async fn fact_is(&self, region: &str, name: &str, value: &str) -> Result<()> {
        until(&format!("{name:?} is {value:?} in {region:?}"), async || {
            let facts = self.facts(region).await?;
            let found = facts.iter().find(|(held, _)| held == name);
            let (_, found) = found.with_context(|| format!("there are {facts:?}"))?;
            ensure!(found == value, "it is {found:?}");
            Ok(Some(()))
        })
        .await
    }

    /// The texts of the options of a list.
    pub async fn options(&self, list: &str) -> Result<Vec<String>> {
        let list = self.find("combobox", list).await?;
        let options = self.script("options", &[list.to_json()?]).await?;
        let options: Vec<[String; 3]> = serde_json::from_value(options)?;
        Ok(options.into_iter().map(|[_, _, text]| text).collect())
    }

    /// What a field offers to choose from: each value with what is said of it.
    pub async fn offered(&self, field: &str) -> Result<Vec<(String, String)>> {
        let field = self.find("textbox", field).await?;
        Ok(serde_json::from_value(self.script("offered", &[field.to_json()?]).await?)?)
    }

    /// The names of all that has a role.
    pub async fn names(&self, role: &str) -> Result<Vec<String>> {
        Ok(serde_json::from_value(self.script("names", &[json!(role)]).await?)?)
    }

    /// How many elements the page has.
    pub async fn elements(&self) -> Result<u64> {
        let count: Value = self.script("elements", &[]).await?;
        count.as_u64().context("the elements cannot be counted")
    }

    /// Waits until a text can be seen.
    pub async fn says(&self, text: &str) -> Result<()> {
        until(&format!("the text {text:?}"), async || {
            let shown = self.visible_text().await?;
            Ok(shown.contains(text).then_some(()))
        })
        .await
    }

    /// Presses a button that copies; what is in the clipboard as soon as it is so.
    pub async fn copy(&self, button: &str, is_so: impl Fn(&str) -> bool) -> Result<String> {
        self.press(button).await?;
        self.copied(is_so).await.with_context(|| format!("the copy of {button:?}"))
    }

    /// What is in the clipboard as soon as it is so.
    pub async fn copied(&self, is_so: impl Fn(&str) -> bool) -> Result<String> {
        until("the copy", async || {
            let copied = self.clipboard().await?;
            ensure!(is_so(&copied), "copied was {copied:?}");
            Ok(Some(copied))
        })
        .await
    }
}

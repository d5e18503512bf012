//! What a person does with the page, in the person's words.
//!
//! Everything is found inside the app's shadow root by role and accessible name, and the
//! browser's own computed name is the one that counts. Keys are real key events.

use std::time::Duration;

use anyhow::{Result, bail, ensure};
use serde_json::{Value, json};
use thirtyfour::{Key, WebDriver, WebElement};

use crate::browser::Kind;
use crate::raw::Raw;
use crate::until::until;

/// Finds elements by role and name; see there.
const PAGE_JS: &str = include_str!("page.js");

/// The roles of what a person uses: here the browser's own name is compared too.
const NAMED_BY_THE_BROWSER: [&str; 8] =
    ["button", "link", "textbox", "radio", "combobox", "checkbox", "tab", "treeitem"];

/// The app in one element of a document.
#[derive(Clone)]
pub struct Page {
    /// The browser's session.
    pub web: WebDriver,
    kind: Kind,
    host: String,
}

impl Page {
    /// The app in the only `<flow-connect>` of a document.
    pub fn new(web: WebDriver, kind: Kind) -> Self {
        Self { web, kind, host: "flow-connect".to_owned() }
    }

    /// The app in the element that a selector finds.
    pub fn of(&self, host: &str) -> Self {
        Self { host: host.to_owned(), ..self.clone() }
    }

    /// Runs an action of `page.js`.
    pub async fn script(&self, action: &str, arguments: &[Value]) -> Result<Value> {
        let mut all = vec![json!(self.host), json!(action)];
        all.extend_from_slice(arguments);
        Ok(self.web.execute(PAGE_JS, all).await?.json().clone())
    }

    /// The one visible element with this role and exactly this name, now.
    pub async fn find_now(&self, role: &str, name: &str) -> Result<Option<WebElement>> {
        let found = self.script("find", &[json!(role), json!(name)]).await?;
        let Some([elements, names]) = found.as_array().map(Vec::as_slice) else {
            return Ok(None);
        };
        let elements = elements.as_array().map(Vec::as_slice).unwrap_or_default();
        match elements {
            [] => bail!("there is no {role} named {name:?}, but {names}"),
            [element] => {
                let element = WebElement::from_json(element.clone(), self.web.handle().clone())?;
                if NAMED_BY_THE_BROWSER.contains(&role) {
                    let label = self.accessible_name(&element).await?;
                    ensure!(label == name, "the {role} {name:?} is named {label:?} by the browser");
                }
                Ok(Some(element))
            }
            _ => bail!("{} elements have the role {role} and the name {name:?}", elements.len()),
        }
    }

    /// The same, as soon as it is there.
    pub async fn find(&self, role: &str, name: &str) -> Result<WebElement> {
        until(&format!("a {role} named {name:?}"), async || self.find_now(role, name).await).await
    }

    /// The accessible name that the browser computes.
    pub async fn accessible_name(&self, element: &WebElement) -> Result<String> {
        computed(&self.web, element, "computedlabel").await
    }

    /// The role that the browser computes.
    pub async fn role(&self, element: &WebElement) -> Result<String> {
        computed(&self.web, element, "computedrole").await
    }

    /// Replaces the text of a field by typing.
    pub async fn fill(&self, label: &str, text: &str) -> Result<()> {
        let field = self.find("textbox", label).await?;
        field.focus().await?;
        let select = self.web.action_chain().key_down(Key::Control).send_keys("a");
        select.key_up(Key::Control).send_keys(Key::Backspace).perform().await?;
        if self.kind == Kind::Chromium && text.chars().any(|c| c > '\u{ffff}') {
            // Chromium's driver has no keys for such characters; this is its input method.
            self.web.cdp().send_raw("Input.insertText", json!({ "text": text })).await?;
        } else if !text.is_empty() {
            field.send_keys(text).await?;
        }
        let value = self.value(label).await?;
        ensure!(value == text, "typed {text:?} into {label:?}, which now holds {value:?}");
        Ok(())
    }

    /// Chooses one of the options of a choice, be it drawn as radio buttons or as a list.
    pub async fn choose(&self, choice: &str, option: &str) -> Result<()> {
        until(&format!("{option:?} of the choice {choice:?}"), async || {
            if let Ok(Some(radio)) = self.find_now("radio", option).await {
                let label = self.script("labelOf", &[radio.to_json()?]).await?;
                WebElement::from_json(label, self.web.handle().clone())?.click().await?;
                return Ok(radio.is_selected().await?.then_some(()));
            }
            let Some(list) = self.find_now("combobox", choice).await? else { return Ok(None) };
            list.send_keys(option).await?;
            Ok(Some(()))
        })
        .await
    }

    /// Presses a button.
    pub async fn press(&self, name: &str) -> Result<()> {
        self.click_on("button", name).await
    }

    /// Presses a button as slowly as a person does: a moment passes before the release.
    pub async fn press_slowly(&self, name: &str) -> Result<()> {
        let button = self.find("button", name).await?;
        button.scroll_into_view().await?;
        let moment = Some(Duration::from_millis(150));
        let press = self.web.action_chain_with_delay(None, moment).click_and_hold_element(&button);
        // The release has the pointer where it went down, whatever the page drew meanwhile.
        Ok(press.move_by_offset(0, 0).release().perform().await?)
    }

    /// Follows a link.
    pub async fn follow(&self, name: &str) -> Result<()> {
        self.click_on("link", name).await
    }

    /// Follows the link of a navigation, where others have its name too.
    pub async fn follow_in(&self, navigation: &str, name: &str) -> Result<()> {
        until(&format!("the link {name:?} of the navigation {navigation:?}"), async || {
            let found = self.script("findIn", &[json!(navigation), json!(name)]).await?;
            let Some([link]) = found.as_array().map(Vec::as_slice) else { return Ok(None) };
            WebElement::from_json(link.clone(), self.web.handle().clone())?.click().await?;
            Ok(Some(()))
        })
        .await
    }

    /// Chooses an option of a list.
    pub async fn select(&self, list: &str, option: &str) -> Result<()> {
        until(&format!("the option {option:?} of {list:?}"), async || {
            let Some(list) = self.find_now("combobox", list).await? else { return Ok(None) };
            let found = self.script("option", &[list.to_json()?, json!(option)]).await?;
            if found.is_null() {
                return Ok(None);
            }
            WebElement::from_json(found, self.web.handle().clone())?.click().await?;
            Ok(Some(()))
        })
        .await
    }

    /// Presses a box that can be checked.
    pub async fn check(&self, name: &str) -> Result<()> {
        self.click_on("checkbox", name).await
    }

    /// Shows another part of the view.
    pub async fn open_tab(&self, name: &str) -> Result<()> {
        self.click_on("tab", name).await
    }

    /// Opens a disclosure, if it is closed.
    pub async fn disclose(&self, name: &str) -> Result<()> {
        self.set_disclosed(name, true).await
    }

    /// Closes a disclosure, if it is open.
    pub async fn disclose_not(&self, name: &str) -> Result<()> {
        self.set_disclosed(name, false).await
    }

    async fn set_disclosed(&self, name: &str, open: bool) -> Result<()> {
        let is_open = "return arguments[0].parentElement.open";
        until(&format!("the disclosure {name:?} is open: {open}"), async || {
            let Some(summary) = self.find_now("disclosure", name).await? else { return Ok(None) };
            let now = self.web.execute(is_open, [summary.to_json()?]).await?;
            if now.json() == &json!(open) {
                return Ok(Some(()));
            }
            summary.click().await?;
            Ok(None)
        })
        .await
    }

    /// Presses keys wherever the focus is.
    pub async fn keys(&self, keys: impl AsRef<str>) -> Result<()> {
        Ok(self.web.action_chain().send_keys(keys.as_ref()).perform().await?)
    }

    /// Presses the one element with this role and name.
    pub async fn click_on(&self, role: &str, name: &str) -> Result<()> {
        // A look may find the element just before the page draws it anew.
        until(&format!("a {role} {name:?} that can be pressed"), async || {
            let Some(element) = self.find_now(role, name).await? else { return Ok(None) };
            element.click().await?;
            Ok(Some(()))
        })
        .await
    }
}

async fn computed(web: &WebDriver, element: &WebElement, what: &str) -> Result<String> {
    let path = format!("/element/{}/{what}", element.element_id());
    Ok(web.cmd(Raw::Get(path)).await?.value()?)
}

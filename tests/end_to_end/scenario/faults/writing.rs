//! Cases met by what writes: a creation, an edit. Nothing of it is ever sent twice.

use anyhow::{Context, Result, ensure};

use super::super::canaries::{CLIENT_SECRET, PASSWORD, SECURITY_TOKEN, TOKEN};
use super::super::typed::{API_KEY, BASIC, OAUTH2, ORGANIZATION, USERNAME};
use super::cases::gateway::READ_THE_WORDS;
use super::cases::{Case, End, Operation, Special};
use super::seen::Seen;
use super::walk::{Walk, Way};
use crate::until::until_true;

impl Walk<'_> {
    /// Opens the form and fills it in, both kinds of authentication.
    pub async fn begin_create(&self) -> Result<()> {
        self.world.open().await?;
        self.fill("Access token", TOKEN).await?;
        self.fill("API key", API_KEY).await?;
        self.fill("Organization ID", ORGANIZATION).await?;
        self.page().choose("Authentication", OAUTH2).await?;
        self.fill("Client ID", "client-id").await?;
        self.fill("Client secret", CLIENT_SECRET).await?;
        self.page().choose("Authentication", BASIC).await?;
        self.fill_connection().await
    }

    /// Fills in what a creation leaves empty, with a name that no connection has.
    async fn fill_connection(&self) -> Result<()> {
        let number = self.world.service.creations().len();
        let searches = || self.world.service.searches().len();
        let before = searches();
        self.fill("Name", &format!("Fault {number}")).await?;
        self.fill("Description", "Made in a bad hour").await?;
        self.fill_credentials().await?;
        // It is not to meet what is scripted for the creation.
        until_true("the name is looked for", async || Ok(searches() > before)).await
    }

    async fn fill_credentials(&self) -> Result<()> {
        self.fill("Username", USERNAME).await?;
        self.fill("Password", PASSWORD).await?;
        self.fill("Security token", SECURITY_TOKEN).await
    }

    /// Opens an edit and types into all of it.
    pub async fn begin_edit(&self) -> Result<()> {
        self.open_new("To be edited").await?;
        self.page().open_tab("Edit").await?;
        self.fill_edit().await
    }

    /// Types what differs from what is saved.
    async fn fill_edit(&self) -> Result<()> {
        let number = self.world.service.requests().len();
        self.page().rotate().await?;
        self.fill("Name", &format!("Edited {number}")).await?;
        self.fill("Description", &format!("Described {number}")).await?;
        self.fill_credentials().await
    }

    /// The page says that it was not written, or that nobody knows.
    pub fn is_not_written(&self, case: &Case, way: Way, seen: &Seen) -> Result<()> {
        if self.operation == Operation::Create {
            self.is_not_created(case, seen)
        } else {
            self.is_not_saved(case, way, seen)
        }
    }

    fn is_not_created(&self, case: &Case, seen: &Seen) -> Result<()> {
        if case.end == End::Refused {
            ensure!(seen.alerts.contains("Not created"), "it says {}", seen.alerts);
            self.is_explained(case, &seen.alerts)?;
            return seen.is_at_rest("Create connection");
        }
        let looked =
            ["Still unknown: the service could not be asked.", "Nobody may look", READ_THE_WORDS];
        for part in ["Outcome unknown"].into_iter().chain(looked) {
            ensure!(seen.text.contains(part), "{part:?} is not said: {}", seen.text);
        }
        self.is_explained(case, &seen.text)?;
        seen.is_at_rest("Back to the form")?;
        seen.is_at_rest("Look again")
    }

    fn is_not_saved(&self, case: &Case, way: Way, seen: &Seen) -> Result<()> {
        let said = |parts: &[&str]| {
            for part in parts {
                ensure!(seen.text.contains(part), "{part:?} is not said: {}", seen.text);
            }
            Ok(())
        };
        let changed = "The connection was changed meanwhile";
        let apply = "Apply my changes to the newer version";
        if self.is_gone(case) {
            return said(&["This connection does not exist, or not any more"]);
        }
        if case.special == Special::Stale {
            said(&[changed, "Nothing was saved: the service has a newer version"])?;
            return seen.is_at_rest(apply);
        }
        if way.carried_out {
            said(&[changed, case.came(), "Whether it has your secrets cannot be seen."])?;
            self.is_explained(case, &seen.text)?;
            return seen.is_at_rest(apply);
        }
        if case.end == End::Unknown {
            said(&["Not saved", "it is still the version that you edited"])?;
            self.is_explained(case, &seen.text)?;
        } else {
            said(&["Everything you typed is still in the form."])?;
            ensure!(seen.alerts.contains("Not saved"), "it says {}", seen.alerts);
            self.is_explained(case, &seen.alerts)?;
        }
        seen.is_at_rest("Save changes")
    }

    /// What was created or saved is typed anew; all else stands as it was.
    pub async fn put_back_write(&self, case: &Case, way: Way) -> Result<()> {
        let page = self.page();
        if self.operation == Operation::Edit {
            if self.is_gone(case) {
                return self.come_back().await;
            }
            if way.carried_out || case.special == Special::Stale {
                page.press("Apply my changes to the newer version").await?;
                until_true("it is saved and read again", async || {
                    self.is_done(&Seen::now(page).await?)?;
                    Ok(true)
                })
                .await?;
                self.written.set(self.written.get() + 1);
                return self.fill_edit().await;
            }
            return if self.succeeds(case, way) { self.fill_edit().await } else { Ok(()) };
        }
        if way.carried_out {
            page.press("Look again").await?;
            page.says("No answer told what became of it, so the app looked for the").await?;
        }
        if way.carried_out || self.succeeds(case, way) {
            return self.create_another().await;
        }
        if case.end == End::Unknown {
            let searches = || self.world.service.searches().len();
            let before = searches();
            page.press("Back to the form").await?;
            // It is not to meet what is scripted for the next case.
            until_true("the name is looked for", async || Ok(searches() > before)).await?;
            return self.at_rest().await;
        }
        Ok(())
    }

    /// What was created is the newest; the next one has another name.
    async fn create_another(&self) -> Result<()> {
        let id = self.page().connection_id().await?;
        let all = self.world.service.connections();
        let newest = all.last().context("nothing was created")?.connection.id.as_str();
        ensure!(newest == id, "the page shows another one: {id}");
        self.page().press("Create another").await?;
        self.page().find("button", "Create connection").await?;
        // The token is held, and the inputs of all secrets are empty.
        let cleared = ["Access token", "Client ID", "Client secret"];
        self.typed.borrow_mut().retain(|(label, _)| !cleared.contains(&label.as_str()));
        self.fill_connection().await
    }
}

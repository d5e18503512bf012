//! Cases met by what only reads: the list, a test, the tables.

use anyhow::{Result, ensure};

use super::super::access::LIST;
use super::super::canaries::{PASSWORD, SECURITY_TOKEN, TOKEN};
use super::super::typed::{API_KEY, ORGANIZATION};
use super::cases::{Case, Operation};
use super::seen::Seen;
use super::walk::Walk;

impl Walk<'_> {
    /// Opens the list and searches in it.
    pub async fn begin_list(&self) -> Result<()> {
        self.give_access("/#/connections").await?;
        self.page().rows_when(LIST, "a row", |rows| rows.len() > 1).await?;
        self.fill("Search", "salesforce").await
    }

    /// Opens a connection, with an edit of it that is not saved.
    pub async fn begin_test(&self) -> Result<()> {
        self.open_new("To be tested").await?;
        self.page().open_tab("Edit").await?;
        self.page().rotate().await?;
        self.fill("Name", "Renamed and not saved").await?;
        self.fill("Password", PASSWORD).await?;
        self.fill("Security token", SECURITY_TOKEN).await?;
        self.page().open_tab("Overview").await?;
        self.page().find("button", "Test connection").await?;
        Ok(())
    }

    /// Opens the tables of a connection and searches among them.
    pub async fn begin_explore(&self) -> Result<()> {
        self.open_new("To be explored").await?;
        self.page().open_tab("Explore").await?;
        self.page().find("treeitem", "Account").await?;
        self.fill("Search tables", "account").await
    }

    /// Makes a connection and opens it.
    pub async fn open_new(&self, name: &str) -> Result<()> {
        let number = self.world.service.connections().len();
        let id = self.world.service.create(&format!("{name} {number}"), "stored-password").await?;
        self.give_access(&format!("/#/connections/{id}")).await?;
        *self.id.borrow_mut() = id;
        self.page().find("tab", "Overview").await?;
        Ok(())
    }

    /// Opens a view of connections and gives access there, with a token that is watched for.
    async fn give_access(&self, path: &str) -> Result<()> {
        // Another fragment alone would not begin anew.
        self.world.open_path("/config.json").await?;
        self.world.open_path(path).await?;
        self.page().find("button", "Show connections").await?;
        self.page().fill("Access token", TOKEN).await?;
        self.fill("API key", API_KEY).await?;
        self.fill("Organization ID", ORGANIZATION).await?;
        self.page().press("Show connections").await
    }

    /// The page says that it could not read, and why.
    pub fn is_not_read(&self, case: &Case, seen: &Seen) -> Result<()> {
        if self.is_gone(case) {
            let gone = "This connection does not exist, or not any more";
            ensure!(seen.alerts.contains(gone), "{gone:?} is not said: {}", seen.alerts);
            return Ok(());
        }
        let heading = match self.operation {
            Operation::List => "The connections could not be loaded anew",
            Operation::Test => "The connection could not be tested",
            _ => "The tables could not be read",
        };
        ensure!(seen.alerts.contains(heading), "{heading:?} is not said: {}", seen.alerts);
        self.is_explained(case, &seen.alerts)?;
        if self.operation == Operation::List {
            ensure!(
                seen.text.contains(" loaded, newest first"),
                "the rows are lost: {}",
                seen.text
            );
        }
        seen.is_at_rest(self.button())
    }

    /// Nothing is to be put back but what is gone.
    pub async fn put_back_read(&self, case: &Case) -> Result<()> {
        if self.is_gone(case) {
            return self.come_back().await;
        }
        Ok(())
    }
}

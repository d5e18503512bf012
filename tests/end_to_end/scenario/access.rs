//! The ways into the views of connections.

use anyhow::{Context, Result};

use super::portal::{PAGE_SCRIPT, page_with};
use super::typed::{API_KEY, ORGANIZATION, TOKEN};
use crate::page::Page;
use crate::world::World;

/// The group that holds the list.
pub const LIST: &str = "Table of connections";

impl Page {
    /// Begins to rotate credentials; the focus goes to the first of them.
    pub async fn rotate(&self) -> Result<()> {
        self.press("Rotate credentials…").await?;
        self.focus_is_on("Username").await
    }
}

impl World {
    /// Opens the list by its address, gives access, and waits for the rows.
    pub async fn open_connections(&self) -> Result<&Page> {
        self.open_with_access("/#/connections").await?;
        self.page.find("textbox", "Search").await?;
        self.page.rows_when(LIST, "a row", |rows| rows.len() > 1).await?;
        Ok(&self.page)
    }

    /// Opens a view of connections by its address, and gives access there.
    pub async fn open_with_access(&self, path: &str) -> Result<()> {
        self.open_path(path).await?;
        self.page.find("button", "Show connections").await?;
        self.page.fill_access().await?;
        self.page.press("Show connections").await
    }

    /// Opens a connection by its address, gives access, and waits for it.
    pub async fn open_connection(&self, id: &str) -> Result<&Page> {
        self.open_with_access(&format!("/#/connections/{id}")).await?;
        self.page.find("tab", "Overview").await?;
        Ok(&self.page)
    }

    /// Opens a view of connections in a portal that gives access, so that nothing is typed.
    pub async fn open_in_portal(&self, view: &str) -> Result<&Page> {
        let element = format!(
            r#"<flow-connect hash-routes api-base="{}" api-key="{API_KEY}"
                organization-id="{ORGANIZATION}" sandbox="prod"></flow-connect>"#,
            self.service.origin()
        );
        let give = format!(
            "{PAGE_SCRIPT}
             document.querySelector('flow-connect').accessToken = '{TOKEN}';"
        );
        self.site.set_portal(page_with(&element), &give);
        self.open_path(&format!("/portal.html{view}")).await?;
        Ok(&self.page)
    }

    /// Opens the part *Explore* of the newest connection, and waits for the tables.
    pub async fn open_tables(&self) -> Result<&Page> {
        let newest = self.service.of_this_source().into_iter().next();
        let newest = newest.context("there is no connection")?.connection;
        let page = self.open_connection(newest.id.as_str()).await?;
        page.open_tab("Explore").await?;
        page.find("treeitem", "Account").await?;
        Ok(page)
    }

    /// Makes a connection, and opens the part *Edit* of it; its ID.
    pub async fn open_edit(&self, name: &str) -> Result<String> {
        let id = self.service.create(name, "stored-password").await?;
        let page = self.open_connection(&id).await?;
        page.open_tab("Edit").await?;
        page.find("button", "Save changes").await?;
        Ok(id)
    }
}

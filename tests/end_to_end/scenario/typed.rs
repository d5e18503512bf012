//! What people type in the scenarios, unless one says otherwise.

use anyhow::Result;
use serde_json::{Value, json};

use crate::page::Page;
use crate::world::World;

/// A token in the form of a JWT that ends in the year 2100; it is no credential.
pub const TOKEN: &str =
    "eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.eyJzdWIiOiJlMmUiLCJleHAiOjQxMDI0NDQ4MDB9.e2e";
/// An API key.
pub const API_KEY: &str = "0123456789abcdef0123456789abcdef";
/// An organization ID.
pub const ORGANIZATION: &str = "0123456789ABCDEF01234567@AdobeOrg";
/// The name and the description of the tutorial.
pub const NAME: &str = "Base connection for salesforce service cloud";
/// A username.
pub const USERNAME: &str = "engineer@acme.example";
/// A password.
pub const PASSWORD: &str = "pass word-1";
/// A security token.
pub const SECURITY_TOKEN: &str = "securitytoken-2";
/// The auth specs.
pub const BASIC: &str = "Basic Authentication";
/// See [`BASIC`].
pub const OAUTH2: &str = "OAuth2 Client Credential";
/// The connection spec of Salesforce Service Cloud.
pub const SPEC_ID: &str = "cb66ab34-8619-49cb-96d1-39b37ede86ea";

impl Page {
    /// Types who asks; the sandbox stays `prod`.
    pub async fn fill_access(&self) -> Result<()> {
        self.fill("Access token", TOKEN).await?;
        self.fill("API key", API_KEY).await?;
        self.fill("Organization ID", ORGANIZATION).await
    }

    /// Types Salesforce's credentials for Basic Authentication.
    pub async fn fill_basic_credentials(&self) -> Result<()> {
        self.choose("Authentication", BASIC).await?;
        self.fill("Username", USERNAME).await?;
        self.fill("Password", PASSWORD).await?;
        self.fill("Security token", SECURITY_TOKEN).await
    }

    /// Types all that a connection with Basic Authentication needs.
    pub async fn fill_all(&self) -> Result<()> {
        self.fill_access().await?;
        self.fill("Name", NAME).await?;
        self.fill("Description", NAME).await?;
        self.fill_basic_credentials().await
    }
}

impl World {
    /// Opens the page and fills it in; only the press is left to do.
    pub async fn open_and_fill(&self) -> Result<&Page> {
        self.open().await?;
        // What is kept for this tab comes with the half that is fetched.
        let kept = "const kept = JSON.parse(sessionStorage.getItem('flow-connect-form'));
            return Object.keys(kept?.fields ?? {}).length > 0;";
        if self.browser.web.execute(kept, Vec::<Value>::new()).await?.json() == &json!(true) {
            self.page.says("Restored what you typed").await?;
        }
        self.page.fill_all().await?;
        Ok(&self.page)
    }
}

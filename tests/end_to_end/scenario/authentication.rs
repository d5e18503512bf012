//! The choice of the authentication.

use anyhow::{Result, ensure};

use super::typed::{BASIC, OAUTH2};
use crate::world::World;

/// Switching there and back keeps the fields that both have, and in the end sends only
/// what belongs to the chosen one.
pub async fn switching_keeps_what_both_have(world: &World) -> Result<()> {
    let page = world.open_and_fill().await?;
    page.fill("Environment URL", "https://acme.my.salesforce.com").await?;
    page.fill("API version", "59.0").await?;
    page.choose("Authentication", OAUTH2).await?;
    for (label, kept) in [
        ("Environment URL", "https://acme.my.salesforce.com"),
        ("API version", "59.0"),
        ("Name", super::typed::NAME),
        ("Access token", super::typed::TOKEN),
    ] {
        let value = page.value(label).await?;
        ensure!(value == kept, "with OAuth2 {label} is {value:?}");
    }
    ensure!(!page.has("textbox", "Security token").await, "Basic's field is still there");
    page.fill("Client ID", "client-id").await?;
    page.fill("Client secret", "client-secret").await?;
    page.choose("Authentication", BASIC).await?;
    let kept = page.value("Environment URL").await?;
    ensure!(kept == "https://acme.my.salesforce.com", "back with Basic it is {kept:?}");
    ensure!(!page.has("textbox", "Client secret").await, "OAuth2's field is still there");
    page.fill_basic_credentials().await?;
    page.press("Create connection").await?;
    page.connection_id().await?;
    let body = world.service.only_creation()?.body;
    ensure!(!body.contains("client"), "a parameter of OAuth2 was sent with Basic");
    ensure!(body.contains("59.0"), "the API version was not sent");
    Ok(())
}

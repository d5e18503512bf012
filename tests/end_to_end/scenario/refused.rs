//! Refusals of the Flow Service, scripted with the documented codes and by the local
//! service's own judgement.

use anyhow::{Context, Result, ensure};
use flow_service_sim::Reply;
use serde_json::json;

use super::typed::{API_KEY, BASIC, NAME, ORGANIZATION, PASSWORD, SECURITY_TOKEN, TOKEN, USERNAME};
use crate::world::World;

/// The number, the HTTP status, the service's words, and the field that is at fault.
const CODES: [(u16, u16, &str, Option<&str>); 18] = [
    (1100, 400, "The organization is not entitled.", None),
    (1304, 400, "The mandatory field username is not provided", Some("Username")),
    (1304, 400, "The mandatory field securityToken is not provided", Some("Security token")),
    (1308, 400, "Error message: INVALID_LOGIN: Invalid username, password, security token", None),
    (1339, 400, "The organization ID has no valid format.", Some("Organization ID")),
    (1405, 400, "The request body is empty.", None),
    (1413, 400, "The spec ID provided is invalid", Some("Connection spec ID")),
    (1415, 400, "The auth spec 'Basic Authentication' could not be found", Some(BASIC)),
    (2000, 401, "The token has no access to this organization.", Some("Organization ID")),
    (2001, 401, "The header x-gw-ims-org-id is empty.", None),
    (2002, 401, "The header x-gw-ims-org-id is missing.", None),
    (2100, 404, "The sandbox was not found.", Some("Sandbox")),
    (2105, 400, "The header x-sandbox-name is missing.", None),
    (2114, 400, "The token is empty.", None),
    (2115, 400, "The token is invalid.", Some("Access token")),
    (2118, 403, "You lack a permission.", None),
    (2120, 403, "You do not have sufficient permissions.", None),
    (2121, 403, "You lack another permission.", None),
];

/// Each is shown with status, code, request ID and the service's words, the field at
/// fault is marked and focused, nothing typed is lost; the report can be copied.
pub async fn each_code_is_explained(world: &World) -> Result<()> {
    let page = world.open_and_fill().await?;
    for (index, (number, status, message, field)) in CODES.into_iter().enumerate() {
        let request_id = format!("request-{index:02}");
        let body = json!({
            "type": format!("https://ns.adobe.com/aep/errors/FLOW-{number}-{status}"),
            "title": "Refused",
            "status": status,
            "report": { "detailed-message": message, "request-id": request_id },
            "errorMessage": message,
            "errorDetails": message,
        });
        world.service.answers_creation(Reply::json(status, body.to_string()), false);
        page.press("Create connection").await?;
        let code = format!("{number}-{status}");
        let parts = [&status.to_string(), code.as_str(), &request_id, message];
        is_explained(world, &request_id, &parts, field).await?;
        let report = page.copy("Copy report", |copied| copied.contains(&request_id)).await?;
        for part in parts {
            ensure!(report.contains(part), "the report lacks {part:?}: {report}");
        }
        for secret in [TOKEN, PASSWORD, SECURITY_TOKEN] {
            ensure!(!report.contains(secret), "the report holds a secret: {report}");
        }
    }
    ensure!(world.service.creations().len() == CODES.len(), "something was sent again");
    ensure!(world.service.connections().is_empty(), "a refused creation was carried out");
    Ok(())
}

/// What the local service itself refuses is explained as well, and once it is mended the
/// same form gives a connection.
pub async fn by_the_local_service_itself(world: &World) -> Result<()> {
    let page = world.open_and_fill().await?;
    for (label, bad, code, good) in [
        ("Access token", "invalid.token", "401013", TOKEN),
        ("API key", "invalid-key", "403003", API_KEY),
        ("Organization ID", "FFFFFFFFFFFFFFFFFFFFFFFF@AdobeOrg", "403025", ORGANIZATION),
        ("Sandbox", "no-such-sandbox", "2100-404", "prod"),
        ("Username", "refused@acme.example", "1308-400", USERNAME),
    ] {
        page.fill(label, bad).await?;
        page.press("Create connection").await?;
        page.alert_with(code).await?;
        if label != "Username" {
            page.focus_is_on(label).await?;
        }
        page.fill(label, good).await?;
    }
    page.press("Create connection").await?;
    let id = page.connection_id().await?;
    ensure!(id == world.service.only_connection_id()?, "the page shows another ID: {id}");
    ensure!(page.alert_text().await?.is_none(), "the last refusal is still shown");
    Ok(())
}

/// The alert that `mark` tells from earlier ones holds all parts, and the field at fault
/// is marked and has the focus; everything typed is still there.
pub async fn is_explained(
    world: &World,
    mark: &str,
    parts: &[&str],
    field: Option<&str>,
) -> Result<()> {
    let page = &world.page;
    let alert = page.alert_with(mark).await?;
    for part in parts {
        ensure!(alert.contains(part), "the alert lacks {part:?}: {alert}");
    }
    let rest = parts.iter().fold(alert.clone(), |rest, part| rest.replace(part, ""));
    ensure!(rest.split_whitespace().count() > 12, "there is no advice: {alert}");
    if let Some(field) = field {
        page.focus_is_on(field).await.with_context(|| format!("after {mark}"))?;
        let marked = if field == BASIC {
            page.choice_is_invalid("Authentication").await?
        } else {
            page.field(field).await?.invalid
        };
        ensure!(marked, "{field} is not marked after {mark}");
    }
    nothing_typed_is_lost(world).await
}

/// The form holds what was typed into it.
pub async fn nothing_typed_is_lost(world: &World) -> Result<()> {
    let values = world.page.all_values().await?;
    let typed = [TOKEN, API_KEY, ORGANIZATION, "prod", NAME, USERNAME, PASSWORD, SECURITY_TOKEN];
    for text in typed {
        ensure!(values.iter().any(|value| value == text), "{text:?} is lost: {values:?}");
    }
    Ok(())
}

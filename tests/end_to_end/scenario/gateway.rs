//! Refusals of Adobe's API gateway: each code that its documentation names.

use anyhow::{Result, ensure};
use flow_service_sim::Reply;
use serde_json::json;

use super::refused::{is_explained, nothing_typed_is_lost};
use crate::world::World;

/// The HTTP status, the code, the gateway's words, and the field that is at fault.
const CODES: [(u16, &str, &str, Option<&str>); 8] = [
    (403, "403010", "Oauth token is missing.", None),
    (401, "401013", "Oauth token is not valid", Some("Access token")),
    (403, "403000", "Api Key is required", None),
    (403, "403003", "Api Key is invalid", Some("API key")),
    (400, "400003", "Missing header", None),
    (403, "403025", "Profile is not valid", Some("Organization ID")),
    (403, "403027", "User region is missing", None),
    (429, "429050", "Too many requests", None),
];

/// Each is shown with status, code, the gateway's words and a next step, the field at
/// fault is marked and focused, nothing typed is lost, and nothing is sent again.
pub async fn each_code_is_explained(world: &World) -> Result<()> {
    let page = world.open_and_fill().await?;
    for (index, (status, code, message, field)) in CODES.into_iter().enumerate() {
        let body = json!({ "error_code": code, "message": message }).to_string();
        let headers = vec![
            ("content-type".to_owned(), "application/json".to_owned()),
            ("retry-after".to_owned(), "1".to_owned()),
        ];
        let reply = Reply::Status { status, headers, body: body.into_bytes() };
        world.service.answers_creation(reply, false);
        page.press("Create connection").await?;
        is_explained(world, code, &[&status.to_string(), code, message], field).await?;
        let creations = world.service.creations().len();
        ensure!(creations == index + 1, "after {code} {creations} creations have arrived");
    }
    // A wrong content type has a shape of its own, without a code.
    let body = json!({
        "type": "/placeholder/type/uri",
        "status": 400,
        "title": "BadRequestError",
        "detail": "A valid content-type must be specified",
    });
    world.service.answers_creation(Reply::json(400, body.to_string()), false);
    page.press("Create connection").await?;
    page.alert_with("A valid content-type must be specified").await?;
    nothing_typed_is_lost(world).await?;
    page.press("Create connection").await?;
    page.connection_id().await?;
    ensure!(world.service.connections().len() == 1, "a refused creation was carried out");
    Ok(())
}

//! The sandbox of a request: the Flow Service wants one that exists.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use flow_service::value::{OrganizationId, SandboxName};

use crate::problem::Problem;
use crate::state;

/// Who asks the service: everything is kept apart by organization and sandbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caller {
    /// The organization, which the gateway has checked.
    pub organization: OrganizationId,
    /// The sandbox, which exists.
    pub sandbox: SandboxName,
}

/// Finds the sandbox and hands the caller on to the operation.
pub async fn check(
    State(state): State<Arc<state::State>>,
    mut request: Request,
    next: Next,
) -> Response {
    match caller(&state.sandboxes, &request) {
        Ok(caller) => {
            request.extensions_mut().insert(caller);
            next.run(request).await
        }
        Err(problem) => problem.into_response(),
    }
}

fn caller(sandboxes: &[SandboxName], request: &Request) -> Result<Caller, Problem> {
    let header = request.headers().get("x-sandbox-name");
    let name = header.map(|value| String::from_utf8_lossy(value.as_bytes()));
    let name = name.filter(|name| !name.is_empty()).ok_or(Problem::SandboxMissing)?;
    let sandbox = sandboxes.iter().find(|sandbox| sandbox.as_str() == name);
    let sandbox = sandbox.ok_or_else(|| Problem::SandboxUnknown(name.into_owned()))?.clone();
    // The gateway has put it there; without it this service is wired up wrongly.
    let organization = request.extensions().get::<OrganizationId>().cloned();
    let organization = organization
        .ok_or_else(|| Problem::BadRequest("The gateway named no organization.".to_owned()))?;
    Ok(Caller { organization, sandbox })
}

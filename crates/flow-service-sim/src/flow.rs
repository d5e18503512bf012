//! The operations of the service, one file each.

mod connection_specs;
mod create_connection;
mod get_connection;
mod list_connections;
mod new_connection;
mod next_page;
mod sandboxes;
mod test_connection;

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{MethodRouter, get};

use crate::data::Caller;
use crate::problem::Problem;
use crate::state::State;
use crate::store::StoredConnection;

/// The routes of the Flow Service, below its path.
pub fn router() -> Router<Arc<State>> {
    // No limit, because the body has been read, and limited, before a request comes here.
    Router::new()
        .route("/connections", get(list_connections::answer).post(create_connection::answer))
        .route("/connections/{id}", get(get_connection::answer))
        .route("/connections/{id}/test", get(test_connection::answer))
        .route("/connectionSpecs", get(connection_specs::list))
        .route("/connectionSpecs/{id}", get(connection_specs::one))
        .fallback(|| async { Problem::PathUnknown })
        .method_not_allowed_fallback(|| async { Problem::MethodUnsupported })
        .layer(DefaultBodyLimit::disable())
}

/// The route of the sandbox API.
pub fn sandboxes() -> MethodRouter<Arc<State>> {
    get(sandboxes::answer)
}

/// The connections that a caller can see, oldest first.
fn visible(state: &State, caller: &Caller) -> Vec<StoredConnection> {
    let belongs = |stored: &StoredConnection| {
        stored.connection.organization_id.as_deref() == Some(caller.organization.as_str())
            && stored.connection.sandbox_name.as_deref() == Some(caller.sandbox.as_str())
    };
    state.store().all().into_iter().filter(belongs).collect()
}

/// The connection with that ID, if the caller can see it.
fn find(state: &State, caller: &Caller, id: String) -> Result<StoredConnection, Problem> {
    visible(state, caller)
        .into_iter()
        .find(|stored| stored.connection.id.as_str() == id)
        .ok_or(Problem::NotFound { kind: "connections", id })
}

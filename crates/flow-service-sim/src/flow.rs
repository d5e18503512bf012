//! The operations of the service, one file each.

mod auth_params;
mod connection_specs;
mod content_type;
mod create_connection;
mod delete_connection;
mod explore;
mod explore_query;
mod get_connection;
mod list_connections;
mod list_order;
mod new_connection;
mod next_page;
mod patch;
mod patched;
mod sandboxes;
mod test_connection;
mod update_connection;

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{MethodRouter, get};

use crate::data::Caller;
use crate::problem::Problem;
use crate::state::State;
use crate::store::Kept;

/// The routes of the Flow Service, below its path.
pub fn router() -> Router<Arc<State>> {
    let one = || {
        get(get_connection::answer)
            .patch(update_connection::answer)
            .delete(delete_connection::answer)
    };
    // No limit, because the body has been read, and limited, before a request comes here.
    Router::new()
        .route("/connections", get(list_connections::answer).post(create_connection::answer))
        .route("/connections/{id}", one())
        // The specification writes the paths of PATCH and DELETE with the slash, the pages
        // without.
        .route("/connections/{id}/", one())
        .route("/connections/{id}/test", get(test_connection::answer))
        .route("/connections/{id}/explore", get(explore::answer))
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

/// Whether a caller can see a connection. One of no organization is seen by each.
fn is_visible(kept: &Kept, caller: &Caller) -> bool {
    let connection = kept.connection();
    let organization = connection.organization_id.as_deref();
    organization.is_none_or(|organization| organization == caller.organization.as_str())
        && connection.sandbox_name.as_deref() == Some(caller.sandbox.as_str())
}

/// The connection with that ID, if the caller can see it.
fn find(state: &State, caller: &Caller, id: String) -> Result<Arc<Kept>, Problem> {
    let store = state.store();
    let mut all = store.all().iter();
    let found =
        all.find(|kept| kept.connection().id.as_str() == id && is_visible(kept, caller)).cloned();
    found.ok_or(Problem::NotFound { kind: "connections", id })
}

//! `WebDriver` commands that the client library has no function for.

use axum::http::Method;
use serde_json::Value;
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::{RequestData, SessionId};

/// A command of a session, by what follows the session's path.
#[derive(Debug)]
pub enum Raw {
    /// Asks.
    Get(String),
    /// Does.
    Post(&'static str, Value),
}

impl FormatRequestData for Raw {
    fn format_request(&self, session: &SessionId) -> RequestData {
        match self {
            Self::Get(path) => RequestData::new(Method::GET, format!("session/{session}{path}")),
            Self::Post(path, body) => {
                RequestData::new(Method::POST, format!("session/{session}{path}"))
                    .add_body(body.clone())
            }
        }
    }
}

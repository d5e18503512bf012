//! What the page that embeds the app is told.

use flow_service::error::{CallError, NotSent};
use serde_json::{Map, Value};

/// What the host page is told. No secret is ever in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// The app can be used.
    Ready,
    /// A connection was created.
    Created {
        /// Its ID.
        id: String,
        /// Its etag, double quotes included.
        etag: Option<String>,
        /// Its name.
        name: String,
        /// Its sandbox.
        sandbox: String,
    },
    /// A call failed.
    Error(CallError),
    /// An access token is needed, for this reason.
    TokenNeeded(&'static str),
}

impl Event {
    /// The name of the DOM event.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Ready => "flow-connect-ready",
            Self::Created { .. } => "flow-connect-created",
            Self::Error(_) => "flow-connect-error",
            Self::TokenNeeded(_) => "flow-connect-token-needed",
        }
    }

    /// The `detail` of the DOM event; its shape has the version 1.
    #[must_use]
    pub fn detail(&self) -> Value {
        let mut detail = Map::new();
        let mut set = |key: &str, value: Value| {
            detail.insert(key.to_owned(), value);
        };
        set("v", 1.into());
        match self {
            Self::Ready => {}
            Self::Created { id, etag, name, sandbox } => {
                set("id", id.as_str().into());
                set("etag", etag.as_deref().into());
                set("name", name.as_str().into());
                set("sandbox", sandbox.as_str().into());
            }
            Self::Error(error) => {
                let refusal = error.refusal();
                set("stage", error.stage().into());
                set("status", error.status().into());
                set("code", refusal.and_then(|refusal| refusal.code.clone()).into());
                set("requestId", refusal.and_then(|refusal| refusal.request_id.clone()).into());
                set("retryable", is_retryable(error).into());
            }
            Self::TokenNeeded(reason) => set("reason", (*reason).into()),
        }
        Value::Object(detail)
    }
}

/// Whether the same request may be sent again: it was certainly not carried out, and
/// nothing in it has to be mended.
fn is_retryable(error: &CallError) -> bool {
    let passes = matches!(error, CallError::NotSent(NotSent::Offline | NotSent::Cancelled));
    passes || error.status() == Some(429)
}

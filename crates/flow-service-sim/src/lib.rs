//! A local Flow Service: a real HTTP server on loopback that behaves as Adobe's
//! documentation says, to run Flow Connect without an account and to test it against.
//!
//! ```no_run
//! # async fn example() -> std::io::Result<()> {
//! use flow_service_sim::{Options, Reply, ScriptedAnswer, start};
//!
//! let service = start(Options::default()).await?;
//! service.script(ScriptedAnswer { reply: Reply::CutBeforeAnswer, ..ScriptedAnswer::default() });
//! // ... let a client talk to service.base_url() ...
//! assert_eq!(service.requests().len(), 1);
//! service.stop().await;
//! # Ok(())
//! # }
//! ```
//!
//! Rooms, from the outside in: [`Service`] owns the socket; `server` speaks HTTP/1.1 and
//! can break a connection; below `/data/`, `data` records, answers preflights, plays
//! scripted answers and keeps the gateway's door; `flow` has one file for each operation.
//! `ims` makes access tokens, below `/ims/`. `control` is the control path, outside both.
//! `catalog` is what a source holds.
//!
//! Deliberately absent: a log (bodies and headers carry secrets), TLS, any address but
//! 127.0.0.1, a file on disk. Which shapes are Adobe's and which rules are made up is
//! said in `docs/local-service.md`.

mod options;
pub use options::Options;

mod service;
pub use service::{Service, start};

mod documented;
pub use documented::Documented;

mod script;
pub use script::{Reply, ScriptedAnswer};

mod received;
pub use received::ReceivedRequest;

mod store;
pub use store::StoredConnection;

pub use axum::http::Method;

mod server;

mod cut;

mod late;

mod state;

mod record;

mod cors;

mod scripted;

mod data;

mod flow;

mod ims;

mod control;

mod answer;

mod problem;

mod mask;

mod at_path;

mod seed;

mod catalog;

mod property;

mod known_specs;
pub use known_specs::{KnownSpec, KnownSpecs};

mod known_sandboxes;

mod clock;

//! Connection specs: which sources there are, and which credentials each asks for.
//!
//! A spec is data. [`ConnectionSpec::service_cloud`] is built in; any other one is read from
//! what `GET /connectionSpecs` returns, where each auth spec is a JSON Schema (draft-07).
//! Reading makes a flat list of fields of it, from which the credential form is drawn:
//! [`AuthSpec::active`] says which of them count, [`typed::parse`] reads what was typed into
//! one, and [`nested::params`] puts the values where they are sent.
//!
//! Deliberately absent: regular expressions and a JSON text parser. A browser has both, and
//! gives them as [`typed::Means`].

mod connection_spec;
pub use connection_spec::{BASIC_AUTHENTICATION, ConnectionSpec, OAUTH2_CLIENT_CREDENTIAL};

mod auth_spec;
pub use auth_spec::AuthSpec;

mod auth_field;
pub use auth_field::{AuthField, OptionalObject, Place, When};

mod fields;
pub use fields::Fields;

mod field_kind;
pub use field_kind::{Choice, FieldKind, JsonPart, JsonShape, NumberLimits, TextLimits};

pub mod typed;
pub use typed::Means;

pub mod nested;

mod json_error;
pub use json_error::{Position, json_error};

mod source_entry;
pub use source_entry::SourceEntry;

mod refresh;
pub use refresh::{Move, Refresh};

mod reader;

mod alternatives;

mod schema;

mod scalar;

mod label;

mod writer;

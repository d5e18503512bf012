//! Adobe's Flow Service API as values, and the one call of IMS that gives a token for it.
//!
//! What a person types is parsed into [`value`] types that cannot hold a bad
//! value; only those become a [`request::Request`]. Each operation is one file of
//! [`operation`] with two halves: values in, request out; [`response::Response`]
//! in, result or [`error::CallError`] out. The browser app sends these requests
//! and the local Flow Service answers them, so a type of the wire exists once.
//!
//! Deliberately absent: I/O, a clock, randomness, a browser, a JSON text parser
//! (the caller has one: the browser's own, or `serde_json` in native code). No
//! function here fails for a reason outside its arguments, and none panics.

pub mod value;

pub mod secret;

mod taken_names;

pub mod secretlike;

pub mod spec;

pub mod connection;

pub mod request;

pub mod code;

mod request_text;

mod text;

pub mod token_request;

pub mod json_text;

pub mod response;

pub mod error;

mod refusal;

pub mod retry;

pub mod import;

pub mod operation;

mod json;

mod find;

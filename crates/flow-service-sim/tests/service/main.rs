//! The local service over real HTTP, as a client sees it.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test ends at the first surprise, and JSON is read by index"
)]

mod client;
mod control;
mod cors;
mod create;
mod gateway;
mod lists;
mod masking;
mod program;
mod scripted;
mod service_refusals;
mod test_and_specs;

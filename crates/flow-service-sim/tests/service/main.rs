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
mod delete;
mod documented;
mod explore;
mod explore_tables;
mod gateway;
mod ims;
mod lists;
mod many_connections;
mod masking;
mod patch;
mod patch_params;
mod patch_refusals;
mod program;
mod sandboxes;
mod scripted;
mod service_refusals;
mod shapes;
mod stages;
mod test_and_specs;

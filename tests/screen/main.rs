//! What the app decides, for each path through it (native; no browser, no service).
//!
//! Messages go into `update`, as the page would send them; effects and the model are
//! looked at. What is seen of the model is tested in `tests/views`.

#![cfg(not(target_arch = "wasm32"))]
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod given;

mod page;

mod press;

mod problems;

mod once;

mod any_order;

mod unknown;

mod namesakes;

mod refused;

mod failure;

mod errors_page;

mod created;

mod test_run;

mod token_note;

mod get_token;

mod renewal;

mod events;

mod authentication;

mod spec_id;

mod typing;

mod settings;

mod sample;

mod copied;

mod limits;

mod parameters;

mod sources;

mod sources_list;

mod sources_wanted;

mod looks;

mod leaving;

mod door;

mod access;

mod kept;

mod restored;

mod secretlike;

mod unanswered;

mod profiles;

mod sandboxes;

mod import;

mod check;

mod duplicates;

mod pauses;

mod again;

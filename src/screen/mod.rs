//! What the app knows and decides, without a browser.
//!
//! [`update`] takes a [`Model`] and a [`Msg`], changes the model and returns
//! [`Effect`]s as values; `web` carries them out. What the form decides before the half that
//! is fetched later is there, is in [`at_once`]. Secrets are absent: of a secret the
//! model learns whether it is there and what is unusual about it, never its text.

pub mod element_id;

mod field;

mod settings;

mod form;

mod read;

mod sketch;

mod phase;

mod theme;

mod tool;

mod token;

pub mod token_note;

pub mod get_token;

pub mod renewal;

pub mod check;

mod route;

mod model;

mod event;

mod secret_report;

mod message;

mod look_up;

mod sample;

mod copied;

mod outcome;

mod door;

mod sandboxes;

pub mod duplicates;

pub mod secretlike;

pub mod unanswered;

pub mod kept;

pub mod profiles;

pub mod sources;

mod at_once;

mod again;

mod update;

pub mod import;

pub mod connections;

pub mod words;

pub use again::lacks_network;
pub use at_once::at_once;
pub use copied::code;
pub use door::{Door, Half, Network};
pub use duplicates::duplicates;
pub use event::Event;
pub use field::Field;
pub use form::Form;
pub use message::{Answer, Call, CopyTarget, Effect, Msg};
pub use model::{Disclosure, Model, Ticket};
pub use phase::{Connected, InForm, Look, NotCreated, OlderNamesake, Phase, Sent, TestRun};
pub use read::{Plan, read};
pub use route::Route;
pub use sample::{SAMPLE_SECRETS, SAMPLE_TOKEN, sample_form};
pub use sandboxes::Sandboxes;
pub use secret_report::{SecretReport, TokenReport};
pub use settings::{Initial, Settings, SettingsProblem};
pub use sketch::sketch;
pub use theme::Theme;
pub use token::{Token, TokenSource};
pub use tool::Tool;
pub use update::update;

//! Texts that give nothing.

use flow_service::import::NothingFound;

use super::import::import;

/// Holds the reason against what is expected.
#[track_caller]
pub fn check_nothing(text: &str, expect: &NothingFound) {
    assert_eq!(import(text).err().as_ref(), Some(expect), "{text}");
}

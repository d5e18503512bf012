//! Texts that a connection can be named by.

use proptest::prelude::*;

use super::text::any_text;

/// Any text that is not blank.
pub fn any_name() -> impl Strategy<Value = String> {
    any_text().prop_filter("a name is not blank", |text| !text.trim().is_empty())
}

//! What is said of connections that have the name which is typed.

/// Said when they were found.
pub const SAY_DUPLICATES: &str = "This sandbox already has this name.";

/// The remark beside the name.
#[must_use]
pub fn duplicates(count: usize, more: bool) -> String {
    let at_least = if more { "at least " } else { "" };
    let number = if count == 1 { "one".to_owned() } else { count.to_string() };
    let noun = if count == 1 { " connection" } else { " connections" };
    ["This sandbox already has ", at_least, &number, noun, " of this name:"].concat()
}

/// A link to one of them.
#[must_use]
pub fn open_duplicate(id: &str) -> String {
    ["Open ", id].concat()
}

//! Why a typed text is no value of what a connection spec asks for.

/// Why a text does not fit what a connection spec says of the parameter. The limits are in
/// the [`FieldKind`](crate::spec::FieldKind).
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Mismatch {
    /// It is no number as JSON writes it.
    #[error("a number is needed")]
    NotANumber,
    /// It is a number with a fraction.
    #[error("a whole number is needed")]
    NotWhole,
    /// The number is smaller than the smallest.
    #[error("the number is too small")]
    TooSmall,
    /// The number is larger than the largest.
    #[error("the number is too large")]
    TooLarge,
    /// The text has too few characters.
    #[error("the text is too short")]
    TooShort,
    /// The text has too many characters.
    #[error("the text is too long")]
    TooLong,
    /// The text does not match the pattern.
    #[error("the text does not match the pattern")]
    NoMatch,
    /// It is no JSON.
    #[error("JSON is needed")]
    NotJson,
    /// It is JSON, but no object.
    #[error("a JSON object is needed")]
    NotAnObject,
    /// It is a JSON object without a member that it has to have.
    #[error("a member is missing from the JSON object")]
    LacksMembers,
    /// It is JSON, but no array.
    #[error("a JSON array is needed")]
    NotAnArray,
}

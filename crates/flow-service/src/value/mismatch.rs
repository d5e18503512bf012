//! Why a typed text is no value of what a connection spec asks for.

/// Why a text does not fit what a connection spec says of the parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Mismatch {
    /// It is no number as JSON writes it.
    #[error("a number is needed")]
    NotANumber,
    /// It is a number with a fraction.
    #[error("a whole number is needed")]
    NotWhole,
    /// The number is smaller than this.
    #[error("the smallest number is {0}")]
    TooSmall(i64),
    /// The number is larger than this.
    #[error("the largest number is {0}")]
    TooLarge(i64),
    /// The text has fewer characters than this.
    #[error("the smallest length is {0}")]
    TooShort(u64),
    /// The text has more characters than this.
    #[error("the largest length is {0}")]
    TooLong(u64),
    /// The text does not match the pattern.
    #[error("the text does not match the pattern")]
    NoMatch,
    /// It is no JSON.
    #[error("JSON is needed")]
    NotJson,
    /// It is JSON, but no object.
    #[error("a JSON object is needed")]
    NotAnObject,
    /// It is JSON, but no array.
    #[error("a JSON array is needed")]
    NotAnArray,
    /// There would be a secret in it, and what is typed as JSON is none.
    #[error("a part with a secret cannot be typed as JSON")]
    HoldsSecret,
}

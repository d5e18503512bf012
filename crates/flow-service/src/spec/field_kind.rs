//! What a parameter holds, which decides how it is drawn and parsed.

/// What a parameter holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldKind {
    /// Any text.
    Text,
    /// A secret (`"format": "password"`).
    Secret,
    /// A secret that has to keep limits.
    LimitedSecret(TextLimits),
    /// The address of the source instance.
    EnvironmentUrl,
    /// The version of the source's own API.
    ApiVersion,
    /// A text that has to keep limits.
    Limited(TextLimits),
    /// One of several values.
    Choice(Vec<Choice>),
    /// A number.
    Number(NumberLimits),
    /// `true` or `false`.
    Boolean,
    /// A part that has no inputs of its own: it is typed as JSON.
    Json(JsonPart),
}

impl FieldKind {
    /// Whether it is a secret, whose text is read only when it is sent.
    #[must_use]
    pub const fn is_secret(&self) -> bool {
        match self {
            Self::Secret | Self::LimitedSecret(_) => true,
            Self::Json(part) => part.holds_secret,
            _ => false,
        }
    }
}

impl FieldKind {
    /// The limits of its text, where there are any.
    #[must_use]
    pub const fn text_limits(&self) -> Option<&TextLimits> {
        match self {
            Self::Limited(limits) | Self::LimitedSecret(limits) => Some(limits),
            _ => None,
        }
    }
}

/// The limits of a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TextLimits {
    /// A regular expression of JavaScript, which the text has to contain a match of.
    pub pattern: Option<String>,
    /// The smallest number of characters.
    pub shortest: Option<u64>,
    /// The largest number of characters.
    pub longest: Option<u64>,
}

/// One value of a choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The value, which stands in the input; no other one of the choice is the same.
    pub value: String,
    /// What a person reads.
    pub label: String,
    /// Whether the value is a number, `true` or `false`, and sent as such.
    pub bare: bool,
}

/// The limits of a number.
///
/// A limit that is no whole number is widened to the next one: the service decides then.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct NumberLimits {
    /// Whether it has to be a whole number.
    pub integer: bool,
    /// The smallest one.
    pub minimum: Option<i64>,
    /// The largest one.
    pub maximum: Option<i64>,
}

/// What is known of a part that is typed as JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JsonPart {
    /// Which JSON it is.
    pub shape: JsonShape,
    /// Whether there may be a secret in it. Then all of it is treated as one.
    pub holds_secret: bool,
    /// The members that an object has to have.
    pub required: Vec<String>,
}

/// Which JSON a part is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JsonShape {
    /// Any.
    Any,
    /// An object.
    Object,
    /// An array.
    Array,
}

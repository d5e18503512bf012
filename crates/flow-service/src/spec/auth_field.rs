//! One parameter of an auth spec.

use std::borrow::Cow;

use super::FieldKind;
use super::reader::NESTED;

/// One parameter of an auth spec, sent within `auth.params`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuthField {
    /// The names on the way to it, joined by dots, such as `credentials.clientId`. No other
    /// field of the auth spec has the same key, or one that names the same secret.
    pub key: Cow<'static, str>,
    /// What a person reads as the name of the field. That of a nested one begins with what
    /// it is nested in: `Credentials: Client ID`.
    pub label: Cow<'static, str>,
    /// The description that the service gives, if any.
    pub description: Option<String>,
    /// Whether a request without it is refused, as long as the field is active.
    pub required: bool,
    /// The object around it that may be left out, where there is one.
    pub within: Option<OptionalObject>,
    /// What it holds, and how that is read.
    pub kind: FieldKind,
    /// Where it is sent.
    pub place: Place,
    /// How a value looks, where the service gives an example.
    pub example: Option<String>,
    /// The text that stands in it at first. A secret has none.
    pub default: Option<String>,
    /// When it is shown and sent; always where there is none.
    pub when: Option<When>,
    /// Whether it is never shown. Its default is sent all the same, if it has one.
    pub hidden: bool,
}

/// An object that may be left out, seen from a field in it. It is sent as soon as something in
/// it is given; defaults alone give nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OptionalObject {
    /// The path of the object; of several within each other the innermost.
    pub path: Vec<String>,
    /// Whether the field has to be there when the object is.
    pub needed: bool,
}

/// Where in `auth.params` a field is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// As the member that its key names.
    Key,
    /// As the member at the end of this path. No name at all stands for all parameters.
    Path(Vec<String>),
    /// Nowhere: it chooses which variant of the object at this path is sent.
    Chooses(Vec<String>),
}

/// A field counts only while another one has one of these values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct When {
    /// The key of the other field, which is a choice.
    pub key: String,
    /// The values of [`Choice`](super::Choice) for which it counts.
    pub values: Vec<String>,
}

impl AuthField {
    /// A field for a member of `auth.params` that is always there.
    #[must_use]
    pub fn plain(key: &str, label: &str, required: bool, kind: FieldKind) -> Self {
        let (key, label) = (Cow::Owned(key.to_owned()), Cow::Owned(label.to_owned()));
        Self { key, label, kind, ..Self::constant("", "", required, FieldKind::Text) }
    }

    /// The same as a constant.
    #[must_use]
    pub const fn constant(
        key: &'static str,
        label: &'static str,
        required: bool,
        kind: FieldKind,
    ) -> Self {
        Self {
            key: Cow::Borrowed(key),
            label: Cow::Borrowed(label),
            description: None,
            example: None,
            required,
            within: None,
            kind,
            place: Place::Key,
            default: None,
            when: None,
            hidden: false,
        }
    }

    /// The object that it is a member of, and its name there: the names on the way to that
    /// object, joined by dots, then what a person reads of the object and of the field in it.
    /// None for a parameter itself.
    #[must_use]
    pub fn member_of(&self) -> Option<(String, &str, &str)> {
        let (Place::Path(path) | Place::Chooses(path)) = &self.place else { return None };
        let (_, above) = path.split_last()?;
        let (object, own) = self.label.rsplit_once(NESTED).filter(|_| !above.is_empty())?;
        Some((above.join("."), object, own))
    }

    /// Whether it stands somewhere in the object at this path.
    pub(super) fn is_in(&self, object: &[String]) -> bool {
        let (Place::Path(path) | Place::Chooses(path)) = &self.place else { return false };
        path.starts_with(object)
    }

    /// The names on the way from `auth.params` to its value; none for a field that is not sent.
    #[must_use]
    pub fn path(&self) -> Option<Vec<&str>> {
        match &self.place {
            Place::Key => Some(vec![&self.key]),
            Place::Path(path) => Some(path.iter().map(String::as_str).collect()),
            Place::Chooses(_) => None,
        }
    }
}

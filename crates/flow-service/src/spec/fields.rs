//! The fields of an auth spec as one value.

use core::fmt;
use core::ops::Deref;
use std::sync::Arc;

use super::AuthField;

/// The fields of an auth spec, in the order in which they are drawn and sent. A clone shares
/// them: a form looks at its auth spec again and again.
///
/// Those of the built-in spec are constants.
#[derive(Clone)]
pub struct Fields(Held);

#[derive(Clone)]
enum Held {
    BuiltIn(&'static [AuthField]),
    Read(Arc<[AuthField]>),
}

impl Fields {
    /// Fields that are constants.
    #[must_use]
    pub const fn built_in(fields: &'static [AuthField]) -> Self {
        Self(Held::BuiltIn(fields))
    }
}

impl From<Vec<AuthField>> for Fields {
    fn from(fields: Vec<AuthField>) -> Self {
        Self(Held::Read(fields.into()))
    }
}

impl FromIterator<AuthField> for Fields {
    fn from_iter<I: IntoIterator<Item = AuthField>>(fields: I) -> Self {
        Vec::from_iter(fields).into()
    }
}

impl Deref for Fields {
    type Target = [AuthField];

    fn deref(&self) -> &[AuthField] {
        match &self.0 {
            Held::BuiltIn(fields) => fields,
            Held::Read(fields) => fields,
        }
    }
}

impl PartialEq for Fields {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for Fields {}

impl fmt::Debug for Fields {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, formatter)
    }
}

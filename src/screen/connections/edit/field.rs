//! The inputs of the edit, by name.

/// An input of the edit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Field {
    /// The name.
    Name,
    /// The description.
    Description,
    /// The parameter of the auth spec with this key.
    Param(String),
}

impl Field {
    /// The `id` of the input.
    #[must_use]
    pub fn id(&self) -> String {
        match self {
            Self::Name => "edit-name".to_owned(),
            Self::Description => "edit-description".to_owned(),
            Self::Param(key) => ["edit-param-", key].concat(),
        }
    }
}

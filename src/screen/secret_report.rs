//! What is told of secrets where they are read: whether they are there, and what is unusual.
//! Their texts are not in it.

use flow_service::value::{Checked, Problem, Remark};

/// What was found about the secrets when *Create connection* was pressed.
#[derive(Debug)]
pub struct SecretReport {
    /// About the access token.
    pub token: TokenReport,
    /// About the secret parameters of the auth spec, by key.
    pub params: Vec<(String, Result<Vec<Remark>, Problem>)>,
}

/// Where the access token comes from.
#[derive(Debug)]
pub enum TokenReport {
    /// From the input.
    Typed(Result<Vec<Remark>, Problem>),
    /// It is held for this page already, or the host page gives it when asked.
    Available,
}

impl TokenReport {
    pub(super) fn checked(&self) -> Result<Checked<()>, Problem> {
        let remarks = match self {
            Self::Typed(result) => result.clone()?,
            Self::Available => Vec::new(),
        };
        Ok(Checked { value: (), remarks })
    }
}

impl SecretReport {
    pub(super) fn of_param(&self, key: &str) -> Result<Vec<Remark>, Problem> {
        let found = self.params.iter().find(|(held, _)| held == key);
        found.map_or(Err(Problem::Missing), |(_, result)| result.clone())
    }
}

//! The sandboxes of the organization, which *Sandbox* offers. What is typed there is free all
//! the same.

use flow_service::request::Access;
use flow_service::value::SandboxName;

use super::field::Field;
use super::form::{Findings, read_access};
use super::message::Effect;
use super::model::Model;
use super::secret_report::TokenReport;

/// The sandboxes of the organization, to choose from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Sandboxes {
    /// Not asked for.
    #[default]
    Unknown,
    /// Asked for with this access.
    Asked(Access),
    /// Names with what is known of each.
    Known(Access, Vec<(String, String)>),
    /// The service does not tell; names can be typed all the same.
    Refused(Access),
}

/// The input of the sandbox is entered: the sandboxes are asked for, once for each access. Where
/// they were refused too: the input is entered whenever the window gets the focus back, as it does
/// from a question for a token.
pub(super) fn want(model: &mut Model, token: &TokenReport) -> Vec<Effect> {
    let mut form = model.form.clone();
    // The service lists them whatever sandbox is named.
    form.set(&Field::Sandbox, SandboxName::USUAL.to_owned());
    let mut found = Findings::default();
    let access = read_access(&form, &mut found);
    let (Some(access), Ok(_)) = (access, token.checked()) else { return Vec::new() };
    let asked = match &model.door.sandboxes {
        Sandboxes::Unknown => None,
        Sandboxes::Asked(held) | Sandboxes::Known(held, _) | Sandboxes::Refused(held) => Some(held),
    };
    if asked == Some(&access) {
        return Vec::new();
    }
    model.door.sandboxes = Sandboxes::Asked(access.clone());
    vec![Effect::ListSandboxes(access)]
}

/// The sandboxes came, or did not.
pub(super) fn listed(model: &mut Model, access: Access, listed: Option<Vec<(String, String)>>) {
    if model.door.sandboxes == Sandboxes::Asked(access.clone()) {
        model.door.sandboxes = match listed {
            Some(listed) => Sandboxes::Known(access, listed),
            None => Sandboxes::Refused(access),
        };
    }
}

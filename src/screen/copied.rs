//! The texts that can be copied, and the request as code.

use flow_service::code::Shown;
use flow_service::request::Request;

use super::get_token;
use super::message::CopyTarget;
use super::model::Model;
use super::sketch::sketch;
use super::words;

/// The request as far as it is filled in.
pub(super) fn request(model: &Model) -> Option<Request> {
    sketch(&model.form, &model.auth(), &model.means, &model.typed_secrets)
}

/// The request in the language that is chosen, with variables in place of the secrets.
#[must_use]
pub fn code(model: &Model) -> Option<String> {
    let code = request(model)?.to_code(model.api_base(), model.language, Shown::AsVariables);
    code.ok().map(|code| (*code).clone())
}

/// A text that is copied. One with secrets is made where they are read.
pub(super) fn text(model: &Model, target: CopyTarget) -> Option<String> {
    match target {
        CopyTarget::ConnectionId => {
            model.latest().map(|connected| connected.id.as_str().to_owned())
        }
        CopyTarget::Code => code(model),
        CopyTarget::CodeWithSecrets => None,
        CopyTarget::TokenRequest => get_token::curl(model),
        CopyTarget::Report => words::report(model),
        CopyTarget::CheckReport => words::check::report(model),
    }
}

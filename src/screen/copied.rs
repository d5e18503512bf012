//! The texts that can be copied, and the request as text.

use flow_service::request::Request;

use super::message::CopyTarget;
use super::model::Model;
use super::sketch::sketch;
use super::words;

/// The request as HTTP and as a curl command.
#[must_use]
pub fn request(model: &Model) -> Option<[String; 2]> {
    let request = sketch(&model.form, &model.auth())?;
    let base = model.api_base();
    Some([Request::to_http(&request, base), Request::to_curl(&request, base)])
}

/// A text that is copied.
pub(super) fn text(model: &Model, target: CopyTarget) -> Option<String> {
    match target {
        CopyTarget::ConnectionId => {
            model.latest().map(|connected| connected.id.as_str().to_owned())
        }
        CopyTarget::Http => request(model).map(|[http, _]| http),
        CopyTarget::Curl => request(model).map(|[_, curl]| curl),
        CopyTarget::Report => words::report(model),
        CopyTarget::CheckReport => words::check::report(model),
    }
}

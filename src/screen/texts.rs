//! Long texts that are not needed at first: what to tell about a failure, and the request as
//! text. They are in the half of the app that is fetched later, so they are called through
//! this table, which comes with it.

use flow_service::error::CallError;
use flow_service::request::Request;
use flow_service::spec::FieldKind;
use flow_service::value::Problem;

use super::message::CopyTarget;
use super::model::Model;
use super::sketch::sketch;
use super::words::{self, Advice};

/// The functions that make them.
#[derive(Clone, Copy)]
pub struct Texts {
    /// The words for a failure; the second is the auth spec that was sent.
    pub advice: fn(&CallError, &str) -> Advice,
    /// What is wrong with an input of this label and kind. It knows more of problems with
    /// what a connection spec asks for than `words::problem` does.
    pub problem: fn(&str, Problem, Option<&FieldKind>) -> String,
    /// The request as HTTP and as a curl command.
    pub request: fn(&Model) -> Option<[String; 2]>,
    /// A text that is copied.
    pub copied: fn(&Model, CopyTarget) -> Option<String>,
}

impl Texts {
    /// All of them. Only the half that is fetched later may name this, and tests.
    pub const ALL: Self =
        Self { advice: words::failure, problem: words::problem_in_full, request, copied };
}

impl PartialEq for Texts {
    /// There is one table, and no other.
    fn eq(&self, _other: &Self) -> bool {
        true
    }
}

impl core::fmt::Debug for Texts {
    fn fmt(&self, formatter: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        formatter.write_str("Texts")
    }
}

fn request(model: &Model) -> Option<[String; 2]> {
    let request = sketch(&model.form, &model.auth())?;
    let base = model.api_base();
    Some([Request::to_http(&request, base), Request::to_curl(&request, base)])
}

fn copied(model: &Model, target: CopyTarget) -> Option<String> {
    match target {
        CopyTarget::ConnectionId => None,
        CopyTarget::Http => request(model).map(|[http, _]| http),
        CopyTarget::Curl => request(model).map(|[_, curl]| curl),
        CopyTarget::Report => words::report(model),
    }
}

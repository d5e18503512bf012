//! What failed: a refusal, an unknown outcome, and why.

use flow_service::error::CallError;
use flow_service::spec::{BASIC_AUTHENTICATION, OAUTH2_CLIENT_CREDENTIAL};
use yew::Callback;

use super::act::{Act, On, button, copy_button};
use super::check::explain;
use super::element::{At, Element, div, element, paragraph};
use super::outcome::pairs;
use crate::screen::check;
use crate::screen::connections::words::next_step;
use crate::screen::words::Advice;
use crate::screen::{CopyTarget, Field, Look, Model, Msg, OlderNamesake, element_id, words};

/// What a view needs.
pub(super) struct Fields<'a> {
    pub model: &'a Model,
    pub act: &'a Callback<Act>,
}

impl Fields<'_> {
    fn advice(&self, error: &CallError) -> Advice {
        words::failure(error, self.model.built_in_auth())
    }
}

/// Why a test failed, which only reads.
pub(super) fn why(error: &CallError) -> Element {
    let advice = words::failure(error, "");
    let next = next_step(error, advice.next);
    advised(element("div"), error, Advice { next, ..advice }, true)
}

pub(super) fn refused(fields: &Fields, error: &CallError) -> Element {
    let offers_oauth2 = fields.model.built_in_auth() == BASIC_AUTHENTICATION
        && fields.model.fault() == Some(&Field::Authentication)
        && fields.model.spec.auth_spec(OAUTH2_CLIENT_CREDENTIAL).is_some();
    let switch = On::Click(|| Msg::AuthChosen(OAUTH2_CLIENT_CREDENTIAL.to_owned()));
    let switch = element("span")
        .set(At::Class, "slot")
        .flag(At::Hidden, !offers_oauth2)
        .child(button(fields.act, switch).text(words::SWITCH_TO_OAUTH2));
    let outcome = div("box negative")
        .set(At::Role, "alert")
        .set(At::Id, element_id::REFUSED)
        .set(At::TabIndex, "-1")
        .child(element("h2").text(words::REFUSED));
    advised(outcome, error, fields.advice(error), true).child(
        div("actions").child(switch).child(copy_report(fields)).child(explain_button(fields)),
    )
}

/// The words and the figures of a failure, put into the element.
pub(super) fn advised(
    into: Element,
    error: &CallError,
    advice: Advice,
    with_next: bool,
) -> Element {
    let meaning = element("p").flag(At::Hidden, advice.meaning.is_none());
    let cause = element("p").flag(At::Hidden, advice.cause.is_none());
    let next = element("p").flag(At::Hidden, !with_next);
    let server_words = element("blockquote").flag(At::Hidden, advice.server_words.is_none());
    into.child(element("p").string(advice.what))
        .child(meaning.text(advice.meaning.unwrap_or_default()))
        .child(cause.string(words::likely(advice.cause)))
        .child(next.text(advice.next))
        .child(server_words.string(advice.server_words.unwrap_or_default()))
        .child(pairs(words::failure_details(error)))
}

fn copy_report(fields: &Fields) -> Element {
    copy_button(fields.model, words::COPY_REPORT, CopyTarget::Report, fields.act)
}

/// Opens the tool that looks into it, where there is anything to look into.
fn explain_button(fields: &Fields) -> Element {
    element("span")
        .set(At::Class, "slot")
        .flag(At::Hidden, check::failure(fields.model).is_none())
        .child(explain(fields.act))
}

pub(super) fn unknown(fields: &Fields, cause: &CallError, look: &Look) -> Element {
    let looking = matches!(look, Look::Looking(_));
    let strong = |text| element("p").child(element("strong").text(text));
    let state = match look {
        Look::Looking(_) => paragraph("progress").text(words::LOOKING),
        Look::NotFound(older) => element("div")
            .child(strong(words::not_found(older.len())))
            .child(element("ul").children(older.iter().map(namesake))),
        Look::Failed(error) => {
            let why = element("div").flag(At::Hidden, error == cause);
            let advice = words::failure(error, "");
            let next = words::next_of_a_look(error, advice.next);
            let why = advised(why, error, Advice { next, ..advice }, true);
            element("div").child(strong(words::LOOK_FAILED)).child(why)
        }
    };
    let section = element("section")
        .set(At::Class, "box notice")
        .set(At::LabelledBy, "unknown-heading")
        .set(At::Id, element_id::UNKNOWN)
        .set(At::TabIndex, "-1")
        .child(element("h2").set(At::Id, "unknown-heading").text(words::UNKNOWN));
    let actions = div("actions")
        .flag(At::Hidden, looking)
        .child(button(fields.act, On::Click(|| Msg::LookAgain)).text(words::LOOK_AGAIN))
        .child(button(fields.act, On::Click(|| Msg::AnotherPressed)).text(words::BACK_TO_FORM))
        .child(copy_report(fields))
        .child(explain_button(fields));
    let with_next = !matches!(look, Look::NotFound(_));
    advised(section, cause, fields.advice(cause), with_next).child(state).child(actions)
}

fn namesake(older: &OlderNamesake) -> Element {
    let at = older.created_at.map(words::utc).unwrap_or_default();
    let id = element("code").string(older.id.as_str().to_owned());
    element("li").child(id).text(" ").string(at)
}

//! The edit of a connection: its form, and above it what came of saving.

mod outcome;

mod rotation;

use flow_service::request::Request;

use super::super::element::{At, Element, div, element, paragraph};
use super::super::form::group;
use super::act::{Act, SecretInput};
use super::parts::Page;
use crate::screen::connections::Msg;
use crate::screen::connections::edit::{self, Edit, Field, Phase, Rotation};
use crate::screen::connections::one::One;
use crate::screen::connections::words::edit as words;
use crate::screen::words as page_words;

pub(super) fn edit(page: &Page) -> Element {
    let view = div("edit");
    let Some(one) = &page.model.one else { return view };
    let Some(edit) = &one.edit else { return view };
    // Without an etag there is no version that an edit could be made for.
    let no_etag = edit.etag().is_none();
    let restored = edit.restored.is_some() && edit.has_input();
    let restored = paragraph("notice").flag(At::Hidden, !restored).text(words::RESTORED);
    view.child(paragraph("notice").flag(At::Hidden, !no_etag).text(words::NO_ETAG))
        .child(restored)
        .child(form(page, one, edit).flag(At::Hidden, no_etag))
}

/// Another connection has inputs of its own: what was typed for one never gets into another.
fn form(page: &Page, one: &One, edit: &Edit) -> Element {
    let secrets = edit.rotation.iter().flat_map(Rotation::secrets).map(|param| {
        let key = param.field.key.to_string();
        SecretInput { id: Field::Param(key.clone()).id(), key }
    });
    let details = group(words::DETAILS).child(
        div("fields").child(line(page, edit, Field::Name)).child(line(
            page,
            edit,
            Field::Description,
        )),
    );
    element("form")
        .key(one.id.as_str())
        .flag(At::NoValidate, true)
        .set(At::AutoComplete, "off")
        .on_submit(page.act, Act::Save(secrets.collect()))
        .child(outcome::outcome(page, one, edit))
        .child(paragraph("intro").text(words::INTRO))
        .child(details)
        .child(rotation::rotation(page, one, edit))
        .child(actions(page, edit))
        .child(request(page))
}

/// The input of the name or the description.
fn line(page: &Page, edit: &Edit, field: Field) -> Element {
    let is_name = field == Field::Name;
    let typed = field.clone();
    let input = element(if is_name { "input" } else { "textarea" })
        .set(At::AutoComplete, "off")
        .value(if is_name { edit.name.clone() } else { edit.description.clone() })
        .on_input(page.act, move |text| Msg::Edit(edit::Msg::Typed(typed.clone(), text)));
    let input = if is_name { input.set(At::Type, "text") } else { input.set(At::Rows, "2") };
    Frame {
        label: if is_name { words::NAME } else { words::DESCRIPTION }.to_owned(),
        mark: if is_name { "" } else { words::OPTIONAL },
        required: is_name,
        help: if is_name { String::new() } else { words::DESCRIPTION_HELP.to_owned() },
        field,
    }
    .around(edit, input, None)
}

/// What stands around an input.
struct Frame {
    field: Field,
    label: String,
    /// What stands behind the label.
    mark: &'static str,
    required: bool,
    help: String,
}

impl Frame {
    /// The input with its label, its mark, what is wrong with it, and its help. `beside` is a
    /// button at its end.
    fn around(self, edit: &Edit, input: Element, beside: Option<Element>) -> Element {
        let id = self.field.id();
        let part = |end: &str| [&id, end].concat();
        let error = self.error(edit);
        let mut described = part("-mark");
        described.push(' ');
        described.push_str(&part("-help"));
        if error.is_some() {
            described.push(' ');
            described.push_str(&part("-error"));
        }
        let input = input
            .set_string(At::Id, id.clone())
            .set_string(At::DescribedBy, described)
            .mark(At::Invalid, error.is_some())
            .set(At::Required, if self.required { "true" } else { "false" })
            .flag(At::ReadOnly, edit.is_busy());
        let mark = element("span")
            .set(At::Class, if self.mark == words::OPTIONAL { "optional" } else { "again" })
            .set_string(At::Id, part("-mark"))
            .text(self.mark);
        let label = element("label").set_string(At::For, id.clone()).string(self.label);
        let input = match beside {
            Some(beside) => div("secret").child(input).child(beside),
            None => input,
        };
        let said = |class, end, text: String| {
            paragraph(class)
                .set_string(At::Id, part(end))
                .flag(At::Hidden, text.is_empty())
                .string(text)
        };
        let under = div("under")
            .child(said("error", "-error", error.unwrap_or_default()))
            .child(said("help", "-help", self.help));
        div("field").child(div("label").child(label).child(mark)).child(input).child(under)
    }

    /// What cannot be sent of the input, or what the service refused about it.
    fn error(&self, edit: &Edit) -> Option<String> {
        if let Some(problem) = edit.problem(&self.field) {
            let kind = edit.kind(&self.field);
            return Some(page_words::problem_in_full(&self.label, problem, kind));
        }
        let Phase::Refused(error) = &edit.phase else { return None };
        if edit.fault() != Some(&self.field) {
            return None;
        }
        let advice = page_words::failure(error, "");
        Some(advice.cause.or(advice.meaning).unwrap_or(advice.next).to_owned())
    }
}

/// In a conflict the buttons that end it are beside the differences.
fn actions(page: &Page, edit: &Edit) -> Element {
    let busy = edit.is_busy();
    let save = element("button")
        .set(At::Type, "submit")
        .set(At::Class, "accent")
        .mark(At::Disabled, busy)
        .text(if edit.phase == Phase::Saving { words::SAVING } else { words::SAVE });
    let has_input = edit.has_input();
    let discard = page
        .button(Msg::Edit(edit::Msg::Dropped))
        .flag(At::Hidden, !has_input || busy)
        .text(words::DISCARD);
    div("actions")
        .flag(At::Hidden, matches!(edit.phase, Phase::Conflict(..)))
        .child(save)
        .child(discard)
}

/// What would be sent.
fn request(page: &Page) -> Element {
    let request = edit::sketch(page.model);
    let none = request.is_none();
    let text = request.map(|request| Request::to_http(&request, "")).unwrap_or_default();
    let code = element("pre")
        .set(At::TabIndex, "0")
        .set(At::Role, "group")
        .set(At::Label, words::REQUEST)
        .flag(At::Hidden, none)
        .child(element("code").string(text));
    element("details")
        .child(element("summary").text(words::REQUEST))
        .child(paragraph("intro").text(words::REQUEST_INTRO))
        .child(paragraph("soft").flag(At::Hidden, !none).text(words::NO_REQUEST))
        .child(code)
}

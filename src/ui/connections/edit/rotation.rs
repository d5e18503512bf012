//! The group *Credentials* of the edit: folded, or all parameters of the auth spec.

use flow_service::spec::AuthField;

use super::super::super::element::{At, Element, div, element, paragraph};
use super::super::super::form::group;
use super::super::parts::Page;
use super::{Frame, words};
use crate::screen::connections::edit::{self, Edit, Field, NoRotation, Param, Rotation};
use crate::screen::connections::one::One;
use crate::screen::connections::{Call, Msg};
use crate::screen::words as page_words;

pub(super) fn rotation(page: &Page, one: &One, edit: &Edit) -> Element {
    let rotation = edit.rotation.as_ref();
    let fields = rotation.map(|rotation| {
        rotation.params.iter().map(|param| field(page, edit, rotation, param)).collect::<Vec<_>>()
    });
    let keep = page
        .button(Msg::Edit(edit::Msg::RotationDropped))
        .flag(At::Hidden, edit.is_busy())
        .text(words::KEEP);
    let unfolded = div("rotation")
        .flag(At::Hidden, rotation.is_none())
        .child(paragraph("intro").text(words::ROTATE_INTRO))
        .child(div("fields").children(fields.unwrap_or_default()))
        .child(div("actions").child(keep));
    group(words::CREDENTIALS)
        .child(folded(page, one, edit).flag(At::Hidden, rotation.is_some()))
        .child(unfolded)
}

/// The stored credentials stay; a button begins their rotation where that is possible.
fn folded(page: &Page, one: &One, edit: &Edit) -> Element {
    let why_not = edit::auth_spec(edit, &one.spec).err();
    let rotate = page
        .button(Msg::Edit(edit::Msg::RotatePressed))
        .set(At::Id, edit::ROTATE)
        .flag(At::Hidden, why_not.is_some() || edit.is_busy())
        .text(words::ROTATE);
    let reason = why_not.as_ref().map(words::no_rotation).unwrap_or_default();
    let retry = Some(Msg::Edit(edit::Msg::SpecAgain))
        .filter(|_| page.model.calls.running(&Call::Spec).is_none());
    let failure = match &why_not {
        Some(NoRotation::Failed(error)) => page.failure(words::NO_SPEC, Some(error), retry),
        _ => page.failure(words::NO_SPEC, None, None),
    };
    div("folded")
        .child(paragraph("intro").text(words::CREDENTIALS_KEPT))
        .child(paragraph("soft").flag(At::Hidden, reason.is_empty()).text(reason))
        .child(failure)
        .child(div("actions").child(rotate))
}

fn field(page: &Page, edit: &Edit, rotation: &Rotation, param: &Param) -> Element {
    let AuthField { key, label, required, .. } = param.field.clone();
    let (key, label) = (key.into_owned(), label.into_owned());
    let frame = Frame {
        field: Field::Param(key.clone()),
        label: label.clone(),
        mark: words::mark(param),
        required,
        help: words::help(param),
    };
    let slot = div("slot").key(&key);
    if !param.is_secret() {
        let typed = frame.field.clone();
        let input = input("off")
            .set(At::Type, "text")
            .value(param.text.clone())
            .on_input(page.act, move |text| Msg::Edit(edit::Msg::Typed(typed.clone(), text)));
        return slot.child(frame.around(edit, input, None));
    }
    let shown = rotation.shown.contains(&key);
    let verb = if shown { page_words::HIDE } else { page_words::SHOW };
    let edited = key.clone();
    // No `value`: what is typed here stays in the input.
    let input = input("new-password")
        .set(At::Type, if shown { "text" } else { "password" })
        .on_input(page.act, move |_| Msg::Edit(edit::Msg::SecretEdited(edited.clone())));
    let show = page
        .button(Msg::Edit(edit::Msg::SecretShown(key, !shown)))
        .set(At::Class, "quiet")
        .set_string(At::Label, [verb, " ", &label].concat())
        .text(verb);
    slot.child(frame.around(edit, input, Some(show)))
}

/// An input that the browser leaves as it was typed.
fn input(autocomplete: &'static str) -> Element {
    element("input")
        .set(At::AutoComplete, autocomplete)
        .set(At::AutoCapitalize, "none")
        .set(At::SpellCheck, "false")
}

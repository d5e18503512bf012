//! Inputs that only other sources than the built-in one have: choices, numbers, boxes to check,
//! and editors for JSON.

use std::rc::Rc;

use flow_service::spec::{AuthField, Choice, FieldKind};
use web_sys::{Event, HtmlInputElement};
use yew::virtual_dom::ListenerKind;
use yew::{Callback, TargetCast};

use super::act::{Act, On, button};
use super::element::{At, Element, div, element, paragraph};
use crate::screen::{Field, Model, Msg, sources, words};

/// The control of a parameter. `input` bears its `id` and what describes it.
pub(super) fn control(
    model: &Model,
    act: &Callback<Act>,
    param: &AuthField,
    input: Element,
) -> Element {
    let field = Field::Param(param.key.to_string());
    let text = model.form.param_of(param);
    match &param.kind {
        FieldKind::Choice(choices) => choice(act, &field, param, choices, text, input),
        FieldKind::Boolean => {
            // What the value is nobody reads but who shows what was typed.
            let box_of = input
                .set(At::Type, "checkbox")
                .checked(text == "true")
                .set(At::Value, if text == "true" { "true" } else { "false" })
                .plain();
            div("tick").child(listen(box_of, act, &field, ListenerKind::onchange, |input| {
                if input.checked() { "true".to_owned() } else { "false".to_owned() }
            }))
        }
        FieldKind::Json(_) => editor(model, act, &field, text, input),
        // A number: an input of that type would take away what it cannot read.
        _ => input
            .set(At::Type, "text")
            .set(At::InputMode, "decimal")
            .set(At::AutoComplete, "off")
            .value(text.to_owned())
            .on(act, On::Type(field.clone()))
            .on(act, On::Leave(field)),
    }
}

/// Tells what stands in an input after it was changed.
fn listen(
    input: Element,
    act: &Callback<Act>,
    field: &Field,
    kind: ListenerKind,
    text: fn(&HtmlInputElement) -> String,
) -> Element {
    let field = field.clone();
    // The browser's `value` is read alike from all elements that have one.
    let heard = move |event: &Event| {
        let input = event.target_unchecked_into::<HtmlInputElement>();
        Some(Msg::Typed(field.clone(), text(&input)))
    };
    input.on(act, On::Hear(kind, Rc::new(heard)))
}

fn choice(
    act: &Callback<Act>,
    field: &Field,
    param: &AuthField,
    choices: &[Choice],
    text: &str,
    input: Element,
) -> Element {
    // A browser forgets the attribute once a person has chosen; an option that is made anew
    // with it is chosen all the same.
    let option = |value: &str, label: String| {
        let chosen = value == text;
        element("option")
            .key(&[if chosen { "chosen " } else { "" }, "value ", value].concat())
            .set_string(At::Value, value.to_owned())
            .flag(At::Selected, chosen)
            .string(label)
    };
    // Where nothing has to be chosen, the choice can be taken back.
    let may_be_none = !param.required || param.default.is_none();
    let none = if param.required { words::CHOOSE } else { "" };
    let none = may_be_none.then(|| option("", none.to_owned()));
    let options = choices.iter().map(|choice| option(&choice.value, choice.label.clone()));
    let options: Vec<_> = none.into_iter().chain(options).collect();
    let input = listen(input, act, field, ListenerKind::onchange, HtmlInputElement::value);
    input.plain().children(options)
}

fn editor(
    model: &Model,
    act: &Callback<Act>,
    field: &Field,
    text: &str,
    input: Element,
) -> Element {
    let sound = model.sources.sound.as_ref() == Some(field);
    let input = input
        .set(At::Class, "json")
        .set(At::Rows, "6")
        .set(At::SpellCheck, "false")
        .set(At::AutoComplete, "off")
        .set(At::AutoCapitalize, "none")
        .value(text.to_owned())
        .on(act, On::Type(field.clone()))
        .on(act, On::Leave(field.clone()));
    let checked = field.clone();
    let check = move |_: &Event| Some(Msg::Sources(sources::Msg::JsonChecked(checked.clone())));
    let said = paragraph("accepted").flag(At::Hidden, !sound).text(words::SOUND_JSON);
    let listener = On::Hear(ListenerKind::onclick, Rc::new(check));
    div("editor")
        .child(input)
        .child(div("actions").child(button(act, listener).text(words::CHECK_JSON)).child(said))
}

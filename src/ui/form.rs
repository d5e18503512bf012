//! The view *Create*: the form, and above it what came of it.

use yew::prelude::*;

use super::act::{Act, button};
use super::field::{Kind, Look};
use super::{credentials, outcome, request};
use crate::screen::{Disclosure, Field, Model, Msg, Phase, element_id, words};

pub(super) fn create(model: &Model, act: &Callback<Act>) -> Html {
    let auth = model.auth();
    let look = Look { model, auth: &auth, act };
    let settled = matches!(model.phase, Phase::Created { .. } | Phase::Unknown { .. });
    let problem = model.settings_problem;
    html! {
        <>
            <h1>{ words::HEADING }</h1>
            <p class="intro">{ words::INTRO }</p>
            <div class="notices">
                <p class="notice" role="alert" hidden={problem.is_none()}>
                    { problem.map(words::settings_problem).unwrap_or_default() }
                </p>
                <div class="sample" hidden={settled || !model.settings.offers_samples()}>
                    { button(words::FILL_SAMPLE, act, || Msg::SamplePressed) }
                </div>
            </div>
            <div class="outcome">{ outcome::outcome(&look) }</div>
            <div class="forms" hidden={settled}>
                { access(&look) }
                { connection(&look) }
            </div>
        </>
    }
}

/// Enter in any input presses *Create connection*; the browser itself never sends a form.
fn onsubmit(act: &Callback<Act>) -> Callback<SubmitEvent> {
    let act = act.clone();
    Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        act.emit(Act::Press);
    })
}

/// A form of its own: a browser's password manager must not pair the token of Platform
/// with the user of Salesforce.
fn access(look: &Look) -> Html {
    let line = |field| look.field(&field, Kind::Line, true);
    html! {
        <form novalidate=true autocomplete="off" onsubmit={onsubmit(look.act)}>
            <fieldset class="group" part="group">
                <legend>{ words::PLATFORM_ACCESS }</legend>
                <p class="intro">{ words::PLATFORM_ACCESS_INTRO }</p>
                <div class="fields">
                    { look.field(&Field::AccessToken, Kind::Secret, !look.model.token.is_available()) }
                    { line(Field::ApiKey) }
                    { line(Field::OrganizationId) }
                    { line(Field::Sandbox) }
                </div>
            </fieldset>
            <button type="submit" hidden=true tabindex="-1">{ words::CREATE_CONNECTION }</button>
        </form>
    }
}

fn connection(look: &Look) -> Html {
    let sending = matches!(look.model.phase, Phase::Sending(_));
    html! {
        <form novalidate=true autocomplete="off" onsubmit={onsubmit(look.act)}>
            <fieldset class="group" part="group">
                <legend>{ words::CONNECTION }</legend>
                <div class="fields">
                    { look.field(&Field::Name, Kind::Line, true) }
                    { source() }
                    { look.field(&Field::Description, Kind::Lines, false) }
                </div>
            </fieldset>
            { credentials::credentials(look) }
            { advanced(look) }
            { request::request(look.model, look.act) }
            <div class="actions">
                <button type="submit" class="accent" part="accent" id={element_id::CREATE}
                    aria-disabled={sending.then_some("true")}>
                    { if sending { words::CREATING } else { words::CREATE_CONNECTION } }
                </button>
                <span class="slot" hidden={!sending}>
                    { button(words::CANCEL, look.act, || Msg::Cancelled) }
                </span>
            </div>
        </form>
    }
}

fn source() -> Html {
    html! {
        <div class="field" part="field">
            <div class="label"><label for="source">{ words::SOURCE }</label></div>
            <select id="source"><option selected=true>{ words::SERVICE_CLOUD }</option></select>
        </div>
    }
}

fn advanced(look: &Look) -> Html {
    let line = |field| look.field(&field, Kind::Line, true);
    html! {
        <details open={is_open(look.model, Disclosure::Advanced)} ontoggle={ontoggle(look.act, Disclosure::Advanced)}>
            <summary>{ words::ADVANCED }</summary>
            <div class="fields">
                { line(Field::SpecId) }
                { line(Field::SpecVersion) }
            </div>
        </details>
    }
}

pub(super) fn is_open(model: &Model, part: Disclosure) -> bool {
    model.unfolded.contains(&part)
}

/// Keeps the model and a disclosure that a person opens or closes the same.
pub(super) fn ontoggle(act: &Callback<Act>, part: Disclosure) -> Callback<Event> {
    act.reform(move |event: Event| {
        let details: web_sys::HtmlDetailsElement = event.target_unchecked_into();
        Act::Tell(Msg::Unfolded(part, details.open()))
    })
}

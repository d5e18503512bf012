//! The group *Credentials*: drawn from the connection spec.
//!
//! The inputs of all auth specs are there, those of the others hidden: switching there
//! and back loses nothing that was typed, secrets included.

use flow_service::spec::{AuthField, FieldKind, OAUTH2_CLIENT_CREDENTIAL};
use yew::prelude::*;

use super::act::{Act, button};
use super::field::{Kind, Look};
use crate::screen::{Field, Msg, words};

pub(super) fn credentials(look: &Look) -> Html {
    html! {
        <fieldset class="group" part="group">
            <legend>{ words::CREDENTIALS }</legend>
            <p class="intro">{ words::CREDENTIALS_INTRO }</p>
            { authentication(look) }
            { notice(look) }
            <div class="fields">{ for fields(look) }</div>
        </fieldset>
    }
}

fn authentication(look: &Look) -> Html {
    let choices = look.model.spec.auth_specs.iter().enumerate().map(|(index, auth)| {
        let checked = auth.name == look.auth.name;
        // The focus goes to the choice that is made, so that one bears the plain name.
        let id = Field::Authentication.id();
        let id = if checked { id } else { [&id, "-", &index.to_string()].concat() };
        let name = auth.name.clone();
        let onchange = look.act.reform(move |_: Event| Act::Tell(Msg::AuthChosen(name.clone())));
        html! {
            <label class="choice" key={auth.name.clone()}>
                <input type="radio" name="authentication" {id} {checked} {onchange} />
                <span>{ &auth.name }</span>
            </label>
        }
    });
    let error = look.error(&Field::Authentication, words::AUTHENTICATION);
    html! {
        <div class="field wide">
            <div class="label" id="authentication-label">{ words::AUTHENTICATION }</div>
            <div class="choices" role="radiogroup" aria-labelledby="authentication-label"
                aria-describedby="authentication-error" aria-invalid={error.is_some().then_some("true")}>
                { for choices }
            </div>
            <div class="under">
                <p class="error" id="authentication-error" hidden={error.is_none()}>{ error.unwrap_or_default() }</p>
            </div>
        </div>
    }
}

fn notice(look: &Look) -> Html {
    let notice = words::auth_notice(&look.auth.name);
    html! {
        <div class="notice" hidden={notice.is_none()}>
            <p>{ notice.unwrap_or_default() }</p>
            { button(words::SWITCH_TO_OAUTH2, look.act, || Msg::AuthChosen(OAUTH2_CLIENT_CREDENTIAL.to_owned())) }
        </div>
    }
}

/// Each key once: first what is peculiar to one auth spec, then what all of them have.
fn fields(look: &Look) -> Vec<Html> {
    let specs = &look.model.spec.auth_specs;
    let mut seen: Vec<&AuthField> = Vec::new();
    for field in specs.iter().flat_map(|auth| &auth.fields) {
        if seen.iter().all(|held| held.key != field.key) {
            seen.push(field);
        }
    }
    let has = |auth: &flow_service::spec::AuthSpec, key: &str| {
        auth.fields.iter().any(|field| field.key == key)
    };
    let (common, peculiar): (Vec<_>, Vec<_>) =
        seen.into_iter().partition(|field| specs.iter().all(|auth| has(auth, &field.key)));
    let draw = |field: &AuthField| {
        let chosen = look.auth.fields.iter().find(|held| held.key == field.key);
        let kind = if field.kind == FieldKind::Secret { Kind::Secret } else { Kind::Line };
        let required = chosen.unwrap_or(field).required;
        html! {
            <div class="slot" key={field.key.clone()} hidden={chosen.is_none()}>
                { look.field(&Field::Param(field.key.clone()), kind, required) }
            </div>
        }
    };
    peculiar.into_iter().chain(common).map(draw).collect()
}

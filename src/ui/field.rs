//! One input with its label, help, findings and what can be done about them.

use flow_service::spec::AuthSpec;
use flow_service::value::{ConnectionSpecId, Problem};
use web_sys::wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::act::{Act, button};
use crate::screen::{Field, Model, Msg, Phase, words};

/// How an input is drawn.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Line,
    Lines,
    Secret,
}

/// What a field needs besides its name.
pub(super) struct Look<'a> {
    pub model: &'a Model,
    pub auth: &'a AuthSpec,
    pub act: &'a Callback<Act>,
}

impl Look<'_> {
    /// One input.
    pub fn field(&self, field: &Field, kind: Kind, required: bool) -> Html {
        let id = field.id();
        let label = words::label(field, self.auth);
        let help = self.help(field);
        let error = self.error(field, &label);
        let remarks = self.remarks(field);
        let part = |end: &str| [&id, end].concat();
        let described = [
            (!required).then(|| part("-optional")),
            (!help.is_empty()).then(|| part("-help")),
            error.is_some().then(|| part("-error")),
            (!remarks.is_empty()).then(|| part("-remark")),
        ];
        let described = described.into_iter().flatten().collect::<Vec<_>>().join(" ");
        let attributes =
            Attributes { id: id.clone(), described, invalid: error.is_some(), required };
        html! {
            <div class={classes!("field", (kind == Kind::Lines).then_some("wide"))} part="field">
                <div class="label">
                    <label for={id.clone()}>{ &label }</label>
                    <span class="optional" id={part("-optional")} hidden={required}>{ words::OPTIONAL }</span>
                </div>
                { self.input(field, kind, &label, attributes) }
                <div class="under">
                    <p class="error" id={part("-error")} hidden={error.is_none()}>{ error.unwrap_or_default() }</p>
                    { self.remedy(field) }
                    <p class="remark" id={part("-remark")} hidden={remarks.is_empty()}>{ remarks }</p>
                    <p class="help" id={part("-help")} hidden={help.is_empty()}>{ help }</p>
                </div>
            </div>
        }
    }

    fn input(&self, field: &Field, kind: Kind, label: &str, with: Attributes) -> Html {
        let Attributes { id, described, invalid, required } = with;
        let describedby = (!described.is_empty()).then_some(described);
        let invalid = invalid.then_some("true");
        let required = if required { "true" } else { "false" };
        let value = self.model.form.text(field).to_owned();
        let of_line = field.clone();
        let of_lines = field.clone();
        let oninput = self.act.reform(move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            Act::Tell(Msg::Typed(of_line.clone(), input.value()))
        });
        let onfocusout = self.left(field);
        match kind {
            Kind::Line => html! {
                <input type="text" {id} {value} {oninput} {onfocusout} placeholder={words::placeholder(field)}
                    aria-describedby={describedby} aria-invalid={invalid} aria-required={required}
                    autocomplete="off" autocapitalize="none" spellcheck="false" />
            },
            Kind::Lines => {
                let oninput = self.act.reform(move |event: InputEvent| {
                    let input: HtmlTextAreaElement = event.target_unchecked_into();
                    Act::Tell(Msg::Typed(of_lines.clone(), input.value()))
                });
                html! {
                    <textarea rows="2" {id} {value} {oninput} {onfocusout}
                        aria-describedby={describedby} aria-invalid={invalid} aria-required={required} />
                }
            }
            Kind::Secret => {
                let shown = self.model.shown.contains(field);
                let of_show = field.clone();
                let of_edit = field.clone();
                let onclick = self.act.reform(move |_: MouseEvent| {
                    Act::Tell(Msg::ShowSecret(of_show.clone(), !shown))
                });
                let oninput = self
                    .act
                    .reform(move |_: InputEvent| Act::Tell(Msg::SecretEdited(of_edit.clone())));
                let verb = if shown { words::HIDE } else { words::SHOW };
                // No `value`: what is typed here stays in the input.
                html! {
                    <div class="secret">
                        <input type={if shown { "text" } else { "password" }} {id} {oninput} {onfocusout}
                            aria-describedby={describedby} aria-invalid={invalid} aria-required={required}
                            autocomplete="new-password" autocapitalize="none" spellcheck="false" />
                        <button type="button" class="quiet" aria-label={[verb, " ", label].concat()} {onclick}>
                            { verb }
                        </button>
                    </div>
                }
            }
        }
    }

    /// What happens when an input is left for another one. When it is left for a button,
    /// nothing may appear that moves the button away from under the pointer.
    fn left(&self, field: &Field) -> Callback<FocusEvent> {
        let field = field.clone();
        let auth = self.auth.clone();
        let act = self.act.clone();
        Callback::from(move |event: FocusEvent| {
            if !event.related_target().is_some_and(|target| target.has_type::<HtmlInputElement>()) {
                return;
            }
            let secret =
                field == Field::AccessToken || Field::secrets_of(&auth).any(|held| held == field);
            let field = field.clone();
            act.emit(if secret { Act::LeaveSecret(field) } else { Act::Tell(Msg::Left(field)) });
        })
    }

    fn help(&self, field: &Field) -> String {
        use crate::screen::{Token, TokenSource};
        match (field, self.model.token) {
            (Field::AccessToken, Token::Held { source, expires_at }) => {
                words::token_held(source == TokenSource::HostPage, expires_at)
            }
            (Field::AccessToken, Token::Provided) => words::TOKEN_PROVIDED.to_owned(),
            _ => words::help(field, self.auth).unwrap_or_default(),
        }
    }

    /// What cannot be sent of the input, or what the service refused about it.
    pub fn error(&self, field: &Field, label: &str) -> Option<String> {
        if let Some(problem) = self.model.problem(field) {
            return Some(words::problem(label, problem));
        }
        let Phase::Refused(error) = &self.model.phase else { return None };
        if self.model.fault().as_ref() != Some(field) {
            return None;
        }
        let advice = words::failure(error, &self.model.auth_name);
        Some(advice.cause.unwrap_or(advice.next).to_owned())
    }

    fn remarks(&self, field: &Field) -> String {
        let of_field = self.model.remarks.iter().filter(|(held, _)| held == field);
        of_field.map(|(_, remark)| words::remark(*remark)).collect::<Vec<_>>().join(" ")
    }

    /// A button that mends the input, where there is one.
    fn remedy(&self, field: &Field) -> Html {
        let remedy = match (field, self.model.problem(field)) {
            (Field::SpecId, Some(Problem::MisprintedSpecId)) => {
                button(&words::use_spec_id(ConnectionSpecId::SERVICE_CLOUD), self.act, || {
                    Msg::SpecIdCorrected
                })
            }
            (Field::SpecId, Some(Problem::NotAUuid)) => {
                button(words::USE_IT_ANYWAY, self.act, || Msg::SpecIdInsisted)
            }
            (Field::AccessToken, _)
                if matches!(self.model.token, crate::screen::Token::Held { .. }) =>
            {
                button(words::FORGET_TOKEN, self.act, || Msg::ForgetToken)
            }
            _ => html! {},
        };
        html! { <div class="remedy">{ remedy }</div> }
    }
}

struct Attributes {
    id: String,
    described: String,
    invalid: bool,
    required: bool,
}

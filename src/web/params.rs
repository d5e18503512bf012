//! The secrets among the parameters of the auth spec that is chosen.

use flow_service::secret::{Secret, SecretName, Secrets};
use flow_service::spec::{AuthField, FieldKind, typed};
use flow_service::value::{Problem, Remark};
use yew::prelude::*;

use super::app::{App, AppMsg};
use super::secret_inputs;
use super::sources::MEANS;
use crate::screen::{Disclosure, Field, Msg};

/// What is found about the secrets, by the keys of their parameters.
pub(super) type FoundParams = Vec<(String, Result<Vec<Remark>, Problem>)>;

/// Parses the text of a secret, and looks whether it keeps the limits of its kind.
pub(super) fn parse(kind: &FieldKind, text: &str) -> Result<(Secret, Vec<Remark>), Problem> {
    let (secret, remark) = Secret::parse(text.to_owned())?;
    if let Some(limits) = kind.text_limits() {
        typed::within(limits, text, &MEANS)?;
    }
    Ok((secret, remark.into_iter().collect()))
}

impl App {
    /// The secrets among the credentials, and what is found about each, by key.
    pub(super) fn read_params(&self, ctx: &Context<Self>, secrets: &mut Secrets) -> FoundParams {
        let auth = self.model.auth();
        let form = &self.model.form;
        let active = auth.active(|field| form.param_of(field));
        let read = |field: &AuthField| {
            let input = Field::Param(field.key.to_string());
            let text = secret_inputs::read(&ctx.props().shadow, &input);
            let name = SecretName::of_param(&field.key);
            let found = match &field.kind {
                // What the browser parses is moved into secrets, text by text.
                FieldKind::Json(part) => typed::json_value(part, &text, &MEANS).map(|value| {
                    secrets.insert_json(name, value);
                    Vec::new()
                }),
                kind => parse(kind, &text).map(|(secret, remarks)| {
                    secrets.insert(name, secret);
                    remarks
                }),
            };
            (field.key.to_string(), found)
        };
        active.filter(|field| field.kind.is_secret()).map(read).collect()
    }

    /// Tells the model which of the secrets that may stay empty are typed, where the request
    /// is shown and that has changed.
    pub(super) fn tell_typed_secrets(&self, ctx: &Context<Self>) {
        if !self.model.unfolded.contains(&Disclosure::Request) {
            return;
        }
        let auth = self.model.auth();
        let form = &self.model.form;
        let shadow = &ctx.props().shadow;
        let is_typed = |field: &AuthField| {
            let input = Field::Param(field.key.to_string());
            match field.kind {
                // White space is no JSON, and so it is nothing.
                FieldKind::Json(_) => !secret_inputs::read(shadow, &input).trim().is_empty(),
                _ => secret_inputs::is_filled(shadow, &input),
            }
        };
        let keys = auth.active(|field| form.param_of(field)).filter(|field| {
            let optional = field.kind.is_secret() && (!field.required || field.hidden);
            optional && is_typed(field)
        });
        let keys: Vec<_> = keys.map(|field| field.key.to_string()).collect();
        if keys != self.model.typed_secrets {
            ctx.link().send_message(AppMsg::Happened(Msg::SecretsTyped(keys)));
        }
    }
}

//! What a press needs of the inputs that hold secrets.

use flow_service::secret::{Secret, SecretName, Secrets};
use flow_service::value::Problem;
use yew::prelude::*;

use super::super::host_event::emit;
use super::super::{clock, secret_inputs};
use super::App;
use crate::screen::{Event as HostEvent, Field, Msg, Route, SecretReport, TokenReport};

impl App {
    /// *Create connection*: the secrets are read, parsed, and handed to the one request. With
    /// connections the same press asks for them.
    pub(super) fn press(&mut self, ctx: &Context<Self>) {
        let start = ctx.props();
        let token = Self::read_token(ctx);
        if matches!(token, TokenReport::Typed(Err(Problem::Missing))) {
            emit(&start.element, &HostEvent::TokenNeeded("needed"));
        }
        if self.model.route != Route::Create {
            return self.tell(ctx, Msg::AccessPressed(token), None);
        }
        let mut secrets = Secrets::default();
        let params = Field::secrets_of(&self.model.auth())
            .filter_map(|field| {
                let text = secret_inputs::read(&start.shadow, &field);
                let Field::Param(key) = field else { return None };
                let remarks = Secret::parse((*text).clone()).map(|(secret, remark)| {
                    secrets.insert(SecretName::of_param(&key), secret);
                    remark.into_iter().collect()
                });
                Some((key, remarks))
            })
            .collect();
        let report = SecretReport { token, params };
        self.tell(ctx, Msg::Pressed(report, clock::now()), Some(secrets));
    }

    pub(super) fn read_token(ctx: &Context<Self>) -> TokenReport {
        let session = &ctx.props().session;
        let text = secret_inputs::read(&ctx.props().shadow, &Field::AccessToken);
        if text.trim().is_empty() {
            session.set_typed(None);
            return if session.is_available() {
                TokenReport::Available
            } else {
                TokenReport::Typed(Err(Problem::Missing))
            };
        }
        TokenReport::Typed(secret_inputs::check_token(&text).map(|(token, remarks)| {
            session.set_typed(Some(token));
            remarks
        }))
    }

    pub(super) fn leave_secret(&mut self, ctx: &Context<Self>, field: Field) {
        let text = secret_inputs::read(&ctx.props().shadow, &field);
        let found = if text.is_empty() {
            Ok(Vec::new())
        } else if field == Field::AccessToken {
            secret_inputs::check_token(&text).map(|(_, remarks)| remarks)
        } else {
            Secret::parse((*text).clone()).map(|(_, remark)| remark.into_iter().collect())
        };
        self.tell(ctx, Msg::SecretLeft(field, found), None);
    }
}

//! What the access token that counts says of itself: how long it lasts, and what may be
//! wrong with it. Its claims are no secret; of the token nothing else is kept.

use flow_service::value::{TokenFacts, TokenFinding};

use super::again;
use super::field::Field;
use super::message::Effect;
use super::model::Model;
use super::phase::Phase;
use super::route::Route;
use super::token::{Token, TokenSource};
use super::words;

/// With less time left than this, in milliseconds, seconds are counted.
const SOON: u64 = 600_000;
const MINUTE: u64 = 60_000;
const SECOND: u64 = 1_000;

/// Something that happened. Times are milliseconds since 1970 (UTC).
#[derive(Debug)]
pub enum Msg {
    /// The token that counts has another text than the one that counted before.
    Another,
    /// The token that counts says this at this time; none where there is nothing to look at.
    Facts(Option<TokenFacts>, u64),
    /// It is this time.
    Tick(u64),
    /// The API key that the token names shall be used.
    UseApiKey,
    /// The organization that the token names shall be used.
    UseOrganization,
}

/// What the token says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenNote {
    facts: TokenFacts,
    now: u64,
    /// What it was compared with last: what is typed half is not compared.
    api_key: String,
    organization: String,
}

impl TokenNote {
    /// What is worth telling.
    #[must_use]
    pub fn findings(&self) -> Vec<TokenFinding> {
        self.facts.findings(self.now, Some(&self.api_key), Some(&self.organization))
    }

    /// The milliseconds until the token ends, where it says when.
    #[must_use]
    pub fn time_left(&self) -> Option<u64> {
        self.facts.time_left(self.now)
    }
}

pub(super) fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::Another => again::with_another_token(model),
        Msg::Facts(None, _) => model.token_note = None,
        Msg::Facts(Some(mut facts), now) => {
            // They are not shown.
            facts.scopes.clear();
            let (api_key, organization) = (String::new(), String::new());
            model.token_note = Some(TokenNote { facts, now, api_key, organization });
            compare(model);
            return watch(model);
        }
        Msg::Tick(now) => {
            let Some(note) = &mut model.token_note else { return Vec::new() };
            let before = note.time_left();
            note.now = now;
            if let (Some(before), Some(left)) = (before, note.time_left()) {
                if before > 0 && left == 0 {
                    say(model, words::SAY_TOKEN_ENDED);
                } else if before >= SOON && left < SOON {
                    say(model, words::SAY_TOKEN_ENDS_SOON);
                }
            }
            return watch(model);
        }
        Msg::UseApiKey => {
            let named = model.token_note.as_ref().and_then(|note| note.facts.client_id.clone());
            return take(model, &Field::ApiKey, named);
        }
        Msg::UseOrganization => {
            let named = model.token_note.as_ref().and_then(|note| note.facts.organization.clone());
            return take(model, &Field::OrganizationId, named);
        }
    }
    Vec::new()
}

/// Compares the token with what stands in the inputs now.
pub(super) fn compare(model: &mut Model) {
    if let Some(note) = &mut model.token_note {
        note.api_key.clone_from(&model.form.api_key);
        note.organization.clone_from(&model.form.organization_id);
    }
}

/// The live region says this, whatever view is shown.
pub(super) fn say(model: &mut Model, text: &'static str) {
    model.said_aside = Some(text);
    text.clone_into(&mut model.door.said);
}

fn take(model: &mut Model, field: &Field, named: Option<String>) -> Vec<Effect> {
    let Some(named) = named else { return Vec::new() };
    super::at_once::forget_finding(model, field);
    model.form.set(field, named);
    compare(model);
    let used = super::door::changed(model);
    [Effect::Focus(field.id())].into_iter().chain(used).collect()
}

/// The milliseconds until the token ends, where that is soon, its input is out of sight, and a
/// person has to see to another one. A token of the host page is renewed by that.
#[must_use]
pub fn ends_unseen(model: &Model) -> Option<u64> {
    let of_host = matches!(model.token, Token::Held { source: TokenSource::HostPage, .. });
    let left = model.token_note.as_ref().and_then(TokenNote::time_left)?;
    (left < SOON && !is_seen(model) && !of_host).then_some(left)
}

/// The next look is when the text changes: each minute, and each second at the end where
/// that can be seen.
fn watch(model: &Model) -> Vec<Effect> {
    let left = model.token_note.as_ref().and_then(TokenNote::time_left);
    let Some(left @ 1..) = left else { return Vec::new() };
    let step = if left < SOON && is_seen(model) { SECOND } else { MINUTE };
    let pause = u32::try_from(left % step).unwrap_or_default();
    vec![Effect::WatchToken(pause.saturating_add(1))]
}

/// Whether the input of the token is on the screen.
fn is_seen(model: &Model) -> bool {
    match model.route {
        Route::Create => !matches!(model.phase, Phase::Created { .. } | Phase::Unknown { .. }),
        Route::Connections | Route::Connection(_) => !model.door.is_compact(&model.route),
    }
}

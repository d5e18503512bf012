//! Whether the sandbox already has connections of the name that is typed. The service is
//! asked beside all else, once for each name and access, when an input is left or nothing was
//! done for a moment; what it answers is mentioned and forbids nothing, and that it does not
//! answer is not said at all. A look that failed counts for a while only.

use flow_service::operation::list_connections::Page;
use flow_service::request::Access;
use flow_service::value::{ConnectionId, ConnectionName};

use super::form::{Findings, read_access};
use super::message::Effect;
use super::model::Model;
use super::route::Route;
use super::secret_report::TokenReport;
use super::token::Token;

/// How long a look that failed counts, in milliseconds.
const A_WHILE: u64 = 30_000;

/// What is known of names that were typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Duplicates(Vec<Look>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Look {
    access: Access,
    name: ConnectionName,
    found: Found,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Found {
    /// The answer is waited for.
    Asked,
    /// There was no token, or the service did not say: known at this time.
    Unknown(u64),
    /// These, the newest first; nobody knows of more.
    All(Vec<ConnectionId>),
    /// These and maybe more.
    AtLeast(Vec<ConnectionId>),
}

/// What can happen. Times are milliseconds since 1970 (UTC).
#[derive(Debug)]
pub enum Msg {
    /// Nothing was done for a moment.
    Paused,
    /// The name and access may be complete: this was found about the access token at this time.
    Wanted(TokenReport, u64),
    /// What the service has for this access and name, if it said so, at this time.
    Answered(Access, ConnectionName, Option<Page>, u64),
}

/// What shall be done.
#[derive(Debug, PartialEq)]
pub enum Deed {
    /// Look at the access token, and answer with [`Msg::Wanted`].
    Offer,
    /// Ask for connections of this name, and answer with [`Msg::Answered`].
    Find(Access, ConnectionName),
    /// Break off the question.
    Stop,
}

/// Whether a name and access stand in the form that nobody has looked for. Whatever put them
/// there, a pause is waited for and [`Msg::Paused`] told.
#[must_use]
pub fn is_due(model: &Model) -> bool {
    key(model).is_some_and(|key| model.duplicates.look(&key).is_none())
}

/// An input was left. A look that failed may be made once more; but a host page that gave no
/// token is not asked for one again and again.
pub(super) fn left(model: &Model) -> Option<Effect> {
    let key = key(model)?;
    let wanted = match model.duplicates.look(&key).map(|look| &look.found) {
        None => true,
        Some(Found::Unknown(_)) => model.token != Token::Provided || model.token_edited,
        Some(_) => false,
    };
    wanted.then_some(Effect::Duplicates(Deed::Offer))
}

/// A connection is gone: nothing leads to it any more.
pub(super) fn forget_one(model: &mut Model, gone: &ConnectionId) {
    for look in &mut model.duplicates.0 {
        if let Found::All(ids) | Found::AtLeast(ids) = &mut look.found {
            ids.retain(|id| id != gone);
        }
    }
}

/// Another token counts, or the network is back: what failed may succeed now.
pub(super) fn forget_failures(model: &mut Model) {
    model.duplicates.0.retain(|look| !matches!(look.found, Found::Unknown(_)));
}

/// Decides.
pub(super) fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::Paused => {
            let due = is_due(model).then_some(Effect::Duplicates(Deed::Offer));
            due.into_iter().collect()
        }
        Msg::Wanted(token, now) => wanted(model, &token, now),
        Msg::Answered(access, name, page, now) => {
            let looks = &mut model.duplicates.0;
            let asked = looks.iter_mut().find(|look| {
                look.found == Found::Asked && look.access == access && look.name == name
            });
            if let Some(look) = asked {
                look.found = page.map_or(Found::Unknown(now), |page| Found::of(page, &name));
            }
            Vec::new()
        }
    }
}

fn wanted(model: &mut Model, token: &TokenReport, now: u64) -> Vec<Effect> {
    let Some(key) = key(model) else { return Vec::new() };
    match model.duplicates.look(&key).map(|look| &look.found) {
        None => {}
        Some(Found::Unknown(at)) if now.saturating_sub(*at) >= A_WHILE => {}
        Some(_) => return Vec::new(),
    }
    // The answer to an earlier question is not waited for any more.
    let looks = &mut model.duplicates.0;
    let asked = looks.iter().any(|look| look.found == Found::Asked);
    looks.retain(|look| !matches!(look.found, Found::Asked | Found::Unknown(_)));
    let stop = asked.then_some(Effect::Duplicates(Deed::Stop));
    let (access, name) = key;
    let there = token.checked().is_ok();
    let found = if there { Found::Asked } else { Found::Unknown(now) };
    looks.push(Look { access: access.clone(), name: name.clone(), found });
    let find = there.then_some(Effect::Duplicates(Deed::Find(access, name)));
    stop.into_iter().chain(find).collect()
}

/// The connections that have the name which is typed now, the newest first, and whether there
/// may be more of them. None where nothing is known.
#[must_use]
pub fn duplicates(model: &Model) -> Option<(&[ConnectionId], bool)> {
    if model.duplicates.0.is_empty() {
        return None;
    }
    let (ids, more) = match &model.duplicates.look(&key(model)?)?.found {
        Found::Asked | Found::Unknown(_) => return None,
        Found::All(ids) => (ids, false),
        Found::AtLeast(ids) => (ids, true),
    };
    (!ids.is_empty()).then_some((ids.as_slice(), more))
}

/// Where and under which name a connection would be created now.
fn key(model: &Model) -> Option<(Access, ConnectionName)> {
    let creates = model.route == Route::Create && model.phase.is_filling();
    let name = ConnectionName::parse(&model.form.name).ok().filter(|_| creates)?;
    Some((read_access(&model.form, &mut Findings::default())?, name))
}

impl Duplicates {
    fn look(&self, (access, name): &(Access, ConnectionName)) -> Option<&Look> {
        self.0.iter().find(|look| look.access == *access && look.name == *name)
    }
}

impl Found {
    /// The service may have understood the name otherwise, so names are compared here.
    fn of(page: Page, name: &ConnectionName) -> Self {
        let more = page.next.is_some();
        let same =
            page.connections.into_iter().filter(|it| it.name.as_deref() == Some(name.as_str()));
        let ids = same.map(|it| it.id).collect();
        if more { Self::AtLeast(ids) } else { Self::All(ids) }
    }
}

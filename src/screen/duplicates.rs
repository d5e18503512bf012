//! Whether the sandbox already has connections of the name that is typed. The service is
//! asked beside all else, once for each name and access; what it answers is mentioned and
//! forbids nothing, and that it does not answer is not said at all.

use flow_service::operation::list_connections::Page;
use flow_service::request::Access;
use flow_service::value::{ConnectionId, ConnectionName};

use super::form::{Findings, read_access};
use super::message::{Effect, TokenReport};
use super::model::Model;
use super::route::Route;
use super::token::Token;

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
    /// The service did not say.
    Unknown,
    /// These, the newest first; nobody knows of more.
    All(Vec<ConnectionId>),
    /// These and maybe more.
    AtLeast(Vec<ConnectionId>),
}

/// What can happen.
#[derive(Debug)]
pub enum Msg {
    /// The name and access may be complete: this was found about the access token.
    Wanted(TokenReport),
    /// What the service has for this access and name, if it said so.
    Answered(Access, ConnectionName, Option<Page>),
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

/// The name or access is typed anew: the answer is not waited for any more.
pub(super) fn stop(model: &mut Model) -> Vec<Effect> {
    let before = model.duplicates.0.len();
    model.duplicates.0.retain(|look| look.found != Found::Asked);
    let stopped = model.duplicates.0.len() < before;
    stopped.then_some(Effect::Duplicates(Deed::Stop)).into_iter().collect()
}

/// An input was left.
pub(super) fn left(model: &Model) -> Option<Effect> {
    let is_new = key(model).is_some_and(|key| model.duplicates.look(&key).is_none());
    // Nothing that a person did not press makes the host page ask for a token.
    let has_token = model.token != Token::Provided || model.token_edited;
    (is_new && has_token).then_some(Effect::Duplicates(Deed::Offer))
}

/// Decides.
pub(super) fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::Wanted(token) => {
            let Some(key) = key(model).filter(|_| token.checked().is_ok()) else {
                return Vec::new();
            };
            if model.duplicates.look(&key).is_some() {
                return Vec::new();
            }
            let mut effects = stop(model);
            let (access, name) = key;
            let look = Look { access: access.clone(), name: name.clone(), found: Found::Asked };
            model.duplicates.0.push(look);
            effects.push(Effect::Duplicates(Deed::Find(access, name)));
            effects
        }
        Msg::Answered(access, name, page) => {
            let looks = &mut model.duplicates.0;
            let asked = looks.iter_mut().find(|look| {
                look.found == Found::Asked && look.access == access && look.name == name
            });
            if let Some(look) = asked {
                look.found = page.map_or(Found::Unknown, |page| Found::of(page, &name));
            }
            Vec::new()
        }
    }
}

/// The connections that have the name which is typed now, the newest first, and whether there
/// may be more of them. None where nothing is known.
#[must_use]
pub fn duplicates(model: &Model) -> Option<(&[ConnectionId], bool)> {
    if model.duplicates.0.is_empty() {
        return None;
    }
    let (ids, more) = match &model.duplicates.look(&key(model)?)?.found {
        Found::Asked | Found::Unknown => return None,
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

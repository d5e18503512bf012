//! What of the list is loaded, and what is on its way.

use flow_service::error::CallError;
use flow_service::operation::list_connections::{self, Page, Query};
use flow_service::value::ConnectionSpecId;

use super::{Rows, SEARCH_ID, Scope, to_top};
use crate::screen::connections::message::{Call, Effect};
use crate::screen::connections::model::Model;
use crate::screen::connections::{removal, words::list as words};
use crate::screen::lacks_network;

/// How many connections a page has at most.
pub const PAGE_SIZE: usize = 100;

/// What is there of the list.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Load {
    /// Nothing, and nothing was asked for.
    #[default]
    Nothing,
    /// The first page is on its way.
    Loading,
    /// The first page did not come.
    Failed(CallError),
    /// One page or more.
    Loaded(Box<Loaded>),
}

/// One page or more of the list.
#[derive(Debug, Clone, PartialEq)]
pub struct Loaded {
    /// The rows.
    pub rows: Rows,
    /// Whether there are more.
    pub next: Next,
    /// What is on its way besides.
    pub fetch: Fetch,
}

/// Whether there are more connections than those that are loaded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Next {
    /// No.
    End,
    /// Yes, at this path of the service.
    Path(String),
    /// Yes, at a place that is no path of the service and is not followed.
    Elsewhere,
}

/// What is on its way, or was.
#[derive(Debug, Clone, PartialEq)]
pub enum Fetch {
    /// Nothing.
    Idle,
    /// This.
    Running(Fetching),
    /// This, but it did not come.
    Failed(Fetching, CallError),
}

/// What can be asked for when there is a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fetching {
    /// The next page.
    Page,
    /// All pages that are left, one after the other.
    All,
    /// The first page, in place of all that is loaded.
    Refresh,
}

/// The view is shown: what is not loaded yet is asked for. Leaving it broke off what was on
/// its way, so that does not run any more.
pub(in crate::screen::connections) fn opened(model: &mut Model) -> Vec<Effect> {
    let mut effects = removal::resumed(model);
    match &mut model.list.load {
        Load::Nothing | Load::Loading | Load::Failed(_) => effects.extend(reload(model)),
        Load::Loaded(loaded) => {
            if matches!(loaded.fetch, Fetch::Running(_)) {
                loaded.fetch = Fetch::Idle;
            }
        }
    }
    effects
}

/// The browser is online again: what did not come for that reason is asked for again.
pub(in crate::screen::connections) fn online(model: &mut Model) -> Vec<Effect> {
    match &model.list.load {
        Load::Failed(error) if lacks_network(error) => reload(model),
        Load::Loaded(loaded) => match &loaded.fetch {
            Fetch::Failed(what, error) if lacks_network(error) => {
                let what = *what;
                wanted(model, what)
            }
            Fetch::Idle | Fetch::Running(_) | Fetch::Failed(..) => Vec::new(),
        },
        Load::Nothing | Load::Loading | Load::Failed(_) => Vec::new(),
    }
}

/// The first page is asked for, and what is there is dropped.
pub(super) fn reload(model: &mut Model) -> Vec<Effect> {
    let mut effects = model.calls.stop(|call| *call == Call::NextPage);
    let started = start_first_page(model);
    model.list.load = if started.is_empty() { Load::Nothing } else { Load::Loading };
    effects.extend(started);
    effects.extend(to_top(&mut model.list));
    effects
}

/// Other connections are asked for.
pub(super) fn scope_chosen(model: &mut Model, key: &str) -> Vec<Effect> {
    let Some(scope) = Scope::ALL.into_iter().find(|scope| scope.key() == key) else {
        return Vec::new();
    };
    model.list.scope = scope;
    model.list.filter.source = None;
    reload(model)
}

/// More is asked for, unless something is on its way already.
pub(super) fn wanted(model: &mut Model, what: Fetching) -> Vec<Effect> {
    let Load::Loaded(loaded) = &model.list.load else { return Vec::new() };
    if matches!(loaded.fetch, Fetch::Running(_)) {
        return Vec::new();
    }
    // The button that was pressed goes with the failure.
    let retried = matches!(loaded.fetch, Fetch::Failed(failed, _) if failed == what);
    let next = loaded.next.clone();
    let mut effects = match what {
        Fetching::Refresh => start_first_page(model),
        Fetching::Page | Fetching::All => start_next_page(model, &next),
    };
    if let (Load::Loaded(loaded), false) = (&mut model.list.load, effects.is_empty()) {
        loaded.fetch = Fetch::Running(what);
        effects.extend(retried.then(|| Effect::Focus(SEARCH_ID.to_owned())));
    }
    effects
}

/// No further page is waited for.
pub(super) fn stopped(model: &mut Model) -> Vec<Effect> {
    let mut effects = model.calls.stop(|call| matches!(call, Call::FirstPage | Call::NextPage));
    if let Load::Loaded(loaded) = &mut model.list.load {
        loaded.fetch = Fetch::Idle;
        effects.push(Effect::say(words::said_loaded(loaded.rows.loaded(), false)));
    }
    effects
}

/// The first page came.
pub(in crate::screen::connections) fn first_page(
    model: &mut Model,
    result: Result<Page, CallError>,
) -> Vec<Effect> {
    let page = match result {
        Ok(page) => page,
        Err(error) => {
            match &mut model.list.load {
                Load::Loaded(loaded) => loaded.fetch = Fetch::Failed(Fetching::Refresh, error),
                load => *load = Load::Failed(error),
            }
            return Vec::new();
        }
    };
    let next = next_of(model, page.next);
    let list = &mut model.list;
    let mut rows = Rows::default();
    rows.add(page.connections, list.order, &list.filter);
    if let Some(older) = list.loaded() {
        rows.select_as(&older.rows);
    }
    // What is chosen has to be one of the choices that are left.
    if !rows.offers(&list.filter) {
        (list.filter.state, list.filter.source) = (None, None);
        list.resets = list.resets.wrapping_add(1);
        rows.filter(&list.filter);
    }
    let said = words::said_loaded(rows.loaded(), next == Next::End);
    list.load = Load::Loaded(Box::new(Loaded { rows, next, fetch: Fetch::Idle }));
    let mut effects = to_top(list);
    effects.push(Effect::say(said));
    effects
}

/// Another page came. While all pages are loaded, only the end is said.
pub(in crate::screen::connections) fn next_page(
    model: &mut Model,
    result: Result<Page, CallError>,
) -> Vec<Effect> {
    let next = result.as_ref().map(|page| next_of(model, page.next.clone()));
    let next = next.unwrap_or(Next::End);
    let list = &mut model.list;
    let Load::Loaded(loaded) = &mut list.load else { return Vec::new() };
    let all = loaded.fetch == Fetch::Running(Fetching::All);
    let page = match result {
        Ok(page) => page,
        Err(error) => {
            let what = if all { Fetching::All } else { Fetching::Page };
            loaded.fetch = Fetch::Failed(what, error);
            return Vec::new();
        }
    };
    loaded.rows.add(page.connections, list.order, &list.filter);
    // A service that names the page it has just given would be asked for ever.
    let is_same = loaded.next == next;
    loaded.next = if is_same && next != Next::End { Next::Elsewhere } else { next };
    loaded.fetch = Fetch::Idle;
    let goes_on = all && matches!(loaded.next, Next::Path(_));
    let said = words::said_loaded(loaded.rows.loaded(), loaded.next == Next::End);
    if goes_on { wanted(model, Fetching::All) } else { vec![Effect::say(said)] }
}

fn start_first_page(model: &mut Model) -> Vec<Effect> {
    let Some(access) = &model.access else { return Vec::new() };
    let spec_id = match model.list.scope {
        Scope::ThisSource => Some(ConnectionSpecId::service_cloud()),
        Scope::AllSources => None,
    };
    let limit = u16::try_from(PAGE_SIZE).unwrap_or(u16::MAX);
    let request = list_connections::request(access, &Query { spec_id, limit });
    model.calls.start(Call::FirstPage, request)
}

fn start_next_page(model: &mut Model, next: &Next) -> Vec<Effect> {
    let (Some(access), Next::Path(path)) = (&model.access, next) else { return Vec::new() };
    match list_connections::next_request(access, path) {
        Some(request) => model.calls.start(Call::NextPage, request),
        None => Vec::new(),
    }
}

/// Judges the next page that an answer names.
fn next_of(model: &Model, next: Option<String>) -> Next {
    match (next, &model.access) {
        (None, _) => Next::End,
        (Some(next), Some(access)) if list_connections::next_request(access, &next).is_some() => {
            Next::Path(next)
        }
        (Some(_), _) => Next::Elsewhere,
    }
}

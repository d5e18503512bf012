//! The view of the list: what is loaded, what is on its way, and what can be done with it.

mod table;

mod toolbar;

use super::super::element::{At, Element, div, element, paragraph};
use super::parts::Page;
use super::{is_list, removal};
use crate::screen::connections::list::{
    Fetch, Fetching, HEADING_ID, List, Load, Loaded, Msg, Next, PAGE_SIZE, Scope,
};
use crate::screen::connections::words::list as words;
use crate::screen::connections::{self, Call};

/// The `id` of why a button can do nothing.
const REASON_ID: &str = "connections-rest-reason";

pub(super) fn list(page: &Page) -> Element {
    let model = page.model;
    let no_access = model.access.is_none();
    let error = if let Load::Failed(error) = &model.list.load { Some(error) } else { None };
    let retry = say(Msg::RetryPressed);
    let removal = if is_list(model) { removal::removal(page) } else { div("removal") };
    let with_access = div("with-access")
        .flag(At::Hidden, no_access)
        .child(removal)
        .child(toolbar::toolbar(page))
        .child(page.failure(words::FAILED, error, Some(retry)))
        .child(first_load(page))
        .child(loaded(page));
    div("list")
        .flag(At::Hidden, !is_list(model))
        .child(
            element("h1").set(At::Id, HEADING_ID).set(At::TabIndex, "-1").text(words::CONNECTIONS),
        )
        .child(paragraph("empty").flag(At::Hidden, !no_access).text(words::NO_ACCESS))
        .child(with_access)
}

/// The message of the whole half.
fn say(msg: Msg) -> connections::Msg {
    connections::Msg::List(msg)
}

/// Said only while there is no row: later loads say so where they were asked for.
fn first_load(page: &Page) -> Element {
    let is_first = matches!(page.model.list.load, Load::Loading);
    div("first-load")
        .flag(At::Hidden, !is_first)
        .child(page.progress(&Call::FirstPage, words::LOADING))
}

fn loaded(page: &Page) -> Element {
    let list = &page.model.list;
    let outer = div("loaded").flag(At::Hidden, list.loaded().is_none());
    let Some(loaded) = list.loaded() else { return outer };
    let count = words::showing(
        loaded.rows.shown(),
        loaded.rows.loaded(),
        loaded.next != Next::End,
        list.order,
    );
    outer
        .child(refresh_failed(page, loaded))
        .child(toolbar::selection(page))
        .child(paragraph("count").flag(At::Hidden, loaded.rows.loaded() == 0).string(count))
        .child(table::table(page, loaded))
        .child(nothing(page, list, loaded))
        .child(rest(page, loaded))
}

fn refresh_failed(page: &Page, loaded: &Loaded) -> Element {
    let error = match &loaded.fetch {
        Fetch::Failed(Fetching::Refresh, error) => Some(error),
        Fetch::Idle | Fetch::Running(_) | Fetch::Failed(..) => None,
    };
    page.failure(words::REFRESH_FAILED, error, Some(say(Msg::Wanted(Fetching::Refresh))))
}

/// No row is shown: there is none, or none matches.
fn nothing(page: &Page, list: &List, loaded: &Loaded) -> Element {
    let none_at_all = loaded.rows.loaded() == 0;
    let (what, next) = match (none_at_all, list.scope, loaded.next == Next::End) {
        (true, Scope::ThisSource, _) => (words::NONE_OF_SOURCE, words::NONE_NEXT),
        (true, Scope::AllSources, _) => (words::NONE_AT_ALL, words::NONE_NEXT),
        (false, _, true) => (words::NO_MATCH, ""),
        (false, _, false) => (words::NO_MATCH_YET, ""),
    };
    let clear = page.button(say(Msg::FiltersCleared)).text(words::CLEAR_FILTERS);
    let clear = element("p").flag(At::Hidden, list.filter.is_open()).child(clear);
    div("empty")
        .flag(At::Hidden, loaded.rows.shown() > 0)
        .child(element("p").text(what))
        .child(element("p").flag(At::Hidden, next.is_empty()).text(next))
        .child(clear)
}

/// What is not loaded yet, and how to get it. The buttons stay where they are while they
/// can do nothing, so that the one that was pressed keeps the focus.
fn rest(page: &Page, loaded: &Loaded) -> Element {
    let all = loaded.fetch == Fetch::Running(Fetching::All);
    let idle = matches!(loaded.fetch, Fetch::Idle | Fetch::Failed(..));
    let end = loaded.next == Next::End;
    let was_more = loaded.rows.loaded() > PAGE_SIZE;
    let reason = if end { words::ALL_LOADED } else { words::BUSY };
    let disabled = |button: Element| {
        if idle && !end {
            return button;
        }
        button.mark(At::Disabled, true).set(At::DescribedBy, REASON_ID)
    };
    let more = disabled(page.button(say(Msg::Wanted(Fetching::Page))).text(words::LOAD_MORE));
    // One element for both, as each takes the place of the other.
    let whole = if all {
        page.button(say(Msg::StopPressed)).text(words::STOP)
    } else {
        disabled(page.button(say(Msg::Wanted(Fetching::All))).text(words::LOAD_ALL))
    };
    let so_far = element("span")
        .set(At::Class, "progress")
        .flag(At::Hidden, !all)
        .string(words::loading_all(loaded.rows.loaded()));
    let reason = element("span")
        .set(At::Class, "visually-hidden")
        .set(At::Id, REASON_ID)
        .text(if idle && !end { "" } else { reason });
    let is_path = matches!(loaded.next, Next::Path(_));
    let progress = page.progress(&Call::NextPage, words::LOADING_MORE);
    let actions = div("actions")
        .flag(At::Hidden, !(is_path || end && was_more))
        .child(more)
        .child(whole)
        .child(so_far)
        .child(element("span").flag(At::Hidden, all).child(progress))
        .child(reason);
    let failed = match &loaded.fetch {
        Fetch::Failed(what @ (Fetching::Page | Fetching::All), error) => {
            Some((error, say(Msg::Wanted(*what))))
        }
        Fetch::Idle | Fetch::Running(_) | Fetch::Failed(Fetching::Refresh, _) => None,
    };
    let (error, retry) = failed.unzip();
    let elsewhere = div("box negative")
        .set(At::Role, "alert")
        .flag(At::Hidden, loaded.next != Next::Elsewhere)
        .child(element("h2").text(words::NO_PATH))
        .child(element("p").text(words::NO_PATH_WHAT))
        .child(element("p").text(words::NO_PATH_NEXT));
    div("rest")
        .child(elsewhere)
        .child(page.failure(words::MORE_FAILED, error, retry))
        .child(actions)
}

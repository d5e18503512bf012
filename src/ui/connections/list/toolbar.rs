//! What stands above the rows: the search, the filters, and what can be done with the
//! selected rows.

use super::super::super::element::{At, Element, div, element};
use super::super::parts::{Page, field};
use super::say;
use crate::screen::connections::list::{Fetching, List, Load, Loaded, Msg, Rows, SEARCH_ID, Scope};
use crate::screen::connections::words::list as words;
use crate::screen::connections::{Call, removal};

const SCOPE_ID: &str = "connections-scope";
const STATE_ID: &str = "connections-state";
const SOURCE_ID: &str = "connections-source";
const REASON_ID: &str = "connections-delete-reason";

pub(super) fn toolbar(page: &Page) -> Element {
    let list = &page.model.list;
    let search = element("input")
        .set(At::Type, "text")
        .set(At::Id, SEARCH_ID)
        .set(At::Placeholder, words::SEARCH_IN)
        .set(At::AutoComplete, "off")
        .set(At::SpellCheck, "false")
        .value(list.filter.search.clone())
        .on_input(page.act, |text| say(Msg::Typed(text)));
    let scopes = Scope::ALL
        .into_iter()
        .map(|scope| option(scope.key(), words::scope(scope).to_owned(), scope == list.scope));
    let scope = element("select")
        .set(At::Id, SCOPE_ID)
        .on_change(page.act, |key| say(Msg::ScopeChosen(key)))
        .children(scopes);
    let refresh = page
        .button(say(Msg::Wanted(Fetching::Refresh)))
        .flag(At::Hidden, list.loaded().is_none())
        .text(words::REFRESH);
    let anew = element("span")
        .flag(At::Hidden, matches!(list.load, Load::Loading))
        .child(page.progress(&Call::FirstPage, words::REFRESHING));
    div("toolbar")
        .set(At::Role, "search")
        .child(field("field search", SEARCH_ID, words::SEARCH, search))
        .child(field("field", SCOPE_ID, words::SHOW, scope))
        .child(field("field", STATE_ID, words::STATE, states(page, list)))
        .child(
            field("field", SOURCE_ID, words::SOURCE, sources(page, list))
                .flag(At::Hidden, list.scope != Scope::AllSources),
        )
        .child(div("actions").child(refresh).child(anew))
}

fn states(page: &Page, list: &List) -> Element {
    let chosen = list.filter.state.as_deref();
    let options = rows(list).into_iter().flat_map(Rows::states);
    filter(list, STATE_ID, chosen, options, |state| words::state(state).to_owned())
        .on_change(page.act, |state| say(Msg::StateChosen(state)))
}

fn sources(page: &Page, list: &List) -> Element {
    let chosen = list.filter.source.as_deref();
    let options = rows(list).into_iter().flat_map(Rows::sources);
    filter(list, SOURCE_ID, chosen, options, |source| match source {
        "" => words::UNKNOWN.to_owned(),
        source => words::short_source(source),
    })
    .on_change(page.act, |source| say(Msg::SourceChosen(source)))
}

fn rows(list: &List) -> Option<&Rows> {
    list.loaded().map(|loaded: &Loaded| &loaded.rows)
}

/// A choice among what there is. Another element takes its place when the model empties
/// the filter: see [`List::resets`].
fn filter<'a>(
    list: &List,
    id: &'static str,
    chosen: Option<&str>,
    options: impl Iterator<Item = &'a str>,
    text: impl Fn(&str) -> String,
) -> Element {
    let options = options.filter(|value| !value.is_empty());
    let options = options.map(|value| option(value, text(value), Some(value) == chosen));
    element("select")
        .set(At::Id, id)
        .key(&list.resets.to_string())
        .child(option("", words::ANY.to_owned(), chosen.is_none()))
        .children(options)
}

fn option(value: &str, text: String, chosen: bool) -> Element {
    element("option")
        .set_string(At::Value, value.to_owned())
        .flag(At::Selected, chosen)
        .string(text)
}

/// What can be done with the selected rows.
pub(super) fn selection(page: &Page) -> Element {
    let count = page.model.list.selected();
    let busy = removal::is_running(page.model);
    let delete = page.button(say(Msg::DeletePressed)).mark(At::Disabled, busy);
    let delete = if busy { delete.set(At::DescribedBy, REASON_ID) } else { delete };
    let reason = element("span")
        .set(At::Class, "help")
        .set(At::Id, REASON_ID)
        .flag(At::Hidden, !busy)
        .text(words::DELETE_RUNS);
    div("selection actions")
        .set(At::Role, "group")
        .set(At::Label, words::SELECTION)
        .flag(At::Hidden, count == 0)
        .child(element("strong").string(words::selected(count)))
        .child(delete.text(words::DELETE))
        .child(page.button(say(Msg::AllSelected)).text(words::SELECT_ALL))
        .child(page.button(say(Msg::SelectionCleared)).text(words::CLEAR_SELECTION))
        .child(reason)
}

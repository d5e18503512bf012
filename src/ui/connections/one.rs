//! One connection: its name and state, and its parts behind tabs.

mod overview;

use flow_service::json_text;

use super::super::element::{At, Element, div, element, paragraph};
use super::parts::Page;
use super::{edit, explore, removal};
use crate::screen::connections::one::{Found, HEADING_ID, One, Tab};
use crate::screen::connections::words::one as words;
use crate::screen::connections::{Call, CopyTarget, Msg, one};
use crate::screen::{Route, TestRun, words as page_words};

pub(super) fn one(page: &Page) -> Element {
    let view = div("view one").flag(At::Hidden, !matches!(page.model.route, Route::Connection(_)));
    let Some(one) = &page.model.one else { return view };
    let no_access = page.model.access.is_none();
    let inspected = one.inspected();
    let is_here = inspected.is_some() && !no_access;
    let name = inspected.and_then(|it| it.connection.name.as_deref()).unwrap_or_default();
    let heading = match inspected {
        None => words::CONNECTION,
        Some(_) if name.trim().is_empty() => words::NAMELESS,
        Some(_) => name,
    };
    let heading = if no_access { words::CONNECTION } else { heading };
    let state = inspected.and_then(|it| it.connection.state.clone()).unwrap_or_default();
    let state = element("span")
        .set(At::Class, state_class(&state))
        .flag(At::Hidden, !is_here || state.is_empty())
        .child(element("span").set(At::Class, "visually-hidden").text(words::STATE).text(" "))
        .string(state);
    // In the line above, so that nothing moves while what is shown is asked for anew.
    let refreshing = page
        .progress(&Call::Inspect(one.id.clone()), words::REFRESHING)
        .flag(At::Hidden, !is_here || !is_asking(page, one));
    let title = div("title")
        .child(
            element("h1")
                .set(At::Id, HEADING_ID)
                .set(At::TabIndex, "-1")
                .string(heading.to_owned()),
        )
        .child(state)
        .child(refreshing);
    view.child(breadcrumb(page))
        .child(title)
        .child(paragraph("empty").flag(At::Hidden, !no_access).text(words::NO_ACCESS))
        .child(loading(page, one).flag(At::Hidden, no_access))
        .child(removal_here(page))
        .child(tabs(page, one).flag(At::Hidden, !is_here))
        .child(div("panels").flag(At::Hidden, !is_here).children(panels(page, one)))
}

/// The list shows a removal too; its `id`s must be on the page once.
fn removal_here(page: &Page) -> Element {
    match page.model.route {
        Route::Connection(_) => removal::removal(page),
        Route::Create | Route::Connections => div("removal").flag(At::Hidden, true),
    }
}

fn breadcrumb(page: &Page) -> Element {
    let link = page.link(Route::Connections).text(words::CONNECTIONS);
    element("nav").set(At::Class, "breadcrumb").set(At::Label, words::BREADCRUMB).child(link)
}

/// The class says nothing that the word does not.
fn state_class(state: &str) -> &'static str {
    match state {
        "enabled" => "state enabled",
        "disabled" => "state disabled",
        _ => "state passing",
    }
}

fn is_asking(page: &Page, one: &One) -> bool {
    page.model.calls.running(&Call::Inspect(one.id.clone())).is_some()
}

/// What is said of asking for the connection.
fn loading(page: &Page, one: &One) -> Element {
    let call = Call::Inspect(one.id.clone());
    let retry = Some(Msg::One(one::Msg::RefreshPressed));
    // *Try again* is of no use while it is being tried.
    let retry = retry.filter(|_| !is_asking(page, one));
    let failure = match &one.found {
        Found::Failed(error) => page.failure(words::FAILED, Some(error), retry),
        Found::Earlier(_, error) => page.failure(words::NOT_REFRESHED, Some(error), retry),
        Found::Loading | Found::Gone | Found::Here(_) => page.failure(words::FAILED, None, None),
    };
    let link = page.link(Route::Connections).text(words::TO_THE_LIST);
    let gone = div("box negative")
        .set(At::Role, "alert")
        .flag(At::Hidden, one.found != Found::Gone)
        .child(element("h2").text(words::GONE))
        .child(element("p").text(words::GONE_WHY))
        .child(element("p").child(element("code").string(one.id.as_str().to_owned())))
        .child(div("actions").child(link));
    let is_first = is_asking(page, one) && one.inspected().is_none();
    let progress = page.progress(&call, words::LOADING).flag(At::Hidden, !is_first);
    div("loading").child(progress).child(failure).child(gone)
}

fn tabs(page: &Page, one: &One) -> Element {
    let current = one.tab;
    let tab = |tab: Tab| {
        let selected = tab == current;
        element("button")
            .set(At::Type, "button")
            .set(At::Class, "tab")
            .set(At::Role, "tab")
            .set(At::Id, tab.id())
            .set(At::Controls, panel_id(tab))
            .set(At::SelectedNow, if selected { "true" } else { "false" })
            .set(At::TabIndex, if selected { "0" } else { "-1" })
            .on_click(page.act, Msg::One(one::Msg::TabChosen(tab)))
            .text(words::tab(tab))
    };
    let key = move |key: &str| current.after_key(key).map(one::Msg::TabChosen).map(Msg::One);
    div("tabs")
        .set(At::Role, "tablist")
        .set(At::Label, words::TABS)
        .on_key(page.act, key)
        .children(Tab::ALL.into_iter().map(tab))
}

const fn panel_id(tab: Tab) -> &'static str {
    match tab {
        Tab::Overview => "panel-overview",
        Tab::Explore => "panel-explore",
        Tab::Edit => "panel-edit",
        Tab::Raw => "panel-json",
    }
}

/// All are there, those of the other tabs hidden, so that inputs keep what is typed.
fn panels(page: &Page, one: &One) -> impl Iterator<Item = Element> {
    Tab::ALL.into_iter().map(|tab| {
        let content = match tab {
            Tab::Overview => overview::overview(page, one),
            Tab::Explore => explore::explore(page),
            Tab::Edit => edit::edit(page),
            Tab::Raw => raw(page, one),
        };
        div("panel")
            .set(At::Role, "tabpanel")
            .set(At::Id, panel_id(tab))
            .set(At::LabelledBy, tab.id())
            .flag(At::Hidden, tab != one.tab)
            .child(content)
    })
}

fn raw(page: &Page, one: &One) -> Element {
    // Written only while it can be seen: it is long.
    let shown = one.inspected().filter(|_| one.tab == Tab::Raw);
    let text = shown.map(|inspected| json_text::pretty(&inspected.raw)).unwrap_or_default();
    let code = element("pre")
        .set(At::TabIndex, "0")
        .set(At::Role, "group")
        .set(At::Label, words::tab(Tab::Raw))
        .child(element("code").string(text));
    div("raw")
        .child(paragraph("intro").text(words::JSON_INTRO))
        .child(div("actions").child(page.copy_button(words::COPY_JSON, CopyTarget::Raw)))
        .child(code)
}

/// The button *Test connection*.
pub(super) fn test_button(page: &Page, one: &One) -> Element {
    let running = one.test == TestRun::Running;
    page.button(Msg::One(one::Msg::TestPressed)).mark(At::Disabled, running).text(if running {
        words::TESTING
    } else {
        words::TEST_CONNECTION
    })
}

/// What came of it.
pub(super) fn tested(page: &Page, one: &One) -> Element {
    let result = match &one.test {
        TestRun::None => return div("tested"),
        TestRun::Running => page.progress(&Call::Test, words::TESTING),
        TestRun::Answered(accepted, at) => paragraph(if *accepted { "accepted" } else { "error" })
            .text(words::accepted(*accepted))
            .text(" ")
            .string(page_words::utc(*at)),
        TestRun::Failed(error) => page.failure(words::TEST_FAILED, Some(error), None),
    };
    div("tested").child(result)
}

//! What came of saving: a refusal, a newer version beside what was typed, or success.

use flow_service::connection::Connection;
use flow_service::error::CallError;

use super::super::super::element::{At, Element, div, element, paragraph};
use super::super::super::failures::advised;
use super::super::one::{test_button, tested};
use super::super::parts::Page;
use super::words;
use crate::screen::connections::Msg;
use crate::screen::connections::edit::{self, Doubt, Edit, Phase, Row, Saved, What};
use crate::screen::connections::one::One;
use crate::screen::words::{self as page_words, Advice};

pub(super) fn outcome(page: &Page, one: &One, edit: &Edit) -> Element {
    let said = match &edit.phase {
        Phase::Open => element("div"),
        Phase::Unchanged => paragraph("box notice").text(words::UNCHANGED),
        Phase::Saving => paragraph("progress").text(words::SAVING),
        Phase::Refused(error) => element("div")
            .child(page.failure(words::NOT_SAVED, Some(error), None))
            .child(paragraph("soft").text(words::STILL_TYPED)),
        Phase::Comparing(doubt) => element("div")
            .child(element("p").string(words::comparing(doubt)))
            .child(paragraph("progress").text(words::COMPARING)),
        Phase::CompareFailed(doubt, error) => {
            let again = Some(Msg::Edit(edit::Msg::CompareAgain));
            element("div")
                .child(element("p").string(words::comparing(doubt)))
                .child(cause_of(doubt).flag(At::Hidden, is_of(doubt, error)))
                .child(page.failure(words::COMPARE_FAILED, Some(error), again))
                .child(paragraph("soft").text(words::STILL_TYPED))
        }
        Phase::Conflict(doubt, newer) => conflict(page, edit, doubt, newer),
        Phase::NotSaved(cause) => not_saved(cause),
        Phase::Saved(saved) => success(page, one, saved),
    };
    div("outcome").set(At::Id, edit::OUTCOME).set(At::TabIndex, "-1").child(said)
}

fn not_saved(cause: &CallError) -> Element {
    div("box notice")
        .child(element("h2").text(words::NOT_SAVED))
        .child(element("p").text(words::NOT_SAVED_WHY))
        .child(instead(cause, true))
}

/// What came in place of a result. There is no next step where all is done.
fn instead(error: &CallError, with_next: bool) -> Element {
    let advice = page_words::failure(error, "");
    let next = words::next_step(error, advice.next);
    advised(div("slot"), error, Advice { next, ..advice }, with_next)
}

fn cause_of(doubt: &Doubt) -> Element {
    match doubt {
        Doubt::Unknown(cause) => instead(cause, true),
        Doubt::Stale | Doubt::Noticed => div("slot").flag(At::Hidden, true),
    }
}

fn is_of(doubt: &Doubt, error: &CallError) -> bool {
    !matches!(doubt, Doubt::Unknown(cause) if cause != error)
}

fn success(page: &Page, one: &One, saved: &Saved) -> Element {
    let rotated = *saved == Saved::Answered(What::Credentials);
    let lost = match saved {
        Saved::Looked(cause) => instead(cause, false),
        Saved::Answered(_) => div("slot").flag(At::Hidden, true),
    };
    div("box positive")
        .child(element("h2").text(words::SAVED))
        .child(element("p").text(words::saved(saved)))
        .child(lost)
        .child(element("p").flag(At::Hidden, !rotated).text(words::TEST_NOW))
        .child(div("actions").flag(At::Hidden, !rotated).child(test_button(page, one)))
        .child(div("slot").flag(At::Hidden, !rotated).child(tested(page, one)))
}

fn conflict(page: &Page, edit: &Edit, doubt: &Doubt, newer: &Connection) -> Element {
    let rows = edit::rows(edit, newer);
    let same = rows.is_empty();
    let has_input = edit.has_input();
    let heading = element("h2").set(At::Id, "edit-conflict-heading").text(words::CONFLICT);
    // It submits the form, so that the secrets are read once more: they are still in it.
    let apply = element("button")
        .set(At::Type, "submit")
        .set(At::Class, "accent")
        .flag(At::Hidden, !has_input)
        .text(words::APPLY);
    let drop = page.button(Msg::Edit(edit::Msg::Dropped)).text(words::DROP);
    element("section")
        .set(At::Class, "box notice")
        .set(At::LabelledBy, "edit-conflict-heading")
        .child(heading)
        .child(element("p").string(words::doubt(doubt, edit.rotation.is_some())))
        .child(cause_of(doubt))
        .child(element("p").flag(At::Hidden, !same).text(words::NO_DIFFERENCE))
        .child(differences(&rows).flag(At::Hidden, same))
        .child(element("p").flag(At::Hidden, same).text(words::CONFLICT_NEXT))
        .child(div("actions").child(apply).child(drop))
}

fn differences(rows: &[Row]) -> Element {
    let column = |name: &'static str| element("th").set(At::Scope, "col").text(name);
    let head = element("tr").children(words::COLUMNS.into_iter().map(column));
    let cell = |text: &Option<String>| {
        element("td").string(text.clone().unwrap_or_else(|| words::NONE.to_owned()))
    };
    let row = |row: &Row| {
        let name = element("th").set(At::Scope, "row").string(words::named(&row.named));
        element("tr")
            .child(name)
            .child(element("td").string(words::yours(&row.yours)))
            .child(cell(&row.theirs))
            .child(cell(&row.before))
    };
    let table = element("table")
        .child(element("thead").child(head))
        .child(element("tbody").children(rows.iter().map(row)));
    // It scrolls where it is narrow, so it can be reached by keyboard.
    div("scroll differences")
        .set(At::TabIndex, "0")
        .set(At::Role, "region")
        .set(At::Label, words::DIFFERENCES)
        .child(table)
}

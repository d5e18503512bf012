//! The view of the removal of connections. It stands in the list or in the view of one
//! connection, whichever is shown, and never in both: its `id`s are there once.

use flow_service::error::CallError;

use super::super::element::{At, Element, div, element, paragraph};
use super::act::Act;
use super::parts::Page;
use crate::screen::connections::removal::{
    Check, Course, Fate, HEADING_ID, Item, Msg, Removal, TYPED_ID, Target, phrase,
};
use crate::screen::connections::words::removal as words;
use crate::screen::connections::{self, CopyTarget};
use crate::screen::words as page_words;

/// How many names the question lists.
const NAMES_SHOWN: usize = 10;

/// How many results are drawn; the report that is copied has all.
const RESULTS_SHOWN: usize = 100;

const ERROR_ID: &str = "removal-error";

pub(super) fn removal(page: &Page) -> Element {
    let shown = match &page.model.removal {
        None => return div("removal").flag(At::Hidden, true),
        Some(Removal::Asking { targets, typed, check }) => question(page, targets, typed, *check),
        Some(Removal::Begun { items, course }) => begun(page, items, *course),
    };
    div("removal").child(shown)
}

fn say(msg: Msg) -> connections::Msg {
    connections::Msg::Removal(msg)
}

fn section(class: &'static str, heading: String) -> Element {
    let heading = element("h2").set(At::Id, HEADING_ID).set(At::TabIndex, "-1").string(heading);
    element("section").set(At::Class, class).set(At::LabelledBy, HEADING_ID).child(heading)
}

fn question(page: &Page, targets: &[Target], typed: &str, check: Check) -> Element {
    let phrase = phrase(targets);
    let differs = check == Check::Differs;
    let wanted = phrase.as_deref().unwrap_or_default();
    let error = paragraph("error")
        .set(At::Id, ERROR_ID)
        .flag(At::Hidden, !differs)
        .string(words::differs(wanted));
    let input = element("input")
        .set(At::Type, "text")
        .set(At::Id, TYPED_ID)
        .set(At::AutoComplete, "off")
        .set(At::AutoCapitalize, "none")
        .set(At::SpellCheck, "false")
        .mark(At::Invalid, differs)
        .value(typed.to_owned())
        .on_input(page.act, |text| say(Msg::Typed(text)));
    let input = if differs { input.set(At::DescribedBy, ERROR_ID) } else { input };
    let label = element("label").set(At::For, TYPED_ID).string(words::type_this(wanted));
    let field = div("field")
        .flag(At::Hidden, phrase.is_none())
        .child(div("label").child(label))
        .child(input)
        .child(div("under").child(error));
    let delete = element("button")
        .set(At::Type, "submit")
        .set(At::Class, "secondary danger")
        .string(words::delete(targets.len()));
    let cancel = page.button(say(Msg::Closed)).text(words::CANCEL);
    let form = element("form")
        .flag(At::NoValidate, true)
        .on_submit(page.act, Act::Tell(say(Msg::Confirmed)))
        .child(field)
        .child(div("actions").child(delete).child(cancel));
    let names = paragraph("names")
        .flag(At::Hidden, targets.len() == 1)
        .string(words::list_of(targets, NAMES_SHOWN));
    let ids = targets.first().filter(|_| targets.len() == 1).map(|target| target.id.as_str());
    let id = element("code").string(ids.unwrap_or_default().to_owned());
    let access = page.model.access.as_ref();
    let sandbox = access.map(|access| access.sandbox.as_str()).unwrap_or_default();
    section("box negative", words::question(targets))
        .child(names)
        .child(element("p").flag(At::Hidden, ids.is_none()).child(id))
        .child(element("p").string(words::consequence(sandbox)))
        .child(form)
}

fn begun(page: &Page, items: &[Item], course: Course) -> Element {
    let done = course == Course::Done;
    let any = |kind: fn(&Fate) -> bool| items.iter().any(|item| kind(&item.fate));
    let unknown = any(|fate| matches!(fate, Fate::Unknown(_)));
    let in_use = any(|fate| fate.error().is_some_and(CallError::is_in_use));
    let progress = element("span")
        .set(At::Class, "progress")
        .flag(At::Hidden, done)
        .string(words::progress(items));
    let course_text = match course {
        Course::Running => words::STOP_HELP,
        Course::Stopping => words::STOPPING,
        Course::Done => "",
    };
    let stop = page
        .button(say(Msg::StopPressed))
        .flag(At::Hidden, course != Course::Running)
        .text(words::STOP);
    let close = page.button(say(Msg::Closed)).flag(At::Hidden, !done).text(words::CLOSE);
    let actions = div("actions")
        .child(progress)
        .child(stop)
        .child(page.copy_button(page_words::COPY_REPORT, CopyTarget::Removal))
        .child(close);
    let summary = paragraph("summary").flag(At::Hidden, !done).string(words::summary(items));
    let rest = items.len().saturating_sub(RESULTS_SHOWN);
    let all_gone = items.iter().all(|item| matches!(item.fate, Fate::Deleted | Fate::Gone));
    let class = if done && all_gone { "box positive" } else { "box" };
    section(class, words::heading(done).to_owned())
        .child(summary)
        .child(paragraph("help").flag(At::Hidden, course_text.is_empty()).text(course_text))
        .child(element("p").flag(At::Hidden, !in_use).text(words::IN_USE_NEXT))
        .child(element("p").flag(At::Hidden, !unknown).text(words::UNKNOWN_NEXT))
        .child(table(items))
        .child(paragraph("help").flag(At::Hidden, rest == 0).string(words::and_more(rest)))
        .child(actions)
}

/// What a person has to look at comes first, then what runs, then what is done.
fn table(items: &[Item]) -> Element {
    let mut sorted: Vec<&Item> = items.iter().collect();
    sorted.sort_by_key(|item| match item.fate {
        Fate::Refused(_) | Fate::Unknown(_) => 0,
        Fate::Running => 1,
        Fate::Gone => 2,
        Fate::Deleted => 3,
        Fate::Waiting | Fate::Kept => 4,
    });
    let head = words::COLUMNS.map(|name| element("th").set(At::Scope, "col").text(name));
    let rows = sorted.into_iter().take(RESULTS_SHOWN).map(row);
    let table = element("table")
        .child(element("thead").child(element("tr").children(head)))
        .child(element("tbody").children(rows));
    div("scroll results")
        .set(At::TabIndex, "0")
        .set(At::Role, "group")
        .set(At::Label, words::TABLE)
        .child(table)
}

fn row(item: &Item) -> Element {
    let class = match item.fate {
        Fate::Deleted | Fate::Gone => "accepted",
        Fate::Refused(_) => "error",
        Fate::Unknown(_) => "remark",
        Fate::Waiting | Fate::Running | Fate::Kept => "pending",
    };
    let id = element("code").string(item.target.id.as_str().to_owned());
    let name = element("th")
        .set(At::Scope, "row")
        .child(element("span").string(item.target.called().to_owned()))
        .child(id);
    let result = paragraph(class).string(words::fate(&item.fate));
    let figures = words::figures(&item.fate);
    let figures = paragraph("help").flag(At::Hidden, figures.is_empty()).string(figures);
    let next = words::next(&item.fate);
    let next = paragraph("help").flag(At::Hidden, next.is_empty()).text(next);
    let said = words::server_words(&item.fate);
    let said = element("blockquote").flag(At::Hidden, said.is_empty()).string(said);
    element("tr")
        .key(item.target.id.as_str())
        .child(name)
        .child(element("td").child(result).child(next).child(said).child(figures))
}

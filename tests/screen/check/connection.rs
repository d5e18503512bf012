//! The stages of a connection are about the one that was just created, and never about another.

use flow_connect::screen::check::{Ask, Job, Msg as CheckMsg, Stage};
use flow_connect::screen::connections::Told;
use flow_connect::screen::{CopyTarget, Effect, Field, Msg};
use flow_service::value::ConnectionId;

use super::{asked, facts, given as given_to_check, readable, sandboxes, spec};
use crate::given::{self, by_service};
use crate::page::Page;

/// A check of this page ends without looking at any connection.
#[track_caller]
fn looks_at_none(page: &mut Page) {
    let effects = page.run_check();
    let sandbox = page.model.form.text(&Field::Sandbox).to_owned();
    let effects = page.check_answers(&effects, sandboxes(&[&sandbox]));
    assert_eq!(page.check_answers(&effects, spec()), []);
    assert_eq!(page.walked().split(' ').count(), Stage::ALWAYS.len());
}

#[test]
fn it_is_named_by_its_id() {
    let mut page = Page::created();
    let effects = page.run_check();
    let effects = page.check_answers(&effects, sandboxes(&["acme-dev"]));
    let effects = page.check_answers(&effects, spec());
    assert_eq!(asked(&effects).1, Ask::Test);
    let effects = page.tell(Msg::CopyPressed(CopyTarget::CheckReport));
    let [Effect::Copy(_, report)] = effects.as_slice() else { panic!("{effects:?}") };
    let line = ["   Connection ID: ", given::ID, "\n"].concat();
    assert_eq!(report.matches(&line).count(), 2, "{report}");
}

/// What is typed now has nothing to do with it.
#[test]
fn another_is_being_filled_in() {
    let mut page = Page::created();
    page.tell(Msg::AnotherPressed);
    page.fill();
    looks_at_none(&mut page);
}

#[test]
fn another_was_refused() {
    let mut page = Page::created();
    page.tell(Msg::AnotherPressed);
    page.fill();
    page.press();
    page.create_answers(Err(by_service("1308-400", "invalid_grant")));
    let effects = page.check(CheckMsg::ExplainPressed);
    assert_eq!(effects.last(), Some(&Effect::Check(Job::Read(true))));
    let read = given_to_check(given::secrets(), readable(&facts()));
    page.check(CheckMsg::Read(true, read));
    let stages: Vec<_> = page.model.check.steps.iter().map(|step| step.stage).collect();
    assert_eq!(stages.last(), Some(&Stage::Create));
}

#[test]
fn it_was_created_with_other_access() {
    let other = "FEDCBA9876543210FEDCBA98@AdobeOrg";
    for (field, text) in
        [(Field::ApiKey, "other"), (Field::OrganizationId, other), (Field::Sandbox, "prod")]
    {
        let mut page = Page::created();
        page.type_in(field, text);
        looks_at_none(&mut page);
    }
}

#[test]
fn it_was_removed() {
    let mut page = Page::created();
    let id = |id: &str| ConnectionId::parse(id).unwrap();
    page.tell(Msg::Told(Told::Removed(id("another"))));
    page.run_check();
    assert_eq!(page.walked().split(' ').count(), 8);
    let mut page = Page::created();
    page.tell(Msg::Told(Told::Removed(id(given::ID))));
    looks_at_none(&mut page);
}

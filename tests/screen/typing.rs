//! Typing and leaving an input: problems are said early, never for what is still empty.

use flow_connect::screen::{Field, Msg, SAMPLE_TOKEN};
use flow_service::value::{Problem, Remark};

use crate::given::{self, param};
use crate::page::Page;

#[track_caller]
fn left_with(field: &Field, text: &str, problem: Option<Problem>, remarks: &[Remark]) {
    let mut page = Page::new();
    page.type_in(field.clone(), text);
    assert_eq!(page.model.problem(field), None, "nothing is said while typing");
    assert_eq!(page.tell(Msg::Left(field.clone())), [], "the focus stays where it went");
    assert_eq!(page.model.problem(field), problem);
    let found: Vec<_> = page.model.remarks.iter().map(|(_, remark)| *remark).collect();
    assert_eq!(found, remarks);
    assert!(!page.model.summary, "a summary belongs to a press");
    assert_eq!(page.model.form.text(field), text);
}

#[test]
fn leaving_an_input_names_its_problem() {
    left_with(&Field::ApiKey, "two words", Some(Problem::NotVisibleAscii), &[]);
    left_with(&Field::OrganizationId, "acme", Some(Problem::NotAnOrganization), &[]);
    left_with(&Field::Sandbox, "Prod", Some(Problem::NotASandboxName), &[]);
    left_with(&Field::SpecVersion, "1 0", Some(Problem::NotVisibleAscii), &[]);
    left_with(&param("environmentUrl"), "ftp://acme.example", Some(Problem::NotHttps), &[]);
    left_with(&param("apiVersion"), "60", Some(Problem::NotAnApiVersion), &[]);
}

#[test]
fn leaving_an_input_remarks_what_is_unusual() {
    left_with(&Field::ApiKey, "odd", None, &[Remark::UnusualApiKey]);
    left_with(&Field::OrganizationId, "a@AdobeOrg", None, &[Remark::UnusualOrganization]);
    left_with(&param("environmentUrl"), "acme.my.salesforce.com", None, &[Remark::HttpsAdded]);
}

#[test]
fn an_empty_input_is_no_problem_before_a_press() {
    for field in given::text_fields() {
        for text in ["", "  "] {
            left_with(&field, text, None, &[]);
        }
    }
}

#[test]
fn leaving_twice_says_it_once() {
    let mut page = Page::new();
    page.type_in(Field::ApiKey, "odd");
    page.tell(Msg::Left(Field::ApiKey));
    page.tell(Msg::Left(Field::ApiKey));
    assert_eq!(page.model.remarks, [(Field::ApiKey, Remark::UnusualApiKey)]);
}

#[test]
fn leaving_takes_away_nothing_that_a_press_has_said() {
    let mut page = Page::new();
    page.press();
    let problems = page.model.problems.clone();
    for field in given::text_fields() {
        page.tell(Msg::Left(field));
    }
    page.tell(Msg::SecretLeft(Field::AccessToken, Ok(Vec::new())));
    assert_eq!(page.model.problems, problems);
}

#[test]
fn leaving_a_secret_says_what_was_found_about_it() {
    let mut page = Page::new();
    page.tell(Msg::SecretEdited(Field::AccessToken));
    page.tell(Msg::SecretLeft(Field::AccessToken, Err(Problem::NotVisibleAscii)));
    assert_eq!(page.model.problem(&Field::AccessToken), Some(Problem::NotVisibleAscii));
    page.tell(Msg::SecretEdited(Field::AccessToken));
    assert_eq!(page.model.problem(&Field::AccessToken), None);
    page.tell(Msg::SecretLeft(Field::AccessToken, Ok(vec![Remark::Expired(0)])));
    assert_eq!(page.model.remarks, [(Field::AccessToken, Remark::Expired(0))]);
}

#[test]
fn secrets_and_choices_have_no_text_in_the_model() {
    let mut page = Page::new();
    let form = page.model.form.clone();
    for field in [Field::AccessToken, Field::Authentication] {
        page.type_in(field.clone(), SAMPLE_TOKEN);
        assert_eq!(page.model.form.text(&field), "");
    }
    assert_eq!(page.model.form, form);
}

#[test]
fn a_secret_is_shown_and_hidden_one_at_a_time() {
    let mut page = Page::new();
    let [first, second] = [Field::AccessToken, param("password")];
    page.tell(Msg::ShowSecret(first.clone(), true));
    page.tell(Msg::ShowSecret(second.clone(), true));
    assert_eq!(page.model.shown, [first.clone(), second.clone()]);
    page.tell(Msg::ShowSecret(first, false));
    assert_eq!(page.model.shown, [second]);
}

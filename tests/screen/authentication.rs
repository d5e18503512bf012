//! The choice of the auth spec: switching keeps what both have, and what each has.

use flow_connect::screen::{Field, Msg};
use flow_service::spec::{BASIC_AUTHENTICATION, OAUTH2_CLIENT_CREDENTIAL};
use flow_service::value::Problem;

use crate::given::{self, param};
use crate::page::Page;

fn choose(page: &mut Page, name: &str) {
    assert_eq!(page.tell(Msg::AuthChosen(name.to_owned())), []);
    assert_eq!(page.model.auth().name, name);
}

#[test]
fn basic_authentication_comes_first() {
    assert_eq!(Page::new().model.auth().name, BASIC_AUTHENTICATION);
}

#[test]
fn switching_keeps_what_both_have_and_brings_back_the_rest() {
    let mut page = Page::filled();
    page.type_in(param("environmentUrl"), "https://acme.my.salesforce.com");
    page.type_in(param("apiVersion"), "60.0");
    choose(&mut page, OAUTH2_CLIENT_CREDENTIAL);
    let text = |page: &Page, key: &str| page.model.form.text(&param(key)).to_owned();
    assert_eq!(text(&page, "environmentUrl"), "https://acme.my.salesforce.com");
    assert_eq!(text(&page, "apiVersion"), "60.0");
    page.type_in(param("clientId"), "acme-client");
    choose(&mut page, BASIC_AUTHENTICATION);
    assert_eq!(text(&page, "username"), "integration@acme.example");
    choose(&mut page, OAUTH2_CLIENT_CREDENTIAL);
    assert_eq!(text(&page, "clientId"), "acme-client");
}

#[test]
fn switching_takes_the_problems_of_the_parameters_and_leaves_the_others() {
    let mut page = Page::new();
    page.press_with(given::no_secrets());
    choose(&mut page, OAUTH2_CLIENT_CREDENTIAL);
    let missing = |field| (field, Problem::Missing);
    let rest = [Field::AccessToken, Field::ApiKey, Field::OrganizationId, Field::Name].map(missing);
    assert_eq!(page.model.problems, rest);
}

/// A summary lists problems; without any there is none.
#[test]
fn switching_away_from_the_last_problem_takes_the_summary_with_it() {
    let mut page = Page::filled();
    page.type_in(param("username"), "");
    page.press();
    assert!(page.model.summary);
    choose(&mut page, OAUTH2_CLIENT_CREDENTIAL);
    assert_eq!(page.model.problems, []);
    assert!(!page.model.summary, "an empty summary says that 0 fields need attention");
}

#[test]
fn an_auth_spec_that_the_source_does_not_have_does_no_harm() {
    let mut page = Page::filled();
    page.tell(Msg::AuthChosen("Carrier pigeon".to_owned()));
    assert_eq!(page.model.auth().name, BASIC_AUTHENTICATION);
    page.press();
    assert_eq!(page.creations, 1);
}

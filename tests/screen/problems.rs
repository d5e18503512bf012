//! *Create connection* with problems: each is named, the focus is on the first, and
//! nothing is sent or lost.

use flow_connect::screen::{Disclosure, Effect, Field, Msg, Phase, SecretReport, TokenReport};
use flow_service::spec::OAUTH2_CLIENT_CREDENTIAL;
use flow_service::value::{ConnectionSpecId, Problem, Remark};

use crate::given::{self, param};
use crate::page::Page;

/// One bad text for each input that is no secret, in the order of the page.
fn bad_texts() -> Vec<(Field, &'static str, Problem)> {
    vec![
        (Field::ApiKey, "two words", Problem::NotVisibleAscii),
        (Field::OrganizationId, "0123456789ABCDEF01234567", Problem::NotAnOrganization),
        (Field::Sandbox, "Production", Problem::NotASandboxName),
        (Field::Name, " \t", Problem::Missing),
        (param("username"), "", Problem::Missing),
        (param("environmentUrl"), "http://acme.my.salesforce.com", Problem::NotHttps),
        (param("apiVersion"), "60", Problem::NotAnApiVersion),
        (Field::SpecId, ConnectionSpecId::MISPRINTED, Problem::MisprintedSpecId),
        (Field::SpecVersion, "", Problem::Missing),
    ]
}

#[track_caller]
fn check(page: &mut Page, secrets: SecretReport, expect: &[(Field, Problem)]) {
    let typed = page.model.form.clone();
    let effects = page.press_with(secrets);
    let first = &expect[0].0;
    assert_eq!(page.model.problems, expect);
    assert_eq!(effects, [Effect::Focus(first.id())]);
    assert!(page.model.summary);
    assert_eq!(page.model.phase, Phase::Filling);
    assert_eq!(page.model.form, typed, "nothing that was typed is lost");
    let in_advanced = matches!(first, Field::SpecId | Field::SpecVersion);
    assert_eq!(page.is_unfolded(Disclosure::Advanced), in_advanced, "what has the focus is seen");
    assert_eq!(page.creations, 0);
}

#[test]
fn an_empty_page_names_all_that_is_needed() {
    let missing = |field| (field, Problem::Missing);
    let common =
        [Field::AccessToken, Field::ApiKey, Field::OrganizationId, Field::Name].map(missing);
    let basic = [param("username"), param("password"), param("securityToken")].map(missing);
    check(&mut Page::new(), given::no_secrets(), &[&common[..], &basic[..]].concat());

    let mut page = Page::new();
    page.tell(Msg::AuthChosen(OAUTH2_CLIENT_CREDENTIAL.to_owned()));
    let oauth2 = [param("clientId"), param("clientSecret"), param("environmentUrl")].map(missing);
    check(&mut page, given::no_secrets(), &[&common[..], &oauth2[..]].concat());
}

#[test]
fn each_input_is_checked() {
    for (field, text, problem) in bad_texts() {
        let mut page = Page::filled();
        page.type_in(field.clone(), text);
        check(&mut page, given::secrets(), &[(field, problem)]);
    }
}

#[test]
fn of_two_problems_the_upper_one_gets_the_focus() {
    let bad = bad_texts();
    for (at, (upper, upper_text, upper_problem)) in bad.iter().enumerate() {
        for (lower, lower_text, lower_problem) in &bad[at + 1..] {
            let mut page = Page::filled();
            page.type_in(lower.clone(), lower_text);
            page.type_in(upper.clone(), upper_text);
            let expect = [(upper.clone(), *upper_problem), (lower.clone(), *lower_problem)];
            check(&mut page, given::secrets(), &expect);
        }
    }
}

#[test]
fn each_secret_is_checked() {
    let token =
        |problem| SecretReport { token: TokenReport::Typed(Err(problem)), ..given::secrets() };
    for problem in [Problem::Missing, Problem::NotVisibleAscii] {
        check(&mut Page::filled(), token(problem), &[(Field::AccessToken, problem)]);
    }
    for key in ["password", "securityToken"] {
        let mut secrets = given::secrets();
        secrets.params.retain(|(held, _)| held != key);
        check(&mut Page::filled(), secrets, &[(param(key), Problem::Missing)]);
    }
}

#[test]
fn an_address_with_a_password_in_it_is_not_sent() {
    let mut page = Page::filled();
    let field = param("environmentUrl");
    page.type_in(field.clone(), "https://me:secret@acme.my.salesforce.com");
    check(&mut page, given::secrets(), &[(field, Problem::HasUserInfo)]);
}

#[test]
fn mending_a_field_takes_its_problem_away_and_the_last_one_the_summary() {
    let mut page = Page::filled();
    page.type_in(Field::ApiKey, "");
    page.type_in(Field::Name, "");
    page.press();
    page.type_in(Field::ApiKey, given::API_KEY);
    assert_eq!(page.model.problems, [(Field::Name, Problem::Missing)]);
    assert!(page.model.summary);
    page.type_in(Field::Name, "n");
    assert_eq!(page.model.problems, []);
    assert!(!page.model.summary);
    page.press();
    assert_eq!(page.creations, 1);
}

#[test]
fn mending_a_secret_takes_its_problem_away() {
    let mut page = Page::filled();
    page.press_with(SecretReport {
        token: TokenReport::Typed(Err(Problem::Missing)),
        ..given::secrets()
    });
    page.tell(Msg::SecretEdited(Field::AccessToken));
    assert_eq!(page.model.problems, []);
    assert!(!page.model.summary);
}

#[test]
fn a_link_of_the_summary_shows_and_focuses_its_field() {
    let mut page = Page::new();
    assert_eq!(page.tell(Msg::FieldSought(Field::Name)), [Effect::Focus("name".to_owned())]);
    assert!(!page.is_unfolded(Disclosure::Advanced));
    let effects = page.tell(Msg::FieldSought(Field::SpecVersion));
    assert_eq!(effects, [Effect::Focus("spec-version".to_owned())]);
    assert!(page.is_unfolded(Disclosure::Advanced));
}

#[test]
fn what_is_unusual_is_remarked_and_sent_all_the_same() {
    let mut page = Page::filled();
    page.type_in(Field::ApiKey, "odd-key");
    page.type_in(Field::OrganizationId, "odd@AdobeOrg");
    page.type_in(param("environmentUrl"), "acme.example");
    let mut secrets = given::secrets();
    secrets.token = TokenReport::Typed(Ok(vec![Remark::NotAJwt]));
    secrets.params[0].1 = Ok(vec![Remark::SecretEdgeSpace]);
    page.press_with(secrets);
    assert_eq!(
        page.model.remarks,
        [
            (Field::AccessToken, Remark::NotAJwt),
            (Field::ApiKey, Remark::UnusualApiKey),
            (Field::OrganizationId, Remark::UnusualOrganization),
            (param("password"), Remark::SecretEdgeSpace),
            (param("environmentUrl"), Remark::HttpsAdded),
            (param("environmentUrl"), Remark::NotSalesforce),
        ]
    );
    assert_eq!(page.creations, 1);
}

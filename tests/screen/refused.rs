//! Refusals: the alert says so, the field at fault gets the focus, and nothing was created.

use flow_connect::screen::{Disclosure, Effect, Event, Field, Msg, Phase};
use flow_service::error::{CallError, NotSent, UnreadableReason};
use flow_service::secret::SecretName;
use flow_service::spec::{BASIC_AUTHENTICATION, OAUTH2_CLIENT_CREDENTIAL};

use crate::given::{self, by_gateway, by_service, param};
use crate::page::Page;

#[track_caller]
fn check(error: CallError, field: Option<&Field>) {
    let mut page = Page::sending();
    let typed = page.model.form.clone();
    let effects = page.create_answers(Err(error.clone()));
    let focus = field.map_or("refused".to_owned(), Field::id);
    assert_eq!(effects, [Effect::Emit(Event::Error(error.clone())), Effect::Focus(focus)]);
    let cause = match &page.model.phase {
        Phase::Refused(refused) => Some(refused.cause.clone()),
        _ => None,
    };
    assert_eq!(cause, Some(error));
    assert_eq!(page.model.fault(), field);
    assert_eq!(page.model.form, typed);
    assert_eq!(page.is_unfolded(Disclosure::Advanced), field == Some(&Field::SpecId));
    assert!(page.model.created.is_empty());

    page.press();
    assert_eq!(page.creations, 2, "a person may press again");
}

#[test]
fn refusals_of_the_gateway() {
    check(by_gateway(403, "403010"), None);
    check(by_gateway(401, "401013"), Some(&Field::AccessToken));
    check(by_gateway(403, "403000"), None);
    check(by_gateway(403, "403003"), Some(&Field::ApiKey));
    check(by_gateway(400, "400003"), None);
    check(by_gateway(403, "403025"), Some(&Field::OrganizationId));
    check(by_gateway(403, "403027"), None);
    check(by_gateway(429, "429001"), None);
}

#[test]
fn refusals_of_the_service() {
    let missing = |key: &str| format!("The mandatory field {key} is not provided");
    check(by_service("2100-404", ""), Some(&Field::Sandbox));
    check(by_service("1413-400", ""), Some(&Field::SpecId));
    check(by_service("1415-400", ""), Some(&Field::Authentication));
    check(by_service("1304-400", &missing("securityToken")), Some(&param("securityToken")));
    check(by_service("1304-400", &missing("clientSecret")), None);
    check(by_service("1304-400", &missing("nothingOfOurs")), None);
    check(by_service("1304-400", "Something is not provided"), None);
    check(by_service("9999-400", ""), None);
}

#[test]
fn what_is_no_refusal_and_was_not_carried_out() {
    check(CallError::NotSent(NotSent::Offline), None);
    check(CallError::NotSent(NotSent::MissingSecret(SecretName::access_token())), None);
    check(CallError::NotSent(NotSent::Impossible("fetch".to_owned())), None);
    check(given::unreadable(404, UnreadableReason::NotJson), None);
    check(given::unreadable(413, UnreadableReason::Empty), None);
}

#[test]
fn each_status_below_500_is_a_refusal() {
    for status in (300..500).filter(|status| *status != 408) {
        check(given::by_service_with(status), None);
    }
}

#[test]
fn a_press_with_problems_after_a_refusal_shows_the_problems() {
    let mut page = Page::sending();
    page.create_answers(Err(by_gateway(401, "401013")));
    page.type_in(Field::Name, "");
    assert_eq!(page.press(), [Effect::Focus("name".to_owned())]);
    assert_eq!(page.model.phase, Phase::Filling);
    assert!(page.model.summary);
}

#[test]
fn after_the_end_of_basic_authentication_one_press_switches() {
    let mut page = Page::sending();
    page.create_answers(Err(by_service("1415-400", "")));
    page.tell(Msg::AuthChosen(OAUTH2_CLIENT_CREDENTIAL.to_owned()));
    page.type_in(param("clientId"), "acme-client");
    page.type_in(param("environmentUrl"), "https://acme.my.salesforce.com");
    page.press();
    assert_eq!(page.creations, 2);
}

/// What is chosen by now was not refused.
#[test]
fn the_mark_is_gone_once_what_it_is_about_was_changed() {
    let kind = || by_service("1415-400", "");
    let mut page = Page::sending();
    page.create_answers(Err(kind()));
    assert_eq!(page.model.fault(), Some(&Field::Authentication));
    page.tell(Msg::AuthChosen(OAUTH2_CLIENT_CREDENTIAL.to_owned()));
    assert_eq!(page.model.fault(), None);
    page.tell(Msg::AuthChosen(BASIC_AUTHENTICATION.to_owned()));
    assert_eq!(page.model.fault(), Some(&Field::Authentication), "that one was refused");

    let secret = |key: &str| format!("The mandatory field {key} is not provided");
    for (error, field, msg) in [
        (by_gateway(403, "403003"), Field::ApiKey, None),
        (by_service("2100-404", ""), Field::Sandbox, None),
        (by_service("1413-400", ""), Field::SpecId, None),
        (by_service("1304-400", &secret("username")), param("username"), None),
        (by_service("1304-400", &secret("password")), param("password"), Some(())),
        (by_gateway(401, "401013"), Field::AccessToken, Some(())),
    ] {
        let mut page = Page::sending();
        page.create_answers(Err(error.clone()));
        page.type_in(Field::Description, "Something else");
        assert_eq!(page.model.fault(), Some(&field));
        match msg {
            Some(()) => assert_eq!(page.tell(Msg::SecretEdited(field.clone())), []),
            None => page.type_in(field.clone(), "other"),
        }
        assert_eq!(page.model.fault(), None, "{field:?}");
        assert!(matches!(&page.model.phase, Phase::Refused(refused) if refused.cause == error));
    }
}

#[test]
fn sample_values_take_the_mark_away() {
    let mut page = Page::sending();
    page.create_answers(Err(by_gateway(403, "403003")));
    page.tell(Msg::SamplePressed);
    assert_eq!(page.model.fault(), None);
}

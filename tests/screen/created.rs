//! Created: the result is kept and told, the secrets go, Platform access stays.

use flow_connect::screen::{CopyTarget, Effect, Event, Field, Msg, Phase, TestRun};
use flow_service::operation::create_connection::Created;
use flow_service::value::{ConnectionId, Remark};

use crate::given::{self, ETAG, ID, NAME, PRESSED_AT, param};
use crate::page::Page;

#[test]
fn the_connection_is_kept_and_told() {
    let mut page = Page::sending();
    let effects = page.create_answers(Ok(given::created(ID)));
    let event = Event::Created {
        id: ID.to_owned(),
        etag: Some(ETAG.to_owned()),
        name: NAME.to_owned(),
        sandbox: "acme-dev".to_owned(),
    };
    assert_eq!(
        effects,
        [
            Effect::ClearSecrets(given::secret_fields()),
            Effect::Emit(event),
            Effect::Focus("connection-id".to_owned()),
        ]
    );
    let connected = page.model.latest().unwrap();
    assert_eq!(connected.id.as_str(), ID);
    assert_eq!(connected.etag.as_deref(), Some(ETAG));
    assert_eq!(connected.name, NAME);
    assert_eq!(connected.sandbox, "acme-dev");
    assert_eq!(connected.at, PRESSED_AT + 1_000);
    assert!(!connected.found_by_looking);
    assert!(matches!(page.model.phase, Phase::Created { test: TestRun::None, .. }));
}

#[test]
fn what_was_typed_after_the_press_changes_nothing_of_the_result() {
    let mut page = Page::sending();
    page.type_in(Field::Name, "Another name");
    page.type_in(Field::Sandbox, "other");
    page.create_answers(Ok(given::created(ID)));
    let connected = page.model.latest().unwrap();
    assert_eq!((connected.name.as_str(), connected.sandbox.as_str()), (NAME, "acme-dev"));
}

#[test]
fn an_answer_without_an_etag_is_a_success_too() {
    let mut page = Page::sending();
    page.create_answers(Ok(Created { id: ConnectionId::parse(ID).unwrap(), etag: None }));
    assert_eq!(page.model.latest().unwrap().etag, None);
}

#[test]
fn secrets_are_hidden_and_forgotten() {
    let mut page = Page::filled();
    page.tell(Msg::SecretEdited(param("password")));
    page.tell(Msg::SecretLeft(param("password"), Ok(vec![Remark::SecretEdgeSpace])));
    page.tell(Msg::ShowSecret(param("password"), true));
    page.press();
    page.create_answers(Ok(given::created(ID)));
    assert!(page.model.secrets_of.is_empty());
    assert_eq!(page.model.shown, []);
    assert_eq!(page.model.remarks, []);
}

#[test]
fn create_another_keeps_platform_access_and_clears_the_rest() {
    let mut page = Page::filled();
    page.type_in(param("environmentUrl"), "https://acme.my.salesforce.com");
    page.press();
    page.create_answers(Ok(given::created(ID)));
    page.tell(Msg::Copied(CopyTarget::ConnectionId, true));
    let effects = page.tell(Msg::AnotherPressed);

    assert_eq!(effects, [Effect::Focus("name".to_owned())]);
    assert_eq!(page.model.phase, Phase::Filling);
    assert_eq!(page.model.copied, None);
    let form = &page.model.form;
    assert_eq!(form.text(&Field::ApiKey), given::API_KEY);
    assert_eq!(form.text(&Field::OrganizationId), given::ORGANIZATION);
    assert_eq!(form.text(&Field::Sandbox), "acme-dev");
    for field in [Field::Name, Field::Description, param("username"), param("environmentUrl")] {
        assert_eq!(form.text(&field), "", "{field:?}");
    }
    assert_eq!(page.model.created.len(), 1, "the list of this page stays");
}

#[test]
fn each_connection_of_the_page_is_listed_oldest_first() {
    let mut page = Page::created();
    page.tell(Msg::AnotherPressed);
    page.fill();
    page.press();
    page.create_answers(Ok(given::created("second")));
    let ids: Vec<_> = page.model.created.iter().map(|connected| connected.id.as_str()).collect();
    assert_eq!(ids, [ID, "second"]);
    assert_eq!(page.model.latest().unwrap().id.as_str(), "second");
}

#[test]
fn create_another_before_there_is_one_does_nothing() {
    for mut page in [Page::new(), Page::sending()] {
        let before = page.model.clone();
        assert_eq!(page.tell(Msg::AnotherPressed), []);
        assert_eq!(page.model, before);
    }
}

/// What was left with a problem while the request was on its way is cleared with the rest.
#[test]
fn create_another_begins_without_problems() {
    let mut page = Page::sending();
    page.type_in(param("environmentUrl"), "http://acme.my.salesforce.com");
    page.tell(Msg::Left(param("environmentUrl")));
    page.create_answers(Ok(given::created(ID)));
    page.tell(Msg::AnotherPressed);
    assert_eq!(page.model.problems, []);
    assert!(!page.model.summary);
}

//! What is kept of the form for this tab, and what a page that is loaded again makes of it.

use flow_connect::screen::kept::{self, Kept, is_said, kept};
use flow_connect::screen::{Disclosure, Effect, Field, Msg, Route, Settings, Tool};
use flow_service::spec::OAUTH2_CLIENT_CREDENTIAL;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::given::{self, NAME, param};
use crate::page::{Page, focused};

fn found(page: &mut Page, value: Option<Value>) -> Vec<Effect> {
    page.tell(Msg::Kept(kept::Msg::Found(value)))
}

/// The page that is loaded after this one.
fn loaded_again(page: &Page) -> Page {
    let mut next = Page::new();
    found(&mut next, kept(&page.model));
    next
}

fn configured(sandbox: &str) -> Msg {
    let (settings, problem) = Settings::from_json(&json!({ "sandbox": sandbox }));
    Msg::Configured(settings, problem)
}

#[test]
fn an_untouched_page_keeps_nothing() {
    let mut page = Page::new();
    assert_eq!(kept(&page.model), None);
    found(&mut page, None);
    assert_eq!(page.model.kept, Kept::Settled);
    assert!(!is_said(&page.model));
    for field in given::secret_fields() {
        page.tell(Msg::SecretEdited(field));
    }
    assert_eq!(kept(&page.model), None, "of secrets there is nothing to keep");
}

#[test]
fn the_shape_is_written_with_its_version() {
    let mut page = Page::new();
    page.type_in(Field::Name, NAME);
    page.type_in(param("username"), "me");
    page.tell(Msg::AuthChosen(OAUTH2_CLIENT_CREDENTIAL.to_owned()));
    page.tell(Msg::Unfolded(Disclosure::Advanced, true));
    page.tell(Msg::ToolPressed(Tool::Profiles));
    let expect = json!({
        "v": 1,
        "fields": { "name": NAME, "param-username": "me" },
        "auth": OAUTH2_CLIENT_CREDENTIAL,
        "open": ["advanced"],
        "tool": "profiles",
    });
    assert_eq!(kept(&page.model), Some(expect));
}

#[test]
fn every_text_comes_back_and_nothing_else() {
    for field in given::text_fields() {
        let mut page = Page::new();
        page.type_in(field.clone(), " x\u{0}Ä\"");
        let next = loaded_again(&page);
        assert_eq!(next.model.form, page.model.form, "{field:?}");
        assert!(is_said(&next.model), "{field:?}");
        assert!(next.model.has_unsent_input(), "as much as what was typed");
    }
}

#[test]
fn what_was_chosen_and_opened_comes_back() {
    let mut page = Page::filled();
    page.tell(Msg::AuthChosen(OAUTH2_CLIENT_CREDENTIAL.to_owned()));
    page.tell(Msg::Unfolded(Disclosure::Request, true));
    page.tell(Msg::ToolPressed(Tool::Check));
    let next = loaded_again(&page);
    assert_eq!(next.model.auth_name, OAUTH2_CLIENT_CREDENTIAL);
    assert_eq!(next.model.unfolded, [Disclosure::Request]);
    assert_eq!(next.model.tool, Some(Tool::Check));
}

#[test]
fn what_is_only_opened_is_not_spoken_of() {
    let mut page = Page::new();
    page.tell(Msg::Unfolded(Disclosure::Advanced, true));
    let next = loaded_again(&page);
    assert!(next.is_unfolded(Disclosure::Advanced));
    assert!(!is_said(&next.model));
}

#[test]
fn what_is_typed_meanwhile_stays() {
    let mut page = Page::filled();
    page.type_in(Field::Name, "before");
    let mut next = Page::new();
    next.type_in(Field::Name, "after");
    next.tell(Msg::AuthChosen(OAUTH2_CLIENT_CREDENTIAL.to_owned()));
    found(&mut next, kept(&page.model));
    assert_eq!(next.model.form.name, "after");
    assert_eq!(next.model.form.api_key, given::API_KEY);
    assert_eq!(next.model.auth_name, OAUTH2_CLIENT_CREDENTIAL);
}

/// A text that a person typed stays, though it is what the form begins with elsewhere; one
/// that nobody typed is the deployment's.
#[test]
fn what_the_deployment_sets_applies_where_nothing_was_kept() {
    let mut page = Page::new();
    page.tell(configured("dev"));
    page.type_in(Field::Name, "x");
    assert_eq!(kept(&page.model).unwrap()["fields"], json!({ "name": "x" }));
    let mut next = Page::new();
    next.tell(configured("stage"));
    found(&mut next, kept(&page.model));
    assert_eq!(next.model.form.sandbox, "stage");
    page.type_in(Field::Sandbox, "prod");
    let mut next = Page::new();
    next.tell(configured("stage"));
    found(&mut next, kept(&page.model));
    assert_eq!(next.model.form.sandbox, "prod");
    page.type_in(Field::Sandbox, "");
    let mut next = Page::new();
    next.tell(configured("stage"));
    found(&mut next, kept(&page.model));
    assert_eq!(next.model.form.sandbox, "", "it was emptied");
}

#[test]
fn what_cannot_be_read_restores_nothing() {
    let fields = json!({ "name": "x" });
    for value in [
        json!(null),
        json!("name"),
        json!([]),
        json!({}),
        json!({ "fields": fields }),
        json!({ "v": 2, "fields": fields }),
        json!({ "v": "1", "fields": fields }),
        json!({ "v": 1, "fields": "name" }),
        json!({ "v": 1, "fields": { "name": 7, "password": "x", "param-password": "x" } }),
        json!({ "v": 1, "auth": "Another", "open": "advanced", "tool": "none" }),
    ] {
        let mut page = Page::new();
        found(&mut page, Some(value.clone()));
        let mut untouched = Page::new();
        untouched.model.kept = Kept::Settled;
        assert_eq!(page.model, untouched.model, "{value}");
    }
}

#[test]
fn it_is_restored_once() {
    let mut page = Page::new();
    found(&mut page, None);
    found(&mut page, kept(&Page::filled().model));
    assert_eq!(page.model.form, Page::new().model.form);
}

#[test]
fn with_connections_restored_access_is_offered() {
    let mut page = Page::new();
    page.tell(Msg::RouteChanged(Route::Connections));
    assert_eq!(found(&mut page, kept(&Page::filled().model)), [Effect::OfferAccess]);
}

#[test]
fn nothing_is_kept_of_what_was_created() {
    let mut page = Page::created();
    assert_eq!(kept(&page.model), None);
    page.tell(Msg::AnotherPressed);
    let rest = kept(&page.model).unwrap();
    assert_eq!(rest["fields"].get("name"), None);
    assert_eq!(rest["fields"]["api-key"], given::API_KEY, "access is typed once");
    for mut page in [Page::sending(), Page::unknown()] {
        assert!(kept(&page.model).is_some(), "a crash now would lose it");
        page.tell(Msg::Removed);
        assert!(kept(&page.model).is_some());
    }
}

#[test]
fn the_notice_goes_with_what_it_speaks_of() {
    let mut page = loaded_again(&Page::filled());
    page.press();
    assert!(!is_said(&page.model), "the request is on its way");
    page.create_answers(Ok(given::created(given::ID)));
    page.tell(Msg::AnotherPressed);
    assert!(!is_said(&page.model), "this form was never loaded again");
}

#[test]
fn starting_over_empties_all_of_it() {
    let mut page = Page::new();
    page.tell(configured("dev"));
    found(&mut page, kept(&Page::filled().model));
    page.tell(Msg::AuthChosen(OAUTH2_CLIENT_CREDENTIAL.to_owned()));
    page.tell(Msg::Unfolded(Disclosure::Advanced, true));
    page.tell(Msg::SecretEdited(param("clientSecret")));
    page.tell(Msg::SecretEdited(Field::AccessToken));
    page.tell(Msg::ShowSecret(param("clientSecret"), true));
    page.press_with(given::no_secrets());
    assert!(page.model.summary);
    let effects = page.tell(Msg::Kept(kept::Msg::StartOver));
    assert_eq!(focused(&effects), "access-token");
    assert!(effects.contains(&Effect::EmptySecrets(given::secret_fields())), "{effects:?}");
    let mut fresh = Page::new();
    fresh.tell(configured("dev"));
    fresh.model.kept = Kept::Settled;
    assert_eq!(page.model, fresh.model);
    assert_eq!(kept(&page.model), None);
    assert!(!page.model.has_unsent_input());
}

#[test]
fn nothing_starts_over_while_something_runs() {
    for mut page in [Page::sending(), Page::unknown(), Page::created()] {
        let before = page.model.clone();
        assert_eq!(page.tell(Msg::Kept(kept::Msg::StartOver)), []);
        assert_eq!(page.model, before);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_texts_come_back(texts in proptest::collection::vec(any::<String>(), 11)) {
        let mut page = Page::new();
        for (field, text) in given::text_fields().into_iter().zip(&texts) {
            page.type_in(field, text);
        }
        let next = loaded_again(&page);
        for field in given::text_fields() {
            prop_assert_eq!(next.model.form.text(&field), page.model.form.text(&field));
        }
        prop_assert_eq!(kept(&next.model), kept(&page.model));
    }
}

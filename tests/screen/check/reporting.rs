//! *Copy check report*: what stands in it, and what never does.

use flow_connect::screen::check::{Ask, Msg as CheckMsg, Outcome};
use flow_connect::screen::{CopyTarget, Effect, Field, Msg, words};
use flow_service::error::CallError;
use flow_service::response::{Response, ResponseBody};
use flow_service::secret::{Secret, SecretName, Secrets};
use serde_json::json;

use super::{facts, given as given_to_check, readable, sandboxes};
use crate::given::{self, by_gateway, by_service};
use crate::page::Page;

fn report(page: &mut Page) -> String {
    let effects = page.tell(Msg::CopyPressed(CopyTarget::CheckReport));
    let [Effect::Copy(CopyTarget::CheckReport, text)] = effects.as_slice() else {
        panic!("{effects:?}")
    };
    text.clone()
}

#[test]
fn it_has_stages_codes_times_versions_and_lengths() {
    let (mut page, _) = Page::listing_fails(by_gateway(403, "403003"));
    let report = report(&mut page);
    for part in [
        "1. What is typed can be sent: Passed (1 ms)",
        "3. The API can be reached from here: Passed (30 ms)",
        "4. The gateway accepts the headers: Failed (same answer)",
        "Likely cause: Adobe does not know this API key.",
        "Code: 403003",
        "Request ID: request-7",
        "5. The sandbox is there: Not run\n",
        "Header Authorization: 907 characters\n",
        "Header x-api-key: 32 characters\n",
        "Header x-gw-ims-org-id: 33 characters\n",
        "Header x-sandbox-name: 8 characters\n",
        "API: https://platform.adobe.io\n",
        "Page: https://portal.example\n",
        "Began: 2026-11-18 11:06:40 UTC\n",
        "Flow Connect: 0.1.0\n",
        "Browser: Browser/1.0\n",
    ] {
        assert!(report.contains(part), "{part} is not in {report}");
    }
    for value in [given::API_KEY, given::ORGANIZATION, "acme-dev"] {
        assert!(!report.contains(value), "{value} is in {report}");
    }
}

/// What is chosen afterwards was not checked.
#[test]
fn it_names_the_spec_that_was_checked() {
    let (mut page, _) = Page::listing_fails(by_gateway(403, "403003"));
    page.tell(Msg::AuthChosen("OAuth2 Client Credential".to_owned()));
    page.type_in(Field::SpecVersion, "2.0");
    let report = report(&mut page);
    for line in [
        "Connection spec ID: cb66ab34-8619-49cb-96d1-39b37ede86ea",
        "Connection spec version: 1.0",
        "Authentication: Basic Authentication",
    ] {
        assert!(report.lines().any(|held| held == line), "{line} is not in {report}");
    }
}

#[test]
fn before_a_check_there_is_none() {
    let mut page = Page::filled();
    assert_eq!(page.tell(Msg::CopyPressed(CopyTarget::CheckReport)), []);
}

#[test]
fn what_the_server_gives_back_of_a_secret_is_taken_out() {
    const CANARY: &str = "canary-token-Zq81";
    let mut secrets = Secrets::default();
    secrets.insert(SecretName::access_token(), Secret::new(CANARY.to_owned()));
    let outcome = |ask, status, body| {
        let response = Response { status, body: ResponseBody::Json(body) };
        Outcome::of(ask, Ok(response)).redacted(&secrets)
    };
    let refused = json!({ "error_code": CANARY, "message": CANARY, "requestId": CANARY });
    let listed = json!({ "sandboxes": [{ "name": "acme-dev", "state": CANARY }] });
    let spec = json!({ "items": [{
        "id": flow_service::value::ConnectionSpecId::SERVICE_CLOUD,
        "name": CANARY,
        "version": CANARY,
        "authSpec": [{ "name": CANARY, "spec": { "properties": {} } }],
    }] });
    for (listed, last) in [
        (outcome(Ask::Sandboxes, 403, refused.clone()), None),
        (outcome(Ask::Sandboxes, 200, listed), Some(outcome(Ask::Spec, 200, spec))),
        (sandboxes(&["acme-dev"]), Some(outcome(Ask::Spec, 403, refused))),
    ] {
        let mut page = Page::filled();
        let effects = page.run_check();
        let effects = page.check_answers(&effects, listed);
        if let Some(last) = last {
            page.check_answers(&effects, last);
        }
        let report = report(&mut page);
        assert!(!report.contains(CANARY), "{report}");
        assert!(report.contains("[redacted]"), "nothing is proven: {report}");
    }
}

#[test]
fn each_end_has_its_words() {
    let (page, _) = Page::listing_fails(CallError::NotSent(flow_service::error::NotSent::Offline));
    let said = "A stage failed: The API can be reached from here.";
    assert_eq!(words::check::said(&page.model.check), said);
    let (page, _) = Page::listing_fails(given::by_service_with(403));
    assert_eq!(words::check::said(&page.model.check), "The check runs.");
}

#[test]
fn the_end_names_the_first_stage_that_failed() {
    let mut page = Page::filled();
    page.type_in(Field::Name, "");
    let effects = page.run_check();
    page.check_answers(&effects, Outcome::Failed(by_gateway(401, "401013")));
    let said = "Stages failed, first this one: What is typed can be sent.";
    assert_eq!(words::check::said(&page.model.check), said);
}

/// The creation came past it: there is no answer that it could be read from.
#[test]
fn stage_that_was_not_looked_at_took_no_time() {
    let mut page = Page::sending();
    page.create_answers(Err(by_service("1413-400", "")));
    page.check(CheckMsg::ExplainPressed);
    let read = given_to_check(given::secrets(), readable(&facts()));
    page.check(CheckMsg::Read(true, read));
    let report = report(&mut page);
    assert!(report.contains("3. The API can be reached from here: Passed\n"), "{report}");
}

/// Whoever answers may repeat what it was sent.
#[test]
fn no_value_of_a_header_is_in_it() {
    const OTHER: &str = "FEDCBA9876543210FEDCBA98@AdobeOrg";
    let own = given::ORGANIZATION.split_once('@').unwrap().0.to_lowercase();
    let words = format!(
        "Sandbox acme-dev not found for {} ({own}%40adobeorg) and {}; acme-developers is no sandbox",
        given::ORGANIZATION,
        given::API_KEY,
    );
    let refused = by_service("2100-404", &words);
    let (mut page, _) = Page::listing_fails(refused.clone());
    let said = report(&mut page);
    assert!(said.contains("Sandbox [Sandbox] not found for [Organization ID]"), "{said}");
    assert!(said.contains("[API key]; acme-developers"), "{said}");
    let mut listed = Page::filled();
    let mut claims = facts();
    claims["org"] = OTHER.into();
    let effects = listed.run_check_with(given::secrets(), readable(&claims));
    let Outcome::Sandboxes(mut sandboxes) = sandboxes(&["acme-dev"]) else { unreachable!() };
    sandboxes[0].state = given::API_KEY.to_owned();
    listed.check_answers(&effects, Outcome::Sandboxes(sandboxes));
    let other = report(&mut listed);
    assert!(other.contains("It names another organization than Organization ID.\n"), "{other}");
    for report in [said, other] {
        for value in [given::API_KEY, given::ORGANIZATION, "acme-dev ", &own, OTHER] {
            assert!(!report.contains(value), "{value} is in {report}");
        }
    }
}

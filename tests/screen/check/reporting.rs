//! *Copy check report*: what stands in it, and what never does.

use flow_connect::screen::check::{Ask, Outcome};
use flow_connect::screen::{CopyTarget, Effect, Msg, words};
use flow_service::error::CallError;
use flow_service::response::{Response, ResponseBody};
use flow_service::secret::{Secret, SecretName, Secrets};
use serde_json::json;

use super::sandboxes;
use crate::given::{self, by_gateway};
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
    assert_eq!(words::check::said(&page.model.check), "A stage failed.");
    let (page, _) = Page::listing_fails(given::by_service_with(403));
    assert_eq!(words::check::said(&page.model.check), "The check runs.");
}

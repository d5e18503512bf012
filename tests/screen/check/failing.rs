//! Each stage failing in each way.

use flow_connect::screen::check::{
    Ask, Finding, Job, Msg as CheckMsg, Outcome, Probe, Progress, Stage, TokenLook,
};
use flow_connect::screen::{Effect, Field, Msg, Settings, TokenReport};
use flow_service::error::{CallError, NoAnswer, NotSent, UnreadableReason};
use flow_service::operation::list_sandboxes::Sandbox;
use flow_service::response::{Response, ResponseBody};
use flow_service::secret::SecretName;
use flow_service::spec::ConnectionSpec;
use flow_service::value::{BaseAddress, Problem, Remark, SandboxName, TokenFinding};
use serde_json::{Value, json};

use super::{asked, facts, readable, sandboxes};
use crate::given::{self, by_gateway, by_service};
use crate::page::Page;

fn broken() -> CallError {
    CallError::NoAnswer(NoAnswer::ConnectionFailed)
}

#[test]
fn what_is_typed_is_listed_and_access_is_checked_all_the_same() {
    let mut page = Page::filled();
    page.type_in(Field::Name, "");
    page.type_in(given::param("environmentUrl"), "acme.example");
    let effects = page.run_check();
    assert_eq!(page.walked(), "failed ok running - - -");
    let found = page.found(Stage::Typed);
    assert_eq!(found[0], Finding::Problem(Field::Name, Problem::Missing));
    let url = given::param("environmentUrl");
    assert!(found.contains(&Finding::Remark(url, Remark::NotSalesforce)), "{found:?}");
    asked(&effects);
}

#[test]
fn without_access_nothing_is_asked() {
    for field in Field::ACCESS {
        let mut page = Page::filled();
        page.type_in(field.clone(), "");
        assert_eq!(page.run_check(), []);
        assert_eq!(page.found(Stage::Typed), [Finding::Problem(field, Problem::Missing)]);
        assert_eq!(page.walked(), "failed ok - - - -");
        assert_eq!(page.model.check.progress, Progress::Ended);
    }
    let mut page = Page::filled();
    let secrets =
        flow_connect::screen::SecretReport { token: given::no_token(), ..given::secrets() };
    assert_eq!(page.run_check_with(secrets, TokenLook::Missing), []);
    assert_eq!(page.walked(), "failed - - - - -");
}

#[track_caller]
fn token(changes: &Value, state: &str, found: &[Finding]) {
    let mut claims = facts();
    for (key, value) in changes.as_object().unwrap() {
        claims[key] = value.clone();
    }
    let mut page = Page::filled();
    let effects = page.run_check_with(given::secrets(), readable(&claims));
    asked(&effects);
    assert_eq!(page.walked(), ["ok ", state, " running - - -"].concat());
    let mut told = page.found(Stage::Token);
    told.retain(|finding| !matches!(finding, Finding::TokenEnds(_)));
    assert_eq!(told, found);
}

/// The clock of this machine may be wrong, so the gateway is asked whatever is found.
#[test]
fn what_the_token_says_of_itself() {
    let now = given::PRESSED_AT;
    let long_ago = json!({ "created_at": 1_000, "expires_in": 1_000 });
    token(&long_ago, "failed", &[Finding::Token(TokenFinding::Expired(2_000))]);
    let soon = json!({ "expires_in": 60_000 });
    let ends = TokenFinding::EndsSoon { at: now + 60_000, left_ms: 60_000 };
    token(&soon, "warning", &[Finding::Token(ends)]);
    let later = json!({ "nbf": now / 1000 + 60 });
    token(&later, "failed", &[Finding::Token(TokenFinding::NotYetValid(now + 60_000))]);
    let refresh = json!({ "type": "refresh_token" });
    token(&refresh, "failed", &[Finding::Token(TokenFinding::NotAnAccessToken)]);
    let client = json!({ "client_id": "another" });
    token(&client, "warning", &[Finding::Token(TokenFinding::AnotherClient)]);
    let own = "FEDCBA9876543210FEDCBA98@AdobeOrg";
    let other = TokenFinding::AnotherOrganization(own.to_owned());
    token(&json!({ "org": own }), "warning", &[Finding::Token(other)]);
    let foreign = json!({ "as": null, "created_at": null, "exp": now / 1000 + 3600 });
    token(&foreign, "warning", &[Finding::Token(TokenFinding::NotOfIms)]);
}

#[test]
fn token_that_cannot_be_read_may_be_fine() {
    let mut page = Page::filled();
    asked(&page.run_check_with(given::secrets(), TokenLook::NotReadable(40)));
    assert_eq!(page.found(Stage::Token), [Finding::TokenNotReadable]);
    assert_eq!(page.walked(), "ok warning running - - -");
}

#[test]
fn token_of_the_host_page_is_not_looked_at() {
    let mut page = Page::filled();
    let secrets =
        flow_connect::screen::SecretReport { token: TokenReport::Available, ..given::secrets() };
    asked(&page.run_check_with(secrets, TokenLook::FromHost));
    assert_eq!(page.walked(), "ok ok running - - -");
}

#[test]
fn host_page_that_gives_no_token_fails_the_token() {
    let error = CallError::NotSent(NotSent::MissingSecret(SecretName::access_token()));
    let (page, effects) = Page::listing_fails(error.clone());
    assert_eq!(effects, []);
    assert_eq!(page.walked(), "ok failed - - - -");
    assert_eq!(page.found(Stage::Token), [Finding::Failed(error)]);
}

#[test]
fn ways_in_which_the_api_is_not_reached() {
    for (error, finding) in [
        (CallError::NotSent(NotSent::Offline), Finding::Offline),
        (given::timed_out(), Finding::TimedOut(30_000)),
    ] {
        let (page, effects) = Page::listing_fails(error);
        assert_eq!(effects, []);
        assert_eq!(page.walked(), "ok ok failed - - -");
        assert_eq!(page.found(Stage::Reach), [finding]);
        assert_eq!(page.took(Stage::Reach), Some(30));
    }
}

#[track_caller]
fn probed(page: &mut Page, effects: &[Effect], probe: Probe) -> Vec<Finding> {
    let effects = page.check_breaks_off(effects);
    let [Effect::Check(Job::Probe(ticket))] = effects.as_slice() else { panic!("{effects:?}") };
    assert_eq!(page.walked(), "ok ok running - - -");
    assert_eq!(page.check(CheckMsg::Probed(*ticket, probe, 12)), []);
    assert_eq!(page.walked(), "ok ok failed - - -");
    assert_eq!(page.took(Stage::Reach), Some(72), "both requests and the probe");
    page.found(Stage::Reach)
}

#[test]
fn broken_request_is_looked_into_by_a_probe() {
    for (probe, finding) in [
        (Probe::Answers, Finding::Blocked),
        (Probe::Fails, Finding::Unreachable),
        (Probe::TimedOut(30_000), Finding::Silent(30_000)),
    ] {
        let mut page = Page::filled();
        let effects = page.run_check();
        assert_eq!(probed(&mut page, &effects, probe), [finding]);
    }
}

/// A connection may break off once, whatever the host lets in.
#[test]
fn request_that_breaks_off_once_is_made_again() {
    let (mut page, again) = Page::listing_fails(broken());
    assert_eq!(page.walked(), "ok ok running - - -");
    let effects = page.check_answers(&again, sandboxes(&["acme-dev"]));
    assert_eq!(page.took(Stage::Reach), Some(60), "both requests");
    // The next stage has its own two.
    let effects = page.check_breaks_off(&effects);
    let [Effect::Check(Job::Probe(ticket))] = effects.as_slice() else { panic!("{effects:?}") };
    page.check(CheckMsg::Probed(*ticket, Probe::Answers, 1));
    // It has let this page in a moment ago.
    assert_eq!(page.found(Stage::Spec), [Finding::BrokeOff]);
    assert_eq!(page.walked(), "ok ok ok ok ok failed");
}

/// The page's own origin needs no permission, so it is not the reason.
#[test]
fn behind_a_reverse_proxy_it_is_not_cors() {
    for base in ["/", "https://PORTAL.example", "https://portal.example:443"] {
        let mut page = Page::filled();
        let api_base = BaseAddress::parse(base).unwrap();
        page.tell(Msg::Configured(Settings { api_base, ..Settings::default() }, None));
        let effects = page.run_check();
        let found = probed(&mut page, &effects, Probe::Answers);
        assert_eq!(found, [Finding::Interrupted], "{base}");
    }
}

#[test]
fn refusals_of_access_are_the_gateways() {
    for error in [
        by_gateway(401, "401013"),
        by_gateway(403, "403003"),
        by_gateway(403, "403025"),
        by_gateway(429, "429050"),
        by_service("2000-401", ""),
        by_service("2114-400", ""),
        given::by_service_with(401),
        given::unreadable(404, UnreadableReason::NotJson),
        given::unreadable(200, UnreadableReason::NotJson),
        given::unreadable(502, UnreadableReason::Empty),
    ] {
        let (page, effects) = Page::listing_fails(error.clone());
        assert_eq!(effects, [], "a 401 asks for no access elsewhere");
        assert_eq!(page.walked(), "ok ok ok failed - -", "{error:?}");
        assert_eq!(page.found(Stage::Gateway), [Finding::Failed(error)]);
    }
}

#[test]
fn who_may_not_list_sandboxes_may_use_one() {
    for status in [403, 404, 429, 500, 503] {
        let error = given::by_service_with(status);
        let (page, effects) = Page::listing_fails(error.clone());
        asked(&effects);
        assert_eq!(page.walked(), "ok ok ok ok warning running", "{status}");
        assert_eq!(page.found(Stage::Sandbox), [Finding::DoesNotTell(error)]);
    }
}

#[test]
fn sandbox_that_is_not_listed_shows_at_the_next_stage() {
    let mut page = Page::filled();
    let effects = page.run_check();
    let effects = page.check_answers(&effects, sandboxes(&["prod", "dev"]));
    assert_eq!(page.found(Stage::Sandbox), [Finding::NotListed(2)]);
    assert_eq!(page.walked(), "ok ok ok ok warning running");
    let unknown = by_service("2100-404", "There is no sandbox acme-dev");
    page.check_answers(&effects, Outcome::Failed(unknown.clone()));
    assert_eq!(page.walked(), "ok ok ok ok failed -");
    assert_eq!(page.found(Stage::Sandbox), [Finding::Failed(unknown)]);
}

#[test]
fn sandbox_that_is_not_active_is_a_warning() {
    let mut page = Page::filled();
    let effects = page.run_check();
    let Outcome::Sandboxes(mut listed) = sandboxes(&["acme-dev"]) else { unreachable!() };
    listed[0].state = "failed".to_owned();
    page.check_answers(&effects, Outcome::Sandboxes(listed));
    assert_eq!(page.found(Stage::Sandbox), [Finding::SandboxState("failed".to_owned())]);
}

#[test]
fn list_that_names_the_sandbox_as_wrong_fails_it() {
    let (page, effects) = Page::listing_fails(by_service("2100-404", ""));
    assert_eq!(effects, []);
    assert_eq!(page.walked(), "ok ok ok ok failed -");
}

#[test]
fn spec_that_is_not_known() {
    for error in [by_service("1439-404", ""), by_service("1413-400", "")] {
        let (page, effects) = Page::spec_fails(error.clone());
        assert_eq!(effects, []);
        assert_eq!(page.walked(), "ok ok ok ok ok failed");
        let expect = [Finding::SpecUnknown, Finding::Failed(error)];
        assert_eq!(page.found(Stage::Spec), expect);
    }
}

#[test]
fn failures_with_the_spec_belong_to_their_stage() {
    for (error, walked) in [
        (by_gateway(401, "401013"), "ok ok ok failed ok -"),
        (by_service("2100-404", ""), "ok ok ok ok failed -"),
        (by_service("2120-403", ""), "ok ok ok ok ok failed"),
        (given::by_service_with(500), "ok ok ok ok ok failed"),
        (given::timed_out(), "ok ok ok ok ok failed"),
        (given::unreadable(200, UnreadableReason::Lacks("items")), "ok ok ok ok ok failed"),
    ] {
        let (page, effects) = Page::spec_fails(error.clone());
        assert_eq!(effects, []);
        assert_eq!(page.walked(), walked, "{error:?}");
        assert_eq!(page.model.check.progress, Progress::Ended);
    }
}

#[track_caller]
fn spec_is(specs: Vec<ConnectionSpec>, walked: &str, found: &[Finding]) {
    let mut page = Page::filled();
    let effects = page.run_check();
    let effects = page.check_answers(&effects, sandboxes(&["acme-dev"]));
    assert_eq!(page.check_answers(&effects, Outcome::Specs(specs, Vec::new())), []);
    assert_eq!(page.walked(), ["ok ok ok ok ok ", walked].concat());
    assert_eq!(page.found(Stage::Spec), found);
}

#[test]
fn spec_is_another_than_what_is_typed() {
    let spec = ConnectionSpec::service_cloud;
    spec_is(Vec::new(), "failed", &[Finding::SpecUnknown]);
    let other = ConnectionSpec { id: "another".to_owned(), ..spec() };
    spec_is(vec![other], "failed", &[Finding::SpecUnknown]);
    let mut without_basic = spec();
    without_basic.auth_specs.remove(0);
    let offered = vec!["OAuth2 Client Credential".to_owned()];
    spec_is(vec![without_basic], "failed", &[Finding::AuthSpecMissing(offered)]);
    let newer = ConnectionSpec { version: "2.0".to_owned(), ..spec() };
    spec_is(vec![newer], "warning", &[Finding::VersionDiffers("2.0".to_owned())]);
}

/// The service knows it: only this app could not read what it says.
#[test]
fn spec_that_is_there_and_cannot_be_read() {
    let id = flow_service::value::ConnectionSpecId::SERVICE_CLOUD;
    let basic = "Basic Authentication";
    let other = json!({ "name": "Other", "spec": { "properties": {} } });
    for (item, found) in [
        (json!({ "id": id, "name": "n", "version": "1.0" }), Finding::SpecUnread),
        (json!({ "id": id, "name": "n", "authSpec": [{ "name": basic }] }), Finding::SpecUnread),
        (
            json!({ "id": id, "name": "n", "version": "1.0", "authSpec": [other, { "name": basic }] }),
            Finding::SpecUnread,
        ),
        (json!({ "id": "another", "name": "n", "version": "1.0" }), Finding::SpecUnknown),
    ] {
        let mut page = Page::filled();
        let effects = page.run_check();
        let effects = page.check_answers(&effects, sandboxes(&["acme-dev"]));
        let body = ResponseBody::Json(json!({ "items": [item] }));
        let answer = Outcome::of(Ask::Spec, Ok(Response { status: 200, body }));
        assert_eq!(page.check_answers(&effects, answer), []);
        assert_eq!(page.found(Stage::Spec), [found], "{item}");
    }
}

#[test]
fn spec_id_that_is_no_part_of_an_address() {
    let mut page = Page::filled();
    page.type_in(Field::SpecId, "../connections");
    page.tell(Msg::SpecIdInsisted);
    let effects = page.run_check();
    assert_eq!(page.check_answers(&effects, sandboxes(&["acme-dev"])), []);
    assert_eq!(page.found(Stage::Spec), [Finding::SpecIdUnsendable]);
    let mut page = Page::filled();
    page.type_in(Field::SpecId, "b66ab34-8619-49cb-96d1-39b37ede86ea");
    let effects = page.run_check();
    assert_eq!(page.check_answers(&effects, sandboxes(&["acme-dev"])), []);
    assert_eq!(page.walked(), "failed ok ok ok ok -");
}

/// The connection exists, whatever becomes of the spec of the next one.
#[test]
fn unknown_spec_does_not_keep_from_the_connection() {
    let mut page = Page::created();
    let effects = page.run_check();
    let effects = page.check_answers(&effects, sandboxes(&["acme-dev"]));
    let gone = Outcome::Failed(by_service("1439-404", ""));
    let effects = page.check_answers(&effects, gone);
    assert_eq!(page.walked(), "ok ok ok ok ok failed running -");
    let refused = by_service("1308-400", "invalid_grant");
    assert_eq!(page.check_answers(&effects, Outcome::Failed(refused.clone())), []);
    assert_eq!(page.walked(), "ok ok ok ok ok failed failed -");
    assert_eq!(page.found(Stage::Test), [Finding::Failed(refused)]);
}

#[test]
fn a_sandbox_with_no_state_is_taken_as_it_is() {
    let mut page = Page::filled();
    let effects = page.run_check();
    let silent = Sandbox {
        name: SandboxName::parse("acme-dev").unwrap(),
        title: String::new(),
        kind: String::new(),
        region: String::new(),
        state: String::new(),
        is_default: false,
    };
    page.check_answers(&effects, Outcome::Sandboxes(vec![silent]));
    assert_eq!(page.found(Stage::Sandbox), []);
}

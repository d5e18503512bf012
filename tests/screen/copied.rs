//! The texts that can be copied. None has a secret in it.

use flow_connect::screen::{Answer, CopyTarget, Effect, Field, Msg};
use flow_service::code::Language;
use flow_service::error::{CallError, Refusal, Unreadable, UnreadableReason};
use flow_service::secret::{Secret, SecretName, Secrets};
use flow_service::spec::OAUTH2_CLIENT_CREDENTIAL;
use flow_service::value::AccessToken;

use crate::given::{self, ID, NAME};
use crate::page::Page;

const TOKEN: &str = "canary-token-1";
const PASSWORD: &str = "canary-password-2";

/// What is copied, if anything is.
fn copied(page: &mut Page, target: CopyTarget) -> Option<String> {
    match page.tell(Msg::CopyPressed(target)).as_slice() {
        [] => None,
        [Effect::Copy(of, text)] if *of == target => Some(text.clone()),
        effects => panic!("{effects:?}"),
    }
}

fn secrets() -> Secrets {
    let mut secrets = Secrets::default();
    secrets.insert_token(&AccessToken::parse(TOKEN).unwrap().value);
    secrets.insert(SecretName::of_param("password"), Secret::new(PASSWORD.to_owned()));
    secrets
}

#[test]
fn the_id() {
    assert_eq!(copied(&mut Page::created(), CopyTarget::ConnectionId).as_deref(), Some(ID));
    assert_eq!(copied(&mut Page::sending(), CopyTarget::ConnectionId), None);
}

#[test]
fn the_request_as_http_has_placeholders_for_secrets() {
    let text = copied(&mut Page::filled(), CopyTarget::Code).unwrap();
    let expect = format!(
        r#"POST https://platform.adobe.io/data/foundation/flowservice/connections
Authorization: Bearer $ACCESS_TOKEN
x-api-key: {key}
x-gw-ims-org-id: {organization}
x-sandbox-name: acme-dev
Content-Type: application/json

{{
    "name": "{NAME}",
    "description": "{NAME}",
    "auth": {{
        "specName": "Basic Authentication",
        "params": {{
            "username": "integration@acme.example",
            "password": "$PASSWORD",
            "securityToken": "$SECURITY_TOKEN"
        }}
    }},
    "connectionSpec": {{
        "id": "cb66ab34-8619-49cb-96d1-39b37ede86ea",
        "version": "1.0"
    }}
}}
"#,
        key = given::API_KEY,
        organization = given::ORGANIZATION,
    );
    assert_eq!(text, expect);
}

#[test]
fn the_request_as_curl_has_the_same_placeholders() {
    let mut page = Page::filled();
    assert_eq!(page.tell(Msg::LanguageChosen(Language::Bash)), []);
    let text = copied(&mut page, CopyTarget::Code).unwrap();
    for part in [
        "curl --request POST 'https://platform.adobe.io/data/foundation/flowservice/connections'",
        "\"Authorization: Bearer $ACCESS_TOKEN\"",
        "\"$(json \"$PASSWORD\")\"",
        "\"$(json \"$SECURITY_TOKEN\")\"",
    ] {
        assert!(text.contains(part), "{part} is not in\n{text}");
    }
}

#[test]
fn an_empty_page_shows_what_is_missing_in_braces() {
    let text = copied(&mut Page::new(), CopyTarget::Code).unwrap();
    for part in ["{API_KEY}", "{IMS_ORG}@AdobeOrg", "x-sandbox-name: prod", "{NAME}", "{USERNAME}"]
    {
        assert!(text.contains(part), "{part} is not in\n{text}");
    }
    assert!(!text.contains("description") && !text.contains("environmentUrl"), "{text}");
}

#[test]
fn the_report_has_the_figures_of_the_refusal() {
    let mut page = Page::sending();
    page.create_answers(Err(given::by_gateway(401, "401013")));
    let report = copied(&mut page, CopyTarget::Report).unwrap();
    for line in [
        "Not created: Adobe's API gateway refused the request.",
        "Meaning: The access token is not valid.",
        "Stage: gateway",
        "Status: 401",
        "Code: 401013",
        "Request ID: request-7",
        "Server's words: The gateway's words",
        "API: https://platform.adobe.io",
        "Sandbox: acme-dev",
        "Connection spec ID: cb66ab34-8619-49cb-96d1-39b37ede86ea",
        "Authentication: Basic Authentication",
        concat!("Flow Connect: ", env!("CARGO_PKG_VERSION")),
    ] {
        assert!(report.lines().any(|held| held == line), "{line} is not in\n{report}");
    }
    for line in ["Likely cause: ", "Next step: "] {
        assert!(report.lines().any(|held| held.starts_with(line)), "{line} is not in\n{report}");
    }
}

/// What is typed and chosen by now is none of what was refused.
#[test]
fn the_report_is_about_what_was_sent() {
    let mut page = Page::sending();
    page.create_answers(Err(given::by_service("1415-400", "")));
    let sent = copied(&mut page, CopyTarget::Report);
    page.type_in(Field::Sandbox, "another");
    page.type_in(Field::SpecId, "aaaaaaaa-8619-49cb-96d1-39b37ede86ea");
    page.tell(Msg::AuthChosen(OAUTH2_CLIENT_CREDENTIAL.to_owned()));
    assert_eq!(copied(&mut page, CopyTarget::Report), sent);
}

#[test]
fn the_report_of_an_unknown_outcome_says_so() {
    let report = copied(&mut Page::unknown(), CopyTarget::Report).unwrap();
    assert!(report.starts_with("Outcome unknown: "), "{report}");
    assert!(report.contains("Stage: no-answer"), "{report}");
}

#[test]
fn there_is_no_report_without_a_failure() {
    for mut page in [Page::new(), Page::sending(), Page::created()] {
        assert_eq!(copied(&mut page, CopyTarget::Report), None);
    }
}

/// A server may repeat what it was sent.
#[test]
fn no_secret_that_a_server_repeats_is_in_the_report() {
    let words = format!("Bearer {TOKEN} and {PASSWORD} are wrong");
    let refusal = Refusal {
        retry_after: None,
        status: 403,
        code: Some(TOKEN.to_owned()),
        title: Some(PASSWORD.to_owned()),
        message: words.clone(),
        request_id: Some(PASSWORD.to_owned()),
    };
    let unreadable = Unreadable { status: 404, reason: UnreadableReason::NotJson, excerpt: words };
    for error in [
        CallError::RefusedByGateway(refusal.clone()),
        CallError::RefusedByService(refusal),
        CallError::UnreadableAnswer(unreadable),
    ] {
        let mut page = Page::sending();
        page.answer(Answer::Create(Err(error)).redacted(&secrets()));
        let report = copied(&mut page, CopyTarget::Report).unwrap();
        assert!(report.contains("[redacted]"), "{report}");
        assert!(!report.contains(TOKEN) && !report.contains(PASSWORD), "{report}");
    }
}

#[test]
fn what_came_of_copying_is_remembered_until_the_next_press() {
    let mut page = Page::filled();
    page.tell(Msg::Copied(CopyTarget::Code, false));
    assert_eq!(page.model.copied, Some((CopyTarget::Code, false)));
    page.press();
    assert_eq!(page.model.copied, None);
}

/// No sandbox is called like that: the code would be run against it.
#[test]
fn a_sandbox_that_is_missing_is_in_braces_too() {
    for typed in ["", "Prod sandbox"] {
        let mut page = Page::filled();
        page.type_in(Field::Sandbox, typed);
        let text = copied(&mut page, CopyTarget::Code).unwrap();
        assert!(text.contains("x-sandbox-name: {SANDBOX_NAME}\n"), "{text}");
    }
}

/// Adobe's own files have a variable of the name that the parameter would give.
#[test]
fn the_client_secret_of_the_source_has_a_name_of_its_own() {
    let mut page = Page::filled();
    page.tell(Msg::AuthChosen(OAUTH2_CLIENT_CREDENTIAL.to_owned()));
    let text = copied(&mut page, CopyTarget::Code).unwrap();
    assert!(text.contains("\"$SOURCE_CLIENT_SECRET\""), "{text}");
    assert!(text.contains("\"{CLIENT_ID}\""), "what is no secret has no variable: {text}");
}

/// In each language there are variables in place of the secrets.
#[test]
fn every_language_can_be_copied() {
    for language in Language::ALL {
        let mut page = Page::filled();
        page.tell(Msg::LanguageChosen(language));
        let text = copied(&mut page, CopyTarget::Code).unwrap();
        assert!(text.contains(NAME) && text.contains("PASSWORD"), "{language:?}: {text}");
    }
}

/// With secrets is another act: what is copied is made where the secrets are.
#[test]
fn a_copy_with_secrets_is_made_elsewhere() {
    let mut page = Page::filled();
    page.tell(Msg::LanguageChosen(Language::Python));
    let effects = page.tell(Msg::CopyPressed(CopyTarget::CodeWithSecrets));
    let [Effect::CopyWithSecrets(request, Language::Python)] = effects.as_slice() else {
        panic!("{effects:?}");
    };
    assert!(!format!("{request:?}").contains("canary"));
    page.tell(Msg::Copied(CopyTarget::CodeWithSecrets, true));
    page.tell(Msg::LanguageChosen(Language::Rust));
    assert_eq!(page.model.copied, None, "what was copied is not what is shown");
}

//! Sources besides the built-in one: what is chosen, typed, kept and sent.

use flow_connect::screen::import::{self, source_of};
use flow_connect::screen::kept::{self, kept};
use flow_connect::screen::profiles::{self, Profile};
use flow_connect::screen::sources::{
    Deed, Known, LeftOut, List, Msg as SourcesMsg, Wanted, shared_secrets,
};
use flow_connect::screen::{Call, Effect, Field, Msg, SecretReport, code, sketch};
use flow_service::import::{Taken, Target};
use flow_service::request::{Access, Request};
use flow_service::spec::{BASIC_AUTHENTICATION, Means, OAUTH2_CLIENT_CREDENTIAL, SourceEntry};
use flow_service::value::{ConnectionSpecId, Mismatch, Problem, Remark};
use flow_service_sim::KnownSpecs;
use serde_json::{Value, json};
use zeroize::Zeroizing;

use crate::given::{self, param};
use crate::page::{Page, sent};

pub const SNOWFLAKE: &str = "b2e08744-4f1a-40ce-af30-7abac3e23cf3";
pub const S3: &str = "ecadc60c-7455-4d87-84dc-2a0e293d997b";
const SFTP: &str = "b7bf2577-4520-42c9-bae9-cad01560f7bc";
const REST: &str = "4e98f16f-87d6-4ef0-bdc6-7a2b0fe76e62";
const EVENT_HUBS: &str = "bf9f5905-92b7-48bf-bf20-455bc6b60a4e";
pub const SERVICE_NOW: &str = "eb13cb25-47ab-407f-ba89-c0125281c563";

/// What the local service lists; `basic` says whether Service Cloud has Basic Authentication.
/// All that the service lists can be offered.
pub fn all(known: Vec<Known>) -> (Vec<Known>, LeftOut) {
    (known, LeftOut::default())
}

pub fn live(basic: bool) -> Vec<Known> {
    let known = KnownSpecs::new(basic);
    let entry = |item: &Value| SourceEntry::from_json(item).unwrap();
    let one = |known: &flow_service_sim::KnownSpec| Known {
        entry: entry(&known.item),
        spec: known.spec.clone(),
    };
    known.all().iter().map(one).collect()
}

/// What a browser does for parsing, as far as these tests need it.
fn means() -> Means {
    Means {
        json: |text| serde_json::from_str(text).ok(),
        matches: |pattern, text| {
            let start = pattern.strip_prefix('^')?;
            Some(text.starts_with(start.split('[').next()?))
        },
    }
}

pub fn tell(page: &mut Page, msg: SourcesMsg) -> Vec<Effect> {
    page.tell(Msg::Sources(msg))
}

/// The access with which the list was asked for.
#[track_caller]
pub fn asked(effects: &[Effect]) -> Access {
    match effects {
        [Effect::Sources(Deed::List(access))] => access.clone(),
        other => panic!("{other:?}"),
    }
}

/// A filled page whose list is open and known.
pub fn listed(basic: bool) -> Page {
    let mut page = Page::filled();
    page.model.means = means();
    assert_eq!(tell(&mut page, SourcesMsg::Opened), [Effect::Sources(Deed::Offer)]);
    let access = asked(&tell(&mut page, SourcesMsg::Wanted(given::token())));
    assert_eq!(tell(&mut page, SourcesMsg::Listed(access, Ok(all(live(basic))))), []);
    page
}

pub fn with_source(id: &str) -> Page {
    let mut page = listed(true);
    tell(&mut page, SourcesMsg::Chosen(id.to_owned()));
    assert_eq!(page.model.spec.id, id);
    page
}

/// Presses with all secrets of the auth spec typed.
fn press(page: &mut Page) -> Vec<Effect> {
    let auth = page.model.auth();
    let secrets = Field::secrets_of(&auth).filter_map(|field| match field {
        Field::Param(key) => Some((key, Ok(Vec::new()))),
        _ => None,
    });
    let params = secrets.collect();
    page.press_with(SecretReport { token: given::token(), params })
}

/// Presses with these secrets and no others.
fn press_with(page: &mut Page, keys: &[&str]) -> Vec<Effect> {
    let params = keys.iter().map(|key| ((*key).to_owned(), Ok(Vec::new()))).collect();
    page.press_with(SecretReport { token: given::token(), params })
}

/// The member `auth` of the body, secrets as placeholders.
#[track_caller]
fn auth_of(request: &Request) -> Value {
    let http = request.to_http("https://x.example");
    let (_, body) = http.split_once("\n\n").unwrap();
    serde_json::from_str::<Value>(body).unwrap()["auth"].clone()
}

#[track_caller]
fn sends(effects: &[Effect], expect: &Value) {
    let (call, request) = sent(effects);
    assert_eq!(call, Call::Create);
    assert_eq!(auth_of(request), *expect);
}

#[test]
fn a_source_brings_its_spec_and_keeps_the_rest() {
    let mut page = with_source(SNOWFLAKE);
    assert_eq!(page.model.form.text(&Field::SpecId), SNOWFLAKE);
    assert_eq!(page.model.sources.title.as_deref(), Some("Snowflake"));
    assert_eq!(page.model.auth_name, "ConnectionString");
    assert!(!page.model.sources.open);
    assert_eq!(page.model.form.text(&Field::Name), given::NAME);
    assert_eq!(page.model.form.text(&param("username")), "integration@acme.example");

    page.tell(Msg::AuthChosen("KeyPair Authentication".to_owned()));
    page.type_in(param("account"), "acme");
    tell(&mut page, SourcesMsg::Chosen(S3.to_owned()));
    assert_eq!(page.model.auth_name, "Access Key");
    tell(&mut page, SourcesMsg::Chosen(ConnectionSpecId::SERVICE_CLOUD.to_owned()));
    assert_eq!(page.model.auth_name, BASIC_AUTHENTICATION);
    assert_eq!(page.model.sources.title, None);
    assert_eq!(page.model.form.text(&Field::SpecId), ConnectionSpecId::SERVICE_CLOUD);
    tell(&mut page, SourcesMsg::Chosen(SNOWFLAKE.to_owned()));
    assert_eq!(page.model.auth_name, "KeyPair Authentication", "as it was left");
    assert_eq!(page.model.form.text(&param("account")), "acme");
}

/// The inputs of sources that were chosen are still there, and are emptied with all others.
#[test]
fn secrets_of_sources_that_were_left_are_cleared_too() {
    let mut page = with_source(S3);
    tell(&mut page, SourcesMsg::Chosen(SERVICE_NOW.to_owned()));
    page.type_in(param("endpoint"), "https://acme.example");
    press(&mut page);
    let effects = page.create_answers(Ok(given::created(given::ID)));
    let Some(Effect::ClearSecrets(cleared)) = effects.first() else { panic!("{effects:?}") };
    for key in ["password", "s3SecretKey", "s3SessionToken", "securityToken"] {
        assert_eq!(cleared.iter().filter(|field| **field == param(key)).count(), 1, "{key}");
    }
}

#[test]
fn nested_numbers_truths_and_hidden_defaults_are_sent() {
    let mut page = with_source(SNOWFLAKE);
    page.tell(Msg::AuthChosen("KeyPair Authentication".to_owned()));
    for (key, text) in [
        ("account", "acme"),
        ("username", "loader"),
        ("database", "SALES"),
        ("warehouse", "WH"),
        ("session.role", "READER"),
        ("session.keepAlive", "false"),
        ("session.timeouts.factor", "1.5"),
    ] {
        page.type_in(param(key), text);
    }
    let effects = press_with(&mut page, &["privateKey"]);
    let params = json!({
        "account": "acme",
        "username": "loader",
        "database": "SALES",
        "privateKey": "$SOURCE_PRIVATE_KEY",
        "warehouse": "WH",
        "clientName": "flow-service",
        "session": {
            "role": "READER",
            "keepAlive": false,
            "timeouts": { "signIn": 60, "factor": 1.5 },
        },
    });
    sends(&effects, &json!({ "specName": "KeyPair Authentication", "params": params }));
}

/// Defaults alone are no reason to send an object that may be left out.
#[test]
fn an_object_that_may_be_left_out_is_sent_when_something_in_it_is_typed() {
    let mut page = with_source(SNOWFLAKE);
    page.tell(Msg::AuthChosen("KeyPair Authentication".to_owned()));
    for (key, text) in
        [("account", "acme"), ("username", "loader"), ("database", "SALES"), ("warehouse", "WH")]
    {
        page.type_in(param(key), text);
    }
    let session = |page: &Page| {
        let model = &page.model;
        let sketched = sketch(&model.form, &model.auth(), &model.means, &[]).unwrap();
        auth_of(&sketched)["params"]["session"].clone()
    };
    assert_eq!(session(&page), Value::Null);
    page.type_in(param("session.keepAlive"), "false");
    assert_eq!(session(&page), json!({ "keepAlive": false }));
    page.type_in(param("session.keepAlive"), "true");
    assert_eq!(session(&page), Value::Null, "it can be taken back");
    page.type_in(param("session.timeouts.factor"), "2");
    let timeouts = json!({ "signIn": 60, "factor": 2 });
    assert_eq!(session(&page), json!({ "keepAlive": true, "timeouts": timeouts }));
    page.type_in(param("session.timeouts.factor"), "");
    let effects = press_with(&mut page, &["privateKey"]);
    assert_eq!(auth_of(sent(&effects).1)["params"].get("session"), None);
}

#[test]
fn defaults_stand_in_the_form_until_something_is_typed() {
    let mut page = with_source(S3);
    page.type_in(param("s3AccessKey"), "AKIA");
    let expect = |region: &str, https: bool| {
        let params = json!({
            "s3AccessKey": "AKIA", "s3SecretKey": "$S3_SECRET_KEY",
            "region": region, "useHttps": https,
        });
        json!({ "specName": "Access Key", "params": params })
    };
    let sketched = sketch(&page.model.form, &page.model.auth(), &page.model.means, &[]).unwrap();
    assert_eq!(auth_of(&sketched)["params"]["region"], "us-east-1");
    assert_eq!(auth_of(&sketched)["params"]["useHttps"], true);
    page.type_in(param("region"), "eu-central-1");
    page.type_in(param("useHttps"), "false");
    sends(&press_with(&mut page, &["s3SecretKey"]), &expect("eu-central-1", false));
}

/// Another source had a text where this one has a choice.
#[test]
fn a_text_that_a_choice_does_not_offer_does_not_count() {
    let mut page = listed(true);
    page.type_in(param("region"), "elsewhere");
    page.type_in(param("useHttps"), "maybe");
    tell(&mut page, SourcesMsg::Chosen(S3.to_owned()));
    page.type_in(param("s3AccessKey"), "AKIA");
    let effects = press_with(&mut page, &["s3SecretKey"]);
    assert_eq!(auth_of(sent(&effects).1)["params"]["region"], "us-east-1");
    assert_eq!(auth_of(sent(&effects).1)["params"]["useHttps"], true);
}

#[test]
fn what_the_spec_does_not_allow_is_not_sent() {
    let mut page = with_source(SFTP);
    page.type_in(param("host"), "sftp.example");
    page.type_in(param("userName"), "loader");
    for (text, problem) in [
        ("0", Problem::Mismatch(Mismatch::TooSmall)),
        ("65536", Problem::Mismatch(Mismatch::TooLarge)),
        ("22.5", Problem::Mismatch(Mismatch::NotWhole)),
        ("ssh", Problem::Mismatch(Mismatch::NotANumber)),
    ] {
        page.type_in(param("port"), text);
        page.tell(Msg::Left(param("port")));
        assert_eq!(page.model.problem(&param("port")), Some(problem), "left {text}");
        press(&mut page);
        assert_eq!(page.creations, 0, "{text}");
        assert_eq!(page.model.problems, [(param("port"), problem)], "{text}");
    }
    page.type_in(param("port"), "2222");
    let params = json!({
        "host": "sftp.example", "port": 2222, "userName": "loader",
        "disableChunking": false, "password": "$PASSWORD",
    });
    let name = "Basic Authentication for sftp";
    sends(&press(&mut page), &json!({ "specName": name, "params": params }));
}

#[test]
fn a_pattern_is_looked_at_by_the_browser() {
    let mut page = with_source(SERVICE_NOW);
    page.type_in(param("endpoint"), "http://acme.example");
    press(&mut page);
    let mismatch = Problem::Mismatch(Mismatch::NoMatch);
    assert_eq!(page.model.problem(&param("endpoint")), Some(mismatch));
    page.model.means = Means::NONE;
    press(&mut page);
    assert_eq!(page.creations, 1, "without one the service decides");
}

#[test]
fn alternatives_ask_for_what_they_need() {
    let mut page = with_source(EVENT_HUBS);
    page.type_in(param("namespace"), "acme-hub");
    page.type_in(param("sasKeyName"), "root");
    let name = "Azure EventHub authentication credentials";
    let sas = json!({
        "namespace": "acme-hub", "consumer": { "group": "$Default" }, "authType": "sas",
        "sasKeyName": "root", "sasKey": "$SAS_KEY",
    });
    let sketched = sketch(&page.model.form, &page.model.auth(), &page.model.means, &[]).unwrap();
    assert_eq!(auth_of(&sketched), json!({ "specName": name, "params": sas }));

    page.type_in(param("authType"), "entra");
    press_with(&mut page, &["sasKey"]);
    let keys: Vec<_> = page.model.problems.iter().map(|(field, _)| field.clone()).collect();
    let missing = ["credentials.tenantId", "credentials.clientId", "credentials.clientSecret"];
    assert_eq!(keys, missing.map(param));
    page.type_in(param("credentials.tenantId"), "tenant");
    page.type_in(param("credentials.clientId"), "client");
    page.type_in(param("consumer.partitions"), "[1, 2]");
    let params = json!({
        "namespace": "acme-hub",
        "consumer": { "group": "$Default", "partitions": [1, 2] },
        "authType": "entra",
        "credentials": {
            "tenantId": "tenant", "clientId": "client",
            "clientSecret": "$CREDENTIALS_CLIENT_SECRET",
        },
    });
    sends(&press(&mut page), &json!({ "specName": name, "params": params }));
}

#[test]
fn a_choice_that_is_only_the_forms_is_asked_for_and_not_sent() {
    let mut page = with_source(REST);
    assert_eq!(page.model.auth_name, BASIC_AUTHENTICATION, "this source has it too");
    page.tell(Msg::AuthChosen("oAuth2RefreshCode".to_owned()));
    page.type_in(param("host"), "https://api.example");
    press_with(&mut page, &["accessToken"]);
    let [(variant, Problem::Missing)] = page.model.problems.as_slice() else {
        panic!("{:?}", page.model.problems)
    };
    let variant = variant.clone();
    page.type_in(variant, "1");
    page.type_in(param("requestParameterOverride"), "{\"page\": \"1\"}");
    let params = json!({
        "host": "https://api.example",
        "accessToken": "$SOURCE_ACCESS_TOKEN",
        "requestParameterOverride": { "page": "1" },
    });
    let effects = press_with(&mut page, &["accessToken"]);
    sends(&effects, &json!({ "specName": "oAuth2RefreshCode", "params": params }));
}

/// What *Create connection* leaves out is not in the code either.
#[test]
fn secrets_that_may_stay_empty_are_shown_once_they_are_typed() {
    let mut page = with_source(REST);
    page.tell(Msg::AuthChosen("oAuth2RefreshCode".to_owned()));
    let shown = |page: &Page| code(&page.model).unwrap();
    assert!(shown(&page).contains("\"accessToken\": \"$SOURCE_ACCESS_TOKEN\""));
    assert!(!shown(&page).contains("HEADERS"), "{}", shown(&page));
    page.tell(Msg::SecretsTyped(vec!["requestHeaders".to_owned()]));
    // It is JSON, and no text.
    assert!(shown(&page).contains("\"requestHeaders\": $REQUEST_HEADERS\n"), "{}", shown(&page));
    page.tell(Msg::SecretsTyped(Vec::new()));
    assert!(!shown(&page).contains("HEADERS"));
}

#[test]
fn json_is_checked_where_it_is_typed() {
    let mut page = with_source(REST);
    page.tell(Msg::AuthChosen("oAuth2RefreshCode".to_owned()));
    let field = param("requestParameterOverride");
    let check = |page: &mut Page| {
        tell(page, SourcesMsg::JsonChecked(param("requestParameterOverride")));
        (page.model.problem(&param("requestParameterOverride")), page.model.sources.sound.clone())
    };
    for (text, problem) in
        [("", Mismatch::NotJson), ("{\"a\":", Mismatch::NotJson), ("[1]", Mismatch::NotAnObject)]
    {
        page.type_in(field.clone(), text);
        assert_eq!(check(&mut page), (Some(problem.into()), None), "{text}");
    }
    page.type_in(field.clone(), "{}");
    assert_eq!(check(&mut page), (None, Some(field.clone())));
    page.type_in(field, "{");
    assert_eq!(page.model.sources.sound, None, "it speaks of what stands there");
}

#[test]
fn code_is_made_of_what_is_typed() {
    let mut page = with_source(EVENT_HUBS);
    page.type_in(param("namespace"), "{NAMESPACE");
    let code = code(&page.model).unwrap();
    assert!(code.contains("\"namespace\": \"{NAMESPACE\""), "{code}");
    assert!(code.contains("$SAS_KEY"), "{code}");
    assert!(!code.contains("CREDENTIALS"), "what is not chosen is left out: {code}");
}

#[test]
fn a_page_that_is_loaded_again_has_the_form_of_its_source() {
    let mut page = with_source(SNOWFLAKE);
    page.tell(Msg::AuthChosen("KeyPair Authentication".to_owned()));
    page.type_in(param("account"), "acme");
    page.type_in(param("session.timeouts.signIn"), "30");
    let held = kept(&page.model).unwrap();
    assert_eq!(held["source"]["title"], "Snowflake");
    let mut next = Page::new();
    next.tell(Msg::Kept(kept::Msg::Found(Some(held))));
    assert_eq!(next.model.spec, page.model.spec);
    assert_eq!(next.model.sources.title.as_deref(), Some("Snowflake"));
    assert_eq!(next.model.auth_name, "KeyPair Authentication");
    assert_eq!(kept(&next.model), kept(&page.model), "every text came back");

    let effects = next.tell(Msg::Kept(kept::Msg::StartOver));
    let empties = |effect: &Effect| matches!(effect, Effect::EmptySecrets(fields) if fields.contains(&param("privateKey")));
    assert!(effects.iter().any(empties), "{effects:?}");
    assert!(next.model.is_built_in());
    assert_eq!(next.model.form, next.model.settings.initial.form());
}

/// What is a secret of one source is a text of another: it is kept of neither.
#[test]
fn a_key_that_is_a_secret_anywhere_is_not_kept() {
    let mut page = with_source(REST);
    page.type_in(param("securityToken"), "CANARY");
    let kept = kept(&page.model).unwrap().to_string();
    assert!(!kept.contains("CANARY"), "{kept}");
}

fn profile(id: &str, auth: &str) -> Profile {
    Profile {
        name: "P".to_owned(),
        spec_id: id.to_owned(),
        auth_name: auth.to_owned(),
        ..Profile::default()
    }
}

#[test]
fn a_profile_chooses_its_source() {
    let mut page = listed(true);
    let wanted = profile(SNOWFLAKE, "KeyPair Authentication");
    page.tell(Msg::Profiles(profiles::Msg::Use(wanted, given::PRESSED_AT)));
    assert_eq!(page.model.spec.id, SNOWFLAKE);
    assert_eq!(page.model.auth_name, "KeyPair Authentication");
    let used = page.model.profiles.used.clone().unwrap();
    assert_eq!((used.unknown_auth, used.awaited), (None, None));
    page.tell(Msg::Profiles(profiles::Msg::UndoPressed));
    assert!(page.model.is_built_in());
    assert_eq!(page.model.auth_name, BASIC_AUTHENTICATION);
    assert_eq!(page.model.form.text(&Field::SpecId), ConnectionSpecId::SERVICE_CLOUD);
}

#[test]
fn a_profile_waits_for_a_source_that_is_not_known_yet() {
    let mut page = Page::filled();
    let wanted = profile(SNOWFLAKE, "KeyPair Authentication");
    let effects = page.tell(Msg::Profiles(profiles::Msg::Use(wanted, given::PRESSED_AT)));
    assert!(effects.contains(&Effect::Sources(Deed::Offer)), "{effects:?}");
    assert_eq!(page.model.form.text(&Field::SpecId), ConnectionSpecId::SERVICE_CLOUD);
    let awaited = page.model.profiles.used.clone().unwrap().awaited;
    let expect =
        Wanted { id: SNOWFLAKE.to_owned(), auth_name: "KeyPair Authentication".to_owned() };
    assert_eq!(awaited, Some(expect));
    let access = asked(&tell(&mut page, SourcesMsg::Wanted(given::token())));
    tell(&mut page, SourcesMsg::Listed(access, Ok(all(live(true)))));
    assert_eq!(page.model.spec.id, SNOWFLAKE);
    assert_eq!(page.model.auth_name, "KeyPair Authentication");
    assert_eq!(page.model.sources.wanted, None);
}

#[test]
fn an_import_that_names_a_source_chooses_it() {
    let mut page = listed(true);
    let taken = |value: &str| Taken {
        target: Target::SpecId,
        name: "connectionSpec.id".to_owned(),
        value: Zeroizing::new(value.to_owned()),
    };
    assert_eq!(source_of(&page.model, &[taken(S3)]).as_deref(), Some(S3));
    assert_eq!(source_of(&page.model, &[taken(ConnectionSpecId::SERVICE_CLOUD)]), None);
    assert_eq!(source_of(&page.model, &[taken("unknown")]), None);
    page.tell(Msg::Import(import::Msg::Source(S3.to_owned())));
    assert_eq!(page.model.spec.id, S3);
    let target = Target::Param("s3SecretKey".to_owned());
    let place = import::place(&page.model, &page.model.auth_name, &target, "x");
    assert_eq!(place, import::Place::Secret(param("s3SecretKey").into()));
    page.tell(Msg::Import(import::Msg::Read {
        format: flow_service::import::Format::DotEnv,
        auth: None,
        texts: vec![
            (Field::SpecId.into(), "connectionSpec.id".to_owned(), S3.to_owned()),
            (param("s3AccessKey").into(), "key".to_owned(), "AKIA".to_owned()),
        ],
        secrets: Vec::new(),
        left_out: Vec::new(),
        wanted: None,
    }));
    assert_eq!(page.model.form.text(&param("s3AccessKey")), "AKIA");
    let Some(import::Outcome::Filled(report)) = &page.model.import else { panic!("no report") };
    let told: Vec<_> = report.filled.iter().map(|one| (&one.input, one.change)).collect();
    assert_eq!(told[0], (&import::Input::Source, import::Change::Overwrote), "it is said");
    page.tell(Msg::Import(import::Msg::UndoPressed));
    assert!(page.model.is_built_in(), "one press takes all of it back");
    assert_eq!(page.model.auth_name, BASIC_AUTHENTICATION);
}

#[test]
fn the_sample_is_of_the_built_in_source() {
    let mut page = with_source(S3);
    page.tell(Msg::SamplePressed);
    assert!(page.model.is_built_in());
    assert_eq!(page.model.form.text(&Field::SpecId), ConnectionSpecId::SERVICE_CLOUD);
}

#[test]
fn an_auth_spec_that_was_lost_gives_what_it_has() {
    let mut page = Page::filled();
    page.type_in(param("environmentUrl"), "https://acme.my.salesforce.com");
    page.type_in(param("apiVersion"), "60.0");
    page.tell(Msg::SecretEdited(param("password")));
    tell(&mut page, SourcesMsg::Opened);
    let access = asked(&tell(&mut page, SourcesMsg::Wanted(given::token())));
    tell(&mut page, SourcesMsg::Listed(access, Ok(all(live(false)))));
    assert_eq!(page.model.auth_name, OAUTH2_CLIENT_CREDENTIAL);
    assert_eq!(page.model.spec.auth_spec(BASIC_AUTHENTICATION), None);
    let lost = page.model.sources.lost.clone().unwrap();
    assert_eq!(lost.name, BASIC_AUTHENTICATION);
    assert_eq!(lost.moved_to.as_deref(), Some(OAUTH2_CLIENT_CREDENTIAL));
    assert_eq!(lost.kept, ["Environment URL", "API version"]);
    assert_eq!(lost.dropped, ["Username", "Password"]);
    assert_eq!(page.model.form.text(&param("environmentUrl")), "https://acme.my.salesforce.com");
    tell(&mut page, SourcesMsg::LossRead);
    assert_eq!(page.model.sources.lost, None);
}

#[test]
fn a_live_spec_that_has_all_changes_nothing_that_is_seen() {
    let page = listed(true);
    let before = flow_service::spec::ConnectionSpec::service_cloud();
    assert_eq!(page.model.spec, before);
    assert_eq!(page.model.sources.lost, None);
    assert!(matches!(page.model.sources.list, List::Known(..)));
}

/// Nothing was announced of an auth spec of that name of another source.
#[test]
fn the_end_of_basic_authentication_is_said_of_the_built_in_source_only() {
    let refused = |mut page: Page| {
        page.tell(Msg::AuthChosen(BASIC_AUTHENTICATION.to_owned()));
        press(&mut page);
        page.create_answers(Err(given::by_service("1301-400", "")));
        assert_eq!(page.model.fault(), Some(&Field::Authentication));
        page
    };
    let mut page = with_source(SERVICE_NOW);
    for (key, text) in [("username", "u"), ("endpoint", "https://acme.service-now.com")] {
        page.type_in(param(key), text);
    }
    let mut page = refused(page);
    assert_eq!(page.model.built_in_auth(), "");
    tell(&mut page, SourcesMsg::Chosen(ConnectionSpecId::SERVICE_CLOUD.to_owned()));
    assert_eq!(page.model.built_in_auth(), "", "another source was refused");
    assert_eq!(page.model.fault(), None);
    assert_eq!(refused(Page::filled()).model.built_in_auth(), BASIC_AUTHENTICATION);
}

/// The page asks for the list again and again, and a check for the spec.
#[test]
fn a_loss_is_told_once() {
    let again = |page: &mut Page| {
        page.type_in(Field::Sandbox, "stage");
        let access = asked(&tell(page, SourcesMsg::Wanted(given::token())));
        tell(page, SourcesMsg::Listed(access, Ok(all(live(false)))));
    };
    let mut page = listed(false);
    assert!(page.model.sources.lost.is_some());
    tell(&mut page, SourcesMsg::LossRead);
    again(&mut page);
    assert_eq!(page.model.sources.lost, None);

    let mut other = with_source(S3);
    again(&mut other);
    tell(&mut other, SourcesMsg::Chosen(ConnectionSpecId::SERVICE_CLOUD.to_owned()));
    let lost = other.model.sources.lost.clone().expect("it was lost while another was chosen");
    assert_eq!(lost.moved_to.as_deref(), Some(OAUTH2_CLIENT_CREDENTIAL));
    assert_eq!(other.model.auth_name, OAUTH2_CLIENT_CREDENTIAL);
}

#[test]
fn a_page_that_is_loaded_again_has_the_built_in_spec_as_the_service_had_it() {
    let mut page = listed(false);
    page.type_in(param("environmentUrl"), "https://acme.my.salesforce.com");
    let held = kept(&page.model).unwrap();
    let mut next = Page::new();
    next.tell(Msg::Kept(kept::Msg::Found(Some(held.clone()))));
    assert_eq!(next.model.spec, page.model.spec);
    assert_eq!(next.model.auth_name, OAUTH2_CLIENT_CREDENTIAL);
    assert_eq!(kept(&next.model), Some(held));
    next.tell(Msg::Kept(kept::Msg::StartOver));
    assert_eq!(kept(&next.model), None, "of what the service says alone nothing is kept");
}

/// An input is shared by all sources that ask for the same.
#[test]
fn a_secret_that_counts_for_another_source_is_told() {
    let choose = |page: &mut Page, id: &str| tell(page, SourcesMsg::Chosen(id.to_owned()));
    let mut page = listed(true);
    page.tell(Msg::SecretEdited(param("securityToken")));
    choose(&mut page, SERVICE_NOW);
    assert_eq!(shared_secrets(&page.model), None, "it asks for no such one");
    choose(&mut page, ConnectionSpecId::SERVICE_CLOUD);
    page.tell(Msg::SecretEdited(param("password")));
    assert_eq!(shared_secrets(&page.model), None);
    choose(&mut page, SERVICE_NOW);
    let expect = ("Salesforce Service Cloud", vec!["Password".to_owned()]);
    assert_eq!(shared_secrets(&page.model), Some(expect));
    choose(&mut page, S3);
    assert_eq!(shared_secrets(&page.model), None);
    choose(&mut page, SERVICE_NOW);
    page.tell(Msg::SecretEdited(param("password")));
    assert_eq!(shared_secrets(&page.model), None, "it is this one's now");
}

#[test]
fn white_space_around_a_text_is_sent_and_said() {
    let mut page = with_source(SNOWFLAKE);
    page.tell(Msg::AuthChosen("KeyPair Authentication".to_owned()));
    page.type_in(param("username"), "loader ");
    page.tell(Msg::Left(param("username")));
    assert_eq!(page.model.remarks, [(param("username"), Remark::SecretEdgeSpace)]);
}

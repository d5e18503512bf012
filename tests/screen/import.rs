//! The form is filled from a text that a person gave.

use flow_connect::screen::connections::Told;
use flow_connect::screen::import::{
    self, Change, Filled, Input, LeftOut, Outcome, Reason, Report, Sorted,
};
use flow_connect::screen::sources::{Deed, Msg as SourcesMsg};
use flow_connect::screen::{
    Disclosure, Effect, Field, Msg, Route, Tool, element_id, get_token, kept, renewal,
};
use flow_service::import::{Format, Import, NothingFound, Taken, Target};
use flow_service::spec::{ConnectionSpec, FieldKind};
use serde_json::json;
use zeroize::Zeroizing;

use crate::given::{self, param};
use crate::page::Page;
use crate::sources::{S3, all, asked, live, with_source};

const GENERIC_REST: &str = "4e98f16f-87d6-4ef0-bdc6-7a2b0fe76e62";

const IMPORTED: &str = "imported";

fn taken(target: Target, name: &str, value: &str) -> Taken {
    Taken { target, name: name.to_owned(), value: Zeroizing::new(value.to_owned()) }
}

/// The import as the browser's side carries it out; none of the secrets' inputs had a value.
fn import(page: &mut Page, taken: Vec<Taken>) -> Vec<Effect> {
    import_all(page, taken, Vec::new()).0
}

/// The same, with objects as JSON; and what waits for its source.
fn import_all(
    page: &mut Page,
    taken: Vec<Taken>,
    objects: Vec<Taken>,
) -> (Vec<Effect>, Option<Import>) {
    let found = Import { format: Format::DotEnv, taken, objects, ignored: Vec::new() };
    let Sorted { format, auth, texts, secrets, left_out, wanted, rest } =
        import::sorted(&page.model, found);
    let secrets = secrets.into_iter().map(new).collect();
    let read = import::Msg::Read { format, auth, texts, secrets, left_out, wanted };
    (page.tell(Msg::Import(read)), rest)
}

fn new((input, taken): (Input, Taken)) -> Filled {
    Filled { input, name: taken.name, change: Change::New }
}

fn report(page: &Page) -> &Report {
    match &page.model.import {
        Some(Outcome::Filled(report)) => report,
        other => panic!("{other:?}"),
    }
}

fn change(page: &Page, field: &Field) -> Change {
    report(page).filled.iter().find(|one| one.input == field.clone().into()).unwrap().change
}

#[test]
fn values_go_to_their_inputs() {
    let mut page = Page::new();
    let effects = import(
        &mut page,
        vec![
            taken(Target::AccessToken, "ACCESS_TOKEN", "CANARY"),
            taken(Target::ApiKey, "API_KEY", given::API_KEY),
            taken(Target::OrganizationId, "IMS_ORG", given::ORGANIZATION),
            taken(Target::Sandbox, "SANDBOX_NAME", "acme-dev"),
            taken(Target::Param("username".to_owned()), "SF_USERNAME", "a@acme.example"),
            taken(Target::Param("password".to_owned()), "SF_PASSWORD", "CANARY"),
            taken(Target::SpecVersion, "version", "1.1"),
        ],
    );
    assert_eq!(effects, [Effect::LookAtToken, Effect::Focus(IMPORTED.to_owned())]);
    assert_eq!(page.model.tool, Some(Tool::Import));
    for (field, text) in [
        (Field::ApiKey, given::API_KEY),
        (Field::OrganizationId, given::ORGANIZATION),
        (Field::Sandbox, "acme-dev"),
        (param("username"), "a@acme.example"),
        (Field::SpecVersion, "1.1"),
    ] {
        assert_eq!(page.model.form.text(&field), text);
    }
    assert!(page.is_unfolded(Disclosure::Advanced), "what is filled in can be seen");
    assert!(page.model.token_edited && !page.model.secrets_of.is_empty());
    assert!(page.model.has_unsent_input());
    assert!(!format!("{:?}", page.model).contains("CANARY"), "no secret is in the model");
    assert_eq!(report(&page).filled.len(), 7);
    assert_eq!(report(&page).left_out, []);
}

/// What the deployment sets, and what is empty, is nobody's loss.
#[test]
fn what_is_overwritten_is_said() {
    let mut page = Page::new();
    page.type_in(Field::ApiKey, "mine");
    page.type_in(Field::Name, "kept");
    import(
        &mut page,
        vec![
            taken(Target::ApiKey, "API_KEY", "theirs"),
            taken(Target::Sandbox, "SANDBOX_NAME", "acme-dev"),
            taken(Target::OrganizationId, "IMS_ORG", given::ORGANIZATION),
            taken(Target::Name, "name", "kept"),
        ],
    );
    assert_eq!(change(&page, &Field::ApiKey), Change::Overwrote);
    assert_eq!(change(&page, &Field::Sandbox), Change::New, "prod was the deployment's");
    assert_eq!(change(&page, &Field::OrganizationId), Change::New);
    assert_eq!(change(&page, &Field::Name), Change::Same);
}

#[test]
fn one_press_takes_all_of_it_back() {
    let mut page = Page::new();
    page.type_in(Field::ApiKey, "mine");
    let auth = page.model.auth_name.clone();
    import(
        &mut page,
        vec![
            taken(Target::ApiKey, "API_KEY", "theirs"),
            taken(Target::Sandbox, "SANDBOX_NAME", "acme-dev"),
            taken(Target::Param("clientId".to_owned()), "SF_CLIENT_ID", "c"),
            taken(Target::Param("clientSecret".to_owned()), "SF_CLIENT_SECRET", "s"),
        ],
    );
    assert_eq!(page.model.auth_name, "OAuth2 Client Credential", "it has these parameters");
    page.type_in(Field::Name, "typed since");
    let effects = page.tell(Msg::Import(import::Msg::UndoPressed));
    let focus = Effect::Focus(IMPORTED.to_owned());
    assert_eq!(effects, [Effect::RestoreSecrets, Effect::LookAtToken, focus]);
    assert_eq!(page.model.auth_name, auth);
    for (field, text) in [
        (Field::ApiKey, "mine"),
        (Field::Sandbox, "prod"),
        (param("clientId"), ""),
        (Field::Name, "typed since"),
    ] {
        assert_eq!(page.model.form.text(&field), text, "{field:?}");
    }
    assert_eq!(page.model.import, Some(Outcome::Undone));
    assert_eq!(page.tell(Msg::Import(import::Msg::UndoPressed)), [], "once");
}

/// A credential of *OAuth Server-to-Server* goes where a token is asked for, and back.
#[test]
fn what_gets_a_token_goes_to_its_inputs() {
    let mut page = Page::new();
    let usual = page.model.get_token.scopes();
    let credential = || {
        vec![
            taken(Target::ApiKey, "CLIENT_ID", given::API_KEY),
            taken(Target::ClientSecret, "CLIENT_SECRETS", "CANARY"),
            taken(Target::Scopes, "SCOPES", "openid,AdobeID"),
        ]
    };
    import(&mut page, credential());
    assert_eq!(page.model.get_token.scopes(), "openid,AdobeID");
    assert_eq!(page.model.form.api_key, given::API_KEY);
    assert!(page.is_unfolded(Disclosure::GetToken), "what is filled in can be seen");
    assert!(!format!("{:?}", page.model).contains("CANARY"), "no secret is in the model");
    let filled = &report(&page).filled;
    assert!(filled.iter().any(|one| one.input == Input::ClientSecret), "{filled:?}");
    assert!(filled.iter().all(|one| one.change == Change::New), "{filled:?}");
    assert_eq!(report(&page).left_out, []);
    page.tell(Msg::Import(import::Msg::UndoPressed));
    assert_eq!(page.model.get_token.scopes(), usual);
    assert_eq!(page.model.form.api_key, "");
    page.tell(Msg::GetToken(get_token::Msg::ScopesTyped("openid".to_owned())));
    import(&mut page, credential());
    let scopes = report(&page).filled.iter().find(|one| one.input == Input::Scopes);
    assert_eq!(scopes.map(|one| one.change), Some(Change::Overwrote));
}

/// The parameters decide which auth spec is meant, where the text does not name one.
#[test]
fn the_auth_spec_is_that_of_the_parameters() {
    let basic = "Basic Authentication";
    let oauth2 = "OAuth2 Client Credential";
    let key = |key: &str| taken(Target::Param(key.to_owned()), key, "x");
    for (values, auth) in [
        (vec![key("environmentUrl")], basic),
        (vec![key("clientId")], oauth2),
        (vec![key("clientId"), key("username"), key("password")], basic),
        (vec![taken(Target::AuthSpec, "specName", oauth2), key("username")], oauth2),
        (vec![taken(Target::AuthSpec, "specName", "Kerberos"), key("clientId")], oauth2),
    ] {
        let mut page = Page::new();
        import(&mut page, values);
        assert_eq!(page.model.auth_name, auth);
    }
}

/// A file must not lead the token to another address.
#[test]
fn the_address_of_the_api_is_never_imported() {
    for (target, own, other) in [
        (Target::ApiBase, "https://platform.adobe.io", "https://evil.example"),
        (Target::ImsBase, "https://ims-na1.adobelogin.com", "https://evil.example"),
    ] {
        let mut page = Page::new();
        let before = page.model.settings.clone();
        import(&mut page, vec![taken(target.clone(), "url", own)]);
        assert_eq!(report(&page).left_out, [], "it is the one that is used anyway");
        import(&mut page, vec![taken(target, "url", other)]);
        let expect = LeftOut { name: "url".to_owned(), reason: Reason::AnotherApi };
        assert_eq!(report(&page).left_out, [expect]);
        assert_eq!(page.model.settings, before);
    }
}

#[test]
fn what_has_no_place_is_left_out_with_its_reason() {
    let mut page = Page::new();
    let values = vec![
        taken(Target::Param("account".to_owned()), "account", "x"),
        taken(Target::AuthSpec, "specName", "Kerberos"),
    ];
    import(&mut page, values);
    let left_out: Vec<_> =
        report(&page).left_out.iter().map(|one| (one.name.as_str(), one.reason)).collect();
    let expect = [("account", Reason::NotOfThisSource), ("specName", Reason::NoSuchAuth)];
    assert_eq!(left_out, expect);
    assert_eq!(report(&page).filled, []);
}

#[test]
fn a_text_without_values_changes_nothing() {
    for (msg, outcome) in [
        (
            import::Msg::Nothing(NothingFound::NotUnderstood),
            Outcome::Nothing(NothingFound::NotUnderstood),
        ),
        (import::Msg::NoFile, Outcome::NoFile),
        (import::Msg::SeveralFiles, Outcome::SeveralFiles),
        (import::Msg::NoForm, Outcome::NoForm),
    ] {
        let mut page = Page::filled();
        let before = page.model.form.clone();
        assert_eq!(page.tell(Msg::Import(msg)), [Effect::Focus(IMPORTED.to_owned())]);
        assert_eq!(page.model.form, before);
        assert_eq!(page.model.import, Some(outcome));
        assert_eq!(page.model.tool, Some(Tool::Import));
    }
}

/// A creation that is on its way, and one that was made, keep what they are about.
#[test]
fn there_is_a_form_only_before_a_creation() {
    assert!(Page::filled().model.phase.is_filling());
    for page in [Page::sending(), Page::unknown(), Page::created()] {
        assert!(!page.model.phase.is_filling());
    }
}

/// What an import wrote over is not brought to light again by taking it back.
#[test]
fn an_emptied_form_and_a_made_connection_end_an_import() {
    let mut emptied = Page::filled();
    import(&mut emptied, vec![taken(Target::AccessToken, "ACCESS_TOKEN", "a.b.c")]);
    emptied.tell(Msg::Kept(kept::Msg::StartOver));
    let mut created = Page::filled();
    import(&mut created, vec![taken(Target::Sandbox, "SANDBOX_NAME", "acme-dev")]);
    created.press();
    created.create_answers(Ok(given::created(given::ID)));
    for mut page in [emptied, created] {
        assert_eq!(page.model.import, None);
        assert_eq!(page.tell(Msg::Import(import::Msg::UndoPressed)), []);
    }
}

#[test]
fn a_finding_about_an_input_goes_with_what_stood_there() {
    let mut page = Page::filled();
    page.type_in(Field::Sandbox, "Not a name");
    page.press();
    assert!(page.model.problem(&Field::Sandbox).is_some());
    import(&mut page, vec![taken(Target::Sandbox, "SANDBOX_NAME", "acme-dev")]);
    assert_eq!(page.model.problem(&Field::Sandbox), None);
    assert!(!page.model.summary);
}

/// What is seen of connections belongs to the access in the inputs, so what is filled in is
/// shown where all of it can be seen.
#[test]
fn an_import_beside_connections_leads_to_the_form() {
    let mut page = Page::worked();
    let values = vec![taken(Target::Sandbox, "SANDBOX_NAME", "acme-test")];
    let effects = import(&mut page, values);
    let shown = Effect::ShowRoute(Route::Create);
    let focus = Effect::Focus(IMPORTED.to_owned());
    assert_eq!(effects, [shown, Effect::LookAtToken, focus]);
    assert_eq!(page.model.route, Route::Create);
    assert_eq!(page.model.tool, Some(Tool::Import));
    let effects = page.tell(Msg::LinkFollowed(Route::Connections));
    assert!(effects.contains(&Effect::OfferAccess), "what is shown belongs to other access now");
    let effects = page.tell(Msg::Import(import::Msg::Reading));
    assert_eq!(effects, [Effect::ShowRoute(Route::Create)], "a file is told of there");
}

#[test]
fn a_stray_paste_beside_connections_does_nothing() {
    let mut page = Page::worked();
    let nothing = import::Msg::Nothing(NothingFound::NotUnderstood);
    assert_eq!(page.tell(Msg::Import(nothing)), []);
    assert_eq!((page.model.route, page.model.import), (Route::Connections, None));
}

/// An import that gives nothing does not take the way back from the one before.
#[test]
fn a_failed_import_leaves_the_one_before_to_be_taken_back() {
    let mut page = Page::filled();
    import(&mut page, vec![taken(Target::ApiKey, "API_KEY", "theirs")]);
    page.tell(Msg::Import(import::Msg::Reading));
    page.tell(Msg::Import(import::Msg::NoFile));
    page.tell(Msg::Import(import::Msg::Nothing(NothingFound::NotUnderstood)));
    let effects = page.tell(Msg::Import(import::Msg::UndoPressed));
    assert!(effects.contains(&Effect::RestoreSecrets), "{effects:?}");
    assert_eq!(page.model.form.api_key, given::API_KEY);
    assert_eq!(page.model.import, Some(Outcome::Undone));
    assert_eq!(page.tell(Msg::Import(import::Msg::UndoPressed)), [], "once");
}

#[test]
fn what_was_typed_since_stays() {
    let mut page = Page::filled();
    import(
        &mut page,
        vec![taken(Target::ApiKey, "API_KEY", "theirs"), taken(Target::Name, "name", "theirs")],
    );
    page.type_in(Field::Name, "typed since");
    page.tell(Msg::Import(import::Msg::UndoPressed));
    assert_eq!(page.model.form.api_key, given::API_KEY);
    assert_eq!(page.model.form.name, "typed since");
}

/// The source of the text does not come by once the import was taken back.
#[test]
fn a_source_that_is_not_known_yet_is_not_waited_for_any_more() {
    let mut page = Page::filled();
    let other = "11111111-2222-3333-4444-555555555555";
    import(&mut page, vec![taken(Target::SpecId, "connectionSpec.id", other)]);
    assert!(page.model.sources.wanted.is_some());
    page.tell(Msg::Import(import::Msg::UndoPressed));
    assert_eq!(page.model.sources.wanted, None);
}

/// The input of the token is emptied once it worked, and the page goes on with it.
#[test]
fn a_token_in_use_is_not_taken_back_and_that_is_said() {
    let mut page = Page::with_access();
    import(&mut page, vec![taken(Target::AccessToken, "ACCESS_TOKEN", "a.b.c")]);
    page.tell(Msg::LinkFollowed(Route::Connections));
    page.tell(Msg::AccessOffered(given::token()));
    page.tell(Msg::Told(Told::AccessWorked));
    assert_eq!(change(&page, &Field::AccessToken), Change::InUse);
    page.tell(Msg::Import(import::Msg::UndoPressed));
    assert_eq!(page.model.import, Some(Outcome::UndoneButToken));
}

/// Where a new token is asked for, an import is an answer to that and to nothing else.
#[test]
fn a_token_is_taken_where_one_is_asked_for() {
    let mut page = Page::sending();
    page.tell(Msg::Renewal(renewal::Msg::Asked { again: false, awaited: true }));
    let focus = || Effect::Focus(element_id::NEW_TOKEN.to_owned());
    assert_eq!(page.tell(Msg::Import(import::Msg::Reading)), []);
    let nothing = import::Msg::Nothing(NothingFound::NotUnderstood);
    assert_eq!(page.tell(Msg::Import(nothing)), [focus()]);
    let came = |page: &Page| page.model.renewal.map(|renewal| renewal.import);
    assert_eq!(came(&page), Some(renewal::Import::NoToken));
    assert_eq!(page.tell(Msg::Import(import::Msg::TokenGiven)), [focus()]);
    assert_eq!(came(&page), Some(renewal::Import::Token));
    assert_eq!((page.model.import, page.model.tool), (None, None));
}

/// What an import switches is told like what it fills in.
#[test]
fn another_authentication_is_told() {
    let mut page = Page::new();
    import(&mut page, vec![taken(Target::Param("clientId".to_owned()), "SF_CLIENT_ID", "c")]);
    assert_eq!(change(&page, &Field::Authentication), Change::Overwrote);
    import(&mut page, vec![taken(Target::AuthSpec, "specName", "OAuth2 Client Credential")]);
    assert_eq!(change(&page, &Field::Authentication), Change::Same);
}

/// That there are parameters speaks for no auth spec, be it one that is all typed as JSON.
#[test]
fn parameters_of_any_kind_choose_no_auth_spec() {
    let mut page = Page::new();
    let schema = json!({ "type": "object", "patternProperties": { "^x": {} } });
    let auth = json!({ "name": "Any", "type": "any", "spec": schema });
    let spec = json!({ "id": "i", "name": "n", "version": "1.0", "authSpec": [auth] });
    let spec = ConnectionSpec::from_json(&spec).unwrap();
    assert!(matches!(spec.auth_specs[0].fields[0].kind, FieldKind::Json(_)));
    page.model.spec.auth_specs.extend(spec.auth_specs);
    let chosen = page.model.auth_name.clone();
    let whole = || vec![taken(Target::Param(String::new()), "params", r#"{"x":"1"}"#)];
    import_all(&mut page, vec![taken(Target::Param("x".to_owned()), "x", "1")], whole());
    assert_eq!(page.model.auth_name, chosen);
    let client = vec![taken(Target::Param("clientId".to_owned()), "clientId", "c")];
    import_all(&mut page, client, whole());
    assert_eq!(page.model.auth_name, "OAuth2 Client Credential");
}

const S3_KEY: &str = "s3AccessKey";

/// A page that took the body of a request for Amazon S3 before any source is listed.
fn awaiting_s3() -> (Page, Import) {
    let mut page = Page::filled();
    let body = vec![
        taken(Target::Name, "name", "S3 of Acme"),
        taken(Target::AuthSpec, "specName", "Access Key"),
        taken(Target::Param(S3_KEY.to_owned()), S3_KEY, "AKIA"),
        taken(Target::Param("s3SecretKey".to_owned()), "s3SecretKey", "CANARY"),
        taken(Target::SpecId, "connectionSpec.id", S3),
    ];
    let (effects, rest) = import_all(&mut page, body, Vec::new());
    assert!(effects.contains(&Effect::Sources(Deed::Offer)), "the sources are asked for");
    let source = report(&page).filled.iter().find(|one| one.input == Input::Source).unwrap();
    assert_eq!(source.change, Change::Awaited);
    let left_out: Vec<_> =
        report(&page).left_out.iter().map(|one| (one.name.as_str(), one.reason)).collect();
    let expect = ["specName", S3_KEY, "s3SecretKey"].map(|name| (name, Reason::Waits));
    assert_eq!(left_out, expect);
    (page, rest.unwrap())
}

/// What is imported is for the form that is drawn, so no other one takes its place later.
#[test]
fn an_import_for_the_drawn_source_ends_the_wait_for_another() {
    let (mut page, _) = awaiting_s3();
    let drawn = page.model.spec.id.clone();
    import_all(&mut page, vec![taken(Target::SpecId, "spec", &drawn)], Vec::new());
    assert_eq!(page.model.sources.wanted, None);
    let source = &report(&page).filled[0];
    assert_eq!((&source.input, source.change), (&Input::Source, Change::Overwrote));
    page.press();
    assert_eq!(page.creations, 1);
    let (mut page, _) = awaiting_s3();
    import_all(&mut page, vec![taken(Target::SpecId, "spec", &drawn)], Vec::new());
    page.tell(Msg::Import(import::Msg::UndoPressed));
    let wanted = page.model.sources.wanted.as_ref().map(|wanted| wanted.id.as_str());
    assert_eq!(wanted, Some(S3), "what was waited for is waited for again");
}

/// The list of the sources comes, as the local service has it.
fn list_comes(page: &mut Page) -> Vec<Effect> {
    let access = asked(&page.tell(Msg::Sources(SourcesMsg::Wanted(given::token()))));
    page.tell(Msg::Sources(SourcesMsg::Listed(access, Ok(all(live(true))))))
}

/// What is for a source that is not listed yet is filled in when it is.
#[test]
fn what_waits_for_its_source_comes_with_it() {
    let (mut page, rest) = awaiting_s3();
    assert_eq!(page.model.form.name, "S3 of Acme");
    assert_eq!(list_comes(&mut page), [Effect::FillInRest]);
    assert_eq!(page.model.spec.id, S3);
    rest_comes(&mut page, rest);
    assert_eq!(page.model.form.text(&param(S3_KEY)), "AKIA");
    assert_eq!(report(&page).left_out, []);
    assert!(report(&page).filled.iter().any(|one| one.input == param("s3SecretKey").into()));
    page.tell(Msg::Import(import::Msg::UndoPressed));
    assert!(page.model.is_built_in(), "one press takes all of it back");
    assert_eq!(page.model.form.text(&param(S3_KEY)), "");
    assert_eq!(page.model.form.name, given::NAME);
    assert_eq!(page.model.sources.wanted, None);
}

fn rest_comes(page: &mut Page, rest: Import) -> Vec<Effect> {
    let Sorted { auth, texts, secrets, left_out, .. } = import::sorted(&page.model, rest);
    let secrets = secrets.into_iter().map(new).collect();
    page.tell(Msg::Import(import::Msg::RestRead { auth, texts, secrets, left_out }))
}

/// What is typed while an import waits for its source is typed since the import.
#[test]
fn what_was_typed_while_a_source_was_awaited_stays() {
    let (mut page, rest) = awaiting_s3();
    page.type_in(Field::Name, "typed since");
    list_comes(&mut page);
    rest_comes(&mut page, rest);
    page.tell(Msg::Import(import::Msg::UndoPressed));
    assert_eq!(page.model.form.name, "typed since");
    assert_eq!(page.model.form.text(&param(S3_KEY)), "", "the rest is taken back");
    assert!(page.model.is_built_in());
}

/// What waited for its source is no answer to the question for a token, and is not lost to it.
#[test]
fn what_waits_for_its_source_comes_while_a_token_is_asked_for() {
    let (mut page, rest) = awaiting_s3();
    list_comes(&mut page);
    page.tell(Msg::Renewal(renewal::Msg::Asked { again: false, awaited: true }));
    assert_eq!(rest_comes(&mut page, rest), [Effect::LookAtToken]);
    assert_eq!(page.model.form.text(&param(S3_KEY)), "AKIA");
    assert_eq!(page.model.renewal.map(|renewal| renewal.import), Some(renewal::Import::None));
}

#[test]
fn what_waits_for_a_source_that_is_not_chosen_is_forgotten() {
    let (mut page, _) = awaiting_s3();
    let effects = page.tell(Msg::Sources(SourcesMsg::WishGivenUp));
    assert!(effects.contains(&Effect::ForgetRest), "{effects:?}");
    assert!(report(&page).left_out.iter().all(|one| one.reason == Reason::NotChosen));
    let (mut page, _) = awaiting_s3();
    page.tell(Msg::Import(import::Msg::UndoPressed));
    assert_eq!(page.model.sources.wanted, None);
    list_comes(&mut page);
    assert!(page.model.is_built_in(), "an import that was taken back chooses nothing");
}

/// An object that is typed as JSON takes what stands in it; what only one variant has chooses
/// that variant.
#[test]
fn objects_and_variants_are_filled_in() {
    let mut page = with_source(GENERIC_REST);
    let body = vec![
        taken(Target::Param("accessToken".to_owned()), "accessToken", "CANARY"),
        taken(Target::Param("refreshToken".to_owned()), "refreshToken", "CANARY"),
        taken(Target::Param("accessTokenUrl".to_owned()), "accessTokenUrl", "https://a.example"),
        taken(Target::Param("requestHeaders.X-A".to_owned()), "requestHeaders.X-A", "CANARY"),
        taken(Target::Param("requestParameterOverride.q".to_owned()), "q", "1"),
    ];
    let objects = vec![
        taken(Target::Param("requestHeaders".to_owned()), "requestHeaders", r#"{"X-A":"CANARY"}"#),
        taken(Target::Param("requestParameterOverride".to_owned()), "override", r#"{"q":"1"}"#),
    ];
    import_all(&mut page, body, objects);
    assert_eq!(report(&page).left_out, []);
    assert_eq!(page.model.form.text(&param("requestParameterOverride")), r#"{"q":"1"}"#);
    let filled = |key: &str| report(&page).filled.iter().any(|one| one.input == param(key).into());
    assert!(filled("requestHeaders") && filled("refreshToken"));
    let auth = page.model.auth();
    let active = auth.active(|field| page.model.form.param_of(field));
    let active: Vec<_> = active.map(|field| field.key.to_string()).collect();
    assert!(active.iter().any(|key| key == "refreshToken"), "it is sent: {active:?}");
    assert!(!format!("{:?}", page.model).contains("CANARY"), "no secret is in the model");
}

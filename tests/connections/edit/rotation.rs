//! New credentials: all of them, no stored secret, nothing of them in the model.

use flow_connect::screen::TestRun;
use flow_connect::screen::connections::edit::{Field, Msg as EditMsg, Phase, Rotation};
use flow_connect::screen::connections::one::{Msg as One, Tab};
use flow_connect::screen::connections::{Answer, Call, Effect, Msg};
use flow_service::error::CallError;
use flow_service::request::Body;
use flow_service::secret::SecretName;
use flow_service::spec::{
    AuthField, AuthSpec, ConnectionSpec, FieldKind, JsonPart, JsonShape, NumberLimits, Place, When,
};
use flow_service::value::{Mismatch, Problem};
use serde_json::{Value, json};

use super::{NEWER, body, edit, editing, has_input, param, raw, save, saved, seen, tell, type_in};
use crate::one::{loading, refused};
use crate::room::{Room, id, said, sent};

const SECRETS: [&str; 2] = ["password", "securityToken"];

fn rotating(raw: Value) -> Room {
    let mut room = editing(raw);
    tell(&mut room, EditMsg::RotatePressed);
    room
}

fn params(effects: &[Effect]) -> Value {
    body(&sent(effects, &Call::Save(id(1))).1)[0]["value"].clone()
}

/// The edit of a connection of another source, whose spec is this.
fn of_spec(fields: Vec<AuthField>, stored: &Value) -> Room {
    let mut raw = raw();
    raw["connectionSpec"]["id"] = json!("cfc0fee1-7dc0-40ef-b73e-d8b134c436f5");
    raw["auth"] = json!({ "specName": "Keys", "params": stored });
    let (mut room, effects) = loading(raw);
    room.tell(Msg::One(One::TabChosen(Tab::Edit)));
    let auth_specs = vec![AuthSpec { name: "Keys".to_owned(), fields: fields.into() }];
    let spec = ConnectionSpec { auth_specs, ..ConnectionSpec::service_cloud() };
    room.answer(&effects, &Call::Spec, Answer::Spec(Ok(Some(spec))));
    tell(&mut room, EditMsg::RotatePressed);
    room
}

fn field(key: &str, kind: FieldKind, required: bool) -> AuthField {
    AuthField::plain(key, key, required, kind)
}

#[test]
fn a_rotation_sends_all_parameters_and_no_mask() {
    let mut room = rotating(raw());
    type_in(&mut room, param("username"), "other@example.com");
    let effects = save(&mut room, &SECRETS);
    let patch = json!([{ "op": "replace", "path": "/auth/params", "value": {
        "username": "other@example.com",
        "environmentUrl": "login.salesforce.com",
        "password": "$PASSWORD",
        "securityToken": "$SECURITY_TOKEN",
    }}]);
    let (_, request) = sent(&effects, &Call::Save(id(1)));
    assert_eq!(body(&request), patch);
    assert!(!request.to_http("").contains("***"));
}

#[test]
fn each_secret_must_be_given_again() {
    let mut room = rotating(raw());
    let effects = save(&mut room, &["securityToken"]);
    assert!(!effects.iter().any(|it| matches!(it, Effect::Send { .. })));
    assert_eq!(edit(&room).problems, [(param("password"), Problem::Missing)]);
    assert!(effects.contains(&Effect::Focus("edit-param-password".to_owned())));
    assert_eq!(said(&effects), ["One field needs your attention"]);
    tell(&mut room, EditMsg::SecretEdited("password".to_owned()));
    assert_eq!(edit(&room).problems, []);
    sent(&save(&mut room, &SECRETS), &Call::Save(id(1)));
}

#[test]
fn a_secret_that_nobody_reported_is_missing() {
    let mut room = rotating(raw());
    tell(&mut room, EditMsg::SavePressed(Vec::new()));
    let missing = SECRETS.map(|key| (param(key), Problem::Missing));
    assert_eq!(edit(&room).problems, missing);
}

#[test]
fn values_are_parsed_and_optional_ones_can_be_emptied() {
    let mut room = rotating(raw());
    type_in(&mut room, param("environmentUrl"), "http://acme.my.salesforce.com");
    save(&mut room, &SECRETS);
    assert_eq!(edit(&room).problems, [(param("environmentUrl"), Problem::NotHttps)]);
    type_in(&mut room, param("environmentUrl"), "");
    let effects = save(&mut room, &SECRETS);
    assert_eq!(params(&effects).get("environmentUrl"), None);
}

#[test]
fn a_required_text_cannot_be_emptied() {
    let mut room = rotating(raw());
    type_in(&mut room, param("username"), " ");
    save(&mut room, &SECRETS);
    assert_eq!(edit(&room).problems, [(param("username"), Problem::Missing)]);
}

#[test]
fn numbers_truths_and_what_the_spec_does_not_have_are_kept() {
    let stored = json!({
        "port": 443, "private": true, "scopes": ["a"], "region": "va7",
        "key": "********", "hidden": "*****", "ref": "{SECRET}",
    });
    let fields = vec![
        field("key", FieldKind::Secret, true),
        field("port", FieldKind::Text, false),
        field("private", FieldKind::Text, false),
    ];
    let mut room = of_spec(fields, &stored);
    let masked: Vec<_> = edit(&room).rotation.iter().flat_map(Rotation::secrets).collect();
    let masked: Vec<_> = masked.iter().map(|param| &*param.field.key).collect();
    assert_eq!(masked.len(), 3, "what is masked is a secret, whatever the spec says: {masked:?}");
    type_in(&mut room, param("port"), "8443");
    let effects = save(&mut room, &["key", "hidden"]);
    let expect = json!({
        "port": 8443, "private": true, "scopes": ["a"], "region": "va7",
        "key": "$KEY", "hidden": "$HIDDEN",
    });
    assert_eq!(params(&effects), expect);
}

#[test]
fn nested_parameters_are_edited_where_they_are() {
    let stored = json!({
        "kind": "key", "proxy": { "port": 80, "key": "****", "other": "****", "list": [1] },
        "old": "kept",
    });
    let nested = |name: &str, kind| AuthField {
        place: Place::Path(vec!["proxy".to_owned(), name.to_owned()]),
        ..field(&["proxy.", name].concat(), kind, false)
    };
    let when = |value: &str| Some(When { key: "kind".to_owned(), values: vec![value.to_owned()] });
    let limits = NumberLimits { integer: true, minimum: Some(1), maximum: Some(99) };
    let fields = vec![
        field("kind", FieldKind::Choice(Vec::new()), true),
        AuthField { when: when("basic"), ..field("username", FieldKind::Text, true) },
        AuthField { when: when("key"), ..field("id", FieldKind::Text, false) },
        nested("port", FieldKind::Number(limits)),
        nested("key", FieldKind::Secret),
        AuthField { hidden: true, ..field("old", FieldKind::Text, false) },
    ];
    let mut room = of_spec(fields, &stored);
    let rotation = edit(&room).rotation.as_ref().unwrap();
    let keys: Vec<_> = rotation.params.iter().map(|param| &*param.field.key).collect();
    assert_eq!(keys, ["id", "proxy.port", "proxy.key", "proxy.other"]);
    type_in(&mut room, param("proxy.port"), "100");
    save(&mut room, &["proxy.key"]);
    let problem = Problem::Mismatch(Mismatch::TooLarge);
    assert_eq!(edit(&room).problems, [(param("proxy.port"), problem)]);
    assert!(seen(&room, "This is too large: from 1 to 99."));
    type_in(&mut room, param("proxy.port"), "81");
    type_in(&mut room, param("id"), "acme");
    let effects = save(&mut room, &["proxy.key"]);
    let expect = json!({
        "kind": "key", "proxy": { "port": 81, "list": [1], "key": "$PROXY_KEY" },
        "old": "kept", "id": "acme",
    });
    assert_eq!(params(&effects), expect);
}

fn json_of(key: &str, holds_secret: bool) -> AuthField {
    let part = JsonPart { shape: JsonShape::Any, holds_secret, required: Vec::new() };
    field(key, FieldKind::Json(part), false)
}

/// What the service shows of it is a mask, or has one in it.
#[test]
fn json_that_is_secret_is_given_again_too() {
    let stored = json!({
        "host": "acme.example", "headers": "********", "more": { "x": [{ "key": "***" }] },
        "empty": {}, "plain": { "page": "1" },
    });
    let fields = vec![
        field("host", FieldKind::Text, true),
        json_of("headers", true),
        json_of("more", false),
        json_of("empty", true),
        json_of("plain", false),
    ];
    let mut room = of_spec(fields, &stored);
    let rotation = edit(&room).rotation.as_ref().unwrap();
    let keys: Vec<_> = rotation.secrets().map(|param| &*param.field.key).collect();
    assert_eq!(keys, ["headers", "more", "empty"]);
    assert!(seen(&room, "must be given again, or it is removed"));
    assert!(seen(&room, "Typed as JSON."));
    type_in(&mut room, param("host"), "other.example");
    let effects = save(&mut room, &["headers"]);
    let request = sent(&effects, &Call::Save(id(1))).1;
    let secret = Body::SecretJson(SecretName::of_param("headers"));
    let expect = [
        ("host", Body::Text("other.example".to_owned())),
        ("headers", secret),
        ("plain", Body::of_json(&json!({ "page": "1" }))),
    ];
    let expect = expect.map(|(key, value)| (key.to_owned(), value)).to_vec();
    let Some(Body::Array(steps)) = request.body else { unreachable!() };
    let [Body::Object(step)] = steps.as_slice() else { unreachable!() };
    assert_eq!(step.last(), Some(&("value".to_owned(), Body::Object(expect))));
}

/// No field of the spec names them, and they are masked all the same.
#[test]
fn masks_in_parameters_that_the_spec_does_not_describe_are_asked_for() {
    let stored = json!({
        "host": "acme.example", "key": "********", "in": { "key": "****" },
        "keys": ["****"], "scopes": ["a"],
    });
    let all = AuthField { place: Place::Path(Vec::new()), ..json_of("", false) };
    let mut room = of_spec(vec![all], &stored);
    let rotation = edit(&room).rotation.as_ref().unwrap();
    let keys: Vec<_> = rotation.params.iter().map(|param| &*param.field.key).collect();
    assert_eq!(keys, ["host", "key", "in.key", "keys"]);
    let effects = save(&mut room, &["key", "in.key"]);
    let expect = json!({
        "host": "acme.example", "key": "$KEY", "in": { "key": "$IN_KEY" }, "scopes": ["a"],
    });
    assert_eq!(params(&effects), expect);
}

#[test]
fn after_a_rotation_the_secrets_are_cleared_and_a_test_is_offered() {
    let mut room = rotating(raw());
    tell(&mut room, EditMsg::SecretEdited("password".to_owned()));
    let effects = save(&mut room, &SECRETS);
    room.tell(Msg::One(One::TestPressed));
    let effects = room.answer(&effects, &Call::Save(id(1)), saved(NEWER));
    let ids = SECRETS.map(|key| Field::id(&param(key))).to_vec();
    assert!(effects.contains(&Effect::ClearSecrets(ids)), "{effects:#?}");
    assert_eq!(has_input(&effects), Some(false));
    assert!(edit(&room).rotation.is_none());
    assert_eq!(room.model.one.as_ref().unwrap().test, TestRun::None, "it was about the old ones");
    room.drawn().one("button", "Test connection");
    let effects = room.tell(Msg::One(One::TestPressed));
    room.answer(&effects, &Call::Test, Answer::Test(Ok(true)));
    assert!(seen(&room, "The source accepted the credentials."));
}

#[test]
fn the_stored_credentials_can_be_kept_after_all() {
    let mut room = rotating(raw());
    tell(&mut room, EditMsg::SecretEdited("password".to_owned()));
    save(&mut room, &[]);
    let effects = tell(&mut room, EditMsg::RotationDropped);
    let ids = SECRETS.map(|key| Field::id(&param(key))).to_vec();
    assert!(effects.contains(&Effect::ClearSecrets(ids)));
    assert!(effects.contains(&Effect::Focus("edit-rotate".to_owned())));
    assert_eq!(has_input(&effects), Some(false));
    assert_eq!(edit(&room).problems, []);
    room.drawn().one("button", "Rotate credentials…");
}

#[test]
fn a_refusal_about_a_parameter_is_at_its_input_and_secrets_stay() {
    let mut room = rotating(raw());
    let effects = save(&mut room, &SECRETS);
    let CallError::RefusedByService(mut refusal) = refused(400, "1304-400") else { panic!() };
    refusal.message = "The mandatory field securityToken is not provided.".to_owned();
    let answer = Answer::Saved(Err(CallError::RefusedByService(refusal)));
    let effects = room.answer(&effects, &Call::Save(id(1)), answer);
    assert!(!effects.iter().any(|it| matches!(it, Effect::ClearSecrets(_))));
    assert!(effects.contains(&Effect::Focus("edit-param-securityToken".to_owned())));
    let page = room.drawn();
    let input = page.one("password", "Security token");
    assert_eq!(input.attribute("aria-invalid"), Some("true"));
    type_in(&mut room, Field::Name, "Mine");
    let is_marked = |room: &Room| {
        room.drawn().one("password", "Security token").attribute("aria-invalid") == Some("true")
    };
    assert!(is_marked(&room));
    tell(&mut room, EditMsg::SecretEdited("securityToken".to_owned()));
    assert!(!is_marked(&room), "nobody has tried the new one");
}

#[test]
fn without_the_spec_there_is_no_rotation_and_it_says_why() {
    let unknown = |answer| {
        let mut raw = raw();
        raw["connectionSpec"]["id"] = json!("cfc0fee1-7dc0-40ef-b73e-d8b134c436f5");
        let (mut room, effects) = loading(raw);
        room.tell(Msg::One(One::TabChosen(Tab::Edit)));
        assert!(seen(&room, "Asking which credentials the source takes"));
        room.answer(&effects, &Call::Spec, Answer::Spec(answer));
        room
    };
    let none = ConnectionSpec { auth_specs: Vec::new(), ..ConnectionSpec::service_cloud() };
    for (answer, why) in [
        (Ok(None), "the service has no connection spec of this ID"),
        (Err(refused(404, "1439-404")), "the service has no connection spec of this ID"),
        (Ok(Some(none)), "does not have the auth spec of this connection"),
        (Err(refused(403, "2120-403")), "could not be loaded"),
    ] {
        let failed = matches!(&answer, Err(error) if error.status() == Some(403));
        let mut room = unknown(answer);
        assert!(seen(&room, why), "{why}");
        let page = room.drawn();
        page.none("button", "Rotate credentials…");
        assert_eq!(page.with("button", "Try again").len(), usize::from(failed));
        assert_eq!(tell(&mut room, EditMsg::RotatePressed), []);
        if failed {
            sent(&tell(&mut room, EditMsg::SpecAgain), &Call::Spec);
        }
        type_in(&mut room, Field::Name, "Acme 2");
        sent(&save(&mut room, &[]), &Call::Save(id(1)));
        assert_eq!(edit(&room).phase, Phase::Saving);
    }
}

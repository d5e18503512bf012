//! What is typed into the fields of a spec, and where it is sent.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use flow_service::operation::create_connection::Param;
use flow_service::request::Body;
use flow_service::secret::SecretName;
use flow_service::spec::typed::{Means, parse};
use flow_service::spec::{
    Choice, FieldKind, JsonPart, JsonShape, NumberLimits, TextLimits, nested,
};
use flow_service::value::{Mismatch, Problem};
use proptest::prelude::*;
use serde_json::{Value, json};

mod given {
    pub mod auth_spec;
    pub mod json;
}

const MEANS: Means = Means {
    json: |text| serde_json::from_str(text).ok(),
    matches: |pattern, text| (pattern != "(").then(|| text.starts_with(pattern)),
};

const ANY: NumberLimits = NumberLimits { integer: false, minimum: None, maximum: None };
const PORT: NumberLimits = NumberLimits { integer: true, minimum: Some(1), maximum: Some(65535) };

#[track_caller]
fn check(kind: &FieldKind, text: &str, expect: Result<Param, Problem>) {
    assert_eq!((text, parse(kind, text, &MEANS)), (text, expect));
}

#[track_caller]
fn check_number(limits: NumberLimits, text: &str, expect: Result<&str, Mismatch>) {
    let expect = expect.map(bare).map_err(Problem::Mismatch);
    check(&FieldKind::Number(limits), text, expect);
}

fn bare(text: &str) -> Param {
    Param::Bare(text.to_owned())
}

fn text(text: &str) -> Param {
    Param::Text(text.to_owned())
}

fn json_part(shape: JsonShape) -> FieldKind {
    FieldKind::Json(JsonPart { shape, holds_secret: false, required: Vec::new() })
}

#[test]
fn nothing_typed_is_missing() {
    let kinds = [
        FieldKind::Text,
        FieldKind::Secret,
        FieldKind::EnvironmentUrl,
        FieldKind::ApiVersion,
        FieldKind::Limited(TextLimits { shortest: Some(2), ..TextLimits::default() }),
        FieldKind::Choice(Vec::new()),
        FieldKind::Number(PORT),
        FieldKind::Boolean,
        json_part(JsonShape::Any),
    ];
    for kind in kinds {
        check(&kind, "", Err(Problem::Missing));
        check(&kind, " \n", Err(Problem::Missing));
    }
    check(&FieldKind::Secret, "hunter2", Err(Problem::Missing));
}

#[test]
fn the_kinds_of_service_cloud_are_read_as_ever() {
    check(&FieldKind::Text, " acme ", Ok(text(" acme ")));
    let url = "https://acme.my.salesforce.com";
    check(&FieldKind::EnvironmentUrl, "acme.my.salesforce.com/", Ok(text(url)));
    check(&FieldKind::EnvironmentUrl, "http://acme.example", Err(Problem::NotHttps));
    check(&FieldKind::ApiVersion, " 60.0 ", Ok(text("60.0")));
    check(&FieldKind::ApiVersion, "60", Err(Problem::NotAnApiVersion));
}

#[test]
fn a_number_is_sent_as_it_is_typed() {
    for number in ["0", "-0", "12", "1.50", "-1e5", "2E+08", "12345678901234567890.1"] {
        check_number(ANY, number, Ok(number));
    }
    check_number(ANY, " 7 ", Ok("7"));
    for text in ["a", "1,5", "+1", "01", ".5", "1.", "1e", "0x1", "--1", "1 2", "Infinity", "NaN"] {
        check_number(ANY, text, Err(Mismatch::NotANumber));
    }
}

#[test]
fn a_number_keeps_its_limits() {
    check_number(PORT, "1", Ok("1"));
    check_number(PORT, "65535", Ok("65535"));
    check_number(PORT, "22.0", Ok("22.0"));
    check_number(PORT, "22.5", Err(Mismatch::NotWhole));
    check_number(PORT, "0", Err(Mismatch::TooSmall));
    check_number(PORT, "-3", Err(Mismatch::TooSmall));
    check_number(PORT, "65536", Err(Mismatch::TooLarge));
    check_number(PORT, "99999999999999999999", Err(Mismatch::TooLarge));
    check_number(PORT, "-99999999999999999999", Err(Mismatch::TooSmall));
    let rate = NumberLimits { integer: false, minimum: Some(-1), maximum: Some(1) };
    check_number(rate, "1.0", Ok("1.0"));
    check_number(rate, "-0.5", Ok("-0.5"));
    check_number(rate, "1.01", Err(Mismatch::TooLarge));
    check_number(rate, "-1.01", Err(Mismatch::TooSmall));
}

#[test]
fn a_text_keeps_its_limits() {
    let limits = TextLimits { pattern: Some("ä".to_owned()), shortest: Some(2), longest: Some(3) };
    let kind = FieldKind::Limited(limits);
    let mismatch = |mismatch| Err(Problem::Mismatch(mismatch));
    check(&kind, "ää", Ok(text("ää")));
    check(&kind, "äää", Ok(text("äää")));
    check(&kind, "ä", mismatch(Mismatch::TooShort));
    check(&kind, "ääää", mismatch(Mismatch::TooLong));
    check(&kind, "bä", mismatch(Mismatch::NoMatch));
    assert_eq!(parse(&kind, "bä", &Means::NONE), Ok(text("bä")));
}

/// Whether it is one is the service's to know.
#[test]
fn a_pattern_that_is_none_refuses_nothing() {
    let limits = TextLimits { pattern: Some("(".to_owned()), ..TextLimits::default() };
    check(&FieldKind::Limited(limits), "a", Ok(text("a")));
}

#[test]
fn a_choice_and_a_truth_are_sent_as_what_they_are() {
    let choice =
        |value: &str, bare| Choice { value: value.to_owned(), label: "A".to_owned(), bare };
    let kind = FieldKind::Choice(vec![choice("1", true), choice("one", false)]);
    check(&kind, "1", Ok(bare("1")));
    check(&kind, "one", Ok(text("one")));
    check(&kind, "A", Err(Problem::NotOffered));
    check(&FieldKind::Boolean, "true", Ok(bare("true")));
    check(&FieldKind::Boolean, " false ", Ok(bare("false")));
    check(&FieldKind::Boolean, "yes", Err(Problem::NotOffered));
}

#[test]
fn json_is_sent_as_what_it_is() {
    let object = || Body::Object(vec![("a".to_owned(), Body::Bare("1".to_owned()))]);
    let mismatch = |mismatch| Err(Problem::Mismatch(mismatch));
    check(&json_part(JsonShape::Object), " {\"a\": 1}\n", Ok(object()));
    check(&json_part(JsonShape::Any), "\"a\"", Ok(text("a")));
    check(&json_part(JsonShape::Array), "[]", Ok(Body::Array(Vec::new())));
    check(&json_part(JsonShape::Any), "{", mismatch(Mismatch::NotJson));
    check(&json_part(JsonShape::Object), "[]", mismatch(Mismatch::NotAnObject));
    check(&json_part(JsonShape::Array), "{}", mismatch(Mismatch::NotAnArray));
    let secret = FieldKind::Json(JsonPart {
        shape: JsonShape::Any,
        holds_secret: true,
        required: Vec::new(),
    });
    check(&secret, "{}", Err(Problem::Missing));
}

#[test]
fn values_are_put_where_they_are_sent() {
    let auth = given::auth_spec::auth_spec(&json!({
        "properties": {
            "host": {},
            "a": { "properties": { "b": { "properties": { "c": {} } } } },
            "port": { "type": "integer" },
            "z": { "oneOf": [{ "properties": { "x": {} } }, { "properties": { "y": {} } }] },
            "d": { "properties": { "key": { "format": "password" } } },
        },
        "allOf": [{ "properties": { "a": { "properties": { "e": {} } } } }],
    }));
    let values = auth.fields.iter().map(|field| {
        let param = match field.kind {
            FieldKind::Secret => Param::Secret(SecretName::of_param(&field.key)),
            FieldKind::Number(_) => bare("22"),
            _ => text(&field.key),
        };
        (field, param)
    });
    let Body::Object(params) = nested::params(values) else { unreachable!() };
    let expect = [
        ("host", r#""host""#),
        ("a", r#"{"b":{"c":"a.b.c"},"e":"a.e"}"#),
        ("z", r#"{"x":"z.x","y":"z.y"}"#),
        ("port", "22"),
        ("d", r#"{"key":"$D_KEY"}"#),
    ];
    let mut found: Vec<_> = params.into_iter().map(|(key, param)| (key, written(&param))).collect();
    let mut expect: Vec<_> = expect.map(|(key, json)| (key.to_owned(), json.to_owned())).into();
    found.sort();
    expect.sort();
    assert_eq!(found, expect);
}

/// All parameters at once are those of the JSON.
#[test]
fn json_for_all_parameters_is_all_of_them() {
    let auth = given::auth_spec::auth_spec(&json!({}));
    let field = auth.fields.first().unwrap();
    let param = parse(&field.kind, r#"{"a": 1, "b": {"c": []}}"#, &MEANS).unwrap();
    assert_eq!(written(&nested::params([(field, param)])), r#"{"a":1,"b":{"c":[]}}"#);
    let name = SecretName::of_param(&field.key);
    let secret = nested::params([(field, Param::SecretJson(name.clone()))]);
    assert_eq!(secret, Param::SecretJson(name), "a secret one is all of them too");
    let param = parse(&field.kind, "[]", &MEANS);
    assert_eq!(param, Err(Problem::Mismatch(Mismatch::NotAnObject)));
}

#[test]
fn a_value_is_put_in_and_taken_away() {
    let mut body = Body::of_json(&json!({ "a": { "b": 1, "c": 2 }, "d": 3 }));
    nested::put(&mut body, &["a", "b"], Body::Text("new".to_owned()));
    nested::put(&mut body, &["d", "e"], Body::Bare("4".to_owned()));
    nested::remove(&mut body, &["a", "c"]);
    nested::remove(&mut body, &["x", "y"]);
    assert_eq!(written(&body), r#"{"a":{"b":"new"},"d":{"e":4}}"#);
    nested::remove(&mut body, &["a", "b"]);
    assert_eq!(written(&body), r#"{"d":{"e":4}}"#);
}

fn written(body: &Body) -> String {
    match body {
        Body::Text(text) => Value::from(text.as_str()).to_string(),
        Body::Secret(name) | Body::SecretJson(name) => Value::from(name.placeholder()).to_string(),
        Body::Bare(text) => text.clone(),
        Body::Array(items) => {
            format!("[{}]", items.iter().map(written).collect::<Vec<_>>().join(","))
        }
        Body::Object(members) => {
            let member = |(key, value): &(String, Body)| {
                format!("{}:{}", Value::from(key.as_str()), written(value))
            };
            format!("{{{}}}", members.iter().map(member).collect::<Vec<_>>().join(","))
        }
    }
}

proptest! {
    /// A number is one for JSON, too: it goes into the body as it is.
    #[test]
    fn what_is_taken_for_a_number_is_json(text in "[-+0-9.eE ]{0,12}|\\PC{0,6}") {
        if let Ok(Param::Bare(bare)) = parse(&FieldKind::Number(ANY), &text, &MEANS) {
            let number: Result<serde_json::Number, _> = serde_json::from_str(&bare);
            // Only what is too large for a float is no number for this reader.
            prop_assert!(number.is_ok() || bare.contains(['e', 'E']), "{}", bare);
        }
    }

    #[test]
    fn numbers_of_json_are_taken(number in any::<f64>().prop_filter("finite", |it| it.is_finite())) {
        let text = Value::from(number).to_string();
        prop_assert!(parse(&FieldKind::Number(ANY), &text, &MEANS).is_ok(), "{}", text);
    }

    #[test]
    fn no_text_makes_the_reader_panic(schema in given::json::any_json(), text in "\\PC{0,8}") {
        if schema.is_object() {
            let auth = given::auth_spec::auth_spec(&schema);
            let values = auth.fields.iter().filter_map(|field| Some((field, parse(&field.kind, &text, &MEANS).ok()?)));
            let _ = nested::params(values);
        }
    }
}

#[test]
fn an_object_has_the_members_that_it_needs() {
    let required = vec!["a".to_owned(), "b".to_owned()];
    let kind =
        FieldKind::Json(JsonPart { shape: JsonShape::Object, holds_secret: false, required });
    check(&kind, "{\"a\": 1}", Err(Mismatch::LacksMembers.into()));
    check(&kind, "{}", Err(Mismatch::LacksMembers.into()));
    check(&kind, "[]", Err(Mismatch::NotAnObject.into()));
    assert!(parse(&kind, "{\"b\": null, \"a\": 1}", &MEANS).is_ok());
}

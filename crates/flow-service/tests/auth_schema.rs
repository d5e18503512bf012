//! The JSON Schema of an auth spec, read into a flat list of fields.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;

use flow_service::secret::SecretName;
use flow_service::spec::{AuthField, ConnectionSpec, FieldKind};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

mod given {
    pub mod auth_spec;
    pub mod field_line;
    pub mod json;
}

use given::auth_spec::auth_spec;
use given::field_line::line;

#[track_caller]
fn check(schema: &Value, expect: &[&str]) {
    let lines: Vec<_> = auth_spec(schema).fields.iter().map(line).collect();
    assert_eq!(lines, expect);
}

/// The one field of a property that is called `it`.
#[track_caller]
fn check_one(property: &Value, expect: &str) {
    check(&json!({ "properties": { "it": property } }), &[expect]);
}

/// The schema of Adobe's own example, that of Dynamics in its `OpenAPI` document, in other
/// words.
#[test]
fn an_object_of_texts_is_a_list_of_texts() {
    let schema = json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "type": "object",
        "properties": {
            "serviceUri": { "type": "string", "description": "where it is" },
            "username": { "type": "string" },
            "password": { "type": "string", "format": "password" },
        },
        "required": ["username", "password", "serviceUri"],
    });
    check(
        &schema,
        &[
            "serviceUri* [Service URI] text",
            "username* [Username] text",
            "password* [Password] secret",
        ],
    );
    let auth = auth_spec(&schema);
    assert_eq!(auth.fields.first().unwrap().description.as_deref(), Some("where it is"));
}

#[test]
fn numbers_have_limits() {
    check_one(
        &json!({ "type": "integer", "minimum": 1, "maximum": 65535, "default": 22 }),
        "it [It] integer Some(1)..Some(65535) = \"22\"",
    );
    check_one(
        &json!({ "type": "number", "minimum": 0.5, "maximum": 1.5 }),
        "it [It] number Some(0)..Some(2)",
    );
    check_one(
        &json!({ "type": "integer", "exclusiveMinimum": 0, "exclusiveMaximum": 10 }),
        "it [It] integer Some(1)..Some(9)",
    );
    check_one(
        &json!({ "type": "integer", "minimum": 5, "exclusiveMinimum": 0 }),
        "it [It] integer Some(5)..None",
    );
    check_one(&json!({ "type": "number", "exclusiveMinimum": 0 }), "it [It] number Some(0)..None");
    check_one(&json!({ "type": "integer", "minimum": "1" }), "it [It] integer None..None");
    check_one(&json!({ "type": ["integer", "number"] }), "it [It] number None..None");
    check_one(&json!({ "type": "number", "maximum": 1e300 }), "it [It] number None..None");
}

#[test]
fn texts_have_limits() {
    check_one(
        &json!({ "type": "string", "pattern": "^a", "minLength": 2, "maxLength": 9 }),
        "it [It] text /^a/ Some(2)..Some(9)",
    );
    // A text that is given has a character anyway.
    check_one(&json!({ "type": "string", "minLength": 1 }), "it [It] text");
    check_one(&json!({ "type": "string", "pattern": 7, "maxLength": -1 }), "it [It] text");
    let version = json!({ "properties": { "apiVersion": { "type": "string", "pattern": "^v" } } });
    check(&version, &["apiVersion [API version] text /^v/ None..None"]);
}

#[test]
fn enumerations_and_constants_are_choices() {
    check_one(&json!({ "enum": ["a", "b", "a", null] }), "it [It] choice('a', 'b')");
    check_one(
        &json!({ "type": "integer", "enum": [1, 2], "default": 2 }),
        "it [It] choice(1, 2) = \"2\"",
    );
    check_one(&json!({ "enum": [true, 1.5] }), "it [It] choice(true, 1.5)");
    check_one(&json!({ "enum": ["a"], "default": "b" }), "it [It] choice('a')");
    check_one(&json!({ "const": "a" }), "it [It] choice('a') = \"a\" hidden");
    check_one(
        &json!({ "oneOf": [{ "const": "a", "title": "The first" }, { "enum": ["b"] }] }),
        "it [It] choice('a': The first, 'b')",
    );
    check_one(&json!({ "enum": ["a", {}] }), "it [It] json Any");
    check_one(&json!({ "enum": [] }), "it [It] json Any");
    check_one(&json!({ "enum": ["a"], "format": "password" }), "it [It] secret");
}

#[test]
fn defaults_that_the_kind_cannot_hold_are_left_out() {
    check_one(&json!({ "type": "boolean", "default": false }), "it [It] boolean = \"false\"");
    check_one(&json!({ "type": "boolean", "default": "false" }), "it [It] boolean");
    check_one(&json!({ "type": "string", "default": 7 }), "it [It] text");
    check_one(&json!({ "type": "string", "default": "" }), "it [It] text");
    check_one(&json!({ "type": "number", "default": 1.5 }), "it [It] number None..None = \"1.5\"");
    check_one(&json!({ "type": "array", "default": [] }), "it [It] json Array = \"[]\"");
    check_one(&json!({ "type": "array", "default": {} }), "it [It] json Array");
    check_one(&json!({ "type": ["string", "null"], "default": null }), "it [It] text");
}

#[test]
fn the_default_of_a_secret_is_not_taken() {
    check_one(&json!({ "format": "password", "default": "hunter2" }), "it [It] secret");
    let list =
        json!({ "type": "array", "items": { "format": "password" }, "default": ["hunter2"] });
    check_one(&list, "it [It] json Array with a secret");
}

#[test]
fn a_hidden_field_is_marked() {
    let hidden = json!({ "type": "string", "uiAttributes": { "hidden": true }, "default": "a" });
    check_one(&hidden, "it [It] text = \"a\" hidden");
    check_one(&json!({ "uiAttributes": { "hidden": "true" } }), "it [It] text");
}

#[test]
fn null_beside_a_type_says_nothing() {
    check_one(&json!({ "type": ["string", "null"] }), "it [It] text");
    check_one(&json!({ "type": ["null", "boolean"] }), "it [It] boolean");
    check_one(
        &json!({ "anyOf": [{ "type": "integer" }, { "type": "null" }] }),
        "it [It] integer None..None",
    );
    check_one(&json!({ "type": ["string", "integer"] }), "it [It] text");
}

#[test]
fn nested_objects_are_flattened() {
    check(
        &json!({
            "properties": {
                "host": {},
                "auth": {
                    "type": "object",
                    "title": "Sign-in",
                    "properties": {
                        "region": { "type": "string" },
                        "key": { "properties": { "apiVersion": {} }, "required": ["apiVersion"] },
                    },
                    "required": ["region", "key"],
                },
                "proxy": {
                    "type": "object",
                    "properties": { "host": {} },
                    "required": ["host"],
                },
            },
            "required": ["auth"],
        }),
        &[
            "host [Host] text",
            "auth.region* [Sign-in: Region] text",
            "auth.key.apiVersion* [Sign-in: Key: API version] text",
            // Without a proxy no host of one is needed.
            "proxy.host [Proxy: Host] text",
        ],
    );
}

#[test]
fn keys_and_the_names_of_secrets_are_unique() {
    let secret = json!({ "format": "password" });
    check(
        &json!({
            "properties": {
                "a.b": {},
                "a": { "properties": { "b": {} } },
                "userKey": secret,
                "user": { "properties": { "key": secret } },
                "user_key": secret,
            },
        }),
        &[
            "a.b [A.b] text",
            "a.b-2 [A: B] text at [\"a\", \"b\"]",
            "userKey [User key] secret",
            "user.key-2 [User: Key] secret at [\"user\", \"key\"]",
            "user_key-3 [User_key] secret at [\"user_key\"]",
        ],
    );
}

#[test]
fn all_of_is_merged() {
    check(
        &json!({
            "properties": { "host": { "title": "Server" } },
            "required": ["host"],
            "allOf": [
                { "properties": { "host": { "type": "string", "maxLength": 9 }, "port": { "type": "integer" } } },
                { "required": ["port"] },
            ],
        }),
        &["host* [Server] text // None..Some(9)", "port* [Port] integer None..None"],
    );
}

#[test]
fn references_within_the_document_are_followed() {
    check(
        &json!({
            "definitions": {
                "name": { "type": "string", "title": "Name" },
                "account": { "type": "object", "properties": { "name": { "$ref": "#/definitions/name" } } },
            },
            "properties": {
                "first": { "$ref": "#/definitions/name" },
                "second": { "$ref": "#/definitions/name", "title": "Surname" },
                "account": { "$ref": "#/definitions/account" },
            },
        }),
        &["first [Name] text", "second [Surname] text", "account.name [Account: Name] text"],
    );
}

#[test]
fn references_elsewhere_and_in_circles_are_typed_as_json() {
    check_one(&json!({ "$ref": "https://acme.example/schema" }), "it [It] json Any");
    check_one(&json!({ "$ref": "#/definitions/nothing" }), "it [It] json Any");
    check_one(&json!({ "$ref": 7 }), "it [It] json Any");
    check_one(&json!({ "$ref": "#/properties/it" }), "it [It] json Any");
    check(
        &json!({
            "definitions": { "node": { "properties": { "name": {}, "next": { "$ref": "#/definitions/node" } } } },
            "properties": { "node": { "$ref": "#/definitions/node" } },
        }),
        &["node.name [Node: Name] text", "node.next [Node: Next] json Any"],
    );
    check(&json!({ "properties": { "a": {} }, "$ref": "#" }), &["* [Parameters] json Object"]);
}

#[test]
fn alternatives_that_a_constant_tells_apart_are_a_choice_that_is_sent() {
    check(
        &json!({
            "type": "object",
            "properties": {
                "host": {},
                "authType": { "type": "string", "title": "Kind", "enum": ["basic", "key"], "default": "key" },
            },
            "required": ["host", "authType"],
            "oneOf": [
                {
                    "title": "User and password",
                    "properties": {
                        "authType": { "const": "basic" },
                        "user": {},
                        "password": { "format": "password" },
                    },
                    "required": ["user", "password"],
                },
                {
                    "properties": {
                        "authType": { "enum": ["key"] },
                        "user": {},
                        "privateKey": { "format": "password" },
                    },
                    "required": ["user", "privateKey"],
                },
            ],
        }),
        &[
            "host* [Host] text",
            "authType* [Kind] choice('basic': User and password, 'key') = \"key\"",
            // Both have it alike.
            "user* [User] text when authType=basic|key",
            "password* [Password] secret when authType=basic",
            "privateKey* [Private key] secret when authType=key",
        ],
    );
}

#[test]
fn alternatives_that_require_other_members_are_a_choice_of_the_form() {
    check(
        &json!({
            "properties": {
                "host": {},
                "sasUri": { "format": "password" },
                "connectionString": { "format": "password" },
            },
            "required": ["host"],
            "anyOf": [{ "required": ["connectionString"] }, { "required": ["sasUri"] }],
        }),
        &[
            "host* [Host] text",
            "variant* [Variant] choice('1': Connection string, '2': SAS URI) chooses []",
            "connectionString* [Connection string] secret when variant=1",
            "sasUri* [SAS URI] secret when variant=2",
        ],
    );
}

#[test]
fn alternatives_within_an_object_and_within_each_other() {
    check(
        &json!({
            "properties": {
                "proxy": {
                    "title": "Proxy",
                    "oneOf": [
                        { "title": "None", "type": "object" },
                        {
                            "title": "By address",
                            "properties": { "host": {}, "port": { "type": "integer" } },
                            "required": ["host"],
                            "oneOf": [
                                { "properties": { "mode": { "const": 1 } } },
                                { "properties": { "mode": { "const": 2 }, "user": {} } },
                            ],
                        },
                    ],
                    "type": "object",
                },
            },
        }),
        &[
            "proxy.variant [Proxy] choice('1': None, '2': By address) chooses [\"proxy\"]",
            "proxy.host* [Proxy: Host] text when proxy.variant=2",
            "proxy.port [Proxy: Port] integer None..None when proxy.variant=2",
            "proxy.mode* [Proxy: Mode] choice(1, 2) when proxy.variant=2",
            "proxy.user [Proxy: User] text when proxy.mode=2",
        ],
    );
}

#[test]
fn alternatives_may_say_more_of_what_all_have() {
    check(
        &json!({
            "properties": { "user": { "title": "User name" }, "host": {} },
            "oneOf": [
                { "title": "A", "properties": { "user": { "maxLength": 9 } }, "required": ["user"] },
                { "title": "B" },
            ],
        }),
        &[
            "host [Host] text",
            "variant* [Variant] choice('1': A, '2': B) chooses []",
            "user* [User name] text // None..Some(9) when variant=1",
            "user-2 [User name] text at [\"user\"] when variant=2",
        ],
    );
}

#[test]
fn what_all_alternatives_require_is_required() {
    check(
        &json!({
            "properties": { "host": {}, "a": {}, "b": {} },
            "oneOf": [{ "required": ["host", "a"] }, { "required": ["b", "host"] }],
        }),
        &[
            "host* [Host] text",
            "variant* [Variant] choice('1': A, '2': B) chooses []",
            "a* [A] text when variant=1",
            "b* [B] text when variant=2",
        ],
    );
}

/// There is nothing to choose, so its constant is sent without being shown.
#[test]
fn an_alternative_without_others_is_no_choice_that_is_sent() {
    let inner = json!([{ "title": "X" }, { "title": "Y", "properties": { "y": {} } }]);
    let kind = json!({ "kind": { "const": "a" } });
    check(
        &json!({ "properties": {}, "oneOf": [{ "properties": kind, "oneOf": inner }] }),
        &[
            "variant* [Variant] choice('1': Variant 1) chooses []",
            "kind [Kind] choice('a') = \"a\" when variant=1 hidden",
            "variant-2* [Variant] choice('1': X, '2': Y) chooses [] when variant=1",
            "y [Y] text when variant-2=2",
        ],
    );
}

#[test]
fn what_has_no_inputs_is_typed_as_json() {
    let list = json!({ "type": "array", "title": "Hosts", "items": { "type": "string" } });
    check_one(&list, "it [Hosts] json Array");
    check_one(&json!({ "type": "object" }), "it [It] json Object");
    check_one(&json!({ "type": "object", "properties": {} }), "it [It] json Object");
    check_one(
        &json!({ "type": "object", "patternProperties": { "^x": {} }, "properties": { "a": {} } }),
        "it [It] json Object",
    );
    check_one(
        &json!({ "oneOf": [{ "type": "string" }, { "type": "integer" }] }),
        "it [It] json Any",
    );
    check_one(&json!({ "type": "null" }), "it [It] json Any");
    let mut deep = json!({ "type": "string" });
    for _ in 0..8 {
        deep = json!({ "properties": { "a": deep } });
    }
    check_one(&deep, "it.a.a.a.a.a.a.a [It: A: A: A: A: A: A: A] json Any");
}

#[test]
fn a_schema_that_cannot_be_drawn_is_one_field() {
    for schema in [
        json!({ "properties": [] }),
        json!({ "type": "array", "items": {} }),
        json!({ "properties": { "a": {} }, "if": {}, "then": {} }),
        json!({ "properties": { "a": {} }, "oneOf": [true, false] }),
    ] {
        check(&schema, &["* [Parameters] json Object"]);
    }
    check(&json!({ "properties": {} }), &[]);
}

/// A parameter that only a condition names has no input of its own, so it is typed as JSON, as a
/// secret where one may be in it.
#[test]
fn what_only_a_condition_names_can_be_typed() {
    let with = |keyword: &str, said: Value| {
        let mut schema = json!({
            "properties": { "authType": { "enum": ["key", "user"] }, "key": { "format": "password" } },
        });
        schema.as_object_mut().unwrap().insert(keyword.to_owned(), said);
        schema
    };
    let then = json!({
        "properties": { "privateKey": { "format": "password" } }, "required": ["privateKey"],
    });
    let mut condition = with("if", json!({ "properties": { "authType": { "const": "key" } } }));
    condition.as_object_mut().unwrap().insert("then".to_owned(), then.clone());
    for schema in [
        condition,
        with("dependencies", json!({ "authType": ["privateKey"] })),
        with("dependencies", json!({ "authType": then })),
        with("dependentSchemas", json!({ "authType": { "allOf": [then] } })),
        with("patternProperties", json!({ "^x-": {} })),
        with("not", json!({ "$ref": "#/definitions/it" })),
    ] {
        check(&schema, &["* [Parameters] json Object with a secret"]);
    }
    let known = with("dependencies", json!({ "authType": ["key"] }));
    check(&known, &["authType [Auth type] choice('key', 'user')", "key [Key] secret"]);
    let alternative = json!({ "properties": { "it": {
        "oneOf": [{
            "properties": { "key": { "format": "password" } },
            "if": {}, "then": { "required": ["other"] },
        }, { "properties": { "user": {} } }],
    } } });
    check(&alternative, &["it [It] json Any with a secret"]);
}

/// An object that may be left out is sent when something in it is given, and then whole.
#[test]
fn an_object_that_may_be_left_out_counts_when_something_in_it_is_given() {
    let schema = json!({
        "properties": {
            "account": {},
            "proxy": {
                "properties": {
                    "host": {},
                    "port": { "type": "integer", "default": 8080 },
                    "user": {},
                    "tls": {
                        "properties": { "key": {}, "level": { "default": "1" } },
                        "required": ["key"],
                    },
                    "from": { "properties": { "zone": {} }, "required": ["zone"] },
                },
                "required": ["host", "from"],
            },
        },
        "required": ["account"],
    });
    let auth = auth_spec(&schema);
    let counted = |given: &[&str]| {
        let text = |field: &AuthField| if given.contains(&&*field.key) { "x" } else { "" };
        let counted = auth.counted(|_| "", |field| !text(field).is_empty());
        let name = |(field, needed): (&AuthField, bool)| {
            format!("{}{}", field.key, if needed { "*" } else { "" })
        };
        counted.into_iter().map(name).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(counted(&[]), "account*");
    assert_eq!(counted(&["account"]), "account*");
    let proxy = "account* proxy.host* proxy.port proxy.user";
    assert_eq!(counted(&["proxy.user"]), format!("{proxy} proxy.from.zone*"));
    let tls = "proxy.tls.key* proxy.tls.level";
    assert_eq!(counted(&["proxy.tls.level"]), format!("{proxy} {tls} proxy.from.zone*"));
}

/// In a choice it stands for nothing that is chosen.
#[test]
fn the_empty_text_is_no_value_of_a_choice() {
    let choice = "it [It] choice('a', 'b')";
    check_one(&json!({ "enum": ["", "a", "b"], "default": "" }), choice);
    check_one(&json!({ "oneOf": [{ "const": "" }, { "const": "a" }, { "const": "b" }] }), choice);
}

/// An `id` of the page is made of a key.
#[test]
fn a_key_has_no_white_space() {
    let schema = json!({ "properties": { "user name": {}, "user_name": {} } });
    let lines = [
        "user_name [User name] text at [\"user name\"]",
        "user_name-2 [User_name] text at [\"user_name\"]",
    ];
    check(&schema, &lines);
}

/// The template of Adobe's self-serve sources asks for a host that it does not describe.
#[test]
fn what_is_required_and_not_described_is_a_text() {
    let schema = json!({
        "type": "object",
        "properties": { "accessToken": { "format": "password" } },
        "required": ["host", "accessToken"],
    });
    check(&schema, &["accessToken* [Access token] secret", "host* [Host] text"]);
    let alternatives = json!({
        "properties": { "known": {} },
        "oneOf": [
            { "title": "A", "required": ["known", "user"] },
            { "title": "B", "properties": { "key": {} }, "required": ["key"], "oneOf": [
                { "title": "C", "required": ["deep"] }, { "title": "D" },
            ] },
        ],
        "required": ["key"],
    });
    let lines = auth_spec(&alternatives).fields.iter().map(line).collect::<Vec<_>>();
    let has = |start: &str| lines.iter().filter(|line| line.starts_with(start)).count();
    assert_eq!((has("user*"), has("deep*"), has("key*"), has("known")), (1, 1, 1, 1), "{lines:#?}");
}

/// The connection string of `MariaDB`, as Adobe prints it.
#[test]
fn limits_and_examples_of_secrets_are_read() {
    check_one(
        &json!({
            "type": "string", "format": "password", "pattern": "^Server=.*$", "minLength": 8,
            "examples": ["Server=<host>;Port=<port>"],
        }),
        "it [It] secret text /^Server=.*$/ Some(8)..None e.g. \"Server=<host>;Port=<port>\"",
    );
    check_one(&json!({ "type": "string", "example": "a" }), "it [It] text e.g. \"a\"");
    check_one(
        &json!({ "type": "integer", "examples": [7] }),
        "it [It] integer None..None e.g. \"7\"",
    );
    check_one(&json!({ "enum": ["a"], "examples": ["a"] }), "it [It] choice('a')");
}

/// A source without parameters asks for none; one that says something unknown of them may.
#[test]
fn parameters_that_are_not_named_are_needed_only_where_something_is_said() {
    for schema in [json!({}), json!({ "type": "object" })] {
        check(&schema, &[" [Parameters] json Object"]);
    }
    check(&json!({ "type": "object", "minProperties": 1 }), &["* [Parameters] json Object"]);
}

/// Nothing else says what it is; where a spec describes it, that counts.
#[test]
fn a_required_member_without_a_description_is_a_secret_where_its_name_says_so() {
    check(
        &json!({
            "properties": {
                "tokenUrl": { "type": "string" },
                "proxy": { "properties": { "host": {} }, "required": ["sasToken"] },
            },
            "required": ["host", "password", "tokenUrl", "api_token"],
        }),
        &[
            "tokenUrl* [Token URL] text",
            "proxy.host [Proxy: Host] text",
            "proxy.sasToken [Proxy: SAS token] secret",
            "host* [Host] text",
            "password* [Password] secret",
            "api_token* [Api_token] secret",
        ],
    );
    check_there_and_back(&json!({ "properties": {}, "required": ["password", "host"] }));
}

/// Where its properties are all that it may have, an object with a secret is drawn.
#[test]
fn no_secret_is_typed_as_json() {
    check(
        &json!({
            "properties": { "user": {}, "password": { "format": "password" } },
            "if": { "required": ["user"] },
            "then": { "required": ["password"] },
        }),
        &["user [User] text", "password [Password] secret"],
    );
    check_one(
        &json!({ "type": "array", "items": { "$ref": "#/definitions/key" } }),
        "it [It] json Array",
    );
    check(
        &json!({
            "definitions": { "key": { "format": "password" } },
            "properties": { "it": { "type": "array", "items": { "$ref": "#/definitions/key" } } },
        }),
        &["it [It] json Array with a secret"],
    );
}

#[test]
fn more_than_two_hundred_fields_are_one() {
    let of = |count: usize| {
        let properties: Map<_, _> = (0..count).map(|it| (format!("p{it}"), json!({}))).collect();
        auth_spec(&json!({ "properties": properties })).fields.len()
    };
    assert_eq!(of(200), 200);
    assert_eq!(of(201), 1);
}

/// Each definition has the next one twice: two to the power of thirty, if all were opened.
#[test]
fn references_that_multiply_come_to_an_end() {
    let mut definitions = Map::new();
    for level in 0..30 {
        let next = json!({ "$ref": format!("#/definitions/d{}", level + 1) });
        definitions.insert(format!("d{level}"), json!({ "allOf": [next, next], "properties": {} }));
    }
    let schema = json!({ "definitions": definitions, "allOf": [{ "$ref": "#/definitions/d0" }] });
    check(&schema, &["* [Parameters] json Object"]);
}

/// Each definition refers to the next one by an alternative: as deep as there are definitions.
#[test]
fn references_that_go_deep_come_to_an_end() {
    let mut definitions = Map::new();
    for level in 0..5000 {
        let next = json!({ "$ref": format!("#/definitions/d{}", level + 1) });
        definitions.insert(format!("d{level}"), json!({ "oneOf": [next, { "title": "None" }] }));
    }
    let schema =
        json!({ "definitions": definitions, "oneOf": [{ "$ref": "#/definitions/d0" }, {}] });
    check(&schema, &["* [Parameters] json Object"]);
}

#[test]
fn fields_count_while_what_they_depend_on_is_chosen() {
    let auth = auth_spec(&json!({
        "properties": { "host": {} },
        "oneOf": [
            { "properties": { "kind": { "const": "a" }, "one": {} } },
            {
                "properties": { "kind": { "const": "b" } },
                "oneOf": [
                    { "properties": { "sort": { "const": "x" }, "two": {} } },
                    { "properties": { "sort": { "const": "y" }, "three": {} } },
                ],
            },
        ],
    }));
    let active = |kind: &'static str, sort: &'static str| {
        let text = |key: &str| match key {
            "kind" => kind,
            "sort" => sort,
            _ => "",
        };
        auth.active(|field| text(&field.key)).map(|field| &*field.key).collect::<Vec<_>>()
    };
    assert_eq!(active("", "x"), ["host", "kind"]);
    assert_eq!(active("a", "x"), ["host", "kind", "one"]);
    assert_eq!(active("b", ""), ["host", "kind", "sort"]);
    assert_eq!(active("b", "y"), ["host", "kind", "sort", "three"]);
}

/// What is written is read as the same again.
#[track_caller]
fn check_there_and_back(schema: &Value) {
    let item = json!({
        "id": "11111111-2222-3333-4444-555555555555", "name": "acme", "version": "1.0",
        "authSpec": [{ "name": "Any", "spec": schema }],
    });
    let spec = ConnectionSpec::from_json(&item).unwrap();
    let written = spec.to_json();
    assert_eq!(ConnectionSpec::from_json(&written), Some(spec), "{written}");
}

#[test]
fn all_kinds_come_back_from_json() {
    check_there_and_back(&json!({
        "properties": {
            "host": { "title": "Server", "description": "where it is" },
            "password": { "format": "password" },
            "environmentUrl": {},
            "port": { "type": "integer", "minimum": 1, "maximum": 9, "default": 2 },
            "rate": { "type": "number", "default": 1.5 },
            "on": { "type": "boolean", "default": true },
            "name": { "pattern": "^a", "minLength": 2, "maxLength": 4, "default": "ab" },
            "region": { "enum": ["a", "b"], "default": "b" },
            "level": { "oneOf": [{ "const": 1, "title": "Low" }, { "const": 2.5, "title": "High" }] },
            "fixed": { "const": "x" },
            "old": { "uiAttributes": { "hidden": true }, "default": "y" },
            "list": { "type": "array" },
            "map": { "type": "object" },
            "any": { "oneOf": [{}, { "type": "array" }] },
            "keys": { "type": "array", "items": { "format": "password" } },
            "inner": {
                "title": "Inside",
                "properties": { "a": {}, "more": { "properties": { "b": {}, "c": {} }, "required": ["c"] } },
                "required": ["more"],
            },
        },
        "required": ["host", "inner", "fixed"],
    }));
    check_there_and_back(&json!({}));
    check_there_and_back(&json!({ "type": "object", "minProperties": 1 }));
    check_there_and_back(&json!({ "properties": { "a": {} }, "if": {}, "then": {} }));
    check_there_and_back(&json!({
        "properties": { "a": { "format": "password" } }, "dependencies": { "a": ["b"] },
    }));
    check_there_and_back(&json!({ "properties": {} }));
}

#[test]
fn alternatives_come_back_from_json() {
    check_there_and_back(&json!({
        "properties": { "host": {}, "proxy": {
            "oneOf": [
                { "title": "None", "type": "object" },
                { "title": "Some", "properties": { "host": {}, "mode": { "const": 1 } }, "required": ["host"] },
            ],
            "type": "object",
        } },
        "required": ["proxy"],
        "oneOf": [
            {
                "title": "First",
                "properties": { "kind": { "const": "a" }, "user": {}, "in": { "properties": { "x": {} }, "required": ["x"] } },
                "required": ["user", "in"],
                "oneOf": [{ "properties": { "s": { "const": 1 } } }, { "properties": { "s": { "const": 2 }, "t": {} } }],
            },
            { "properties": { "kind": { "const": "b" }, "user": {} }, "required": ["user"] },
        ],
    }));
}

proptest! {
    /// Whatever a schema is, the fields keep what the form relies on.
    #[test]
    fn any_schema_gives_few_fields_with_keys_of_their_own(schema in given::json::any_json()) {
        let schema = if schema.is_object() { schema } else { json!({ "properties": { "it": schema } }) };
        let auth = auth_spec(&schema);
        prop_assert!(auth.fields.len() <= 200);
        let keys: BTreeSet<_> = auth.fields.iter().map(|field| &field.key).collect();
        prop_assert_eq!(keys.len(), auth.fields.len());
        let secrets = auth.fields.iter().filter(|field| field.kind.is_secret());
        let names: Vec<_> = secrets.map(|field| SecretName::of_param(&field.key).as_str().to_owned()).collect();
        prop_assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len());
        for field in auth.fields.iter() {
            prop_assert!(field.path().is_none_or(|path| path.len() <= 8));
            if let Some(when) = &field.when {
                let choice = auth.fields.iter().find(|other| other.key == when.key).unwrap();
                let FieldKind::Choice(choices) = &choice.kind else { unreachable!() };
                for value in &when.values {
                    prop_assert!(choices.iter().any(|choice| choice.value == *value));
                }
            }
        }
        let spec = ConnectionSpec { id: "1".into(), name: "a".into(), version: "1".into(), auth_specs: vec![auth] };
        prop_assert!(ConnectionSpec::from_json(&spec.to_json()).is_some());
    }
}

#[test]
fn a_member_knows_the_object_that_it_is_in() {
    let schema = json!({ "type": "object", "properties": {
        "plain": { "type": "string" },
        "outer": { "type": "object", "title": "Outer", "properties": {
            "one": { "type": "string" },
            "inner": { "type": "object", "properties": { "two": { "type": "string" } } },
        } },
    } });
    let item = json!({ "id": "i", "name": "n", "version": "1", "authSpec": [
        { "name": "a", "spec": schema },
    ] });
    let spec = ConnectionSpec::from_json(&item).unwrap();
    let fields = spec.auth_specs.iter().flat_map(|auth| &*auth.fields);
    let within: Vec<_> = fields.map(AuthField::member_of).collect();
    let expect = [
        None,
        Some(("outer".to_owned(), "Outer", "One")),
        Some(("outer.inner".to_owned(), "Outer: Inner", "Two")),
    ];
    assert_eq!(within, expect);
}

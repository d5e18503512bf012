//! JSON of any kind, rich in what the API gives a meaning to.

use proptest::prelude::*;
use proptest::sample::select;
use serde_json::Value;

/// The members that the API has: any JSON is more of a trial when it has them.
const MEMBERS: [&str; 63] = [
    "id",
    "etag",
    "items",
    "_links",
    "next",
    "href",
    "result",
    "sandboxes",
    "name",
    "title",
    "authSpec",
    "spec",
    "properties",
    "required",
    "format",
    "version",
    "auth",
    "params",
    "connectionSpec",
    "createdAt",
    "error_code",
    "message",
    "type",
    "report",
    "detailed-message",
    "request-id",
    "status",
    "errorMessage",
    "schema",
    "columns",
    "data",
    "path",
    "canPreview",
    "canFetchSchema",
    "xdm",
    "meta:xdmType",
    "lastOperation",
    "operation",
    "updated",
    "started",
    "createdClient",
    "updatedClient",
    "isDefault",
    "oneOf",
    "anyOf",
    "allOf",
    "$ref",
    "definitions",
    "enum",
    "const",
    "default",
    "minimum",
    "maximum",
    "minLength",
    "pattern",
    "description",
    "uiAttributes",
    "hidden",
    "if",
    "attributes",
    "connectorName",
    "category",
    "isSource",
];

const TEXTS: [&str; 18] = [
    "table",
    "Id",
    "https://ns.adobe.com/aep/errors/FLOW-1304-400",
    "FLOW--",
    "The mandatory field ",
    "401013",
    "password",
    "../..",
    "object",
    "string",
    "integer",
    "boolean",
    "array",
    "null",
    "#",
    "#/definitions/name",
    "#/properties/id",
    "id",
];

pub fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        select(&TEXTS[..]).prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 48, 6, |inner| {
        let key =
            prop_oneof![4 => select(&MEMBERS[..]).prop_map(str::to_owned), 1 => any::<String>()];
        let members = proptest::collection::vec((key, inner.clone()), 0..6);
        prop_oneof![
            1 => proptest::collection::vec(inner, 0..6).prop_map(Value::from),
            3 => members.prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

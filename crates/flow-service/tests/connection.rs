//! A connection as the service describes it: read, and written for the local service.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use flow_service::connection::Connection;
use flow_service::operation::get_connection::{self, Inspected};
use flow_service::value::ConnectionId;
use proptest::prelude::*;
use serde_json::{Value, json};

mod given {
    pub mod answer;
    pub mod json;
}

use given::answer::json as answer;

const ID: &str = "139f6a5f-a78b-4744-9f6a-5fa78bd74431";

fn id() -> ConnectionId {
    ConnectionId::parse(ID).unwrap()
}

/// A connection as the API describes one, every text made up.
fn connection() -> Value {
    json!({
        "id": ID,
        "createdAt": 1_597_973_312_000_u64,
        "updatedAt": 1_597_973_313_000_u64,
        "createdBy": "maker@techacct.adobe.com",
        "updatedBy": "changer@AdobeID",
        "createdClient": "exc_app",
        "updatedClient": "acme_client",
        "sandboxName": "acme-dev",
        "imsOrgId": "0123456789ABCDEF01234567@AdobeOrg",
        "name": "Acme cases",
        "description": "All cases",
        "connectionSpec": { "id": "cb66ab34-8619-49cb-96d1-39b37ede86ea", "version": "1.0" },
        "state": "enabled",
        "auth": {
            "specName": "Basic Authentication",
            "params": {
                "username": "acme", "password": "****", "environmentUrl": "login.salesforce.com"
            }
        },
        "version": "\"1400dd53-0000-0200-0000-5f3f23450000\"",
        "etag": "\"1400dd53-0000-0200-0000-5f3f23450000\"",
        "lastOperation": { "operation": "update", "updated": 1_597_973_314_000_u64 }
    })
}

fn bare(id: &str) -> Connection {
    Connection::from_json(&json!({ "id": id })).unwrap()
}

#[test]
fn a_connection_is_read_whole() {
    let found = get_connection::response(answer(200, json!({ "items": [connection()] })));
    let text = |text: &str| Some(text.to_owned());
    let expect = Connection {
        id: id(),
        name: text("Acme cases"),
        description: text("All cases"),
        spec_id: text("cb66ab34-8619-49cb-96d1-39b37ede86ea"),
        spec_version: text("1.0"),
        auth_spec: text("Basic Authentication"),
        auth_params: Some(json!({
            "username": "acme", "password": "****", "environmentUrl": "login.salesforce.com"
        })),
        state: text("enabled"),
        etag: text("\"1400dd53-0000-0200-0000-5f3f23450000\""),
        created_at: Some(1_597_973_312_000),
        updated_at: Some(1_597_973_313_000),
        created_by: text("maker@techacct.adobe.com"),
        updated_by: text("changer@AdobeID"),
        created_client: text("exc_app"),
        updated_client: text("acme_client"),
        last_operation: text("update"),
        last_operation_at: Some(1_597_973_314_000),
        sandbox_name: text("acme-dev"),
        organization_id: text("0123456789ABCDEF01234567@AdobeOrg"),
    };
    assert_eq!(found, Ok(expect));
}

#[test]
fn an_inspected_connection_keeps_what_the_service_said_word_for_word() {
    let mut raw = connection();
    let inlet = ("inletUrl".to_owned(), json!("https://dcs.example/collection/1"));
    raw.as_object_mut().unwrap().extend([inlet]);
    let found = get_connection::inspected(answer(200, json!({ "items": [raw, { "id": "b" }] })));
    let expect = Inspected { connection: Connection::from_json(&connection()).unwrap(), raw };
    assert_eq!(found, Ok(expect));
}

#[test]
fn the_time_of_the_last_operation_is_when_it_was_updated_or_else_begun() {
    for (last, expect) in [
        (json!({ "started": 1, "updated": 2, "operation": "create" }), Some(2)),
        (json!({ "started": 1, "operation": "create" }), Some(1)),
        (json!({ "started": 1, "updated": "soon" }), Some(1)),
        (json!({ "updated": 2 }), Some(2)),
        (json!({ "operation": "create" }), None),
        (json!("create"), None),
        (json!(null), None),
    ] {
        let read = Connection::from_json(&json!({ "id": ID, "lastOperation": last })).unwrap();
        assert_eq!(read.last_operation_at, expect, "{last}");
        let operation = last.get("operation").and_then(Value::as_str);
        assert_eq!(read.last_operation.as_deref(), operation, "{last}");
        assert_eq!(Connection::from_json(&read.to_json()), Some(read));
    }
}

#[test]
fn a_connection_is_written_in_the_shape_of_the_api() {
    assert_eq!(Connection::from_json(&connection()).unwrap().to_json(), connection());
}

#[test]
fn a_connection_that_is_initializing_has_no_etag() {
    let json = json!({ "items": [{ "id": ID, "state": "initializing" }] });
    let found = get_connection::response(answer(200, json)).unwrap();
    assert_eq!((found.etag.as_deref(), found.state.as_deref()), (None, Some("initializing")));
}

#[test]
fn a_connection_of_which_only_the_id_is_known_is_the_same_after_a_way_through_json() {
    assert_eq!(Connection::from_json(&bare(ID).to_json()), Some(bare(ID)));
    assert_eq!(bare(ID).to_json(), json!({ "id": ID }));
}

#[test]
fn half_of_auth_and_spec_is_the_same_after_a_way_through_json() {
    for json in [
        json!({ "id": ID, "auth": { "specName": "Basic Authentication" } }),
        json!({ "id": ID, "auth": { "params": {} }, "connectionSpec": { "version": "1.0" } }),
        json!({ "id": ID, "connectionSpec": { "id": "a" } }),
    ] {
        assert_eq!(Connection::from_json(&json).unwrap().to_json(), json);
    }
}

#[test]
fn members_of_another_type_are_as_if_absent() {
    let wrong = json!({
        "id": ID, "name": 1, "description": [], "connectionSpec": "x", "auth": "x", "state": {},
        "etag": null, "createdAt": "soon", "updatedAt": -1, "createdBy": true, "imsOrgId": 1.5,
        "createdClient": 1, "updatedClient": [], "lastOperation": []
    });
    assert_eq!(Connection::from_json(&wrong), Some(bare(ID)));
    let spec = json!({ "id": 1, "version": [] });
    let deeper = json!({ "id": ID, "connectionSpec": spec, "auth": { "specName": {} },
        "lastOperation": { "operation": 1, "updated": "soon", "started": -1 } });
    assert_eq!(Connection::from_json(&deeper), Some(bare(ID)));
}

proptest! {
    #[test]
    fn any_connection_that_was_read_is_the_same_after_a_way_through_json(
        json in given::json::any_json(),
    ) {
        let mut json = json;
        if let Some(members) = json.as_object_mut() {
            members.insert("id".to_owned(), ID.into());
        }
        if let Some(read) = Connection::from_json(&json) {
            prop_assert_eq!(Connection::from_json(&read.to_json()), Some(read));
        }
    }
}

//! `GET /connections/{id}/explore`: columns and rows of tables.

use serde_json::{Value, json};

use crate::client::{create, get, path_of, service};

async fn table(path: &str, more: &str) -> Value {
    let service = service().await;
    let id = create(&service, "one").await;
    let path = format!("{}/explore?objectType=table&object={path}{more}", path_of(&id));
    let (status, body) = get(&service, &path).await;
    assert_eq!(status, 200, "{body}");
    body
}

async fn preview(path: &str) -> Value {
    table(path, "&preview=true").await
}

fn column<'a>(table: &'a Value, name: &str) -> &'a Value {
    let columns = table["schema"]["columns"].as_array().unwrap();
    columns.iter().find(|column| column["name"] == name).unwrap()
}

#[tokio::test]
async fn columns_have_types() {
    let account = table("Account", "").await;
    assert_eq!(account["format"], "flat");
    assert_eq!(account.get("data"), None);
    for expected in [
        json!({ "name": "Id", "type": "string", "xdm": { "type": "string" } }),
        json!({
            "name": "CreatedDate",
            "type": "string",
            "meta:xdmType": "date-time",
            "xdm": { "type": "string", "format": "date-time" },
        }),
        json!({
            "name": "LastActivityDate",
            "type": "string",
            "meta:xdmType": "date",
            "xdm": { "type": "string", "format": "date" },
        }),
        json!({ "name": "IsDeleted", "type": "boolean", "xdm": { "type": "boolean" } }),
        json!({ "name": "AnnualRevenue", "type": "double", "xdm": { "type": "number" } }),
        json!({
            "name": "NumberOfEmployees",
            "type": "integer",
            "meta:xdmType": "int",
            "xdm": { "type": "integer", "minimum": i32::MIN, "maximum": i32::MAX },
        }),
    ] {
        assert_eq!(column(&account, expected["name"].as_str().unwrap()), &expected);
    }
}

#[tokio::test]
async fn rows_have_the_columns_and_are_the_same_each_time() {
    let contact = preview("Contact").await;
    let rows = contact["data"].as_array().unwrap();
    assert_eq!(rows.len(), 10);
    assert_eq!(rows[0]["Name"], "Contact 0001");
    assert_eq!(rows[0]["Id"].as_str().unwrap().len(), 18);
    assert_ne!(rows[0]["Id"], rows[1]["Id"]);
    let columns = contact["schema"]["columns"].as_array().unwrap();
    for row in rows {
        let names: Vec<_> = row.as_object().unwrap().keys().collect();
        assert!(columns.iter().map(|column| &column["name"]).eq(names));
    }
    assert!(rows.iter().any(|row| row.as_object().unwrap().values().any(Value::is_null)));
    assert_eq!(preview("Contact").await, contact);
    assert_eq!(table("Contact", "&preview=false").await.get("data"), None);
}

#[tokio::test]
async fn cells_are_what_their_column_says() {
    let account = preview("Account").await;
    for row in account["data"].as_array().unwrap() {
        for (name, cell) in row.as_object().unwrap() {
            let expected = column(&account, name)["xdm"]["type"].as_str().unwrap();
            let holds = match expected {
                "boolean" => cell.is_boolean(),
                "integer" => cell.is_u64(),
                "number" => cell.is_f64(),
                _ => cell.is_string(),
            };
            assert!(holds || cell.is_null(), "{name}: {cell}");
        }
    }
}

#[tokio::test]
async fn a_wide_table() {
    let wide = preview("WideTable__c").await;
    assert_eq!(wide["schema"]["columns"].as_array().unwrap().len(), 2000);
    assert_eq!(wide["data"][9].as_object().unwrap().len(), 2000);
}

#[tokio::test]
async fn long_texts() {
    let long = preview("LongText__c").await;
    let row = &long["data"][0];
    for (name, part) in [
        ("PlainText__c", "so is this text"),
        ("LineBreaks__c", "\n\n"),
        ("Markup__c", "<script>"),
        ("RightToLeft__c", "اليسار"),
    ] {
        let text = row[name].as_str().unwrap();
        assert_eq!(text.chars().count(), 20_000, "{name}");
        assert!(text.contains(part), "{name}");
    }
}

#[tokio::test]
async fn every_table_of_the_top_answers_as_it_says() {
    let service = service().await;
    let id = create(&service, "one").await;
    let explore = format!("{}/explore?objectType=", path_of(&id));
    let entries = get(&service, &format!("{explore}root")).await.1;
    for entry in entries.as_array().unwrap().iter().filter(|entry| entry["type"] == "table") {
        let path = entry["path"].as_str().unwrap();
        let query = format!("{explore}table&object={path}");
        let has = |status: reqwest::StatusCode| serde_json::Value::Bool(status == 200);
        assert_eq!(has(get(&service, &query).await.0), entry["canFetchSchema"], "{path}");
        let preview = get(&service, &format!("{query}&preview=true")).await.0;
        assert_eq!(has(preview), entry["canPreview"], "{path}");
    }
}

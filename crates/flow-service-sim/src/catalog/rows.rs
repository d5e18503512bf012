//! Made-up rows: the same at every call, and of nobody.

use serde_json::Value;

use super::column::{Column, ColumnType};

/// How many characters a long text has.
const LONG: usize = 20_000;
/// Of so many cells that may be empty one is.
const EMPTY: usize = 9;

/// The cell of a column in a row. Names, keys and long texts are never empty.
pub fn cell(table: &str, index: usize, column: &Column, row: usize) -> Value {
    let name = column.name.as_str();
    match column.column_type {
        ColumnType::Text => match name {
            "Id" => key(table, row).into(),
            "Name" => format!("{table} {row:04}").into(),
            "PlainText__c" => long("All work is made up, and so is this text. ", row).into(),
            "LineBreaks__c" => {
                long("One line.\r\nAnother line.\n\n\tAn indented one.\n", row).into()
            }
            "Markup__c" => long(MARKUP, row).into(),
            "RightToLeft__c" => long("نص طويل يُكتب من اليمين إلى اليسار (ABC 123). ", row).into(),
            _ if is_empty(index, row) => Value::Null,
            _ => text(table, name, row).into(),
        },
        _ if is_empty(index, row) && index > 1 => Value::Null,
        ColumnType::DateTime => format!("2026-01-{:02}T08:30:00.000Z", 1 + row % 28).into(),
        ColumnType::Date => format!("2026-01-{:02}", 1 + row % 28).into(),
        ColumnType::Boolean => (name != "IsDeleted" && row.is_multiple_of(2)).into(),
        ColumnType::Integer => (row * 10).into(),
        ColumnType::Number => number(row).into(),
    }
}

const MARKUP: &str = "<p onclick=\"alert(1)\">A <b>bold</b> &amp; a <script>script</script> that \
                      nobody may run: <img src=x onerror=alert(2)></p>\n";

fn is_empty(index: usize, row: usize) -> bool {
    (index + row * 4).is_multiple_of(EMPTY)
}

fn text(table: &str, name: &str, row: usize) -> String {
    match name {
        _ if name.ends_with("Email") || name.ends_with("Address") || name == "Username" => {
            format!("{}.{row:04}@acme.example", table.to_ascii_lowercase())
        }
        _ if name.ends_with("Phone") => format!("+1 555 01{:02}", row % 100),
        _ if name.ends_with("Number") => format!("{row:08}"),
        _ if name.ends_with("Id") => key(name, row),
        "Website" => "https://acme.example".to_owned(),
        "SourceIp" => format!("192.0.2.{}", row % 256),
        _ => format!("{name} {row:04}"),
    }
}

/// A key in the manner of Salesforce: 18 letters and digits, the first three for the object.
fn key(of: &str, row: usize) -> String {
    let letters = of.bytes().fold(0_usize, |sum, byte| sum + usize::from(byte));
    format!("a{:02}5e{row:010}AAA", letters % 100)
}

fn number(row: usize) -> f64 {
    f64::from(u32::try_from(row).unwrap_or(u32::MAX)) * 1250.5
}

/// A text of exactly that many characters, another one in each row.
fn long(part: &str, row: usize) -> String {
    let head = format!("{row}: ");
    head.chars().chain(part.chars().cycle()).take(LONG).collect()
}

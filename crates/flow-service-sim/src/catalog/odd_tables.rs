//! Tables that no Salesforce has from the start: a very wide one and one with long texts.

use super::column::Column;
use super::objects;

/// A table with very many columns.
const WIDE: &str = "WideTable__c";
/// How many columns the wide table has in all.
const WIDTH: usize = 2000;
/// A table with long texts.
const LONG: &str = "LongText__c";

/// The names of these tables.
pub fn names() -> impl Iterator<Item = &'static str> {
    [WIDE, LONG].into_iter()
}

/// The columns of one of these tables.
pub fn columns(name: &str) -> Option<Vec<Column>> {
    match name {
        WIDE => Some(wide()),
        LONG => {
            let own = ["Name", "PlainText__c", "LineBreaks__c", "Markup__c", "RightToLeft__c"];
            Some(objects::with_usual(own.into_iter().map(Column::parse)))
        }
        _ => None,
    }
}

fn wide() -> Vec<Column> {
    let usual = objects::with_usual(std::iter::empty()).len();
    let types = ["", ":number", ":datetime", ":boolean", ":integer", ":date", ""];
    let own = types.into_iter().cycle().zip(1..=WIDTH.saturating_sub(usual));
    objects::with_usual(
        own.map(|(column_type, number)| {
            Column::parse(&format!("Field{number:04}__c{column_type}"))
        }),
    )
}

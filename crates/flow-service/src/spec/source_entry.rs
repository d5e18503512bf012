//! A source as it stands in a list to choose from.

use serde_json::Value;

use super::label::label_of;
use crate::json;

/// What a list shows of a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceEntry {
    /// The ID of the connection spec.
    pub id: String,
    /// The name that filters use.
    pub name: String,
    /// What a person reads; the name, where the service gives nothing better.
    pub title: String,
    /// The group in Adobe's catalog, such as `Cloud Storage`.
    pub category: Option<String>,
    /// Whether data can be taken from it. The service has specs of destinations, too.
    pub is_source: bool,
}

impl SourceEntry {
    /// Reads one item of the answer of `GET /connectionSpecs`.
    ///
    /// Source: the examples of Adobe's `OpenAPI` document. They have the title under
    /// `attributes.connectorName`, or as a label for pages, and the category as a text or as
    /// a key.
    #[must_use]
    pub fn from_json(item: &Value) -> Option<Self> {
        let name = json::text(item, "name")?;
        let at = |path: &str| item.pointer(path);
        let text = |path: &str| {
            let text = at(path)?.as_str()?.trim();
            (!text.is_empty()).then(|| text.to_owned())
        };
        let title = text("/attributes/connectorName")
            .or_else(|| text("/attributes/uiAttributes/label"))
            .or_else(|| text("/attributes/uiAttributes/label/text"))
            .or_else(|| text("/sourceSpec/attributes/uiAttributes/label"))
            .or_else(|| text("/sourceSpec/attributes/uiAttributes/label/text"));
        let category = text("/attributes/category")
            .or_else(|| text("/attributes/uiAttributes/category"))
            .or_else(|| text("/sourceSpec/attributes/uiAttributes/category/key"))
            .map(|category| in_words(&category));
        let said = |path: &str| at(path).and_then(Value::as_bool);
        let is_source = said("/attributes/isSource")
            .or_else(|| said("/sourceSpec/attributes/uiAttributes/isSource"))
            .unwrap_or_else(|| {
                // A destination has a spec of what data goes to, and none of what it comes from.
                let is_target = at("/targetSpec").is_some() && at("/sourceSpec").is_none();
                said("/attributes/isDestination") != Some(true) && !is_target
            });
        let title = title.unwrap_or_else(|| name.clone());
        Some(Self { id: json::text(item, "id")?, name, title, category, is_source })
    }
}

/// A category as people read it: `marketingAutomation` gives `Marketing automation`.
fn in_words(category: &str) -> String {
    let is_key = category.starts_with(|first: char| first.is_ascii_lowercase())
        && category.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if is_key { label_of(category) } else { category.to_owned() }
}

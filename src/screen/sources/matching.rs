//! Which sources a list shows, and in which order: Service Cloud first, then groups by
//! category.

use flow_service::spec::SourceEntry;
use flow_service::value::ConnectionSpecId;

use super::List;
use crate::screen::model::Model;
use crate::screen::words;

/// A group of sources.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The category; none for Service Cloud, which stands alone.
    pub category: Option<String>,
    /// ID and name of each source.
    pub sources: Vec<(String, String)>,
}

/// What the list shows now.
#[must_use]
pub fn groups(model: &Model) -> Vec<Group> {
    let search = model.sources.search.as_deref().unwrap_or_default();
    let wanted: Vec<String> = search.split_whitespace().map(str::to_lowercase).collect();
    let matches = |texts: [&str; 3]| {
        let text = texts.join(" ").to_lowercase();
        wanted.iter().all(|word| text.contains(word.as_str()))
    };
    let built_in = (ConnectionSpecId::SERVICE_CLOUD.to_owned(), words::SERVICE_CLOUD.to_owned());
    let mut groups = vec![Group { category: None, sources: Vec::new() }];
    let known: &[_] = if let List::Known(_, known) = &model.sources.list { known } else { &[] };
    let category = |entry: &SourceEntry| {
        entry.category.clone().unwrap_or_else(|| words::OTHER_SOURCES.to_owned())
    };
    let mut found: Vec<(String, &SourceEntry)> = known
        .iter()
        .map(|known| (category(&known.entry), &known.entry))
        .filter(|(_, entry)| entry.id != built_in.0)
        .filter(|(category, entry)| matches([&entry.title, &entry.name, category]))
        .collect();
    found.sort_by_cached_key(|(category, entry)| (folded(category), entry.title.to_lowercase()));
    if matches([&built_in.1, "", ""]) {
        for group in &mut groups {
            group.sources.push(built_in.clone());
        }
    }
    for (category, entry) in found {
        let source = (entry.id.clone(), entry.title.clone());
        let is_its =
            |group: &&mut Group| group.category.as_deref().map(folded) == Some(folded(&category));
        match groups.last_mut().filter(is_its) {
            Some(group) => group.sources.push(source),
            None => groups.push(Group { category: Some(category), sources: vec![source] }),
        }
    }
    groups.retain(|group| !group.sources.is_empty());
    groups
}

/// A category by which sources are put together: the service writes one as a text in some specs
/// and as a key in others.
fn folded(category: &str) -> String {
    category.chars().filter(|it| it.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

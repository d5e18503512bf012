//! The sandboxes of the local service, in the shape of the sandbox API.

use flow_service::operation::list_sandboxes::Sandbox;
use flow_service::value::SandboxName;

/// The sandboxes that exist unless others are asked for.
const USUAL: [&str; 4] = ["prod", "stage", "dev", "acme-dev"];

/// The names of the usual sandboxes, the default one first.
pub fn usual() -> Vec<SandboxName> {
    USUAL.into_iter().filter_map(|name| SandboxName::parse(name).ok()).collect()
}

/// The description of each sandbox; the first one is the default.
///
/// Only `prod` is a production sandbox. Titles and region are made up.
pub fn described(names: &[SandboxName]) -> Vec<Sandbox> {
    let describe = |(index, name): (usize, &SandboxName)| Sandbox {
        name: name.clone(),
        title: title(name.as_str()),
        kind: if name.as_str() == "prod" { "production" } else { "development" }.to_owned(),
        region: "VA7".to_owned(),
        state: "active".to_owned(),
        is_default: index == 0,
    };
    names.iter().enumerate().map(describe).collect()
}

/// `acme-dev` gives `Acme dev`.
fn title(name: &str) -> String {
    let words = name.replace('-', " ");
    let mut characters = words.chars();
    let first = characters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(characters).collect()
}

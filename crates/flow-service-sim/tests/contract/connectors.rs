//! The sources of the local service, held against what was collected from Adobe's API pages:
//! their IDs, their auth specs by name, and the parameters of these. The collection lies beside
//! Adobe's document; where it is not there, there is nothing to compare with.

use std::path::Path;

use flow_service::spec::ConnectionSpec;
use flow_service_sim::KnownSpecs;
use serde_json::Value;

use crate::prism::DOCUMENT;

/// The name of the collection.
const FILE: &str = "connectors.json";

/// Auth specs of Adobe's pages that the local service has not: the fields of the others show
/// what a form needs.
const LEFT_OUT: [(&str, &str); 1] = [("Salesforce", "OAuth2 JWT Token Credential")];

/// The connectors, where the collection is there. In CI its absence is an error, as that of the
/// document is: a check that is never run proves nothing.
fn connectors() -> Option<Vec<Value>> {
    let document = std::env::var_os(DOCUMENT);
    let document = document.unwrap_or_else(|| {
        panic!("Not set: {DOCUMENT}. `cargo xtask test contract` sets it and runs this.")
    });
    let file = Path::new(&document).parent().unwrap_or(Path::new("")).join(FILE);
    if !file.is_file() {
        let absent = format!("there is no {}", file.display());
        assert!(std::env::var_os("CI").is_none_or(|ci| ci != "true"), "{absent}");
        eprintln!("not run: {absent}");
        return None;
    }
    let text = std::fs::read_to_string(&file).unwrap();
    let collected: Value = serde_json::from_str(&text).unwrap();
    Some(collected.get("connectors").unwrap().as_array().unwrap().clone())
}

fn text<'a>(value: &'a Value, key: &str) -> Option<&'a str> {
    value.get(key)?.as_str()
}

/// What differs between a source and what was collected of it.
fn differences(spec: &ConnectionSpec, title: &str, connector: &Value) -> Vec<String> {
    let mut found = Vec::new();
    if text(connector, "connectionSpecVersion") != Some(&spec.version) {
        found.push(format!("{title}: the version {}", spec.version));
    }
    if text(connector, "connectionSpecName").is_some_and(|name| name != spec.name) {
        found.push(format!("{title}: the name {}", spec.name));
    }
    let auth_specs = connector.get("authSpecs").unwrap().as_array().unwrap();
    let name_of = |auth: &Value| text(auth, "specName").unwrap().to_owned();
    for auth in &spec.auth_specs {
        if auth_specs.iter().all(|collected| name_of(collected) != auth.name) {
            found.push(format!("{title}: {} is not Adobe's", auth.name));
        }
    }
    for collected in auth_specs {
        let name = name_of(collected);
        let left_out = LEFT_OUT.contains(&(title, &*name));
        let Some(auth) = spec.auth_spec(&name).filter(|_| !left_out) else {
            if !left_out || spec.auth_spec(&name).is_some() {
                found.push(format!("{title}: {name} differs from what is listed"));
            }
            continue;
        };
        for param in collected.get("params").unwrap().as_array().unwrap() {
            let key = text(param, "name").unwrap();
            let secret = param.get("secret").and_then(Value::as_bool).unwrap_or_default();
            let is_it = auth
                .fields
                .iter()
                .any(|field| field.path() == Some(vec![key]) && field.kind.is_secret() == secret);
            if !is_it {
                found.push(format!("{title}: {name} has no {key}, or it is a secret in one"));
            }
        }
    }
    found
}

#[test]
fn sources_are_those_of_adobes_pages() {
    let Some(connectors) = connectors() else { return };
    let mut found = Vec::new();
    for known in KnownSpecs::new(true).all() {
        let is_it = |it: &&Value| text(it, "connectionSpecId") == Some(&known.spec.id);
        match connectors.iter().find(is_it) {
            Some(connector) => found.extend(differences(&known.spec, known.title, connector)),
            None => found.push(format!("{}: the ID {}", known.title, known.spec.id)),
        }
    }
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

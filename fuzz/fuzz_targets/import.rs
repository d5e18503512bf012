//! Any bytes as a text for `flow_service::import`: it never panics, and what it takes is
//! what the text has.

#![no_main]

use flow_service::import::{COUNT_LIMIT, Import, NothingFound, Taken, Target, VALUE_LIMIT, read};
use libfuzzer_sys::fuzz_target;
use serde_json::Value;

/// Shorter values stand in any text by chance.
const SHORTEST: usize = 8;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    match read(&text, &|text| serde_json::from_str(text).ok()) {
        Ok(import) => check(&text, &import),
        Err(NothingFound::NothingUsable(_, ignored)) => assert!(ignored.len() <= COUNT_LIMIT),
        Err(_) => {}
    }
});

fn check(text: &str, import: &Import) {
    assert!(!import.taken.is_empty() && import.taken.len() <= COUNT_LIMIT);
    assert!(import.ignored.len() <= COUNT_LIMIT && import.objects.len() <= COUNT_LIMIT);
    for (index, taken) in import.taken.iter().enumerate() {
        check_form(taken);
        assert!(!import.taken.iter().take(index).any(|other| other.target == taken.target));
        assert!(is_of_text(text, taken), "a value that the text does not have");
    }
    check_debug(import);
}

fn check_form(taken: &Taken) {
    let value = taken.value.as_str();
    assert!(!value.is_empty() && value.len() <= VALUE_LIMIT + "https://".len());
    match &taken.target {
        Target::AccessToken => assert!(!value.contains(char::is_whitespace)),
        Target::ImsBase => assert!(is_origin(value) && value.starts_with("https://")),
        Target::ApiBase => assert!(value == "/" || is_origin(value)),
        Target::Param(_) | Target::ClientSecret => {}
        Target::Name | Target::Description => assert!(!value.trim().is_empty()),
        _ => assert_eq!(value.trim(), value),
    }
}

fn is_origin(value: &str) -> bool {
    value.split_once("://").is_some_and(|(scheme, authority)| {
        let mark = |it: char| "/?#@\\ ".contains(it);
        ["http", "https"].contains(&scheme) && !authority.is_empty() && !authority.contains(mark)
    })
}

/// Every character of the value stands in the text, in that order. Escapes hide that, and
/// so do numbers, which are written anew.
fn is_of_text(text: &str, taken: &Taken) -> bool {
    let value = taken.value.trim_start_matches("https://").trim_start_matches("http://");
    let written_anew = serde_json::from_str::<Value>(value).is_ok_and(|json| !json.is_string());
    if written_anew || text.contains(['\\', '%', '+', '`', '\u{fffd}']) {
        return true;
    }
    let mut rest = text.chars();
    value.chars().all(|wanted| rest.any(|found| found == wanted))
}

fn check_debug(import: &Import) {
    let debug = format!("{import:?}");
    let names = import.taken.iter().map(|taken| (&taken.name, Some(&taken.target)));
    let objects = import.objects.iter().map(|taken| (&taken.name, Some(&taken.target)));
    let names = names.chain(objects).chain(import.ignored.iter().map(|ignored| (&ignored.name, None)));
    let names: Vec<_> = names.map(|(name, target)| format!("{name:?}{target:?}")).collect();
    for Taken { value, .. } in import.taken.iter().filter(|it| it.value.len() >= SHORTEST) {
        let told = names.iter().any(|name| name.contains(value.as_str()));
        // What `Debug` writes by itself.
        let own = format!("{:?}", Import { format: import.format, taken: vec![], objects: vec![], ignored: vec![] });
        let word = ["[redacted]", "Ignored", "Placeholder", "Description", "OrganizationId"];
        let by_itself =
            own.contains(value.as_str()) || word.iter().any(|word| word.contains(value.as_str()));
        assert!(told || by_itself || !debug.contains(value.as_str()), "a value in a Debug text");
    }
}

//! The connection spec ID: UUIDs, the one that tutorials misprint, and a person who insists.

use flow_service::value::{ConnectionSpecId, Problem, Remark};
use proptest::prelude::*;

const RIGHT: &str = "cb66ab34-8619-49cb-96d1-39b37ede86ea";
const MISPRINTED: &str = "b66ab34-8619-49cb-96d1-39b37ede86ea";

#[track_caller]
fn check(text: &str, expect: Result<&str, Problem>) {
    let found = ConnectionSpecId::parse(text).map(|id| id.as_str().to_owned());
    assert_eq!(found, expect.map(str::to_owned));
}

#[track_caller]
fn check_any(text: &str, expect: Result<(&str, &[Remark]), Problem>) {
    let found = ConnectionSpecId::parse_any(text)
        .map(|checked| (checked.value.as_str().to_owned(), checked.remarks));
    assert_eq!(found, expect.map(|(id, remarks)| (id.to_owned(), remarks.to_vec())));
}

#[test]
fn the_built_in_id_is_that_of_service_cloud() {
    assert_eq!(ConnectionSpecId::SERVICE_CLOUD, RIGHT);
    assert_eq!(ConnectionSpecId::service_cloud().as_str(), RIGHT);
}

#[test]
fn the_misprinted_id_is_the_right_one_without_its_first_character() {
    assert_eq!(ConnectionSpecId::MISPRINTED, MISPRINTED);
    assert_eq!(["c", ConnectionSpecId::MISPRINTED].concat(), ConnectionSpecId::SERVICE_CLOUD);
}

#[test]
fn a_uuid_is_taken() {
    check(RIGHT, Ok(RIGHT));
    check("00000000-0000-0000-0000-000000000000", Ok("00000000-0000-0000-0000-000000000000"));
}

#[test]
fn a_uuid_is_trimmed_and_written_in_lower_case() {
    check(&["\n ", &RIGHT.to_uppercase(), " "].concat(), Ok(RIGHT));
}

#[test]
fn the_misprinted_id_is_recognised() {
    check(MISPRINTED, Err(Problem::MisprintedSpecId));
    check(&[" ", &MISPRINTED.to_uppercase(), "\t"].concat(), Err(Problem::MisprintedSpecId));
}

#[test]
fn a_blank_id_is_missing() {
    check("", Err(Problem::Missing));
    check(" \r\n", Err(Problem::Missing));
}

#[test]
fn anything_else_is_no_uuid() {
    for text in [
        "salesforce",
        "cb66ab34861949cb96d139b37ede86ea",
        "{cb66ab34-8619-49cb-96d1-39b37ede86ea}",
        "urn:uuid:cb66ab34-8619-49cb-96d1-39b37ede86ea",
        "cb66ab34-8619-49cb-96d1-39b37ede86e",
        "cb66ab34-8619-49cb-96d1-39b37ede86eaa",
        "gb66ab34-8619-49cb-96d1-39b37ede86ea",
        "cb66ab3-48619-49cb-96d1-39b37ede86ea",
        "cb66ab34-8619-49cb-96d1-39b37ede86é",
        "------------------------------------",
    ] {
        check(text, Err(Problem::NotAUuid));
    }
}

#[test]
fn a_person_who_insists_gets_what_was_typed_with_a_remark() {
    check_any(" My-Spec ", Ok(("My-Spec", &[Remark::UnusualSpecId])));
}

#[test]
fn a_uuid_needs_no_insisting() {
    check_any(&RIGHT.to_uppercase(), Ok((RIGHT, &[])));
}

#[test]
fn nobody_can_insist_on_the_misprinted_id() {
    check_any(MISPRINTED, Err(Problem::MisprintedSpecId));
}

#[test]
fn nobody_can_insist_on_nothing_or_on_what_cannot_be_seen() {
    check_any("  ", Err(Problem::Missing));
    check_any("my spec", Err(Problem::NotVisibleAscii));
    check_any("spéc", Err(Problem::NotVisibleAscii));
    check_any("a\nb", Err(Problem::NotVisibleAscii));
}

proptest! {
    #[test]
    fn no_text_makes_the_parsers_panic(text in "\\PC{0,40}|.{0,40}|[0-9a-f-]{34,37}") {
        let strict = ConnectionSpecId::parse(&text);
        let any = ConnectionSpecId::parse_any(&text);
        prop_assert!(strict.is_err() || any.is_ok());
    }

    #[test]
    fn every_uuid_is_accepted(id in "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") {
        check(&id, Ok(&id));
        check(&id.to_uppercase(), Ok(&id));
    }
}

//! The order in which sandboxes are offered.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use flow_service::operation::list_sandboxes::{Sandbox, default_first};
use flow_service::value::SandboxName;
use proptest::prelude::*;

fn sandbox(name: &str, state: &str, is_default: bool, title: &str) -> Sandbox {
    Sandbox {
        name: SandboxName::parse(name).unwrap(),
        title: title.to_owned(),
        kind: "development".to_owned(),
        region: "VA7".to_owned(),
        state: state.to_owned(),
        is_default,
    }
}

#[track_caller]
fn check(sandboxes: &[(&str, &str, bool)], expect: &[&str]) {
    let given = sandboxes.iter().map(|(name, state, first)| sandbox(name, state, *first, ""));
    let found = default_first(given.collect());
    let names: Vec<_> = found.iter().map(|sandbox| sandbox.name.as_str()).collect();
    assert_eq!(names, expect);
}

#[test]
fn the_default_is_first_and_the_others_follow_by_name() {
    check(
        &[
            ("qa", "active", false),
            ("acme-dev", "active", false),
            ("prod", "active", true),
            ("beta", "active", false),
        ],
        &["prod", "acme-dev", "beta", "qa"],
    );
}

#[test]
fn sandboxes_that_are_not_active_come_after_all_that_are() {
    check(
        &[
            ("b", "deleted", false),
            ("a", "creating", false),
            ("prod", "resetting", true),
            ("z", "active", false),
            ("c", "", false),
        ],
        &["z", "prod", "a", "b", "c"],
    );
}

#[test]
fn none_and_one_stay() {
    check(&[], &[]);
    check(&[("prod", "active", true)], &["prod"]);
}

#[test]
fn sandboxes_of_one_place_keep_their_order() {
    let same = ["1", "2", "3", "4", "5"].map(|title| sandbox("dev", "active", false, title));
    assert_eq!(default_first(same.to_vec()), same);
}

#[test]
fn a_hundred_thousand_are_put_in_order() {
    let names = (0..100_000).rev().map(|number| format!("s{number:06}"));
    let found = default_first(names.map(|name| sandbox(&name, "active", false, "")).collect());
    assert_eq!(found.len(), 100_000);
    assert!(found.is_sorted_by_key(|sandbox| sandbox.name.as_str().to_owned()));
}

proptest! {
    #[test]
    fn any_order_is_the_stable_one(
        given in proptest::collection::vec(
            ("[ab]{1,2}", prop_oneof!["active", "failed"], any::<bool>()), 0..12,
        ),
    ) {
        let given: Vec<_> = given
            .iter()
            .enumerate()
            .map(|(at, (name, state, first))| sandbox(name, state, *first, &at.to_string()))
            .collect();
        let mut expect = given.clone();
        expect.sort_by_key(|one| {
            (one.state != "active", !one.is_default, one.name.as_str().to_owned())
        });
        prop_assert_eq!(default_first(given), expect);
    }
}

//! The table of faults (native; nothing is sent): it is complete, and agrees with how the
//! service's answers are judged and put into words.

#[path = "../end_to_end/scenario/faults/cases/mod.rs"]
mod cases;

use std::collections::BTreeSet;

use flow_connect::screen::connections::edit::Doubt;
use flow_connect::screen::connections::words::{edit, next_step};
use flow_connect::screen::words::errors::{CATALOGUE, Sign};
use flow_connect::screen::words::{failure, failure_details};
use flow_service::error::CallError;
use flow_service::operation::{
    create_connection, explore_connection, list_connections, test_connection, update_connection,
};
use flow_service::response::{Response, ResponseBody};
use flow_service::retry;
use flow_service_sim::{Documented, Reply};

use cases::case::Answer;
use cases::{Case, End, Kind, Operation, Passes, Special, all};

#[test]
fn there_are_at_least_80_and_each_has_a_name() {
    let cases = all();
    let names: BTreeSet<_> = cases.iter().map(|case| case.name.as_str()).collect();
    println!("{} cases, {} names", cases.len(), names.len());
    assert_eq!(names.len(), cases.len(), "a name is there twice");
    assert!(names.len() >= 80, "{}", names.len());
    for kind in Kind::ALL {
        let of_kind = cases.iter().filter(|case| case.kind == kind).count();
        println!("{}: {of_kind}", kind.name());
        assert!(of_kind >= 5, "{}", kind.name());
    }
    for case in &cases {
        assert!(case.name.starts_with(case.kind.name()), "{}", case.name);
    }
}

#[test]
fn the_whole_catalogue_is_in_it() {
    let cases = all();
    let documented: Vec<_> = cases
        .iter()
        .filter_map(|case| match case.answer {
            Answer::Documented(documented) => Some(documented),
            _ => None,
        })
        .collect();
    for entry in CATALOGUE.iter().flat_map(|(_, entries)| entries.iter()) {
        let is_it = |held: &&Documented| match entry.sign {
            Sign::Code(code) => held.code() == Some(code),
            Sign::Words(words) => held.code().is_none() && held.message() == words,
        };
        assert_eq!(documented.iter().filter(is_it).count(), 1, "{:?}", entry.sign);
    }
    assert_eq!(documented.len(), Documented::ALL.len());
}

/// The answer as the app reads it, where all of it arrives.
fn answer(case: &Case, operation: Operation) -> Option<Response> {
    if case.at_preflight || case.end == End::Done || case.held.0 > 10_000 {
        return None;
    }
    let (status, body) = match case.reply(operation, &[]) {
        Reply::Status { status, body, .. } => (status, body),
        Reply::Documented(documented) => {
            let service = documented.code().is_some_and(|code| code.contains('-'));
            let body = match documented.code() {
                Some(code) if service => serde_json::json!({
                    "type": format!("https://ns.adobe.com/aep/errors/FLOW-{code}"),
                    "report": { "detailed-message": documented.message(), "request-id": "any" },
                }),
                Some(code) => {
                    serde_json::json!({ "error_code": code, "message": documented.message() })
                }
                None => serde_json::json!({ "detail": documented.message() }),
            };
            (documented.status(), body.to_string().into_bytes())
        }
        _ => return None,
    };
    if (301..400).contains(&status) {
        return None;
    }
    let text = String::from_utf8_lossy(&body).into_owned();
    let body = ResponseBody::of_text(text, |text| serde_json::from_str(text).ok());
    Some(Response { status, body })
}

fn judged(operation: Operation, response: Response) -> CallError {
    match operation {
        Operation::Create => create_connection::response(response).unwrap_err(),
        Operation::List => list_connections::response(response).unwrap_err(),
        Operation::Test => test_connection::response(response).unwrap_err(),
        Operation::Explore => explore_connection::entries_response(response).unwrap_err(),
        Operation::Edit => update_connection::response(response).unwrap_err(),
    }
}

const OPERATIONS: [Operation; 5] =
    [Operation::Create, Operation::List, Operation::Test, Operation::Explore, Operation::Edit];

/// How a case ends is written down by hand; here the rules say the same.
#[test]
fn the_rules_agree_with_the_table() {
    let mut judged_cases = 0;
    for case in all() {
        for operation in OPERATIONS {
            let Some(response) = answer(&case, operation) else { continue };
            judged_cases += 1;
            let name = format!("{}: {}", operation.name(), case.name);
            let refuses_token = response.refuses_token();
            let error = judged(operation, response);
            assert_eq!(error.outcome_unknown(), case.end == End::Unknown, "{name}");
            let waits = name.contains("nobody waits") || name.contains("longer than anybody");
            let repeated = retry::is_passing(&error) && !waits;
            if operation.is_read() {
                assert_eq!(repeated, case.passes != Passes::Never, "{name}");
            }
            assert_eq!(error.is_gone(), case.special == Special::Gone, "{name}");
            assert_eq!(error.is_conflict(), case.special == Special::Stale, "{name}");
            assert_eq!(refuses_token, case.special == Special::Token, "{name}");
            if error.outcome_unknown() {
                says_what_came(&case, &error, &name);
            }
            if !matches!(case.answer, Answer::Echo) {
                reads_as_written(&case, operation, &error, &name);
            }
        }
    }
    println!("{judged_cases} answers are judged");
    assert!(judged_cases > 400, "{judged_cases}");
}

/// The page says that no answer came only where none did.
fn says_what_came(case: &Case, error: &CallError, name: &str) {
    let doubt = Doubt::Unknown(error.clone());
    for said in [edit::comparing(&doubt), edit::doubt(&doubt, true), edit::doubt(&doubt, false)] {
        assert!(said.starts_with(case.came()), "{name}: {said}");
    }
}

fn reads_as_written(case: &Case, operation: Operation, error: &CallError, name: &str) {
    let is_creation = operation == Operation::Create;
    let advice = failure(error, if is_creation { "Basic Authentication" } else { "" });
    let next = match operation {
        Operation::Create => advice.next,
        Operation::Edit if error.outcome_unknown() => edit::next_step(error, advice.next),
        _ => next_step(error, advice.next),
    };
    assert_eq!(advice.cause.is_some(), case.claims_cause(operation), "{name}");
    let figures =
        failure_details(error).into_iter().map(|(name, value)| format!("{name}\n{value}"));
    let said: Vec<_> = figures
        .chain([advice.what, next.to_owned()])
        .chain(advice.meaning.map(str::to_owned))
        .chain(advice.cause.map(|cause| format!("Likely cause: {cause}")))
        .chain(advice.server_words)
        .collect();
    let said = said.join("\n");
    for text in case.texts(operation) {
        assert!(said.contains(&text), "{name} lacks {text:?}: {said}");
    }
}

//! The text of *Copy check report*, for a ticket or a chat. No secret is in it: it is made
//! from the model, which holds none, and of headers it has names and lengths only, also where
//! the service repeats their values.

use flow_service::error::CallError;

use flow_service::value::TokenFinding;

use super::super::{failure, failure_details, utc};
use super::values::without_values;
use crate::screen::check::{Finding, Step};
use crate::screen::model::Model;

/// The report of the check, if one was begun.
pub(in crate::screen) fn report(model: &Model) -> Option<String> {
    let check = &model.check;
    if check.steps.is_empty() {
        return None;
    }
    let mut text = ["Flow Connect check: ", super::said(check), "\n"].concat();
    for (index, step) in check.steps.iter().enumerate() {
        let state = super::state(check.state(step));
        let number = (index + 1).to_string();
        text.extend([&number, ". ", super::stage(step.stage), ": ", state]);
        if let Some(took) = step.done.as_ref().and_then(super::took) {
            text.extend([" (", &took, ")"]);
        }
        text.push('\n');
        found(model, step, &mut text);
    }
    let mut line = |name: &str, value: &str| text.extend([name, ": ", value, "\n"]);
    for (name, length) in &check.headers {
        let length = length.map_or_else(
            || "length not known".to_owned(),
            |length| [&length.to_string(), " characters"].concat(),
        );
        line(&["Header ", name].concat(), &length);
    }
    line("API", model.api_base());
    line("Page", &model.own_origin);
    line("Began", &utc(check.began_at));
    // Those that were checked: others may stand in the form by now.
    let [id, version, auth_spec] = check.spec();
    line("Connection spec ID", id);
    line("Connection spec version", version);
    line("Authentication", auth_spec);
    line("Flow Connect", env!("CARGO_PKG_VERSION"));
    line("Browser", &check.user_agent);
    Some(text)
}

fn found(model: &Model, step: &Step, text: &mut String) {
    if let Some(id) = model.check.connection(step.stage) {
        text.extend(["   ", &super::of_connection(id), "\n"]);
    }
    if let Some(error) = &step.in_creation {
        text.extend(["   ", super::in_creation(error), "\n"]);
        failed(model, error, text);
    }
    for finding in step.done.iter().flat_map(|done| &done.found) {
        let words = super::finding(finding, &model.auth());
        let words = match finding {
            Finding::Token(TokenFinding::AnotherOrganization(_)) => {
                [super::ANOTHER_ORGANIZATION, "."].concat()
            }
            Finding::SandboxState(_) | Finding::AuthSpecMissing(_) | Finding::VersionDiffers(_) => {
                without_values(model, &words)
            }
            _ => words,
        };
        if !words.is_empty() {
            text.extend(["   ", &words, "\n"]);
        }
        if let Some(error) = finding.error() {
            failed(model, error, text);
        }
    }
}

fn failed(model: &Model, error: &CallError, text: &mut String) {
    let advice = failure(error, model.built_in_auth());
    text.extend(["   ", &advice.what, "\n"]);
    if let Some(cause) = advice.cause {
        text.extend(["   Likely cause: ", cause, "\n"]);
    }
    for (name, value) in failure_details(error) {
        text.extend(["   ", name, ": ", &without_values(model, &value), "\n"]);
    }
    if let Some(words) = &advice.server_words {
        text.extend(["   Server's words: ", &without_values(model, words), "\n"]);
    }
}

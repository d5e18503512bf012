//! Why a typed text is none that the connection spec allows. These words come with the half
//! of the app that is fetched later, as the connection specs do that they are about.

use flow_service::value::{Mismatch, Problem};

use super::finding;

/// What is wrong with an input, and how it is mended.
#[must_use]
pub fn problem_in_full(label: &str, problem: Problem) -> String {
    match problem {
        Problem::Mismatch(mismatch) => words(mismatch),
        other => finding::problem(label, other),
    }
}

fn words(mismatch: Mismatch) -> String {
    let limit = |before: &str, limit: String, after: &str| [before, &limit, after].concat();
    let text = match mismatch {
        Mismatch::NotANumber => "This is no number. Write digits, and a point before decimals.",
        Mismatch::NotWhole => "Only a whole number can be sent: leave out the decimals.",
        Mismatch::TooSmall(least) => return limit("The least is ", least.to_string(), "."),
        Mismatch::TooLarge(most) => return limit("The most is ", most.to_string(), "."),
        Mismatch::TooShort(least) => {
            return limit("This is too short: at least ", least.to_string(), " characters.");
        }
        Mismatch::TooLong(most) => {
            return limit("This is too long: at most ", most.to_string(), " characters.");
        }
        Mismatch::NoMatch => "This does not have the form that the source asks for.",
        Mismatch::NotJson => {
            "This is no JSON. Names and texts stand between double quotes, and no comma is left over."
        }
        Mismatch::NotAnObject => "This has to be a JSON object: names and values between { and }.",
        Mismatch::NotAnArray => "This has to be a JSON array: values between [ and ].",
        Mismatch::HoldsSecret => {
            "This part has a secret in it and no input that keeps it secret, so it cannot be given here. Create the connection with the API instead."
        }
    };
    text.to_owned()
}

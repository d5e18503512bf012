//! Refusals of the gateway that no page of Adobe's describes.
#![expect(clippy::panic, reason = "a table that lacks something has no cases")]

use flow_connect::screen::words::errors::{CATALOGUE, Entry, Sign};
use flow_service_sim::Reply;
use serde_json::{Value, json};

use super::case::{Answer, Case, End, Kind, Passes, Special};
use super::says::{Advice, RequestId, Says, Status};

/// The next step where nothing is known of a code.
pub const READ_THE_WORDS: &str = "Read the words of the answer; with the request ID, if there is one, Adobe's support can find the request.";

/// The next step where somebody gave up, and nobody says who.
pub const LOOK_FIRST: &str = "A change may have been carried out all the same: look before you send it again. What only reads can be tried again in a while.";

/// What an undocumented refusal advises.
pub const fn plain(next: &'static str) -> Advice {
    Advice::Plain { cause: None, next, next_else: None }
}

/// The entry of the catalogue with this code.
pub fn entry(code: &str) -> &'static Entry {
    let mut entries = CATALOGUE.iter().flat_map(|(_, entries)| entries.iter());
    let found = entries.find(|entry| matches!(entry.sign, Sign::Code(held) if held == code));
    found.unwrap_or_else(|| panic!("{code} is not in the catalogue"))
}

fn says(status: u16, code: &str, advice: Advice, words: Option<&str>) -> Says {
    Says {
        stage: "gateway",
        status: Status::Is(status),
        code: Some(code.to_owned()),
        request_id: RequestId::None,
        what: "Adobe's API gateway refused the request.",
        advice,
        words: words.map(str::to_owned),
    }
}

fn case(what: &str, reply: Reply, says: Says) -> Case {
    Case::new(Kind::Gateway, what, Answer::This(reply), End::Refused, says)
}

fn refusal(status: u16, body: &Value) -> Reply {
    Reply::json(status, body.to_string())
}

pub fn cases() -> Vec<Case> {
    let busy = json!({ "error_code": "429050", "message": "Too many requests" });
    vec![
        case(
            "a code that nobody knows",
            refusal(403, &json!({ "error_code": "403999", "message": "Something new" })),
            says(403, "403999", plain(READ_THE_WORDS), Some("Something new")),
        ),
        case(
            "a code that is a number",
            refusal(403, &json!({ "error_code": 403_003, "message": "Api Key is invalid" })),
            says(403, "403003", Advice::Written(entry("403003")), Some("Api Key is invalid")),
        ),
        case(
            "a code without words",
            refusal(403, &json!({ "error_code": "403025" })),
            says(403, "403025", Advice::Written(entry("403025")), None),
        ),
        case(
            "a request ID",
            refusal(
                403,
                &json!({ "error_code": "403000", "message": "Api Key is required", "request-id": "gateway-request-7" }),
            ),
            Says {
                request_id: RequestId::Is("gateway-request-7"),
                ..says(403, "403000", Advice::Written(entry("403000")), Some("Api Key is required"))
            },
        ),
        case(
            "a token refused without a documented code",
            refusal(401, &json!({ "error_code": "401999", "message": "Not this one" })),
            says(401, "401999", plain(READ_THE_WORDS), Some("Not this one")),
        )
        .special(Special::Token),
        case(
            "too many requests, and a pause that nobody waits for",
            refusal(429, &busy).retry_after(120),
            says(429, "429050", Advice::Written(entry("429050")), Some("Too many requests")),
        ),
        Case::new(
            Kind::Gateway,
            "it reaches no service",
            Answer::This(refusal(
                502,
                &json!({ "error_code": "502000", "message": "No service answers" }),
            )),
            End::Unknown,
            says(502, "502000", plain(LOOK_FIRST), Some("No service answers")),
        )
        .passing(Passes::AtOnce),
    ]
}

//! Refusals of the source's connector beside those with the words of the documentation.

use flow_service_sim::Reply;

use super::case::{Answer, Case, End, Kind};
use super::gateway::{READ_THE_WORDS, entry, plain};
use super::says::{Advice, RequestId, Says};
use super::service::{problem, says};

pub fn cases() -> Vec<Case> {
    let case = |what: &str, code: &str, advice: Advice, words: &str| {
        let reply = Reply::json(400, problem(code, 400, words, "request-08").to_string());
        let says = Says {
            request_id: RequestId::Is("request-08"),
            ..says(400, Some(code), advice, words)
        };
        Case::new(Kind::Connector, what, Answer::This(reply), End::Refused, says)
    };
    let written = |code| Advice::Written(entry(code));
    vec![
        case(
            "a secret is missing",
            "1304-400",
            written("1304-400"),
            "The mandatory field securityToken is not provided",
        ),
        case(
            "a field that there is not",
            "1304-400",
            written("1304-400"),
            "The mandatory field warehouse is not provided",
        ),
        case(
            "a field without a name",
            "1304-400",
            written("1304-400"),
            "A mandatory field is missing",
        ),
        case(
            "the network address is not let in",
            "1308-400",
            written("1308-400"),
            "Error message: LOGIN_RESTRICTED: the address is not in the allowlist",
        ),
        case(
            "a failure that is no login",
            "1308-400",
            written("1308-400"),
            "Error message: REQUEST_LIMIT_EXCEEDED: TotalRequests Limit exceeded.",
        ),
        case("a code that nobody knows", "1999-400", plain(READ_THE_WORDS), "The source is asleep"),
    ]
}

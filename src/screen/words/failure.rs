//! What to tell a person about a call that failed.

use flow_service::error::{CallError, NoAnswer, NotSent, Refusal, UnreadableReason};

use super::errors;

/// A failure in words: what happened, what it means, the likely cause where it is known,
/// what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advice {
    /// What happened.
    pub what: String,
    /// What that means, where the refusal is a documented one.
    pub meaning: Option<&'static str>,
    /// The likely cause, only where it is known.
    pub cause: Option<&'static str>,
    /// What to do next.
    pub next: &'static str,
    /// The words of the server, capped and without secrets.
    pub server_words: Option<String>,
}

/// The words for a failure. `auth_name` is the auth spec that was sent, where the source is
/// the built-in one; else it is empty.
#[must_use]
pub fn failure(error: &CallError, auth_name: &str) -> Advice {
    let plain = |what: &str, cause, next| Advice {
        what: what.to_owned(),
        meaning: None,
        cause,
        next,
        server_words: None,
    };
    match error {
        CallError::NotSent(NotSent::Offline) => plain(
            "Nothing was sent: this browser is offline.",
            None,
            "Connect to the network and press again. Everything you typed is still here.",
        ),
        CallError::NotSent(NotSent::Cancelled) => plain(
            "You cancelled while a token was asked for: nothing was carried out.",
            Some("The page that embeds this app had not given its token yet."),
            "Press again to go on. Everything you typed is still here.",
        ),
        CallError::NotSent(NotSent::MissingSecret(_)) => plain(
            "Nothing was sent: the access token is missing.",
            Some(
                "The page that embeds this app gave no token when it was asked, or not within a minute.",
            ),
            "Type a token, or reload the page that embeds this app.",
        ),
        CallError::NotSent(NotSent::Impossible(reason)) => Advice {
            what: "Nothing was sent: the browser did not accept the request.".to_owned(),
            meaning: None,
            cause: None,
            next: "Copy the report and send it to whoever runs this page.",
            server_words: Some(reason.clone()),
        },
        CallError::NoAnswer(NoAnswer::TimedOut(milliseconds)) => Advice {
            what: ["No answer came within ", &(milliseconds / 1000).to_string(), " seconds."]
                .concat(),
            meaning: None,
            cause: None,
            next: "The service may have carried it out all the same. What the look-up finds decides; do not create it again before.",
            server_words: None,
        },
        CallError::NoAnswer(NoAnswer::Cancelled) => plain(
            "You cancelled after the request was on its way.",
            None,
            "The service may have carried it out all the same. What the look-up finds decides; do not create it again before.",
        ),
        CallError::NoAnswer(NoAnswer::PageClosed) => plain(
            "The page was closed or left after the request was on its way.",
            None,
            "The service may have carried it out all the same. What the look-up finds decides; do not create it again before.",
        ),
        CallError::NoAnswer(NoAnswer::ConnectionFailed) => plain(
            "The connection to the service failed before an answer came.",
            None,
            "A browser does not tell a page why: the network, a proxy, a wrong apiBase, or a server that does not let this page in (CORS). Check the network, then look again.",
        ),
        CallError::RefusedByGateway(refusal) => {
            refused("Adobe's API gateway refused the request.", refusal, auth_name)
        }
        CallError::RefusedByService(refusal) => refused(by_whom(refusal), refusal, auth_name),
        CallError::UnreadableAnswer(answer) => Advice {
            what: [
                "The service answered something that its API does not describe",
                unreadable(answer.reason),
                ".",
            ]
            .concat(),
            meaning: None,
            cause: None,
            next: "A proxy between you and Adobe may have answered. Copy the report and send it to whoever runs the network or this page.",
            server_words: (!answer.excerpt.is_empty()).then(|| answer.excerpt.clone()),
        },
    }
}

/// The next step where the look for a connection failed, after an unknown outcome.
#[must_use]
pub const fn next_of_a_look(error: &CallError, usual: &'static str) -> &'static str {
    match error {
        CallError::NotSent(NotSent::Offline) => "Connect to the network, then look again.",
        CallError::NoAnswer(_) => "Check the network, a proxy and apiBase, then look again.",
        _ => usual,
    }
}

/// The figures of a failure, as pairs of a name and a value.
#[must_use]
pub fn failure_details(error: &CallError) -> Vec<(&'static str, String)> {
    let mut details = vec![("Stage", error.stage().to_owned())];
    details.extend(error.status().map(|status| ("Status", status.to_string())));
    if let Some(refusal) = error.refusal() {
        details.extend(refusal.code.clone().map(|code| ("Code", code)));
        details.extend(refusal.request_id.clone().map(|id| ("Request ID", id)));
    }
    details
}

fn unreadable(reason: UnreadableReason) -> &'static str {
    match reason {
        UnreadableReason::Empty => ": nothing at all",
        UnreadableReason::NotJson => ": a text that is no JSON",
        UnreadableReason::TooLarge => ": far more text than any answer has",
        UnreadableReason::Cut => ": it broke off in the middle",
        UnreadableReason::Lacks(_) => ": JSON without what belongs in it",
    }
}

fn refused(what: &str, refusal: &Refusal, auth_name: &str) -> Advice {
    let entry = errors::entry(refusal);
    let (cause, next) = entry
        .map_or((None, undocumented(refusal)), |entry| entry.advice(&refusal.message, auth_name));
    let words = if refusal.message.is_empty() {
        refusal.title.clone()
    } else {
        Some(refusal.message.clone())
    };
    let meaning = entry.map(|entry| entry.meaning);
    Advice { what: what.to_owned(), meaning, cause, next, server_words: words }
}

/// A proxy may refuse in the shape of the service too; only a code of the service is surely
/// its own.
fn by_whom(refusal: &Refusal) -> &'static str {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_own = |code: &str| {
        code.split_once('-').is_some_and(|(number, status)| digits(number) && digits(status))
    };
    if refusal.code.as_deref().is_some_and(is_own) || errors::entry(refusal).is_some() {
        "The Flow Service refused the request."
    } else {
        "The request was refused, by Adobe or by something on the way there."
    }
}

/// Of what no page of Adobe's describes nothing is claimed; the status tells what to do.
const fn undocumented(refusal: &Refusal) -> &'static str {
    match refusal.status {
        429 => "Wait a minute, then try again.",
        408 | 500.. => {
            "A change may have been carried out all the same: look before you send it again. What only reads can be tried again in a while."
        }
        _ => {
            "Read the words of the answer; with the request ID, if there is one, Adobe's support can find the request."
        }
    }
}

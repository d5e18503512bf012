//! What to tell a person about a call that failed.

use flow_service::error::{CallError, NoAnswer, NotSent, Refusal, UnreadableReason};
use flow_service::spec::BASIC_AUTHENTICATION;

/// A failure in words: what happened, the likely cause where it is known, what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advice {
    /// What happened.
    pub what: String,
    /// The likely cause, only where it is known.
    pub cause: Option<&'static str>,
    /// What to do next.
    pub next: &'static str,
    /// The words of the server, capped and without secrets.
    pub server_words: Option<String>,
}

/// The words for a failure. `auth_name` is the auth spec that was sent.
#[must_use]
pub fn failure(error: &CallError, auth_name: &str) -> Advice {
    let plain =
        |what: &str, cause, next| Advice { what: what.to_owned(), cause, next, server_words: None };
    match error {
        CallError::NotSent(NotSent::Offline) => plain(
            "Nothing was sent: this browser is offline.",
            None,
            "Connect to the network and press again. Everything you typed is still here.",
        ),
        CallError::NotSent(NotSent::MissingSecret(_)) => plain(
            "Nothing was sent: the access token is missing.",
            Some("The page that embeds this app gave no token when it was asked."),
            "Type a token, or reload the page that embeds this app.",
        ),
        CallError::NotSent(NotSent::Impossible(reason)) => Advice {
            what: "Nothing was sent: the browser did not accept the request.".to_owned(),
            cause: None,
            next: "Copy the report and send it to whoever runs this page.",
            server_words: Some(reason.clone()),
        },
        CallError::NoAnswer(NoAnswer::TimedOut(milliseconds)) => Advice {
            what: ["No answer came within ", &(milliseconds / 1000).to_string(), " seconds."]
                .concat(),
            cause: None,
            next: "The service may have carried it out all the same. What the look-up finds decides; do not create it again before.",
            server_words: None,
        },
        CallError::NoAnswer(NoAnswer::Cancelled) => plain(
            "You cancelled after the request was on its way.",
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
        CallError::RefusedByService(refusal) => {
            refused("The Flow Service refused the request.", refusal, auth_name)
        }
        CallError::UnreadableAnswer(answer) => Advice {
            what: [
                "The service answered something that its API does not describe",
                unreadable(answer.reason),
                ".",
            ]
            .concat(),
            cause: None,
            next: "A proxy between you and Adobe may have answered. Copy the report and send it to whoever runs the network or this page.",
            server_words: (!answer.excerpt.is_empty()).then(|| answer.excerpt.clone()),
        },
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
    let (cause, next) = cause_and_next(refusal, auth_name);
    let words = if refusal.message.is_empty() {
        refusal.title.clone()
    } else {
        Some(refusal.message.clone())
    };
    Advice { what: what.to_owned(), cause, next, server_words: words }
}

/// Sources: Adobe's troubleshooting page for the gateway, its table of Flow Service
/// errors, and its notice about the end of Basic Authentication.
fn cause_and_next(refusal: &Refusal, auth_name: &str) -> (Option<&'static str>, &'static str) {
    match refusal.code.as_deref() {
        Some("403010" | "2114-400") => (
            Some(
                "The request reached Adobe without an access token: something on the way removes the header Authorization.",
            ),
            "Check the proxy between this page and Adobe, then press again.",
        ),
        Some("401013" | "2115-400") => (
            Some("The access token has ended, or is no token of Adobe."),
            "Generate a new one in Developer Console, put it into Access token, and press again.",
        ),
        Some("403000") => (
            Some(
                "The request reached Adobe without an API key: something on the way removes the header x-api-key.",
            ),
            "Check the proxy between this page and Adobe, then press again.",
        ),
        Some("403003") => (
            Some("Adobe does not know this API key."),
            "Copy the Client ID from your project in Developer Console into API key.",
        ),
        Some("400003" | "2001-401" | "2002-401") => (
            Some(
                "The request reached Adobe without an organization ID: something on the way removes the header x-gw-ims-org-id.",
            ),
            "Check the proxy between this page and Adobe, then press again.",
        ),
        Some("403025") => (
            Some(
                "The access token was made for another organization, or its project has no access to Experience Platform.",
            ),
            "Compare Organization ID with the one of the project that made the token.",
        ),
        Some("403027") => (
            Some("Adobe could not tell the region of the user that the token was made for."),
            "Generate a new token in Developer Console; if it stays, ask Adobe's support with the request ID.",
        ),
        Some("2000-401") => (
            Some("The access token has no access to this organization."),
            "Compare Organization ID with the one of the project that made the token.",
        ),
        Some("2100-404") => (
            Some("There is no sandbox of this name in the organization."),
            "Take the name from Experience Platform, Sandboxes, column Name.",
        ),
        Some("2105-400") => (
            Some(
                "The request reached Adobe without a sandbox: something on the way removes the header x-sandbox-name.",
            ),
            "Check the proxy between this page and Adobe, then press again.",
        ),
        Some("2118-403" | "2120-403" | "2121-403") => (
            Some(
                "The API credential of the project has no role that may manage sources in this sandbox.",
            ),
            "Ask an administrator to add the API credential to a role in Experience Platform, Permissions.",
        ),
        Some("1100-400") => (
            Some("The organization is not entitled to this source."),
            "Ask your Adobe representative about the source, with the request ID.",
        ),
        Some("1304-400") => (
            Some("The service asks for a parameter that was left out."),
            "Fill in the marked field and press again.",
        ),
        Some("1308-400") => (
            Some("Salesforce refused the credentials, or the network address of Adobe."),
            "Check the credentials and the IP allowlist in Salesforce, then press again.",
        ),
        Some("1413-400") => (
            Some("The service does not know this connection spec ID."),
            "Check Connection spec ID under Advanced.",
        ),
        Some("1415-400" | "1301-400" | "1302-400") if auth_name == BASIC_AUTHENTICATION => (
            Some(
                "Adobe announced the end of Basic Authentication for this source for January 2026.",
            ),
            "Switch to OAuth2 Client Credential and press again.",
        ),
        Some("1415-400" | "1301-400" | "1302-400") => (
            Some("The source does not offer this kind of authentication."),
            "Choose the other one under Authentication.",
        ),
        _ if refusal.status == 429 => (
            Some("Adobe limits how many requests it takes at a time."),
            "Wait a minute, then press again.",
        ),
        _ if refusal.status >= 500 => {
            (None, "This is on Adobe's side. Wait a little, then press again.")
        }
        _ => (
            None,
            "Read the service's own words; with the request ID Adobe's support can find the request.",
        ),
    }
}

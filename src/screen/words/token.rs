//! What is said of access tokens: of one that is not typed, what one says of itself, and how
//! a new one is had.

use flow_service::error::{CallError, NoAnswer};
use flow_service::value::TokenFinding;

use super::failure::{Advice, failure};
use super::time::utc;
use crate::screen::get_token::Host;
use crate::screen::renewal::Import;

/// What is known of a token that the host page will give.
pub const TOKEN_PROVIDED: &str = "The page that embeds this app gives the token when it is needed. Type here to use another one.";
/// A disclosure.
pub const GET_TOKEN: &str = "Get a token";
/// What it is for.
pub const GET_TOKEN_INTRO: &str = "From Adobe's identity system (IMS), with API key and the client secret of the same project: Developer Console, OAuth Server-to-Server, Retrieve client secret. The secret goes from this tab to IMS and nowhere else, and stays in its input until this page closes.";
/// The label of an input.
pub const IMS_CLIENT_SECRET: &str = "Client secret of the project";
/// The label of an input.
pub const SCOPES: &str = "Scopes";
/// The help of the scopes.
pub const SCOPES_HELP: &str =
    "What the token may be used for. These are those of Experience Platform.";
/// A button.
pub const GET: &str = "Get token";
/// The same where calls wait for the token.
pub const GET_AND_CONTINUE: &str = "Get token and continue";
/// While it is on its way.
pub const GETTING_TOKEN: &str = "Getting the token…";
/// Said when it came.
pub const SAY_TOKEN_CAME: &str = "Token received.";
/// When none came.
pub const NO_TOKEN: &str = "No token";
/// A button, with a command.
pub const COPY_CURL: &str = "Copy curl command";
/// What the command is for.
pub const CURL_HELP: &str = "This command asks for the same token in a terminal. Set the variable to the client secret first, then put access_token of the answer into Access token. Whoever runs this page can let it through with a reverse proxy and the configuration key imsBase (docs/hosting.md).";
/// Said ten minutes before the end.
pub const SAY_TOKEN_ENDS_SOON: &str = "The access token ends in 10 minutes.";
/// Said at the end.
pub const SAY_TOKEN_ENDED: &str = "The access token has ended.";
/// The heading where a token was refused in the middle of something.
pub const TOKEN_REFUSED: &str = "Adobe did not accept the access token";
/// What that means.
pub const TOKEN_REFUSED_TEXT: &str = "What you began waits here; nothing is lost and nothing was carried out. Give a new token, and it goes on.";
/// The same of the second one.
pub const TOKEN_REFUSED_AGAIN: &str = "Adobe did not accept the new token either. What you began still waits. Check that the token is of this organization and copy all of it.";
/// What an import gave while a new token is asked for; empty where there was none.
#[must_use]
pub const fn renewal_import(import: Import) -> &'static str {
    match import {
        Import::None => "",
        Import::Token => {
            "The access token of your import stands in New access token. Press Continue. Nothing else of it was taken."
        }
        Import::NoToken => {
            "Your import has no access token. Nothing was filled in, because a new token is asked for."
        }
    }
}
/// The label of an input.
pub const NEW_TOKEN: &str = "New access token";
/// A button.
pub const CONTINUE: &str = "Continue";
/// A button beside what is said of the end of the token.
pub const GIVE_NEW_TOKEN: &str = "Give a new token";
/// A button.
pub const USE_API_KEY: &str = "Use the token's API key";
/// A button.
pub const USE_ORGANIZATION: &str = "Use the token's organization";

/// What is known of a held access token.
#[must_use]
pub fn token_held(by_host_page: bool, expires_at: Option<u64>) -> String {
    let source =
        if by_host_page { "The page that embeds this app gave a token" } else { "Your token" };
    let end = expires_at.map(|at| [" By its own claims it ends ", &utc(at), "."].concat());
    [
        source,
        " is kept in memory until this page closes. Type here to use another one.",
        &end.unwrap_or_default(),
    ]
    .concat()
}

/// How long a token lasts; empty where it has ended.
#[must_use]
pub fn time_left(milliseconds: u64) -> String {
    let seconds = milliseconds / 1000;
    if seconds >= 48 * 3600 {
        return ["Ends in ", &(seconds / 86_400).to_string(), " days."].concat();
    }
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60);
    let mut text = "Ends in".to_owned();
    for (number, unit, shown) in [
        (hours, " h", hours > 0),
        (minutes, " min", seconds >= 60),
        (seconds % 60, " s", seconds < 600),
    ] {
        if shown {
            text.extend([" ", &number.to_string(), unit]);
        }
    }
    text.push('.');
    if milliseconds == 0 { String::new() } else { text }
}

/// That the token ends or has ended, where its input is out of sight. The minutes are rounded
/// up, so that it can be drawn once a minute.
#[must_use]
pub fn token_ends(left: u64) -> String {
    match left.div_ceil(60_000) {
        0 => "The access token has ended. What you do next asks for a new one.".to_owned(),
        minutes => ["The access token ends within ", &minutes.to_string(), " min."].concat(),
    }
}

/// What may be wrong with a token; empty where that is said otherwise.
#[must_use]
pub fn token_finding(finding: &TokenFinding) -> String {
    let text = match finding {
        // How long it lasts is said beside it.
        TokenFinding::EndsSoon { .. } => {
            "This token ends soon. Get a new one below, so that nothing is refused meanwhile."
        }
        TokenFinding::Expired(at) => {
            return [
                "By its own claims this token ended ",
                &utc(*at),
                ". Get a new one below or in Developer Console.",
            ]
            .concat();
        }
        TokenFinding::NotYetValid(at) => {
            return [
                "By its own claims this token is not valid before ",
                &utc(*at),
                ". If that is past, the clock of this computer is wrong.",
            ]
            .concat();
        }
        TokenFinding::AnotherClient => {
            "This token was made for another client than API key. Adobe may refuse the two together."
        }
        TokenFinding::AnotherOrganization(own) => {
            return ["This token names another organization than Organization ID: ", own, "."]
                .concat();
        }
        TokenFinding::NotOfIms => {
            "This token does not look like one of Adobe's identity system (IMS): it may be one of another system. It can be sent all the same."
        }
        TokenFinding::NotAnAccessToken => {
            "This token says that it is no access token, such as one to refresh access with. Take access_token of the answer of IMS."
        }
    };
    text.to_owned()
}

/// When a new token came, and when it ends.
#[must_use]
pub fn token_came(ends_at: Option<u64>) -> String {
    let end = ends_at.map(|at| [" It ends ", &utc(at), "."].concat()).unwrap_or_default();
    [
        SAY_TOKEN_CAME,
        &end,
        " It is kept in memory until this page closes. The client secret stays in its input, so that the next token is one press.",
    ]
    .concat()
}

/// Why no token came. Source of the codes: RFC 6749, section 5.2.
#[must_use]
pub fn no_token(error: &CallError, host: Host) -> Advice {
    let plain = |what: &str, next| Advice {
        what: what.to_owned(),
        meaning: None,
        cause: None,
        next,
        server_words: None,
    };
    let refusal = match error {
        CallError::NoAnswer(NoAnswer::ConnectionFailed) if host == Host::Answers => {
            return plain(
                "IMS answers, but gave this page nothing: it may not let pages of this origin in (CORS), it may redirect elsewhere, or the request broke off. A browser does not tell a page which.",
                "Press again; if it stays, take the command below, or ask whoever runs this page for a reverse proxy.",
            );
        }
        CallError::NoAnswer(NoAnswer::ConnectionFailed) if host == Host::Silent => {
            return plain(
                "IMS cannot be reached from this browser. A browser does not tell a page why.",
                "Check the network, a proxy and imsBase of this page. The command below tells more in a terminal.",
            );
        }
        CallError::NoAnswer(NoAnswer::ConnectionFailed) => {
            return plain(
                "IMS could not be reached, or it does not let this page in. A browser does not tell a page which of the two.",
                "Check the network. If it is there, take the command below.",
            );
        }
        CallError::NoAnswer(NoAnswer::TimedOut(_)) => {
            return plain(
                "IMS did not answer in time.",
                "Press again; a token that was made meanwhile does no harm.",
            );
        }
        CallError::NoAnswer(NoAnswer::Cancelled | NoAnswer::PageClosed) => {
            return plain("You cancelled.", "Press again when you want a token.");
        }
        CallError::UnreadableAnswer(_) => {
            return plain(
                "IMS answered something that is no token as its documentation describes it.",
                "A proxy between you and IMS may have answered. Take the command below, or ask whoever runs the network or this page.",
            );
        }
        CallError::NotSent(_) => {
            return plain(
                "Nothing was sent: this browser is offline, or did not accept the request.",
                "Check the network, then press again.",
            );
        }
        CallError::RefusedByGateway(_) | CallError::RefusedByService(_) => error.refusal(),
    };
    let (cause, next) = match refusal.and_then(|refusal| refusal.code.as_deref()) {
        Some("invalid_client") => (
            Some(
                "The client secret is not that of the API key, or was replaced, or IMS does not know the API key.",
            ),
            "Compare API key with Client ID in Developer Console, retrieve the client secret there, and press again.",
        ),
        Some("invalid_scope") => (
            Some("The project has no right to one of the scopes."),
            "Take the scopes that Developer Console shows for the project, or add the API of Experience Platform to it.",
        ),
        Some("unauthorized_client") => (
            Some("The credential of this API key is of another kind than OAuth Server-to-Server."),
            "Add an OAuth Server-to-Server credential to the project and take its Client ID and client secret.",
        ),
        Some("invalid_request") => (
            Some("IMS misses a part of the request, or something on the way changed it."),
            "Check the proxy between this page and IMS, then press again.",
        ),
        _ => {
            (None, "Read the words of IMS; what they name has to be mended before you press again.")
        }
    };
    Advice {
        what: "IMS refused to give a token.".to_owned(),
        meaning: None,
        cause,
        next,
        server_words: failure(error, "").server_words,
    }
}

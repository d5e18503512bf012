//! Refusals of Flow Service that no page of Adobe's describes.

use flow_service_sim::Reply;
use serde_json::{Value, json};

use super::case::{Answer, Case, End, Kind, Passes, Special};
use super::gateway::{LOOK_FIRST, READ_THE_WORDS, entry, plain};
use super::says::{Advice, RequestId, Says, Status};

/// What a refusal with a code of the service says first.
const REFUSED: &str = "The Flow Service refused the request.";

/// The same of one that a proxy may have made.
const REFUSED_BY_SOMEBODY: &str =
    "The request was refused, by Adobe or by something on the way there.";

/// Words that a careless page would draw.
const MARKUP: &str = "<b>bold</b> <img src=x onerror=alert(1)> &amp;";

/// A refusal that repeats what it got in every text that it has.
pub fn echo(secrets: &str) -> Reply {
    let body = json!({
        "type": format!("https://ns.adobe.com/aep/errors/{secrets}"),
        "title": secrets,
        "status": 400,
        "report": { "detailed-message": format!("You sent {secrets}"), "request-id": secrets },
        "errorMessage": secrets,
        "errorDetails": secrets,
    });
    Reply::json(400, body.to_string())
}

/// A refusal in the shape of the service.
pub fn problem(code: &str, status: u16, words: &str, request_id: &str) -> Value {
    json!({
        "type": format!("https://ns.adobe.com/aep/errors/FLOW-{code}"),
        "title": "Refused",
        "status": status,
        "report": { "detailed-message": words, "request-id": request_id },
    })
}

/// What the page says of it.
pub fn says(status: u16, code: Option<&str>, advice: Advice, words: &str) -> Says {
    Says {
        stage: "service",
        status: Status::Is(status),
        code: code.map(str::to_owned),
        request_id: RequestId::None,
        what: if code.is_some() { REFUSED } else { REFUSED_BY_SOMEBODY },
        advice,
        words: Some(words.to_owned()),
    }
}

/// One without a code, by its words.
fn without_code(what: &str, status: u16, body: &Value, words: &str) -> Case {
    let says = says(status, None, plain(READ_THE_WORDS), words);
    let reply = Reply::json(status, body.to_string());
    Case::new(Kind::Service, what, Answer::This(reply), End::Refused, says)
}

/// One with which it gives up.
fn gives_up(what: &str, status: u16, words: &str) -> Case {
    let says = says(status, None, plain(LOOK_FIRST), words);
    let reply = Reply::json(status, json!({ "title": words, "status": status }).to_string());
    Case::new(Kind::Service, what, Answer::This(reply), End::Unknown, says)
}

pub fn cases() -> Vec<Case> {
    let long = "long words ".repeat(500);
    let mut shown = long.clone();
    shown.truncate(990);
    [
        codes(),
        vec![
            without_code(
                "a title alone",
                409,
                &json!({ "title": "It is at odds" }),
                "It is at odds",
            ),
            without_code("words alone", 403, &json!({ "message": "Not today" }), "Not today"),
            without_code(
                "a detail",
                400,
                &json!({ "title": "Bad", "detail": "Bad it is" }),
                "Bad it is",
            ),
            without_code("too large", 413, &json!({ "message": "Too large" }), "Too large"),
            without_code(
                "no such method",
                405,
                &json!({ "title": "No such method" }),
                "No such method",
            ),
            without_code("long words", 400, &json!({ "message": long }), shown.trim()),
            without_code("markup in its words", 400, &json!({ "message": MARKUP }), MARKUP),
            without_code(
                "words from right to left",
                400,
                &json!({ "message": "الطلب مرفوض" }),
                "الطلب مرفوض",
            ),
            without_code(
                "a token refused without a code",
                401,
                &json!({ "message": "Who?" }),
                "Who?",
            )
            .special(Special::Token),
            // Nobody says that it is the connection that there is not.
            without_code("no such path", 404, &json!({ "title": "No such path" }), "No such path"),
            without_code(
                "a proxy finds nothing",
                404,
                &json!({ "message": "Not Found" }),
                "Not Found",
            ),
            too_many(),
            of_another_service(),
            without_code(
                "another version, without a code",
                412,
                &json!({ "title": "Too late" }),
                "Too late",
            )
            .special(Special::Stale),
            gives_up("something went wrong, without a code", 500, "Something went wrong"),
            gives_up("out of order, without a code", 502, "Out of order").passing(Passes::AtOnce),
            gives_up("another service is slow, without a code", 504, "It is slow")
                .passing(Passes::AtOnce),
            gives_up("a status that there is not", 599, "Nobody knows this"),
            resting(),
        ],
    ]
    .concat()
}

fn codes() -> Vec<Case> {
    let coded = |what: &str, code: &str, body: &Value, advice, words: &str| {
        let says = Says {
            request_id: RequestId::Is("request-07"),
            ..says(400, Some(code), advice, words)
        };
        let reply = Reply::json(400, body.to_string());
        Case::new(Kind::Service, what, Answer::This(reply), End::Refused, says)
    };
    let top = json!({
        "type": "https://ns.adobe.com/aep/errors/FLOW-1405-400",
        "title": "Empty", "requestId": "request-07",
    });
    vec![
        coded(
            "a code that nobody knows",
            "9999-400",
            &problem("9999-400", 400, "Something new", "request-07"),
            plain(READ_THE_WORDS),
            "Something new",
        ),
        coded(
            "a request ID at the top",
            "1405-400",
            &top,
            Advice::Written(entry("1405-400")),
            "Empty",
        ),
        Case::new(
            Kind::Service,
            "its words repeat the secrets",
            Answer::Echo,
            End::Refused,
            says(400, None, plain(READ_THE_WORDS), "You sent [redacted]"),
        ),
    ]
}

/// It says for how long, and nobody waits so long.
fn resting() -> Case {
    let says = says(503, None, plain(LOOK_FIRST), "It rests");
    let reply = Reply::json(503, json!({ "title": "It rests" }).to_string()).retry_after(120);
    let what = "it rests, for longer than anybody waits";
    Case::new(Kind::Service, what, Answer::This(reply), End::Unknown, says)
}

/// A limit of which nobody says whose it is.
fn too_many() -> Case {
    let says = says(429, None, plain("Wait a minute, then try again."), "Slow down");
    let reply = Reply::json(429, json!({ "message": "Slow down" }).to_string()).retry_after(120);
    let what = "too many, without a code, and a pause that nobody waits for";
    Case::new(Kind::Service, what, Answer::This(reply), End::Refused, says)
}

/// A code of another shape is shown as it is.
fn of_another_service() -> Case {
    let says = Says {
        what: REFUSED_BY_SOMEBODY,
        ..says(403, Some("SMS-2003-403"), plain(READ_THE_WORDS), "Not in this sandbox")
    };
    let body = json!({
        "type": "https://ns.adobe.com/aep/errors/SMS-2003-403",
        "title": "Not in this sandbox",
    });
    let reply = Reply::json(403, body.to_string());
    let what = "a code of another service";
    Case::new(Kind::Service, what, Answer::This(reply), End::Refused, says)
}

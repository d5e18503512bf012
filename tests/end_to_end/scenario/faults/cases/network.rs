//! What does not come through: CORS, redirects, and what is no HTTP at all. A browser tells a
//! page of none of these what it was.

use flow_service_sim::Reply;

use super::case::{Answer, Case, End, Kind, Passes};
use super::says::{Advice, RequestId, Says, Status};

/// What to do where no answer came.
const NEXT: &str = "A browser does not tell a page why: the network, a proxy, a wrong apiBase, or a server that does not let this page in (CORS). Check the network, then look again.";

/// The same of a read.
pub const NEXT_OF_A_READ: &str =
    "Nothing was changed by it. Check the network, a proxy and apiBase, then try again.";

/// What the page says where no answer came.
pub fn no_answer() -> Says {
    Says {
        stage: "no-answer",
        status: Status::None,
        code: None,
        request_id: RequestId::None,
        what: "The connection to the service failed before an answer came.",
        advice: Advice::Plain { cause: None, next: NEXT, next_else: Some(NEXT_OF_A_READ) },
        words: None,
    }
}

/// A case in which no answer comes.
pub fn failed(kind: Kind, what: &str, reply: Reply) -> Case {
    Case::new(kind, what, Answer::This(reply), End::Unknown, no_answer())
}

fn network(what: &str, reply: Reply) -> Case {
    failed(Kind::Network, what, reply).passing(Passes::AtOnce)
}

fn with_headers(status: u16, headers: &[(&str, &str)]) -> Reply {
    let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
    Reply::Status { status, headers: headers.iter().map(owned).collect(), body: b"{}".to_vec() }
}

fn bytes(text: &str) -> Reply {
    Reply::Bytes(text.as_bytes().to_vec())
}

pub fn cases() -> Vec<Case> {
    let any = ("access-control-allow-origin", "*");
    vec![
        network(
            "no page may read the answer",
            bytes("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}"),
        ),
        network(
            "a page of another origin may read the answer",
            bytes(
                "HTTP/1.1 200 OK\r\naccess-control-allow-origin: https://portal.example.com\r\ncontent-length: 2\r\n\r\n{}",
            ),
        ),
        network(
            "no page may read the refusal",
            bytes("HTTP/1.1 403 Forbidden\r\ncontent-length: 2\r\n\r\n{}"),
        ),
        network(
            "a redirect to another host",
            with_headers(302, &[("location", "http://127.0.0.1:9/")]),
        ),
        network("a redirect that keeps the method", with_headers(307, &[("location", "/data/")])),
        network("a redirect for good", with_headers(308, &[("location", "/data/")])),
        network("an answer that is no HTTP", bytes("SSH-2.0-OpenSSH_9.9\r\n")),
        network("the preflight is refused", with_headers(403, &[])).at_preflight(),
        network("the preflight lets no header in", with_headers(200, &[any])).at_preflight(),
        network("the preflight is redirected", with_headers(302, &[("location", "/data/")]))
            .at_preflight(),
        network("the preflight fails", with_headers(503, &[any])).at_preflight(),
        network("the preflight breaks off", bytes("HTTP/1.1 200 OK\r\nAccess-Co")).at_preflight(),
    ]
}

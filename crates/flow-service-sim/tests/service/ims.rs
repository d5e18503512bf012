//! IMS: tokens for a client ID and its secret, and who gets none.

use base64ct::{Base64UrlUnpadded, Encoding};
use flow_service::operation::get_token;
use flow_service::response::{Response, ResponseBody};
use flow_service::secret::{Secret, SecretName, Secrets};
use flow_service::token_request::{FORM, TOKEN_PATH};
use flow_service::value::{ApiKey, Scopes, TokenFacts};
use flow_service_sim::{Method as M, Options, Reply, ScriptedAnswer, Service, start};
use reqwest::{Method, RequestBuilder, StatusCode};
use serde_json::{Value, json};

use crate::client::{CONNECTIONS, bare, read, request, service, with_header};

const CLIENT: &str = "0123456789abcdef0123456789abcdef";
const ORIGIN: &str = "https://connect.example";
const GOOD: [(&str, &str); 4] = [
    ("grant_type", "client_credentials"),
    ("client_id", CLIENT),
    ("client_secret", "p8e-secret"),
    ("scope", "openid,session,AdobeID"),
];

fn form(members: &[(&str, &str)]) -> String {
    form_urlencoded::Serializer::new(String::new()).extend_pairs(members).finish()
}

fn send(service: &Service, body: String) -> RequestBuilder {
    bare(service, Method::POST, TOKEN_PATH).header("content-type", FORM).body(body)
}

/// The good form, but for this member, which is replaced, or left out when it has no value.
fn with(name: &str, value: Option<&str>) -> String {
    let mut members: Vec<_> = GOOD.into_iter().filter(|(held, _)| *held != name).collect();
    members.extend(value.map(|value| (name, value)));
    form(&members)
}

async fn token(service: &Service, body: String) -> (String, u64) {
    let (status, answer) = read(send(service, body)).await;
    assert_eq!(status, 200, "{answer}");
    assert_eq!(answer["token_type"], "bearer");
    (answer["access_token"].as_str().unwrap().to_owned(), answer["expires_in"].as_u64().unwrap())
}

fn claims(token: &str) -> Value {
    let parts: Vec<_> = token.split('.').collect();
    assert_eq!((parts.len(), parts[2]), (3, "local"));
    serde_json::from_slice(&Base64UrlUnpadded::decode_vec(parts[1]).unwrap()).unwrap()
}

/// A form is refused, and none of its values is in the answer.
async fn check_refused(body: String, status: u16, error: &str, words: &str) {
    let service = service().await;
    let (found, answer) = read(send(&service, body.clone())).await;
    assert_eq!((found.as_u16(), answer["error"].as_str()), (status, Some(error)), "{body}");
    let description = answer["error_description"].as_str().unwrap();
    assert!(description.contains(words), "{description}");
    assert!(!answer.to_string().contains("p8e-secret"), "{answer}");
}

#[tokio::test]
async fn a_token_says_for_whom_it_was_made_and_how_long_it_lives() {
    let service = service().await;
    let (token, seconds) = token(&service, form(&GOOD)).await;
    assert_eq!(seconds, 86_399);
    let claims = claims(&token);
    let texts = [("client_id", CLIENT), ("as", "ims-na1"), ("type", "access_token")];
    for (name, value) in texts {
        assert_eq!(claims[name], value);
    }
    assert_eq!(claims["scope"], "openid,session,AdobeID");
    assert_eq!(claims["expires_in"], "86399000");
    let made: u64 = claims["created_at"].as_str().unwrap().parse().unwrap();
    let at = service.requests().remove(0).at;
    assert!((at..at + 60_000).contains(&made), "{made}");
}

#[tokio::test]
async fn what_the_app_sends_and_reads_fits() {
    let service = service().await;
    let client_id = ApiKey::parse(CLIENT).unwrap().value;
    let mut secrets = Secrets::default();
    let secret = "p8e-ä&=+ \"secret\"";
    secrets.insert(SecretName::ims_client_secret(), Secret::new(secret.to_owned()));
    let body = get_token::request(client_id, Scopes::platform()).open(&secrets).unwrap();
    let answer = send(&service, (*body).clone()).send().await.unwrap();
    assert_eq!(answer.headers()["cache-control"], "no-store");
    let status = answer.status().as_u16();
    let body = ResponseBody::Json(answer.json().await.unwrap());
    let new = get_token::response(Response { status, body }).unwrap();
    assert_eq!(new.expires_in_ms, Some(86_399_000));

    let claims: Value = serde_json::from_str(&new.token.claims_text().unwrap()).unwrap();
    let facts = TokenFacts::from_json(&claims);
    let made = facts.created_at.unwrap();
    assert_eq!(facts.expires_at, Some(made + 86_399_000));
    assert_eq!(facts.scopes.join(","), Scopes::platform().as_str());
    assert_eq!(facts.findings(made, Some(CLIENT), Some(crate::client::ORGANIZATION)), []);

    let received = service.requests().remove(0);
    let sent: Vec<_> = form_urlencoded::parse(received.body.as_bytes()).collect();
    assert!(sent.contains(&("client_secret".into(), secret.into())), "it arrives as it is");
    assert_eq!((received.path.as_str(), received.query.as_str()), (TOKEN_PATH, ""));
}

#[tokio::test]
async fn its_tokens_are_taken_by_the_gateway() {
    let service = service().await;
    for client in [CLIENT, "short-lived"] {
        let (token, _) = token(&service, with("client_id", Some(client))).await;
        let authorization = format!("Bearer {token}");
        let get = with_header(&service, CONNECTIONS, "authorization", Some(&authorization));
        assert_eq!(read(get).await.0, 200);
    }
}

#[tokio::test]
async fn each_token_is_another() {
    let service = service().await;
    let (one, _) = token(&service, form(&GOOD)).await;
    assert_ne!(one, token(&service, form(&GOOD)).await.0);
}

#[tokio::test]
async fn tokens_of_some_clients_live_shorter() {
    let service = service().await;
    let (token, seconds) = token(&service, with("client_id", Some("short-lived"))).await;
    assert_eq!((seconds, claims(&token)["expires_in"].as_str()), (20, Some("20000")));
}

#[tokio::test]
async fn an_unknown_client_is_refused() {
    check_refused(with("client_id", Some("invalid-id")), 400, "invalid_client", "client_id").await;
}

#[tokio::test]
async fn a_wrong_secret_is_refused() {
    let body = with("client_secret", Some("wrong"));
    check_refused(body, 401, "invalid_client", "client_secret").await;
    let service = service().await;
    token(&service, with("client_secret", Some("wrong "))).await;
}

#[tokio::test]
async fn an_unknown_scope_is_refused() {
    for scope in ["invalid", "openid,invalid_one", "openid invalid"] {
        check_refused(with("scope", Some(scope)), 400, "invalid_scope", "scope").await;
    }
}

#[tokio::test]
async fn another_grant_type_is_refused() {
    for kind in [None, Some(""), Some("authorization_code"), Some("Client_Credentials")] {
        let body = with("grant_type", kind);
        check_refused(body, 400, "unsupported_grant_type", "client_credentials").await;
    }
}

#[tokio::test]
async fn what_is_missing_or_there_twice_is_named() {
    for name in ["client_id", "client_secret", "scope"] {
        let words = format!("{name} is missing");
        check_refused(with(name, None), 400, "invalid_request", &words).await;
        check_refused(with(name, Some("")), 400, "invalid_request", &words).await;
    }
    for (name, value) in GOOD {
        let body = form(&[&GOOD[..], &[(name, value)]].concat());
        let words = format!("{name} is there more than once");
        check_refused(body, 400, "invalid_request", &words).await;
    }
}

#[tokio::test]
async fn a_body_that_is_no_form_is_refused() {
    let service = service().await;
    let post = || bare(&service, Method::POST, TOKEN_PATH);
    let json = json!({ "grant_type": "client_credentials", "client_id": CLIENT });
    for request in [post().json(&json), post().body(form(&GOOD)), post()] {
        let (status, answer) = read(request).await;
        assert_eq!((status.as_u16(), answer["error"].as_str()), (400, Some("invalid_request")));
        assert!(answer["error_description"].as_str().unwrap().contains(FORM));
    }
    let charset = [FORM, "; charset=UTF-8"].concat();
    assert_eq!(read(post().header("content-type", charset).body(form(&GOOD))).await.0, 200);
}

/// Adobe takes it there; who sends it there leaves it in every log on the way.
#[tokio::test]
async fn a_secret_in_the_address_is_refused() {
    let service = service().await;
    for query in [form(&GOOD), "client%5Fsecret=p8e-secret".to_owned()] {
        let path = format!("{TOKEN_PATH}?{query}");
        let post = bare(&service, Method::POST, &path).header("content-type", FORM);
        let (status, answer) = read(post.body(form(&GOOD))).await;
        assert_eq!((status.as_u16(), answer["error"].as_str()), (400, Some("invalid_request")));
        let words = answer["error_description"].as_str().unwrap();
        assert!(words.contains("in the address") && !words.contains("p8e"), "{words}");
    }
}

#[tokio::test]
async fn other_methods_and_paths_have_nothing() {
    let service = service().await;
    let status = async |method, path| read(bare(&service, method, path)).await.0.as_u16();
    assert_eq!(status(Method::GET, TOKEN_PATH).await, 405);
    assert_eq!(status(Method::POST, "/ims/token/v2").await, 404);
    assert_eq!(status(Method::POST, "/ims/").await, 404);
    assert_eq!(service.requests().len(), 3, "all of them are recorded");
}

#[tokio::test]
async fn answers_can_be_scripted_for_it_alone() {
    let service = service().await;
    service.script(ScriptedAnswer {
        method: Some(M::POST),
        path_prefix: Some("/ims/".to_owned()),
        reply: Reply::json(429, r#"{"error":"too_many"}"#).retry_after(3),
        ..ScriptedAnswer::default()
    });
    assert_eq!(read(request(&service, Method::GET, CONNECTIONS)).await.0, 200);
    let answer = send(&service, form(&GOOD)).header("origin", ORIGIN).send().await.unwrap();
    assert_eq!(
        (answer.status().as_u16(), &answer.headers()["retry-after"]),
        (429, &"3".parse().unwrap())
    );
    assert_eq!(answer.headers()["access-control-allow-origin"], ORIGIN);
    assert_eq!(read(send(&service, form(&GOOD))).await.0, 200);
}

/// Whether a page of another origin may read the answers of IMS, and of the Flow Service.
async fn open_to_pages(options: Options) -> (bool, bool) {
    let service = start(options).await.unwrap();
    let allowed = async |request: RequestBuilder| {
        let answer = request.header("origin", ORIGIN).send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::OK);
        answer.headers().contains_key("access-control-allow-origin")
    };
    let ims = allowed(send(&service, form(&GOOD))).await;
    (ims, allowed(request(&service, Method::GET, CONNECTIONS)).await)
}

#[tokio::test]
async fn pages_may_ask_it_unless_that_is_switched_off() {
    let options = Options::default;
    assert_eq!(open_to_pages(options()).await, (true, true));
    assert_eq!(open_to_pages(Options { ims_cors: false, ..options() }).await, (false, true));
    assert_eq!(open_to_pages(Options { cors: false, ..options() }).await, (false, false));
}

#[tokio::test]
async fn a_preflight_is_answered_or_refused() {
    for ims_cors in [true, false] {
        let service = start(Options { ims_cors, ..Options::default() }).await.unwrap();
        let preflight = bare(&service, Method::OPTIONS, TOKEN_PATH)
            .header("origin", ORIGIN)
            .header("access-control-request-method", "POST")
            .header("access-control-request-headers", "content-type");
        let answer = preflight.send().await.unwrap();
        assert_eq!(answer.status().is_success(), ims_cors);
        let headers = answer.headers();
        assert_eq!(headers.contains_key("access-control-allow-origin"), ims_cors);
    }
}

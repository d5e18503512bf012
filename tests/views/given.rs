//! The page in each of its phases, and the answers that lead there.

use flow_connect::screen::check::{
    Answer as CheckAnswer, Given, Msg as CheckMsg, Outcome, TokenLook,
};
use flow_connect::screen::{
    Answer, Effect, Field, Model, Msg, Route, SecretReport, TokenReport, update,
};
use flow_connect::screen::{Tool, check::Job};
use flow_service::connection::Connection;
use flow_service::error::{CallError, NoAnswer, Refusal};
use flow_service::operation::create_connection::Created;
use flow_service::operation::list_connections::Page;
use flow_service::spec::OAUTH2_CLIENT_CREDENTIAL;
use flow_service::value::{ConnectionId, ConnectionSpecId, Problem};
use serde_json::json;

pub const NAME: &str = "Service Cloud of Acme";
pub const ID: &str = "4267c2ab-2104-474f-a7c2-ab2104d74f86";
pub const ETAG: &str = "\"0200f1c5-0000-0200-0000-5e4352bf0000\"";
/// 2026-11-18 11:06:40 UTC.
pub const PRESSED_AT: u64 = 1_795_000_000_000;

pub fn param(key: &str) -> Field {
    Field::Param(key.to_owned())
}

pub fn told(mut model: Model, msg: Msg) -> Model {
    update(&mut model, msg);
    model
}

pub fn typed(model: Model, field: Field, text: &str) -> Model {
    told(model, Msg::Typed(field, text.to_owned()))
}

/// The page as it opens, without the half that is fetched later.
pub fn opened() -> Model {
    Model::new("https://portal.example".to_owned())
}

pub fn empty() -> Model {
    with_half(opened())
}

pub fn oauth2() -> Model {
    told(empty(), Msg::AuthChosen(OAUTH2_CLIENT_CREDENTIAL.to_owned()))
}

pub fn filled() -> Model {
    fill(empty())
}

pub fn fill(mut model: Model) -> Model {
    for (field, text) in [
        (Field::ApiKey, "0123456789abcdef0123456789abcdef"),
        (Field::OrganizationId, "0123456789ABCDEF01234567@AdobeOrg"),
        (Field::Name, NAME),
        (param("username"), "integration@acme.example"),
    ] {
        model = typed(model, field, text);
    }
    model
}

pub fn pressed(model: Model) -> Model {
    let typed = |key: &str| (key.to_owned(), Ok(Vec::new()));
    let params = vec![typed("password"), typed("securityToken"), typed("clientSecret")];
    let secrets = SecretReport { token: TokenReport::Typed(Ok(Vec::new())), params };
    told(model, Msg::Pressed(secrets, PRESSED_AT))
}

/// Pressed on an empty page.
pub fn with_problems() -> Model {
    let token = TokenReport::Typed(Err(Problem::Missing));
    let secrets = SecretReport { token, params: Vec::new() };
    told(empty(), Msg::Pressed(secrets, PRESSED_AT))
}

pub fn sending() -> Model {
    pressed(filled())
}

/// The half that is fetched later is there.
pub fn with_half(model: Model) -> Model {
    told(model, Msg::PartLoaded(true))
}

/// The sandboxes are asked for, and the service lists these, or none.
pub fn with_sandboxes(mut model: Model, sandboxes: Option<&[(&str, &str)]>) -> Model {
    let owned = |(name, about): &(&str, &str)| ((*name).to_owned(), (*about).to_owned());
    let sandboxes = sandboxes.map(|sandboxes| sandboxes.iter().map(owned).collect());
    let effects = update(&mut model, Msg::SandboxesWanted(TokenReport::Available));
    let [Effect::ListSandboxes(access)] = effects.as_slice() else { panic!("{effects:?}") };
    told(model, Msg::SandboxesAre(access.clone(), sandboxes))
}

/// The views of the navigation, and that of one connection.
pub fn routes() -> [Route; 3] {
    let [create, connections] = Route::ALL;
    [create, connections, Route::Connection(ConnectionId::parse(ID).unwrap())]
}

/// The view of the list and that of one connection.
pub fn others() -> [Route; 2] {
    let [_, connections, one] = routes();
    [connections, one]
}

pub fn on(model: Model, route: &Route) -> Model {
    told(model, Msg::RouteChanged(route.clone()))
}

fn answered(model: Model, answer: Answer) -> Model {
    let ticket = model.ticket;
    told(model, Msg::Answered(ticket, answer, PRESSED_AT + 1_000))
}

pub fn failed(error: CallError) -> Model {
    answered(sending(), Answer::Create(Err(error)))
}

pub fn refusal(status: u16, code: &str, message: &str) -> Refusal {
    Refusal {
        retry_after: None,
        status,
        code: Some(code.to_owned()),
        title: None,
        message: message.to_owned(),
        request_id: Some("request-7".to_owned()),
    }
}

pub fn by_gateway(status: u16, code: &str) -> CallError {
    CallError::RefusedByGateway(refusal(status, code, "The gateway's words"))
}

pub fn by_service(code: &str, message: &str) -> CallError {
    CallError::RefusedByService(refusal(400, code, message))
}

pub fn timed_out() -> CallError {
    CallError::NoAnswer(NoAnswer::TimedOut(30_000))
}

pub fn looking() -> Model {
    failed(timed_out())
}

/// A whole round of looks that found this.
pub fn looked(items: &[(&str, u64)]) -> Model {
    let item = |(id, created_at): &(&str, u64)| {
        Connection::from_json(&json!({
            "id": id, "name": NAME, "createdAt": created_at,
            "connectionSpec": { "id": ConnectionSpecId::SERVICE_CLOUD, "version": "1.0" },
        }))
        .unwrap()
    };
    let mut model = looking();
    for _ in 0..4 {
        let page = Page { connections: items.iter().map(item).collect(), next: None };
        model = answered(model, Answer::LookUp(Ok(page)));
    }
    model
}

pub fn look_failed(error: CallError) -> Model {
    answered(looking(), Answer::LookUp(Err(error)))
}

pub fn created() -> Model {
    let created = Created { id: ConnectionId::parse(ID).unwrap(), etag: Some(ETAG.to_owned()) };
    answered(sending(), Answer::Create(Ok(created)))
}

pub fn testing() -> Model {
    told(created(), Msg::TestPressed)
}

pub fn tested(result: Result<bool, CallError>) -> Model {
    answered(testing(), Answer::Test(result))
}

/// A check is run on this page, and its requests are answered so, one after the other.
pub fn checked(model: Model, outcomes: Vec<Outcome>) -> Model {
    let mut model = told(model, Msg::ToolPressed(Tool::Check));
    update(&mut model, Msg::Check(CheckMsg::Pressed));
    answer_check(model, false, outcomes)
}

/// What failed is explained, and the requests of that are answered so.
pub fn explained(mut model: Model, outcomes: Vec<Outcome>) -> Model {
    update(&mut model, Msg::Check(CheckMsg::ExplainPressed));
    answer_check(model, true, outcomes)
}

fn answer_check(mut model: Model, explains: bool, outcomes: Vec<Outcome>) -> Model {
    let typed = |key: &str| (key.to_owned(), Ok(Vec::new()));
    let params = vec![typed("password"), typed("securityToken"), typed("clientSecret")];
    let secrets = SecretReport { token: TokenReport::Typed(Ok(Vec::new())), params };
    let given = Given {
        secrets,
        token: TokenLook::NotReadable(40),
        typed_ms: 1,
        token_ms: 2,
        now: PRESSED_AT,
        user_agent: "Browser/1.0".to_owned(),
    };
    let mut effects = update(&mut model, Msg::Check(CheckMsg::Read(explains, Box::new(given))));
    for outcome in outcomes {
        let [Effect::Check(Job::Send(ticket, ..))] = effects.as_slice() else {
            panic!("{effects:?}")
        };
        let answer = Box::new(CheckAnswer { outcome, took_ms: 30 });
        effects = update(&mut model, Msg::Check(CheckMsg::Answered(*ticket, answer)));
    }
    model
}

/// One model for each phase and each thing that can be seen in it.
pub fn all() -> Vec<(&'static str, Model)> {
    vec![
        ("empty", empty()),
        ("OAuth2", oauth2()),
        ("filled", filled()),
        ("with problems", with_problems()),
        ("sending", sending()),
        ("refused, a field", failed(by_gateway(401, "401013"))),
        ("refused, the auth spec", failed(by_service("1415-400", ""))),
        ("refused, no field", failed(by_service("9999-400", "words"))),
        ("looking", looking()),
        ("not found", looked(&[])),
        ("namesakes", looked(&[("old", 1)])),
        ("look failed", look_failed(by_gateway(401, "401013"))),
        ("found", looked(&[(ID, PRESSED_AT)])),
        ("created", created()),
        ("testing", testing()),
        ("test accepted", tested(Ok(true))),
        ("test refused", tested(Ok(false))),
        ("test failed", tested(Err(timed_out()))),
        ("check running", checked(filled(), Vec::new())),
        ("check failed", checked(filled(), vec![Outcome::Failed(by_gateway(401, "401013"))])),
        ("explained", explained(failed(by_service("9999-400", "words")), Vec::new())),
    ]
}

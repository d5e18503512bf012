//! A page without a browser: the model, and what a person and the service do to it.
//!
//! Each message that goes through here is held against the first rule of the app: one
//! press sends one creation at most, and nothing else sends any.

use flow_connect::screen::connections::Told;
use flow_connect::screen::{
    Answer, Call, Disclosure, Effect, Event, Field, Model, Msg, Phase, Route, SecretReport, Ticket,
    update,
};
use flow_service::error::CallError;
use flow_service::operation::create_connection::Created;
use flow_service::operation::list_connections;
use flow_service::request::{Method, Request};

use crate::given;

pub struct Page {
    pub model: Model,
    /// How often a creation was sent.
    pub creations: usize,
    /// The tickets of all calls, oldest first.
    pub tickets: Vec<Ticket>,
}

impl Page {
    /// The page as it opens.
    pub fn new() -> Self {
        let model = Model::new("https://portal.example".to_owned());
        Self { model, creations: 0, tickets: Vec::new() }
    }

    /// A page whose every field is filled in for Basic Authentication.
    pub fn filled() -> Self {
        let mut page = Self::new();
        page.fill();
        page
    }

    /// A page that has sent its creation.
    pub fn sending() -> Self {
        let mut page = Self::filled();
        page.press();
        page
    }

    /// A page that does not know whether its connection was created.
    pub fn unknown() -> Self {
        let mut page = Self::sending();
        page.tell(Msg::Cancelled);
        page
    }

    /// A page whose connection is created.
    pub fn created() -> Self {
        let mut page = Self::sending();
        page.create_answers(Ok(given::created(given::ID)));
        page
    }

    /// A filled page on the view of the list, with the other half there.
    pub fn on_list() -> Self {
        let mut page = Self::filled();
        page.tell(Msg::RouteChanged(Route::Connections));
        page.half_comes();
        page
    }

    /// The same, and access was given by a press.
    pub fn with_access() -> Self {
        let mut page = Self::on_list();
        assert_eq!(page.tell(Msg::AccessPressed(given::token())), []);
        page
    }

    /// The same, and the service accepted it.
    pub fn worked() -> Self {
        let mut page = Self::with_access();
        page.tell(Msg::Told(Told::AccessWorked));
        page
    }

    pub fn tell(&mut self, msg: Msg) -> Vec<Effect> {
        let pressed = matches!(msg, Msg::Pressed(..));
        let could_send = matches!(self.model.phase, Phase::Filling | Phase::Refused(_));
        let effects = update(&mut self.model, msg);
        let mut creations = 0;
        for effect in &effects {
            let Effect::Send(ticket, call, request) = effect else { continue };
            let method = if *call == Call::Create { Method::Post } else { Method::Get };
            assert_eq!(request.method, method, "{call:?}");
            assert!(!self.tickets.contains(ticket), "{ticket:?} is used twice");
            self.tickets.push(*ticket);
            creations += usize::from(*call == Call::Create);
        }
        assert!(creations <= usize::from(pressed && could_send), "a creation nobody asked for");
        assert!(creations == 0 || matches!(self.model.phase, Phase::Sending(_)));
        self.creations += creations;
        effects
    }

    pub fn type_in(&mut self, field: Field, text: &str) {
        assert_eq!(self.tell(Msg::Typed(field, text.to_owned())), []);
    }

    pub fn fill(&mut self) {
        self.type_in(Field::ApiKey, given::API_KEY);
        self.type_in(Field::OrganizationId, given::ORGANIZATION);
        self.type_in(Field::Sandbox, "acme-dev");
        self.type_in(Field::Name, given::NAME);
        self.type_in(Field::Description, given::NAME);
        self.type_in(given::param("username"), "integration@acme.example");
    }

    /// The half that is fetched later comes.
    pub fn half_comes(&mut self) -> Vec<Effect> {
        self.tell(Msg::PartLoaded(true))
    }

    /// *Create connection*, with all secrets typed.
    pub fn press(&mut self) -> Vec<Effect> {
        self.press_with(given::secrets())
    }

    pub fn press_with(&mut self, secrets: SecretReport) -> Vec<Effect> {
        self.tell(Msg::Pressed(secrets, given::PRESSED_AT))
    }

    /// The newest call is answered, one second after the press.
    pub fn answer(&mut self, answer: Answer) -> Vec<Effect> {
        self.tell(Msg::Answered(self.model.ticket, answer, given::PRESSED_AT + 1_000))
    }

    pub fn create_answers(&mut self, result: Result<Created, CallError>) -> Vec<Effect> {
        self.answer(Answer::Create(result))
    }

    pub fn look_answers(
        &mut self,
        result: Result<list_connections::Page, CallError>,
    ) -> Vec<Effect> {
        self.answer(Answer::LookUp(result))
    }

    pub fn test_answers(&mut self, result: Result<bool, CallError>) -> Vec<Effect> {
        self.answer(Answer::Test(result))
    }

    pub fn is_unfolded(&self, part: Disclosure) -> bool {
        self.model.unfolded.contains(&part)
    }
}

/// The one call among the effects.
#[track_caller]
pub fn sent(effects: &[Effect]) -> (Call, &Request) {
    let mut calls = effects.iter().filter_map(|effect| match effect {
        Effect::Send(_, call, request) => Some((*call, request)),
        _ => None,
    });
    let call = calls.next().expect("a call");
    assert!(calls.next().is_none(), "two calls: {effects:?}");
    call
}

/// The one event among the effects.
#[track_caller]
pub fn emitted(effects: &[Effect]) -> &Event {
    let mut events = effects.iter().filter_map(|effect| match effect {
        Effect::Emit(event) => Some(event),
        _ => None,
    });
    let event = events.next().expect("an event");
    assert!(events.next().is_none(), "two events: {effects:?}");
    event
}

/// Where the focus goes.
#[track_caller]
pub fn focused(effects: &[Effect]) -> &str {
    let mut ids = effects.iter().filter_map(|effect| match effect {
        Effect::Focus(id) => Some(id.as_str()),
        _ => None,
    });
    let id = ids.next().expect("a focus");
    assert!(ids.next().is_none(), "two focuses: {effects:?}");
    id
}

//! This half of the app without a browser: messages in, effects and HTML out.

use flow_connect::screen::connections::{Answer, Call, Effect, Model, Moment, Msg, Told, update};
use flow_connect::screen::{Route, Ticket};
use flow_connect::ui::connections::connections;
use flow_service::request::{Access, Request};
use flow_service::value::{ApiKey, ConnectionId, OrganizationId, SandboxName};
use yew::prelude::*;

use crate::html::Html as Parsed;

/// When the tests begin: 2026-11-23, 12:00 UTC, in milliseconds since 1970.
pub const NOON: u64 = 1_795_435_200_000;

pub struct Room {
    pub model: Model,
    pub now: u64,
}

impl Room {
    /// Platform access is given and this view is shown; the effects of that are dropped.
    pub fn at(route: Route) -> Self {
        let mut room = Self { model: Model::default(), now: NOON };
        room.tell(Msg::AccessIs(Some(access())));
        room.tell(Msg::Opened(route));
        room
    }

    pub fn tell(&mut self, msg: Msg) -> Vec<Effect> {
        update(&mut self.model, msg, Moment { now: self.now, random: 0 })
    }

    /// Answers the request for this that is running.
    #[track_caller]
    pub fn answer(&mut self, effects: &[Effect], call: &Call, answer: Answer) -> Vec<Effect> {
        let (ticket, _) = sent(effects, call);
        self.tell(Msg::Answered(ticket, Box::new(answer)))
    }

    /// The HTML as it is seen.
    pub fn drawn(&self) -> Parsed {
        Parsed::parse(&self.written())
    }

    /// The HTML as text.
    pub fn written(&self) -> String {
        let model = self.model.clone();
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let renderer =
            yew::LocalServerRenderer::<Shown>::with_props(Props { model }).hydratable(false);
        runtime.block_on(renderer.render())
    }
}

/// The request that is sent for this.
#[track_caller]
pub fn sent(effects: &[Effect], call: &Call) -> (Ticket, Request) {
    let found = effects.iter().find_map(|effect| match effect {
        Effect::Send { ticket, call: held, request, .. } if held == call => {
            Some((*ticket, request.clone()))
        }
        _ => None,
    });
    found.unwrap_or_else(|| panic!("{call:?} is not sent: {effects:#?}"))
}

/// What the live region is told to say.
pub fn said(effects: &[Effect]) -> Vec<String> {
    let said = effects.iter().filter_map(|effect| match effect {
        Effect::Tell(Told::Say(text)) => Some(text.clone()),
        _ => None,
    });
    said.collect()
}

pub fn access() -> Access {
    Access {
        api_key: ApiKey::parse("0123456789abcdef0123456789abcdef").unwrap().value,
        organization: OrganizationId::parse("0123456789ABCDEF01234567@AdobeOrg").unwrap().value,
        sandbox: SandboxName::parse("prod").unwrap(),
    }
}

pub fn id(number: u32) -> ConnectionId {
    ConnectionId::parse(&format!("4267c2ab-2104-474f-a7c2-{number:012}")).unwrap()
}

#[derive(Properties, PartialEq)]
struct Props {
    model: Model,
}

#[component]
fn Shown(props: &Props) -> Html {
    connections(&props.model, &Callback::noop())
}

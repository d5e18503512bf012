//! Whatever happens in whatever order: nothing panics, nothing is created that nobody
//! asked for, and nothing that was typed is lost.
//!
//! The rule of one creation for each press is in `Page::tell`, which each step goes through.

use flow_connect::screen::connections::Told;
use flow_connect::screen::kept::{self, kept};
use flow_connect::screen::{
    Answer, CopyTarget, Disclosure, Effect, Field, Half, Msg, Phase, Sandboxes, Settings, Theme,
    Ticket, Token, TokenReport, TokenSource, element_id, unanswered,
};
use flow_service::error::{CallError, NotSent, UnreadableReason};
use flow_service::value::{Problem, Remark};
use proptest::prelude::*;
use serde_json::json;

use crate::given::{self, NAME, PRESSED_AT};
use crate::page::Page;

/// Texts that fit some field, and texts that fit none.
const TEXTS: [&str; 9] = [
    "",
    NAME,
    given::API_KEY,
    given::ORGANIZATION,
    "prod",
    "b66ab34-8619-49cb-96d1-39b37ede86ea",
    "acme.my.salesforce.com",
    "60.0",
    "\u{0}Ä\r\n\"{}$",
];

/// Something that happens; the numbers choose among the variants of it.
type Step = (u8, usize, usize);

fn steps() -> impl Strategy<Value = Vec<Step>> {
    // The first kinds are those that move the phase; they come more often.
    let kind = prop_oneof![3 => 0..8_u8, 1 => 8..38_u8];
    proptest::collection::vec((kind, 0..64_usize, 0..64_usize), 1..60)
}

fn error(choice: usize) -> CallError {
    match choice % 7 {
        0 => given::timed_out(),
        1 => given::by_gateway(401, "401013"),
        2 => given::by_service("1413-400", ""),
        3 => given::by_service_with(503),
        4 => given::unreadable(201, UnreadableReason::Lacks("id")),
        5 => given::unreadable(403, UnreadableReason::NotJson),
        _ => CallError::NotSent(NotSent::Offline),
    }
}

fn ticket(page: &Page, choice: usize) -> Ticket {
    // Mostly the newest call is answered, sometimes an older one.
    let newest = page.tickets.last().copied().unwrap_or_default();
    if choice.is_multiple_of(4) {
        page.tickets.get(choice).copied().unwrap_or(newest)
    } else {
        newest
    }
}

fn message(page: &Page, (kind, one, two): Step) -> Msg {
    let pick = |fields: Vec<Field>| fields[one % fields.len()].clone();
    let text_field = || pick(given::text_fields());
    let secret_field = || pick(given::secret_fields());
    let copy = [
        CopyTarget::ConnectionId,
        CopyTarget::Code,
        CopyTarget::CodeWithSecrets,
        CopyTarget::Report,
    ];
    let at = PRESSED_AT + u64::try_from(one).unwrap();
    let answered = |answer| Msg::Answered(ticket(page, two), answer, at);
    match kind {
        0 => Msg::Pressed(given::secrets(), PRESSED_AT),
        1 => {
            // The service gives each connection another ID.
            let id = format!("created-{}", page.creations);
            let created = (one % 2 == 0).then(|| given::created(&id));
            answered(Answer::Create(created.ok_or_else(|| error(one / 2))))
        }
        2 => {
            let list = [
                given::listed("created-1", NAME, PRESSED_AT),
                given::listed("found", NAME, PRESSED_AT + 1),
                given::listed("old", NAME, 0),
            ];
            let page = given::list(list[one % 4 % 3..].to_vec());
            answered(Answer::LookUp(if one % 4 == 3 { Err(error(two)) } else { Ok(page) }))
        }
        3 => answered(Answer::Test(if one % 3 == 2 { Err(error(two)) } else { Ok(one % 3 == 0) })),
        4 => Msg::Cancelled,
        5 => Msg::LookAgain,
        6 => Msg::TestPressed,
        7 => Msg::AnotherPressed,
        8 => Msg::Pressed(given::no_secrets(), PRESSED_AT),
        9 => Msg::Typed(text_field(), TEXTS[two % TEXTS.len()].to_owned()),
        10 => Msg::Left(text_field()),
        11 => Msg::SecretEdited(secret_field()),
        12 if two % 2 == 0 => Msg::SecretLeft(secret_field(), Ok(vec![Remark::NotAJwt])),
        12 => Msg::SecretLeft(secret_field(), Err(Problem::NotVisibleAscii)),
        13 => Msg::ShowSecret(secret_field(), two % 2 == 0),
        14 => Msg::AuthChosen(page.model.spec.auth_specs[one % 2].name.clone()),
        15 => Msg::SpecIdCorrected,
        16 => Msg::SpecIdInsisted,
        17 => Msg::SamplePressed,
        18 => Msg::TokenIs(Token::Held { source: TokenSource::Person, expires_at: Some(at) }),
        19 => Msg::ForgetToken,
        20 => Msg::CopyPressed(copy[one % 4]),
        21 => Msg::Copied(copy[one % 4], two % 2 == 0),
        22 if two % 2 == 0 => Msg::RouteChanged(given::routes()[one % 3].clone()),
        22 => Msg::LinkFollowed(given::routes()[one % 3].clone()),
        23 => Msg::ThemeChosen(Theme::ALL[one % 3]),
        24 if two % 2 == 0 => Msg::FieldSought(text_field()),
        24 => Msg::Unfolded([Disclosure::Advanced, Disclosure::Request][one % 2], two % 4 == 1),
        26.. => of_the_door(page, kind, one, two),
        _ if two % 2 == 0 => Msg::Removed,
        _ => {
            let config =
                json!({ "apiKey": TEXTS[one % 9], "sandbox": TEXTS[two % 9], "apiBase": "/" });
            let (settings, problem) = Settings::from_json(&config);
            Msg::Configured(settings, problem)
        }
    }
}

/// What happens between the form and the half with connections.
fn of_the_door(page: &Page, kind: u8, one: usize, two: usize) -> Msg {
    let token = match one % 3 {
        0 => TokenReport::Available,
        1 => TokenReport::Typed(Ok(vec![Remark::NotAJwt])),
        _ => TokenReport::Typed(Err(Problem::Missing)),
    };
    match kind {
        26 => Msg::AccessPressed(token),
        27 => Msg::AccessOffered(token),
        28 => Msg::AccessChanged,
        29 => Msg::AccessOpened,
        30 => Msg::SandboxesWanted(token),
        31 => {
            let listed = (one.is_multiple_of(2)).then(|| vec![("prod".to_owned(), String::new())]);
            // Mostly what is waited for is answered, sometimes what is not any more.
            let access = match &page.model.door.sandboxes {
                Sandboxes::Asked(access) if !two.is_multiple_of(4) => access.clone(),
                _ => given::other_access(),
            };
            Msg::SandboxesAre(access, listed)
        }
        32 => Msg::PartLoaded(one.is_multiple_of(2)),
        33 => Msg::PartWanted,
        34 => Msg::Told(match one % 4 {
            0 => Told::AccessWorked,
            1 => Told::AccessRefused,
            2 => Told::HasInput(two.is_multiple_of(2)),
            _ => Told::Failed(error(two)),
        }),
        35 => Msg::Told(Told::Show(given::routes()[one % 3].clone())),
        36 => Msg::Told(Told::Online(one.is_multiple_of(2))),
        _ => match one % 4 {
            0 => {
                let sent = kept(&Page::sending().model).unwrap()["sent"].clone();
                Msg::Kept(kept::Msg::Found(Some(json!({ "v": 1, "sent": sent }))))
            }
            1 => Msg::Unanswered(unanswered::Msg::Dismissed),
            _ => Msg::Unanswered(unanswered::Msg::Look(token)),
        },
    }
}

/// The messages with which a person or the deployment changes texts of the form.
fn may_change_texts(msg: &Msg, phase: &Phase) -> bool {
    match msg {
        Msg::Typed(..) | Msg::Configured(..) | Msg::SamplePressed | Msg::SpecIdCorrected => true,
        Msg::AnotherPressed => matches!(phase, Phase::Created { .. }),
        _ => false,
    }
}

fn can_be_focused(id: &str) -> bool {
    let ids =
        [element_id::CREATE, element_id::CONNECTION_ID, element_id::REFUSED, element_id::UNKNOWN];
    let mut fields = given::text_fields();
    fields.extend(given::secret_fields());
    fields.push(Field::Authentication);
    ids.contains(&id) || fields.iter().any(|field| field.id() == id)
}

fn texts(page: &Page) -> Vec<String> {
    given::text_fields().iter().map(|field| page.model.form.text(field).to_owned()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_order_of_messages(steps in steps()) {
        let mut page = Page::filled();
        let mut presses = 0;
        for step in steps {
            let msg = message(&page, step);
            presses += usize::from(matches!(msg, Msg::Pressed(..)));
            let kept = (!may_change_texts(&msg, &page.model.phase)).then(|| texts(&page));
            let forgets = matches!(msg, Msg::ForgetToken | Msg::Removed);
            let leaves = matches!(msg, Msg::Removed);
            let half = page.model.door.half;
            let effects = page.tell(msg);

            let loads = effects.iter().filter(|effect| **effect == Effect::LoadPart).count();
            let may_load = matches!(half, Half::Absent | Half::Failed);
            prop_assert!(loads <= usize::from(may_load), "fetched twice");
            prop_assert!(!forgets || page.model.door.access.is_none(), "access without a token");
            let door = &page.model.door;
            prop_assert!(!forgets || door.sandboxes == Sandboxes::Unknown);
            prop_assert!(!leaves || (!matches!(door.half, Half::Loading | Half::Awaited) && !door.has_input));
            prop_assert!(page.creations <= presses);
            if let Some(kept) = kept {
                prop_assert_eq!(texts(&page), kept, "something typed was lost by {:?}", step);
            }
            for effect in &effects {
                if let Effect::Focus(id) = effect {
                    prop_assert!(can_be_focused(id), "{}", id);
                }
            }
            let model = &page.model;
            prop_assert!(!model.summary || !model.problems.is_empty(), "an empty summary");
            if matches!(model.phase, Phase::Created { .. }) {
                prop_assert!(model.latest().is_some());
            }
            for (at, connected) in model.created.iter().enumerate() {
                let again = model.created[..at].iter().any(|other| other.id == connected.id);
                prop_assert!(!again, "{:?} is taken twice", connected.id);
            }
        }
    }
}

//! What comes of a press: answers, looks after an unknown outcome, the test, and the end.

use flow_service::error::{CallError, NoAnswer, NotSent, Refusal};
use flow_service::operation::create_connection::Created;
use flow_service::operation::list_connections::Page;
use flow_service::operation::test_connection;
use flow_service::request::Request;
use flow_service::value::{ConnectionName, ConnectionSpecId};

use super::at_once::{all_secrets, forget_finding};
use super::duplicates::Duplicates;
use super::element_id;
use super::event::Event;
use super::field::Field;
use super::form::{Findings, read_access};
use super::import;
use super::kept::Kept;
use super::look_up::{self, Found};
use super::message::{Answer, Call, Effect};
use super::model::{Model, Ticket};
use super::phase::{Connected, InForm, Look, NotCreated, Phase, Sent, TestRun};

pub(super) fn send(model: &mut Model, call: Call, request: Request) -> Effect {
    model.ticket = model.ticket.next();
    Effect::Send(model.ticket, call, request)
}

pub(super) fn cancel(model: &mut Model) -> Vec<Effect> {
    let Phase::Sending(sent) = &model.phase else { return Vec::new() };
    let sent = sent.clone();
    let mut effects = vec![Effect::Abort];
    effects.extend(outcome_unknown(model, CallError::NoAnswer(NoAnswer::Cancelled), sent));
    effects
}

/// Nothing was carried out: there is nothing to look for.
pub(super) fn cancel_unsent(model: &mut Model) -> Vec<Effect> {
    let Phase::Sending(sent) = &model.phase else { return Vec::new() };
    let sent = sent.clone();
    // Its answer is not heard any more.
    model.ticket = model.ticket.next();
    let mut effects = vec![Effect::Abort];
    effects.extend(refused(model, CallError::NotSent(NotSent::Cancelled), sent));
    effects
}

/// From here on the connection is looked for; it is not sent again.
fn outcome_unknown(model: &mut Model, cause: CallError, sent: Sent) -> Vec<Effect> {
    let event = Effect::Emit(Event::Error(cause.clone()));
    let focus = Effect::Focus(element_id::UNKNOWN.to_owned());
    let look = look(model, &sent);
    model.phase = Phase::Unknown { cause, sent, look: Look::Looking(1) };
    vec![event, focus, look]
}

/// The first look of a round.
pub(super) fn look(model: &mut Model, sent: &Sent) -> Effect {
    look_after(model, sent, 0)
}

fn look_after(model: &mut Model, sent: &Sent, pause: u32) -> Effect {
    send(model, Call::LookUp(pause), look_up::request(sent))
}

pub(super) fn look_again(model: &mut Model) -> Vec<Effect> {
    let Phase::Unknown { sent, look: state, .. } = &mut model.phase else { return Vec::new() };
    if matches!(state, Look::Looking(_)) {
        return Vec::new();
    }
    *state = Look::Looking(1);
    let sent = sent.clone();
    let focus = Effect::Focus(element_id::UNKNOWN.to_owned());
    vec![look(model, &sent), focus]
}

pub(super) fn answered(model: &mut Model, ticket: Ticket, answer: Answer, now: u64) -> Vec<Effect> {
    if ticket != model.ticket {
        return Vec::new();
    }
    match (answer, &model.phase) {
        (Answer::Create(result), Phase::Sending(sent)) => {
            let sent = sent.clone();
            match result {
                Ok(created) => connected(model, sent, created, now, false),
                Err(error) if error.outcome_unknown() => outcome_unknown(model, error, sent),
                Err(error) => refused(model, error, sent),
            }
        }
        (Answer::LookUp(result), Phase::Unknown { sent, .. }) => {
            let sent = sent.clone();
            looked(model, sent, result, now)
        }
        (Answer::Test(result), Phase::Created { .. }) => tested(model, result, now),
        _ => Vec::new(),
    }
}

fn connected(
    model: &mut Model,
    sent: Sent,
    created: Created,
    now: u64,
    found_by_looking: bool,
) -> Vec<Effect> {
    // Only what a page that was closed had sent can be found beside another form.
    let in_form = if found_by_looking { in_form(model, &sent) } else { InForm::Itself };
    let connected = Connected {
        id: created.id,
        etag: created.etag,
        name: sent.name,
        sandbox: sent.access.sandbox.as_str().to_owned(),
        at: now,
        found_by_looking,
        removed: false,
        in_form,
    };
    let event = Event::Created {
        id: connected.id.as_str().to_owned(),
        etag: connected.etag.clone(),
        name: connected.name.clone(),
        sandbox: connected.sandbox.clone(),
    };
    model.created.push(connected);
    model.phase = Phase::Created { access: sent.access, test: TestRun::None };
    model.copied = None;
    model.token_edited = false;
    let used = match in_form {
        InForm::Itself => all_is_used(model),
        InForm::Another => token_is_used(model),
    };
    vec![
        Effect::ClearSecrets(used),
        Effect::Emit(event),
        Effect::Focus(element_id::CONNECTION_ID.to_owned()),
    ]
}

/// What stood in the form is a connection now.
fn all_is_used(model: &mut Model) -> Vec<Field> {
    model.problems.clear();
    model.summary = false;
    model.remarks.clear();
    model.shown.clear();
    import::forget(model);
    model.secrets_of.clear();
    all_secrets(model)
}

/// What stands in the form was not sent yet; only the token was of use.
fn token_is_used(model: &mut Model) -> Vec<Field> {
    forget_finding(model, &Field::AccessToken);
    model.shown.retain(|held| *held != Field::AccessToken);
    import::token_is_used(model);
    vec![Field::AccessToken]
}

/// Whether the form is the one that was sent, as far as is known of that.
fn in_form(model: &Model, sent: &Sent) -> InForm {
    let form = &model.form;
    let name = ConnectionName::parse(&form.name);
    let spec_id = ConnectionSpecId::parse_any(form.text(&Field::SpecId));
    let is_it = name.is_ok_and(|name| name.as_str() == sent.name)
        && spec_id.is_ok_and(|parsed| parsed.value == sent.spec_id)
        && model.auth().name == sent.auth_name
        && read_access(form, &mut Findings::default()).as_ref() == Some(&sent.access);
    if is_it { InForm::Itself } else { InForm::Another }
}

fn refused(model: &mut Model, cause: CallError, sent: Sent) -> Vec<Effect> {
    let event = Effect::Emit(Event::Error(cause.clone()));
    let fault = cause.refusal().and_then(Refusal::fault);
    let mark = fault.and_then(|fault| Field::of_fault(fault, &model.auth()));
    model.phase = Phase::Refused(NotCreated { cause, sent, mark });
    let focus = match model.fault().cloned() {
        Some(field) => {
            model.unfold_for(&field);
            field.id()
        }
        None => element_id::REFUSED.to_owned(),
    };
    vec![event, Effect::Focus(focus)]
}

fn looked(model: &mut Model, sent: Sent, result: Result<Page, CallError>, now: u64) -> Vec<Effect> {
    let Phase::Unknown { look: state, .. } = &mut model.phase else { return Vec::new() };
    let next = if let Look::Looking(attempt) = state { attempt.saturating_add(1) } else { 2 };
    let (pause, end) = match result {
        // Another look of the round is the repetition that other reads have.
        Err(error) => (look_up::pause_after_failure(next, &error), Look::Failed(error)),
        Ok(page) => match look_up::find(&sent, &model.created, page.connections) {
            Found::New(created) => return connected(model, sent, created, now, true),
            Found::None(older) => (look_up::pause_before(next), Look::NotFound(older)),
        },
    };
    let Some(pause) = pause else {
        *state = end;
        return Vec::new();
    };
    *state = Look::Looking(next);
    vec![look_after(model, &sent, pause)]
}

pub(super) fn test(model: &mut Model) -> Vec<Effect> {
    let Some(id) = model.latest().map(|connected| connected.id.clone()) else { return Vec::new() };
    let Phase::Created { access, test } = &mut model.phase else { return Vec::new() };
    if *test == TestRun::Running {
        return Vec::new();
    }
    *test = TestRun::Running;
    let request = test_connection::request(access, &id);
    vec![send(model, Call::Test, request)]
}

fn tested(model: &mut Model, result: Result<bool, CallError>, now: u64) -> Vec<Effect> {
    let Phase::Created { test, .. } = &mut model.phase else { return Vec::new() };
    *test = match result {
        Ok(accepted) => TestRun::Answered(accepted, now),
        Err(error) => TestRun::Failed(error),
    };
    Vec::new()
}

/// A new form that keeps Platform access, or the one that was typed meanwhile. From an unknown
/// outcome everything is kept.
pub(super) fn another(model: &mut Model) -> Vec<Effect> {
    // What was found before may lack the connection of this press.
    model.duplicates = Duplicates::default();
    match model.phase {
        Phase::Created { .. } => {
            if model.form_is_used() {
                model.form.set(&Field::Name, String::new());
                model.form.set(&Field::Description, String::new());
                model.form.clear_params();
                model.kept = Kept::Settled;
            }
            model.phase = Phase::Filling;
            model.copied = None;
            vec![Effect::Focus(Field::Name.id())]
        }
        Phase::Unknown { ref look, .. } if !matches!(look, Look::Looking(_)) => {
            model.phase = Phase::Filling;
            model.copied = None;
            vec![Effect::Focus(element_id::CREATE.to_owned())]
        }
        _ => Vec::new(),
    }
}

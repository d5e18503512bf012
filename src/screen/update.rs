//! How the app decides: one message in, the model changed, effects out.

use flow_service::error::{CallError, NoAnswer};
use flow_service::operation::create_connection::{self, Created};
use flow_service::operation::list_connections::Page;
use flow_service::operation::test_connection;
use flow_service::value::ConnectionSpecId;

use super::field::Field;
use super::form::{read, read_one};
use super::look_up::{self, Found};
use super::message::{Answer, Call, CopyTarget, Effect, Event, Msg, SecretReport};
use super::model::{
    Connected, Disclosure, Look, Model, Phase, Sent, TestRun, Ticket, Token, initial_form,
};
use super::report::report;
use super::sample::sample_form;
use super::settings::Settings;
use super::{element_id, form};

/// Decides. Nothing is looked up, measured or sent here.
pub fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::Configured(settings, problem) => {
            configure(model, settings);
            model.settings_problem = problem;
        }
        Msg::Typed(field, text) => {
            forget_finding(model, &field);
            model.form.set(&field, text);
        }
        Msg::Left(field) => {
            let result = read_one(&model.form, &field, &model.auth());
            note_finding(model, field, result);
        }
        Msg::SecretEdited(field) => {
            model.secrets_edited = true;
            forget_finding(model, &field);
        }
        Msg::SecretLeft(field, result) => note_finding(model, field, result),
        Msg::ShowSecret(field, true) => model.shown.push(field),
        Msg::ShowSecret(field, false) => model.shown.retain(|held| *held != field),
        Msg::AuthChosen(name) => {
            // What is found about parameters belongs to the auth spec that asked for them.
            model
                .problems
                .retain(|(field, _)| !matches!(field, Field::Param(_) | Field::Authentication));
            model.auth_name = name;
        }
        Msg::SpecIdCorrected => {
            forget_finding(model, &Field::SpecId);
            model.form.set(&Field::SpecId, ConnectionSpecId::SERVICE_CLOUD.to_owned());
            return vec![Effect::Focus(Field::SpecId.id())];
        }
        Msg::SpecIdInsisted => {
            forget_finding(model, &Field::SpecId);
            model.form.insists_on_spec_id = true;
            let result = read_one(&model.form, &Field::SpecId, &model.auth());
            note_finding(model, Field::SpecId, result);
            return vec![Effect::Focus(Field::SpecId.id())];
        }
        Msg::Pressed(secrets, now) => return press(model, &secrets, now),
        Msg::Cancelled => return cancel(model),
        Msg::LookAgain => return look_again(model),
        Msg::TestPressed => return test(model),
        Msg::AnotherPressed => return another(model),
        Msg::Answered(ticket, answer, now) => return answered(model, ticket, answer, now),
        Msg::SamplePressed => {
            model.form = sample_form(&model.form);
            model.problems.clear();
            model.remarks.clear();
            model.summary = false;
            model.secrets_edited = true;
            return vec![Effect::FillSampleSecrets, Effect::Focus(element_id::CREATE.to_owned())];
        }
        Msg::TokenIs(token) => model.token = token,
        Msg::ForgetToken => {
            model.token = Token::None;
            return vec![Effect::ForgetToken, Effect::Focus(Field::AccessToken.id())];
        }
        Msg::CopyPressed(target) => {
            return copied_text(model, target)
                .map(|text| Effect::Copy(target, text))
                .into_iter()
                .collect();
        }
        Msg::FieldSought(field) => {
            unfold_for(model, &field);
            return vec![Effect::Focus(field.id())];
        }
        Msg::Unfolded(part, open) => model.set_unfolded(part, open),
        Msg::Copied(target, worked) => model.copied = Some((target, worked)),
        Msg::RouteChanged(route) => model.route = route,
        Msg::LinkFollowed(route) => {
            model.route = route;
            return vec![Effect::ShowRoute(route)];
        }
        Msg::ThemeChosen(theme) => {
            model.theme = theme;
            return vec![Effect::KeepTheme(theme)];
        }
        Msg::Removed => {
            model.secrets_edited = false;
            model.shown.clear();
            if matches!(model.token, Token::Held { .. }) {
                model.token = Token::None;
            }
            if let Phase::Sending(sent) = &model.phase {
                let cause = CallError::NoAnswer(NoAnswer::Cancelled);
                let look = Look::Failed(cause.clone());
                model.phase = Phase::Unknown { cause, sent: sent.clone(), look };
            }
        }
    }
    Vec::new()
}

/// New settings change the fields that still have their initial values, and no others.
fn configure(model: &mut Model, settings: Settings) {
    let old = initial_form(&model.settings);
    let new = initial_form(&settings);
    for field in [Field::ApiKey, Field::OrganizationId, Field::Sandbox] {
        if model.form.text(&field) == old.text(&field) {
            model.form.set(&field, new.text(&field).to_owned());
        }
    }
    model.settings = settings;
}

fn forget_finding(model: &mut Model, field: &Field) {
    model.problems.retain(|(held, _)| held != field);
    model.remarks.retain(|(held, _)| held != field);
    model.summary &= !model.problems.is_empty();
}

fn note_finding(
    model: &mut Model,
    field: Field,
    result: Result<Vec<flow_service::value::Remark>, flow_service::value::Problem>,
) {
    // After a press the problem is shown already; leaving the field takes nothing away.
    if model.problem(&field).is_some() {
        return;
    }
    forget_finding(model, &field);
    match result {
        Ok(remarks) => {
            model.remarks.extend(remarks.into_iter().map(|remark| (field.clone(), remark)));
        }
        Err(problem) => model.problems.push((field, problem)),
    }
}

/// An input that is about to get the focus has to be visible.
fn unfold_for(model: &mut Model, field: &Field) {
    if matches!(field, Field::SpecId | Field::SpecVersion) {
        model.set_unfolded(Disclosure::Advanced, true);
    }
}

fn press(model: &mut Model, secrets: &SecretReport, now: u64) -> Vec<Effect> {
    if !matches!(model.phase, Phase::Filling | Phase::Refused(_)) {
        return Vec::new();
    }
    let (plan, findings) = read(&model.form, &model.auth(), secrets);
    model.problems = findings.problems;
    model.remarks = findings.remarks;
    model.copied = None;
    let Some(plan) = plan else {
        model.summary = true;
        model.phase = Phase::Filling;
        let Some((first, _)) = model.problems.first().cloned() else { return Vec::new() };
        unfold_for(model, &first);
        return vec![Effect::Focus(first.id())];
    };
    model.summary = false;
    let request = create_connection::request(&plan.access, &plan.new);
    model.phase = Phase::Sending(Sent {
        access: plan.access,
        name: plan.new.name.as_str().to_owned(),
        spec_id: plan.new.spec_id,
        pressed_at: now,
    });
    vec![send(model, Call::Create, request)]
}

fn send(model: &mut Model, call: Call, request: flow_service::request::Request) -> Effect {
    model.ticket = Ticket(model.ticket.0.wrapping_add(1));
    Effect::Send(model.ticket, call, request)
}

fn cancel(model: &mut Model) -> Vec<Effect> {
    let Phase::Sending(sent) = &model.phase else { return Vec::new() };
    let sent = sent.clone();
    let mut effects = vec![Effect::Abort];
    effects.extend(outcome_unknown(model, CallError::NoAnswer(NoAnswer::Cancelled), sent));
    effects
}

/// From here on the connection is looked for; it is not sent again.
fn outcome_unknown(model: &mut Model, cause: CallError, sent: Sent) -> Vec<Effect> {
    let mut effects = vec![
        Effect::Emit(Event::Error(cause.clone())),
        Effect::Focus(element_id::UNKNOWN.to_owned()),
    ];
    model.phase = Phase::Unknown { cause, sent: sent.clone(), look: Look::Looking(1) };
    effects.extend(look(model, &sent, 1));
    effects
}

fn look(model: &mut Model, sent: &Sent, attempt: u8) -> Option<Effect> {
    let pause = look_up::pause_before(attempt)?;
    Some(send(model, Call::LookUp(pause), look_up::request(sent)))
}

fn look_again(model: &mut Model) -> Vec<Effect> {
    let Phase::Unknown { sent, look: state, .. } = &mut model.phase else { return Vec::new() };
    if matches!(state, Look::Looking(_)) {
        return Vec::new();
    }
    *state = Look::Looking(1);
    let sent = sent.clone();
    let focus = Effect::Focus(element_id::UNKNOWN.to_owned());
    look(model, &sent, 1).into_iter().chain([focus]).collect()
}

fn answered(model: &mut Model, ticket: Ticket, answer: Answer, now: u64) -> Vec<Effect> {
    if ticket != model.ticket {
        return Vec::new();
    }
    match (answer, &model.phase) {
        (Answer::Create(result), Phase::Sending(sent)) => {
            let sent = sent.clone();
            match result {
                Ok(created) => connected(model, sent, created, now, false),
                Err(error) if error.outcome_unknown() => outcome_unknown(model, error, sent),
                Err(error) => refused(model, error),
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
    let connected = Connected {
        id: created.id,
        etag: created.etag,
        name: sent.name,
        sandbox: sent.access.sandbox.as_str().to_owned(),
        at: now,
        found_by_looking,
    };
    let event = Event::Created {
        id: connected.id.as_str().to_owned(),
        etag: connected.etag.clone(),
        name: connected.name.clone(),
        sandbox: connected.sandbox.clone(),
    };
    model.created.push(connected);
    model.phase = Phase::Created { access: sent.access, test: TestRun::None };
    model.remarks.clear();
    model.shown.clear();
    model.copied = None;
    model.secrets_edited = false;
    vec![
        Effect::ClearSecrets(all_secrets(model)),
        Effect::Emit(event),
        Effect::Focus(element_id::CONNECTION_ID.to_owned()),
    ]
}

fn all_secrets(model: &Model) -> Vec<Field> {
    let params = model.spec.auth_specs.iter().flat_map(Field::secrets_of);
    core::iter::once(Field::AccessToken).chain(params).collect()
}

fn refused(model: &mut Model, error: CallError) -> Vec<Effect> {
    let event = Effect::Emit(Event::Error(error.clone()));
    model.phase = Phase::Refused(error);
    let focus = match model.fault() {
        Some(field) => {
            unfold_for(model, &field);
            field.id()
        }
        None => element_id::REFUSED.to_owned(),
    };
    vec![event, Effect::Focus(focus)]
}

fn looked(model: &mut Model, sent: Sent, result: Result<Page, CallError>, now: u64) -> Vec<Effect> {
    let Phase::Unknown { look: state, .. } = &mut model.phase else { return Vec::new() };
    let attempt = if let Look::Looking(attempt) = state { *attempt } else { 1 };
    match result {
        Err(error) => *state = Look::Failed(error),
        Ok(page) => match look_up::find(&sent, &model.created, page.connections) {
            Found::New(found) => {
                let created = Created { id: found.id, etag: found.etag };
                return connected(model, sent, created, now, true);
            }
            Found::None(older) => {
                let next = attempt.saturating_add(1);
                if look_up::pause_before(next).is_some() {
                    *state = Look::Looking(next);
                    return look(model, &sent, next).into_iter().collect();
                }
                *state = Look::NotFound(older);
            }
        },
    }
    Vec::new()
}

fn test(model: &mut Model) -> Vec<Effect> {
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

/// A new form that keeps Platform access. From an unknown outcome everything is kept.
fn another(model: &mut Model) -> Vec<Effect> {
    match model.phase {
        Phase::Created { .. } => {
            model.form.set(&Field::Name, String::new());
            model.form.set(&Field::Description, String::new());
            model.form.clear_params();
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

fn copied_text(model: &Model, target: CopyTarget) -> Option<String> {
    let sketch = || form::sketch(&model.form, &model.auth());
    match target {
        CopyTarget::ConnectionId => {
            model.latest().map(|connected| connected.id.as_str().to_owned())
        }
        CopyTarget::Http => sketch().map(|request| request.to_http(model.api_base())),
        CopyTarget::Curl => sketch().map(|request| request.to_curl(model.api_base())),
        CopyTarget::Report => report(model),
    }
}

//! How the app decides: one message in, the model changed, effects out.

use flow_service::operation::create_connection;
use flow_service::value::ConnectionSpecId;

use super::connections::Told;
use super::field::Field;
use super::form::{read, read_one};
use super::message::{Call, CopyTarget, Effect, Msg, SecretReport};
use super::model::{Disclosure, Model, Token, initial_form};
use super::outcome::{all_secrets, another, answered, break_off, cancel, look_again, send, test};
use super::phase::{Phase, Sent};
use super::sample::sample_form;
use super::settings::Settings;
use super::{door, element_id};

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
        Msg::SecretEdited(field) => secret_edited(model, &field),
        Msg::SecretLeft(field, result) => note_finding(model, field, result),
        Msg::ShowSecret(field, true) => model.shown.push(field),
        Msg::ShowSecret(field, false) => model.shown.retain(|held| *held != field),
        Msg::AuthChosen(name) => {
            // What is found about parameters belongs to the auth spec that asked for them.
            model
                .problems
                .retain(|(field, _)| !matches!(field, Field::Param(_) | Field::Authentication));
            model.summary &= !model.problems.is_empty();
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
        Msg::TokenIs(token) => door::token_is(model, token),
        Msg::ForgetToken => {
            model.token = Token::None;
            door::shut(model);
            return vec![Effect::ForgetToken, Effect::Focus(Field::AccessToken.id())];
        }
        Msg::CopyPressed(target) => {
            return copied_text(model, target)
                .map(|text| Effect::Copy(target, text))
                .into_iter()
                .collect();
        }
        Msg::FieldSought(field) => {
            model.unfold_for(&field);
            return vec![Effect::Focus(field.id())];
        }
        Msg::Unfolded(part, open) => {
            model.set_unfolded(part, open);
            if open && part == Disclosure::Request {
                return door::fetch(model);
            }
        }
        Msg::Copied(target, worked) => model.copied = Some((target, worked)),
        Msg::RouteChanged(route) => return door::enter(model, route),
        Msg::LinkFollowed(route) => return door::told(model, Told::Show(route)),
        Msg::AccessPressed(token) => return door::press(model, &token),
        Msg::AccessOffered(token) => door::offer(model, &token),
        Msg::AccessChanged => return door::changed(model),
        Msg::AccessOpened => {
            model.door.opened = true;
            return vec![Effect::Focus(Field::AccessToken.id())];
        }
        Msg::SandboxesWanted(token) => return door::want_sandboxes(model, &token),
        Msg::SandboxesAre(access, listed) => door::sandboxes(model, access, listed),
        Msg::PartLoaded(texts) => return door::loaded(model, texts),
        Msg::PartWanted => return door::fetch(model),
        Msg::Told(told) => return door::told(model, told),
        Msg::ThemeChosen(theme) => {
            model.theme = theme;
            return vec![Effect::KeepTheme(theme)];
        }
        Msg::Removed => removed(model),
    }
    Vec::new()
}

/// The element left the page: what was running is broken off, what is secret is gone.
fn removed(model: &mut Model) {
    model.secrets_edited = false;
    model.token_edited = false;
    model.shown.clear();
    for field in all_secrets(model) {
        forget_finding(model, &field);
    }
    if matches!(model.token, Token::Held { .. }) {
        model.token = Token::None;
    }
    break_off(model);
    door::shut(model);
    // What was on its way to the other half will not be answered here any more.
    door::forget(model);
}

/// New settings change the fields that still have their initial values, and no others.
fn configure(model: &mut Model, settings: Settings) {
    let old = initial_form(&model.settings);
    let new = initial_form(&settings);
    for field in Field::ACCESS {
        if model.form.text(&field) == old.text(&field) {
            model.form.set(&field, new.text(&field).to_owned());
        }
    }
    model.settings = settings;
}

fn secret_edited(model: &mut Model, field: &Field) {
    if *field == Field::AccessToken {
        model.token_edited = true;
    } else {
        model.secrets_edited = true;
    }
    forget_finding(model, field);
}

pub(super) fn forget_finding(model: &mut Model, field: &Field) {
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
        model.unfold_for(&first);
        return vec![Effect::Focus(first.id())];
    };
    model.summary = false;
    let sent = Sent {
        name: plan.new.name.as_str().to_owned(),
        spec_id: plan.new.spec_id.clone(),
        access: plan.access,
        pressed_at: now,
    };
    let request = create_connection::request(&sent.access, plan.new);
    model.phase = Phase::Sending(sent);
    // Whatever comes of it, the texts about it are in the other half.
    let fetch = door::fetch(model);
    core::iter::once(send(model, Call::Create, request)).chain(fetch).collect()
}

fn copied_text(model: &Model, target: CopyTarget) -> Option<String> {
    match target {
        CopyTarget::ConnectionId => {
            model.latest().map(|connected| connected.id.as_str().to_owned())
        }
        _ => (model.texts?.copied)(model, target),
    }
}

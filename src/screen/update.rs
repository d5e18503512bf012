//! How the app decides: one message in, the model changed, effects out.
//!
//! This is in the half that is fetched later; the form reaches it once that is there.

use flow_service::operation::create_connection;
use flow_service::value::{ConnectionSpecId, Problem, Remark};

use super::at_once::{at_once, forget_finding};
use super::connections::Told;
use super::field::Field;
use super::message::{Call, CopyTarget, Effect, Msg};
use super::model::Model;
use super::outcome::{another, answered, cancel, cancel_unsent, look_again, send, test};
use super::phase::{Phase, Sent};
use super::read::{read, read_one};
use super::route::Route;
use super::sample::{SAMPLE_SECRETS, sample_form};
use super::secret_report::SecretReport;
use super::{
    check, copied, door, duplicates, element_id, get_token, import, kept, profiles, renewal,
    sandboxes, sources, token_note, unanswered,
};

/// Decides. Nothing is looked up, measured or sent here.
pub fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    let may_complete = sources::may_complete_access(&msg);
    let was_filling = model.phase.is_filling();
    let mut effects = at_once(model, msg).unwrap_or_else(|msg| decide(model, msg));
    if may_complete {
        effects.extend(sources::offer_wanted(model));
    }
    // The list may have come while the form was not there.
    if !was_filling && model.phase.is_filling() {
        sources::fulfil(model);
    }
    effects.extend(import::rest(model));
    effects
}

/// What only this half decides.
fn decide(model: &mut Model, msg: Msg) -> Vec<Effect> {
    if is_of_the_main_job(&msg) {
        hush(model);
    }
    match msg {
        Msg::Import(msg) => return imported(model, msg),
        Msg::Left(field) => {
            let result = read_one(&model.form, &field, &model.auth(), &model.means);
            let compared = matches!(field, Field::ApiKey | Field::OrganizationId);
            note_finding(model, field, result);
            if compared {
                token_note::compare(model);
            }
            return duplicates::left(model).into_iter().collect();
        }
        Msg::SecretLeft(field, result) => {
            note_finding(model, field, result);
            return duplicates::left(model).into_iter().collect();
        }
        Msg::Duplicates(msg) => return duplicates::update(model, msg),
        Msg::Sources(msg) => return sources::update(model, msg),
        Msg::SpecIdCorrected => {
            forget_finding(model, &Field::SpecId);
            // The misprint may stand there while the form of another source is drawn.
            if !model.is_built_in() {
                sources::choose_id(model, ConnectionSpecId::SERVICE_CLOUD);
            }
            model.form.set(&Field::SpecId, ConnectionSpecId::SERVICE_CLOUD.to_owned());
            return vec![Effect::Focus(Field::SpecId.id())];
        }
        Msg::SpecIdInsisted => {
            forget_finding(model, &Field::SpecId);
            model.form.insists_on_spec_id = true;
            let result = read_one(&model.form, &Field::SpecId, &model.auth(), &model.means);
            note_finding(model, Field::SpecId, result);
            return vec![Effect::Focus(Field::SpecId.id())];
        }
        Msg::Pressed(secrets, now) => return press(model, &secrets, now),
        Msg::Cancelled => return cancel(model),
        Msg::CancelledUnsent => return cancel_unsent(model),
        Msg::LookAgain => return look_again(model),
        Msg::TestPressed => return test(model),
        Msg::AnotherPressed => return another(model),
        Msg::Answered(ticket, answer, now) => return answered(model, ticket, answer, now),
        Msg::SamplePressed => return fill_in_sample(model),
        Msg::LanguageChosen(language) => {
            model.language = language;
            model.copied = None;
        }
        Msg::CopyPressed(CopyTarget::CodeWithSecrets) => {
            let copy = |request| Effect::CopyWithSecrets(request, model.language);
            return copied::request(model).map(copy).into_iter().collect();
        }
        Msg::CopyPressed(target) => {
            return copied::text(model, target)
                .map(|text| Effect::Copy(target, text))
                .into_iter()
                .collect();
        }
        Msg::Copied(target, worked) => model.copied = Some((target, worked)),
        Msg::SecretsTyped(keys) => model.typed_secrets = keys,
        Msg::FieldSought(field) => {
            model.unfold_for(&field);
            return vec![Effect::Focus(field.id())];
        }
        Msg::AccessPressed(token) => return door::press(model, &token),
        // There the list of sources waits for it, and nothing else does.
        Msg::AccessOffered(_) if model.route == Route::Create => {
            return sources::offer_wanted(model);
        }
        Msg::AccessOffered(token) => door::offer(model, &token),
        Msg::SandboxesWanted(token) => return sandboxes::want(model, &token),
        Msg::SandboxesAre(access, listed) => sandboxes::listed(model, access, listed),
        Msg::Check(msg) => return check::update(model, msg),
        Msg::Told(told) => return hear(model, told),
        Msg::TokenNote(msg) => return token_note::update(model, msg),
        Msg::GetToken(msg) => return get_token::update(model, msg),
        Msg::Renewal(msg) => return renewal::update(model, msg),
        Msg::Kept(msg) => return kept::update(model, msg),
        Msg::Unanswered(msg) => return unanswered::update(model, msg),
        Msg::Profiles(msg) => {
            let effects = profiles::update(model, msg);
            token_note::compare(model);
            return effects;
        }
        // Decided at once.
        _ => {}
    }
    Vec::new()
}

fn fill_in_sample(model: &mut Model) -> Vec<Effect> {
    if !model.is_built_in() {
        sources::choose_id(model, ConnectionSpecId::SERVICE_CLOUD);
    }
    model.sources.wanted = None;
    model.form = sample_form(&model.form);
    model.problems.clear();
    model.remarks.clear();
    model.summary = false;
    model.phase.unmark();
    for (key, _) in SAMPLE_SECRETS {
        model.secret_typed(&Field::Param(key.to_owned()));
    }
    vec![Effect::FillSampleSecrets, Effect::Focus(element_id::CREATE.to_owned())]
}

/// Something came that is newer than what the live region says besides the main job.
pub(super) fn hush(model: &mut Model) {
    model.said_aside = None;
    model.sources.sound = None;
    model.profiles.said = None;
}

fn imported(model: &mut Model, msg: import::Msg) -> Vec<Effect> {
    let effects = import::update(model, msg);
    token_note::compare(model);
    effects
}

/// What the half with connections tells.
fn hear(model: &mut Model, told: Told) -> Vec<Effect> {
    let effects = door::told(model, told);
    if effects.contains(&Effect::ClearSecrets(vec![Field::AccessToken])) {
        import::token_is_used(model);
    }
    effects
}

/// Whether the live region has something newer to say of it.
const fn is_of_the_main_job(msg: &Msg) -> bool {
    matches!(
        msg,
        Msg::Pressed(..)
            | Msg::Cancelled
            | Msg::CancelledUnsent
            | Msg::LookAgain
            | Msg::TestPressed
            | Msg::AnotherPressed
            | Msg::Answered(..)
            | Msg::Copied(..)
    )
}

fn note_finding(model: &mut Model, field: Field, result: Result<Vec<Remark>, Problem>) {
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
    if !model.phase.is_filling() {
        return Vec::new();
    }
    if model.sources.wanted.is_some() {
        return sources::explain(model);
    }
    let (plan, findings) = read(&model.form, &model.auth(), secrets, &model.means);
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
    // What stands in the input is the token that is sent.
    model.token_edited = false;
    model.check.speaks = false;
    let sent = Sent {
        name: plan.new.name.as_str().to_owned(),
        spec_id: plan.new.spec_id.clone(),
        auth_name: plan.new.auth_spec.clone(),
        access: plan.access,
        pressed_at: now,
    };
    let request = create_connection::request(&sent.access, plan.new);
    model.phase = Phase::Sending(sent);
    vec![send(model, Call::Create, request)]
}

//! How it is decided about sources.

use flow_service::error::CallError;
use flow_service::request::Access;
use flow_service::spec::{AuthField, BASIC_AUTHENTICATION, ConnectionSpec, Move};
use flow_service::value::{ConnectionSpecId, Mismatch, Problem};

use super::choosing::{name_of, settle_auth};
use super::wish::{fulfil, give_up, offer};
use super::{Deed, Known, LeftOut, List, Lost, Msg, Step, groups, id_of_option};
use crate::screen::at_once::forget_finding;
use crate::screen::element_id;
use crate::screen::field::Field;
use crate::screen::form::{Findings, read_access};
use crate::screen::message::Effect;
use crate::screen::model::Model;
use crate::screen::read::read_typed;
use crate::screen::secret_report::TokenReport;
use crate::screen::token::Token;

/// Decides.
pub(in super::super) fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::Entered => {
            // Who only comes past makes the host page ask for no token.
            let has_token = model.token != Token::Provided || model.token_edited;
            if has_token { offer(model) } else { Vec::new() }
        }
        // Who presses within what is typed places the caret.
        Msg::Pressed if model.sources.open && model.sources.search.is_some() => Vec::new(),
        Msg::Pressed if model.sources.open => close(model),
        Msg::Pressed | Msg::Opened => open(model),
        Msg::Closed => close(model),
        Msg::Searched(text) => {
            let effects = open(model);
            model.sources.search = Some(without_name(model, text));
            // Enter takes what is found first.
            model.sources.active = shown(model).into_iter().next();
            effects
        }
        Msg::Moved(step) => moved(model, step),
        Msg::Chosen(id) => chosen(model, &id),
        Msg::ActiveChosen => match model.sources.active.clone() {
            Some(id) => chosen(model, &id),
            None => close(model),
        },
        Msg::AgainPressed => {
            model.sources.list = List::Unknown;
            model.sources.open = model.phase.is_filling();
            let mut effects = vec![Effect::Focus(element_id::SOURCE.to_owned())];
            effects.extend(offer(model));
            effects
        }
        Msg::WishGivenUp => give_up(model),
        Msg::Wanted(token) => wanted(model, &token),
        Msg::Listed(access, result) => listed(model, access, result),
        Msg::LossRead => {
            model.sources.lost = None;
            vec![Effect::Focus(Field::Authentication.id())]
        }
        Msg::JsonChecked(field) => check_json(model, field),
    }
}

fn open(model: &mut Model) -> Vec<Effect> {
    if !model.phase.is_filling() {
        return Vec::new();
    }
    let was_open = core::mem::replace(&mut model.sources.open, true);
    if was_open { Vec::new() } else { offer(model) }
}

fn close(model: &mut Model) -> Vec<Effect> {
    model.sources.open = false;
    model.sources.search = None;
    model.sources.active = None;
    Vec::new()
}

/// The IDs of what the list shows.
fn shown(model: &Model) -> Vec<String> {
    let sources = groups(model).into_iter().flat_map(|group| group.sources);
    sources.map(|(id, _)| id).collect()
}

fn moved(model: &mut Model, step: Step) -> Vec<Effect> {
    let mut effects = open(model);
    let shown = shown(model);
    let active = model.sources.active.as_ref();
    let at = active.and_then(|active| shown.iter().position(|id| id == active));
    let last = shown.len().saturating_sub(1);
    let to = match (step, at) {
        (Step::Next, Some(at)) if at < last => at + 1,
        (Step::Previous, Some(at)) if at > 0 => at - 1,
        (Step::Next | Step::First, _) => 0,
        (Step::Previous | Step::Last, _) => last,
    };
    model.sources.active = shown.get(to).cloned();
    let option = model.sources.active.as_deref().map(id_of_option);
    effects.extend(option.map(|option| Effect::Sources(Deed::Reveal(option))));
    effects
}

fn chosen(model: &mut Model, id: &str) -> Vec<Effect> {
    close(model);
    model.sources.wanted = None;
    if model.phase.is_filling() {
        super::choose_id(model, id);
    }
    vec![Effect::Focus(element_id::SOURCE.to_owned())]
}

/// What was typed besides the name that stood there. It is selected when the control is entered,
/// and not any more after a source was chosen.
fn without_name(model: &Model, text: String) -> String {
    if model.sources.search.is_some() {
        return text;
    }
    let wanted = model.sources.wanted.as_ref().map(|wanted| wanted.id.as_str());
    let name = name_of(model, wanted.unwrap_or(&model.spec.id));
    let typed = text.strip_prefix(name).or_else(|| text.strip_suffix(name));
    typed.map(str::to_owned).unwrap_or(text)
}

/// Asks for the list, once for each access.
fn wanted(model: &mut Model, token: &TokenReport) -> Vec<Effect> {
    let mut found = Findings::default();
    found.take(Field::AccessToken, token.checked());
    let access = read_access(&model.form, &mut found);
    let Some(access) = access.filter(|_| found.problems.is_empty()) else {
        // Who only comes past is not told; who opens the list is.
        if model.sources.open {
            let missing = found.problems.into_iter().map(|(field, _)| field).collect();
            model.sources.list = List::Missing(missing);
        }
        return Vec::new();
    };
    let asked = match &model.sources.list {
        List::Unknown | List::Missing(_) => None,
        List::Asked(held) | List::Known(held, _) | List::Refused(held, _) => Some(held),
    };
    if asked == Some(&access) {
        return Vec::new();
    }
    model.sources.list = List::Asked(access.clone());
    model.sources.left_out = LeftOut::default();
    vec![Effect::Sources(Deed::List(access))]
}

fn listed(
    model: &mut Model,
    access: Access,
    result: Result<(Vec<Known>, LeftOut), CallError>,
) -> Vec<Effect> {
    if model.sources.list != List::Asked(access.clone()) {
        return Vec::new();
    }
    match result {
        Err(error) => model.sources.list = List::Refused(access, error),
        Ok((listed, left_out)) => {
            model.sources.left_out = left_out;
            // A spec that changes while the pages are read may stand on two of them.
            let mut known: Vec<Known> = Vec::new();
            for one in listed {
                if known.iter().all(|held| held.entry.id != one.entry.id) {
                    known.push(one);
                }
            }
            let is_built_in = |it: &&mut Known| it.entry.id == ConnectionSpecId::SERVICE_CLOUD;
            let live = known.iter_mut().find(is_built_in);
            if let Some(live) = live {
                live.spec = refresh(model, &live.spec);
            }
            model.sources.list = List::Known(access, known);
            if model.phase.is_filling() {
                fulfil(model);
            }
        }
    }
    Vec::new()
}

/// Brings the built-in spec up to date. What it lost is said, and what was typed for that
/// moves to what is taken instead.
pub(in super::super) fn refresh(model: &mut Model, live: &ConnectionSpec) -> ConnectionSpec {
    let known = ConnectionSpec::service_cloud();
    let refresh = known.refreshed_from(live);
    let is_chosen = model.spec.id == known.id;
    let left = model.sources.left.iter_mut().find(|left| left.spec.id == known.id);
    // As it stands for this page: chosen, or chosen before.
    let (spec, auth_name) = match left {
        _ if is_chosen => (&mut model.spec, &mut model.auth_name),
        Some(left) => (&mut left.spec, &mut left.auth_name),
        None => return refresh.spec,
    };
    let before = core::mem::replace(spec, refresh.spec.clone());
    let mut told = None;
    for one in &refresh.moves {
        // What was lost earlier was told then, and of what may be lost one day nobody needs to be
        // told before it is chosen.
        let was_chosen = *auth_name == one.from;
        if was_chosen {
            auth_name.clone_from(&one.to);
        }
        let is_news = before.auth_spec(&one.from).is_some();
        if is_news && (was_chosen || one.from == BASIC_AUTHENTICATION) {
            told = Some((one, was_chosen));
        }
    }
    if let Some((one, was_chosen)) = told {
        model.sources.lost = Some(lost(model, &known, one, was_chosen));
    }
    if is_chosen {
        settle_auth(model);
    }
    refresh.spec
}

/// What is said of it: of inputs only those that something was typed into.
fn lost(model: &Model, known: &ConnectionSpec, one: &Move, was_chosen: bool) -> Lost {
    let fields = known.auth_spec(&one.from).map(|auth| auth.fields.iter()).unwrap_or_default();
    let typed: Vec<&AuthField> = fields
        .filter(|field| {
            let is_secret = field.kind.is_secret();
            if is_secret { model.has_secret(&field.key) } else { model.form.gives(field) }
        })
        .collect();
    let labels = |keys: &[String]| {
        let typed = typed.iter().filter(|field| keys.iter().any(|key| *key == field.key));
        typed.map(|field| field.label.to_string()).collect()
    };
    Lost {
        name: one.from.clone(),
        moved_to: was_chosen.then(|| one.to.clone()),
        kept: labels(&one.kept),
        dropped: labels(&one.dropped),
    }
}

/// Looks at the JSON of an input that holds no secret.
fn check_json(model: &mut Model, field: Field) -> Vec<Effect> {
    let auth = model.auth();
    let Field::Param(key) = &field else { return Vec::new() };
    let Some(known) = auth.fields.iter().find(|known| known.key == *key) else {
        return Vec::new();
    };
    forget_finding(model, &field);
    model.sources.sound = None;
    match read_typed(model.form.param_of(known), &known.kind, &model.means) {
        Ok(_) => model.sources.sound = Some(field),
        // An empty one is no JSON, and where it may be left out there is nothing wrong with it.
        Err(Problem::Missing) => {
            let problem = if known.required { Problem::Missing } else { Mismatch::NotJson.into() };
            model.problems.push((field, problem));
        }
        Err(problem) => model.problems.push((field, problem)),
    }
    Vec::new()
}

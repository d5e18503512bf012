//! How this half decides: one message in, the model changed, effects out.

use super::message::{Answer, Call, Effect, Moment, Msg, Told};
use super::model::Model;
use super::one::One;
use super::{Verdict, copied, edit, explore, list, one, online, removal, words};
use crate::screen::{Route, TestRun, Ticket};

/// Decides. Nothing is looked up, measured or sent here.
pub fn update(model: &mut Model, msg: Msg, moment: Moment) -> Vec<Effect> {
    model.now = moment.now;
    let before = edit::has_input(model);
    let mut effects = decide(model, msg, moment);
    edit::settle(model);
    let after = edit::has_input(model);
    if before != after {
        effects.push(Effect::Tell(Told::HasInput(after)));
    }
    effects
}

fn decide(model: &mut Model, msg: Msg, moment: Moment) -> Vec<Effect> {
    match msg {
        Msg::Opened(route) => open(model, route),
        Msg::AccessIs(access) => {
            if model.access == access {
                return Vec::new();
            }
            // What was written may have been carried out: its answer is waited for.
            let mut effects = model.calls.stop(Call::is_read);
            if removal::is_running(model) {
                let stopped = removal::update(model, removal::Msg::StopPressed, moment);
                // Nobody pressed: the focus stays where it is.
                effects.extend(stopped.into_iter().filter(|it| !matches!(it, Effect::Focus(_))));
            } else {
                model.removal = None;
            }
            model.calls.access_changed();
            model.access = access;
            model.list = list::List::default();
            // What is typed into its edit stays; what its source holds is asked for again.
            if let Some(one) = &mut model.one {
                one.explore = explore::Explore::default();
                one.test = TestRun::None;
            }
            effects.extend(open(model, model.route.clone()));
            effects
        }
        Msg::LinkFollowed(route) => {
            model.led = Some(route.clone());
            vec![Effect::Tell(Told::Show(route))]
        }
        Msg::List(msg) => list::update(model, msg, moment),
        Msg::Removal(msg) => removal::update(model, msg, moment),
        Msg::One(msg) => one::update(model, msg, moment),
        Msg::Explore(msg) => explore::update(model, msg, moment),
        Msg::Edit(msg) => edit::update(model, msg, moment),
        Msg::Answered(ticket, answer) => answered(model, ticket, *answer, moment),
        Msg::CopyPressed(target) => copied::text(model, &target)
            .map(|text| Effect::Copy(target, text))
            .into_iter()
            .collect(),
        Msg::Copied(target, worked) => {
            model.copied = Some((target, worked));
            vec![Effect::say(words::copied(worked))]
        }
        Msg::OnlineIs(online) => online::changed(model, online, moment),
        Msg::Kept(kept) => {
            edit::found(model, &kept);
            Vec::new()
        }
        Msg::Removed => model.calls.stop(|_| true),
    }
}

/// Leaving a view breaks off what it asked for; the removal of connections goes on.
fn open(model: &mut Model, route: Route) -> Vec<Effect> {
    let mut effects = model.calls.stop(Call::is_read);
    model.copied = None;
    if model.route != route {
        removal::left(model);
    }
    model.route = route;
    if model.led.take().as_ref() == Some(&model.route) {
        // Who followed a link goes on from the heading; where a person types, nothing moves.
        effects.push(Effect::Focus(
            match model.route {
                Route::Connection(_) => one::HEADING_ID,
                Route::Create | Route::Connections => list::HEADING_ID,
            }
            .to_owned(),
        ));
    }
    match &model.route {
        Route::Create => {}
        Route::Connections => effects.extend(list::opened(model)),
        Route::Connection(id) => {
            let id = id.clone();
            if model.one.as_ref().is_none_or(|one| one.id != id) {
                let opened = one::unpark(model, &id).unwrap_or_else(|| One::new(id));
                if let Some(left) = model.one.replace(opened) {
                    one::park(model, left);
                }
            }
            effects.extend(one::opened(model));
        }
    }
    effects
}

fn answered(model: &mut Model, ticket: Ticket, answer: Answer, moment: Moment) -> Vec<Effect> {
    let is_current = model.calls.is_current(ticket);
    let call = match model.calls.answered(ticket, answer.error(), moment) {
        Verdict::Late => return Vec::new(),
        Verdict::Repeat(effect) => return vec![effect],
        Verdict::Counts(call) => call,
    };
    let mut effects = Vec::new();
    match answer.error() {
        None if is_current => effects.push(Effect::Tell(Told::AccessWorked)),
        None => {}
        Some(error) => {
            if is_current && error.status() == Some(401) {
                effects.push(Effect::Tell(Told::AccessRefused));
            }
            effects.push(Effect::Tell(Told::Failed(error.clone())));
        }
    }
    effects.extend(match (call, answer) {
        (Call::FirstPage, Answer::Page(result)) => list::first_page(model, result),
        (Call::NextPage, Answer::Page(result)) => list::next_page(model, result),
        (Call::Inspect(id), Answer::Inspected(result)) => one::inspected(model, &id, result),
        (Call::Spec, Answer::Spec(result)) => edit::spec_answered(model, result),
        (Call::Test, Answer::Test(result)) => one::tested(model, result, moment),
        (Call::Entries(path), Answer::Entries(result)) => explore::entries(model, path, result),
        (Call::Table(path, preview), Answer::Table(result)) => {
            explore::table(model, &path, preview, result)
        }
        (Call::Save(id), Answer::Saved(result)) => edit::saved(model, &id, result),
        (Call::Remove(id), Answer::Removed(result)) => removal::removed(model, &id, result),
        _ => Vec::new(),
    });
    effects
}

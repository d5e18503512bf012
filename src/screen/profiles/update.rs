//! How it is decided about profiles.

use super::super::kept::Kept;
use super::super::message::Effect as AppEffect;
use super::super::model::Model;
use super::super::route::Route;
use super::super::theme::Theme;
use super::super::tool::Tool;
use super::using::{apply, outlook, undo};
use super::{Change, Effect, Msg, Profile, Question, Said, fragment, read, read_link, write};

/// The `id` of the input for a file.
pub const ID_OF_FILE: &str = "profiles-file";
/// The `id` of the question.
pub const ID_OF_QUESTION: &str = "profiles-question";
/// The `id` of what tells which inputs a profile changed.
pub const ID_OF_NOTICE: &str = "profiles-used";

/// Decides.
pub(in super::super) fn update(model: &mut Model, msg: Msg) -> Vec<AppEffect> {
    // What came of the last press is said until the next one.
    let before = model.profiles.said.take();
    let effect = match msg {
        Msg::Read(list, links) => {
            model.profiles.said = list.as_ref().err().map(|why| Said::Unreadable(*why)).or(before);
            model.profiles.list = Some(list.unwrap_or_default());
            model.profiles.links = links;
            None
        }
        Msg::LeftOut(count) => {
            model.profiles.said = Some(Said::LeftOut(count));
            None
        }
        Msg::NameTyped(name) => {
            model.profiles.name = name;
            None
        }
        Msg::PatternTyped(pattern) => {
            model.profiles.pattern = Some(pattern);
            None
        }
        Msg::SavePressed => return save(model),
        Msg::UsePressed(name) => find(model, &name).map(Effect::Use),
        Msg::Use(profile, now) => return use_it(model, &profile, now),
        Msg::UndoPressed => {
            if let Some(used) = model.profiles.used.take() {
                undo(model, &used);
                model.profiles.pattern = None;
                model.profiles.said = Some(Said::Undone);
                return after_change(model, Tool::Profiles.id());
            }
            None
        }
        Msg::NoticeDismissed => {
            model.profiles.used = None;
            return vec![focus()];
        }
        Msg::DeletePressed(name) => return ask(model, Question::Delete(name)),
        Msg::Confirmed => return confirmed(model),
        Msg::OthersOnly => match model.profiles.question.take() {
            Some(Question::Twice(mut profiles, names)) => {
                profiles.retain(|profile| !names.contains(&profile.name));
                return add(model, profiles).into_iter().chain([focus()]).collect();
            }
            other => {
                model.profiles.question = other;
                None
            }
        },
        Msg::Cancelled => {
            let asked = model.profiles.question.take().is_some();
            return asked.then(focus).into_iter().collect();
        }
        Msg::Changed(list, said) => {
            model.profiles.said = Some(if list.is_some() { said } else { Said::NotKept });
            if list.is_some() {
                model.profiles.list = list;
            }
            model.profiles.kept.is_some().then_some(Effect::LookAtKept)
        }
        Msg::KeptPressed if model.profiles.kept.take().is_some() => None,
        Msg::KeptPressed => Some(Effect::LookAtKept),
        Msg::KeptIs(kept) => {
            model.profiles.kept = Some(kept);
            model.profiles.said = before;
            None
        }
        Msg::ForgetPressed => return ask(model, Question::Forget),
        Msg::Forgotten => {
            model.theme = Theme::System;
            model.kept = Kept::Forgotten(model.form.clone());
            model.profiles.list = Some(Vec::new());
            model.profiles.link = None;
            model.profiles.said = Some(Said::Forgotten);
            model.profiles.kept.is_some().then_some(Effect::LookAtKept)
        }
        handed_on => return hand_on(model, handed_on),
    };
    effect.map(app).into_iter().collect()
}

/// What goes to a file or a link, or comes from one.
fn hand_on(model: &mut Model, msg: Msg) -> Vec<AppEffect> {
    let effect = match msg {
        Msg::ExportPressed => {
            model.profiles.said = Some(Said::Exported);
            Some(Effect::Export(write(model.profiles.list.as_deref().unwrap_or_default())))
        }
        Msg::FileChosen => Some(Effect::ReadFile),
        Msg::FileRead(file) => {
            return match file.and_then(|value| read(&value)) {
                Ok(profiles) => import(model, profiles),
                Err(why) => {
                    model.profiles.said = Some(Said::Unreadable(why));
                    Vec::new()
                }
            };
        }
        Msg::LinkPressed(name) => {
            find(model, &name).map(|profile| Effect::CopyLink(fragment(&profile)))
        }
        Msg::LinkMade(link, copied) => {
            model.profiles.link = Some(link);
            model.profiles.said = Some(Said::Copied(copied));
            None
        }
        Msg::Linked(link) => {
            model.profiles.offer = Some(link.and_then(|value| read_link(&value)));
            None
        }
        // The offer stays, for when there is a form again.
        Msg::OfferTaken
            if !model.phase.is_filling() && matches!(model.profiles.offer, Some(Ok(_))) =>
        {
            model.profiles.said = Some(Said::NotNow);
            None
        }
        Msg::OfferTaken => {
            let taken = model.profiles.offer.take().and_then(Result::ok);
            let taken = taken.map(|profile| app(Effect::Use(profile)));
            return taken.into_iter().chain([app(Effect::ClearLink)]).collect();
        }
        Msg::OfferDismissed => {
            model.profiles.offer = None;
            return vec![app(Effect::ClearLink), focus()];
        }
        // Decided above.
        _ => None,
    };
    effect.map(app).into_iter().collect()
}

const fn app(effect: Effect) -> AppEffect {
    AppEffect::Profiles(effect)
}

/// What has the focus goes away: the button of the tool is always there.
fn focus() -> AppEffect {
    AppEffect::Focus(Tool::Profiles.id().to_owned())
}

fn find(model: &Model, name: &str) -> Option<Profile> {
    model.profiles.list.iter().flatten().find(|held| held.name == name).cloned()
}

/// The question gets the focus: it has to be answered before anything else goes on.
fn ask(model: &mut Model, question: Question) -> Vec<AppEffect> {
    model.profiles.question = Some(question);
    vec![AppEffect::Focus(ID_OF_QUESTION.to_owned())]
}

fn save(model: &mut Model) -> Vec<AppEffect> {
    let name = model.profiles.name.trim().to_owned();
    if name.is_empty() {
        model.profiles.said = Some(Said::NameMissing);
        return Vec::new();
    }
    let form = &model.form;
    let pattern = model.profiles.pattern.as_ref().unwrap_or(&form.name);
    let texts = [&form.organization_id, &form.api_key, &form.sandbox, &form.spec_id, pattern];
    let [organization_id, api_key, sandbox, spec_id, name_pattern] =
        texts.map(|text| text.trim().to_owned());
    let profile = Profile {
        name,
        organization_id,
        api_key,
        sandbox,
        api_base: model.api_base().to_owned(),
        spec_id,
        auth_name: model.auth_name.clone(),
        name_pattern,
    };
    let profile = match profile.checked() {
        Ok(profile) => profile,
        Err(why) => {
            model.profiles.said = Some(Said::Unfit(why));
            return Vec::new();
        }
    };
    if find(model, &profile.name).is_some_and(|held| held != profile) {
        return ask(model, Question::Replace(profile));
    }
    vec![app(Effect::Change(Change::Put(profile), Said::Saved))]
}

fn confirmed(model: &mut Model) -> Vec<AppEffect> {
    let effect = match model.profiles.question.take() {
        Some(Question::Replace(profile)) => Effect::Change(Change::Put(profile), Said::Saved),
        Some(Question::Delete(name)) => Effect::Change(Change::Remove(name), Said::Deleted),
        Some(Question::Twice(profiles, _)) => {
            return add(model, profiles).into_iter().chain([focus()]).collect();
        }
        Some(Question::Forget) => Effect::Forget,
        None => return Vec::new(),
    };
    vec![app(effect), focus()]
}

/// The profiles of a file. One that is there already, word for word, is left out.
fn import(model: &mut Model, mut profiles: Vec<Profile>) -> Vec<AppEffect> {
    let held = model.profiles.list.as_deref().unwrap_or_default();
    profiles.retain(|profile| !held.contains(profile));
    let exists = |name: &str| held.iter().any(|held| held.name == name);
    let names = profiles.iter().map(|profile| profile.name.clone());
    let names: Vec<_> = names.filter(|name| exists(name)).collect();
    if names.is_empty() {
        return add(model, profiles);
    }
    ask(model, Question::Twice(profiles, names))
}

fn add(model: &mut Model, profiles: Vec<Profile>) -> Vec<AppEffect> {
    let said = Said::Imported(profiles.len());
    if profiles.is_empty() {
        model.profiles.said = Some(said);
        return Vec::new();
    }
    vec![app(Effect::Change(Change::Add(profiles), said))]
}

/// A form that is on its way, or whose connection was created, is not changed under a person.
fn use_it(model: &mut Model, profile: &Profile, now: u64) -> Vec<AppEffect> {
    if !model.phase.is_filling() {
        model.profiles.said = Some(Said::NotNow);
        return Vec::new();
    }
    let used = outlook(model, profile, now);
    let offered = apply(model, &used, &profile.auth_name);
    // Saved again it is the same, with the places of its name.
    model.profiles.name.clone_from(&profile.name);
    if !profile.name_pattern.is_empty() {
        model.profiles.pattern = Some(profile.name_pattern.clone());
    }
    model.profiles.used = Some(used);
    let mut effects = after_change(model, ID_OF_NOTICE);
    effects.extend(offered);
    effects
}

fn after_change(model: &Model, focus: &str) -> Vec<AppEffect> {
    let mut effects = vec![AppEffect::Focus(focus.to_owned())];
    if model.route != Route::Create {
        effects.push(AppEffect::OfferAccess);
    }
    effects
}

//! What of the form is kept for this tab, so that a page that is loaded again loses nothing:
//! what differs from the values that the form begins with. No secret is among it, because
//! none is in the form; nor is what looks like one.

use flow_service::spec::ConnectionSpec;
use flow_service::value::ConnectionSpecId;
use serde_json::{Map, Value, json};

use super::at_once::all_secrets;
use super::field::Field;
use super::form::Form;
use super::get_token;
use super::import;
use super::message::Effect;
use super::model::{Disclosure, Model};
use super::phase::Phase;
use super::route::Route;
use super::secretlike::is_secretlike;
use super::sources::{Left, Sources, Wanted, choose_id, leave_for, want};
use super::tool::Tool;
use super::unanswered;

/// The version of the shape that is written, and the only one that is read.
const VERSION: u64 = 1;

/// How far the app is with what was kept before the page was loaded.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Kept {
    /// It was not looked for yet; until then nothing is written over it.
    #[default]
    Unread,
    /// There was nothing to restore, or it is not spoken of any more.
    Settled,
    /// It was restored, and the page says so.
    Restored,
    /// A person wants it forgotten: what stands in the form is not kept before it is changed.
    Forgotten(Form),
}

/// What happens about it.
#[derive(Debug)]
pub enum Msg {
    /// This was kept; none where nothing was, or nothing that is JSON.
    Found(Option<Value>),
    /// *Start over* was pressed.
    StartOver,
}

/// What is kept of the form as it stands now; none where there is nothing to lose.
#[must_use]
pub fn kept(model: &Model) -> Option<Value> {
    let forgotten = matches!(&model.kept, Kept::Forgotten(form) if *form == model.form);
    let sent = unanswered::to_json(model);
    if model.form_is_used() {
        return None;
    }
    if forgotten {
        // What was sent since then is no part of it.
        return sent.map(|sent| json!({ "v": VERSION, "sent": sent }));
    }
    let initial = model.settings.initial.form();
    let mut fields = Map::new();
    for field in texts(model) {
        let text = model.form.text(&field);
        if text != initial.text(&field) && !looks_secret(&field, text) {
            fields.insert(field.id(), text.into());
        }
    }
    let first = first_auth(model);
    let auth = (model.auth_name != first).then(|| model.auth_name.clone());
    // As the service has it now: what was typed for that has to have a place again.
    let source = (model.spec != ConnectionSpec::service_cloud()).then(|| source(model));
    let open = DISCLOSURES.iter().filter(|(part, _)| model.unfolded.contains(part));
    let open: Vec<Value> = open.map(|(_, key)| (*key).into()).collect();
    let wanted = model.sources.wanted.as_ref().map(wanted);
    let nothing = fields.is_empty()
        && auth.is_none()
        && model.is_built_in()
        && sent.is_none()
        && wanted.is_none();
    if nothing && open.is_empty() && model.tool.is_none() {
        return None;
    }
    let mut kept = Map::new();
    for (key, value) in [
        ("v", VERSION.into()),
        ("fields", Value::Object(fields)),
        ("sent", sent.into()),
        ("source", source.into()),
        ("auth", auth.into()),
        ("wanted", wanted.into()),
        ("open", Value::Array(open)),
        ("tool", model.tool.map(Tool::id).into()),
    ] {
        if !value.is_null() {
            kept.insert(key.to_owned(), value);
        }
    }
    Some(Value::Object(kept))
}

/// Decides.
pub(super) fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::Found(_) if model.kept != Kept::Unread => Vec::new(),
        Msg::Found(found) => {
            let restored = found.is_some_and(|found| restore(model, &found));
            model.kept = if restored { Kept::Restored } else { Kept::Settled };
            // With connections, what was completed by it is used without a press.
            let offers = restored && model.route != Route::Create;
            offers.then_some(Effect::OfferAccess).into_iter().collect()
        }
        Msg::StartOver if !model.phase.is_filling() => Vec::new(),
        Msg::StartOver => start_over(model),
    }
}

/// Whether the page says that it was restored.
#[must_use]
pub fn is_said(model: &Model) -> bool {
    model.kept == Kept::Restored && model.phase.is_filling()
}

/// Puts back what was kept. What was typed meanwhile stays; a shape that is not known
/// restores nothing.
fn restore(model: &mut Model, kept: &Value) -> bool {
    if kept.get("v").and_then(Value::as_u64) != Some(VERSION) {
        return false;
    }
    let mut restored = false;
    if model.phase == Phase::Filling {
        model.unanswered = kept.get("sent").and_then(unanswered::from_json);
    }
    let mut initial = model.settings.initial.form();
    if let Some(left) = kept.get("source").and_then(left)
        && model.is_built_in()
        && model.form.spec_id == initial.spec_id
    {
        if left.spec.id == model.spec.id {
            // The built-in one, as the service had it.
            model.spec = left.spec;
            model.auth_name = left.auth_name;
        } else {
            leave_for(model, left);
            restored = true;
        }
        initial.set(&Field::SpecId, model.spec.id.clone());
        initial.set(&Field::SpecVersion, model.spec.version.clone());
    }
    for field in texts(model) {
        let text = kept.get("fields").and_then(|fields| fields.get(field.id()));
        let Some(text) = text.and_then(Value::as_str) else { continue };
        let first = initial.text(&field);
        if model.form.text(&field) == first && text != first {
            model.form.set(&field, text.to_owned());
            restored = true;
        }
    }
    let auth = kept.get("auth").and_then(Value::as_str);
    if let Some(auth) = auth.and_then(|name| model.spec.auth_spec(name))
        && model.auth_name == first_auth(model)
        && model.auth_name != auth.name
    {
        model.auth_name = auth.name.clone();
        restored = true;
    }
    if let Some((id, auth_name)) = kept.get("wanted").and_then(wish)
        && model.sources.wanted.is_none()
    {
        // What it asks for is asked for with all else that may complete access.
        drop(want(model, id, auth_name));
        restored = true;
    }
    let open = kept.get("open").and_then(Value::as_array);
    for (part, key) in DISCLOSURES {
        if open.is_some_and(|open| open.iter().any(|held| held.as_str() == Some(key))) {
            model.set_unfolded(part, true);
        }
    }
    let tool = kept.get("tool").and_then(Value::as_str);
    model.tool = model.tool.or(Tool::ALL.into_iter().find(|held| Some(held.id()) == tool));
    restored
}

/// The form as it begins, without anything that was typed.
fn start_over(model: &mut Model) -> Vec<Effect> {
    let secrets = all_secrets(model);
    choose_id(model, ConnectionSpecId::SERVICE_CLOUD);
    let left_out = model.sources.left_out;
    let list = core::mem::take(&mut model.sources.list);
    model.sources = Sources { list, left_out, ..Sources::default() };
    model.form = model.settings.initial.form();
    model.auth_name = first_auth(model);
    model.problems.clear();
    model.remarks.clear();
    model.summary = false;
    model.phase = Phase::Filling;
    model.secrets_of.clear();
    model.token_edited = false;
    model.shown.clear();
    model.unfolded.clear();
    model.kept = Kept::Settled;
    import::forget(model);
    let mut effects = vec![
        get_token::start_over(model),
        Effect::EmptySecrets(secrets),
        Effect::LookAtToken,
        Effect::Focus(Field::AccessToken.id()),
    ];
    if model.route != Route::Create {
        effects.push(Effect::OfferAccess);
    }
    effects
}

/// Whether a text had better not be kept, although no spec calls it a secret. Those of the form
/// itself have names that say nothing.
fn looks_secret(field: &Field, text: &str) -> bool {
    let name = if let Field::Param(key) = field { key } else { "" };
    is_secretlike(name, text)
}

/// The inputs that hold no secret, in the order of the page.
pub(super) fn texts(model: &Model) -> Vec<Field> {
    let mut fields = Field::ACCESS.to_vec();
    fields.extend([Field::Name, Field::Description, Field::SpecId, Field::SpecVersion]);
    // What is a secret of one source is kept of none.
    let secrets = all_secrets(model);
    for field in model.all_auth_specs().flat_map(|auth| auth.fields.iter()) {
        let param = Field::Param(field.key.to_string());
        if !secrets.contains(&param) && !field.hidden && !fields.contains(&param) {
            fields.push(param);
        }
    }
    fields
}

fn first_auth(model: &Model) -> String {
    model.spec.auth_specs.first().map(|auth| auth.name.clone()).unwrap_or_default()
}

/// The source that is chosen, with its spec: the page is drawn of it before any access is given.
fn source(model: &Model) -> Value {
    let mut source = model.spec.to_json();
    if let Some(members) = source.as_object_mut() {
        members.insert(TITLE.to_owned(), model.sources.title.clone().into());
    }
    source
}

fn left(source: &Value) -> Option<Left> {
    let spec = ConnectionSpec::from_json(source)?;
    let auth_name = spec.auth_specs.first().map(|auth| auth.name.clone()).unwrap_or_default();
    let title = source.get(TITLE).and_then(Value::as_str).map(str::to_owned);
    Some(Left { spec, title, auth_name })
}

/// A source that is wanted and not known yet.
fn wanted(wanted: &Wanted) -> Value {
    json!({ "id": wanted.id, "auth": wanted.auth_name })
}

fn wish(wanted: &Value) -> Option<(&str, &str)> {
    Some((wanted.get("id")?.as_str()?, wanted.get("auth")?.as_str()?))
}

/// Under which name the name of the source is kept beside its spec.
const TITLE: &str = "title";

/// The disclosures, and the names under which they are kept.
const DISCLOSURES: [(Disclosure, &str); 2] =
    [(Disclosure::Advanced, "advanced"), (Disclosure::Request, "request")];

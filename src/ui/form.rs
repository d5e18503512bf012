//! The view *Create*: the form, and above it what came of it.

use yew::Callback;

use super::act::{Act, On, button};
use super::credentials;
use super::door::missing_part;
use super::element::{At, Element, div, element, paragraph};
use super::field::{Kind, Look};
use super::tools::tools;
use super::views::Views;
use crate::screen::{
    Disclosure, Field, Model, Msg, Phase, Route, Sandboxes, element_id, sources, words,
};

pub(super) fn create(model: &Model, act: &Callback<Act>, views: Option<Views>) -> Element {
    let problem = model.settings_problem;
    let notice = paragraph("notice")
        .set(At::Role, "alert")
        .flag(At::Hidden, problem.is_none())
        .string(problem.map(words::settings_problem).unwrap_or_default());
    div("view")
        .flag(At::Hidden, model.route != Route::Create)
        .child(element("h1").text(words::HEADING))
        .child(paragraph("intro").text(words::INTRO))
        .child(tools(model, act, views))
        .child(div("notices").child(notice))
        .child(div("outcome").node(match views {
            Some(views) => (views.outcome)(model, act),
            // What was done waits for it; that it could not be fetched is said in any case.
            None => missing_part(model, act, false).into(),
        }))
}

/// The forms. Platform access is seen with connections too, so that what is typed there is
/// typed once.
pub(super) fn forms(model: &Model, act: &Callback<Act>, views: Option<Views>) -> Element {
    let auth = model.auth();
    let look = Look { model, auth: &auth, act, views };
    let settled = matches!(model.phase, Phase::Created { .. } | Phase::Unknown { .. });
    let creates = model.route == Route::Create;
    let compact = model.door.is_compact(&model.route);
    let no_access = match model.route {
        Route::Create => settled,
        Route::Connections => false,
        Route::Connection(_) => compact,
    };
    div("forms")
        .child(div("slot").flag(At::Hidden, no_access).child(access(&look, compact)))
        .child(div("slot").flag(At::Hidden, settled || !creates).child(connection(&look)))
}

/// Enter in any input presses *Create connection*.
fn form(look: &Look) -> Element {
    element("form").flag(At::NoValidate, true).set(At::AutoComplete, "off").on(look.act, On::Submit)
}

/// A group of inputs with its name.
pub(super) fn group(name: &'static str) -> Element {
    let legend = element("legend").text(name);
    element("fieldset").set(At::Class, "group").set(At::Part, "group").child(legend)
}

/// A form of its own: a browser's password manager must not pair the token of Platform
/// with the user of Salesforce.
fn access(look: &Look, compact: bool) -> Element {
    let creates = look.model.route == Route::Create;
    let line = |field: Field| {
        look.field(&field, Kind::Line, true).flag(At::Hidden, compact && field != Field::Sandbox)
    };
    let token = look.field(&Field::AccessToken, Kind::Secret, !look.model.token.is_available());
    let fields = div("fields")
        .child(token.flag(At::Hidden, compact))
        .child(line(Field::ApiKey))
        .child(line(Field::OrganizationId))
        .child(line(Field::Sandbox));
    let intro = paragraph("intro").flag(At::Hidden, compact).text(words::PLATFORM_ACCESS_INTRO);
    // Enter in an input presses it, seen or not.
    let submit = element("button")
        .set(At::Type, "submit")
        .set(At::Class, "accent")
        .set(At::Part, "accent")
        .flag(At::Hidden, creates || compact)
        .text(if creates { words::CREATE_CONNECTION } else { words::SHOW_CONNECTIONS });
    let change = element("span")
        .set(At::Class, "slot")
        .flag(At::Hidden, !compact)
        .child(button(look.act, On::Click(|| Msg::AccessOpened)).text(words::CHANGE_ACCESS));
    form(look)
        .set(At::Class, if compact { "compact" } else { "" })
        .child(
            group(words::PLATFORM_ACCESS)
                .child(intro)
                .child(fields)
                .child(get_token(look).flag(At::Hidden, compact || look.model.renewal.is_some()))
                .child(sandboxes(look)),
        )
        .child(div("actions").flag(At::Hidden, creates).child(submit).child(change))
}

/// Folded away at first. While calls wait for a token it stands where that is asked for. It is
/// drawn while it is folded away too, because its secret is in its input and nowhere else.
fn get_token(look: &Look) -> Element {
    let model = look.model;
    let drawn = match look.views.filter(|_| model.renewal.is_none()) {
        Some(views) => (views.get_token)(model, look.act),
        None => {
            missing_part(model, look.act, model.unfolded.contains(&Disclosure::GetToken)).into()
        }
    };
    disclosure(look, Disclosure::GetToken, words::GET_TOKEN).child(div("slot").node(drawn))
}

/// The sandboxes to choose from; the input stays one for any text.
fn sandboxes(look: &Look) -> Element {
    let known: &[_] = match &look.model.door.sandboxes {
        Sandboxes::Known(_, known) => known,
        _ => &[],
    };
    element("datalist").set(At::Id, element_id::SANDBOXES).children(known.iter().map(
        |(name, about)| {
            element("option")
                .set_string(At::Value, name.clone())
                .set_string(At::OptionLabel, about.clone())
        },
    ))
}

fn connection(look: &Look) -> Element {
    let sending = matches!(look.model.phase, Phase::Sending(_));
    let fields = div("fields")
        .child(look.field(&Field::Name, Kind::Line, true))
        .child(source(look))
        .child(look.field(&Field::Description, Kind::Lines, false));
    let submit = element("button")
        .set(At::Type, "submit")
        .set(At::Class, "accent")
        .set(At::Part, "accent")
        .set(At::Id, element_id::CREATE)
        .mark(At::Disabled, sending)
        .text(if sending { words::CREATING } else { words::CREATE_CONNECTION });
    let cancel = element("span")
        .set(At::Class, "slot")
        .flag(At::Hidden, !sending)
        .child(button(look.act, On::Click(|| Msg::Cancelled)).text(words::CANCEL));
    // The same parts with and without it: else the button would be another one.
    let mention = match look.views {
        Some(views) => (views.duplicates)(look.model, look.act),
        None => div("duplicates"),
    };
    form(look)
        .child(group(words::CONNECTION).child(fields))
        .child(credentials::credentials(look))
        .child(advanced(look))
        .child(request(look))
        .child(div("actions").child(submit).child(cancel).child(mention))
}

/// The control with which a source is chosen. The list is in the half that is fetched later.
fn source(look: &Look) -> Element {
    let sources = &look.model.sources;
    let title = sources.title.as_deref().unwrap_or(words::SERVICE_CLOUD);
    let label = element("label").set(At::For, element_id::SOURCE).text(words::SOURCE);
    let input = element("input")
        .set(At::Type, "text")
        .set(At::Id, element_id::SOURCE)
        .set(At::Role, "combobox")
        .set(At::AutoComplete, "off")
        .set(At::SpellCheck, "false")
        .set(At::AutoCompletes, "list")
        // What is typed before the list is there would be lost.
        .flag(At::ReadOnly, look.views.is_none())
        .set(At::Expanded, if sources.open { "true" } else { "false" })
        .on(look.act, On::Click(|| Msg::Sources(sources::Msg::Pressed)))
        .value(sources.search.as_deref().unwrap_or(title).to_owned());
    let field = div("field").set(At::Part, "field").child(div("label").child(label));
    // The same parts with and without the list: else the input would lose the focus to it.
    let (input, list) = match look.views {
        Some(views) => (views.sources)(look.model, look.act, input),
        None => (input, div("under")),
    };
    field.child(div("combobox").child(input).child(list))
}

fn advanced(look: &Look) -> Element {
    let line = |field| look.field(&field, Kind::Line, true);
    let fields = div("fields").child(line(Field::SpecId)).child(line(Field::SpecVersion));
    disclosure(look, Disclosure::Advanced, words::ADVANCED).child(fields)
}

/// What will be sent, drawn only while it can be seen: it changes with each keystroke.
fn request(look: &Look) -> Element {
    let open = look.model.unfolded.contains(&Disclosure::Request);
    let written = match look.views.filter(|_| open) {
        Some(views) => (views.request)(look.model, look.act),
        None => missing_part(look.model, look.act, true).into(),
    };
    disclosure(look, Disclosure::Request, words::REQUEST).child(div("slot").node(written))
}

/// A part of the form that is folded away at first. The model knows whether it is open.
pub(super) fn disclosure(look: &Look, part: Disclosure, name: &'static str) -> Element {
    element("details")
        .flag(At::Open, look.model.unfolded.contains(&part))
        .on(look.act, On::Toggle(part))
        .child(element("summary").text(name))
}

//! The list of sources under its input: a combobox as the ARIA Authoring Practices have it. The
//! focus stays in the input; which option Enter would choose is told by name.

use std::rc::Rc;

use web_sys::wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, KeyboardEvent};
use yew::virtual_dom::ListenerKind;
use yew::{Callback, Html, TargetCast};

use super::act::{Act, On, button};
use super::element::{At, Element, div, element, paragraph};
use super::failures;
use crate::screen::sources::id_of_option;
use crate::screen::sources::shared_secrets;
use crate::screen::sources::{
    Group, ID_OF_LIST, List, Msg as SourcesMsg, groups, name_of, of_key, wish,
};
use crate::screen::{Model, Msg, words};

/// The input with all that it listens to, and the list with what is said of it.
pub(super) fn sources(model: &Model, act: &Callback<Act>, input: Element) -> (Element, Element) {
    let sources = &model.sources;
    let open = sources.open;
    let active = sources.active.as_deref().filter(|_| open).map(id_of_option);
    let input = match active {
        Some(option) => input.set_string(At::ActiveDescendant, option),
        None => input,
    };
    let input = input.set(At::Controls, ID_OF_LIST);
    // What is wanted stands there, although the form is not its own yet.
    let input = match &sources.wanted {
        Some(wanted) if sources.search.is_none() => {
            input.value(name_of(model, &wanted.id).to_owned())
        }
        _ => input,
    };
    let shown = if open { groups(model) } else { Vec::new() };
    let (text, refused) = how_it_stands(model, act, &shown);
    let wanted = wanted(model);
    let texts = [(wanted.is_some(), ID_OF_WISH), (!text.is_empty(), ID_OF_TEXT)];
    let texts = texts.into_iter().filter_map(|(there, id)| there.then_some(id));
    let described = texts.collect::<Vec<_>>().join(" ");
    let input =
        if described.is_empty() { input } else { input.set_string(At::DescribedBy, described) };
    let keys = move |event: &Event| key(event, open).map(Msg::Sources);
    let typed = |event: &Event| {
        let text = event.target_unchecked_into::<HtmlInputElement>().value();
        Some(Msg::Sources(SourcesMsg::Searched(text)))
    };
    let entered = |event: &Event| {
        // What is typed then takes the place of the name.
        event.target_unchecked_into::<HtmlInputElement>().select();
        Some(Msg::Sources(SourcesMsg::Entered))
    };
    let left = move |_: &Event| open.then_some(Msg::Sources(SourcesMsg::Closed));
    let input = input
        .on(act, On::Hear(ListenerKind::onkeydown, Rc::new(keys)))
        .on(act, On::Hear(ListenerKind::oninput, Rc::new(typed)))
        .on(act, On::Hear(ListenerKind::onfocusin, Rc::new(entered)))
        .on(act, On::Hear(ListenerKind::onfocusout, Rc::new(left)));
    let list = div("options")
        .set(At::Id, ID_OF_LIST)
        .set(At::Role, "listbox")
        .set(At::Label, words::SOURCES)
        .flag(At::Hidden, !open);
    let list = list.children(shown.iter().map(|one| group(model, act, one)));
    let loading = matches!(model.sources.list, List::Asked(_));
    let text = paragraph(if loading { "help progress" } else { "help" })
        .set(At::Id, ID_OF_TEXT)
        .flag(At::Hidden, text.is_empty())
        .string(text);
    // The focus stays in the input, whatever of this is pressed.
    let held = |event: &Event| {
        event.prevent_default();
        None
    };
    let list = div(if open { "under popup" } else { "under" })
        .on(act, On::Hear(ListenerKind::onmousedown, Rc::new(held)))
        .child(div("slot").children(wanted.map(|text| wish_box(model, act, text))))
        .child(text)
        .child(div("slot").children(refused))
        .child(list);
    (input, list)
}

/// The `id` of what is said under the input.
const ID_OF_TEXT: &str = "source-said";

/// The `id` of what is said of a source that is wanted and not known yet.
const ID_OF_WISH: &str = "source-wanted";

/// What is said of a source that is wanted and not known yet.
fn wanted(model: &Model) -> Option<String> {
    let (wish, wanted) = (wish(model)?, model.sources.wanted.as_ref()?);
    Some(words::source_wanted(wish, name_of(model, &wanted.id), drawn_source(model)))
}

fn drawn_source(model: &Model) -> &str {
    name_of(model, &model.spec.id)
}

fn wish_box(model: &Model, act: &Callback<Act>, text: String) -> Element {
    let keep = || Msg::Sources(SourcesMsg::WishGivenUp);
    let keep = button(act, On::Click(keep)).string(words::keep_source(drawn_source(model)));
    div("notice").child(paragraph("remark").set(At::Id, ID_OF_WISH).string(text)).child(keep)
}

/// The code of each key while an input method is open.
const INPUT_METHOD: u32 = 229;

/// What a key means; what it would do else is left aside.
fn key(event: &Event, open: bool) -> Option<SourcesMsg> {
    let event = event.dyn_ref::<KeyboardEvent>()?;
    // The keys of an input method are its own.
    if event.key_code() == INPUT_METHOD {
        return None;
    }
    let msg = of_key(&event.key(), event.alt_key(), open)?;
    event.prevent_default();
    Some(msg)
}

fn group(model: &Model, act: &Callback<Act>, group: &Group) -> Element {
    let options = group.sources.iter().map(|(id, title)| option(model, act, id, title));
    let category = group.category.as_deref();
    let name = category.map_or(words::SERVICE_CLOUD, |category| category).to_owned();
    let heading =
        div("category").set(At::HiddenFromReaders, "true").flag(At::Hidden, category.is_none());
    div("category-group")
        .key(category.unwrap_or_default())
        .set(At::Role, "group")
        .set_string(At::Label, name.clone())
        .child(heading.string(name))
        .children(options)
}

fn option(model: &Model, act: &Callback<Act>, id: &str, title: &str) -> Element {
    let active = model.sources.active.as_deref() == Some(id);
    let chosen = model.spec.id == id;
    let source = id.to_owned();
    let choose = move |_: &Event| Some(Msg::Sources(SourcesMsg::Chosen(source.clone())));
    div(if active { "option active" } else { "option" })
        .key(id)
        .set_string(At::Id, id_of_option(id))
        .set(At::Role, "option")
        .set(At::SelectedNow, if chosen { "true" } else { "false" })
        .on(act, On::Hear(ListenerKind::onclick, Rc::new(choose)))
        .string(title.to_owned())
}

/// How the list stands, and what can be done where it is refused.
fn how_it_stands(model: &Model, act: &Callback<Act>, shown: &[Group]) -> (String, Option<Element>) {
    let text = match &model.sources.list {
        List::Unknown => String::new(),
        List::Missing(fields) => {
            let auth = model.auth();
            let labels: Vec<_> = fields.iter().map(|field| words::label(field, &auth)).collect();
            words::sources_need(&labels)
        }
        List::Asked(_) => words::SOURCES_LOADING.to_owned(),
        List::Known(..) if model.sources.open && model.sources.search.is_some() => {
            words::sources_found(shown.iter().map(|group| group.sources.len()).sum())
        }
        List::Known(_, known) => words::sources_known(known.len(), model.sources.left_out),
        List::Refused(_, error) => {
            let again = || Msg::Sources(SourcesMsg::AgainPressed);
            let refused = element("div")
                .set(At::Role, "alert")
                .child(failures::why(error))
                .child(button(act, On::Click(again)).text(words::TRY_AGAIN));
            return (words::SOURCES_REFUSED.to_owned(), Some(refused));
        }
    };
    (text, None)
}

/// What is said above the credentials: whose they are while another source is wanted, and which
/// auth specs the service does not offer any more.
pub(super) fn lost(model: &Model, act: &Callback<Act>) -> Html {
    if let Some(wanted) = &model.sources.wanted {
        let text = words::credentials_of(drawn_source(model), name_of(model, &wanted.id));
        return div("notice").child(element("p").string(text)).into();
    }
    if model.spec.auth_specs.is_empty() {
        return div("notice").child(element("p").text(words::NO_AUTH_SPEC)).into();
    }
    let Some(lost) = model.sources.lost.as_ref().filter(|_| model.is_built_in()) else {
        let shared = shared_secrets(model).map(|(from, labels)| words::shared(from, &labels));
        return shared.map_or_else(Html::default, |text| {
            div("notice").child(element("p").string(text)).into()
        });
    };
    let read = || Msg::Sources(SourcesMsg::LossRead);
    div("notice")
        .child(element("p").set(At::Role, "alert").string(words::lost(lost)))
        .child(button(act, On::Click(read)).text(words::UNDERSTOOD))
        .into()
}

/// What the live region says while the list is open. What a search has found the input is
/// described by.
pub(super) fn said(model: &Model) -> Option<&'static str> {
    let sources = &model.sources;
    match &sources.list {
        List::Asked(_) if sources.open => Some(words::SOURCES_LOADING),
        List::Known(..) if sources.open && sources.search.is_some() => {
            Some(if groups(model).is_empty() { words::NO_SOURCE } else { words::SOURCES_FOUND })
        }
        List::Known(..) if sources.open => Some(words::SOURCES_LISTED),
        _ => None,
    }
}

//! The bar at the top: product, environment, navigation, look.

use yew::Callback;

use super::act::{Act, On};
use super::element::{At, Element, element};
use crate::screen::{Model, Route, Theme, words};

pub(super) fn header(model: &Model, act: &Callback<Act>) -> Element {
    let names = [words::CREATE, words::CONNECTIONS];
    let links = Route::ALL.into_iter().zip(names).map(|(route, name)| {
        let is_create = model.route == Route::Create;
        let current = is_create == (route == Route::Create);
        let link = element("a")
            .set_string(At::Href, route.fragment())
            .on(act, On::Follow(route))
            .text(name);
        if current { link.set(At::Current, "page") } else { link }
    });
    let environment = &model.settings.environment;
    let badge = element("span").set(At::Class, "badge").flag(At::Hidden, environment.is_none());
    element("header")
        .set(At::Part, "header")
        .child(element("span").set(At::Class, "product").text(words::PRODUCT))
        .child(badge.string(environment.clone().unwrap_or_default()))
        .child(element("nav").set(At::Label, words::MAIN).children(links))
        .child(theme(model, act))
}

fn theme(model: &Model, act: &Callback<Act>) -> Element {
    let options = Theme::ALL.into_iter().zip(words::THEMES).map(|(theme, name)| {
        element("option")
            .set(At::Value, theme.key())
            .flag(At::Selected, theme == model.theme)
            .text(name)
    });
    element("select")
        .set(At::Class, "theme")
        .set(At::Label, words::THEME)
        .on(act, On::ChooseTheme)
        .children(options)
}

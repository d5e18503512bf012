//! The bar at the top: product, environment, navigation, look.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::act::Act;
use crate::screen::{Model, Msg, Route, Theme, words};

pub(super) fn header(model: &Model, act: &Callback<Act>) -> Html {
    let names = [words::CREATE, words::CONNECTIONS];
    let links =
        Route::ALL.into_iter().zip(names).map(|(route, name)| link(model, route, name, act));
    html! {
        <header part="header">
            <span class="product">{ words::PRODUCT }</span>
            <span class="badge" hidden={model.settings.environment.is_none()}>
                { model.settings.environment.clone() }
            </span>
            <nav aria-label={words::MAIN}>{ for links }</nav>
            { theme(model, act) }
        </header>
    }
}

fn link(model: &Model, route: Route, name: &'static str, act: &Callback<Act>) -> Html {
    let act = act.clone();
    let onclick = Callback::from(move |event: MouseEvent| {
        // A click that opens another tab or window stays the browser's.
        if !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
            event.prevent_default();
            act.emit(Act::Tell(Msg::LinkFollowed(route)));
        }
    });
    let current = (model.route == route).then_some("page");
    html! { <a href={route.fragment()} aria-current={current} {onclick}>{ name }</a> }
}

fn theme(model: &Model, act: &Callback<Act>) -> Html {
    let onchange = act.reform(|event: Event| {
        let select: HtmlSelectElement = event.target_unchecked_into();
        Act::Tell(Msg::ThemeChosen(Theme::of_key(&select.value())))
    });
    let options = Theme::ALL.into_iter().zip(words::THEMES).map(|(theme, name)| {
        html! { <option value={theme.key()} selected={theme == model.theme}>{ name }</option> }
    });
    html! { <select class="theme" aria-label={words::THEME} {onchange}>{ for options }</select> }
}

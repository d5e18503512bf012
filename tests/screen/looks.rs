//! Views, looks and disclosures.

use flow_connect::screen::{Disclosure, Effect, Msg, Route, Theme};

use crate::page::Page;

#[test]
fn routes_are_fragments_of_the_address() {
    assert_eq!(Route::ALL.map(Route::fragment), ["#/create", "#/connections"]);
    for route in Route::ALL {
        assert_eq!(Route::of_fragment(route.fragment()), route);
    }
    for unknown in ["", "#", "#/", "#/nowhere", "create", "#/Create"] {
        assert_eq!(Route::of_fragment(unknown), Route::Create, "{unknown}");
    }
}

#[test]
fn a_link_changes_the_view_and_the_address() {
    let mut page = Page::new();
    let effects = page.tell(Msg::LinkFollowed(Route::Connections));
    assert_eq!(effects, [Effect::ShowRoute(Route::Connections)]);
    assert_eq!(page.model.route, Route::Connections);
}

#[test]
fn the_address_changes_the_view_and_nothing_else() {
    let mut page = Page::sending();
    let mut expect = page.model.clone();
    expect.route = Route::Connections;
    assert_eq!(page.tell(Msg::RouteChanged(Route::Connections)), []);
    assert_eq!(page.model, expect);
}

#[test]
fn a_look_is_chosen_and_remembered() {
    for theme in Theme::ALL {
        let mut page = Page::new();
        assert_eq!(page.tell(Msg::ThemeChosen(theme)), [Effect::KeepTheme(theme)]);
        assert_eq!(page.model.theme, theme);
        assert_eq!(Theme::of_key(theme.key()), theme);
    }
    assert_eq!(Theme::of_key("sepia"), Theme::System);
}

#[test]
fn disclosures_open_and_close_by_themselves() {
    let mut page = Page::new();
    page.tell(Msg::Unfolded(Disclosure::Request, true));
    page.tell(Msg::Unfolded(Disclosure::Advanced, true));
    page.tell(Msg::Unfolded(Disclosure::Advanced, true));
    page.tell(Msg::Unfolded(Disclosure::Request, false));
    assert_eq!(page.model.unfolded, [Disclosure::Advanced]);
}

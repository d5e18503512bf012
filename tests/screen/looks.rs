//! Views, looks and disclosures.

use flow_connect::screen::{Disclosure, Effect, Msg, Route, Theme};

use crate::given::{self, ID};
use crate::page::Page;

#[test]
fn routes_are_fragments_of_the_address() {
    let fragments = given::routes().map(|route| route.fragment());
    let one = format!("#/connections/{ID}");
    assert_eq!(fragments, ["#/create", "#/connections", one.as_str()]);
    for route in given::routes() {
        assert_eq!(Route::of_fragment(&route.fragment()), route);
    }
    for unknown in
        ["", "#", "#/", "#/nowhere", "create", "#/Create", "#/create/x", "#/connectionsx"]
    {
        assert_eq!(Route::of_fragment(unknown), Route::Create, "{unknown}");
    }
    assert_eq!(Route::of_fragment("#/connections/"), Route::Connections);
}

/// What stands in an address came from anywhere; it becomes a part of a path.
#[test]
fn an_id_that_is_none_leads_to_create() {
    let long = "a".repeat(129);
    for id in ["..", "a/b", "a/", "/a", "a?b", "a#b", "a%2Fb", "a b", "ä", "{ID}", "\"x\"", &long]
    {
        let fragment = format!("#/connections/{id}");
        assert_eq!(Route::of_fragment(&fragment), Route::Create, "{fragment}");
    }
    let longest = format!("#/connections/{}", "a".repeat(128));
    assert_eq!(Route::of_fragment(&longest).fragment(), longest);
}

#[test]
fn a_link_changes_the_view_and_the_address() {
    for route in given::routes() {
        let mut page = Page::new();
        let effects = page.tell(Msg::LinkFollowed(route.clone()));
        assert_eq!(effects.first(), Some(&Effect::ShowRoute(route.clone())));
        assert_eq!(page.model.route, route);
    }
    let mut page = Page::new();
    let effects = page.tell(Msg::LinkFollowed(Route::Create));
    assert_eq!(effects, [Effect::ShowRoute(Route::Create)], "nothing is fetched for it");
}

/// Besides the view, it only wants to know whether Platform access is complete.
#[test]
fn the_address_changes_the_view_and_nothing_else() {
    for route in given::routes() {
        let mut page = Page::sending();
        page.half_comes();
        let mut expect = page.model.clone();
        expect.route = route.clone();
        let effects = page.tell(Msg::RouteChanged(route.clone()));
        let offers = if route == Route::Create { vec![] } else { vec![Effect::OfferAccess] };
        assert_eq!(effects, offers);
        assert_eq!(page.model, expect);
    }
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
fn opening_the_request_fetches_the_half_once() {
    let mut page = Page::new();
    assert_eq!(page.tell(Msg::Unfolded(Disclosure::Advanced, true)), []);
    assert_eq!(page.tell(Msg::Unfolded(Disclosure::Request, true)), [Effect::LoadPart]);
    assert_eq!(page.tell(Msg::Unfolded(Disclosure::Request, true)), []);
    page.tell(Msg::PartLoaded(false));
    assert_eq!(page.tell(Msg::Unfolded(Disclosure::Request, false)), []);
    assert_eq!(page.tell(Msg::Unfolded(Disclosure::Request, true)), [Effect::LoadPart]);
    page.half_comes();
    assert_eq!(page.tell(Msg::Unfolded(Disclosure::Request, true)), []);
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

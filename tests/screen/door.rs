//! The door to the half of the app with connections: fetched, and what is told through it.

use flow_connect::screen::connections::Told;
use flow_connect::screen::{Disclosure, Effect, Event, Field, Half, Msg, Route, Theme, at_once};

use crate::given::{self, ID};
use crate::page::Page;

#[test]
fn nothing_is_fetched_before_it_is_needed() {
    let mut page = Page::new();
    assert_eq!(page.model.door.half, Half::Absent);
    assert_eq!(page.tell(Msg::RouteChanged(Route::Create)), []);
    page.fill();
    assert_eq!(page.model.door.half, Half::Absent);
}

#[test]
fn entering_a_view_fetches_the_half_once() {
    for route in [Route::Connections, given::one()] {
        let mut page = Page::new();
        let enter = || Msg::RouteChanged(route.clone());
        assert_eq!(page.tell(enter()), [Effect::LoadPart, Effect::OfferAccess]);
        assert_eq!(page.model.door.half, Half::Loading);
        assert_eq!(page.tell(enter()), [Effect::OfferAccess], "it is on its way");
        assert_eq!(page.tell(Msg::PartWanted), []);
        assert_eq!(page.half_comes(), [Effect::OfferAccess], "it could not be looked at before");
        assert_eq!(page.model.door.half, Half::Here);
        assert_eq!(page.tell(enter()), [Effect::OfferAccess], "it is there");
        assert_eq!(page.tell(Msg::PartWanted), []);
    }
}

#[test]
fn a_link_fetches_it_too_and_changes_the_address_first() {
    let mut page = Page::new();
    let effects = page.tell(Msg::LinkFollowed(given::one()));
    assert_eq!(effects, [Effect::ShowRoute(given::one()), Effect::LoadPart, Effect::OfferAccess]);
}

#[test]
fn after_a_failure_it_is_fetched_again() {
    let mut page = Page::new();
    page.tell(Msg::RouteChanged(Route::Connections));
    assert_eq!(page.tell(Msg::PartLoaded(false)), [], "not by itself");
    assert_eq!(page.model.door.half, Half::Failed);
    assert_eq!(page.tell(Msg::PartWanted), [Effect::LoadPart], "on demand");
    assert_eq!(page.model.door.half, Half::Loading);
    page.tell(Msg::PartLoaded(false));
    let effects = page.tell(Msg::RouteChanged(given::one()));
    assert_eq!(effects, [Effect::LoadPart, Effect::OfferAccess], "on entering a view");
}

/// Who begins to use the page will need it; one that was lost is fetched again on demand only.
#[test]
fn entering_anything_fetches_it() {
    let mut page = Page::new();
    assert_eq!(page.tell(Msg::Entered), [Effect::LoadPart]);
    assert_eq!(page.tell(Msg::Entered), []);
    page.tell(Msg::PartLoaded(false));
    assert_eq!(page.tell(Msg::Entered), []);
    assert_eq!(page.model.door.half, Half::Failed);
    assert_eq!(page.tell(Msg::PartWanted), [Effect::LoadPart]);
    page.half_comes();
    assert_eq!(page.tell(Msg::Entered), []);
}

#[test]
fn what_waits_for_it_fetches_it_and_is_known_to_wait() {
    let mut page = Page::new();
    assert_eq!(page.tell(Msg::PartAwaited), [Effect::LoadPart]);
    assert_eq!(page.model.door.half, Half::Awaited);
    page.tell(Msg::PartLoaded(false));
    assert_eq!(page.tell(Msg::PartAwaited), [Effect::LoadPart], "a press is a demand");
    let mut page = Page::new();
    page.tell(Msg::Entered);
    assert_eq!(page.tell(Msg::PartAwaited), [], "it is on its way");
    assert_eq!(page.model.door.half, Half::Awaited);
    assert_eq!(page.half_comes(), []);
    assert_eq!(page.model.door.half, Half::Here);
}

/// The form is used before the other half is there: what it decides alone is complete.
#[test]
fn what_is_decided_at_once_needs_no_other_half() {
    let mut page = Page::new();
    let mut alone = page.model.clone();
    for msg in [
        || Msg::Typed(Field::Name, "A name".to_owned()),
        || Msg::SecretEdited(Field::AccessToken),
        || Msg::ShowSecret(Field::AccessToken, true),
        || Msg::AuthChosen("OAuth2 Client Credential".to_owned()),
        || Msg::Unfolded(Disclosure::Advanced, true),
        || Msg::RouteChanged(Route::Connections),
        || Msg::ThemeChosen(Theme::Dark),
        || Msg::Removed,
    ] {
        let effects = at_once(&mut alone, msg()).expect("it needs no other half");
        assert_eq!(effects, page.tell(msg()));
        assert_eq!(alone, page.model);
    }
}

#[test]
fn what_the_other_half_decides_is_given_back_as_it_was() {
    let mut page = Page::filled();
    let before = page.model.clone();
    let msg = at_once(&mut page.model, Msg::Pressed(given::secrets(), given::PRESSED_AT));
    assert_eq!(page.model, before);
    let effects = page.tell(msg.expect_err("a press is decided by the other half"));
    assert!(matches!(effects.as_slice(), [Effect::Send(..)]), "{effects:?}");
}

#[test]
fn the_other_half_says_what_the_live_region_says() {
    let mut page = Page::on_list();
    assert_eq!(page.tell(Msg::Told(Told::Say("3 connections".to_owned()))), []);
    assert_eq!(page.model.door.said, "3 connections");
}

#[test]
fn the_other_half_shows_views() {
    let mut page = Page::on_list();
    let effects = page.tell(Msg::Told(Told::Show(given::one())));
    assert_eq!(effects, [Effect::ShowRoute(given::one()), Effect::OfferAccess]);
    assert_eq!(page.model.route, given::one());
    assert_eq!(page.model.route.fragment(), format!("#/connections/{ID}"));
    let effects = page.tell(Msg::Told(Told::Show(Route::Create)));
    assert_eq!(effects, [Effect::ShowRoute(Route::Create)]);
}

#[test]
fn the_host_page_is_told_what_failed_there() {
    let mut page = Page::on_list();
    let before = page.model.clone();
    let error = given::by_service("1000-503", "CANARY");
    let effects = page.tell(Msg::Told(Told::Failed(error.clone())));
    assert_eq!(effects, [Effect::Emit(Event::Error(error))]);
    assert_eq!(page.model, before);
}

/// The answer to what was on its way goes to the component that is gone.
#[test]
fn an_element_that_leaves_while_the_half_is_fetched_can_fetch_it_again() {
    let mut page = Page::new();
    page.tell(Msg::RouteChanged(Route::Connections));
    page.tell(Msg::Removed);
    assert_eq!(page.model.door.half, Half::Absent);
    assert!(page.tell(Msg::RouteChanged(Route::Connections)).contains(&Effect::LoadPart));
}

#[test]
fn what_was_typed_with_connections_is_gone_with_the_element() {
    let mut page = Page::created();
    page.tell(Msg::Told(Told::HasInput(true)));
    assert!(page.model.has_unsent_input());
    page.tell(Msg::Removed);
    assert!(!page.model.has_unsent_input());
}

/// It was about the view that was left.
#[test]
fn what_was_said_is_said_no_more_on_another_view() {
    let said = || Msg::Told(Told::Say("3 connections".to_owned()));
    for leave in [
        Msg::RouteChanged(Route::Create),
        Msg::RouteChanged(given::one()),
        Msg::LinkFollowed(Route::Create),
        Msg::Told(Told::Show(given::one())),
        Msg::Removed,
    ] {
        let mut page = Page::on_list();
        page.tell(said());
        page.tell(leave);
        assert_eq!(page.model.door.said, "");
    }
}

//! The tool *Profiles*, and what is said of profiles above the form.

use flow_connect::screen::profiles::{Msg, Profile, Unreadable};
use flow_connect::screen::{self, Model, Tool};

use crate::drawn::drawn;
use crate::given;

fn tell(model: Model, msg: Msg) -> Model {
    given::told(model, screen::Msg::Profiles(msg))
}

fn stage() -> Profile {
    Profile {
        name: "Stage".to_owned(),
        sandbox: "stage".to_owned(),
        api_base: "https://other.example".to_owned(),
        auth_name: "None such".to_owned(),
        ..Profile::default()
    }
}

fn open(list: Vec<Profile>, links: bool) -> Model {
    let model = given::told(given::filled(), screen::Msg::ToolPressed(Tool::Profiles));
    tell(model, Msg::Read(Ok(list), links))
}

#[test]
fn an_empty_panel_offers_to_save() {
    let page = drawn(&open(Vec::new(), true));
    page.one("region", "Profiles");
    for name in ["Profile name", "Name pattern"] {
        page.one("textbox", name);
    }
    for name in ["Save profile", "Show what is kept", "Forget everything kept in this browser"] {
        page.one("button", name);
    }
    page.none("button", "Export profiles");
    let pattern = page.one("textbox", "Name pattern");
    assert_eq!(pattern.attribute("value"), Some(given::NAME), "the name in the form");
    assert!(page.texts_of(pattern.attribute("aria-describedby").unwrap()).contains("{date}"));
}

#[test]
fn each_profile_has_buttons_that_bear_its_name() {
    let page = drawn(&open(vec![stage()], true));
    for name in ["Use Stage", "Copy link Stage", "Delete Stage", "Export profiles"] {
        page.one("button", name);
    }
    drawn(&open(vec![stage()], false)).none("button", "Copy link Stage");
}

#[test]
fn a_question_has_its_answers() {
    let page = drawn(&tell(open(vec![stage()], true), Msg::DeletePressed("Stage".to_owned())));
    page.one("button", "Delete this profile");
    page.one("button", "Cancel");
    page.none("button", "Import only the others");
}

#[test]
fn what_failed_is_an_alert_and_what_worked_is_said() {
    let failed = drawn(&tell(open(Vec::new(), true), Msg::SavePressed));
    assert_eq!(failed.texts("alert"), ["Not saved: give the profile a name."]);
    let worked = drawn(&tell(open(vec![stage()], true), Msg::ExportPressed));
    assert_eq!(worked.texts("alert"), [""; 0]);
    assert!(worked.texts("status").concat().contains("flow-connect-profiles.json"));
}

#[test]
fn an_offer_says_what_it_would_fill_in() {
    let mut link = stage().to_json();
    link.as_object_mut().unwrap().insert("v".to_owned(), 1.into());
    let page = drawn(&tell(given::filled(), Msg::Linked(Ok(link))));
    let offer = page.inside("region", "A profile from a link");
    offer.one("button", "Use profile");
    offer.one("button", "Dismiss");
    let text = page.texts("region").join(" ");
    for part in ["Stage", "Sandbox", "stage", "https://other.example", "None such"] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let bad = drawn(&tell(given::filled(), Msg::Linked(Err(Unreadable::NotJson))));
    assert!(bad.texts("alert").concat().contains("is not used"));
}

#[test]
fn what_was_used_can_be_taken_back() {
    let page = drawn(&tell(given::filled(), Msg::Use(stage(), given::PRESSED_AT)));
    page.one("button", "Undo");
    let nothing = tell(given::filled(), Msg::Use(Profile::default(), given::PRESSED_AT));
    drawn(&nothing).none("button", "Undo");
}

#[test]
fn what_is_kept_is_shown_by_name_and_value() {
    let kept = vec![("flow-connect-theme".to_owned(), "dark".to_owned())];
    let page = drawn(&tell(open(Vec::new(), true), Msg::KeptIs(kept)));
    page.one("button", "Hide what is kept");
    let text = page.texts("region").join(" ");
    assert!(text.contains("flow-connect-theme") && text.contains("dark"), "{text}");
}

#[test]
fn an_offer_that_cannot_be_used_now_stays_and_says_why() {
    let mut link = stage().to_json();
    link.as_object_mut().unwrap().insert("v".to_owned(), 1.into());
    let model = tell(tell(given::created(), Msg::Linked(Ok(link))), Msg::OfferTaken);
    let page = drawn(&model);
    let offer = page.inside("region", "A profile from a link");
    offer.one("button", "Use profile");
    assert!(offer.seen().any(|element| element.text.starts_with("Not used: a connection is")));
}

//! The door to the half of the app with connections: Platform access, and what is said.

use flow_connect::screen::connections::Told;
use flow_connect::screen::{Field, Model, Msg, Route, Token, TokenReport, TokenSource};
use flow_service::value::Problem;

use crate::drawn::drawn;
use crate::given::{self, told, typed};
use crate::html::Html;

const INPUTS: [&str; 2] = ["API key", "Organization ID"];

/// On the view, with the other half there and access given.
fn with_access(route: &Route) -> Model {
    let model = given::with_half(given::on(given::filled(), route));
    told(model, Msg::AccessPressed(TokenReport::Available))
}

/// The same, and the service accepted it.
fn worked(route: &Route) -> Model {
    told(with_access(route), Msg::Told(Told::AccessWorked))
}

/// All inputs of Platform access are seen, or none but the sandbox.
#[track_caller]
fn has_inputs(page: &Html, all: bool) {
    let access = page.inside("group", "Platform access");
    assert_eq!(access.names("password"), if all { vec!["Access token"] } else { vec![] });
    let lines = access.names("textbox");
    let expect = if all { vec![INPUTS[0], INPUTS[1], "Sandbox"] } else { vec!["Sandbox"] };
    assert_eq!(lines, expect);
}

#[test]
fn platform_access_is_asked_for_with_connections_too() {
    for route in given::others() {
        let page = drawn(&given::on(given::empty(), &route));
        assert_eq!(page.names("group"), ["Platform access"], "{route:?}");
        has_inputs(&page, true);
        let button = page.one("button", "Show connections");
        assert_eq!(button.attribute("type"), Some("submit"), "Enter presses it");
        assert_eq!(button.attribute("part"), Some("accent"), "a host page can style it");
        page.none("button", "Create connection");
        page.none("button", "Change access");
        page.none("heading", "Create a base connection");
        for id in ["name", "param-password", "create"] {
            assert!(!page.by_id(id).unwrap().is_seen, "{id} keeps what was typed, out of sight");
        }
    }
}

#[test]
fn on_create_the_form_has_one_button() {
    for model in [given::empty(), worked(&Route::Connections)] {
        let page = drawn(&given::on(model, &Route::Create));
        has_inputs(&page, true);
        page.one("button", "Create connection");
        page.none("button", "Show connections");
        page.none("button", "Change access");
    }
}

/// Without a button of its own, Enter in one of its inputs would press nothing.
#[test]
fn the_form_of_platform_access_can_be_submitted_on_create_too() {
    let page = drawn(&given::empty());
    let submits = page.all().filter(|element| element.attribute("type") == Some("submit"));
    assert_eq!(submits.count(), 2, "one for each form, one of them out of sight");
}

#[test]
fn access_that_worked_leaves_the_sandbox_in_sight() {
    let page = drawn(&worked(&Route::Connections));
    has_inputs(&page, false);
    page.one("button", "Change access");
    page.none("button", "Show connections");
    let token = page.by_id("access-token").unwrap();
    assert!(!token.is_seen, "it stays, to be emptied");
}

#[test]
fn with_one_connection_it_is_out_of_the_way() {
    let [connections, one] = given::others();
    let page = drawn(&worked(&one));
    assert!(page.names("group").iter().all(|name| name != "Platform access"));
    page.none("button", "Change access");
    let page = drawn(&given::on(worked(&connections), &one));
    assert!(page.names("group").iter().all(|name| name != "Platform access"));
    has_inputs(&drawn(&with_access(&one)), true);
}

#[test]
fn the_inputs_are_seen_where_they_are_needed() {
    for route in given::others() {
        for msg in [
            Msg::AccessOpened,
            Msg::Told(Told::AccessRefused),
            Msg::ForgetToken,
            Msg::AccessPressed(TokenReport::Typed(Err(Problem::Missing))),
        ] {
            let what = format!("{route:?} {msg:?}");
            let page = drawn(&told(worked(&route), msg));
            assert!(page.with("password", "Access token").len() == 1, "{what}");
            has_inputs(&page, true);
            page.one("button", "Show connections");
            page.none("button", "Change access");
        }
    }
}

#[test]
fn a_connection_that_was_created_leaves_access_to_the_others() {
    for route in given::others() {
        for model in [given::created(), given::looking()] {
            has_inputs(&drawn(&given::on(model, &route)), true);
        }
    }
}

#[test]
fn a_problem_of_access_is_tied_to_its_field_on_each_view() {
    for route in given::others() {
        let model =
            typed(given::with_half(given::on(given::filled(), &route)), Field::ApiKey, "two words");
        let page = drawn(&told(model, Msg::AccessPressed(TokenReport::Available)));
        let input = page.one("textbox", "API key");
        assert_eq!(input.attribute("aria-invalid"), Some("true"));
        let said = page.texts_of(input.attribute("aria-describedby").unwrap());
        assert!(said.contains("This cannot be sent"), "{said}");
    }
}

#[test]
fn a_held_token_can_be_forgotten_with_connections_too() {
    let held = Token::Held { source: TokenSource::Person, expires_at: None };
    let [connections, _] = given::others();
    let model = told(given::on(given::empty(), &connections), Msg::TokenIs(held));
    drawn(&model).one("button", "Forget token");
}

/// A list makes another role of the input, so it has one only where there is one.
#[test]
fn the_sandbox_is_a_line_until_the_sandboxes_are_known() {
    for model in [given::filled(), given::with_sandboxes(given::filled(), None)] {
        let page = drawn(&model);
        let input = page.one("textbox", "Sandbox");
        assert!(!input.has("list"));
        assert!(!page.all().any(|element| element.tag == "option" && element.has("label")));
    }
}

#[test]
fn known_sandboxes_can_be_chosen_and_others_typed() {
    let sandboxes = [("prod", "Production, VA7"), ("acme-dev", "Acme, VA7")];
    for route in given::routes() {
        let model = given::with_sandboxes(with_access(&route), Some(&sandboxes));
        let page = drawn(&typed(model, Field::Sandbox, "else"));
        let input = page.one("combobox", "Sandbox");
        assert_eq!((input.tag.as_str(), input.attribute("value")), ("input", Some("else")));
        assert!(!input.has("aria-invalid") && !input.has("readonly"));
        let list = page.by_id(input.attribute("list").unwrap()).unwrap();
        assert_eq!(list.tag, "datalist");
        let help = page.texts_of(input.attribute("aria-describedby").unwrap());
        assert_eq!(help, "In this organization: prod acme-dev", "a list offers what begins alike");
        let options: Vec<_> = page
            .all()
            .filter(|element| element.tag == "option" && element.has("label"))
            .map(|option| (option.attribute("value").unwrap(), option.attribute("label").unwrap()))
            .collect();
        assert_eq!(options, sandboxes);
    }
}

#[test]
fn sandboxes_that_are_not_listed_are_said_in_the_help() {
    let help = |model: &Model| {
        let page = drawn(model);
        let input = page.one("textbox", "Sandbox");
        page.texts_of(input.attribute("aria-describedby").unwrap())
    };
    let refused = help(&given::with_sandboxes(given::filled(), None));
    assert_eq!(refused, "The service did not list the sandboxes; type the name.");
    assert!(help(&given::filled()).starts_with("The name, not the title"));
}

#[test]
fn the_live_region_says_what_the_other_half_says() {
    let said = "Showing 3 connections";
    for route in given::others() {
        let model =
            told(given::on(given::created(), &route), Msg::Told(Told::Say(said.to_owned())));
        assert_eq!(drawn(&model).texts("status"), [said]);
        let model = given::on(model, &Route::Create);
        assert_eq!(drawn(&model).texts("status"), ["Connection created."]);
        let model = given::on(model, &route);
        assert_eq!(drawn(&model).texts("status"), [""], "that was of another time");
        let model = told(model, Msg::Told(Told::Say(said.to_owned())));
        assert_eq!(drawn(&model).texts("status"), [said]);
    }
    let [connections, _] = given::others();
    assert_eq!(drawn(&given::on(given::sending(), &connections)).texts("status"), [""]);
}

//! The form of the edit as it is seen.

use flow_connect::screen::connections::edit::{Field, Msg as EditMsg};
use flow_service::value::Problem;

use super::{edit, editing, param, raw, save, tell, type_in};

#[test]
fn the_inputs_show_what_is_stored() {
    let page = editing(raw()).drawn();
    assert_eq!(page.one("textbox", "Name").attribute("value"), Some("Acme cases"));
    page.one("textbox", "Description");
    page.one("group", "Name and description");
    page.one("group", "Credentials");
    page.one("button", "Rotate credentials…");
    page.one("button", "Save changes");
}

#[test]
fn a_problem_is_at_its_input() {
    let mut room = editing(raw());
    type_in(&mut room, Field::Name, "");
    save(&mut room, &[]);
    let page = room.drawn();
    let name = page.one("textbox", "Name");
    assert_eq!(name.attribute("aria-invalid"), Some("true"));
    let described = page.texts_of(name.attribute("aria-describedby").unwrap());
    assert!(described.contains("Name is needed."), "{described}");
}

#[test]
fn a_secret_is_an_empty_password_input_that_must_be_given_again() {
    let mut room = editing(raw());
    tell(&mut room, EditMsg::RotatePressed);
    let page = room.drawn();
    for (label, id) in [("Password", "password"), ("Security token", "securityToken")] {
        let input = page.one("password", label);
        assert_eq!(input.attribute("id"), Some(["edit-param-", id].concat().as_str()));
        assert_eq!(input.attribute("value"), None);
        assert_eq!(input.attribute("autocomplete"), Some("new-password"));
        assert_eq!(input.attribute("aria-required"), Some("true"));
        let described = page.texts_of(input.attribute("aria-describedby").unwrap());
        assert!(described.contains("must be given again"), "{described}");
        page.one("button", &["Show ", label].concat());
    }
    let username = page.one("textbox", "Username");
    assert_eq!(username.attribute("value"), Some("acme@example.com"));
    assert!(!page.texts("password").contains(&"********"));
}

#[test]
fn a_secret_can_be_shown_and_hidden() {
    let mut room = editing(raw());
    tell(&mut room, EditMsg::RotatePressed);
    tell(&mut room, EditMsg::SecretShown("password".to_owned(), true));
    let page = room.drawn();
    assert_eq!(page.by_id("edit-param-password").unwrap().attribute("type"), Some("text"));
    page.one("button", "Hide Password");
    tell(&mut room, EditMsg::SecretShown("password".to_owned(), false));
    room.drawn().one("password", "Password");
}

#[test]
fn the_request_is_shown_with_placeholders() {
    let mut room = editing(raw());
    let folded = "Nothing would be sent";
    assert!(room.written().contains(folded));
    tell(&mut room, EditMsg::RotatePressed);
    let written = room.written();
    assert!(written.contains("$SECURITY_TOKEN") && written.contains("If-Match"), "{written}");
    assert!(!written.contains("\"$PASSWORD\": \"********\""));
}

#[test]
fn there_is_one_accent_button() {
    for rotating in [false, true] {
        let mut room = editing(raw());
        if rotating {
            tell(&mut room, EditMsg::RotatePressed);
        }
        let page = room.drawn();
        let accents = page.seen().filter(|it| it.attribute("class") == Some("accent")).count();
        assert_eq!(accents, 1);
    }
}

#[test]
fn a_param_with_a_problem_gets_the_focus_where_it_is_the_first() {
    let mut room = editing(raw());
    tell(&mut room, EditMsg::RotatePressed);
    type_in(&mut room, param("apiVersion"), "sixty");
    save(&mut room, &["password", "securityToken"]);
    assert_eq!(edit(&room).problems, [(param("apiVersion"), Problem::NotAnApiVersion)]);
    let page = room.drawn();
    let input = page.one("textbox", "API version");
    assert_eq!(input.attribute("aria-invalid"), Some("true"));
}

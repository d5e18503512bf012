//! What is seen of connections that have the name which is typed, and of a missing network.

use flow_connect::screen::connections::Told;
use flow_connect::screen::duplicates::{Deed, Msg as Look};
use flow_connect::screen::{Effect, Model, Msg, TokenReport, update};
use flow_service::connection::Connection;
use flow_service::operation::list_connections::Page;
use serde_json::json;

use crate::drawn::drawn;
use crate::given::{self, NAME, PRESSED_AT, told};
use crate::html::Html;

fn with_duplicates(count: usize, next: bool) -> Model {
    let mut model = given::filled();
    let effects =
        update(&mut model, Msg::Duplicates(Look::Wanted(TokenReport::Available, PRESSED_AT)));
    let Some(Effect::Duplicates(Deed::Find(access, name))) = effects.last() else {
        panic!("{effects:?}")
    };
    let connections = (0..count).map(|index| {
        let id = format!("4267c2ab-2104-474f-a7c2-ab2104d74f8{index}");
        Connection::from_json(&json!({ "id": id, "name": NAME })).unwrap()
    });
    let next = next.then(|| "/connections?x".to_owned());
    let page = Page { connections: connections.collect(), next };
    let answered = Look::Answered(access.clone(), name.clone(), Some(page), PRESSED_AT);
    told(model, Msg::Duplicates(answered))
}

/// All texts that can be read.
fn text_of(page: &Html) -> String {
    let texts = page.seen().filter(|it| ["p", "a"].contains(&it.tag.as_str()));
    texts.map(|it| it.text.as_str()).collect::<Vec<_>>().join("\n")
}

#[test]
fn they_are_a_remark_with_links_and_no_error() {
    let page = drawn(&with_duplicates(2, false));
    let input = page.one("textbox", "Name");
    assert!(!input.has("aria-invalid"));
    let described = input.attribute("aria-describedby").unwrap_or_default();
    assert!(described.contains("name-remark"), "{described}");
    let text = text_of(&page);
    assert!(text.contains("This sandbox already has 2 connections of this name:"), "{text}");
    for index in 0..2 {
        let id = format!("4267c2ab-2104-474f-a7c2-ab2104d74f8{index}");
        let link = page.one("link", &format!("Open {id}"));
        assert_eq!(link.attribute("href"), Some(format!("#/connections/{id}").as_str()));
    }
    assert!(text.contains("This sandbox already has this name."), "it is said: {text}");
}

/// It comes while a person may be on the way to the button, which is to stay where it is: above
/// it only a remark appears that is shorter than the help whose place it takes.
#[test]
fn nothing_above_the_button_grows() {
    let before = drawn(&given::filled());
    let after = drawn(&with_duplicates(5, true));
    let above = |page: &Html| {
        let seen: Vec<_> = page.seen().map(|it| (it.tag.clone(), it.text.clone())).collect();
        let button = seen.iter().position(|(_, text)| text == "Create connection").unwrap();
        seen.into_iter()
            .take(button)
            .filter(|(tag, _)| ["p", "a"].contains(&tag.as_str()))
            .map(|(_, text)| text)
            .collect::<Vec<_>>()
    };
    let said = "This sandbox already has this name.";
    let mut expect = above(&after);
    expect.retain(|text| text != said);
    assert_eq!(above(&before), expect);
    assert!(above(&after).iter().any(|text| text == said));
    let help = after.texts_of("name-help");
    assert!(said.len() < help.len(), "{help}");
    let style = include_str!("../../src/ui/duplicates.css");
    assert!(style.contains("#name-remark:not([hidden]) { position: absolute; }"));
    assert!(style.contains("#name-remark:not([hidden]) ~ #name-help { visibility: hidden; }"));
    assert!(style.contains(".actions:has(> .duplicates:not(:empty)) { align-items: start; }"));
}

#[test]
fn many_are_counted_and_three_are_named() {
    let page = drawn(&with_duplicates(5, true));
    let text = text_of(&page);
    assert!(text.contains("has at least 5 connections of this name:"), "{text}");
    assert_eq!(text.matches("Open 4267").count(), 3, "{text}");
    let text = text_of(&drawn(&with_duplicates(1, false)));
    assert!(text.contains("This sandbox already has one connection of this name:"), "{text}");
    let text = text_of(&drawn(&with_duplicates(0, true)));
    assert!(!text.contains("already has"), "{text}");
}

#[test]
fn a_missing_network_is_said_before_a_press() {
    let notice = "This browser is offline.";
    let model = given::filled();
    assert!(!text_of(&drawn(&model)).contains(notice));
    let offline = told(model, Msg::Told(Told::Online(false)));
    assert!(text_of(&drawn(&offline)).contains(notice));
    let online = told(offline, Msg::Told(Told::Online(true)));
    assert!(!text_of(&drawn(&online)).contains(notice));
}

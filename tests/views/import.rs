//! The panel *Import*: ways to give a text, and what came of the last one.

use flow_connect::screen::import::{self, Change, Filled, Input, LeftOut, Reason};
use flow_connect::screen::{Field, Model, Msg, Tool};
use flow_service::import::{Format, Ignored, NothingFound, Why};

use crate::drawn::drawn;
use crate::given::{self, param, told};

fn open() -> Model {
    told(given::empty(), Msg::ToolPressed(Tool::Import))
}

fn imported() -> Model {
    let filled = |input, name: &str, change| Filled { input, name: name.to_owned(), change };
    told(
        open(),
        Msg::Import(import::Msg::Read {
            format: Format::PostmanEnvironment,
            auth: None,
            texts: vec![(
                Field::ApiKey.into(),
                "API_KEY".to_owned(),
                "0123456789abcdef".to_owned(),
            )],
            secrets: vec![
                filled(Field::AccessToken.into(), "ACCESS_TOKEN", Change::Overwrote),
                filled(param("clientSecret").into(), "SF_CLIENT_SECRET", Change::New),
                filled(Input::ClientSecret, "CLIENT_SECRET", Change::New),
            ],
            left_out: vec![LeftOut {
                name: "PRIVATE_KEY".to_owned(),
                reason: Reason::Read(Why::OnlyForOldTokens),
            }],
            wanted: None,
        }),
    )
}

#[test]
fn a_button_opens_and_closes_the_panel() {
    let page = drawn(&given::empty());
    assert_eq!(page.one("button", "Import").attribute("aria-expanded"), Some("false"));
    page.none("region", "Import");
    let page = drawn(&open());
    assert_eq!(page.one("button", "Import").attribute("aria-expanded"), Some("true"));
    page.one("region", "Import");
    page.one("textbox", "Text");
    page.one("button", "Fill in from the text");
    assert!(page.seen().any(|input| input.attribute("type") == Some("file")));
    drawn(&told(open(), Msg::ToolPressed(Tool::Import))).none("region", "Import");
}

#[test]
fn what_was_filled_in_and_left_out_is_listed() {
    let page = drawn(&imported()).inside("region", "Import");
    let items: Vec<_> =
        page.seen().filter(|item| item.tag == "li").map(|item| item.text.as_str()).collect();
    let has =
        |parts: &[&str]| items.iter().any(|item| parts.iter().all(|part| item.contains(part)));
    assert!(has(&["API key", "API_KEY"]), "{items:?}");
    assert!(has(&["Access token", "ACCESS_TOKEN", "another value stood there"]), "{items:?}");
    assert!(has(&["Client secret", "SF_CLIENT_SECRET"]), "of the other auth spec: {items:?}");
    assert!(has(&["PRIVATE_KEY", "OAuth Server-to-Server"]), "{items:?}");
    assert!(has(&["Client secret of the project", "CLIENT_SECRET"]), "{items:?}");
    assert_eq!(items.len(), 5);
    page.one("button", "Undo import");
    let text = page.texts_of("imported");
    assert!(text.starts_with("From a Postman environment: 4 fields filled in."), "{text}");
    assert!(text.contains("Undo import brings it back"), "{text}");
    assert!(!text.contains("0123456789abcdef"), "values stand in their inputs alone");
}

#[test]
fn a_text_without_values_is_an_alert() {
    for nothing in [
        NothingFound::Empty,
        NothingFound::TooLarge,
        NothingFound::NotUnderstood,
        NothingFound::PostmanCollection,
        NothingFound::NothingUsable(Format::Curl, Vec::new()),
    ] {
        let page = drawn(&told(open(), Msg::Import(import::Msg::Nothing(nothing))));
        let alerts = page.texts("alert");
        assert_eq!(alerts.len(), 1);
        assert!(alerts.concat().starts_with("Nothing was filled in: "), "{alerts:?}");
        page.none("button", "Undo import");
    }
}

#[test]
fn the_reasons_are_told_where_nothing_was_usable() {
    let ignored = vec![Ignored { name: "Authorization".to_owned(), why: Why::AnotherService }];
    let nothing = NothingFound::NothingUsable(Format::Curl, ignored);
    let page = drawn(&told(open(), Msg::Import(import::Msg::Nothing(nothing))));
    let text = page.texts_of("imported");
    assert!(text.contains("Left outAuthorization: it was sent to a host that is not"), "{text}");
}

#[test]
fn an_import_can_be_taken_back_after_one_that_gave_nothing() {
    let page = drawn(&told(imported(), Msg::Import(import::Msg::NoFile)));
    page.one("button", "Undo import");
    let text = page.texts_of("imported");
    assert!(text.starts_with("The file could not be read."), "{text}");
    assert!(text.contains("The import before"), "{text}");
}

#[test]
fn an_import_that_was_taken_back_is_no_alert() {
    let page = drawn(&told(imported(), Msg::Import(import::Msg::UndoPressed)));
    assert!(page.texts("alert").is_empty());
    assert_eq!(page.texts_of("imported"), "The import was taken back.");
}

//! Inputs of secrets: what is typed stays in them, and the browser fills in nothing.

use flow_connect::screen::{Msg, Token, TokenSource};

use crate::drawn::drawn;
use crate::given::{self, param, told};

const LABELS: [&str; 3] = ["Access token", "Password", "Security token"];

#[test]
fn they_are_masked_and_have_no_value() {
    for (phase, model) in given::all() {
        for input in drawn(&model).all().filter(|input| input.attribute("type") == Some("password"))
        {
            assert!(!input.has("value"), "{phase}: {input:?}");
            assert_eq!(input.attribute("autocomplete"), Some("new-password"), "{phase}");
            assert_eq!(input.attribute("spellcheck"), Some("false"), "{phase}");
        }
    }
    let page = drawn(&given::empty());
    for label in LABELS {
        page.one("password", label);
        page.one("button", &format!("Show {label}"));
    }
}

#[test]
fn one_is_shown_and_hidden_again() {
    let shown = told(given::empty(), Msg::ShowSecret(param("password"), true));
    let page = drawn(&shown);
    let input = page.one("textbox", "Password");
    assert!(!input.has("value"));
    assert_eq!(input.attribute("autocomplete"), Some("new-password"));
    page.one("button", "Hide Password");
    page.one("button", "Show Security token");
    let hidden = told(shown, Msg::ShowSecret(param("password"), false));
    drawn(&hidden).one("password", "Password");
}

#[test]
fn the_buttons_are_reached_by_keyboard_and_submit_nothing() {
    let page = drawn(&given::empty());
    for label in LABELS {
        let button = page.one("button", &format!("Show {label}"));
        assert_eq!(button.attribute("type"), Some("button"));
        assert!(!button.has("tabindex"), "it is in the order of the page");
    }
}

#[test]
fn a_held_token_is_said_and_can_be_forgotten() {
    let held =
        |source, expires_at| told(given::empty(), Msg::TokenIs(Token::Held { source, expires_at }));
    let page = drawn(&held(TokenSource::Person, Some(0)));
    let input = page.one("password", "Access token");
    let said = page.texts_of(input.attribute("aria-describedby").unwrap());
    assert!(said.contains("Your token is kept in memory"), "{said}");
    assert!(said.contains("ends 1970-01-01 00:00:00 UTC"), "{said}");
    assert_eq!(input.attribute("aria-required"), Some("false"));
    page.one("button", "Forget token");

    let page = drawn(&held(TokenSource::HostPage, None));
    let input = page.one("password", "Access token");
    assert!(
        page.texts_of(input.attribute("aria-describedby").unwrap())
            .contains("The page that embeds this app gave a token")
    );

    drawn(&given::empty()).none("button", "Forget token");
    drawn(&told(given::empty(), Msg::TokenIs(Token::Provided))).none("button", "Forget token");
}

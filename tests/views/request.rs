//! The disclosure *Request*: live, with placeholders for secrets.

use flow_connect::screen::{Disclosure, Field, Model, Msg};
use flow_service::code::Language;

use crate::drawn::drawn;
use crate::given::{self, told, typed};
use crate::html::{Element, Html};

fn unfolded() -> Model {
    given::with_half(told(given::filled(), Msg::Unfolded(Disclosure::Request, true)))
}

fn block<'a>(page: &'a Html, name: &str) -> &'a str {
    &page.seen().find(|pre| pre.tag == "pre" && page.name(pre) == name).unwrap().text
}

#[test]
fn it_shows_what_will_be_sent() {
    let page = drawn(&unfolded());
    let http = block(&page, "HTTP");
    for part in [
        "POST https://platform.adobe.io/data/foundation/flowservice/connections",
        "Authorization: Bearer $ACCESS_TOKEN",
        "\"password\": \"$PASSWORD\"",
        given::NAME,
    ] {
        assert!(http.contains(part), "{part} is not in {http}");
    }
    page.one("button", "Copy request");
    page.one("button", "Copy request with secrets");
    let warned = |element: &Element| element.text.contains("stand in the copied text");
    assert!(page.inside("disclosure", "Request").seen().any(warned));
}

/// One language at a time.
#[test]
fn it_shows_the_language_that_is_chosen() {
    for (language, name, part) in [
        (Language::Bash, "curl for bash", "curl --request POST"),
        (Language::PowerShell, "PowerShell", "Invoke-RestMethod"),
        (Language::Cmd, "curl for cmd", "curl"),
        (Language::Python, "Python (requests)", "import requests"),
        (Language::JavaScript, "JavaScript (fetch)", "fetch("),
        (Language::Rust, "Rust (reqwest)", "reqwest"),
        (Language::Postman, "Postman collection", "{{ACCESS_TOKEN}}"),
    ] {
        let page = drawn(&told(unfolded(), Msg::LanguageChosen(language)));
        page.one("combobox", "Language");
        let code = block(&page, name);
        assert!(code.contains(part), "{name}: {code}");
        assert!(page.seen().filter(|element| element.tag == "pre").count() == 1);
    }
}

/// How a secret and what is missing look differs from language to language.
#[test]
fn it_says_how_secrets_look_in_the_language() {
    for (language, mark) in [
        (Language::Http, "a dollar sign"),
        (Language::PowerShell, "after $env:"),
        (Language::Cmd, "in two braces"),
        (Language::Python, "in os.environ"),
        (Language::JavaScript, "in variable(…)"),
        (Language::Rust, "in env::var(…)"),
        (Language::Postman, "in two braces"),
    ] {
        let page = drawn(&told(unfolded(), Msg::LanguageChosen(language)));
        let disclosure = page.inside("disclosure", "Request");
        assert!(disclosure.seen().any(|element| element.text.contains(mark)), "{language:?}");
    }
    let page = drawn(&told(unfolded(), Msg::LanguageChosen(Language::Cmd)));
    let says = |text: &str| page.seen().any(|element| element.text.contains(text));
    assert!(says("8,191 characters"), "what cmd cannot do is said");
}

#[test]
fn it_follows_what_is_typed() {
    let page = drawn(&typed(unfolded(), Field::Name, "Another name"));
    assert!(block(&page, "HTTP").contains("\"name\": \"Another name\""));
}

#[test]
fn long_lines_are_reached_by_keyboard() {
    let page = drawn(&unfolded());
    for pre in page.seen().filter(|element| element.tag == "pre") {
        assert_eq!(pre.attribute("tabindex"), Some("0"));
        assert_eq!(pre.role(), "group");
    }
}

#[test]
fn its_texts_are_on_their_way_at_first() {
    let filled = given::fill(given::opened());
    let open = told(filled, Msg::Unfolded(Disclosure::Request, true));
    let says =
        |model| drawn(&model).inside("disclosure", "Request").seen().any(|p| p.text == "Loading…");
    assert!(says(open.clone()));
    let blocks = |model: &Model| {
        let page = drawn(model).inside("disclosure", "Request");
        let copies = page.names("button").iter().filter(|name| name.starts_with("Copy")).count();
        (page.seen().filter(|element| element.tag == "pre").count(), copies)
    };
    let failed = told(open.clone(), Msg::PartLoaded(false));
    for missing in [&open, &failed] {
        assert_eq!(blocks(missing), (0, 0), "there is nothing to copy");
    }
    assert_eq!(blocks(&given::with_half(open.clone())), (1, 2));
    assert!(!says(given::with_half(open.clone())));
    let failed = drawn(&failed).inside("disclosure", "Request");
    assert!(failed.texts("alert").concat().contains("could not be loaded"));
    failed.one("button", "Try again");
}

#[test]
fn it_is_folded_away_at_first() {
    let page = drawn(&given::filled());
    assert!(!page.seen().any(|element| element.tag == "pre"));
    assert!(
        !page.all().any(|element| element.tag == "pre" && !element.text.is_empty()),
        "it costs nothing"
    );
}

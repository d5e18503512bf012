//! The connection spec ID: the misprinted one is mended, another can be insisted on.

use flow_connect::screen::{Effect, Field, Msg, sketch};
use flow_service::value::{ConnectionSpecId, Problem, Remark};

use crate::page::{Page, sent};

fn with_spec_id(text: &str) -> Page {
    let mut page = Page::filled();
    page.type_in(Field::SpecId, text);
    page.tell(Msg::Left(Field::SpecId));
    page
}

fn focus() -> [Effect; 1] {
    [Effect::Focus("spec-id".to_owned())]
}

#[test]
fn the_misprinted_id_is_recognised_and_mended_with_one_press() {
    for text in [ConnectionSpecId::MISPRINTED, " B66AB34-8619-49CB-96D1-39B37EDE86EA "] {
        let mut page = with_spec_id(text);
        assert_eq!(page.model.problems, [(Field::SpecId, Problem::MisprintedSpecId)]);
        assert_eq!(page.tell(Msg::SpecIdCorrected), focus());
        assert_eq!(page.model.problems, []);
        assert_eq!(page.model.form.spec_id, "cb66ab34-8619-49cb-96d1-39b37ede86ea");
        page.press();
        assert_eq!(page.creations, 1);
    }
}

#[test]
fn the_misprinted_id_is_never_sent() {
    let mut page = with_spec_id(ConnectionSpecId::MISPRINTED);
    page.tell(Msg::SpecIdInsisted);
    assert_eq!(page.model.problems, [(Field::SpecId, Problem::MisprintedSpecId)]);
    page.press();
    assert_eq!(page.creations, 0);
}

#[test]
fn an_id_that_is_no_uuid_is_sent_when_a_person_insists() {
    let mut page = with_spec_id("my-spec");
    assert_eq!(page.model.problems, [(Field::SpecId, Problem::NotAUuid)]);
    page.press();
    assert_eq!(page.creations, 0);
    assert_eq!(page.tell(Msg::SpecIdInsisted), focus());
    assert_eq!(page.model.problems, []);
    assert_eq!(page.model.remarks, [(Field::SpecId, Remark::UnusualSpecId)]);
    let effects = page.press();
    let body = sent(&effects).1.to_http("https://platform.example");
    assert!(body.contains(r#""id": "my-spec""#), "{body}");
}

#[test]
fn insisting_is_about_that_text_only() {
    let mut page = with_spec_id("my-spec");
    page.tell(Msg::SpecIdInsisted);
    page.type_in(Field::SpecId, "my-spec-2");
    page.press();
    assert_eq!(page.model.problems, [(Field::SpecId, Problem::NotAUuid)]);
    assert_eq!(page.creations, 0);
}

#[test]
fn a_text_that_no_json_api_takes_cannot_be_insisted_on() {
    let mut page = with_spec_id("two words");
    page.tell(Msg::SpecIdInsisted);
    page.press();
    assert_eq!(page.model.problems, [(Field::SpecId, Problem::NotVisibleAscii)]);
    assert_eq!(page.creations, 0);
}

#[test]
fn another_uuid_is_fine_and_sent_in_lower_case() {
    let mut page = with_spec_id("FC1BF31A-8A9B-4A8F-8D3A-0B2D3E5A6C7D");
    assert_eq!(page.model.problems, []);
    let effects = page.press();
    let http = sent(&effects).1.to_http("");
    assert!(http.contains("fc1bf31a-8a9b-4a8f-8d3a-0b2d3e5a6c7d"), "{http}");
}

#[test]
fn the_shown_request_has_a_placeholder_for_an_id_that_is_not_sent() {
    let page = with_spec_id("my-spec");
    let http =
        sketch(&page.model.form, &page.model.auth(), &page.model.means, &[]).unwrap().to_http("");
    assert!(http.contains("{CONNECTION_SPEC_ID}") && !http.contains("my-spec"), "{http}");
}

//! One field: its label, help and necessity, and its error where there is one.

use flow_connect::screen::{Disclosure, Field, Model, Msg};
use flow_service::value::{ConnectionSpecId, Remark};

use crate::drawn::drawn;
use crate::given::{self, param, told, typed};

/// All that a screen reader says after the name of the field.
fn description(model: &Model, field: &Field) -> String {
    let page = drawn(model);
    let input = page.by_id(&field.id()).unwrap();
    page.texts_of(input.attribute("aria-describedby").unwrap())
}

fn invalid(model: &Model, field: &Field) -> Option<String> {
    drawn(model).by_id(&field.id()).unwrap().attribute("aria-invalid").map(str::to_owned)
}

#[test]
fn help_says_where_the_value_comes_from() {
    let model = given::empty();
    for (field, words) in [
        (Field::AccessToken, "Developer Console"),
        (Field::ApiKey, "Developer Console"),
        (Field::OrganizationId, "@AdobeOrg"),
        (Field::Sandbox, "Sandboxes"),
        (param("securityToken"), "Reset my security token"),
        (param("environmentUrl"), "My Domain"),
    ] {
        let said = description(&model, &field);
        assert!(said.contains(words), "{field:?}: {said}");
    }
}

#[test]
fn necessity_is_marked() {
    let page = drawn(&given::empty());
    for (name, optional) in
        [("API key", false), ("Name", false), ("Description", true), ("Environment URL", true)]
    {
        let input = page.one("textbox", name);
        let required = if optional { "false" } else { "true" };
        assert_eq!(input.attribute("aria-required"), Some(required), "{name}");
        let described = page.texts_of(input.attribute("aria-describedby").unwrap());
        assert_eq!(described.starts_with("optional"), optional, "{name}: {described}");
    }
}

#[test]
fn a_problem_is_tied_to_its_field() {
    let model = given::with_problems();
    for (field, label) in [
        (Field::AccessToken, "Access token"),
        (Field::ApiKey, "API key"),
        (Field::OrganizationId, "Organization ID"),
        (Field::Name, "Name"),
        (param("username"), "Username"),
        (param("password"), "Password"),
        (param("securityToken"), "Security token"),
    ] {
        assert_eq!(invalid(&model, &field).as_deref(), Some("true"), "{field:?}");
        let said = description(&model, &field);
        assert!(said.contains(&format!("{label} is needed.")), "{said}");
    }
    for field in [Field::Sandbox, Field::Description, param("environmentUrl"), Field::SpecId] {
        assert_eq!(invalid(&model, &field), None, "{field:?}");
    }
}

#[test]
fn the_summary_names_each_problem_and_links_to_its_field() {
    let page = drawn(&given::with_problems());
    let alert = page.texts("alert");
    assert_eq!(alert.len(), 1);
    page.one("heading", "7 fields need your attention");
    let link = page.one("link", "Access token is needed.");
    assert_eq!(link.attribute("href"), Some("#access-token"));
    let links =
        page.seen().filter(|element| element.text.ends_with(" is needed.") && element.tag == "a");
    for link in links {
        let id = link.attribute("href").unwrap().strip_prefix('#').unwrap();
        assert!(page.by_id(id).unwrap().has("aria-invalid"), "{id}");
    }

    let one = drawn(&given::pressed(typed(given::filled(), Field::Sandbox, "Prod")));
    one.one("heading", "One field needs your attention");
}

#[test]
fn there_is_no_summary_before_a_press() {
    let left = told(typed(given::empty(), Field::ApiKey, "two words"), Msg::Left(Field::ApiKey));
    assert_eq!(invalid(&left, &Field::ApiKey).as_deref(), Some("true"));
    assert!(drawn(&left).texts("alert").is_empty());
}

#[test]
fn what_is_unusual_is_said_without_marking_the_field() {
    let model = told(typed(given::empty(), Field::ApiKey, "odd"), Msg::Left(Field::ApiKey));
    assert_eq!(invalid(&model, &Field::ApiKey), None);
    assert!(description(&model, &Field::ApiKey).contains("usually are 32 hexadecimal digits"));
    let model =
        told(given::empty(), Msg::SecretLeft(Field::AccessToken, Ok(vec![Remark::Expired(0)])));
    assert!(description(&model, &Field::AccessToken).contains("ended 1970-01-01 00:00:00 UTC"));
}

#[test]
fn the_misprinted_id_is_explained_and_the_right_one_offered() {
    let model = typed(given::filled(), Field::SpecId, ConnectionSpecId::MISPRINTED);
    let model = given::pressed(model);
    let page = drawn(&model);
    assert!(description(&model, &Field::SpecId).contains("misprinted in older tutorials"));
    page.one("textbox", "Connection spec ID");
    page.one("button", "Use cb66ab34-8619-49cb-96d1-39b37ede86ea");
    page.none("button", "Use it anyway");
}

#[test]
fn an_id_that_is_no_uuid_can_be_insisted_on() {
    let model = typed(given::filled(), Field::SpecId, "my-spec");
    let model =
        told(told(model, Msg::Unfolded(Disclosure::Advanced, true)), Msg::Left(Field::SpecId));
    let page = drawn(&model);
    page.one("button", "Use it anyway");
    page.none("button", "Use cb66ab34-8619-49cb-96d1-39b37ede86ea");
}

#[test]
fn what_was_typed_stands_in_the_inputs() {
    let page = drawn(&typed(given::filled(), Field::Description, "Two\nlines"));
    assert_eq!(page.one("textbox", "Name").attribute("value"), Some(given::NAME));
    assert_eq!(page.one("textbox", "Sandbox").attribute("value"), Some("prod"));
    assert_eq!(page.one("textbox", "Description").text, "Two lines");
}

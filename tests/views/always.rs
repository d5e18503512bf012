//! What holds in each phase.

use std::sync::LazyLock;

use flow_connect::screen::connections::Told;
use flow_connect::screen::{Disclosure, Model, Msg, TokenReport};

use crate::drawn::drawn;
use crate::given::{self, told};
use crate::html::Html;

/// Each phase on each view, with all disclosures closed and open; with the other half on its
/// way, lost, and there, without access to it, with it, and once that worked.
static PAGES: LazyLock<Vec<(String, Html)>> = LazyLock::new(|| {
    let mut pages = Vec::new();
    for (phase, model) in given::all() {
        for route in given::routes() {
            let on = told(model.clone(), Msg::RouteChanged(route.clone()));
            let open = |model: Model, part| told(model, Msg::Unfolded(part, true));
            let unfolded =
                open(open(given::with_half(on.clone()), Disclosure::Advanced), Disclosure::Request);
            for (state, model) in [
                ("", given::with_half(on.clone())),
                ("unfolded", unfolded),
                ("lost", told(on.clone(), Msg::PartLoaded(false))),
                ("as it came", on),
            ] {
                pages.push((format!("{phase} {route:?} {state}"), drawn(&model)));
            }
        }
    }
    for route in given::routes() {
        let on = told(given::filled(), Msg::RouteChanged(route.clone()));
        let pressed =
            told(given::with_half(on.clone()), Msg::AccessPressed(TokenReport::Available));
        let worked = told(pressed.clone(), Msg::Told(Told::AccessWorked));
        let problems = told(
            given::with_half(told(given::empty(), Msg::RouteChanged(route.clone()))),
            Msg::AccessPressed(TokenReport::Available),
        );
        let sandboxes = |listed| given::with_sandboxes(pressed.clone(), listed);
        let known = sandboxes(Some(&[("prod", "Prod, VA7")]));
        for (state, model) in [
            ("lost", told(on, Msg::PartLoaded(false))),
            ("with access", pressed.clone()),
            ("compact", worked),
            ("problems of access", problems),
            ("sandboxes", known),
            ("no sandboxes", sandboxes(None)),
        ] {
            pages.push((format!("{route:?} {state}"), drawn(&model)));
        }
    }
    pages
});

fn each(check: impl Fn(&str, &Html)) {
    for (phase, page) in PAGES.iter() {
        check(phase, page);
    }
}

#[test]
fn an_id_is_there_once() {
    each(|phase, page| {
        let mut ids: Vec<_> = page.all().filter_map(|element| element.attribute("id")).collect();
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), count, "{phase}");
    });
}

#[test]
fn what_is_referred_to_is_there() {
    each(|phase, page| {
        for element in page.all() {
            for attribute in ["for", "list", "aria-describedby", "aria-labelledby", "aria-controls"]
            {
                for id in element.attribute(attribute).into_iter().flat_map(|ids| ids.split(' ')) {
                    assert!(page.by_id(id).is_some(), "{phase}: {attribute} names {id:?}");
                }
            }
        }
    });
}

#[test]
fn a_field_is_invalid_only_with_an_error_that_is_seen() {
    each(|phase, page| {
        for element in page.seen().filter(|element| element.has("aria-describedby")) {
            let ids = element.attribute("aria-describedby").unwrap_or_default();
            let error =
                ids.split(' ').filter(|id| id.ends_with("-error")).filter_map(|id| page.by_id(id));
            let says = error.into_iter().any(|error| error.is_seen && !error.text.is_empty());
            let invalid = element.attribute("aria-invalid");
            assert!(matches!(invalid, None | Some("true")), "{phase}: {invalid:?}");
            assert_eq!(invalid.is_some(), says, "{phase}: {ids}");
        }
    });
}

#[test]
fn an_empty_text_under_a_field_is_hidden() {
    each(|phase, page| {
        for text in page.seen().filter(|element| element.tag == "p" && element.role() != "status") {
            assert!(!text.text.is_empty(), "{phase}: {text:?}");
        }
    });
}

#[test]
fn everything_that_can_be_used_has_a_name() {
    each(|phase, page| {
        for element in page.seen() {
            let roles =
                ["button", "link", "textbox", "password", "combobox", "radio", "region", "group"];
            if roles.contains(&element.role()) {
                assert!(!page.name(element).is_empty(), "{phase}: {element:?}");
            }
        }
    });
}

#[test]
fn nothing_is_disabled_and_each_button_says_what_it_is() {
    each(|phase, page| {
        assert!(!page.all().any(|element| element.has("disabled")), "{phase}");
        for button in page.all().filter(|element| element.tag == "button") {
            assert!(
                matches!(button.attribute("type"), Some("button" | "submit")),
                "{phase}: {button:?}"
            );
        }
    });
}

#[test]
fn there_is_one_status_and_one_main() {
    each(|phase, page| {
        assert_eq!(page.texts("status").len(), 1, "{phase}");
        assert_eq!(page.seen().filter(|element| element.tag == "main").count(), 1, "{phase}");
    });
}

/// That of connections is there before the half that draws them.
#[test]
fn there_is_one_heading_1() {
    let count = |model: &Model| drawn(model).seen().filter(|element| element.tag == "h1").count();
    for (phase, model) in given::all() {
        for route in given::routes() {
            let on = told(model.clone(), Msg::RouteChanged(route.clone()));
            let lost = told(on.clone(), Msg::PartLoaded(false));
            for model in [on.clone(), given::with_half(on), lost] {
                assert_eq!(count(&model), 1, "{phase} {route:?} {:?}", model.door.half);
            }
        }
    }
}

/// The Content-Security-Policy of the page allows neither.
#[test]
fn nothing_is_inline() {
    each(|phase, page| {
        for element in page.all() {
            assert!(!["script", "style"].contains(&&*element.tag), "{phase}");
            let inline =
                element.attributes().find(|(name, _)| *name == "style" || name.starts_with("on"));
            assert_eq!(inline, None, "{phase}");
        }
    });
}

#[test]
fn no_address_leads_elsewhere() {
    each(|phase, page| {
        for element in page.all() {
            for attribute in ["href", "src", "action"] {
                let address = element.attribute(attribute);
                assert!(
                    address.is_none_or(|address| address.starts_with('#')),
                    "{phase}: {address:?}"
                );
            }
        }
    });
}

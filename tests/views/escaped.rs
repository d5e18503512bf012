//! Text from outside is text: it never becomes an element.

use flow_connect::screen::connections::Told;
use flow_connect::screen::{Disclosure, Field, Model, Msg, Route, Settings};
use flow_service::error::{CallError, Unreadable, UnreadableReason};
use serde_json::json;

use crate::drawn::drawn;
use crate::given::{self, told, typed};

const HOSTILE: &str =
    r#""'></textarea></p><script>alert(1)</script><img src=x onerror=alert(1)>&amp;"#;

#[track_caller]
fn check(model: &Model) {
    let page = drawn(model);
    let strange =
        page.all().find(|element| ["script", "img", "style", "iframe"].contains(&&*element.tag));
    assert!(strange.is_none(), "{strange:?}");
    let shown = page.all().any(|element| {
        element.text.contains(HOSTILE) || element.attributes().any(|(_, value)| value == HOSTILE)
    });
    assert!(shown, "it is shown as it is");
}

#[test]
fn the_words_of_the_server() {
    for error in [
        given::by_service("1304-400", HOSTILE),
        CallError::RefusedByGateway(given::refusal(403, HOSTILE, "")),
        CallError::UnreadableAnswer(Unreadable {
            status: 403,
            reason: UnreadableReason::NotJson,
            excerpt: HOSTILE.to_owned(),
        }),
    ] {
        check(&given::failed(error.clone()));
        check(&given::look_failed(error.clone()));
        check(&given::tested(Err(error)));
    }
}

#[test]
fn what_was_typed() {
    for field in [Field::Name, Field::Description, Field::Sandbox, given::param("username")] {
        check(&typed(given::filled(), field, HOSTILE));
    }
    let named = typed(given::filled(), Field::Name, HOSTILE);
    check(&told(given::with_half(named), Msg::Unfolded(Disclosure::Request, true)));
}

#[test]
fn the_sandboxes_of_the_service() {
    check(&given::with_sandboxes(given::filled(), Some(&[(HOSTILE, HOSTILE)])));
}

#[test]
fn what_the_other_half_says() {
    let model = given::with_half(told(given::filled(), Msg::RouteChanged(Route::Connections)));
    check(&told(model, Msg::Told(Told::Say(HOSTILE.to_owned()))));
}

#[test]
fn the_configuration() {
    let (settings, problem) = Settings::from_json(&json!({ "environment": HOSTILE }));
    check(&told(given::empty(), Msg::Configured(settings, problem)));
}

//! All fields of a connection that the service gives, and what can be done with it.

use flow_service::connection::Connection;
use flow_service::json_text;
use serde_json::Value;

use super::super::super::element::{At, Element, div, element, paragraph};
use super::super::parts::Page;
use crate::screen::connections::one::{One, Spec};
use crate::screen::connections::removal::{self, Target};
use crate::screen::connections::words::one as words;
use crate::screen::connections::{CopyTarget, Msg, one};
use crate::screen::words as page_words;

pub(super) fn overview(page: &Page, one: &One) -> Element {
    let view = div("overview");
    let Some(inspected) = one.inspected() else { return view };
    let connection = &inspected.connection;
    let refresh = page.button(Msg::One(one::Msg::RefreshPressed)).text(words::REFRESH);
    let ask = removal::Msg::Asked(vec![Target::of(connection)]);
    let removing = removal::is_running(page.model);
    let delete = page
        .button(Msg::Removal(ask))
        .set(At::Id, removal::DELETE_ID)
        .set(At::DescribedBy, WHY_NOT_DELETED)
        .mark(At::Disabled, removing)
        .text(words::DELETE);
    let why_not = paragraph("help")
        .set(At::Id, WHY_NOT_DELETED)
        .flag(At::Hidden, !removing)
        .text(words::REMOVAL_RUNS);
    let actions = div("actions")
        .child(super::test_button(page, one).set(At::Class, "accent"))
        .child(refresh)
        .child(delete)
        .child(why_not);
    let masked = paragraph("help").text(words::MASKED);
    let further = further(&inspected.raw);
    let further = group(words::FURTHER, further.collect());
    view.child(actions)
        .child(super::tested(page, one))
        .child(group(words::ABOUT, about(page, connection, &inspected.raw)))
        .child(group(words::SOURCE, source(page, one, connection)).child(masked))
        .child(group(words::HISTORY, history(page, connection, &inspected.raw)))
        .child(further)
}

fn group(heading: &'static str, entries: Vec<Element>) -> Element {
    element("section")
        .set(At::Class, "facts")
        .set(At::Label, heading)
        .flag(At::Hidden, entries.is_empty())
        .child(element("h2").text(heading))
        .child(element("dl").children(entries))
}

/// A name, and an element for its value.
fn entry(name: String, value: Element) -> Element {
    element("div").child(element("dt").string(name)).child(value)
}

/// A name, and its value where the service gives one.
fn given(name: &'static str, value: Option<&str>) -> Element {
    let dd = match value {
        Some(value) => element("dd").string(value.to_owned()),
        None => element("dd").set(At::Class, "soft").text(words::NOT_GIVEN),
    };
    entry(name.to_owned(), dd)
}

fn text<'a>(raw: &'a Value, key: &str) -> Option<&'a str> {
    raw.get(key)?.as_str()
}

fn about(page: &Page, connection: &Connection, raw: &Value) -> Vec<Element> {
    let id = connection.id.clone();
    let copy = page.copy_button(words::COPY_CONNECTION_ID, CopyTarget::Id(id.clone()));
    let id = element("dd").child(element("code").string(id.as_str().to_owned())).child(copy);
    vec![
        entry(words::CONNECTION_ID.to_owned(), id).set(At::Class, "whole"),
        given(words::NAME, connection.name.as_deref()),
        given(words::DESCRIPTION, connection.description.as_deref()),
        given(words::STATE, connection.state.as_deref()),
        given(words::ETAG, connection.etag.as_deref()),
        given(words::VERSION, text(raw, "version")),
    ]
}

fn source(page: &Page, one: &One, connection: &Connection) -> Vec<Element> {
    let name = match &one.spec {
        Spec::Known(spec) => Some(spec.name.as_str()),
        Spec::Unknown | Spec::Failed(_) | Spec::None => None,
    };
    let spec_id = match connection.spec_id.clone() {
        Some(id) => {
            let copy = page.copy_button(words::COPY_SPEC_ID, CopyTarget::SpecId(id.clone()));
            let id = element("dd").child(element("code").string(id)).child(copy);
            entry(words::SPEC_ID.to_owned(), id).set(At::Class, "whole")
        }
        None => given(words::SPEC_ID, None),
    };
    let mut entries = vec![
        given(words::SOURCE, name).flag(At::Hidden, name.is_none()),
        spec_id,
        given(words::SPEC_VERSION, connection.spec_version.as_deref()),
        given(words::AUTH_SPEC, connection.auth_spec.as_deref()),
    ];
    match connection.auth_params.as_ref() {
        Some(Value::Object(params)) => entries.extend(
            params
                .iter()
                .map(|(key, value)| entry([words::AUTH_PARAM, key].concat(), shown(value))),
        ),
        Some(other) => entries.push(entry(words::AUTH_PARAMS.to_owned(), shown(other))),
        None => entries.push(given(words::AUTH_PARAMS, None)),
    }
    entries
}

fn history(page: &Page, connection: &Connection, raw: &Value) -> Vec<Element> {
    let time = |name: &'static str, at: Option<u64>| match at {
        Some(at) => entry(name.to_owned(), element("dd").child(when(page, at))),
        None => given(name, None),
    };
    let last = match (&connection.last_operation, connection.last_operation_at) {
        (None, None) => given(words::LAST_OPERATION, None).flag(At::Hidden, true),
        (operation, at) => {
            let dd = element("dd").string(operation.clone().unwrap_or_default()).text(" ");
            let dd = match at {
                Some(at) => dd.child(when(page, at)),
                None => dd,
            };
            entry(words::LAST_OPERATION.to_owned(), dd)
        }
    };
    vec![
        time(words::CREATED_AT, connection.created_at),
        time(words::UPDATED, connection.updated_at),
        given(words::CREATED_BY, connection.created_by.as_deref()),
        given(words::UPDATED_BY, connection.updated_by.as_deref()),
        given(words::CREATED_CLIENT, connection.created_client.as_deref()),
        given(words::UPDATED_CLIENT, connection.updated_client.as_deref()),
        given(words::SANDBOX, connection.sandbox_name.as_deref()),
        given(words::SANDBOX_ID, text(raw, "sandboxId")),
        given(words::ORGANIZATION, connection.organization_id.as_deref()),
        last,
    ]
}

/// How long ago, and exactly when.
fn when(page: &Page, at: u64) -> Element {
    let exact = element("span").set(At::Class, "soft").string(page_words::utc(at));
    element("span").string(words::ago(page.model.now, at)).text(" ").child(exact)
}

/// A value from outside: a text as it is, all else as JSON.
fn shown(value: &Value) -> Element {
    let text = value.as_str().map_or_else(|| json_text::pretty(value), str::to_owned);
    element("dd").set(At::Class, "json").string(text)
}

/// The members that stand in no other group.
fn further(raw: &Value) -> impl Iterator<Item = Element> {
    let members = raw.as_object().into_iter().flatten();
    members
        .filter(|(key, _)| !COVERED.contains(&key.as_str()))
        .map(|(key, value)| entry(key.clone(), shown(value)))
}

/// The `id` of why no removal can be asked for.
const WHY_NOT_DELETED: &str = "connection-delete-why-not";

/// The members that stand in the groups above.
const COVERED: [&str; 18] = [
    "id",
    "name",
    "description",
    "state",
    "etag",
    "version",
    "connectionSpec",
    "auth",
    "createdAt",
    "updatedAt",
    "createdBy",
    "updatedBy",
    "createdClient",
    "updatedClient",
    "sandboxName",
    "sandboxId",
    "imsOrgId",
    "lastOperation",
];

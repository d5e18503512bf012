//! Refusals of Flow Service, about what is asked. Numbers from 1100 to 1404 can mean
//! something else where a connector says them; where even the status is the same, an
//! entry has both meanings.

use super::Sign::Code;
use super::{ADOBES_SIDE, CHECK_PROXY, Entry, OTHER_AUTHENTICATION, SEND_REPORT};

const NOT_FOUND: Entry = Entry {
    sign: Code("1439-404"),
    meaning: "Nothing has this ID.",
    cause: Some("It was deleted, or it is in another sandbox or organization."),
    next: CHECK_WHERE,
};

const CHECK_WHERE: &str = "Check the ID, Sandbox and Organization ID.";

const OTHER_FILTER: &str = "Choose another filter or none, then try again. If it stays, send the code and the request ID to whoever runs this page.";

pub(super) static ENTRIES: [Entry; 30] = [
    Entry {
        sign: Code("1100-400"),
        meaning: "Flow Service has this code for an operation that the organization is not entitled to. Connectors have it for any request that they could not process.",
        cause: Some(
            "Where the service's own words speak of an entitlement: the organization is not entitled to this source.",
        ),
        next: "Read the service's own words. If they speak of an entitlement, ask your Adobe representative about the source, with the request ID.",
    },
    Entry {
        sign: Code("1101-404"),
        meaning: "The resource that was asked for does not exist.",
        cause: None,
        next: CHECK_WHERE,
    },
    Entry {
        sign: Code("1102-500"),
        meaning: "Something went wrong inside the service.",
        cause: None,
        next: ADOBES_SIDE,
    },
    Entry {
        sign: Code("1103-503"),
        meaning: "The service is not available at the moment.",
        cause: None,
        next: ADOBES_SIDE,
    },
    Entry {
        sign: Code("1104-504"),
        meaning: "The service waited too long for another service.",
        cause: None,
        next: ADOBES_SIDE,
    },
    Entry {
        sign: Code("1401-400"),
        meaning: "Flow Service has this code for a request with both limit and count, which exclude each other. Connectors have it for a flow run action that they do not support.",
        cause: None,
        next: SEND_REPORT,
    },
    Entry {
        sign: Code("1402-400"),
        meaning: "The action finalize is for providers of sources only. With the status 500 the number is that of an internal error of a connector.",
        cause: None,
        next: SEND_REPORT,
    },
    Entry {
        sign: Code("1403-400"),
        meaning: "Flow Service has this code for a change without the header If-Match. Connectors have it for a schedule that has begun, so that it can no longer be set to run once.",
        cause: Some(
            "Where the service's own words speak of If-Match: this page sends it with each change, so something on the way removes it.",
        ),
        next: "Read the service's own words. If they speak of If-Match, check the proxy between this page and Adobe, then try again.",
    },
    Entry {
        sign: Code("1404-412"),
        meaning: "What was to be changed has another version by now. With the status 400 the number is that of a connector, for a schedule that has begun.",
        cause: Some("Somebody else, or another page, saved it meanwhile."),
        next: "Read it again, compare, and make the change for the version that it has now.",
    },
    Entry {
        sign: Code("1405-400"),
        meaning: "The body of the request is empty.",
        cause: Some(
            "This page sends a body with each creation and each change: something on the way removes it.",
        ),
        next: CHECK_PROXY,
    },
    Entry {
        sign: Code("1413-400"),
        meaning: "The connection spec ID is not valid.",
        cause: Some("The service does not know this connection spec ID."),
        next: "Check Connection spec ID under Advanced.",
    },
    Entry {
        sign: Code("1414-400"),
        meaning: "The connection spec of a connection cannot be changed.",
        cause: None,
        next: "Create a connection with the other connection spec, and delete this one when no dataflow uses it.",
    },
    Entry {
        sign: Code("1415-400"),
        meaning: "The connection spec has no auth spec of this name.",
        cause: Some("The source does not offer this kind of authentication."),
        next: OTHER_AUTHENTICATION,
    },
    Entry {
        sign: Code("1416-400"),
        meaning: "A connection can be changed or deleted only while it is enabled, disabled or initializing.",
        cause: Some("Another change or a deletion of it is still under way."),
        next: "Wait a little, read the connection again, then try again.",
    },
    Entry {
        sign: Code("1417-400"),
        meaning: "While a connection is initializing, it cannot be changed or deleted with the token of a user.",
        cause: None,
        next: "Wait until the connection is enabled, then try again.",
    },
    Entry {
        sign: Code("1418-400"),
        meaning: "The connection cannot be deleted while it is used.",
        cause: Some("One or more dataflows use it."),
        next: "Delete those dataflows first, then try again.",
    },
    Entry {
        sign: Code("1434-400"),
        meaning: "The change has an operation other than add, replace and remove.",
        cause: None,
        next: SEND_REPORT,
    },
    NOT_FOUND,
    // Adobe's table has the number with the status 400, its printed bodies with 404.
    Entry { sign: Code("1439-400"), ..NOT_FOUND },
    Entry {
        sign: Code("1440-400"),
        meaning: "The filter has an operator that the service does not have.",
        cause: None,
        next: OTHER_FILTER,
    },
    Entry {
        sign: Code("1445-400"),
        meaning: "Changing connections is not enabled.",
        cause: None,
        next: "Ask Adobe's support whether it can be enabled for your organization, with the request ID. Until then create a new connection in place of a change.",
    },
    Entry {
        sign: Code("1448-400"),
        meaning: "The filter has an operator that its field does not take.",
        cause: None,
        next: OTHER_FILTER,
    },
    Entry {
        sign: Code("1449-400"),
        meaning: "The filter has a field that there is not.",
        cause: None,
        next: OTHER_FILTER,
    },
    Entry {
        sign: Code("1450-400"),
        meaning: "The filter has an operator that is not valid.",
        cause: None,
        next: OTHER_FILTER,
    },
    Entry {
        sign: Code("1451-400"),
        meaning: "The query has a parameter that is not valid.",
        cause: None,
        next: OTHER_FILTER,
    },
    Entry {
        sign: Code("1452-400"),
        meaning: "The filter has a value that its field cannot have.",
        cause: None,
        next: OTHER_FILTER,
    },
    Entry {
        sign: Code("1453-400"),
        meaning: "The query has a filter that cannot be read, such as one without a value.",
        cause: None,
        next: OTHER_FILTER,
    },
    Entry {
        sign: Code("1454-400"),
        meaning: "The filter has a value of a kind that the service does not take.",
        cause: None,
        next: OTHER_FILTER,
    },
    Entry {
        sign: Code("1455-400"),
        meaning: "The change did not pass the service's check, for instance because a field is missing.",
        cause: None,
        next: "Read the connection again and repeat the change. If it stays, send the request ID and the service's own words to whoever runs this page.",
    },
    Entry {
        sign: Code("1456-400"),
        meaning: "The state is not one that can be set: those are enabled, disabled and initializing.",
        cause: None,
        next: SEND_REPORT,
    },
];

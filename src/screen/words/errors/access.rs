//! Refusals of Flow Service, about who asks, and where: token, organization, sandbox and
//! permissions.

use super::Sign::Code;
use super::{CHECK_PROXY, Entry};

const NO_ORGANIZATION: Option<&str> = Some(
    "The request reached Adobe without an organization ID: something on the way removes the header x-gw-ims-org-id.",
);

/// Which of them it is the service does not say.
const ASK_FOR_PERMISSION: &str = "Ask an administrator of Experience Platform, Permissions: the user or the API credential that the token was made for may have no role with this permission in this sandbox, or an access label may be in the way.";

pub(super) static ENTRIES: [Entry; 11] = [
    Entry {
        sign: Code("2000-401"),
        meaning: "The organization does not exist, or is closed to this token.",
        cause: Some("The access token has no access to this organization."),
        next: "Compare Organization ID with the one of the project that made the token.",
    },
    Entry {
        sign: Code("2001-401"),
        meaning: "The header with the organization ID is missing or empty.",
        cause: NO_ORGANIZATION,
        next: CHECK_PROXY,
    },
    Entry {
        sign: Code("2002-401"),
        meaning: "The header with the organization ID is missing.",
        cause: NO_ORGANIZATION,
        next: CHECK_PROXY,
    },
    Entry {
        sign: Code("2100-404"),
        meaning: "The sandbox was not found.",
        cause: Some("There is no sandbox of this name in the organization."),
        next: "Take the name from Experience Platform, Sandboxes, column Name.",
    },
    Entry {
        sign: Code("2105-400"),
        meaning: "The header with the sandbox is missing.",
        cause: Some(
            "The request reached Adobe without a sandbox: something on the way removes the header x-sandbox-name.",
        ),
        next: CHECK_PROXY,
    },
    Entry {
        sign: Code("2110-400"),
        meaning: "The header x-sandbox-id may not come with the token of a user.",
        cause: Some("This page never sends that header: something on the way adds it."),
        next: CHECK_PROXY,
    },
    Entry {
        sign: Code("2114-400"),
        meaning: "The access token is empty.",
        cause: Some(
            "The request reached Adobe without an access token: something on the way removes the header Authorization.",
        ),
        next: CHECK_PROXY,
    },
    Entry {
        sign: Code("2115-400"),
        meaning: "The access token is not valid.",
        cause: Some("The access token has ended, or is no token of Adobe."),
        next: "Generate a new one in Developer Console, put it into Access token, and try again.",
    },
    Entry {
        sign: Code("2118-403"),
        meaning: "A permission is missing; the service's own words name it.",
        cause: None,
        next: ASK_FOR_PERMISSION,
    },
    Entry {
        sign: Code("2120-403"),
        meaning: "The permissions do not suffice for this operation.",
        cause: None,
        next: ASK_FOR_PERMISSION,
    },
    Entry {
        sign: Code("2121-403"),
        meaning: "A permission on this kind of source is denied; the service's own words name it.",
        cause: None,
        next: ASK_FOR_PERMISSION,
    },
];

//! Refusals of Adobe's API gateway, which come before the service is asked.

use super::Sign::{Code, Words};
use super::{CHECK_PROXY, Entry};

pub(super) static ENTRIES: [Entry; 9] = [
    Entry {
        sign: Code("403010"),
        meaning: "The access token is missing.",
        cause: Some(
            "The request reached Adobe without an access token: something on the way removes the header Authorization.",
        ),
        next: CHECK_PROXY,
    },
    Entry {
        sign: Code("401013"),
        meaning: "The access token is not valid.",
        cause: Some("The access token has ended, or is no token of Adobe."),
        next: "Generate a new one in Developer Console, put it into Access token, and try again.",
    },
    Entry {
        sign: Code("403000"),
        meaning: "The API key is missing.",
        cause: Some(
            "The request reached Adobe without an API key: something on the way removes the header x-api-key.",
        ),
        next: CHECK_PROXY,
    },
    Entry {
        sign: Code("403003"),
        meaning: "The API key is not valid.",
        cause: Some("Adobe does not know this API key."),
        next: "Copy the Client ID from your project in Developer Console into API key.",
    },
    Entry {
        sign: Code("400003"),
        meaning: "The header with the organization ID is missing.",
        cause: Some(
            "The request reached Adobe without an organization ID: something on the way removes the header x-gw-ims-org-id.",
        ),
        next: CHECK_PROXY,
    },
    Entry {
        sign: Code("403025"),
        meaning: "The profile behind the access token is not valid for this organization.",
        cause: Some(
            "The access token was made for another organization, or its project has no access to Experience Platform.",
        ),
        next: "Compare Organization ID with the one of the project that made the token.",
    },
    Entry {
        sign: Code("403027"),
        meaning: "Adobe could not tell the region of the user that the token was made for.",
        cause: None,
        next: "Generate a new token in Developer Console; if it stays, ask Adobe's support with this code and the time.",
    },
    Entry {
        sign: Code("429050"),
        meaning: "Too many requests came.",
        cause: Some("Adobe limits how many requests it takes at a time."),
        next: "Wait a minute, then try again.",
    },
    Entry {
        sign: Words("A valid content-type must be specified"),
        meaning: "The request has no content type that the API takes.",
        cause: Some(
            "This page sends application/json with each body: something on the way removes or changes the header Content-Type.",
        ),
        next: CHECK_PROXY,
    },
];

//! Refusals of a connector, the part of the service that speaks to a source.

use super::Sign::Code;
use super::{Entry, OF_THE_SOURCE, OTHER_AUTHENTICATION, SEND_REPORT};

const NOT_OFFERED: Option<&str> = Some("The source does not offer this kind of authentication.");

pub(super) static ENTRIES: [Entry; 10] = [
    Entry {
        sign: Code("1006-408"),
        meaning: "The request took too long, and the service gave it up.",
        cause: None,
        next: "A change may have been carried out all the same: look before you send it again. What only reads can be tried again.",
    },
    Entry {
        sign: Code("1300-400"),
        meaning: "The connector of this source takes no changes of a connection.",
        cause: None,
        next: "Create a new connection instead, and delete this one when no dataflow uses it.",
    },
    Entry {
        sign: Code("1301-400"),
        meaning: "This type of auth spec is not supported.",
        cause: NOT_OFFERED,
        next: OTHER_AUTHENTICATION,
    },
    Entry {
        sign: Code("1302-400"),
        meaning: "The connector of this source does not support this kind of authentication.",
        cause: NOT_OFFERED,
        next: OTHER_AUTHENTICATION,
    },
    Entry {
        sign: Code("1304-400"),
        meaning: "A mandatory field is missing; the service's own words name it.",
        cause: Some("The service asks for a parameter that was left out."),
        next: "Fill in that field and try again.",
    },
    Entry {
        sign: Code(OF_THE_SOURCE),
        meaning: "The source did not do what the service asked of it; the words after \"Error message\" are the source's.",
        cause: Some("The source refused the credentials, or the network address of Adobe."),
        next: "Read what the source says. If it speaks of a login, check the credentials, and the IP allowlist in Salesforce or whatever the source is, then try again.",
    },
    Entry {
        sign: Code("1336-400"),
        meaning: "Sources of this connection spec cannot be explored.",
        cause: None,
        next: "Look at the tables in the source itself.",
    },
    Entry {
        sign: Code("1337-400"),
        meaning: "A parameter is empty that exploring an object of this type needs.",
        cause: None,
        next: SEND_REPORT,
    },
    Entry {
        sign: Code("1339-400"),
        meaning: "The organization ID has no valid format.",
        cause: None,
        next: "Copy the organization ID from your project in Developer Console into Organization ID; it ends in @AdobeOrg.",
    },
    Entry {
        sign: Code("1358-400"),
        meaning: "The parameter objectType of exploring is not valid.",
        cause: None,
        next: SEND_REPORT,
    },
];

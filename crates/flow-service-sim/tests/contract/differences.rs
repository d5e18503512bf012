//! Where Adobe's `OpenAPI` document differs from Adobe's pages, one by one. The app and the
//! local service follow the pages, so at each of these Prism finds something, and nowhere else.

use std::collections::BTreeSet;

use crate::violation::{Seen, Violation};

/// One documented difference.
pub struct Difference {
    /// The calls in which it is seen, all of them.
    pub calls: &'static [&'static str],
    /// Where Prism finds it.
    pub location: &'static str,
    /// How Prism's message begins.
    pub message: &'static str,
    /// What document and pages say.
    pub why: &'static str,
}

/// All of them.
pub const DIFFERENCES: [Difference; 5] = [
    Difference {
        calls: &[
            "explore the root",
            "explore a folder",
            "explore a table",
            "preview a table",
            "explore an unknown table",
            "explore with an unknown ID",
        ],
        location: "request.query.objecttype",
        message: "Request query parameter objecttype must be equal to one of the allowed values",
        why: "the values of objectType are capitals in the document and small letters on the pages",
    },
    Difference {
        calls: &["explore a table", "preview a table"],
        location: "response.body",
        message: "Response body must be array",
        why: "the document describes the answer for the root alone, which is a list; that for a \
              table is an object on the pages",
    },
    Difference {
        calls: &[
            "change the name",
            "change name, description and credentials",
            "take the description away",
            "change with an old etag",
            "delete",
            "delete one in use",
            "delete an unknown ID",
        ],
        location: "request",
        message: "Selected route not found",
        why: "the paths of PATCH and DELETE end in a slash in the document and without one on the \
              pages",
    },
    Difference {
        calls: &[
            "change the name, with the slash",
            "change the description, with the slash",
            "change the credentials, with the slash",
            "change with an old etag, with the slash",
            "change an unknown ID, with the slash",
        ],
        location: "request.body",
        message: "Request body must be object",
        why: "the body of PATCH /connections/{id} is one instruction in the document and a list of \
              them on the pages",
    },
    Difference {
        calls: &[
            "create with an unknown spec",
            "create with credentials that the source refuses",
            "read an unknown ID",
            "test an unknown ID",
            "explore an unknown table",
            "explore with an unknown ID",
            "change with an old etag, with the slash",
            "change an unknown ID, with the slash",
            "delete one in use, with the slash",
            "delete an unknown ID, with the slash",
            "list with an invalid token",
            "list in an unknown sandbox",
        ],
        location: "response",
        message: "Unable to match the returned status code with those defined in the document",
        why: "of refusals the document lists 403 and 503 alone for these calls; on the pages there \
              are 400, 401, 404 and 412 as well",
    },
];

impl Difference {
    fn covers(&self, call: &str, violation: &Violation) -> bool {
        self.calls.contains(&call)
            && self.location == violation.location
            && violation.message.starts_with(self.message)
    }
}

/// What was seen and is not listed, and what is listed and was not seen.
pub fn complaints(seen: &[Seen], differences: &[Difference]) -> Vec<String> {
    let violations =
        || seen.iter().flat_map(|seen| seen.violations.iter().map(|it| (seen.call, it)));
    let unexpected = violations()
        .filter(|(call, violation)| !differences.iter().any(|it| it.covers(call, violation)))
        .map(|(call, violation)| format!("{call}: {violation}"));
    let listed = differences.iter().flat_map(|it| it.calls.iter().map(move |call| (it, *call)));
    let missing = listed
        .filter(|(difference, call)| {
            !violations()
                .any(|(seen, violation)| seen == *call && difference.covers(seen, violation))
        })
        .map(|(difference, call)| {
            format!("{call}: is listed and does not differ any more: {}", difference.why)
        });
    // The same from several pages of a list is said once.
    unexpected.chain(missing).collect::<BTreeSet<_>>().into_iter().collect()
}

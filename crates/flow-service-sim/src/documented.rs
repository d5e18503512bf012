//! Every refusal that Adobe documents and the app has words for, to be scripted by its code.
//!
//! Codes: Adobe's troubleshooting page for the gateway, its table of Flow Service errors and
//! its table of errors of sources. The messages are the documented ones where a client reads
//! them, and those of the gateway; else the local service's own.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use crate::{answer, problem};

/// A refusal that Adobe documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Documented {
    shape: Shape,
    code: &'static str,
    message: &'static str,
}

/// Who refuses, and so in which shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// The gateway: `error_code` and `message`.
    Gateway,
    /// The service, or one of its connectors: the code stands at the end of `type`.
    Service,
    /// The service, before it knows what is wanted: without a code.
    WithoutCode,
}

impl Documented {
    /// All of them, in the order of Adobe's pages.
    pub const ALL: &[Self] = &ALL;

    /// The one with this code, such as `403003` or `1304-400`. The one that has none is
    /// named `content-type`.
    #[must_use]
    pub fn of(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|documented| documented.code == code)
    }

    /// The name under which it is scripted: its code, or `content-type`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.code
    }

    /// The code of the answer; one refusal has none.
    #[must_use]
    pub fn code(self) -> Option<&'static str> {
        (self.shape != Shape::WithoutCode).then_some(self.code)
    }

    /// The words of the answer.
    #[must_use]
    pub const fn message(self) -> &'static str {
        self.message
    }

    /// The HTTP status: it ends a code of the service and begins one of the gateway, which
    /// Adobe's page does not say in so many words.
    #[must_use]
    pub fn status(self) -> u16 {
        let digits = match self.shape {
            Shape::Gateway => self.code.get(..3),
            Shape::Service => self.code.rsplit('-').next(),
            Shape::WithoutCode => None,
        };
        digits.and_then(|digits| digits.parse().ok()).unwrap_or(400)
    }

    /// The answer as a client gets it. Each has a request ID of its own.
    pub(crate) fn body(self) -> Value {
        let status = self.status();
        match self.shape {
            Shape::Gateway => json!({ "error_code": self.code, "message": self.message }),
            Shape::WithoutCode => problem::without_code("BadRequestError", status, self.message),
            Shape::Service => {
                let title = StatusCode::from_u16(status).ok();
                let title = title.and_then(|status| status.canonical_reason()).unwrap_or("Refused");
                let report = problem::report(self.message);
                problem::with_code(self.code, title, status, self.message, &report)
            }
        }
    }
}

impl IntoResponse for Documented {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status()).unwrap_or(StatusCode::BAD_REQUEST);
        match self.shape {
            Shape::Gateway => answer::json(status, &self.body()),
            Shape::Service | Shape::WithoutCode => answer::problem(status, &self.body()),
        }
    }
}

const fn gateway(code: &'static str, message: &'static str) -> Documented {
    Documented { shape: Shape::Gateway, code, message }
}

const fn service(code: &'static str, message: &'static str) -> Documented {
    Documented { shape: Shape::Service, code, message }
}

const ALL: [Documented; 60] = [
    gateway("403010", "Oauth token is missing."),
    gateway("401013", "Oauth token is not valid"),
    gateway("403000", "Api Key is required"),
    gateway("403003", "Api Key is invalid"),
    gateway("400003", "Missing header"),
    gateway("403025", "Profile is not valid"),
    gateway("403027", "The region of the user is missing."),
    gateway("429050", "Too many requests"),
    Documented {
        shape: Shape::WithoutCode,
        code: "content-type",
        message: "A valid content-type must be specified",
    },
    service("1100-400", "The organization is not entitled to this operation."),
    service("1101-404", "There is no such resource."),
    service("1102-500", "Something went wrong inside the service."),
    service("1103-503", "The service is not available at the moment."),
    service("1104-504", "Another service did not answer in time."),
    service("1401-400", "The parameters limit and count exclude each other."),
    service("1402-400", "The action finalize is for providers only."),
    service("1403-400", "The header If-Match is missing."),
    service("1404-412", "The resource has another version than If-Match says."),
    service("1405-400", "The request body is empty."),
    service("1413-400", "The spec ID provided is invalid"),
    service("1414-400", "The connection spec of a connection cannot be changed."),
    service(
        "1415-400",
        "The auth spec 'Basic Authentication' could not be found for the connection spec ID cb66ab34-8619-49cb-96d1-39b37ede86ea",
    ),
    service("1416-400", "The connection is neither enabled nor disabled nor initializing."),
    service("1417-400", "A connection that is initializing takes no change of a user."),
    service("1418-400", "Dataflows use this base connection. Delete them first."),
    service("1434-400", "The operation move is none of add, replace and remove."),
    service("1439-404", "Nothing has this ID."),
    service("1439-400", "Nothing has this ID."),
    service("1440-400", "The operator ~ does not exist yet."),
    service("1445-400", "Connections cannot be changed: the feature is not enabled."),
    service("1448-400", "The field id does not take the operator >=."),
    service("1449-400", "The filter has an unknown field: connections."),
    service("1450-400", "The filter has an unknown operator: !>."),
    service("1451-400", "The query has an unknown parameter: testParam."),
    service("1452-400", "The field createdAt cannot have this value."),
    service("1453-400", "The filter createdAt== has no value."),
    service("1454-400", "The filter has a value of an unknown kind."),
    service("1455-400", "The change names a missing field."),
    service("1456-400", "The state has to be enabled, disabled or initializing."),
    service("2000-401", "The token has no access to this organization."),
    service("2001-401", "The header x-gw-ims-org-id is empty."),
    service("2002-401", "The header x-gw-ims-org-id is missing."),
    service("2100-404", "There is no sandbox of this name."),
    service("2105-400", "The header x-sandbox-name is missing."),
    service("2110-400", "The header x-sandbox-id may not come with a user's token."),
    service("2114-400", "The token is empty."),
    service("2115-400", "The token is invalid."),
    service("2118-403", "The permission write is missing."),
    service("2120-403", "Your permissions do not suffice for this operation."),
    service("2121-403", "The permission manage is denied on Enterprise Source."),
    service("1006-408", "The request took too long."),
    service("1300-400", "The connector of this source takes no changes."),
    service("1301-400", "This type of auth spec is not supported."),
    service("1302-400", "The connector does not support this kind of authentication."),
    service("1304-400", "The mandatory field username is not provided"),
    service("1308-400", "Error message: INVALID_LOGIN: Invalid username, password, security token"),
    service("1336-400", "Connections of this connection spec cannot be explored."),
    service("1337-400", "The parameter object is empty for objectType=table."),
    service("1339-400", "The organization ID has no valid format."),
    service("1358-400", "The parameter objectType has no valid value."),
];

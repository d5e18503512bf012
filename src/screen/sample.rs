//! Values with which a newcomer tries the page against the local Flow Service.
//!
//! None of them is a credential of anything. They are offered only there.

use super::form::Form;

/// A JWT without a signature; its claims say that it ends in the year 2100.
pub const SAMPLE_TOKEN: &str =
    "eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.eyJzdWIiOiJzYW1wbGUiLCJleHAiOjQxMDI0NDQ4MDB9.sample";

/// The secrets of both auth specs, by the key of their parameter.
pub const SAMPLE_SECRETS: [(&str, &str); 3] = [
    ("password", "sample-password"),
    ("securityToken", "sample-security-token"),
    ("clientSecret", "sample-client-secret"),
];

/// The sample values of what is no secret. What was typed elsewhere stays.
#[must_use]
pub fn sample_form(form: &Form) -> Form {
    let mut form = form.clone();
    form.api_key = "0123456789abcdef0123456789abcdef".to_owned();
    form.organization_id = "0123456789ABCDEF01234567@AdobeOrg".to_owned();
    form.sandbox = "prod".to_owned();
    form.name = "Service Cloud sample".to_owned();
    form.description = "Made with the sample values".to_owned();
    for (key, value) in [
        ("username", "engineer@acme.example"),
        ("clientId", "sample-client-id"),
        ("environmentUrl", "https://acme.my.salesforce.com"),
        ("apiVersion", "60.0"),
    ] {
        form.set_param(key, value.to_owned());
    }
    form
}

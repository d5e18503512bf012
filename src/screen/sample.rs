//! Values with which a newcomer tries the page against the local Flow Service.
//!
//! None of them is a credential of anything. They are offered only there.

use super::field::Field;
use super::form::Form;

/// A JWT without a signature; its claims say that it is one of IMS, made for the sample API key,
/// and ends in the year 2100.
pub const SAMPLE_TOKEN: &str = "eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.eyJhcyI6Imltcy1uYTEiLCJ0eXBlIjoiYWNjZXNzX3Rva2VuIiwiY2xpZW50X2lkIjoiMDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWYiLCJleHAiOjQxMDI0NDQ4MDB9.sample";

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
    for (field, value) in [
        (Field::ApiKey, "0123456789abcdef0123456789abcdef"),
        (Field::OrganizationId, "0123456789ABCDEF01234567@AdobeOrg"),
        (Field::Sandbox, "prod"),
        (Field::Name, "Service Cloud sample"),
        (Field::Description, "Made with the sample values"),
    ] {
        form.set(&field, value.to_owned());
    }
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

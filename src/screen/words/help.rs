//! Where the value of each input comes from.

use flow_service::spec::{AuthSpec, OAUTH2_CLIENT_CREDENTIAL};

use crate::screen::field::Field;

/// The help under an input, if it has one. What is said of parameters is about the built-in
/// source; for others it is said by the service.
#[must_use]
pub fn help(field: &Field, auth: &AuthSpec, built_in: bool) -> Option<String> {
    let text = match field {
        Field::AccessToken => {
            "Developer Console: your project, OAuth Server-to-Server, Generate access token. It is valid for 24 hours."
        }
        Field::ApiKey => "Developer Console: your project, OAuth Server-to-Server, Client ID.",
        Field::OrganizationId => {
            "Developer Console: your project, OAuth Server-to-Server, Organization ID. It ends in @AdobeOrg."
        }
        Field::Sandbox => {
            "The name, not the title: Experience Platform, Sandboxes, column Name. The default one is prod."
        }
        Field::Name => "How you will find the connection again. It need not be unique.",
        Field::Description => "What it is for, for those who come after you.",
        Field::Authentication => return None,
        Field::SpecId => "Which source it is. It follows the choice of the source.",
        Field::SpecVersion => "1.0 for all sources that Adobe documents.",
        Field::Param(key) => return param(key, auth, built_in),
    };
    Some(text.to_owned())
}

/// The form of the value, shown in the empty input.
#[must_use]
pub fn placeholder(field: &Field, built_in: bool) -> &'static str {
    match field {
        Field::Param(_) if !built_in => "",
        Field::OrganizationId => "…@AdobeOrg",
        Field::Param(key) if key == "environmentUrl" => "https://acme.my.salesforce.com",
        Field::Param(key) if key == "apiVersion" => "60.0",
        _ => "",
    }
}

fn param(key: &str, auth: &AuthSpec, built_in: bool) -> Option<String> {
    let text = match key {
        _ if !built_in => return described(key, auth),
        "username" => {
            "The Salesforce user that Platform signs in as, such as integration@acme.example."
        }
        "password" => "The password of that user. It is sent exactly as you type it.",
        "securityToken" => {
            "Salesforce mails it: Settings, Reset my security token. A new password resets it too."
        }
        "clientId" => "Salesforce: Setup, App Manager, your connected app, Consumer Key.",
        "clientSecret" => "Salesforce: Setup, App Manager, your connected app, Consumer Secret.",
        "environmentUrl" if auth.name == OAUTH2_CLIENT_CREDENTIAL => {
            "Your domain: Salesforce, Setup, My Domain. https://, without a path."
        }
        "environmentUrl" => {
            "Your domain: Salesforce, Setup, My Domain. Empty means login.salesforce.com."
        }
        "apiVersion" => {
            "With a decimal, such as 60.0. Empty means the latest; Adobe recommends to give one."
        }
        _ => return described(key, auth),
    };
    Some(text.to_owned())
}

/// What the service says of a parameter.
fn described(key: &str, auth: &AuthSpec) -> Option<String> {
    auth.fields.iter().find(|field| field.key == key)?.description.clone()
}

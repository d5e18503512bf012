//! A request for an access token as a value that holds no secret.
//!
//! It is another kind of request than those to Platform's APIs: it carries none of their
//! headers, and its body is a form. The client secret is a placeholder until
//! [`TokenRequest::open`] fills it in; it stands in the body, never in the address.

use zeroize::Zeroizing;

use crate::code::single_quoted;
use crate::request::encode;
use crate::secret::{SecretName, Secrets};
use crate::text::Text;
use crate::value::{ApiKey, Scopes};

/// Path of the token endpoint below the base address of IMS.
pub const TOKEN_PATH: &str = "/ims/token/v3";

/// The content type of the body.
pub const FORM: &str = "application/x-www-form-urlencoded";

/// A `POST` to IMS, without its secret: safe to show, copy and compare.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenRequest {
    /// The client; its ID is the API key of its requests.
    pub client_id: ApiKey,
    /// What the token shall be good for.
    pub scopes: Scopes,
}

/// The value of one member of the form.
enum Member<'a> {
    Text(&'a str),
    Secret(SecretName),
}

impl TokenRequest {
    /// The body with its secret, ready to be sent and to be dropped.
    ///
    /// # Errors
    /// The name of the secret, where `secrets` does not hold it.
    pub fn open(&self, secrets: &Secrets) -> Result<Zeroizing<String>, SecretName> {
        let mut parts = Vec::new();
        for (name, member) in self.members() {
            let value = match member {
                Member::Text(text) => encode(text),
                Member::Secret(name) => encode(secrets.get(&name).ok_or(name)?.open()),
            };
            parts.push((name, Zeroizing::new(value)));
        }
        // All of it is reserved at once: growing would leave copies of the secret behind.
        let length = parts.iter().map(|(name, value)| name.len() + value.len() + 2).sum();
        let mut body = Zeroizing::new(String::with_capacity(length));
        for (index, (name, value)) in parts.iter().enumerate() {
            if index > 0 {
                body.push('&');
            }
            body.push_str(name);
            body.push('=');
            body.push_str(value);
        }
        Ok(body)
    }

    /// The request as a command for bash, which runs with the placeholder set as a variable.
    #[must_use]
    pub fn to_curl(&self, ims_base: &str) -> String {
        let mut text = Text::default();
        text.push("curl --request POST ");
        single_quoted(&[ims_base, TOKEN_PATH].concat(), &mut text);
        text.push(" \\\n  --header ");
        single_quoted(&["Content-Type: ", FORM].concat(), &mut text);
        for (name, member) in self.members() {
            text.push(" \\\n  --data-urlencode ");
            match member {
                Member::Text(value) => single_quoted(&[name, "=", value].concat(), &mut text),
                Member::Secret(secret) => {
                    text.push_all(["\"", name, "=", &secret.placeholder(), "\""]);
                }
            }
        }
        text.push("\n");
        text.into_plain()
    }

    fn members(&self) -> [(&'static str, Member<'_>); 4] {
        [
            ("grant_type", Member::Text("client_credentials")),
            ("client_id", Member::Text(self.client_id.as_str())),
            ("client_secret", Member::Secret(SecretName::ims_client_secret())),
            ("scope", Member::Text(self.scopes.as_str())),
        ]
    }
}

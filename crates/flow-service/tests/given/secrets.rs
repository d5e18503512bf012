//! Secrets by the keys of their parameters, beside an access token.

use flow_service::secret::{Secret, SecretName, Secrets};
use flow_service::value::AccessToken;

pub const TOKEN: &str = "eyJhbGciOiJub25lIn0.eyJjYW5hcnkiOnRydWV9.canary-token";

pub fn secrets(params: &[(&str, &str)]) -> Secrets {
    let mut secrets = Secrets::default();
    secrets.insert_token(&AccessToken::parse(TOKEN).unwrap().value);
    for (key, text) in params {
        secrets.insert(SecretName::of_param(key), Secret::new((*text).to_owned()));
    }
    secrets
}

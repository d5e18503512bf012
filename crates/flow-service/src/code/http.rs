//! HTTP: no one runs it, everyone reads it. Variables look as in a shell.

use super::Code;
use crate::request_text::{self, Json, Layout};
use crate::secret::SecretName;
use crate::text::Text;

pub(super) fn write(code: &Code, out: &mut Text) -> Result<(), SecretName> {
    out.push_all([code.request.method.as_str(), " ", code.address, "\n"]);
    out.push_all([code.authorization_line().as_str(), "\n"]);
    for (name, value) in &code.request.headers {
        out.push_all([name, ": ", value, "\n"]);
    }
    if let Some(body) = code.body() {
        out.push("\n");
        request_text::write(body, Layout::Spread, 0, (&Json, code.shown), out)?;
        out.push("\n");
    }
    Ok(())
}

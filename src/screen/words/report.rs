//! The text of *Copy report*: what failed, for a ticket or a chat. No secret is in it:
//! it is made from the model, which holds none, and from errors that were redacted.

use crate::screen::model::Model;
use crate::screen::phase::{NotCreated, Phase};

/// The report of the failure that is shown, if one is.
pub(in crate::screen) fn report(model: &Model) -> Option<String> {
    let (outcome, error, sent) = match &model.phase {
        Phase::Refused(NotCreated { cause, sent, .. }) => (super::REFUSED, cause, sent),
        Phase::Unknown { cause, sent, .. } => (super::UNKNOWN, cause, sent),
        Phase::Filling | Phase::Sending(_) | Phase::Created { .. } => return None,
    };
    let advice = super::failure(error, sent.built_in_auth());
    let mut text = [outcome, ": ", &advice.what, "\n"].concat();
    let mut line = |name: &str, value: &str| text.extend([name, ": ", value, "\n"]);
    if let Some(meaning) = advice.meaning {
        line("Meaning", meaning);
    }
    if let Some(cause) = advice.cause {
        line("Likely cause", cause);
    }
    line("Next step", advice.next);
    for (name, value) in super::failure_details(error) {
        line(name, &value);
    }
    if let Some(server_words) = &advice.server_words {
        line("Server's words", server_words);
    }
    line("API", model.api_base());
    line("Sandbox", sent.access.sandbox.as_str());
    line("Connection spec ID", sent.spec_id.as_str());
    line("Authentication", &sent.auth_name);
    line("Flow Connect", env!("CARGO_PKG_VERSION"));
    Some(text)
}

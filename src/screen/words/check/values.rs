//! The words of others, without the values of Platform access that they may repeat.

use crate::screen::model::Model;

/// The text with a name in the place of each value that stands in it: those that are typed,
/// those that the check was made with, and those that the creation was sent with.
pub(super) fn without_values(model: &Model, text: &str) -> String {
    let form = &model.form;
    let mut values = vec![(form.organization_id.trim(), ORGANIZATION)];
    values.extend([(form.api_key.trim(), API_KEY), (form.sandbox.trim(), SANDBOX)]);
    let sent = model.phase.sent().map(|sent| &sent.access);
    for access in model.check.access().into_iter().chain(sent) {
        values.push((access.organization.as_str(), ORGANIZATION));
        values.extend([(access.api_key.as_str(), API_KEY), (access.sandbox.as_str(), SANDBOX)]);
    }
    let mut text = text.to_owned();
    for (value, name) in values {
        text = hide(&text, value, name);
        // The part that tells whose it is stands alone where the sign is escaped.
        if let Some((own, _)) = value.split_once('@').filter(|_| name == ORGANIZATION) {
            text = hide(&text, own, name);
        }
    }
    text
}

const ORGANIZATION: &str = "[Organization ID]";
const API_KEY: &str = "[API key]";
const SANDBOX: &str = "[Sandbox]";

/// A value counts where it stands alone: a sandbox may be called like a part of any word.
fn hide(text: &str, value: &str, name: &str) -> String {
    if value.is_empty() {
        return text.to_owned();
    }
    let (low, wanted) = (text.to_ascii_lowercase(), value.to_ascii_lowercase());
    let mut out = String::with_capacity(text.len());
    let mut copied = 0;
    for (start, _) in low.match_indices(&wanted) {
        let end = start + wanted.len();
        let before = low.get(..start).and_then(|before| before.chars().next_back());
        let after = low.get(end..).and_then(|after| after.chars().next());
        if ![before, after].into_iter().flatten().any(is_of_a_value) {
            out.push_str(text.get(copied..start).unwrap_or_default());
            out.push_str(name);
            copied = end;
        }
    }
    out.push_str(text.get(copied..).unwrap_or_default());
    out
}

fn is_of_a_value(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '-' | '_')
}

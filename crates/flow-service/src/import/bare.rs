//! JSON in which a variable stands where JSON would be: no text, so it has no quotes. Code of
//! this app writes secrets that are JSON like that.

use zeroize::Zeroizing;

use super::placeholder::EXPANSION;

/// The text with quotes around what stands bare: what a shell would have put there, `$NAME`
/// and `{{NAME}}`.
pub(super) fn quoted(text: &str) -> Zeroizing<String> {
    // Room for all: growing would leave copies of a secret behind.
    let mut out = Zeroizing::new(String::with_capacity(text.len() * 2));
    let mut rest = text;
    let mut in_text = false;
    while let Some(next) = rest.chars().next() {
        let bare = if in_text { 0 } else { variable(rest) };
        let (taken, after) = rest.split_at(if bare > 0 { bare } else { next.len_utf8() });
        match next {
            _ if bare > 0 => {
                out.push('"');
                out.push_str(taken);
                out.push('"');
                rest = after;
                continue;
            }
            '"' => in_text = !in_text,
            '\\' if in_text => {
                let escaped = after.chars().next().map_or(0, char::len_utf8);
                let (escaped, after) = after.split_at(escaped);
                out.push('\\');
                out.push_str(escaped);
                rest = after;
                continue;
            }
            _ => {}
        }
        out.push(next);
        rest = after;
    }
    out
}

/// How long the variable is that the text begins with; 0 where it begins with none.
fn variable(text: &str) -> usize {
    let is_name = |it: char| it.is_ascii_alphanumeric() || it == '_';
    let length = |text: &str| text.len() - text.trim_start_matches(is_name).len();
    if let Some(after) = text.strip_prefix("{{") {
        let name = length(after);
        let closes = after.get(name..).is_some_and(|rest| rest.starts_with("}}"));
        return if name > 0 && closes { name + 4 } else { 0 };
    }
    match text.chars().next() {
        Some(EXPANSION) => EXPANSION.len_utf8(),
        Some('$') => text.get(1..).map(length).filter(|name| *name > 0).map_or(0, |name| name + 1),
        _ => 0,
    }
}

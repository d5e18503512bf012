//! Blocks of code in a Markdown text.

/// What a line begins with that begins or ends a block.
const FENCE: &str = "```";

/// The blocks of a text; one that is not ended ends with the text.
pub(super) fn blocks(text: &str) -> Vec<&str> {
    let mut blocks = Vec::new();
    let (mut inside, mut at) = (None, 0);
    for line in text.split_inclusive('\n') {
        let after = at + line.len();
        if line.trim_start().starts_with(FENCE) {
            match inside.take() {
                Some(begin) => blocks.extend(text.get(begin..at)),
                None => inside = Some(after),
            }
        }
        at = after;
    }
    blocks.extend(inside.and_then(|begin| text.get(begin..)));
    blocks.into_iter().map(str::trim).filter(|block| !block.is_empty()).collect()
}

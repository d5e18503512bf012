//! A script without what is only for people who read it.

/// Takes out the comments, the indentation and the empty lines. A script in which a
/// template text runs over several lines stays as it is: there, they may count.
pub fn bare(script: &str) -> String {
    if script.lines().any(|line| line.matches('`').count() % 2 == 1) {
        return script.to_owned();
    }
    let mut bare = String::with_capacity(script.len());
    let mut in_comment = false;
    for line in script.lines().map(str::trim) {
        in_comment |= line.starts_with("/**");
        if !in_comment && !line.is_empty() && !line.starts_with("//") {
            bare.push_str(line);
            bare.push('\n');
        }
        in_comment &= !line.ends_with("*/");
    }
    bare
}

#[cfg(test)]
mod tests {
    use super::bare;

    #[test]
    fn what_is_for_readers_goes() {
        let script = "/**\n * A class.\n */\nclass A {\n    /** One. */\n\n    // Two.\n    b() { return `x`; }\n}\n";
        assert_eq!(bare(script), "class A {\nb() { return `x`; }\n}\n");
    }

    #[test]
    fn a_text_over_several_lines_is_left_alone() {
        let script = "const text = `a\n    b`;\n";
        assert_eq!(bare(script), script);
    }
}

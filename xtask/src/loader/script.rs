//! A script without what nobody needs: what is only for people who read it, and the way to
//! start the wasm that no page takes.

use anyhow::{Context, Result};

/// Begins and ends the function that starts a wasm without waiting, for other programs.
const SYNC_BEGIN: &str = "\nfunction initSync(";
const SYNC_END: &str = "\n}\n";
/// Where wasm-bindgen's script names it for others.
const SYNC_EXPORT: &str = "export { initSync, ";

/// Takes out the function that starts the wasm without waiting.
pub fn without_sync_start(script: &str) -> Result<String> {
    let taken_out = || {
        let (before, rest) = script.split_once(SYNC_BEGIN)?;
        let (_, after) = rest.split_once(SYNC_END)?;
        let (between, exports) = after.split_once(SYNC_EXPORT)?;
        Some([before, "\n", between, "export { ", exports].concat())
    };
    taken_out().context("wasm-bindgen's script has no function initSync where it was before")
}

/// Takes out the comments, the indentation, the empty lines, and warnings for developers of
/// other programs. A script in which a template text runs over several lines stays as it is:
/// there, they may count.
pub fn bare(script: &str) -> String {
    if script.lines().any(|line| line.matches('`').count() % 2 == 1) {
        return script.to_owned();
    }
    let mut bare = String::with_capacity(script.len());
    let mut in_comment = false;
    for line in script.lines().map(str::trim) {
        in_comment |= line.starts_with("/**");
        let for_developers = line.starts_with("//") || line.starts_with("console.warn(");
        if !in_comment && !line.is_empty() && !for_developers {
            bare.push_str(line);
            bare.push('\n');
        }
        in_comment &= !line.ends_with("*/");
    }
    bare
}

#[cfg(test)]
mod tests {
    use super::{bare, without_sync_start};

    #[test]
    fn a_page_starts_the_wasm_in_one_way() -> anyhow::Result<()> {
        let script = "let a;\nfunction initSync(module) {\n    a();\n}\n\nfunction b() {}\n\nexport { initSync, b as default };\n";
        let expected = "let a;\n\nfunction b() {}\n\nexport { b as default };\n";
        assert_eq!(without_sync_start(script)?, expected);
        assert!(without_sync_start("export { b as default };\n").is_err());
        Ok(())
    }

    #[test]
    fn what_is_for_readers_goes() {
        let script = "/**\n * A class.\n */\nclass A {\n    /** One. */\n\n    // Two.\n    b() { return `x`; }\n    console.warn('old');\n}\n";
        assert_eq!(bare(script), "class A {\nb() { return `x`; }\n}\n");
    }

    #[test]
    fn a_text_over_several_lines_is_left_alone() {
        let script = "const text = `a\n    b`;\n";
        assert_eq!(bare(script), script);
    }
}

//! What the build of the page needs before it is compiled and linked.

use std::path::Path;
use std::{env, fs, io};

/// The style sheet of the page, and those of the half that is fetched later.
const STYLES: [(&str, &[&str]); 2] = [
    ("page.css", &["flow-connect.css"]),
    (
        "connections.css",
        &[
            "duplicates.css",
            "kept.css",
            "profiles.css",
            "connections/parts.css",
            "connections/list.css",
            "connections/removal.css",
            "connections/one.css",
            "connections/edit.css",
            "connections/explore.css",
            "check.css",
            "sources.css",
            "token.css",
        ],
    ),
];

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/ui");
    let out = env::var_os("OUT_DIR").unwrap_or_default();
    for (name, files) in STYLES {
        let mut style = String::new();
        for file in files {
            style.push_str(&bare(&fs::read_to_string(Path::new("src/ui").join(file))?));
        }
        fs::write(Path::new(&out).join(name), style)?;
    }
    // The linker notes who uses what in the page's wasm, so that a part of it can be taken out
    // afterwards (`cargo xtask loader`).
    let is = |name: &str, value: &str| env::var(name).is_ok_and(|held| held == value);
    if is("CARGO_CFG_TARGET_ARCH", "wasm32") && is("PROFILE", "release") {
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
    Ok(())
}

/// A style sheet without what is only for people who read it: comments, and the white space
/// that means nothing.
fn bare(style: &str) -> String {
    let mut bare = String::with_capacity(style.len());
    let mut rest = style;
    while let Some((before, comment)) = rest.split_once("/*") {
        bare.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    bare.push_str(rest);
    let mut bare: String = bare.lines().map(str::trim).collect();
    for (spaced, tight) in
        [(": ", ":"), ("; ", ";"), (", ", ","), (" {", "{"), ("{ ", "{"), (" }", "}"), (";}", "}")]
    {
        bare = bare.replace(spaced, tight);
    }
    bare
}

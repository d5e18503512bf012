//! Rust with `reqwest`, built by cargo. It is built without TLS, which loopback has no use
//! for; the rest of the manifest is what the code's comment says.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use flow_service::code::Language;

use crate::given::hard_request::{CONTROLS, TEXTS, large_numbers};
use crate::given::local_service::LocalService;
use crate::given::program::{not_run, run, write};
use crate::{check_all, codes, requests, variables};

const PROJECT: &str = "code-in-rust";

/// Where the workspace says which version of a package is used.
const LOCK: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../Cargo.lock");

/// The lines of the code's comment, as a manifest of a project of its own.
fn manifest(code: &str) -> String {
    let comment = code.lines().map_while(|line| line.strip_prefix("// "));
    let lines: String = comment.flat_map(|line| [line, "\n"]).collect();
    assert!(lines.starts_with("[dependencies]\n"));
    assert!(lines.contains("features = [\"blocking\""));
    let lines = lines.replace("features", "default-features = false, features");
    let package = "[package]\nname = \"code\"\nversion = \"0.0.0\"\nedition = \"2024\"\n";
    [package, "\n[workspace]\n\n[profile.dev]\ndebug = false\n\n", &lines].concat()
}

/// Builds the project with what is there; what is not is fetched.
fn build(folder: &Path, target: &Path) -> bool {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut errors = String::new();
    for offline in [&["--offline"][..], &[]] {
        let mut command = Command::new(&cargo);
        command.args(["build", "--bins", "--target-dir"]).arg(target).args(offline);
        let output = command.current_dir(folder).stdin(Stdio::null()).output().unwrap();
        if output.status.success() {
            return true;
        }
        errors = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!errors.contains("could not compile"), "{errors}");
    }
    not_run(&format!("the dependencies of its code cannot be fetched: {errors}"));
    false
}

#[test]
fn rust_sends_the_request() {
    let service = LocalService::start();
    let mut requests = requests(&[&TEXTS[..], &CONTROLS].concat(), |_| true);
    requests.push(large_numbers());
    let codes = codes(&requests, &service.base(), Language::Rust);
    // The first two are large: each is a program as it stands. All others are modules of one.
    let (large, others) = codes.split_at(2);
    write(&format!("{PROJECT}/src/bin/variables.rs"), &large[0]);
    write(&format!("{PROJECT}/src/bin/values.rs"), &large[1]);
    let mut all = "fn main() {\n".to_owned();
    (0..others.len()).for_each(|index| all.extend(["    m", &index.to_string(), "::run();\n"]));
    all.push_str("}\n");
    for (index, code) in others.iter().enumerate() {
        assert!(!code.contains("#!["), "an attribute of a whole program");
        all.extend(["mod m", &index.to_string(), " {\n", code]);
        all.push_str("pub fn run() { main().unwrap(); }\n}\n");
    }
    write(&format!("{PROJECT}/src/bin/others.rs"), &all);
    write(&format!("{PROJECT}/Cargo.toml"), &manifest(&large[0]));
    let lock = std::fs::read_to_string(LOCK).unwrap();
    let manifest = write(&format!("{PROJECT}/Cargo.lock"), &lock);
    let folder = manifest.parent().unwrap();
    let target = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("code-in-rust-target");
    if !build(folder, &target) {
        return;
    }
    for program in ["variables", "values", "others"] {
        run(&mut Command::new(target.join("debug").join(program)), &variables(&requests));
    }
    check_all(&service, &requests);
}

/// The versions in the comment are those that are built here.
#[test]
fn the_comment_names_the_versions_of_the_workspace() {
    let lock = std::fs::read_to_string(LOCK).unwrap();
    let code = codes(&requests(&[], |_| true)[..1], "", Language::Rust).remove(0);
    for (package, said) in [("reqwest", "version = \"0.13\""), ("serde_json", "\"1.0\"")] {
        let head = format!("name = \"{package}\"\nversion = \"");
        let (_, rest) = lock.split_once(&head).unwrap();
        let (version, _) = rest.split_once('"').unwrap();
        let wanted = said.trim_end_matches('"').rsplit('"').next().unwrap();
        assert!(version.starts_with(&format!("{wanted}.")), "{package} {version}");
        let line = code.lines().find(|line| line.starts_with(&format!("// {package} = "))).unwrap();
        assert!(line.contains(said), "{line}");
    }
}

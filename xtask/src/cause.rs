//! What went wrong, in one sentence with what to do, from the output of a program that failed.
//! The output itself is shown by others, when no cause is known.

/// A piece of output that only one cause has, and the sentence for it.
const CAUSES: &[(&[&str], &str)] = &[
    (
        &["linker `cc` not found", "is `cc` not installed", "failed to find tool \"cc\""],
        "There is no C linker: install one (Debian, Ubuntu: `sudo apt-get install build-essential`) \
         and run this again.",
    ),
    (
        &["No space left on device", "os error 28"],
        "The disk is full: make some room and run this again.",
    ),
    (
        &["Permission denied", "Read-only file system", "os error 13", "os error 30"],
        "A file or folder may not be written: look at the path below, change its owner or its \
         permissions, and run this again.",
    ),
    (
        &[
            "Could not resolve host",
            "Temporary failure in name resolution",
            "Temporary failure resolving",
            "failed to lookup address",
            "dns error",
            "Network is unreachable",
            "Connection refused",
            "Connection timed out",
            "Timeout was reached",
            "failed to download",
            "download of config.json failed",
            "could not download",
            "error sending request",
            "EAI_AGAIN",
            "ENOTFOUND",
            "ECONNREFUSED",
        ],
        "There is no way to the network: connect this machine (or set HTTPS_PROXY) and run this \
         again.",
    ),
    (
        &["requires rustc", "is not supported by the following package"],
        "This Rust is too old: run `rustup update stable` and run this again.",
    ),
    (
        &["Could not get lock", "Unable to acquire the dpkg frontend lock"],
        "Another program installs packages just now: let it finish and run this again.",
    ),
];

/// The sentence for the cause of this output, when it is a known one.
pub fn of(output: &str) -> Option<&'static str> {
    CAUSES
        .iter()
        .find(|(signs, _)| signs.iter().any(|sign| output.contains(sign)))
        .map(|(_, sentence)| *sentence)
}

#[cfg(test)]
mod tests {
    use super::of;

    fn check(output: &str, begin: &str) {
        let sentence = of(output).unwrap_or("unknown");
        assert!(sentence.starts_with(begin), "{output}: {sentence}");
    }

    #[test]
    fn no_network() {
        check(
            "warning: spurious network error: Could not resolve host: example",
            "There is no way to the network",
        );
    }

    #[test]
    fn no_linker() {
        check("error: linker `cc` not found", "There is no C linker");
    }

    #[test]
    fn no_permission() {
        check(
            "error: failed to create directory: Permission denied (os error 13)",
            "A file or folder may not be written",
        );
    }

    #[test]
    fn full_disk() {
        check("write: No space left on device", "The disk is full");
    }

    #[test]
    fn anything_else_is_unknown() {
        check("error[E0308]: mismatched types", "unknown");
    }
}

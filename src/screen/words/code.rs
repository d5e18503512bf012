//! The request as code.

use flow_service::code::Language;

use crate::screen::message::CopyTarget;

/// The choice.
pub const LANGUAGE: &str = "Language";
/// A button.
pub const COPY_CODE: &str = "Copy request";
/// A button of its own, because of what it does.
pub const COPY_CODE_WITH_SECRETS: &str = "Copy request with secrets";
/// What that does.
pub const WITH_SECRETS: &str = "With secrets: the access token and the credentials that you typed stand in the copied text as they are. Whoever reads the clipboard, or a shell's history that you paste it into, has them.";

/// What is shown, and how what is no value looks in it.
#[must_use]
pub const fn request_intro(language: Language) -> &'static str {
    match language {
        Language::Http | Language::Bash => {
            "What Create connection sends. Names with a dollar sign stand for your secrets, names in braces for what is still missing or cannot be sent."
        }
        Language::PowerShell => {
            "What Create connection sends. Names after $env: stand for your secrets, names in braces for what is still missing or cannot be sent."
        }
        Language::Cmd | Language::Postman => {
            "What Create connection sends. Names in two braces stand for your secrets, names in one for what is still missing or cannot be sent."
        }
        Language::Python => {
            "What Create connection sends. Names in os.environ stand for your secrets, names in braces for what is still missing or cannot be sent."
        }
        Language::JavaScript => {
            "What Create connection sends. Names in variable(…) stand for your secrets, names in braces for what is still missing or cannot be sent."
        }
        Language::Rust => {
            "What Create connection sends. Names in env::var(…) stand for your secrets, names in braces for what is still missing or cannot be sent."
        }
    }
}

/// The name of a language.
#[must_use]
pub const fn language(language: Language) -> &'static str {
    match language {
        Language::Http => "HTTP",
        Language::Bash => "curl for bash",
        Language::PowerShell => "PowerShell",
        Language::Cmd => "curl for cmd",
        Language::Python => "Python (requests)",
        Language::JavaScript => "JavaScript (fetch)",
        Language::Rust => "Rust (reqwest)",
        Language::Postman => "Postman collection",
    }
}

/// What is needed to use it.
#[must_use]
pub const fn language_help(language: Language) -> &'static str {
    match language {
        Language::Http => "To read and to compare. The names with a dollar sign stand for secrets.",
        Language::Bash => "Set the variables first; the values never have to stand in the command.",
        Language::PowerShell => {
            "Set the variables of the environment first. It runs in Windows PowerShell 5.1 and later."
        }
        Language::Cmd => {
            "Set the variables of the environment first; it needs curl 8.3 or later. cmd takes at most 8,191 characters, a secret with other letters than those of English may arrive changed, and where delayed expansion is on, exclamation marks in a header are lost. PowerShell has none of these limits."
        }
        Language::Python => {
            "Set the variables of the environment first. It needs the package requests."
        }
        Language::JavaScript => {
            "Set the variables of the environment first. It runs in Node.js 18 and later."
        }
        Language::Rust => {
            "Set the variables of the environment first. Its first lines name the crates."
        }
        Language::Postman => {
            "Save it as a file and import it. Its variables are those of your environment in Postman."
        }
    }
}

/// After copying failed.
#[must_use]
pub const fn not_copied(target: CopyTarget) -> &'static str {
    match target {
        CopyTarget::CodeWithSecrets => {
            "Not copied: a secret is not filled in or cannot be sent, or the browser refused."
        }
        CopyTarget::ConnectionId
        | CopyTarget::Code
        | CopyTarget::Report
        | CopyTarget::CheckReport
        | CopyTarget::TokenRequest => super::NOT_COPIED,
    }
}

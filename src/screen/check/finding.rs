//! What is found at a stage, and what that means for it.

use flow_service::error::CallError;
use flow_service::value::{Problem, Remark, TokenFinding};

use crate::screen::field::Field;

/// Something that is found at a stage.
#[derive(Debug, Clone, PartialEq)]
pub enum Finding {
    /// This cannot be sent.
    Problem(Field, Problem),
    /// This is unusual.
    Remark(Field, Remark),
    /// The connection is created, so only Platform access was read.
    OnlyAccess,
    /// The token says this of itself.
    Token(TokenFinding),
    /// By its own claims the token ends at this time (milliseconds since 1970, UTC).
    TokenEnds(u64),
    /// The token is no JWT.
    TokenNotReadable,
    /// The host page gives the token when it is asked.
    TokenFromHost,
    /// The creation came past this stage.
    CameThrough,
    /// The browser is offline.
    Offline,
    /// No answer came within this time, in milliseconds.
    TimedOut(u32),
    /// The host answers, and does not let this page have the answer.
    Blocked,
    /// The host is that of the page and answers, but the request did not come through.
    Interrupted,
    /// The host lets this page in, and answers, but this request did not come through.
    BrokeOff,
    /// The request failed, and when it was asked for nothing the host did not answer within
    /// this time, in milliseconds.
    Silent(u32),
    /// The host cannot be reached.
    Unreachable,
    /// The call failed.
    Failed(CallError),
    /// The service does not tell, for this reason.
    DoesNotTell(CallError),
    /// The sandbox is not among so many that the service lists.
    NotListed(usize),
    /// The sandbox is in another state than active.
    SandboxState(String),
    /// The connection spec ID cannot be asked for.
    SpecIdUnsendable,
    /// The service does not know the connection spec.
    SpecUnknown,
    /// The service knows it, and its description could not be read here.
    SpecUnread,
    /// The connection spec does not have the auth spec; it has these.
    AuthSpecMissing(Vec<String>),
    /// The connection spec has this version, and another one is typed.
    VersionDiffers(String),
    /// The source does not accept the credentials.
    SourceRefused,
    /// The source shows so many entries.
    Entries(usize),
}

/// What a finding means for its stage, the least first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// The stage is passed.
    Passed,
    /// It is passed, and something may go wrong all the same.
    Warning,
    /// It is not passed.
    Failed,
}

impl Finding {
    /// What it means for its stage.
    #[must_use]
    pub const fn verdict(&self) -> Verdict {
        match self {
            Self::OnlyAccess
            | Self::TokenEnds(_)
            | Self::TokenFromHost
            | Self::CameThrough
            | Self::Remark(
                _,
                Remark::WhiteSpaceRemoved | Remark::BearerRemoved | Remark::HttpsAdded,
            ) => Verdict::Passed,
            Self::Entries(count) if *count > 0 => Verdict::Passed,
            Self::Token(
                TokenFinding::Expired(_)
                | TokenFinding::NotYetValid(_)
                | TokenFinding::NotAnAccessToken,
            )
            | Self::Problem(..)
            | Self::Offline
            | Self::TimedOut(_)
            | Self::Blocked
            | Self::Interrupted
            | Self::BrokeOff
            | Self::Silent(_)
            | Self::Unreachable
            | Self::Failed(_)
            | Self::SpecIdUnsendable
            | Self::SpecUnknown
            | Self::AuthSpecMissing(_)
            | Self::SourceRefused => Verdict::Failed,
            Self::Remark(..)
            | Self::Token(_)
            | Self::TokenNotReadable
            | Self::DoesNotTell(_)
            | Self::NotListed(_)
            | Self::SandboxState(_)
            | Self::SpecUnread
            | Self::VersionDiffers(_)
            | Self::Entries(_) => Verdict::Warning,
        }
    }

    /// Why the call failed, where one did.
    #[must_use]
    pub const fn error(&self) -> Option<&CallError> {
        match self {
            Self::Failed(error) | Self::DoesNotTell(error) => Some(error),
            _ => None,
        }
    }
}

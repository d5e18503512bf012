//! One case: its name, what the local service does, and what the page has to say then.

use flow_service_sim::{Documented, Reply};

use super::says::{Advice, RequestId, Says, Status};

/// The next step of an edit whose answer did not come. What is saved was looked up.
const NEXT_OF_AN_EDIT: &str = "Check the network, a proxy and apiBase before you go on.";

/// What is done when something goes wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operation {
    /// *Create connection*.
    Create,
    /// *Refresh* in the list.
    List,
    /// *Test connection*.
    Test,
    /// *Refresh* among the tables.
    Explore,
    /// *Save changes*.
    Edit,
}

/// What it is that goes wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// What a browser or something on the way does not let through.
    Network,
    /// Adobe's API gateway refuses.
    Gateway,
    /// Flow Service refuses.
    Service,
    /// The connector of the source refuses.
    Connector,
    /// An answer that nobody described.
    Malformed,
    /// An answer that takes its time.
    Slow,
    /// An answer that breaks off.
    Cut,
}

/// What the local service answers.
#[derive(Debug, Clone)]
pub enum Answer {
    /// This.
    This(Reply),
    /// A refusal that Adobe documents.
    Documented(Documented),
    /// A success of the operation with this body.
    Success(Vec<u8>),
    /// The same, cut after these bytes of its body.
    CutSuccess(Vec<u8>),
    /// A refusal whose words are the secrets that were sent.
    Echo,
}

/// How it ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// It was not carried out.
    Refused,
    /// Nobody says whether it was carried out.
    Unknown,
    /// It was carried out, and says so.
    Done,
}

/// Whether a read is asked for again by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Passes {
    /// No: the first answer counts.
    Never,
    /// Yes, and the second attempt succeeds.
    AtOnce,
    /// Yes, and the fifth attempt fails too.
    TooLate,
}

/// What is done about it besides showing it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Special {
    /// Nothing.
    None,
    /// The connection is not there any more.
    Gone,
    /// Somebody else has changed the connection.
    Stale,
    /// The access token is asked for.
    Token,
}

/// A fault.
#[derive(Debug, Clone)]
pub struct Case {
    /// Its name, which begins with its kind.
    pub name: String,
    /// What goes wrong.
    pub kind: Kind,
    /// What is answered.
    pub answer: Answer,
    /// Whether the preflight gets it, so that nothing is sent.
    pub at_preflight: bool,
    /// How long the head and then the body are held back, in milliseconds.
    pub held: (u64, u64),
    /// How it ends.
    pub end: End,
    /// Whether a read is asked for again.
    pub passes: Passes,
    /// What is done about it besides.
    pub special: Special,
    says: Says,
}

impl Operation {
    /// Its name in what is printed.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Create => "create",
            Self::List => "list",
            Self::Test => "test",
            Self::Explore => "explore",
            Self::Edit => "edit",
        }
    }

    /// Whether nothing is changed by it.
    pub const fn is_read(self) -> bool {
        matches!(self, Self::List | Self::Test | Self::Explore)
    }

    /// The status of a success.
    pub const fn success(self) -> u16 {
        if matches!(self, Self::Create) { 201 } else { 200 }
    }

    /// The auth spec of the built-in source that is sent, and so decides what is advised.
    const fn auth_name(self) -> &'static str {
        if matches!(self, Self::Create) { "Basic Authentication" } else { "" }
    }
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Network,
        Self::Gateway,
        Self::Service,
        Self::Connector,
        Self::Malformed,
        Self::Slow,
        Self::Cut,
    ];

    /// The beginning of the names of its cases.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Network => "network",
            Self::Gateway => "gateway",
            Self::Service => "service",
            Self::Connector => "connector",
            Self::Malformed => "malformed",
            Self::Slow => "slow",
            Self::Cut => "cut",
        }
    }
}

impl Case {
    /// A case of which a read is not asked for again.
    pub fn new(kind: Kind, what: &str, answer: Answer, end: End, says: Says) -> Self {
        Self {
            name: format!("{}: {what}", kind.name()),
            kind,
            answer,
            at_preflight: false,
            held: (0, 0),
            end,
            passes: Passes::Never,
            special: Special::None,
            says,
        }
    }

    /// The same, of which a read is asked for again.
    pub fn passing(self, passes: Passes) -> Self {
        Self { passes, ..self }
    }

    /// The same, about which something is done.
    pub fn special(self, special: Special) -> Self {
        Self { special, ..self }
    }

    /// The same, held back: the head, then the body, in milliseconds.
    pub fn held(self, head: u64, body: u64) -> Self {
        Self { held: (head, body), ..self }
    }

    /// The same, for the preflight.
    pub fn at_preflight(self) -> Self {
        Self { at_preflight: true, ..self }
    }

    /// What the local service answers to this operation; `secrets` are those that it is sent.
    pub fn reply(&self, operation: Operation, secrets: &[&str]) -> Reply {
        match &self.answer {
            Answer::This(reply) => reply.clone(),
            Answer::Documented(documented) => Reply::Documented(*documented),
            Answer::Success(body) => Reply::json(operation.success(), body.clone()),
            Answer::CutSuccess(body) => {
                Reply::CutInBody { status: operation.success(), body: body.clone() }
            }
            Answer::Echo => super::service::echo(&secrets.join(" ")),
        }
    }

    /// Whether the page claims to know a cause.
    pub fn claims_cause(&self, operation: Operation) -> bool {
        self.cause_and_next(operation).0.is_some()
    }

    /// All that the page has to say where this operation meets it.
    pub fn texts(&self, operation: Operation) -> Vec<String> {
        let says = &self.says;
        let status = match says.status {
            Status::None => None,
            Status::Is(status) => Some(status),
            Status::Success => Some(operation.success()),
        };
        let request_id = match says.request_id {
            RequestId::None => None,
            RequestId::Any => Some("Request ID\n".to_owned()),
            RequestId::Is(id) => Some(format!("Request ID\n{id}")),
        };
        let mut texts = vec![format!("Stage\n{}", says.stage)];
        texts.extend(status.map(|status| format!("Status\n{status}")));
        texts.extend(says.code.as_ref().map(|code| format!("Code\n{code}")));
        texts.extend(request_id);
        let (cause, next) = self.cause_and_next(operation);
        let meaning = match says.advice {
            Advice::Written(entry) => Some(entry.meaning),
            Advice::Plain { .. } => None,
        };
        texts.extend([Some(says.what), meaning, Some(next)].into_iter().flatten().map(Into::into));
        texts.extend(cause.map(|cause| format!("Likely cause: {cause}")));
        texts.extend(says.words.clone());
        texts
    }

    /// How the page begins to say that an outcome is not known.
    pub fn came(&self) -> &'static str {
        if self.says.stage == "no-answer" {
            "No answer came"
        } else {
            "The answer does not tell what became of it"
        }
    }

    fn cause_and_next(&self, operation: Operation) -> (Option<&'static str>, &'static str) {
        match self.says.advice {
            Advice::Written(entry) => {
                let words = self.says.words.as_deref().unwrap_or_default();
                entry.advice(words, operation.auth_name())
            }
            Advice::Plain { cause, next, next_else } => match (next_else, operation) {
                (Some(_), Operation::Edit) => (cause, NEXT_OF_AN_EDIT),
                (Some(other), Operation::List | Operation::Test | Operation::Explore) => {
                    (cause, other)
                }
                _ => (cause, next),
            },
        }
    }
}

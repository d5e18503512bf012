//! What the local service is told to do, and what arrived there.

use anyhow::{Context, Result, ensure};
use flow_service_sim::{Method, ReceivedRequest, Reply, ScriptedAnswer};

use super::super::canaries::{PASSWORD, SECURITY_TOKEN, TOKEN};
use super::cases::{Case, End, Kind, Operation, Passes};
use super::walk::{Walk, Way};
use crate::local_service::CONNECTIONS;
use crate::until::until_true;

/// The most attempts of a read.
const ATTEMPTS: usize = 5;

/// What had arrived before a press, and what there was.
pub struct Before {
    sent: usize,
    preflights: usize,
    writes: usize,
    connections: usize,
}

impl Walk<'_> {
    /// Tells the local service what to do with what is sent next.
    pub fn script(&self, case: &Case, carried_out: bool) {
        let (method, path, query) = self.target();
        let secrets = if self.operation.is_read() {
            &[TOKEN][..]
        } else {
            &[TOKEN, PASSWORD, SECURITY_TOKEN][..]
        };
        let answer = ScriptedAnswer {
            method: Some(method.clone()),
            path_prefix: Some(path),
            query: query.map(str::to_owned),
            ..ScriptedAnswer::default()
        };
        let is_too_late = self.is_repeated(case) == Some(Passes::TooLate);
        self.world.service.script(ScriptedAnswer {
            method: Some(if case.at_preflight { Method::OPTIONS } else { method }),
            times: if is_too_late { u32::MAX } else { 1 },
            carry_out: carried_out,
            delay_ms: case.held.0,
            body_delay_ms: case.held.1,
            reply: case.reply(self.operation, secrets),
            ..answer
        });
        if self.operation == Operation::Create && case.end == End::Unknown {
            // What the look finds is not to hide what the page says before.
            let refusal = r#"{"title":"Nobody may look"}"#;
            self.world.service.answers_look_ups(1, 0, Reply::json(403, refusal));
        }
    }

    /// Method, path and a part of the query of what is sent.
    fn target(&self) -> (Method, String, Option<&'static str>) {
        let one = |end: &str| format!("{CONNECTIONS}/{}{end}", self.id.borrow());
        match self.operation {
            Operation::Create => (Method::POST, CONNECTIONS.to_owned(), None),
            Operation::List => (Method::GET, CONNECTIONS.to_owned(), Some("connectionSpec.id")),
            Operation::Test => (Method::GET, one("/test"), None),
            Operation::Explore => (Method::GET, one("/explore"), None),
            Operation::Edit => (Method::PATCH, one(""), None),
        }
    }

    fn count(&self, method: &Method) -> usize {
        let (_, path, query) = self.target();
        let requests = self.world.service.requests();
        let is_it = |request: &&ReceivedRequest| {
            request.method == *method
                && request.path == path
                && request.query.contains(query.unwrap_or_default())
        };
        requests.iter().filter(is_it).count()
    }

    /// What has arrived by now, and what there is.
    pub fn before(&self) -> Before {
        let (method, ..) = self.target();
        let requests = self.world.service.requests();
        let is_write = |method: &Method| *method == Method::POST || *method == Method::PATCH;
        Before {
            sent: self.count(&method),
            preflights: self.count(&Method::OPTIONS),
            writes: requests.iter().filter(|request| is_write(&request.method)).count(),
            connections: self.world.service.connections().len(),
        }
    }

    /// From then on what is seen is about this press.
    pub async fn arrives(&self, case: &Case, before: &Before) -> Result<()> {
        let (method, ..) = self.target();
        until_true("what was pressed for arrives", async || {
            Ok(if case.at_preflight {
                self.count(&Method::OPTIONS) > before.preflights
            } else {
                self.count(&method) > before.sent
            })
        })
        .await
    }

    /// One press, one request that writes; reads as often as they are repeated.
    pub fn was_sent_once(&self, case: &Case, before: &Before, way: Way) -> Result<()> {
        let now = self.before();
        let sent = now.sent - before.sent;
        let is_stopped = case.at_preflight && case.end != End::Done;
        let lost = usize::from(is_stopped);
        match self.is_repeated(case) {
            None => ensure!(sent == 1 + usize::from(way.goes_on) - lost, "{sent} requests arrived"),
            Some(Passes::TooLate) if is_stopped => ensure!(sent == 0, "{sent} requests arrived"),
            // Firefox asks once more by itself where not one byte came.
            Some(Passes::TooLate) if case.kind == Kind::Cut => {
                ensure!(sent >= ATTEMPTS, "{sent} requests arrived");
            }
            Some(Passes::TooLate) => ensure!(sent == ATTEMPTS, "{sent} requests arrived"),
            Some(_) => ensure!(sent == 2 - lost, "{sent} requests arrived"),
        }
        let writes = if self.operation.is_read() { 0 } else { sent };
        self.was_written(before, writes)?;
        self.written.set(self.written.get() + writes);
        let made = now.connections - before.connections;
        let creates = self.operation == Operation::Create;
        let expected = creates && (way.carried_out || self.succeeds(case, way));
        ensure!(made == usize::from(expected), "{made} connections were made");
        self.names_are_different()
    }

    /// So many requests that write have arrived since then, and no more.
    pub fn was_written(&self, before: &Before, count: usize) -> Result<()> {
        let writes = self.before().writes - before.writes;
        ensure!(writes == count, "{writes} requests that write arrived instead of {count}");
        Ok(())
    }

    fn names_are_different(&self) -> Result<()> {
        let all = self.world.service.connections();
        let mut names: Vec<_> =
            all.iter().filter_map(|held| held.connection.name.as_ref()).collect();
        let count = names.len();
        names.sort();
        names.dedup();
        ensure!(names.len() == count, "{} names are there twice", count - names.len());
        Ok(())
    }

    /// Else it would prove nothing that they are not found.
    pub fn canaries_were_sent(&self) -> Result<()> {
        let (method, ..) = self.target();
        let requests = self.world.service.requests();
        let last = requests.iter().rfind(|request| request.method == method);
        let last = last.context("nothing was sent")?;
        let token = last.header("authorization").is_some_and(|held| held.contains(TOKEN));
        ensure!(token, "the token was not sent");
        ensure!(self.operation.is_read() || last.body.contains(PASSWORD), "no password was sent");
        Ok(())
    }
}

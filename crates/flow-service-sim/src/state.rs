//! What all requests of one service share.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};

use flow_service::value::SandboxName;

use crate::known_specs::KnownSpecs;
use crate::options::Options;
use crate::received::ReceivedRequest;
use crate::script::Script;
use crate::seed;
use crate::store::Store;

/// More requests than this are not kept: a service may run for days.
const REQUESTS_KEPT: usize = 10_000;

/// The state of a service.
pub struct State {
    /// The sandboxes that exist, the default one first.
    pub sandboxes: Vec<SandboxName>,
    /// The connection specs that are known.
    pub specs: KnownSpecs,
    /// How many connections exist from the start.
    seed: usize,
    script: Mutex<Script>,
    store: Mutex<Store>,
    requests: Mutex<VecDeque<ReceivedRequest>>,
}

impl State {
    pub fn new(options: &Options) -> Self {
        let state = Self {
            sandboxes: options.sandboxes.clone(),
            specs: KnownSpecs::new(options.basic),
            seed: options.seed,
            script: Mutex::default(),
            store: Mutex::default(),
            requests: Mutex::default(),
        };
        *state.store() = state.seeded();
        state
    }

    pub fn script(&self) -> MutexGuard<'_, Script> {
        lock(&self.script)
    }

    pub fn store(&self) -> MutexGuard<'_, Store> {
        lock(&self.store)
    }

    pub fn record(&self, request: ReceivedRequest) {
        let mut requests = lock(&self.requests);
        if requests.len() == REQUESTS_KEPT {
            requests.pop_front();
        }
        requests.push_back(request);
    }

    pub fn requests(&self) -> Vec<ReceivedRequest> {
        lock(&self.requests).iter().cloned().collect()
    }

    /// As after the start: the made-up connections, no scripted answer, no request.
    pub fn reset(&self) {
        *self.script() = Script::default();
        *self.store() = self.seeded();
        lock(&self.requests).clear();
    }

    fn seeded(&self) -> Store {
        let sandbox = self.sandboxes.first();
        sandbox
            .map(|sandbox| Store::with(seed::connections(self.seed, sandbox)))
            .unwrap_or_default()
    }
}

/// A panic elsewhere leaves these values whole, so the poison says nothing.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

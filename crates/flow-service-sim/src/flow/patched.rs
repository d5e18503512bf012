//! A connection after a list of changes: all of them hold, or none.

use std::collections::BTreeSet;

use flow_service::connection::Connection;
use serde_json::{Map, Value};

use super::auth_params;
use super::new_connection::{CLIENT, CREATOR, new_etag};
use super::patch::{Change, Target};
use crate::known_specs::KnownSpecs;
use crate::mask;
use crate::problem::Problem;
use crate::store::StoredConnection;

/// The states that a client may set.
const STATES: [&str; 3] = ["enabled", "disabled", "initializing"];

/// The changed connection, with a new etag; the store dates it.
pub fn connection(
    stored: &StoredConnection,
    changes: Vec<(Target, Change)>,
    specs: &KnownSpecs,
) -> Result<StoredConnection, Problem> {
    let mut connection = stored.connection.clone();
    let mut params = Params::of(stored);
    for (target, change) in changes {
        match target {
            Target::Name => connection.name = Some(name(connection.name.as_deref(), change)?),
            Target::Description => {
                connection.description = description(connection.description.as_deref(), change)?;
            }
            Target::State => connection.state = Some(state(change)?),
            Target::AuthParams => params.change_all(change)?,
            Target::AuthParam(key) => params.change(key, change)?,
        }
    }
    let wrong_secrets = params.finish(&mut connection, specs)?;
    connection.etag = Some(new_etag());
    connection.updated_by = Some(CREATOR.to_owned());
    connection.updated_client = Some(CLIENT.to_owned());
    Ok(StoredConnection::new(connection, wrong_secrets))
}

fn name(old: Option<&str>, change: Change) -> Result<String, Problem> {
    let name = match new_value(old.is_some(), "/name", change)? {
        Some(value) => text(value)?,
        None => String::new(),
    };
    if name.is_empty() { Err(Problem::FieldMissing("name".to_owned())) } else { Ok(name) }
}

fn description(old: Option<&str>, change: Change) -> Result<Option<String>, Problem> {
    new_value(old.is_some(), "/description", change)?.map(text).transpose()
}

fn state(change: Change) -> Result<String, Problem> {
    let value = new_value(true, "/state", change)?;
    let state = value.as_ref().and_then(Value::as_str);
    let state = state.filter(|state| STATES.contains(state)).ok_or(Problem::StateInvalid)?;
    Ok(state.to_owned())
}

/// The value after a change, none after `remove`. As in JSON Patch, what is replaced or
/// removed has to be there.
fn new_value(exists: bool, path: &str, change: Change) -> Result<Option<Value>, Problem> {
    match change {
        Change::Add(value) => Ok(Some(value)),
        Change::Replace(value) if exists => Ok(Some(value)),
        Change::Remove if exists => Ok(None),
        Change::Replace(_) | Change::Remove => {
            Err(Problem::PatchMalformed(format!("There is nothing under {path}.")))
        }
    }
}

fn text(value: Value) -> Result<String, Problem> {
    match value {
        Value::String(text) => Ok(text),
        _ => Err(Problem::PatchMalformed("The value has to be a text.".to_owned())),
    }
}

/// The auth parameters while they are changed: those from before are masked, those that are
/// fresh are in clear until all changes are made.
struct Params {
    values: Map<String, Value>,
    fresh: BTreeSet<String>,
    wrong: BTreeSet<Vec<String>>,
    changed: bool,
}

impl Params {
    fn of(stored: &StoredConnection) -> Self {
        let values = stored.connection.auth_params.as_ref().and_then(Value::as_object);
        Self {
            values: values.cloned().unwrap_or_default(),
            fresh: BTreeSet::new(),
            wrong: stored.wrong_secrets.clone(),
            changed: false,
        }
    }

    fn change_all(&mut self, change: Change) -> Result<(), Problem> {
        self.values = match new_value(true, "/auth/params", change)? {
            Some(Value::Object(values)) => values,
            Some(_) => {
                let message = "The value of /auth/params has to be an object.";
                return Err(Problem::PatchMalformed(message.to_owned()));
            }
            None => Map::new(),
        };
        self.fresh = self.values.keys().cloned().collect();
        self.changed = true;
        Ok(())
    }

    fn change(&mut self, key: String, change: Change) -> Result<(), Problem> {
        let exists = self.values.contains_key(&key);
        match new_value(exists, &format!("/auth/params/{key}"), change)? {
            Some(value) => {
                self.values.insert(key.clone(), value);
                self.fresh.insert(key);
            }
            None => {
                // The others keep their order.
                self.values.shift_remove(&key);
            }
        }
        self.changed = true;
        Ok(())
    }

    /// Checks the parameters as at a creation, masks them, and says which secrets the source
    /// does not take.
    fn finish(
        mut self,
        connection: &mut Connection,
        specs: &KnownSpecs,
    ) -> Result<BTreeSet<Vec<String>>, Problem> {
        if !self.changed {
            return Ok(self.wrong);
        }
        let spec_id = connection.spec_id.clone().unwrap_or_default();
        let spec = &specs.with_id(&spec_id).ok_or(Problem::SpecUnknown)?.spec;
        let name = connection.auth_spec.clone().unwrap_or_default();
        let auth = spec
            .auth_spec(&name)
            .ok_or_else(|| Problem::AuthSpecUnknown { name: name.clone(), spec_id })?;
        auth_params::check(auth, &self.values)?;
        auth_params::refuse_as_source(&self.values)?;
        connection.auth_params = Some(mask::masked(auth, &self.values));
        let is_old = |key: &String| self.values.contains_key(key) && !self.fresh.contains(key);
        self.wrong.retain(|path| path.first().is_some_and(is_old));
        self.values.retain(|key, _| self.fresh.contains(key));
        self.wrong.extend(auth_params::wrong_secrets(auth, &self.values));
        Ok(self.wrong)
    }
}

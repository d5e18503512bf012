//! The input that a refusal of an edit is about. It bears a mark until it is changed: of what
//! is typed since nobody has said anything.

use flow_service::error::{CallError, Fault};

use super::{Edit, Field, Phase};

impl Edit {
    /// The input that a refusal is about, if it was not changed since.
    #[must_use]
    pub fn fault(&self) -> Option<&Field> {
        self.mark.as_ref().filter(|_| matches!(self.phase, Phase::Refused(_)))
    }

    pub(super) fn refused(&mut self, error: CallError) {
        self.mark = self.at_fault(&error);
        self.phase = Phase::Refused(error);
    }

    fn at_fault(&self, error: &CallError) -> Option<Field> {
        let Some(Fault::Param(key)) = error.refusal()?.fault() else { return None };
        let known = self.rotation.as_ref()?.params.iter().any(|param| param.field.key == key);
        known.then_some(Field::Param(key))
    }
}

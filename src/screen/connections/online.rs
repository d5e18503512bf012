//! Whether the browser is online, and what is asked for again when it is so anew. Only reads
//! are: whatever writes is a person's press.

use super::explore::{self, Branch, Content};
use super::message::{Effect, Moment, Told};
use super::model::Model;
use super::one::{Found, Spec};
use super::{list, one};
use crate::screen::{Route, TestRun, lacks_network, words};

/// The browser says so. It may say the same twice.
pub(super) fn changed(model: &mut Model, online: bool, moment: Moment) -> Vec<Effect> {
    if model.offline != online {
        return Vec::new();
    }
    model.offline = !online;
    let said = if online { words::ONLINE } else { words::OFFLINE };
    let mut effects = vec![Effect::Tell(Told::Online(online)), Effect::say(said)];
    if online {
        let again = match model.route {
            Route::Create => Vec::new(),
            Route::Connections => list::online(model),
            Route::Connection(_) => connection(model, moment),
        };
        // Nobody pressed: the focus stays where it is.
        effects.extend(again.into_iter().filter(|effect| !matches!(effect, Effect::Focus(_))));
    }
    effects
}

/// What did not come of the open connection.
fn connection(model: &mut Model, moment: Moment) -> Vec<Effect> {
    let Some(one) = &model.one else { return Vec::new() };
    let found = matches!(&one.found, Found::Failed(error) | Found::Earlier(_, error) if lacks_network(error));
    let spec = matches!(&one.spec, Spec::Failed(error) if lacks_network(error));
    let tree = &one.explore.tree;
    let failed = |branch: &Branch| matches!(branch, Branch::Failed(error) if lacks_network(error));
    let test = matches!(&one.test, TestRun::Failed(error) if lacks_network(error));
    let mut lacking = Vec::new();
    if tree.root.as_ref().is_some_and(failed) {
        lacking.push(explore::Msg::RetryPressed(None));
    }
    let branches = tree.branches.iter().filter(|(_, branch)| failed(branch));
    lacking.extend(branches.map(|(path, _)| explore::Msg::RetryPressed(Some(path.clone()))));
    let open = one.explore.open.as_ref();
    if open
        .is_some_and(|open| matches!(&open.content, Content::Failed(error) if lacks_network(error)))
    {
        lacking.push(explore::Msg::TableRetryPressed);
    }
    let mut effects = if found { one::inspect(model) } else { Vec::new() };
    if spec {
        effects.extend(one::ask_for_spec_again(model));
    }
    if test {
        effects.extend(one::update(model, one::Msg::TestPressed, moment));
    }
    for msg in lacking {
        effects.extend(explore::update(model, msg, moment));
    }
    effects
}

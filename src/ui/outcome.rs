//! What came of pressing *Create connection*: a list of problems, a refusal, an unknown
//! outcome, or the connection.

use flow_service::error::CallError;
use flow_service::spec::{BASIC_AUTHENTICATION, OAUTH2_CLIENT_CREDENTIAL};
use yew::prelude::*;

use super::act::{Act, button, copy_button};
use super::field::Look as Fields;
use crate::screen::{
    CopyTarget, Field, Look, Msg, OlderNamesake, Phase, TestRun, element_id, words,
};

pub(super) fn outcome(fields: &Fields) -> Html {
    match &fields.model.phase {
        Phase::Filling if fields.model.summary => summary(fields),
        Phase::Filling | Phase::Sending(_) => html! { <div></div> },
        Phase::Refused(error) => refused(fields, error),
        Phase::Unknown { cause, look, .. } => unknown(fields, cause, look),
        Phase::Created { test, .. } => created(fields, test),
    }
}

fn summary(fields: &Fields) -> Html {
    let model = fields.model;
    let items = model.problems.iter().map(|(field, problem)| {
        let label = words::label(field, fields.auth);
        let text = words::summary_line(&label, *problem);
        let id = field.id();
        let act = fields.act.clone();
        let field = field.clone();
        let onclick = Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            act.emit(Act::Tell(Msg::FieldSought(field.clone())));
        });
        html! { <li><a href={["#", &id].concat()} {onclick}>{ text }</a></li> }
    });
    html! {
        <div class="box negative" role="alert">
            <h2>{ words::summary(model.problems.len()) }</h2>
            <ul>{ for items }</ul>
        </div>
    }
}

fn refused(fields: &Fields, error: &CallError) -> Html {
    let offers_oauth2 = fields.auth.name == BASIC_AUTHENTICATION
        && fields.model.fault().as_ref() == Some(&Field::Authentication);
    html! {
        <div class="box negative" role="alert" id={element_id::REFUSED} tabindex="-1">
            <h2>{ words::REFUSED }</h2>
            { advice(error, &fields.model.auth_name, true) }
            <div class="actions">
                <span class="slot" hidden={!offers_oauth2}>
                    { button(words::SWITCH_TO_OAUTH2, fields.act, || Msg::AuthChosen(OAUTH2_CLIENT_CREDENTIAL.to_owned())) }
                </span>
                { copy_button(fields.model, words::COPY_REPORT, CopyTarget::Report, fields.act) }
            </div>
        </div>
    }
}

/// The words and the figures of a failure.
fn advice(error: &CallError, auth_name: &str, with_next: bool) -> Html {
    let advice = words::failure(error, auth_name);
    let pair = |(name, value): (&'static str, String)| {
        html! { <div><dt>{ name }</dt><dd>{ value }</dd></div> }
    };
    html! {
        <>
            <p>{ advice.what }</p>
            <p hidden={advice.cause.is_none()}>{ words::likely(advice.cause) }</p>
            <p hidden={!with_next}>{ advice.next }</p>
            <blockquote hidden={advice.server_words.is_none()}>{ advice.server_words }</blockquote>
            <dl>{ for words::failure_details(error).into_iter().map(pair) }</dl>
        </>
    }
}

fn unknown(fields: &Fields, cause: &CallError, look: &Look) -> Html {
    let looking = matches!(look, Look::Looking(_));
    let state = match look {
        Look::Looking(_) => html! { <p class="progress">{ words::LOOKING }</p> },
        Look::NotFound(older) => html! {
            <div>
                <p><strong>{ words::not_found(older.len()) }</strong></p>
                <ul>{ for older.iter().map(namesake) }</ul>
            </div>
        },
        Look::Failed(error) => html! {
            <div>
                <p><strong>{ words::LOOK_FAILED }</strong></p>
                <div hidden={error == cause}>{ advice(error, &fields.model.auth_name, false) }</div>
            </div>
        },
    };
    html! {
        <section class="box notice" aria-labelledby="unknown-heading" id={element_id::UNKNOWN} tabindex="-1">
            <h2 id="unknown-heading">{ words::UNKNOWN }</h2>
            { advice(cause, &fields.model.auth_name, !matches!(look, Look::NotFound(_))) }
            { state }
            <div class="actions" hidden={looking}>
                { button(words::LOOK_AGAIN, fields.act, || Msg::LookAgain) }
                { button(words::BACK_TO_FORM, fields.act, || Msg::AnotherPressed) }
                { copy_button(fields.model, words::COPY_REPORT, CopyTarget::Report, fields.act) }
            </div>
        </section>
    }
}

fn namesake(older: &OlderNamesake) -> Html {
    let at = older.created_at.map(words::utc).unwrap_or_default();
    html! { <li><code>{ older.id.as_str().to_owned() }</code>{ " " }{ at }</li> }
}

fn created(fields: &Fields, test: &TestRun) -> Html {
    let Some(connected) = fields.model.latest() else { return html! { <div></div> } };
    let pairs = [
        (words::NAME, connected.name.clone()),
        (words::SANDBOX, connected.sandbox.clone()),
        (words::CREATED_AT, words::utc(connected.at)),
        (words::ETAG, connected.etag.clone().unwrap_or_else(|| words::NO_ETAG.to_owned())),
    ];
    let pairs = pairs.map(|(name, value)| html! { <div><dt>{ name }</dt><dd>{ value }</dd></div> });
    html! {
        <section class="box positive" aria-labelledby="created-heading">
            <h2 id="created-heading">{ words::CREATED }</h2>
            <p hidden={!connected.found_by_looking}>{ words::FOUND_BY_LOOKING }</p>
            <div class="label"><label for={element_id::CONNECTION_ID}>{ words::CONNECTION_ID }</label></div>
            <div class="result">
                <input type="text" readonly=true id={element_id::CONNECTION_ID}
                    value={connected.id.as_str().to_owned()} />
                { copy_button(fields.model, words::COPY_CONNECTION_ID, CopyTarget::ConnectionId, fields.act) }
            </div>
            <dl>{ for pairs }</dl>
            <p>{ words::SECRETS_CLEARED }</p>
            { tested(fields, test) }
            <div class="actions">
                { button(
                    if *test == TestRun::Running { words::TESTING } else { words::TEST_CONNECTION },
                    fields.act,
                    || Msg::TestPressed,
                ) }
                { button(words::CREATE_ANOTHER, fields.act, || Msg::AnotherPressed) }
            </div>
        </section>
    }
}

fn tested(fields: &Fields, test: &TestRun) -> Html {
    let result = match test {
        TestRun::None | TestRun::Running => html! {},
        TestRun::Answered(accepted, at) => {
            let text = if *accepted { words::TEST_ACCEPTED } else { words::TEST_REFUSED };
            let class = if *accepted { "accepted" } else { "error" };
            html! { <p {class}>{ text }{ " " }{ words::utc(*at) }</p> }
        }
        TestRun::Failed(error) => html! {
            <div role="alert">
                <p class="error">{ words::TEST_FAILED }</p>
                { advice(error, &fields.model.auth_name, false) }
            </div>
        },
    };
    html! { <div class="tested">{ result }</div> }
}

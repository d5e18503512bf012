//! The view *Connections*: what was created on this page.

use yew::prelude::*;

use crate::screen::{Connected, Model, words};

pub(super) fn connections(model: &Model) -> Html {
    let none = model.created.is_empty();
    let [name, id, sandbox, created] = words::COLUMNS;
    html! {
        <>
            <h1>{ words::CONNECTIONS_HEADING }</h1>
            <p class="intro">{ words::CONNECTIONS_INTRO }</p>
            <p class="empty" hidden={!none}>{ words::CONNECTIONS_NONE }</p>
            <div class="scroll" hidden={none} tabindex="0" role="group" aria-label={words::CONNECTIONS_HEADING}>
                <table>
                    <thead>
                        <tr>
                            { for [name, id, sandbox, created].map(|column| html! { <th scope="col">{ column }</th> }) }
                        </tr>
                    </thead>
                    <tbody>{ for model.created.iter().rev().map(row) }</tbody>
                </table>
            </div>
        </>
    }
}

fn row(connected: &Connected) -> Html {
    html! {
        <tr key={connected.id.as_str().to_owned()}>
            <th scope="row">{ &connected.name }</th>
            <td><code>{ connected.id.as_str().to_owned() }</code></td>
            <td>{ &connected.sandbox }</td>
            <td>{ words::utc(connected.at) }</td>
        </tr>
    }
}

//! Every refusal of the catalogue, as the local service documents it.
#![expect(clippy::panic, reason = "a table that lacks something has no cases")]

use flow_connect::screen::words::errors::{CATALOGUE, Entry, Layer, Sign};
use flow_service_sim::Documented;

use super::case::{Answer, Case, End, Kind, Passes, Special};
use super::says::{Advice, RequestId, Says, Status};

/// With these a server gives up on what it may have begun.
const GIVES_UP: [&str; 4] = ["1102-500", "1103-503", "1104-504", "1006-408"];

/// With these it may take the same a moment later.
const PASSES: [(&str, Passes); 3] =
    [("429050", Passes::AtOnce), ("1103-503", Passes::TooLate), ("1104-504", Passes::AtOnce)];

/// With these it has no such connection.
const GONE: [&str; 3] = ["1101-404", "1439-404", "1439-400"];

pub fn cases() -> Vec<Case> {
    let of = |(layer, entries): &(Layer, &'static [Entry])| {
        let layer = *layer;
        entries.iter().map(move |entry| case(layer, entry)).collect::<Vec<_>>()
    };
    CATALOGUE.iter().flat_map(of).collect()
}

fn case(layer: Layer, entry: &'static Entry) -> Case {
    let name = match entry.sign {
        Sign::Code(code) => code,
        Sign::Words(_) => "content-type",
    };
    let documented = Documented::of(name).unwrap_or_else(|| panic!("nobody documents {name}"));
    let kind = match layer {
        Layer::Gateway => Kind::Gateway,
        Layer::Service | Layer::ServiceAccess => Kind::Service,
        Layer::Connector => Kind::Connector,
    };
    // What has no code comes in the shape of the service.
    let by_gateway = layer == Layer::Gateway && documented.code().is_some();
    let (stage, what) = if by_gateway {
        ("gateway", "Adobe's API gateway refused the request.")
    } else {
        ("service", "The Flow Service refused the request.")
    };
    let has_id = !by_gateway && documented.code().is_some();
    let says = Says {
        stage,
        status: Status::Is(documented.status()),
        code: documented.code().map(str::to_owned),
        request_id: if has_id { RequestId::Any } else { RequestId::None },
        what,
        advice: Advice::Written(entry),
        words: Some(documented.message().to_owned()),
    };
    let end = if GIVES_UP.contains(&name) { End::Unknown } else { End::Refused };
    let passes = PASSES.iter().find(|(code, _)| *code == name).map(|(_, passes)| *passes);
    let special = match name {
        name if GONE.contains(&name) => Special::Gone,
        // The others of this status are about the organization.
        "401013" => Special::Token,
        "1404-412" => Special::Stale,
        _ => Special::None,
    };
    Case::new(kind, name, Answer::Documented(documented), end, says)
        .passing(passes.unwrap_or(Passes::Never))
        .special(special)
}

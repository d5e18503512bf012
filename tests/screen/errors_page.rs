//! `docs/errors.md` is made from the table that the app has its words from.

use std::env;
use std::fs;
use std::path::Path;

use flow_connect::screen::Field;
use flow_connect::screen::words::errors::{BASIC_ENDED, CATALOGUE, Entry, Layer, OF_A_LOGIN, Sign};
use flow_connect::screen::words::label;
use flow_service::error::Fault;
use flow_service::spec::{AuthSpec, BASIC_AUTHENTICATION, ConnectionSpec};

const PATH: &str = "docs/errors.md";

const COMMAND: &str = "UPDATE_DOCS=1 cargo test --test screen errors_page";

/// What stands before the tables.
fn head() -> String {
    [
        "<!-- Made from src/screen/words/errors.rs. Do not edit it here: change the table, then run\n     ",
        COMMAND,
        " -->\n\n# Errors\n\n\
        The refusals of Adobe's documentation that matter to this app: what each means, the likely cause where it is known, what to do next, and the field of the page that is marked. The page shows the same words, with the code, the request ID and the service's own words. A code that is not here is shown as it is, with the service's own words, and nothing is claimed about it: the status alone decides whether to wait or to look first. Where a header did not arrive, something on the way took it out, and no field is marked.\n\n\
        A code of the gateway is six digits. One of Flow Service is a number and the HTTP status; it stands at the end of `type`, as in `FLOW-1439-404`. Flow Service and the connectors behind it use some of the same numbers, 1100 to 1104 and 1400 to 1404, for different things. Mostly the status tells them apart; where it does not (`1100-400`, `1401-400`, `1403-400`), the meaning below has both.\n\n\
        The [local service](local-service.md) answers with each of them on demand: `{\"kind\": \"documented\", \"code\": \"1450-400\"}`.\n",
    ]
    .concat()
}

fn heading(layer: Layer) -> &'static str {
    match layer {
        Layer::Gateway => "Adobe's API gateway",
        Layer::Service => "Flow Service: what is asked",
        Layer::ServiceAccess => "Flow Service: who asks, and where",
        Layer::Connector => "Connectors of sources",
    }
}

fn auth() -> AuthSpec {
    ConnectionSpec::service_cloud().auth_spec(BASIC_AUTHENTICATION).unwrap().clone()
}

fn field(entry: &Entry) -> String {
    match entry.fault("The mandatory field password is not provided") {
        Some(Fault::Param(_)) => "the one that the words name".to_owned(),
        Some(fault) => label(&Field::of_fault(fault, &auth()).unwrap(), &auth()),
        None => String::new(),
    }
}

fn row(entry: &Entry) -> String {
    let code = match entry.sign {
        Sign::Code(code) => format!("`{code}`"),
        Sign::Words(words) => format!("none: `{words}`"),
    };
    let with_basic =
        |words: &str| format!(" With Basic Authentication of Salesforce Service Cloud: {words}");
    let (mut cause, mut next) = (entry.cause.unwrap_or_default().to_owned(), entry.next.to_owned());
    if entry.advice("", "").0 != entry.cause {
        cause = format!(
            "Only where the words speak of a login (`{}`): {cause}",
            OF_A_LOGIN.join("`, `")
        );
    }
    if entry.advice("", BASIC_AUTHENTICATION) != entry.advice("", "") {
        cause += &with_basic(BASIC_ENDED.0);
        next += &with_basic(BASIC_ENDED.1);
    }
    format!("| {code} | {} | {cause} | {next} | {} |\n", entry.meaning, field(entry))
}

fn page() -> String {
    let mut page = head();
    for (layer, entries) in &CATALOGUE {
        page.extend(["\n## ", heading(*layer), "\n\n"]);
        page += "| code | what it means | likely cause | what to do next | field |\n|---|---|---|---|---|\n";
        page.extend(entries.iter().map(row));
    }
    page
}

#[test]
fn the_page_is_that_of_the_table() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(PATH);
    let page = page();
    if env::var_os("UPDATE_DOCS").is_some_and(|update| update == "1") {
        fs::write(&path, &page).unwrap();
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    let differs = written.lines().zip(page.lines()).find(|(written, made)| written != made);
    assert!(written == page, "{PATH} is not that of the table; run {COMMAND}\n{differs:#?}");
}

/// A bar would end a cell.
#[test]
fn each_row_has_five_cells() {
    let rows = page();
    let rows: Vec<_> = rows.lines().filter(|line| line.starts_with('|')).collect();
    assert!(rows.iter().all(|row| row.matches('|').count() == 6), "{rows:#?}");
    let entries: usize = CATALOGUE.iter().map(|(_, entries)| entries.len()).sum();
    assert_eq!(rows.len(), entries + 2 * CATALOGUE.len());
}

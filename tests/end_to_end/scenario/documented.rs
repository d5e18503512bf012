//! Every refusal of the table of errors, as the built page shows it.

use anyhow::{Context, Result, ensure};
use flow_connect::screen::words::errors::{CATALOGUE, Entry, Sign};
use flow_service_sim::{Documented, Reply};

use super::refused::nothing_typed_is_lost;
use super::typed::BASIC;
use crate::page::Page;
use crate::world::World;

/// Each is shown as it is written, and nothing that was typed is lost.
pub async fn codes_read_as_written(world: &World) -> Result<()> {
    let page = world.open_and_fill().await?;
    let mut sent = 0;
    for entry in CATALOGUE.iter().flat_map(|(_, entries)| entries.iter()) {
        let name = match entry.sign {
            Sign::Code(code) => code,
            Sign::Words(_) => "content-type",
        };
        let documented = Documented::of(name).context("the local service lacks it")?;
        let reply = Reply::Documented(documented);
        world.service.answers_creation(reply.clone(), false);
        if matches!(documented.status(), 408 | 500..) {
            // Whether it was created is unknown. The look is refused too, by a code that is
            // for good and has no cause: what passes by itself would be looked for again.
            let refused = Documented::of("1401-400").context("the local service lacks it")?;
            world.service.answers_look_ups(1, 0, Reply::Documented(refused));
            page.press("Create connection").await?;
            let shown = outcome_unknown(page, documented).await?;
            reads_as_written(&shown, entry, documented).context(name)?;
            page.press("Back to the form").await?;
        } else {
            page.press("Create connection").await?;
            let shown = page.alert_with(documented.code().unwrap_or(documented.message())).await?;
            reads_as_written(&shown, entry, documented).context(name)?;
        }
        sent += 1;
        let arrived = world.service.creations().len();
        ensure!(arrived == sent, "after {name} {arrived} creations have arrived");
    }
    ensure!(sent == Documented::ALL.len(), "the local service has other refusals");
    nothing_typed_is_lost(world).await?;
    page.press("Create connection").await?;
    page.connection_id().await?;
    ensure!(world.service.connections().len() == 1, "a refused creation was carried out");
    Ok(())
}

/// What is shown of an unknown outcome, once the look has failed.
async fn outcome_unknown(page: &Page, documented: Documented) -> Result<String> {
    page.find("button", "Back to the form").await?;
    page.region_with("Outcome unknown", &[documented.name()]).await
}

fn reads_as_written(shown: &str, entry: &Entry, documented: Documented) -> Result<()> {
    let (cause, next) = entry.advice(documented.message(), BASIC);
    let status = documented.status().to_string();
    let parts = [Some(entry.meaning), cause, Some(next), documented.code(), Some(&status)];
    for part in parts.into_iter().flatten().chain([documented.message()]) {
        ensure!(shown.contains(part), "it lacks {part:?}: {shown}");
    }
    let claims = shown.contains("Likely cause");
    ensure!(claims == cause.is_some(), "a cause is claimed: {claims}: {shown}");
    Ok(())
}

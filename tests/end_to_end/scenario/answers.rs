//! Answers that the API does not describe: nothing panics, nothing is sent again.

use anyhow::{Context, Result, ensure};
use flow_service_sim::Reply;

use super::refused::nothing_typed_is_lost;
use crate::world::World;

/// What a proxy, a bug or a bad day sends, each with a name.
fn bodies() -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("HTML", b"<!doctype html><title>Sign in</title><h1>Sign in to the network</h1>".to_vec()),
        ("nothing", Vec::new()),
        ("truncated JSON", br#"{"id":"4267c2ab-2104-474f-a7c2-ab2104"#.to_vec()),
        ("a number", b"42".to_vec()),
        ("null", b"null".to_vec()),
        ("another object", br#"{"items":[]}"#.to_vec()),
        ("an ID that is no text", br#"{"id":{"a":1},"etag":7}"#.to_vec()),
        ("an empty ID", br#"{"id":""}"#.to_vec()),
        ("no text at all", vec![0xff, 0xfe, 0x00, 0x9f, 0x92]),
        ("10 MB of text", vec![b'x'; 10 * 1024 * 1024]),
        ("10 MB of JSON", [b"\"", vec![b'x'; 10 * 1024 * 1024].as_slice(), b"\""].concat()),
        ("100,000 brackets", vec![b'['; 100_000]),
        ("100,000 nested arrays", [vec![b'['; 100_000], vec![b']'; 100_000]].concat()),
    ]
}

/// With status 201 a creation was carried out: the page looks for it and finds it.
pub async fn malformed_successes(world: &World) -> Result<()> {
    for (index, (what, body)) in bodies().into_iter().enumerate() {
        let page = world.open_and_fill().await?;
        page.fill("Name", &format!("Success with {what}")).await?;
        world.service.answers_creation(Reply::json(201, body), true);
        page.press("Create connection").await?;
        let id = page.connection_id().await.with_context(|| format!("the answer was {what}"))?;
        let all = world.service.connections();
        let newest = all.last().context("it was not created")?;
        ensure!(newest.connection.id.as_str() == id, "with {what} it found another one: {id}");
        ensure!(world.service.creations().len() == index + 1, "{what} made it send again");
    }
    Ok(())
}

/// With status 403 nothing was created: the page says what came, and keeps everything.
pub async fn malformed_refusals(world: &World) -> Result<()> {
    let page = world.open_and_fill().await?;
    for (index, (what, body)) in bodies().into_iter().enumerate() {
        // The number of the status tells this answer's alert from the one before.
        let status = 403 + u16::from(index % 2 == 0);
        world.service.answers_creation(Reply::json(status, body), false);
        page.press("Create connection").await?;
        world.creation_arrives(index + 1).await?;
        let alert = page.alert_with(&status.to_string()).await;
        let alert = alert.with_context(|| format!("the answer was {what}"))?;
        ensure!(alert.len() < 4_000, "with {what} the alert has {} bytes", alert.len());
        nothing_typed_is_lost(world).await?;
        let report = page.copy("Copy report", |copied| copied.contains(&status.to_string())).await;
        report.with_context(|| format!("the report of {what}"))?;
    }
    ensure!(world.service.creations().len() == bodies().len(), "something was sent again");
    page.press("Create connection").await?;
    page.connection_id().await?;
    Ok(())
}

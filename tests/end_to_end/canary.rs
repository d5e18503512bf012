//! Canaries: secret values that are found again wherever they leak to.

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::world::World;

/// Collects every place of a document that outlives an input's value or can be seen.
const SWEEP_JS: &str = include_str!("canary.js");

/// Secret values that occur nowhere else.
#[derive(Debug)]
pub struct Canaries(Vec<String>);

impl Canaries {
    /// Watches for these values.
    pub fn new(values: &[&str]) -> Self {
        Self(values.iter().map(|value| (*value).to_owned()).collect())
    }

    /// Asserts that a text holds none of them, neither plain nor encoded.
    pub fn are_not_in(&self, place: &str, text: &str) -> Result<()> {
        let lower = text.to_lowercase();
        for value in &self.0 {
            let plain = value.to_lowercase();
            ensure!(!lower.contains(&plain), "the secret {value} is in {place}: {text}");
            for encoded in encodings(value) {
                ensure!(!text.contains(&encoded), "{value} is encoded in {place}: {text}");
            }
        }
        Ok(())
    }

    /// Asserts that they are nowhere in the document, its storage and the console.
    pub async fn are_nowhere(&self, world: &World) -> Result<()> {
        let places = world.browser.web.execute_async(SWEEP_JS, Vec::<Value>::new()).await?;
        let places = places.json().as_object().context("the sweep gave nothing")?.clone();
        let expected =
            ["url", "history", "localStorage", "sessionStorage", "cookies", "attributes", "text"];
        ensure!(expected.iter().all(|place| places.contains_key(*place)), "{places:?}");
        let attributes = places.get("attributes").map(Value::to_string).unwrap_or_default();
        ensure!(attributes.contains("aria-"), "the sweep does not see the shadow root");
        for (place, text) in &places {
            self.are_not_in(place, &text.to_string())?;
        }
        self.are_not_in("the console", &world.browser.console().await?)?;
        for visit in world.site.visits() {
            self.are_not_in("a request to the host", &format!("{visit:?}"))?;
        }
        for request in world.service.requests() {
            self.are_not_in(
                "the address of a request",
                &format!("{}?{}", request.path, request.query),
            )?;
        }
        Ok(())
    }
}

/// Base64 of the value at each of the three places it can have within a longer text,
/// without the characters that depend on its neighbours.
fn encodings(value: &str) -> Vec<String> {
    (0..3)
        .map(|shift| {
            let padded = [vec![0; shift], value.as_bytes().to_vec()].concat();
            let whole = padded.chunks_exact(3).skip(usize::from(shift > 0));
            whole.flat_map(base64_of).collect()
        })
        .collect()
}

fn base64_of(chunk: &[u8]) -> Vec<char> {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let bits = chunk.iter().fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte));
    [18, 12, 6, 0]
        .into_iter()
        .filter_map(|shift| ALPHABET.get((bits >> shift & 63) as usize))
        .map(|letter| char::from(*letter))
        .collect()
}

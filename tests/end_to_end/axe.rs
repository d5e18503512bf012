//! axe-core: known barriers for people with disabilities, none of which is accepted.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::browser::ColorScheme;
use crate::world::World;

/// Runs axe on the document, open shadow roots included, and gives its violations.
const RUN: &str = "
    const done = arguments[arguments.length - 1];
    axe.run(document, { resultTypes: ['violations'] }).then(
      (results) => done({
        passes: results.passes.length,
        inside: results.passes.some((rule) => rule.nodes.some((node) => Array.isArray(node.target[0]))),
        violations: results.violations.map((rule) =>
          [rule.id, rule.help, rule.nodes.map((node) => [node.target, node.html, node.failureSummary])]),
      }),
      (error) => done({ error: String(error) }),
    );";

impl World {
    /// Asserts that axe finds nothing in this state, neither in light nor in dark.
    pub async fn is_accessible(&self, state: &str) -> Result<()> {
        for scheme in [ColorScheme::Light, ColorScheme::Dark] {
            self.browser.set_color_scheme(scheme).await?;
            self.has_no_barrier()
                .await
                .with_context(|| format!("in the state {state}, {scheme:?}"))?;
        }
        Ok(())
    }

    async fn has_no_barrier(&self) -> Result<()> {
        // A script by WebDriver is not subject to the page's policy.
        let script = format!("{}\n{RUN}", self.environment.axe);
        let results = self.browser.web.execute_async(script, Vec::<Value>::new()).await?;
        let results = results.json();
        let violations = results.get("violations").with_context(|| format!("axe: {results}"))?;
        ensure!(violations == &json!([]), "axe found {violations:#}");
        let inside = results.get("inside") == Some(&json!(true));
        ensure!(inside, "axe did not look into the shadow root: {results}");
        Ok(())
    }
}

//! Figures of the long lists: `cargo xtask bench`. No trial; it proves nothing and fails only
//! when it cannot measure. Times on shared machines mean little by themselves, so the short
//! list and the long one are measured in one run, in the same page.

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use crate::browser::{Browser, Kind};
use crate::environment::Environment;
use crate::local_service::LocalService;
use crate::site::Site;

/// How many connections the long list has.
const MANY: usize = 10_000;
/// What is typed, letter by letter.
const SEARCH: &str = "case 00123";
/// How often it is typed and taken back.
const ROUNDS: usize = 5;
/// How often is scrolled.
const STEPS: usize = 60;

/// Measures the page from within.
const BENCH_JS: &str = include_str!("bench.js");

struct Bench {
    browser: Browser,
}

/// Measures, and prints the figures.
pub async fn run(environment: &Environment) -> Result<()> {
    let service = LocalService::start(MANY).await?;
    let site = Site::start(&environment.dist, service.origin()).await?;
    let browser = Browser::open(Kind::Chromium, environment).await?;
    let bench = Bench { browser };
    let measured = bench.measure(&site, &service).await;
    bench.browser.close().await;
    measured
}

impl Bench {
    async fn measure(&self, site: &Site, service: &LocalService) -> Result<()> {
        println!("{:<44}{:>9}{:>9}{:>9}", "milliseconds", "median", "p95", "most");
        for all in [false, true] {
            self.browser.web.goto(format!("{}/?{all}#/connections", site.origin)).await?;
            self.act("list", &[json!(all)]).await.context("the list")?;
            let rows = if all { MANY } else { 100 };
            let times = self.act("keystrokes", &keystrokes("Search")).await?;
            print_times(&format!("search keystroke, {rows} connections"), &times)?;
            let down = json!({ "top": 400 });
            let times = self.act("scrolls", &[json!(".list .scroll"), json!(STEPS), down]).await?;
            print_times(&format!("scroll by 10 rows, {rows} connections"), &times)?;
            self.print_size(&format!("{rows} connections")).await?;
        }
        let id = service.explorable().context("no seeded connection can be explored")?;
        let opened = self.act("open", &[json!(id)]).await.context("the wide table")?;
        println!("{:<44}{opened:>9.1}", "press to 2000 columns on the screen");
        let times = self.act("keystrokes", &keystrokes("Search columns")).await?;
        print_times("search keystroke, 2000 columns", &times)?;
        self.print_size("2000 columns").await
    }

    async fn act(&self, action: &str, arguments: &[Value]) -> Result<Value> {
        let mut all = vec![json!(action)];
        all.extend_from_slice(arguments);
        let answer = self.browser.web.execute_async(BENCH_JS, all).await?.json().clone();
        match answer.get("error") {
            None => Ok(answer.get("result").cloned().unwrap_or_default()),
            Some(error) => bail!("{error}"),
        }
    }

    async fn print_size(&self, what: &str) -> Result<()> {
        let sizes = self.act("sizes", &[]).await?;
        let [elements, wasm]: [f64; 2] = serde_json::from_value(sizes)?;
        let heap = self.browser.web.cdp().send_raw("Runtime.getHeapUsage", json!({})).await?;
        let script = heap.get("usedSize").and_then(Value::as_f64).unwrap_or_default();
        let mebibyte = f64::from(1 << 20);
        println!(
            "{:<44}{elements} elements, {:.1} MiB of wasm memory, {:.1} MiB of script heap",
            format!("size, {what}"),
            wasm / mebibyte,
            script / mebibyte,
        );
        Ok(())
    }
}

fn keystrokes(label: &str) -> [Value; 3] {
    [json!(label), json!(SEARCH), json!(ROUNDS)]
}

/// Each measure is the time of the script, and that with the layout after it.
fn print_times(what: &str, times: &Value) -> Result<()> {
    let times: Vec<[f64; 2]> = serde_json::from_value(times.clone())?;
    for (which, name) in ["", ", with layout"].into_iter().enumerate() {
        let mut sorted: Vec<f64> =
            times.iter().filter_map(|both| both.get(which)).copied().collect();
        sorted.sort_by(f64::total_cmp);
        let at = |part: usize| sorted.get((sorted.len() - 1) * part / 100).copied();
        let [median, p95, most] = [at(50), at(95), at(100)].map(Option::unwrap_or_default);
        println!("{:<44}{median:>9.1}{p95:>9.1}{most:>9.1}", format!("{what}{name}"));
    }
    Ok(())
}

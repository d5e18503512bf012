//! Browsers: a fresh session for each trial, with what the two have different names for.

use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result};
use serde_json::{Value, json};
use thirtyfour::{Capabilities, WebDriver};

use crate::driver::Driver;
use crate::environment::Environment;
use crate::raw::Raw;

/// A script after which the document does not ask whether to leave it: a driver answers that
/// question in its own way, or waits for a person.
pub const LEAVE: &str = "
    window.addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), true);";

/// A browser that the app has to run in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Chromium, and with it Chrome and Edge.
    Chromium,
    /// Firefox.
    Firefox,
}

/// Light or dark, as the system's setting says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColorScheme {
    /// Dark text on a light ground.
    Light,
    /// Light text on a dark ground.
    Dark,
}

/// An open browser.
pub struct Browser {
    /// Which one.
    pub kind: Kind,
    /// Its session.
    pub web: WebDriver,
    driver: Driver,
}

impl Kind {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Chromium, Self::Firefox];

    /// The first part of a trial's name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
        }
    }
}

impl Browser {
    /// Opens a browser with an empty profile.
    pub async fn open(kind: Kind, environment: &Environment) -> Result<Self> {
        let (driver, options) = match kind {
            Kind::Chromium => (
                Driver::start(&environment.chromedriver, &["--port=0"], "successfully on port ")
                    .await?,
                chromium(&environment.chromium),
            ),
            Kind::Firefox => (
                Driver::start(
                    &environment.geckodriver,
                    &["--port=0", "--websocket-port=0", "--allow-system-access"],
                    "Listening on 127.0.0.1:",
                )
                .await?,
                firefox(&environment.firefox),
            ),
        };
        let mut capabilities = Capabilities::new();
        for (key, value) in options.as_object().into_iter().flatten() {
            capabilities.set(key, value)?;
        }
        let web = WebDriver::builder(format!("http://127.0.0.1:{}", driver.port), capabilities)
            .request_timeout(Duration::from_mins(2))
            .connect()
            .await
            .with_context(|| format!("{} does not open: {}", kind.name(), driver.output()))?;
        // A machine may be busy while axe looks at everything.
        web.set_script_timeout(Duration::from_mins(2)).await?;
        Ok(Self { kind, web, driver })
    }

    /// Everything that was written to the console so far.
    pub async fn console(&self) -> Result<String> {
        match self.kind {
            Kind::Firefox => Ok(self.driver.output()),
            Kind::Chromium => {
                let entries = self.web.browser_log().await?;
                Ok(entries.into_iter().map(|entry| entry.message + "\n").collect())
            }
        }
    }

    /// Changes what `prefers-color-scheme` answers.
    pub async fn set_color_scheme(&self, scheme: ColorScheme) -> Result<()> {
        match self.kind {
            Kind::Chromium => {
                let value = if scheme == ColorScheme::Dark { "dark" } else { "light" };
                let features = json!([{ "name": "prefers-color-scheme", "value": value }]);
                self.web
                    .cdp()
                    .send_raw("Emulation.setEmulatedMedia", json!({ "features": features }))
                    .await?;
            }
            Kind::Firefox => {
                let value = i32::from(scheme == ColorScheme::Light);
                self.moz_context("chrome").await?;
                let set = "Services.prefs.setIntPref(arguments[0], arguments[1])";
                let preference = "layout.css.prefers-color-scheme.content-override";
                let outcome = self.web.execute(set, [json!(preference), json!(value)]).await;
                self.moz_context("content").await?;
                outcome?;
            }
        }
        Ok(())
    }

    /// Takes the network away, or gives it back. Both browsers then tell the page so.
    pub async fn set_offline(&self, offline: bool) -> Result<()> {
        match self.kind {
            Kind::Chromium => {
                let conditions = json!({
                    "offline": offline, "latency": 0,
                    "downloadThroughput": -1, "uploadThroughput": -1,
                });
                let cdp = self.web.cdp();
                cdp.send_raw("Network.enable", json!({})).await?;
                cdp.send_raw("Network.emulateNetworkConditions", conditions).await?;
            }
            Kind::Firefox => {
                self.moz_context("chrome").await?;
                // What the menu entry *Work Offline* does.
                let set = "Services.io.offline = arguments[0]";
                let outcome = self.web.execute(set, [json!(offline)]).await;
                self.moz_context("content").await?;
                outcome?;
            }
        }
        Ok(())
    }

    /// Closes the browser and ends its driver.
    pub async fn close(self) {
        // A browser that is gone already needs no closing, and the driver is killed anyway.
        let _ = self.let_leave().await;
        let _ = self.web.quit().await;
    }

    /// With several windows Firefox asks whether to leave one that asks for that, and waits for
    /// an answer that nobody gives.
    async fn let_leave(&self) -> Result<()> {
        let windows = self.web.windows().await?;
        if windows.len() < 2 {
            return Ok(());
        }
        for window in windows {
            self.web.switch_to_window(window).await?;
            self.web.execute(LEAVE, Vec::<Value>::new()).await?;
        }
        Ok(())
    }

    async fn moz_context(&self, context: &'static str) -> Result<()> {
        self.web.cmd(Raw::Post("/moz/context", json!({ "context": context }))).await?;
        Ok(())
    }
}

fn chromium(binary: &Path) -> Value {
    let mut arguments = vec![
        "--headless",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--window-size=1200,1000",
    ];
    if runs_as_root() {
        arguments.push("--no-sandbox");
    }
    json!({
        "browserName": "chrome",
        "unhandledPromptBehavior": "ignore",
        "goog:loggingPrefs": { "browser": "ALL" },
        "goog:chromeOptions": {
            "binary": binary,
            "args": arguments,
            "prefs": { "credentials_enable_service": false },
        },
    })
}

fn firefox(binary: &Path) -> Value {
    json!({
        "browserName": "firefox",
        "unhandledPromptBehavior": "ignore",
        "moz:firefoxOptions": {
            "binary": binary,
            "args": ["-headless", "--width=1200", "--height=1000"],
            "prefs": {
                "devtools.console.stdout.content": true,
                "signon.rememberSignons": false,
                "dom.disable_beforeunload": false,
            },
        },
    })
}

/// Chromium's sandbox needs a user other than root.
fn runs_as_root() -> bool {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata("/proc/self").is_ok_and(|own| own.uid() == 0)
}

//! What each trial has for itself: a browser, a site and a local service.

use std::cell::RefCell;
use std::sync::Arc;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::browser::{Browser, Kind};
use crate::environment::Environment;
use crate::local_service::LocalService;
use crate::page::Page;
use crate::site::Site;
use crate::until::until_true;

/// An address that the policy forbids, to see that violations are reported.
const FORBIDDEN: &str = "http://forbidden.invalid/probe.png";

/// The world of one trial.
pub struct World {
    /// The page, once it is opened.
    pub page: Page,
    /// The browser.
    pub browser: Browser,
    /// The static host.
    pub site: Site,
    /// The API.
    pub service: LocalService,
    /// What the machine has.
    pub environment: Arc<Environment>,
    /// Other origins that the scenario lets the page ask.
    also_known: RefCell<Vec<String>>,
}

impl World {
    /// Starts all of it, with so many connections; the browser shows an empty page.
    pub async fn start(kind: Kind, environment: Arc<Environment>, seed: usize) -> Result<Self> {
        let service = LocalService::start(seed).await?;
        let site = Site::start(&environment.dist, service.origin()).await?;
        let browser = Browser::open(kind, &environment).await?;
        let page = Page::new(browser.web.clone(), kind);
        let also_known = RefCell::default();
        Ok(Self { page, browser, site, service, environment, also_known })
    }

    /// Opens the page and waits until it can be used.
    pub async fn open(&self) -> Result<()> {
        self.open_path("/").await?;
        self.page.find("button", "Create connection").await?;
        Ok(())
    }

    /// Opens a document of the site.
    pub async fn open_path(&self, path: &str) -> Result<()> {
        Ok(self.browser.web.goto(format!("{}{path}", self.site.origin)).await?)
    }

    /// Starts a second static host; the page may ask it too.
    pub async fn another_site(&self) -> Result<Site> {
        let site = Site::start(&self.environment.dist, self.service.origin()).await?;
        self.also_known.borrow_mut().push(site.origin.clone());
        Ok(site)
    }

    /// The page may ask this origin too.
    pub fn also_ask(&self, origin: String) {
        self.also_known.borrow_mut().push(origin);
    }

    /// Starts a second static host whose pages use this API, and opens its page.
    pub async fn open_with_api(&self, api: String) -> Result<Site> {
        let site = Site::start(&self.environment.dist, api).await?;
        self.browser.web.goto(format!("{}/", site.origin)).await?;
        self.page.find("button", "Create connection").await?;
        Ok(site)
    }

    /// Starts a second static host whose pages use this service, and opens its page.
    pub async fn open_with_service(&self, service: &LocalService) -> Result<Site> {
        let site = self.open_with_api(service.origin()).await?;
        self.also_known.borrow_mut().extend([site.origin.clone(), service.origin()]);
        Ok(site)
    }

    /// Waits until so many creations have arrived at the service.
    pub async fn creation_arrives(&self, count: usize) -> Result<()> {
        until_true(&format!("{count} creations arrive"), async || {
            Ok(self.service.creations().len() >= count)
        })
        .await
    }

    /// What every trial asserts at its end: the policy was kept, and no other origin was
    /// asked for anything.
    pub async fn nothing_went_astray(&self) -> Result<()> {
        let names = "return performance.getEntriesByType('resource').map((entry) => entry.name)";
        let names = self.browser.web.execute(names, Vec::<Value>::new()).await?;
        let names: Vec<String> = serde_json::from_value(names.json().clone())?;
        let mut known = self.also_known.borrow().clone();
        known.extend([self.site.origin.clone(), self.service.origin()]);
        for name in &names {
            let known = known.iter().any(|origin| name.starts_with(&format!("{origin}/")));
            ensure!(known, "the page asked another origin: {name}");
        }
        // A violation on purpose: reports come in order, so when this one is there, all are.
        let violate = "const image = new Image(); image.src = arguments[0];";
        self.browser.web.execute(violate, [json!(FORBIDDEN)]).await?;
        let is_probe = |report: &String| report.contains("forbidden.invalid");
        until_true("the report of the violation on purpose", async || {
            Ok(self.site.reports().iter().any(is_probe))
        })
        .await
        .context("violations of the policy are not reported")?;
        let mut reports = self.site.reports();
        reports.retain(|report| !is_probe(report));
        ensure!(reports.is_empty(), "the policy was violated: {reports:#?}");
        Ok(())
    }

    /// An error with its causes, and what the page shows in the end.
    pub async fn explain(&self, error: &anyhow::Error) -> String {
        let shown = self.page.visible_text().await.unwrap_or_else(|error| error.to_string());
        let causes = error.chain().map(|cause| format!("- {cause}"));
        let requests = self.service.requests();
        let requests = requests
            .iter()
            .map(|request| format!("- {} {} {}", request.method, request.path, request.query));
        let reports = self.site.reports();
        let reports = reports.iter().map(|report| format!("- against the policy: {report}"));
        let lines: Vec<_> = causes
            .chain(["\nthe service got:".to_owned()])
            .chain(requests)
            .chain(reports)
            .chain(["\nthe page shows:".to_owned(), shown])
            .collect();
        lines.join("\n")
    }

    /// Closes the browser.
    pub async fn end(self) {
        self.browser.close().await;
    }
}

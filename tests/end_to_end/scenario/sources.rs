//! Any source: found by search, filled in by its spec, created, and nothing of its secrets left.

use anyhow::{Context, Result, ensure};
use flow_service_sim::{Method, Reply};
use serde_json::{Value, json};
use thirtyfour::Key;

use super::typed::{BASIC, NAME, OAUTH2, PASSWORD, SECURITY_TOKEN, USERNAME};
use crate::canary::Canaries;
use crate::local_service::LocalService;
use crate::page::Page;
use crate::until::{until, until_true};
use crate::world::World;

/// The path of the list.
const SPECS: &str = "/data/foundation/flowservice/connectionSpecs";

impl Page {
    /// Finds a source by what is typed, and chooses what is found first.
    pub(super) async fn search_source(&self, text: &str, title: &str) -> Result<()> {
        let source = self.find("combobox", "Source").await?;
        source.focus().await?;
        self.half_is_there().await?;
        source.click().await?;
        self.source_says("sources to choose from").await?;
        self.web
            .action_chain()
            .key_down(Key::Control)
            .send_keys("a")
            .key_up(Key::Control)
            .perform()
            .await?;
        self.keys(text).await?;
        self.source_says("found").await?;
        self.keys(Key::Enter.value().to_string()).await?;
        self.source_is(title).await
    }

    /// Waits until this source is chosen.
    pub(super) async fn source_is(&self, title: &str) -> Result<()> {
        until(&format!("the source is {title}"), async || {
            let shown = self.value("Source").await?;
            ensure!(shown == title, "the source is {shown}");
            Ok(Some(()))
        })
        .await
    }

    /// Waits until the control is described by this.
    pub(super) async fn source_says(&self, text: &str) -> Result<()> {
        until(&format!("the source says {text:?}"), async || {
            let source = self.find("combobox", "Source").await?;
            let field = self.script("field", &[source.to_json()?]).await?;
            ensure!(field.to_string().contains(text), "it is described by {field}");
            Ok(Some(()))
        })
        .await
    }

    /// Waits until the error of an input says this.
    async fn error_says(&self, label: &str, text: &str) -> Result<()> {
        until(&format!("the error of {label:?} says {text:?}"), async || {
            let error = self.field_error(label).await?.unwrap_or_default();
            ensure!(error.contains(text), "it says {error:?}");
            Ok(Some(()))
        })
        .await
    }

    /// The option that Enter would choose, and whether the list is open.
    async fn active_source(&self) -> Result<(bool, String)> {
        let source = self.find("combobox", "Source").await?;
        let script = "const input = arguments[0]; const id = input.getAttribute('aria-activedescendant');\
            return [input.getAttribute('aria-expanded') === 'true',\
            id ? input.getRootNode().getElementById(id).innerText : ''];";
        let found = self.web.execute(script, [source.to_json()?]).await?;
        Ok(serde_json::from_value(found.json().clone())?)
    }

    async fn active_is(&self, open: bool, title: &str) -> Result<()> {
        until(&format!("the active option is {title:?}, open {open}"), async || {
            let found = self.active_source().await?;
            ensure!(found.0 == open && found.1.trim().trim_end_matches(" ✓") == title, "{found:?}");
            Ok(Some(()))
        })
        .await
    }
}

/// A source and what a person types for it.
struct Given {
    search: &'static str,
    title: &'static str,
    auth: Option<&'static str>,
    steps: &'static [Step],
    spec_id: &'static str,
    sent: Value,
}

/// What is done with one input.
enum Step {
    Fill(&'static str, &'static str),
    Select(&'static str, &'static str),
    Tick(&'static str),
}

use Step::{Fill, Select, Tick};

async fn create(world: &World, given: &Given) -> Result<()> {
    let page = &world.page;
    page.search_source(given.search, given.title).await?;
    if let Some(auth) = given.auth {
        page.choose("Authentication", auth).await?;
    }
    page.fill("Name", given.title).await?;
    for step in given.steps {
        match step {
            Fill(label, text) => page.fill(label, text).await?,
            Select(label, option) => page.select(label, option).await?,
            Tick(label) => page.check(label).await?,
        }
    }
    let before = world.service.creations().len();
    page.press("Create connection").await?;
    page.connection_id().await?;
    let creations = world.service.creations();
    ensure!(creations.len() == before + 1, "{} creations arrived", creations.len() - before);
    let creation = creations.last().context("no creation arrived")?;
    let body: Value = serde_json::from_str(&creation.body)?;
    let expect = json!({
        "name": given.title,
        "auth": given.sent,
        "connectionSpec": { "id": given.spec_id, "version": "1.0" },
    });
    ensure!(body == expect, "sent was {body:#}\ninstead of {expect:#}");
    page.press("Create another").await?;
    Ok(())
}

async fn create_all(world: &World, given: &[Given]) -> Result<()> {
    world.open().await?;
    world.page.fill_access().await?;
    for one in given {
        create(world, one).await?;
    }
    Ok(())
}

/// Texts with a pattern, a choice and a box with defaults, objects within objects and numbers.
pub async fn of_plain_shapes_are_created(world: &World) -> Result<()> {
    let given = [
        Given {
            search: "servicenow",
            title: "ServiceNow",
            auth: None,
            steps: &[
                Fill("Endpoint", "https://acme.service-now.example"),
                Fill("Username", "reader"),
                Fill("Password", "now-password"),
            ],
            spec_id: "eb13cb25-47ab-407f-ba89-c0125281c563",
            sent: json!({
                "specName": "Basic Authentication",
                "params": {
                    "endpoint": "https://acme.service-now.example",
                    "username": "reader",
                    "password": "now-password",
                },
            }),
        },
        Given {
            search: "salesforce crm",
            title: "Salesforce",
            auth: Some(BASIC),
            steps: &[
                Fill("Username", "reader"),
                Fill("Password", "crm-password"),
                Fill("Security token", "crm-token"),
                Fill("Environment URL", "https://acme.my.salesforce.com"),
            ],
            spec_id: "cfc0fee1-7dc0-40ef-b73e-d8b134c436f5",
            sent: json!({
                "specName": "Basic Authentication",
                "params": {
                    "username": "reader",
                    "password": "crm-password",
                    "securityToken": "crm-token",
                    "environmentUrl": "https://acme.my.salesforce.com",
                },
            }),
        },
        Given {
            search: "cloud storage s3",
            title: "Amazon S3",
            auth: None,
            steps: &[
                Fill("Access key ID", "AKIA0"),
                Fill("S3 secret key", "s3-secret"),
                Select("Region", "eu-central-1"),
                Tick("Use HTTPS"),
            ],
            spec_id: "ecadc60c-7455-4d87-84dc-2a0e293d997b",
            sent: json!({
                "specName": "Access Key",
                "params": {
                    "s3AccessKey": "AKIA0",
                    "s3SecretKey": "s3-secret",
                    "region": "eu-central-1",
                    "useHttps": false,
                },
            }),
        },
        Given {
            search: "sftp",
            title: "SFTP",
            auth: Some("SSH PublicKey Authentication for sftp"),
            steps: &[
                Fill("Host", "sftp.example"),
                Fill("Port", "2222"),
                Fill("User name", "loader"),
                Fill("Private key content", "a2V5"),
                Select("Kind of key", "DSA, of OpenSSH"),
                Tick("Disable chunking"),
            ],
            spec_id: "b7bf2577-4520-42c9-bae9-cad01560f7bc",
            sent: json!({
                "specName": "SSH PublicKey Authentication for sftp",
                "params": {
                    "host": "sftp.example",
                    "port": 2222,
                    "userName": "loader",
                    "disableChunking": true,
                    "privateKeyContent": "a2V5",
                    "keyType": "DSA",
                },
            }),
        },
    ];
    create_all(world, &given).await
}

/// Objects within objects, alternatives, and parts that are typed as JSON.
pub async fn of_nested_shapes_are_created(world: &World) -> Result<()> {
    let given = [
        Given {
            search: "snowf",
            title: "Snowflake",
            auth: Some("KeyPair Authentication"),
            steps: &[
                Fill("Account", "acme"),
                Fill("Username", "reader"),
                Fill("Database", "SALES"),
                Fill("Private key", "cHJpdmF0ZQ=="),
                Fill("Warehouse", "WH"),
                Fill("Role", "READER"),
                Tick("Keep alive"),
                Fill("Sign-in", "30"),
                Fill("Factor", "1.5"),
            ],
            spec_id: "b2e08744-4f1a-40ce-af30-7abac3e23cf3",
            sent: json!({
                "specName": "KeyPair Authentication",
                "params": {
                    "account": "acme",
                    "username": "reader",
                    "database": "SALES",
                    "privateKey": "cHJpdmF0ZQ==",
                    "warehouse": "WH",
                    "clientName": "flow-service",
                    "session": {
                        "role": "READER",
                        "keepAlive": false,
                        "timeouts": { "signIn": 30, "factor": 1.5 },
                    },
                },
            }),
        },
        Given {
            search: "event hubs",
            title: "Azure Event Hubs",
            auth: None,
            steps: &[
                Fill("Namespace", "acme-hub"),
                Fill("Group", "loaders"),
                Fill("Partitions", "[0, 1]"),
                Select("Signs in by", "Microsoft Entra ID"),
                Fill("Tenant ID", "tenant"),
                Fill("Client ID", "client"),
                Fill("Client secret", "entra-secret"),
            ],
            spec_id: "bf9f5905-92b7-48bf-bf20-455bc6b60a4e",
            sent: json!({
                "specName": "Azure EventHub authentication credentials",
                "params": {
                    "namespace": "acme-hub",
                    "consumer": { "group": "loaders", "partitions": [0, 1] },
                    "authType": "entra",
                    "credentials": {
                        "tenantId": "tenant",
                        "clientId": "client",
                        "clientSecret": "entra-secret",
                    },
                },
            }),
        },
        Given {
            search: "generic",
            title: "Generic REST API",
            auth: Some("Basic Authentication"),
            steps: &[
                Fill("Host", "https://api.example"),
                Fill("Username", "reader"),
                Fill("Password", "rest-password"),
            ],
            spec_id: "4e98f16f-87d6-4ef0-bdc6-7a2b0fe76e62",
            sent: json!({
                "specName": "Basic Authentication",
                "params": {
                    "host": "https://api.example",
                    "username": "reader",
                    "password": "rest-password",
                },
            }),
        },
    ];
    create_all(world, &given).await
}

/// JSON with secrets in it is one: neither the page nor its storage has it.
pub async fn with_json_are_checked_and_keep_secrets(world: &World) -> Result<()> {
    let page = &world.page;
    world.open().await?;
    page.fill_access().await?;
    page.search_source("generic rest", "Generic REST API").await?;
    page.choose("Authentication", "oAuth2RefreshCode").await?;
    page.fill("Name", "REST").await?;
    page.fill("Host", "https://api.example").await?;
    page.fill("Parameters of requests", "{\"page\": 1,\n \"size\" 2}").await?;
    page.press("Check JSON").await?;
    page.error_says("Parameters of requests", "line 2, column 9").await?;
    page.fill("Parameters of requests", "[1]").await?;
    page.press("Check JSON").await?;
    page.error_says("Parameters of requests", "has to be a JSON object").await?;
    page.fill("Parameters of requests", "{\"page\": \"1\"}").await?;
    page.press("Check JSON").await?;
    page.says("This is JSON that can be sent.").await?;

    let headers = format!("{{\"X-Key\": \"{}\"}}", CANARIES[0]);
    page.fill("Headers of requests", &headers).await?;
    page.select("Variant", "Access token alone").await?;
    let access = page.script("lastOf", &[json!("Access token")]).await?;
    let access = thirtyfour::WebElement::from_json(access, page.web.handle().clone())?;
    access.send_keys(CANARIES[1]).await?;
    page.disclose("Request").await?;
    // It may stay empty, and does not.
    page.says("\"requestHeaders\": $REQUEST_HEADERS").await?;
    let canaries = Canaries::new(&CANARIES);
    canaries.are_nowhere(world).await?;
    world.is_accessible("the form of a source with JSON").await?;
    page.press("Create connection").await?;
    page.connection_id().await?;
    let body: Value = serde_json::from_str(&world.service.only_creation()?.body)?;
    let params = json!({
        "host": "https://api.example",
        "accessToken": CANARIES[1],
        "requestParameterOverride": { "page": "1" },
        "requestHeaders": { "X-Key": CANARIES[0] },
    });
    let auth = json!({ "specName": "oAuth2RefreshCode", "params": params });
    ensure!(body.get("auth") == Some(&auth), "sent was {body:#}");
    canaries.are_nowhere(world).await
}

const CANARIES: [&str; 2] = ["canary-header-7f3a", "canary-rest-token-91c2"];

/// The control is a combobox as the ARIA Authoring Practices have it.
pub async fn are_chosen_by_keyboard(world: &World) -> Result<()> {
    world.open().await?;
    let page = &world.page;
    page.fill_access().await?;
    let press = async |key: Key| page.keys(key.value().to_string()).await;
    page.half_is_there().await?;
    let source = page.find("combobox", "Source").await?;
    source.focus().await?;
    page.source_says("8 sources to choose from").await?;
    page.active_is(false, "").await?;
    press(Key::Down).await?;
    page.active_is(true, "Salesforce Service Cloud").await?;
    press(Key::Down).await?;
    page.active_is(true, "Amazon S3").await?;
    world.is_accessible("the open list of sources").await?;
    press(Key::End).await?;
    page.active_is(true, "Generic REST API").await?;
    press(Key::Down).await?;
    page.active_is(true, "Salesforce Service Cloud").await?;
    press(Key::Up).await?;
    page.active_is(true, "Generic REST API").await?;
    press(Key::Home).await?;
    page.active_is(true, "Salesforce Service Cloud").await?;
    press(Key::Escape).await?;
    page.active_is(false, "").await?;
    page.source_is("Salesforce Service Cloud").await?;
    page.keys("snow").await?;
    page.active_is(true, "Snowflake").await?;
    page.source_says("One source found.").await?;
    press(Key::Escape).await?;
    page.source_is("Salesforce Service Cloud").await?;
    // The name is not selected any more, and is no part of the search all the same.
    page.keys("sftp").await?;
    page.active_is(true, "SFTP").await?;
    press(Key::Escape).await?;
    page.source_is("Salesforce Service Cloud").await?;
    press(Key::Down).await?;
    press(Key::Down).await?;
    page.active_is(true, "Amazon S3").await?;
    press(Key::Enter).await?;
    page.source_is("Amazon S3").await?;
    page.active_is(false, "").await?;
    ensure!(world.service.creations().is_empty(), "Enter in the list pressed the button too");
    page.disclose("Advanced").await?;
    let id = page.value("Connection spec ID").await?;
    ensure!(id == "ecadc60c-7455-4d87-84dc-2a0e293d997b", "the spec ID is {id}");
    ensure!(world.service.asked(&Method::GET, "/connectionSpecs").len() == 1, "asked again");
    Ok(())
}

/// What was typed for a source is there again when it is chosen again, secrets included.
pub async fn are_switched_without_a_loss(world: &World) -> Result<()> {
    let page = world.open_and_fill().await?;
    page.search_source("servicenow", "ServiceNow").await?;
    ensure!(page.value("Username").await? == USERNAME, "the name that both have is lost");
    ensure!(page.value("Password").await? == PASSWORD, "the secret that both have is lost");
    page.fill("Endpoint", "https://acme.service-now.example").await?;
    page.search_source("snowf", "Snowflake").await?;
    page.fill("Connection string", "a-connection-string").await?;
    page.search_source("service cloud", "Salesforce Service Cloud").await?;
    ensure!(page.value("Security token").await? == SECURITY_TOKEN, "a secret is lost");
    page.search_source("snowf", "Snowflake").await?;
    let held = page.value("Connection string").await?;
    ensure!(held == "a-connection-string", "of Snowflake's secret there is {held}");
    page.search_source("service cloud", "Salesforce Service Cloud").await?;
    page.press("Create connection").await?;
    page.connection_id().await?;
    let body = world.service.only_creation()?.body;
    ensure!(!body.contains("connectionString") && !body.contains("endpoint"), "{body}");
    let left = page.script("values", &[]).await?.to_string();
    ensure!(!left.contains("a-connection-string"), "a secret of another source is left: {left}");
    Ok(())
}

/// A reload has the form of the source again, without asking the service.
pub async fn are_restored(world: &World) -> Result<()> {
    world.open().await?;
    let page = &world.page;
    page.fill_access().await?;
    page.search_source("snowf", "Snowflake").await?;
    page.choose("Authentication", "KeyPair Authentication").await?;
    page.fill("Account", "acme").await?;
    page.fill("Sign-in", "30").await?;
    page.fill("Private key", CANARIES[0]).await?;
    Canaries::new(&CANARIES).are_nowhere(world).await?;
    let asked = world.service.asked(&Method::GET, "/connectionSpecs").len();
    world.browser.web.refresh().await?;
    page.source_is("Snowflake").await?;
    until_true("what was typed is restored", async || Ok(page.value("Sign-in").await? == "30"))
        .await?;
    ensure!(page.value("Account").await? == "acme", "the account is lost");
    ensure!(page.value("Private key").await?.is_empty(), "a secret was kept");
    ensure!(asked == world.service.asked(&Method::GET, "/connectionSpecs").len(), "asked again");
    Ok(())
}

/// Without access there is Service Cloud; what is refused is said and asked for again.
pub async fn may_be_refused(world: &World) -> Result<()> {
    world.open().await?;
    let page = &world.page;
    page.find("combobox", "Source").await?.click().await?;
    page.source_says("Access token, API key, Organization ID").await?;
    ensure!(world.service.requests().is_empty(), "something was asked for without access");
    page.keys(Key::Escape.value().to_string()).await?;
    page.fill_access().await?;
    let refusal = Reply::json(403, json!({ "error_code": "403025", "message": "No." }).to_string());
    world.service.answers(Method::GET, SPECS, 1, 0, refusal);
    page.find("combobox", "Source").await?.click().await?;
    page.source_says("could not be listed").await?;
    world.is_accessible("the list of sources is refused").await?;
    page.press("Try again").await?;
    page.source_says("8 sources to choose from").await?;
    page.keys("no such thing").await?;
    page.source_says("No source has this").await?;
    page.keys(Key::Escape.value().to_string()).await?;
    page.source_is("Salesforce Service Cloud").await
}

/// A source of the list whose auth spec has these properties, all of them required.
fn listed(id: &str, name: &str, properties: &Value) -> Value {
    let required: Vec<_> = properties.as_object().into_iter().flat_map(|it| it.keys()).collect();
    json!({
        "id": id, "name": name, "version": "1.0",
        "authSpec": [{ "name": "Key", "spec": {
            "type": "object", "properties": properties, "required": required,
        } }],
    })
}

/// Patterns are the browser's regular expressions, also those that only a plain one can be. A
/// secret keeps to them too.
pub async fn keep_to_their_patterns(world: &World) -> Result<()> {
    world.open().await?;
    let page = &world.page;
    page.fill_access().await?;
    let properties = json!({
        "connectionString": {
            "type": "string", "format": "password", "pattern": "^(Server=)(.*)(;Port=)([0-9]+)$",
            "examples": ["Server=<host>;Port=<port>"],
        },
        "folder": { "type": "string", "pattern": "^[0-9a-z\\/\\!\\-_\\.]*$" },
    });
    let source = |id, name| listed(id, name, &properties);
    let list = json!({ "items": [
        source("33333333-3333-4333-8333-333333333333", "patterns"),
        source("44444444-4444-4444-8444-444444444444", "another"),
    ] });
    world.service.answers(Method::GET, SPECS, 1, 0, Reply::json(200, list.to_string()));
    page.search_source("patterns", "patterns").await?;
    page.fill("Name", "Patterns").await?;
    let text = page.visible_text().await?;
    ensure!(text.contains("For example “Server=<host>;Port=<port>”."), "{text}");
    page.fill("Connection string", "Host=acme").await?;
    page.fill("Folder", "A folder").await?;
    page.press("Create connection").await?;
    page.error_says("Connection string", "It has to match ^(Server=)").await?;
    page.error_says("Folder", "does not have the form").await?;
    ensure!(world.service.creations().is_empty(), "it was sent all the same");
    page.fill("Folder", "in/a-folder").await?;
    page.fill("Connection string", "Server=acme;Port=3306").await?;
    let connection = json!({ "id": "4267c2ab-2104-474f-a7c2-ab2104d74f86", "etag": "\"1\"" });
    world.service.answers_creation(Reply::json(201, connection.to_string()), false);
    page.press("Create connection").await?;
    page.connection_id().await?;
    Ok(())
}

/// All pages of the list are asked for.
pub async fn come_in_pages(world: &World) -> Result<()> {
    world.open().await?;
    let page = &world.page;
    page.fill_access().await?;
    let item = |id: &str, name: &str| {
        json!({
            "id": id, "name": name, "version": "1.0",
            "authSpec": [{ "name": "Key", "spec": { "type": "object", "properties": {
                "key": { "type": "string", "format": "password" },
            }, "required": ["key"] } }],
        })
    };
    let first = json!({
        "items": [item("11111111-1111-4111-8111-111111111111", "first")],
        "_links": { "next": { "href": "/connectionSpecs?continuationToken=2" } },
    });
    let second = json!({ "items": [item("22222222-2222-4222-8222-222222222222", "second")] });
    world.service.answers(Method::GET, SPECS, 1, 0, Reply::json(200, first.to_string()));
    world.service.answers(Method::GET, SPECS, 1, 0, Reply::json(200, second.to_string()));
    page.search_source("second", "second").await?;
    page.fill("Key", "a-key").await?;
    Ok(())
}

/// Service Cloud without Basic Authentication: the page says so and goes over to `OAuth2`.
pub async fn may_lose_basic_authentication(world: &World) -> Result<()> {
    let service = LocalService::without_basic().await?;
    let site = world.open_with_service(&service).await?;
    let page = &world.page;
    page.fill_access().await?;
    page.fill("Name", NAME).await?;
    page.fill_basic_credentials().await?;
    page.fill("Environment URL", "https://acme.my.salesforce.com").await?;
    page.half_is_there().await?;
    page.find("combobox", "Source").await?.focus().await?;
    until("the page says that it is gone", async || {
        let text = page.visible_text().await?;
        let said = text.contains("does not offer Basic Authentication for this source any more");
        ensure!(said, "{text}");
        ensure!(text.contains("goes on to count for: Environment URL"), "{text}");
        Ok(Some(()))
    })
    .await?;
    world.is_accessible("Basic Authentication is gone").await?;
    page.press("Understood").await?;
    ensure!(page.value("Environment URL").await? == "https://acme.my.salesforce.com", "lost");
    page.fill("Client ID", "client").await?;
    page.fill("Client secret", "oauth-secret").await?;
    page.press("Create connection").await?;
    page.connection_id().await?;
    let body: Value = serde_json::from_str(&service.only_creation()?.body)?;
    let auth = json!({
        "specName": OAUTH2,
        "params": {
            "clientId": "client",
            "clientSecret": "oauth-secret",
            "environmentUrl": "https://acme.my.salesforce.com",
        },
    });
    ensure!(body.get("auth") == Some(&auth), "sent was {body:#}");
    ensure!(site.reports().is_empty(), "the policy was violated: {:?}", site.reports());
    // What each trial asserts at its end is about the page of its own site.
    world.open().await
}

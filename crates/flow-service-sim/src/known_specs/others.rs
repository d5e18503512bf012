//! Sources that are not Salesforce's. IDs, auth specs and parameters are those of Adobe's API
//! pages; the names for filters are made up but for `service-now`.

use flow_service::spec::ConnectionSpec;
use serde_json::{Map, Value, json};

use super::KnownSpec;

struct Source {
    id: &'static str,
    name: &'static str,
    title: &'static str,
    category: &'static str,
    auth_specs: &'static [(&'static str, &'static [Param])],
}

/// A parameter of an auth spec, with its key.
enum Param {
    Required(&'static str),
    Secret(&'static str),
    OptionalSecret(&'static str),
}

use Param::{OptionalSecret, Required, Secret};

const SOURCES: [Source; 4] = [
    Source {
        id: "eb13cb25-47ab-407f-ba89-c0125281c563",
        name: "service-now",
        title: "ServiceNow",
        category: "Customer Success",
        auth_specs: &[(
            "Basic Authentication",
            &[Required("endpoint"), Required("username"), Secret("password")],
        )],
    },
    Source {
        id: "ecadc60c-7455-4d87-84dc-2a0e293d997b",
        name: "amazon-s3",
        title: "Amazon S3",
        category: "Cloud Storage",
        auth_specs: &[(
            "Access Key",
            &[Required("s3AccessKey"), Secret("s3SecretKey"), OptionalSecret("s3SessionToken")],
        )],
    },
    Source {
        id: "b2e08744-4f1a-40ce-af30-7abac3e23cf3",
        name: "snowflake",
        title: "Snowflake",
        category: "Databases",
        auth_specs: &[
            ("ConnectionString", &[Secret("connectionString")]),
            (
                "KeyPair Authentication",
                &[
                    Required("account"),
                    Required("username"),
                    Required("database"),
                    Secret("privateKey"),
                    OptionalSecret("privateKeyPassphrase"),
                    Required("warehouse"),
                ],
            ),
        ],
    },
    Source {
        id: "b7bf2577-4520-42c9-bae9-cad01560f7bc",
        name: "sftp",
        title: "SFTP",
        category: "Cloud Storage",
        auth_specs: &[
            (
                "Basic Authentication for sftp",
                &[Required("host"), Required("userName"), Secret("password")],
            ),
            (
                "SSH PublicKey Authentication for sftp",
                &[
                    Required("host"),
                    Required("userName"),
                    Secret("privateKeyContent"),
                    OptionalSecret("passPhrase"),
                ],
            ),
        ],
    },
];

/// The sources, in the order in which they are listed.
pub fn all() -> impl Iterator<Item = KnownSpec> {
    SOURCES.iter().filter_map(|source| {
        let spec = ConnectionSpec::from_json(&source.to_json())?;
        Some(KnownSpec { spec, title: source.title, category: source.category })
    })
}

impl Source {
    fn to_json(&self) -> Value {
        let auth_specs = self.auth_specs.iter().map(|(name, params)| {
            let properties: Map<String, Value> = params.iter().map(Param::property).collect();
            let required: Vec<_> = params.iter().filter_map(Param::required).collect();
            json!({ "name": name, "spec": { "properties": properties, "required": required } })
        });
        let auth_specs: Vec<_> = auth_specs.collect();
        json!({ "id": self.id, "name": self.name, "version": "1.0", "authSpec": auth_specs })
    }
}

impl Param {
    fn property(&self) -> (String, Value) {
        match *self {
            Required(key) => (key.to_owned(), json!({ "type": "string" })),
            Secret(key) | OptionalSecret(key) => {
                (key.to_owned(), json!({ "type": "string", "format": "password" }))
            }
        }
    }

    fn required(&self) -> Option<&'static str> {
        match *self {
            Required(key) | Secret(key) => Some(key),
            OptionalSecret(_) => None,
        }
    }
}

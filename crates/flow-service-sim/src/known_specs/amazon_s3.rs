//! Amazon S3: texts with limits, an enumeration with a default, and a truth.

use serde_json::{Value, json};

use super::secret;

pub fn spec() -> Value {
    let access_key = json!({
        "properties": {
            "s3AccessKey": {
                "type": "string",
                "title": "Access key ID",
                "description": "The ID of the access key",
                "maxLength": 128,
            },
            "s3SecretKey": secret("The secret of the access key"),
            "s3SessionToken": secret("The token of a temporary access key"),
            "region": {
                "type": "string",
                "title": "Region",
                "enum": ["us-east-1", "us-west-2", "eu-central-1", "ap-southeast-2"],
                "default": "us-east-1",
            },
            "useHttps": {
                "type": "boolean",
                "title": "Use HTTPS",
                "description": "Whether files are fetched over HTTPS",
                "default": true,
            },
        },
        "required": ["s3AccessKey", "s3SecretKey"],
    });
    let id = "ecadc60c-7455-4d87-84dc-2a0e293d997b";
    super::spec(id, "amazon-s3", &[("Access Key", access_key)])
}

//! The names of sources by the IDs of their connection specs.
//!
//! The service names a source by its ID alone. These are the best known, as Adobe's API
//! page of each source gives them; another one is shown by its ID.

const SOURCES: [(&str, &str); 24] = [
    ("cb66ab34-8619-49cb-96d1-39b37ede86ea", "Salesforce Service Cloud"),
    ("cfc0fee1-7dc0-40ef-b73e-d8b134c436f5", "Salesforce"),
    ("ea1c2a08-b722-11eb-8529-0242ac130003", "Salesforce Marketing Cloud"),
    ("eb13cb25-47ab-407f-ba89-c0125281c563", "ServiceNow"),
    ("0a27232b-2c6e-4396-b8c6-c9fc24e37ba4", "Zendesk"),
    ("38ad80fe-8b06-4938-94f4-d4ee80266b07", "Microsoft Dynamics"),
    ("929e4450-0237-4ed2-9404-b7e1e0a00309", "Zoho CRM"),
    ("fcad62f3-09b0-41d3-be11-449d5a621b69", "Veeva CRM"),
    ("cc6a4487-9e91-433e-a3a3-9cf6626c1806", "HubSpot"),
    ("d771e9c1-4f26-40dc-8617-ce58c4b53702", "Google Ads"),
    ("4f63aa36-bd48-4e33-bb83-49fbcd11c708", "Shopify"),
    ("cc2c31d6-7b8c-4581-b49f-5c8698aa3ab3", "Stripe"),
    ("4e98f16f-87d6-4ef0-bdc6-7a2b0fe76e62", "Generic REST API"),
    ("3c9b37f8-13a6-43d8-bad3-b863b941fedd", "Google BigQuery"),
    ("e9d7ec6b-0873-4e57-ad21-b3a7c65e310b", "Databricks"),
    ("26d738e0-8963-47ea-aadf-c60de735468a", "MySQL"),
    ("74a1c565-4e59-48d7-9d67-7c03b8a13137", "PostgreSQL"),
    ("3416976c-a9ca-4bba-901a-1f08f66978ff", "Amazon Redshift"),
    ("b2e08744-4f1a-40ce-af30-7abac3e23cf3", "Snowflake"),
    ("1f372ff9-38a4-4492-96f5-b9a4e4bd00ec", "Microsoft SQL Server"),
    ("4c10e202-c428-4796-9208-5f1f5732b1cf", "Azure Blob"),
    ("bf9f5905-92b7-48bf-bf20-455bc6b60a4e", "Azure Event Hubs"),
    ("ecadc60c-7455-4d87-84dc-2a0e293d997b", "Amazon S3"),
    ("b7bf2577-4520-42c9-bae9-cad01560f7bc", "SFTP"),
];

/// The name of a source, where it is known.
#[must_use]
pub fn source(spec_id: &str) -> Option<&'static str> {
    SOURCES.iter().find(|(id, _)| *id == spec_id).map(|(_, name)| *name)
}

/// What stands for a source in a narrow place: its name, or the beginning of its ID.
#[must_use]
pub fn short_source(spec_id: &str) -> String {
    match (source(spec_id), spec_id.char_indices().nth(8)) {
        (Some(name), _) => name.to_owned(),
        (None, Some((end, _))) => [spec_id.get(..end).unwrap_or_default(), "…"].concat(),
        (None, None) => spec_id.to_owned(),
    }
}

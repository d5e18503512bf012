//! The `id`s of the elements that get the focus, besides the inputs.

/// The button *Create connection*.
pub const CREATE: &str = "create";
/// The control *Source*.
pub const SOURCE: &str = "source";
/// The ID of the created connection.
pub const CONNECTION_ID: &str = "connection-id";
/// The alert of a refusal.
pub const REFUSED: &str = "refused";
/// The region of an unknown outcome.
pub const UNKNOWN: &str = "unknown";
/// The file to import from.
pub const IMPORT_FILE: &str = "import-file";
/// The text to import from.
pub const IMPORT_TEXT: &str = "import-text";
/// What came of an import.
pub const IMPORTED: &str = "imported";
/// The panel of the tool *Check*.
pub const CHECK: &str = "check-panel";
/// The sandboxes to choose from.
pub const SANDBOXES: &str = "sandboxes";
/// The input of the client secret of IMS.
pub const IMS_CLIENT_SECRET: &str = "ims-client-secret";
/// The input of its scopes.
pub const SCOPES: &str = "scopes";
/// The input of a token in place of a refused one.
pub const NEW_TOKEN: &str = "new-access-token";

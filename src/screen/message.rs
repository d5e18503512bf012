//! What can happen, and what shall be done about it.

use flow_service::code::Language;
use flow_service::error::CallError;
use flow_service::operation::create_connection::Created;
use flow_service::operation::list_connections::Page;
use flow_service::request::{Access, Request};
use flow_service::secret::Secrets;
use flow_service::token_request::TokenRequest;
use flow_service::value::{Problem, Remark};

use super::check;
use super::connections::Told;
use super::duplicates;
use super::event::Event;
use super::field::Field;
use super::get_token;
use super::import;
use super::kept;
use super::model::{Disclosure, Ticket};
use super::profiles;
use super::renewal;
use super::route::Route;
use super::secret_report::{SecretReport, TokenReport};
use super::settings::{Settings, SettingsProblem};
use super::sources;
use super::theme::Theme;
use super::token::Token;
use super::token_note;
use super::tool::Tool;
use super::unanswered;

/// Something that happened. Times are milliseconds since 1970 (UTC).
#[derive(Debug)]
pub enum Msg {
    /// The configuration is known, or changed.
    Configured(Settings, Option<SettingsProblem>),
    /// A person typed into an input that is no secret; the text is the whole new one.
    Typed(Field, String),
    /// A person left an input that is no secret.
    Left(Field),
    /// A person changed a secret.
    SecretEdited(Field),
    /// Of the secrets that may stay empty, something is typed for these keys.
    SecretsTyped(Vec<String>),
    /// A person left a secret, and this was found about it.
    SecretLeft(Field, Result<Vec<Remark>, Problem>),
    /// A secret shall be readable on the screen, or hidden again.
    ShowSecret(Field, bool),
    /// The choice of the auth spec.
    AuthChosen(String),
    /// The right connection spec ID shall be used instead of the misprinted one.
    SpecIdCorrected,
    /// The connection spec ID shall be sent although it is no UUID.
    SpecIdInsisted,
    /// *Create connection* was pressed at this time.
    Pressed(SecretReport, u64),
    /// *Cancel* was pressed.
    Cancelled,
    /// The same while the host page is asked for a token, so that nothing was carried out.
    CancelledUnsent,
    /// *Look again* was pressed.
    LookAgain,
    /// *Test connection* was pressed.
    TestPressed,
    /// *Create another* was pressed.
    AnotherPressed,
    /// An answer came at this time.
    Answered(Ticket, Answer, u64),
    /// *Fill in sample values* was pressed.
    SamplePressed,
    /// What is known of the access token changed.
    TokenIs(Token),
    /// *Forget token* was pressed.
    ForgetToken,
    /// A text shall be copied.
    CopyPressed(CopyTarget),
    /// The language of the request was chosen.
    LanguageChosen(Language),
    /// A text was copied, or could not be.
    Copied(CopyTarget, bool),
    /// The address changed.
    RouteChanged(Route),
    /// A link to a view was followed.
    LinkFollowed(Route),
    /// *Show connections* was pressed, and this was found about the access token.
    AccessPressed(TokenReport),
    /// Platform access may be complete: this was found about the access token.
    AccessOffered(TokenReport),
    /// An input of Platform access was changed and left.
    AccessChanged,
    /// *Change access* was pressed.
    AccessOpened,
    /// The input of the sandbox was entered, and this was found about the access token.
    SandboxesWanted(TokenReport),
    /// The sandboxes for this access, each with what is known of it, or none.
    SandboxesAre(Access, Option<Vec<(String, String)>>),
    /// The half that is fetched later is there, or could not be fetched.
    PartLoaded(bool),
    /// *Try again* was pressed where it could not be fetched.
    PartWanted,
    /// Something waits for it.
    PartAwaited,
    /// An input, a button or a link was entered.
    Entered,
    /// About connections that have the name which is typed.
    Duplicates(duplicates::Msg),
    /// About the sources to choose from.
    Sources(sources::Msg),
    /// The half with connections tells something.
    Told(Told),
    /// Something was given to fill the form from.
    Import(import::Msg),
    /// The button of a tool was pressed.
    ToolPressed(Tool),
    /// Something happened in a check.
    Check(check::Msg),
    /// Something about what is kept for this tab.
    Kept(kept::Msg),
    /// Something about a creation that was on its way when the page was closed.
    Unanswered(unanswered::Msg),
    /// Something about profiles.
    Profiles(profiles::Msg),
    /// About what the access token says of itself.
    TokenNote(token_note::Msg),
    /// About a new token of IMS.
    GetToken(get_token::Msg),
    /// About a token that was refused.
    Renewal(renewal::Msg),
    /// The look was chosen.
    ThemeChosen(Theme),
    /// A link of the summary was followed to this input.
    FieldSought(Field),
    /// A disclosure was opened or closed.
    Unfolded(Disclosure, bool),
    /// The element left the page; what was running was broken off.
    Removed,
}

/// The answer to a call.
#[derive(Debug)]
pub enum Answer {
    /// To the creation of a connection.
    Create(Result<Created, CallError>),
    /// To the look-up after an unknown outcome.
    LookUp(Result<Page, CallError>),
    /// To the test of a connection.
    Test(Result<bool, CallError>),
}

impl Answer {
    /// Why the call failed, if it did.
    #[must_use]
    pub fn error(&self) -> Option<&CallError> {
        match self {
            Self::Create(result) => result.as_ref().err(),
            Self::LookUp(result) => result.as_ref().err(),
            Self::Test(result) => result.as_ref().err(),
        }
    }

    /// The same answer with the secrets taken out of what comes from outside.
    #[must_use]
    pub fn redacted(mut self, secrets: &Secrets) -> Self {
        let error = match &mut self {
            Self::Create(result) => result.as_mut().err(),
            Self::LookUp(result) => result.as_mut().err(),
            Self::Test(result) => result.as_mut().err(),
        };
        if let Some(error) = error {
            *error = error.clone().redacted(secrets);
        }
        self
    }
}

/// Which call a request belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Call {
    /// The creation of a connection, the only one that carries credentials.
    Create,
    /// The look-up after an unknown outcome, after a pause of this many milliseconds.
    LookUp(u32),
    /// The test of a connection.
    Test,
}

/// What shall be done, by the browser's side of the app.
#[derive(Debug, PartialEq)]
pub enum Effect {
    /// Send a request, and answer with [`Msg::Answered`].
    Send(Ticket, Call, Request),
    /// Break off what is running.
    Abort,
    /// Move the focus to the element with this `id`, once it is drawn.
    Focus(String),
    /// Empty these inputs; they hold secrets.
    ClearSecrets(Vec<Field>),
    /// Put the secrets back that the last import wrote over.
    RestoreSecrets,
    /// Fill in what waited for its source.
    FillInRest,
    /// Its source was not chosen: forget it.
    ForgetRest,
    /// Empty these inputs, and use nothing of what was read from them.
    EmptySecrets(Vec<Field>),
    /// Put the sample secrets into their inputs.
    FillSampleSecrets,
    /// Forget the access token of this page.
    ForgetToken,
    /// Copy a text, and answer with [`Msg::Copied`].
    Copy(CopyTarget, String),
    /// Copy a request in this language with the secrets that are typed, and answer with
    /// [`Msg::Copied`].
    CopyWithSecrets(Request, Language),
    /// Tell the host page.
    Emit(Event),
    /// Look at the access token that counts, and answer with [`token_note::Msg::Facts`].
    LookAtToken,
    /// Answer with [`token_note::Msg::Tick`] after so many milliseconds, and with no other one.
    WatchToken(u32),
    /// Look at the client secret, and answer with [`get_token::Msg::Checked`].
    CheckClientSecret,
    /// Ask IMS, and answer with [`get_token::Msg::Answered`].
    GetToken(Ticket, TokenRequest),
    /// Break that off.
    StopGettingToken,
    /// The calls that wait go on with the token that was typed anew.
    UseNewToken,
    /// They are refused.
    GiveUpWaiting,
    /// Fetch the half with connections, and answer with [`Msg::PartLoaded`].
    LoadPart,
    /// Look at the access token, and answer with [`Msg::AccessOffered`].
    OfferAccess,
    /// Look at the access token, and answer with [`unanswered::Msg::Look`].
    OfferLook,
    /// Ask for the sandboxes, and answer with [`Msg::SandboxesAre`].
    ListSandboxes(Access),
    /// Do what a check needs.
    Check(check::Job),
    /// About connections that have the name which is typed.
    Duplicates(duplicates::Deed),
    /// About the sources to choose from.
    Sources(sources::Deed),
    /// Put the view into the address, where the app owns the address.
    ShowRoute(Route),
    /// Something about profiles.
    Profiles(profiles::Effect),
    /// Remember the look in this browser.
    KeepTheme(Theme),
}

/// A text that can be copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CopyTarget {
    /// The ID of the connection.
    ConnectionId,
    /// The request as code, with variables in place of the secrets.
    Code,
    /// The request as code, with the secrets, which a person asked for.
    CodeWithSecrets,
    /// The report of a failure.
    Report,
    /// The report of a check.
    CheckReport,
    /// The request for a token as a command.
    TokenRequest,
}

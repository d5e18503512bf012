//! The table that is open: its columns, and a preview of its rows.

use std::rc::Rc;

use flow_service::error::{CallError, NoAnswer};
use flow_service::json_text;
use flow_service::operation::explore_connection::{Column, Entry, Table};

use super::super::message::Call;
use super::grid::{Cell, Grid};
use super::pane::Pane;

/// The most characters that are shown of a cell when all of it is read.
const WHOLE_LIMIT: usize = 100_000;

/// The most characters of a cell in the grid, where a few dozen can be seen.
pub const CELL_TEXT_LIMIT: usize = 200;

/// The table that is open.
#[derive(Debug, Clone, PartialEq)]
pub struct OpenTable {
    /// What the tree says of it.
    pub entry: Rc<Entry>,
    /// What is known of it.
    pub content: Content,
    /// What is sought among the names of the columns.
    pub search: String,
    /// The places of the columns that are found.
    pub found: Vec<usize>,
    /// Which of them are drawn.
    pub columns: Pane,
    /// The preview.
    pub grid: Grid,
}

/// What is known of a table.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// Nothing, and the source offers nothing.
    NotOffered,
    /// It is asked for. If the preview was refused before, for this reason.
    Asked(Option<CallError>),
    /// The service could not say.
    Failed(CallError),
    /// The answer. If the preview was refused before, for this reason.
    Loaded(Box<Table>, Option<CallError>),
}

/// The rows of a table, or why there are none.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Preview<'a> {
    /// They are not known yet.
    Unknown,
    /// These.
    Rows(&'a [Vec<Option<String>>]),
    /// The table has none.
    Empty,
    /// The source offers none.
    NotOffered,
    /// The service has given none.
    NotGiven,
    /// The service has refused them.
    Refused(&'a CallError),
}

impl OpenTable {
    pub(super) fn new(entry: Rc<Entry>) -> Self {
        Self {
            content: Content::of(&entry),
            entry,
            search: String::new(),
            found: Vec::new(),
            columns: Pane::default(),
            grid: Grid::default(),
        }
    }

    /// The answer, once it came.
    #[must_use]
    pub fn table(&self) -> Option<&Table> {
        if let Content::Loaded(table, _) = &self.content { Some(table) } else { None }
    }

    /// The columns that are known, in the order of the service.
    #[must_use]
    pub fn all_columns(&self) -> &[Column] {
        self.table().map(|table| table.columns.as_slice()).unwrap_or_default()
    }

    /// The rows, or why there are none.
    #[must_use]
    pub fn preview(&self) -> Preview<'_> {
        match &self.content {
            Content::NotOffered => Preview::NotOffered,
            Content::Asked(_) | Content::Failed(_) => Preview::Unknown,
            Content::Loaded(_, Some(error)) => Preview::Refused(error),
            Content::Loaded(table, None) => match table.rows.as_deref() {
                _ if !self.entry.can_preview => Preview::NotOffered,
                None => Preview::NotGiven,
                Some([]) => Preview::Empty,
                Some(rows) => Preview::Rows(rows),
            },
        }
    }

    /// The rows that are known.
    #[must_use]
    pub fn rows(&self) -> &[Vec<Option<String>>] {
        if let Preview::Rows(rows) = self.preview() { rows } else { &[] }
    }

    /// The text of a cell; none where it is null or there is no such cell.
    #[must_use]
    pub fn cell(&self, row: usize, column: usize) -> Option<&str> {
        self.rows().get(row)?.get(column)?.as_deref()
    }

    pub(super) fn sought(&mut self, text: String) {
        self.search = text;
        self.columns = Pane::default();
        self.find();
    }

    pub(super) fn loaded(&mut self, table: Table, refused: Option<CallError>) {
        self.content = Content::Loaded(Box::new(table), refused);
        self.columns = Pane::default();
        self.grid = Grid::default();
        self.find();
    }

    fn find(&mut self) {
        let sought = self.search.trim().to_lowercase();
        let columns = self.all_columns().iter().enumerate();
        let found = columns.filter(|(_, column)| column.name.to_lowercase().contains(&sought));
        self.found = found.map(|(place, _)| place).collect();
    }

    /// The request for it: with rows, unless they were refused or are not offered.
    #[must_use]
    pub fn call(&self) -> Call {
        let preview = self.entry.can_preview && !matches!(self.content, Content::Asked(Some(_)));
        Call::Table(self.entry.path.clone(), preview)
    }

    /// The beginning of the cell that is read whole, as much of it as is shown, and whether
    /// there is more.
    #[must_use]
    pub fn whole(&self) -> Option<(Cell, &str, bool)> {
        let (row, column) = self.grid.whole?;
        let text = self.cell(row, column)?;
        let shown = beginning(text, WHOLE_LIMIT);
        Some(((row, column), shown, shown.len() < text.len()))
    }

    pub(super) fn column_list(&self) -> Option<String> {
        let names: Vec<_> =
            self.table()?.columns.iter().map(|column| column.name.as_str()).collect();
        Some(names.join("\n"))
    }

    pub(super) fn schema_text(&self) -> Option<String> {
        Some(json_text::pretty(&self.table()?.schema))
    }
}

impl Content {
    /// What is known before anything was asked.
    pub(super) fn of(entry: &Entry) -> Self {
        if entry.can_preview || entry.can_fetch_schema {
            Self::Asked(None)
        } else {
            Self::NotOffered
        }
    }
}

/// Whether the columns may come although the rows did not: what failed has to do with this
/// table, neither with who asks nor with the way there.
pub(super) fn columns_may_come(error: &CallError) -> bool {
    match error {
        CallError::RefusedByService(refusal) => !matches!(refusal.status, 401 | 403),
        CallError::UnreadableAnswer(_) | CallError::NoAnswer(NoAnswer::TimedOut(_)) => true,
        CallError::NotSent(_) | CallError::NoAnswer(_) | CallError::RefusedByGateway(_) => false,
    }
}

/// The first characters of a text.
#[must_use]
pub fn beginning(text: &str, limit: usize) -> &str {
    text.char_indices().nth(limit).and_then(|(end, _)| text.get(..end)).unwrap_or(text)
}

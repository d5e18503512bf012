//! A part of the view that scrolls, and which of its rows and columns are drawn.
//!
//! All rows are of one height and all columns of the preview of one width, so that what is
//! seen follows from how far it is scrolled.

use std::ops::Range;

use crate::screen::connections::window::{Scroll, visible};

/// The height of a row, in CSS pixels.
pub const ROW: u32 = 32;

/// The width of a column of the preview, in CSS pixels.
pub const CELL: u32 = 160;

/// At least so much is drawn: before the first scroll event nothing is known of what is
/// seen, and a window can grow without one. The style keeps every pane below this height.
const LEAST_HEIGHT: u32 = 480;

/// See [`LEAST_HEIGHT`].
const LEAST_WIDTH: u32 = 1280;

/// How many columns are drawn on either side of those that can be seen: fewer than rows,
/// since each is as wide as five rows are high.
const MARGIN: usize = 3;

/// A part that scrolls.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Pane {
    scroll: Scroll,
}

impl Pane {
    /// The rows to draw, of so many.
    #[must_use]
    pub fn rows(&self, count: usize) -> Range<usize> {
        visible(self.scroll.top, self.scroll.height.max(LEAST_HEIGHT), ROW, count)
    }

    /// The columns to draw, of so many.
    #[must_use]
    pub fn columns(&self, count: usize) -> Range<usize> {
        let shown = (self.scroll.width.max(LEAST_WIDTH) / CELL) as usize + 1;
        let first = ((self.scroll.left / CELL) as usize).min(count.saturating_sub(shown));
        let begin = first.saturating_sub(MARGIN);
        let end = first.saturating_add(shown).saturating_add(MARGIN).min(count);
        begin..end
    }

    /// It was scrolled. Where the same is drawn as before, nothing changes.
    pub(super) fn scrolled(&mut self, scroll: Scroll, rows: usize, columns: usize) {
        let new = Self { scroll };
        if new.rows(rows) != self.rows(rows) || new.columns(columns) != self.columns(columns) {
            *self = new;
        }
    }

    /// The row is drawn from now on; the focus that goes there scrolls to it.
    pub(super) fn reveal_row(&mut self, row: usize, count: usize) {
        let drawn = self.rows(count);
        if !drawn.contains(&row) {
            let seen = self.scroll.height.max(LEAST_HEIGHT);
            self.scroll.top = nearest(row, ROW, seen, row < drawn.start);
        }
    }

    /// The same for a column.
    pub(super) fn reveal_column(&mut self, column: usize, count: usize) {
        let drawn = self.columns(count);
        if !drawn.contains(&column) {
            let seen = self.scroll.width.max(LEAST_WIDTH);
            self.scroll.left = nearest(column, CELL, seen, column < drawn.start);
        }
    }
}

/// How far a browser scrolls so that this row or column is seen: no further than it has to.
fn nearest(place: usize, size: u32, seen: u32, is_before: bool) -> u32 {
    let begin = u32::try_from(place).unwrap_or(u32::MAX).saturating_mul(size);
    if is_before { begin } else { begin.saturating_add(size).saturating_sub(seen) }
}

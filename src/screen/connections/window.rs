//! Which rows of a long list are drawn: those that can be seen, and some around them.

use std::ops::Range;

/// How many rows are drawn on either side of those that can be seen.
const MARGIN: usize = 10;

/// How far a scrolling element is scrolled, and how much of it is seen, in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Scroll {
    /// From the top.
    pub top: u32,
    /// From the left.
    pub left: u32,
    /// What is seen, from top to bottom.
    pub height: u32,
    /// What is seen, from left to right.
    pub width: u32,
}

/// The rows to draw: `offset` pixels are scrolled away, `seen` pixels are seen, each of the
/// `count` rows is `size` pixels high. When the rows became fewer, the browser has not always
/// said yet that less is scrolled away: the last rows are drawn then.
#[must_use]
pub fn visible(offset: u32, seen: u32, size: u32, count: usize) -> Range<usize> {
    let size = size.max(1);
    let shown = (seen / size) as usize + 1;
    let first = ((offset / size) as usize).min(count.saturating_sub(shown));
    let begin = first.saturating_sub(MARGIN);
    let end = first.saturating_add(shown).saturating_add(MARGIN).min(count);
    begin..end.max(begin)
}

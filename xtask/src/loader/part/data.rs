//! Which bytes of memory go to the part.

use std::collections::HashSet;
use std::ops::Range;

use super::uses::Uses;

/// The bytes of a segment that data of the part hold, and no others.
pub fn moved_bytes(
    segment: Range<usize>,
    share: &HashSet<usize>,
    uses: &Uses,
) -> Vec<Range<usize>> {
    let mut moved = vec![false; segment.len()];
    let mut mark = |of_part: bool| {
        let data = uses.data.iter().enumerate();
        for (_, datum) in data.filter(|(place, _)| share.contains(place) == of_part) {
            let begin = datum.place.start.max(segment.start) - segment.start;
            let end = datum.place.end.min(segment.end).saturating_sub(segment.start);
            moved.get_mut(begin..end).into_iter().flatten().for_each(|byte| *byte = of_part);
        }
    };
    // Bytes that both share stay where they are.
    mark(true);
    mark(false);
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (place, _) in moved.iter().enumerate().filter(|(_, moved)| **moved) {
        let address = segment.start + place;
        match runs.last_mut() {
            Some(run) if run.end == address => run.end += 1,
            _ => runs.push(address..address + 1),
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::super::uses::Datum;
    use super::*;

    fn uses(places: &[Range<usize>]) -> Uses {
        let data = places.iter().map(|place| Datum { place: place.clone(), uses: Vec::new() });
        Uses { data: data.collect(), ..Uses::default() }
    }

    #[test]
    fn neighbours_move_together() {
        let uses = uses(&[100..104, 104..108, 110..112, 120..124]);
        let moved = moved_bytes(96..122, &HashSet::from([0, 1, 3]), &uses);
        assert_eq!(moved, [100..108, 120..122]);
    }

    /// The linker lets one text be the end of another.
    #[test]
    fn bytes_that_the_main_file_needs_too_stay() {
        let uses = uses(&[100..110, 106..110]);
        let moved = moved_bytes(100..110, &HashSet::from([0]), &uses);
        assert_eq!(moved.into_iter().flatten().collect::<Vec<_>>(), [100, 101, 102, 103, 104, 105]);
        assert_eq!(moved_bytes(100..110, &HashSet::from([1]), &uses), []);
    }

    #[test]
    fn data_of_other_segments_are_not_touched() {
        let uses = uses(&[0..50, 200..300]);
        assert_eq!(moved_bytes(50..200, &HashSet::from([0, 1]), &uses), []);
    }
}

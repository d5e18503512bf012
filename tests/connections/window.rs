//! Which rows are drawn.

use flow_connect::screen::connections::window::visible;

#[track_caller]
fn check((top, height, count): (u32, u32, usize), expect: std::ops::Range<usize>) {
    assert_eq!(visible(top, height, 40, count), expect);
}

#[test]
fn at_the_top_there_is_no_margin_above() {
    check((0, 640, 10_000), 0..27);
}

#[test]
fn in_the_middle_there_is_a_margin_on_either_side() {
    check((4_000, 640, 10_000), 90..127);
}

#[test]
fn at_the_end_there_is_no_margin_below() {
    check((399_360, 640, 10_000), 9_973..10_000);
}

#[test]
fn a_short_list_is_drawn_whole() {
    check((0, 640, 3), 0..3);
    check((0, 640, 0), 0..0);
}

#[test]
fn when_rows_went_away_the_last_ones_are_drawn() {
    check((399_360, 640, 12), 0..12);
    check((u32::MAX, 640, 100), 73..100);
}

#[test]
fn a_row_without_a_height_is_no_division_by_nothing() {
    assert_eq!(visible(0, 10, 0, 5), 0..5);
}

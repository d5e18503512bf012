//! The tables of the source: what is asked, what is kept, what is seen.

pub mod given;

mod grid;

mod rows;

mod table;

mod tree;

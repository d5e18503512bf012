//! The tables of the source: what is asked, what is kept, what is seen.

mod given;

mod grid;

mod rows;

mod table;

mod tree;

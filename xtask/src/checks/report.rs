//! How a part ended, and what is printed about it.

use crate::output;

/// How a part ended.
pub enum Report {
    /// With success, a short note, and what is worth printing all the same.
    Passed { note: String, output: String },
    /// Not begun, for a reason that is no fault.
    NotRun { note: String },
    /// With a failure and its output.
    Failed { output: String },
}

impl Report {
    /// A failure with this output.
    pub fn failed(output: &str) -> Self {
        Self::Failed { output: output::without_progress(output) }
    }

    /// The note beside the verdict, and the output below it.
    pub fn into_texts(self) -> (String, String) {
        match self {
            Self::Passed { note, output } => (note, output),
            Self::NotRun { note } => (note, String::new()),
            Self::Failed { output } => (String::new(), output),
        }
    }

    /// A success with this note.
    pub fn passed(note: String) -> Self {
        Self::Passed { note, output: String::new() }
    }
}

/// How many tests passed, over all test programs of one run.
pub fn tests_passed(output: &str) -> usize {
    output
        .lines()
        .filter_map(|line| line.trim().strip_prefix("test result: ok. "))
        .filter_map(|rest| rest.split(' ').next()?.parse::<usize>().ok())
        .sum()
}

/// What the fault matrix of the end-to-end tests says of itself.
pub struct FaultMatrix {
    /// How many cases have passed in all, if any were met.
    pub total: Option<String>,
    /// What each operation has met: how many cases, and of which kinds.
    pub walks: Vec<String>,
}

/// Finds the lines of the fault matrix: `fault matrix of create, chromium: 154 cases …` for
/// each operation, and `fault matrix: 770 cases passed` at the end.
pub fn fault_matrix(output: &str) -> FaultMatrix {
    let lines = output.lines().map(str::trim);
    let total = lines.clone().rfind(|line| line.starts_with("fault matrix: "));
    let walks = lines.filter(|line| line.starts_with("fault matrix of "));
    FaultMatrix {
        total: total.map(str::to_owned),
        walks: walks.map(|line| ["    ", line].concat()).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::{fault_matrix, tests_passed};

    #[test]
    fn the_fault_matrix_is_found_among_other_lines() {
        let output = "test a ... ok\nfault matrix of list, firefox: 154 cases in 9 s (cut 11)\n\
                      fault matrix of edit, firefox: 154 cases in 9 s (cut 11)\n\
                      fault matrix: 308 cases passed\n\ntest result: ok. 2 passed; 0 failed";
        let matrix = fault_matrix(output);
        assert_eq!(matrix.total.as_deref(), Some("fault matrix: 308 cases passed"));
        assert_eq!(matrix.walks.len(), 2);
        assert!(matrix.walks.iter().all(|line| line.contains("154 cases in 9 s (cut 11)")));
        let none = fault_matrix("test result: ok. 2 passed; 0 failed");
        assert!(none.total.is_none() && none.walks.is_empty());
    }

    #[test]
    fn tests_are_counted_over_all_programs() {
        let output = "test result: ok. 12 passed; 0 failed; 0 ignored\nother\n\
                      test result: ok. 3 passed; 0 failed; 0 ignored; 9 filtered out";
        assert_eq!(tests_passed(output), 15);
        assert_eq!(tests_passed("test result: FAILED. 3 passed; 1 failed"), 0);
        assert_eq!(tests_passed(""), 0);
    }
}

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

#[cfg(test)]
mod tests {
    use super::tests_passed;

    #[test]
    fn tests_are_counted_over_all_programs() {
        let output = "test result: ok. 12 passed; 0 failed; 0 ignored\nother\n\
                      test result: ok. 3 passed; 0 failed; 0 ignored; 9 filtered out";
        assert_eq!(tests_passed(output), 15);
        assert_eq!(tests_passed("test result: FAILED. 3 passed; 1 failed"), 0);
        assert_eq!(tests_passed(""), 0);
    }
}

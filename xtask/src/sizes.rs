//! How big the site is, file by file, and whether its first load keeps the budget.

use std::fmt;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::compress;
use crate::loader::PART;

/// What a browser may fetch before the app is there, in bytes after brotli.
const FIRST_LOAD: u64 = 100_000;

/// The sizes of all files that the site is made of.
pub struct Sizes {
    files: Vec<FileSizes>,
}

/// Whether the first load keeps its budget.
#[derive(Debug, PartialEq, Eq)]
pub enum Budget {
    /// It does.
    Kept,
    /// It does not.
    Exceeded,
}

/// One file, in bytes. A file that is not compressed counts with its plain size.
struct FileSizes {
    name: String,
    plain: u64,
    gzip: u64,
    brotli: u64,
}

impl Sizes {
    /// Reads the sizes of a built site. Everything in it counts as first load, except the
    /// part that is fetched when it is needed, and the headers, which a host reads and a
    /// browser never sees. A test in browsers shows that the part is not fetched at first.
    pub fn of(site: &Path) -> Result<Self> {
        let mut files = Vec::new();
        collect(site, site, &mut files)?;
        ensure!(
            files.iter().any(|file| file.name == "index.html"),
            "there is no site in {}: build it with `cargo xtask dist`",
            site.display()
        );
        files.sort_by(|one, other| one.name.cmp(&other.name));
        Ok(Self { files })
    }

    /// Whether the first load keeps its budget.
    pub fn budget(&self) -> Budget {
        if self.first_load() <= FIRST_LOAD { Budget::Kept } else { Budget::Exceeded }
    }

    /// The first load in a few words.
    pub fn note(&self) -> String {
        format!("{} of {FIRST_LOAD} bytes, {} later", self.first_load(), self.later())
    }

    fn first_load(&self) -> u64 {
        self.sum(|file| if file.is_later() { 0 } else { file.brotli })
    }

    fn later(&self) -> u64 {
        self.sum(|file| if file.is_later() { file.brotli } else { 0 })
    }

    fn sum(&self, size: impl Fn(&FileSizes) -> u64) -> u64 {
        self.files.iter().map(size).sum()
    }
}

impl FileSizes {
    /// Whether the file is fetched when it is needed, and not before.
    fn is_later(&self) -> bool {
        self.name.rsplit('/').next() == Some(PART)
    }
}

impl fmt::Display for Sizes {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let row = |formatter: &mut fmt::Formatter<'_>, name: &str, sizes: [String; 3]| {
            let [plain, gzip, brotli] = sizes;
            writeln!(formatter, "    {plain:>10}{gzip:>10}{brotli:>10}  {name}")
        };
        let titles = ["plain", "gzip", "brotli"].map(str::to_owned);
        row(formatter, "bytes", titles)?;
        for file in &self.files {
            let sizes = [file.plain, file.gzip, file.brotli].map(|size| size.to_string());
            row(formatter, &file.name, sizes)?;
        }
        let sums =
            [self.sum(|file| file.plain), self.sum(|file| file.gzip), self.sum(|file| file.brotli)];
        row(formatter, "all", sums.map(|sum| sum.to_string()))?;
        let verdict = match self.budget() {
            Budget::Kept => "within",
            Budget::Exceeded => "OVER",
        };
        write!(
            formatter,
            "    first load after brotli: {} bytes, {verdict} the budget of {FIRST_LOAD}; \
             {} bytes are fetched when they are needed",
            self.first_load(),
            self.later()
        )
    }
}

fn collect(site: &Path, folder: &Path, files: &mut Vec<FileSizes>) -> Result<()> {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return Ok(());
    };
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() {
            collect(site, &path, files)?;
        } else if is_served(&path) {
            let plain = length(&path).context("cannot read the site")?;
            let name = path.strip_prefix(site).unwrap_or(&path);
            files.push(FileSizes {
                name: name.to_string_lossy().into_owned(),
                plain,
                gzip: length(&compress::gzip_beside(&path)).unwrap_or(plain),
                brotli: length(&compress::brotli_beside(&path)).unwrap_or(plain),
            });
        }
    }
    Ok(())
}

fn is_served(path: &Path) -> bool {
    let kind = path.extension().and_then(|kind| kind.to_str());
    let name = path.file_name().and_then(|name| name.to_str());
    !matches!(kind, Some("br" | "gz")) && name != Some("_headers")
}

fn length(path: &Path) -> std::io::Result<u64> {
    Ok(std::fs::metadata(path)?.len())
}

#[cfg(test)]
mod tests {
    use super::{Budget, FIRST_LOAD, FileSizes, Sizes};

    fn site(brotli: u64) -> Sizes {
        let file = |name: &str, brotli| FileSizes {
            name: name.to_owned(),
            plain: 300_000,
            gzip: 120_000,
            brotli,
        };
        Sizes { files: vec![file("index.html", brotli), file("assets/a/connections.wasm", 7_000)] }
    }

    #[test]
    fn the_budget_is_kept_to_the_byte() {
        assert_eq!(site(FIRST_LOAD).budget(), Budget::Kept);
        assert_eq!(site(FIRST_LOAD + 1).budget(), Budget::Exceeded);
    }

    #[test]
    fn the_table_says_the_figures() {
        let table = site(99_000).to_string();
        assert!(table.contains("300000    120000     99000  index.html"));
        assert!(table.contains("99000 bytes, within the budget of 100000; 7000 bytes"));
    }
}

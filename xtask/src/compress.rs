//! A `.br` and a `.gz` beside each file that gets smaller by it, for hosts that serve them as
//! they are. Made once, so the slowest and best settings are right.

use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

/// The kinds of files that get smaller.
const KINDS: [&str; 7] = ["html", "css", "js", "wasm", "json", "svg", "txt"];

/// Compresses all files of this folder and below.
pub fn folder(folder: &Path) -> Result<()> {
    for entry in
        std::fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?
    {
        let path = entry?.path();
        if path.is_dir() {
            self::folder(&path)?;
        } else if has_kind(&path) {
            file(&path).with_context(|| format!("cannot compress {}", path.display()))?;
        }
    }
    Ok(())
}

/// The path of the brotli file beside a file.
pub fn brotli_beside(path: &Path) -> PathBuf {
    with_suffix(path, ".br")
}

/// The path of the gzip file beside a file.
pub fn gzip_beside(path: &Path) -> PathBuf {
    with_suffix(path, ".gz")
}

fn has_kind(path: &Path) -> bool {
    path.extension().and_then(|kind| kind.to_str()).is_some_and(|kind| KINDS.contains(&kind))
}

fn file(path: &Path) -> Result<()> {
    let plain = std::fs::read(path)?;
    let parameters = BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: plain.len(),
        ..Default::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut plain.as_slice(), &mut compressed, &parameters)?;
    std::fs::write(brotli_beside(path), compressed)?;
    let mut encoder = GzEncoder::new(File::create(gzip_beside(path))?, Compression::best());
    encoder.write_all(&plain)?;
    encoder.finish()?;
    Ok(())
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

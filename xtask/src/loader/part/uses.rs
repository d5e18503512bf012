//! What each function and each datum of a linked wasm refers to, as the linker noted it
//! (`--emit-relocs`): calls, functions whose address is taken, data.

use std::collections::HashMap;
use std::ops::Range;

use anyhow::{Context, Result, ensure};
use wasmparser::{
    BinaryReader, DataKind, KnownCustom, Linking, Name, Operator, Parser, Payload,
    RelocSectionReader, RelocationEntry, SymbolInfo, TypeRef,
};

/// What is referred to.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Use {
    /// A function, by its name.
    Function(String),
    /// A datum, by its place in [`Uses::data`].
    Datum(usize),
}

/// A datum: a text, a table of functions, a variable.
#[derive(Debug)]
pub struct Datum {
    /// Where it is in memory.
    pub place: Range<usize>,
    /// What it refers to.
    pub uses: Vec<Use>,
}

/// What all functions and data refer to.
#[derive(Debug, Default)]
pub struct Uses {
    /// By the function's name.
    pub functions: HashMap<String, Vec<Use>>,
    /// All data.
    pub data: Vec<Datum>,
}

impl Uses {
    /// Reads what the linker noted.
    pub fn of(wasm: &[u8]) -> Result<Self> {
        let linked = Linked::read(wasm)?;
        let mut uses = Self::default();
        let mut datum_of_symbol = HashMap::new();
        for (index, symbol) in linked.symbols.iter().enumerate() {
            let SymbolInfo::Data { symbol: Some(symbol), .. } = symbol else { continue };
            let Some(segment) = linked.segments.get(symbol.index as usize) else { continue };
            let begin = segment.address + symbol.offset as usize;
            datum_of_symbol.insert(index, uses.data.len());
            uses.data.push(Datum { place: begin..begin + symbol.size as usize, uses: Vec::new() });
        }
        let target = |entry: &RelocationEntry| match linked.symbols.get(entry.index as usize) {
            Some(SymbolInfo::Func { index, .. }) => {
                linked.names.get(index).cloned().map(Use::Function)
            }
            Some(SymbolInfo::Data { .. }) => {
                datum_of_symbol.get(&(entry.index as usize)).copied().map(Use::Datum)
            }
            _ => None,
        };
        for (_, index) in &linked.bodies {
            let name = linked.names.get(index).context("a function has no name")?;
            uses.functions.entry(name.clone()).or_default();
        }
        for entry in &linked.in_code {
            let at = linked.code + entry.offset as usize;
            let after = linked.bodies.partition_point(|(body, _)| body.start <= at);
            let (body, index) = after
                .checked_sub(1)
                .and_then(|before| linked.bodies.get(before))
                .context("a relocation stands before all functions")?;
            ensure!(body.contains(&at), "a relocation stands between two functions");
            let name = linked.names.get(index).context("a function has no name")?;
            uses.functions.entry(name.clone()).or_default().extend(target(entry));
        }
        // wasm-bindgen takes the hash off the names of what it exports.
        let exported: Vec<_> = uses
            .functions
            .iter()
            .filter_map(|(name, used)| {
                let (bare, hash) = name.rsplit_once('_')?;
                let is_hash =
                    hash.len() == 16 && hash.bytes().all(|digit| digit.is_ascii_hexdigit());
                is_hash.then(|| (bare.to_owned(), used.clone()))
            })
            .collect();
        uses.functions.extend(exported);
        // Data may share bytes: each that holds the place refers to what stands there.
        let mut order: Vec<usize> = (0..uses.data.len()).collect();
        order.sort_by_key(|datum| uses.data.get(*datum).map(|datum| datum.place.start));
        for entry in &linked.in_data {
            let at = linked.data + entry.offset as usize;
            let Some(segment) = linked.segments.iter().find(|segment| segment.bytes.contains(&at))
            else {
                continue;
            };
            let address = segment.address + (at - segment.bytes.start);
            let Some(found) = target(entry) else { continue };
            let before = order.partition_point(|datum| {
                uses.data.get(*datum).is_some_and(|datum| datum.place.start <= address)
            });
            let mut is_held = false;
            for datum in order.iter().take(before) {
                if let Some(datum) = uses.data.get_mut(*datum)
                    && datum.place.contains(&address)
                {
                    datum.uses.push(found.clone());
                    is_held = true;
                }
            }
            ensure!(is_held, "a relocation stands in no datum");
        }
        Ok(uses)
    }
}

/// A segment of data: where it is in the file, and in memory.
struct Segment {
    bytes: Range<usize>,
    address: usize,
}

/// The sections of the file that matter here.
#[derive(Default)]
struct Linked<'a> {
    names: HashMap<u32, String>,
    imported: u32,
    code: usize,
    bodies: Vec<(Range<usize>, u32)>,
    data: usize,
    segments: Vec<Segment>,
    symbols: Vec<SymbolInfo<'a>>,
    in_code: Vec<RelocationEntry>,
    in_data: Vec<RelocationEntry>,
}

impl<'a> Linked<'a> {
    fn read(wasm: &'a [u8]) -> Result<Self> {
        let mut linked = Self::default();
        for payload in Parser::new(0).parse_all(wasm) {
            match payload? {
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        if matches!(import?.ty, TypeRef::Func(_)) {
                            linked.imported += 1;
                        }
                    }
                }
                Payload::CodeSectionStart { range, .. } => linked.code = range.start,
                Payload::CodeSectionEntry(body) => {
                    let index = linked.imported + u32::try_from(linked.bodies.len())?;
                    linked.bodies.push((body.range(), index));
                }
                Payload::DataSection(section) => {
                    linked.data = section.range().start;
                    for segment in section {
                        let segment = segment?;
                        let DataKind::Active { offset_expr, .. } = segment.kind else { continue };
                        let Operator::I32Const { value } =
                            offset_expr.get_operators_reader().read()?
                        else {
                            anyhow::bail!("a segment of data has no fixed address");
                        };
                        let end = segment.range.end;
                        linked.segments.push(Segment {
                            bytes: end - segment.data.len()..end,
                            address: usize::try_from(value)?,
                        });
                    }
                }
                Payload::CustomSection(section) => match section.as_known() {
                    KnownCustom::Name(names) => {
                        for name in names {
                            let Name::Function(map) = name? else { continue };
                            for naming in map {
                                let naming = naming?;
                                linked.names.insert(naming.index, naming.name.to_owned());
                            }
                        }
                    }
                    KnownCustom::Linking(reader) => {
                        for part in reader.subsections() {
                            if let Linking::SymbolTable(symbols) = part? {
                                linked.symbols = symbols.into_iter().collect::<Result<_, _>>()?;
                            }
                        }
                    }
                    KnownCustom::Reloc(_) => {
                        let reader = BinaryReader::new(section.data(), 0);
                        let entries = RelocSectionReader::new(reader)?.entries();
                        let entries = entries.into_iter().collect::<Result<Vec<_>, _>>()?;
                        match section.name() {
                            "reloc.CODE" => linked.in_code = entries,
                            "reloc.DATA" => linked.in_data = entries,
                            _ => {}
                        }
                    }
                    _ => {}
                },
                _ => {}
            }
        }
        ensure!(!linked.in_code.is_empty(), "the linker left no relocations");
        ensure!(!linked.symbols.is_empty(), "the linker left no symbols");
        Ok(linked)
    }
}

//! The two files: the same wasm twice, of which each keeps its share.
//!
//! A function of the main file is called from the part through the table of functions, and
//! the other way round: so neither needs a name for it.

use std::collections::HashMap;

use anyhow::{Context, Result, bail};
use walrus::ir::Value;
use walrus::passes::gc;
use walrus::{
    ConstExpr, DataKind, ElementItems, ElementKind, ExportItem, FunctionBuilder, FunctionId,
    FunctionKind, GlobalKind, Module, ModuleConfig, TableId,
};

use super::Split;
use super::data::moved_bytes;
use super::graph::{Graph, Share};
use super::uses::Uses;

/// What the part imports from; `src/web/element.js` gives it.
const MAIN: &str = "main";

/// Both files while they are still the same.
pub struct Files {
    /// Becomes the main file.
    pub main: Module,
    part: Module,
    /// Where a function of the main file is in the part.
    in_part: HashMap<FunctionId, FunctionId>,
}

/// Where in the table functions are.
struct Places {
    /// How many places the table has.
    size: u64,
    /// Of functions of the main file that the part calls.
    called: HashMap<FunctionId, u64>,
    /// Functions that get a place for it.
    added: Vec<FunctionId>,
    /// Of functions of the part.
    moved: Vec<(u64, FunctionId)>,
}

impl Files {
    pub fn read(bound: &[u8]) -> Result<Self> {
        let read = || {
            let mut config = ModuleConfig::new();
            config.generate_producers_section(false).generate_name_section(false).parse(bound)
        };
        let (main, part) = (read()?, read()?);
        let ids =
            |module: &Module| module.funcs.iter().map(walrus::Function::id).collect::<Vec<_>>();
        let in_part = ids(&main).into_iter().zip(ids(&part)).collect();
        Ok(Self { main, part, in_part })
    }

    pub fn split(
        mut self,
        graph: &Graph,
        share: &Share,
        uses: &Uses,
        export: &str,
    ) -> Result<Split> {
        let places = self.places(graph, share)?;
        self.move_functions(share, &places, export)?;
        self.move_data(share, uses)?;
        let notes: Vec<_> = self.part.customs.iter().map(|(id, _)| id).collect();
        for id in notes {
            self.part.customs.delete(id);
        }
        gc::run(&mut self.part);
        self.leave_holes(share, &places, export)?;
        gc::run(&mut self.main);
        Ok(Split { main: self.main.emit_wasm(), part: self.part.emit_wasm() })
    }

    fn places(&self, graph: &Graph, share: &Share) -> Result<Places> {
        let table = table_of(&self.main)?;
        let size = self.main.tables.get(table).initial;
        let mut places =
            Places { size, called: HashMap::new(), added: Vec::new(), moved: Vec::new() };
        let mut held = HashMap::new();
        for (place, id) in entries(&self.main, table)? {
            if share.functions.contains(&id) {
                places.moved.push((place, id));
            } else {
                held.entry(id).or_insert(place);
            }
        }
        places.moved.sort_unstable();
        let callers = graph.calls.iter().filter(|(caller, _)| share.functions.contains(caller));
        let mut called: Vec<_> = callers
            .flat_map(|(_, called)| called)
            .filter(|called| !share.functions.contains(called))
            .copied()
            .collect();
        called.sort_unstable();
        called.dedup();
        for id in called {
            let place = held.get(&id).copied().unwrap_or_else(|| {
                places.added.push(id);
                places.size += 1;
                places.size - 1
            });
            places.called.insert(id, place);
        }
        Ok(places)
    }

    /// The part keeps its functions, calls the others through the table, and has nothing of
    /// its own besides: memory, tables and globals are the main file's.
    fn move_functions(&mut self, share: &Share, places: &Places, export: &str) -> Result<()> {
        let known = |id: &FunctionId| self.in_part.get(id).copied().context("no such function");
        let part = &mut self.part;
        let table = table_of(part)?;
        for (id, place) in &places.called {
            call_through_table(part, known(id)?, table, *place)?;
        }
        let exports: Vec<_> = part.exports.iter().map(walrus::Export::id).collect();
        for id in exports {
            part.exports.delete(id);
        }
        part.exports.add(export, known(&share.root)?);
        part.start = None;
        let elements: Vec<_> = part.elements.iter().map(walrus::Element::id).collect();
        for id in elements {
            part.elements.delete(id);
        }
        part.tables.iter_mut().for_each(|table| table.elem_segments.clear());
        let mut runs: Vec<(u64, Vec<FunctionId>)> = Vec::new();
        for (place, id) in &places.moved {
            match runs.last_mut() {
                Some((begin, run)) if *begin + run.len() as u64 == *place => run.push(known(id)?),
                _ => runs.push((*place, vec![known(id)?])),
            }
        }
        for (begin, run) in runs {
            fill(part, table, begin, run)?;
        }
        resize(part, table, places.size);
        let memories: Vec<_> = part.memories.iter().map(walrus::Memory::id).collect();
        for (place, id) in memories.into_iter().enumerate() {
            let import = part.imports.add(MAIN, &format!("m{place}"), id);
            part.memories.get_mut(id).import = Some(import);
        }
        let tables: Vec<_> = part.tables.iter().map(walrus::Table::id).collect();
        for (place, id) in tables.into_iter().enumerate() {
            let import = part.imports.add(MAIN, &format!("t{place}"), id);
            part.tables.get_mut(id).import = Some(import);
        }
        let globals: Vec<_> = part.globals.iter().map(walrus::Global::id).collect();
        for (place, id) in globals.into_iter().enumerate() {
            let import = part.imports.add(MAIN, &format!("g{place}"), id);
            part.globals.get_mut(id).kind = GlobalKind::Import(import);
        }
        Ok(())
    }

    /// Data of the part are zeros in the main file, which compress to nothing, and are put
    /// into memory when the part is loaded.
    fn move_data(&mut self, share: &Share, uses: &Uses) -> Result<()> {
        let memory = self.part.get_memory_id()?;
        let old: Vec<_> = self.part.data.iter().map(walrus::Data::id).collect();
        for id in old {
            self.part.data.delete(id);
        }
        self.part.memories.get_mut(memory).data_segments.clear();
        let held: Vec<_> = self.main.data.iter().map(walrus::Data::id).collect();
        for id in held {
            let data = self.main.data.get_mut(id);
            let DataKind::Active { offset: ConstExpr::Value(Value::I32(begin)), .. } = data.kind
            else {
                continue;
            };
            let begin = usize::try_from(begin)?;
            for run in moved_bytes(begin..begin + data.value.len(), &share.data, uses) {
                let bytes = data
                    .value
                    .get_mut(run.start - begin..run.end - begin)
                    .context("a datum is in no segment")?;
                let offset = ConstExpr::Value(Value::I32(i32::try_from(run.start)?));
                let id = self.part.data.add(DataKind::Active { memory, offset }, bytes.to_vec());
                self.part.memories.get_mut(memory).data_segments.insert(id);
                bytes.fill(0);
            }
        }
        Ok(())
    }

    /// The main file has a function that traps where those of the part will be, and exports
    /// what the part imports.
    fn leave_holes(&mut self, share: &Share, places: &Places, export: &str) -> Result<()> {
        let main = &mut self.main;
        main.exports.remove(export)?;
        let mut hole = FunctionBuilder::new(&mut main.types, &[], &[]);
        hole.func_body().unreachable();
        let hole = hole.finish(Vec::new(), &mut main.funcs);
        for element in main.elements.iter_mut() {
            if let ElementItems::Functions(ids) = &mut element.items {
                ids.iter_mut().filter(|id| share.functions.contains(id)).for_each(|id| *id = hole);
            }
        }
        let table = table_of(main)?;
        if !places.added.is_empty() {
            let begin = places.size - places.added.len() as u64;
            fill(main, table, begin, places.added.clone())?;
        }
        resize(main, table, places.size);
        let mut items: HashMap<String, ExportItem> = HashMap::new();
        let named = |kind: &str, place: usize| format!("{kind}{place}");
        let memories = main.memories.iter().enumerate();
        items.extend(memories.map(|(place, held)| (named("m", place), held.id().into())));
        let tables = main.tables.iter().enumerate();
        items.extend(tables.map(|(place, held)| (named("t", place), held.id().into())));
        let globals = main.globals.iter().enumerate();
        items.extend(globals.map(|(place, held)| (named("g", place), held.id().into())));
        for import in self.part.imports.iter() {
            let item = items.get(&import.name).copied();
            let item = item.with_context(|| format!("the part imports {}", import.name))?;
            main.exports.add(&import.name, item);
        }
        Ok(())
    }
}

fn table_of(module: &Module) -> Result<TableId> {
    module.tables.main_function_table()?.context("the wasm has no table of functions")
}

fn entries(module: &Module, table: TableId) -> Result<Vec<(u64, FunctionId)>> {
    let mut entries = Vec::new();
    for element in module.elements.iter() {
        let ElementKind::Active { table: held, offset } = &element.kind else { continue };
        if *held != table {
            continue;
        }
        let (ConstExpr::Value(Value::I32(begin)), ElementItems::Functions(ids)) =
            (offset, &element.items)
        else {
            bail!("the table of functions is filled in an unknown way");
        };
        entries.extend((u64::try_from(*begin)?..).zip(ids.iter().copied()));
    }
    Ok(entries)
}

fn fill(module: &mut Module, table: TableId, begin: u64, ids: Vec<FunctionId>) -> Result<()> {
    let offset = ConstExpr::Value(Value::I32(i32::try_from(begin)?));
    let kind = ElementKind::Active { table, offset };
    let id = module.elements.add(kind, ElementItems::Functions(ids));
    module.tables.get_mut(table).elem_segments.insert(id);
    Ok(())
}

fn resize(module: &mut Module, table: TableId, size: u64) {
    let table = module.tables.get_mut(table);
    table.initial = size;
    table.maximum = table.maximum.map(|_| size);
}

fn call_through_table(
    module: &mut Module,
    id: FunctionId,
    table: TableId,
    place: u64,
) -> Result<()> {
    if let FunctionKind::Import(held) = &module.funcs.get(id).kind {
        let import = held.import;
        module.imports.delete(import);
    }
    let of = module.funcs.get(id).ty();
    let (params, results) = {
        let of = module.types.get(of);
        (of.params().to_vec(), of.results().to_vec())
    };
    let locals: Vec<_> = params.iter().map(|param| module.locals.add(*param)).collect();
    let mut builder = FunctionBuilder::new(&mut module.types, &params, &results);
    let mut body = builder.func_body();
    for local in &locals {
        body.local_get(*local);
    }
    body.i32_const(i32::try_from(place)?).call_indirect(of, table);
    module.funcs.get_mut(id).kind = FunctionKind::Local(builder.local_func(locals));
    Ok(())
}

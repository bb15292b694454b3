//! The entities of some articles with what finds their names as bytes, and back.

use std::io::{BufRead, Write};

use super::{EntityIndex, Index};
use crate::bytes::{Reader, Writer};
use crate::corpus::Corpus;
use crate::entity::EntityTable;

impl EntityIndex {
    /// Adds the entities to what is kept.
    pub(crate) fn write(&self, writer: &mut Writer<impl Write>) {
        self.table.write(writer);
        self.names.write(writer);
    }

    /// Reads what was kept of some articles of a corpus; gives nothing when it is damaged. What it
    /// gives is sound: each span lies in its text, each number names something that is there, and
    /// names are clean.
    pub(crate) fn read(reader: &mut Reader<impl BufRead>, corpus: &Corpus) -> Option<Self> {
        let table = EntityTable::read(reader, corpus)?;
        let names = Index::read(reader, table.name_count())?;
        Some(Self { table, names })
    }
}

#[cfg(test)]
mod tests;

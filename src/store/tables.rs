//! The tables of a book. Keys are numbers, texts and hashes only, so that their order on disk is ours for ever.

use redb::TableDefinition;

/// Kind, id → the record.
pub(super) const RECORDS: TableDefinition<'_, (u8, u64), &[u8]> = TableDefinition::new("records");
/// Kind, id, entry → the record before that entry; no bytes where the entry created it. A record's history is one
/// range. Records that an undo leaves alone have no images.
pub(super) const IMAGES: TableDefinition<'_, (u8, u64, u64), &[u8]> = TableDefinition::new("images");
/// Number → the entry, behind its own hash.
pub(super) const AUDIT: TableDefinition<'_, u64, &[u8]> = TableDefinition::new("audit");
/// Entry, kind, id → hashes before and after, for entries that touched too many records to name them.
pub(super) const TOUCHED: TableDefinition<'_, (u64, u8, u64), &[u8]> = TableDefinition::new("touched");
/// Kind and id of the one referred to, kind and id of the one that refers. Derived.
pub(super) const REFS: TableDefinition<'_, (u8, u64, u8, u64), ()> = TableDefinition::new("refs");
/// Kind, unique text → id. Derived.
pub(super) const NAMES: TableDefinition<'_, (u8, &str), u64> = TableDefinition::new("names");
/// What the book says about itself: `schema`, `head`.
pub(super) const META: TableDefinition<'_, &str, &[u8]> = TableDefinition::new("meta");
/// What is no part of the books: drafts, columns, rows last shown, marks of files that are not attached yet.
pub(super) const SCRATCH: TableDefinition<'_, &str, &[u8]> = TableDefinition::new("scratch");

/// SHA-256 → how many bytes the file has. A book in which no file was ever kept has neither this table nor [`PIECES`].
pub(super) const BLOBS: TableDefinition<'_, &[u8; 32], u64> = TableDefinition::new("blobs");
/// SHA-256, number of the piece from 0 → its bytes. A value by itself, so that what lists files reads none of them.
pub(super) const PIECES: TableDefinition<'_, (&[u8; 32], u32), &[u8]> = TableDefinition::new("pieces");

/// Of what file, and which piece of it.
pub(super) type PieceKey = (&'static [u8; 32], u32);

/// In [`META`]: the schema version, two bytes.
pub(super) const META_SCHEMA: &str = "schema";
/// In [`META`]: the number of the last entry, eight bytes, and its hash.
pub(super) const META_HEAD: &str = "head";

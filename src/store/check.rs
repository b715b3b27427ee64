//! `check`: the header, the audit chain, every record against its last hash, and what is derived against what it is
//! derived from. What is found is data; an error is only what keeps `check` from looking.

use std::collections::{BTreeMap, BTreeSet};

use redb::{ReadableTable as _, ReadableTableMetadata as _};

use super::audit::{Entry, Hash, Head, List, Touched, list_hash};
use super::error::StoreError;
use super::held::{Held, Key};
use super::read::Snapshot;
use super::write::Writer;
use crate::domain::attachment::Attachment;
use crate::domain::check::{self, Books, Finding};
use crate::domain::record::{Kind, Scan, Undoing};

impl Writer {
    /// Every rule over the whole book; if `full`, every page of the file and every image too. No snapshot may be
    /// open meanwhile ([`StoreError::InUse`]).
    pub fn check(&mut self, full: bool) -> Result<Vec<Finding>, StoreError> {
        let mut findings = Vec::new();
        let copies = self.shared().header_copies()?;
        for (copy, sound) in (1..).zip(copies) {
            if !sound {
                findings.push(found("header", None, copy, "this copy is damaged"));
            }
        }
        if full && !self.shared().integrity()? {
            findings.push(found("pages", None, 0, "the file contradicted itself and was repaired"));
        }
        let snapshot = self.snapshot()?;
        findings.extend(snapshot.check()?);
        if full {
            snapshot.check_images(&mut findings)?;
            snapshot.check_files(&mut findings)?;
        }
        Ok(findings)
    }
}

impl Snapshot {
    /// Audit, records, references, names, and the rules of the trade.
    pub fn check(&self) -> Result<Vec<Finding>, StoreError> {
        let mut findings = Vec::new();
        let last = self.check_audit(&mut findings)?;
        let (books, derived) = self.check_records(&last, &mut findings)?;
        self.check_derived(&derived, &mut findings)?;
        for file in books.attachments.values() {
            if !self.has_bytes_of(file)? {
                findings.push(found(
                    "file-gone",
                    Some(Kind::Attachment),
                    file.id,
                    "its bytes are not in the book",
                ));
            }
        }
        findings.extend(check::check(&books));
        Ok(findings)
    }

    /// The number of the first entry at which the chain is broken; that after the last if entries are missing there.
    pub(super) fn broken_at(&self) -> Result<Option<u64>, StoreError> {
        let mut head = Head::default();
        for row in self.audit.iter()? {
            match Entry::verify(head, row?.1.value()) {
                Some(entry) => head = entry.head(),
                None => return Ok(Some(head.number.saturating_add(1))),
            }
        }
        // The head is read here, not with `?`: a damaged one is a broken chain too.
        let whole = matches!(self.head(), Ok(known) if known == head);
        Ok((!whole).then(|| head.number.saturating_add(1)))
    }

    /// The last hash of every record that an entry touched; none if it is gone.
    fn check_audit(&self, findings: &mut Vec<Finding>) -> Result<BTreeMap<Key, Option<Hash>>, StoreError> {
        if let Some(number) = self.broken_at()? {
            findings.push(found("audit", None, number, "the chain is broken here"));
        }
        let mut last = BTreeMap::new();
        for row in self.audit.iter()? {
            // One that cannot be read broke the chain; the others still say what their records were.
            let Ok(entry) = Entry::decode(row?.1.value()) else { continue };
            let touched = self.touched(&entry);
            let touched = match touched {
                Ok(touched) if is_whole(&entry, &touched) => touched,
                _ => {
                    findings.push(found(
                        "audit-list",
                        None,
                        entry.number,
                        "its list of records is not whole",
                    ));
                    continue;
                }
            };
            last.extend(touched.iter().map(|one| ((one.kind, one.id), one.after)));
        }
        Ok(last)
    }

    fn check_records(
        &self,
        last: &BTreeMap<Key, Option<Hash>>,
        findings: &mut Vec<Finding>,
    ) -> Result<(Books, Made), StoreError> {
        let mut books = Books::default();
        let mut made = Made::default();
        let mut seen = BTreeSet::new();
        for row in self.records.iter()? {
            let (key, bytes) = row?;
            let (code, id) = key.value();
            let Some(kind) = Kind::from_code(code) else {
                findings.push(found("record-kind", None, id, format!("{code} is no kind of record")));
                continue;
            };
            seen.insert((kind, id));
            if last.get(&(kind, id)).copied().flatten() != Some(Hash::of(bytes.value())) {
                findings.push(found("record-hash", Some(kind), id, "it is not what the audit says"));
            }
            match Held::decode(kind, id, bytes.value()) {
                Ok(held) => {
                    made.add((kind, id), &held);
                    keep(&mut books, held);
                }
                Err(error) => findings.push(found("record", Some(kind), id, error.to_string())),
            }
        }
        for ((kind, id), hash) in last {
            if hash.is_some() && !seen.contains(&(*kind, *id)) {
                findings.push(found("record-gone", Some(*kind), *id, "the audit says that it is there"));
            }
        }
        Ok((books, made))
    }

    fn check_derived(&self, made: &Made, findings: &mut Vec<Finding>) -> Result<(), StoreError> {
        let mut refs = BTreeSet::new();
        for row in self.refs.iter()? {
            refs.insert(row?.0.value());
        }
        for (_, target, by, by_id) in refs.symmetric_difference(&made.refs) {
            let what = format!("its reference to {target}");
            findings.push(found("references", Kind::from_code(*by), *by_id, what));
        }
        let mut names = BTreeSet::new();
        for row in self.names.iter()? {
            let (key, id) = row?;
            let (code, name) = key.value();
            names.insert((code, name.to_owned(), id.value()));
        }
        for (code, _, id) in names.symmetric_difference(&made.names) {
            findings.push(found("names", Kind::from_code(*code), *id, "its unique name"));
        }
        Ok(())
    }

    /// Every image against the hash "before" of its entry.
    fn check_images(&self, findings: &mut Vec<Finding>) -> Result<(), StoreError> {
        let mut expected = 0_u64;
        for row in self.audit.iter()? {
            let Ok(entry) = Entry::decode(row?.1.value()) else { continue };
            for one in self.touched(&entry).unwrap_or_default() {
                if one.kind.undoing() == Undoing::LeftAlone {
                    continue;
                }
                expected = expected.saturating_add(1);
                let image = self.images.get((one.kind.code(), one.id, entry.number))?;
                let hash = image.as_ref().map(|image| match image.value() {
                    [] => None,
                    bytes => Some(Hash::of(bytes)),
                });
                if hash != Some(one.before) {
                    let what = format!("its image at entry {} is not what the audit says", entry.number);
                    findings.push(found("image", Some(one.kind), one.id, what));
                }
            }
        }
        let images = self.images.len()?;
        if images > expected {
            findings.push(found("image", None, 0, format!("{images} images where {expected} belong")));
        }
        Ok(())
    }
}

impl Snapshot {
    /// The bytes of every file against the hash that they are kept under; named by every record that has it.
    fn check_files(&self, findings: &mut Vec<Finding>) -> Result<(), StoreError> {
        let (damaged, strays) = self.damaged_files()?;
        for sha256 in damaged {
            let mut attached = Vec::new();
            self.scan(Scan::All, |file: Attachment| {
                if file.sha256 == sha256 {
                    attached.push(file.id);
                }
            })?;
            let detail = format!("the bytes under {} are damaged", sha256.0);
            if attached.is_empty() {
                findings.push(found("file-damaged", None, 0, detail.clone()));
            }
            findings.extend(
                attached
                    .into_iter()
                    .map(|id| found("file-damaged", Some(Kind::Attachment), id, detail.clone())),
            );
        }
        if strays > 0 {
            findings.push(found("file-pieces", None, 0, format!("{strays} pieces belong to no file")));
        }
        Ok(())
    }
}

/// What is derived, made afresh.
#[derive(Default)]
struct Made {
    refs: BTreeSet<(u8, u64, u8, u64)>,
    names: BTreeSet<(u8, String, u64)>,
}

impl Made {
    fn add(&mut self, (kind, id): Key, held: &Held) {
        let derived = held.derived();
        self.refs.extend(derived.references.iter().map(|(to, to_id)| (to.code(), *to_id, kind.code(), id)));
        self.names.extend(derived.name.map(|name| (kind.code(), name, id)));
    }
}

fn keep(books: &mut Books, held: Held) {
    match held {
        Held::Client(client) => drop(books.clients.insert(client.id.0, *client)),
        Held::Note(note) => drop(books.notes.insert(note.id, *note)),
        Held::Distinct(pair) => drop(books.distinct.insert(pair.id, *pair)),
        Held::Sequences(sequences) => books.sequences = *sequences,
        Held::Category(category) => drop(books.categories.insert(category.id, *category)),
        Held::CustomField(field) => drop(books.fields.insert(field.id, *field)),
        Held::Consent(consent) => drop(books.consents.insert(consent.id, *consent)),
        Held::Attachment(attachment) => drop(books.attachments.insert(attachment.id, *attachment)),
        // It refers to nothing, and nothing to it.
        Held::Policy(_) => {}
    }
}

fn is_whole(entry: &Entry, touched: &[Touched]) -> bool {
    match &entry.touched {
        List::Named(_) => true,
        List::Counted { count, hash } => {
            u64::try_from(touched.len()).is_ok_and(|found| found == *count) && list_hash(touched) == *hash
        }
    }
}

fn found(rule: &'static str, kind: Option<Kind>, id: u64, detail: impl Into<String>) -> Finding {
    Finding { rule, kind, id, detail: detail.into() }
}

//! What holds for any commands, any bytes.

use std::collections::BTreeMap;

use comptoir::domain::attachment::{Attachment, Sha256};
use comptoir::domain::category::Category;
use comptoir::domain::client::{Client, ClientKind};
use comptoir::domain::command::Act;
use comptoir::domain::consent::{Answer, Channel, Consent, Method, Purpose, Wording};
use comptoir::domain::custom_field::CustomField;
use comptoir::domain::field::Field;
use comptoir::domain::policy::{Policy, Ready, Wish};
use comptoir::domain::record::{Kind, Undoing};
use comptoir::store::{self, Deed, Header, OURS, Origin, Reader, Touched, WriteError, Writer, encode};
use proptest::prelude::*;

use crate::support::book::{company, stamp};
use crate::support::commands::{Numbers, command, numbers};
use crate::support::disk::{Disk, Sync};
use crate::support::files::stage_all;
use crate::support::kinds::of_kind;
use crate::support::model::{Model, State, differing, state_of};
use crate::support::random::Random;

/// What is done to a book.
#[derive(Clone, Debug)]
enum Step {
    Apply(Numbers),
    /// Takes back the last change that was not.
    Undo,
    /// Does again what was taken back last.
    Redo,
    /// Takes back any entry, or tries to.
    UndoAny(u8),
    Reopen,
}

fn steps(any_entry: bool) -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        8 => any::<Numbers>().prop_map(Step::Apply),
        3 => any::<u8>().prop_map(move |n| if any_entry { Step::UndoAny(n) } else { Step::Undo }),
        2 => Just(if any_entry { Step::Reopen } else { Step::Redo }),
        1 => Just(Step::Reopen),
    ];
    prop::collection::vec(step, 1..40)
}

/// A book beside its model.
struct Pair {
    disk: std::sync::Arc<Disk>,
    book: Option<(Writer, Reader)>,
    model: Model,
    /// The states before and after each change that can be taken back and is not, with its entry.
    done: Vec<(u64, State, State)>,
    /// The states before and after each change that was taken back, with the entry that did so.
    undone: Vec<(u64, State, State)>,
    entries: u64,
}

impl Pair {
    fn new() -> Self {
        let disk = Disk::new(Sync::Honest);
        let (mut writer, reader) = store::create_in(disk.place()).unwrap();
        stage_all(&mut writer).unwrap();
        let book = Some((writer, reader));
        let (done, undone) = (Vec::new(), Vec::new());
        Self { disk, book, model: Model::default(), done, undone, entries: 0 }
    }

    fn writer(&mut self) -> &mut Writer {
        &mut self.book.as_mut().unwrap().0
    }

    fn reader(&self) -> &Reader {
        &self.book.as_ref().unwrap().1
    }

    fn step(&mut self, step: &Step) {
        match step {
            Step::Apply(numbers) => self.apply(*numbers),
            Step::Undo => self.undo(),
            Step::Redo => self.redo(),
            Step::UndoAny(n) => self.undo_any(u64::from(*n)),
            Step::Reopen => {
                self.book = None;
                self.book = Some(store::open_in(self.disk.place()).unwrap());
            }
        }
        assert_eq!(state_of(self.reader()), self.model.state, "after {step:?}");
        assert_eq!(self.reader().snapshot().unwrap().revision().unwrap(), self.entries);
    }

    fn apply(&mut self, numbers: Numbers) {
        let command = command(&self.model, numbers);
        let before = self.model.state.clone();
        let wanted = self.model.apply(&command, stamp(0));
        match (self.writer().apply(&command, Origin::Window, stamp(0)), wanted) {
            (Ok(receipt), Some(done)) => {
                self.entries += 1;
                assert_eq!(receipt.entry, self.entries);
                assert_eq!((receipt.deed, &receipt.clients), (Deed::Did(done.act), &done.clients));
                let changed: Vec<_> = receipt.changes.iter().map(|change| (change.kind, change.id)).collect();
                assert_eq!(changed, differing(&before, &self.model.state));
                let undoable = |key: &(Kind, u64)| key.0.undoing() == Undoing::Undoable;
                let can_be_undone = done.act != Act::RecordConsent && changed.iter().any(undoable);
                assert_eq!(receipt.can_be_undone(), can_be_undone);
                if can_be_undone {
                    self.done.push((self.entries, before, self.model.state.clone()));
                }
                self.undone.clear();
            }
            (Err(WriteError::Refused(_)), None) => {}
            (told, wanted) => panic!("{command:?}: {told:?} instead of {wanted:?}"),
        }
    }

    fn undo(&mut self) {
        let last = self.reader().snapshot().unwrap().last_undoable().unwrap();
        assert_eq!(last, self.done.last().map(|(entry, ..)| *entry));
        let Some((entry, before, after)) = self.done.pop() else { return };
        let mut model = self.model.clone();
        model.take_back(&before, &after);
        match self.writer().undo(entry, Origin::CommandLine, stamp(1)) {
            Ok(receipt) => {
                self.entries += 1;
                assert_eq!((&receipt.kept[..], &receipt.left_out[..]), (&[][..], &[][..]));
                self.undone.push((receipt.entry, after, before));
                self.model = model;
            }
            Err(error) => {
                // An answer that came since stays, and so do its client and what proves it.
                assert!(matches!(error, WriteError::StillReferred { by: Kind::Consent, .. }), "{error:?}");
                assert!(model.has_lost_consents());
                self.done.push((entry, before, after));
            }
        }
    }

    fn redo(&mut self) {
        let Some((entry, before, after)) = self.undone.pop() else { return };
        let receipt = self.writer().undo(entry, Origin::Window, stamp(2)).unwrap();
        assert!(matches!(receipt.deed, Deed::Redid(_)));
        self.entries += 1;
        let earlier = self.model.state.clone();
        self.model.take_back(&before, &after);
        self.done.push((receipt.entry, earlier, self.model.state.clone()));
    }

    /// Either nothing changes, or every record of that entry is as it was before it, and no other has changed; but
    /// for categories and fields that stay, for what a record comes back without, and for what is only ever added to.
    fn undo_any(&mut self, n: u64) {
        let entry = n % (self.entries + 2);
        let snapshot = self.reader().snapshot().unwrap();
        let receipt = match self.writer().undo(entry, Origin::Window, stamp(3)) {
            Ok(receipt) => receipt,
            Err(WriteError::Store(error)) => panic!("{error:?}"),
            Err(_) => return,
        };
        self.entries += 1;
        let of_all = |key: &(Kind, u64)| matches!(key.0, Kind::Category | Kind::CustomField);
        assert!(receipt.kept.iter().all(of_all), "only an import keeps others");
        let touched = snapshot.touched(&snapshot.entry(entry).unwrap().unwrap()).unwrap();
        let expected: Vec<_> = touched
            .iter()
            .filter(|one| one.kind.undoing() == Undoing::Undoable)
            .filter(|one| !receipt.kept.contains(&(one.kind, one.id)))
            .map(|one| (one.kind, one.id, one.after, one.before))
            .collect();
        let after = self.reader().snapshot().unwrap();
        let back = after.touched(&after.entry(self.entries).unwrap().unwrap()).unwrap();
        let all: Vec<_> = back.iter().map(|one| (one.kind, one.id)).collect();
        let (undoable, other): (Vec<Touched>, Vec<Touched>) =
            back.into_iter().partition(|one: &Touched| one.kind.undoing() == Undoing::Undoable);
        let back: Vec<_> = undoable.iter().map(|one| (one.kind, one.id, one.before, one.after)).collect();
        if receipt.left_out.is_empty() {
            assert_eq!(back, expected);
        } else {
            assert!(back.iter().all(|one| expected.iter().any(|key| (key.0, key.1) == (one.0, one.1))));
        }
        for one in other {
            assert_eq!(one.kind, Kind::Consent);
            assert!(touched.iter().any(|row| (row.kind, row.id) == (one.kind, one.id)));
            assert_ne!(one.before.is_some(), one.after.is_some());
        }
        let state = state_of(self.reader());
        assert_eq!(differing(&self.model.state, &state), all);
        self.model.state = state;
    }

    fn check(&mut self) {
        assert_eq!(self.writer().check(true).unwrap(), []);
        histories(self.reader(), &self.model.state);
    }
}

/// Every history begins with nothing, goes on where it left off, and ends with what is there.
fn histories(reader: &Reader, state: &State) {
    let snapshot = reader.snapshot().unwrap();
    for id in 1..60 {
        let steps = snapshot.history::<Client>(id).unwrap();
        let now = snapshot.get::<Client>(id).unwrap();
        assert_eq!(now.is_some(), state.contains_key(&(Kind::Client, id)));
        assert_eq!(steps.first().and_then(|step| step.before.clone()), None);
        assert_eq!(steps.last().and_then(|step| step.after.clone()), now);
        for pair in steps.windows(2) {
            assert_eq!(pair[0].after, pair[1].before);
            assert!(pair[0].entry < pair[1].entry);
        }
        for step in steps {
            assert_ne!(step.before, step.after);
            assert_eq!(snapshot.entry(step.entry).unwrap().unwrap().deed, step.deed);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_commands_with_undo_redo_and_reopening_do_what_the_model_does(steps in steps(false)) {
        let mut pair = Pair::new();
        for step in &steps {
            pair.step(step);
        }
        pair.check();
    }

    #[test]
    fn any_entry_is_taken_back_exactly_or_not_at_all(steps in steps(true)) {
        let mut pair = Pair::new();
        for step in &steps {
            pair.step(step);
        }
        pair.check();
    }
}

/// The properties above are worth something only if commands do and are refused, and undoing comes across all there is.
#[test]
fn commands_of_every_kind_are_done_and_undoing_comes_across_everything() {
    let mut random = Random::new(11);
    let mut done = BTreeMap::<&str, u32>::new();
    let mut undone = BTreeMap::<&str, u32>::new();
    for _ in 0..40 {
        let mut pair = Pair::new();
        for _ in 0..80 {
            pair.apply(numbers(&mut random));
            if random.once_in(2) {
                continue;
            }
            let entry = random.below(usize::try_from(pair.entries).unwrap() + 2) as u64;
            let what = match pair.writer().undo(entry, Origin::Window, stamp(3)) {
                Ok(receipt) if !receipt.kept.is_empty() => "kept",
                Ok(receipt) if !receipt.left_out.is_empty() => "left out",
                Ok(receipt) if receipt.changes.iter().any(|change| change.kind == Kind::Consent) => "consent",
                Ok(_) => "undone",
                Err(WriteError::ChangedSince { .. }) => "changed since",
                Err(WriteError::StillReferred { .. }) => "still referred",
                Err(WriteError::Dangling { .. }) => "dangling",
                Err(WriteError::Taken { .. }) => "taken",
                Err(WriteError::AppendOnly(_)) => "append-only",
                Err(WriteError::AlreadyUndone(_)) => "already undone",
                Err(WriteError::NoEntry(_)) => "no entry",
                Err(other) => panic!("{other:?}"),
            };
            *undone.entry(what).or_default() += 1;
            pair.model.state = state_of(pair.reader());
            pair.entries = pair.reader().snapshot().unwrap().revision().unwrap();
        }
        assert_eq!(pair.writer().check(true).unwrap(), []);
        pair.reader()
            .snapshot()
            .unwrap()
            .entries(1..=u64::MAX, |entry| {
                if let Deed::Did(act) = entry.deed {
                    *done.entry(act.key()).or_default() += 1;
                }
                true
            })
            .unwrap();
    }
    for act in Act::ALL {
        assert!(done.get(act.key()).is_some_and(|count| *count >= 3), "{act:?}: {done:?}");
    }
    assert_eq!(undone.len(), 11, "{undone:?}");
}

/// Records of every kind, as they stand in a book.
fn records() -> Vec<(Kind, Vec<u8>)> {
    let mut model = Model::default();
    let mut random = Random::new(7);
    for _ in 0..60 {
        let command = command(&model, numbers(&mut random));
        model.apply(&command, stamp(0));
    }
    let mut full =
        Client { id: comptoir::domain::client::ClientId(9), number: "9".into(), ..company("Full") };
    full.custom.insert(3, "value".into());
    full.kept.insert(Field::Email.into(), "a@gmial.com".into());
    full.declined.insert(Field::Phone);
    full.contacts.push(Default::default());
    full.delivery_address = Some(Default::default());
    let mut records = vec![(Kind::Client, encode(&full).unwrap())];
    let client = comptoir::domain::client::ClientId(9);
    let category = Category { id: 3, name: "Gros".into(), ..Category::default() };
    let choices = vec!["Bronze".into(), "Or".into()];
    let field = CustomField { id: 3, name: "Niveau".into(), choices, ..CustomField::default() };
    let consent = Consent {
        id: 3,
        client,
        purpose: Purpose::Offers,
        channels: Channel::ALL.into_iter().collect(),
        answer: Answer::Given,
        day: stamp(0).today,
        at: stamp(0).at,
        method: Method::Phone,
        wording: Wording { language: "fr".into(), words: "Une offre ?".into() },
        evidence: Some(3),
    };
    let attachment = Attachment {
        id: 3,
        client,
        note: Some(1),
        name: "contrat.pdf".into(),
        size: 7,
        sha256: Sha256("0a".repeat(32)),
        added: stamp(0).at,
    };
    records.push((Kind::Category, encode(&category).unwrap()));
    records.push((Kind::CustomField, encode(&field).unwrap()));
    records.push((Kind::Consent, encode(&consent).unwrap()));
    records.push((Kind::Attachment, encode(&attachment).unwrap()));
    let policy = Policy::of(Ready::NameOnly)
        .with_strict(true)
        .with(Field::Website, ClientKind::Company, Wish::Starred)
        .with(Field::Phone, ClientKind::Individual, Wish::Hidden)
        .with_question("fr", Purpose::Offers, "Une offre ?");
    records.push((Kind::Policy, encode(&policy).unwrap()));
    for (key, value) in model.state {
        records.push((key.0, (of_kind(key.0).bytes)(value)));
    }
    records
}

/// Bytes that were meddled with.
fn mutant(bytes: &[u8], random: &mut Random) -> Vec<u8> {
    const TELLING: [u8; 16] =
        [0, 1, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xc0, 0xc4, 0xcb, 0xd9, 0xdb, 0xdd, 0xdf, 0xff];
    let mut bytes = bytes.to_vec();
    for _ in 0..=random.below(3) {
        if bytes.is_empty() {
            break;
        }
        let at = random.below(bytes.len());
        match random.below(6) {
            0 => bytes[at] ^= 1 << random.below(8),
            1 => bytes[at] = TELLING[random.below(16)],
            2 => bytes.truncate(at),
            3 => bytes.insert(at, TELLING[random.below(16)]),
            4 => drop(bytes.remove(at)),
            _ => {
                let to = bytes.len().min(at + 1 + random.below(16));
                let part = bytes[at..to].to_vec();
                let into = random.below(bytes.len());
                bytes.splice(into..into, part);
            }
        }
    }
    bytes
}

#[test]
fn no_bytes_make_a_record_that_breaks_its_rules() {
    // Every kind as often as every other, however many records of it there are.
    let mut by_kind = BTreeMap::<Kind, Vec<Vec<u8>>>::new();
    for (kind, bytes) in records() {
        by_kind.entry(kind).or_default().push(bytes);
    }
    let by_kind: Vec<_> = by_kind.into_iter().collect();
    let mut random = Random::new(0x00C0_FFEE);
    let mut counts = BTreeMap::<Kind, [u32; 2]>::new();
    for round in 0..100_000 {
        let (kind, all) = &by_kind[round % by_kind.len()];
        let bytes = &all[random.below(all.len())];
        let bytes = mutant(bytes, &mut random);
        let accepted = (of_kind(*kind).accepts)(&bytes);
        counts.entry(*kind).or_default()[usize::from(accepted)] += 1;
    }
    assert_eq!(counts.len(), Kind::ALL.len());
    for (kind, [refused, accepted]) in counts {
        assert!(refused > 50 && accepted > 10, "{kind:?}: {refused} refused, {accepted} accepted");
    }
}

#[test]
fn no_bytes_make_a_header_that_is_none() {
    let mut random = Random::new(0xBEEF);
    let header = Header { format: 1, file_id: [0x5A; 16] };
    let copy = header.bytes();
    let far = usize::try_from(OURS).unwrap() - 4096;
    let mut start = vec![0; far + copy.len()];
    let mut counts = [0_u32; 2];
    for _ in 0..100_000 {
        let mut place = |at: usize, copy: &[u8]| {
            start[at..at + 60].fill(0);
            let length = copy.len().min(60);
            start[at..at + length].copy_from_slice(&copy[..length]);
        };
        place(0, &mutant(&copy, &mut random));
        place(far, &mutant(&copy, &mut random));
        let judged = Header::judge(&start, OURS + 4096);
        counts[usize::from(judged.is_ok())] += 1;
        if let Ok(judged) = judged {
            assert_eq!(judged, header, "a checksum lets nothing through but what was written");
            assert!(start.starts_with(&copy) || start[far..].starts_with(&copy));
        }
    }
    assert!(counts[0] > 1000 && counts[1] > 50, "{counts:?}");
}

//! What is done to the rows of a file before they come in: cells typed over, rows left out, likely duplicates settled; and how
//! reading and planning are watched and stopped.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::Path;

use comptoir::clock::Clock;
use comptoir::domain::client::{Client, ClientId};
use comptoir::domain::duplicate::Likeness;
use comptoir::domain::setup::HOME;
use comptoir::files::import::{ImportPlan, PlanError, Verdict, plan_as};
use comptoir::files::mapping::Mapping;
use comptoir::files::repairs::{Repairs, Resembled, Settled, Twin};
use comptoir::files::source::Source;
use comptoir::files::table::{Limits, Table};
use comptoir::jobs::{Desk, Event, Progress, ReadSource, Request};
use comptoir::store::Origin;
use comptoir::text::Language;

use crate::support::book::{TestBook, content, register, stamp, test_book};
use crate::support::desktop::today;

/// What a file would do to a book after repairs; what no field holds goes into the note.
fn planned(book: &TestBook, file: &str, repairs: &Repairs) -> ImportPlan {
    let table = Table::read(file.as_bytes(), Limits::FILE).unwrap();
    let snapshot = book.reader.snapshot().unwrap();
    let mapping = Mapping::guess(&table, &snapshot.setup(HOME).unwrap()).unwrap();
    plan_as(&table, &mapping, repairs, Some(&snapshot), HOME, &|_, _| true).unwrap()
}

/// Each row by its line, its name and its verdict.
fn verdicts(plan: &ImportPlan) -> Vec<(u64, &str, Verdict)> {
    plan.rows.iter().map(|row| (row.line, &*row.name, row.verdict.clone())).collect()
}

/// A book that holds one company, of Bourges.
fn with_briand() -> TestBook {
    let mut book = test_book();
    let file = "Raison sociale;Ville\nCabinet Briand;Bourges\n";
    let command = planned(&book, file, &Repairs::default()).command().unwrap();
    book.writer.apply(&command, Origin::Window, stamp(0)).unwrap();
    book
}

fn settled(who: Resembled, same: bool) -> Settled {
    Settled { twin: Twin { who, name: String::new(), likeness: Likeness::Name }, same }
}

const FILE: &str = "Raison sociale;E-mail;Ville\nDelta;d@example.org;Lyon\n;x@example.org;Nice\nÉtoile;e@example.org;Paris\n";

#[test]
fn cells_typed_over_change_their_row_and_no_other() {
    let book = test_book();
    let mut repairs = Repairs::default();
    let plan = planned(&book, FILE, &repairs);
    assert_eq!(plan.refused.len(), 1);
    repairs.cells.insert((3, 0), "Zénith".to_owned());
    repairs.cells.insert((3, 2), "Cannes".to_owned());
    // No row begins on these lines.
    repairs.cells.insert((1, 0), "Personne".to_owned());
    repairs.cells.insert((5, 0), "Personne".to_owned());
    let plan = planned(&book, FILE, &repairs);
    let add = Verdict::Add;
    assert_eq!(verdicts(&plan), [(2, "Delta", add.clone()), (3, "Zénith", add.clone()), (4, "Étoile", add)]);
    let of = |row: usize| {
        let client: Client = plan.client(row).unwrap();
        (client.company, client.email, client.address.city)
    };
    assert_eq!(of(0), ("Delta".into(), "d@example.org".into(), "Lyon".into()));
    assert_eq!(of(1), ("Zénith".into(), "x@example.org".into(), "Cannes".into()));
    assert_eq!(of(2), ("Étoile".into(), "e@example.org".into(), "Paris".into()));
    assert_eq!(plan.client(3), None);
}

#[test]
fn a_cell_beyond_the_end_of_its_row_is_filled_and_an_emptied_one_is_empty() {
    let book = test_book();
    let mut repairs = Repairs::default();
    let file = "Raison sociale;E-mail;Ville\nDelta\nÉtoile;e@example.org;Paris\n";
    repairs.cells.insert((2, 2), "Lyon".to_owned());
    repairs.cells.insert((3, 1), String::new());
    let plan = planned(&book, file, &repairs);
    let [delta, star] = [0, 1].map(|row| plan.client(row).unwrap());
    assert_eq!((delta.email.as_str(), delta.address.city.as_str()), ("", "Lyon"));
    assert_eq!((star.email.as_str(), star.address.city.as_str()), ("", "Paris"));
}

#[test]
fn a_row_that_is_left_out_is_not_read_and_not_counted() {
    let book = test_book();
    let repairs = Repairs { left_out: [3, 4].into(), ..Repairs::default() };
    let plan = planned(&book, FILE, &repairs);
    assert_eq!(
        verdicts(&plan),
        [(2, "Delta", Verdict::Add), (3, "", Verdict::LeftOut), (4, "", Verdict::LeftOut)]
    );
    assert_eq!((plan.read, plan.added, plan.left_out, plan.refused.len()), (1, 1, 2, 0));
    assert_eq!(plan.additions().len(), 1);
}

#[test]
fn what_a_row_changes_is_told_place_by_place_and_of_no_other_row() {
    let mut book = with_briand();
    book.writer.apply(&register("Delta", ""), Origin::Window, stamp(0)).unwrap();
    let file = "Raison sociale;Ville;Code postal;Téléphone;Catégorie;Surnom\n\
                Cabinet Briand;BOURGES;18000;;Or;Bri\nDelta;;;;;\nNova;Nice;;;;\n";
    let plan = planned(&book, file, &Repairs::default());
    let of = |row| -> BTreeMap<String, (String, String)> {
        plan.changes_of(row).into_iter().map(|one| (one.place.to_string(), (one.old, one.new))).collect()
    };
    let change = |place: &str, old: &str, new: &str| (place.to_owned(), (old.to_owned(), new.to_owned()));
    assert_eq!(
        of(0),
        BTreeMap::from([
            change("city", "Bourges", "BOURGES"),
            change("postcode", "", "18000"),
            change("categories", "", "Or"),
            change("note", "", "Surnom: Bri"),
        ])
    );
    assert_eq!((of(1), of(2), of(3)), Default::default());
    assert_eq!(verdicts(&plan)[1].2, Verdict::Unchanged);
}

#[test]
fn a_row_that_resembles_a_client_says_whom_and_waits_for_an_answer() {
    let mut book = with_briand();
    let file = "Raison sociale;Ville\nCabinet Brian;Bourges\nNova;Nice\n";
    let plan = planned(&book, file, &Repairs::default());
    let briand = Resembled::Client(ClientId(1));
    let twin = Twin { who: briand, name: "Cabinet Briand".into(), likeness: Likeness::NearName };
    assert_eq!(plan.rows[0].twin.as_deref(), Some(&twin));
    assert!(plan.rows[0].to_check && plan.rows[1].twin.is_none());
    assert_eq!((plan.added, plan.twins), (2, 1));

    // The same: it completes that one.
    let same = Repairs { settled: [(2, settled(briand, true))].into(), ..Repairs::default() };
    let plan = planned(&book, file, &same);
    assert_eq!((plan.added, plan.updated, plan.twins), (1, 1, 0));
    let changes = plan.changes_of(0);
    assert_eq!(changes.len(), 1);
    assert_eq!((changes[0].old.as_str(), changes[0].new.as_str()), ("Cabinet Briand", "Cabinet Brian"));
    assert_eq!(plan.changes()[0].before.id, ClientId(1));

    // Said of somebody else, or of another line: nothing is known.
    for other in [(2, settled(Resembled::Client(ClientId(99)), false)), (3, settled(briand, false))] {
        let plan = planned(&book, file, &Repairs { settled: [other].into(), ..Repairs::default() });
        assert_eq!((plan.twins, plan.additions()[0].distinct_from.len()), (1, 0));
    }

    // Another one: it is added, and the book knows that they are two.
    let other = Repairs { settled: [(2, settled(briand, false))].into(), ..Repairs::default() };
    let plan = planned(&book, file, &other);
    assert_eq!((plan.added, plan.twins), (2, 0));
    assert!(plan.rows[0].twin.is_none());
    assert_eq!(plan.additions()[0].distinct_from, [ClientId(1)]);
    assert!(plan.additions()[1].distinct_from.is_empty());
    book.writer.apply(&plan.command().unwrap(), Origin::Window, stamp(1)).unwrap();
    assert_eq!(content(&book.reader).2.len(), 1);
}

#[test]
fn a_row_said_to_be_an_earlier_one_completes_it_and_what_it_says_otherwise_is_noted() {
    let book = test_book();
    let file =
        "Raison sociale;Ville;E-mail\nMenuiserie Hélard;Lyon;\nMenuiserie Hélart;Paris;h@example.org\n";
    let plan = planned(&book, file, &Repairs::default());
    assert_eq!(plan.rows[1].twin.as_deref().map(|twin| twin.who), Some(Resembled::Line(2)));
    assert_eq!(plan.rows[0].twin, None);
    let same = Repairs { settled: [(3, settled(Resembled::Line(2), true))].into(), ..Repairs::default() };
    let plan = planned(&book, file, &same);
    assert_eq!((plan.added, plan.updated, plan.refused.len(), plan.twins), (1, 1, 0, 0));
    let [only] = plan.additions() else { panic!("{:?}", plan.additions()) };
    let client = &only.client;
    assert_eq!(
        (client.company.as_str(), client.address.city.as_str(), client.email.as_str()),
        ("Menuiserie Hélard", "Lyon", "h@example.org")
    );
    let mut noted: Vec<&str> = only.note.lines().collect();
    noted.sort_unstable();
    assert_eq!(noted, ["Raison sociale: Menuiserie Hélart", "Ville: Paris"]);
    // A line that names nobody is no answer.
    let nobody = Repairs { settled: [(3, settled(Resembled::Line(9), true))].into(), ..Repairs::default() };
    let plan = planned(&book, file, &nobody);
    assert_eq!((plan.added, plan.twins), (2, 1));
    // Two that are not the same: both are added, and nobody is asked.
    let other = Repairs { settled: [(3, settled(Resembled::Line(2), false))].into(), ..Repairs::default() };
    let plan = planned(&book, file, &other);
    assert_eq!((plan.added, plan.twins), (2, 0));
    assert!(plan.additions()[1].distinct_from.is_empty());
}

#[test]
fn a_row_said_to_be_a_client_whom_an_earlier_row_is_about_completes_that_row() {
    let book = with_briand();
    let file = "Raison sociale;Ville;Code postal\nCabinet Briand;Bourges;18000\nCabinet Brian;Dijon;18000\n";
    let same = settled(Resembled::Client(ClientId(1)), true);
    let plan = planned(&book, file, &Repairs { settled: [(3, same)].into(), ..Repairs::default() });
    assert_eq!((plan.added, plan.updated, plan.changes().len()), (0, 2, 1));
    let change = &plan.changes()[0];
    assert_eq!(
        (change.after.company.as_str(), change.after.address.city.as_str()),
        ("Cabinet Briand", "Bourges")
    );
    assert_eq!(change.after.address.postcode, "18000");
    let note = &change.note.as_ref().unwrap().text;
    assert!(note.contains("Raison sociale: Cabinet Brian") && note.contains("Ville: Dijon"), "{note}");
}

/// Reads a file and says how it went on: done of total, each time that it was told.
fn read(path: &Path, calls: usize) -> (Vec<(usize, usize)>, Result<Source, PlanError>) {
    let told = RefCell::new(Vec::new());
    let source = Source::read(path, &|done, total| {
        told.borrow_mut().push((done, total));
        told.borrow().len() < calls
    });
    (told.into_inner(), source)
}

#[test]
fn reading_a_file_tells_how_far_it_is_and_can_be_stopped_at_any_time() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data");
    for file in ["northwind-customers.csv", "import/typed.xlsx", "import/akaunting.xlsx"] {
        let path = data.join(file);
        let (told, source) = read(&path, usize::MAX);
        assert!(source.is_ok(), "{file}");
        assert!(told.len() > 2, "{file}: {told:?}");
        for two in told.windows(2) {
            let [(one, of), (next, of_next)] = [two[0], two[1]];
            assert!(one <= of && one * of_next <= next * of, "{file}: it never goes back: {two:?}");
        }
        let (done, total) = told[told.len() - 1];
        assert_eq!(done, total, "{file}: it ends at the end");
        for calls in 1..=told.len() {
            let (now, stopped) = read(&path, calls);
            assert!(matches!(stopped, Err(PlanError::CalledOff)), "{file}, stopped at {calls}");
            assert_eq!(now[..calls], told[..calls], "{file}, stopped at {calls}");
        }
    }
}

#[test]
fn what_is_stopped_before_it_begins_is_neither_read_nor_planned() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("autres.csv");
    std::fs::write(&file, FILE).unwrap();
    let mut desk = Desk::inline(Clock::fixed(today()), Language::Fr);
    desk.ask(Request::Open { path: folder.path().join("Essai.comptoir"), make: true });
    let stopped = Progress::default();
    stopped.stop();
    let mut read = |progress: &Progress| {
        desk.ask(Request::ReadSource { path: file.clone(), progress: progress.clone() });
        let mut events = std::iter::from_fn(|| desk.event());
        let read = events.find_map(|event| match event {
            Event::SourceRead { read, .. } => Some(read),
            _ => None,
        });
        read.unwrap()
    };
    assert!(matches!(read(&stopped), Err(PlanError::CalledOff)));
    let progress = Progress::default();
    let ReadSource { source, mappings, .. } = *read(&progress).unwrap();
    assert_eq!(progress.read(), (2 * FILE.len() as u64, 2 * FILE.len() as u64));
    let mut plan = |progress: &Progress| {
        desk.ask(Request::Plan {
            ticket: 7,
            source: source.clone(),
            sheet: 0,
            mapping: Box::new(mappings[0].clone()),
            repairs: Repairs::default(),
            progress: progress.clone(),
        });
        match desk.event() {
            Some(Event::RowsPlanned { ticket: 7, plan }) => plan,
            other => panic!("{other:?}"),
        }
    };
    assert!(matches!(plan(&stopped), Err(PlanError::CalledOff)));
    assert_eq!(stopped.read().1, 2 * FILE.len() as u64, "nothing of the plan was begun");
    let progress = Progress::default();
    assert_eq!(plan(&progress).unwrap().added, 2);
    assert_eq!(progress.read(), (FILE.len() as u64, FILE.len() as u64));
}

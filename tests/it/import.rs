//! Files of clients, read into a book.

use std::cell::Cell;

use comptoir::domain::client::{Client, ClientId, ClientKind, Status};
use comptoir::domain::command::{Belongings, Change, ClientCommand, Command, CustomFieldCommand, NewNote};
use comptoir::domain::custom_field::{CustomField, FieldKind};
use comptoir::domain::doubt::doubts;
use comptoir::domain::field::Field;
use comptoir::domain::note::{Note, NoteKind};
use comptoir::domain::record::{Invalid, Kind, Record as _, Scan};
use comptoir::domain::setup::{HOME, Setup};
use comptoir::files::csv::{Limits, Table, Unreadable};
use comptoir::files::import::{ImportPlan, PlanError, Reason, Refusal, plan};
use comptoir::store::Origin;

use crate::support::book::{TestBook, stamp, test_book};
use crate::support::random::Random;

const NORTHWIND: &[u8] = include_bytes!("../data/northwind-customers.csv");

fn planned(book: &TestBook, file: &[u8]) -> ImportPlan {
    let table = Table::read(file, Limits::FILE).unwrap();
    plan(&table, Some(&book.reader.snapshot().unwrap()), "FR", &|_, _| true).unwrap()
}

/// Imports a file: rows read, added, updated, unchanged, refused.
fn import(book: &mut TestBook, file: impl AsRef<[u8]>) -> [usize; 5] {
    let plan = planned(book, file.as_ref());
    let counts = [plan.read, plan.added, plan.updated, plan.unchanged, plan.refused.len()];
    assert_eq!(plan.read, plan.added + plan.updated + plan.unchanged + plan.refused.len());
    if let Some(command) = plan.command() {
        book.writer.apply(&command, Origin::Import { file: "a.csv".into() }, stamp(1)).unwrap();
    }
    counts
}

fn refused(book: &TestBook, file: &str) -> Vec<(u64, Reason)> {
    let refused = planned(book, file.as_bytes()).refused;
    refused.into_iter().map(|Refusal { line, reason }| (line, reason)).collect()
}

fn notes(book: &TestBook, client: u64) -> Vec<String> {
    let mut notes = Vec::new();
    let of_client = Scan::Referring(Kind::Client, client);
    book.reader.snapshot().unwrap().scan(of_client, |note: Note| notes.push(note.text)).unwrap();
    notes
}

fn clients(book: &TestBook) -> Vec<Client> {
    let mut clients = Vec::new();
    book.reader.snapshot().unwrap().scan(Scan::All, |client: Client| clients.push(client)).unwrap();
    clients
}

#[test]
fn northwind_is_read_whole_and_only_once() {
    let mut book = test_book();
    assert_eq!(import(&mut book, NORTHWIND), [42, 42, 0, 0, 0]);
    let all = clients(&book);
    let blondes = all.iter().find(|client| client.number == "BLONP").unwrap();
    assert_eq!(blondes.company, "Blondesddsl père et fils");
    assert_eq!((blondes.kind, blondes.contact.name().as_str()), (ClientKind::Company, "Frédérique Citeaux"));
    assert_eq!(blondes.contact.role, "Marketing Manager");
    assert_eq!((blondes.address.country.as_str(), blondes.address.region.as_str()), ("FR", ""));
    // A telephone of eight digits is no French one; it is kept as it was written.
    assert_eq!(blondes.phone.typed(), "88.60.15.31");
    assert!(doubts(blondes, &Setup::new(HOME)).iter().any(|doubt| doubt.place == Field::Phone.into()));
    let french = all.iter().filter(|client| client.address.country == "FR").count();
    let doubted = |client: &&Client| {
        client.address.country == "FR"
            && doubts(client, &Setup::new(HOME)).iter().any(|doubt| doubt.place == Field::Phone.into())
    };
    assert_eq!((french, all.iter().filter(doubted).count()), (7, 7));
    assert_eq!(notes(&book, blondes.id.0), ["fax: 88.60.15.32"]);

    let revision = book.reader.snapshot().unwrap().revision().unwrap();
    assert_eq!(import(&mut book, NORTHWIND), [42, 0, 0, 42, 0]);
    assert_eq!(book.reader.snapshot().unwrap().revision().unwrap(), revision);
}

#[test]
fn a_plan_counts_clients_with_something_to_check() {
    let book = test_book();
    let file = "Société,Email\nA,a@b.example\nB,nonsense\nC,c.example\n,nonsense\n";
    let plan = planned(&book, file.as_bytes());
    assert_eq!((plan.doubts, plan.additions().len(), plan.changes().len()), (2, 3, 0));
}

#[test]
fn what_no_field_holds_goes_into_the_note() {
    let mut book = test_book();
    let file = "Nom;Code APE;Commentaire;Ville;Localité;Vide\nAsie;62.01Z;Dit\"oui\";Lyon;Paris;N/A\n";
    assert_eq!(import(&mut book, file), [1, 1, 0, 0, 0]);
    assert_eq!(notes(&book, 1), ["Dit\"oui\"\nCode APE: 62.01Z\nLocalité: Paris"]);
    assert_eq!(book.client(1).unwrap().address.city, "Lyon");
    assert_eq!(import(&mut book, file), [1, 0, 0, 1, 0]);
    // Only what is new is written, in a note of its own.
    assert_eq!(import(&mut book, file.replace("62.01Z", "62.02A")), [1, 0, 1, 0, 0]);
    assert_eq!(notes(&book, 1)[1..], ["Code APE: 62.02A"]);
    assert_eq!(import(&mut book, file), [1, 0, 0, 1, 0]);
}

#[test]
fn null_and_n_a_are_empty_in_any_case() {
    let mut book = test_book();
    import(&mut book, "Nom,Ville,Adresse,CP,X\nAsie,NULL,n/a, N/A ,null\nBolido,nullité,n,/,\n");
    let asie = book.client(1).unwrap();
    assert_eq!(asie.address.lines(), [""; 6]);
    assert_eq!(notes(&book, 1), [""; 0]);
    assert_eq!(book.client(2).unwrap().address.lines(), ["n", "", "/", "nullité", "", ""]);
}

#[test]
fn an_empty_cell_never_erases() {
    let mut book = test_book();
    import(
        &mut book,
        "number,company,phone,email,siret,street,city,contact\n\
         7,Asie,01 42 68 53 00,a@b.example,73282932000074,1 rue,Lyon,Lucie Roulet\n",
    );
    let before = book.client(1).unwrap();
    assert_eq!(
        import(&mut book, "number,company,phone,email,siret,city,contact\n7,,,,,,\n"),
        [1, 0, 0, 1, 0]
    );
    assert_eq!(book.client(1), Some(before.clone()));
    // Its SIREN alone does not take the SIRET away.
    assert_eq!(import(&mut book, "company,siren\nAsie,732 829 320\n"), [1, 0, 0, 1, 0]);
    assert_eq!(import(&mut book, "number,company,city\n7,,Paris\n"), [1, 0, 1, 0, 0]);
    let after = book.client(1).unwrap();
    assert_eq!(after.address.city, "Paris");
    let mut expected = Client { updated: after.updated, ..before };
    expected.address.city = "Paris".into();
    assert_eq!(after, expected);
}

#[test]
fn the_number_says_who_it_is_before_anything_else() {
    let mut book = test_book();
    import(
        &mut book,
        "number,company,email,postcode\n1,Asie,a@b.example,75001\n2,Bolido,b@b.example,69001\n",
    );
    assert_eq!(import(&mut book, "number,company,email\n2,Bolido SAS,a@b.example\n"), [1, 0, 1, 0, 0]);
    assert_eq!(book.client(2).unwrap().company, "Bolido SAS");
    // The same number, another name and another place: two programs that count from one.
    assert_eq!(
        refused(&book, "number,company,postcode\n1,Cactus,31000\n"),
        [(2, Reason::NumberTaken { number: "1".into(), holder: "Asie".into() })]
    );
    assert_eq!(
        import(&mut book, "number,company,postcode,email\n1,Cactus,31000,A@B.example\n"),
        [1, 0, 1, 0, 0]
    );
}

#[test]
fn else_siren_or_siret_else_email_else_name_and_postcode() {
    let mut book = test_book();
    import(
        &mut book,
        "company,siret,email,postcode\n\
         Asie,73282932000074,a@b.example,75001\nBolido,,B@B.example,69001\nCactus,,,31000\nCactus,,,33000\n",
    );
    let id_of = |file: &str| {
        let plan = planned(&book, file.as_bytes());
        plan.changes().first().map(|change| change.before.id.0)
    };
    assert_eq!(id_of("company,siret,city\nX,732 829 320 00074,Lyon\n"), Some(1));
    assert_eq!(id_of("company,siren,city\nX,732829320,Lyon\n"), Some(1));
    assert_eq!(id_of("company,email,city\nX,b@b.EXAMPLE,Lyon\n"), Some(2));
    assert_eq!(id_of("company,postcode,city\nCACTUS,31 000,Lyon\n"), Some(3));
    assert_eq!(id_of("company,postcode,city\nCactus,33000,Lyon\n"), Some(4));
    assert_eq!(id_of("company,postcode,city\nCactus,13000,Lyon\n"), None);
    assert_eq!(id_of("company,city\nbolido,Lyon\n"), Some(2));
    // Another establishment of the same company.
    assert_eq!(id_of("company,siret,city\nX,73282932000082,Lyon\n"), None);
    // Two valid numbers differ: a shared address of e-mail makes them no one client.
    assert_eq!(id_of("company,siren,email\nX,552100554,a@b.example\n"), None);
    // An address of e-mail that differs from that of the name.
    assert_eq!(id_of("company,email\nBolido,other@b.example\n"), None);
}

#[test]
fn where_two_fit_the_row_is_refused() {
    let mut book = test_book();
    import(
        &mut book,
        "number,company,email,siren\n1,A,a@b.example,732829320\n2,B,A@B.example,732829320\n3,C,,\n4,C,,\n",
    );
    let several = |names: [&str; 2]| Reason::SeveralFit(names.map(str::to_owned).into());
    assert_eq!(
        refused(&book, "company,email,siren\nX,a@b.example,\nX,,732829320\nC,,\n"),
        [(2, several(["A", "B"])), (3, several(["A", "B"])), (4, several(["C", "C"]))]
    );
}

#[test]
fn rows_of_one_file_that_are_the_same_client_complete_each_other() {
    let mut book = test_book();
    let file = "Nom,Email,Ville,Téléphone,Commentaire,Couleur\n\
        Asie,a@b.example,Lyon,,un,rouge\n\
        ASIE,A@b.example,lyon,01 42 68 53 00,deux,rouge\n\
        Asie,a@b.example,Paris,,,\n\
        Asie,a@b.example,,,un,\n";
    assert_eq!(refused(&book, file), [(4, Reason::SaysOtherwise { line: 2, header: "Ville".into() })]);
    assert_eq!(import(&mut book, file), [4, 1, 1, 1, 1]);
    let client = book.client(1).unwrap();
    assert_eq!((client.company.as_str(), client.phone.typed()), ("Asie", "01 42 68 53 00"));
    assert_eq!(notes(&book, 1), ["un\ndeux\nCouleur: rouge"]);
    assert_eq!(import(&mut book, file), [4, 0, 0, 3, 1]);
}

#[test]
fn rows_with_different_numbers_are_different_clients() {
    let mut book = test_book();
    let file = "number,company,email\n1,Asie,a@b.example\n2,Asie,a@b.example\n";
    assert_eq!(import(&mut book, file), [2, 2, 0, 0, 0]);
    assert_eq!(import(&mut book, file), [2, 0, 0, 2, 0]);
}

#[test]
fn a_row_is_refused_with_its_line_and_reason() {
    let book = test_book();
    let long = "é".repeat(10_001);
    let file = format!("Nom,Ville\n\n ,Lyon\nAsie,Lyon,69001\nBolido,{long}\n\"C\nD\",Lyon,,\n");
    assert_eq!(
        refused(&book, &file),
        [(3, Reason::NoName), (4, Reason::TooManyCells), (5, Reason::Invalid(Invalid::TooLong("city")))]
    );
    assert_eq!(planned(&book, file.as_bytes()).additions()[0].client.company, "C D");
    assert_eq!(refused(&book, "contactName,city\nMaria Anders,Berlin\n"), [(2, Reason::NoName)]);
}

#[test]
fn a_company_or_an_individual() {
    let mut book = test_book();
    import(
        &mut book,
        "Type,Nom d'entreprise,Nom de famille,Prénom\n\
         ,Asie,Roulet,Lucie\n,,Dupont,Camille\nPARTICULIER,,Martin,\nENTREPRISE,Bolido,,\nautre,Cactus,,\n",
    );
    let all = clients(&book);
    let read: Vec<_> = all.iter().map(|client| (client.kind, client.name(), client.contact.name())).collect();
    let row = |kind, name: &str, contact: &str| (kind, name.to_owned(), contact.to_owned());
    assert_eq!(
        read,
        [
            row(ClientKind::Company, "Asie", "Lucie Roulet"),
            row(ClientKind::Individual, "Camille Dupont", ""),
            row(ClientKind::Individual, "Martin", ""),
            row(ClientKind::Company, "Bolido", ""),
            row(ClientKind::Company, "Cactus", "")
        ]
    );
    assert_eq!(notes(&book, 5), ["Type: autre"]);
}

#[test]
fn names_of_other_programs() {
    let mut book = test_book();
    import(
        &mut book,
        "Display Name,Company Name,First Name,Last Name\nA SARL,A,,\nCamille Dupont,,Camille,Dupont\nB,,,\n",
    );
    import(&mut book, "Nom,Type,Actif\nLéa Martin,particulier,non\n");
    import(&mut book, "Nom,Actif,is company,Type\nX,0,0,Contact\nY,1,yes,\nZ,peut-être,,\n");
    let all = clients(&book);
    let read: Vec<_> = all.iter().map(|client| (client.kind, client.name(), client.status)).collect();
    let (company, person) = (ClientKind::Company, ClientKind::Individual);
    let row = |kind, name: &str, status| (kind, name.to_owned(), status);
    assert_eq!(
        read,
        [
            row(company, "A", Status::Active),
            row(person, "Camille Dupont", Status::Active),
            row(company, "B", Status::Active),
            row(person, "Léa Martin", Status::Archived),
            row(person, "X", Status::Archived),
            row(company, "Y", Status::Active),
            row(company, "Z", Status::Active),
        ]
    );
    assert_eq!((all[3].first_name.as_str(), all[3].last_name.as_str()), ("Léa", "Martin"));
    assert_eq!((notes(&book, 1), notes(&book, 2).len()), (vec!["Display Name: A SARL".to_owned()], 0));
    assert_eq!(
        (notes(&book, 5), notes(&book, 7)),
        (vec!["Type: Contact".to_owned()], vec!["Actif: peut-être".to_owned()])
    );
}

#[test]
fn an_individual_stays_one_when_a_file_gives_the_whole_name() {
    let mut book = test_book();
    import(&mut book, "Nom de famille,Prénom,Email\nDe La Tour,Anne Marie,a@b.example\n");
    assert_eq!(import(&mut book, "Nom,Email\nAnne Marie De La Tour,a@b.example\n"), [1, 0, 0, 1, 0]);
    assert_eq!(import(&mut book, "Nom,Email\nAnne Petit,a@b.example\n"), [1, 0, 1, 0, 0]);
    let client = book.client(1).unwrap();
    assert_eq!((client.kind, client.last_name.as_str()), (ClientKind::Individual, "Petit"));
}

#[test]
fn a_whole_address_in_one_cell_is_split() {
    let mut book = test_book();
    import(
        &mut book,
        "name,address\nA,\"1 rue de la Paix\nBâtiment B\n75002 Paris\nFrance\"\nB,\"2 rue\nLyon\"\nC,\"B-1000 Bruxelles\"\n",
    );
    let lines = |id| book.client(id).unwrap().address.lines().map(str::to_owned);
    assert_eq!(lines(1), ["1 rue de la Paix", "Bâtiment B", "75002", "Paris", "", "FR"]);
    assert_eq!(lines(2), ["2 rue Lyon", "", "", "", "", ""]);
    assert_eq!(lines(3), ["B-1000 Bruxelles", "", "", "", "", ""]);
    import(&mut book, "name,address,city\nD,\"3 rue\n75002 Paris\",Lyon\n");
    assert_eq!(book.client(4).unwrap().address.lines()[..4], ["3 rue 75002 Paris", "", "", "Lyon"]);
}

#[test]
fn several_addresses_of_email_in_one_cell() {
    let mut book = test_book();
    import(
        &mut book,
        "Nom,Email(s)\nA,\"a@b.example, c@d.example\"\nB,e@f.example ::: g@h.example\nC,\"rien, encore\"\n",
    );
    let email = |id| book.client(id).unwrap().email;
    assert_eq!(
        (email(1), email(2), email(3)),
        ("a@b.example".into(), "e@f.example".into(), "rien, encore".into())
    );
    assert_eq!(notes(&book, 1), ["Email(s): c@d.example"]);
}

#[test]
fn what_two_columns_say_alike_is_not_said_twice() {
    let mut book = test_book();
    import(
        &mut book,
        "name,countryCode,countryName,siren,siret\nA,FR,France,732829320,73282932000074\nB,FR,Belgique,552100554,73282932000082\n",
    );
    assert_eq!(notes(&book, 1), [""; 0]);
    assert_eq!(notes(&book, 2), ["countryName: Belgique\nsiren: 552100554"]);
}

#[test]
fn a_file_of_gnucash_has_no_header() {
    let mut book = test_book();
    let file = "000001;Asie;Lucie Roulet;1 rue;;;;01 42 68 53 00;;a@b.example;à midi;;;;;;;;\n\
                000002;Bolido;;2 rue;;;;;;;;;;;;;;;\n";
    assert_eq!(import(&mut book, file), [2, 2, 0, 0, 0]);
    let client = book.client(1).unwrap();
    assert_eq!(
        (client.number.as_str(), client.company.as_str(), client.email.as_str()),
        ("000001", "Asie", "a@b.example")
    );
    assert_eq!(
        (notes(&book, 1), client.contact.name()),
        (vec!["à midi".to_owned()], "Lucie Roulet".to_owned())
    );
}

#[test]
fn an_import_can_be_called_off() {
    let book = test_book();
    let table = Table::read(NORTHWIND, Limits::FILE).unwrap();
    let calls = Cell::new(0);
    let stop = |done: usize, total: usize| {
        assert!(done <= total && total == NORTHWIND.len());
        calls.set(calls.get() + 1);
        calls.get() < 5
    };
    let snapshot = book.reader.snapshot().unwrap();
    assert!(matches!(plan(&table, Some(&snapshot), "FR", &stop), Err(PlanError::CalledOff)));
    assert_eq!(calls.get(), 5);
    let done = Cell::new(0);
    plan(&table, Some(&snapshot), "FR", &|now, _| {
        done.set(now);
        true
    })
    .unwrap();
    assert_eq!(done.get(), NORTHWIND.len());
}

#[test]
fn a_file_that_breaks_off_is_no_plan() {
    let book = test_book();
    let table = Table::read(b"Nom\nAsie\n\"Bolido\n", Limits::FILE).unwrap();
    let broken = plan(&table, Some(&book.reader.snapshot().unwrap()), "FR", &|_, _| true);
    assert!(matches!(broken, Err(PlanError::Unreadable(Unreadable::OpenQuote { line: 3 }))));
}

/// Bytes that mean something in a table.
const TELLING: [&[u8]; 14] = [
    b"\"",
    b"\"\"",
    b",",
    b";",
    b"\n",
    b"\r",
    b"\t",
    b"\0",
    b"'=",
    b"\xff",
    b"\xc3",
    "\u{feff}".as_bytes(),
    b"NULL",
    b":::",
];

/// A file that was meddled with.
fn mutant(file: &[u8], random: &mut Random) -> Vec<u8> {
    let mut file = file.to_vec();
    for _ in 0..=random.below(4) {
        let at = random.below(file.len());
        let to = file.len().min(at + random.below(8));
        match random.below(4) {
            0 => drop(file.splice(at..to, TELLING[random.below(TELLING.len())].iter().copied())),
            1 => drop(file.drain(at..to)),
            2 => file[at] = u8::try_from(random.below(256)).unwrap(),
            _ => {
                let part = file[at..to].to_vec();
                let into = random.below(file.len());
                file.splice(into..into, part);
            }
        }
        if file.is_empty() {
            break;
        }
    }
    file
}

#[test]
fn no_file_makes_a_client_that_breaks_the_rules() {
    let mut book = test_book();
    let file = "customerID,companyName,Nom,Prénom,contactName,address,Ville,cp,Email(s),siret,siren,Type,Actif,Note,Fax (s.fax)\n\
        1,Asie,,,Lucie Roulet,\"1 rue\n75002 Paris\",Lyon,69001,\"a@b.example,c@d.example\",73282932000074,,pro,oui,x,1\n\
        2,,Dupont,Camille,,,Nice,,,,,particulier,0,\"y\nz\",\n";
    import(&mut book, file);
    let snapshot = book.reader.snapshot().unwrap();
    let mut random = Random::new(17);
    let (mut unreadable, mut changed, mut refused) = (0, 0, 0);
    for _ in 0..4_000 {
        let Ok(table) = Table::read(&mutant(file.as_bytes(), &mut random), Limits::FILE) else {
            unreadable += 1;
            continue;
        };
        let Ok(plan) = plan(&table, Some(&snapshot), "FR", &|_, _| true) else {
            unreadable += 1;
            continue;
        };
        assert_eq!(plan.read, plan.added + plan.updated + plan.unchanged + plan.refused.len());
        let added = plan.additions().iter().map(|added| (&added.client, added.note.as_str()));
        let updated = plan
            .changes()
            .iter()
            .map(|change| (&change.after, change.note.as_ref().map_or("", |note| note.text.as_str())));
        for (client, note) in added.chain(updated) {
            let number = if client.number.is_empty() { "1".to_owned() } else { client.number.clone() };
            Client { id: ClientId(1), number, ..client.clone() }.validate().unwrap();
            Invalid::check_text("note", note).unwrap();
            changed += 1;
        }
        refused += plan.refused.len();
    }
    assert!(unreadable > 100 && changed > 1_000 && refused > 100, "{unreadable} {changed} {refused}");
}

#[test]
fn no_bytes_break_the_reading_of_a_table() {
    let file = "\u{feff}Nom;Email (s.email);Note\r\nAsie;a@b.example;\"deux\nlignes, \"\"dites\"\"\"\r\nÉté;;'=1+1\r\n";
    let mut random = Random::new(29);
    let (mut unreadable, mut rows, mut broken) = (0, 0, 0);
    for _ in 0..100_000 {
        match Table::read(&mutant(file.as_bytes(), &mut random), Limits::FILE) {
            Err(_) => unreadable += 1,
            Ok(table) => {
                let cells = table.header().len();
                for row in table.rows() {
                    match row {
                        Ok(row) => {
                            rows += 1;
                            assert!(row.line >= 1 && row.end <= table.len());
                            assert!((0..cells.max(row.len())).all(|at| row.cell(at).len() <= table.len()));
                        }
                        Err(_) => broken += 1,
                    }
                }
            }
        }
    }
    assert!(unreadable > 100 && rows > 50_000 && broken > 100, "{unreadable} {rows} {broken}");
}

/// The categories of a client by name, and what it holds in custom fields.
fn held(book: &TestBook, client: u64) -> (Vec<String>, Vec<(String, String)>) {
    let setup = book.reader.snapshot().unwrap().setup(HOME).unwrap();
    let client = book.client(client).unwrap();
    let categories = client.categories.iter().map(|id| setup.category(*id).unwrap().name.clone());
    let field = |(id, value): (&u64, &String)| (setup.field(*id).unwrap().name.clone(), value.clone());
    (categories.collect(), client.custom.iter().map(field).collect())
}

fn make_field(book: &mut TestBook, name: &str, kind: FieldKind) {
    let field = CustomField { name: name.into(), kind, ..CustomField::default() };
    book.apply(&Command::CustomField(CustomFieldCommand::Create(field)));
}

#[test]
fn categories_are_made_with_the_clients_that_are_in_them() {
    let mut book = test_book();
    let file = "Nom,Tags\nAsie,\"Gros; détail\"\nBolido,\"DETAIL,Amis ::: * myContacts\"\nCyan,\n";
    assert_eq!(import(&mut book, file), [3, 3, 0, 0, 0]);
    assert_eq!(held(&book, 1).0, ["Gros", "détail"]);
    assert_eq!(held(&book, 2).0, ["détail", "Amis"]);
    assert_eq!(held(&book, 3).0, [""; 0]);
    assert_eq!(book.reader.snapshot().unwrap().count(Kind::Category).unwrap(), 3);
    assert_eq!(notes(&book, 2), [""; 0]);
    assert_eq!(import(&mut book, file), [3, 0, 0, 3, 0]);
    // A file from elsewhere adds; it takes nobody out.
    assert_eq!(import(&mut book, "Nom,Groupe\nAsie,\" amis\"\nBolido,détail\n"), [2, 0, 1, 1, 0]);
    assert_eq!(held(&book, 1).0, ["Gros", "détail", "Amis"]);
    assert_eq!(held(&book, 2).0, ["détail", "Amis"]);
    let last = book.reader.snapshot().unwrap().last_undoable().unwrap().unwrap();
    book.writer.undo(last, Origin::CommandLine, stamp(2)).unwrap();
    assert_eq!(held(&book, 1).0, ["Gros", "détail"]);
}

#[test]
fn rows_of_one_client_put_it_in_all_their_categories() {
    let mut book = test_book();
    assert_eq!(import(&mut book, "Nom,Tags\nAsie,\"a,b\"\nAsie,\"b,c\"\nAsie,a\n"), [3, 1, 1, 1, 0]);
    assert_eq!(held(&book, 1).0, ["a", "b", "c"]);
}

#[test]
fn what_is_too_long_for_the_name_of_a_category_stands_in_the_note() {
    let mut book = test_book();
    let (name, long) = ("é".repeat(100), "é".repeat(101));
    import(&mut book, format!("Nom,Tags\nAsie,\"{name},{long}\"\n"));
    assert_eq!(held(&book, 1).0, [name]);
    assert_eq!(notes(&book, 1), [format!("Tags: {long}")]);
}

#[test]
fn a_table_of_our_own_says_in_which_categories_a_client_is() {
    let mut book = test_book();
    import(&mut book, "Nom,Tags\nAsie,\"a,b,* c\"\n");
    let own =
        |names: &str| format!("number,kind,name,company,categories\n0001,company,Asie,Asie,\"{names}\"\n");
    assert_eq!(import(&mut book, own("b, a")), [1, 0, 0, 1, 0]);
    assert_eq!(import(&mut book, own("")), [1, 0, 0, 1, 0]);
    assert_eq!(import(&mut book, own("B, * c")), [1, 0, 1, 0, 0]);
    assert_eq!(held(&book, 1).0, ["b", "* c"]);
    assert_eq!(import(&mut book, own("* c")), [1, 0, 1, 0, 0]);
    assert_eq!(held(&book, 1).0, ["* c"]);
}

#[test]
fn a_column_named_as_a_custom_field_is_read_as_its_kind() {
    let mut book = test_book();
    for (name, kind) in [
        ("Anniversaire", FieldKind::Date),
        ("Remise", FieldKind::Number),
        ("Fidèle", FieldKind::YesNo),
        ("Parcours", FieldKind::LongText),
        ("Rang", FieldKind::Text),
    ] {
        make_field(&mut book, name, kind);
    }
    let file = "Nom;anniversaire;REMISE;Fidele;Parcours;Rang\n\
                Asie;24/12/1980;1.234;oui;\"a\nb\";\"c\nd\"\nBolido;demain;1.234,5;x;;\n";
    assert_eq!(import(&mut book, file), [2, 2, 0, 0, 0]);
    let values = |id| held(&book, id).1.into_iter().map(|(_, value)| value).collect::<Vec<_>>();
    assert_eq!(values(1), ["1980-12-24", "1234", "yes", "a\nb", "c d"]);
    assert_eq!(values(2), ["demain", "1234.5", "yes"]);
    assert_eq!(notes(&book, 1), [""; 0]);
    assert_eq!(import(&mut book, file), [2, 0, 0, 2, 0]);
    // Between commas a comma sets thousands apart and a point decimals.
    assert_eq!(import(&mut book, "Nom,Remise\nAsie,\"1,234\"\nBolido,1.234\n"), [2, 0, 1, 1, 0]);
    assert_eq!(held(&book, 2).1[1].1, "1.234");
    assert_eq!(import(&mut book, "Nom,Remise\nAsie,\n"), [1, 0, 0, 1, 0]);
}

#[test]
fn a_custom_field_that_the_book_lacks_is_made_with_the_clients() {
    let mut book = test_book();
    make_field(&mut book, "Rang", FieldKind::Text);
    let file = "Nom;Niveau (custom:choice:Or, Argent);Fête (custom:date);Rien (custom:text)\n\
                Asie;or;1/2/2000;\nBolido;Argent;;\nCyan;Plomb;;\n";
    assert_eq!(planned(&book, file.as_bytes()).doubts, 1);
    assert_eq!(import(&mut book, file), [3, 3, 0, 0, 0]);
    let snapshot = book.reader.snapshot().unwrap();
    let setup = snapshot.setup(HOME).unwrap();
    let fields: Vec<_> = setup.fields().iter().map(|one| (one.id, one.name.as_str(), one.kind)).collect();
    assert_eq!(
        fields,
        [(1, "Rang", FieldKind::Text), (2, "Niveau", FieldKind::Choice), (3, "Fête", FieldKind::Date)]
    );
    assert_eq!(setup.field(2).unwrap().choices, ["Or", "Argent"]);
    assert!(setup.fields().is_sorted_by(|one, next| one.rank < next.rank));
    drop(snapshot);
    assert_eq!(held(&book, 1).1, [("Niveau".into(), "Or".into()), ("Fête".into(), "2000-02-01".into())]);
    assert_eq!(held(&book, 3).1, [("Niveau".into(), "Plomb".into())]);
    assert_eq!(import(&mut book, file), [3, 0, 0, 3, 0]);
    // A field that no client holds anything in is not made.
    assert_eq!(book.reader.snapshot().unwrap().count(Kind::CustomField).unwrap(), 3);
}

#[test]
fn a_number_that_our_own_table_holds_is_read_only_where_it_reads_alike_everywhere() {
    let own = |kind: FieldKind, value: &str| {
        let header = format!("Crédit (custom:{})", kind.key());
        format!("number;kind;name;company;{header}\n0001;company;Asie;Asie;\"{value}\"\n")
    };
    for (kind, written, kept) in [
        (FieldKind::Amount, "12,345", "12,345"),
        (FieldKind::Amount, "12.345", "12.345"),
        (FieldKind::Amount, "1 234,5", "1234.50"),
        (FieldKind::Amount, "1234.5", "1234.50"),
        (FieldKind::Amount, "7.00", "7.00"),
        (FieldKind::Amount, "x", "x"),
        (FieldKind::Number, "12,345", "12,345"),
        (FieldKind::Number, "1.234", "1.234"),
        (FieldKind::Date, "24/12/2026", "2026-12-24"),
    ] {
        let mut book = test_book();
        import(&mut book, own(kind, written));
        assert_eq!(held(&book, 1).1, [("Crédit".to_owned(), kept.to_owned())], "{written}");
    }
}

#[test]
fn a_new_category_alone_is_a_change() {
    let mut book = test_book();
    import(&mut book, "Nom\nAsie\n");
    assert_eq!(import(&mut book, "Nom,Tags\nAsie,Amis\n"), [1, 0, 1, 0, 0]);
    assert_eq!(held(&book, 1).0, ["Amis"]);
}

#[test]
fn a_new_field_alone_is_a_change_and_so_is_a_note_beside_the_first() {
    let mut book = test_book();
    import(&mut book, "Nom\nAsie\n");
    assert_eq!(import(&mut book, "Nom,Rang (custom:text)\nAsie,A\n"), [1, 0, 1, 0, 0]);
    assert_eq!(held(&book, 1).1, [("Rang".into(), "A".into())]);
    let before = book.client(1).unwrap();
    let note = NewNote {
        client: ClientId(9),
        kind: NoteKind::Call,
        date: stamp(0).today,
        text: "rappeler".into(),
        pinned: true,
        remind: None,
        attachments: Vec::new(),
    };
    let with = Belongings { notes: vec![note], ..Belongings::default() };
    let change = Change { before: before.clone(), after: before, note: None, with };
    book.apply(&Command::Client(ClientCommand::Change(Box::new(change))));
    // It is about the client, whoever it names.
    assert_eq!(notes(&book, 1), ["rappeler"]);
}

#[test]
fn answers_to_questions_of_consent_stay_with_the_book_they_came_from() {
    let book = test_book();
    let own = |service: &str, offers: &str| {
        format!(
            "number;kind;name;company;consent_service;consent_offers\n1;company;A;A;not_asked;not_asked\n\
             2;company;B;B;{service};{offers}\n3;company;C;C;{service};{offers}\n"
        )
    };
    let left = |file: String| planned(&book, file.as_bytes()).left_behind;
    assert_eq!(left(own("given", "refused")), ["consent_service", "consent_offers"]);
    assert_eq!(left(own("", "withdrawn")), ["consent_offers"]);
    assert_eq!(left(own("not_asked", " ")), [""; 0]);
    let plan = planned(&book, own("given", "refused").as_bytes());
    assert!(plan.additions().iter().all(|one| one.note.is_empty() && one.with.consents.is_empty()));
}

#[test]
fn an_address_in_one_cell_loses_nothing() {
    let mut book = test_book();
    import(
        &mut book,
        "name,address,email,country\n\
         A,\"1 rue de la Paix, 75002 Paris\",,\n\
         B,\"Bolido SARL\n2 rue de Metz\n31000 Toulouse\na@b.example\n01 42 60 30 30\",c@d.example,France\n\
         ,\"Boulangerie Lebon\n3 rue de Metz\n31000 Toulouse\",,\n\
         D,\"4 Hauptstraße\n10115 Berlin\nAllemagne\",,France\n",
    );
    let lines = |id| book.client(id).unwrap().address.lines().map(str::to_owned);
    assert_eq!(lines(1), ["1 rue de la Paix", "", "75002", "Paris", "", "FR"]);
    let bolido = book.client(2).unwrap();
    assert_eq!(lines(2), ["2 rue de Metz", "", "31000", "Toulouse", "", "FR"]);
    assert_eq!((bolido.email.as_str(), bolido.phone.typed()), ("c@d.example", "01 42 60 30 30"));
    assert_eq!(notes(&book, 2), ["Bolido SARL\na@b.example"]);
    assert_eq!(book.client(3).unwrap().company, "Boulangerie Lebon");
    assert_eq!(lines(4)[5], "FR");
    assert_eq!(notes(&book, 4), ["Allemagne"]);
}

#[test]
fn terms_and_language_are_read_as_people_write_them() {
    let mut book = test_book();
    import(
        &mut book,
        "name,Conditions de paiement,Langue\nA,30 jours fin de mois,Anglais\nB,selon devis,klingon\nC,RECEP,fr_FR\n",
    );
    let read = |id| {
        let client = book.client(id).unwrap();
        (client.terms, client.language)
    };
    assert_eq!(read(1), ("net_30_then_end_of_month".into(), "en".into()));
    assert_eq!(read(2), ("selon devis".into(), "klingon".into()));
    assert_eq!(read(3), ("receipt".into(), "fr".into()));
    assert_eq!(planned(&book, b"name,terms\nD,demain\n").doubts, 1);
}

//! What becomes of the columns of a file: offered, remembered, and whole names and addresses taken apart.

use comptoir::domain::client::{Client, ClientKind};
use comptoir::domain::custom_field::{CustomField, FieldKind};
use comptoir::domain::field::Field;
use comptoir::domain::setup::{HOME, Setup};
use comptoir::files::import::{Repairs, plan_as};
use comptoir::files::mapping::Mapping;
use comptoir::files::table::{Limits, Table};
use comptoir::files::target::Target;

fn table(file: &str) -> Table {
    Table::read(file.as_bytes(), Limits::FILE).unwrap()
}

fn guess(file: &str, setup: &Setup) -> Mapping {
    Mapping::guess(&table(file), setup).unwrap()
}

fn targets(mapping: &Mapping) -> Vec<Option<Target>> {
    mapping.columns().iter().map(|column| column.target).collect()
}

/// A book with one field of its own.
fn with_field(id: u64, name: &str) -> Setup {
    let field = CustomField { id, name: name.to_owned(), kind: FieldKind::Text, ..CustomField::default() };
    Setup::new(HOME).with(Vec::new(), vec![field])
}

/// The first client of a file whose columns become this, and what is noted of it.
fn first(file: &str, set: &[(usize, Target)]) -> (Client, String) {
    let table = table(file);
    let mut mapping = Mapping::guess(&table, &Setup::new(HOME)).unwrap();
    for (column, target) in set {
        mapping.set(*column, Some(*target));
    }
    let plan = plan_as(&table, &mapping, &Repairs::default(), None, HOME, &|_, _| true).unwrap();
    let added = plan.additions().first().unwrap_or_else(|| panic!("{:?}", plan.refused));
    (added.client.clone(), added.note.clone())
}

const COMPANY: Option<Target> = Some(Target::Field(Field::Company));

#[test]
fn a_field_is_offered_to_each_column_that_holds_something_and_can_name_one() {
    let long = "x".repeat(CustomField::LONGEST + 1);
    let just = "y".repeat(CustomField::LONGEST);
    let file = format!(
        "Raison sociale;Surnom;Vide;surnom;;{long};{just};Rien;Note\nDelta;Dédé;;x;y;z;t;NULL;Bonjour\n"
    );
    let setup = Setup::new(HOME);
    let mut mapping = guess(&file, &setup);
    let before = targets(&mapping);
    assert_eq!(before[..8], [COMPANY, None, None, None, None, None, None, None]);
    mapping.offer_fields(&setup);
    let new = Some(Target::NewField(FieldKind::Text));
    assert_eq!(targets(&mapping), [COMPANY, new, None, None, None, None, new, None, Some(Target::Note)]);
    // A field that the book has is taken, and not made again.
    let setup = with_field(4, "Surnom");
    let mut mapping = guess(&file, &setup);
    mapping.offer_fields(&setup);
    assert_eq!(targets(&mapping)[1], Some(Target::Custom(4)));
    assert_eq!(targets(&mapping)[3], None);
}

#[test]
fn null_and_n_a_are_no_values_of_a_column() {
    let file = "Raison sociale;Stock\nDelta; null \nÉtoile;N/A\nNova;12\n";
    let mapping = guess(file, &Setup::new(HOME));
    let stock = &mapping.columns()[1];
    assert_eq!((stock.sample.as_str(), stock.kind), ("12", FieldKind::Number));
    for (cell, bare) in
        [("", true), ("  ", true), ("NULL", true), (" n/a ", true), ("0", false), ("nul", false)]
    {
        assert_eq!(Mapping::is_bare(cell), bare, "{cell:?}");
    }
}

#[test]
fn what_a_column_becomes_is_taken_from_another_unless_both_can_be_it() {
    let mut mapping = guess("Raison sociale;Ville;Localité;Type;Société\nA;B;C;D;E\n", &Setup::new(HOME));
    mapping.set(1, Some(Target::Field(Field::City)));
    mapping.set(2, Some(Target::Field(Field::City)));
    assert_eq!(targets(&mapping)[1..3], [None, Some(Target::Field(Field::City))]);
    // Two answers to one question share a slot.
    mapping.set(3, Some(Target::Kind));
    mapping.set(4, Some(Target::IsCompany));
    assert_eq!(targets(&mapping)[3..], [None, Some(Target::IsCompany)]);
    mapping.set(1, Some(Target::Note));
    mapping.set(3, Some(Target::Note));
    assert_eq!([1, 3].map(|at| targets(&mapping)[at]), [Some(Target::Note); 2]);
    mapping.set(3, None);
    assert_eq!(targets(&mapping)[3], None);
    // A column that is not there is none.
    let before = mapping.clone();
    mapping.set(5, Some(Target::Nothing));
    assert_eq!(mapping, before);
}

#[test]
fn a_mapping_is_remembered_by_its_headers_and_recalled_as_far_as_the_book_still_has_it() {
    let setup = with_field(4, "Humeur");
    let file = "Raison sociale;Surnom;Humeur;Couleur\nDelta;Dédé;Bonne;Rouge\n";
    let mut mapping = guess(file, &setup);
    assert_eq!(targets(&mapping), [COMPANY, None, Some(Target::Custom(4)), None]);
    mapping.set(1, Some(Target::Nothing));
    mapping.set(3, Some(Target::NewField(FieldKind::Text)));
    let remembered = mapping.remembered();

    let mut again = guess("RAISON SOCIALE;surnom;Humeur;Couleur\nX;Y;Z;T\n", &setup);
    assert_eq!(again.key(), mapping.key());
    again.recall(&remembered, &setup);
    assert_eq!(targets(&again), targets(&mapping));
    // The headers in another order, or one more, are other headers.
    for other in [
        "Surnom;Raison sociale;Humeur;Couleur",
        "Raison sociale;Surnom;Humeur;Couleur;X",
        "Raison socialeSurnom;Humeur;Couleur",
    ] {
        assert_ne!(guess(&format!("{other}\na;b;c;d;e\n"), &setup).key(), mapping.key(), "{other}");
    }

    // The field that was made then is there now; one that is gone is guessed anew.
    let now = with_field(9, "couleur");
    let mut again = guess(file, &now);
    again.recall(&remembered, &now);
    assert_eq!(targets(&again), [COMPANY, Some(Target::Nothing), None, Some(Target::Custom(9))]);

    // What cannot be read, or is of another table, changes nothing.
    let untouched = guess(file, &setup);
    let shorter = guess("Raison sociale;Surnom;Humeur\na;b;c\n", &setup).remembered();
    for broken in [&b"nonsense"[..], b"[]", &shorter] {
        let mut mapping = untouched.clone();
        mapping.recall(broken, &setup);
        assert_eq!(mapping, untouched);
    }
}

#[test]
fn a_whole_name_is_first_and_last_name_unless_the_row_gives_them_apart() {
    let full = [(0, Target::FullName)];
    for (cell, names) in [
        ("Jeanne Martin", ("Jeanne", "Martin")),
        ("\"Martin, Jeanne\"", ("Jeanne", "Martin")),
        ("MARTIN Jeanne", ("Jeanne", "MARTIN")),
        ("Jeanne", ("", "Jeanne")),
    ] {
        let (client, note) = first(&format!("Personne;Ville\n{cell};Lyon\n"), &full);
        assert_eq!(client.kind, ClientKind::Individual, "{cell}");
        assert_eq!((client.first_name.as_str(), client.last_name.as_str()), names, "{cell}");
        assert_eq!(note, "", "{cell}");
    }
    // Beside a company it is the contact.
    let (client, _) = first("Personne;Raison sociale\nJeanne Martin;Delta\n", &full);
    assert_eq!((client.kind, client.company.as_str()), (ClientKind::Company, "Delta"));
    assert_eq!((client.contact.first_name.as_str(), client.contact.last_name.as_str()), ("Jeanne", "Martin"));
    // What another column said first stays, and nothing is lost.
    let last = [(0, Target::Field(Field::LastName)), (1, Target::FullName)];
    let (client, note) = first("Nom;Personne\nPetit;Jeanne Martin\n", &last);
    assert_eq!((client.first_name.as_str(), client.last_name.as_str()), ("", "Petit"));
    assert_eq!(note, "Personne: Jeanne Martin");
}

#[test]
fn an_address_block_is_spread_over_its_fields_and_what_contradicts_the_row_is_noted() {
    let block = (1, Target::AddressBlock);
    let lines = |client: &Client| client.address.lines().map(str::to_owned);
    let (client, note) = first(
        "Raison sociale;Où\nDelta;\"12 rue de la Paix\nBâtiment B\n75002 Paris\n01 42 60 30 30\"\n",
        &[block],
    );
    assert_eq!(lines(&client), ["12 rue de la Paix", "Bâtiment B", "75002", "Paris", "", "FR"]);
    assert_eq!((client.phone.typed(), note.as_str()), ("01 42 60 30 30", ""));
    // A street alone is one, unless there is one already: then it is noted.
    let (client, note) = first("Raison sociale;Où\nDelta;3 chemin vert\n", &[block]);
    assert_eq!((client.address.street.as_str(), note.as_str()), ("3 chemin vert", ""));
    let (client, note) = first("Raison sociale;Où;Adresse\nDelta;3 chemin vert;5 quai du Port\n", &[block]);
    assert_eq!((client.address.street.as_str(), note.as_str()), ("5 quai du Port", "3 chemin vert"));
    // A part that the row says alike is no news; what it says otherwise stands in the note.
    let (client, note) = first(
        "Raison sociale;Où;Ville;Code postal\nDelta;\"12 rue de la Paix\n75002 Paris\";PARIS;75003\n",
        &[block],
    );
    assert_eq!(lines(&client)[..4], ["12 rue de la Paix", "", "75003", "PARIS"]);
    assert_eq!(note, "75002");
    // The name above the street is the client's where the row gives none.
    let (client, _) =
        first("E-mail;Où\na@example.org;\"Boulangerie Lebon\n3 rue de Metz\n31000 Toulouse\"\n", &[block]);
    assert_eq!((client.company.as_str(), client.address.city.as_str()), ("Boulangerie Lebon", "Toulouse"));
    let (client, note) =
        first("Raison sociale;Où\nDelta;\"Boulangerie Lebon\n3 rue de Metz\n31000 Toulouse\"\n", &[block]);
    assert_eq!((client.company.as_str(), note.as_str()), ("Delta", "Boulangerie Lebon"));
}

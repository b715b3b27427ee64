//! Registering a client, from Ctrl+N to the row in the table: by role and name, in the real window.

use comptoir::domain::client::{Client, ClientId, ClientKind, Status};
use comptoir::domain::command::{ClientCommand, Command, Registration};
use comptoir::domain::duplicate::Distinct;
use comptoir::domain::field::Field;
use comptoir::domain::note::Note;
use comptoir::domain::phone::Phone;
use comptoir::domain::record::Scan;
use comptoir::text::Language;
use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, Rect};
use egui_kittest::kittest::NodeT as _;

use crate::support::clerk::Clerk;

const CTRL: Modifiers = Modifiers::COMMAND;
const CTRL_SHIFT: Modifiers = Modifiers { shift: true, ..Modifiers::COMMAND };
/// What leads to the folded sections.
const MORE: &str = "Plus de champs\u{a0}: livraison, n° de TVA, conditions de paiement, autres contacts, champs personnalisés";
/// Before a colon.
const NBSP: char = '\u{a0}';

/// A form on a new client.
fn form() -> Clerk {
    let mut desk = Clerk::new();
    desk.chord(CTRL, Key::N);
    desk
}

/// The command that registers this client.
fn register(client: Client) -> Command {
    let registration = Registration { client, ..Registration::default() };
    Command::Client(ClientCommand::Register(Box::new(registration)))
}

/// A complete company.
fn lefevre() -> Client {
    let mut client = Client {
        company: "Boulangerie Lefèvre".into(),
        email: "contact@lefevre.example".into(),
        phone: Phone::parse("01 42 60 30 31", "FR"),
        siren: "552008443".into(),
        ..Client::default()
    };
    client.contact.last_name = "Morel".into();
    client.address.street = "3 rue du Four".into();
    client.address.postcode = "75006".into();
    client.address.city = "Paris".into();
    client.address.country = "FR".into();
    client
}

/// Types what makes a record complete.
fn complete(desk: &mut Clerk, name: &str, email: &str, phone: &str) {
    desk.fill("Raison sociale", name);
    desk.fill("Téléphone", phone);
    desk.fill("E-mail", email);
    desk.fill("Adresse", "3 rue du Four");
    desk.fill("Code postal", "75006");
    desk.fill("Ville", "Paris");
}

/// Types a complete client, and asks for the review.
fn reviewed(desk: &mut Clerk) {
    complete(desk, "Asie", "a@asie.example", "01 42 60 30 30");
    desk.chord(CTRL, Key::Enter);
    assert_eq!(desk.count(Role::Dialog, "Récapitulatif"), 1, "{}", desk.words());
}

#[test]
fn from_ctrl_n_to_registered_takes_no_key_too_many() {
    let mut desk = Clerk::new();
    let mut keys = 0;
    let mut key = |desk: &mut Clerk, modifiers, key| {
        keys += 1;
        desk.chord(modifiers, key);
    };
    key(&mut desk, CTRL, Key::N);
    let mut tabs = 0;
    for (field, text) in [
        ("Raison sociale", "Asie"),
        ("Téléphone", "01 42 60 30 30"),
        ("E-mail", "a@asie.example"),
        ("Adresse", "3 rue du Four"),
        ("Code postal", "75006"),
        ("Ville", "Paris"),
    ] {
        while desk.focus() != field {
            key(&mut desk, Modifiers::NONE, Key::Tab);
            tabs += 1;
            assert!(tabs <= 10, "no {field} after ten Tabs");
        }
        desk.type_text(text);
    }
    key(&mut desk, CTRL, Key::Enter);
    key(&mut desk, Modifiers::NONE, Key::Enter);
    assert_eq!((tabs, keys), (10, 13));
    let clients = desk.clients();
    assert_eq!(clients.len(), 1);
    let client = &clients[0];
    assert_eq!((client.company.as_str(), client.email.as_str()), ("Asie", "a@asie.example"));
    assert_eq!(client.phone.e164(), Some("+33142603030"));
    let address = &client.address;
    assert_eq!(
        [&address.street, &address.postcode, &address.city, &address.country],
        ["3 rue du Four", "75006", "Paris", "FR"]
    );
    assert_eq!(client.number, "0001");
    assert!(desk.drafts().is_empty());
}

#[test]
fn with_everything_left_empty_the_city_is_still_ten_tabs_away() {
    let mut desk = form();
    let mut seen = Vec::new();
    while desk.focus() != "Ville" {
        desk.key(Key::Tab);
        seen.push(desk.focus());
        assert!(seen.len() <= 10, "{seen:?}");
    }
    // What appears as one leaves a field does not catch the Tab that left it.
    let order = [
        "Prénom du contact",
        "Nom du contact",
        "Téléphone",
        "E-mail",
        // The two questions, by the answer that is chosen.
        "Pas demandé",
        "Pas demandé",
        "Adresse",
        "Complément d’adresse",
        "Code postal",
        "Ville",
    ];
    assert_eq!(seen, order);
    // A second time through, the ticks that stand there are stops of their own.
    desk.field("Raison sociale").focus();
    desk.harness.run();
    for count in 1.. {
        assert!(count <= 10);
        desk.key(Key::Tab);
        if desk.focus() == "Ville" {
            break;
        }
    }
    // After the fields, the buttons: Tab follows the eye.
    for name in [
        "Ne souhaite pas le communiquer\u{a0}: Téléphone",
        "Ne souhaite pas le communiquer\u{a0}: E-mail",
        "Ne souhaite pas le communiquer\u{a0}: Adresse",
        "Pays",
        "SIREN ou SIRET",
        "Catégories",
        "Note",
        "Joindre un fichier…",
        MORE,
        "Ajouter un mobile",
    ] {
        desk.key(Key::Tab);
        assert_eq!(desk.focus(), name);
    }
    for name in ["Fermer", "Enregistrer et nouveau", "Enregistrer"] {
        desk.key(Key::Tab);
        assert_eq!(desk.focused(), (Role::Button, name.to_owned()));
    }
}

#[test]
fn enter_goes_on_to_the_next_field_and_makes_a_line_in_the_note() {
    let mut desk = form();
    desk.key(Key::Enter);
    assert_eq!(desk.focus(), "Prénom du contact");
    desk.field("Ville").focus();
    desk.harness.run();
    desk.key(Key::Enter);
    assert_eq!(desk.focus(), "Pays");
    desk.field("Note").focus();
    desk.harness.run();
    desk.type_text("a");
    desk.key(Key::Enter);
    desk.type_text("b");
    assert_eq!((desk.focus().as_str(), desk.value("Note").as_str()), ("Note", "a\nb"));
}

#[test]
fn a_person_has_two_names_and_neither_contact_nor_siren() {
    let mut desk = form();
    desk.fill("Nom du contact", "Roulet");
    desk.click(Role::RadioButton, "Particulier");
    let fields: Vec<String> = desk.text_fields();
    assert_eq!(
        fields,
        [
            "Prénom",
            "Nom",
            "Téléphone",
            "E-mail",
            "Adresse",
            "Complément d’adresse",
            "Code postal",
            "Ville",
            "Pays",
            "Catégories",
            "Note"
        ]
    );
    desk.fill("Prénom", "Camille");
    desk.fill("Nom", "Lefèvre");
    // What was typed for the other kind is kept while the form is open.
    desk.click(Role::RadioButton, "Entreprise");
    assert_eq!(desk.value("Nom du contact"), "Roulet");
    desk.click(Role::RadioButton, "Particulier");
    desk.chord(CTRL, Key::Enter);
    desk.key(Key::Enter);
    let client = &desk.clients()[0];
    assert_eq!((client.name().as_str(), client.kind), ("Camille Lefèvre", ClientKind::Individual));
    assert_eq!((client.contact.last_name.as_str(), client.siren.as_str()), ("", ""));
}

#[test]
fn the_kind_used_last_is_proposed_again_also_in_a_new_window() {
    let mut desk = form();
    desk.click(Role::RadioButton, "Particulier");
    desk.key(Key::Escape);
    // It was not used for anybody.
    desk.chord(CTRL, Key::N);
    assert_eq!(desk.focus(), "Raison sociale");
    desk.click(Role::RadioButton, "Particulier");
    desk.fill("Nom", "Dupont");
    desk.chord(CTRL, Key::Enter);
    desk.key(Key::Enter);
    desk.chord(CTRL, Key::N);
    assert_eq!(desk.focus(), "Prénom");
    let mut desk = desk.reopen();
    desk.chord(CTRL, Key::N);
    assert_eq!(desk.focus(), "Prénom");
    desk.click(Role::RadioButton, "Entreprise");
    desk.fill("Raison sociale", "Asie");
    desk.chord(CTRL, Key::Enter);
    desk.key(Key::Enter);
    // Changing somebody of the other kind is no use of it.
    edit(&mut desk, "Dupont");
    desk.fill("Ville", "Lyon");
    desk.chord(CTRL, Key::Enter);
    desk.chord(CTRL, Key::N);
    assert_eq!(desk.focus(), "Raison sociale");
}

#[test]
fn only_an_empty_name_stops_a_save_and_says_so_where_the_cursor_goes() {
    let mut desk = form();
    desk.fill("E-mail", "nonsense");
    desk.fill("SIREN ou SIRET", "12");
    desk.chord(CTRL, Key::Enter);
    assert_eq!(desk.count(Role::Dialog, "Récapitulatif"), 0);
    assert_eq!(
        (desk.focus().as_str(), desk.said("Raison sociale").as_str()),
        ("Raison sociale", "Un nom est nécessaire.")
    );
    desk.type_text("A");
    assert_eq!(desk.said("Raison sociale"), "");
    desk.chord(CTRL, Key::Enter);
    assert_eq!(desk.count(Role::Dialog, "Récapitulatif"), 1);

    let mut desk = form();
    desk.click(Role::RadioButton, "Particulier");
    desk.chord(CTRL, Key::Enter);
    assert_eq!((desk.focus().as_str(), desk.said("Nom").as_str()), ("Nom", "Un nom est nécessaire."));
    desk.fill("Prénom", "Camille");
    desk.chord(CTRL, Key::S);
    assert_eq!(desk.count(Role::Dialog, "Récapitulatif"), 1, "a first name is a name");
}

#[test]
fn a_star_says_required_and_is_no_part_of_the_name() {
    let mut desk = form();
    let required = |desk: &Clerk| -> Vec<String> {
        let names = desk.text_fields();
        names.into_iter().filter(|name| desk.field(name).accesskit_node().data().is_required()).collect()
    };
    let shared = ["Téléphone", "E-mail", "Adresse", "Code postal", "Ville"];
    assert_eq!(required(&desk), [&["Raison sociale"], &shared[..]].concat());
    desk.click(Role::RadioButton, "Particulier");
    assert_eq!(required(&desk), [&["Nom"], &shared[..]].concat());
}

#[test]
fn a_starred_value_can_be_declined_once_its_field_was_left_empty() {
    let tick = |field: &str| format!("Ne souhaite pas le communiquer{NBSP}: {field}");
    let mut desk = form();
    desk.fill("Raison sociale", "Asie");
    for field in ["Téléphone", "E-mail", "Adresse"] {
        assert_eq!(desk.count(Role::CheckBox, &tick(field)), 0, "{field} was not left");
    }
    desk.fill_and_leave("Téléphone", "");
    assert_eq!(desk.count(Role::CheckBox, &tick("Téléphone")), 1);
    assert_eq!(desk.count(Role::CheckBox, &tick("E-mail")), 0);
    // Street, postcode and city share one.
    desk.fill_and_leave("Ville", "");
    assert_eq!(desk.all_named(Role::CheckBox), ["Téléphone", "E-mail", "Adresse"].map(tick));
    desk.click(Role::CheckBox, &tick("Adresse"));
    desk.fill_and_leave("E-mail", "a@asie.example");
    assert_eq!(desk.count(Role::CheckBox, &tick("E-mail")), 0, "there is a value");
    desk.click(Role::CheckBox, &tick("Téléphone"));
    desk.chord(CTRL, Key::Enter);
    assert!(desk.says("Tout est en ordre"), "{}", desk.words());
    desk.key(Key::Enter);
    let client = desk.clients().remove(0);
    let declined: Vec<Field> = client.declined.iter().copied().collect();
    assert_eq!(declined, [Field::Phone, Field::Street, Field::Postcode, Field::City]);
}

#[test]
fn a_value_takes_a_refusal_back() {
    let tick = format!("Ne souhaite pas le communiquer{NBSP}: Adresse");
    let mut desk = form();
    desk.fill("Raison sociale", "Asie");
    desk.fill_and_leave("Adresse", "");
    desk.click(Role::CheckBox, &tick);
    assert!(desk.is_ticked(&tick));
    desk.fill_and_leave("Ville", "Lyon");
    assert_eq!(desk.count(Role::CheckBox, &tick), 0);
    desk.fill_and_leave("Ville", "");
    assert!(!desk.is_ticked(&tick), "the answer was taken back");
    desk.click(Role::CheckBox, &tick);
    desk.click(Role::CheckBox, &tick);
    assert!(!desk.is_ticked(&tick));
}

#[test]
fn nothing_is_said_of_a_field_before_it_is_left_nor_while_one_types_into_it() {
    let mut desk = form();
    for (field, wrong, word, right) in [
        ("E-mail", "contact", "adresse incomplète", "a@asie.example"),
        ("Téléphone", "01 42", "un chiffre faux", "01 42 60 30 30"),
        ("Code postal", "7500", "?", "75006"),
        ("Pays", "Syldavie", "pays inconnu", "France"),
        ("SIREN ou SIRET", "552 008 444", "un chiffre faux", "552 008 443"),
        ("SIREN ou SIRET", "552 008 44", "9 ou 14 chiffres", "552 008 443"),
    ] {
        desk.fill_and_leave(field, right);
        assert_eq!(desk.said(field), "", "{field}");
        desk.fill(field, wrong);
        assert_eq!(desk.said(field), "", "{field} is not left");
        desk.key(Key::Tab);
        assert_eq!(desk.said(field), word, "{field}");
        assert!(desk.field(field).accesskit_node().data().invalid().is_some());
        // Mended, nothing is said at once.
        desk.fill(field, right);
        assert_eq!(desk.said(field), "", "{field} is mended");
    }
}

#[test]
fn a_telephone_that_was_understood_is_shown_as_it_will_be() {
    let mut desk = form();
    desk.fill_and_leave("Téléphone", "0142603030");
    assert_eq!(desk.said("Téléphone"), "01 42 60 30 30");
    desk.fill_and_leave("Téléphone", "01 42 60 30 30");
    assert_eq!(desk.said("Téléphone"), "");
    desk.fill_and_leave("Pays", "Belgique");
    desk.fill_and_leave("Téléphone", "02 511 12 34");
    assert_eq!(desk.said("Téléphone"), "+32 2 511 12 34");
}

#[test]
fn what_is_said_moves_nothing() {
    let mut desk = form();
    let fields = |desk: &Clerk| -> Vec<(String, Rect)> {
        let places = desk.places();
        let inputs =
            [Role::TextInput, Role::MultilineTextInput, Role::RadioGroup, Role::Button, Role::Heading];
        places
            .into_iter()
            .filter(|(role, _, rect)| inputs.contains(role) && rect.right() < 973.0)
            .filter(|(_, name, _)| name != "À vérifier" && name != "Supprimer le brouillon")
            .map(|(_, name, rect)| (name, rect))
            .collect()
    };
    let before = fields(&desk);
    for (field, wrong) in
        [("E-mail", "contact"), ("Téléphone", "01 42"), ("Code postal", "7"), ("Adresse", "")]
    {
        desk.fill_and_leave(field, wrong);
        assert_eq!(fields(&desk), before, "after {field}");
    }
    desk.fill_and_leave("SIREN ou SIRET", "552 008 444");
    desk.fill("Ville", "");
    desk.chord(CTRL, Key::Enter);
    assert_eq!(fields(&desk), before, "after the name was missed");
    assert!(desk.says("SIREN\u{a0}: un chiffre est faux ou manque."));
}

#[test]
fn the_first_screen_needs_no_scrolling_in_a_small_window() {
    for (language, close) in [(Language::Fr, "Fermer"), (Language::En, "Close"), (Language::Es, "Cerrar")] {
        let mut desk = Clerk::with(language, [1024.0, 700.0], tempfile::tempdir().unwrap());
        desk.chord(CTRL, Key::N);
        let window = Rect::from_min_size([0.0, 0.0].into(), [1024.0, 700.0].into());
        let foot = desk.node(Role::Button, close).rect().top();
        for (role, name, rect) in desk.places() {
            assert!(window.contains_rect(rect), "{role:?} {name:?} at {rect:?}");
            if matches!(role, Role::TextInput | Role::MultilineTextInput | Role::CheckBox) {
                assert!(rect.bottom() <= foot, "{role:?} {name:?} at {rect:?}");
            }
        }
    }
}

#[test]
fn a_likely_typo_is_corrected_or_kept() {
    let mut desk = form();
    desk.fill("Raison sociale", "Asie");
    desk.fill_and_leave("E-mail", "a@gmial.com");
    assert_eq!(desk.said("E-mail"), "faute probable");
    desk.press("Corriger");
    assert_eq!((desk.value("E-mail").as_str(), desk.said("E-mail").as_str()), ("a@gmail.com", ""));
    assert_eq!(desk.focus(), "Pas demandé", "one goes on where one was: at the first question");

    desk.fill_and_leave("E-mail", "a@gmial.com");
    desk.press("Garder quand même");
    assert_eq!((desk.value("E-mail").as_str(), desk.said("E-mail").as_str()), ("a@gmial.com", ""));
    // Another value is doubted again.
    desk.fill_and_leave("E-mail", "b@gmial.com");
    assert_eq!(desk.said("E-mail"), "faute probable");
    desk.fill_and_leave("E-mail", "a@gmial.com");
    assert_eq!(desk.said("E-mail"), "", "it is remembered with its value");
    desk.chord(CTRL, Key::Enter);
    desk.key(Key::Enter);
    let client = desk.clients().remove(0);
    assert_eq!(client.kept.get(&Field::Email.into()).map(String::as_str), Some("a@gmial.com"));
    assert_eq!(desk.count(Role::GridCell, "À vérifier"), 0);
}

#[test]
fn a_malformed_value_is_kept_as_typed_and_stays_to_check() {
    let mut desk = form();
    complete(&mut desk, "Asie", "contact", "01 42");
    desk.chord(CTRL, Key::Enter);
    assert!(desk.says("2 points à vérifier"));
    assert_eq!(desk.count(Role::Button, "Garder quand même"), 0);
    desk.chord(CTRL, Key::Enter);
    let client = desk.clients().remove(0);
    assert_eq!((client.email.as_str(), client.phone.typed()), ("contact", "01 42"));
    assert_eq!(desk.count(Role::GridCell, "À vérifier"), 1, "{}", desk.words());
}

#[test]
fn a_likely_duplicate_is_shown_as_soon_as_it_is_found() {
    for (field, value, likeness) in [
        ("Téléphone", "+33 1 42 60 30 31", "même téléphone"),
        ("E-mail", "Contact@Lefevre.example", "même e-mail"),
        ("SIREN ou SIRET", "552 008 443", "même SIREN"),
        ("Raison sociale", "boulangerie lefevre sarl", "même nom"),
    ] {
        let mut desk = Clerk::holding(&[register(lefevre())]);
        desk.chord(CTRL, Key::N);
        assert!(!desk.says("Doublon possible"));
        desk.fill(field, value);
        assert!(desk.says("Doublon possible"), "{field}: {}", desk.words());
        assert!(desk.says(&format!("Paris · {likeness}")), "{}", desk.words());
        // Its record is a click away, and the form is still there behind it.
        desk.press("Ouvrir la fiche");
        assert!(desk.all(Role::TextInput, field).is_empty());
        desk.key(Key::Escape);
        assert_eq!((desk.value(field).as_str(), desk.focus().as_str()), (value, field));
    }
}

#[test]
fn not_the_same_is_stored_once_the_client_is_registered() {
    let mut archived = lefevre();
    archived.status = Status::Archived;
    let mut desk = Clerk::holding(&[register(archived)]);
    desk.chord(CTRL, Key::N);
    complete(&mut desk, "Asie", "contact@lefevre.example", "01 42 60 30 30");
    assert!(desk.says("même e-mail · archivé"), "{}", desk.words());
    desk.press("Ce n’est pas lui");
    assert!(!desk.says("Doublon possible"));
    assert_eq!(desk.focus(), "Ville");
    assert!(pairs(&desk).is_empty());
    desk.chord(CTRL, Key::Enter);
    assert!(desk.says("Tout est en ordre"));
    desk.key(Key::Enter);
    assert_eq!(pairs(&desk), [(ClientId(2), ClientId(1))]);
}

#[test]
fn not_the_same_of_a_client_that_is_changed_is_stored_at_once() {
    let twin = Client {
        company: "Lefevre Pains".into(),
        phone: Phone::default(),
        siren: String::new(),
        ..lefevre()
    };
    let mut desk = Clerk::holding(&[register(lefevre()), register(twin)]);
    edit(&mut desk, "Lefevre Pains");
    desk.press("Ce n’est pas lui");
    assert_eq!(pairs(&desk), [(ClientId(2), ClientId(1))]);
    assert!(!desk.says("Doublon possible"));
    assert!(desk.drafts().is_empty(), "nothing was typed");
    desk.press("Annuler «\u{a0}Ce n’est pas lui\u{a0}»");
    assert!(pairs(&desk).is_empty());
}

/// The pairs said not to be the same.
fn pairs(desk: &Clerk) -> Vec<(ClientId, ClientId)> {
    let mut pairs = Vec::new();
    desk.snapshot().scan(Scan::All, |pair: Distinct| pairs.push((pair.one, pair.other))).unwrap();
    pairs
}

/// Opens the form on a client of the table.
fn edit(desk: &mut Clerk, name: &str) {
    desk.type_text(name);
    desk.key(Key::Enter);
    desk.key(Key::Enter);
    desk.press("Modifier");
    assert!(desk.says(&format!("Modifier {name}")), "{}", desk.words());
}

#[test]
fn the_review_says_what_will_be_stored_and_what_to_look_at_first() {
    let mut desk = Clerk::holding(&[register(lefevre())]);
    desk.chord(CTRL, Key::N);
    desk.fill("Raison sociale", " Boulangerie\nLefevre SARL ");
    desk.fill("Prénom du contact", "Inès");
    desk.fill("Nom du contact", "Lefèvre");
    desk.fill("Téléphone", "0142603031");
    desk.fill("SIREN ou SIRET", "552 008 444");
    desk.fill("Ville", "Paris");
    desk.fill("Note", "Le matin");
    desk.chord(CTRL, Key::Enter);
    assert!(desk.says("5 points à vérifier. Cliquez une ligne pour la corriger."), "{}", desk.words());
    let words = desk.dialog_words();
    let order = [
        "SIREN\u{a0}: un chiffre est faux ou manque.",
        "E-mail\u{a0}: à compléter",
        "Adresse\u{a0}: à compléter",
        "Code postal\u{a0}: à compléter",
        "Doublon possible\u{a0}: Boulangerie Lefèvre, Paris (même téléphone)",
        "Raison sociale",
        "Boulangerie Lefevre SARL",
        "Contact principal",
        "Inès Lefèvre",
        "Téléphone",
        "01 42 60 30 31",
        "Adresse",
        "Paris, France",
        "SIREN",
        "552 008 444",
        "Note",
        "Le matin",
    ];
    let mut at = 0;
    for expected in order {
        let rest = words.get(at..).unwrap_or_default();
        let found = rest.iter().position(|word| word == expected);
        at += found.unwrap_or_else(|| panic!("no {expected:?} in {rest:#?}")) + 1;
    }
    assert!(words.iter().any(|word| word == &format!("saisi{NBSP}: 0142603031")));
    assert!(words.iter().any(|word| word == "à vérifier"));
    assert_eq!(desk.count(Role::Button, "Confirmer, compléter plus tard"), 1);
}

#[test]
fn recommended_values_are_named_and_not_counted() {
    let mut desk = form();
    reviewed(&mut desk);
    assert!(desk.says("Tout est en ordre"));
    let recommended = desk.dialog_words().iter().filter(|word| *word == "recommandé").count();
    assert_eq!(recommended, 2);
    assert_eq!(desk.focused(), (Role::Button, "Confirmer".to_owned()));
    desk.press("SIREN ou SIRET");
    assert_eq!(desk.focused(), (Role::TextInput, "SIREN ou SIRET".to_owned()));
}

#[test]
fn the_focus_is_on_what_is_to_be_looked_at() {
    // Missing values never move it.
    let mut desk = form();
    desk.fill("Raison sociale", "Asie");
    desk.chord(CTRL, Key::Enter);
    assert_eq!(desk.focused(), (Role::Button, "Confirmer, compléter plus tard".to_owned()));
    desk.key(Key::Escape);
    // A doubt does, behind which a twin stands.
    desk.fill("SIREN ou SIRET", "552 008 444");
    desk.chord(CTRL, Key::Enter);
    assert_eq!(desk.focused(), (Role::Button, "Corriger".to_owned()));
    desk.key(Key::Enter);
    assert_eq!(desk.focus(), "SIREN ou SIRET");
    assert!(desk.clients().is_empty());

    let mut desk = Clerk::holding(&[register(lefevre())]);
    desk.chord(CTRL, Key::N);
    desk.fill("Raison sociale", "Boulangerie Lefèvre");
    desk.chord(CTRL, Key::Enter);
    assert_eq!(desk.focused(), (Role::Button, "Ouvrir la fiche".to_owned()));
    // Ctrl+Enter confirms wherever the focus is.
    desk.chord(CTRL, Key::Enter);
    assert_eq!(desk.clients().len(), 2);
}

#[test]
fn each_repair_comes_back_to_the_review() {
    let mut desk = Clerk::holding(&[register(lefevre())]);
    desk.chord(CTRL, Key::N);
    complete(&mut desk, "Boulangerie Lefèvre", "a@gmial.com", "");
    desk.chord(CTRL, Key::Enter);
    assert!(desk.says("3 points à vérifier"));
    assert_eq!(desk.focus(), "Corriger");
    desk.key(Key::Enter);
    assert!(desk.says("2 points à vérifier"), "{}", desk.words());
    assert_eq!(desk.focus(), "Ouvrir la fiche", "the next to look at");
    desk.press("Ne souhaite pas le communiquer");
    assert!(desk.says("1 point à vérifier"));
    assert_eq!(desk.count(Role::Button, "Confirmer"), 1);
    desk.press("Ce n’est pas lui");
    assert!(desk.says("Tout est en ordre"));
    assert_eq!(desk.focused(), (Role::Button, "Confirmer".to_owned()));
    desk.key(Key::Enter);
    let client = desk.clients().remove(1);
    assert_eq!(client.email, "a@gmail.com");
    assert!(client.declined.contains(&Field::Phone));
    assert_eq!(pairs(&desk).len(), 1);

    desk.chord(CTRL, Key::N);
    complete(&mut desk, "Asie", "b@gmial.com", "01 42 60 30 33");
    desk.chord(CTRL, Key::Enter);
    desk.press("Garder quand même");
    assert!(desk.says("Tout est en ordre"));
    desk.key(Key::Escape);
    desk.fill("Téléphone", "");
    desk.chord(CTRL, Key::Enter);
    desk.press("Compléter");
    assert_eq!(desk.focused(), (Role::TextInput, "Téléphone".to_owned()));
}

#[test]
fn an_address_is_declined_as_a_whole_or_completed() {
    let mut desk = form();
    desk.fill("Raison sociale", "Asie");
    desk.fill("Téléphone", "01 42 60 30 30");
    desk.fill("E-mail", "a@asie.example");
    desk.fill("Code postal", "75006");
    desk.chord(CTRL, Key::Enter);
    assert!(desk.says("2 points à vérifier"));
    assert_eq!(desk.count(Role::Button, "Ne souhaite pas le communiquer"), 0, "a part of it was given");
    desk.key(Key::Escape);
    desk.fill("Code postal", "");
    desk.chord(CTRL, Key::Enter);
    assert_eq!(desk.count(Role::Button, "Compléter"), 3);
    desk.press("Ne souhaite pas le communiquer");
    assert!(desk.says("Tout est en ordre"));
}

#[test]
fn a_key_held_down_never_confirms() {
    let held = |desk: &mut Clerk, modifiers| {
        desk.harness.event(Event::ModifiersChanged(modifiers));
        for _ in 0..6 {
            // egui itself tells that a key pressed again without being released is held.
            desk.harness.event(Event::Key {
                key: Key::Enter,
                physical_key: None,
                pressed: true,
                repeat: false,
                modifiers,
            });
        }
        desk.harness.event(Event::Key {
            key: Key::Enter,
            physical_key: None,
            pressed: false,
            repeat: false,
            modifiers,
        });
        desk.harness.event(Event::ModifiersChanged(Modifiers::NONE));
        desk.harness.run();
    };
    for modifiers in [CTRL, CTRL_SHIFT] {
        let mut desk = form();
        complete(&mut desk, "Asie", "a@asie.example", "01 42 60 30 30");
        held(&mut desk, modifiers);
        assert_eq!(desk.count(Role::Dialog, "Récapitulatif"), 1);
        assert!(desk.clients().is_empty());
        // Pressed anew, it does; held on, it does not confirm the next one.
        held(&mut desk, modifiers);
        assert_eq!(desk.clients().len(), 1);
    }
}

#[test]
fn ctrl_enter_saves_what_was_typed_in_the_same_frame() {
    let mut desk = form();
    desk.type_text("Asi");
    let enter =
        |pressed| Event::Key { key: Key::Enter, physical_key: None, pressed, repeat: false, modifiers: CTRL };
    let input = desk.harness.input_mut();
    input.events.extend([Event::Text("e".into()), Event::ModifiersChanged(CTRL), enter(true), enter(false)]);
    input.events.push(Event::ModifiersChanged(Modifiers::NONE));
    desk.harness.run();
    assert_eq!(desk.count(Role::Dialog, "Récapitulatif"), 1);
    desk.key(Key::Enter);
    assert_eq!(desk.clients()[0].company, "Asie");
}

#[test]
fn back_returns_to_the_form_with_the_cursor_where_it_was() {
    for back in ["Escape", "Retour"] {
        let mut desk = form();
        desk.fill("Ville", "Lyn");
        desk.key(Key::ArrowLeft);
        desk.chord(CTRL, Key::S);
        assert_eq!(desk.count(Role::Dialog, "Récapitulatif"), 0);
        desk.type_text("Asie");
        desk.field("Ville").focus();
        desk.harness.run();
        desk.chord(CTRL, Key::S);
        if back == "Escape" {
            desk.key(Key::Escape);
        } else {
            desk.press(back);
        }
        assert_eq!(desk.count(Role::Dialog, "Récapitulatif"), 0);
        assert_eq!(desk.focus(), "Ville");
        desk.type_text("o");
        assert_eq!(desk.value("Ville"), "Lyon", "after {back}");
        assert!(desk.clients().is_empty());
    }
}

#[test]
fn a_line_of_the_review_leads_to_its_field() {
    let mut desk = form();
    complete(&mut desk, "Asie", "a@asie.example", "01 42 60 30 30");
    desk.fill("Note", "Le matin");
    for (line, field) in [
        ("Raison sociale", "Raison sociale"),
        ("Téléphone", "Téléphone"),
        ("E-mail", "E-mail"),
        ("Adresse", "Adresse"),
        ("Nom du contact", "Nom du contact"),
        ("Note", "Note"),
    ] {
        desk.chord(CTRL, Key::Enter);
        desk.press(line);
        assert_eq!(desk.count(Role::Dialog, "Récapitulatif"), 0);
        assert_eq!(desk.focus(), field);
    }
}

#[test]
fn save_and_new_gives_an_empty_form_and_names_who_was_registered() {
    let mut desk = form();
    desk.click(Role::RadioButton, "Particulier");
    desk.fill("Nom", "Dupont");
    desk.fill("Pays", "Belgique");
    desk.press("Enregistrer et nouveau");
    assert_eq!(desk.focus(), "Confirmer, compléter plus tard et nouveau");
    desk.key(Key::Escape);
    desk.fill("Téléphone", "02 511 12 34");
    desk.fill("E-mail", "a@dupont.example");
    desk.fill("Adresse", "1 rue Haute");
    desk.fill("Code postal", "1000");
    desk.fill("Ville", "Bruxelles");
    desk.chord(CTRL_SHIFT, Key::Enter);
    assert_eq!(desk.focus(), "Confirmer et nouveau");
    desk.key(Key::Enter);
    assert_eq!(desk.clients()[0].name(), "Dupont");
    assert_eq!((desk.focus().as_str(), desk.value("Nom").as_str()), ("Prénom", ""));
    assert_eq!((desk.value("Pays").as_str(), desk.value("Ville").as_str()), ("Belgique", ""));
    assert_eq!(
        desk.count(Role::Status, "Dupont est enregistré"),
        2,
        "in the head, and in the toast: {}",
        desk.words()
    );
    assert!(desk.drafts().is_empty());
    // An empty form is no draft; leaving it asks nothing.
    desk.key(Key::Escape);
    assert!(desk.drafts().is_empty());
    assert_eq!(desk.count(Role::GridCell, "Dupont"), 1);
}

#[test]
fn after_confirm_the_new_row_is_current_and_what_would_hide_it_is_lifted() {
    let others: Vec<Command> = (0..80)
        .map(|n| register(Client { company: format!("Client {n:02}"), ..Client::default() }))
        .collect();
    let mut desk = Clerk::holding(&others);
    desk.type_text("client 0");
    assert_eq!(desk.count(Role::GridCell, "Zoé"), 0);
    desk.chord(CTRL, Key::N);
    complete(&mut desk, "Zoé", "z@zoe.example", "01 42 60 30 30");
    desk.chord(CTRL, Key::Enter);
    desk.key(Key::Enter);
    assert_eq!(desk.focused(), (Role::Row, "Zoé".to_owned()));
    let row = desk.node(Role::Row, "Zoé").rect();
    assert!(row.top() > 100.0 && row.bottom() < 800.0, "{row:?}");
    let said = "Zoé est enregistré. La recherche et les filtres ont été levés pour montrer Zoé.";
    assert!(desk.says(said), "{}", desk.words());
    // What is offered works all the same.
    desk.press("Ouvrir la fiche");
    assert!(desk.says("z@zoe.example"));
    assert!(desk.says("Zoé"));
}

#[test]
fn one_is_shown_in_the_table_wherever_one_came_from() {
    let mut desk = Clerk::holding(&[register(lefevre())]);
    desk.chord(CTRL, Key::Num6);
    desk.chord(CTRL, Key::N);
    complete(&mut desk, "Asie", "a@asie.example", "01 42 60 30 30");
    desk.chord(CTRL, Key::Enter);
    desk.key(Key::Enter);
    assert_eq!(desk.focused(), (Role::Row, "Asie".to_owned()));
    // From a record, too.
    desk.key(Key::Enter);
    desk.chord(CTRL, Key::N);
    complete(&mut desk, "Bolido", "b@bolido.example", "01 42 60 30 32");
    desk.chord(CTRL, Key::Enter);
    desk.key(Key::Enter);
    assert_eq!(desk.focused(), (Role::Row, "Bolido".to_owned()));
}

#[test]
fn adding_can_be_undone_from_the_toast() {
    let mut desk = form();
    reviewed(&mut desk);
    desk.key(Key::Enter);
    assert_eq!(desk.clients().len(), 1);
    desk.press("Annuler l’ajout");
    assert!(desk.clients().is_empty());
    desk.press("Rétablir");
    assert_eq!(desk.clients()[0].company, "Asie");
}

#[test]
fn a_change_is_reviewed_only_when_there_is_something_to_check() {
    let mut desk = Clerk::holding(&[register(lefevre())]);
    edit(&mut desk, "Boulangerie Lefèvre");
    assert_eq!(desk.count(Role::Button, "Enregistrer et nouveau"), 0);
    desk.fill("Ville", "Paris Cedex");
    desk.fill("Note", "Le matin");
    desk.chord(CTRL, Key::Enter);
    assert_eq!(desk.count(Role::Dialog, "Récapitulatif"), 0);
    assert_eq!(desk.clients()[0].address.city, "Paris Cedex");
    let mut notes = Vec::new();
    desk.snapshot().scan(Scan::All, |note: Note| notes.push(note.text)).unwrap();
    assert_eq!(notes, ["Le matin"]);
    assert!(desk.says("Boulangerie Lefèvre est modifié"));
    assert!(desk.drafts().is_empty());
    // Back on the record one came from.
    desk.press("Modifier");
    desk.fill("E-mail", "contact@gmial.com");
    desk.chord(CTRL, Key::Enter);
    assert!(desk.says("1 point à vérifier"));
    let words = desk.dialog_words();
    let at = words.iter().position(|word| word == "contact@lefevre.example").expect("what was before");
    assert_eq!(words[at + 1..at + 3], ["→", "contact@gmial.com"]);
    assert!(!words.iter().any(|word| word == "Paris"));
    desk.chord(CTRL, Key::Enter);
    assert_eq!(desk.clients()[0].email, "contact@gmial.com");
}

#[test]
fn an_unchanged_form_says_so_and_stores_nothing() {
    let mut desk = Clerk::holding(&[register(lefevre())]);
    let revision = desk.snapshot().revision().unwrap();
    edit(&mut desk, "Boulangerie Lefèvre");
    desk.chord(CTRL, Key::Enter);
    assert!(desk.says("Rien n’a été modifié."));
    assert_eq!(desk.snapshot().revision().unwrap(), revision);
}

#[test]
fn a_client_changed_meanwhile_is_reviewed_anew() {
    let mut desk = Clerk::holding(&[register(lefevre())]);
    edit(&mut desk, "Boulangerie Lefèvre");
    desk.fill("Ville", "Paris Cedex");
    desk.chord(CTRL, Key::Enter);
    desk.press("Modifier");
    desk.fill("E-mail", "contact@gmial.com");
    desk.chord(CTRL, Key::Enter);
    assert!(desk.says("1 point à vérifier"));
    // The toast of the change before is still there, over the dialog.
    desk.press("Annuler la modification");
    assert_eq!(desk.clients()[0].address.city, "Paris");
    desk.chord(CTRL, Key::Enter);
    assert_eq!(desk.clients()[0].email, "contact@lefevre.example", "refused");
    let said = desk.dialog_words().into_iter().find(|word| word.contains("Boulangerie Lefèvre a changé"));
    assert!(said.is_some(), "{}", desk.words());
    assert_eq!(desk.drafts().len(), 1, "what was typed stays");
    desk.chord(CTRL, Key::Enter);
    let client = desk.clients().remove(0);
    assert_eq!((client.email.as_str(), client.address.city.as_str()), ("contact@gmial.com", "Paris"));
}

#[test]
fn the_mobile_is_folded_until_it_is_wanted() {
    let mut desk = form();
    assert!(desk.all(Role::TextInput, "Mobile").is_empty());
    desk.press("Ajouter un mobile");
    assert_eq!(desk.focus(), "Mobile");
    desk.type_text("0612345678");
    desk.fill("Raison sociale", "Asie");
    desk.chord(CTRL, Key::Enter);
    desk.key(Key::Enter);
    assert_eq!(desk.clients()[0].mobile.e164(), Some("+33612345678"));
    edit(&mut desk, "Asie");
    assert_eq!(desk.value("Mobile"), "0612345678");
}

#[test]
fn a_pasted_value_loses_its_line_breaks_and_may_be_long() {
    let mut desk = form();
    let long = "é".repeat(2_000);
    desk.fill("Raison sociale", &format!(" {long}\r\n"));
    desk.chord(CTRL, Key::Enter);
    assert_eq!(desk.count(Role::Dialog, "Récapitulatif"), 1);
    desk.key(Key::Enter);
    assert_eq!(desk.clients()[0].company, long);
}

#[test]
fn what_was_searched_for_is_filled_in() {
    let mut desk = Clerk::holding(&[register(lefevre())]);
    desk.type_text("zorglub");
    desk.key(Key::Enter);
    desk.key(Key::Enter);
    assert_eq!(desk.value("Raison sociale"), "zorglub", "{}", desk.words());
    // It was typed elsewhere: leaving at once leaves no draft.
    desk.key(Key::Escape);
    assert!(desk.drafts().is_empty());
}

#[test]
fn what_is_said_of_a_long_name_stays_in_the_window_with_what_can_be_done() {
    let mut desk = form();
    desk.paste(&"Lefèvre ".repeat(250));
    desk.chord(CTRL, Key::Enter);
    desk.key(Key::Enter);
    for offer in ["Ouvrir la fiche", "Annuler l’ajout"] {
        let rect = desk.node(Role::Button, offer).rect();
        assert!(rect.left() >= 0.0 && rect.right() <= 1280.0, "{offer} lies at {rect:?}");
    }
}

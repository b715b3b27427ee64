//! The record of a client in the whole window: every value, changed in place, and what became of it.

use comptoir::domain::address::Address;
use comptoir::domain::client::Contact;
use comptoir::domain::command::Registration;
use comptoir::domain::phone::Phone;
use comptoir::text::Language;
use eframe::egui::Key;
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::support::book::company;
use crate::support::desktop::Desktop;
use crate::support::hands::registration;

fn asie() -> Registration {
    let mut client = company("Asie");
    client.phone = Phone::parse("01 42 60 30 30", "FR");
    client.address = Address {
        street: "3 rue du Four".to_owned(),
        postcode: "75006".to_owned(),
        city: "Paris".to_owned(),
        country: "FR".to_owned(),
        ..Address::default()
    };
    registration(client, "appeler le matin")
}

/// A window that shows the record of the one client there is.
fn shown() -> Desktop {
    let mut desktop = Desktop::holding(vec![asie()]);
    desktop.click(Role::GridCell, "Asie");
    assert!(desktop.has(Role::Heading, "Asie"));
    desktop
}

/// Changes what has the focus.
fn retype(desktop: &mut Desktop, text: &str) {
    desktop.ctrl(Key::A);
    desktop.paste(text);
}

#[test]
fn every_value_of_a_client_is_shown() {
    let folder = tempfile::tempdir().unwrap();
    let desktop = Desktop::with(Language::Fr, [1280.0, 1400.0], folder);
    let file = desktop.folder.path().join("tout.csv");
    let head = "number;company;contact.first_name;contact.last_name;contact.role;email;phone;mobile;\
        address.street;address.street2;address.postcode;address.city;address.region;address.country;\
        siren;vat_number;website;language;terms;note;Ancien code";
    let row = "0042;Asie;Inès;Yvon;Gérante;ines@asie.example;0142603030;0611223344;\
        3 rue du Four;Bâtiment B;75006;Paris;Île-de-France;France;\
        404833048;FR83404833048;https://asie.example;fr;30 jours;appeler le matin;Z-17";
    std::fs::write(&file, format!("{head}\n{row}\n")).unwrap();
    let mut desktop = desktop;
    desktop.will_choose(&file);
    desktop.button("Importer un fichier…");
    desktop.button("Importer 1 client");
    desktop.click(Role::GridCell, "Asie");
    for value in [
        "0042",
        "Asie",
        "Inès Yvon",
        "Gérante",
        "ines@asie.example",
        "01 42 60 30 30",
        "06 11 22 33 44",
        "3 rue du Four",
        "Bâtiment B",
        "75006 Paris",
        "Île-de-France",
        "France",
        "404 833 048",
        "FR83 404 833 048",
        "https://asie.example",
        "30 jours",
        "appeler le matin",
        "Ancien code",
        "Z-17",
        "par l’import de tout.csv",
    ] {
        assert!(desktop.reads(value), "{value}: {:?}", desktop.texts());
    }
    assert!(desktop.reads("français"), "{:?}", desktop.texts());
}

#[test]
fn what_no_field_of_the_form_holds_is_shown_too() {
    let mut client = asie().client;
    client.delivery_address = Some(Address { city: "Lyon".to_owned(), ..Address::default() });
    client.contacts = vec![Contact {
        first_name: "Luc".to_owned(),
        role: "Comptable".to_owned(),
        email: "luc@asie.example".to_owned(),
        phone: Phone::parse("0142603031", "FR"),
        ..Contact::default()
    }];
    let mut desktop = Desktop::holding(vec![registration(client, "")]);
    desktop.click(Role::GridCell, "Asie");
    for value in ["Adresse de livraison", "Lyon", "Luc", "Comptable", "luc@asie.example", "01 42 60 30 31"] {
        assert!(desktop.reads(value), "{value}: {:?}", desktop.texts());
    }
}

#[test]
fn each_value_is_changed_in_place_with_enter() {
    let mut desktop = shown();
    for (item, typed, value) in [
        ("Téléphone", "03 88 60 15 31", "03 88 60 15 31"),
        ("Mobile", "0611223344", "06 11 22 33 44"),
        ("E-mail", "zorba@exemple.fr", "zorba@exemple.fr"),
        ("SIREN", "404833048", "404 833 048"),
        ("N° de TVA", "FR83404833048", "FR83 404 833 048"),
        ("Conditions de paiement", "45 jours", "45 jours"),
        ("N° de client", "A-7", "A-7"),
        ("Contact principal", "Inès", "Inès"),
        ("Adresse", "12 rue Neuve", "12 rue Neuve\n75006 Paris"),
    ] {
        desktop.button(&format!("Modifier {item}"));
        let (role, _) = desktop.focused().unwrap();
        assert_eq!(role, Role::TextInput, "{item}");
        retype(&mut desktop, typed);
        desktop.press(Key::Enter);
        assert!(desktop.reads(value), "{item}: {:?}", desktop.texts());
        assert!(!desktop.reads("Récapitulatif"));
        assert_eq!(desktop.said().as_deref(), Some("Asie est modifié"), "{item}");
        // The keyboard goes on from where one was.
        assert_eq!(desktop.focused(), Some((Role::Button, format!("Modifier {item}"))));
    }
    desktop.button("Modifier Raison sociale");
    retype(&mut desktop, "Maison d’Asie");
    desktop.press(Key::Enter);
    assert!(desktop.has(Role::Heading, "Maison d’Asie"));
}

#[test]
fn escape_leaves_a_value_as_it_was_then_the_page() {
    let mut desktop = shown();
    desktop.button("Modifier Téléphone");
    retype(&mut desktop, "9");
    desktop.press(Key::Escape);
    assert!(desktop.has(Role::Button, "01 42 60 30 30"));
    assert!(desktop.has(Role::Heading, "Asie"));
    assert_eq!(desktop.said(), None);
    desktop.button("Modifier Téléphone");
    desktop.press(Key::Enter);
    assert_eq!(desktop.said(), None);
    desktop.press(Key::Escape);
    assert!(desktop.has(Role::Grid, "Tableau des clients"));
}

#[test]
fn a_name_cannot_be_emptied_and_a_note_is_changed_with_its_lines() {
    let mut desktop = shown();
    desktop.button("Modifier Raison sociale");
    retype(&mut desktop, " ");
    desktop.press(Key::Enter);
    assert!(desktop.reads("Un nom est nécessaire."));
    assert!(desktop.has(Role::Button, "Enregistrer"));
    desktop.press(Key::Escape);
    desktop.button("Modifier Note · aujourd’hui");
    retype(&mut desktop, "le soir\naussi");
    desktop.ctrl(Key::Enter);
    assert!(desktop.reads("le soir\naussi"), "{:?}", desktop.texts());
    assert!(desktop.reads("Note\u{a0}: «\u{a0}appeler le matin\u{a0}» remplacé par"));
}

#[test]
fn going_on_to_another_value_keeps_what_was_typed() {
    let mut desktop = shown();
    desktop.button("Modifier Téléphone");
    retype(&mut desktop, "03 88 60 15 31");
    desktop.button("Modifier E-mail");
    assert!(desktop.has(Role::Button, "03 88 60 15 31"), "{:?}", desktop.texts());
    assert!(desktop.has(Role::TextInput, "E-mail"));
}

#[test]
fn a_doubt_is_marked_beside_its_value() {
    let mut desktop = shown();
    assert!(!desktop.reads("adresse incomplète"));
    desktop.button("Modifier E-mail");
    retype(&mut desktop, "zorba@");
    desktop.press(Key::Enter);
    assert!(desktop.reads("adresse incomplète"));
    assert!(desktop.has(Role::Button, "zorba@"));
    assert!(desktop.reads("À vérifier"));
}

#[test]
fn phone_and_e_mail_are_copied_by_a_click() {
    let mut desktop = shown();
    assert_eq!(desktop.copy(Role::Button, "01 42 60 30 30").as_deref(), Some("01 42 60 30 30"));
    assert_eq!(desktop.said().as_deref(), Some("Copié"));
    assert_eq!(desktop.copy(Role::Button, "asie@example.org").as_deref(), Some("asie@example.org"));
}

#[test]
fn a_client_is_archived_and_taken_back() {
    let mut desktop = shown();
    desktop.button("Plus d’actions");
    desktop.click(Role::MenuItem, "Archiver");
    assert!(desktop.reads("Archivé"));
    assert!(desktop.reads("Client archivé"));
    desktop.button("Plus d’actions");
    desktop.click(Role::MenuItem, "Remettre parmi les actifs");
    assert!(desktop.reads("Client remis parmi les actifs"));
    assert!(!desktop.has(Role::MenuItem, "Archiver"));
}

#[test]
fn a_client_is_deleted_only_after_a_question() {
    let mut desktop = shown();
    let ask = |desktop: &mut Desktop| {
        desktop.button("Plus d’actions");
        desktop.click(Role::MenuItem, "Supprimer");
        assert!(desktop.reads("Supprimer Asie\u{202f}?"));
    };
    ask(&mut desktop);
    desktop.press(Key::Escape);
    assert!(!desktop.reads("Supprimer Asie"));
    assert!(desktop.has(Role::Heading, "Asie"));
    ask(&mut desktop);
    desktop.button("Annuler");
    assert!(desktop.has(Role::Heading, "Asie"));
    ask(&mut desktop);
    desktop.button("Supprimer");
    assert_eq!(desktop.said().as_deref(), Some("Asie est supprimé"));
    assert!(desktop.has(Role::Heading, "Votre carnet est vide"));
    desktop.button("Annuler la suppression");
    assert_eq!(desktop.rows(), ["Asie"]);
}

#[test]
fn the_history_tells_what_changed_when_and_by_what() {
    let mut desktop = shown();
    desktop.button("Modifier Téléphone");
    retype(&mut desktop, "03 88 60 15 31");
    desktop.press(Key::Enter);
    let changed = "Téléphone\u{a0}: «\u{a0}01 42 60 30 30\u{a0}» remplacé par «\u{a0}03 88 60 15 31\u{a0}»";
    assert!(desktop.reads(changed), "{:?}", desktop.texts());
    assert!(desktop.reads(", dans la fenêtre"));
    assert!(desktop.reads("Client enregistré"));
    assert!(desktop.reads("Note ajoutée"));
    assert!(desktop.reads("par l’import de clients.csv"));
    desktop.button("Modifier Téléphone");
    retype(&mut desktop, "");
    desktop.press(Key::Delete);
    desktop.press(Key::Enter);
    assert!(desktop.reads("Téléphone\u{a0}: «\u{a0}03 88 60 15 31\u{a0}» effacé"));
    desktop.ctrl(Key::Z);
    assert!(desktop.reads("par une annulation"));
    assert!(desktop.reads("Téléphone\u{a0}: «\u{a0}03 88 60 15 31\u{a0}»"));
    desktop.ctrl(Key::Y);
    assert!(desktop.reads("par un rétablissement"));
    // The newest first.
    let texts = desktop.texts();
    let at = |part: &str| texts.iter().position(|text| text.contains(part)).unwrap();
    let places = ["par un rétablissement", "par une annulation", "dans la fenêtre", "par l’import"].map(at);
    assert!(places.is_sorted(), "{places:?}");
}

#[test]
fn the_page_of_a_client_whose_adding_was_undone_says_so() {
    let mut desktop = Desktop::new();
    desktop.ctrl(Key::N);
    desktop.enter("Zorba");
    desktop.ctrl(Key::Enter);
    desktop.ctrl(Key::Enter);
    desktop.button("Ouvrir la fiche");
    assert!(desktop.has(Role::Heading, "Zorba"));
    desktop.ctrl(Key::Z);
    assert!(desktop.reads("Ce client n’est plus dans le carnet."));
    desktop.ctrl(Key::Y);
    assert!(desktop.has(Role::Heading, "Zorba"));
    desktop.ctrl(Key::Z);
    desktop.button("Retour");
    assert!(desktop.has(Role::Heading, "Votre carnet est vide"));
}

#[test]
fn what_is_missing_is_said_and_the_form_opens_from_here() {
    let mut desktop = Desktop::holding(vec![registration(company("Asie"), "")]);
    desktop.click(Role::GridCell, "Asie");
    assert!(
        desktop.reads("À compléter\u{a0}: Téléphone, Adresse, Code postal et Ville"),
        "{:?}",
        desktop.texts()
    );
    desktop.button("Modifier");
    assert!(desktop.has(Role::Heading, "Modifier Asie"));
    desktop.press(Key::Escape);
    assert!(desktop.has(Role::Heading, "Asie"));
    let grid = desktop.harness.query_all_by_role(Role::Grid).filter_map(|node| node.accesskit_node().label());
    assert_eq!(grid.count(), 0);
}

#[test]
fn escape_in_a_question_over_a_change_leaves_the_change() {
    let mut desktop = shown();
    desktop.button("Modifier Téléphone");
    desktop.button("Plus d’actions");
    desktop.click(Role::MenuItem, "Supprimer");
    desktop.press(Key::Escape);
    assert!(!desktop.reads("Supprimer Asie"));
    assert!(desktop.has(Role::TextInput, "Téléphone"));
    desktop.press(Key::Escape);
    assert!(!desktop.has(Role::TextInput, "Téléphone"));
    assert!(desktop.has(Role::Heading, "Asie"));
}

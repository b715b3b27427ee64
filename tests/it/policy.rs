//! The policy of a book: its command, its undo, also in books of earlier issues, what form and summary make of it, and the words
//! of the questions.

use std::collections::BTreeSet;

use comptoir::domain::client::{Client, ClientKind};
use comptoir::domain::command::{Act, Command, PolicyCommand};
use comptoir::domain::consent::{Consent, Purpose};
use comptoir::domain::field::Field;
use comptoir::domain::policy::{Policy, Ready, Wish};
use comptoir::domain::record::{Kind, Scan, Store as _};
use comptoir::files::backup;
use comptoir::files::settings::{ReviewHabit, Settings};
use comptoir::store::{self, Deed, Origin};
use comptoir::text::{self, Language, Text};
use eframe::egui::Key;
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::support::book::{company, names, stamp};
use crate::support::clerk::Clerk;
use crate::support::desktop::Desktop;
use crate::support::hands::registration;
use crate::support::model::Model;

fn change(before: Policy, after: Policy) -> Command {
    Command::Policy(PolicyCommand::Change { before, after })
}

fn policy(desktop: &Desktop) -> Policy {
    let snapshot = desktop.harness.state().reader().unwrap().snapshot().unwrap();
    snapshot.setup("FR").unwrap().policy
}

fn clients(desktop: &Desktop) -> Vec<Client> {
    let snapshot = desktop.harness.state().reader().unwrap().snapshot().unwrap();
    let mut clients = Vec::new();
    snapshot.scan(Scan::All, |client| clients.push(client)).unwrap();
    clients
}

fn one() -> Desktop {
    Desktop::holding(vec![registration(company("Asie"), "")])
}

fn record_settings(desktop: &mut Desktop) {
    desktop.ctrl(Key::Num6);
    desktop.click(Role::RadioButton, "Fiche client");
}

#[test]
fn a_change_of_policy_is_one_entry_is_undone_and_done_again() {
    let folder = tempfile::tempdir().unwrap();
    let (mut writer, reader) = store::create(&folder.path().join("a.comptoir")).unwrap();
    let now = || reader.snapshot().unwrap().setup("FR").unwrap().policy;
    assert_eq!(now(), Policy::default(), "a book that says nothing");
    let after = Policy::of(Ready::NameOnly).with_strict(true);
    let done = writer.apply(&change(Policy::default(), after.clone()), Origin::Window, stamp(0)).unwrap();
    assert_eq!((done.deed, done.can_be_undone()), (Deed::Did(Act::ChangePolicy), true));
    assert_eq!(now(), after);
    assert_eq!(reader.snapshot().unwrap().subject(done.entry).unwrap().unwrap().count, 1);
    let undone = writer.undo(done.entry, Origin::Window, stamp(1)).unwrap();
    assert_eq!(now(), Policy::default());
    writer.undo(undone.entry, Origin::Window, stamp(2)).unwrap();
    assert_eq!(now(), after);
}

#[test]
fn a_policy_that_was_changed_meanwhile_is_not_overwritten() {
    let mut model = Model::default();
    let own = Policy::default().with(Field::Website, ClientKind::Company, Wish::Starred);
    assert!(model.apply(&change(Policy::default(), own.clone()), stamp(0)).is_some());
    assert_eq!(model.ids(Kind::Policy), [Policy::ID]);
    assert!(model.apply(&change(Policy::default(), Policy::of(Ready::NameOnly)), stamp(1)).is_none());
    assert!(model.apply(&change(own.clone(), own.clone()), stamp(1)).is_none());
    let Ok(now) = model.get::<Policy>(Policy::ID);
    assert_eq!(now, Some(own));
}

#[test]
fn with_the_name_alone_nothing_is_missing_and_the_table_follows_at_once() {
    let mut desktop = one();
    assert!(desktop.reads("À compléter"));
    record_settings(&mut desktop);
    desktop.click(Role::RadioButton, "Nom seul");
    assert_eq!(policy(&desktop).ready(), Some(Ready::NameOnly));
    assert_eq!(desktop.said().as_deref(), Some("Les réglages de la fiche sont modifiés"));
    desktop.ctrl(Key::Num1);
    assert!(!desktop.reads("À compléter"), "{:?}", desktop.texts());
    desktop.ctrl(Key::Z);
    assert_eq!(policy(&desktop), Policy::default());
    assert!(desktop.reads("À compléter"));
}

#[test]
fn what_is_wished_of_a_field_is_chosen_for_one_kind() {
    let mut desktop = one();
    record_settings(&mut desktop);
    let chip = |says: &str| {
        let chips = desktop.harness.query_all_by_role(Role::Button);
        let mut chips = chips.filter(|chip| chip.accesskit_node().description().as_deref() == Some(says));
        chips.next().unwrap().click();
    };
    chip("Téléphone, Entreprise");
    desktop.harness.run();
    desktop.click(Role::MenuItem, "masqué");
    let own = Policy::default().with(Field::Phone, ClientKind::Company, Wish::Hidden);
    assert_eq!(policy(&desktop), own);
    assert!(desktop.has(Role::RadioButton, "Personnalisé"));
    desktop.ctrl(Key::N);
    assert!(!desktop.has(Role::TextInput, "Téléphone") && desktop.has(Role::TextInput, "E-mail"));
    desktop.click(Role::RadioButton, "Particulier");
    assert!(desktop.has(Role::TextInput, "Téléphone"));
}

#[test]
fn strict_stars_block_in_the_form_until_they_are_answered() {
    let mut desktop = one();
    record_settings(&mut desktop);
    desktop.click(Role::Switch, "Ne pas enregistrer le formulaire sans les champs à astérisque");
    assert!(policy(&desktop).is_strict());
    desktop.ctrl(Key::N);
    desktop.enter("Zorba");
    desktop.ctrl(Key::Enter);
    assert!(desktop.reads("Complétez d’abord"), "{:?}", desktop.texts());
    desktop.ctrl(Key::Enter);
    desktop.ctrl(Key::Enter);
    assert_eq!(clients(&desktop).len(), 1, "nothing was registered");
    desktop.press(Key::Escape);
    // A change is held to the stars as well.
    desktop.press(Key::Escape);
    desktop.ctrl(Key::Num1);
    desktop.click(Role::GridCell, "Asie");
    desktop.button("Modifier");
    desktop.enter("s");
    desktop.ctrl(Key::Enter);
    desktop.ctrl(Key::Enter);
    assert_eq!(clients(&desktop)[0].company, "Asie");
}

#[test]
fn a_field_is_not_asked_for_again() {
    let mut desktop = one();
    desktop.ctrl(Key::N);
    desktop.enter("Zorba");
    desktop.ctrl(Key::Enter);
    let more = |desktop: &Desktop| {
        let buttons = desktop.harness.query_all_by_role(Role::Button);
        buttons.filter(|one| one.accesskit_node().label().as_deref() == Some("Ne plus demander")).count()
    };
    // Phone, e-mail, street, postcode, city; main contact and SIREN are recommended.
    assert_eq!(more(&desktop), 7);
    let first = desktop.harness.query_all_by_label("Ne plus demander").next().unwrap();
    let field = first.accesskit_node().description().unwrap();
    first.click();
    desktop.harness.run();
    assert_eq!(more(&desktop), 6);
    assert_eq!(field, "Téléphone");
    assert_eq!(policy(&desktop), Policy::default().with(Field::Phone, ClientKind::Company, Wish::Shown));
    assert!(desktop.has(Role::Dialog, "Récapitulatif"), "the summary stays");
    desktop.ctrl(Key::Enter);
    assert_eq!(clients(&desktop).len(), 2);
}

#[test]
fn a_change_is_reviewed_always_if_so_wished() {
    let mut desktop = one();
    record_settings(&mut desktop);
    desktop.node(Role::RadioGroup, "Récapitulatif").focus();
    desktop.harness.run();
    desktop.press(Key::ArrowRight);
    desktop.ctrl(Key::Num1);
    desktop.click(Role::GridCell, "Asie");
    desktop.button("Modifier");
    desktop.enter("s");
    desktop.ctrl(Key::Enter);
    assert!(desktop.has(Role::Dialog, "Récapitulatif"));
    let folder = desktop.close();
    assert_eq!(Settings::load(&folder.path().join("config")).review, ReviewHabit::Always);
}

#[test]
fn ones_own_question_is_asked_and_kept_with_the_answer() {
    let mut desktop = one();
    record_settings(&mut desktop);
    let field = desktop.node(Role::TextInput, "Offres et actualités");
    field.focus();
    desktop.harness.run();
    desktop.ctrl(Key::A);
    desktop.enter("Une offre par an, oui\u{202f}?");
    desktop.press(Key::Enter);
    let own = "Une offre par an, oui\u{202f}?";
    assert_eq!(policy(&desktop).question("fr", Purpose::Offers), Some(own));
    desktop.ctrl(Key::N);
    desktop.enter("Zorba");
    assert!(desktop.has(Role::RadioGroup, own));
    desktop.node(Role::RadioGroup, own).focus();
    desktop.harness.run();
    desktop.press(Key::ArrowLeft);
    desktop.press(Key::ArrowLeft);
    desktop.ctrl(Key::Enter);
    desktop.ctrl(Key::Enter);
    let snapshot = desktop.harness.state().reader().unwrap().snapshot().unwrap();
    let mut words = Vec::new();
    snapshot.scan(Scan::All, |consent: Consent| words.push(consent.wording.words)).unwrap();
    assert_eq!(words, [own]);
    record_settings(&mut desktop);
    let usual = "Reprendre les mots habituels\u{a0}: Offres et actualités";
    desktop.node(Role::Button, usual).click_accesskit();
    desktop.harness.run();
    assert_eq!(policy(&desktop), Policy::default());
}

#[test]
fn backups_go_to_a_second_place_and_it_is_said_when_that_is_gone() {
    let mut desktop = one();
    let stick = desktop.folder.path().join("stick");
    backup::create_folder(&stick).unwrap();
    desktop.ctrl(Key::Num6);
    desktop.will_choose(&stick);
    desktop.click(Role::Button, "Copier aussi les sauvegardes ailleurs…");
    desktop.button("Sauvegarder maintenant");
    assert_eq!(desktop.said().as_deref(), Some("Sauvegarde faite"));
    let copies = names(&stick);
    // The last one at once, and the new one.
    assert_eq!(copies.len(), 2, "{copies:?}");
    assert_eq!(store::summary(&stick.join(&copies[1])).unwrap().clients, 1);
    assert!(desktop.reads("La dernière sauvegarde s’y trouve."));
    std::fs::remove_dir_all(&stick).unwrap();
    desktop.button("Sauvegarder maintenant");
    assert!(desktop.said().unwrap().contains("Le second emplacement n’est pas là"), "{:?}", desktop.said());
    assert!(desktop.reads("Second emplacement absent"));
    assert!(!stick.exists(), "a stick that is not there is not made");
    desktop.click(Role::Button, "Ne plus copier ailleurs");
    assert!(!desktop.reads("Second emplacement absent"));
    let folder = desktop.close();
    assert_eq!(Settings::load(&folder.path().join("config")).second_place, None);
}

#[test]
fn a_book_opened_before_is_opened_again_or_forgotten() {
    let mut desktop = one();
    desktop.ctrl(Key::Num6);
    desktop.will_choose(&desktop.folder.path().join("Neuf.comptoir"));
    desktop.button("Nouveau carnet…");
    desktop.ctrl(Key::Num6);
    desktop.click(Role::Button, "Ouvrir Essai");
    assert_eq!(desktop.rows(), ["Asie"]);
    desktop.ctrl(Key::Num6);
    assert!(desktop.has(Role::Button, "Ouvrir Neuf") && !desktop.has(Role::Button, "Ouvrir Essai"));
    desktop.button("Oublier Neuf");
    assert!(!desktop.has(Role::Button, "Ouvrir Neuf"));
    let folder = desktop.close();
    let kept = Settings::load(&folder.path().join("config")).recent;
    assert_eq!(kept, [folder.path().join("Essai.comptoir")]);
    assert!(folder.path().join("Neuf.comptoir").exists(), "it stays where it is");
}

/// A form with every section unfolded, and the names of what can be typed into it.
fn typed_into(clerk: &mut Clerk) -> BTreeSet<String> {
    const MORE: &str = "Plus de champs\u{a0}: livraison, n° de TVA, conditions de paiement, autres contacts, champs personnalisés";
    let heads =
        ["N° de TVA et autres identifiants", "Autres contacts", "Site web, langue, conditions de paiement"];
    for name in ["Ajouter un mobile", MORE].into_iter().chain(heads) {
        let there = clerk.harness.query_by_role_and_label(Role::Button, name);
        if there.is_some_and(|head| head.accesskit_node().data().is_expanded() != Some(true)) {
            clerk.node(Role::Button, name).focus();
            clerk.harness.run();
            clerk.press(name);
        }
    }
    let is_field = |role| {
        matches!(role, Role::TextInput | Role::MultilineTextInput | Role::ComboBox | Role::EditableComboBox)
    };
    let fields = clerk.harness.query_all_by(|node| is_field(node.role()));
    fields.filter_map(|field| field.accesskit_node().label()).collect()
}

/// What a field is called in the form.
fn called(field: Field) -> BTreeSet<String> {
    let text = Text::load(Language::Fr);
    let names = match field {
        Field::Siren => vec![text.get("field-siren-siret")],
        Field::ContactLastName => {
            vec![text::field(&text, Field::ContactFirstName), text::field(&text, Field::ContactLastName)]
        }
        Field::ContactRole => vec![text.get("contact-main-role")],
        field => vec![text::field(&text, field)],
    };
    names.into_iter().map(str::to_owned).collect()
}

fn form_under(policy: Policy, kind: ClientKind) -> BTreeSet<String> {
    let mut clerk = Clerk::holding(&[change(Policy::default(), policy)]);
    clerk.ctrl(Key::N);
    if kind == ClientKind::Individual {
        clerk.click(Role::RadioButton, "Particulier");
    }
    typed_into(&mut clerk)
}

#[test]
fn each_field_is_hidden_by_itself_for_one_kind() {
    let mut counted = 0;
    // So that it is a policy of its own in any case.
    let strict = Policy::default().with_strict(true);
    for kind in [ClientKind::Company, ClientKind::Individual] {
        let other = if kind == ClientKind::Company { ClientKind::Individual } else { ClientKind::Company };
        let all = form_under(strict.clone(), kind);
        for field in Policy::FIELDS.into_iter().filter(|field| Policy::chooses(*field, kind)) {
            let hidden = form_under(strict.clone().with(field, kind, Wish::Hidden), kind);
            let gone: BTreeSet<String> = all.difference(&hidden).cloned().collect();
            assert_eq!(gone, called(field), "{field:?} of {kind:?}");
            assert!(hidden.is_subset(&all), "{field:?} of {kind:?}: {hidden:?}");
            counted += 1;
            if Policy::chooses(field, other) && field == Field::Website {
                assert_eq!(form_under(strict.clone().with(field, other, Wish::Hidden), kind), all);
            }
        }
    }
    assert_eq!(counted, 15 + 13);
}

#[test]
fn a_hidden_field_that_holds_a_value_is_in_the_form() {
    let hide = |policy: Policy, field| policy.with(field, ClientKind::Company, Wish::Hidden);
    let hidden = Policy::FIELDS.into_iter().fold(Policy::default(), hide);
    let client = Client { website: "asie.example".to_owned(), ..company("Asie") };
    let folder = Desktop::holding(vec![registration(client, "")]).close();
    let (mut writer, reader) = store::open(&folder.path().join("Essai.comptoir")).unwrap();
    writer.apply(&change(Policy::default(), hidden), Origin::Window, stamp(1)).unwrap();
    drop((writer, reader));
    let mut clerk = Clerk::with(Language::Fr, [1280.0, 800.0], folder);
    clerk.click(Role::GridCell, "Asie");
    clerk.press("Modifier");
    let fields = typed_into(&mut clerk);
    assert!(fields.contains("Site web"), "{fields:?}");
    for gone in [Field::Phone, Field::Email, Field::Street, Field::VatNumber, Field::Terms] {
        assert!(fields.is_disjoint(&called(gone)), "{gone:?}: {fields:?}");
    }
}

#[test]
fn books_of_earlier_issues_take_a_policy_and_its_undo() {
    for name in ["book-01.comptoir", "book-02.comptoir"] {
        let folder = tempfile::tempdir().unwrap();
        let data = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name);
        std::fs::copy(data, folder.path().join("Essai.comptoir")).unwrap();
        let mut desktop = Desktop::with(Language::Fr, [1280.0, 800.0], folder);
        assert_eq!(policy(&desktop), Policy::default(), "{name}");
        let before = clients(&desktop);
        assert!(desktop.reads("À compléter"), "{name}");
        record_settings(&mut desktop);
        desktop.click(Role::RadioButton, "Nom seul");
        assert_eq!(policy(&desktop).ready(), Some(Ready::NameOnly), "{name}");
        desktop.ctrl(Key::Z);
        assert_eq!(policy(&desktop), Policy::default(), "{name}");
        desktop.ctrl(Key::Y);
        assert_eq!(policy(&desktop).ready(), Some(Ready::NameOnly), "{name}");
        assert_eq!(clients(&desktop), before, "{name}: no client was touched");
        let folder = desktop.close();
        let (_writer, reader) = store::open(&folder.path().join("Essai.comptoir")).unwrap();
        let snapshot = reader.snapshot().unwrap();
        assert!(snapshot.check().unwrap().is_empty(), "{name}");
        assert_eq!(snapshot.setup("FR").unwrap().policy.ready(), Some(Ready::NameOnly), "{name}");
    }
}

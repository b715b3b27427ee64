//! Everything else the form asks: consent, categories, files, and the sections below the first screen.

use std::collections::BTreeSet;
use std::io::Cursor;

use comptoir::domain::address::Address;
use comptoir::domain::attachment::Attachment;
use comptoir::domain::client::{Client, Contact};
use comptoir::domain::command::{
    CategoryCommand, ClientCommand, Command, CustomFieldCommand, NewConsent, Registration,
};
use comptoir::domain::consent::{Answer, Channel, Consent, Method, Purpose, Wording};
use comptoir::domain::custom_field::{CustomField, FieldKind};
use comptoir::domain::note::Note;
use comptoir::domain::phone::Phone;
use comptoir::domain::record::{Record, Scan};
use comptoir::store;
use comptoir::text::Language;
use eframe::egui::accesskit::{Role, Toggled};
use eframe::egui::{Event, Key, Modifiers, Rect};
use egui_kittest::kittest::NodeT as _;

use crate::support::clerk::Clerk;

const CTRL: Modifiers = Modifiers::COMMAND;
const SERVICE: &str = "Je vous envoie vos factures par e-mail\u{202f}?";
const OFFERS: &str = "Et parfois une offre, une nouvelle\u{202f}?";
const MORE: &str = "Plus de champs\u{a0}: livraison, n° de TVA, conditions de paiement, autres contacts, champs personnalisés";
const SECTIONS: [&str; 5] = [
    "Adresse de livraison",
    "N° de TVA et autres identifiants",
    "Autres contacts",
    "Site web, langue, conditions de paiement",
    "Champs personnalisés",
];

/// A form on a new client.
fn form() -> Clerk {
    form_on(&[])
}

/// A form on a new client of a book that holds this.
fn form_on(commands: &[Command]) -> Clerk {
    let mut desk = Clerk::holding(commands);
    desk.chord(CTRL, Key::N);
    desk
}

fn category(name: &str) -> Command {
    Command::Category(CategoryCommand::Create { name: name.into(), tint: None })
}

fn custom_field(name: &str, kind: FieldKind) -> Command {
    let field = CustomField { name: name.into(), kind, ..CustomField::default() };
    Command::CustomField(CustomFieldCommand::Create(field))
}

fn choice(name: &str, choices: &[&str]) -> Command {
    let choices = choices.iter().map(|one| (*one).to_owned()).collect();
    let field = CustomField { name: name.into(), kind: FieldKind::Choice, choices, ..CustomField::default() };
    Command::CustomField(CustomFieldCommand::Create(field))
}

fn register(registration: Registration) -> Command {
    Command::Client(ClientCommand::Register(Box::new(registration)))
}

/// A company that has nothing but a name and this.
fn asie(change: impl FnOnce(&mut Client)) -> Command {
    let mut client = Client { company: "Asie".into(), ..Client::default() };
    client.address.country = "FR".into();
    change(&mut client);
    register(Registration { client, ..Registration::default() })
}

/// Opens the form on the first client of the table.
fn edit(desk: &mut Clerk) {
    desk.key(Key::Home);
    desk.key(Key::Enter);
    desk.press("Modifier");
}

/// Asks for the review, and confirms it.
fn save(desk: &mut Clerk) {
    desk.chord(CTRL, Key::Enter);
    if desk.count(Role::Dialog, "Récapitulatif") == 1 {
        desk.chord(CTRL, Key::Enter);
    }
    assert_eq!(desk.count(Role::Dialog, "Récapitulatif"), 0, "{}", desk.words());
}

/// Presses a button by the keyboard, wherever it is scrolled to.
fn hit(desk: &mut Clerk, name: &str) {
    desk.node(Role::Button, name).focus();
    desk.harness.run();
    desk.key(Key::Enter);
}

/// Every record of a kind.
fn all<R: Record>(desk: &Clerk) -> Vec<R> {
    let mut all = Vec::new();
    desk.snapshot().scan(Scan::All, |record: R| all.push(record)).unwrap();
    all
}

/// The answer chosen to a question.
fn chosen(desk: &Clerk, question: &str) -> Option<String> {
    use egui_kittest::kittest::Queryable as _;
    let group = desk.node(Role::RadioGroup, question);
    let on = desk.harness.query_all_by_role(Role::RadioButton).find(|part| {
        let inside = group.rect().contains_rect(part.rect());
        inside && part.accesskit_node().toggled() == Some(Toggled::True)
    });
    on.and_then(|on| on.accesskit_node().label())
}

/// Clicks an answer.
fn answer(desk: &mut Clerk, question: &str, word: &str) {
    let group = desk.node(Role::RadioGroup, question).rect();
    let parts = desk.all(Role::RadioButton, word);
    let part = parts.into_iter().find(|part| group.contains_rect(part.rect()));
    part.unwrap_or_else(|| panic!("no {word}")).click();
    desk.harness.run();
}

/// What is proposed now.
fn proposed(desk: &Clerk) -> Vec<String> {
    desk.all_named(Role::ListBoxOption)
}

/// The names of the chips, in their order: buttons that say that they take something away.
fn chips(desk: &Clerk) -> Vec<String> {
    use egui_kittest::kittest::{By, Queryable as _};
    let nodes = desk.harness.query_all(By::new().role(Role::Button));
    nodes
        .filter(|node| {
            let says = node.accesskit_node().data().description().unwrap_or_default().to_owned();
            says.starts_with("Retirer ")
        })
        .filter_map(|node| node.accesskit_node().label())
        .collect()
}

#[test]
fn the_two_questions_are_one_tab_stop_each_and_the_arrows_answer() {
    let mut desk = form();
    desk.fill("Raison sociale", "Asie");
    desk.fill_and_leave("E-mail", "a@asie.example");
    assert_eq!(
        (chosen(&desk, SERVICE), chosen(&desk, OFFERS)),
        (Some("Pas demandé".into()), Some("Pas demandé".into()))
    );
    assert!(!desk.says("par téléphone"), "nothing was answered");
    desk.key(Key::ArrowLeft);
    assert_eq!(chosen(&desk, SERVICE).as_deref(), Some("Non"));
    desk.key(Key::ArrowLeft);
    assert_eq!(chosen(&desk, SERVICE).as_deref(), Some("Oui"));
    desk.key(Key::Tab);
    desk.key(Key::ArrowLeft);
    assert_eq!(chosen(&desk, OFFERS).as_deref(), Some("Non"));
    desk.key(Key::Tab);
    assert_eq!(desk.focus(), "Adresse");
    save(&mut desk);
    let consents: Vec<Consent> = all(&desk);
    let said: Vec<_> = consents.iter().map(|one| (one.purpose, one.answer, one.method)).collect();
    assert_eq!(
        said,
        [(Purpose::Service, Answer::Given, Method::Phone), (Purpose::Offers, Answer::Refused, Method::Phone)]
    );
    assert_eq!(consents[0].channels, BTreeSet::from([Channel::Email]));
    assert_eq!(consents[0].wording, Wording { language: "fr".into(), words: SERVICE.into() });
    assert_eq!(consents[1].wording.words, OFFERS);
    assert_eq!(consents[0].day, crate::support::desktop::today());
}

#[test]
fn an_answer_is_taken_back_and_the_words_are_those_that_were_read() {
    let mut desk = Clerk::with(Language::En, [1024.0, 700.0], tempfile::tempdir().unwrap());
    desk.chord(CTRL, Key::N);
    desk.fill("Company name", "Asie");
    let question = "May I send your invoices by e-mail?";
    answer(&mut desk, question, "Yes");
    answer(&mut desk, "And now and then an offer or news?", "No");
    answer(&mut desk, "And now and then an offer or news?", "Not asked");
    desk.chord(CTRL, Key::Enter);
    desk.chord(CTRL, Key::Enter);
    let consents: Vec<Consent> = all(&desk);
    let wordings: Vec<_> = consents.into_iter().map(|one| one.wording).collect();
    assert_eq!(wordings, [Wording { language: "en".into(), words: question.into() }]);
}

#[test]
fn how_the_answer_came_is_asked_once_there_is_one_and_remembered() {
    let mut desk = form();
    desk.fill("Raison sociale", "Asie");
    answer(&mut desk, OFFERS, "Oui");
    desk.press("par téléphone");
    desk.click(Role::MenuItem, "en personne");
    save(&mut desk);
    let methods = |desk: &Clerk| all::<Consent>(desk).iter().map(|one| one.method).collect::<Vec<_>>();
    assert_eq!(methods(&desk), [Method::InPerson]);
    // The way used last is proposed: in the next form, in a new window, and for a client that is changed.
    desk.chord(CTRL, Key::N);
    desk.fill("Raison sociale", "Bolido");
    answer(&mut desk, OFFERS, "Non");
    assert_eq!(desk.count(Role::Button, "en personne"), 1);
    save(&mut desk);
    let mut desk = desk.reopen();
    edit(&mut desk);
    answer(&mut desk, SERVICE, "Oui");
    save(&mut desk);
    assert_eq!(methods(&desk), [Method::InPerson; 3]);
    // After Confirm and new, too; an empty form is no draft for that.
    desk.chord(CTRL, Key::N);
    desk.wait(2.0);
    assert!(desk.drafts().is_empty());
}

#[test]
fn how_answers_come_is_a_habit_and_no_change_of_a_draft() {
    let mut desk = Clerk::holding(&[asked()]);
    edit(&mut desk);
    desk.fill("Ville", "Lyon");
    desk.key(Key::Escape);
    assert_eq!(desk.drafts().len(), 1);
    // Another way is used for another client meanwhile.
    desk.chord(CTRL, Key::N);
    desk.fill("Raison sociale", "Bolido");
    answer(&mut desk, OFFERS, "Oui");
    desk.press("par téléphone");
    desk.click(Role::MenuItem, "en personne");
    save(&mut desk);
    desk.click(Role::Link, "Clients");
    desk.press("Reprendre");
    assert_eq!(desk.value("Ville"), "Lyon");
    // What was typed is taken back: nothing is left of the draft.
    desk.fill("Ville", "");
    desk.wait(2.0);
    assert!(desk.drafts().is_empty());
}

/// Asie, who was asked both questions.
fn asked() -> Command {
    let consent = |purpose, answer| NewConsent {
        purpose,
        channels: BTreeSet::from([Channel::Email]),
        answer,
        method: Method::Paper,
        wording: Wording { language: "fr".into(), words: "Autrefois\u{202f}?".into() },
        day: None,
        evidence: None,
    };
    let client = Client { company: "Asie".into(), ..Client::default() };
    let mut registration = Registration { client, ..Registration::default() };
    registration.with.consents =
        vec![consent(Purpose::Service, Answer::Given), consent(Purpose::Offers, Answer::Refused)];
    register(registration)
}

#[test]
fn an_answer_in_the_book_is_shown_and_only_another_one_is_recorded() {
    let mut desk = Clerk::holding(&[asked()]);
    edit(&mut desk);
    assert_eq!(
        (chosen(&desk, SERVICE).as_deref(), chosen(&desk, OFFERS).as_deref()),
        (Some("Oui"), Some("Non"))
    );
    assert_eq!(desk.count(Role::RadioButton, "Pas demandé"), 0, "what was answered stays answered");
    assert!(!desk.says("Comment la réponse est venue"));
    answer(&mut desk, OFFERS, "Oui");
    assert!(desk.says("Comment la réponse est venue"));
    answer(&mut desk, OFFERS, "Non");
    assert!(!desk.says("Comment la réponse est venue"), "as it was");
    desk.chord(CTRL, Key::Enter);
    assert!(desk.says("Rien n’a été modifié."));
    desk.press("Modifier");
    answer(&mut desk, OFFERS, "Oui");
    desk.fill("E-mail", "a@gmial.com");
    desk.chord(CTRL, Key::Enter);
    let words = desk.dialog_words();
    let at = words.iter().position(|word| word == "Consentement\u{a0}: offres").expect("its line");
    assert_eq!(words[at + 1..at + 4], ["non", "→", "oui (e-mail)"]);
    let at = words.iter().position(|word| word == "Consentement\u{a0}: factures").expect("its line");
    assert_eq!(words[at + 1..at + 3], ["oui", "Consentement\u{a0}: offres"], "as it was");
    desk.chord(CTRL, Key::Enter);
    let consents: Vec<Consent> = all(&desk);
    assert_eq!(consents.len(), 3);
    assert_eq!((consents[2].answer, consents[2].wording.words.as_str()), (Answer::Given, OFFERS));
}

#[test]
fn a_category_is_given_while_one_types() {
    let mut desk = form_on(&[category("Détaillants"), category("Grossistes"), category("Vieux clients")]);
    desk.fill("Raison sociale", "Asie");
    // Its beginning, whatever the accents; Enter takes the first.
    desk.fill("Catégories", "det");
    assert_eq!(proposed(&desk), ["Détaillants", "Créer «\u{a0}det\u{a0}»"]);
    desk.key(Key::Enter);
    assert_eq!((chips(&desk), desk.value("Catégories").as_str()), (vec!["Détaillants".to_owned()], ""));
    assert_eq!(desk.focus(), "Catégories", "one types on");
    // The beginning of a later word; what was given is proposed no more.
    desk.type_text("cli");
    assert_eq!(proposed(&desk), ["Vieux clients", "Créer «\u{a0}cli\u{a0}»"]);
    desk.key(Key::ArrowDown);
    desk.key(Key::Enter);
    assert_eq!(chips(&desk), ["Détaillants", "cli"]);
    desk.type_text("detaillants");
    assert!(proposed(&desk).is_empty(), "{:?}", proposed(&desk));
    desk.key(Key::Enter);
    assert_eq!(chips(&desk).len(), 2, "it was given");
    desk.fill("Catégories", "");
    desk.key(Key::ArrowDown);
    assert_eq!(proposed(&desk), ["Grossistes", "Vieux clients"]);
    desk.click(Role::ListBoxOption, "Vieux clients");
    assert_eq!(chips(&desk), ["Détaillants", "cli", "Vieux clients"]);
    save(&mut desk);
    let categories = desk.clients()[0].categories.clone();
    assert_eq!(categories, [1, 3, 4], "known ones first");
    let names: Vec<String> =
        all::<comptoir::domain::category::Category>(&desk).into_iter().map(|one| one.name).collect();
    assert_eq!(names, ["Détaillants", "Grossistes", "Vieux clients", "cli"]);
}

#[test]
fn a_category_is_taken_away_by_key_and_by_mouse() {
    let mut desk = form_on(&[category("A"), category("B"), category("C"), category("D")]);
    desk.fill("Raison sociale", "Asie");
    for name in ["A", "B", "C", "D"] {
        desk.fill("Catégories", name);
        desk.key(Key::Enter);
    }
    assert_eq!(chips(&desk), ["A", "B", "C", "D"]);
    // Backspace takes the last one only where there is nothing else to delete.
    desk.type_text("x");
    desk.key(Key::Backspace);
    assert_eq!(chips(&desk), ["A", "B", "C", "D"]);
    desk.key(Key::Backspace);
    assert_eq!(chips(&desk), ["A", "B", "C"]);
    desk.press("A");
    assert_eq!((chips(&desk), desk.focus().as_str()), (vec!["B".to_owned(), "C".into()], "Catégories"));
    // Chips are Tab stops before the field; Delete takes one away.
    desk.node(Role::Button, "B").focus();
    desk.harness.run();
    desk.key(Key::Delete);
    assert_eq!(chips(&desk), ["C"]);
    // A key held down does not go on through the chips.
    desk.type_text("xyz");
    for repeat in [false, true, true, true, true, true] {
        desk.harness.event(Event::Key {
            key: Key::Backspace,
            physical_key: None,
            pressed: true,
            repeat,
            modifiers: Modifiers::NONE,
        });
    }
    desk.harness.run();
    assert_eq!((chips(&desk), desk.value("Catégories").as_str()), (vec!["C".to_owned()], ""));
    save(&mut desk);
    assert_eq!(desk.clients()[0].categories, [3]);
}

#[test]
fn what_is_typed_for_a_category_is_not_lost() {
    // Left by Tab, by a click, or saved at once.
    for leave in ["tab", "click", "save"] {
        let mut desk = form_on(&[category("Détaillants")]);
        desk.fill("Raison sociale", "Asie");
        desk.fill("Catégories", "detaillants");
        match leave {
            "tab" => desk.key(Key::Tab),
            "click" => desk.click(Role::MultilineTextInput, "Note"),
            _ => {}
        }
        if leave != "save" {
            assert_eq!(chips(&desk), ["Détaillants"], "{leave}");
        }
        save(&mut desk);
        assert_eq!(desk.clients()[0].categories, [1], "{leave}");
    }
    // Left by Escape nothing is given; Enter without a name goes on.
    let mut desk = form_on(&[]);
    desk.fill("Catégories", "");
    desk.key(Key::Enter);
    assert_eq!(desk.focus(), "Note");
}

#[test]
fn an_empty_book_suggests_three_categories() {
    let mut desk = form();
    desk.click(Role::TextInput, "Catégories");
    assert_eq!(proposed(&desk), ["Grossistes", "Détaillants", "Clients réguliers"]);
    desk.key(Key::Escape);
    assert_eq!((proposed(&desk).len(), desk.focus().as_str()), (0, "Catégories"), "it closes the list first");
    desk.key(Key::ArrowDown);
    desk.key(Key::ArrowDown);
    desk.key(Key::Enter);
    assert_eq!(chips(&desk), ["Détaillants"]);
    let mut desk = form_on(&[category("VIP")]);
    desk.click(Role::TextInput, "Catégories");
    assert_eq!(proposed(&desk), ["VIP"]);
}

#[test]
fn the_rest_stands_in_sections_that_open_by_their_heads() {
    let mut desk = form();
    assert_eq!(desk.count(Role::Button, SECTIONS[0]), 0);
    desk.press(MORE);
    assert_eq!(desk.focus(), SECTIONS[0], "the keyboard goes on there");
    assert_eq!(desk.count(Role::Button, MORE), 0);
    let fields = desk.text_fields().len();
    for (section, first, more) in [
        (SECTIONS[0], "Rue de livraison", 6),
        (SECTIONS[1], "N° de TVA", 2),
        (SECTIONS[2], "Fonction du contact principal", 6),
        (SECTIONS[3], "Site web", 3),
    ] {
        hit(&mut desk, section);
        assert_eq!(desk.count(Role::TextInput, first), 1, "{section}");
        assert_eq!(desk.text_fields().len(), fields + more, "{section}");
        hit(&mut desk, section);
        assert_eq!(desk.text_fields().len(), fields, "{section} is closed");
    }
    hit(&mut desk, SECTIONS[4]);
    assert!(desk.says("Ce carnet n’a pas encore de champ personnalisé."));
    // Closed, a section says what it holds.
    hit(&mut desk, SECTIONS[0]);
    desk.fill("Rue de livraison", "Quai 4");
    desk.fill("Ville de livraison", "Sète");
    hit(&mut desk, SECTIONS[0]);
    assert_eq!(desk.count(Role::TextInput, "Rue de livraison"), 0);
    let head = desk.node(Role::Button, SECTIONS[0]);
    assert_eq!(head.accesskit_node().data().description(), Some("Quai 4 · Sète"));
    desk.fill("Raison sociale", "Asie");
    save(&mut desk);
    let to = desk.clients()[0].delivery_address.clone().unwrap();
    assert_eq!([to.street.as_str(), to.city.as_str()], ["Quai 4", "Sète"]);
}

#[test]
fn no_two_fields_share_a_name() {
    let ten = FieldKind::ALL.iter().map(|kind| custom_field(kind.key(), *kind));
    let mut commands: Vec<Command> = ten.collect();
    commands.extend([custom_field("E-mail", FieldKind::Text), custom_field("Note", FieldKind::Text)]);
    let mut desk = form_on(&commands);
    desk.press(MORE);
    for section in SECTIONS {
        hit(&mut desk, section);
    }
    hit(&mut desk, "Ajouter un contact");
    hit(&mut desk, "Ajouter un mobile");
    desk.fill("Pays", "Belgique");
    let mut names = desk.text_fields();
    names.extend(desk.all_named(Role::RadioGroup));
    // The first screen with mobile and region, what is chosen, delivery, numbers, people, terms, the book's own.
    assert_eq!(names.len(), 15 + 4 + 6 + 2 + 11 + 3 + 11, "{names:#?}");
    let mut unique = names.clone();
    unique.sort();
    unique.dedup();
    assert_eq!(unique.len(), names.len(), "{names:#?}");
    assert_eq!(desk.count(Role::TextInput, "E-mail (champ personnalisé)"), 1);
}

#[test]
fn a_form_on_a_client_opens_what_holds_a_value() {
    let changes: [fn(&mut Client); 5] = [
        |client| client.delivery_address = Some(Address { city: "Sète".into(), ..Address::default() }),
        |client| client.vat_number = "FR83404833048".into(),
        |client| client.contacts = vec![Contact { first_name: "Luc".into(), ..Contact::default() }],
        |client| client.terms = "net_30".into(),
        |client| client.custom = [(1, "x".to_owned())].into(),
    ];
    let fields = ["Ville de livraison", "N° de TVA", "Prénom du contact 2", "Conditions de paiement", "Code"];
    for (number, (change, field)) in changes.into_iter().zip(fields).enumerate() {
        let mut desk = Clerk::holding(&[custom_field("Code", FieldKind::Text), asie(change)]);
        edit(&mut desk);
        for (other, section) in SECTIONS.into_iter().enumerate() {
            let open = desk.node(Role::Button, section).accesskit_node().data().is_expanded();
            assert_eq!(open, Some(other == number), "{section}");
        }
        assert!(!desk.value(field).is_empty(), "{field}");
        assert_eq!(desk.count(Role::Button, MORE), 0);
    }
    // Where nothing is, nothing opens.
    let mut desk = Clerk::holding(&[asie(|_| ())]);
    edit(&mut desk);
    assert_eq!((desk.count(Role::Button, MORE), desk.count(Role::Button, SECTIONS[0])), (1, 0));
}

#[test]
fn contacts_are_added_taken_away_and_made_the_main_one() {
    let mut desk = form();
    desk.fill("Raison sociale", "Asie");
    desk.fill("Prénom du contact", "Inès");
    desk.press(MORE);
    hit(&mut desk, "Autres contacts");
    desk.fill("Fonction du contact principal", "Gérante");
    // One is there to be typed into; another is asked for.
    desk.fill("Prénom du contact 2", "Luc");
    desk.fill("Fonction du contact 2", "Comptable");
    desk.fill_and_leave("E-mail du contact 2", "luc@asie");
    assert_eq!(desk.said("E-mail du contact 2"), "adresse incomplète");
    assert!(desk.says("E-mail du contact 2\u{a0}: ce n’est pas une adresse complète."));
    desk.fill_and_leave("E-mail du contact 2", "luc@asie.example");
    desk.fill_and_leave("Téléphone du contact 2", "0142603031");
    assert_eq!(desk.said("Téléphone du contact 2"), "01 42 60 30 31");
    hit(&mut desk, "Ajouter un contact");
    assert_eq!(desk.focus(), "Prénom du contact 3");
    hit(&mut desk, "Ajouter un contact");
    desk.fill("Nom du contact 4", "Morel");
    // The third stays empty: it is nobody, and what is doubted of the fourth is said there.
    desk.fill_and_leave("Téléphone du contact 4", "01 42");
    assert_eq!(
        (desk.said("Téléphone du contact 4").as_str(), desk.said("Téléphone du contact 3").as_str()),
        ("un chiffre faux", "")
    );
    hit(&mut desk, "Faire du contact 2 le principal");
    assert_eq!(desk.focus(), "Prénom du contact");
    assert_eq!(
        (desk.value("Prénom du contact").as_str(), desk.value("Prénom du contact 2").as_str()),
        ("Luc", "Inès")
    );
    assert_eq!(desk.value("E-mail du contact 2"), "");
    hit(&mut desk, "Retirer le contact 3");
    assert_eq!(
        (desk.value("Nom du contact 3").as_str(), desk.focus().as_str()),
        ("Morel", "Prénom du contact 3")
    );
    assert_eq!(desk.said("Téléphone du contact 3"), "un chiffre faux");
    // Its field has no memory of who stood there before.
    desk.field("Prénom du contact 3").focus();
    desk.harness.run();
    desk.chord(CTRL, Key::Z);
    assert_eq!(desk.value("Prénom du contact 3"), "");
    desk.chord(CTRL, Key::Enter);
    let line = desk.node(Role::Button, "Contact 3").rect();
    assert!(line.width() > 0.0);
    desk.press("Contact 3");
    assert_eq!(desk.focus(), "Prénom du contact 3");
    save(&mut desk);
    let client = desk.clients().remove(0);
    assert_eq!((client.contact.first_name.as_str(), client.contact.role.as_str()), ("Luc", "Comptable"));
    assert_eq!(client.contact.email, "luc@asie.example");
    let names: Vec<String> = client.contacts.iter().map(Contact::name).collect();
    assert_eq!(names, ["Inès", "Morel"]);
    assert_eq!(client.contacts[0].role, "Gérante");
}

#[test]
fn the_last_contact_can_go_and_a_person_has_no_main_one() {
    let mut desk = form();
    desk.click(Role::RadioButton, "Particulier");
    desk.press(MORE);
    hit(&mut desk, "Autres contacts");
    assert_eq!(desk.count(Role::Button, "Faire du contact 2 le principal"), 0);
    assert_eq!(desk.count(Role::TextInput, "Fonction du contact principal"), 0);
    hit(&mut desk, "Retirer le contact 2");
    assert_eq!(desk.count(Role::TextInput, "Prénom du contact 2"), 0);
    assert_eq!(desk.focus(), "Ajouter un contact");
}

#[test]
fn custom_fields_are_typed_as_their_kind_wants_it_and_checked() {
    let mut commands: Vec<Command> = FieldKind::ALL
        .iter()
        .filter(|kind| **kind != FieldKind::Choice)
        .map(|kind| custom_field(kind.key(), *kind))
        .collect();
    commands.push(choice("choice", &["Or", "Argent", "Bronze"]));
    let mut desk = form_on(&commands);
    desk.fill("Raison sociale", "Asie");
    desk.press(MORE);
    hit(&mut desk, "Champs personnalisés");
    for (field, wrong, said, right) in [
        ("number", "douze", "pas un nombre", "1 234,5"),
        ("amount", "1,234", "pas un montant", "12,5"),
        ("date", "32/11/2026", "pas une date", "24/11/26"),
        ("link", "ceci cela", "pas un lien", "www.asie.example"),
        ("email", "a@gmial.com", "faute probable", "a@asie.example"),
        ("phone", "01 42", "un chiffre faux", "01 42 60 30 30"),
        ("choice", "Fer", "pas dans la liste", "argent"),
    ] {
        desk.fill_and_leave(field, wrong);
        assert_eq!(desk.said(field), said, "{field}");
        desk.fill_and_leave(field, right);
        assert_eq!(desk.said(field), "", "{field}");
    }
    desk.fill_and_leave("phone", "0142603030");
    assert_eq!(desk.said("phone"), "01 42 60 30 30", "a telephone is understood");
    desk.fill("text", "Z-17");
    desk.node(Role::MultilineTextInput, "long_text").focus();
    desk.harness.run();
    desk.type_text("a");
    desk.key(Key::Enter);
    desk.type_text("b");
    assert_eq!(chosen(&desk, "yes_no").as_deref(), Some("vide"));
    answer(&mut desk, "yes_no", "Oui");
    desk.chord(CTRL, Key::Enter);
    let words = desk.dialog_words();
    for (name, value) in [
        ("number", "1\u{202f}234,5"),
        ("amount", "12,50\u{a0}€"),
        ("yes_no", "Oui"),
        ("choice", "Argent"),
        ("long_text", "a b"),
        ("phone", "01 42 60 30 30"),
    ] {
        let at = words.iter().position(|word| word == name).unwrap_or_else(|| panic!("no {name}: {words:?}"));
        assert_eq!(words[at + 1], value, "{name}");
    }
    desk.press("date");
    assert_eq!(desk.focus(), "date", "a line leads to its field");
    save(&mut desk);
    let custom = desk.clients()[0].custom.clone();
    let values: Vec<&str> = custom.values().map(String::as_str).collect();
    assert_eq!(
        values,
        [
            "Z-17",
            "a\nb",
            "1234.5",
            "12.50",
            "2026-11-24",
            "yes",
            "www.asie.example",
            "a@asie.example",
            "0142603030",
            "Argent"
        ]
    );
    // And back again.
    edit(&mut desk);
    assert_eq!((desk.value("date").as_str(), desk.value("amount").as_str()), ("24/11/2026", "12,50"));
    assert_eq!(chosen(&desk, "yes_no").as_deref(), Some("Oui"));
    answer(&mut desk, "yes_no", "vide");
    save(&mut desk);
    assert_eq!(desk.clients()[0].custom.len(), 9);
}

#[test]
fn a_choice_proposes_all_of_its_values() {
    let mut desk = form_on(&[choice("Remise", &["Or", "Argent", "Bronze"])]);
    desk.press(MORE);
    hit(&mut desk, "Champs personnalisés");
    desk.field("Remise").focus();
    desk.harness.run();
    desk.key(Key::ArrowDown);
    assert_eq!(proposed(&desk), ["Or", "Argent", "Bronze"]);
    desk.key(Key::ArrowDown);
    desk.key(Key::Enter);
    assert_eq!(desk.value("Remise"), "Argent");
    // To choose anew.
    desk.key(Key::ArrowDown);
    assert_eq!(proposed(&desk), ["Or", "Bronze"]);
    desk.key(Key::Escape);
    desk.fill("Remise", "br");
    assert_eq!(proposed(&desk), ["Bronze"]);
}

#[test]
fn what_is_no_answer_is_shown_as_it_was_typed_and_a_hidden_field_only_where_it_holds_something() {
    let hidden = CustomField { name: "Ancien".into(), hidden: true, ..CustomField::default() };
    let commands = [
        custom_field("Livré", FieldKind::YesNo),
        Command::CustomField(CustomFieldCommand::Create(hidden)),
        asie(|client| client.custom = [(1, "peut-être".to_owned()), (2, "x".to_owned())].into()),
    ];
    let mut desk = Clerk::holding(&commands);
    edit(&mut desk);
    assert_eq!((desk.value("Livré").as_str(), desk.said("Livré").as_str()), ("peut-être", "oui ou non"));
    // Emptied, it stays until the form is closed.
    desk.fill("Ancien", "");
    assert_eq!(desk.count(Role::TextInput, "Ancien"), 1);
    desk.fill("Livré", "oui");
    assert_eq!(desk.count(Role::RadioGroup, "Livré"), 1);
    save(&mut desk);
    assert_eq!(desk.clients()[0].custom, [(1, "yes".to_owned())].into());
    desk.chord(CTRL, Key::N);
    desk.press(MORE);
    hit(&mut desk, "Champs personnalisés");
    assert_eq!((desk.count(Role::RadioGroup, "Livré"), desk.count(Role::TextInput, "Ancien")), (1, 0));
}

#[test]
fn language_and_terms_are_proposed_in_words() {
    let mut desk = form();
    desk.fill("Raison sociale", "Asie");
    desk.press(MORE);
    hit(&mut desk, SECTIONS[3]);
    desk.fill("Langue du client", "esp");
    assert_eq!(proposed(&desk), ["espagnol"]);
    desk.key(Key::ArrowDown);
    desk.key(Key::Enter);
    desk.fill("Conditions de paiement", "fin");
    assert!(proposed(&desk).contains(&"30 jours fin de mois".to_owned()), "{:?}", proposed(&desk));
    desk.fill_and_leave("Conditions de paiement", "un jour");
    assert_eq!(desk.said("Conditions de paiement"), "pas comprises");
    desk.fill_and_leave("Conditions de paiement", "45 j fin de mois");
    assert_eq!(desk.said("Conditions de paiement"), "");
    desk.fill("Site web", "asie.example");
    save(&mut desk);
    let client = desk.clients().remove(0);
    assert_eq!(
        (client.language.as_str(), client.terms.as_str(), client.website.as_str()),
        ("es", "net_45_then_end_of_month", "asie.example")
    );
}

#[test]
fn the_vat_number_is_proposed_from_the_siren_and_never_filled_in_unasked() {
    const PROPOSE: &str = "Proposer FR83 404 833 048";
    let mut desk = form();
    desk.fill("Raison sociale", "Asie");
    desk.press(MORE);
    hit(&mut desk, SECTIONS[1]);
    assert_eq!(desk.count(Role::Button, PROPOSE), 0);
    desk.fill_and_leave("SIREN ou SIRET", "404 833 048");
    assert_eq!(desk.value("N° de TVA"), "");
    // Abroad nobody has a French one.
    desk.fill("Pays", "Belgique");
    assert_eq!(desk.count(Role::Button, PROPOSE), 0);
    desk.fill("Pays", "France");
    hit(&mut desk, PROPOSE);
    assert_eq!((desk.value("N° de TVA").as_str(), desk.focus().as_str()), ("FR83 404 833 048", "N° de TVA"));
    assert_eq!(desk.count(Role::Button, PROPOSE), 0, "there is one");
    // A SIRET has it in it.
    desk.fill("N° de TVA", "");
    desk.fill("SIREN ou SIRET", "40483304800022");
    assert_eq!(desk.count(Role::Button, PROPOSE), 1);
    desk.fill("SIREN ou SIRET", "404 833 048");
    for (number, said) in [
        ("FR84 404 833 048", "un signe faux"),
        ("FR83", "pas un n° de TVA"),
        ("FR83 404 833 048", ""),
        ("DE 136 695 976", ""),
    ] {
        desk.fill_and_leave("N° de TVA", number);
        assert_eq!(desk.said("N° de TVA"), said, "{number}");
    }
    desk.fill_and_leave("N° de TVA", "FR83404833048");
    desk.fill_and_leave("SIREN ou SIRET", "552 008 443");
    assert_eq!(desk.said("N° de TVA"), "autre SIREN");
    assert!(desk.says("N° de TVA\u{a0}: c’est celui d’une autre entreprise que le SIREN."));
    desk.press("Garder quand même");
    assert_eq!(desk.said("N° de TVA"), "");
    desk.chord(CTRL, Key::Enter);
    assert!(desk.dialog_words().contains(&"FR83 404 833 048".to_owned()));
    desk.press("N° de TVA");
    assert_eq!(desk.focus(), "N° de TVA");
    save(&mut desk);
    assert_eq!(desk.clients()[0].vat_number, "FR83404833048");
}

#[test]
fn a_postcode_proposes_its_cities_and_a_city_its_postcodes() {
    let mut desk = form();
    desk.fill_and_leave("Code postal", "69100");
    // It is offered where one types next, and Enter takes it.
    assert_eq!((desk.focus().as_str(), proposed(&desk)), ("Ville", vec!["Villeurbanne".to_owned()]));
    desk.key(Key::Enter);
    assert_eq!((desk.value("Ville").as_str(), desk.focus().as_str()), ("Villeurbanne", "Ville"));
    desk.key(Key::Enter);
    assert_eq!(desk.focus(), "Pays");
    // It can be typed over, and Tab takes nothing.
    desk.fill("Ville", "");
    desk.fill_and_leave("Code postal", "97411");
    desk.key(Key::Tab);
    assert_eq!(desk.value("Ville"), "");
    desk.fill("Code postal", "67190");
    desk.key(Key::Tab);
    assert!(proposed(&desk).len() > 2, "{:?}", proposed(&desk));
    desk.type_text("gren");
    assert_eq!(proposed(&desk), ["Grendelbruch"]);
    desk.key(Key::Enter);
    assert_eq!(
        (desk.value("Ville").as_str(), desk.focus().as_str()),
        ("gren", "Pays"),
        "what was typed stays"
    );
    // The other way round.
    desk.fill("Ville", "Villeurbanne");
    desk.fill("Code postal", "");
    desk.key(Key::ArrowDown);
    assert_eq!(proposed(&desk), ["69100"]);
    desk.key(Key::Enter);
    assert_eq!(desk.value("Code postal"), "69100");
    desk.fill("Code postal", "");
    desk.fill("Ville", "");
    desk.type_text("Villeurb");
    assert_eq!(proposed(&desk), ["Villeurbanne"], "without a postcode, by name");
    // Elsewhere nothing is proposed.
    desk.fill("Pays", "Belgique");
    desk.fill_and_leave("Code postal", "69100");
    assert!(proposed(&desk).is_empty());
}

#[test]
fn a_city_under_the_postcode_of_another_is_doubted_and_can_be_kept() {
    let mut desk = form();
    desk.fill("Raison sociale", "Asie");
    desk.fill("Code postal", "69003");
    desk.fill_and_leave("Ville", "Paris");
    assert_eq!(desk.said("Ville"), "autre code postal");
    assert!(desk.says("Ville\u{a0}: le code postal 69003 n’est pas le sien."));
    desk.press("Garder quand même");
    assert_eq!(desk.said("Ville"), "");
    desk.fill_and_leave("Ville", "Lyon 3");
    assert_eq!(desk.said("Ville"), "");
    desk.fill("Pays", "Belgique");
    desk.fill_and_leave("Ville", "Marseille");
    assert_eq!(desk.said("Ville"), "");
    desk.fill_and_leave("Pays", "France");
    assert_eq!(desk.said("Ville"), "autre code postal");
    // The delivery address is where the client is, unless it says otherwise.
    desk.press(MORE);
    hit(&mut desk, SECTIONS[0]);
    desk.fill("Code postal de livraison", "69003");
    assert!(desk.said("Ville de livraison").is_empty());
    desk.fill_and_leave("Ville de livraison", "Paris");
    assert_eq!(desk.said("Ville de livraison"), "autre code postal");
    assert!(desk.says("Ville de livraison\u{a0}: le code postal 69003 n’est pas le sien."));
    desk.fill_and_leave("Pays de livraison", "Allemagne");
    assert_eq!(desk.said("Ville de livraison"), "");
}

const BLOCK: &str = "Menuiserie Hélard\n12 bis rue des Lilas\nBâtiment C\n69003 LYON\nTél. 04 78 60 30 30\ncontact@helard.example";

#[test]
fn a_pasted_address_goes_to_its_fields_and_can_be_taken_back() {
    let mut desk = form();
    desk.fill("Adresse", BLOCK);
    let read = |desk: &Clerk| {
        ["Raison sociale", "Adresse", "Complément d’adresse", "Code postal", "Ville", "Téléphone", "E-mail"]
            .map(|field| desk.value(field))
    };
    assert_eq!(
        read(&desk),
        [
            "Menuiserie Hélard",
            "12 bis rue des Lilas",
            "Bâtiment C",
            "69003",
            "LYON",
            "04 78 60 30 30",
            "contact@helard.example"
        ]
    );
    assert_eq!(desk.value("Pays"), "France");
    let said = "Adresse répartie\u{a0}: Adresse, Complément d’adresse, Code postal, Ville, Raison sociale, E-mail, Téléphone";
    assert!(desk.says(said), "{}", desk.words());
    // Taken back: all but what was typed since.
    desk.fill("Ville", "Lyon");
    desk.press("Annuler la répartition");
    let pasted = BLOCK.replace('\n', " ");
    assert_eq!(read(&desk), ["", pasted.as_str(), "", "", "Lyon", "", ""]);
    assert!(!desk.says("Adresse répartie"));
}

#[test]
fn what_is_no_part_of_an_address_goes_to_the_note_and_what_is_there_stays() {
    let mut desk = form();
    desk.fill("Raison sociale", "Asie");
    desk.fill("Téléphone", "01 42 60 30 30");
    desk.fill("Note", "Le matin");
    desk.fill("Adresse", BLOCK);
    assert_eq!(
        (desk.value("Raison sociale").as_str(), desk.value("Téléphone").as_str()),
        ("Asie", "01 42 60 30 30")
    );
    let note = desk.value("Note");
    assert!(
        note.starts_with("Le matin\n")
            && note.contains("Menuiserie Hélard")
            && note.contains("04 78 60 30 30"),
        "{note}"
    );
    assert_eq!(desk.value("E-mail"), "contact@helard.example");
    // A street alone is pasted as it is; so is one line into a line.
    desk.fill("Adresse", "3 rue du Four");
    assert_eq!((desk.value("Adresse").as_str(), desk.value("Ville").as_str()), ("3 rue du Four", "LYON"));
    desk.key(Key::End);
    desk.paste(", 75006 Paris");
    assert_eq!(
        (desk.value("Adresse").as_str(), desk.value("Ville").as_str()),
        ("3 rue du Four, 75006 Paris", "LYON")
    );
    // Several lines take the place of what stands there.
    desk.fill("Adresse", "5 quai du Port\n34200 Sète");
    assert_eq!(
        ["Adresse", "Complément d’adresse", "Code postal", "Ville"].map(|field| desk.value(field)),
        ["5 quai du Port", "", "34200", "Sète"]
    );
    // For a delivery too, and for a person.
    let mut desk = form();
    desk.click(Role::RadioButton, "Particulier");
    desk.fill("Adresse", "Camille Lefèvre, 3 rue du Four, 75006 Paris");
    assert_eq!(
        ["Prénom", "Nom", "Adresse", "Ville"].map(|field| desk.value(field)),
        ["Camille", "Lefèvre", "3 rue du Four", "Paris"]
    );
    desk.press(MORE);
    hit(&mut desk, SECTIONS[0]);
    desk.fill("Rue de livraison", "5 quai du Port\n34200 Sète");
    assert_eq!(
        ["Rue de livraison", "Code postal de livraison", "Ville de livraison"].map(|field| desk.value(field)),
        ["5 quai du Port", "34200", "Sète"]
    );
    assert_eq!(desk.value("Ville"), "Paris");
}

#[test]
fn the_review_shows_categories_as_they_are_and_new_ones_as_new() {
    let mut desk = form_on(&[category("Détaillants")]);
    desk.fill("Raison sociale", "Asie");
    for name in ["Détaillants", "VIP"] {
        desk.fill("Catégories", name);
        desk.key(Key::Enter);
    }
    answer(&mut desk, SERVICE, "Non");
    desk.chord(CTRL, Key::Enter);
    let words = desk.dialog_words();
    let line = |name: &str| {
        let at = words.iter().position(|word| word == name).unwrap_or_else(|| panic!("no {name}: {words:?}"));
        words[at + 1..].to_vec()
    };
    assert_eq!(line("Catégories")[..3], ["Détaillants", "VIP", "nouvelle"]);
    assert_eq!(line("Consentement\u{a0}: factures")[0], "non");
    desk.press("Catégories");
    assert_eq!(desk.focus(), "Catégories");
    desk.chord(CTRL, Key::Enter);
    desk.press("Consentement\u{a0}: factures");
    assert_eq!(desk.focus(), "Non");
    save(&mut desk);
    // Old beside new, in words where there are too many.
    edit(&mut desk);
    for number in 0..30 {
        desk.fill("Catégories", &format!("Catégorie {number}"));
        desk.key(Key::Enter);
    }
    desk.fill("E-mail", "a@gmial.com");
    desk.chord(CTRL, Key::Enter);
    let words = desk.dialog_words();
    let at = words.iter().position(|word| word == "Catégories").expect("its line");
    assert_eq!(words[at + 1..at + 3], ["Détaillants, VIP", "→"]);
    assert!(words[at + 3].starts_with("Détaillants, VIP, Catégorie 0, "), "{:?}", words[at + 3]);
}

/// A window on a draft with this file.
fn with_file(names: &[&str]) -> Clerk {
    let mut desk = form();
    desk.fill("Raison sociale", "Asie");
    desk.wait(1.0);
    let (key, draft) = desk.drafts().remove(0);
    let folder = desk.close();
    let (mut writer, _) = store::open(&folder.path().join("Essai.comptoir")).unwrap();
    let mut draft: serde_json::Value = serde_json::from_slice(&draft).unwrap();
    let files: Vec<serde_json::Value> = names
        .iter()
        .map(|name| {
            let staged = writer.stage(name, &mut Cursor::new(name.repeat(20_000))).unwrap();
            serde_json::to_value(staged).unwrap()
        })
        .collect();
    draft["typed"]["attachments"] = files.into();
    writer.scratch(&key, Some(&serde_json::to_vec(&draft).unwrap())).unwrap();
    drop(writer);
    let mut desk = Clerk::with(Language::Fr, [1024.0, 700.0], folder);
    desk.press("Reprendre");
    desk
}

#[test]
fn files_come_along_with_the_client_and_can_be_taken_out() {
    let mut desk = with_file(&["contrat.pdf", "plan.png"]);
    assert_eq!(chips(&desk), ["contrat.pdf", "plan.png"]);
    let says = desk.node(Role::Button, "plan.png").accesskit_node().data().description().map(str::to_owned);
    assert_eq!(says.as_deref(), Some("Retirer plan.png · 160\u{202f}Ko"));
    // The first screen needs no scrolling for that.
    let foot = desk.node(Role::Button, "Fermer").rect().top();
    for (role, name, rect) in desk.places() {
        assert!(
            Rect::from_min_size([0.0, 0.0].into(), [1024.0, 700.0].into()).contains_rect(rect),
            "{role:?} {name}"
        );
    }
    assert!(desk.node(Role::Button, MORE).rect().bottom() <= foot);
    desk.chord(CTRL, Key::Enter);
    let words = desk.dialog_words();
    let at = words.iter().position(|word| word == "Pièces jointes").expect("its line");
    assert_eq!(words[at + 1], "contrat.pdf (220\u{202f}Ko), plan.png (160\u{202f}Ko)");
    desk.press("Pièces jointes");
    assert_eq!(desk.focus(), "Joindre un fichier…");
    desk.press("plan.png");
    assert_eq!(
        (chips(&desk), desk.focus().as_str()),
        (vec!["contrat.pdf · 220\u{202f}Ko".to_owned()], "Note")
    );
    save(&mut desk);
    let files: Vec<Attachment> = all(&desk);
    assert_eq!(files.iter().map(|file| file.name.as_str()).collect::<Vec<_>>(), ["contrat.pdf"]);
    assert_eq!(files[0].client, desk.clients()[0].id);
}

#[test]
fn a_book_with_very_many_fields_and_categories_stays_usable() {
    let mut commands: Vec<Command> =
        (0..200).map(|n| custom_field(&format!("Champ {n:03}"), FieldKind::Text)).collect();
    commands.extend((0..500).map(|n| category(&format!("Catégorie {n:03}"))));
    let mut desk = form_on(&commands);
    desk.fill("Raison sociale", "Asie");
    desk.press(MORE);
    hit(&mut desk, "Champs personnalisés");
    assert_eq!(desk.text_fields().len(), 13 + 200);
    desk.fill("Champ 199", "dernier");
    let foot = desk.node(Role::Button, "Fermer").rect().top();
    assert!(desk.field("Champ 199").rect().bottom() <= foot, "it is scrolled to");
    desk.fill("Catégories", "499");
    assert_eq!(proposed(&desk), ["Catégorie 499", "Créer «\u{a0}499\u{a0}»"]);
    desk.key(Key::Enter);
    desk.fill("Catégories", "Catégorie");
    assert_eq!(proposed(&desk).len(), 500, "all but one, and a new one");
    desk.fill("Catégories", "");
    save(&mut desk);
    let client = desk.clients().remove(0);
    assert_eq!(
        (client.custom.get(&200).map(String::as_str), client.categories.as_slice()),
        (Some("dernier"), &[500][..])
    );
}

#[test]
fn a_client_in_very_many_categories_is_shown_with_all_of_them() {
    let commands: Vec<Command> = (0..500)
        .map(|n| category(&format!("Catégorie {n:03}")))
        .chain([asie(|client| client.categories = (1..=500).collect())])
        .collect();
    let mut desk = Clerk::holding(&commands);
    edit(&mut desk);
    assert_eq!(chips(&desk).len(), 500);
    desk.fill("Note", "Le matin");
    desk.chord(CTRL, Key::Enter);
    assert_eq!(desk.clients()[0].categories.len(), 500);
    assert_eq!(all::<Note>(&desk).len(), 1);
}

#[test]
fn a_choice_that_is_gone_stays_and_is_doubted() {
    let commands =
        [choice("Remise", &["Or"]), asie(|client| client.custom = [(1, "Argent".to_owned())].into())];
    let mut desk = Clerk::holding(&commands);
    edit(&mut desk);
    assert_eq!(
        (desk.value("Remise").as_str(), desk.said("Remise").as_str()),
        ("Argent", "pas dans la liste")
    );
    assert!(desk.says("Remise\u{a0}: cette valeur n’est pas dans la liste."));
    desk.fill("Note", "Le matin");
    save(&mut desk);
    assert_eq!(desk.clients()[0].custom[&1], "Argent");
}

#[test]
fn a_name_of_four_thousand_letters_with_breaks_and_marks_of_direction_is_kept_on_one_line() {
    let mut desk = form();
    let name = "Le\u{202e}fèvre\r\n\u{2066}et fils\u{2069} ".repeat(200);
    assert!(name.chars().count() >= 4_000);
    desk.fill("Raison sociale", &name);
    desk.fill("Catégories", &name);
    desk.chord(CTRL, Key::Enter);
    assert_eq!(desk.count(Role::Dialog, "Récapitulatif"), 1);
    let within = |desk: &Clerk| {
        let dialog = desk.dialog_words();
        assert!(
            dialog.iter().any(|word| word.starts_with("Le") && word.chars().count() > 3_500),
            "{dialog:?}"
        );
    };
    within(&desk);
    desk.key(Key::Escape);
    for (role, name, rect) in desk.places() {
        assert!(rect.left() >= 0.0 && rect.right() <= 1280.0, "{role:?} {} at {rect:?}", name.len());
    }
    desk.chord(CTRL, Key::Enter);
    desk.chord(CTRL, Key::Enter);
    let client = desk.clients().remove(0);
    assert!(!client.company.contains(['\r', '\n']));
    assert!(client.company.chars().count() > 3_500);
}

#[test]
fn a_phone_of_a_contact_counts_for_nobody_else() {
    let mut desk = Clerk::holding(&[asie(|client| {
        client.contacts = vec![
            Contact { phone: Phone::parse("01 42", "FR"), ..Contact::default() },
            Contact { last_name: "Morel".into(), ..Contact::default() },
        ];
    })]);
    edit(&mut desk);
    // What is stored is doubted at once.
    assert_eq!(desk.said("Téléphone du contact 2"), "un chiffre faux");
    assert_eq!(desk.said("Téléphone"), "");
}

#[test]
fn a_draft_comes_back_with_what_was_open_and_answered() {
    let mut desk = form();
    desk.fill("Raison sociale", "Asie");
    answer(&mut desk, OFFERS, "Non");
    desk.fill("Catégories", "VIP");
    desk.key(Key::Enter);
    desk.press(MORE);
    hit(&mut desk, "Autres contacts");
    desk.fill_and_leave("Téléphone du contact 2", "01 42");
    desk.key(Key::Escape);
    let mut desk = desk.reopen();
    desk.press("Reprendre");
    assert_eq!(chosen(&desk, OFFERS).as_deref(), Some("Non"));
    assert_eq!(chips(&desk), ["VIP"]);
    assert_eq!(desk.said("Téléphone du contact 2"), "un chiffre faux", "what was typed was left");
    save(&mut desk);
    assert_eq!(all::<Consent>(&desk).len(), 1);
    assert_eq!(desk.clients()[0].contacts.len(), 1);
    assert!(desk.drafts().is_empty());
}

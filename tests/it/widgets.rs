//! Every widget as a person at the keyboard, a mouse and a screen reader find it: by role, name and effect.

use std::time::Duration;

use comptoir::ui::icons;
use comptoir::ui::theme::tokens;
use comptoir::ui::widgets::button::{Button, IconButton};
use comptoir::ui::widgets::card;
use comptoir::ui::widgets::check::Check;
use comptoir::ui::widgets::chip::Chip;
use comptoir::ui::widgets::combo::combo;
use comptoir::ui::widgets::dialog::Dialog;
use comptoir::ui::widgets::disclosure::disclosure;
use comptoir::ui::widgets::ends::{self, ends};
use comptoir::ui::widgets::field::{Field, Left, Tone};
use comptoir::ui::widgets::label::Label;
use comptoir::ui::widgets::menu::{Entry, menu};
use comptoir::ui::widgets::nav::Nav;
use comptoir::ui::widgets::pill::Pill;
use comptoir::ui::widgets::search_field::SearchField;
use comptoir::ui::widgets::segmented::Segmented;
use comptoir::ui::widgets::status::Status;
use comptoir::ui::widgets::switch::Switch;
use comptoir::ui::widgets::toast::Toast;
use eframe::egui::accesskit::{AriaCurrent, Live, Role, Toggled};
use eframe::egui::{self, Event, Id, Key, Modifiers, ScrollArea, Ui, UiBuilder};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::support::stage::{Stage, press, stage};

type Window<S> = Harness<'static, Stage<S>>;

fn focused<S>(window: &Window<S>, role: Role, name: &str) -> bool {
    window.get_by_role_and_label(role, name).is_focused()
}

#[derive(Default)]
struct Clicks {
    main: usize,
    other: usize,
}

fn buttons() -> Window<Clicks> {
    stage(Clicks::default(), |ui, clicks| {
        if ui.add(Button::plain("Importer…")).clicked() {
            clicks.other += 1;
        }
        ui.add(Button::plain("Éteint").enabled(false));
        if ui.add(Button::primary("Enregistrer").icon(icons::PLUS).hint("Ctrl ↵")).clicked() {
            clicks.main += 1;
        }
        if ui.add(IconButton::new(icons::X, "Fermer").hint("Échap")).clicked() {
            clicks.other += 10;
        }
    })
}

#[test]
fn tab_goes_from_button_to_button_past_a_disabled_one() {
    let mut window = buttons();
    press(&mut window, Key::Tab);
    assert!(focused(&window, Role::Button, "Importer…"));
    press(&mut window, Key::Tab);
    assert!(focused(&window, Role::Button, "Enregistrer"));
    press(&mut window, Key::Tab);
    assert!(focused(&window, Role::Button, "Fermer"));
}

#[test]
fn enter_and_space_press_a_focused_button() {
    let mut window = buttons();
    window.get_by_role_and_label(Role::Button, "Enregistrer").focus();
    window.run();
    press(&mut window, Key::Enter);
    assert_eq!(window.state().state.main, 1);
    press(&mut window, Key::Space);
    assert_eq!(window.state().state.main, 2);
    assert_eq!(window.state().state.other, 0);
}

#[test]
fn a_key_held_down_presses_once() {
    let mut window = buttons();
    window.get_by_role_and_label(Role::Button, "Enregistrer").focus();
    window.run();
    for repeat in [false, true, true] {
        let modifiers = Modifiers::NONE;
        window.event(Event::Key { key: Key::Enter, physical_key: None, pressed: true, repeat, modifiers });
        window.run();
    }
    assert_eq!(window.state().state.main, 1);
}

#[test]
fn a_click_presses_and_a_disabled_button_does_not() {
    let mut window = buttons();
    window.get_by_role_and_label(Role::Button, "Fermer").click();
    window.run();
    assert_eq!(window.state().state.other, 10);
    let off = window.get_by_role_and_label(Role::Button, "Éteint");
    assert!(off.accesskit_node().is_disabled());
    off.click();
    window.run();
    assert_eq!((window.state().state.main, window.state().state.other), (0, 10));
}

#[test]
fn a_shortcut_is_told_apart_from_the_name() {
    let window = buttons();
    let main = window.get_by_role_and_label(Role::Button, "Enregistrer");
    assert_eq!(main.accesskit_node().data().keyboard_shortcut(), Some("Ctrl ↵"));
}

#[test]
fn a_disabled_page_looks_as_before_and_takes_no_click() {
    let mut window = stage(Clicks::default(), |ui, clicks| {
        let mut page = ui.new_child(UiBuilder::new().disabled());
        if page.add(Button::primary("Enregistrer")).clicked() {
            clicks.main += 1;
        }
    });
    assert!((window.ctx.global_style().visuals.disabled_alpha - 1.0).abs() < f32::EPSILON);
    window.get_by_role_and_label(Role::Button, "Enregistrer").click_accesskit();
    window.run();
    assert_eq!(window.state().state.main, 0);
}

#[derive(Default)]
struct Form {
    name: String,
    mail: String,
    note: String,
    doubt: bool,
    left: Vec<Left>,
    changes: usize,
}

fn form() -> Window<Form> {
    stage(Form::default(), |ui, form| {
        let name = Field::new(Id::unique("name"), "Raison sociale", &mut form.name).required(true).limit(8);
        let name = name.hint("Ce qui est sur l’enseigne").show(ui);
        form.changes += usize::from(name.changed);
        form.left.extend(name.left);
        let note = form.doubt.then_some(("faute probable", Tone::Doubt));
        Field::new(Id::unique("mail"), "E-mail", &mut form.mail).note(note).show(ui);
        Field::new(Id::unique("note"), "Note", &mut form.note).lines(3).show(ui);
        ui.add(Button::primary("Enregistrer"));
    })
}

#[test]
fn a_field_is_named_by_its_label_and_says_that_it_is_required() {
    let window = form();
    let name = window.get_by_role_and_label(Role::TextInput, "Raison sociale");
    assert!(name.accesskit_node().is_required());
    assert_eq!(name.accesskit_node().placeholder(), Some("Ce qui est sur l’enseigne"));
    let mail = window.get_by_role_and_label(Role::TextInput, "E-mail");
    assert!(!mail.accesskit_node().is_required());
    window.get_by_role_and_label(Role::MultilineTextInput, "Note");
}

#[test]
fn a_doubt_is_told_and_moves_nothing() {
    let mut window = form();
    let place = |window: &Window<Form>| {
        let below = window.get_by_role_and_label(Role::Button, "Enregistrer").rect();
        (window.get_by_role_and_label(Role::TextInput, "E-mail").rect(), below)
    };
    let before = place(&window);
    let mail = window.get_by_role_and_label(Role::TextInput, "E-mail");
    assert!(mail.accesskit_node().data().invalid().is_none());
    window.state_mut().state.doubt = true;
    window.run();
    let mail = window.get_by_role_and_label(Role::TextInput, "E-mail");
    assert!(mail.accesskit_node().data().invalid().is_some());
    assert_eq!(mail.accesskit_node().data().description(), Some("faute probable"));
    assert_eq!(place(&window), before);
}

#[test]
fn a_field_takes_text_up_to_its_limit_and_tells_how_it_was_left() {
    let mut window = form();
    press(&mut window, Key::Tab);
    window.get_by_role_and_label(Role::TextInput, "Raison sociale").type_text("Boulangerie");
    window.run();
    assert_eq!(window.state().state.name, "Boulange");
    assert_eq!(window.state().state.changes, 1);
    press(&mut window, Key::Enter);
    window.get_by_role_and_label(Role::TextInput, "Raison sociale").focus();
    window.run();
    press(&mut window, Key::Escape);
    window.get_by_role_and_label(Role::TextInput, "Raison sociale").focus();
    window.run();
    press(&mut window, Key::Tab);
    assert_eq!(window.state().state.left, [Left::Enter, Left::Escape, Left::Otherwise]);
    assert!(focused(&window, Role::TextInput, "E-mail"));
}

#[test]
fn a_click_on_the_label_leads_into_the_field_and_enter_makes_lines_in_a_note() {
    let mut window = form();
    window.get_by_role_and_label(Role::Label, "Note").click();
    window.run();
    let note = || Role::MultilineTextInput;
    assert!(focused(&window, note(), "Note"));
    window.get_by_role_and_label(note(), "Note").type_text("un");
    window.run();
    press(&mut window, Key::Enter);
    window.get_by_role_and_label(note(), "Note").type_text("deux");
    window.run();
    assert_eq!(window.state().state.note, "un\ndeux");
    press(&mut window, Key::Tab);
    assert!(focused(&window, Role::Button, "Enregistrer"));
}

#[test]
fn a_field_is_as_high_as_its_lines_whatever_stands_in_it() {
    let mut window = form();
    let before = window.get_by_role_and_label(Role::Button, "Enregistrer").rect();
    window.state_mut().state.note = "ligne\n".repeat(40);
    window.run();
    assert_eq!(window.get_by_role_and_label(Role::Button, "Enregistrer").rect(), before);
}

fn search() -> Window<(String, usize)> {
    stage((String::new(), 0), |ui, (text, changes)| {
        let field = SearchField::new(Id::unique("search"), "Rechercher un client", "Effacer", text);
        *changes += usize::from(field.keys("Ctrl F").show(ui).changed);
    })
}

#[test]
fn the_search_field_is_one_for_readers_and_is_cleared_by_its_cross() {
    let mut window = search();
    let name = "Rechercher un client";
    let field = window.get_by_role_and_label(Role::SearchInput, name);
    assert_eq!(field.accesskit_node().data().keyboard_shortcut(), Some("Ctrl F"));
    assert!(window.query_by_role_and_label(Role::Button, "Effacer").is_none());
    field.focus();
    window.run();
    window.get_by_role_and_label(Role::SearchInput, name).type_text("lefevre");
    window.run();
    assert_eq!(window.state().state, ("lefevre".to_owned(), 1));
    window.get_by_role_and_label(Role::Button, "Effacer").click();
    window.run();
    assert_eq!(window.state().state, (String::new(), 2));
    assert!(focused(&window, Role::SearchInput, name));
}

const ANSWERS: [(u8, &str); 3] = [(0, "Oui"), (1, "Non"), (2, "Pas demandé")];

fn choice() -> Window<(u8, usize)> {
    stage((9, 0), |ui, (answer, changes)| {
        ui.add(Button::plain("Avant"));
        let choice = Segmented::new(Id::unique("mail"), "Factures par e-mail ?", &ANSWERS);
        *changes += usize::from(choice.show(ui, answer).changed());
        ui.add(Button::plain("Après"));
    })
}

#[test]
fn a_choice_is_one_tab_stop_and_the_arrows_choose() {
    let mut window = choice();
    press(&mut window, Key::Tab);
    press(&mut window, Key::Tab);
    assert_eq!(window.state().state, (9, 0));
    press(&mut window, Key::ArrowRight);
    assert_eq!(window.state().state, (0, 1));
    press(&mut window, Key::ArrowDown);
    assert_eq!(window.state().state, (1, 2));
    press(&mut window, Key::ArrowRight);
    press(&mut window, Key::ArrowRight);
    assert_eq!(window.state().state, (2, 3));
    press(&mut window, Key::ArrowUp);
    press(&mut window, Key::ArrowLeft);
    press(&mut window, Key::ArrowLeft);
    assert_eq!(window.state().state, (0, 5));
    press(&mut window, Key::Tab);
    assert!(focused(&window, Role::Button, "Après"));
}

#[test]
fn a_choice_is_a_group_of_radio_buttons() {
    let mut window = choice();
    window.get_by_role_and_label(Role::RadioGroup, "Factures par e-mail ?");
    window.get_by_role_and_label(Role::RadioButton, "Non").click();
    window.run();
    assert_eq!(window.state().state, (1, 1));
    let chosen = window.get_by_role_and_label(Role::RadioButton, "Non");
    assert_eq!(chosen.accesskit_node().toggled(), Some(Toggled::True));
    // The click has the focus: the arrows go on from there.
    press(&mut window, Key::ArrowRight);
    assert_eq!(window.state().state, (2, 2));
    press(&mut window, Key::ArrowLeft);
    let chosen = window.get_by_role_and_label(Role::RadioButton, "Non");
    let other = window.get_by_role_and_label(Role::RadioButton, "Oui");
    assert_eq!(other.accesskit_node().toggled(), Some(Toggled::False));
    assert_eq!(other.rect().y_range(), chosen.rect().y_range());
    // Left of nothing chosen is the last.
    let mut window = choice();
    window.get_by_role_and_label(Role::RadioGroup, "Factures par e-mail ?").focus();
    window.run();
    press(&mut window, Key::ArrowLeft);
    assert_eq!(window.state().state.0, 2);
}

#[test]
fn boxes_and_switches_flip_by_mouse_and_keyboard() {
    let mut window = stage((false, true), |ui, (declined, welcome)| {
        ui.add(Check::new(declined, "Ne souhaite pas le donner"));
        ui.add(Switch::new(welcome, "Envoyer une facture de bienvenue"));
    });
    press(&mut window, Key::Tab);
    press(&mut window, Key::Space);
    assert_eq!(window.state().state, (true, true));
    let declined = window.get_by_role_and_label(Role::CheckBox, "Ne souhaite pas le donner");
    assert_eq!(declined.accesskit_node().toggled(), Some(Toggled::True));
    window.get_by_role_and_label(Role::Switch, "Envoyer une facture de bienvenue").click();
    window.run();
    assert_eq!(window.state().state, (true, false));
}

#[test]
fn a_section_opens_and_closes_and_says_which() {
    let mut window = stage(false, |ui, open| {
        disclosure(ui, Id::unique("more"), "Autres contacts", "2 contacts", open);
        if *open {
            ui.add(Label::body("Maître Girard"));
        }
    });
    let head = window.get_by_role_and_label(Role::Button, "Autres contacts");
    assert_eq!(head.accesskit_node().data().is_expanded(), Some(false));
    assert_eq!(head.accesskit_node().data().description(), Some("2 contacts"));
    head.click();
    window.run();
    window.get_by_role_and_label(Role::Label, "Maître Girard");
    let head = window.get_by_role_and_label(Role::Button, "Autres contacts");
    assert_eq!(head.accesskit_node().data().is_expanded(), Some(true));
    press(&mut window, Key::Tab);
    press(&mut window, Key::Enter);
    assert!(!window.state().state);
}

const COUNTRIES: [&str; 4] = ["France", "Finlande", "Belgique", "Suisse"];

#[derive(Default)]
struct Country {
    text: String,
    chosen: Vec<usize>,
    dialog: bool,
    escaped: usize,
}

fn proposals(text: &str) -> Vec<&'static str> {
    let begins = |name: &&str| name.to_lowercase().starts_with(&text.to_lowercase());
    COUNTRIES.into_iter().filter(begins).collect()
}

fn country() -> Window<Country> {
    stage(Country::default(), |ui, country| {
        let proposals = proposals(&country.text);
        let field = Field::new(Id::unique("country"), "Pays", &mut country.text);
        country.chosen.extend(combo(ui, field, &proposals).chosen);
    })
}

fn type_country(window: &mut Window<Country>, text: &str) {
    window.get_by_role_and_label(Role::TextInput, "Pays").focus();
    window.run();
    window.get_by_role_and_label(Role::TextInput, "Pays").type_text(text);
    window.run();
}

#[test]
fn a_country_is_typed_then_chosen_with_the_arrows() {
    let mut window = country();
    assert!(window.query_by_role(Role::ListBoxOption).is_none());
    let expanded = |window: &Window<Country>| {
        let field = window.get_by_role_and_label(Role::TextInput, "Pays");
        field.accesskit_node().data().is_expanded()
    };
    assert_eq!(expanded(&window), Some(false));
    type_country(&mut window, "f");
    assert_eq!(expanded(&window), Some(true));
    assert_eq!(window.query_all_by_role(Role::ListBoxOption).count(), 2);
    press(&mut window, Key::ArrowDown);
    press(&mut window, Key::ArrowDown);
    let finland = window.get_by_role_and_label(Role::ListBoxOption, "Finlande");
    assert_eq!(finland.accesskit_node().is_selected(), Some(true));
    press(&mut window, Key::Enter);
    assert_eq!(window.state().state.text, "Finlande");
    assert_eq!(window.state().state.chosen, [1]);
    assert!(focused(&window, Role::TextInput, "Pays"));
    assert!(window.query_by_role(Role::ListBoxOption).is_none());
}

#[test]
fn a_country_is_chosen_with_the_mouse() {
    let mut window = country();
    type_country(&mut window, "b");
    window.get_by_role_and_label(Role::ListBoxOption, "Belgique").click();
    window.run();
    assert_eq!(window.state().state.text, "Belgique");
    assert!(focused(&window, Role::TextInput, "Pays"));
    assert!(window.query_by_role(Role::ListBoxOption).is_none());
}

#[test]
fn escape_closes_the_list_and_then_leaves_the_field() {
    let mut window = country();
    type_country(&mut window, "f");
    press(&mut window, Key::Escape);
    assert!(window.query_by_role(Role::ListBoxOption).is_none());
    assert!(focused(&window, Role::TextInput, "Pays"));
    assert_eq!(window.state().state.text, "f");
    press(&mut window, Key::ArrowDown);
    assert_eq!(window.query_all_by_role(Role::ListBoxOption).count(), 2);
    press(&mut window, Key::Escape);
    press(&mut window, Key::Escape);
    assert!(!focused(&window, Role::TextInput, "Pays"));
}

#[test]
fn an_arrow_opens_the_list_at_its_first_and_up_goes_to_its_last() {
    let mut window = country();
    type_country(&mut window, "f");
    press(&mut window, Key::Escape);
    press(&mut window, Key::ArrowDown);
    press(&mut window, Key::Enter);
    assert_eq!(window.state().state.text, "France");
    let mut window = country();
    type_country(&mut window, "f");
    press(&mut window, Key::ArrowUp);
    press(&mut window, Key::Enter);
    assert_eq!(window.state().state.text, "Finlande");
}

#[test]
fn enter_without_a_choice_keeps_what_was_typed() {
    let mut window = country();
    type_country(&mut window, "fr");
    press(&mut window, Key::Enter);
    assert_eq!(window.state().state.text, "fr");
    assert!(window.state().state.chosen.is_empty());
    assert!(window.query_by_role(Role::ListBoxOption).is_none());
}

#[test]
fn escape_in_a_list_leaves_the_dialog_open() {
    let mut window = stage(Country { dialog: true, ..Country::default() }, |ui, country| {
        let ctx = ui.ctx().clone();
        if !country.dialog {
            return;
        }
        let dialog = Dialog::new(Id::unique("dialog"), "Pays du client");
        let shown = dialog.show(
            &ctx,
            |ui| {
                let proposals = proposals(&country.text);
                let field = Field::new(Id::unique("country"), "Pays", &mut country.text);
                combo(ui, field, &proposals);
            },
            |_| (),
        );
        if shown.escaped {
            country.dialog = false;
            country.escaped += 1;
        }
    });
    type_country(&mut window, "f");
    press(&mut window, Key::Escape);
    assert!(window.query_by_role(Role::ListBoxOption).is_none());
    assert!(window.state().state.dialog);
    press(&mut window, Key::Escape);
    assert!(!window.state().state.dialog);
    assert_eq!(window.state().state.escaped, 1);
}

fn dots() -> Window<Vec<usize>> {
    stage(Vec::new(), |ui, chosen| {
        let opener = ui.add(IconButton::new(icons::DOTS_THREE, "Plus").bordered());
        let entries = [
            Entry::new("Archiver").icon(icons::ARCHIVE),
            Entry::new("Fusionner").enabled(false),
            Entry::new("Supprimer").danger().keys("Suppr"),
        ];
        chosen.extend(menu(ui, &opener, "Plus", &entries));
    })
}

#[test]
fn a_menu_is_worked_by_the_keyboard() {
    let mut window = dots();
    press(&mut window, Key::Tab);
    press(&mut window, Key::Enter);
    window.get_by_role_and_label(Role::Menu, "Plus");
    press(&mut window, Key::ArrowDown);
    assert!(focused(&window, Role::MenuItem, "Archiver"));
    press(&mut window, Key::ArrowDown);
    assert!(focused(&window, Role::MenuItem, "Supprimer"));
    press(&mut window, Key::Enter);
    assert_eq!(window.state().state, [2]);
    assert!(window.query_by_role(Role::Menu).is_none());
    assert!(focused(&window, Role::Button, "Plus"));
}

#[test]
fn escape_closes_a_menu_and_goes_back_to_its_button() {
    let mut window = dots();
    window.get_by_role_and_label(Role::Button, "Plus").click();
    window.run();
    let off = window.get_by_role_and_label(Role::MenuItem, "Fusionner");
    assert!(off.accesskit_node().is_disabled());
    press(&mut window, Key::Escape);
    assert!(window.query_by_role(Role::Menu).is_none());
    assert!(focused(&window, Role::Button, "Plus"));
    window.get_by_role_and_label(Role::Button, "Plus").click();
    window.run();
    window.get_by_role_and_label(Role::MenuItem, "Archiver").click();
    window.run();
    assert_eq!(window.state().state, [0]);
}

#[test]
fn a_menu_of_ticks_stays_open() {
    let mut window = stage(false, |ui, on| {
        let opener = ui.add(Chip::choice("Catégories"));
        if menu(ui, &opener, "Catégories", &[Entry::new("Grossistes").checked(*on)]).is_some() {
            *on = !*on;
        }
    });
    window.get_by_role_and_label(Role::Button, "Catégories").click();
    window.run();
    let tick = |window: &Window<bool>| {
        window.get_by_role_and_label(Role::MenuItemCheckBox, "Grossistes").accesskit_node().toggled()
    };
    assert_eq!(tick(&window), Some(Toggled::False));
    window.get_by_role_and_label(Role::MenuItemCheckBox, "Grossistes").click();
    window.run();
    assert_eq!(tick(&window), Some(Toggled::True));
}

#[test]
fn escape_closes_a_menu_before_its_dialog() {
    let mut window = stage(true, |ui, open| {
        if *open {
            let ctx = ui.ctx().clone();
            let body = |ui: &mut Ui| {
                let opener = ui.add(Button::plain("Trier"));
                menu(ui, &opener, "Trier", &[Entry::new("Par nom")])
            };
            let shown = Dialog::new(Id::unique("dialog"), "Doublons").show(&ctx, body, |_| ());
            *open = !shown.escaped;
        }
    });
    window.get_by_role_and_label(Role::Button, "Trier").click();
    window.run();
    window.get_by_role_and_label(Role::MenuItem, "Par nom");
    press(&mut window, Key::Escape);
    assert!(window.query_by_role(Role::MenuItem).is_none());
    assert!(window.state().state);
    press(&mut window, Key::Escape);
    assert!(!window.state().state);
}

#[derive(Default)]
struct Dialogs {
    open: usize,
    behind: usize,
    confirmed: usize,
}

/// A page with a dialog over it and another over that.
fn dialogs(open: usize) -> Window<Dialogs> {
    stage(Dialogs { open, ..Dialogs::default() }, |ui, dialogs| {
        if ui.add(Button::plain("Derrière")).clicked() {
            dialogs.behind += 1;
        }
        let ctx = ui.ctx().clone();
        let titles = ["Récapitulatif", "Supprimer ce client ?"];
        for (number, title) in titles.into_iter().enumerate().take(dialogs.open) {
            let focus = Id::unique(("confirm", number));
            let dialog = Dialog::new(Id::unique(("dialog", number)), title).focus(focus);
            let confirm = format!("Confirmer {number}");
            let shown = dialog.size(400.0, 300.0).show(
                &ctx,
                |ui| ui.add(Label::body("Tout est en ordre")),
                |ui| {
                    let main = Button::primary(&confirm).id(focus);
                    ends(ui, 58.0, |ui| ui.add(Button::ghost("Retour")), |ui| ui.add(main)).1
                },
            );
            if shown.footer.clicked() {
                dialogs.confirmed += 1;
            }
            if shown.escaped {
                dialogs.open = number;
            }
        }
    })
}

#[test]
fn a_dialog_has_its_title_for_a_name_and_gives_the_focus() {
    let mut window = dialogs(1);
    let dialog = window.get_by_role_and_label(Role::Dialog, "Récapitulatif");
    assert!(dialog.accesskit_node().is_modal());
    assert!(focused(&window, Role::Button, "Confirmer 0"));
    press(&mut window, Key::Enter);
    assert_eq!(window.state().state.confirmed, 1);
    window.get_by_role_and_label(Role::Heading, "Récapitulatif");
}

#[test]
fn escape_closes_the_topmost_dialog_only() {
    let mut window = dialogs(2);
    press(&mut window, Key::Escape);
    assert_eq!(window.state().state.open, 1);
    press(&mut window, Key::Escape);
    assert_eq!(window.state().state.open, 0);
}

#[test]
fn a_click_beside_a_dialog_reaches_nothing_and_closes_nothing() {
    let mut window = dialogs(1);
    window.get_by_role_and_label(Role::Button, "Derrière").click();
    window.run();
    assert_eq!((window.state().state.behind, window.state().state.open), (0, 1));
    press(&mut window, Key::Escape);
    window.get_by_role_and_label(Role::Button, "Derrière").click();
    window.run();
    assert_eq!(window.state().state.behind, 1);
}

#[test]
fn tab_stays_in_a_dialog() {
    let mut window = dialogs(1);
    press(&mut window, Key::Tab);
    assert!(focused(&window, Role::Button, "Retour"));
    press(&mut window, Key::Tab);
    assert!(focused(&window, Role::Button, "Confirmer 0"));
}

#[test]
fn a_line_keeps_its_right_end_at_the_right() {
    let mut window = stage("Confirmer".to_owned(), |ui, label| {
        ends(ui, 58.0, |ui| ui.add(Button::ghost("Retour")), |ui| ui.add(Button::primary(label)));
    });
    let edges = |window: &Window<String>| {
        let label = window.state().state.clone();
        let left = window.get_by_role_and_label(Role::Button, "Retour").rect().left();
        (left, window.get_by_role_and_label(Role::Button, &label).rect().right())
    };
    let before = edges(&window);
    assert!((before.1 - before.0 - 800.0).abs() < 1.0, "{before:?}");
    window.state_mut().state = "Confirmer et émettre la facture".to_owned();
    window.run();
    let after = edges(&window);
    assert!((after.1 - before.1).abs() < 1.0, "{after:?}");
}

#[test]
fn text_at_the_right_end_is_not_cut() {
    let window = stage((), |ui, ()| {
        let hint = "Entrée ouvrir";
        ends(ui, 38.0, |ui| ui.add(Label::small("13 sur 1 284")), |ui| ui.add(Label::small(hint)));
        ends::row(ui, 20.0, |ui| ui.add(Label::small("dessous")));
    });
    let hint = window.get_by_role_and_label(Role::Label, "Entrée ouvrir").rect();
    assert!((hint.right() - 800.0).abs() < 1.0 && hint.width() > 60.0, "{hint:?}");
    let below = window.get_by_role_and_label(Role::Label, "dessous").rect();
    assert_eq!((below.left(), below.center().y), (0.0, 38.0 + 8.0 + 10.0));
}

#[test]
fn tab_scrolls_to_what_has_the_focus() {
    let mut window = stage(String::new(), |ui, text| {
        ScrollArea::vertical().show(ui, |ui| {
            ui.add(Button::plain("Haut"));
            ui.add_space(1500.0);
            ui.add(Button::plain("Milieu"));
            ui.add_space(1500.0);
            Field::new(Id::unique("note"), "Note", text).lines(3).show(ui);
        });
    });
    for (role, name) in [(Role::Button, "Milieu"), (Role::MultilineTextInput, "Note")] {
        if role == Role::Button {
            press(&mut window, Key::Tab);
        }
        press(&mut window, Key::Tab);
        let rect = window.get_by_role_and_label(role, name).rect();
        assert!(rect.top() >= 0.0 && rect.bottom() <= 600.0, "{name}: {rect:?}");
    }
}

#[test]
fn pills_are_whole_points_wide_and_states_have_a_word() {
    let window = stage((), |ui, ()| {
        let tokens = tokens(ui);
        for name in ["Clients réguliers", "Grossistes", "Détaillants"] {
            ui.add(Pill::new(name, tokens.tint(3)));
        }
        ui.add(Status::new("En retard 18 j", tokens.danger.ink));
        ui.add(Status::quiet("Sauvegardé à 09:41", tokens.good.ink));
    });
    for name in ["Clients réguliers", "Grossistes", "Détaillants"] {
        let pill = window.get_by_role_and_label(Role::Label, name).rect();
        assert_eq!((pill.width().fract(), pill.height()), (0.0, 22.0), "{name}");
    }
    window.get_by_role_and_label(Role::Label, "En retard 18 j");
    window.get_by_role_and_label(Role::Label, "Sauvegardé à 09:41");
}

#[test]
fn a_toast_under_the_pointer_is_attended_and_the_window_wakes_when_its_time_is_over() {
    let mut window = stage(false, |ui, attended| {
        let rest = Duration::from_secs(7);
        let toast = Toast::new(Id::unique("toast"), "Note ajoutée").actions(&["Annuler l’ajout"]).rest(rest);
        *attended = toast.show(&ui.ctx().clone()).attended;
    });
    let delays: Vec<Duration> =
        window.output().viewport_output.values().map(|viewport| viewport.repaint_delay).collect();
    assert_eq!(delays, [Duration::from_secs(7)]);
    assert!(!window.state().state);
    window.get_by_role_and_label(Role::Button, "Annuler l’ajout").hover();
    window.run();
    assert!(window.state().state);
    window.hover_at(egui::pos2(10.0, 10.0));
    window.run();
    assert!(!window.state().state);
    press(&mut window, Key::Tab);
    assert!(window.state().state);
}

#[test]
fn a_toast_is_read_out_and_tells_which_action_was_taken() {
    let mut window = stage(Vec::new(), |ui, taken: &mut Vec<usize>| {
        let toast = Toast::new(Id::unique("toast"), "Boulangerie Lefèvre enregistrée");
        let shown = toast.actions(&["Ouvrir la fiche", "Annuler l’ajout"]).show(&ui.ctx().clone());
        taken.extend(shown.clicked);
    });
    let toast = window.get_by_role_and_label(Role::Status, "Boulangerie Lefèvre enregistrée");
    assert_eq!(toast.accesskit_node().data().live(), Some(Live::Polite));
    window.get_by_role_and_label(Role::Button, "Annuler l’ajout").click();
    window.run();
    window.get_by_role_and_label(Role::Button, "Ouvrir la fiche").click();
    window.run();
    assert_eq!(window.state().state, [1, 0]);
    let place = window.get_by_role_and_label(Role::Button, "Annuler l’ajout").rect();
    assert!(place.right() > 740.0 && place.bottom() > 500.0, "{place:?}");
}

#[test]
fn the_bar_marks_the_page_that_shows() {
    let mut window = stage(0, |ui, clicked| {
        ui.add(Nav::new(icons::USERS, "Clients", true));
        if ui.add(Nav::new(icons::FILE_TEXT, "Factures", false).count("3")).clicked() {
            *clicked += 1;
        }
    });
    let clients = window.get_by_role_and_label(Role::Link, "Clients");
    assert_eq!(clients.accesskit_node().data().aria_current(), Some(AriaCurrent::Page));
    let invoices = window.get_by_role_and_label(Role::Link, "Factures");
    assert_eq!(invoices.accesskit_node().data().aria_current(), None);
    assert_eq!(invoices.value().as_deref(), Some("3"));
    invoices.click();
    window.run();
    assert_eq!(window.state().state, 1);
}

#[test]
fn a_chip_says_what_a_click_does() {
    let mut window = stage(0, |ui, removed| {
        ui.add(Chip::choice("Catégories"));
        if ui.add(Chip::set("Pays : France").says("Retirer ce filtre")).clicked() {
            *removed += 1;
        }
    });
    let chip = window.get_by_role_and_label(Role::Button, "Pays : France");
    assert_eq!(chip.accesskit_node().data().description(), Some("Retirer ce filtre"));
    chip.click();
    window.run();
    assert_eq!(window.state().state, 1);
    let choice = window.get_by_role_and_label(Role::Button, "Catégories");
    assert!(choice.accesskit_node().data().has_popup().is_some());
}

#[test]
fn labels_are_text_headings_and_states_for_readers() {
    let window = stage((), |ui, ()| {
        ui.add(Label::title("Clients"));
        ui.add(Label::body("SIREN ").and_strong("552 008 444").and(" : à vérifier"));
        ui.add(Label::small("13 sur 1 284").status());
        card::card(ui, "Doublon possible", |ui| ui.add(Label::body("Boulangerie Lefèvre").wrap()));
    });
    let title = window.get_by_role_and_label(Role::Heading, "Clients");
    assert_eq!(title.accesskit_node().data().level(), Some(1));
    window.get_by_role_and_label(Role::Label, "SIREN 552 008 444 : à vérifier");
    let state = window.get_by_role_and_label(Role::Status, "13 sur 1 284");
    assert_eq!(state.accesskit_node().data().live(), Some(Live::Polite));
    let card = window.get_by_role_and_label(Role::Group, "Doublon possible");
    assert!(card.rect().width() > 700.0);
    let head = window.get_by_role_and_label(Role::Heading, "Doublon possible");
    assert_eq!(head.accesskit_node().data().level(), Some(2));
}

#[test]
fn a_label_too_long_for_its_room_is_one_line_and_shows_all_of_it_as_a_tooltip() {
    let long = "Cabinet Girard & Associés, avocats au barreau de Lyon";
    let mut window = stage((), |ui, ()| {
        let long = "Cabinet Girard & Associés, avocats au barreau de Lyon";
        ui.add(Label::body(long).width(120.0));
        ui.add(Label::body("Cabinet").width(120.0).id(Id::unique("short")));
    });
    let label = window.get_by_role_and_label(Role::Label, long);
    assert_eq!(label.rect().size(), egui::vec2(120.0, 20.0));
    label.hover();
    window.run_steps(8);
    assert!(window.query_by_role(Role::Tooltip).is_some());
    window.get_by_role_and_label(Role::Label, "Cabinet").hover();
    window.run_steps(8);
    assert!(window.query_by_role(Role::Tooltip).is_none());
}

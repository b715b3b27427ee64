//! Goes through every page as somebody would, and hands each to the judge.

use std::io::Write as _;

use comptoir::domain::address::Address;
use comptoir::domain::client::{Client, ClientKind, Contact};
use comptoir::domain::command::{
    CategoryCommand, ClientCommand, Command, CustomFieldCommand, Import, Registration,
};
use comptoir::domain::custom_field::{CustomField, FieldKind};
use comptoir::domain::phone::Phone;
use comptoir::files::settings::Look;
use comptoir::store::{self, Origin};
use comptoir::text::{Language, Text};
use egui::accesskit::Action;
use egui::{Key, Modifiers, Pos2, Rect, Role, Vec2};
use egui_kittest::kittest::{AccessKitNode, NodeT as _, Queryable as _};
use tempfile::TempDir;

use super::groups;
use super::judge::{self, Thing};
use crate::support::book::stamp;
use crate::support::desktop::Desktop;
use crate::support::known;

/// One way of looking at the pages.
#[derive(Clone, Copy)]
pub(super) struct View {
    pub(super) language: Language,
    pub(super) look: Look,
    pub(super) size: [f32; 2],
}

/// The window, walked through.
pub(super) struct Walk {
    pub(super) window: Desktop,
    pub(super) text: Text,
    pub(super) view: View,
    findings: Vec<String>,
    /// The texts of the page judged last.
    shown: Vec<judge::Text>,
}

/// Everything that is wrong on any page in this view.
pub(super) fn findings(view: View) -> Vec<String> {
    let mut empty = Walk::on(tempfile::tempdir().unwrap(), view);
    empty.judge("empty book");
    empty.click_named("menu-todo");
    empty.judge("nothing to do");
    empty.settings_sections();
    let mut walk = Walk::on(full_book(), view);
    walk.clients();
    walk.form();
    walk.import();
    walk.later_and_settings();
    walk.palette_and_shortcuts();
    walk.export();
    walk.record_settings();
    walk.second_place();
    walk.questions();
    let folder = tempfile::tempdir().unwrap();
    drop(known::make(&folder.path().join("Essai.comptoir")));
    let mut full = Walk::on(folder, view);
    full.profile();
    let mut known = Walk::on(known_book(), view);
    known.form_with_everything();
    let folder = full_book();
    // Another window has the book.
    let _held = store::open(&folder.path().join("Essai.comptoir")).unwrap();
    let mut elsewhere = Walk::on(folder, view);
    elsewhere.judge("a book that is in use");
    [empty.findings, walk.findings, known.findings, full.findings, elsewhere.findings].concat()
}

impl Walk {
    fn on(folder: TempDir, view: View) -> Self {
        let window = Desktop::looking(view.look, view.language, view.size, folder);
        Self { window, text: Text::load(view.language), view, findings: Vec::new(), shown: Vec::new() }
    }

    fn clients(&mut self) {
        self.judge("clients");
        self.type_text("du");
        self.judge("a search that finds");
        self.type_text("zzz");
        self.judge("a search that finds nothing");
        self.key(Modifiers::NONE, Key::Escape);
        self.key(Modifiers::NONE, Key::ArrowDown);
        self.key(Modifiers::NONE, Key::Enter);
        self.judge("a record");
        self.click_named("action-more");
        self.judge("a record with its menu");
        self.click_named("action-delete");
        self.expect_dialog();
        self.judge("a question");
        self.key(Modifiers::NONE, Key::Escape);
        self.key(Modifiers::NONE, Key::Escape);
        self.key(Modifiers::NONE, Key::Space);
        self.judge("a selection");
        self.click_named("clients-assign");
        self.judge("a selection and the categories");
        self.key(Modifiers::NONE, Key::Escape);
        self.click_named("clients-bulk");
        self.judge("a selection and what can be done with it");
        self.click_named("clients-delete-selected");
        self.expect_dialog();
        self.judge("a selection to be deleted");
        self.key(Modifiers::NONE, Key::Escape);
        self.click_named("clients-unselect");
        self.filters();
    }

    /// Every list of filters, with all of its entries ticked, and then all chips; and every column.
    fn filters(&mut self) {
        for (list, page) in [
            ("field-categories", "filters of categories"),
            ("clients-places", "filters of places"),
            ("clients-fields", "filters of fields"),
            ("clients-columns", "columns"),
        ] {
            self.click_named(list);
            self.tick_all();
            self.key(Modifiers::NONE, Key::Escape);
            self.judge(&format!("clients after {page}"));
            self.click_named(list);
            self.judge(page);
            self.key(Modifiers::NONE, Key::Escape);
        }
        self.condition();
        self.views();
        self.click_named("menu-todo");
        self.judge("to do");
        self.click_named("action-complete");
        self.judge("records to complete");
        self.click_named("state-to-complete");
        self.settings_sections();
        self.click_named("menu-clients");
    }

    /// What is asked for to filter by a custom field, if there is one of which something is asked.
    fn condition(&mut self) {
        if self
            .window
            .harness
            .query_by_role_and_label(Role::Button, self.text.get("clients-fields"))
            .is_none()
        {
            return;
        }
        self.click_named("clients-fields");
        let asking = self.window.harness.query_all_by_role(Role::MenuItemCheckBox);
        let asking = asking.filter_map(|node| node.accesskit_node().label()).find(|name| name.ends_with('…'));
        if let Some(name) = asking {
            self.window.harness.get_by_role_and_label(Role::MenuItemCheckBox, &name).click_accesskit();
            self.window.harness.run();
            self.judge("a condition of a field");
        }
        self.key(Modifiers::NONE, Key::Escape);
        self.key(Modifiers::NONE, Key::Escape);
    }

    /// A view under a long name, and its menu.
    fn views(&mut self) {
        self.click_named("views-title");
        let name = self.text.get("views-name").to_owned();
        self.window.harness.get_by_role_and_label(Role::TextInput, &name).focus();
        self.window.harness.run();
        let long = "Coopératives de la région Auvergne-Rhône-Alpes à rappeler en juin";
        self.window.harness.get_by_role_and_label(Role::TextInput, &name).type_text(long);
        self.window.harness.run();
        self.click_named("views-save");
        self.judge("views");
        self.key(Modifiers::NONE, Key::Escape);
    }

    /// Ticks everything in the list that is open.
    fn tick_all(&mut self) {
        let names: Vec<String> = self
            .window
            .harness
            .query_all_by_role(Role::MenuItemCheckBox)
            .filter(|node| node.accesskit_node().toggled() != Some(egui::accesskit::Toggled::True))
            .filter_map(|node| node.accesskit_node().label())
            // One that asks for more is not ticked but opened.
            .filter(|name| !name.ends_with('…'))
            .collect();
        for name in names {
            self.window.harness.get_by_role_and_label(Role::MenuItemCheckBox, &name).click_accesskit();
            self.window.harness.run();
        }
    }

    fn settings_sections(&mut self) {
        self.click_named("menu-settings");
        self.click_named("settings-categories");
        self.judge("categories");
        if self.window.harness.query_by_role_and_label(Role::Label, "Grossistes").is_some() {
            let edit = self.text.with("category-edit", &[("name", "Grossistes".into())]);
            self.window.harness.get_by_role_and_label(Role::Button, &edit).click();
            self.window.harness.run();
            self.judge("a category that is changed");
            self.click_named("action-cancel");
        }
        self.click_named("settings-custom");
        self.judge("custom fields");
        self.click_named("custom-add");
        self.expect_dialog();
        self.click_named("custom-kind-choice");
        self.click_named("custom-choice-add");
        self.judge("a new custom field");
        self.key(Modifiers::NONE, Key::Escape);
        self.key(Modifiers::NONE, Key::Escape);
        self.click_named("settings-imports");
        self.judge("the imports");
        self.click_named("settings-general");
    }

    /// A client of whom much is known, its page scrolled to its end, and everything that opens on it.
    fn profile(&mut self) {
        self.key(Modifiers::NONE, Key::ArrowDown);
        self.key(Modifiers::NONE, Key::Enter);
        self.judge("a full profile");
        self.key(Modifiers::COMMAND, Key::J);
        self.type_text("Rappelle jeudi.");
        self.judge("a note in the making");
        self.key(Modifiers::NONE, Key::Escape);
        for step in 1..=6 {
            self.window.harness.hover_at(Pos2::new(self.view.size[0] - 120.0, 400.0));
            self.scroll(-400.0);
            self.judge(&format!("a full profile, scrolled {step} times"));
        }
        self.click_named("consent-all");
        self.judge("the whole record of consent");
        self.click_named("consent-record");
        self.expect_dialog();
        self.judge("an answer to be recorded");
        self.key(Modifiers::NONE, Key::Escape);
    }

    /// Turns the wheel where the hand is.
    pub(super) fn scroll(&mut self, points: f32) {
        self.window.harness.event(egui::Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: Vec2::new(0.0, points),
            phase: egui::TouchPhase::Move,
            source: egui::MouseWheelSource::Wheel,
            modifiers: Modifiers::NONE,
        });
        self.window.harness.run_steps(30);
        self.window.harness.run();
    }

    fn import(&mut self) {
        let file = self.window.folder.path().join("clients.csv");
        let lines = "Nom;Code postal;Remarque;Ville;Téléphone;Une colonne au nom plus long que sa place\n\
                     Menuiserie Hélard et fils;7500;;;;\n;75006;sans nom;;;Valeur\nDubois 1;69003;Neuf;Lyon 3e;;\n\
                     Hôtel du Port;13002;;Marseille;01 42 60 30 31;\n";
        std::fs::File::create(&file).unwrap().write_all(lines.as_bytes()).unwrap();
        self.window.will_choose(&file);
        self.key(Modifiers::COMMAND, Key::O);
        self.expect_dialog();
        self.judge("an import");
        let words =
            |key| self.text.with(key, &[("name", "".into()), ("reason", "".into())]).trim().to_owned();
        let cells =
            ["import-nameless", "import-verdict-update", "import-verdict-refused", "import-verdict-twin"];
        for (cell, page) in cells.map(words).into_iter().zip([
            "a row of an import that is repaired",
            "a row of an import that changes a client",
            "a row of an import that is refused",
            "a row of an import that resembles a client",
        ]) {
            self.click_cell(&cell);
            self.judge(page);
        }
        self.click_named("import-twin-same");
        self.judge("a row of an import that is said to be the same");
        self.click_named("import-back");
        self.judge("the columns of an import again");
        self.key(Modifiers::COMMAND, Key::Enter);
        self.judge("an import that was made");
    }

    fn form(&mut self) {
        self.key(Modifiers::COMMAND, Key::N);
        self.judge("a new form");
        for (field, typed) in [
            ("field-company", "Charpente et couverture du Grand Ouest, Établissements Lefebvre et fils SARL"),
            ("field-phone", "0142603030"),
            ("field-email", "contact.principal.du.service.achats@gmial.com"),
            ("field-postcode", "7500"),
            ("field-siren-siret", "552 008 444"),
            ("field-note", "Rappelle jeudi."),
        ] {
            self.fill(field, typed);
        }
        self.judge("a form with doubts");
        self.key(Modifiers::COMMAND, Key::Enter);
        self.expect(Role::Dialog, "review-title");
        self.judge("the review");
        self.key(Modifiers::NONE, Key::Escape);
        self.click_named("kind-individual");
        self.judge("a form for an individual");
        self.key(Modifiers::NONE, Key::Escape);
        self.judge("clients with a draft");
    }

    /// The form with all that it can hold, from its head to its foot, and the review of a change of all of it.
    fn form_with_everything(&mut self) {
        self.key(Modifiers::NONE, Key::Home);
        self.key(Modifiers::NONE, Key::Enter);
        self.click_named("action-edit");
        self.judge("a form with everything");
        for field in ["field-website", "Remarque"] {
            self.focus(field);
            self.judge(field);
        }
        self.focus("field-street");
        self.window.harness.event(egui::Event::Paste("Appartement 4\n5 quai du Port\n34200 Sète".to_owned()));
        self.window.harness.run();
        self.click_named("value-no");
        self.focus("field-categories");
        self.type_text("Grossistes du Grand Ouest");
        self.key(Modifiers::NONE, Key::Enter);
        self.fill("field-email", "contact@gmial.com");
        self.judge("a form with everything, changed");
        self.key(Modifiers::COMMAND, Key::Enter);
        self.expect(Role::Dialog, "review-title");
        self.judge("the review of a change");
        self.key(Modifiers::NONE, Key::Escape);
        self.key(Modifiers::NONE, Key::Escape);
        self.key(Modifiers::COMMAND, Key::N);
        self.click_named("form-more");
        self.judge("a new form with the heads of its sections");
    }

    /// Puts the cursor into a field, by its key or its own name.
    pub(super) fn focus(&mut self, field: &str) {
        let name = if field.contains('-') { self.text.get(field).to_owned() } else { field.to_owned() };
        let is_input = |role: Role| matches!(role, Role::TextInput | Role::MultilineTextInput);
        let node =
            self.window.harness.get_all_by_label(&name).find(|node| is_input(node.accesskit_node().role()));
        node.unwrap_or_else(|| panic!("no field {name:?}")).focus();
        self.window.harness.run();
    }

    fn later_and_settings(&mut self) {
        for page in ["menu-invoices", "menu-expenses", "menu-products", "menu-reports", "menu-settings"] {
            self.click_named(page);
            self.judge(page);
        }
    }

    /// Hands the page to the judge, as it is.
    pub(super) fn judge(&mut self, page: &str) {
        let things = self.things();
        assert!(things.len() >= 2, "{page}: even a question has more than {things:?}");
        let mut texts = judge::texts(&self.window.harness.output().shapes);
        let shown = texts.clone();
        // What is behind a dialog or a list was judged before it opened, and no hand can point at it now.
        let before = [Role::Dialog, Role::Menu];
        if before.into_iter().any(|role| self.window.harness.query_by_role(role).is_some()) {
            texts.retain(|text| !self.shown.contains(text));
        }
        self.shown = shown;
        let fields = self.fields();
        let mut found = judge::overlaps(&things);
        found.extend(judge::outside(&things));
        found.extend(judge::cut(&texts, &fields));
        found.extend(judge::untold(&texts, |spot| self.told_at(spot)));
        let View { language, look, size } = self.view;
        let place = format!("{page}, {}, {look:?}, {size:?}", language.code());
        self.findings.extend(found.into_iter().map(|finding| format!("{place}: {finding}")));
    }

    /// What shows while a hand points there.
    fn told_at(&mut self, spot: Pos2) -> Vec<judge::Text> {
        self.window.harness.hover_at(spot);
        self.window.harness.run_steps(8);
        let told = judge::texts(&self.window.harness.output().shapes);
        self.window.harness.remove_cursor();
        self.window.harness.run();
        told
    }

    fn things(&self) -> Vec<Thing> {
        let page = Rect::from_min_size(Pos2::ZERO, Vec2::from(self.view.size));
        let mut things = Vec::new();
        collect(
            self.window.harness.root().accesskit_node(),
            &[],
            Within { layer: 0, page, view: None },
            &mut things,
        );
        things
    }

    /// Where text may be longer than its room: it scrolls under the cursor. Behind a dialog too.
    fn fields(&self) -> Vec<Rect> {
        let nodes = self.window.harness.root().children_recursive();
        let fields = nodes.filter(|node| node.accesskit_node().is_text_input());
        fields.filter_map(|node| node.accesskit_node().bounding_box()).map(rect_of).collect()
    }

    pub(super) fn type_text(&mut self, text: &str) {
        self.window.harness.event(egui::Event::Text(text.to_owned()));
        self.window.harness.run();
    }

    pub(super) fn key(&mut self, modifiers: Modifiers, key: Key) {
        self.window.harness.key_press_modifiers(modifiers, key);
        self.window.harness.run();
    }

    fn fill(&mut self, field: &str, typed: &str) {
        let name = self.text.get(field).to_owned();
        let is_input = |role: Role| matches!(role, Role::TextInput | Role::MultilineTextInput);
        let node =
            self.window.harness.get_all_by_label(&name).find(|node| is_input(node.accesskit_node().role()));
        node.unwrap_or_else(|| panic!("no field {name:?}")).click();
        self.window.harness.run();
        self.type_text(typed);
    }

    pub(super) fn click_named(&mut self, key: &str) {
        let name = self.text.get(key).to_owned();
        let clickable =
            |node: &egui_kittest::Node<'_>| node.accesskit_node().data().supports_action(Action::Click);
        let node = self.window.harness.get_all_by_label(&name).find(clickable);
        node.unwrap_or_else(|| panic!("nothing to click is called {name:?}")).click();
        self.window.harness.run();
    }

    /// Clicks the first cell that begins so, behind no dialog.
    fn click_cell(&mut self, start: &str) {
        let begins = |node: &egui_kittest::Node<'_>| {
            let node = node.accesskit_node();
            !node.is_disabled() && node.label().is_some_and(|label| label.starts_with(start))
        };
        let cell = self.window.harness.query_all_by_role(Role::GridCell).find(begins);
        cell.unwrap_or_else(|| panic!("no cell begins {start:?}")).click();
        self.window.harness.run();
        // So that the next click is no second one of a double click.
        self.window.harness.run_steps(4);
    }

    pub(super) fn expect_dialog(&self) {
        self.window.harness.get_by_role(Role::Dialog);
    }

    fn expect(&self, role: Role, key: &str) {
        self.window.harness.get_by_role_and_label(role, self.text.get(key));
    }
}

/// What something stands in.
#[derive(Clone, Copy)]
struct Within {
    layer: u64,
    page: Rect,
    /// What it scrolls in, if it does.
    view: Option<Rect>,
}

fn collect(node: AccessKitNode<'_>, above: &[u64], within: Within, things: &mut Vec<Thing>) {
    let own = node.locate().0.0;
    let line = [above, &[own]].concat();
    let rect = node.bounding_box().map_or(Rect::NOTHING, rect_of);
    let Within { layer, page, view } = match node.role() {
        Role::Dialog | Role::AlertDialog if rect.is_positive() => {
            Within { layer: own, page: rect.intersect(within.page), view: None }
        }
        Role::Dialog | Role::AlertDialog | Role::Status | Role::Alert | Role::Tooltip | Role::Menu => {
            Within { layer: own, view: None, ..within }
        }
        Role::ScrollView => Within { view: Some(rect), ..within },
        _ => within,
    };
    // Only what is scrolled up or down is out of sight on purpose, and of that only what is in sight covers anything.
    let (rect, scrolled_away) = match view {
        Some(view) if node.role() != Role::ScrollView => {
            let seen = Rect::from_x_y_ranges(rect.x_range(), rect.y_range().intersection(view.y_range()));
            (if rect.is_positive() { seen } else { rect }, rect.is_positive() && !seen.is_positive())
        }
        _ => (rect, false),
    };
    let name = node.label().unwrap_or_default();
    let nameless_box =
        name.is_empty() && matches!(node.role(), Role::Unknown | Role::GenericContainer | Role::Window);
    let is_group = node.role() == Role::RadioGroup;
    let takes_input = node.data().supports_action(Action::Click) || node.is_text_input();
    if takes_input && !nameless_box && !node.is_disabled() && !scrolled_away {
        things.push(Thing {
            what: format!("{:?} {name:?}", node.role()),
            rect,
            is_group,
            line: line.clone(),
            layer,
            page,
        });
    }
    for child in node.children() {
        collect(child, &line, Within { layer, page, view }, things);
    }
}

/// The folder of a book with names of every length, every state and something to search for.
fn full_book() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let (mut writer, _) = store::create(&folder.path().join("Essai.comptoir")).unwrap();
    let added =
        (0..60).map(client).map(|client| Registration { client, ..Registration::default() }).collect();
    let import = Command::Client(ClientCommand::Import(Import { added, updated: Vec::new() }));
    writer.apply(&import, Origin::CommandLine, stamp(0)).unwrap();
    for command in groups::commands() {
        writer.apply(&command, Origin::CommandLine, stamp(0)).unwrap();
    }
    folder
}

/// The folder of a book with one client of whom everything is known.
fn known_book() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let (mut writer, _) = store::create(&folder.path().join("Essai.comptoir")).unwrap();
    let mut commands: Vec<Command> = FieldKind::ALL
        .into_iter()
        .map(|kind| {
            let name = if kind == FieldKind::Phone {
                "Remarque".to_owned()
            } else {
                format!("Un champ de ce carnet au nom plutôt long, {}", kind.key())
            };
            let choices = vec!["Or".to_owned(), "Argent".to_owned()];
            let choices = if kind == FieldKind::Choice { choices } else { Vec::new() };
            Command::CustomField(CustomFieldCommand::Create(CustomField {
                name,
                kind,
                choices,
                ..CustomField::default()
            }))
        })
        .collect();
    for name in ["Détaillants", "Clients réguliers de la région Auvergne-Rhône-Alpes", "VIP"] {
        commands.push(Command::Category(CategoryCommand::Create { name: name.to_owned(), tint: None }));
    }
    let far = Address {
        street: "Zone artisanale des Grandes Terres, bâtiment C, quai 14".to_owned(),
        city: "Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson".to_owned(),
        ..Address::default()
    };
    let person = |phone| Contact {
        first_name: "Marie-Charlotte".to_owned(),
        last_name: "de La Rochefoucauld-Montbel".to_owned(),
        role: "Directrice adjointe des achats".to_owned(),
        email: "marie-charlotte@larochefoucauld-montbel".to_owned(),
        phone: Phone::parse(phone, "FR"),
    };
    let client = Client {
        mobile: Phone::parse("06 12", "FR"),
        contacts: vec![person("01 42"), person("01 42 60 30 31")],
        delivery_address: Some(far),
        vat_number: "FR84404833048".to_owned(),
        other_id: "W751234567".to_owned(),
        website: "https://dubois.example/une/page/au/nom/vraiment/tres/tres/long".to_owned(),
        language: "fr".to_owned(),
        terms: "net_45_then_end_of_month".to_owned(),
        categories: vec![1, 2, 3],
        custom: (1..=10).map(|id| (id, "ce n’est rien de tel".to_owned())).collect(),
        ..client(0)
    };
    let registration = Registration { client, ..Registration::default() };
    commands.push(Command::Client(ClientCommand::Register(Box::new(registration))));
    for command in &commands {
        writer.apply(command, Origin::CommandLine, stamp(0)).unwrap();
    }
    folder
}

fn client(n: u64) -> Client {
    let long = n.is_multiple_of(3);
    let company = if long {
        format!("Société coopérative de production des artisans menuisiers du Dauphiné et environs {n}")
    } else {
        format!("Dubois {n}")
    };
    let city = if long { "Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson" } else { "Lyon" };
    Client {
        kind: ClientKind::Company,
        company,
        contact: Contact {
            first_name: "Marie-Charlotte".to_owned(),
            last_name: if long { "de La Rochefoucauld-Montbel".to_owned() } else { "Petit".to_owned() },
            ..Contact::default()
        },
        phone: Phone::parse("01 42 60 30 31", "FR"),
        email: format!("contact{n}@dubois.example"),
        address: Address { city: city.to_owned(), postcode: "69003".to_owned(), ..Address::default() },
        ..Client::default()
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a place on a screen")]
fn rect_of(bounds: egui::accesskit::Rect) -> Rect {
    let [left, top, right, bottom] = [bounds.x0, bounds.y0, bounds.x1, bounds.y1].map(|place| place as f32);
    Rect::from_min_max(Pos2::new(left, top), Pos2::new(right, bottom))
}

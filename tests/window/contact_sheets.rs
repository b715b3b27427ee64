//! A contact sheet per page, to be looked at beside its mockup: `cargo test --test window contact_sheets`.
//!
//! Both themes × French and English × 1280×800 and 1024×700, and Spanish in the smallest, into `contact/` in the target folder;
//! the dialogs and lists in both themes of each language, in one size of each. That every page was reached in every
//! combination, and that no two pictures of a page are the same, is checked; the rest is for the eye.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use egui::Role;

use comptoir::text::{Language, Text};

use crate::support::{Desk, Outcome, Trouble, Window, known, named};

/// The words of one language that lead from page to page.
struct Words {
    language: &'static str,
    new_client: &'static str,
    company: &'static str,
    phone: &'static str,
    email: &'static str,
    postcode: &'static str,
    siren: &'static str,
    summary: &'static str,
    invoices: &'static str,
    settings: &'static str,
    to_do: &'static str,
    categories: &'static str,
    fields: &'static str,
    search: &'static str,
    table: &'static str,
    edit: &'static str,
    more: &'static str,
    street: &'static str,
}

const FRENCH: Words = Words {
    language: "fr",
    new_client: "Nouveau client",
    company: "Raison sociale",
    phone: "Téléphone",
    email: "E-mail",
    postcode: "Code postal",
    siren: "SIREN ou SIRET",
    summary: "Récapitulatif",
    invoices: "Factures",
    settings: "Paramètres",
    to_do: "À faire",
    categories: "Catégories",
    fields: "Champs personnalisés",
    search: "Rechercher un client",
    table: "Tableau des clients",
    edit: "Modifier",
    more: "Plus de champs : livraison, n° de TVA, conditions de paiement, autres contacts, champs personnalisés",
    street: "Adresse",
};

const ENGLISH: Words = Words {
    language: "en",
    new_client: "New client",
    company: "Company name",
    phone: "Phone",
    email: "E-mail",
    postcode: "Postcode",
    siren: "SIREN or SIRET",
    summary: "Summary",
    invoices: "Invoices",
    settings: "Settings",
    to_do: "To do",
    categories: "Categories",
    fields: "Custom fields",
    search: "Search clients",
    table: "Table of clients",
    edit: "Edit",
    more: "More fields: delivery, VAT number, payment terms, other contacts, custom fields",
    street: "Address",
};

const SPANISH: Words = Words {
    language: "es",
    new_client: "Nuevo cliente",
    company: "Razón social",
    phone: "Teléfono",
    email: "Correo electrónico",
    postcode: "Código postal",
    siren: "SIREN o SIRET",
    summary: "Resumen",
    invoices: "Facturas",
    settings: "Ajustes",
    to_do: "Tareas pendientes",
    categories: "Categorías",
    fields: "Campos personalizados",
    search: "Buscar un cliente",
    table: "Tabla de clientes",
    edit: "Modificar",
    more: "Más campos: entrega, NIF-IVA, pago, otros contactos, personalizados",
    street: "Dirección",
};

/// One place of the sheets.
struct Look<'a> {
    words: &'a Words,
    theme: &'static str,
    width: u32,
    height: u32,
}

impl Look<'_> {
    /// Where the picture of a page in this look goes.
    fn picture(&self, page: &str) -> PathBuf {
        let Self { words, theme, width, height } = self;
        let folder = contact().join(page);
        std::fs::create_dir_all(&folder).expect("the target folder can be written");
        folder.join(format!("{}-{theme}-{width}x{height}.png", words.language))
    }

    fn shoot(&self, window: &mut Window<'_>, page: &str) -> Outcome {
        window.settle()?;
        window.shot(&self.picture(page))
    }
}

fn contact() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("contact")
}

/// Goes through the pages as somebody would who looks at everything once.
fn walk(look: &Look<'_>) -> Outcome {
    let Look { words, theme, width, height } = look;
    let desk = Desk::sized(*width, *height);
    let same_day = ["--today", "2026-11-24", "--lang", words.language, "--theme", theme];

    let mut window = desk.open(&same_day);
    window.size(*width, *height)?;
    window.wait(Role::Button, words.new_client)?;
    look.shoot(&mut window, "clients-empty")?;
    window.kill();

    let book = desk.home().join("demo.comptoir");
    let book = book.to_str().expect("a path that is text");
    let made =
        desk.verb(&["demo", "--clients", "300", "--seed", "7", "--today", "2026-11-24", "--book", book]);
    if !made.status.success() {
        return Err(Trouble::new(format!("demo: {}", String::from_utf8_lossy(&made.stderr))));
    }
    let mut window = desk.open(&[same_day.as_slice(), &["--book", book]].concat());
    window.size(*width, *height)?;
    window.wait(Role::Grid, words.table)?;
    let first = window.wait_first(Role::GridCell)?.name;
    look.shoot(&mut window, "clients")?;

    window.write("du")?;
    window.wait(Role::SearchInput, words.search)?;
    look.shoot(&mut window, "search")?;
    window.key("Escape")?;
    window.key("Escape")?;

    window.click(Role::GridCell, &first)?;
    window.gone(Role::Grid, words.table)?;
    look.shoot(&mut window, "record")?;
    window.key("Escape")?;
    window.wait(Role::Grid, words.table)?;

    window.click(Role::Button, words.new_client)?;
    window.wait(Role::TextInput, words.company)?;
    for (field, text) in [
        (words.company, "Boulangerie Lefevre SARL"),
        (words.phone, "0142603030"),
        (words.email, "contact@gmial.com"),
        (words.postcode, "7500"),
        (words.siren, "552 008 444"),
    ] {
        window.fill(field, text)?;
    }
    window.click(Role::TextInput, words.phone)?;
    look.shoot(&mut window, "client-form")?;
    window.key("Ctrl+Enter")?;
    window.wait(Role::Dialog, words.summary)?;
    look.shoot(&mut window, "review")?;
    window.key("Escape")?;
    window.gone(Role::Dialog, words.summary)?;
    window.key("Escape")?;
    window.wait(Role::Grid, words.table)?;

    window.click(Role::Link, words.invoices)?;
    look.shoot(&mut window, "later")?;
    window.click(Role::Link, words.settings)?;
    look.shoot(&mut window, "settings")?;
    window.click(Role::RadioButton, words.categories)?;
    look.shoot(&mut window, "settings-categories")?;
    window.click(Role::RadioButton, words.fields)?;
    look.shoot(&mut window, "settings-fields")?;
    window.click(Role::Link, words.to_do)?;
    look.shoot(&mut window, "to-do")?;
    window.kill();
    known(look, &desk, &same_day)
}

/// A client of whom everything is known, from the head of its profile to the foot, and the form with all its sections.
fn known(look: &Look<'_>, desk: &Desk, same_day: &[&str]) -> Outcome {
    let Look { words, width, height, .. } = look;
    let book = desk.home().join("girard.comptoir");
    drop(known::make(&book));
    let book = book.to_str().expect("a path that is text");
    let mut window = desk.open(&[same_day, &["--book", book]].concat());
    window.size(*width, *height)?;
    window.wait(Role::Grid, words.table)?;
    let first = window.wait_first(Role::GridCell)?.name;
    window.click(Role::GridCell, &first)?;
    window.gone(Role::Grid, words.table)?;
    look.shoot(&mut window, "profile")?;
    // Over the middle of the page, where nothing is a field.
    let middle = egui::pos2(*width as f32 / 2.0, *height as f32 - 60.0);
    window.wheel(middle, -10_000.0)?;
    look.shoot(&mut window, "profile-foot")?;

    window.click(Role::Button, words.edit)?;
    window.wait(Role::TextInput, words.company)?;
    look.shoot(&mut window, "form-known")?;
    for page in ["form-known-middle", "form-known-foot"] {
        window.wheel(middle, if page == "form-known-foot" { -10_000.0 } else { -560.0 })?;
        look.shoot(&mut window, page)?;
    }
    window.key("Escape")?;
    window.gone(Role::TextInput, words.street)?;
    window.key("Escape")?;
    window.wait(Role::Grid, words.table)?;
    window.click(Role::Button, words.new_client)?;
    window.wait(Role::TextInput, words.company)?;
    window.click(Role::Button, words.more)?;
    window.wheel(middle, -10_000.0)?;
    look.shoot(&mut window, "form-sections")
}

/// What opens over the pages: dialogs, lists, and the sections of the settings.
fn walk_dialogs(look: &Look<'_>) -> Outcome {
    let desk = Desk::sized(look.width, look.height);
    let language = look.words.language.parse::<Language>().map_err(|error| error.to_string())?;
    let text = &Text::load(language);
    let book = desk.home().join("demo.comptoir");
    desk.demo(300, &book);
    let same_day = ["--today", "2026-11-24", "--lang", look.words.language, "--theme", look.theme];
    let mut window = desk.open(&[same_day.as_slice(), &named(&book)].concat());
    window.size(look.width, look.height)?;
    window.wait(Role::Grid, look.words.table)?;
    lists(look, text, &mut window)?;
    ways_in_and_out(look, text, &desk, &mut window)?;
    sections(look, text, &mut window)?;
    window.kill();

    let book = desk.home().join("girard.comptoir");
    drop(known::make(&book));
    let mut window = desk.open(&[same_day.as_slice(), &named(&book)].concat());
    window.size(look.width, look.height)?;
    window.wait(Role::Grid, look.words.table)?;
    let first = window.wait_first(Role::GridCell)?.name;
    window.click(Role::GridCell, &first)?;
    window.gone(Role::Grid, look.words.table)?;
    window.key("Ctrl+J")?;
    window.write("Rappelle jeudi")?;
    look.shoot(&mut window, "note")?;
    window.key("Escape")?;
    let middle = egui::pos2(look.width as f32 - 120.0, look.height as f32 / 2.0);
    window.wheel(middle, -10_000.0)?;
    window.click(Role::Button, text.get("consent-record"))?;
    look.shoot(&mut window, "consent")
}

/// What drops down and opens over the table.
fn lists(look: &Look<'_>, text: &Text, window: &mut Window<'_>) -> Outcome {
    window.key("Ctrl+K")?;
    window.wait(Role::Dialog, text.get("palette-title"))?;
    window.write("ca")?;
    look.shoot(window, "palette")?;
    window.key("Escape")?;
    window.key("F1")?;
    window.wait(Role::Dialog, text.get("shortcuts-title"))?;
    look.shoot(window, "shortcuts")?;
    window.key("Escape")?;
    for (list, page) in [
        ("clients-columns", "columns"),
        ("clients-places", "places"),
        ("clients-fields", "fields"),
        ("field-categories", "filter-categories"),
    ] {
        window.click(Role::Button, text.get(list))?;
        look.shoot(window, page)?;
        window.key("Escape")?;
        window.key("Escape")?;
    }
    window.click(Role::Button, text.get("views-title"))?;
    window.fill(text.get("views-name"), "Coopératives à rappeler")?;
    window.click(Role::Button, text.get("views-save"))?;
    look.shoot(window, "views")?;
    window.key("Escape")?;
    window.key("Escape")?;
    let first = window.wait_first(Role::GridCell)?.name;
    window.click(Role::CheckBox, &first)?;
    window.click(Role::Button, text.get("clients-bulk"))?;
    look.shoot(window, "selection")?;
    window.click(Role::MenuItem, text.get("clients-delete-selected"))?;
    look.shoot(window, "delete-selection")?;
    window.key("Escape")?;
    window.click(Role::Button, text.get("clients-unselect"))
}

/// Export, and import to the list of imports.
fn ways_in_and_out(look: &Look<'_>, text: &Text, desk: &Desk, window: &mut Window<'_>) -> Outcome {
    window.key("Ctrl+E")?;
    window.wait(Role::Dialog, text.get("export-title"))?;
    look.shoot(window, "export")?;
    window.key("Escape")?;
    let file = desk.home().join("clients de l’ancien logiciel.csv");
    let lines = "Raison sociale;Prénom;Nom;E-mail;Téléphone;Code postal;Ville;Pays;Surnom;Fax;Client depuis\n\
        Menuiserie Hélard et fils;Luc;Hélard;luc@gmial.com;04 78 37 11 2;69003;Lyon;France;Lulu;04 78 37 11 29;2019\n\
        ;;;;01 42 60 30 30;75006;Paris;France;sans nom;;2020\n\
        Charpente et couverture du Grand Ouest, Établissements Lefebvre;;Lefebvre;achats@lefebvre.example;02 40 08 10 10;4400;\
        Nantes;France;;02 40 08 10 11;2021\n\
        Boulangerie Dubois;Anne;Dubois;anne@dubois.example;01 42 60 30 31;75011;Paris;France;;;2022\n\
        Boulangerie Dubois;Anne;Dubois;anne@dubois.example;01 42 60 30 99;75011;Paris;France;;;2022\n";
    std::fs::write(&file, lines).expect("a file");
    desk.will_choose(&file);
    window.key("Ctrl+O")?;
    window.wait(Role::Dialog, text.get("import-title"))?;
    window.wait(Role::GridCell, "Menuiserie Hélard et fils")?;
    look.shoot(window, "import")?;
    window.click(Role::ComboBox, &text.with("import-becomes-named", &[("name", "Surnom".into())]))?;
    look.shoot(window, "import-targets")?;
    window.key("Escape")?;
    window.click(Role::GridCell, "Menuiserie Hélard et fils")?;
    look.shoot(window, "import-row")?;
    window.click(Role::Button, text.get("import-back"))?;
    let import = window.nodes()?.into_iter().rfind(|node| {
        node.role == Role::Button && !node.disabled && node.name.starts_with(text.get("import-confirm"))
    });
    let Some(import) = import else { return Err(window.trouble("no button that imports")) };
    window.click(Role::Button, &import.name)?;
    window.gone(Role::Dialog, text.get("import-title"))?;
    window.click(Role::Link, look.words.settings)?;
    window.click(Role::RadioButton, text.get("settings-imports"))?;
    look.shoot(window, "settings-imports")
}

/// The other sections of the settings, and what opens in them.
fn sections(look: &Look<'_>, text: &Text, window: &mut Window<'_>) -> Outcome {
    window.click(Role::RadioButton, text.get("settings-record"))?;
    look.shoot(window, "settings-record")?;
    window.click(Role::RadioButton, text.get("settings-custom"))?;
    window.click(Role::Button, text.get("custom-add"))?;
    look.shoot(window, "custom-field")?;
    window.key("Escape")?;
    window.key("Escape")?;
    window.click(Role::RadioButton, text.get("settings-categories"))?;
    let more = text.with("category-more", &[("name", "Export".into())]);
    window.click(Role::Button, &more)?;
    window.click(Role::MenuItem, text.get("category-merge-into"))?;
    look.shoot(window, "merge")?;
    window.key("Escape")?;
    window.key("Escape")
}

/// One sheet of all the pictures of a page.
fn mount(page: &str) -> Outcome {
    let mut pictures: Vec<PathBuf> = std::fs::read_dir(contact().join(page))
        .map_err(|error| error.to_string())?
        .map(|entry| entry.expect("an entry").path())
        .collect();
    pictures.sort();
    let different: BTreeSet<Vec<u8>> =
        pictures.iter().map(|picture| std::fs::read(picture).expect("it was just written")).collect();
    if different.len() != pictures.len() {
        return Err(Trouble::new(format!("two pictures of {page} are the same")));
    }
    let sheet = contact().join(format!("{page}.png"));
    let status = Command::new("montage")
        .args(&pictures)
        .args(["-tile", "2x", "-geometry", "+8+8", "-background", "gray50"])
        .arg(&sheet)
        .status()
        .map_err(|error| format!("montage (Debian package imagemagick): {error}"))?;
    if status.success() { Ok(()) } else { Err(Trouble::new(format!("montage of {page}: {status}"))) }
}

/// Takes the old pictures of these pages away.
fn clear(pages: &[&str]) {
    for page in pages {
        if contact().join(page).exists() {
            std::fs::remove_dir_all(contact().join(page)).expect("old pictures go");
        }
    }
}

const PAGES: [&str; 17] = [
    "clients-empty",
    "clients",
    "search",
    "record",
    "client-form",
    "review",
    "later",
    "settings",
    "settings-categories",
    "settings-fields",
    "to-do",
    "profile",
    "profile-foot",
    "form-known",
    "form-known-middle",
    "form-known-foot",
    "form-sections",
];

#[test]
fn contact_sheets_of_pages() -> Outcome {
    clear(&PAGES);
    for words in [&FRENCH, &ENGLISH] {
        for theme in ["light", "dark"] {
            for (width, height) in [(1280, 800), (1024, 700)] {
                walk(&Look { words, theme, width, height })?;
            }
        }
    }
    // Where words have least room.
    walk(&Look { words: &SPANISH, theme: "light", width: 1024, height: 700 })?;
    PAGES.iter().try_for_each(|page| mount(page))
}

const DIALOGS: [&str; 19] = [
    "palette",
    "shortcuts",
    "columns",
    "places",
    "fields",
    "filter-categories",
    "views",
    "selection",
    "delete-selection",
    "export",
    "import",
    "import-targets",
    "import-row",
    "settings-imports",
    "settings-record",
    "custom-field",
    "merge",
    "note",
    "consent",
];

#[test]
fn contact_sheets_of_dialogs() -> Outcome {
    clear(&DIALOGS);
    for (words, wide) in [(&FRENCH, "light"), (&ENGLISH, "dark"), (&SPANISH, "dark")] {
        for theme in ["light", "dark"] {
            let (width, height) = if theme == wide { (1280, 800) } else { (1024, 700) };
            walk_dialogs(&Look { words, theme, width, height })?;
        }
    }
    DIALOGS.iter().try_for_each(|page| mount(page))
}

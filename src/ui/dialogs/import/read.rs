//! What was read, and how.

use egui::{Id, Ui};

use crate::files::source::{Form, Source};
use crate::files::table::Encoding;
use crate::ui::ctx::Ctx;
use crate::ui::show;
use crate::ui::theme::{regular, size, tokens};
use crate::ui::widgets::choice::Choice;
use crate::ui::widgets::label::Label;
use crate::ui::widgets::paint;

/// Which sheet of a workbook, if it has several; returns the one that was chosen.
pub(super) fn sheet_ui(ui: &mut Ui, ctx: &Ctx<'_>, source: &Source, sheet: usize) -> Option<usize> {
    let sheets = source.sheets();
    if sheets.len() < 2 {
        return None;
    }
    let shown = sheets.get(sheet).map_or("", |sheet| sheet.name.as_str());
    let entries = || (sheets.iter().map(|sheet| sheet.name.clone()).collect(), Some(sheet));
    let choice = Choice::new(Id::unique(("import", "sheet")), ctx.text.get("import-sheet"), shown);
    choice.width(150.0).show(ui, entries, show::is_like)
}

/// "clients.csv · UTF-8, commas · 42 rows read. Nothing is written before “Import”."
pub(super) fn read_ui(ui: &mut Ui, ctx: &Ctx<'_>, source: &Source, sheet: usize) {
    let text = ctx.text;
    let rows = source.sheets().get(sheet).map_or(0, |sheet| sheet.rows);
    let said = text.with(
        "import-said",
        &[
            ("file", source.name.as_str().into()),
            ("form", form(ctx, source.form).into()),
            ("rows", text.with("import-read", &[("n", rows.into())]).into()),
        ],
    );
    let muted = tokens(ui).muted;
    if paint::width(ui, &said, regular(size::BODY)) <= ui.available_width() {
        ui.add(Label::body(&said).colour(muted));
    } else {
        // In two lines rather than cut: that nothing is written yet stands at the end.
        ui.add(Label::small(&said).colour(muted).wrap());
    }
}

/// "UTF-8, commas".
fn form(ctx: &Ctx<'_>, form: Form) -> String {
    let text = ctx.text;
    match form {
        Form::Xlsx => text.get("import-form-workbook").to_owned(),
        Form::Json => text.get("export-json").to_owned(),
        Form::Csv { encoding, separator } => {
            let encoding = match encoding {
                Encoding::Utf8 => "UTF-8",
                Encoding::Windows1252 => "Windows-1252",
                Encoding::Utf16 => "UTF-16",
                Encoding::Mixed => text.get("import-form-mixed"),
            };
            let separator = text.get(match separator {
                ';' => "import-form-semicolons",
                '\t' => "import-form-tabs",
                '|' => "import-form-bars",
                _ => "import-form-commas",
            });
            format!("{encoding}, {separator}")
        }
    }
}

//! What is exported, in which columns and form, before a file is chosen.

use egui::{Context, Id, Ui};

use super::footer;
use crate::domain::client::ClientId;
use crate::domain::setup::HOME;
use crate::files::csv::Apart;
use crate::files::export::{Content, Form, TableContent, Wanted, Which};
use crate::text::Text;
use crate::ui::action::{Action, Actions};
use crate::ui::theme::tokens;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::check::Check;
use crate::ui::widgets::dialog::Dialog;
use crate::ui::widgets::label::Label;
use crate::ui::widgets::segmented::Segmented;

/// What can be exported.
#[derive(Clone, Debug, Default)]
pub struct Exportable {
    /// The clients that the table shows, in its order.
    pub shown: Vec<ClientId>,
    /// Those that are selected, in its order.
    pub selected: Vec<ClientId>,
    /// How many clients there are.
    pub all: usize,
    /// The columns of the table.
    pub table: TableContent,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Whom {
    Shown,
    Selected,
    All,
}

/// An export that is being chosen.
#[derive(Debug)]
pub struct ExportDialog {
    offer: Exportable,
    apart: Apart,
    whom: Whom,
    /// Every key instead of the columns of the table.
    keys: bool,
    form: Form,
    notes: bool,
}

impl ExportDialog {
    /// Those that are selected if some are, else what is shown. `apart` is the habit of tables.
    pub fn new(offer: Exportable, apart: Apart) -> Self {
        let whom = if offer.selected.is_empty() { Whom::Shown } else { Whom::Selected };
        Self { offer, apart, whom, keys: false, form: Form::Csv, notes: false }
    }

    /// Every key is written: it was chosen, or the form has no other way.
    fn has_keys(&self) -> bool {
        self.keys || self.form == Form::Json
    }

    fn count(&self) -> usize {
        match self.whom {
            Whom::Shown => self.offer.shown.len(),
            Whom::Selected => self.offer.selected.len(),
            Whom::All => self.offer.all,
        }
    }

    fn wanted(&self) -> Wanted {
        Wanted {
            form: self.form,
            which: match self.whom {
                Whom::Shown => Which::These(self.offer.shown.clone()),
                Whom::Selected => Which::These(self.offer.selected.clone()),
                Whom::All => Which::All,
            },
            content: if self.has_keys() { Content::Keys } else { Content::Table(self.offer.table.clone()) },
            apart: self.apart,
            notes: self.notes && self.has_keys(),
            home: HOME,
        }
    }

    /// Draws it.
    pub fn ui(&mut self, ctx: &Context, text: &Text) -> Actions {
        let mut actions = Actions::new();
        let yes = Id::unique("yes");
        let some = self.count() > 0;
        let shown = Dialog::new(Id::unique("exporting"), text.get("export-title"))
            .size(620.0, 400.0)
            .focus(yes)
            .show(
                ctx,
                |ui| self.body_ui(ui, text),
                |ui| footer(ui, text, Button::primary(text.get("export-choose")).id(yes).enabled(some)),
            );
        let (no, yes) = shown.footer;
        if no || shown.escaped {
            actions.push(Action::CloseDialog);
        } else if yes || (shown.confirmed && some) {
            actions.push(Action::ExportTo(Box::new(self.wanted())));
        }
        actions
    }

    fn body_ui(&mut self, ui: &mut Ui, text: &Text) {
        ui.spacing_mut().item_spacing.y = 14.0;
        let named = |key: &str, n: usize| text.with(key, &[("n", n.into())]);
        let shown = named("export-shown", self.offer.shown.len());
        let selected = named("export-selected", self.offer.selected.len());
        let all = named("export-all", self.offer.all);
        let mut whom = vec![(Whom::Shown, shown.as_str()), (Whom::All, all.as_str())];
        if !self.offer.selected.is_empty() {
            whom.insert(1, (Whom::Selected, selected.as_str()));
        }
        let wide = ui.available_width();
        let id = |what| Id::unique(("export", what));
        Segmented::new(id("whom"), text.get("export-whom"), &whom).labelled(wide).show(ui, &mut self.whom);
        let forms = [
            (Form::Csv, text.get("export-csv")),
            (Form::Xlsx, text.get("export-xlsx")),
            (Form::Json, text.get("export-json")),
        ];
        Segmented::new(id("form"), text.get("export-form"), &forms).labelled(wide).show(ui, &mut self.form);
        let hint = |ui: &mut Ui, key: &str| {
            ui.add(Label::small(text.get(key)).colour(tokens(ui).muted).wrap());
        };
        if self.form == Form::Json {
            hint(ui, "export-json-hint");
        } else {
            let columns =
                [(false, text.get("export-columns-table")), (true, text.get("export-columns-every"))];
            let name = text.get("export-columns");
            Segmented::new(id("columns"), name, &columns).labelled(wide).show(ui, &mut self.keys);
        }
        if self.has_keys() {
            ui.add(Check::new(&mut self.notes, text.get("export-notes")).id(id("notes")));
            hint(ui, "export-stays");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dialog(selected: &[u64]) -> ExportDialog {
        let ids = |ids: &[u64]| ids.iter().map(|id| ClientId(*id)).collect();
        let offer = Exportable {
            shown: ids(&[3, 1]),
            selected: ids(selected),
            all: 9,
            table: TableContent::default(),
        };
        ExportDialog::new(offer, Apart::Comma)
    }

    #[test]
    fn what_is_selected_goes_before_what_is_shown() {
        let wanted = dialog(&[]).wanted();
        assert_eq!(wanted.which, Which::These(vec![ClientId(3), ClientId(1)]));
        assert_eq!((wanted.form, wanted.apart, wanted.notes), (Form::Csv, Apart::Comma, false));
        assert_eq!(wanted.content, Content::Table(TableContent::default()));
        assert_eq!(dialog(&[7]).wanted().which, Which::These(vec![ClientId(7)]));
        let all = ExportDialog { whom: Whom::All, ..dialog(&[]) };
        assert_eq!((all.wanted().which, all.count()), (Which::All, 9));
        assert_eq!((dialog(&[]).count(), dialog(&[7]).count()), (2, 1));
    }

    #[test]
    fn notes_go_out_only_with_every_key_which_json_always_has() {
        let of = |form, keys| ExportDialog { form, keys, notes: true, ..dialog(&[]) }.wanted();
        for (form, keys, has_keys) in [
            (Form::Csv, false, false),
            (Form::Csv, true, true),
            (Form::Xlsx, false, false),
            (Form::Json, false, true),
        ] {
            let wanted = of(form, keys);
            assert_eq!((wanted.notes, wanted.content == Content::Keys), (has_keys, has_keys), "{form:?}");
        }
    }
}

//! What of the table can be exported: the rows shown, those selected, and the columns as they stand.

use super::{Clients, columns, state_word};
use crate::domain::client::ClientId;
use crate::files::export::{Heading, TableContent, Words};
use crate::search::StateFilter;
use crate::ui::ctx::Ctx;
use crate::ui::dialogs::Exportable;

impl Clients {
    /// What an export is offered; `chosen` stands in the place of what is selected here.
    pub fn offer(&self, ctx: &Ctx<'_>, chosen: Option<Vec<ClientId>>) -> Exportable {
        let shown = self.rows.found().to_vec();
        let selected = chosen.unwrap_or_else(|| {
            // In the order of the table; those that a search hides come last.
            let here = shown.iter().copied().filter(|id| self.rows.is_selected(*id));
            let mut selected: Vec<ClientId> = here.collect();
            let mut seen = selected.clone();
            seen.sort_unstable();
            selected.extend(self.rows.selection().filter(|id| seen.binary_search(id).is_err()));
            selected
        });
        let all = ctx.index.map_or(shown.len(), |index| index.counts().registered);
        Exportable { shown, selected, all, table: self.table_content(ctx) }
    }

    fn table_content(&self, ctx: &Ctx<'_>) -> TableContent {
        let columns = columns::present(&self.habits.shown, ctx.setup);
        let heading = |column| Heading { column, title: columns::title(ctx, column).to_owned() };
        let words = Words {
            states: StateFilter::ALL.map(|state| state_word(ctx, state).to_owned()),
            yes: ctx.text.get("value-yes").to_owned(),
            no: ctx.text.get("value-no").to_owned(),
            point: ctx.format.point(),
        };
        TableContent { headings: columns.into_iter().map(heading).collect(), words }
    }
}

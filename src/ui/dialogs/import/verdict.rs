//! What becomes of a row, in a word and a colour, and which rows are shown.

use egui::Color32;

use crate::files::import::{ImportPlan, Planned, Verdict};
use crate::text;
use crate::ui::ctx::Ctx;
use crate::ui::theme::Tokens;

/// A kind of rows that can be shown alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// New clients.
    Add,
    /// Clients that change.
    Update,
    /// Rows of these two with points to check.
    Check,
    /// Rows that say nothing new.
    Unchanged,
    /// Rows that are refused.
    Refused,
    /// Rows that the user left out.
    LeftOut,
}

impl Kind {
    /// In the order in which they are counted.
    pub(super) const ALL: [Self; 6] =
        [Self::Add, Self::Update, Self::Check, Self::Unchanged, Self::Refused, Self::LeftOut];

    /// Whether a row is one of them.
    pub(super) fn holds(self, row: &Planned) -> bool {
        match self {
            Self::Add => row.verdict == Verdict::Add,
            Self::Update => row.verdict == Verdict::Update,
            Self::Unchanged => row.verdict == Verdict::Unchanged,
            Self::Check => is_doubted(row),
            Self::Refused => matches!(row.verdict, Verdict::Refused(_)),
            Self::LeftOut => row.verdict == Verdict::LeftOut,
        }
    }

    /// "42 to add".
    pub(super) fn words(self, ctx: &Ctx<'_>, count: usize) -> String {
        let key = match self {
            Self::Add => "import-count-add",
            Self::Update => "import-count-update",
            Self::Unchanged => "import-count-unchanged",
            Self::Check => "import-count-check",
            Self::Refused => "import-count-refused",
            Self::LeftOut => "import-count-left-out",
        };
        ctx.text.with(key, &[("n", count.into())])
    }

    pub(super) fn colour(self, tokens: &Tokens) -> Color32 {
        match self {
            Self::Add => tokens.good.ink,
            Self::Update => tokens.info.ink,
            Self::Unchanged | Self::LeftOut => tokens.muted,
            Self::Check => tokens.warning.ink,
            Self::Refused => tokens.danger.ink,
        }
    }
}

/// Whether there is a point to check in what would be written of a row.
fn is_doubted(row: &Planned) -> bool {
    row.to_check && matches!(row.verdict, Verdict::Add | Verdict::Update)
}

/// The kind by which a row is coloured: what is to be checked goes before what is done.
pub(super) fn kind(row: &Planned) -> Kind {
    if is_doubted(row) { Kind::Check } else { act_kind(row) }
}

/// The kind of what is done with a row.
pub(super) fn act_kind(row: &Planned) -> Kind {
    match row.verdict {
        Verdict::Add => Kind::Add,
        Verdict::Update => Kind::Update,
        Verdict::Unchanged => Kind::Unchanged,
        Verdict::Refused(_) => Kind::Refused,
        Verdict::LeftOut => Kind::LeftOut,
    }
}

/// The verdict of a row: the first point to check, if there is one, or why it is refused.
pub(super) fn words(ctx: &Ctx<'_>, plan: &ImportPlan, number: usize) -> String {
    let text = ctx.text;
    let Some(row) = plan.rows.get(number) else { return String::new() };
    let setup = plan.setup().unwrap_or(ctx.setup);
    if let Some(twin) = &row.twin {
        return text.with("import-verdict-twin", &[("name", twin.name.as_str().into())]);
    }
    if is_doubted(row)
        && let Some(doubt) = plan.doubts_of(number).first()
    {
        let said = text::doubt(text, setup, doubt);
        // A mark alone says enough beside a field; in a list it says nothing.
        if !said.short.contains(char::is_alphabetic) {
            return said.full;
        }
        let args = [("field", said.field.as_ref().into()), ("what", said.short.into())];
        return text.with("import-verdict-check", &args);
    }
    act(ctx, row)
}

/// What is done with a row.
pub(super) fn act(ctx: &Ctx<'_>, row: &Planned) -> String {
    let text = ctx.text;
    match &row.verdict {
        Verdict::Add => text.get("import-verdict-add").to_owned(),
        Verdict::Update => text.get("import-verdict-update").to_owned(),
        Verdict::Unchanged => text.get("import-verdict-unchanged").to_owned(),
        Verdict::LeftOut => text.get("import-verdict-left-out").to_owned(),
        Verdict::Refused(reason) => {
            let reason = text::row_refused(text, reason);
            text.with("import-verdict-refused", &[("reason", reason.into())])
        }
    }
}

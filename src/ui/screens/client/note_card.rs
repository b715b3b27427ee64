//! A note as a card: what it says, its files, and when one is to be reminded of it.

use chrono::{Days, NaiveDate};
use egui::{Align, Id, Layout, Rect, Ui, UiBuilder, vec2};

use super::file::{self, FileLine};
use super::note_box::capital;
use crate::domain::attachment::Attachment;
use crate::domain::note::Note;
use crate::text;
use crate::ui::ctx::Ctx;
use crate::ui::icons;
use crate::ui::theme::{size, tokens};
use crate::ui::widgets::button::{Button, IconButton};
use crate::ui::widgets::card::untitled;
use crate::ui::widgets::ends::{ends, row};
use crate::ui::widgets::label::Label;
use crate::ui::widgets::menu::{Entry, menu};
use crate::ui::widgets::paint;

/// Between two cards.
pub(super) const GAP: f32 = 12.0;

/// What was asked of a note.
pub(super) enum Asked {
    /// To change it in place, the cursor in this field.
    Edit(&'static str),
    /// To show all of its text.
    Unfold,
    /// To attach a file to it.
    Attach,
    /// Something about a file of its own.
    File(Attachment, file::Asked),
    /// To put this in its place.
    Change(Note),
    /// To delete it.
    Delete,
}

/// A note as it is shown.
pub(super) struct Card<'a> {
    pub(super) note: &'a Note,
    pub(super) files: Vec<&'a Attachment>,
    pub(super) unfolded: bool,
}

/// One or two cards side by side, equally high.
pub(super) fn pair_ui(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    cards: &[Card<'_>],
    wide: f32,
    places: &mut Vec<(u64, Rect)>,
) -> Option<(Note, Asked)> {
    let key = Id::unique(("note height", cards.first().map(|card| card.note.id)));
    let known: f32 = ui.data(|data| data.get_temp(key)).unwrap_or_default();
    let mut highest = 0.0_f32;
    let mut asked = None;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        for card in cards {
            let builder =
                UiBuilder::new().id_salt(("note", card.note.id)).layout(Layout::top_down(Align::Min));
            ui.scope_builder(builder, |ui| {
                ui.set_width(wide);
                ui.spacing_mut().item_spacing.y = 4.0;
                let name = heading(ctx, card.note);
                let shown = untitled(ui, &name, |ui| {
                    let top = ui.cursor().top();
                    asked = card.ui(ui, ctx, &name).map(|what| (card.note.clone(), what)).or(asked.take());
                    let own = ui.min_rect().bottom() - top;
                    highest = highest.max(own);
                    if cards.len() > 1 && own < known {
                        let mut whole = ui.min_rect();
                        whole.max.y = top + known;
                        ui.expand_to_include_rect(whole);
                    }
                });
                places.push((card.note.id, shown.response.rect.intersect(ui.clip_rect())));
            });
        }
    });
    if (highest - known).abs() > 0.5 {
        ui.data_mut(|data| data.insert_temp(key, highest));
        if cards.len() > 1 {
            ui.ctx().request_discard("the higher of two cards was measured");
        }
    }
    asked
}

/// "Accord · 14 mars 2026".
pub(super) fn heading(ctx: &Ctx<'_>, note: &Note) -> String {
    let day = ctx.format.day(ctx.text, note.date, ctx.clock.today());
    format!("{} · {day}", capital(text::note_kind(ctx.text, note.kind)))
}

impl Card<'_> {
    fn ui(&self, ui: &mut Ui, ctx: &Ctx<'_>, name: &str) -> Option<Asked> {
        let (text, note) = (ctx.text, self.note);
        let id = Id::unique(("note", note.id));
        let muted = tokens(ui).muted;
        let mut asked = None;
        ends(
            ui,
            24.0,
            |ui| {
                ui.spacing_mut().item_spacing.x = 6.0;
                if note.pinned {
                    sign(ui, icons::PUSH_PIN);
                }
                ui.add(Label::small(name).colour(muted));
            },
            |ui| {
                ui.spacing_mut().item_spacing.x = 0.0;
                let says = text.with("record-change", &[("field", name.into())]);
                let pencil = IconButton::new(icons::PENCIL_SIMPLE, &says).small().id(id.with("change"));
                if ui.add(pencil).clicked() {
                    asked = Some(Asked::Edit("text"));
                }
                let says = text.with("record-more-of", &[("field", name.into())]);
                let more = ui.add(IconButton::new(icons::DOTS_THREE, &says).small().id(id.with("more")));
                let pin = if note.pinned { "note-unpin" } else { "note-pin" };
                let entries = [
                    Entry::new(text.get(pin)).icon(icons::PUSH_PIN),
                    Entry::new(text.get("file-attach")).icon(icons::PAPERCLIP),
                    Entry::new(text.get("action-delete")).icon(icons::TRASH).danger(),
                ];
                match menu(ui, &more, &says, &entries) {
                    Some(0) => asked = Some(Asked::Change(Note { pinned: !note.pinned, ..note.clone() })),
                    Some(1) => asked = Some(Asked::Attach),
                    Some(_) => asked = Some(Asked::Delete),
                    None => {}
                }
            },
        );
        let folded = if self.unfolded { None } else { folded(&note.text) };
        ui.add(Label::body(folded.as_deref().unwrap_or(&note.text)).wrap());
        if folded.is_some() && ui.add(Button::link(text.get("note-unfold")).id(id.with("unfold"))).clicked() {
            asked = Some(Asked::Unfold);
        }
        for file in &self.files {
            let about = ctx.format.file_size(text, file.size);
            let line = FileLine { file, about: &about, icon: icons::PAPERCLIP, id: id.with(file.id) };
            asked = line.ui(ui, ctx).map(|what| Asked::File((*file).clone(), what)).or(asked);
        }
        self.remind_ui(ui, ctx, id).or(asked)
    }

    /// When one is to be reminded of it, and that it is done or put off.
    fn remind_ui(&self, ui: &mut Ui, ctx: &Ctx<'_>, id: Id) -> Option<Asked> {
        let (text, note, today) = (ctx.text, self.note, ctx.clock.today());
        let day = note.remind?;
        let said = text.with("note-remind-on", &[("day", ctx.format.day(text, day, today).into())]);
        let ink = if day <= today { tokens(ui).warning.ink } else { tokens(ui).muted };
        let mut asked = None;
        row(ui, size::BODY_LINE, |ui| {
            ui.spacing_mut().item_spacing.x = 12.0;
            ui.add(Label::small(&said).colour(ink));
            if ui.add(Button::link(text.get("note-remind-done")).id(id.with("done"))).clicked() {
                asked = Some(Asked::Change(Note { remind: None, ..note.clone() }));
            }
            let later = ui.add(Button::link(text.get("note-remind-later")).id(id.with("later")));
            let days = put_off(today);
            let words = ["day-tomorrow", "day-in-a-week", "day-other"].map(|key| Entry::new(text.get(key)));
            if let Some(at) = menu(ui, &later, text.get("note-remind-later"), &words) {
                asked = Some(match days.get(at) {
                    Some(day) => Asked::Change(Note { remind: Some(*day), ..note.clone() }),
                    None => Asked::Edit("remind"),
                });
            }
        });
        asked
    }
}

/// Tomorrow and in a week.
fn put_off(today: NaiveDate) -> Vec<NaiveDate> {
    [1, 7].into_iter().filter_map(|days| today.checked_add_days(Days::new(days))).collect()
}

fn sign(ui: &mut Ui, icon: &str) {
    let (_, rect) = ui.allocate_space(vec2(16.0, 16.0));
    paint::icon(ui.painter(), rect.center(), icon, 16.0, tokens(ui).muted);
}

/// The beginning of a long text; none if it is short enough to be read as a whole.
fn folded(text: &str) -> Option<String> {
    const LINES: usize = 8;
    const LETTERS: usize = 480;
    let lines = text.match_indices('\n').nth(LINES - 1).map(|(at, _)| at);
    let letters = text.char_indices().nth(LETTERS).map(|(at, _)| at);
    let cut = lines.into_iter().chain(letters).min()?;
    let start = text.get(..cut)?;
    // Not within a word, if there is a space not far before.
    let start = match start.rsplit_once(char::is_whitespace) {
        Some((before, word)) if lines != Some(cut) && word.chars().count() < 40 => before,
        _ => start,
    };
    Some(format!("{}…", start.trim_end()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_folded_at_a_word_or_a_line() {
        assert_eq!(folded("Rappelle jeudi."), None);
        assert_eq!(folded(&"a".repeat(480)), None);
        assert_eq!(folded(&"a".repeat(481)), Some(format!("{}…", "a".repeat(480))));
        let words = "mot ".repeat(150);
        let start = folded(&words).unwrap();
        assert_eq!(start, format!("{}mot…", "mot ".repeat(119)));
        let lines = ["ligne"; 8].join("\n");
        assert_eq!(folded(&lines), None);
        assert_eq!(folded(&format!("{lines}\nla neuvième")), Some(format!("{lines}…")));
    }

    #[test]
    fn a_reminder_is_put_off_by_a_day_or_a_week() {
        let day = |month, day| NaiveDate::from_ymd_opt(2026, month, day).unwrap();
        assert_eq!(put_off(day(11, 24)), [day(11, 25), day(12, 1)]);
    }
}

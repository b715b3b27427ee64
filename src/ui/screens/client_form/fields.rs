//! The first screen of the form: it fits 1024 × 700 without scrolling, and nothing below a field moves when
//! something is said about it.

use egui::{CentralPanel, Frame, Id, Margin, Panel, Ui, vec2};

use super::{ClientForm, Place};
use crate::domain::client::ClientKind;
use crate::domain::country;
use crate::domain::field::Field;
use crate::domain::policy::Wish;
use crate::domain::record::Invalid;
use crate::text;
use crate::ui::action::{Action, Actions};
use crate::ui::ctx::Ctx;
use crate::ui::icons;
use crate::ui::menu::MenuItem;
use crate::ui::theme::{size, tokens};
use crate::ui::widgets::button::{Button, IconButton};
use crate::ui::widgets::check::Check;
use crate::ui::widgets::combo::combo;
use crate::ui::widgets::ends::ends;
use crate::ui::widgets::field::{Field as TextField, Left, Tone};
use crate::ui::widgets::label::Label;
use crate::ui::widgets::segmented::Segmented;

/// So many countries are proposed.
const PROPOSED: usize = 40;

impl ClientForm {
    /// Draws the form.
    pub fn ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) -> Actions {
        let mut actions = Actions::new();
        let tokens = tokens(ui);
        let narrow = ui.ctx().content_rect().width() < size::WIDE;
        // In a narrow window the buttons take the width under the panel, too.
        if narrow {
            self.foot_panel(ui, ctx, &mut actions);
        }
        Panel::right("form-panel")
            .exact_size(if narrow { size::PANEL_NARROW } else { size::PANEL })
            .resizable(false)
            .frame(Frame::new().fill(tokens.background).inner_margin(Margin::same(18)))
            .show(ui, |ui| self.panel_ui(ui, ctx, &mut actions));
        if !narrow {
            self.foot_panel(ui, ctx, &mut actions);
        }
        CentralPanel::default()
            .frame(Frame::new().fill(tokens.surface).inner_margin(Margin {
                left: 24,
                right: 24,
                top: 12,
                bottom: 0,
            }))
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing =
                    vec2(size::GUTTER, size::FORM_ROW - size::LABEL - size::FIELD);
                self.head_ui(ui, ctx, &mut actions);
                egui::ScrollArea::vertical().id_salt("form-scroll").auto_shrink([false, false]).show(
                    ui,
                    |ui| {
                        self.fields_ui(ui, ctx, &mut actions);
                    },
                );
            });
        actions
    }

    fn foot_panel(&self, ui: &mut Ui, ctx: &Ctx<'_>, actions: &mut Actions) {
        Panel::bottom("form-foot")
            .exact_size(58.0)
            .resizable(false)
            .frame(Frame::new().fill(tokens(ui).background).inner_margin(Margin::symmetric(24, 12)))
            .show(ui, |ui| self.foot_ui(ui, ctx, actions));
    }

    fn head_ui(&self, ui: &mut Ui, ctx: &Ctx<'_>, actions: &mut Actions) {
        let title = match &self.base.client {
            None => ctx.text.get("form-title-new").to_owned(),
            Some(client) => ctx.text.with("form-title-edit", &[("name", client.name().into())]),
        };
        let kept = match (&self.kept, &self.registered) {
            (Some((_, at)), _) => {
                let time = ctx.format.time(ctx.clock.local(*at).time());
                ctx.text.with("draft-kept-at", &[("time", time.into())])
            }
            (None, Some(registered)) => registered.clone(),
            (None, None) => String::new(),
        };
        ends(
            ui,
            36.0,
            |ui| {
                ui.spacing_mut().item_spacing.x = 12.0;
                if ui.add(IconButton::new(icons::ARROW_LEFT, ctx.text.get("action-back"))).clicked() {
                    actions.push(Action::Back);
                }
                ui.add(Label::title(&title));
            },
            |ui| {
                ui.add(Label::small(&kept).colour(tokens(ui).muted).status());
            },
        );
    }

    fn foot_ui(&self, ui: &mut Ui, ctx: &Ctx<'_>, actions: &mut Actions) {
        let text = ctx.text;
        let (close, throw_away) = ends(
            ui,
            size::BUTTON,
            |ui| {
                let close = ui.add(Button::ghost(text.get("action-close"))).clicked();
                let touched = self.has_draft() || self.is_unkept();
                (close, touched && ui.add(Button::ghost(text.get("draft-delete"))).clicked())
            },
            |ui| {
                ui.spacing_mut().item_spacing.x = 10.0;
                if self.base.client.is_none()
                    && ui.add(Button::plain(MenuItem::SaveAndNew.name(text))).clicked()
                {
                    actions.push(Action::Save { and_new: true });
                }
                let keys = MenuItem::Save.key_hint(text);
                if ui.add(Button::primary(MenuItem::Save.name(text)).hint(&keys)).clicked() {
                    actions.push(Action::Save { and_new: false });
                }
            },
        )
        .0;
        if close {
            actions.push(Action::Back);
        }
        if throw_away {
            actions.push(Action::DropDraft(self.number));
        }
    }

    fn fields_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, actions: &mut Actions) {
        self.kind_ui(ui, ctx);
        let whole = ui.available_width();
        let half = ((whole - size::GUTTER) / 2.0).floor();
        match self.typed.kind {
            ClientKind::Company => {
                self.row(ui, |form, ui| form.text_ui(ui, ctx, actions, Field::Company, whole));
                self.row(ui, |form, ui| {
                    form.text_ui(ui, ctx, actions, Field::ContactFirstName, half);
                    form.text_ui(ui, ctx, actions, Field::ContactLastName, half);
                });
            }
            ClientKind::Individual => self.row(ui, |form, ui| {
                form.text_ui(ui, ctx, actions, Field::FirstName, half);
                form.text_ui(ui, ctx, actions, Field::LastName, half);
            }),
        }
        self.row(ui, |form, ui| {
            form.text_ui(ui, ctx, actions, Field::Phone, half);
            form.text_ui(ui, ctx, actions, Field::Email, half);
        });
        self.row(ui, |form, ui| {
            form.text_ui(ui, ctx, actions, Field::Street, half);
            form.text_ui(ui, ctx, actions, Field::Street2, half);
        });
        self.row(ui, |form, ui| {
            let postcode = (half / 3.0).round();
            form.text_ui(ui, ctx, actions, Field::Postcode, postcode);
            form.text_ui(ui, ctx, actions, Field::City, half - postcode - size::GUTTER);
            form.text_ui(ui, ctx, actions, Field::Country, half);
        });
        match self.typed.kind {
            ClientKind::Company => {
                self.row(ui, |form, ui| form.text_ui(ui, ctx, actions, Field::Siren, half))
            }
            ClientKind::Individual => {}
        }
        self.note_ui(ui, ctx, whole);
        self.more_ui(ui, ctx, actions, half);
        self.focus = None;
    }

    fn row(&mut self, ui: &mut Ui, cells: impl FnOnce(&mut Self, &mut Ui)) {
        ui.horizontal(|ui| cells(self, ui));
    }

    fn kind_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) {
        let text = ctx.text;
        let choices = [
            (ClientKind::Company, text::kind(text, ClientKind::Company)),
            (ClientKind::Individual, text::kind(text, ClientKind::Individual)),
        ];
        let id = Id::unique(("form", self.number, "kind"));
        let mut kind = self.typed.kind;
        if Segmented::new(id, text.get("field-kind"), &choices).show(ui, &mut kind).changed() {
            self.typed.kind = kind;
            self.name_missing = false;
            self.touched(ctx);
        }
    }

    /// A field of one line, with its star, its word and its tick.
    fn text_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, actions: &mut Actions, field: Field, width: f32) {
        let place = Place::Field(field);
        let id = self.field_id(place);
        let label = match field {
            Field::Siren => ctx.text.get("field-siren-siret"),
            _ => text::field(ctx.text, field),
        };
        let wish = ctx.policy().wish(field, self.typed.kind, "FR");
        let said = self.said_of(field, ctx);
        let corner = ui.cursor().min;
        let countries = self.proposed_countries(field, ctx);
        let input = TextField::new(id, label, self.typed.text_mut(field))
            .required(wish == Wish::Starred)
            .note(said.as_ref().map(|(word, tone)| (word.as_str(), *tone)))
            .hint(if field == Field::Country { ctx.text.get("form-country-hint") } else { "" })
            .limit(Field::LONGEST)
            .width(width);
        let result = if field == Field::Country {
            let countries: Vec<&str> = countries.iter().map(String::as_str).collect();
            combo(ui, input, &countries).field
        } else {
            input.show(ui)
        };
        self.after_field(ctx, place, &result);
        if matches!(field, Field::Phone | Field::Email | Field::Street) {
            self.declined_ui(
                ui,
                actions,
                ctx,
                field,
                egui::Rect::from_min_size(corner, vec2(width, size::SMALL_LINE)),
            );
        }
        if result.left == Some(Left::Enter) {
            // Enter goes on to the next field, as people expect who do not know Tab.
            ui.memory_mut(|memory| memory.move_focus(egui::FocusDirection::Next));
        }
    }

    /// What is to be remembered once a field was drawn.
    fn after_field(
        &mut self,
        ctx: &Ctx<'_>,
        place: Place,
        result: &crate::ui::widgets::field::FieldResponse,
    ) {
        if self.focus == Some(place) {
            result.response.request_focus();
        }
        if result.response.has_focus() {
            self.last = Some(place);
        }
        if result.changed {
            self.name_missing = false;
            self.touched(ctx);
        }
        if result.left.is_some() {
            self.left.insert(place);
        }
    }

    /// Something was typed.
    fn touched(&mut self, ctx: &Ctx<'_>) {
        self.changed_at.get_or_insert(ctx.seconds);
    }

    fn field_id(&self, place: Place) -> Id {
        Id::unique(("form", self.number, place))
    }

    /// The word at the right of a field's label.
    fn said_of(&self, field: Field, ctx: &Ctx<'_>) -> Option<(String, Tone)> {
        let name = matches!(field, Field::Company | Field::LastName);
        if self.name_missing && name {
            return Some((ctx.text.get("form-name-missing").to_owned(), Tone::Wrong));
        }
        let doubt = self
            .said
            .doubts
            .iter()
            .find(|doubt| doubt.field == field || (doubt.field == Field::Siret && field == Field::Siren));
        if let Some(doubt) = doubt {
            return Some((text::doubt(ctx.text, doubt).short.to_owned(), Tone::Doubt));
        }
        let understood = self.said.understood.iter().find(|(of, _)| *of == field)?;
        Some((understood.1.clone(), Tone::Good))
    }

    /// The countries whose names begin with what is typed.
    fn proposed_countries(&self, field: Field, ctx: &Ctx<'_>) -> Vec<String> {
        if field != Field::Country {
            return Vec::new();
        }
        let typed = crate::domain::fold::fold(self.typed.text(field));
        country::all()
            .iter()
            .map(|country| text::country(ctx.text, country.code))
            .filter(|name| {
                let name = crate::domain::fold::fold(name);
                name.starts_with(&typed) && name != typed
            })
            .take(PROPOSED)
            .map(str::to_owned)
            .collect()
    }

    /// The tick of a starred value that the client does not wish to give: at the right of the label, since under the
    /// field it would push the first screen beyond 700 points.
    fn declined_ui(&self, ui: &mut Ui, actions: &mut Actions, ctx: &Ctx<'_>, field: Field, row: egui::Rect) {
        let shared = field.declined_with();
        let empty = shared.iter().all(|field| self.typed.text(*field).trim().is_empty());
        let left = shared.iter().any(|field| self.left.contains(&Place::Field(*field)));
        let mut declined = shared.iter().any(|field| self.typed.declined.contains(field));
        if !empty || !(left || declined) {
            return;
        }
        let name = text::field(ctx.text, field);
        let label_width =
            crate::ui::widgets::paint::width(ui, name, crate::ui::theme::medium(size::SMALL)) + 22.0;
        let place = egui::Rect::from_min_max(row.min + vec2(label_width, 0.0), row.max);
        let label = ctx.text.get("field-declined");
        let named = format!("{label} : {name}");
        let tick = Check::new(&mut declined, label).small().named(&named).id(Id::unique((
            "form",
            self.number,
            "declined",
            field,
        )));
        if ui.place(place, tick).changed() {
            actions.push(Action::Typed(crate::ui::action::Typing::Decline(field, declined)));
        }
    }

    fn note_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, width: f32) {
        let id = self.field_id(Place::Note);
        let result = TextField::new(id, ctx.text.get("field-note"), &mut self.typed.note)
            .hint(ctx.text.get("form-note-hint"))
            .limit(Invalid::LONGEST_TEXT)
            .lines(2)
            .width(width)
            .show(ui);
        self.after_field(ctx, Place::Note, &result);
    }

    /// What is folded: the mobile, until it holds a value.
    fn more_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, actions: &mut Actions, half: f32) {
        if self.unfolded {
            self.row(ui, |form, ui| form.text_ui(ui, ctx, actions, Field::Mobile, half));
        } else if ui.add(Button::link(ctx.text.get("form-mobile-show"))).clicked() {
            self.unfolded = true;
            self.focus = Some(Place::Field(Field::Mobile));
            ui.ctx().request_repaint();
        }
    }
}

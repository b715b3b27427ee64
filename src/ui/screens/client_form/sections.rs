//! What stands below the first screen: sections that stay closed until they hold a value or a star.

use std::collections::BTreeSet;

use egui::{Id, Rect, Ui, pos2};

use super::ClientForm;
use crate::domain::client::ClientKind;
use crate::domain::field::Field;
use crate::domain::place::Place;
use crate::domain::policy::Wish;
use crate::domain::setup::Setup;
use crate::domain::typed::Typed;
use crate::domain::{country, vat};
use crate::ui::action::Actions;
use crate::ui::ctx::{Ctx, HOME};
use crate::ui::theme::size;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::disclosure::disclosure;
use crate::ui::widgets::ends::ends;

/// A section.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Section {
    /// Where it is delivered to.
    Delivery,
    /// VAT number and other numbers.
    Identifiers,
    /// Further people.
    Contacts,
    /// Website, language, payment terms.
    Terms,
    /// Custom fields.
    Custom,
}

impl Section {
    const ALL: [Self; 5] = [Self::Delivery, Self::Identifiers, Self::Contacts, Self::Terms, Self::Custom];

    /// The section in which a value stands; none for the first screen.
    fn of(place: Place) -> Option<Self> {
        match place {
            Place::Delivery(_) => Some(Self::Delivery),
            Place::Field(Field::VatNumber | Field::OtherId) => Some(Self::Identifiers),
            Place::Contact(..) | Place::Field(Field::ContactRole) => Some(Self::Contacts),
            Place::Field(Field::Website | Field::Language | Field::Terms) => Some(Self::Terms),
            Place::Custom(_) => Some(Self::Custom),
            _ => None,
        }
    }

    fn title(self) -> &'static str {
        match self {
            Self::Delivery => "field-delivery-address",
            Self::Identifiers => "form-section-identifiers",
            Self::Contacts => "field-contacts",
            Self::Terms => "form-section-terms",
            Self::Custom => "field-custom",
        }
    }
}

/// What is shown below the first screen.
#[derive(Debug, Default)]
pub(super) struct Unfolded {
    /// The mobile.
    mobile: bool,
    /// The heads of the sections.
    heads: bool,
    /// They were just asked for.
    fresh: bool,
    open: BTreeSet<Section>,
}

impl Unfolded {
    /// What holds a value or a star.
    pub(super) fn of(typed: &Typed, setup: &Setup) -> Self {
        let mut unfolded = Self::default();
        let starred = |field: &Field| setup.policy.wish(*field, typed.kind, HOME) == Wish::Starred;
        for place in typed.places().chain(Field::ALL.into_iter().filter(starred).map(Place::Field)) {
            unfolded.open(place);
        }
        unfolded
    }

    /// Opens what a value stands in.
    pub(super) fn open(&mut self, place: Place) {
        self.mobile |= place == Place::Field(Field::Mobile);
        if let Some(section) = Section::of(place) {
            self.heads = true;
            self.open.insert(section);
        }
    }
}

impl ClientForm {
    /// What stands below the note.
    pub(super) fn more_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, half: f32, actions: &mut Actions) {
        let (mobile, region) =
            (self.unfolded.mobile && !self.is_hidden(ctx, Field::Mobile.into()), self.shows_region());
        if mobile || region {
            ui.horizontal(|ui| {
                if mobile {
                    self.text_ui(ui, ctx, Field::Mobile, half);
                }
                if region {
                    self.text_ui(ui, ctx, Field::Region, half);
                }
            });
        }
        // A click elsewhere takes the focus: the first head gets it only after the pass of the click.
        if std::mem::take(&mut self.unfolded.fresh) {
            let first = self.section_id(Section::Delivery);
            ui.memory_mut(|memory| memory.request_focus(first));
        }
        self.links_ui(ui, ctx);
        if self.unfolded.heads {
            let top = ui.cursor().min;
            for section in Section::ALL {
                if !self.is_all_hidden(ctx, section) {
                    self.section_ui(ui, ctx, section, half, actions);
                }
            }
            ui.add_space(size::GUTTER);
            if self.unfolded.fresh {
                ui.scroll_to_rect(Rect::from_min_max(top, ui.min_rect().max), None);
            }
        }
    }

    /// What leads to the rest: a line at the foot of the first screen.
    fn links_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) {
        let text = ctx.text;
        let mobile = self.unfolded.mobile || self.is_hidden(ctx, Field::Mobile.into());
        let heads = self.unfolded.heads;
        if heads && mobile {
            return;
        }
        let mobile_id = Id::unique(("form", self.number, "add mobile"));
        let more_id = Id::unique(("form", self.number, "more"));
        let add_mobile = |ui: &mut Ui| {
            !mobile && ui.add(Button::link(text.get("form-mobile-show")).small().id(mobile_id)).clicked()
        };
        let (more, add) = if heads {
            (false, add_mobile(ui))
        } else {
            ends(
                ui,
                size::BODY_LINE,
                |ui| {
                    let room = ui.available_width();
                    let more = Button::link(text.get("form-more")).small().max(room).id(more_id);
                    ui.add(more).clicked()
                },
                add_mobile,
            )
        };
        if add {
            self.focus_on(Field::Mobile.into());
        }
        if more {
            self.unfolded.heads = true;
            self.unfolded.fresh = true;
            ui.ctx().request_repaint();
        }
    }

    /// The policy leaves all of a section out.
    fn is_all_hidden(&self, ctx: &Ctx<'_>, section: Section) -> bool {
        let fields: &[Field] = match section {
            Section::Identifiers => &[Field::VatNumber, Field::OtherId],
            Section::Terms => &[Field::Website, Field::Language, Field::Terms],
            Section::Delivery | Section::Contacts | Section::Custom => &[],
        };
        !fields.is_empty() && fields.iter().all(|field| self.is_hidden(ctx, (*field).into()))
    }

    fn section_id(&self, section: Section) -> Id {
        Id::unique(("form", self.number, "section", section))
    }

    fn section_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, section: Section, half: f32, actions: &mut Actions) {
        let top = ui.cursor().min;
        let mut open = self.unfolded.open.contains(&section);
        let summary = if open { String::new() } else { self.summary(section) };
        let title = ctx.text.get(section.title());
        let flipped = disclosure(ui, self.section_id(section), title, &summary, &mut open).changed();
        if flipped {
            if open {
                self.unfolded.open.insert(section);
            } else {
                self.unfolded.open.remove(&section);
            }
            if open && section == Section::Contacts && self.typed.contacts() == 0 {
                self.typed.add_contact();
            }
        }
        if !open {
            return;
        }
        match section {
            Section::Delivery => self.delivery_ui(ui, ctx, half),
            Section::Identifiers => self.identifiers_ui(ui, ctx, half),
            Section::Contacts => self.contacts_ui(ui, ctx, half),
            Section::Terms => self.terms_ui(ui, ctx, half),
            Section::Custom => self.custom_ui(ui, ctx, half, actions),
        }
        if flipped {
            // What was asked for is in view.
            ui.scroll_to_rect(Rect::from_min_max(top, ui.min_rect().max), None);
        }
        ui.add_space(6.0);
    }

    /// What a closed section holds.
    fn summary(&self, section: Section) -> String {
        let texts = self.typed.places().filter(|place| Section::of(*place) == Some(section));
        let texts: Vec<String> = texts.take(4).map(|place| one_line(self.typed.text(place))).collect();
        texts.join(" · ")
    }

    fn delivery_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, half: f32) {
        ui.horizontal(|ui| {
            for field in [Field::Street, Field::Street2] {
                self.text_ui(ui, ctx, Place::Delivery(field), half);
            }
        });
        ui.horizontal(|ui| {
            for field in [Field::Postcode, Field::City] {
                self.text_ui(ui, ctx, Place::Delivery(field), half);
            }
        });
        ui.horizontal(|ui| {
            for field in [Field::Region, Field::Country] {
                self.text_ui(ui, ctx, Place::Delivery(field), half);
            }
        });
    }

    fn identifiers_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, half: f32) {
        ui.horizontal(|ui| {
            let row = self.text_ui(ui, ctx, Field::VatNumber, half);
            if let Some(number) = self.proposed_vat() {
                let words = ctx.text.with("vat-propose", &[("number", vat::shown(&number).into())]);
                let propose = Button::link(&words).small();
                let place =
                    Rect::from_min_max(pos2(row.right() - propose.wide(ui), row.top() - 2.0), row.max);
                if ui.place(place, propose).clicked() {
                    self.typed.set(Field::VatNumber, &vat::shown(&number));
                    self.touched(ctx);
                    self.focus = Some(Field::VatNumber.into());
                }
            }
            self.text_ui(ui, ctx, Field::OtherId, half);
        });
    }

    fn terms_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, half: f32) {
        let whole = ui.available_width();
        if !self.is_hidden(ctx, Field::Website.into()) {
            ui.horizontal(|ui| self.text_ui(ui, ctx, Field::Website, whole));
        }
        ui.horizontal(|ui| {
            for field in [Field::Language, Field::Terms] {
                self.text_ui(ui, ctx, field, half);
            }
        });
    }

    /// A region is asked for abroad, or where there is one.
    pub(super) fn shows_region(&self) -> bool {
        let country = country::parse(self.typed.text(Field::Country));
        !self.typed.text(Field::Region).is_empty()
            || !self.opened.text(Field::Region).is_empty()
            || (country::is_code(&country) && country != HOME)
    }

    /// Whether the form has a field for this.
    pub(super) fn shows(&self, place: Place) -> bool {
        let company = self.typed.kind == ClientKind::Company;
        match place {
            Place::Field(field) => match field {
                Field::Company
                | Field::ContactFirstName
                | Field::ContactLastName
                | Field::ContactRole
                | Field::Siren => company,
                Field::FirstName | Field::LastName => !company,
                Field::Region => self.shows_region(),
                // A client keeps its number; the two French ones share a field.
                Field::Number | Field::Siret => false,
                _ => true,
            },
            Place::Contact(number, _) => number < self.typed.contacts(),
            Place::Attachments => !self.typed.attachments.is_empty(),
            Place::Delivery(_) | Place::Custom(_) | Place::Categories | Place::Consent(_) | Place::Note => {
                true
            }
        }
    }
}

/// A text on one line.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

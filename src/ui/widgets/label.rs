//! Text that is drawn on a line of fixed height, or wrapped, and that a screen reader finds too.

use std::sync::Arc;

use egui::accesskit::{Live, Role};
use egui::epaint::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Align, Color32, FontId, Galley, Id, Response, Sense, Ui, Widget, WidgetInfo, pos2, vec2};

use super::{node, paint, take};
use crate::ui::theme::{self, size, tokens};

/// What the text is, for its looks and for a reader.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Body,
    Small,
    Section,
    Title,
    Figure,
}

impl Kind {
    fn font(self) -> FontId {
        match self {
            Self::Body => theme::regular(size::BODY),
            Self::Small => theme::regular(size::SMALL),
            Self::Section => theme::semibold(size::BODY),
            Self::Title => theme::semibold(size::TITLE),
            Self::Figure => theme::semibold(size::FIGURE),
        }
    }

    fn line(self) -> f32 {
        match self {
            Self::Body | Self::Section => size::BODY_LINE,
            Self::Small => size::SMALL_LINE,
            Self::Title | Self::Figure => size::TITLE_LINE,
        }
    }
}

/// A label: one line cut to the room there is (the whole as a tooltip), or a paragraph with [`wrap`](Self::wrap).
#[must_use = "shown by `ui.add`"]
pub struct Label<'a> {
    kind: Kind,
    runs: Vec<(&'a str, Option<FontId>, Option<Color32>)>,
    colour: Option<Color32>,
    weight: Option<FontId>,
    wrap: bool,
    width: Option<f32>,
    align: Align,
    role: Role,
    level: Option<usize>,
    id: Option<Id>,
}

impl<'a> Label<'a> {
    fn new(kind: Kind, text: &'a str) -> Self {
        let level = match kind {
            Kind::Title => Some(1),
            Kind::Section => Some(2),
            Kind::Body | Kind::Small | Kind::Figure => None,
        };
        Self {
            kind,
            runs: vec![(text, None, None)],
            colour: None,
            weight: None,
            wrap: false,
            width: None,
            align: Align::Min,
            role: if level.is_some() { Role::Heading } else { Role::Label },
            level,
            id: None,
        }
    }

    /// Body text, 13/20.
    pub fn body(text: &'a str) -> Self {
        Self::new(Kind::Body, text)
    }

    /// Small text, 12/16.
    pub fn small(text: &'a str) -> Self {
        Self::new(Kind::Small, text)
    }

    /// The head of a section, 13 semibold; a heading of level 2.
    pub fn section(text: &'a str) -> Self {
        Self::new(Kind::Section, text)
    }

    /// A page's or a dialog's title, 20/28 semibold; a heading of level 1.
    pub fn title(text: &'a str) -> Self {
        Self::new(Kind::Title, text)
    }

    /// A big figure, 19 semibold.
    pub fn figure(text: &'a str) -> Self {
        Self::new(Kind::Figure, text)
    }

    /// Its colour; by default that of text.
    pub fn colour(mut self, colour: Color32) -> Self {
        self.colour = Some(colour);
        self
    }

    /// In medium weight.
    pub fn medium(mut self) -> Self {
        self.weight = Some(theme::medium(self.kind.font().size));
        self
    }

    /// In semibold.
    pub fn strong(mut self) -> Self {
        self.weight = Some(theme::semibold(self.kind.font().size));
        self
    }

    /// Goes on in the same line.
    pub fn and(mut self, text: &'a str) -> Self {
        self.runs.push((text, None, None));
        self
    }

    /// Goes on in semibold.
    pub fn and_strong(mut self, text: &'a str) -> Self {
        self.runs.push((text, Some(theme::semibold(self.kind.font().size)), None));
        self
    }

    /// Goes on in another colour.
    pub fn and_coloured(mut self, text: &'a str, colour: Color32) -> Self {
        self.runs.push((text, None, Some(colour)));
        self
    }

    /// A paragraph: as many lines as it takes.
    pub fn wrap(mut self) -> Self {
        self.wrap = true;
        self
    }

    /// Takes exactly this width, so that what is beside it stays; by default as much as the text needs and there is.
    pub fn width(mut self, width: f32) -> Self {
        self.width = Some(width);
        self
    }

    /// Where it stands in a [`width`](Self::width) larger than itself.
    pub fn align(mut self, align: Align) -> Self {
        self.align = align;
        self
    }

    /// A heading of this level for readers, whatever its looks.
    pub fn heading(mut self, level: usize) -> Self {
        self.role = Role::Heading;
        self.level = Some(level);
        self
    }

    /// Read out when it changes, politely.
    pub fn status(mut self) -> Self {
        self.role = Role::Status;
        self.level = None;
        self
    }

    /// A lasting id; without it the id depends on the place.
    pub fn id(mut self, id: Id) -> Self {
        self.id = Some(id);
        self
    }

    fn galley(&self, ui: &Ui, max: f32) -> Arc<Galley> {
        // Of several lines each is aligned by itself.
        let halign = if self.wrap { self.align } else { Align::Min };
        let mut job = LayoutJob { break_on_newline: self.wrap, halign, ..LayoutJob::default() };
        job.wrap = if self.wrap {
            TextWrapping { max_width: max, ..TextWrapping::default() }
        } else {
            TextWrapping::truncate_at_width(max)
        };
        let colour = self.colour.unwrap_or(tokens(ui).text);
        let base = self.weight.clone().unwrap_or_else(|| self.kind.font());
        for (text, font, tone) in &self.runs {
            if !text.is_empty() {
                let font = font.clone().unwrap_or_else(|| base.clone());
                let format = TextFormat {
                    line_height: Some(self.kind.line()),
                    ..TextFormat::simple(font, tone.unwrap_or(colour))
                };
                job.append(text, 0.0, format);
            }
        }
        ui.painter().layout_job(job)
    }
}

impl Widget for Label<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let room = self.width.unwrap_or_else(|| ui.available_width());
        let galley = self.galley(ui, room);
        let width = self.width.unwrap_or_else(|| galley.size().x.ceil());
        let height = galley.size().y.max(self.kind.line());
        let response = take(ui, vec2(width, height), Sense::hover(), self.id);
        let text: String = self.runs.iter().map(|(text, _, _)| *text).collect();
        response.widget_info(|| WidgetInfo::labeled(self.role, true, &text));
        node(ui, response.id, |node| {
            if let Some(level) = self.level {
                node.set_level(level);
            }
            if self.role == Role::Status {
                node.set_live(Live::Polite);
            }
        });
        let rect = response.rect;
        let spare = (rect.width() - galley.size().x).max(0.0);
        let left = match self.align {
            Align::Min => rect.left(),
            Align::Center if self.wrap => rect.center().x,
            Align::Max if self.wrap => rect.right(),
            Align::Center => rect.left() + spare / 2.0,
            Align::Max => rect.left() + spare,
        };
        let elided = galley.elided;
        let top = paint::snap(ui.painter(), rect.top());
        ui.painter().galley(pos2(left, top), galley, tokens(ui).text);
        if elided { response.on_hover_text(text) } else { response }
    }
}

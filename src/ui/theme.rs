//! The looks: tokens, sizes, fonts, styles.
//!
//! The only file that knows a colour, so that light and dark agree and a contrast can be checked in one place (the tests
//! below do). A weight is a font family of its own, because egui's "strong" text changes the colour only.

use std::sync::{Arc, LazyLock};

use egui::epaint::FontColorTransferFunction;
use egui::epaint::text::FontTweak;
use egui::{
    Color32, Context, FontData, FontDefinitions, FontFamily, FontId, Shadow, Stroke, Style, TextStyle,
};

/// An ink and the soft ground it is written on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tint {
    /// Colour of the text.
    pub ink: Color32,
    /// Colour under it.
    pub ground: Color32,
}

/// Every colour of one theme. Text on any ground has a contrast of at least 4.5, `faint` of at least 3.
#[derive(Clone, Debug)]
pub struct Tokens {
    /// Bars, side panels, footers.
    pub background: Color32,
    /// Pages, tables, fields.
    pub surface: Color32,
    /// Cards, dialogs, menus, plain buttons.
    pub raised: Color32,
    /// A table's head, a quiet group of controls.
    pub sunken: Color32,
    /// Lines between things.
    pub line: Color32,
    /// The border of a field or a plain button.
    pub line_strong: Color32,
    /// Text.
    pub text: Color32,
    /// Labels, secondary text.
    pub muted: Color32,
    /// Placeholders and what is disabled.
    pub faint: Color32,
    /// The main button, focus, links.
    pub accent: Color32,
    /// The main button under the pointer.
    pub accent_hover: Color32,
    /// Border of something chosen on its soft ground.
    pub accent_line: Color32,
    /// Text on `accent`.
    pub on_accent: Color32,
    /// The accent on the ground of a selected row.
    pub selection: Tint,
    /// What is wrong, late or destroys.
    pub danger: Tint,
    /// A destroying button under the pointer.
    pub danger_hover: Color32,
    /// Text on `danger.ink`.
    pub on_danger: Color32,
    /// What should be looked at.
    pub warning: Tint,
    /// What is well.
    pub good: Tint,
    /// What is worth knowing.
    pub info: Tint,
    /// Under the pointer.
    pub hover: Color32,
    /// Behind the letters that a search matched; these are always in `text`.
    pub match_mark: Color32,
    /// Under a dialog.
    pub backdrop: Color32,
    /// The six tints of categories and initials: blue, violet, amber, green, rose, grey.
    pub tints: [Tint; 6],
}

impl Tokens {
    /// One of the six tints; numbers above go round again.
    pub fn tint(&self, number: u64) -> Tint {
        let [blue, violet, amber, green, rose, grey] = self.tints;
        match number % 6 {
            0 => blue,
            1 => violet,
            2 => amber,
            3 => green,
            4 => rose,
            _ => grey,
        }
    }

    /// The other theme's tokens, for what is drawn inverted on this theme's `text`: a toast.
    pub fn inverse(&self) -> &'static Self {
        if self.surface == DARK.surface { &LIGHT } else { &DARK }
    }
}

const fn rgb(hex: u32) -> Color32 {
    let [_, red, green, blue] = hex.to_be_bytes();
    Color32::from_rgb(red, green, blue)
}

const fn tint(ink: u32, ground: u32) -> Tint {
    Tint { ink: rgb(ink), ground: rgb(ground) }
}

/// The light theme.
pub static LIGHT: Tokens = Tokens {
    background: rgb(0xf7_f6_f3),
    surface: rgb(0xff_ff_ff),
    raised: rgb(0xff_ff_ff),
    sunken: rgb(0xf1_f0_ec),
    line: rgb(0xe4_e2_dc),
    line_strong: rgb(0xd3_d0_c8),
    text: rgb(0x1d_1c_1a),
    muted: rgb(0x68_65_5e),
    faint: rgb(0x88_84_7b),
    accent: rgb(0x0f_6b_5c),
    accent_hover: rgb(0x0c_5b_4e),
    accent_line: rgb(0x99_c2_bb),
    on_accent: rgb(0xff_ff_ff),
    selection: tint(0x0f_6b_5c, 0xe3_f1_ee),
    danger: tint(0xb3_26_1e, 0xfb_e9_e7),
    danger_hover: rgb(0x98_1f_18),
    on_danger: rgb(0xff_ff_ff),
    warning: tint(0x8a_5a_00, 0xfd_f3_dc),
    good: tint(0x1b_73_40, 0xe5_f4_ea),
    info: tint(0x2b_5f_a8, 0xe6_ee_fa),
    hover: rgb(0xf3_f2_ee),
    match_mark: rgb(0xfb_e9_a8),
    backdrop: Color32::from_rgba_premultiplied(8, 8, 7, 90),
    tints: [
        tint(0x24_50_8f, 0xe6_ee_fa),
        tint(0x76_30_8a, 0xf4_e8_f7),
        tint(0x8a_4a_00, 0xfd_f0_e0),
        tint(0x1b_63_38, 0xe5_f4_ea),
        tint(0x98_27_4b, 0xfb_e7_ec),
        tint(0x4a_4a_5e, 0xee_ee_f2),
    ],
};

/// The dark theme.
pub static DARK: Tokens = Tokens {
    background: rgb(0x19_1a_1b),
    surface: rgb(0x21_22_24),
    raised: rgb(0x27_28_2b),
    sunken: rgb(0x1d_1e_20),
    line: rgb(0x30_32_36),
    line_strong: rgb(0x42_45_4a),
    text: rgb(0xec_ea_e6),
    muted: rgb(0xa5_a2_9b),
    faint: rgb(0x8f_8d_87),
    accent: rgb(0x4f_b9_a4),
    accent_hover: rgb(0x66_c8_b4),
    accent_line: rgb(0x2f_65_5b),
    on_accent: rgb(0x07_23_1e),
    selection: tint(0x4f_b9_a4, 0x1d_38_33),
    danger: tint(0xf2_8b_82, 0x3a_23_21),
    danger_hover: rgb(0xf6_a3_9b),
    on_danger: rgb(0x2c_0c_09),
    warning: tint(0xe5_b4_54, 0x35_2c_19),
    good: tint(0x72_c9_95, 0x1d_33_26),
    info: tint(0x8a_b4_f0, 0x1f_2d_42),
    hover: rgb(0x27_28_2b),
    match_mark: rgb(0x5b_4a_12),
    backdrop: Color32::from_rgba_premultiplied(0, 0, 0, 130),
    tints: [
        tint(0xa9_c8_f5, 0x22_33_4d),
        tint(0xdc_ae_ea, 0x3a_27_42),
        tint(0xf0_c0_7f, 0x3d_2e_19),
        tint(0x93_d8_ae, 0x1f_38_29),
        tint(0xf2_a9_bd, 0x42_24_2e),
        tint(0xc6_c6_d4, 0x2f_30_36),
    ],
};

/// The tokens of the theme that `ui` is drawn in.
pub fn tokens(ui: &egui::Ui) -> &'static Tokens {
    of(ui.visuals().dark_mode)
}

/// The tokens of the dark or the light theme.
pub fn of(dark: bool) -> &'static Tokens {
    if dark { &DARK } else { &LIGHT }
}

/// Sizes, in points: a grid of 4.
pub mod size {
    /// The left bar.
    pub const BAR: f32 = 204.0;
    /// Left and right of a page's contents.
    pub const MARGIN: f32 = 24.0;
    /// The side panel in a window of at least [`WIDE`].
    pub const PANEL: f32 = 308.0;
    /// The side panel in a narrower window.
    pub const PANEL_NARROW: f32 = 240.0;
    /// From this width of the window on there is room for all.
    pub const WIDE: f32 = 1200.0;
    /// A row of a table.
    pub const ROW: f32 = 36.0;
    /// A row of a dense table.
    pub const ROW_COMPACT: f32 = 28.0;
    /// The head of a table.
    pub const HEAD: f32 = 32.0;
    /// A text field.
    pub const FIELD: f32 = 32.0;
    /// From one row of a form to the next: a label, its field, and air.
    pub const FORM_ROW: f32 = 64.0;
    /// The label over a field, with the air under it.
    pub const LABEL: f32 = 22.0;
    /// A button.
    pub const BUTTON: f32 = 32.0;
    /// A chip, a pill.
    pub const CHIP: f32 = 22.0;
    /// Between two fields side by side.
    pub const GUTTER: f32 = 16.0;
    /// Body text.
    pub const BODY: f32 = 13.0;
    /// The line height of body text.
    pub const BODY_LINE: f32 = 20.0;
    /// Labels, hints, pills.
    pub const SMALL: f32 = 12.0;
    /// The line height of small text.
    pub const SMALL_LINE: f32 = 16.0;
    /// A big figure.
    pub const FIGURE: f32 = 19.0;
    /// A page's title.
    pub const TITLE: f32 = 20.0;
    /// The line height of a page's title.
    pub const TITLE_LINE: f32 = 28.0;
    /// Corners of controls.
    pub const CORNER: u8 = 7;
    /// Corners of cards and menus.
    pub const CORNER_CARD: u8 = 10;
    /// Corners of dialogs.
    pub const CORNER_DIALOG: u8 = 14;
}

// Cloning a family is cheap, making one allocates.
static MEDIUM: LazyLock<FontFamily> = LazyLock::new(|| FontFamily::Name("medium".into()));
static SEMIBOLD: LazyLock<FontFamily> = LazyLock::new(|| FontFamily::Name("semibold".into()));
static ICON: LazyLock<FontFamily> = LazyLock::new(|| FontFamily::Name("icon".into()));

/// Regular weight.
pub fn regular(points: f32) -> FontId {
    FontId::new(points, FontFamily::Proportional)
}

/// Medium weight: labels, buttons.
pub fn medium(points: f32) -> FontId {
    FontId::new(points, MEDIUM.clone())
}

/// Semibold: titles, names, the main button.
pub fn semibold(points: f32) -> FontId {
    FontId::new(points, SEMIBOLD.clone())
}

/// The icons of [`super::icons`]; crisp at 16.
pub fn icon(points: f32) -> FontId {
    FontId::new(points, ICON.clone())
}

/// Sets fonts and both themes. Called once, before the first pass: later it would lay everything out again.
pub fn install(ctx: &Context) {
    ctx.set_fonts(fonts());
    for theme in [egui::Theme::Light, egui::Theme::Dark] {
        ctx.style_mut_of(theme, |style| restyle(style, theme == egui::Theme::Dark));
    }
}

fn fonts() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    // U+202F takes its width from here and not from the font; "1 284" is cramped at the default of half a space.
    let tweak = FontTweak { thin_space_width: 0.8, ..FontTweak::default() };
    let inter: [(&str, &'static [u8]); 3] = [
        ("inter", include_bytes!("../../assets/fonts/Inter-Regular.otf")),
        ("inter-medium", include_bytes!("../../assets/fonts/Inter-Medium.otf")),
        ("inter-semibold", include_bytes!("../../assets/fonts/Inter-SemiBold.otf")),
    ];
    for (name, bytes) in inter {
        let data = FontData::from_static(bytes).tweak(tweak.clone());
        fonts.font_data.insert(name.to_owned(), Arc::new(data));
    }
    let icons = FontData::from_static(include_bytes!("../../assets/fonts/Phosphor.ttf"));
    fonts.font_data.insert("phosphor".to_owned(), Arc::new(icons));
    for (family, first, second) in [
        (FontFamily::Proportional, "inter", "phosphor"),
        (FontFamily::Monospace, "inter", "phosphor"),
        (MEDIUM.clone(), "inter-medium", "phosphor"),
        (SEMIBOLD.clone(), "inter-semibold", "phosphor"),
        (ICON.clone(), "phosphor", "inter"),
    ] {
        fonts.families.insert(family, vec![first.to_owned(), second.to_owned()]);
    }
    fonts
}

fn restyle(style: &mut Style, dark: bool) {
    let tokens = of(dark);
    style.text_styles = [
        (TextStyle::Small, regular(size::SMALL)),
        (TextStyle::Body, regular(size::BODY)),
        (TextStyle::Button, medium(size::BODY)),
        (TextStyle::Heading, semibold(size::TITLE)),
        (TextStyle::Monospace, regular(size::BODY)),
    ]
    .into();
    style.animation_time = 0.0;
    style.scroll_animation = egui::style::ScrollAnimation::none();
    style.spacing.item_spacing = egui::vec2(8.0, 8.0);
    // The least height of `ui.horizontal`: text, pills and buttons in one line are then on one middle.
    style.spacing.interact_size.y = size::BUTTON;
    style.spacing.tooltip_width = 360.0;
    style.spacing.scroll.bar_width = 8.0;
    style.spacing.scroll.handle_min_length = 28.0;
    style.interaction.tooltip_delay = 0.3;
    style.interaction.selectable_labels = false;
    let visuals = &mut style.visuals;
    // A page behind a dialog is built disabled; it must not look otherwise for that.
    visuals.disabled_alpha = 1.0;
    // Weighed against the mockups: within 4 % of their ink in light, 8 % in dark.
    visuals.text_options.color_transfer_function =
        FontColorTransferFunction::Gamma(if dark { 0.8 } else { 0.95 });
    visuals.override_text_color = None;
    visuals.weak_text_color = Some(tokens.faint);
    visuals.hyperlink_color = tokens.accent;
    visuals.warn_fg_color = tokens.warning.ink;
    visuals.error_fg_color = tokens.danger.ink;
    visuals.panel_fill = tokens.surface;
    visuals.window_fill = tokens.raised;
    visuals.extreme_bg_color = tokens.surface;
    visuals.faint_bg_color = tokens.hover;
    visuals.window_stroke = Stroke::new(1.0, tokens.line);
    visuals.window_corner_radius = size::CORNER_DIALOG.into();
    visuals.menu_corner_radius = size::CORNER_CARD.into();
    visuals.selection.bg_fill = tokens.selection.ground;
    visuals.selection.stroke = Stroke::new(2.0, tokens.accent);
    visuals.text_cursor.stroke = Stroke::new(1.0, tokens.text);
    let shade = Color32::from_black_alpha;
    visuals.popup_shadow = Shadow { offset: [0, 4], blur: 16, spread: 0, color: shade(28) };
    visuals.window_shadow = Shadow { offset: [0, 12], blur: 40, spread: 0, color: shade(48) };
    let widgets = &mut visuals.widgets;
    for state in [
        &mut widgets.noninteractive,
        &mut widgets.inactive,
        &mut widgets.hovered,
        &mut widgets.active,
        &mut widgets.open,
    ] {
        state.corner_radius = size::CORNER.into();
        // A control that grows under the pointer moves what is beside it.
        state.expansion = 0.0;
        state.fg_stroke = Stroke::new(1.0, tokens.text);
        state.bg_stroke = Stroke::new(1.0, tokens.line_strong);
        state.bg_fill = tokens.raised;
        state.weak_bg_fill = tokens.raised;
    }
    widgets.noninteractive.bg_stroke.color = tokens.line;
    widgets.hovered.weak_bg_fill = tokens.hover;
    widgets.active.weak_bg_fill = tokens.hover;
}

#[cfg(test)]
mod tests {
    use super::*;

    /// WCAG 2: relative luminance.
    fn luminance(colour: Color32) -> f64 {
        let linear = |byte: u8| {
            let part = f64::from(byte) / 255.0;
            if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(colour.r()) + 0.7152 * linear(colour.g()) + 0.0722 * linear(colour.b())
    }

    fn contrast(one: Color32, other: Color32) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// Every ink with every ground it is drawn on, and what is too near to be read.
    fn unreadable(t: &Tokens) -> Vec<String> {
        let mut pairs: Vec<(&str, Color32, Color32, f64)> = Vec::new();
        let grounds = [t.background, t.surface, t.raised, t.sunken, t.hover, t.selection.ground];
        for ground in grounds {
            pairs.push(("text", t.text, ground, 4.5));
            pairs.push(("muted", t.muted, ground, 4.5));
            pairs.push(("accent", t.accent, ground, 4.5));
            pairs.push(("faint", t.faint, ground, 3.0));
        }
        for ground in [t.background, t.surface, t.raised, t.hover, t.selection.ground] {
            pairs.push(("danger", t.danger.ink, ground, 4.5));
            pairs.push(("warning", t.warning.ink, ground, 4.5));
            pairs.push(("good", t.good.ink, ground, 4.5));
            pairs.push(("info", t.info.ink, ground, 4.5));
        }
        for tint in [t.danger, t.warning, t.good, t.info, t.selection] {
            pairs.push(("soft", tint.ink, tint.ground, 4.5));
            pairs.push(("text on soft", t.text, tint.ground, 4.5));
            pairs.push(("accent on soft", t.accent, tint.ground, 4.5));
        }
        for tint in t.tints {
            pairs.push(("tint", tint.ink, tint.ground, 4.5));
        }
        pairs.push(("match", t.text, t.match_mark, 4.5));
        for ground in [t.accent, t.accent_hover] {
            pairs.push(("on accent", t.on_accent, ground, 4.5));
        }
        for ground in [t.danger.ink, t.danger_hover] {
            pairs.push(("on danger", t.on_danger, ground, 4.5));
        }
        let toast = t.inverse();
        for ink in [toast.text, toast.accent] {
            pairs.push(("toast", ink, t.text, 4.5));
        }
        pairs
            .into_iter()
            .filter(|(_, ink, ground, least)| contrast(*ink, *ground) < *least)
            .map(|(name, ink, ground, _)| {
                format!("{name} {ink:?} on {ground:?}: {:.2}", contrast(ink, ground))
            })
            .collect()
    }

    #[test]
    fn every_text_can_be_read_on_its_ground() {
        assert_eq!(unreadable(&LIGHT), Vec::<String>::new());
        assert_eq!(unreadable(&DARK), Vec::<String>::new());
    }

    #[test]
    fn a_contrast_is_that_of_wcag() {
        assert!((contrast(Color32::BLACK, Color32::WHITE) - 21.0).abs() < 1e-9);
        assert!((contrast(rgb(0x77_77_77), Color32::WHITE) - 4.48).abs() < 0.005);
    }

    #[test]
    fn a_pale_ink_is_called_unreadable() {
        let pale = Tokens { muted: rgb(0x8a_87_80), ..LIGHT.clone() };
        assert_eq!(unreadable(&pale).len(), 6);
    }

    #[test]
    fn tints_go_round() {
        assert_eq!(LIGHT.tint(0), LIGHT.tints[0]);
        assert_eq!(LIGHT.tint(5), LIGHT.tints[5]);
        assert_eq!(LIGHT.tint(6), LIGHT.tints[0]);
        assert_ne!(LIGHT.tint(1), LIGHT.tint(2));
        assert_ne!(LIGHT.tint(3), LIGHT.tint(4));
    }

    #[test]
    fn the_inverse_is_the_other_theme() {
        assert_eq!(LIGHT.inverse().surface, DARK.surface);
        assert_eq!(DARK.inverse().surface, LIGHT.surface);
    }

    #[test]
    fn figures_are_of_equal_width_and_every_icon_is_there() {
        let ctx = Context::default();
        install(&ctx);
        let output = ctx.run_ui(egui::RawInput::default(), |ui| {
            ui.fonts_mut(|fonts| {
                let mut width = |font: &FontId, text: &str| {
                    fonts.layout_no_wrap(text.to_owned(), font.clone(), Color32::WHITE).size().x
                };
                for font in [regular(13.0), medium(13.0), semibold(13.0)] {
                    let zeros = width(&font, "0000");
                    for figures in ["1111", "4444", "7171", "9999"] {
                        assert!((width(&font, figures) - zeros).abs() < 1e-4, "{figures} in {font:?}");
                    }
                }
                for name in super::super::icons::ALL {
                    let glyph = name.chars().next().unwrap();
                    assert!(fonts.has_glyph(&icon(16.0), glyph), "{glyph:?}");
                }
                for glyph in "\u{a0}\u{202f}\u{2011}\u{2019}…€↵↑↓←→−«»×·▲▼ŒŸΩЖ".chars()
                {
                    assert!(fonts.has_glyph(&regular(13.0), glyph), "{glyph:?}");
                }
            });
        });
        output.drop_without_applying_deltas();
    }
}

//! The text cursor blinks while somebody is there. Half a minute after the last key it stands still, and nothing is
//! drawn any more while nothing happens.

use egui::{Context, Event, Id};

/// How long after the last key or click the cursor blinks, in seconds.
pub const BLINKS: f64 = 30.0;

/// Lets the cursor blink, or stand still. To be called once a pass, before drawing.
pub fn rest_cursor(ctx: &Context) {
    let (now, touched) = ctx.input(|input| (input.time, input.events.iter().any(is_touch)));
    let last = ctx.data_mut(|data| {
        let last = data.get_temp_mut_or(Id::unique("last key or click"), now);
        if touched {
            *last = now;
        }
        *last
    });
    let blinks = now - last < BLINKS;
    if ctx.global_style().visuals.text_cursor.blink != blinks {
        ctx.all_styles_mut(|style| style.visuals.text_cursor.blink = blinks);
    }
}

fn is_touch(event: &Event) -> bool {
    matches!(
        event,
        Event::Key { .. } | Event::Text(_) | Event::Paste(_) | Event::Ime(_) | Event::PointerButton { .. }
    )
}

#[cfg(test)]
mod tests {
    use egui::{RawInput, ViewportId};

    use super::*;

    /// Whether the cursor blinks in a pass at that second, with these events.
    fn blinks(ctx: &Context, time: f64, events: Vec<Event>) -> bool {
        let input = RawInput { time: Some(time), events, focused: true, ..RawInput::default() };
        let output = ctx.run_ui(input, |ui| rest_cursor(ui.ctx()));
        assert!(output.viewport_output.contains_key(&ViewportId::ROOT));
        output.drop_without_applying_deltas();
        ctx.global_style().visuals.text_cursor.blink
    }

    #[test]
    fn it_stands_still_after_half_a_minute_and_blinks_again_at_a_key() {
        let ctx = Context::default();
        assert!(blinks(&ctx, 1.0, vec![]));
        assert!(blinks(&ctx, 5.0, vec![Event::Text("a".into())]));
        assert!(blinks(&ctx, 5.0 + BLINKS - 0.1, vec![Event::WindowFocused(true)]));
        assert!(!blinks(&ctx, 5.0 + BLINKS, vec![]));
        assert!(blinks(&ctx, 60.0, vec![Event::Paste("b".into())]));
        assert!(!blinks(&ctx, 60.0 + BLINKS, vec![Event::WindowFocused(true)]));
    }
}

//! The window: draws, and returns what was asked for.
pub mod icons;
pub mod theme;
pub mod widgets;

//! The window: draws, and returns what was asked for.
pub mod theme;
pub mod widgets;

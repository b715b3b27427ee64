//! The window: draws, and returns what was asked for. It holds no books.

pub mod action;
mod app;
pub mod ctx;
pub mod cursor;
mod day;
pub mod dialogs;
mod habit;
pub mod icons;
pub mod keys;
pub mod menu;
pub mod notice;
pub mod screens;
pub mod show;
pub mod theme;
pub mod widgets;

pub use self::app::{
    App, Asked, Chooser, NoWindow, Opener, Opening, Options, Part, Question, System, Target, run,
};

//! Where a verb speaks: words in the chosen language, dates as it writes them, standard output and error.

use std::io::{self, BufWriter, Stdout, Write as _};

use super::Outcome;
use super::arguments::Options;
use super::failure::Failure;
use crate::clock::Clock;
use crate::domain::command::Stamp;
use crate::domain::setup::HOME;
use crate::format::Format;
use crate::text::{Language, Text};

/// What every verb speaks with.
pub(super) struct Console {
    pub(super) text: Text,
    pub(super) format: Format,
    pub(super) language: Language,
    pub(super) clock: Clock,
    /// The country of the book.
    pub(super) home: &'static str,
    pub(super) out: BufWriter<Stdout>,
}

impl Console {
    pub(super) fn of(options: &Options) -> Self {
        let language = options.lang.unwrap_or_else(Language::of_system);
        Self {
            text: Text::load(language),
            format: Format::of(language),
            language,
            clock: options.today.map_or(Clock::REAL, Clock::fixed),
            home: HOME,
            out: BufWriter::new(io::stdout()),
        }
    }

    /// Now, for what is changed.
    pub(super) fn stamp(&self) -> Stamp {
        Stamp { at: self.clock.now(), today: self.clock.today() }
    }

    /// A line of the answer.
    pub(super) fn say(&mut self, line: &str) -> Result<(), Failure> {
        Ok(writeln!(self.out, "{line}")?)
    }

    pub(super) fn complain(&self, failure: &Failure) {
        if let Some(sentence) = failure.sentence(&self.text) {
            remark(&sentence);
        }
    }

    /// Hands over what is still held back.
    pub(super) fn flush(&mut self, outcome: Outcome) -> Result<Outcome, Failure> {
        self.out.flush()?;
        Ok(outcome)
    }

    /// "42 clients".
    pub(super) fn clients(&self, count: u64) -> String {
        self.text.with("clients-count", &[("n", count.into())])
    }
}

/// A line beside the answer.
pub(super) fn remark(line: &str) {
    // Nothing is left to tell it to if this cannot be written.
    drop(writeln!(io::stderr(), "{line}"));
}

//! One fixed line a figure: `bench NAME n=… p50=… p99=… peer=… ratio=… rows_equal=…`.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

/// How long something took, again and again.
#[derive(Default)]
pub(crate) struct Times(Vec<Duration>);

impl Times {
    /// Measures one time and hands on what came of it.
    pub(crate) fn measure<T>(&mut self, work: impl FnOnce() -> T) -> T {
        let started = Instant::now();
        let result = std::hint::black_box(work());
        self.0.push(started.elapsed());
        result
    }

    /// A time taken elsewhere.
    pub(crate) fn push(&mut self, time: Duration) {
        self.0.push(time);
    }

    /// All of them together.
    fn total(&self) -> Duration {
        self.0.iter().sum()
    }

    /// The time that this share of all stays within.
    pub(crate) fn percentile(&self, percent: usize) -> Duration {
        let mut sorted = self.0.clone();
        sorted.sort();
        let rank = (sorted.len() * percent).div_ceil(100).max(1);
        sorted.get(rank - 1).copied().unwrap_or_default()
    }
}

/// What a figure is held to.
#[derive(Clone, Copy)]
pub(crate) enum Limit {
    /// 99 of 100 stay within it.
    P99(Duration),
    /// Half of all stay within it: for what takes a whole process or a disk, whose worst is not ours.
    P50(Duration),
    /// At most so many times the peer's.
    Ratio(f64),
}

/// One line.
pub(crate) struct Figure {
    pub(crate) name: &'static str,
    /// How many clients stood in the book.
    pub(crate) clients: usize,
    pub(crate) ours: Times,
    pub(crate) peer: Option<Times>,
    /// Whether both gave the same rows, where there are rows to compare.
    pub(crate) rows_equal: Option<bool>,
    pub(crate) limit: Limit,
}

impl Figure {
    /// The fixed line.
    pub(crate) fn line(&self) -> String {
        let Self { name, clients, ours, .. } = self;
        let mut line = format!("bench {name} n={clients}");
        let written = match (&self.peer, self.ratio()) {
            (Some(peer), Some(ratio)) => write!(
                line,
                " p50={} p99={} peer={} ratio={ratio:.3}",
                said(ours.percentile(50)),
                said(ours.percentile(99)),
                said(peer.percentile(50))
            ),
            _ => write!(
                line,
                " p50={} p99={} peer=- ratio=-",
                said(ours.percentile(50)),
                said(ours.percentile(99))
            ),
        };
        written.expect("a text takes all that is written to it");
        line += match self.rows_equal {
            Some(true) => " rows_equal=yes",
            Some(false) => " rows_equal=no",
            None => " rows_equal=-",
        };
        line
    }

    /// By the means: where a disk syncs in steps of milliseconds, a median falls on one step or the next by chance.
    fn ratio(&self) -> Option<f64> {
        Some(self.ours.total().as_secs_f64() / self.peer.as_ref()?.total().as_secs_f64())
    }

    /// Whether it is within its limit.
    pub(crate) fn is_within(&self) -> bool {
        match self.limit {
            Limit::P99(most) => self.ours.percentile(99) <= most,
            Limit::P50(most) => self.ours.percentile(50) <= most,
            Limit::Ratio(most) => self.ratio().is_some_and(|ratio| ratio <= most),
        }
    }
}

fn said(time: Duration) -> String {
    format!("{:.3}ms", time.as_secs_f64() * 1000.0)
}

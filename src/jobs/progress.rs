//! How far long work is, and the wish to stop it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

/// Shared by the work and whoever watches it.
#[derive(Clone, Debug, Default)]
pub struct Progress(Arc<State>);

#[derive(Debug, Default)]
struct State {
    done: AtomicU64,
    total: AtomicU64,
    stop: AtomicBool,
}

impl Progress {
    /// Says how far the work is. Whether it shall go on.
    pub fn step(&self, done: usize, total: usize) -> bool {
        self.0.done.store(u64::try_from(done).unwrap_or(u64::MAX), Ordering::Relaxed);
        self.0.total.store(u64::try_from(total).unwrap_or(u64::MAX), Ordering::Relaxed);
        !self.0.stop.load(Ordering::Relaxed)
    }

    /// One part of the work, from so many percent to so many: what of it is done, of how much, goes to
    /// [`Self::step`] as its share of the whole.
    pub fn part(&self, from: usize, to: usize) -> impl Fn(usize, usize) -> bool + '_ {
        const PRECISION: usize = 100;
        move |done, total| {
            let all = to.saturating_sub(from).saturating_mul(PRECISION);
            let share = done.saturating_mul(all).checked_div(total).unwrap_or_default().min(all);
            self.step(from.saturating_mul(PRECISION).saturating_add(share), PRECISION.saturating_mul(100))
        }
    }

    /// Asks the work to stop.
    pub fn stop(&self) {
        self.0.stop.store(true, Ordering::Relaxed);
    }

    /// Whether it was asked to stop.
    pub fn is_stopped(&self) -> bool {
        self.0.stop.load(Ordering::Relaxed)
    }

    /// Done and total; the total is 0 while it is not known.
    pub fn read(&self) -> (u64, u64) {
        (self.0.done.load(Ordering::Relaxed), self.0.total.load(Ordering::Relaxed))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_told_of_as_its_share() {
        let progress = Progress::default();
        let part = progress.part(30, 80);
        for (done, total, read) in
            [(0, 0, 3000), (0, 10, 3000), (1, 10, 3500), (10, 10, 8000), (11, 10, 8000)]
        {
            assert!(part(done, total));
            assert_eq!(progress.read(), (read, 10_000), "{done} of {total}");
        }
        progress.stop();
        assert!(!part(10, 10));
    }

    #[test]
    fn work_that_is_asked_to_stop_is_told_so() {
        let progress = Progress::default();
        assert!(progress.clone().step(3, 10));
        assert_eq!(progress.read(), (3, 10));
        progress.stop();
        assert!(progress.is_stopped() && !progress.step(4, 10));
    }
}

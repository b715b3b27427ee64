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
    fn work_that_is_asked_to_stop_is_told_so() {
        let progress = Progress::default();
        assert!(progress.clone().step(3, 10));
        assert_eq!(progress.read(), (3, 10));
        progress.stop();
        assert!(progress.is_stopped() && !progress.step(4, 10));
    }
}

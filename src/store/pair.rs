//! Two things that can be done side by side, by whoever may start a thread: only `jobs` may.

/// Does two pieces of work, in whatever order or at the same time, and returns when both are done. The
/// other one is done on the thread that asks.
pub type Pair = fn(&mut (dyn FnMut() + Send), &mut dyn FnMut());

/// Both on the thread that asks.
pub fn one_after_other(one: &mut (dyn FnMut() + Send), other: &mut dyn FnMut()) {
    one();
    other();
}

/// Has two pieces of work done, and hands on what came of them; nothing if the pair did not do them both.
pub fn both<A: Send, B>(
    pair: Pair,
    one: impl FnOnce() -> A + Send,
    other: impl FnOnce() -> B,
) -> Option<(A, B)> {
    let (mut one, mut other) = (Some(one), Some(other));
    let (mut made, mut other_made) = (None, None);
    pair(&mut || made = one.take().map(|work| work()), &mut || {
        other_made = other.take().map(|work| work());
    });
    made.zip(other_made)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_came_of_both_is_handed_on() {
        assert_eq!(both(one_after_other, || 1, || "two"), Some((1, "two")));
        assert_eq!(both(|one, _| one(), || 1, || 2), None);
    }
}

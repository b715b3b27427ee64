//! Two pieces of work at once.

/// Does the one on a thread of its own and the other on the one that asks: what [`crate::store::Pair`] wants.
pub fn side_by_side(one: &mut (dyn FnMut() + Send), other: &mut dyn FnMut()) {
    std::thread::scope(|scope| {
        scope.spawn(one);
        other();
    });
}

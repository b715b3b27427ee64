//! Comparing two lists of rows, and the proof that the comparison can say no.

/// Whether two answers are the same: as many in all, and the same first ones in the same order.
pub(crate) fn same<T: PartialEq>(ours: (usize, &[T]), peer: (usize, &[T])) -> bool {
    ours.0 == peer.0 && ours.1 == peer.1
}

/// Shows the comparison wrong lists; ends the bench if it says yes to one, or no to the right one.
pub(crate) fn judge_the_judge() {
    let right = [3, 1, 2];
    assert!(same((9, &right), (9, &right)), "the rows' judge says no to the right list");
    for (wrong, total, rows) in [
        ("another order", 9, [3, 2, 1].as_slice()),
        ("another row", 9, [3, 1, 4].as_slice()),
        ("a row too few", 9, [3, 1].as_slice()),
        ("another total", 8, [3, 1, 2].as_slice()),
        ("nothing", 0, [].as_slice()),
    ] {
        assert!(!same((9, &right), (total, rows)), "the rows' judge says yes to {wrong}");
    }
    println!("judge rows: a wrong list was refused");
}

//! Where a grid is scrolled to: a row number and a fraction of a row.
//!
//! No offset in points exists: at row 999,999 it would be 36 million, and an `f32` knows such a number to within 2 or 4
//! points only. What is drawn is reckoned from the first visible row and is the same at both ends of a million.

/// A number of rows as a real number: exact up to 2^53.
#[expect(clippy::cast_precision_loss, reason = "no grid has 2^53 rows")]
pub(super) fn real(rows: usize) -> f64 {
    rows as f64
}

/// The whole rows in a real number; none in a negative one.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "`as` saturates, which is what is wanted"
)]
pub(super) fn whole(rows: f64) -> usize {
    rows.floor() as usize
}

/// A length in points, for drawing: what is given is at most a window high.
#[expect(clippy::cast_possible_truncation, reason = "drawn lengths are small")]
pub(super) fn points(length: f64) -> f32 {
    length as f32
}

/// The first visible row, and how much of it is scrolled away (0 ≤ `fraction` < 1).
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Position {
    pub(super) top: usize,
    pub(super) fraction: f64,
}

impl Position {
    pub(super) fn rows(self) -> f64 {
        real(self.top) + self.fraction
    }

    /// At `rows` from the beginning, as far as there are rows to fill a view of `view` rows.
    pub(super) fn at(rows: f64, len: usize, view: f64) -> Self {
        let rows = rows.clamp(0.0, last(len, view));
        Self { top: whole(rows), fraction: rows - rows.floor() }
    }

    /// The least move that brings all of `row` into view.
    pub(super) fn showing(self, row: usize, len: usize, view: f64) -> Self {
        let (now, row) = (self.rows(), real(row));
        if row < now {
            Self::at(row, len, view)
        } else if row + 1.0 > now + view {
            Self::at(row + 1.0 - view, len, view)
        } else {
            Self::at(now, len, view)
        }
    }
}

/// The position of the last page.
pub(super) fn last(len: usize, view: f64) -> f64 {
    (real(len) - view).max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const VIEW: f64 = 17.25;

    #[test]
    fn a_position_stays_within_the_rows() {
        assert_eq!(Position::at(-3.0, 100, VIEW), Position::default());
        assert_eq!(Position::at(200.0, 100, VIEW), Position { top: 82, fraction: 0.75 });
        assert_eq!(Position::at(5.0, 10, VIEW), Position::default());
    }

    #[test]
    fn the_end_of_a_million_is_exact() {
        let end = Position::default().showing(999_999, 1_000_000, VIEW);
        assert_eq!(end, Position { top: 999_982, fraction: 0.75 });
    }

    #[test]
    fn showing_moves_no_more_than_it_must() {
        let here = Position::at(10.5, 100, VIEW);
        assert_eq!(here.showing(11, 100, VIEW), here);
        assert_eq!(here.showing(26, 100, VIEW), here);
        assert_eq!(here.showing(10, 100, VIEW), Position { top: 10, fraction: 0.0 });
        assert_eq!(here.showing(27, 100, VIEW), Position { top: 10, fraction: 0.75 });
        assert_eq!(here.showing(3, 100, VIEW), Position { top: 3, fraction: 0.0 });
    }
}

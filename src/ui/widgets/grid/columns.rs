//! How wide the columns are: all of them always fit, each as near to its wish as there is room.

use egui::Align;

/// Between two columns; part of a column's width.
pub(super) const GAP: f32 = 20.0;
/// Left of the first column when rows have a check box.
pub(super) const LEFT_WITH_CHECK: f32 = 64.0;
/// Left of the first column otherwise, and right of the last.
pub(super) const EDGE: f32 = 24.0;

/// Which way a column is sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// Upwards: A before Z.
    Up,
    /// Downwards.
    Down,
}

/// A column, as its owner wishes it.
#[derive(Clone, Copy, Debug)]
pub struct Column<'a> {
    pub(super) title: &'a str,
    pub(super) width: f32,
    pub(super) min: f32,
    pub(super) align: Align,
    pub(super) sortable: bool,
    pub(super) sort: Option<Sort>,
}

impl<'a> Column<'a> {
    /// A column that would be `width` points wide, the gap to the next included, and is never dragged narrower than 48.
    pub fn new(title: &'a str, width: f32) -> Self {
        Self { title, width, min: 48.0, align: Align::Min, sortable: false, sort: None }
    }

    /// The least width to which it is dragged.
    #[must_use]
    pub fn min(mut self, min: f32) -> Self {
        self.min = min;
        self
    }

    /// Right-aligned: money and numbers.
    #[must_use]
    pub fn right(mut self) -> Self {
        self.align = Align::Max;
        self
    }

    /// A click on its head asks for an order by it; `sort` is the way it is ordered now, if it is.
    #[must_use]
    pub fn sortable(mut self, sort: Option<Sort>) -> Self {
        self.sortable = true;
        self.sort = sort;
        self
    }
}

/// A column's place: `left` from the grid's left edge, `width` with its gap.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Spot {
    pub(super) left: f32,
    pub(super) width: f32,
}

impl Spot {
    /// The width of what is drawn in it.
    pub(super) fn inner(self) -> f32 {
        (self.width - GAP).max(0.0)
    }
}

/// Lays the columns out from `left` over `room` points.
pub(super) fn spots(columns: &[Column<'_>], left: f32, room: f32) -> Vec<Spot> {
    let wishes: Vec<(f32, f32)> = columns.iter().map(|column| (column.width, column.min)).collect();
    let mut left = left;
    let place = |width: f32| {
        let spot = Spot { left, width };
        left += width;
        spot
    };
    fit(&wishes, room).into_iter().map(place).collect()
}

/// Widths in whole points, in proportion to the wishes (width, least width), that fill `room` exactly. Only when not even
/// the least widths fit does a column become narrower than its own.
fn fit(wishes: &[(f32, f32)], room: f32) -> Vec<f32> {
    let least: f32 = wishes.iter().map(|(_, min)| min).sum();
    let mut widths: Vec<f32> = if least >= room {
        wishes.iter().map(|(_, min)| (min * room / least.max(1.0)).floor()).collect()
    } else {
        proportional(wishes, room)
    };
    let spare = room.floor() - widths.iter().sum::<f32>();
    if let Some(width) = widths.last_mut() {
        *width = (*width + spare).max(0.0);
    }
    widths
}

fn proportional(wishes: &[(f32, f32)], room: f32) -> Vec<f32> {
    // Those that would fall below their least width keep it, and the others share what is left: each round settles one
    // at least.
    let mut settled = vec![false; wishes.len()];
    loop {
        let (mut wanted, mut free) = (0.0, room);
        for ((wish, min), settled) in wishes.iter().zip(&settled) {
            if *settled {
                free -= min;
            } else {
                wanted += wish;
            }
        }
        let scale = free / f32::max(wanted, 1.0);
        let mut changed = false;
        for ((wish, min), settled) in wishes.iter().zip(&mut settled) {
            if !*settled && wish * scale < *min {
                *settled = true;
                changed = true;
            }
        }
        if !changed {
            let width = |((wish, min), settled): (&(f32, f32), &bool)| {
                if *settled { *min } else { (wish * scale).floor() }
            };
            return wishes.iter().zip(&settled).map(width).collect();
        }
    }
}

/// The widths after the right edge of `column` was dragged by `delta`: those to its right give way or take up.
pub(super) fn resized(columns: &[Column<'_>], spots: &[Spot], column: usize, delta: f32) -> Vec<f32> {
    let mut widths: Vec<f32> = spots.iter().map(|spot| spot.width).collect();
    let Some(at) = column.checked_add(1).filter(|at| *at < columns.len()) else { return widths };
    let (Some(own), Some(spot), Some(right), Some(right_spots)) =
        (columns.get(column), spots.get(column), columns.get(at..), spots.get(at..))
    else {
        return widths;
    };
    let room: f32 = right_spots.iter().map(|spot| spot.width).sum();
    let least: f32 = right.iter().map(|column| column.min).sum();
    let lower = (own.min - spot.width).min(0.0);
    let delta = delta.clamp(lower, (room - least).max(0.0)).round();
    let wishes: Vec<(f32, f32)> =
        right.iter().zip(right_spots).map(|(column, spot)| (spot.width, column.min)).collect();
    if let Some(width) = widths.get_mut(column) {
        *width += delta;
    }
    for (width, fitted) in widths.iter_mut().skip(at).zip(fit(&wishes, room - delta)) {
        *width = fitted;
    }
    widths
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns() -> [Column<'static>; 3] {
        [Column::new("a", 200.0).min(100.0), Column::new("b", 100.0).min(90.0), Column::new("c", 100.0)]
    }

    fn widths(columns: &[Column<'_>], room: f32) -> Vec<f32> {
        spots(columns, 64.0, room).iter().map(|spot| spot.width).collect()
    }

    #[test]
    fn columns_fill_the_room_in_proportion() {
        assert_eq!(widths(&columns(), 400.0), [200.0, 100.0, 100.0]);
        assert_eq!(widths(&columns(), 800.0), [400.0, 200.0, 200.0]);
        assert_eq!(widths(&columns(), 401.5), [200.0, 100.0, 101.0]);
    }

    #[test]
    fn a_column_keeps_its_least_width_while_others_can_give() {
        assert_eq!(widths(&columns(), 300.0), [140.0, 90.0, 70.0]);
        assert_eq!(widths(&columns(), 119.0), [50.0, 45.0, 24.0]);
    }

    #[test]
    fn columns_stand_one_after_the_other() {
        let spots = spots(&columns(), 64.0, 400.0);
        assert_eq!(spots[1], Spot { left: 264.0, width: 100.0 });
        assert_eq!(spots[2], Spot { left: 364.0, width: 100.0 });
        assert!((spots[2].inner() - 80.0).abs() < f32::EPSILON);
    }

    #[test]
    fn a_dragged_edge_takes_from_those_at_its_right() {
        let columns = columns();
        let spots = spots(&columns, 0.0, 400.0);
        assert_eq!(resized(&columns, &spots, 0, 20.0), [220.0, 90.0, 90.0]);
        assert_eq!(resized(&columns, &spots, 0, 500.0), [262.0, 90.0, 48.0]);
        assert_eq!(resized(&columns, &spots, 0, -500.0), [100.0, 150.0, 150.0]);
        assert_eq!(resized(&columns, &spots, 1, 30.0), [200.0, 130.0, 70.0]);
        assert_eq!(resized(&columns, &spots, 2, 30.0), [200.0, 100.0, 100.0]);
    }
}

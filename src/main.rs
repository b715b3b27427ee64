//! Arguments → a window or a verb.

fn main() {}

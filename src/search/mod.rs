//! The index that answers a keystroke.

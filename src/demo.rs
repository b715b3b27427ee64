//! A book of plausible clients, to try and to measure with.

//! The review: what is said before anything is registered. A pure function of before and after.

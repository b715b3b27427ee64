//! Words, by language, from `assets/text`.

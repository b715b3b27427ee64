//! Folding: texts without case, accents, ligatures or punctuation, so that what sounds alike compares alike.

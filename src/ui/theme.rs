//! The looks: tokens, fonts, styles.

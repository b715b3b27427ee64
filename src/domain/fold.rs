//! Folding: texts without case, accents, ligatures or punctuation, so that what sounds alike compares alike.

use icu_normalizer::DecomposingNormalizerBorrowed;

/// Lower-case letters and digits, words parted by one space.
pub fn fold(text: &str) -> String {
    let mut out = String::new();
    fold_into(text, &mut out);
    out
}

/// Appends the folded text.
pub fn fold_into(text: &str, out: &mut String) {
    let begin = out.len();
    let mut last_gap = true;
    let mut each = |c: char, out: &mut String| {
        let mark = matches!(c, '\u{300}'..='\u{36f}');
        if mark {
            return;
        }
        if c.is_alphanumeric() {
            last_gap = false;
            match c {
                'œ' | 'Œ' => out.push_str("oe"),
                'æ' | 'Æ' => out.push_str("ae"),
                'ß' => out.push_str("ss"),
                'ø' | 'Ø' => out.push('o'),
                _ => out.extend(c.to_lowercase()),
            }
        } else if !last_gap {
            last_gap = true;
            out.push(' ');
        }
    };
    if text.is_ascii() {
        text.chars().for_each(|c| each(c, out));
    } else {
        DecomposingNormalizerBorrowed::new_nfkd().normalize_iter(text.chars()).for_each(|c| each(c, out));
    }
    if out.len() > begin && out.ends_with(' ') {
        out.pop();
    }
}

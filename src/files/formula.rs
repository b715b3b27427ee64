//! Cells that a spreadsheet would take for a formula: written with an apostrophe before them (OWASP, "CSV Injection"), which
//! is taken off again when they are read.
//!
//! Writing and reading undo each other for every text, one that begins with an apostrophe of its own included.

use std::borrow::Cow;

/// Whether a spreadsheet could take a cell for a formula, also after apostrophes, quotes and blanks, and in the full
/// width forms that some of them fold.
fn is_formula(cell: &str) -> bool {
    cell.trim_start_matches(['\'', '"', ' ', '\u{a0}', '\u{3000}', '\u{feff}'])
        .starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'])
}

/// A cell as it is written: one that looks like a formula has an apostrophe before it.
pub fn guarded(cell: &str) -> Cow<'_, str> {
    if is_formula(cell) { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}

/// A cell as it was before [`guarded`].
pub fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if is_formula(rest) => rest,
        _ => cell,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What has been used against spreadsheets: each is written with an apostrophe before it.
    const PAYLOADS: [&str; 42] = [
        "=1+1",
        "+1+1",
        "-1+1",
        "@SUM(1)",
        "\t=1",
        "\r=1",
        "=cmd|' /C calc'!A0",
        "+cmd|' /C calc'!A0",
        "-cmd|' /C calc'!A0",
        "@cmd|' /C calc'!A0",
        "=HYPERLINK(\"https://a.example\";\"b\")",
        "=DDE(\"cmd\";\"/C calc\")",
        "=IMPORTXML(\"https://a.example\")",
        "=WEBSERVICE(\"https://a.example\")",
        "'=1+1",
        "''=1+1",
        "\"=1+1",
        "\"\"=1+1",
        "'\"=1",
        " =1",
        "  +1",
        "\u{a0}=1",
        "\u{3000}=1",
        "\u{feff}=1",
        "＝1+1",
        "＋1",
        "－1",
        "＠SUM(1)",
        "' ＝1",
        "+33 6 12 34 56 78",
        "-12,50",
        "@lea",
        "=",
        "+",
        "-",
        "@",
        "\t",
        "\r",
        "=\n1",
        "=1;2",
        "=1,2",
        "- Appeler",
    ];

    #[test]
    fn what_looks_like_a_formula_is_written_harmless() {
        for payload in PAYLOADS {
            assert_eq!(guarded(payload), format!("'{payload}"), "{payload:?}");
            assert_eq!(unguarded(&guarded(payload)), payload);
        }
        for harmless in ["", "Asie", "'t Hooft", "a=1", "1-2", "a@b.example", "''", "\nx", "(=)"] {
            assert_eq!(guarded(harmless), harmless);
            assert_eq!(unguarded(harmless), harmless);
        }
    }
}

//! Texts as they are kept: what a paste brings along and nobody sees is left out.

/// A value on one line: without outer spaces; line breaks, tabs and other control characters become one space.
pub fn clean(text: &str) -> String {
    if !text.chars().any(char::is_control) {
        return text.trim().to_owned();
    }
    let words: Vec<&str> =
        text.split(char::is_control).map(str::trim).filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// A text of several lines: line breaks as `\n`, no other control character but tab, no outer blank.
pub fn clean_lines(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let text: String = text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
    text.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pasted_value_loses_outer_spaces_and_line_breaks() {
        assert_eq!(clean("  \u{a0}Atelier\r\n Morel\t \n"), "Atelier Morel");
        assert_eq!(clean("a  b"), "a  b");
        assert_eq!(clean_lines(" a\r\nb\rc\0\n"), "a\nb\nc");
    }
}

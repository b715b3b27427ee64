//! Several names in one cell of a table: `Détaillants, Grossistes`.
//!
//! A name that holds what sets names apart stands in quotes, as in a table: `"Gros, demi-gros", Détaillants`. Other
//! programs set names apart by commas, semicolons, line breaks or ` ::: `.

const APART: [char; 3] = [',', ';', '\n'];
const FAR_APART: &str = ":::";

/// The names in one cell; [`split`] gives them back.
pub(super) fn join<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let written = |name: &str| {
        let plain = !name.contains(APART) && !name.contains(['"', ':']) && name.trim() == name;
        if plain { name.to_owned() } else { format!("\"{}\"", name.replace('"', "\"\"")) }
    };
    names.into_iter().map(written).collect::<Vec<_>>().join(", ")
}

/// The names of a cell, without outer spaces unless they stand in quotes; empty ones are none.
pub(super) fn split(cell: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut rest = cell.trim_start();
    while !rest.is_empty() {
        let (name, after) = quoted(rest).unwrap_or_else(|| bare(rest));
        if !name.is_empty() {
            names.push(name);
        }
        let next = after.strip_prefix(FAR_APART).or_else(|| after.strip_prefix(APART));
        rest = next.unwrap_or_default().trim_start();
    }
    names
}

/// A name and what stands after it.
fn bare(text: &str) -> (String, &str) {
    let end = [text.find(APART), text.find(FAR_APART)].into_iter().flatten().min();
    let (name, after) = end.and_then(|end| text.split_at_checked(end)).unwrap_or((text, ""));
    (name.trim_end().to_owned(), after)
}

/// A name in quotes and what stands after it; none if what stands there is not just that.
fn quoted(text: &str) -> Option<(String, &str)> {
    let mut rest = text.strip_prefix('"')?;
    let mut name = String::new();
    loop {
        let (part, after) = rest.split_once('"')?;
        name.push_str(part);
        if let Some(more) = after.strip_prefix('"') {
            name.push('"');
            rest = more;
        } else {
            let after = after.trim_start_matches(' ');
            let ends = after.is_empty() || after.starts_with(APART) || after.starts_with(FAR_APART);
            return ends.then_some((name, after));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_come_back_whatever_is_in_them() {
        for (names, cell) in [
            (vec![], ""),
            (vec!["Détaillants"], "Détaillants"),
            (vec!["Détaillants", "Gros clients"], "Détaillants, Gros clients"),
            (vec!["Gros, demi-gros", "a;b", "a\nb"], "\"Gros, demi-gros\", \"a;b\", \"a\nb\""),
            (vec!["Le \"Club\"", "\"", " a "], "\"Le \"\"Club\"\"\", \"\"\"\", \" a \""),
            (vec!["a:::b", ":c", "d::"], "\"a:::b\", \":c\", \"d::\""),
        ] {
            assert_eq!(join(names.iter().copied()), cell);
            assert_eq!(split(cell), names);
        }
    }

    #[test]
    fn other_programs_set_names_apart_in_other_ways() {
        for cell in ["a,b", " a ; b ", "a\nb", "a ::: b", "a:::b", "\"a\" ::: \"b\"", ",a,,b;", "\"a\",b"] {
            assert_eq!(split(cell), ["a", "b"], "{cell}");
        }
        for (cell, names) in [
            ("\"a\" b, c", vec!["\"a\" b", "c"]),
            ("\"a", vec!["\"a"]),
            ("a \"b\", c", vec!["a \"b\"", "c"]),
            (" , ", vec![]),
        ] {
            assert_eq!(split(cell), names, "{cell}");
        }
    }
}

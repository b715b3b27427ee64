//! Clients as JSON, back from where [`super::export`] wrote them: the same table that a CSV file of them would be.
//!
//! Read twice and never held whole: first for the columns, then for the rows.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::fmt;
use std::io;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::bounded::{Bounded, VALUES};
use super::csv::{Apart, Limits, Unreadable, Writer};
use super::custom::custom_header;
use super::dated::{self, Head};
use super::list;
use super::target::{ContactPart, MOST_FURTHER};
use crate::domain::custom_field::{CustomField, FieldKind, NO, YES};
use crate::domain::note::NoteKind;

/// A custom field, beside the rows that have values of it.
#[derive(Debug, Serialize)]
pub(super) struct FieldView<'a> {
    name: &'a str,
    kind: &'static str,
    choices: &'a [String],
}

impl<'a> FieldView<'a> {
    pub(super) fn of(field: &'a CustomField) -> Self {
        Self { name: &field.name, kind: field.kind.key(), choices: &field.choices }
    }
}

#[derive(Deserialize)]
struct FieldIn {
    name: String,
    kind: String,
    #[serde(default)]
    choices: Vec<String>,
}

impl FieldIn {
    fn field(self) -> Option<CustomField> {
        let kind = FieldKind::ALL.into_iter().find(|kind| kind.key() == self.kind)?;
        Some(CustomField { name: self.name, kind, choices: self.choices, ..CustomField::default() })
    }
}

/// What of a client stands as it is in a cell of its own.
const PLAIN: [&str; 20] = [
    "number",
    "kind",
    "name",
    "company",
    "first_name",
    "last_name",
    "phone",
    "mobile",
    "email",
    "street",
    "street2",
    "postcode",
    "city",
    "region",
    "country",
    "siren",
    "siret",
    "vat_number",
    "website",
    "language",
];
/// The same, after what a table has between.
const MORE: [&str; 3] = ["other_id", "terms", "status"];
const CONTACT: [&str; 3] = ["first_name", "last_name", "role"];
const PLACE: [&str; 6] = ["street", "street2", "postcode", "city", "region", "country"];

/// Whether a file is an object, as JSON is that we wrote, or a list of them, which another program wrote.
pub(super) fn is_json(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let mut bytes = bytes.iter().filter(|byte| !byte.is_ascii_whitespace());
    match bytes.next() {
        Some(b'{') => true,
        Some(b'[') => matches!(bytes.next(), Some(b'{' | b'[')),
        _ => false,
    }
}

/// The table of the clients in a file, which may be as large as a file: a row of nothing has its commas all the same.
pub(super) fn table(bytes: &[u8], limits: Limits) -> Result<Vec<u8>, Unreadable> {
    let mut over = None;
    written(bytes, limits, &mut over).map_err(|_error| over.unwrap_or(Unreadable::BadJson))
}

/// Writes the table. `over` is what there is too much of, if that is why it failed.
fn written(bytes: &[u8], limits: Limits, over: &mut Option<Unreadable>) -> io::Result<Vec<u8>> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let (mut further, mut count) = (0, 0_usize);
    let mut fields = read(bytes, |row| {
        further = array(row, "contacts").len().max(further);
        count = count.saturating_add(1);
        within(count, limits.rows, over, Unreadable::TooManyRows(limits.rows))
    })?;
    fields.dedup_by(|one, other| one.is_named(&other.name));
    let further = u8::try_from(further).unwrap_or(MOST_FURTHER).min(MOST_FURTHER);
    let headers: Vec<String> =
        cells(&BTreeMap::new(), further, &fields).into_iter().map(|(header, _)| header).collect();
    let limit = limits.columns;
    within(headers.len(), limit, over, Unreadable::TooManyColumns { line: 1, limit })?;
    let mut out = Vec::new();
    let mut table = Writer::new(&mut out, Apart::Comma)?;
    table.row(headers)?;
    let mut size = 0_usize;
    read(bytes, |row| {
        let cells: Vec<String> = cells(row, further, &fields).into_iter().map(|(_, cell)| cell).collect();
        // Two quotation marks and a comma.
        let row = cells.iter().fold(0_usize, |size, cell| size.saturating_add(cell.len()).saturating_add(3));
        size = size.saturating_add(row);
        within(size, limits.bytes, over, Unreadable::TooLarge(limits.bytes))?;
        table.row(cells)
    })?;
    table.finish()?;
    Ok(out)
}

/// Fails if there is more than there may be, and says why.
fn within(count: usize, most: usize, over: &mut Option<Unreadable>, why: Unreadable) -> io::Result<()> {
    if count <= most {
        return Ok(());
    }
    *over = Some(why);
    Err(io::ErrorKind::InvalidData.into())
}

type Row = BTreeMap<String, Value>;

/// The cells of a client, each with its header.
fn cells(row: &Row, further: u8, fields: &[CustomField]) -> Vec<(String, String)> {
    let nothing = Value::Null;
    let part = |key: &str| row.get(key).unwrap_or(&nothing);
    let mut cells: Vec<(String, String)> = Vec::new();
    for key in PLAIN.into_iter().chain(MORE) {
        cells.push((key.to_owned(), text(part(key))));
    }
    for key in CONTACT {
        cells.push((format!("contact_{key}"), text(&part("contact")[key])));
    }
    for key in PLACE {
        cells.push((format!("delivery_{key}"), text(&part("delivery_address")[key])));
    }
    for n in 0..further {
        let contact = array(row, "contacts").get(usize::from(n)).unwrap_or(&nothing);
        for one in ContactPart::ALL {
            cells.push((one.header(n), text(&contact[one.key()])));
        }
    }
    let names: Vec<String> = array(row, "categories").iter().map(text).collect();
    cells.push(("categories".to_owned(), list::join(names.iter().map(String::as_str))));
    let consent = part("consent");
    cells.push(("consent_service".to_owned(), text(consent.pointer("/service/state").unwrap_or(&nothing))));
    cells.push(("consent_offers".to_owned(), text(consent.pointer("/offers/state").unwrap_or(&nothing))));
    let notes: Vec<_> = array(row, "notes").iter().map(|note| (head(note), text(&note["text"]))).collect();
    cells.push(("notes".to_owned(), dated::join(notes.iter().map(|(head, text)| (*head, text.as_str())))));
    let declined: Vec<String> = array(row, "declined").iter().map(text).collect();
    cells.push(("declined".to_owned(), declined.join(", ")));
    for field in fields {
        cells.push((custom_header(field), custom_text(field, &part("custom")[field.name.as_str()])));
    }
    cells
}

/// The day of a note and what it is about, if it has a day.
fn head(note: &Value) -> Option<Head> {
    let date = note["date"].as_str()?.parse().ok()?;
    let kind = NoteKind::ALL.into_iter().find(|kind| note["kind"] == kind.key()).unwrap_or_default();
    let remind = note["remind"].as_str().and_then(|day| day.parse().ok());
    Some(Head { date, kind, pinned: note["pinned"] == true, remind })
}

fn array<'a>(row: &'a Row, key: &str) -> &'a [Value] {
    row.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// A value of a script as a cell; nothing, and what is no value, is empty.
fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => String::new(),
    }
}

fn custom_text(field: &CustomField, value: &Value) -> String {
    match (field.kind, value) {
        (FieldKind::YesNo, Value::Bool(yes)) => if *yes { YES } else { NO }.to_owned(),
        (FieldKind::Amount, Value::Object(_)) => value["minor"].as_i64().map(amount).unwrap_or_default(),
        _ => text(value),
    }
}

/// Cents as an amount.
fn amount(minor: i64) -> String {
    let sign = if minor < 0 { "-" } else { "" };
    let cents = minor.unsigned_abs();
    format!("{sign}{}.{:02}", cents / 100, cents % 100)
}

/// Hands over each row; says which custom fields there are.
fn read(bytes: &[u8], row: impl FnMut(&Row) -> io::Result<()>) -> io::Result<Vec<CustomField>> {
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    let fields = File { row }.deserialize(&mut reader)?;
    reader.end()?;
    Ok(fields.into_iter().filter_map(FieldIn::field).collect())
}

/// The whole file.
struct File<F> {
    row: F,
}

impl<'de, F: FnMut(&Row) -> io::Result<()>> DeserializeSeed<'de> for File<F> {
    type Value = Vec<FieldIn>;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Self::Value, D::Error> {
        from.deserialize_map(self)
    }
}

impl<'de, F: FnMut(&Row) -> io::Result<()>> Visitor<'de> for File<F> {
    type Value = Vec<FieldIn>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with rows")
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut fields = Vec::new();
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "custom_fields" => {
                    let all = map.next_value_seed(Bounded(&Cell::new(VALUES)))?;
                    fields = serde_json::from_value(all).map_err(serde::de::Error::custom)?;
                }
                "rows" => map.next_value_seed(Each(&mut self.row))?,
                _ => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(fields)
    }
}

/// The rows.
struct Each<'f, F>(&'f mut F);

impl<'de, F: FnMut(&Row) -> io::Result<()>> DeserializeSeed<'de> for Each<'_, F> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_seq(self)
    }
}

impl<'de, F: FnMut(&Row) -> io::Result<()>> Visitor<'de> for Each<'_, F> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of clients")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut rows: A) -> Result<(), A::Error> {
        while let Some(row) = rows.next_element_seed(Client)? {
            (self.0)(&row).map_err(serde::de::Error::custom)?;
        }
        Ok(())
    }
}

/// One client.
struct Client;

impl<'de> DeserializeSeed<'de> for Client {
    type Value = Row;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Row, D::Error> {
        match Bounded(&Cell::new(VALUES)).deserialize(from)? {
            Value::Object(row) => Ok(row.into_iter().collect()),
            _ => Err(serde::de::Error::custom("a client is an object")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::csv::Table;

    fn rows(json: &str) -> Vec<Vec<(String, String)>> {
        let bytes = table(json.as_bytes(), Limits::FILE).unwrap();
        let table = Table::read(&bytes, Limits::FILE).unwrap();
        let header = table.header();
        let row = |row: &crate::files::csv::Row| {
            let cells = (0..row.len()).map(|at| (header.cell(at).to_owned(), row.cell(at).to_owned()));
            cells.filter(|(_, cell)| !cell.is_empty()).collect()
        };
        table.rows().map(|one| row(&one.unwrap())).collect()
    }

    #[test]
    fn an_object_is_told_from_a_table() {
        assert!(is_json(b" \n{\"total\": 0}") && is_json("\u{feff}{".as_bytes()));
        assert!(!is_json(b"Nom;Ville") && !is_json(b"[1]") && !is_json(b""));
        assert!(is_json(b"[ {\"name\": 1}]") && is_json(b"[[") && !is_json(b"[Nom];{Ville}"));
    }

    #[test]
    fn every_value_stands_in_its_cell() {
        let json = "{\"total\": 1, \"custom_fields\": [{\"name\":\"Prix\",\"kind\":\"amount\"},{\"name\":\"VIP\",\"kind\":\"yes_no\"},\
                    {\"name\":\"x\",\"kind\":\"none\"}], \"other\": [1], \"rows\": [{\"id\":7,\"number\":\"0042\",\"company\":\"Asie\",\
                    \"contact\":{\"role\":\"chef\"},\"delivery_address\":{\"city\":\"Lyon\"},\"contacts\":[{\"email\":\"a@b.fr\"}],\
                    \"categories\":[\"A, b\",\"C\"],\"consent\":{\"offers\":{\"state\":\"given\"}},\"notes\":[{\"text\":\"a\"},{\"text\":\"b\"}],\
                    \"declined\":[\"email\",\"phone\"],\"custom\":{\"Prix\":{\"minor\":-1205,\"currency\":\"EUR\"},\"VIP\":true},\"status\":\"archived\"}]}";
        let text: Vec<String> =
            rows(json)[0].iter().map(|(header, cell)| format!("{header}={cell}")).collect();
        assert_eq!(
            text.join("|"),
            "number=0042|company=Asie|status=archived|contact_role=chef|delivery_city=Lyon|contact_2_email=a@b.fr|\
             categories=\"A, b\", C|consent_offers=given|notes=a\n\nb|declined=email, phone|Prix (custom:amount)=-12.05|\
             VIP (custom:yes_no)=yes"
        );
        for minor in [0, 5, -5, 100, i64::MIN] {
            assert_eq!(amount(minor).replace('.', "").parse::<i64>(), Ok(minor));
        }
    }

    #[test]
    fn what_is_no_list_of_clients_is_an_error() {
        for json in ["{", "{\"rows\": 1}", "{\"rows\": [1]}", "{\"rows\": []} x", "[]"] {
            assert_eq!(table(json.as_bytes(), Limits::FILE), Err(Unreadable::BadJson), "{json}");
        }
        assert!(
            String::from_utf8(table(b"{}", Limits::FILE).unwrap())
                .unwrap()
                .starts_with("\"number\",\"kind\",\"name\"")
        );
    }

    #[test]
    fn a_table_is_no_larger_than_a_file_may_be() {
        let fields = |n: usize| {
            let field = |at| format!("{{\"name\":\"f{at}\",\"kind\":\"text\"}}");
            (0..n).map(field).collect::<Vec<_>>().join(",")
        };
        let of = |fields: &str, rows: &str| format!("{{\"custom_fields\":[{fields}],\"rows\":[{rows}]}}");
        let limits = Limits { rows: 2, columns: 40, ..Limits::FILE };
        let read = |json: String, limits| table(json.as_bytes(), limits);
        assert_eq!(read(of("", "{},{},{}"), limits), Err(Unreadable::TooManyRows(2)));
        let whole = read(of("", "{},{}"), limits).unwrap();
        let (header, rows) = whole.split_at(whole.iter().position(|byte| *byte == b'\n').unwrap() + 1);
        let columns = header.split(|byte| *byte == b',').count();
        let wide = Unreadable::TooManyColumns { line: 1, limit: 40 };
        assert_eq!(read(of(&fields(41 - columns), "{}"), limits), Err(wide));
        read(of(&fields(40 - columns), "{}"), limits).unwrap();
        // The last cell of a row has a line break of two bytes where the others have a comma.
        let bytes = rows.len() - 2;
        read(of("", "{},{}"), Limits { bytes, ..limits }).unwrap();
        let less = Limits { bytes: bytes - 1, ..limits };
        assert_eq!(read(of("", "{},{}"), less), Err(Unreadable::TooLarge(bytes - 1)));
    }

    #[test]
    fn too_many_custom_fields_are_an_error() {
        let fields = "{\"name\":\"a\",\"kind\":\"text\"},".repeat(VALUES / 3);
        let json =
            format!("{{\"custom_fields\":[{fields}{{\"name\":\"b\",\"kind\":\"text\"}}],\"rows\":[{{}}]}}");
        assert_eq!(table(json.as_bytes(), Limits::FILE), Err(Unreadable::BadJson));
    }

    #[test]
    fn a_client_of_too_many_values_is_an_error() {
        let notes = |n: usize| format!("{{\"rows\":[{{\"notes\":[{}0]}}]}}", "0,".repeat(n));
        // The client and the list are two.
        assert!(table(notes(VALUES - 3).as_bytes(), Limits::FILE).is_ok());
        assert_eq!(table(notes(VALUES - 2).as_bytes(), Limits::FILE), Err(Unreadable::BadJson));
    }
}

//! A client as scripts and spreadsheets see it: the one list of keys, used by JSON and CSV alike.
//!
//! Keys are English and never renamed. Everything is there as it was typed; what Comptoir works out (name, missing,
//! doubts) stands beside it.

use std::borrow::Cow;

use serde::Serialize;

use super::cell::Is;
use super::custom::{Custom, custom_header};
use super::dated;
use super::headers::ContactPart;
use super::list;
use super::notes::Dossier;
use super::said::ConsentView;
use crate::domain::address::Address;
use crate::domain::attachment::Attachment;
use crate::domain::client::{Client, Contact};
use crate::domain::custom_field::CustomField;
use crate::domain::doubt::doubts;
use crate::domain::field::Field;
use crate::domain::note::Note;
use crate::domain::place::Place as At;
use crate::domain::setup::{HOME, Setup};
use crate::format::{iso_date, iso_moment};

/// A client with its notes, under the keys that scripts rely on.
#[derive(Debug, Serialize)]
pub struct ClientView<'a> {
    id: u64,
    number: &'a str,
    kind: &'static str,
    name: String,
    company: &'a str,
    first_name: &'a str,
    last_name: &'a str,
    contact: MainContact<'a>,
    phone: &'a str,
    mobile: &'a str,
    email: &'a str,
    street: &'a str,
    street2: &'a str,
    postcode: &'a str,
    city: &'a str,
    region: &'a str,
    country: &'a str,
    delivery_address: Option<Place<'a>>,
    siren: &'a str,
    siret: &'a str,
    vat_number: &'a str,
    other_id: &'a str,
    website: &'a str,
    language: &'a str,
    terms: &'a str,
    contacts: Vec<FurtherContact<'a>>,
    /// Names.
    categories: Vec<&'a str>,
    custom: Custom<'a>,
    consent: ConsentView<'a>,
    /// None where they were not asked for: they are private.
    notes: Option<Vec<NoteView<'a>>>,
    /// As the notes.
    attachments: Option<Vec<FileView<'a>>>,
    declined: Vec<&'static str>,
    status: &'static str,
    missing: Vec<&'static str>,
    doubts: Vec<String>,
    created: String,
    updated: String,
    #[serde(skip)]
    all_notes: String,
}

#[derive(Debug, Serialize)]
struct MainContact<'a> {
    first_name: &'a str,
    last_name: &'a str,
    role: &'a str,
}

#[derive(Debug, Serialize)]
struct FurtherContact<'a> {
    first_name: &'a str,
    last_name: &'a str,
    role: &'a str,
    email: &'a str,
    phone: &'a str,
}

#[derive(Debug, Serialize)]
struct Place<'a> {
    street: &'a str,
    street2: &'a str,
    postcode: &'a str,
    city: &'a str,
    region: &'a str,
    country: &'a str,
}

#[derive(Debug, Serialize)]
struct NoteView<'a> {
    date: String,
    kind: &'static str,
    text: &'a str,
    pinned: bool,
    remind: Option<String>,
}

#[derive(Debug, Serialize)]
struct FileView<'a> {
    name: &'a str,
    size: u64,
    sha256: &'a str,
}

/// The columns of a table that are not the same for every book.
#[derive(Clone, Debug, Default)]
pub struct Columns {
    /// The most further contacts that a client has.
    pub further: u8,
    /// The custom fields, in their order.
    pub fields: Vec<CustomField>,
}

impl<'a> ClientView<'a> {
    /// The client with what is kept beside its record.
    pub fn of(client: &'a Client, dossier: &'a Dossier, setup: &'a Setup) -> Self {
        let mut doubtful: Vec<At> = doubts(client, setup).into_iter().map(|doubt| doubt.place).collect();
        doubtful.dedup();
        let private = dossier.private.as_ref();
        let category = |id: &u64| setup.category(*id).map(|category| category.name.as_str());
        Self {
            id: client.id.0,
            number: &client.number,
            kind: client.kind.key(),
            name: client.name(),
            company: &client.company,
            first_name: &client.first_name,
            last_name: &client.last_name,
            contact: MainContact {
                first_name: &client.contact.first_name,
                last_name: &client.contact.last_name,
                role: &client.contact.role,
            },
            phone: client.phone.typed(),
            mobile: client.mobile.typed(),
            email: &client.email,
            street: &client.address.street,
            street2: &client.address.street2,
            postcode: &client.address.postcode,
            city: &client.address.city,
            region: &client.address.region,
            country: &client.address.country,
            delivery_address: client.delivery_address.as_ref().map(Place::of),
            siren: &client.siren,
            siret: &client.siret,
            vat_number: &client.vat_number,
            other_id: &client.other_id,
            website: &client.website,
            language: &client.language,
            terms: &client.terms,
            contacts: client.contacts.iter().map(FurtherContact::of).collect(),
            categories: client.categories.iter().filter_map(category).collect(),
            custom: Custom::of(client, setup),
            consent: ConsentView::of(&dossier.consents),
            notes: private.map(|(notes, _)| notes.iter().map(NoteView::of).collect()),
            attachments: private.map(|(_, files)| files.iter().map(FileView::of).collect()),
            declined: keys(client.declined.iter().copied()),
            status: client.status.key(),
            missing: keys(setup.policy.missing(client)),
            doubts: doubtful.iter().map(At::to_string).collect(),
            created: iso_moment(client.created),
            updated: iso_moment(client.updated),
            all_notes: dated::of(dossier.notes()),
        }
    }

    /// The cells of a table with these columns: nested things stand flat, lists in one cell.
    pub fn cells(&self, columns: &Columns) -> Vec<Cow<'_, str>> {
        self.columns(columns).into_iter().map(|(_, cell)| cell).collect()
    }

    fn columns(&self, of: &Columns) -> Vec<(String, Cow<'_, str>)> {
        let mut columns: Vec<(String, Cow<'_, str>)> = Vec::with_capacity(50);
        let mut put = |header: &str, cell: Cow<'_, str>| {
            columns.push((header.to_owned(), Cow::Owned(cell.into_owned())));
        };
        put("id", self.id.to_string().into());
        put("number", self.number.into());
        put("kind", self.kind.into());
        put("name", self.name.as_str().into());
        put("company", self.company.into());
        put("first_name", self.first_name.into());
        put("last_name", self.last_name.into());
        put("contact_first_name", self.contact.first_name.into());
        put("contact_last_name", self.contact.last_name.into());
        put("contact_role", self.contact.role.into());
        put("phone", self.phone.into());
        put("mobile", self.mobile.into());
        put("email", self.email.into());
        put("street", self.street.into());
        put("street2", self.street2.into());
        put("postcode", self.postcode.into());
        put("city", self.city.into());
        put("region", self.region.into());
        put("country", self.country.into());
        for (header, part) in Place::parts(self.delivery_address.as_ref()) {
            put(header, part.into());
        }
        put("siren", self.siren.into());
        put("siret", self.siret.into());
        put("vat_number", self.vat_number.into());
        put("other_id", self.other_id.into());
        put("website", self.website.into());
        put("language", self.language.into());
        put("terms", self.terms.into());
        for n in 0..of.further {
            for part in ContactPart::ALL {
                let cell =
                    self.contacts.get(usize::from(n)).map(|contact| contact.part(part)).unwrap_or_default();
                put(&part.header(n), cell.into());
            }
        }
        put("categories", list::join(self.categories.iter().copied()).into());
        put("consent_service", self.consent.service.state.into());
        put("consent_offers", self.consent.offers.state.into());
        put("notes", self.all_notes.as_str().into());
        put("declined", self.declined.join(", ").into());
        put("status", self.status.into());
        put("missing", self.missing.join(", ").into());
        put("doubts", self.doubts.join(", ").into());
        put("created", self.created.as_str().into());
        put("updated", self.updated.as_str().into());
        for field in &of.fields {
            put(&custom_header(field), self.custom.text(field.id).into());
        }
        columns
    }
}

/// The headers of a table with these columns.
pub fn headers(columns: &Columns) -> Vec<String> {
    let (nobody, dossier, setup) = (Client::default(), Dossier::default(), Setup::new(HOME));
    let view = ClientView::of(&nobody, &dossier, &setup);
    view.columns(columns).into_iter().map(|(header, _)| header).collect()
}

/// What the cells of a table with these columns are.
pub(super) fn kinds(columns: &Columns) -> Vec<Is> {
    let named = headers(columns).len().saturating_sub(columns.fields.len());
    let kind = |header: &String| match header.as_str() {
        "id" => Is::Number,
        "created" | "updated" => Is::Moment,
        _ => Is::Text,
    };
    let mut kinds: Vec<Is> = headers(columns).iter().take(named).map(kind).collect();
    kinds.extend(columns.fields.iter().map(Is::of));
    kinds
}

impl<'a> FurtherContact<'a> {
    fn of(contact: &'a Contact) -> Self {
        Self {
            first_name: &contact.first_name,
            last_name: &contact.last_name,
            role: &contact.role,
            email: &contact.email,
            phone: contact.phone.typed(),
        }
    }

    fn part(&self, part: ContactPart) -> &'a str {
        match part {
            ContactPart::FirstName => self.first_name,
            ContactPart::LastName => self.last_name,
            ContactPart::Role => self.role,
            ContactPart::Email => self.email,
            ContactPart::Phone => self.phone,
        }
    }
}

impl<'a> Place<'a> {
    /// Its parts, each with its header in a table.
    fn parts(place: Option<&Self>) -> [(&'static str, &'a str); 6] {
        let nowhere = Self { street: "", street2: "", postcode: "", city: "", region: "", country: "" };
        let place = place.unwrap_or(&nowhere);
        [
            ("delivery_street", place.street),
            ("delivery_street2", place.street2),
            ("delivery_postcode", place.postcode),
            ("delivery_city", place.city),
            ("delivery_region", place.region),
            ("delivery_country", place.country),
        ]
    }

    fn of(address: &'a Address) -> Self {
        Self {
            street: &address.street,
            street2: &address.street2,
            postcode: &address.postcode,
            city: &address.city,
            region: &address.region,
            country: &address.country,
        }
    }
}

impl<'a> NoteView<'a> {
    fn of(note: &'a Note) -> Self {
        Self {
            date: iso_date(note.date),
            kind: note.kind.key(),
            text: &note.text,
            pinned: note.pinned,
            remind: note.remind.map(iso_date),
        }
    }
}

impl<'a> FileView<'a> {
    fn of(file: &'a Attachment) -> Self {
        Self { name: &file.name, size: file.size, sha256: &file.sha256.0 }
    }
}

fn keys(fields: impl IntoIterator<Item = Field>) -> Vec<&'static str> {
    fields.into_iter().map(Field::key).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::attachment::Sha256;
    use crate::domain::category::Category;
    use crate::domain::client::{ClientId, ClientKind, Status};
    use crate::domain::custom_field::FieldKind;
    use crate::domain::note::NoteKind;
    use crate::domain::phone::Phone;
    use crate::domain::record::Moment;

    fn client() -> Client {
        Client {
            id: ClientId(7),
            number: "0007".into(),
            kind: ClientKind::Individual,
            first_name: "Léa".into(),
            last_name: "Martin".into(),
            email: "nonsense".into(),
            phone: Phone::parse("01 42 68 53 00", "FR"),
            declined: [Field::City, Field::Postcode, Field::Street].into(),
            delivery_address: Some(Address { city: "Lyon".into(), ..Address::default() }),
            contacts: vec![Contact { role: "comptable".into(), ..Contact::default() }],
            status: Status::Archived,
            created: Moment(0),
            updated: Moment(1000),
            ..Client::default()
        }
    }

    /// A book with two categories, two custom fields, and a client in both.
    fn setup() -> Setup {
        let category = |id, name: &str| Category { id, name: name.into(), ..Category::default() };
        let field =
            |id, name: &str, kind| CustomField { id, name: name.into(), kind, ..CustomField::default() };
        Setup::new(HOME).with(
            vec![category(1, "Gros, demi-gros"), category(2, "Amis")],
            vec![field(1, "Remise", FieldKind::Number), field(2, "email", FieldKind::Date)],
        )
    }

    fn dossier() -> Dossier {
        let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
        let note = Note {
            id: 1,
            client: ClientId(7),
            date: day,
            kind: NoteKind::Call,
            text: "rappeler".into(),
            pinned: true,
            remind: day.succ_opt(),
        };
        let other = Note { id: 2, text: "fait".into(), pinned: false, remind: None, ..note.clone() };
        let file = Attachment {
            id: 1,
            client: ClientId(7),
            note: None,
            name: "devis.pdf".into(),
            size: 12,
            sha256: Sha256("ab".into()),
            added: Moment(0),
        };
        Dossier { consents: Vec::new(), private: Some((vec![note, other], vec![file])) }
    }

    #[test]
    fn the_keys_are_these_in_this_order() {
        let client = Client {
            categories: vec![2, 1, 9],
            custom: [(1, "12.5".into()), (9, "gone".into())].into(),
            ..client()
        };
        let (dossier, setup) = (dossier(), setup());
        let view = ClientView::of(&client, &dossier, &setup);
        let not_asked = "{\"state\":\"not_asked\",\"channels\":{},\"day\":null,\"method\":null,\"words\":null,\"language\":null}";
        assert_eq!(
            serde_json::to_string(&view).unwrap(),
            "{\"id\":7,\"number\":\"0007\",\"kind\":\"individual\",\"name\":\"Léa Martin\",\"company\":\"\",\
             \"first_name\":\"Léa\",\"last_name\":\"Martin\",\
             \"contact\":{\"first_name\":\"\",\"last_name\":\"\",\"role\":\"\"},\"phone\":\"01 42 68 53 00\",\"mobile\":\"\",\
             \"email\":\"nonsense\",\"street\":\"\",\"street2\":\"\",\"postcode\":\"\",\"city\":\"\",\"region\":\"\",\"country\":\"\",\
             \"delivery_address\":{\"street\":\"\",\"street2\":\"\",\"postcode\":\"\",\"city\":\"Lyon\",\"region\":\"\",\"country\":\"\"},\
             \"siren\":\"\",\"siret\":\"\",\"vat_number\":\"\",\"other_id\":\"\",\"website\":\"\",\"language\":\"\",\"terms\":\"\",\
             \"contacts\":[{\"first_name\":\"\",\"last_name\":\"\",\"role\":\"comptable\",\"email\":\"\",\"phone\":\"\"}],\
             \"categories\":[\"Amis\",\"Gros, demi-gros\"],\"custom\":{\"Remise\":\"12.5\"},\
             \"consent\":{\"service\":N,\"offers\":N},\
             \"notes\":[{\"date\":\"2026-11-24\",\"kind\":\"call\",\"text\":\"rappeler\",\"pinned\":true,\"remind\":\"2026-11-25\"},\
             {\"date\":\"2026-11-24\",\"kind\":\"call\",\"text\":\"fait\",\"pinned\":false,\"remind\":null}],\
             \"attachments\":[{\"name\":\"devis.pdf\",\"size\":12,\"sha256\":\"ab\"}],\
             \"declined\":[\"street\",\"postcode\",\"city\"],\"status\":\"archived\",\"missing\":[],\"doubts\":[\"email\"],\
             \"created\":\"1970-01-01T00:00:00Z\",\"updated\":\"1970-01-01T00:00:01Z\"}"
                .replace(":N", &format!(":{not_asked}"))
        );
    }

    #[test]
    fn what_is_private_is_null_unless_asked_for() {
        let (client, setup) = (client(), setup());
        let dossier = Dossier::default();
        let json = serde_json::to_value(ClientView::of(&client, &dossier, &setup)).unwrap();
        assert_eq!(
            (&json["notes"], &json["attachments"]),
            (&serde_json::Value::Null, &serde_json::Value::Null)
        );
    }

    #[test]
    fn a_table_has_the_same_keys_flat() {
        let columns = Columns { further: 1, fields: setup().fields().to_vec() };
        assert_eq!(
            headers(&Columns::default()).join(" "),
            "id number kind name company first_name last_name contact_first_name contact_last_name contact_role phone mobile \
             email street street2 postcode city region country delivery_street delivery_street2 delivery_postcode \
             delivery_city delivery_region delivery_country siren siret vat_number other_id website language terms categories \
             consent_service consent_offers notes declined status missing doubts created updated"
        );
        let client = Client { categories: vec![1, 2], custom: [(2, "2026-11-24".into())].into(), ..client() };
        let (dossier, setup) = (dossier(), setup());
        let view = ClientView::of(&client, &dossier, &setup);
        let cells: Vec<(String, Cow<'_, str>)> = headers(&columns)
            .into_iter()
            .zip(view.cells(&columns))
            .filter(|(_, cell)| !cell.is_empty())
            .collect();
        let text =
            cells.iter().map(|(header, cell)| format!("{header}={cell}")).collect::<Vec<_>>().join("|");
        assert_eq!(
            text,
            "id=7|number=0007|kind=individual|name=Léa Martin|first_name=Léa|last_name=Martin|phone=01 42 68 53 00|\
             email=nonsense|delivery_city=Lyon|contact_2_role=comptable|categories=\"Gros, demi-gros\", Amis|\
             consent_service=not_asked|consent_offers=not_asked|\
             notes=[2026-11-24 call pinned remind 2026-11-25]\nrappeler\n\n[2026-11-24 call]\nfait|\
             declined=street, postcode, city|status=archived|doubts=email|created=1970-01-01T00:00:00Z|\
             updated=1970-01-01T00:00:01Z|email (custom:date)=2026-11-24"
        );
        assert_eq!(headers(&columns).last().map(String::as_str), Some("email (custom:date)"));
    }
}

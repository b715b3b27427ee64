//! What the columns of files of other programs mean.

use comptoir::domain::custom_field::{CustomField, FieldKind};
use comptoir::domain::field::Field;
use comptoir::domain::setup::{HOME, Setup};
use comptoir::files::headers::{ContactPart, Target, columns, gnucash, is_gnucash};
use comptoir::files::mapping::Mapping;
use comptoir::files::table::{Limits, Table};

fn targets(headers: &str) -> Vec<Option<Target>> {
    columns(headers.split('|'), &Setup::new(HOME)).into_iter().map(|column| column.target).collect()
}

/// A book with custom fields of these names, whose ids count from 1.
fn book_with(names: &[&str]) -> Setup {
    let field = |(id, name): (u64, &&str)| CustomField { id, name: (*name).into(), ..CustomField::default() };
    Setup::new(HOME).with(Vec::new(), (1..).zip(names).map(field).collect())
}

#[test]
fn a_custom_field_is_known_by_its_name_unless_something_surer_has_it() {
    let setup = book_with(&["Code APE", "E-mail", "Adresse du client", "★"]);
    let targets = |headers: &str| -> Vec<Option<Target>> {
        columns(headers.split('|'), &setup).into_iter().map(|column| column.target).collect()
    };
    assert_eq!(targets("code ape|Code  APÉ|NAF"), [Some(Target::Custom(1)), None, None]);
    assert_eq!(
        targets("E-mail|E-mail (custom:text)"),
        [Some(Target::Field(Field::Email)), Some(Target::Custom(2))]
    );
    // The same words in another order are less sure than the name.
    assert_eq!(targets("Client adresse"), [Some(Target::Field(Field::Street))]);
    assert_eq!(targets("Adresse du client"), [Some(Target::Custom(3))]);
    assert_eq!(targets("★|☆|Code APE (custom:day)"), [Some(Target::Custom(4)), None, None]);
    let own = "number|kind|name|company|Code APE (custom:number)|E-mail|email|★";
    assert_eq!(
        targets(own)[4..],
        [
            Some(Target::Custom(1)),
            Some(Target::Custom(2)),
            Some(Target::Field(Field::Email)),
            Some(Target::Custom(4))
        ]
    );
}

#[test]
fn a_field_that_the_book_lacks_is_made_once() {
    let setup = book_with(&["Niveau"]);
    let long = format!("{} (custom:text)", "é".repeat(101));
    let headers = [
        "Nom",
        "NIVEAU (custom:text)",
        "Fête (custom:date)",
        " Fete\t(custom:text)",
        "fete (custom:text)",
        &long,
    ];
    let quoted: Vec<String> = headers.iter().map(|header| format!("\"{header}\"")).collect();
    let table = Table::read(format!("{}\nAsie\n", quoted.join(",")).as_bytes(), Limits::FILE).unwrap();
    let mapping = Mapping::guess(&table, &setup).unwrap();
    let made: Vec<_> = mapping
        .columns()
        .iter()
        .filter_map(|column| match column.target? {
            Target::NewField(kind) => Some((column.header.as_str(), kind)),
            _ => None,
        })
        .collect();
    assert_eq!(made, [("Fête (custom:date)", FieldKind::Date)]);
}

#[test]
fn tags_groups_and_labels_are_categories() {
    for header in ["Categories", "Catégories", "Tags", "Étiquettes", "Labels", "Group Membership", "Groupe"]
    {
        assert_eq!(targets(header), [Some(Target::Categories)], "{header}");
    }
    let own = "number|kind|name|company|categories|consent|consent_service|consent_offers|custom";
    assert_eq!(
        targets(own)[4..],
        [
            Some(Target::Categories),
            Some(Target::LeftBehind),
            Some(Target::LeftBehind),
            Some(Target::LeftBehind),
            None
        ]
    );
    assert_eq!(targets("consent_offers"), [None]);
}

fn fields(headers: &str) -> Vec<Option<Field>> {
    targets(headers)
        .into_iter()
        .map(|target| match target {
            Some(Target::Field(field)) => Some(field),
            _ => None,
        })
        .collect()
}

#[test]
fn northwind() {
    use Field::{City, Company, ContactRole, Country, Number, Phone, Postcode, Region, Street};
    let headers = "customerID|companyName|contactTitle|address|city|region|postalCode|country|phone|fax";
    assert_eq!(
        fields(headers),
        [
            Some(Number),
            Some(Company),
            Some(ContactRole),
            Some(Street),
            Some(City),
            Some(Region),
            Some(Postcode),
            Some(Country),
            Some(Phone),
            None
        ]
    );
    assert_eq!(targets("companyName|contactName")[1], Some(Target::ContactName));
}

#[test]
fn the_code_in_a_bracket_wins() {
    use Field::{City, Company, Country, Mobile, Siren, Siret, Terms, VatNumber};
    assert_eq!(
        fields(
            "Nom du tiers* (s.nom)|Email (s.town)|Pays (s.fk_pays)|Téléphone (s.phone_mobile)|Nom (s.name_alias)|\
             Identifiant professionnel 1 (s.siren)|x (s.siret)|y (s.tva_intra)|Ville (extra.ville)|z (s.cond_reglement)"
        ),
        [
            Some(Company),
            Some(City),
            Some(Country),
            Some(Mobile),
            None,
            Some(Siren),
            Some(Siret),
            Some(VatNumber),
            None,
            Some(Terms)
        ]
    );
    assert_eq!(targets("État* (s.status)|Note (s.note_private)"), [Some(Target::Status), Some(Target::Note)]);
}

#[test]
fn another_bracket_is_set_aside() {
    assert_eq!(fields("Pays (Alpha-2)|Email(s)|Actif ?"), [Some(Field::Country), Some(Field::Email), None]);
    assert_eq!(
        fields("Téléphone (portable)|Téléphone (standard)"),
        [Some(Field::Mobile), Some(Field::Phone)]
    );
}

#[test]
fn the_same_words_in_another_order_are_the_same_header() {
    assert_eq!(
        fields("Client Address 1|postal de code|SIRET (n°)|Ville du client|Business Phone|billing.zip_code"),
        [
            Some(Field::Street),
            Some(Field::Postcode),
            Some(Field::Siret),
            Some(Field::City),
            Some(Field::Phone),
            None
        ]
    );
    assert_eq!(fields("Phone 2|Fax|E-mail 2 Address|APE|Devise|Date"), [None; 6]);
}

#[test]
fn the_better_match_has_the_field() {
    assert_eq!(fields("id|reference|customer number"), [None, None, Some(Field::Number)]);
    assert_eq!(fields("Ville|City"), [None, Some(Field::City)]);
    assert_eq!(fields("Ville|Localité"), [Some(Field::City), None]);
    assert_eq!(fields("Ville|city"), [None, Some(Field::City)]);
    assert_eq!(targets("Notes|Commentaire"), [Some(Target::Note), None]);
}

#[test]
fn nom_beside_prenom_is_the_surname() {
    let last = Some(Target::Field(Field::LastName));
    let first = Some(Target::Field(Field::FirstName));
    let name = Some(Target::Name);
    assert_eq!(targets("Nom|Prénom"), [last, first]);
    assert_eq!(targets("Nom|Ville|Prénom"), [last, Some(Target::Field(Field::City)), first]);
    assert_eq!(targets("Nom|Rue|Prénom|Nom"), [name, Some(Target::Field(Field::Street)), first, last]);
    assert_eq!(targets("Nom|Nom de famille|Prénom"), [name, last, first]);
    assert_eq!(targets("Nom"), [name]);
    assert_eq!(targets("Nombre|Ciudad"), [name, Some(Target::Field(Field::City))]);
    assert_eq!(targets("Nombre|Apellidos"), [first, last]);
}

#[test]
fn indy_has_two_addresses() {
    use Field::{City, Country, Email, FirstName, LastName, Phone, Postcode, Siret, Street, VatNumber};
    let f = |field| Some(Target::Field(field));
    let d = |field| Some(Target::Delivery(field));
    assert_eq!(
        targets(
            "Type|Nom de famille|Prénom|Nom d'entreprise|N° SIRET|N° de TVA|Adresse facturation|Ville facturation|\
             Code postal|Pays (Alpha-2)|Adresse livraison|Ville livraison|Code postal|Pays|Téléphone|Email(s)|\
             Informations supplémentaires"
        ),
        [
            Some(Target::Kind),
            f(LastName),
            f(FirstName),
            f(Field::Company),
            f(Siret),
            f(VatNumber),
            f(Street),
            f(City),
            f(Postcode),
            f(Country),
            d(Street),
            d(City),
            d(Postcode),
            d(Country),
            f(Phone),
            f(Email),
            Some(Target::Note)
        ]
    );
}

#[test]
fn delivery_addresses_of_others() {
    let d = |field| Some(Target::Delivery(field));
    assert_eq!(
        targets(
            "Shipping Apt/Suite|ship-to_postal_code/zip_code|Complément adresse de livraison|Shipping Phone"
        ),
        [d(Field::Street2), d(Field::Postcode), None, None]
    );
}

#[test]
fn our_own_files_are_read_whole() {
    assert_eq!(
        targets(
            "id|number|kind|name|company|contact_first_name|delivery_city|contact_2_email|declined|missing|notes|custom"
        ),
        [
            Some(Target::Computed),
            Some(Target::Field(Field::Number)),
            Some(Target::Kind),
            Some(Target::ShownName),
            Some(Target::Field(Field::Company)),
            Some(Target::Field(Field::ContactFirstName)),
            Some(Target::Delivery(Field::City)),
            Some(Target::Further(0, ContactPart::Email)),
            Some(Target::Declined),
            Some(Target::Computed),
            Some(Target::Note),
            None
        ]
    );
    assert_eq!(ContactPart::Email.header(0), "contact_2_email");
    assert_eq!(targets("number|kind|name|company|contact_1_email|contact_102_email")[4..], [None, None]);
    assert_eq!(
        targets("number|kind|name|company|contact_101_phone")[4],
        Some(Target::Further(99, ContactPart::Phone))
    );
}

#[test]
fn gnucash_writes_no_header() {
    let row = ["1", "Asie", "", "2 rue", "", "", "", "", "", "", "", "", "", "", "", "", "", "", ""];
    let read = gnucash(&Setup::new(HOME));
    assert_eq!(read[0].target, Some(Target::Field(Field::Number)));
    assert_eq!(read[2].target, Some(Target::FullName));
    assert_eq!(read[3].target, Some(Target::AddressLine(0)));
    assert_eq!(read[6].target, Some(Target::AddressLine(3)));
    assert_eq!(read[13].target, Some(Target::DeliveryLine(1)));
    assert!(is_gnucash(row));
    assert!(!is_gnucash(row.into_iter().skip(1)) && !is_gnucash(row.into_iter().chain([""])));
    assert!(
        !is_gnucash(row.map(|_| "Ville"))
            && !is_gnucash(row.map(|cell| if cell == "Asie" { " " } else { cell }))
    );
    // "2 rue" and another word that heads columns elsewhere are no header, three are; nor are nineteen words.
    assert!(!is_gnucash(row.map(|cell| if cell.is_empty() { "x" } else { cell })));
    let with = |words: [&'static str; 2]| {
        let mut row = row;
        (row[10], row[11]) = words.into();
        row
    };
    assert!(is_gnucash(with(["Web", ""])) && !is_gnucash(with(["Web", "Ville"])));
}

#[test]
fn a_header_stands_on_one_line() {
    let columns = columns(["Code\r\npostal ", "\u{1}Code\nAPE"], &Setup::new(HOME));
    assert_eq!(columns[0].target, Some(Target::Field(Field::Postcode)));
    assert_eq!((columns[1].target, columns[1].header.as_str()), (None, "Code APE"));
}

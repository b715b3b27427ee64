//! The words by which the parts of an address are told apart, in the languages that addresses come in.
//!
//! All are folded. They are few on purpose: a part that no word tells is kept where it stands.

use super::super::fold::{digits, fold};

/// What a piece of an address is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Number and street, by a word that says so.
    Street,
    /// Building, floor, post box.
    Complement,
    /// "Care of", "for the attention of".
    CareOf,
    /// It has a number, and that is all that is known: "Unter den Linden 77", "Studio 54".
    Numbered,
    /// Letters only: a name, a hamlet, a city.
    Other,
}

/// Words that open a street, after its number if that comes first.
const OPENING: &str = "allee allees av ave avenue bd bld blvd boulevard carrefour ch chaussee che chemin cour cours \
    esplanade faubourg fbg imp impasse levee montee passage pl place placette promenade quai rocade rond route rte rue \
    ruelle sentier square sq traverse venelle voie \
    calle camino carrer carretera ctra avda avenida avinguda paseo passeig plaza pza ronda travesia glorieta \
    corso largo piazza piazzale strada viale via vicolo contrada lungarno \
    rua travessa praca estrada alameda";

/// Words that close a street in English, the number being somewhere before.
const CLOSING: &str = "alley ave avenue blvd boulevard circle cir close court crescent ct dr drive gardens grove highway \
    hill hwy lane ln mews parade parkway pkwy pl place plaza rd road row sq square st street ter terrace trail way walk \
    wharf yard";

/// Ends of German and Dutch words for streets; such a word has more before it, or stands alone.
const ENDINGS: [&str; 23] = [
    "strasse", "str", "weg", "platz", "gasse", "allee", "ring", "damm", "ufer", "graben", "markt",
    "chaussee", "steig", "straat", "laan", "plein", "gracht", "kade", "dijk", "singel", "steenweg", "hof",
    "lei",
];

/// Words that open a complement.
const COMPLEMENTS: &str = "appartement appt apt apartment bat batiment boite bte box bp building bus \
    chez cs cedex entree escalier esc etage etg floor flat galerie hall hinterhaus immeuble imm interno lieudit lot \
    lotissement lot parc planta piso porte postbus postfach puerta res residence room scala studio suite tour tsa unit \
    za zac zi zone niveau aile bloc rdc rez";

/// Words that are a complement with a number before them: "2e étage", "3. Stock".
const FLOORS: &str = "etage floor stock planta piso piano og verdieping esc apt appt";

/// Words that open the name of a person.
const TITLES: &str =
    "m mr mrs ms mme mlle monsieur madame mademoiselle me maitre dr docteur herr frau sr sra sig don";

/// Legal forms, as a word of the name.
const FORMS: &str = "sarl eurl sas sasu sa sci snc scop association gmbh ag ug kg ltd limited plc llc inc corp srl spa sl \
    lda bv nv bvba sprl asbl selarl scp";

/// The country that a word of the street tells of, where postcodes of five digits leave several.
const TELLING: [(&str, &str); 3] = [
    ("ES", "calle avda avenida paseo plaza pza carrer camino carretera ctra ronda avinguda passeig"),
    ("IT", "via viale piazza piazzale corso largo vicolo strada contrada lungarno"),
    ("DE", "strasse str weg platz gasse allee damm ufer"),
];

const US_CODES: &str = "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM \
    NY NC ND OH OK OR PA PR RI SC SD TN TX UT VT VA WA WV WI WY";

const US_NAMES: [&str; 50] = [
    "alabama",
    "alaska",
    "arizona",
    "arkansas",
    "california",
    "colorado",
    "connecticut",
    "delaware",
    "florida",
    "georgia",
    "hawaii",
    "idaho",
    "illinois",
    "indiana",
    "iowa",
    "kansas",
    "kentucky",
    "louisiana",
    "maine",
    "maryland",
    "massachusetts",
    "michigan",
    "minnesota",
    "mississippi",
    "missouri",
    "montana",
    "nebraska",
    "nevada",
    "new hampshire",
    "new jersey",
    "new mexico",
    "new york",
    "north carolina",
    "north dakota",
    "ohio",
    "oklahoma",
    "oregon",
    "pennsylvania",
    "rhode island",
    "south carolina",
    "south dakota",
    "tennessee",
    "texas",
    "utah",
    "vermont",
    "virginia",
    "washington",
    "west virginia",
    "wisconsin",
    "wyoming",
];

const CA_CODES: &str = "AB BC MB NB NL NS NT NU ON PE QC SK YT";

const CA_NAMES: [&str; 11] = [
    "alberta",
    "british columbia",
    "manitoba",
    "new brunswick",
    "newfoundland and labrador",
    "nova scotia",
    "nunavut",
    "ontario",
    "prince edward island",
    "quebec",
    "saskatchewan",
];

const IT_CODES: &str = "AG AL AN AO AP AQ AR AT AV BA BG BI BL BN BO BR BS BT BZ CA CB CE CH CL CN CO CR CS CT CZ EN FC FE \
    FG FI FM FR GE GO GR IM IS KR LC LE LI LO LT LU MB MC ME MI MN MO MS MT NA NO NU OR PA PC PD PE PG PI PN PO PR PT PU PV \
    PZ RA RC RE RG RI RM RN RO SA SI SO SP SR SS SU SV TA TE TN TO TP TR TS TV UD VA VB VC VE VI VR VT VV";

/// Counties that are written after the town in Great Britain.
const GB_COUNTIES: &str = "bedfordshire berkshire buckinghamshire cambridgeshire cheshire cornwall cumbria derbyshire devon \
    dorset essex gloucestershire hampshire herefordshire hertfordshire kent lancashire leicestershire lincolnshire \
    merseyside middlesex norfolk northamptonshire northumberland nottinghamshire oxfordshire rutland shropshire somerset \
    staffordshire suffolk surrey warwickshire wiltshire worcestershire gwynedd powys fife";

fn among(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace().any(|known| known == word)
}

fn has_digit(word: &str) -> bool {
    word.contains(|c: char| c.is_ascii_digit())
}

/// Number, "bis", or the letter after it.
fn is_number(word: &str) -> bool {
    has_digit(word) || ["bis", "ter", "quater", "a", "b", "no", "n"].contains(&word)
}

fn ends_like_a_street(word: &str) -> bool {
    ENDINGS.iter().any(|ending| word.ends_with(ending))
}

/// What the piece is, by its words.
pub(super) fn kind(piece: &str) -> Kind {
    let folded = fold(piece);
    let words: Vec<_> = folded.split(' ').collect();
    let numbered = words.iter().any(|word| has_digit(word));
    let opening = words.iter().find(|word| !is_number(word)).copied().unwrap_or_default();
    let first = words.first().copied().unwrap_or_default();
    let opens = among(OPENING, opening) || piece.trim_start().to_ascii_lowercase().starts_with("c/ ");
    let care_of =
        ["c o ", "a l attention", "attn ", "attention "].iter().any(|start| folded.starts_with(start));
    if !numbered && is_named(piece) {
        Kind::Other
    } else if care_of {
        Kind::CareOf
    } else if (among(COMPLEMENTS, first) && !opens)
        || folded.starts_with("p o box")
        || folded.starts_with("po box")
    {
        Kind::Complement
    } else if !numbered {
        if opens { Kind::Street } else { Kind::Other }
    } else if opens || words.iter().any(|word| among(CLOSING, word) || ends_like_a_street(word)) {
        Kind::Street
    } else if words.iter().any(|word| among(FLOORS, word)) {
        Kind::Complement
    } else {
        Kind::Numbered
    }
}

/// Does the text, which follows a number, go on as a street does? Then the number is no postcode.
pub(super) fn goes_on_as_a_street(text: &str) -> bool {
    let folded = fold(text);
    let mut words = folded.split(' ');
    words.next().is_some_and(|first| among(OPENING, first)) || words.any(|word| among(CLOSING, word))
}

/// Can a street end with the word in English? A city may follow.
pub(super) fn ends_an_english_street(word: &str) -> bool {
    let folded = fold(word);
    among(CLOSING, &folded) || ["nw", "ne", "sw", "se"].contains(&folded.as_str())
}

/// Is it a number and nothing else, that a street follows ("12", "12 bis")?
pub(super) fn is_house_number(piece: &str) -> bool {
    let folded = fold(piece);
    folded.starts_with(|c: char| c.is_ascii_digit())
        && digits(&folded).len() <= 4
        && folded.split(' ').all(is_number)
}

/// Does it name a person or a firm, by a title or a legal form?
pub(super) fn is_named(piece: &str) -> bool {
    let folded = fold(piece);
    let mut words = folded.split(' ');
    words.clone().next().is_some_and(|first| among(TITLES, first)) || words.any(|word| among(FORMS, word))
}

/// The country that the street tells of, by its words.
pub(super) fn country_of_street(street: &str) -> Option<&'static str> {
    let folded = fold(street);
    let spanish = street.to_ascii_lowercase().starts_with("c/");
    let tells = |(country, list): &(&'static str, &str)| {
        let german = *country == "DE";
        let told = folded.split(' ').any(|word| {
            if german { list.split(' ').any(|ending| word.ends_with(ending)) } else { among(list, word) }
        });
        told.then_some(*country)
    };
    if spanish { Some("ES") } else { TELLING.iter().find_map(tells) }
}

/// A state of the United States, by its code in capitals or its name.
pub(super) fn is_state(text: &str) -> bool {
    among(US_CODES, text) || US_NAMES.contains(&fold(text).as_str())
}

/// A province or territory of Canada, by its code in capitals or its name.
pub(super) fn is_canadian_province(text: &str) -> bool {
    among(CA_CODES, text) || CA_NAMES.contains(&fold(text).as_str())
}

/// A province of Italy, by its code in capitals.
pub(super) fn is_italian_province(text: &str) -> bool {
    among(IT_CODES, text)
}

/// A county of Great Britain.
pub(super) fn is_county(text: &str) -> bool {
    let folded = fold(text);
    let name = folded
        .split_once(' ')
        .filter(|(first, _)| ["west", "east", "north", "south", "greater"].contains(first));
    among(GB_COUNTIES, &folded)
        || matches!(name, Some((_, "sussex" | "yorkshire" | "midlands" | "london" | "manchester")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_by_their_words() {
        for (kind_of_all, pieces) in [
            (
                Kind::Street,
                &[
                    "12 rue de la Bourse",
                    "rue de la Bourse",
                    "12 bis av. Foch",
                    "3 B ALLÉE DES PINS",
                    "3 A rue X",
                    "3 ter rue X",
                    "3 quater rue X",
                    "n° 12 rue X",
                    "No 12, rue X",
                    "Bd Royal 25",
                    "C/ Mayor 5",
                    "c/ Mayor",
                    "Plaza Mayor s/n",
                    "Via Roma 1",
                    "Lungarno Vespucci 4",
                    "Rua Augusta 24",
                    "10 Downing Street",
                    "1600 Pennsylvania Ave NW",
                    "12 Elm Walk",
                    "Musterstraße 12",
                    "Musterstr. 12",
                    "Lindenhof 3",
                    "Keizersgracht 123",
                    "Meensesteenweg 4",
                    "4 rue X apt 3",
                    "5 passage du Nord SARL",
                ][..],
            ),
            (
                Kind::Complement,
                &[
                    "Bâtiment C",
                    "Bât. C",
                    "BP 12",
                    "CS 40012",
                    "ZA des Grands Champs",
                    "Résidence Les Tilleuls",
                    "Zone industrielle",
                    "P.O. Box 12",
                    "PO Box 12",
                    "Postfach",
                    "RDC",
                    "2e étage",
                    "2. Stock",
                    "3ª planta",
                    "Suite 200",
                    "chez Mme Blanc",
                ],
            ),
            (
                Kind::CareOf,
                &["À l'attention de M. Petit", "c/o Durand 12", "Attn. J. Smith", "Attention: J. Smith"],
            ),
            (Kind::Numbered, &["Unter den Linden 77", "Studio54", "48 Foo"]),
            (
                Kind::Other,
                &[
                    "",
                    "Le Bourg",
                    "London",
                    "Dupont",
                    "Via Conseil SARL",
                    "Studio Bianchi Srl",
                    "Piano Bar",
                    "Ballweg",
                    "The Court",
                    "Mme Tour",
                ],
            ),
        ] {
            for piece in pieces {
                assert_eq!(kind(piece), kind_of_all, "{piece}");
            }
        }
    }

    #[test]
    fn streets_in_one_word() {
        let streets = "Hauptstrasse Hauptstr Kirchweg Marktplatz Judengasse Lindenallee Altstadtring Mühlendamm \
            Elbufer Stadtgraben Fischmarkt Bergchaussee Bahnsteig Dorpsstraat Parklaan Stationsplein Herengracht \
            Westerkade Zeedijk Coolsingel Brusselsesteenweg Lindenhof Frankrijklei";
        let streets: Vec<_> = streets.split_whitespace().collect();
        assert_eq!(streets.len(), ENDINGS.len());
        for (street, ending) in streets.iter().zip(ENDINGS) {
            assert!(fold(street).ends_with(ending), "{street} {ending}");
            assert_eq!(kind(&format!("{street} 12")), Kind::Street, "{street}");
        }
    }

    #[test]
    fn a_number_before_a_street() {
        for (number, is) in [
            ("12", true),
            ("12 bis", true),
            ("12 B", true),
            ("1234", true),
            ("12-14", true),
            ("12345", false),
            ("12 rue", false),
            ("bis", false),
            ("GU1 3XX", false),
            ("", false),
        ] {
            assert_eq!(is_house_number(number), is, "{number}");
        }
    }

    #[test]
    fn a_text_that_goes_on_as_a_street() {
        for (text, is) in [
            ("rue Sherbrooke Ouest", true),
            ("Main Street", true),
            ("Pennsylvania Ave NW", true),
            ("route des Dolines", true),
            ("Lyon", false),
            ("", false),
        ] {
            assert_eq!(goes_on_as_a_street(text), is, "{text}");
        }
        for (word, is) in [("Street", true), ("Ave.", true), ("NW", true), ("SE", true), ("London", false)] {
            assert_eq!(ends_an_english_street(word), is, "{word}");
        }
    }

    #[test]
    fn names_of_persons_and_firms() {
        for (piece, is) in [
            ("M. Petit", true),
            ("Herr Weber", true),
            ("SARL Durand", true),
            ("Hartley Ltd", true),
            ("Petit M.", false),
            ("Durand", false),
            ("", false),
        ] {
            assert_eq!(is_named(piece), is, "{piece}");
        }
    }

    #[test]
    fn countries_by_a_word_of_the_street() {
        for (street, country) in [
            ("Calle Mayor 5", Some("ES")),
            ("C/ Mayor 5", Some("ES")),
            ("Avda. Diagonal 211", Some("ES")),
            ("Piazza del Duomo 3", Some("IT")),
            ("Musterstr. 12", Some("DE")),
            ("Potsdamer Platz 1", Some("DE")),
            ("12 rue de la Bourse", None),
            ("Viaduc 3", None),
            ("", None),
        ] {
            assert_eq!(country_of_street(street), country, "{street}");
        }
    }

    #[test]
    fn regions() {
        assert!(is_state("DC") && is_state("new york") && is_state("Oregon"));
        assert!(!is_state("dc") && !is_state("ON") && !is_state("") && !is_state("York"));
        assert!(
            is_canadian_province("ON")
                && is_canadian_province("Québec")
                && is_canadian_province("Nova Scotia")
        );
        assert!(!is_canadian_province("on") && !is_canadian_province("NY") && !is_canadian_province(""));
        assert!(is_italian_province("RM") && is_italian_province("VV") && is_italian_province("AG"));
        assert!(!is_italian_province("rm") && !is_italian_province("XX") && !is_italian_province(""));
        for county in ["Surrey", "KENT", "West Sussex", "North Yorkshire", "Greater London", "West Midlands"]
        {
            assert!(is_county(county), "{county}");
        }
        for none in ["London", "Old Sussex", "West Kent", "Yorkshire Dales", ""] {
            assert!(!is_county(none), "{none}");
        }
        // So many are there.
        assert_eq!(US_CODES.split_whitespace().count(), 52);
        assert_eq!(CA_CODES.split_whitespace().count(), 13);
        assert_eq!(IT_CODES.split_whitespace().count(), 107);
    }
}

//! The few clients of a demo who are not in France.

use super::dice::Dice;
use super::{Maker, slug};
use crate::domain::client::ClientKind;
use crate::domain::field::Field;
use crate::domain::typed::Typed;

/// A country with what is usual there.
struct Country {
    code: &'static str,
    /// Postcode, a space or a bar, city.
    cities: &'static [&'static str],
    streets: &'static [&'static str],
    first_names: &'static [&'static str],
    surnames: &'static [&'static str],
    /// S is a surname.
    companies: &'static [&'static str],
    phone: &'static str,
    /// The number stands after the street.
    number_last: bool,
}

const COUNTRIES: [Country; 7] = [
    Country {
        code: "BE",
        cities: &[
            "1000|Bruxelles",
            "1050|Ixelles",
            "4000|Liège",
            "5000|Namur",
            "6000|Charleroi",
            "7000|Mons",
            "9000|Gent",
        ],
        streets: &[
            "Rue Neuve",
            "Chaussée de Wavre",
            "Rue de la Station",
            "Avenue Louise",
            "Place Saint-Lambert",
        ],
        first_names: &["Thibault", "Maxime", "Élodie", "Lotte", "Wouter", "Amélie"],
        surnames: &["Peeters", "Janssens", "Maes", "Jacobs", "Dubois", "Lambert", "Claes"],
        companies: &["Brasserie S", "S & Fils SRL", "Chocolaterie S", "Imprimerie S", "S Consult"],
        phone: "+32 2 5xx xx xx",
        number_last: true,
    },
    Country {
        code: "CH",
        cities: &["1201|Genève", "1003|Lausanne", "2000|Neuchâtel", "1700|Fribourg", "1950|Sion"],
        streets: &["Rue du Rhône", "Avenue de la Gare", "Rue de Bourg", "Chemin des Vignes", "Rue du Lac"],
        first_names: &["Loïc", "Noémie", "Yannick", "Céline", "Reto", "Sibylle"],
        surnames: &["Favre", "Rochat", "Bühler", "Meier", "Piguet", "Jaccard", "Zufferey"],
        companies: &["S Horlogerie SA", "Fiduciaire S", "S Sàrl", "Fromagerie S", "S Architectes"],
        phone: "+41 22 7xx xx xx",
        number_last: true,
    },
    Country {
        code: "LU",
        cities: &["1611|Luxembourg", "2450|Luxembourg", "4010|Esch-sur-Alzette", "9010|Ettelbruck"],
        streets: &["Avenue de la Gare", "Boulevard Roosevelt", "Rue de l’Alzette", "Grand-Rue"],
        first_names: &["Luc", "Martine", "Pol", "Claudine"],
        surnames: &["Schmit", "Weber", "Hoffmann", "Wagner", "Thill"],
        companies: &["S Finance", "Menuiserie S", "S & Associés", "S Solutions"],
        phone: "+352 26 xx xx xx",
        number_last: false,
    },
    Country {
        code: "MC",
        cities: &["98000|Monaco"],
        streets: &["Boulevard des Moulins", "Rue Grimaldi", "Avenue de la Costa", "Quai Antoine Ier"],
        first_names: &["Albane", "Stéphane", "Carla"],
        surnames: &["Orsini", "Gastaud", "Médecin", "Pastor"],
        companies: &["S Yachting", "S Immobilier", "Galerie S"],
        phone: "+377 93 xx xx xx",
        number_last: false,
    },
    Country {
        code: "DE",
        cities: &[
            "10115|Berlin",
            "79098|Freiburg im Breisgau",
            "66111|Saarbrücken",
            "50667|Köln",
            "80331|München",
        ],
        streets: &["Hauptstraße", "Bahnhofstraße", "Gartenweg", "Schillerstraße", "Lindenallee"],
        first_names: &["Jürgen", "Anke", "Björn", "Sabine", "Käthe"],
        surnames: &["Müller", "Schäfer", "Weiß", "Krüger", "Vogel", "Böhm"],
        companies: &["S GmbH", "Bäckerei S", "S Maschinenbau GmbH & Co. KG", "Weinhandlung S"],
        phone: "+49 30 xxxxxxx",
        number_last: true,
    },
    Country {
        code: "ES",
        cities: &["28001|Madrid", "08002|Barcelona", "20001|Donostia", "46002|Valencia"],
        streets: &["Calle Mayor", "Calle de Alcalá", "Avenida de la Constitución", "Plaza de España"],
        first_names: &["Íñigo", "Begoña", "José", "Nuria"],
        surnames: &["García", "Ibáñez", "Muñoz", "Etxeberria", "Peña"],
        companies: &["Bodegas S", "Hermanos S", "S Diseño SL", "Aceites S"],
        phone: "+34 91 5xx xx xx",
        number_last: true,
    },
    Country {
        code: "GB",
        cities: &["EC1A 1BB|London", "M1 1AE|Manchester", "EH1 1YZ|Edinburgh", "BS1 4DJ|Bristol"],
        streets: &["High Street", "Station Road", "Church Lane", "Victoria Street"],
        first_names: &["Imogen", "Alistair", "Poppy", "Rhys"],
        surnames: &["Ashworth", "Pemberton", "Macleod", "Hughes", "Whitaker"],
        companies: &["S & Sons", "S Ltd", "The S Gallery", "S Tea Merchants"],
        // Kept free by Ofcom for drama.
        phone: "+44 20 7946 0xxx",
        number_last: false,
    },
];

/// How often each country comes, in the order of the table.
const WEIGHTS: [usize; 16] = [0, 0, 0, 0, 0, 1, 1, 1, 2, 2, 3, 4, 4, 5, 6, 6];

impl Maker {
    /// A client abroad.
    pub(super) fn abroad(&mut self, individual: bool) -> Typed {
        let at = self.dice.pick(&WEIGHTS);
        let Some(country) = COUNTRIES.get(at) else { return self.person() };
        country.client(&mut self.dice, individual)
    }
}

impl Country {
    fn client(&self, dice: &mut Dice, individual: bool) -> Typed {
        let kind = if individual { ClientKind::Individual } else { ClientKind::Company };
        let mut typed = Typed::new(kind, self.code);
        let (first, last) = (dice.pick(self.first_names), dice.pick(self.surnames));
        let end = self.code.to_lowercase();
        if individual {
            typed.set(Field::FirstName, first);
            typed.set(Field::LastName, last);
            typed.set(Field::Email, &format!("{}.{}@post-{end}.example", slug(first), slug(last)));
        } else {
            let name = dice.pick(self.companies).split(' ').map(|word| if word == "S" { last } else { word });
            let name = name.collect::<Vec<_>>().join(" ");
            typed.set(Field::Company, &name);
            typed.set(Field::ContactFirstName, first);
            typed.set(Field::ContactLastName, dice.pick(self.surnames));
            typed.set(Field::Email, &format!("info@{}-{end}.example", slug(&name)));
        }
        typed.set(Field::Phone, &dice.digits(self.phone));
        let number = dice.below(90).saturating_add(1);
        let street = dice.pick(self.streets);
        let line = if self.number_last { format!("{street} {number}") } else { format!("{number} {street}") };
        typed.set(Field::Street, &line);
        let (postcode, city) = dice.pick(self.cities).split_once('|').unwrap_or_default();
        typed.set(Field::Postcode, postcode);
        typed.set(Field::City, city);
        typed
    }
}

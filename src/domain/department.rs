//! The French départements, by the first digits of a postcode: what a clerk in France sorts addresses by.
//!
//! Numbers and names are the official ones of 2026; the collectivities overseas stand beside them, since their postcodes
//! begin in the same way. A few communes are served from the next département; by their postcode they count as there.

/// A département, or a collectivity overseas.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Department {
    /// Its number: `01` … `95`, `2A`, `2B`, `971` … `988`.
    pub code: &'static str,
    /// Its name, without an article.
    pub name: &'static str,
}

/// By number, Corsica where 20 was.
static ROWS: &str = "01 Ain;02 Aisne;03 Allier;04 Alpes-de-Haute-Provence;05 Hautes-Alpes;06 Alpes-Maritimes;\
07 Ardèche;08 Ardennes;09 Ariège;10 Aube;11 Aude;12 Aveyron;13 Bouches-du-Rhône;14 Calvados;15 Cantal;16 Charente;\
17 Charente-Maritime;18 Cher;19 Corrèze;2A Corse-du-Sud;2B Haute-Corse;21 Côte-d’Or;22 Côtes-d’Armor;23 Creuse;\
24 Dordogne;25 Doubs;26 Drôme;27 Eure;28 Eure-et-Loir;29 Finistère;30 Gard;31 Haute-Garonne;32 Gers;33 Gironde;\
34 Hérault;35 Ille-et-Vilaine;36 Indre;37 Indre-et-Loire;38 Isère;39 Jura;40 Landes;41 Loir-et-Cher;42 Loire;\
43 Haute-Loire;44 Loire-Atlantique;45 Loiret;46 Lot;47 Lot-et-Garonne;48 Lozère;49 Maine-et-Loire;50 Manche;51 Marne;\
52 Haute-Marne;53 Mayenne;54 Meurthe-et-Moselle;55 Meuse;56 Morbihan;57 Moselle;58 Nièvre;59 Nord;60 Oise;61 Orne;\
62 Pas-de-Calais;63 Puy-de-Dôme;64 Pyrénées-Atlantiques;65 Hautes-Pyrénées;66 Pyrénées-Orientales;67 Bas-Rhin;\
68 Haut-Rhin;69 Rhône;70 Haute-Saône;71 Saône-et-Loire;72 Sarthe;73 Savoie;74 Haute-Savoie;75 Paris;\
76 Seine-Maritime;77 Seine-et-Marne;78 Yvelines;79 Deux-Sèvres;80 Somme;81 Tarn;82 Tarn-et-Garonne;83 Var;\
84 Vaucluse;85 Vendée;86 Vienne;87 Haute-Vienne;88 Vosges;89 Yonne;90 Territoire de Belfort;91 Essonne;\
92 Hauts-de-Seine;93 Seine-Saint-Denis;94 Val-de-Marne;95 Val-d’Oise;971 Guadeloupe;972 Martinique;973 Guyane;\
974 La Réunion;975 Saint-Pierre-et-Miquelon;976 Mayotte;977 Saint-Barthélemy;978 Saint-Martin;\
986 Wallis-et-Futuna;987 Polynésie française;988 Nouvelle-Calédonie";

/// All, by number.
pub fn all() -> impl Iterator<Item = Department> {
    ROWS.split(';').filter_map(|row| row.split_once(' ')).map(|(code, name)| Department { code, name })
}

/// The one with this number.
pub fn of_code(code: &str) -> Option<Department> {
    all().find(|one| one.code == code)
}

/// The number of the one that a French postcode lies in, of which its first three digits are enough; none where there is no
/// such number. The postcode is written without spaces.
pub fn of_postcode(postcode: &str) -> Option<&str> {
    let start = postcode.get(..3).filter(|start| start.bytes().all(|digit| digit.is_ascii_digit()))?;
    match start.get(..2)? {
        "00" | "96" | "99" => None,
        // One office for each of the two since 1976: 200 and 201 in the south, 202 and 206 in the north.
        "20" => Some(if start < "202" { "2A" } else { "2B" }),
        "97" | "98" => of_code(start).map(|one| one.code),
        two => Some(two),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_a_hundred_and_one_and_six_collectivities_with_their_own_number() {
        let codes: Vec<&str> = all().map(|one| one.code).collect();
        assert_eq!(codes.len(), 107);
        let mut different = codes.clone();
        different.sort_unstable();
        different.dedup();
        assert_eq!(different.len(), 107);
        assert!(all().all(|one| one.name.len() > 1 && one.name.trim() == one.name));
        assert_eq!(of_code("69").map(|one| one.name), Some("Rhône"));
        assert_eq!(of_code("988").map(|one| one.name), Some("Nouvelle-Calédonie"));
        assert_eq!(of_code("20"), None);
    }

    #[test]
    fn a_postcode_lies_in_one() {
        for (postcode, code) in [
            ("75006", "75"),
            ("01000", "01"),
            ("95880", "95"),
            ("20000", "2A"),
            ("20190", "2A"),
            ("20200", "2B"),
            ("20620", "2B"),
            ("97400", "974"),
            ("98800", "988"),
            ("690", "69"),
        ] {
            assert_eq!(of_postcode(postcode), Some(code), "{postcode}");
            assert!(of_code(code).is_some());
        }
        // Armies, Monaco, no number, too short.
        for postcode in ["00120", "98000", "96000", "99000", "97900", "7A006", "75", "", "é5006"] {
            assert_eq!(of_postcode(postcode), None, "{postcode}");
        }
        let without_corsica = all().filter(|one| !matches!(one.code, "2A" | "2B"));
        without_corsica.for_each(|one| assert_eq!(of_postcode(&format!("{:0<5}", one.code)), Some(one.code)));
    }
}

//! Where the clients of a demo live: cities with one of their postcodes, greater ones more often.

use super::dice::Dice;

/// A city.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) postcode: &'static str,
    pub(super) city: &'static str,
}

/// French cities, by how often they come.
#[derive(Debug)]
pub(super) struct Places {
    places: Vec<(u64, Place)>,
    total: u64,
}

impl Places {
    pub(super) fn french() -> Self {
        let mut total = 0_u64;
        let place = |line: &'static str| {
            let mut parts = line.trim().splitn(3, ' ');
            let weight = parts.next()?.parse::<u64>().ok()?;
            let (postcode, city) = (parts.next()?, parts.next()?);
            total = total.saturating_add(weight);
            Some((total, Place { postcode, city }))
        };
        let places = FRENCH.lines().filter_map(place).collect();
        Self { places, total }
    }

    pub(super) fn pick(&self, dice: &mut Dice) -> Place {
        let at = dice.below(self.total);
        let found = self.places.partition_point(|(to, _)| *to <= at);
        self.places.get(found).map(|(_, place)| *place).unwrap_or_default()
    }
}

/// The first digits of a telephone that stands there: one of the five zones of France.
pub(super) fn zone(postcode: &str) -> &'static str {
    match postcode.get(..2).unwrap_or_default() {
        "75" | "77" | "78" | "91" | "92" | "93" | "94" | "95" => "01 4x",
        "14" | "18" | "22" | "27" | "28" | "29" | "35" | "36" | "37" | "41" | "44" | "45" | "49" | "50"
        | "53" | "56" | "61" | "72" | "76" | "85" => "02 4x",
        "02" | "08" | "10" | "21" | "25" | "39" | "51" | "52" | "54" | "55" | "57" | "58" | "59" | "60"
        | "62" | "67" | "68" | "70" | "71" | "80" | "88" | "89" | "90" => "03 8x",
        "09" | "12" | "16" | "17" | "19" | "23" | "24" | "31" | "32" | "33" | "40" | "46" | "47" | "64"
        | "65" | "79" | "81" | "82" | "86" | "87" => "05 5",
        _ => "04 7x",
    }
}

/// Weight, postcode, city.
const FRENCH: &str = "\
8 75001 Paris
8 75002 Paris
9 75003 Paris
9 75004 Paris
12 75005 Paris
11 75006 Paris
13 75007 Paris
14 75008 Paris
14 75009 Paris
18 75010 Paris
28 75011 Paris
24 75012 Paris
30 75013 Paris
24 75014 Paris
38 75015 Paris
28 75016 Paris
28 75017 Paris
32 75018 Paris
30 75019 Paris
32 75020 Paris
30 13001 Marseille
30 13005 Marseille
30 13008 Marseille
28 13013 Marseille
24 69001 Lyon
26 69003 Lyon
24 69006 Lyon
26 69007 Lyon
45 31000 Toulouse
35 31400 Toulouse
50 06000 Nice
20 06300 Nice
45 44000 Nantes
25 44300 Nantes
55 34000 Montpellier
45 67000 Strasbourg
25 67200 Strasbourg
45 33000 Bordeaux
20 33800 Bordeaux
45 59000 Lille
35 35000 Rennes
25 35700 Rennes
36 51100 Reims
34 83000 Toulon
34 42000 Saint-Étienne
33 76600 Le Havre
32 38000 Grenoble
32 21000 Dijon
31 49000 Angers
30 69100 Villeurbanne
30 30000 Nîmes
29 63000 Clermont-Ferrand
28 13100 Aix-en-Provence
29 72000 Le Mans
28 29200 Brest
27 37000 Tours
27 80000 Amiens
26 87000 Limoges
25 74000 Annecy
24 66000 Perpignan
24 92100 Boulogne-Billancourt
23 57000 Metz
23 25000 Besançon
23 45000 Orléans
22 76000 Rouen
22 93100 Montreuil
22 95100 Argenteuil
21 68100 Mulhouse
21 14000 Caen
21 54000 Nancy
18 59200 Tourcoing
18 59100 Roubaix
18 92000 Nanterre
17 94400 Vitry-sur-Seine
17 84000 Avignon
17 86000 Poitiers
16 59140 Dunkerque
16 92600 Asnières-sur-Seine
16 94000 Créteil
16 78000 Versailles
16 93200 Saint-Denis
15 92700 Colombes
15 64000 Pau
15 17000 La Rochelle
15 06400 Cannes
15 06600 Antibes
14 62100 Calais
14 13500 Martigues
14 68000 Colmar
14 33700 Mérignac
14 44600 Saint-Nazaire
14 18000 Bourges
13 33600 Pessac
13 26000 Valence
13 29000 Quimper
13 92130 Issy-les-Moulineaux
13 69200 Vénissieux
13 92300 Levallois-Perret
13 10000 Troyes
12 73000 Chambéry
12 56100 Lorient
12 79000 Niort
12 11100 Narbonne
12 34500 Béziers
12 60000 Beauvais
12 95000 Cergy
11 85000 La Roche-sur-Yon
11 94300 Vincennes
11 82000 Montauban
11 81000 Albi
11 56000 Vannes
11 53000 Laval
11 49300 Cholet
11 62000 Arras
11 13200 Arles
11 83600 Fréjus
11 91000 Évry-Courcouronnes
10 77100 Meaux
10 22000 Saint-Brieuc
10 90000 Belfort
10 02100 Saint-Quentin
10 71100 Chalon-sur-Saône
10 01000 Bourg-en-Bresse
10 35400 Saint-Malo
10 64100 Bayonne
10 16000 Angoulême
10 19100 Brive-la-Gaillarde
10 81100 Castres
10 65000 Tarbes
10 08000 Charleville-Mézières
9 27000 Évreux
9 28000 Chartres
9 41000 Blois
9 58000 Nevers
9 89000 Auxerre
9 05000 Gap
9 24000 Périgueux
9 47000 Agen
9 40000 Mont-de-Marsan
9 12000 Rodez
9 15000 Aurillac
9 43000 Le Puy-en-Velay
9 03100 Montluçon
9 03200 Vichy
9 36000 Châteauroux
9 61000 Alençon
9 50100 Cherbourg-en-Cotentin
9 88000 Épinal
9 52000 Chaumont
8 55000 Bar-le-Duc
8 70000 Vesoul
8 39100 Dole
8 71000 Mâcon
8 42300 Roanne
8 38200 Vienne
8 74100 Annemasse
8 74200 Thonon-les-Bains
8 26200 Montélimar
8 84200 Carpentras
8 84100 Orange
8 13300 Salon-de-Provence
8 06130 Grasse
8 06500 Menton
8 83400 Hyères
8 30100 Alès
8 34200 Sète
8 11000 Carcassonne
7 09000 Foix
7 32000 Auch
7 46000 Cahors
7 23000 Guéret
7 48000 Mende
7 07000 Privas
7 04000 Digne-les-Bains
7 73100 Aix-les-Bains
7 29600 Morlaix
7 22300 Lannion
7 56400 Auray
7 44500 La Baule-Escoublac
7 85100 Les Sables-d’Olonne
7 17200 Royan
7 33120 Arcachon
7 40100 Dax
7 64200 Biarritz
7 14800 Deauville
7 76200 Dieppe
7 62200 Boulogne-sur-Mer
7 59300 Valenciennes
7 60200 Compiègne
7 77300 Fontainebleau
7 78100 Saint-Germain-en-Laye
6 21200 Beaune
6 20000 Ajaccio
6 20200 Bastia
";

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_line_is_a_city() {
        let places = Places::french();
        assert_eq!(places.places.len(), FRENCH.lines().count());
        let cities: BTreeSet<_> = places.places.iter().map(|(_, place)| place.city).collect();
        assert!(cities.len() >= 150, "{}", cities.len());
        let weights: u64 =
            FRENCH.lines().filter_map(|line| line.split(' ').next()?.parse::<u64>().ok()).sum();
        assert_eq!(places.total, weights);
    }

    #[test]
    fn greater_cities_come_more_often_and_every_one_comes() {
        let places = Places::french();
        let mut dice = Dice::new(7);
        let picked: Vec<Place> = (0..30_000).map(|_| places.pick(&mut dice)).collect();
        let times = |postcode: &str| picked.iter().filter(|place| place.postcode == postcode).count();
        assert!(times("06000") > 3 * times("03200"));
        assert!(places.places.iter().all(|(_, place)| times(place.postcode) > 0));
    }

    #[test]
    fn a_telephone_stands_in_one_of_five_zones() {
        let zones = ["75011", "35000", "67000", "13001", "33000"].map(zone);
        assert_eq!(zones, ["01 4x", "02 4x", "03 8x", "04 7x", "05 5"]);
    }
}

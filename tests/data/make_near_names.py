#!/usr/bin/env python3
"""Makes tests/data/near_names.csv: 300 pairs of names, labelled, that near names are measured on.

    pip install Faker==40.63.0
    python3 tests/data/make_near_names.py > tests/data/near_names.csv

The names are real: the surnames and first names that Faker lists for France and Germany, the firms of
tests/data/northwind-customers.csv, and firms called after such a surname as French ones are. The same seed draws the
same pairs. Nothing here knows the rule that is measured: the slips are drawn blindly, and what differs is drawn among
names that look alike, so that some of it is beyond any rule.

150 pairs are one client written twice:
    spelling  two spellings in which a surname or first name exists (the two lists below)
    slip      a real name with one slip of the hand: a letter left out, doubled, taken from the next key (AZERTY),
              swapped with its neighbour, or put in
    slips     a name of a long word with two of them
    order     surname first, or a firm with its legal form elsewhere and a slip
    spaces    a name that is written in one word or in two
150 pairs are two clients:
    person    the same surname, another first name
    surname   the same first name, one of the ten surnames most like it
    firm      the same trade, another name
    alike     the same trade, one of the ten surnames most like it
    any       two firms drawn from all
"""

import csv
import random
import sys
from difflib import SequenceMatcher
from pathlib import Path

from faker.providers.person.de_DE import Provider as German
from faker.providers.person.fr_FR import Provider as French

SURNAME_SPELLINGS = """
Lefèvre/Lefebvre Lefèvre/Lefeuvre Dupont/Dupond Gautier/Gauthier Chevalier/Chevallier Leclerc/Leclercq Renaud/Renault
Reynaud/Raynaud Meyer/Meier Meyer/Mayer Schmitt/Schmidt Olivier/Ollivier Colin/Collin Deschamps/Descamps
Arnaud/Arnault Bénard/Besnard Henry/Henri Tessier/Texier Thibaud/Thibault Hébert/Herbert Duchêne/Duchesne
Lévêque/Levesque Prévost/Prévot Fernandes/Fernandez Rodrigues/Rodriguez Lopes/Lopez Gonzales/Gonzalez Müller/Mueller
Hoffmann/Hofmann Kaufmann/Kauffmann Jacquemin/Jacqmin Lemaître/Lemaistre Perraud/Perrault Clergé/Clerget
Garnier/Guarnier
""".split()

FIRST_NAME_SPELLINGS = """
Mathieu/Matthieu Thibaut/Thibault Catherine/Katherine Nathalie/Natalie Michèle/Michelle Danièle/Danielle
Laetitia/Laëticia Jérémie/Jérémy Karine/Carine Mickaël/Michaël Raphaël/Rafael Frédéric/Frédérick Éric/Erik
Cyril/Cyrille Philippe/Philipe Yohan/Johan Eliott/Elliot Sofia/Sophia Théo/Téo Christelle/Cristelle
""".split()

IN_TWO = """
Le Gall/Legall|Le Roux/Leroux|Le Goff/Legoff|De Launay/Delaunay|Du Val/Duval|La Roche/Laroche|Le Fèvre/Lefèvre
Da Silva/Dasilva|El Amrani/Elamrani|Ben Ali/Benali|Mac Donald/Macdonald|De Sousa/Desousa
""".strip().replace("\n", "|").split("|")

TRADES = """
Boulangerie {}|Garage {}|{} Plomberie|{} Électricité|Menuiserie {}|Cabinet {}|Pharmacie {}|Maison {} & Fils|{} Conseil
Transports {}|Imprimerie {}|{} Rénovation|Ambulances {}|Auto-école {}|Domaine {}|Hôtel {}|{} Immobilier|Fromagerie {}
""".strip().replace("\n", "|").split("|")

KEYS = ["azertyuiop", "qsdfghjklm", "wxcvbn"]


def slip(rng, word):
    """One slip of the hand in a word."""
    at = rng.randrange(1, len(word))
    kind = rng.choice(["out", "double", "key", "swap", "in"])
    if kind == "swap" and at + 1 < len(word) and word[at] != word[at + 1]:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if kind == "key":
        row = next((row for row in KEYS if word[at] in row), None)
        if row:
            near = row.index(word[at])
            return word[:at] + row[near - 1 if near else 1] + word[at + 1 :]
    if kind == "out":
        return word[:at] + word[at + 1 :]
    if kind == "in":
        return word[:at] + rng.choice("aeinrst") + word[at:]
    return word[: at + 1] + word[at:]


def slipped(rng, name, times=1):
    """Slips in the longest word of a name."""
    longest = max(name.split(" "), key=len)
    written = longest
    while written == longest:
        for _ in range(times):
            written = slip(rng, written)
    return name.replace(longest, written)


def alike(rng, name, names):
    """One of the ten names most like it."""
    by_likeness = sorted(names, key=lambda other: (-SequenceMatcher(None, name, other).ratio(), other))
    return rng.choice([other for other in by_likeness if other != name][:10])


def main():
    rng = random.Random(1901)
    surnames = sorted(set(French.last_names) | set(German.last_names))
    firsts = sorted(set(French.first_names))
    with open(Path(__file__).parent / "northwind-customers.csv", encoding="utf-8") as file:
        northwind = sorted(row["companyName"] for row in csv.DictReader(file))
    pairs = []

    def pair(one, other, same, how):
        assert one != other and (one, other) not in [(left, right) for left, right, *_ in pairs], (one, other)
        pairs.append((one, other, same, how))

    def in_trade(trade, one, other):
        return trade.format(one), trade.format(other)

    for spelling in SURNAME_SPELLINGS:
        one, other = spelling.split("/")
        first = rng.choice(firsts)
        pair(*rng.choice([(f"{first} {one}", f"{first} {other}"), in_trade(rng.choice(TRADES), one, other)]), 1, "spelling")
    for spelling in FIRST_NAME_SPELLINGS:
        one, other = spelling.split("/")
        surname = rng.choice(surnames)
        pair(f"{one} {surname}", f"{other} {surname}", 1, "spelling")
    for _ in range(30):
        name = f"{rng.choice(firsts)} {rng.choice(surnames)}"
        pair(name, slipped(rng, name), 1, "slip")
    for _ in range(20):
        one = rng.choice(surnames)
        pair(*in_trade(rng.choice(TRADES), one, slipped(rng, one)), 1, "slip")
    for name in rng.sample([name for name in northwind if len(max(name.split(), key=len)) > 3], 10):
        pair(name, slipped(rng, name), 1, "slip")
    for _ in range(8):
        surname = rng.choice([name for name in surnames if len(name) >= 8])
        name = f"{rng.choice(firsts)} {surname}"
        pair(name, slipped(rng, name, 2), 1, "slips")
    for _ in range(10):
        first, surname = rng.choice(firsts), rng.choice(surnames)
        pair(f"{first} {surname}", f"{surname} {first}", 1, "order")
    for form in ["SARL", "SAS", "EURL", "SA", "S.A.R.L."]:
        one = rng.choice(TRADES).format(rng.choice(surnames))
        pair(f"{form} {one}", f"{slipped(rng, one)} {form}", 1, "order")
    for spelling in IN_TWO:
        in_two, in_one = spelling.split("/")
        first = rng.choice(firsts)
        pair(f"{first} {in_two}", f"{first} {in_one}", 1, "spaces")

    for _ in range(40):
        surname = rng.choice(surnames)
        one, other = rng.sample(firsts, 2)
        pair(f"{one} {surname}", f"{other} {surname}", 0, "person")
    for _ in range(35):
        first, one = rng.choice(firsts), rng.choice(surnames)
        pair(f"{first} {one}", f"{first} {alike(rng, one, surnames)}", 0, "surname")
    for _ in range(35):
        one, other = rng.sample(surnames, 2)
        pair(*in_trade(rng.choice(TRADES), one, other), 0, "firm")
    for _ in range(20):
        one = rng.choice(surnames)
        pair(*in_trade(rng.choice(TRADES), one, alike(rng, one, surnames)), 0, "alike")
    for _ in range(20):
        pair(*rng.sample(northwind, 2), 0, "any")

    assert [sum(same == wanted for _, _, same, _ in pairs) for wanted in (1, 0)] == [150, 150], len(pairs)
    out = csv.writer(sys.stdout, delimiter=";", lineterminator="\n")
    out.writerow(["one", "other", "same", "how"])
    out.writerows(pairs)


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    main()

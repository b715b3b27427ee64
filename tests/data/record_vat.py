"""VAT numbers for record_checks.py, good and mutated, and what python-stdnum says of each.

Of its exceptions InvalidChecksum means "doubtful": the number has the right shape, and one sign of it is probably
wrong. InvalidFormat, InvalidLength and InvalidComponent (a birth date that is none, a province that does not exist)
mean "malformed": nobody has such a number.
"""

from stdnum.at import uid
from stdnum.be import vat as be
from stdnum.bg import vat as bg
from stdnum.ch import vat as ch
from stdnum.cy import vat as cy
from stdnum.cz import dic
from stdnum.de import vat as de
from stdnum.dk import cvr
from stdnum.ee import kmkr
from stdnum.es import nif as es
from stdnum.exceptions import InvalidChecksum, ValidationError
from stdnum.fi import alv
from stdnum.fr import tva as fr
from stdnum.gb import vat as gb
from stdnum.gr import vat as gr
from stdnum.hr import oib
from stdnum.hu import anum
from stdnum.ie import vat as ie
from stdnum.it import iva
from stdnum.lt import pvm
from stdnum.lu import tva as lu
from stdnum.lv import pvn
from stdnum.mt import vat as mt
from stdnum.nl import btw
from stdnum.no import mva
from stdnum.pl import nip
from stdnum.pt import nif as pt
from stdnum.ro import cf
from stdnum.se import vat as se
from stdnum.si import ddv
from stdnum.sk import dph

# By what a number begins with: who judges it; the country whose numbers those are (Northern Ireland and the Isle of
# Man have British ones); shapes of what follows. In a shape # is a digit, @ a letter, ~ either, {a|b} one of several;
# Y, M and D stand for a birth date, and what is no sign of a shape stands for itself.
PREFIXES = {
    "AT": (uid, "AT", ["U########"]),
    "BE": (be, "BE", ["0#########", "1#########", "#########", "##########"]),
    "BG": (bg, "BG", ["#########", "##########", "{2|4|6|8}#{01|12|21|32|41|52}{01|28|31}####"]),
    "CHE": (ch, "CH", ["#########{MWST|TVA|IVA|TPV}", "#########", "#########MVA"]),
    "CY": (cy, "CY", ["########@", "1{0|1|2}######@"]),
    "CZ": (dic, "CZ", ["########", "6########", "{00|25|49|53|54|79|80|99}{01|12|51|62|13}{01|28|31}###",
                       "{00|53|54|85|99}{01|12|21|32|51|62|71|82}{01|28|31}####"]),
    "DE": (de, "DE", ["#########"]),
    "DK": (cvr, "DK", ["########"]),
    "EE": (kmkr, "EE", ["#########"]),
    "EL": (gr, "GR", ["#########", "########"]),
    "GR": (gr, "GR", ["#########"]),
    "ES": (es, "ES", ["########@", "{X|Y|Z}#######@", "{K|L|M}#######@",
                      "{A|B|C|D|E|F|G|H|J|N|P|Q|R|S|U|V|W}#######{#|A|B|C|D|E|F|G|H|I|J}", "@#######~"]),
    "FI": (alv, "FI", ["########"]),
    "FR": (fr, "FR", ["###########", "#@#########", "@##########", "@@#########", "##000######", "@@000######"]),
    "GB": (gb, "GB", ["#########", "0########", "############", "GD###", "HA###", "GD8888#####", "HA8888#####"]),
    "XI": (gb, "GB", ["#########", "GD###"]),
    "HR": (oib, "HR", ["###########"]),
    "HU": (anum, "HU", ["########"]),
    "IE": (ie, "IE", ["#######@", "#######@@", "#{A|F|Z|+|*}#####@", "#@#####@@"]),
    "IT": (iva, "IT", ["#######{001|019|100|120|121|888|999}#", "#######0###", "0000000{001|101}#"]),
    "LT": (pvm, "LT", ["#######1#", "##########1#", "#########", "############"]),
    "LU": (lu, "LU", ["########"]),
    "LV": (pvn, "LV", ["{4|5|9}##########", "32#########", "{01|28|31}{01|02|12}##{0|1|2}####"]),
    "MT": (mt, "MT", ["########"]),
    "NL": (btw, "NL", ["#########B##", "#######B##", "#########B00"]),
    "NO": (mva, "NO", ["#########MVA", "#########"]),
    "PL": (nip, "PL", ["##########"]),
    "PT": (pt, "PT", ["#########"]),
    "RO": (cf, "RO", ["##########", "#########", "#######", "##",
                      "{1|2|3|4|5|6|7|8|9}##{01|12}{01|28|29|31}{01|40|48|49|51|52|70|80|83|84}####"]),
    "SE": (se, "SE", ["##########01", "##########0#"]),
    "SI": (ddv, "SI", ["########"]),
    "SK": (dph, "SK", ["{1|2|9}#{2|3|4|7|8|9}#######", "##########",
                       "{54|85|99}{01|12|51|62}{01|28|31}####"]),
}
# At the edges of the rules: first and last offices, provinces and counties; days that are and are not; sums of 0, 10, 42
# and 55; all zeros.
EDGES = {
    "GB": "GBGD000 GBGD499 GBGD500 GBHA499 GBHA500 GBHA999 GBGD888800100 GBGD888849914 GBHA888850015 GBHA888849914 "
    "GB000000000 GB100000034 GB100000089 GB100000042 GB010000005 GB010000047 GB010000090 GB980780684001 XI980780684",
    "BE": "BE0697449992 BE697449992 BE2697449992 BE0000000000 BE000000000 BE0000000097 BE(0)697449992",
    "BG": "BG7523169263 BG8032056031 BG7111042925 BG7501020018 BG7521020018 BG7541020018 BG0002290001 BG0042290001",
    "CZ": "CZ640903926 CZ991231123 CZ801231123 CZ791231123 CZ531231123 CZ541231123 CZ5412311234 CZ5312311232 CZ7103192745",
    "ES": "ES54362315K ESX2482300W ESM1234567L ESB58378431 ESI5837843A EST5837843A ESA58378437 ESÑ58378437",
    "FR": "FR61954506077 FR40303265045 FRK7399859412 FR4Z123456782 FRO7399859412 FRKI399859412 FR52000002271",
    "IE": "IE6433435F IE6433435OA IE8D79739I IE3628739UA IE8+79739I IE8*79739I IE8-79739I IE6433435FW IE6433435FX",
    "IT": "IT00743110157 IT00743110009 IT00743111015 IT00743111205 IT00743111213 IT00743111221 IT00000000018",
    "LV": "LV40003521600 LV16117519997 LV29020000005 LV29021900008 LV32000000007 LV33000000006",
    "LT": "LT119511515 LT100001919017 LT100001919027",
    "NL": "NL004495445B01 NL4495445B01 NL123456789B13 NL004495445B00 NL000000000B01 NL004495445C01",
    "RO": "RO18547290 RO1630615123457 RO1630615493457 RO1630615503457 RO19 RO1 RO018547290",
    "SK": "SK2022749619 SK7103192745 SK0222749618 SK2012749610",
}
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
# Good numbers wanted of each shape that can have any, and of any verdict.
GOOD, ANY = 8, 4
TRIES = 30_000


def verdict(value, country):
    """What a number begins with says whose it is; where it does not, the country it was typed for."""
    compact = "".join(sign for sign in value.upper() if sign.isalnum())
    judge = next((judge for prefix, (judge, _, _) in PREFIXES.items() if compact.startswith(prefix)), None)
    judge = judge or next(judge for judge, of, _ in PREFIXES.values() if of == country)
    try:
        judge.validate(value)
    except InvalidChecksum:
        return "doubtful"
    except ValidationError:
        return "malformed"
    return "valid"


def filled(shape, random):
    """A number of the shape."""
    text = ""
    at = 0
    while at < len(shape):
        sign = shape[at]
        if sign == "{":
            end = shape.index("}", at)
            sign = random.choice(shape[at + 1 : end].split("|"))
            at = end
        signs = {"#": "0123456789", "@": LETTERS, "~": "0123456789" + LETTERS}
        text += random.choice(signs[sign]) if sign in signs else sign
        at += 1
    return text


def mutants(body, random):
    """The number with a digit replaced, a letter in the place of any sign, two exchanged, one left out, one put in."""
    at = random.randrange(len(body))
    digit = random.choice("0123456789")
    yield body[:at] + digit + body[at + 1 :]
    yield body[:at] + random.choice(LETTERS) + body[at + 1 :]
    yield body[:at] + body[at : at + 2][::-1] + body[at + 2 :]
    yield body[:at] + body[at + 1 :]
    yield body[:at] + digit + body[at:]
    yield body[:-1] + random.choice("0123456789" if body[-1].isdigit() else LETTERS)


def numbers(random):
    for country, values in EDGES.items():
        for value in values.split():
            yield country, value
    for prefix, (_, country, shapes) in PREFIXES.items():
        for shape in shapes:
            good = []
            for _ in range(TRIES):
                body = filled(shape, random)
                if verdict(prefix + body, country) == "valid":
                    good.append(body)
                    if len(good) == GOOD:
                        break
            for body in good:
                yield country, prefix + body
                for mutant in mutants(body, random):
                    yield country, prefix + mutant
            for body in good[:1]:
                # As typed: in small letters and in groups, and without what says whose it is.
                yield country, f"{prefix} {body[:3]} {body[3:]}".lower()
                yield country, body
            for _ in range(ANY):
                yield country, prefix + filled(shape, random)


def rows(random):
    for country, value in numbers(random):
        yield "vat", country, value, verdict(value, country)

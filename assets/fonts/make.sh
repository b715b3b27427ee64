#!/usr/bin/env bash
# Makes the fonts beside this file and src/ui/icons.rs anew.
#
#   make.sh INTER_FOLDER PHOSPHOR_FOLDER
#
# INTER_FOLDER    holds Inter-Regular.otf, Inter-Medium.otf, Inter-SemiBold.otf (Inter 4; Debian's package fonts-inter)
# PHOSPHOR_FOLDER holds Phosphor.ttf and selection.json (npm's @phosphor-icons/web 2.1, folder src/regular)
# Needs fonttools and opentype-feature-freezer (both on PyPI).
#
# Figures of equal width (`tnum`) are frozen in because egui cannot switch a font feature on; only what the program can be
# asked to show is kept, a quarter of the bytes. A name from far away is drawn with the system's fonts.
set -euo pipefail
[ $# -eq 2 ] || { sed -n '2,11s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2; exit 2; }
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# Latin to Extended-B, Vietnamese; Greek and Cyrillic basic; punctuation and its spaces; superscripts; currencies;
# letterlike signs; arrows with the Enter key; minus and other operators; the triangles of a sorted column; ticks.
text=U+0020-007E,U+00A0-024F,U+02BB-02DD,U+0300-0304,U+0306-030C,U+0323,U+0327-0328,U+0370-03FF,U+0400-045F,U+0490-0491
text+=,U+1E00-1EFF,U+2002-2015,U+2018-2027,U+202F-203A,U+2044,U+2060,U+2070-208E,U+20A0-20BF,U+2116,U+2122,U+2190-2199
text+=,U+21A9,U+21B5,U+21E7,U+2212,U+2215,U+2248,U+2260,U+2264-2265,U+2318,U+23CE,U+25B2,U+25BC,U+25CF,U+2713,U+FFFD
for weight in Regular Medium SemiBold; do
  pyftfeatfreeze -f tnum "$1/Inter-$weight.otf" "$scratch/$weight.otf"
  # In Medium and SemiBold a figure or two are a hair narrower: all take the width of 0.
  python3 - "$scratch/$weight.otf" <<'PY'
import sys
from fontTools.ttLib import TTFont
font = TTFont(sys.argv[1])
names, widths = font.getBestCmap(), font["hmtx"]
for figure in "0123456789":
    glyph = names[ord(figure)]
    widths[glyph] = (widths[names[ord("0")]][0], widths[glyph][1])
font.save(sys.argv[1])
PY
  pyftsubset "$scratch/$weight.otf" --unicodes="$text" --layout-features=kern,mark,mkmk,ccmp,locl \
    --name-IDs='*' --output-file="$here/Inter-$weight.otf"
done

# The icons of icons.txt, and their constants.
python3 - "$2/selection.json" "$here/icons.txt" "$scratch/unicodes" "$here/../../src/ui/icons.rs" <<'PY'
import json, sys
code = {}
for icon in json.load(open(sys.argv[1]))["icons"]:
    for name in icon["properties"]["name"].split(","):
        code[name.strip()] = icon["properties"]["code"]
names = open(sys.argv[2]).read().split()
open(sys.argv[3], "w").write("\n".join(f"{code[name]:X}" for name in names))
with open(sys.argv[4], "w") as out:
    out.write("//! The icons: one character each of Phosphor's font (MIT), drawn with [`theme::icon`](super::theme::icon).\n")
    out.write("//!\n//! Written by `assets/fonts/make.sh` from `assets/fonts/icons.txt`, which is where one is added.\n\n")
    for name in names:
        out.write(f"/// `{name}`\npub const {name.upper().replace('-', '_')}: &str = \"\\u{{{code[name]:x}}}\";\n")
    out.write("\n/// Every icon, so that a test can ask whether the font has them all.\npub const ALL: &[&str] = &[\n")
    out.write("".join(f"    {name.upper().replace('-', '_')},\n" for name in names))
    out.write("];\n")
PY
pyftsubset "$2/Phosphor.ttf" --unicodes-file="$scratch/unicodes" --layout-features='' --output-file="$here/Phosphor.ttf"

# What must be there: the spaces, hyphen, signs and figures that the program's own words and numbers use.
python3 - "$here" <<'PY'
import sys
from fontTools.ttLib import TTFont
needed = "\u00a0\u202f\u2011\u2013\u2014\u2019\u2026\u20ac\u21b5\u2190\u2191\u2192\u2193\u2212\u00ab\u00bb\u00d7\u00b7\u25b2\u25bc\u0152\u0178ΑωЖя" \
    + "".join(map(chr, range(0x20, 0x7f))) + "".join(chr(c) for c in range(0xa0, 0x180) if c not in (0xAD, 0x149))
for weight in ("Regular", "Medium", "SemiBold"):
    font = TTFont(f"{sys.argv[1]}/Inter-{weight}.otf")
    names = font.getBestCmap()
    missing = [f"U+{ord(c):04X}" for c in needed if ord(c) not in names]
    widths = {font["hmtx"][names[ord(c)]][0] for c in "0123456789"}
    assert not missing and len(widths) == 1, (weight, missing, widths)
PY

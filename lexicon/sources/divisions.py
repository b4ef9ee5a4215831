#!/usr/bin/env python3
"""Writes lexicon/divisions.tsv from GeoNames: python3 lexicon/sources/divisions.py > lexicon/divisions.tsv

First- and second-level divisions: states, provinces, counties. How GeoNames comes here is told in geonames.py, which says of a town what
division it lies in and nothing of the divisions themselves. So a division lies where its people live: its point is the mean of its
cities', weighted by their people, and its people are theirs.

Names are written as news writes them: "Jiangsu", not "Jiangsu Sheng". A second-level division that is called as a town in it ("Comuna X")
is left out, as the town says where that is.
"""

import collections
import re
import sys

import geonames

# What divisions are called in English, after their names; and in their own languages, before or after them.
ENGLISH = "County Parish District Province Borough Region Prefecture Municipality Shire Governorate Voivodeship Department Canton State Oblast Raion Division".split()
BEFORE = """Al Muhafazat|Muhafazat|Mintaqat|Wilayat|Sha`biyat|Baladiyat|Changwat|Amphoe|Comuna|Municipio|Municipiul|Oras|Provincia|Provincie|Powiat|Gemeente|
Obshtina|Politischer Bezirk|Bezirk|Departamento|Departement|Okres|Partido|Nomos|Rrethi i|Komuna e|Komuna|Canton|Distrito|Regierungsbezirk|Opstina|
Estado|Concelho|Landkreis|Kreis|Wilaya|Cercle|Region|Regiao|Tinh|Thanh Pho|Huyen|Kabupaten|Kota|Kecamatan|Propinsi|Judet|Judetul|Grad""".replace("\n", "")
AFTER = """Sheng|Shi|Zizhiqu|Zizhizhou|Diqu|Rayon|Rayonu|Rajons|Kommun|Kommune|vald|linn|apskritis|Marz|Atholhu|Oblast'|Oblysy|Wilayah|Bibhag|Zila|ken|Lan|ili""".replace("\n", "")
OF = re.compile(r"^(de|del|de la|de los|des|du|do|da|dos|d'|di|of|van)\s+|^d'", re.IGNORECASE)


def bare(name):
    """Without what such divisions are called."""
    name = re.sub(rf"^({BEFORE})\s+", "", name)
    name = OF.sub("", re.sub(rf"\s+({AFTER}|{'|'.join(ENGLISH)})$", "", name))
    return name.strip()


def names(name, towns):
    """As news writes it, the longest first; `towns`: names of the towns in it, which need no second row."""
    name = geonames.plain(name)
    short = bare(name)
    written = [name] if name.split()[-1:][0] in ENGLISH and name != short else []
    return written + ([short] if short.lower() not in towns and len(short) > 2 else [])


def main():
    alpha3 = geonames.countries()
    people, towns = collections.defaultdict(list), collections.defaultdict(set)
    for city in geonames.cities():
        first = city["countrycode"], city["admin1"]
        weighted = city["population"] + 1, city["latitude"], city["longitude"]
        if city["admin1"]:
            people[first + ("",)].append(weighted)
            towns[first].add(geonames.plain(city["name"]).lower())
        if city["admin2"]:
            people[first + (city["admin2"],)].append(weighted)
    print("# First- and second-level divisions: GeoNames (geonames.org), CC BY 4.0. Made by lexicon/sources/divisions.py.")
    print("names\tlevel\tcountry\tadmin1\tlatitude\tlongitude\tpopulation")
    rows = []
    for (country, first, second), cities in people.items():
        written = names(second or first, towns[country, first] if second else ())
        if not written or country not in alpha3:
            continue
        weight = sum(city[0] for city in cities)
        lat, lon = (sum(city[0] * city[axis] for city in cities) / weight for axis in (1, 2))
        rows.append((-weight, "|".join(written), "second" if second else "first", alpha3[country], first, f"{lat:.4f}", f"{lon:.4f}", str(weight - len(cities))))
    for row in sorted(rows):
        print(*row[1:], sep="\t")


if __name__ == "__main__":
    sys.exit(main())

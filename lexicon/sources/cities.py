#!/usr/bin/env python3
"""Writes lexicon/cities.tsv from GeoNames: python3 lexicon/sources/cities.py > lexicon/cities.tsv

How it comes here is told in geonames.py. Of the alternate names only those are taken that English-language news
writes, as listed below: every further name is one more chance to take a word for a place.
"""

import sys

import geonames
from geonames import plain

# What GeoNames calls a city (in plain letters, with its country), and what news calls it.
ENGLISH_NAMES = {
    "Kyiv UA": "Kiev", "Kharkiv UA": "Kharkov", "Odesa UA": "Odessa", "Lviv UA": "Lvov", "Dnipro UA": "Dnipropetrovsk",
    "Zaporizhzhya UA": "Zaporizhzhia", "Mykolayiv UA": "Mykolaiv", "Chernihiv UA": "Chernigov", "Luhansk UA": "Lugansk",
    "Bakhmut UA": "Artemivsk", "Mumbai IN": "Bombay", "Kolkata IN": "Calcutta", "Chennai IN": "Madras", "Bengaluru IN": "Bangalore",
    "Delhi IN": "Old Delhi", "Prayagraj IN": "Allahabad", "Gurugram IN": "Gurgaon", "Varanasi IN": "Benares", "Pune IN": "Poona",
    "Yangon MM": "Rangoon", "Ho Chi Minh City VN": "Saigon", "Ha Noi VN": "Hanoi", "Hanoi VN": "Ha Noi", "Da Nang VN": "Danang",
    "Beijing CN": "Peking", "Guangzhou CN": "Canton", "Urumqi CN": "Urumchi", "Kashgar CN": "Kashi", "Taipei TW": "Taipei City",
    "Al Mawsil al Jadidah IQ": "-", "Erbil IQ": "Irbil|Arbil|Hawler", "Kirkuk IQ": "Karkuk", "Al Basrah al Qadimah IQ": "-",
    "Basrah IQ": "Basra|Al Basrah", "Al Fallujah IQ": "Fallujah|Falluja", "Ar Ramadi IQ": "Ramadi", "As Sulaymaniyah IQ": "Sulaymaniyah|Sulaimaniya",
    "An Najaf al Ashraf IQ": "Najaf", "Al Hillah IQ": "Hilla|Hillah", "Tikrit IQ": "Tikrit", "Ad Diwaniyah IQ": "Diwaniyah", "Samarra' IQ": "Samarra",
    "Makkah SA": "Mecca", "Mecca SA": "Makkah", "Medina SA": "Madinah", "Jeddah SA": "Jiddah", "Ad Dammam SA": "Dammam", "Dammam SA": "Ad Dammam",
    "Al Hudaydah YE": "Hodeidah|Hudaydah|Hodeida", "Ta`izz YE": "Taiz|Taizz", "Ma'rib YE": "Marib", "Sanaa YE": "Sana'a", "Al Mukalla YE": "Mukalla",
    "Dar`a SY": "Daraa|Deraa", "Ar Raqqah SY": "Raqqa|Raqqah", "Dayr az Zawr SY": "Deir ez-Zor|Deir al-Zor", "Deir ez-Zor SY": "Deir al-Zor|Deir Ezzor",
    "Al Hasakah SY": "Hasakah|Hasaka", "Latakia SY": "Lattakia", "Homs SY": "Hims", "Hama SY": "Hamah", "Idlib SY": "Idleb", "Aleppo SY": "Halab",
    "Gaza PS": "Gaza City", "Khan Yunis PS": "Khan Younis", "Al Khalil PS": "Hebron", "Hebron PS": "Al-Khalil", "Janin PS": "Jenin", "Jenin PS": "Janin",
    "Banghazi LY": "Benghazi", "Benghazi LY": "Bengasi", "Misratah LY": "Misrata", "Surt LY": "Sirte", "Tobruk LY": "Tubruq", "Darnah LY": "Derna",
    "Al Iskandariyah EG": "Alexandria", "Suez EG": "As Suways", "Al Jizah EG": "Giza", "Bur Sa`id EG": "Port Said", "Al `Arish EG": "El-Arish|Arish",
    "Al Khartum Bahri SD": "Khartoum North|Bahri", "Omdurman SD": "Umm Durman", "Al Fashir SD": "El Fasher|El-Fasher|Al-Fashir", "Nyala SD": "Niyala",
    "El Geneina SD": "Geneina|Al Junaynah", "Bor SS": "Bor Town", "Addis Ababa ET": "Addis Abeba", "Mek'ele ET": "Mekelle|Mekele|Makale", "Dire Dawa ET": "Diredawa",
    "Mogadishu SO": "Mogadiscio", "Baidoa SO": "Baydhabo", "Kismayo SO": "Kismaayo", "Maiduguri NG": "Maidugari", "Kandahar AF": "Qandahar",
    "Herat AF": "Hirat", "Jalalabad AF": "Jalal-Abad", "Mazar-e Sharif AF": "Mazar-i-Sharif|Mazar-e-Sharif", "Lashkar Gah AF": "Lashkargah",
    "Kunduz AF": "Konduz", "Ghazni AF": "Ghazna", "Mashhad IR": "Meshed", "Esfahan IR": "Isfahan", "Isfahan IR": "Esfahan", "Shiraz IR": "Chiraz",
    "Istanbul TR": "Constantinople", "Diyarbakir TR": "Amed", "Izmir TR": "Smyrna", "Almaty KZ": "Alma-Ata", "Astana KZ": "Nur-Sultan",
    "Tashkent UZ": "Toshkent", "Samarkand UZ": "Samarqand", "Tbilisi GE": "Tiflis", "Baku AZ": "Baki", "Ganja AZ": "Gandja|Gyandzha", "Xankandi AZ": "Stepanakert|Khankendi",
    "Shushi AZ": "Shusha", "Shusha AZ": "Shushi", "Agdam AZ": "Aghdam", "Gyumri AM": "Leninakan", "Saint Petersburg RU": "St. Petersburg|St Petersburg|Leningrad",
    "Groznyy RU": "Grozny", "Nizhniy Novgorod RU": "Nizhny Novgorod", "Moscow RU": "Moskva", "Volgograd RU": "Stalingrad", "Minsk BY": "Mensk", "Gomel BY": "Homel",
    "Chisinau MD": "Kishinev", "Bucharest RO": "Bucuresti", "Pristina XK": "Prishtina", "Mitrovica XK": "Kosovska Mitrovica", "Belgrade RS": "Beograd",
    "Warsaw PL": "Warszawa", "Koeln DE": "Cologne", "Cologne DE": "Koln", "Muenchen DE": "Munich", "Munich DE": "Munchen", "Geneve CH": "Geneva", "Geneva CH": "Geneve",
    "Zuerich CH": "Zurich", "Zurich CH": "Zuerich", "Brussels BE": "Bruxelles", "Antwerpen BE": "Antwerp", "The Hague NL": "Den Haag", "Lisbon PT": "Lisboa",
    "Sevilla SP": "Seville", "Sevilla ES": "Seville", "Zaragoza ES": "Saragossa", "Milano IT": "Milan", "Milan IT": "Milano", "Napoli IT": "Naples", "Naples IT": "Napoli",
    "Rome IT": "Roma", "Turin IT": "Torino", "Florence IT": "Firenze", "Venice IT": "Venezia", "Genoa IT": "Genova", "Lyon FR": "Lyons", "Marseille FR": "Marseilles",
    "Strasbourg FR": "Strassburg", "Thessaloniki GR": "Salonika", "Piraeus GR": "Peiraieus", "Nicosia CY": "Lefkosia", "New York City US": "New York|NYC",
    "Washington US": "Washington, D.C.|Washington D.C.|Washington DC|D.C.", "Los Angeles US": "L.A.|LA", "Philadelphia US": "Philly", "St. Louis US": "Saint Louis|St Louis",
    "Mexico City MX": "Ciudad de Mexico", "Ciudad Juarez MX": "Juarez", "Rio de Janeiro BR": "Rio", "Bogota CO": "Bogotá", "Havana CU": "La Habana", "Panama PA": "Panama City",
    "Port-au-Prince HT": "Port au Prince", "Quezon City PH": "Quezon", "Marawi City PH": "Marawi", "Davao PH": "Davao City", "Cebu City PH": "Cebu", "Jolo PH": "Jolo town",
    "Denpasar ID": "Denpasar Bali", "Makassar ID": "Ujung Pandang", "Jakarta ID": "Djakarta", "Phnom Penh KH": "Phnompenh", "Vientiane LA": "Viangchan",
    "Dhaka BD": "Dacca", "Chittagong BD": "Chattogram", "Cox's Bazar BD": "Coxs Bazar", "Kathmandu NP": "Katmandu", "Peshawar PK": "Peshawur", "Quetta PK": "Kwatah",
    "Rawalpindi PK": "Pindi", "Srinagar IN": "Sri Nagar", "Thiruvananthapuram IN": "Trivandrum", "Guwahati IN": "Gauhati", "Male MV": "Malé", "Colombo LK": "Colombo City",
    "Abu Dhabi AE": "Abu Zaby", "Dubai AE": "Dubayy", "Ash Shariqah AE": "Sharjah", "Sharjah AE": "Ash Shariqah", "Manama BH": "Al Manamah", "Muscat OM": "Masqat",
    "Johannesburg ZA": "Joburg|Jo'burg", "Gqeberha ZA": "Port Elizabeth", "Maputo MZ": "Lourenco Marques", "Antananarivo MG": "Tananarive", "N'Djamena TD": "Ndjamena|N'djamena",
    "Nouakchott MR": "Nuakchott", "Dakar SN": "Dacar", "Ouagadougou BF": "Wagadugu", "Timbuktu ML": "Tombouctou", "Bujumbura BI": "Usumbura", "Goma CD": "Goma city",
    "Sarajevo BA": "Sarajewo", "Macau MO": "Macao", "Hong Kong HK": "Hongkong", "Sejong KR": "Sejong City", "Port-Vila VU": "Port Vila", "Ulan Bator MN": "Ulaanbaatar", "Nuku‘alofa TO": "Nuku'alofa", "Incheon KR": "Inchon", "Busan KR": "Pusan", "Pyongyang KP": "P'yongyang",
}


def names(city):
    found = [city["name"], plain(city["name"])]
    found += ENGLISH_NAMES.get(f"{plain(city['name'])} {city['countrycode']}", "").split("|")
    kept, seen = [], set()
    for name in found:
        name = name.strip().replace("|", " ").replace("\t", " ")
        if name not in ("", "-") and name.lower() not in seen:
            seen.add(name.lower())
            kept.append(name)
    return kept


def main():
    alpha3 = geonames.countries()
    print("# Cities of 1,000 people and more: GeoNames (geonames.org), CC BY 4.0. Made by lexicon/sources/cities.py.")
    print("names\tcountry\tadmin1\tlatitude\tlongitude\tpopulation\tgeonames")
    for city in geonames.cities():
        print("|".join(names(city)), alpha3.get(city["countrycode"], "-"), city["admin1"] or "-", f"{city['latitude']:.4f}", f"{city['longitude']:.4f}",
              city["population"], city["geonameid"], sep="\t")


if __name__ == "__main__":
    sys.exit(main())

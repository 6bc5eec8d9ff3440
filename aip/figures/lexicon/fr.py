"""French."""

from decimal import Decimal

from aip.figures.figure import Bound
from aip.figures.lexicon.numerals import french
from aip.figures.lexicon.words import Words

_WATT = {"W": "", "kW": "kilo", "MW": "méga", "GW": "giga", "TW": "téra"}
_UNITS = {unit: f"{prefix}watt|{prefix}watts" for unit, prefix in _WATT.items()}
_UNITS |= {
    f"{unit}h": "|".join(
        f"{prefix}watt{plural}{hours}"
        for plural in ("", "s")
        for hours in (" heure", " heures", "heure", "heures", "h")
    )
    for unit, prefix in (_WATT | {"PW": "péta"}).items()
}
_UNITS["MW"] += "|megawatt|megawatts"

WORDS = Words(
    decimal=",",
    point="virgule",
    numerals=french() | {"mille": Decimal(1000)},
    fractions={"un demi|une demi|demi|la moitié d ' un": "0.5", "un quart de": "0.25", "trois quarts de": "0.75"},
    halves={"et demi|et demie": "0.5"},
    articles="un|une",
    scales={
        3: "mille",
        6: "million|millions|mio",
        9: "milliard|milliards|md|mds|mrd|mrds|mia|mille millions",
        12: "billion|billions|mille milliards|millier de milliards|milliers de milliards",
    },
    parts={},
    letters={"M": 6, "Md": 9, "Mds": 9, "k": 3, "K": 3, "MM": 6, "m": 6, "mn": 6, "bn": 9, "B": 9},
    singular="million|milliard|billion|md",
    linking="de|d '",
    units=_UNITS,
    currencies={
        "USD": "dollars|dollar|dollars us|dollars américains|dollar américain|dollars des états-unis|$ us|dollars u.s.",
        "EUR": "euros|euro",
        "?GBP": "livres",
        "GBP": "livres sterling|livre sterling|livres britanniques",
        "CHF": "francs suisses|franc suisse",
        "JPY": "yens|yen|yens japonais",
        "CNY": "yuans|yuan|yuans chinois|renminbi|renminbis",
        "KRW": "wons|wons sud-coréens|won",
        "INR": "roupies indiennes|roupies",
        "SEK": "couronnes suédoises",
        "NOK": "couronnes norvégiennes",
        "DKK": "couronnes danoises",
        "CZK": "couronnes tchèques",
        "PLN": "zlotys|zloty|zlotys polonais",
        "CAD": "dollars canadiens|$ canadiens|$ ca",
        "AUD": "dollars australiens",
        "HKD": "dollars de hong kong|dollars hongkongais",
        "SGD": "dollars de singapour|dollars singapouriens",
        "TWD": "dollars taïwanais|dollars de taïwan|nouveaux dollars taïwanais",
        "AED": "dirhams émiratis|dirhams des émirats|dirhams des eau",
        "MAD": "dirhams marocains",
        "SAR": "riyals saoudiens|riyals|rials saoudiens",
        "BRL": "reais|réais|reals brésiliens",
        "ZAR": "rands|rands sud-africains",
        "RUB": "roubles|roubles russes",
        "XOF": "francs cfa|fcfa",
        "TND": "dinars tunisiens",
        "DZD": "dinars algériens",
        "MYR": "ringgits|ringgits malaisiens",
    },
    hedges={
        Bound.ABOUT: "environ|près de|près d '|quelque|autour de|autour d '|aux alentours de|aux alentours d '|presque"
        "|à peu près|approximativement|de l'ordre de|de l'ordre d '|quasiment|quasi|aux environs de|un peu moins de"
        "|avoisinant|à environ|approchant|estimé à|estimée à|estimés à|estimées à|proche de|proches de|proche d '|~"
        "|pas loin de|pas loin d '|grosso modo|voisin de|dans les|frôlant|estimé à environ|env .|vers les",
        Bound.MORE_THAN: "plus de|plus d '|supérieur à|supérieure à|supérieurs à|supérieures à|au-delà de|au-delà d '"
        "|au-dessus de|au-dessus d '|>|dépassant|dépassant les|excédant|un peu plus de|un peu plus d '|passé|passés",
        Bound.LESS_THAN: "moins de|moins d '|inférieur à|inférieure à|inférieurs à|inférieures à|en dessous de|<"
        "|en dessous d '|en-deçà de|sous les|sous la barre des|même pas",
        Bound.UP_TO: "jusqu'à|jusqu ' à|au plus|au maximum|maximum|un maximum de|un maximum d '|pas plus de|≤"
        "|pas plus d '|tout au plus|jusque|n'excédant pas|ne dépassant pas|max|max .|jusqu'aux",
        Bound.AT_LEAST: "au moins|au minimum|minimum|un minimum de|un minimum d '|à partir de|à partir d '|pas moins de"
        "|pas moins d '|≥|min .|du moins|dès|au bas mot",
    },
    strengtheners="bien|un peu|nettement|beaucoup|largement|légèrement|juste|très|sensiblement|tout",
    transparent="un|une|autres|supplémentaires|les",
    close="sous|dès|passé",
    trailing={
        Bound.AT_LEAST: "ou plus|et plus|au moins|+|au minimum|minimum|voire plus|ou davantage|au bas mot",
        Bound.UP_TO: "ou moins|au plus|au maximum|maximum|tout au plus|max",
        Bound.ABOUT: "environ|à peu près",
    },
    openers={"entre": "et", "de": "à|jusqu ' à", "d '": "à"},
    to="à",
    alternatives="ou",
    also="et|ou|à|,|contre|-|puis",
    per="par|la|le|l '|pour chaque|chacun|chacune|pour un|pour une",
    not_per="",
    only_things="par|la|le|l '|pour un|pour une",
    periods="an|année|mois|semaine|jour|trimestre|heure|minute|seconde|semestre|décennie|a|ans|nuit",
    things="action|titre|mwh|kwh|mégawattheure|kilowattheure|tonne|habitant|personne|baril|unité|gpu|puce|mégawatt"
    "|gigawatt|kilowatt|litre|mètre carré|once|kilo|employé|salarié|tête|utilisateur|siège|rack|emploi|foyer|mw|gw|kw"
    "|client|abonné|requête|mégawatt heure|kilowatt heure|ménage|serveur|part|tonne de co|site|bâtiment|pièce|m",
    the="la|le|l '|un|une",
    fillers="en numéraire|net|nets|brut|bruts|en moyenne|environ|hors taxes|ht",
    vague="plusieurs|quelques|dizaines|centaines|milliers|divers|nombreux|multi|quelconques",
    rises="pass|augment|grimp|bond|progress|recul|chut|bais|mont|rédui|port|croît|croit|relev|double|doubl|tripl",
    spreads="fourchette|vari|oscill|all|compri|situ|estim|entre",
    times="en|d'ici|sur|depuis",
    dating="en|depuis|fin|début|année|mi|dès",
    concerning="",
    contracts="",
    leading="",
    carries="",
)

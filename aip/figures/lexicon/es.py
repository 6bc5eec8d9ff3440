"""Spanish."""

from decimal import Decimal

from aip.figures.figure import Bound
from aip.figures.lexicon.numerals import spanish
from aip.figures.lexicon.words import Words

_WATT = {"W": "", "kW": "kilo", "MW": "mega", "GW": "giga", "TW": "tera"}
_UNITS = {
    unit: "|".join(f"{prefix}{watt}" for watt in ("vatio", "vatios", "watt", "watts", "watio", "watios"))
    for unit, prefix in _WATT.items()
}
_UNITS |= {
    f"{unit}h": "|".join(
        f"{prefix}{watt}{hour}"
        for watt in ("vatio", "vatios", "watt", "watts", "watio", "watios")
        for hour in (" hora", " horas", "hora", "horas")
    )
    for unit, prefix in (_WATT | {"PW": "peta"}).items()
}

WORDS = Words(
    decimal=",",
    point="coma",
    numerals=spanish() | {"mil": Decimal(1000)},
    fractions={"medio|media": "0.5", "un cuarto de": "0.25", "tres cuartos de": "0.75"},
    halves={"y medio|y media": "0.5"},
    articles="un|una",
    scales={
        3: "mil",
        6: "millón|millones|mill|mill .|mln",
        9: "mil millones|millardo|millardos|mil mill .|mil m",
        12: "billón|billones|millón de millones|millones de millones",
        15: "mil billones",
    },
    parts={},
    letters={"M": 6, "MM": 6, "k": 3, "K": 3, "mn": 6, "m": 6},
    singular="millón|millardo|billón",
    linking="de",
    units=_UNITS,
    currencies={
        "USD": "dólares|dólar|dólares estadounidenses|dólares americanos|dolares|dólares de estados unidos"
        "|dólares de ee . uu .|dólares de los estados unidos|dólar estadounidense",
        "EUR": "euros|euro",
        "?GBP": "libras",
        "GBP": "libras esterlinas|libras británicas|libra esterlina",
        "CHF": "francos suizos|franco suizo",
        "JPY": "yenes|yen|yenes japoneses",
        "CNY": "yuanes|yuan|yuanes chinos|renminbi|renminbis",
        "KRW": "wones|wones surcoreanos",
        "INR": "rupias|rupias indias",
        "SEK": "coronas suecas",
        "NOK": "coronas noruegas",
        "DKK": "coronas danesas",
        "CAD": "dólares canadienses",
        "AUD": "dólares australianos",
        "HKD": "dólares de hong kong|dólares hongkoneses",
        "SGD": "dólares de singapur|dólares singapurenses",
        "TWD": "dólares taiwaneses|dólares de taiwán|nuevos dólares taiwaneses",
        "MXN": "pesos mexicanos|peso mexicano",
        "ARS": "pesos argentinos",
        "CLP": "pesos chilenos",
        "COP": "pesos colombianos",
        "BRL": "reales brasileños|reales",
        "PEN": "soles|soles peruanos",
        "AED": "dírhams|dirhams|dírhams emiratíes",
        "SAR": "riyales saudíes|riyales|riales saudíes",
        "PYG": "guaraníes",
        "RUB": "rublos|rublos rusos",
        "PLN": "zlotys|eslotis",
        "ZAR": "rands|rands sudafricanos",
    },
    hedges={
        Bound.ABOUT: "unos|unas|cerca de|alrededor de|casi|aproximadamente|en torno a|en torno a los|próximo a"
        "|próximos a|próxima a|cercano a|cercanos a|cercana a|del orden de|aprox .|aprox|rozando los|poco menos de|~"
        "|estimado en|estimada en|estimados en|alrededor de los|cerca de los|en torno de|a razón de unos|más o menos"
        "|prácticamente|cercanos a los|próximo a los|algo menos de|sobre los|unos aproximadamente|estimadas en",
        Bound.MORE_THAN: "más de|superior a|superiores a|por encima de|más allá de|>|superior a los|superiores a los"
        "|por encima de los|más de los|por más de|algo más de|poco más de|un poco más de|mayor a|mayor de|mayores a"
        "|excediendo|superando los",
        Bound.LESS_THAN: "menos de|inferior a|inferiores a|por debajo de|<|inferior a los|inferiores a los|menos de los"
        "|por debajo de los|menor a|menor de|menores de|ni siquiera",
        Bound.UP_TO: "hasta|como máximo|un máximo de|máximo|no más de|a lo sumo|≤|hasta los|hasta un máximo de|máx ."
        "|como mucho|máximo de",
        Bound.AT_LEAST: "al menos|como mínimo|por lo menos|mínimo|un mínimo de|no menos de|a partir de|a partir de los"
        "|desde|≥|mínimo de|mín .|cuando menos",
    },
    strengtheners="mucho|muy|algo|poco|un poco|bastante|ligeramente|apenas|bien|claramente",
    transparent="un|una|otros|otras|los|las|adicionales",
    close="desde|sobre",
    trailing={
        Bound.AT_LEAST: "o más|y más|como mínimo|al menos|+|por lo menos|en adelante|mínimo",
        Bound.UP_TO: "o menos|como máximo|como mucho|a lo sumo|máximo",
        Bound.ABOUT: "aproximadamente|más o menos|aprox .|aprox",
    },
    openers={"entre": "y", "entre los": "y los|y", "de": "a|hasta", "desde": "hasta|a", "de los": "a los|a"},
    to="a",
    alternatives="o",
    also="y|o|a|,|frente a|-",
    per="por|cada|el|la|por cada|al",
    not_per="",
    only_things="por|el|la|cada",
    periods="año|mes|semana|día|trimestre|hora|minuto|segundo|semestre|década|años|noche",
    things="acción|título|mwh|kwh|megavatio hora|kilovatio hora|tonelada|habitante|persona|barril|unidad|gpu|chip"
    "|megavatio|gigavatio|kilovatio|litro|metro cuadrado|onza|kilo|empleado|usuario|rack|empleo|hogar|mw|gw|kw|cliente"
    "|consulta|familia|servidor|participación|teravatio hora|uno|una|pieza|cabeza",
    the="el|la|un|una",
    fillers="en efectivo|netos|brutos|de media",
    vague="varios|varias|algunos|algunas|decenas|cientos|miles|muchos|muchas|pocos|multi|diversos|centenares|cuantos"
    "|cuantas|decenas de|cientos de|miles de|centenares de",
    rises="pas|aument|crec|sub|baj|reduc|cay|elev|increment|ascend|ampli|duplic|triplic|escal|salt|disminu",
    spreads="rango|horquilla|vari|oscil|entre|estim|sitúa|situ",
    times="en|para|desde",
    dating="en|desde|año|para|finales|de",
    concerning="",
    contracts="",
    leading="",
    carries="",
)

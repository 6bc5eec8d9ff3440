"""Signs and abbreviations that are the same in every language: units, ISO codes, currency signs."""

from decimal import Decimal

from aip.figures.figure import ENERGY, POWER
from aip.figures.lexicon.words import listed

_POWERS = {"mW": -9, "W": -6, "kW": -3, "MW": 0, "GW": 3, "TW": 6, "PW": 9}
UNITS: dict[str, tuple[str, Decimal]] = {name: (POWER, Decimal(1).scaleb(power)) for name, power in _POWERS.items()}
UNITS |= {f"{name}h": (ENERGY, Decimal(1).scaleb(power)) for name, power in _POWERS.items()}

_EIGHTHS = {"½": 4, "¼": 2, "¾": 6, "⅛": 1, "⅜": 3, "⅝": 5, "⅞": 7}
FRACTIONS = {sign: Decimal(eighths) / 8 for sign, eighths in _EIGHTHS.items()}

SYMBOLS = {name: name for name in UNITS if name not in ("mW", "mWh", "PW")}  # in news "mW" is a slip as often as not
SYMBOLS |= {"KW": "kW", "gw": "GW", "tw": "TW", "kw": "kW", "Gw": "GW", "kwh": "kWh", "KWh": "kWh", "KWH": "kWh"}
SYMBOLS |= {"MWH": "MWh", "GWH": "GWh", "TWH": "TWh", "gwh": "GWh", "twh": "TWh", "tWh": "TWh", "gWh": "GWh"}
SYMBOLS |= {"Kwh": "kWh", "Mwh": "MWh", "Gwh": "GWh", "Twh": "TWh", "MWs": "MW", "GWs": "GW", "PWH": "PWh"}
for _name in ("kW", "MW", "GW", "TW"):
    for _kind in ("e", "el", "th", "t", "p", "peak", "ac", "dc", "AC", "DC", "E", "P"):
        SYMBOLS[_name + _kind] = _name
    for _hours in ("h", "hr", "hrs", "hour", "hours", "Std", "Stunde", "Stunden", "hora", "horas", "heure", "heures"):
        SYMBOLS[f"{_name} {_hours}"] = SYMBOLS[f"{_name}·{_hours}"] = SYMBOLS[f"{_name}⋅{_hours}"] = f"{_name}h"
del SYMBOLS["MWP"], SYMBOLS["MWE"], SYMBOLS["kWE"]  # letters of other things

CODES = {
    code: code
    for code in listed(
        "USD|EUR|GBP|JPY|CNY|CHF|SEK|NOK|DKK|ISK|PLN|CZK|HUF|RON|BGN|ILS|AED|SAR|QAR|KWD|BHD"
        "|OMR|INR|PKR|BDT|LKR|NPR|KRW|TWD|HKD|SGD|MYR|IDR|THB|VND|AUD|NZD|CAD|MXN|BRL|CLP|ZAR|NGN"
        "|KES|TZS|UGX|RWF|ETB|ZMW|XOF|XAF|GHS|EGP|JOD|UAH|KZT|RUB|UZS|RSD|AZN|ATS|FRF|ITL|NLG|ESP"
    )
} | {"RMB": "CNY", "CNH": "CNY", "US$": "USD", "USD$": "USD", "U.S.$": "USD", "US-$": "USD", "NTD": "TWD", "NIS": "ILS"}
# Codes that are words, names of firms or of other things too: only before or after a sum of some size.
CODES |= {code: f"?{code}" for code in listed("TRY|PHP|COP|PEN|MAD|ARS|GEL")}

SIGNS = {
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₩": "KRW", "₺": "TRY", "₽": "RUB", "₴": "UAH",
    "₪": "ILS", "₫": "VND", "₦": "NGN", "₱": "PHP", "฿": "THB", "₸": "KZT", "₨": "INR", "₾": "GEL", "元": "CNY",
    "A$": "AUD", "AU$": "AUD", "AUD$": "AUD", "C$": "CAD", "CA$": "CAD", "CAD$": "CAD", "CDN$": "CAD", "NZ$": "NZD",
    "HK$": "HKD", "S$": "SGD", "SG$": "SGD", "NT$": "TWD", "R$": "BRL", "MX$": "MXN", "Mex$": "MXN", "CN¥": "CNY",
    "RMB¥": "CNY", "$US": "USD", "$USD": "USD", "$CA": "CAD", "$CAN": "CAD",
}  # fmt: skip
SIGNS |= {
    "J$": "JMD", "TT$": "TTD", "Bds$": "BBD", "EC$": "XCD", "N$": "NAD", "RD$": "DOP", "Can$": "CAD", "CAN$": "CAD",
    "AR$": "ARS", "COP$": "COP", "Col$": "COP", "CLP$": "CLP", "MXN$": "MXN", "NZD$": "NZD", "SGD$": "SGD",
    "HKD$": "HKD", "Aus$": "AUD", "AUS$": "AUD", "E£": "EGP", "GH₵": "GHS", "GH¢": "GHS", "₵": "GHS", "৳": "BDT",
    "₡": "CRC", "₲": "PYG", "₮": "MNT", "₼": "AZN", "JP¥": "JPY", "S/.": "PEN", "S/": "PEN", "$b": "?BOB",
}  # fmt: skip
BEFORE = {"Rs": "INR", "Rs.": "INR", "Re": "?INR", "R": "?ZAR", "RM": "?MYR", "Rp": "?IDR", "Rp.": "?IDR"}
BEFORE |= {"Dh": "AED", "Dhs": "AED", "Dhs.": "AED", "SKr": "SEK", "NKr": "NOK", "DKr": "DKK", "Skr": "SEK"}
BEFORE |= {"Nkr": "NOK", "Dkr": "DKK", "Fr.": "?CHF", "Fr": "?CHF", "SFr": "CHF", "SFr.": "CHF", "sFr.": "CHF"}
BEFORE |= {"Sfr": "CHF", "Sfr.": "CHF", "CHF.": "CHF", "sFr": "CHF", "TL": "?TRY", "Php": "PHP", "PhP": "PHP"}
BEFORE |= dict.fromkeys(listed("KSh|Ksh|KSH|KShs|Kshs|KSh.|Ksh.|KShs.|Kshs.|Kes"), "KES")
BEFORE |= dict.fromkeys(listed("TSh|Tsh|TSH|TShs|Tshs|TSh.|Tsh."), "TZS")
BEFORE |= dict.fromkeys(listed("USh|Ush|USH|UShs|Ushs|UgSh|USh.|Ush.|Ushs.|UShs."), "UGX")
BEFORE |= {"Tk": "BDT", "Tk.": "BDT", "SR": "?SAR", "QR": "?QAR", "KD": "?KWD", "BD": "?BHD"}
BEFORE |= {"RO": "?OMR", "JD": "?JOD"}
BEFORE |= {"LE": "?EGP", "GHc": "GHS", "GH₵": "GHS", "NRs": "NPR", "NRs.": "NPR", "PKRs": "PKR", "SLRs": "LKR"}
BEFORE |= {"Rmb": "CNY", "Rbs": "RUB", "Shk": "ILS", "Bt": "?THB", "DM": "?DEM", "ÖS": "?ATS"}
BEFORE |= {"öS": "?ATS", "Br": "?ETB", "Birr": "?ETB", "Cdn$": "CAD", "CDN$": "CAD", "Rbl": "RUB", "Kc": "?CZK"}
BEFORE |= {"N": "!NGN", "W": "!KRW", "P": "!PHP", "Y": "!JPY"}
AFTER = {"Fr.": "CHF", "Fr": "CHF", "SFr.": "CHF", "SFr": "CHF", "sFr.": "CHF", "Fr.-": "CHF", "fr.": "CHF"}
AFTER |= {"zł": "PLN", "Kč": "CZK", "Ft": "?HUF", "TL": "?TRY", "DM": "DEM", "D-Mark": "DEM", "öS": "ATS", "ÖS": "ATS"}
AFTER |= {"KSh": "KES", "Ksh": "KES", "Tk": "BDT", "Dh": "AED", "Dhs": "AED"}

# A scale and a currency in one: "MSEK 1,245", "450 T€", "€m 245". In front also apart: "EUR million 34".
_REPORTING = listed("EUR|USD|GBP|CHF|SEK|NOK|DKK|CZK|PLN|HUF|ISK|JPY|AUD|CAD|INR|SGD|ZAR|AED|SAR")
_MARKED = {"€": "EUR", "£": "GBP", "$": "USD", "US$": "USD", "A$": "AUD", "C$": "CAD", "NZ$": "NZD"} | {
    code: code for code in _REPORTING
}
_LETTERS = {"m": 6, "mn": 6, "mln": 6, "bn": 9, "k": 3}
SCALED = {f"{sign}{letter}": f"{code}*{power}" for sign, code in _MARKED.items() for letter, power in _LETTERS.items()}
SCALED |= {f"{code}M": f"{code}*6" for code in _REPORTING}
for _code in listed("EUR|USD|GBP|CHF|SEK|NOK|DKK|CZK|PLN|HUF|ISK"):
    SCALED |= {f"{letter}{_code}": f"{_code}*6" for letter in "Mm"}
    SCALED |= {f"{letter}{_code}": f"{_code}*3" for letter in ("k", "K", "T", "t") if letter + _code != "TUSD"}
SCALED |= {"T€": "EUR*3", "k€": "EUR*3", "K€": "EUR*3", "M€": "EUR*6"}
SCALED |= {"Mio€": "EUR*6", "Mrd€": "EUR*9", "Tsd€": "EUR*3"}
_APART = {
    "en": {6: "million|mn|m|M|mln|millions", 9: "billion|bn|billions", 3: "thousand|thousands|k"},
    "de": {6: "Mio|Mio.|Mill.|Millionen|m|mn", 9: "Mrd|Mrd.|Milliarden|bn", 3: "Tsd|Tsd.|Tausend"},
}


def scaled_before(language: str) -> dict[str, str]:
    """Return what stands for a currency and a scale before a number: "MSEK", "EUR million", "Mio. EUR"."""
    apart = {word: power for power, words in _APART.get(language, {}).items() for word in listed(words)}
    found = {f"{sign} {word}": f"{code}*{power}" for sign, code in _MARKED.items() for word, power in apart.items()}
    if language == "de":  # "Mio. CHF 12,5"
        words = {word: power for word, power in apart.items() if len(word) > 1}
        found |= {f"{word} {code}": f"{code}*{power}" for code in _REPORTING for word, power in words.items()}
    return SCALED | found

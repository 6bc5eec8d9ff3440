"""Signs and abbreviations that are the same in every language: units, ISO codes, currency signs."""

from decimal import Decimal

from aip.figures.figure import ENERGY, POWER
from aip.figures.lexicon.words import listed

_POWERS = {"mW": -9, "W": -6, "kW": -3, "MW": 0, "GW": 3, "TW": 6, "PW": 9}
UNITS: dict[str, tuple[str, Decimal]] = {name: (POWER, Decimal(1).scaleb(power)) for name, power in _POWERS.items()}
UNITS |= {f"{name}h": (ENERGY, Decimal(1).scaleb(power)) for name, power in _POWERS.items()}

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
        "|OMR|INR|PKR|BDT|LKR|KRW|TWD|HKD|SGD|MYR|IDR|THB|VND|AUD|NZD|CAD|MXN|BRL|CLP|ZAR|NGN"
        "|KES|GHS|EGP|UAH|KZT|RUB|UZS|RSD"
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
BEFORE = {"Rs": "INR", "Rs.": "INR", "Re": "?INR", "R": "?ZAR", "RM": "?MYR", "Rp": "?IDR", "Fr.": "?CHF"}
BEFORE |= {"Dh": "AED", "Dhs": "AED", "SKr": "SEK", "NKr": "NOK", "DKr": "DKK"}
BEFORE |= {"Fr": "?CHF", "SFr": "CHF", "SFr.": "CHF", "sFr.": "CHF", "CHF.": "CHF", "BRL": "BRL", "TL": "?TRY"}
AFTER = {"Fr.": "CHF", "Fr": "CHF", "SFr.": "CHF", "SFr": "CHF", "sFr.": "CHF", "Fr.-": "CHF", "fr.": "CHF"}
AFTER |= {"zł": "PLN", "Kč": "CZK", "Ft": "?HUF", "TL": "?TRY"}

"""Numbers in words, from one to 999 (German: to 999 thousand), spelled out for the lexicons."""

from collections.abc import Callable
from decimal import Decimal

from aip.figures.lexicon.words import listed


def german() -> dict[str, Decimal]:
    """Return "eins" … "neunhundertneunundneunzig", "zweieinhalb", "zwanzigtausend"."""
    ones = listed("ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|dreizehn|vierzehn|fünfzehn|sechzehn")
    ones = ["", *ones, "siebzehn", "achtzehn", "neunzehn"]
    tens = ["", "", *listed("zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig")]

    def spell(number: int) -> str:
        if number < 20:
            return ones[number]
        if number < 100:
            return (ones[number % 10] + "und" if number % 10 else "") + tens[number // 10]
        return f"{ones[number // 100]}hundert{spell(number % 100)}"

    words = {spell(number): Decimal(number) for number in range(1, 1000)}
    words |= {f"{word}tausend": value * 1000 for word, value in words.items()}
    words |= {f"{word}einhalb": words[word] + Decimal("0.5") for word in list(words) if words[word] < 100}
    words |= {f"{spell(number)}hundert": Decimal(number * 100) for number in range(11, 20)}
    words |= {f"{spell(number)}einviertel": number + Decimal("0.25") for number in range(2, 13)}
    words |= {f"hundert{spell(number)}tausend": Decimal(100 + number) * 1000 for number in range(100)}
    words |= {f"hundert{spell(number)}": Decimal(100 + number) for number in range(100)}
    words |= {word.replace("ß", "ss"): value for word, value in words.items()}
    words |= {"zwo": Decimal(2), "eintausend": Decimal(1000)}
    return words | dict.fromkeys(("anderthalb", "eineinhalb"), Decimal("1.5"))


def english() -> dict[str, Decimal]:
    """Return "one" … "nine hundred and ninety-nine", "two and a half"."""
    ones = listed("one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen")
    ones = ["", *ones, "seventeen", "eighteen", "nineteen"]
    tens = ["", "", *listed("twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety")]
    small = {_two(number, ones, tens): number for number in range(1, 100)}
    words = dict(small)
    for hundred in range(1, 10):
        words[f"{ones[hundred]} hundred"] = hundred * 100
        for word, value in small.items():
            words[f"{ones[hundred]} hundred {word}"] = words[f"{ones[hundred]} hundred and {word}"] = (
                hundred * 100 + value
            )
    for word, value in list(small.items()):
        if value > 10 and value % 10:
            words[f"{word} hundred"] = value * 100
    words |= {word.replace("one", "a", 1): value for word, value in words.items() if 100 <= value < 200}
    found = {word: Decimal(value) for word, value in words.items()}
    return found | {f"{word} and a half": value + Decimal("0.5") for word, value in found.items()}


def _two(number: int, ones: list[str], tens: list[str]) -> str:
    return ones[number] if number < 20 else f"{tens[number // 10]} {ones[number % 10]}".strip()


def french() -> dict[str, Decimal]:
    """Return "un" … "neuf cent quatre-vingt-dix-neuf"."""
    ones = ["", *listed("un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize")]
    ones += ["dix sept", "dix huit", "dix neuf"]
    tens = ["", "", *listed("vingt|trente|quarante|cinquante|soixante|soixante|quatre vingt|quatre vingt")]

    def spell(number: int) -> str:
        if number < 20:
            return ones[number]
        ten = number // 10
        rest = number % 10 + (10 if ten in (7, 9) else 0)
        joint = " et " if rest in (1, 11) and ten < 8 else " "
        return f"{tens[ten]}{joint}{ones[rest]}".strip()

    words = _hundreds({spell(n): n for n in range(1, 100)}, lambda n: ["cent"] if n == 1 else [f"{ones[n]} cent"])
    words |= {f"{ones[n]} cents": Decimal(n * 100) for n in range(2, 10)}
    return words | {"quatre vingts": Decimal(80), "une": Decimal(1)}


def spanish() -> dict[str, Decimal]:
    """Return "uno" … "novecientos noventa y nueve"."""
    ones = [
        "",
        *listed("uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|dieciséis"),
    ]
    ones += listed("diecisiete|dieciocho|diecinueve|veinte|veintiuno|veintidós|veintitrés|veinticuatro")
    ones += listed("veinticinco|veintiséis|veintisiete|veintiocho|veintinueve")
    tens = ["", "", "", *listed("treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa")]
    hundreds = ["", "", *listed("doscient|trescient|cuatrocient|quinient|seiscient|setecient|ochocient|novecient")]

    def spell(number: int) -> str:
        if number < 30:
            return ones[number]
        return tens[number // 10] + (f" y {ones[number % 10]}" if number % 10 else "")

    def hundred(number: int) -> list[str]:
        return ["ciento"] if number == 1 else [hundreds[number] + "os", hundreds[number] + "as"]

    words = _hundreds({spell(n): n for n in range(1, 100)}, hundred)
    words |= {word[:-1]: value for word, value in words.items() if word.endswith("uno")}
    return words | {"cien": Decimal(100), "una": Decimal(1), "veintiún": Decimal(21)}


def _hundreds(small: dict[str, int], hundred: Callable[[int], list[str]]) -> dict[str, Decimal]:
    words = {word: Decimal(value) for word, value in small.items()}
    for number in range(1, 10):
        for head in hundred(number):
            words[head] = Decimal(number * 100)
            words |= {f"{head} {word}": Decimal(number * 100 + value) for word, value in small.items()}
    return words

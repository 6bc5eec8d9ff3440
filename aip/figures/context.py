"""What stands around an amount: what makes it no figure, a rate, or a change over time. Every look is bounded."""

import unicodedata

from aip.figures.amounts import Amount, is_note
from aip.figures.lexicon.symbols import SIGNS
from aip.figures.numerals import Reader
from aip.figures.tokens import BREAK, NUMBER, OTHER, SIGN, WORD, over_hyphen

_OPENING = frozenset("([{\"'„“”‚«»‹›~<>≥≤+=|*•—¿¡…")
_PARTING = frozenset(".;:!?—()")
_TIMES = frozenset("/x×*^±·:")
_WINDOW = 10


def is_year(text: str) -> bool:
    """Return whether a number is most likely a year."""
    return len(text) == 4 and text[:2] in ("19", "20")


def is_dated(reader: Reader, at: int) -> bool:
    """Return whether the number at token `at` is a year by what stands before it: "in 2020"."""
    return is_year(reader.text(at)) and reader.any_of("dating", at - 1)


def may_begin(reader: Reader, at: int) -> bool:
    """Return whether a figure may begin at token `at`: not inside a larger number, word, product or vague sum."""
    token, before = reader.tokens[at], reader.tokens[at - 1] if at else None
    if before is None:
        return True
    if token.gap == "" and not _may_touch(reader, at) and not reader.lexicon.hedges.match_before(reader.tokens, at):
        return False
    if token.gap == BREAK:
        return True
    if before.kind == NUMBER and token.gap:
        return is_year(before.raw[-4:]) and before.raw[-5:-4] in ("", ".", "/")
    if before.raw == "-" and token.gap == "":
        return False
    return not _in_company(reader, at)


def _may_touch(reader: Reader, at: int) -> bool:
    """Return whether the token before `at`, without a space between, can stand before a figure."""
    before = reader.tokens[at - 1]
    if before.kind == OTHER:
        return before.raw.startswith("<") and (before.gap != "" or at == 1 or reader.tokens[at - 2].kind == OTHER)
    if before.raw in ("/", ":"):
        return reader.tokens[at - 2].kind == WORD and before.gap == "" if at > 1 else False
    return before.raw in _OPENING or (before.kind == SIGN and unicodedata.category(before.raw) in ("So", "Pi", "Pf"))


def _in_company(reader: Reader, at: int) -> bool:
    """Return whether words or signs before token `at` make its number a part of something else."""
    before = reader.tokens[at - 1]
    number_before = at > 1 and (reader.tokens[at - 2].kind == NUMBER or _number_word(reader, at - 2))
    if before.text in _TIMES and number_before and not (before.raw == ":" and reader.tokens[at].gap):
        return not (before.raw == ":" and is_year(reader.tokens[at - 2].raw))
    if before.kind == WORD and _is_factor(reader, at, number_before):
        return True
    if before.raw == "-" and number_before:
        return not is_year(reader.tokens[at - 2].raw)
    if reader.any_of("alternatives", at - 1) and number_before:
        return not is_year(reader.tokens[at - 2].raw)
    if before.text in ("minus", "moins", "menos") and not reader.lexicon.hedges.match_before(reader.tokens, at):
        return True
    if reader.any_of("vague", at - 1) and before.kind == WORD:
        return True
    if reader.lexicon.language == "es" and before.text == "de" and reader.any_of("vague", at - 2):
        return True
    if _scale_before(reader, at) or _is_named(reader, at) or (number_before and _is_among(reader, at)):
        return True
    listed = before.raw == "," and number_before and not reader.any_of("numbered", at - 3)
    listed = listed or (before.text == "and" and reader.text(at - 2) in ("hundred", "thousand"))
    worded = reader.tokens[at].kind == WORD and (listed or _number_word(reader, at - 1))  # "two, three billion"
    return worded or _thing_before(reader, at)


def _is_factor(reader: Reader, at: int, number_before: bool) -> bool:
    """Return whether the number is a factor or the decimals of another: "zweimal 700 MW", "zwölf Komma fünf"."""
    if reader.any_of("multiples", at - 1):
        return number_before or reader.text(at - 1) not in ("mal", "times")
    return number_before and reader.any_of("point", at - 1)


def _is_named(reader: Reader, at: int) -> bool:
    """Return whether the number names a place: "on page 5 MWh is defined"."""
    return reader.tokens[at].kind == NUMBER and len(reader.text(at)) < 4 and reader.any_of("headings", at - 1)


def _is_among(reader: Reader, at: int) -> bool:
    """Return whether the number is the second one of "one in five watts"."""
    kind = reader.tokens[at].kind
    small = kind == WORD or (kind == NUMBER and len(reader.text(at)) < 4)
    return small and reader.any_of("among", at - 1) and not is_year(reader.text(at - 2))


def _scale_before(reader: Reader, at: int) -> bool:
    """Return whether a scale stands before ("Mrd. EUR 1,5") that is not part of an amount ("a $1bn 500 MW site")."""
    found = reader.lexicon.scales.match_before(reader.tokens, at)
    if not found:
        return False
    number = found[1] - 1
    whole = number > 0 and reader.tokens[number].kind == NUMBER
    return not (whole and reader.lexicon.before.match_before(reader.tokens, number))


def _number_word(reader: Reader, at: int) -> bool:
    if at < 0 or reader.any_of("articles", at):
        return False
    found = reader.lexicon.numerals.match(reader.tokens, at)
    return bool(found) and reader.tokens[at].kind == WORD


def _thing_before(reader: Reader, at: int) -> bool:
    """Return whether "je Aktie" or "per MWh" stands right before token `at`."""
    if at < 2 or reader.text(at - 2) not in (("per",) if reader.lexicon.language == "en" else ("pro", "je", "per")):
        return False
    known = reader.lexicon.periods.match(reader.tokens, at - 1) or reader.lexicon.not_per.match(reader.tokens, at - 1)
    return reader.tokens[at - 1].kind == WORD and not known and not reader.lexicon.hedges.match(reader.tokens, at - 1)


def may_end(reader: Reader, amount: Amount) -> bool:
    """Return whether nothing after the unit makes it another unit or another number."""
    token = reader.tokens[amount.end]
    if token.kind in (NUMBER, OTHER, WORD) and token.gap == "":
        return token.raw.startswith("<") or is_note(reader, amount.end)
    if amount.prefixed and not amount.scale and reader.any_of("foreign", over_hyphen(reader.tokens, amount.end)):
        return False  # "$5 billion" in German, "€5 Milliarden" in English
    if token.kind == NUMBER and token.gap == " " and amount.money and amount.scale is None and len(token.raw) <= 2:
        return False  # "5 Euro 50"
    joined = over_hyphen(reader.tokens, amount.end)
    after = reader.tokens[joined]
    footnote = reader.tokens[joined + 1].gap != "" or reader.tokens[joined + 1].kind == SIGN
    if not amount.money and (joined > amount.end or token.raw in "·⋅*") and token.raw:
        times = ("day", "days", "month", "months", "year", "years", "tag", "tage", "jahr", "jahre", "monat", "monate")
        return after.text not in times and (token.raw not in "·⋅*" or (token.raw == "*" and footnote))
    if amount.money and amount.scale is None and _is_coin(reader, amount, joined):
        return False
    last = reader.tokens[amount.end - 1]
    if amount.money and amount.scale is None and last.kind == WORD and not amount.prefixed:
        return not _other_head(reader, amount, joined)
    return not (token.raw in ("^", "‡") and token.gap == "")


def _is_coin(reader: Reader, amount: Amount, joined: int) -> bool:
    """Return whether the amount is the name of a coin or a note, or of a share of all: "one euro in five"."""
    if reader.any_of("coins", joined) and reader.tokens[joined].gap != BREAK:
        return amount.number.reading.value in (1, 2, 5, 10, 20, 50, 100, 200, 500)
    worded = reader.tokens[joined + 1].kind == WORD and _number_word(reader, joined + 1)
    return amount.number.reading.value < 10 and reader.any_of("among", joined) and worded


def _other_head(reader: Reader, amount: Amount, joined: int) -> bool:
    """Return whether the currency belongs to the next word: "10 Euro-Länder", "two dollar bonds"."""
    own = reader.tokens[amount.end - 2].raw == "-"
    last = reader.text(amount.end - 1)
    if joined > amount.end and not own and reader.tokens[joined].kind == WORD:
        return reader.text(joined) not in ("plus", "a", "per", "an")
    return last in ("dollar", "pound") and not own and reader.lexicon.language == "en" and _one_word_on(reader, amount)


def _one_word_on(reader: Reader, amount: Amount) -> bool:
    token = reader.tokens[amount.end]
    return token.kind == WORD and token.gap == " " and amount.number.reading.value != 1


def is_rate(reader: Reader, amount: Amount) -> int:
    """Return the token after "per MWh", "a share", "/kWh" that follows an amount, or 0 where it is no rate."""
    at = amount.end
    for _ in range(4):
        at = _over_fillers(reader, at)
        step = _per(reader, amount, at)
        if step is None:
            return 0
        thing, at = step
        if thing:
            return at
    return 0


def is_by_period(reader: Reader, amount: Amount) -> bool:
    """Return whether "a month" or "im Jahr" follows an amount, and not "a year ago"."""
    at = _over_fillers(reader, amount.end)
    if reader.text(at) in ("im", "am"):
        return bool(reader.lexicon.periods.match(reader.tokens, at + 1))
    step = _per(reader, amount, at)
    return step is not None and not step[0] and reader.text(step[1]) not in ("ago", "earlier", "before", "later")


def _over_fillers(reader: Reader, at: int) -> int:
    """Skip brackets around a conversion, and words such as "in cash"."""
    if reader.tokens[at].raw in (")", "†"):
        at += 1
    if reader.tokens[at].raw == "(":
        inside = next((i for i in range(at, min(at + 14, len(reader.tokens))) if reader.tokens[i].raw == ")"), at - 1)
        at = inside + 1
    found = reader.lexicon.fillers.match(reader.tokens, at) if reader.tokens[at].gap != BREAK else None
    return found[1] if found else at + _is_noun_of_rate(reader, at)


def _is_noun_of_rate(reader: Reader, at: int) -> bool:
    """Return whether a noun parts an amount from what it is counted by: "1800 Euro Bodenwert je Quadratmeter"."""
    token = reader.tokens[at]
    found = reader.lexicon.per.match(reader.tokens, at + 1) if token.kind == WORD and token.gap == " " else None
    if not found or reader.tokens[at + 1].gap != " " or reader.any_of("also", at) or reader.any_of("the", at + 1):
        return False
    if reader.lexicon.language == "de" and found[0] in ("pro", "je"):
        return token.raw[0].isupper()
    return bool(reader.lexicon.things.match(reader.tokens, found[1])) and found[0] in ("per", "par", "por")


def _per(reader: Reader, amount: Amount, at: int) -> tuple[bool, int] | None:
    """Return whether a thing (True) or a period (False) follows as what the amount is counted by, and its end."""
    start = over_hyphen(reader.tokens, at)
    token = reader.tokens[start]
    if token.gap == BREAK:
        return None
    if token.raw == "/" or token.raw == "\\":
        return _after_slash(reader, amount, start + 1)
    found = reader.lexicon.per.match(reader.tokens, start)
    if found and found[0] in ("each", "apiece", "a piece", "chacun", "chacune"):
        if reader.lexicon.periods.match(reader.tokens, found[1]) and reader.tokens[found[1]].gap != BREAK:
            return False, found[1]  # "£20 each month"
        return (True, found[1]) if amount.money and amount.scale is None else None
    if found:
        return _after_per(reader, amount, *found)
    if reader.any_of("the", start):
        return _counted(reader, amount, start + 1)
    return None


def _after_slash(reader: Reader, amount: Amount, at: int) -> tuple[bool, int] | None:
    token = reader.tokens[at]
    if token.kind == NUMBER or token.raw in SIGNS or reader.lexicon.before.match(reader.tokens, at):
        return None
    if reader.lexicon.hedges.match(reader.tokens, at):
        return None
    period = reader.lexicon.periods.match(reader.tokens, at)
    slow = not reader.lexicon.sets["the"] or token.text not in ("h", "hour", "stunde", "min", "s", "heure", "hora")
    return (False, period[1]) if period and (slow or amount.unit != "MW") else (True, at + 1)


def _after_per(reader: Reader, amount: Amount, word: str, at: int) -> tuple[bool, int] | None:
    index = over_hyphen(reader.tokens, at)
    token = reader.tokens[index]
    counted = _counted(reader, amount, index)
    if counted is not None or word in reader.lexicon.sets["only_things"]:
        return counted
    if token.gap == BREAK or token.kind not in (WORD, NUMBER):
        return None
    named = token.raw[0].isupper() and not token.raw.isupper() and reader.lexicon.language == "en"
    if named or reader.lexicon.not_per.match(reader.tokens, index):
        return None  # "per Bloomberg"
    if word == "je" and (token.kind == NUMBER or reader.lexicon.hedges.match(reader.tokens, index)):
        return None
    return True, index + 1


def _counted(reader: Reader, amount: Amount, at: int) -> tuple[bool, int] | None:
    index = over_hyphen(reader.tokens, at)
    if reader.tokens[index].gap == BREAK:
        return None
    thing = reader.lexicon.things.match(reader.tokens, index) or reader.lexicon.symbols.match(reader.tokens, index)
    thing = thing or reader.lexicon.units.match(reader.tokens, index)
    period = reader.lexicon.periods.match(reader.tokens, index)
    if period and reader.tokens[period[1]].kind == NUMBER and reader.tokens[period[1]].gap == "":
        period = None  # "H100-hour" is no hour
    if period and (not thing or period[1] >= thing[1]):
        fast = reader.text(index) in ("hour", "minute", "second", "stunde", "heure", "hora", "sekunde")
        hyphenated = over_hyphen(reader.tokens, period[1]) != period[1] and amount.money and fast
        return (fast and amount.unit == "MW") or hyphenated, period[1]
    return (True, thing[1]) if thing else None


def is_change(reader: Reader, before: int, after: int) -> bool:
    """Return whether "from … to …", from token `before` to token `after`, is a change over time."""
    rises, spreads = tuple(reader.lexicon.sets["rises"]), tuple(reader.lexicon.sets["spreads"])
    for index in range(before - 1, max(before - _WINDOW, -1), -1):
        token = reader.tokens[index]
        if token.raw in _PARTING:
            break
        if token.kind == WORD and token.text.startswith(spreads):
            return False
        if token.kind == WORD and token.text.startswith(rises) and len(token.text) < 14:
            return True
    if reader.tokens[after].gap == BREAK or not reader.any_of("times", after):
        return False
    return any(_tells_time(reader, index) for index in range(after + 1, after + 4))


def _tells_time(reader: Reader, at: int) -> bool:
    if at >= len(reader.tokens):
        return False
    return is_year(reader.text(at)) or bool(reader.lexicon.periods.match(reader.tokens, at))

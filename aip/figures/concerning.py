"""German "über", English "over" and "about": more than so much, or a contract, a dispute, talks for so much."""

from collections.abc import Iterator

from aip.figures.numerals import Reader
from aip.figures.tokens import BREAK, NUMBER, WORD

_CLAUSE = frozenset(".,;:!?—")
_WINDOW, _FAR = 10, 30
_SIZED = ("groß", "stark", "schwer", "teur", "teuer", "hoh", "lang", "umfass", "dotier", "liegend")


def means_for(reader: Reader, at: int) -> bool:
    """Return whether "über" (or "over", "about") at token `at` means "for": after a contract, a dispute, talks."""
    if reader.text(at - 1) in reader.lexicon.sets["leading"]:
        return False  # "ein Wert von über …"
    if reader.text(at) == "about":  # "they talked about $3bn", and not "they talked of about $3bn"
        return reader.any_of("contracts", at - 1)
    if reader.any_of("pronouns", at - 1) and not _is_sized(reader, at):
        return any(_is_contract(reader, index) for index in _back_in_sentence(reader, at - 1))
    for index in range(at - 1, max(at - _WINDOW, -1), -1):
        token = reader.tokens[index]
        german = reader.lexicon.language == "de"
        if german and token.raw == "," and reader.tokens[index + 1].gap != BREAK:
            return _means_for_before(reader, index)
        if token.raw in _CLAUSE or reader.tokens[index + 1].gap == BREAK:
            return False
        if german and token.text in ("wird", "werden", "wurde", "wurden"):
            return reader.text(index - 1).startswith(_beginnings(reader))  # "verhandelt wird über 5 GW"
        if _is_contract(reader, index):
            return True
        closed = token.kind == WORD and not reader.any_of("carries", index)
        if closed and (token.raw[0].islower() or not german) and not token.text.endswith("jährige"):
            return False
    return False


def _is_contract(reader: Reader, at: int) -> bool:
    text = reader.text(at)
    endings = reader.lexicon.sets["contracts"]
    ending = text.endswith(tuple(endings)) if reader.lexicon.language == "de" else text in endings
    return ending or text.startswith(_beginnings(reader))


def _beginnings(reader: Reader) -> tuple[str, ...]:
    return tuple(word[1:] for word in reader.lexicon.sets["contracts"] if word.startswith("^"))


def _means_for_before(reader: Reader, at: int) -> bool:
    """Return whether "über" means "for" in the clause that goes on at a comma: "verfügt über 3 GW, die USA über 48"."""
    for index in _back_in_sentence(reader, at):
        if reader.any_of("concerning", index) and reader.tokens[index + 1].kind == NUMBER:
            return means_for(reader, index)
    return False


def _back_in_sentence(reader: Reader, at: int) -> Iterator[int]:
    """Yield the tokens before token `at`, the last one first, as far as its sentence goes."""
    for index in range(at - 1, max(at - _FAR, -1), -1):
        if reader.ends_sentence(index):
            return
        yield index


def _is_sized(reader: Reader, at: int) -> bool:
    """Return whether what follows is "eines über 150 MW starken Parks"."""
    following = range(at + 1, min(at + 6, len(reader.tokens)))
    return any(reader.text(index).startswith(_SIZED) for index in following)

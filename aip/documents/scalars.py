"""How a text is spelled in YAML, so that every reader, of 1.1 as of 1.2, takes it for this text and nothing else."""

import re

# What a reader takes for a number, a day, yes or no, or nothing. A text that looks like one stands in quotes.
_OTHER = re.compile(
    r"""(?xi)
    | ~ | = | << | null | y | n | yes | no | true | false | on | off
    | [-+]? ( 0b [01_]+ | 0x [0-9a-f_]+ | 0o? [0-7_]+ )
    | [-+]? [0-9] [0-9_,]* ( : [0-5]? [0-9] )+ ( \. [0-9_]* )?
    | [-+]? ( [0-9] [0-9_,]* )? ( \. [0-9_.]* )? ( e [-+]? [0-9]+ )?
    | [-+]? \. inf | \. nan
    | [0-9]{4} - [0-9]{1,2} - [0-9]{1,2} ( [t\ ] .* )?
    """
)
_INDICATORS = "-?:,[]{}#&*!|>'\"%@`"  # a plain text does not begin with one of them
_NOT_PLAIN = re.compile(r": | #|:$|[\t\n]")
_NOT_IN_FLOW = re.compile(r"[][{},:?]")
# Characters that a reader refuses or takes for the end of a line; only an escape brings them through.
_ESCAPED = re.compile("[^\t\n -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}


def in_line(text: str, *, flow: bool = False) -> str:
    """Return `text` for one line: plain where it can be, else in double quotes. `flow` is within [ ] or { }."""
    if _OTHER.fullmatch(text) or text != text.strip() or text[0] in _INDICATORS or _NOT_PLAIN.search(text):
        return in_quotes(text)
    if _ESCAPED.search(text) or (flow and _NOT_IN_FLOW.search(text)):
        return in_quotes(text)
    return text


def in_quotes(text: str) -> str:
    """Return `text` in double quotes, in one line."""
    escaped = re.sub(r'[\\"\n\t]', lambda match: _ESCAPES[match[0]], text)
    return '"' + _ESCAPED.sub(lambda match: "\\u" + f"{ord(match[0]):04x}", escaped) + '"'


def is_block(text: str) -> bool:
    """Whether `text` is written as a block: it has several lines, or one with its end, and needs no escapes."""
    return "\n" in text and bool(text.strip()) and not _ESCAPED.search(text)


def in_block(text: str, indent: int) -> tuple[str, str]:
    """Return the header and the lines of a block that holds `text`, each line indented and ended."""
    if text.endswith("\n"):
        chomping = "+" if text.endswith("\n\n") else ""
        text = text[:-1]
    else:
        chomping = "-"
    hint = "2" if text.lstrip("\n")[:1] in (" ", "\t") else ""
    lines = [f"{' ' * indent}{line}" if line else "" for line in text.split("\n")]
    return f"|{hint}{chomping}", "\n".join([*lines, ""])

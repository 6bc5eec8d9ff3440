"""The words of figures: one table a language, made ready for the grammar.

"Billion" is 10¹² in German and 10⁹ in English, so the language is told and never guessed.
"""

from aip.figures.lexicon.build import LANGUAGES, Lexicon, lexicon_of

__all__ = ["LANGUAGES", "Lexicon", "lexicon_of"]

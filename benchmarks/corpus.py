"""A made-up corpus of article files, the same at every call, to measure loading by.

`python benchmarks/corpus.py FOLDER [ARTICLES] [yaml|json]` writes one. About ten facts an article, with two and a half
organizations an article reused by a Zipf law, one to four commitments an investment, about 22 rows in all.
"""

import bisect
import itertools
import json
import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

ORGANIZATIONS_AN_ARTICLE = 2.5
KINDS = ["company", "utility", "ai_lab", "asset_manager", "data_centre_operator", "power_producer"]
WORDS = re.findall(
    "[A-Z][a-z]+", "NorthernPacificBlueRiverSolarAtlasGraniteVectorSummitPrairieQuantumHarborCedarDeltaOrion"
)
STAGES = ["target", "letter_of_intent", "agreed", "committed", "closed"]


class Corpus:
    """Documents of article files, one at a time."""

    def __init__(self, articles: int) -> None:
        self.articles = articles
        self.random = random.Random(articles)  # noqa: S311
        self.organizations = max(20, int(articles * ORGANIZATIONS_AN_ARTICLE))
        weights = itertools.accumulate(1 / rank for rank in range(1, self.organizations + 1))
        self.reach = list(weights)

    def documents(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """Yield key and document of each article."""
        for number in range(self.articles):
            yield f"article-{number:06}", self._document(number)

    def _organization(self) -> str:
        rank = bisect.bisect(self.reach, self.random.random() * self.reach[-1])
        return self._name(min(rank, self.organizations - 1))

    def _name(self, rank: int) -> str:
        return f"{WORDS[rank % 15]} {WORDS[rank // 15 % 15]} {rank}"

    def _document(self, number: int) -> dict[str, Any]:
        rolls, per = self.random, ORGANIZATIONS_AN_ARTICLE
        new = [self._name(rank) for rank in range(int(number * per), int((number + 1) * per))]
        known = list(dict.fromkeys([*new, *(self._organization() for _ in range(4))]))
        sums = [rolls.randrange(1, 900) for _ in range(2)]
        power, energy, month = rolls.randrange(10, 3000), rolls.randrange(2, 1900), 1 + number % 12
        sentences = [
            f"{known[0]} signed with {known[1]}.",
            *(f"The round of part {part} comes to about {amount} million dollars." for part, amount in enumerate(sums)),
            f"The plant of number {number} delivers up to {power} megawatts to the site.",
            f"By 2035 the use of region {number} may rise to {energy} terawatt-hours in all.",
            f"The head of number {number} is Person {number % 7919}.",
        ]
        article: dict[str, Any] = {
            "publisher": f"Publisher {number % 300}",
            "title": f"Article {number} on {known[0]}",
            "url": f"https://example.org/{number}",
            "language": "en",
            "published": f"{2015 + number % 11}-{month:02}-{1 + number % 28:02}",
        }
        if number % 4 == 0:
            article |= {
                "text_is": "digest",
                "text": "\n\n".join([" ".join(sentences[:3]), " ".join(sentences[3:])]) + "\n",
            }
        return {
            "article": article,
            "organizations": [self._entry(name) for name in sorted(known)],
            "people": [self._person(number, known)],
            "partnerships": [self._partnership(number, known)],
            "investments": [self._investment(number, part, amount, known) for part, amount in enumerate(sums)],
            "energy_deals": [
                {
                    "key": f"power-{number}",
                    "supplier": known[0],
                    "offtaker": known[1],
                    "kind": "ppa",
                    "technology": "solar",
                    "capacity": f"up to {power} MW",
                    "stage": "agreed",
                    "announced": article["published"],
                    "cite": {"field": "capacity", "quote": f"up to {power} megawatts"},
                }
            ],
            "forecasts": [
                {
                    "key": f"use-{number}",
                    "metric": "data_centre_electricity",
                    "region": "world",
                    "year": 2035,
                    "value": f"{energy} TWh",
                    "cite": {"field": "value", "quote": f"rise to {energy} terawatt-hours"},
                }
            ],
        }

    def _entry(self, name: str) -> dict[str, Any]:
        rank = int(name.rsplit(" ", 1)[1])
        entry: dict[str, Any] = {"name": name, "kind": KINDS[rank % 6], "country": ["US", "DE", "FR", "SE"][rank % 4]}
        if rank % 5 == 0:
            entry["aliases"] = f"{name} Inc."
        return entry

    def _person(self, number: int, known: list[str]) -> dict[str, Any]:
        quote = f"The head of number {number} is Person {number % 7919}"
        position = {"organization": known[0], "title": "chief executive", "cite": {"quote": quote}}
        return {"name": f"Person {number % 7919}", "positions": [position]}

    def _partnership(self, number: int, known: list[str]) -> dict[str, Any]:
        quote = {"quote": f"{known[0]} signed with {known[1]}"}
        members = [{"organization": name, "role": "partner", "cite": dict(quote)} for name in sorted(known[:2])]
        return {
            "key": f"alliance-{number}",
            "name": f"Alliance {number}",
            "kind": "strategic_alliance",
            "members": members,
            "cite": quote,
        }

    def _investment(self, number: int, part: int, amount: int, known: list[str]) -> dict[str, Any]:
        investors = sorted(known[1 : 2 + self.random.randrange(min(4, len(known) - 1))])
        return {
            "key": f"round-{number}-{part}",
            "title": f"Round {part} of {known[0]}, {number}",
            "recipient": known[0],
            "amount": f"about {amount} million USD",
            "basis": "equity",
            "stage": STAGES[number % 5],
            "commitments": [{"investor": name} for name in investors],
            "cite": {"field": "amount", "quote": f"The round of part {part} comes to about {amount} million dollars"},
        }


def write_corpus(folder: Path, articles: int, kind: str = "yaml") -> int:
    """Write the files of a corpus, as people write them, and return how many bytes they hold."""
    folder.mkdir(parents=True, exist_ok=True)
    size = 0
    for key, document in Corpus(articles).documents():
        text = spell_json(document) if kind == "json" else spell_yaml(document)
        size += (folder / f"{key}.{kind}").write_bytes(text.encode())
    return size


def spell_json(document: dict[str, Any]) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def spell_yaml(document: dict[str, Any]) -> str:
    return yaml.dump(document, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True, width=120)


if __name__ == "__main__":
    where, *rest = sys.argv[1:]
    total = write_corpus(Path(where), int(rest[0]) if rest else 20_000, rest[1] if len(rest) > 1 else "yaml")
    print(f"{total / 1e6:.1f} MB in {where}")

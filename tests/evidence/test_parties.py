"""Whose a figure is: on which side of it the organizations of its sentence stand."""

import pytest

from aip.evidence.mentions import Mention
from aip.evidence.parties import find_parties
from aip.figures import find_figures

NAMES = ["Microsoft", "OpenAI", "Northwind", "Constellation"]
SENTENCES = [
    ("en", "Microsoft has agreed to invest $3.4 billion in Northwind.", {"investor": "Microsoft", "recipient": "Northwind"}),
    ("en", "Microsoft put $3.4 billion into the start-up Northwind.", {"investor": "Microsoft", "recipient": "Northwind"}),
    ("en", "OpenAI raised $6.6 billion in October.", {"recipient": "OpenAI"}),
    ("en", "OpenAI, which raised funds in May, will invest $6.6 billion.", {"investor": "OpenAI"}),
    ("en", "OpenAI has secured up to $6.6 billion.", {"recipient": "OpenAI"}),
    ("en", "Microsoft spends $80 billion in data centres for OpenAI.", {"investor": "Microsoft"}),
    ("en", "Microsoft spends $80 billion. In OpenAI it believes.", {"investor": "Microsoft"}),
    ("en", "Its investment in OpenAI has soared to $135 billion.", {"recipient": "OpenAI"}),
    ("en", "OpenAI has closed its round. At the same time it spends $38 billion.", {"investor": "OpenAI"}),
    ("en", "In March Microsoft invested $3 billion.", {"investor": "Microsoft"}),
    ("en", "Microsoft is to buy the developer Northwind for $4.75 billion.", {"recipient": "Northwind"}),
    ("en", "OpenAI took in $6.6 billion in October.", {"recipient": "OpenAI"}),
    ("de", "Die Partnerschaft mit OpenAI: dort sind rund 13 Milliarden US-Dollar angelegt.", {"recipient": "OpenAI"}),
    ("en", "Some $13 billion went to OpenAI.", {"recipient": "OpenAI"}),
    ("en", "A sum of $13 billion.", {}),
    ("de", "Microsoft hat rund 13 Milliarden US-Dollar in OpenAI gesteckt.", {"investor": "Microsoft", "recipient": "OpenAI"}),
    ("de", "OpenAI sammelte 6,6 Milliarden Dollar ein.", {"recipient": "OpenAI"}),
    ("de", "OpenAI hat 6,6 Milliarden Dollar eingesammelt.", {"recipient": "OpenAI"}),
    ("de", "Microsoft beteiligt sich mit 13 Milliarden Dollar an OpenAI.", {"investor": "Microsoft", "recipient": "OpenAI"}),
    ("fr", "OpenAI a reçu 6,6 milliards de dollars.", {"recipient": "OpenAI"}),
    ("fr", "Microsoft a investi 13 milliards de dollars dans OpenAI.", {"investor": "Microsoft", "recipient": "OpenAI"}),
    ("es", "OpenAI recaudó 6.600 millones de dólares.", {"recipient": "OpenAI"}),
    ("es", "Microsoft invirtió 13.000 millones de dólares en OpenAI.", {"investor": "Microsoft", "recipient": "OpenAI"}),
    ("en", "Microsoft will buy 835 MW of power.", {"offtaker": "Microsoft"}),
    ("en", "Constellation will supply 835 MW of power.", {"supplier": "Constellation"}),
    ("en", "Constellation won a contract to deliver 835 MW.", {"supplier": "Constellation"}),
    ("en", "Microsoft signed a supply agreement for 835 MW.", {}),
    ("en", "Microsoft builds a site of 835 MW.", {}),
    ("de", "Microsoft bezieht 835 Megawatt.", {"offtaker": "Microsoft"}),
    ("de", "Constellation will 835 Megawatt liefern.", {"supplier": "Constellation"}),
    ("en", "Microsoft will buy 9 TWh of power.", {}),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "parties"), SENTENCES)
def test_find_parties(language, text, parties):
    (figure,) = find_figures(text, language=language)
    mentions = [Mention(text.index(name), text.index(name) + len(name), name, at)
                for at, name in enumerate(NAMES) if name in text]  # fmt: skip
    found = find_parties(text, language, figure, sorted(mentions, key=lambda each: each.start))
    assert {party: NAMES[organization] for party, organization in found.items()} == parties

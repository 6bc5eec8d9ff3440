"""Whose a figure is: on which side of it the organizations of its sentence stand."""

import pytest

from aip.evidence.mentions import Mention
from aip.evidence.parties import find_parties
from aip.figures import find_figures

NAMES = ["Microsoft", "OpenAI", "Northwind", "Constellation", "Google", "Nvidia"]
SENTENCES = [
    # Who does it, and where it goes.
    ("en", "Microsoft has agreed to invest $3.4 billion in Northwind.", {"investor": "Microsoft", "recipient": "Northwind"}),
    ("en", "Microsoft put $3.4 billion into the start-up Northwind.", {"investor": "Microsoft", "recipient": "Northwind"}),
    ("en", "Microsoft is paying Northwind $3.4 billion.", {"investor": "Microsoft", "recipient": "Northwind"}),
    ("en", "Microsoft and Nvidia are putting $3.4 billion into OpenAI.", {"investor": "Microsoft", "recipient": "OpenAI"}),
    ("en", "OpenAI raised $6.6 billion in October.", {"recipient": "OpenAI"}),
    ("en", "OpenAI raised $6.6 billion from Nvidia and others.", {"investor": "Nvidia", "recipient": "OpenAI"}),
    ("en", "OpenAI has raised $6.6 billion in a round led by Nvidia.", {"investor": "Nvidia", "recipient": "OpenAI"}),
    ("en", "OpenAI took in $6.6 billion in October.", {"recipient": "OpenAI"}),
    ("en", "OpenAI has secured up to $6.6 billion.", {"recipient": "OpenAI"}),
    ("en", "Microsoft spends $80 billion in data centres for OpenAI.", {"investor": "Microsoft"}),
    ("en", "Microsoft spends $80 billion. In OpenAI it believes.", {"investor": "Microsoft"}),
    ("en", "In March, Microsoft invested $3 billion.", {"investor": "Microsoft"}),
    ("en", "Some $13 billion went to OpenAI.", {"recipient": "OpenAI"}),
    ("en", "Google invests $10bn in infrastructure in OpenAI.", {"investor": "Google"}),
    ("en", "Microsoft is to buy the developer Northwind for $4.75 billion.", {"investor": "Microsoft", "recipient": "Northwind"}),
    ("de", "Microsoft hat rund 13 Milliarden US-Dollar in OpenAI gesteckt.", {"investor": "Microsoft", "recipient": "OpenAI"}),
    ("de", "Microsoft stieg mit 1,5 Milliarden Dollar bei OpenAI ein.", {"investor": "Microsoft", "recipient": "OpenAI"}),
    ("de", "An OpenAI geben Nvidia und Microsoft 15 Milliarden Dollar.", {"investor": "Nvidia", "recipient": "OpenAI"}),
    ("de", "Microsoft beteiligt sich mit 13 Milliarden Dollar an OpenAI.", {"investor": "Microsoft", "recipient": "OpenAI"}),
    ("de", "OpenAI sammelte 6,6 Milliarden Dollar ein.", {"recipient": "OpenAI"}),
    ("de", "OpenAI hat 6,6 Milliarden Dollar eingesammelt.", {"recipient": "OpenAI"}),
    ("de", "OpenAI leiht sich von Nvidia 575 Millionen Euro.", {"investor": "Nvidia", "recipient": "OpenAI"}),
    ("de", "Nach Angaben von Nvidia soll OpenAI 40 Milliarden Dollar erhalten.", {"recipient": "OpenAI"}),
    ("de", "Für 16 Milliarden Dollar übernimmt Google den Betreiber Northwind.", {"investor": "Google", "recipient": "Northwind"}),
    ("fr", "OpenAI a reçu 6,6 milliards de dollars.", {"recipient": "OpenAI"}),
    ("fr", "OpenAI a levé 1,7 milliard d'euros auprès de Nvidia.", {"investor": "Nvidia", "recipient": "OpenAI"}),
    ("fr", "Microsoft a investi 13 milliards de dollars dans OpenAI.", {"investor": "Microsoft", "recipient": "OpenAI"}),
    ("es", "OpenAI recaudó 6.600 millones de dólares.", {"recipient": "OpenAI"}),
    ("es", "Microsoft invirtió 13.000 millones de dólares en OpenAI.", {"investor": "Microsoft", "recipient": "OpenAI"}),
    # To whom it is done.
    ("en", "Northwind is being bought by Google for $16 billion.", {"investor": "Google", "recipient": "Northwind"}),
    ("en", "Northwind was bought for $16 billion.", {"recipient": "Northwind"}),
    ("en", "Some $8 billion has been committed to OpenAI by Nvidia.", {"investor": "Nvidia", "recipient": "OpenAI"}),
    ("en", "Northwind was sold to Google for $16 billion.", {"investor": "Google", "recipient": "Northwind"}),
    ("de", "Northwind wird von Google für 16 Milliarden Dollar gekauft.", {"investor": "Google", "recipient": "Northwind"}),
    ("de", "Northwind wurde von Google mit 575 Millionen Euro finanziert.", {"investor": "Google", "recipient": "Northwind"}),
    ("fr", "Northwind est racheté par Google pour 16 milliards de dollars.", {"investor": "Google", "recipient": "Northwind"}),
    ("es", "Northwind fue comprada por Google por 16.000 millones de dólares.", {"investor": "Google", "recipient": "Northwind"}),
    # Nouns beside the figure.
    ("en", "Nvidia's $5 billion investment in Northwind surprised many.", {"investor": "Nvidia", "recipient": "Northwind"}),
    ("en", "Nvidia has completed its $5 billion investment in Northwind.", {"investor": "Nvidia", "recipient": "Northwind"}),
    ("en", "OpenAI has completed a round of $6.6 billion.", {"recipient": "OpenAI"}),
    # What is put in between, and relative clauses.
    ("en", "OpenAI, which raised funds in May, will invest $6.6 billion.", {"investor": "OpenAI"}),
    ("en", "OpenAI, in which Nvidia owns a stake, borrowed $7.5 billion.", {"recipient": "OpenAI"}),
    ("en", "Nvidia and Microsoft, which had already invested $13 billion.", {"investor": "Microsoft"}),
    ("en", "Google-backed OpenAI borrowed $7.5 billion.", {"recipient": "OpenAI"}),
    ("de", "OpenAI, in das Microsoft 8 Milliarden Dollar investiert hat, wächst.", {"investor": "Microsoft"}),
    ("de", "Das Energieministerium (kurz Northwind) gibt ein Darlehen von 3 Milliarden Dollar an OpenAI.", {"recipient": "OpenAI"}),
    # Unclear: nothing is filled in.
    ("en", "A sum of $13 billion.", {}),
    ("en", "Microsoft and OpenAI signed an agreement worth $11.9 billion.", {}),
    ("en", "Microsoft met Northwind. It will invest $500 million.", {}),
    ("en", "Unlike Google, Microsoft has not invested $25 billion.", {}),
    ("en", "Microsoft hired a founder of OpenAI and will invest $25 billion.", {}),
    ("en", "OpenAI raised funds from Nvidia at a valuation of $730 billion.", {}),
    ("en", "Google is buying the developer Northwind, which has $15 billion worth of assets.", {}),
    ("en", "OpenAI's purchase of chips from Nvidia is worth $7.5 billion.", {}),
    ("en", "Nvidia shares fell by $3 billion.", {}),
    ("de", "OpenAI wird dabei mit 29 Milliarden Dollar bewertet.", {}),
    ("de", "Den Betreiber Northwind kaufte Google für neun Milliarden Dollar.", {"investor": "Google", "recipient": "Northwind"}),
    ("de", "Northwind gehört Google und baut für zwei Milliarden Euro.", {}),
    ("fr", "OpenAI, soutenu par Nvidia, vaut 11,7 milliards d'euros.", {}),
    # Power.
    ("en", "Microsoft will buy 835 MW of power.", {"offtaker": "Microsoft"}),
    ("en", "Microsoft will take 835 MW from Constellation.", {"supplier": "Constellation", "offtaker": "Microsoft"}),
    ("en", "Constellation will supply 835 MW of power to Microsoft.", {"supplier": "Constellation", "offtaker": "Microsoft"}),
    ("en", "Constellation has agreed to sell Microsoft 835 MW.", {"supplier": "Constellation", "offtaker": "Microsoft"}),
    ("en", "Constellation won a contract to deliver 835 MW.", {}),
    ("en", "Microsoft signed a supply agreement for 835 MW.", {}),
    ("en", "Microsoft builds a site of 835 MW.", {}),
    ("de", "Microsoft bezieht 835 Megawatt.", {"offtaker": "Microsoft"}),
    ("de", "Microsoft bezieht von Constellation 835 Megawatt.", {"supplier": "Constellation", "offtaker": "Microsoft"}),
    ("de", "Constellation will 835 Megawatt liefern.", {"supplier": "Constellation"}),
    ("de", "835 Megawatt liefert Constellation an Microsoft.", {"supplier": "Constellation", "offtaker": "Microsoft"}),
    ("de", "Constellation will Microsoft mit 835 Megawatt beliefern.", {"supplier": "Constellation", "offtaker": "Microsoft"}),
    ("fr", "Constellation fournira 200 MW à Microsoft.", {"supplier": "Constellation", "offtaker": "Microsoft"}),
    ("es", "Microsoft compra 250 MW a Constellation.", {"supplier": "Constellation", "offtaker": "Microsoft"}),
    ("en", "Microsoft will buy 9 TWh of power.", {}),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "parties"), SENTENCES)
def test_find_parties(language, text, parties):
    (figure,) = find_figures(text, language=language)
    mentions = [Mention(text.index(name), text.index(name) + len(name), name, at)
                for at, name in enumerate(NAMES) if name in text]  # fmt: skip
    found = find_parties(text, language, figure, sorted(mentions, key=lambda each: each.start))
    assert {party: NAMES[organization] for party, organization in found.items()} == parties


def test_each_of_several_figures_has_its_own_parties():
    text = "Nvidia will commit $10 billion to OpenAI, and Microsoft $5 billion."
    mentions = [Mention(text.index(name), text.index(name) + len(name), name, at)
                for at, name in enumerate(NAMES) if name in text]  # fmt: skip
    first, second = find_figures(text, language="en")
    mentions.sort(key=lambda each: each.start)
    assert NAMES[find_parties(text, "en", first, mentions)["investor"]] == "Nvidia"
    assert find_parties(text, "en", second, mentions) == {}

"""How articles say roles and titles, a language each; a role that is not here is judged by the name alone."""

ROLES: dict[str, dict[str, list[str]]] = {
    "de": {
        "founder": ["gründ", "gegründet", "ins Leben gerufen", "Initiator", "Initiative", "Gründungsmitglied"],
        "technology_adviser": ["Technologieberater", "technischer Berater", "technologischer Berater", "Berater"],
        "technology_partner": ["Technologiepartner", "technischer Partner"],
        "chip_supplier": ["Chiplieferant", "Chip-Lieferant", "Chips"],
        "cloud_provider": ["Cloud"],
        "customer": ["Kunde", "Abnehmer"],
        "supplier": ["Lieferant", "Zulieferer", "liefer"],
        "operator": ["Betreiber", "betreib"],
        "investor": ["Investor", "Geldgeber", "Anleger", "investier"],
        "anchor_investor": ["Ankerinvestor", "Anker"],
        "lender": ["Kreditgeber", "Kredit", "Darlehen"],
        "partner": ["Partner", "Partnerschaft", "Zusammenarbeit", "Kooperation"],
    },
    "en": {
        "founder": ["found", "co-found", "launch", "initiat", "set up by", "formed by"],
        "technology_adviser": ["technical advis", "technology advis", "advis", "supporting"],
        "technology_partner": ["technology partner", "technical partner"],
        "chip_supplier": ["chip", "GPU", "processor"],
        "cloud_provider": ["cloud"],
        "customer": ["customer", "client"],
        "supplier": ["suppl", "provid"],
        "operator": ["operat"],
        "investor": ["invest", "backer"],
        "anchor_investor": ["anchor"],
        "lender": ["lend", "loan"],
        "partner": ["partner", "collaborat", "team"],
    },
    "fr": {"founder": ["fond", "cofond"], "partner": ["parten"], "customer": ["client"], "supplier": ["fourni"]},
    "es": {"founder": ["fund", "cofund"], "partner": ["soci"], "customer": ["cliente"], "supplier": ["proveedor"]},
}

# Titles that mean the same, whatever the language.
TITLES = [
    ["chief executive", "CEO", "Vorstandschef", "Vorstandsvorsitzende", "Konzernchef"],
    ["chief executive", "directeur général", "consejero delegado"],
    ["chief financial officer", "CFO", "Finanzchef", "Finanzvorstand"],
    ["chairman", "chair", "Verwaltungsratschef", "Aufsichtsratschef"],
    ["president", "Präsident", "président", "presidente"],
    ["co-founder", "cofounder", "Mitbegründer", "Mitgründer", "cofondateur", "cofundador"],
    ["founder", "Gründer", "fondateur", "fundador"],
]  # fmt: skip


def role_words(role: str, language: str) -> list[str]:
    """Return how a language says a role; nothing where the lexicon has none."""
    return ROLES.get(language, {}).get(role, [])


def title_words(title: str) -> list[str]:
    """Return a title with what else it is called."""
    same = [
        word
        for words in TITLES
        if any(each.lower() in title.lower().split(" and ") for each in words)
        for word in words
    ]
    return [title, *same]


# Verbs between an organization and a figure that tell on which side of it the organization stands: beginnings of words,
# a word as a whole with "$" behind it. Nouns are left out: who signs a supply agreement may be either.
SIDES: dict[str, dict[str, list[str]]] = {
    "de": {
        "receives": ["sammel", "einsammel", "eingesammel", "gesammel", "erhäl", "erhiel", "erhalten$", "bekomm",
                     "bekam", "aufgenommen$", "aufnehmen$", "nimmt$", "nahm$", "dort$", "darin$"],
        "gives": ["investier", "steck", "gesteckt$", "zahl", "gezahlt$", "gibt$", "gab$", "leiht$", "verleih"],
        "buys": ["kauf", "gekauft$", "bezieh", "bezog", "abnehm", "abgenommen$"],
        "sells": ["liefert$", "liefern$", "lieferte", "geliefert$", "verkauf"],
    },
    "en": {
        "receives": ["raise", "raising$", "secure", "securing$", "receiv", "borrow", "won$", "wins$", "obtain",
                     "took in$", "takes in$", "closed$", "closes$"],
        "gives": ["invest$", "invests$", "invested$", "investing$", "spend", "spent$", "put$", "puts$", "putting$",
                  "pay$", "pays$", "paid$", "lend", "lent$", "commits$", "committed$", "pledg"],
        "buys": ["buy", "bought$", "purchas", "take$", "takes$", "taking$", "took$", "contract"],
        "sells": ["to supply$", "will supply$", "supplies$", "supplied$", "supplying$", "deliver$",
                  "delivers$", "delivered$", "delivering$", "sell", "sold$"],
    },
    "fr": {
        "receives": ["lever$", "lève", "levé", "reçoi", "reçu", "recev", "obten", "obtien", "emprunt"],
        "gives": ["investi$", "investir", "investit$", "verse", "prête"],
        "buys": ["achèt", "achet"],
        "sells": ["fournir", "fournit$", "fourni$", "livrer", "livre$", "vend"],
    },
    "es": {
        "receives": ["recaud", "recib", "obten", "obtien", "obtuv"],
        "gives": ["inviert", "invirti", "invertir", "aport", "paga"],
        "buys": ["compr"],
        "sells": ["suministr", "entreg", "vend"],
    },
}  # fmt: skip

# Words before the name of whoever money goes to, and words that, between such a word and a name, lead elsewhere.
TOWARDS = {
    "de": ["in", "bei", "an", "beim"],
    "en": ["in", "into", "to", "buy", "buys", "buying", "bought", "acquire", "acquires", "acquiring", "acquired"],
    "fr": ["dans", "à", "chez"],
    "es": ["en", "a"],
}
# Words that, before “in” and a name that stands before the figure, tell of an investment there.
INVESTING = {
    "de": ["invest", "beteilig", "anteil"],
    "en": ["invest", "stake", "buy", "bought", "acquir"],
    "fr": ["invest", "particip"],
    "es": ["inver", "invir", "particip"],
}
ELSEWHERE = {
    "de": ["und", "für", "von", "mit", "durch", "neben", "des", "der"],
    "en": ["and", "for", "of", "by", "with", "from", "near", "alongside"],
    "fr": ["et", "pour", "de", "par", "avec", "du", "des"],
    "es": ["y", "para", "de", "por", "con", "del"],
}

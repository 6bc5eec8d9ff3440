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


# Verbs that tell on which side of a figure an organization stands: beginnings of words, a word as a whole with "$"
# behind it. Nouns are left out: who signs a supply agreement may be either.
VERBS: dict[str, dict[str, list[str]]] = {
    "de": {
        "gives": ["investier", "steck", "gesteckt$", "zahlt$", "zahlen$", "zahlte$", "zahlten$", "bezahl", "gezahlt$",
                  "gibt$", "gab$", "gaben$", "geben$", "gegeben$", "leiht$", "lieh$", "gewährt", "gewähren$",
                  "finanzier", "beteiligt$", "beteiligen$", "beteiligte$", "angelegt$", "anlegen$", "ausgeben$",
                  "ausgegeben$", "aufbring", "einbring", "kündigt$", "kündigte$", "angekündigt$", "zugesagt$",
                  "zusag", "bereitstellen$", "pumpt$", "pumpen$", "erhöht$", "stieg$", "steigt$", "einsteigen$",
                  "eingestiegen$"],
        "receives": ["sammel", "einsammel", "eingesammel", "gesammel", "erhält$", "erhiel", "erhalten$", "bekomm",
                     "bekam", "aufgenommen$", "aufnehmen$", "nimmt$", "nahm$", "kassier", "leiht sich$", "lieh sich$",
                     "leihen sich$"],
        "buys": ["kauf", "gekauft$", "eingekauft$", "erwirb", "erwarb", "erwerben$", "erworben$", "übernimmt$",
                 "übernahm$", "übernehmen$", "übernommen$", "bezieh", "bezog", "abnehm", "abgenommen$", "abnimmt$"],
        "sells": ["liefer", "geliefert$", "beliefer", "versorg", "verkauf", "veräußer"],
        "flows": ["fließ", "floss", "geflossen$", "flossen$", "gehen$", "geht$", "ging$", "gingen$"],
    },
    "en": {
        "gives": ["invest$", "invests$", "invested$", "investing$", "spend$", "spends$", "spending$", "spent$",
                  "put$", "puts$", "putting$", "pour", "pay$", "pays$", "paid$", "paying$", "lend$", "lends$",
                  "lending$", "lent$", "commit$", "commits$", "committed$", "committing$", "pledg", "promis",
                  "contribut", "led$", "leads$", "lead$", "leading$", "inject", "earmark", "finance$", "financed$",
                  "given$", "gave$"],
        "receives": ["raise", "raising$", "secure$", "secures$", "secured$", "securing$", "receive", "receiving$",
                     "borrow$", "borrows$", "borrowed$", "borrowing$", "won$", "wins$", "obtain", "took in$",
                     "takes in$", "gets$", "got$", "landed$", "lands$", "brought in$", "brings in$", "closed on$",
                     "closes on$", "mobilis", "mobiliz"],
        "buys": ["buy$", "buys$", "buying$", "bought$", "purchase$", "purchases$", "purchased$", "purchasing$",
                 "acquire$", "acquires$", "acquired$", "acquiring$", "take$", "takes$", "taking$", "contracted$",
                 "contracts$", "rent$", "rents$", "rented$"],
        "sells": ["supply$", "supplies$", "supplied$", "supplying$", "deliver$", "delivers$", "delivered$",
                  "delivering$", "sell$", "sells$", "selling$", "sold$", "provide$", "provides$", "provided$",
                  "powered$"],
        "flows": ["went$", "go$", "goes$", "flow$", "flows$", "flowed$"],
        "does": ["complete", "closed$", "closes$", "makes$", "made$", "announce", "agreed on$", "agrees on$"],
    },
    "fr": {
        "gives": ["investi$", "investir", "investit$", "verse$", "versé", "versera", "prête", "paie", "paye",
                  "apporte", "apporté", "injecte"],
        "receives": ["lever$", "lève", "levé", "reçoi", "reçu", "recev", "obten", "obtien", "emprunte", "emprunté"],
        "buys": ["achèt", "achete", "acheté", "rachèt", "rachete", "racheté", "acquier", "acquis$"],
        "sells": ["fournit$", "fournir", "fourni$", "livrer", "livre$", "vend$", "vendre$", "vendra$", "vendu"],
    },
    "es": {
        "gives": ["inviert", "invirti", "invertir", "aporta$", "aportan$", "aportó$", "aportar", "paga$", "pagó$",
                  "pagar", "prestó$", "prestar", "lidera"],
        "receives": ["recaud", "recib", "obtend", "obtien", "obtuv", "captó$", "captar"],
        "buys": ["compra$", "compran$", "compró$", "comprar", "comprad", "adquier", "adquiri"],
        "sells": ["suministr", "entreg", "vende", "vendi"],
    },
}  # fmt: skip

# What is done, where the verb (“does”) does not tell: a noun beside the figure, on whose side it stands.
NOUNS: dict[str, dict[str, list[str]]] = {
    "en": {"gives": ["investment"], "receives": ["round$", "funding$", "financing$", "loan$"]},
    "fr": {"gives": ["investissement"]},
    "es": {"gives": ["inversi"]},
}

# Which place of a verb the preposition before a name opens; "" for one that opens none, so that the name is on no side.
PREPOSITIONS: dict[str, dict[str, str]] = {
    "de": {"in": "in", "an": "to", "bei": "at", "beim": "at", "von": "from", "vom": "from", "durch": "by"}
    | dict.fromkeys(["für", "mit", "neben", "des", "nach", "laut", "zufolge", "um", "zu", "zum", "zur", "über",
                     "aus", "wie", "als", "unter", "gegen", "ohne", "außer", "vor", "auf", "im", "am", "seit"], ""),
    "en": {"in": "in", "into": "in", "to": "to", "from": "from", "by": "by"}
    | dict.fromkeys(["of", "for", "with", "at", "near", "alongside", "like", "unlike", "on", "after", "before",
                     "through", "via", "over", "behind", "against", "about", "than", "as", "under", "worth", "between",
                     "without", "including", "among", "per", "since"], ""),
    "fr": {"dans": "in", "chez": "in", "à": "at", "auprès": "from", "d": "from", "de": "from", "par": "by"}
    | dict.fromkeys(["pour", "avec", "sur", "en", "du", "des", "selon", "comme", "sans"], ""),
    "es": {"en": "in", "a": "at", "de": "from", "por": "by"}
    | dict.fromkeys(["para", "con", "del", "según", "sobre", "entre", "como", "sin"], ""),
}  # fmt: skip

OBJECTS = {"de": ["den", "dem", "einen", "einem"]}  # articles of whoever something is done to
NOUN_MARKS = {"en": ["the", "its", "their", "his", "a", "an", "of"]}  # words before what is a noun and no verb
# Beginnings of words that tell what the preposition behind them opens: “einen Anteil an”, “nach Angaben von”.
BEFORE_PREPOSITION = {"anteil": "in", "beteiligung": "in", "angabe": "", "aussage": "", "information": "",
                      "übernahme": "", "kauf": ""}  # fmt: skip

# Words that may stand between a name and its verb: “has agreed to”.
AUXILIARIES: dict[str, list[str]] = {
    "de": ["hat", "haben", "habe", "will", "wollen", "wolle", "wird", "werden", "soll", "sollen", "ist",
           "wurde", "kann"],
    "en": ["has", "have", "had", "will", "would", "may", "might", "could", "can", "is", "are", "was", "were", "been",
           "be", "being", "to", "agreed", "agrees", "plans", "planned", "want", "wants", "intend", "intends",
           "means", "set", "sets",
           "out", "also", "now",
           "expects", "recently", "already", "further", "so", "far", "about", "going", "promised", "said", "it", "both",
           "together", "corp", "inc", "."],
    "fr": ["a", "ont", "va", "vont", "est", "sont", "été", "sera", "doit", "veut", "aussi"],
    "es": ["ha", "han", "va", "a", "fue", "es", "sido", "ser", "será", "quiere", "también"],
}  # fmt: skip
RELATIVES: dict[str, list[str]] = {
    "de": ["der", "die", "das", "welche", "welcher", "welches"],
    "en": ["which", "who"],
    "fr": ["qui"],
    "es": ["que"],
}
AND = {"de": ["und", "sowie"], "en": ["and", "&"], "fr": ["et"], "es": ["y", "e"]}  # between names
CONJUNCTIONS = {  # between clauses
    "de": ["und", "sowie", "aber", "sondern", "während"],
    "en": ["and", "but", "while", "as", "after", "because", "when", "if", "that", "plus"],
    "fr": ["et", "mais", "tandis", "que"],
    "es": ["y", "e", "pero", "mientras", "que"],
}
NOT = {
    "de": ["nicht", "kein", "keine", "keinen", "nie"],
    "en": ["not", "never", "no", "nor", "neither"],
    "fr": ["ne", "pas", "jamais"],
    "es": ["no", "nunca", "ni"],
}
# What makes a verb passive, and what stands before whoever does it.
PASSIVE: dict[str, tuple[list[str], list[str]]] = {
    "de": (["wird", "werden", "wurde", "wurden", "worden"], []),
    "en": (["is", "are", "was", "were", "been", "being", "be"], ["by"]),
    "fr": (["est", "sont", "été", "sera", "être"], ["par"]),
    "es": (["fue", "es", "sido", "ser", "será", "son"], ["por"]),
}
VERB_LAST = {"de"}  # languages whose verb may stand last, and whose subject may follow it
# Words beside a figure that is of something else than a deal, whatever the language.
NO_DEAL = ["valuation", "valued", "valuing", "bewert", "valorisation", "valorad", "umsatz", "revenue", "börsenwert"]

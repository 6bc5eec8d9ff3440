"""German."""

from decimal import Decimal

from aip.figures.figure import Bound
from aip.figures.lexicon.numerals import german
from aip.figures.lexicon.words import Words

_WATT = {"W": "", "kW": "kilo", "MW": "mega", "GW": "giga", "TW": "tera"}
_UNITS = {unit: f"{prefix}watt|{prefix}watts|{prefix}watt peak|{prefix}wattpeak" for unit, prefix in _WATT.items()}
_UNITS["TW"] += "|terrawatt"
_UNITS["mW"] = "milliwatt"
_UNITS |= {
    f"{unit}h": "|".join(f"{prefix}watt{joint}" for joint in ("stunde", "stunden", " stunde", " stunden", "std"))
    for unit, prefix in (_WATT | {"PW": "peta", "mW": "milli"}).items()
}
_UNITS["TWh"] += "|terrawattstunden|terrawattstunde"

WORDS = Words(
    decimal=",",
    numerals=german() | {"tausend": Decimal(1000)},
    fractions={
        "eine halbe|einer halben|einem halben|ein halbes|eines halben|einen halben": "0.5",
        "halben|halbe|halbes": "0.5",
        "drei viertel|dreiviertel|eine dreiviertel|einer dreiviertel|eine drei viertel": "0.75",
        "eineinviertel": "1.25",
    },
    halves={},
    articles="ein|eine|einer|einem|einen|eines",
    scales={
        3: "tausend|tsd|tsd .|tausende|td .",
        6: "million|millionen|mio|mio .|mill|mill .|mln|mln .|mions",
        9: "milliarde|milliarden|mrd|mrd .|mia|mia .|md|mrd .|mrden",
        12: "billion|billionen|bio|bio .",
        15: "billiarde|billiarden",
    },
    parts={
        "viertelmillion": "0.25e6",
        "viertelmilliarde": "0.25e9",
        "dreiviertelmillion": "0.75e6",
        "dreiviertelmilliarde": "0.75e9",
        "viertelbillion": "0.25e12",
    },
    letters={"M": 6, "m": 6, "Mn": 6, "Bn": 9, "mn": 6, "bn": 9, "B": 9, "b": 9, "tn": 12, "k": 3, "K": 3, "MM": 6},
    singular="million|milliarde|billion|billiarde|mio|mrd|mio .|mrd .|bio|bio .|viertelmillion|viertelmilliarde"
    "|dreiviertelmilliarde|dreiviertelmillion|viertelbillion",
    linking="",
    units=_UNITS,
    currencies={
        "USD": "dollar|dollars|us dollar|us dollars|amerikanisch* dollar|us-amerikanisch* dollar|u . s . dollar|us $",
        "EUR": "euro|euros|eur",
        "CHF": "franken|schweizer franken|schweizerfranken|schweizer fr .",
        "?GBP": "pfund",
        "GBP": "britisch* pfund|englisch* pfund|pfund sterling|britisch* pfund sterling",
        "JPY": "yen|japanisch* yen",
        "CNY": "yuan|chinesisch* yuan|renminbi|chinesisch* renminbi|yuan renminbi|renminbi yuan",
        "KRW": "südkoreanisch* won|koreanisch* won",
        "?KRW": "won",
        "INR": "rupien|indisch* rupien|indisch* rupie",
        "SEK": "schwedisch* kronen|schwedenkronen|schweden kronen|schwedisch* kr",
        "NOK": "norwegisch* kronen|norwegenkronen",
        "DKK": "dänisch* kronen|dänenkronen",
        "CZK": "tschechisch* kronen",
        "ISK": "isländisch* kronen",
        "PLN": "zloty|złoty|polnisch* zloty|polnisch* złoty",
        "HUF": "forint|ungarisch* forint",
        "RON": "rumänisch* lei|rumänisch* leu",
        "TRY": "türkisch* lira|türkisch* lire",
        "RUB": "rubel|russisch* rubel",
        "CAD": "kanadisch* dollar|kanadisch* dollars|kanada dollar",
        "AUD": "australisch* dollar|australisch* dollars|australien dollar|austral dollar",
        "NZD": "neuseeländisch* dollar|neuseeland dollar",
        "HKD": "hongkong dollar|hong kong dollar|hongkonger dollar",
        "SGD": "singapur dollar|singapurisch* dollar|singapur dollars",
        "TWD": "taiwan dollar|taiwanisch* dollar|taiwanesisch* dollar|neue taiwan dollar|neuen taiwan dollar",
        "MYR": "ringgit|malaysisch* ringgit",
        "THB": "baht|thailändisch* baht",
        "IDR": "indonesisch* rupiah|rupiah",
        "PHP": "philippinisch* pesos|philippinisch* peso",
        "VND": "vietnamesisch* dong",
        "AED": "dirham|dirhams|vae dirham|emiratisch* dirham|vae dirhams",
        "MAD": "marokkanisch* dirham|marokkanisch* dirhams",
        "SAR": "saudisch* riyal|saudisch* rial|saudi riyal|saudi-arabisch* riyal|riyal|saudi-arabisch* rial|saudi rial",
        "QAR": "katarisch* riyal|katar riyal|katarisch* rial",
        "KWD": "kuwaitisch* dinar|kuwait dinar",
        "ILS": "schekel|israelisch* schekel|shekel",
        "BRL": "brasilianisch* real|brasilianisch* reais|reais",
        "MXN": "mexikanisch* pesos|mexikanisch* peso",
        "ARS": "argentinisch* pesos|argentinisch* peso",
        "CLP": "chilenisch* pesos|chilenisch* peso",
        "COP": "kolumbianisch* pesos|kolumbianisch* peso",
        "?ZAR": "rand",
        "ZAR": "südafrikanisch* rand",
        "UAH": "hrywnja|ukrainisch* hrywnja|griwna",
        "KZT": "tenge|kasachisch* tenge",
        "NGN": "naira|nigerianisch* naira",
        "KES": "kenia schilling|kenianisch* schilling",
        "TZS": "tansania schilling|tansanisch* schilling",
        "UGX": "uganda schilling|ugandisch* schilling",
        "DEM": "d mark|dm|deutsch* mark|deutschmark",
        "+DEM": "mark",
        "DDM": "mark der ddr|ddr mark|ostmark",
        "ATS": "schilling|österreichisch* schilling",
        "ITL": "italienisch* lire|italienisch* lira|lire",
        "?TRY": "lira",
        "FRF": "französisch* francs|französisch* franc|französisch* franken",
        "BEF": "belgisch* francs|belgisch* franken",
        "NLG": "niederländisch* gulden|holländisch* gulden",
        "ESP": "peseten|spanisch* peseten|pesetas",
        "GRD": "drachmen|griechisch* drachmen",
        "PTE": "portugiesisch* escudos|portugiesisch* escudo",
        "FIM": "finnmark|finnisch* mark",
        "IEP": "irisch* pfund",
        "HRK": "kuna|kroatisch* kuna",
        "SKK": "slowakisch* kronen",
        "EEK": "estnisch* kronen",
        "?RON": "lei",
        "BGN": "lewa|lew|bulgarisch* lewa|bulgarisch* lew",
        "EGP": "ägyptisch* pfund",
        "PKR": "pakistanisch* rupien",
        "LKR": "sri-lankisch* rupien",
        "NPR": "nepalesisch* rupien",
        "BDT": "taka",
        "GHS": "cedi|cedis|ghanaisch* cedi",
        "ETB": "birr|äthiopisch* birr",
        "GEL": "lari|georgisch* lari",
        "AZN": "aserbaidschanisch* manat",
        "RSD": "serbisch* dinar|serbisch* dinare",
        "IRR": "iranisch* rial",
        "JOD": "jordanisch* dinar",
        "OMR": "omanisch* rial|omanisch* riyal",
        "BHD": "bahrainisch* dinar",
        "?PEN": "soles|peruanisch* sol",
    },
    hedges={
        Bound.ABOUT: "rund|etwa|ca|ca .|circa|zirka|ungefähr|knapp|fast|beinahe|beinah|nahezu|annähernd|gut"
        "|schätzungsweise|geschätzt|geschätzte|geschätzten|geschätzter|geschätztes|rd .|rd|in etwa|um die|so um die"
        "|an die|grob|grob geschätzt|grob gerechnet|gut und gerne|gut und gern|in der größenordnung von|nicht ganz"
        "|quasi|um und bei|circa um die|pi mal daumen|gerundet|aufgerundet|abgerundet|nah an"
        "|bald|überschlägig|praktisch|nahe|nahe an|in der nähe von|in der größenordnung|größenordnungsmäßig|plusminus"
        "|gute|guten|guter"
        "|vielleicht|knappe|knappen|knapper|gegen|~|rund um|so etwa|so rund|etwas um die|kaum|in der gegend von"
        "|in einer größenordnung von|vorsichtig geschätzt|geschätzt rund|roundabout",
        Bound.MORE_THAN: "über|mehr als|oberhalb von|oberhalb|jenseits von|jenseits der|größer als|> |höher als"
        "|mehr wie"
        "|mehr denn|länger als|stärker als|teurer als|besser als|jenseits",
        Bound.LESS_THAN: "unter|weniger als|unterhalb von|unterhalb|kleiner als|<|geringer als|niedriger als"
        "|nicht einmal"
        "|nicht mal|noch nicht einmal|keine|günstiger als|billiger als",
        Bound.UP_TO: "bis zu|bis|höchstens|allerhöchstens|maximal|max|max .|nicht mehr als|nicht über|bis maximal"
        "|bis höchstens|maximal bis zu|bis zu maximal|≤|< =|im besten fall|nicht größer als|nicht höher als|bis hin zu"
        "|maximal etwa|längstens|nie mehr als"
        "|allenfalls|bis allenfalls|allerhöchstens|äußerstenfalls|maximal rund|bis zu rund|bis zu knapp"
        "|kaum mehr als|keine mehr als|bestenfalls|maximale|maximalen"
        "|nicht mehr wie",
        Bound.AT_LEAST: "mindestens|wenigstens|zumindest|min .|ab|nicht weniger als|nicht unter|≥|> =|minimal|minimum"
        "|mind .|nicht kleiner als|mindesten|ab mindestens|nicht geringer als|allermindestens|ab etwa"
        "|keine weniger als",
    },
    strengtheners="deutlich|weit|wesentlich|erheblich|viel|weitaus|bei weitem|etwas|knapp|leicht|klar|merklich|gut|noch"
    "|ein wenig|ein bisschen|geringfügig|weit weit|sogar|ganz|um einiges|spürbar|signifikant|kaum|ein gutes stück|satte"
    "|beträchtlich|deutlichst|minimal|nur knapp|sehr|haarscharf|stolze|locker|ziemlich",
    transparent="weitere|weiteren|weiterer|zusätzliche|zusätzlichen|zusätzlicher|insgesamt|jährlich|gemeinsam|zusammen",
    close="vielleicht|gegen|gute|guten|guter|knappe|knappen|knapper|über|unter|gut|bis|ab|an die|nahe|praktisch|bald"
    "|kaum",
    trailing={
        Bound.AT_LEAST: "oder mehr|und mehr|oder darüber|und darüber|aufwärts|oder größer|mindestens|plus|+|an aufwärts"
        "|oder höher|oder noch mehr|und größer",
        Bound.UP_TO: "oder weniger|höchstens|und weniger|oder darunter|oder kleiner|maximal",
        Bound.ABOUT: "oder so|in etwa|plus minus|mehr oder weniger|schätzungsweise",
    },
    openers={"zwischen": "und", "zw .": "und|-", "irgendwo zwischen": "und", "von": "bis|bis zu|bis hin zu"},
    to="bis|bis zu|bis hin zu|bis maximal|bis etwa|bis rund",
    alternatives="oder|beziehungsweise|bzw|respektive",
    also="und|oder|bis|auf|statt|bzw|gegenüber|nach|,|sowie|beziehungsweise|zu|von|-|vs|gegen",
    per="pro|je|per|für jede|für jeden|für jedes|für je|pro einer|je einer",
    not_per="nach|zur|zu|zum|hälftig|doch|saldo|ende|se|forma|anfang|ultimo|definition|gesetz|cent|prozent|ein drittel",
    only_things="",
    periods="jahr|monat|woche|tag|quartal|stunde|minute|sekunde|halbjahr|jahrzehnt|geschäftsjahr|kalenderjahr|anno"
    "|nacht"
    "|dekade|kalenderwoche|jahres|fiskaljahr|semester|a|d|annum|jährlich",
    things="aktie|stück|kilowattstunde|megawattstunde|mwh|kwh|gigawattstunde|tonne|unze|barrel|liter|quadratmeter|kilo"
    "|kilogramm|kopf|person|gigawatt|megawatt|kilowatt|fass|nase|stunde|minute|token|anteil|anteilsschein|papier|mw|gw"
    "|terawattstunde|kw|mmbtu|million token|kubikmeter|feinunze|einheit",
    the="die|das|der|den|eine|ein|einer|einen|dem",
    fillers="in bar|netto|brutto|bar|in cash|in aktien|inklusive|cash|strom|rente|miete|plus steuern|gebühr|gebühren",
    vague="mehrere|mehreren|mehrerer|einige|einigen|einiger|paar|viele|vielen|vieler|zig|etliche|etlichen|etlicher"
    "|dutzende|hunderte|tausende|wenige|wenigen|unzählige|manche|hunderten|dutzenden|zigtausend|diverse|multi"
    "|tausenden",
    rises="stieg|steig|wuchs|wachs|gewachsen|gestiegen|erhöh|klettert|sank|sink|gesunken|fiel|fällt|gefallen|senk"
    "|reduzier"
    "|verdoppel|verdreif|ausbau|ausgebaut|anheb|angehoben|kürz|schrumpf|hochfahr|zuleg|steiger|gesteiger|verringer"
    "|erweiter",
    spreads="reich|schwank|spann|lieg|zwischen|bandbreite|spanne|rang|variier|beweg|schätz|rahmen",
    times="auf",
    dating="im|in|jahr|bis|seit|ende|anfang|mitte|jahres|ab|sommer|herbst|winter|frühjahr|jahre|für|von",
    concerning="über",
    contracts="vertrag|verträge|verträgen|vertrags|vertrages|antrag|anträge|anträgen|abkommen|vereinbarung"
    "|vereinbarungen"
    "|auftrag|aufträge|aufträgen|auftrags|zuschlag|zuschläge|zuschlägen|kredit|kredite|krediten|kredits|darlehen"
    "|anleihe"
    "|anleihen|ppa|ppas|deal|deals|rechnung|rechnungen|scheck|schecks|finanzierung|finanzierungen|finanzierungsrunde"
    "|absichtserklärung|absichtserklärungen|bürgschaft|bürgschaften|kreditlinie|kreditlinien|bestellung|bestellungen"
    "|order|orders|bescheid|bescheide|bescheids|genehmigung|genehmigungen|anfrage|anfragen|lizenz|garantie|garantien"
    "|runde|runden|finanzierungsrunde|kapitalrunde|bonds|bond|zusage|zusagen|ausschreibung|ausschreibungen|gebot|gebote|geboten|police|policen|übernahmeangebot|angebot"
    "|angebote"
    "|angeboten|kontrakt|kontrakte|kontrakten|pakt|memorandum|mou|leasing|pachtvertrag|hypothek|fazilität|tranche"
    "|tranchen|schuldschein|schuldscheine|wechsel|förderbescheid|reservierung|reservierungen|option|optionen|mandat"
    "|verpflichtung|verpflichtungen|forderung|forderungen|antrags|antrages|klage|klagen|strafe|strafen|bußgeld"
    "|bewerbung|bewerbungen|gesuch|gesuche|begehren|netzanschlussbegehren|zusagen|förderung|quittung"
    "|zuschuss|zuschüsse|zuschüssen|subvention|subventionen|beihilfe|beihilfen|spende|spenden|fonds|ticket"
    "|bestätigung|gutschein|volumen|volumens|volumina"
    "|letter of intent|loi|^verfüg|^verhand|^verhandlung|^berichte|^diskut|^spricht|^sprach"
    "|^gespräch|^streit|^entscheid|^abstimm|^informier|debatte|^debattier|^gebiete|^beschwer|^einig|einigung|beschluss",
    leading="von|auf|mit|für|um|bei|an|zu|wert|sind|liegt|beträgt|aus|in|haben|hat|kostet|weit|deutlich|knapp|nun"
    "|ist|war|waren|liegen|lag|lagen|betragen|betrug|betrugen|kosten|kostete|kosteten|verschlingt|verschlang|umfasst"
    "|erreicht|erreichte|leistet|leisten|zieht|ziehen|verbraucht|verbrauchen|verbrauchte|verbrauchten|investiert"
    "|investierte|zahlt|zahlte"
    "|schon|bereits",
    carries="mit|von|der|des|den|dem|die|das|und|zwischen|für|zur|zum|im|in|am|an|bei|beim|aus|sich|bereits|zunächst"
    "|seit|derzeit|aktuell|inzwischen|allein|jeweils|damit|heute|künftig|auch|gut|nun|ebenfalls|insgesamt|schon|er"
    "|sie|es"
    "|unterzeichnet|abgeschlossen|geschlossen|vereinbart|erhalten|gestellt|eingereicht|unterschrieben|bekommen|vergeben"
    "|gewonnen|erteilt|aufgenommen|platziert|begeben|ausgestellt|bewilligt|unterzeichnete|neuen|neue|neuer|einen|eine",
    headings="seite|raum|kapitel|abschnitt|tabelle|abbildung|zimmer|paragraf|paragraph|artikel|saal|gleis|zeile|fußnote"
    "|folie|anhang|ziffer",
    coins="münze|münzen|schein|scheine|scheinen|note|noten|banknote|banknoten|stück|briefmarke",
    quoted="aktie|aktien|gold|goldpreis|ölpreis|strompreis|gaspreis|brent|rohöl|silber|kupfer|uran|papier|papiere|quadratmeter|kilowattstunde|megawattstunde|mwh|kwh|tonne|barrel|unze|feinunze"
    "|*euro|*dollar|*franken|*yen|*pfund|bitcoin",
    quoting="kostet|kostete|kosten|kosteten|auf|bei|mit|zu",
    prices="kurs|kurse|kursziel|kursziele|aktienkurs|aktienkurse|schlusskurs|börsenkurs|ausgabepreis|ausgabekurs"
    "|ausübungspreis|wandlungspreis|bezugspreis|emissionspreis|platzierungspreis|börsengang",
    costs="preis|preise|kosten|baukosten|miete|mieten|entgelt|gebühr|gebühren|tarif|investitionen|ausgaben|investition"
    "|aufwand|stückpreis",
    lately="zuletzt|aktuell|derzeit|gerade|heute|nun|inzwischen|damals|jetzt|momentan|nur|noch|bereits|schon",
    traded="schloss|schlossen|notiert|notieren|notierte|notierten|gehandelt|eröffnete",
    singly="zu je|zu jeweils|à",
    pronouns="eines|eins|einen|einer|eine|solche|solchen|solcher|solches|zweite|zweiten|zweiter|zweites|dritte|dritten"
    "|dritter|drittes",
    among="von",
    point="komma",
    multiples="mal|zweimal|dreimal|viermal|fünfmal|sechsmal|achtmal|zehnmal",
    round_one="gute|guten|guter|gutes|gutem|knappe|knappen|knapper|knappes|knappem|runde|runden|runder|rundes",
    whole_one="ganze|ganzen|ganzer|ganzes|volle|vollen|voller|volles|glatte|glatten|glatter|satte|satten|satter|weitere"
    "|weiteren|weiterer|stolze|stolzen|einzige|einzigen|einzelne|schlappe|zusätzliche|zusätzlichen",
    against="gegen",
    compared="mehr|weniger|höher|niedriger|über|unter|davon|teurer|billiger",
    dearer="kostet|kostete|notierte|notiert|stieg|fiel|kletterte|sank|lag|liegt|stand|handelte|gehandelt|rutschte|war"
    "|gab|tendierte|pendelte|zog|gibt|erhielt|bekam",
    draws="verbraucht|verbrauchen|zieht|ziehen|von|mit|nur|bei|auf|um|bloß|lediglich|und|sind|ist|braucht|brauchen|je",
)

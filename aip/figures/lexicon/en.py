"""English."""

from decimal import Decimal

from aip.figures.figure import Bound
from aip.figures.lexicon.numerals import english
from aip.figures.lexicon.words import Words

_WATT = {"W": "", "kW": "kilo", "MW": "mega", "GW": "giga", "TW": "tera"}
_UNITS = {unit: f"{prefix}watt|{prefix}watts" for unit, prefix in _WATT.items()}
_UNITS["TW"] += "|terrawatt|terrawatts"
_UNITS["mW"] = "milliwatt|milliwatts"
_UNITS |= {
    f"{unit}h": "|".join(
        f"{prefix}watt{plural}{hours}"
        for plural in ("", "s")
        for hours in (" hour", " hours", "hour", "hours", " hrs", " hr")
    )
    for unit, prefix in (_WATT | {"PW": "peta", "mW": "milli"}).items()
}
_UNITS["TWh"] += "|terrawatt hours|terrawatt hour"

WORDS = Words(
    decimal=".",
    numerals=english() | {"a hundred": Decimal(100)},
    fractions={
        "half a|half of a|a half|half|half an|one half of a|one half": "0.5",
        "a quarter of a|quarter of a|a quarter|one quarter of a|a quarter of one": "0.25",
        "three quarters of a|three quarter": "0.75",
        "one and a quarter": "1.25",
        "one and three quarters": "1.75",
    },
    halves={"and a half": "0.5", "and a quarter": "0.25"},
    articles="a|an",
    scales={
        3: "thousand|k|thou|grand",
        6: "million|millions|mn|mln|mio|mm|mil",
        9: "billion|billions|bn|bln|bil|thousand million|milliard",
        12: "trillion|trillions|tn|trn|tln|lakh crore|lakh crores|thousand billion|tr|lakh cr|lac cr|lac crore"
        "|l crore|l cr|lac crores|lakh cr .|million million",
        15: "quadrillion",
        7: "crore|crores|cr",
        5: "lakh|lakhs|hundred thousand|lac|lacs",
        10: "thousand crore|thousand crores|k crore|k cr",
        8: "hundred million",
    },
    parts={},
    letters={"m": 6, "M": 6, "MM": 6, "b": 9, "B": 9, "t": 12, "T": 12, "k": 3, "K": 3, "Bn": 9, "Mn": 6, "Cr": 7}
    | {"mi": 6, "bi": 9},  # Brazilian: "R$ 300 mi"
    singular="thousand|million|billion|trillion|crore|lakh|bn|tn|quadrillion|lakh crore|hundred million"
    "|hundred thousand|thousand million|thousand billion",
    linking="",
    units=_UNITS,
    currencies={
        "USD": "dollars|dollar|us dollars|us dollar|u . s . dollars|u . s . dollar|american dollars|us$|us $|greenbacks"
        "|u.s. dollars|u.s. dollar",
        "EUR": "euros|euro",
        "?GBP": "pounds|pound|quid",
        "GBP": "british pounds|pounds sterling|pound sterling|uk pounds|sterling|british pound",
        "JPY": "yen|japanese yen",
        "CNY": "yuan|chinese yuan|renminbi|chinese renminbi|yuan renminbi",
        "?KRW": "won",
        "KRW": "korean won|south korean won",
        "INR": "rupees|rupee|indian rupees",
        "PKR": "pakistani rupees",
        "LKR": "sri lankan rupees|sri lanka rupees",
        "NPR": "nepali rupees|nepalese rupees",
        "MUR": "mauritian rupees|mauritius rupees",
        "TZS": "tanzanian shillings|tanzania shillings",
        "UGX": "ugandan shillings|uganda shillings",
        "ETB": "birr|ethiopian birr",
        "ZMW": "zambian kwacha",
        "MWK": "malawian kwacha",
        "BWP": "pula",
        "MZN": "meticais|metical",
        "AOA": "kwanza|kwanzas",
        "RWF": "rwandan francs|rwanda francs",
        "JOD": "jordanian dinars",
        "IQD": "iraqi dinars",
        "IRR": "iranian rials|tomans rials",
        "GEL": "georgian lari|lari",
        "AZN": "azerbaijani manat|azeri manat",
        "UZS": "uzbek som|uzbek soum|uzbek sum",
        "BGN": "bulgarian lev|bulgarian leva|leva|lev",
        "RSD": "serbian dinars",
        "PEN": "peruvian soles|nuevos soles",
        "?PEN": "soles",
        "?RON": "lei",
        "DEM": "deutschmarks|deutschmark|deutsche marks|deutsche mark|d-marks|d-mark|german marks",
        "?DEM": "marks",
        "ATS": "austrian schillings|schillings",
        "ITL": "italian lire|italian lira|lire",
        "FRF": "french francs",
        "BEF": "belgian francs",
        "XOF": "west african cfa francs",
        "XAF": "central african cfa francs",
        "NLG": "dutch guilders",
        "ESP": "spanish pesetas|pesetas",
        "GRD": "drachmas|drachmae|greek drachmas",
        "PTE": "portuguese escudos",
        "IEP": "irish pounds|irish punts",
        "HRK": "croatian kuna|kuna",
        "CHF": "swiss francs|swiss franc|francs|franc",
        "SEK": "swedish kronor|swedish krona|swedish crowns|kronor|swedish kroner",
        "NOK": "norwegian kroner|norwegian crowns|norwegian krone|norwegian kronor",
        "DKK": "danish kroner|danish crowns|danish krone",
        "ISK": "icelandic kronur|icelandic krona|icelandic kronas",
        "CZK": "czech koruna|czech crowns|koruna|korunas|czech korunas|koruny",
        "PLN": "zloty|zlotys|polish zloty|polish zlotys|zlotych",
        "HUF": "forints|forint|hungarian forints|hungarian forint",
        "RON": "romanian lei|romanian leu",
        "TRY": "turkish lira|turkish liras",
        "?TRY": "lira|liras",
        "RUB": "roubles|rubles|russian roubles|russian rubles|rouble|ruble",
        "CAD": "canadian dollars|canadian dollar",
        "AUD": "australian dollars|australian dollar|aussie dollars",
        "NZD": "new zealand dollars|new zealand dollar|kiwi dollars",
        "HKD": "hong kong dollars|hong kong dollar",
        "SGD": "singapore dollars|singapore dollar|singaporean dollars",
        "TWD": "new taiwan dollars|taiwan dollars|taiwanese dollars|new taiwan dollar|taiwan dollar",
        "MYR": "ringgit|malaysian ringgit|ringgits",
        "THB": "baht|thai baht",
        "IDR": "rupiah|indonesian rupiah",
        "PHP": "philippine pesos|philippine peso|filipino pesos",
        "VND": "vietnamese dong|dong",
        "AED": "dirhams|dirham|uae dirhams|emirati dirhams|uae dirham",
        "MAD": "moroccan dirhams|moroccan dirham",
        "SAR": "saudi riyals|saudi riyal|riyals|riyal|saudi rials",
        "QAR": "qatari riyals|qatari riyal|qatari rials",
        "OMR": "omani rials|omani riyals",
        "KWD": "kuwaiti dinars|kuwaiti dinar",
        "BHD": "bahraini dinars|bahraini dinar",
        "ILS": "shekels|israeli shekels|shekel|new israeli shekels",
        "BRL": "reais|brazilian reais|brazilian real|brazilian reals|reals",
        "MXN": "mexican pesos|mexican peso",
        "ARS": "argentine pesos|argentinian pesos|argentine peso",
        "CLP": "chilean pesos|chilean peso",
        "COP": "colombian pesos|colombian peso",
        "?ZAR": "rand",
        "ZAR": "south african rand|rands",
        "UAH": "hryvnia|hryvnias|ukrainian hryvnia",
        "KZT": "tenge|kazakh tenge",
        "NGN": "naira|nigerian naira",
        "KES": "kenyan shillings|kenya shillings|kenyan shilling",
        "GHS": "ghanaian cedis|ghana cedis|cedis",
        "EGP": "egyptian pounds",
        "BDT": "taka|bangladeshi taka",
    },
    hedges={
        Bound.ABOUT: "about|around|roughly|approximately|approx|approx .|some|nearly|almost|close to|closer to|near"
        "|circa"
        "|ca|ca .|c|c .|an estimated|estimated|est .|est|in the region of|in the neighborhood of"
        "|in the neighbourhood of"
        "|in the vicinity of|in the order of|on the order of|of the order of|or so|shy of|just shy of|short of|nearing"
        "|approaching|not quite|somewhere around|something like|in the ballpark of|~|roundabout|round about|practically"
        "|virtually|just about|more like|give or take|somewhere near|hovering around|close on|getting on for"
        "|going on for|bordering on|verging on"
        "|in the order of some|hovering near|just short of"
        "|very nearly|very close to|estimated at|estimated at about|reportedly about|a little shy of|a touch under a"
        "|more or less|an approximate|an approximately|around about|upwards or downwards of|nigh on|pretty close to"
        "|maybe|perhaps|nearer|nearer to"
        "|well nigh|plus or minus|in the area of|to the tune of|in the range of|around the|roughly equal to|a rough",
        Bound.MORE_THAN: "more than|over|above|north of|in excess of|>|exceeding|upwards of|upward of|greater than"
        "|higher than|larger than|bigger than|beyond|topping|surpassing|better than|past|excess of",
        Bound.LESS_THAN: "less than|under|below|fewer than|<|lower than|smaller than|south of|not even|cheaper than"
        "|beneath",
        Bound.UP_TO: "up to|as much as|at most|at the most|a maximum of|maximum of|no more than|not more than|max|max ."
        "|maximum|as many as|≤|< =|as high as|up to a maximum of|a max of|not exceeding|not to exceed|not over"
        "|a ceiling of|a cap of|no greater than|no larger than|no higher than|up to as much as|anything up to|a peak of"
        "|anything to|not above|no bigger than"
        "|at a maximum|capped at|limited to|up to and including|the maximum|a total of up to",
        Bound.AT_LEAST: "at least|a minimum of|minimum of|no less than|not less than|no fewer than|not fewer than"
        "|minimum"
        "|≥|> =|min|min .|at minimum|at a minimum|not under|not below|as little as|starting at|a floor of|at the least"
        "|at the very least|the minimum|an at least|nothing less than|no smaller than|no lower than|starting from"
        "|a starting price of|at the minimum|as low as|as few as",
    },
    strengtheners="well|far|just|slightly|significantly|much|a little|a bit|somewhat|considerably|substantially|way"
    "|a lot"
    "|marginally|comfortably|easily|notably|markedly|only just|only slightly|a touch|a shade|a hair|a tad|barely|even|a"
    "|little|fractionally|hardly|scarcely|narrowly|handily|rather|still|vastly|modestly|an|nowhere",
    transparent="a|an|another|additional|an additional|further|a further|extra|an extra|a combined|combined"
    "|a total of|total|a whopping|a staggering|a massive|an annual|a record|yet another|of",
    close="maybe|perhaps|nearer|about|around|under|over|above|below|beyond|past|near|some|max|min|maximum|minimum|topping"
    "|beneath|c",
    trailing={
        Bound.AT_LEAST: "or more|, or more|and up|at least|or greater"
        "|or above|and above|or higher|plus|+|or over|and more"
        "|or larger"
        "|at a minimum|at minimum|minimum|and over|or bigger|or beyond|and higher|or even more|at the very least"
        "|at the least|and upwards|upwards|or upwards",
        Bound.UP_TO: "or less|at most|tops|or fewer|or below|and below|and under|or under|at the most|maximum|max"
        "|or smaller|or lower",
        Bound.ABOUT: "or so|or thereabouts|give or take|, give or take|, or so|, more or less"
        "|ish|more or less|approximately|roughly|or around that",
    },
    openers={
        "between": "and",
        "anywhere between": "and",
        "somewhere between": "and",
        "from": "to|up to|through|upto",
        "anywhere from": "to|up to",
    },
    to="to|through|up to",
    alternatives="or",
    also="and|or|to|from|versus|vs|than|,|with|against|-|below|above|between|compared with|by|for|at|plus|now",
    per="per|each|apiece|for each|for every|on each|for a single|a piece|every|on every",
    not_per="cent|se|the|a|an|its|their|our|his|people|sources|filings|reports|company|one|this|year-end|documents"
    "|data",
    only_things="",
    periods="year|years|month|week|day|quarter|hour|minute|second|decade|annum|calendar year|fiscal year|financial year"
    "|half year|night|yr|mo|calendar quarter|fiscal quarter|half|season|anum|h|hr|a",
    things="share|unit|ton|tonne|barrel|ounce|gallon|pound|mwh|kwh|megawatt hour|kilowatt hour|gigawatt|megawatt"
    "|kilowatt"
    "|person|head|piece|pop|seat|user|gpu|chip|token|mw|gw|kw|work|book|car|kilo|kilogram|foot|square foot|square metre"
    "|square meter|acre|litre|liter|ticket|pair|bottle|copy|mile|watt|therm|mmbtu|household|customer|unit hour"
    "|metric ton"
    "|million tokens|bushel|troy ounce|subscriber|subscription|gigawatt hour|license|licence|kwh used|home|rack|server"
    "|card|box|plate|cup|dose|million btu|mw day|kw month|kilowatt month|megawatt day",
    the="a|an|the",
    fillers="in cash|in stock|in cash and stock|cash|in all|net|gross|in value|in revenue|in profit|of revenue|in total"
    "|in fees|in capital|in energy costs|all in|of capital expenditure|in capital expenditure|of capex|in capex|worth"
    "|of investment|in investment|in royalties|in rent|in tax|in taxes",
    vague="several|few|many|couple|dozens|hundreds|thousands|tens|multiple|numerous|various|umpteen|couple of|dozen"
    "|multi"
    "|countless|myriad|scores|millions|mid|low|high|double|triple|x|n",
    rises="rose|ris|grow|grew|increas|expand|climb|jump|rais|boost|lift|cut|reduc|fall|fell|drop|declin|lower|shr|doubl"
    "|tripl|quadrupl|scal|went|go|gone|soar|surg|swell|swoll|revis|upgrad|ramp|up|down|mov|push|bring|brought|took|take"
    "|slash|trim|hik|improv|upsiz|enlarg|balloon|leap|leapt|chang|shift|slid|slip|plung|tumbl|escalat|rocket|skyrocket"
    "|spik|widen|narrow|current|today|crept|creep|adjust|nudg|evolv|progress|extend|rebound|recover|dip|sank|sink|tak"
    "|accelerat|mushroom|quintupl|gain|add|step|advanc|stretch|multipl|build",
    spreads="rang|vary|vari|anywhere|somewhere|estimat|span|cost|pric|spread|run|offer|bid|fluctuat|siz|deal|project",
    times="in|within|over|by|since|this|last|next|today|now|after|before|between|during|until|a",
    dating="in|by|since|during|until|year|late|early|mid|before|after|through|for|fiscal|spring|summer|autumn",
    concerning="over|about",
    contracts="dispute|lawsuit|row|battle|fight|feud|clash|talks|negotiations|debate|controversy|concerns|fears|worries"
    "|talk|talked|talking|speak|speaks|speaking|spoke|worry|worried|complain|complained|complaining|argue|argued|arguing"
    "|rumours|rumors|speculation|questions|what|how"
    "|questions|sued|sue|suing|suit|tussle|spat|argument|quarrel|wrangling|war|deadlock|standoff|investigation|probe"
    "|^negotiat|^clash|^argu|scandal|tensions|control",
    leading="",
    carries="with|the|a|an|and|its|their|his|between|against|in|of|to|from",
    phrasal="add|adds|added|adding|sum|sums|summed|summing|tot|tots|totting|tallied",
    collects="raise|raises|raised|raising|add|adds|adding|build|builds|building|take|takes|taking",
    headings="page|room|section|chapter|table|figure|fig|paragraph|item|footnote|slide|annex|appendix|aisle|gate|row"
    "|apartment|suite|verse|exhibit",
    coins="coin|coins|note|notes|bill|bills|banknote|banknotes|stamp|stamps",
    quoted="share|shares|eps|stock|crude|brent|wti|gold|silver|copper|uranium|futures|ether|adrs|mwh|barrel|ounce|tonne|*euro|*pound|*dollar|*franc|*yuan|*yen|*rupee|sterling|bitcoin",
    quoting="at|to|bought|buys|fetched|fetches|cost|costs",
    prices="price target|price targets|target price|share price|stock price|strike price|exercise price"
    "|conversion price|issue price|offer price|offering price|subscription price|closing price|clearing price"
    "|spot price|unit price",
    costs="price|prices|cost|costs|rent|rents|rate|rates|fee|fees|tariff|charge|spending|capex|investment|outlay",
    lately="now|currently|just|only|still|today",
    traded="closed|closing|settled|finished|ended|opened|traded|trading|priced|struck|bought|sold|issued",
    among="in",
    point="point",
    multiples="twice|thrice|times",
    odd="odd|ish",
    round_one="good|rough|near|nice",
    whole_one="cool|full|whole|whopping|mere|single|paltry|further|neat|round|solid|clean|record|staggering",
    numbered="phase|phases|unit|units|stage|block|reactor|line|train|tier|type|class|no|number|step|lot|site|plant|day"
    "|version|part|page|section|room|chapter|category|zone|area|model|option|case|scenario|x|and|or|plus",
    closing="was|is|has|as|its|this|less|across|plus|versus|always|thus|gas|towards|besides|perhaps|hours|does",
    compared="more|less|higher|lower|above|below|short|over|under|cheaper|dearer|of|up|down|extra|than|better|worse",
    dearer="traded|trading|trade|trades|fetched|fetches|bought|buys|rose|fell|slipped|climbed|weakened|strengthened"
    "|stood|cost|costs|worth|hit|gained|dropped|edged|eased|changed|was",
    draws="draw|draws|drew|drawing|use|uses|used|using|consume|consumes|consumed|consuming|of|is|was|needs|only|just|to"
    "|and|mere|with|by|from|for|at",
)

"""One spelling for words that British and American English write differently."""

from bot.corpus.patterns import pattern

_OUR = pattern(
    r"^(?!four|hour|tour|pour|your|sour|scour|devour|contour|glamour|journ|court|course|source"
    r"|resourc|discours|mourn|nourish|gourmet|bourbon|bourgeois|courier|courage|encourag|discourag"
    r"|courteous|fourth|flourish|tourn|louvre|seour)([a-z]{2,}?[^aeiou])our"
    r"(?=(?:s|ed|ing|er|ers|able|ably|al|ful|fully|less|ism|ist|ite|ites|y|hood)?$)"
)
_ISE = pattern(r"^([a-z]{3,}(?:[lnrtdmgcvhp]|[^aeiou]i|e))is(e|ed|es|ing|er|ers|ation|ations)$")
_ISE_ALWAYS = frozenset(
    [
        "advertise",
        "advise",
        "appraise",
        "apprise",
        "arise",
        "chastise",
        "circumcise",
        "comprise",
        "compromise",
        "concise",
        "demise",
        "despise",
        "devise",
        "disguise",
        "enterprise",
        "excise",
        "exercise",
        "expertise",
        "franchise",
        "improvise",
        "incise",
        "merchandise",
        "otherwise",
        "paradise",
        "practise",
        "praise",
        "precise",
        "premise",
        "promise",
        "raise",
        "revise",
        "rise",
        "supervise",
        "surmise",
        "surprise",
        "televise",
        "treatise",
        "noise",
        "poise",
        "bruise",
        "cruise",
        "likewise",
        "wise",
        "vise",
        "guise",
        "anise",
        "marquise",
    ]
)
_YSE = pattern(r"^(anal|paral|catal)ys(e|ed|es|ing|er|ers)$")
_RE = pattern(
    r"^(cent|theat|lit|fib|calib|met|kilomet|centimet|millimet|meag|somb|spect|lust)re(s|d)?$"
)
_DOUBLE_L = pattern(
    r"^((?:cancel|travel|label|model|signal|fuel|counsel|level|marvel|quarrel|rival"
    r"|shovel|total|channel|equal|libel|tunnel|jewel|dial|pedal|panel|unravel|initial))"
    r"l(ed|ing|er|ers|ation)$"
)
_PAIRS = {
    "cheque": "check", "cheques": "checks", "defence": "defense", "defences": "defenses",
    "offence": "offense", "offences": "offenses", "licence": "license", "licences": "licenses",
    "pretence": "pretense", "programme": "program", "programmes": "programs", "tyre": "tire",
    "tyres": "tires", "grey": "gray", "plough": "plow", "aluminium": "aluminum", "jewellery":
    "jewelry", "sceptic": "skeptic", "sceptics": "skeptics", "sceptical": "skeptical",
    "storey": "story", "storeys": "stories", "kerb": "curb", "gaol": "jail", "mould": "mold",
    "manoeuvre": "maneuver", "manoeuvres": "maneuvers", "catalogue": "catalog", "dialogue":
    "dialog", "dialogues": "dialogs", "ageing": "aging", "judgement": "judgment", "acknowledgement":
    "acknowledgment", "enrol": "enroll", "fulfil": "fulfill", "instalment": "installment",
    "skilful": "skillful", "wilful": "willful", "paediatric": "pediatric", "foetus": "fetus",
    "anaemia": "anemia", "oestrogen": "estrogen", "haemorrhage": "hemorrhage", "diarrhoea":
    "diarrhea", "encyclopaedia": "encyclopedia", "mum": "mom", "mums": "moms", "pyjamas": "pajamas",
    "whisky": "whiskey", "draught": "draft", "towards": "toward", "practise": "practice",
    "practised": "practiced", "practising": "practicing", "artefact": "artifact", "artefacts":
    "artifacts", "moustache": "mustache", "sulphur": "sulfur", "cosy": "cozy",
}  # fmt: skip


def american(word: str) -> str:
    """Return the American spelling of a lower-case word, or the word itself."""
    if word in _PAIRS:
        return _PAIRS[word]
    if "our" in word:
        return _OUR.sub(r"\1or", word)
    if "ys" in word and _YSE.match(word):
        return _YSE.sub(r"\1yz\2", word)
    if "is" in word and (found := _ISE.match(word)) and not _keeps_s(found.group(1)):
        return f"{found.group(1)}iz{found.group(2)}"
    if "re" in word and (found := _RE.match(word)):
        return f"{found.group(1)}er{found.group(2) or ''}"
    return _DOUBLE_L.sub(r"\1\2", word) if "ll" in word else word


def _keeps_s(stem: str) -> bool:
    return stem + "ise" in _ISE_ALWAYS

"""Months, weekdays and years that are something else: a verb, a name, an amount."""

import re

from bot.briefings.dates.rule import Match

_ALIKE = frozenset({"may", "march", "april", "june", "august"})
_SURE = re.compile(
    r"(?:\b(?:in|until|till|since|last|next|this|early|late|mid|during|through|throughout|between"
    r"|(?:end|start|beginning|middle|half|week|month|days) of)[\s-]+|\bmid-)$",
    re.IGNORECASE,
)
_LIKELY = re.compile(r"\b(?:by|to|from|of|for|before|after|and|on|around)\s+$", re.IGNORECASE)
_EVERY = re.compile(r"\b(?:every|each)\s+$", re.IGNORECASE)
_OWNER = re.compile(r"(?:\b(?:the|an?|its|his|her|their|our|this)|['’]s?)\s+$", re.IGNORECASE)
_HOLDER = re.compile(r"['’]s?\s+$")
_CLOSE = re.compile(r"\s*(?:[.,;:)\]—–]|$)|\s+(?:to|in|at|on|and|or|when|after|before|with|by)\b")
_NOUN = re.compile(
    r"\s+(?!(?:on|for|to|of|against|through|from|in|and|is|was|has|had|said|will|that|who|be|have"
    r"|not|also|ask|seek|need)\b)[a-z]"
)
_CAPITAL_BEFORE = re.compile(r"[A-Z][\w.'’-]*[a-z.]\s+$")
_CAPITAL_AFTER = re.compile(r"\s+[A-Z][a-z]")


def is_month(match: Match, before: str, after: str) -> bool:
    """Whether a month's name without a day is a month, and no verb or person."""
    groups = match.groupdict()
    if groups.get("year") or groups.get("which") or groups.get("month2"):
        return True
    if _EVERY.search(before):
        return False
    word = match["month"]
    whole = word.endswith(".") or len(word) > 4 or word.lower() in ("may", "june", "july")
    if not whole:
        return False
    if _SURE.search(before):
        return True
    if word.lower() in _ALIKE:
        if word.isupper() or (word == "March" and _HOLDER.search(before)):
            return False
        return bool(
            (_LIKELY.search(before) and _CLOSE.match(after))
            or (_OWNER.search(before) and _NOUN.match(after))
        )
    named = _CAPITAL_BEFORE.search(before) and not _SURE.search(before)
    return not (named or _CAPITAL_AFTER.match(after)) or bool(_LIKELY.search(before))


_DAY_NAMES = re.compile(
    r"\b(?:Black|Good|Holy|Bloody|Ash|Shrove|Maundy|Palm|Easter|Whit|Super|Giving|Cyber|Fat|Blue"
    r"|Casual|Mail on|every|Every|each|Each)\s+$"
)
_PAPERS = re.compile(
    r"\s+(?:Times|Telegraph|Mirror|Express|Herald|Post|Mail|People|Sun|Tribune|Independent|Night"
    r"|World|Review|Magazine)\b"
)


def is_weekday(_match: Match, before: str, after: str) -> bool:
    """Whether a weekday's name is a day, and no feast, newspaper or habit."""
    return not (_DAY_NAMES.search(before) or _PAPERS.match(after) or re.match(r"s\b", after))


_YEAR_PLACE = re.compile(
    r"(?:\b(?:in|since|until|till|during|by|of|from|before|after|through|throughout|around|circa"
    r"|late|early|mid|between|year|for|to|and|or|than|back|as)[\s-]+|\(|\bmid-)$",
    re.IGNORECASE,
)
_YEAR_FIRM = re.compile(
    r"\b(?:in|since|until|till|during|throughout|circa|late|early|mid|year)[\s-]+$|\($",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"(?:\b(?:resolutions?|no\.?|nos\.?|number|flight|route|highway|room|article|section|rule|page"
    r"|model|version|vision|agenda|expo|euro|windows|boeing|airbus|protocol|directive|regulation"
    r"|about|nearly|almost|over|some|least|most|around|up to|than|only|another|all|roughly"
    r"|approximately|within|order|bill|act|law|asteroid|channel|unit|block|area|study of)\s+"
    r"|[#№$£€@/.:,-])$",
    re.IGNORECASE,
)
_AMOUNT = re.compile(
    r"\s?(?:%|percent\b|per cent\b|GMT\b|UTC\b|hours\b|hrs\b|local\b|[ECMP][SD]?T\b|BST\b|CET\b"
    r"|(?:square |cubic )?(?:m|km|kg|g|ft|mph|kph|km/h|mm|cm|lbs?|tons?|tonnes?|met(?:re|er)s?"
    r"|kilomet(?:re|er)s?|miles?|feet|pounds?|dollars?|euros?|people|men|women|children|jobs|homes"
    r"|troops|soldiers|workers|seats|votes|points|acres|hectares|barrels|calories|words|copies"
    r"|times|megawatts?|MW|passengers|residents|members|students|employees|staff|deaths|cases"
    r"|years|days|weeks|months|different|other|more)\b)"
)
_PLURAL = re.compile(r"\s+[a-z]+(?<!s)s\b(?<!\bwas)(?<!\bis)(?<!\bhas)(?<!\bas)(?<!\bits)")


def is_year(match: Match, before: str, after: str) -> bool:
    """Whether four figures are a year, and no amount, number of a paper or part of a name."""
    if _AMOUNT.match(after) or _NUMBERED.search(before):
        return False
    if _YEAR_FIRM.search(before):
        return True
    year = int(match["year"])
    if not 1700 <= year <= 2099:
        return False
    if _YEAR_PLACE.search(before):
        return not _PLURAL.match(after)
    if _OWNER.search(before):
        return True
    if _CAPITAL_BEFORE.search(before) or re.search(r"[A-Z0-9]\s+$", before):
        return False
    return bool(re.search(r",\s+$|[a-z]\s+$", before) and not _PLURAL.match(after)) or (
        not before.strip() and bool(re.match(r"\s+[a-z]", after))
    )

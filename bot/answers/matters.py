"""What articles tell in phrases of their own: deadlines, disagreements, the last time and more."""

import re
from typing import NamedTuple

from bot.corpus.patterns import pattern


class Matter(NamedTuple):
    """What asks for it, what tells it, and words of which one stands in whatever tells it.

    `frame` are words that only ask for it. Names may stand in the sentences before one that has
    `leans`: "the two sides remain far apart". What else is asked stands `within` the phrase that
    tells it: "the first visit since". It is told `of` the first name; with `only_of`, of no other,
    and only where no place is named; with `no_people`, only of what is nobody's name. As one of
    the `sides` a country stands for its head, and the other way round. Where it is `needed`, what
    does not tell it is doubted.
    """

    asks: re.Pattern[str]
    tells: re.Pattern[str]
    words: str
    frame: re.Pattern[str]
    leans: re.Pattern[str] | None = None
    within: bool = False
    of: bool = False
    only_of: bool = False
    no_people: bool = False
    sides: bool = False
    needed: bool = True


def _phrase(text: str) -> re.Pattern[str]:
    return pattern(text, re.IGNORECASE)


_DATED = (
    r"(?:the (?:end|start|beginning|middle) of|(?:early|mid|late)\b|next|this|the (?:spring|summer"
    r"|autumn|fall|winter)|noon|midnight|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d|jan|feb|mar"
    r"|apr|may\b|june?\b|july?\b|aug|sep|oct|nov|dec|tomorrow|tonight)"
)
_PUNISHED = (
    r"(?:sanction(?:s|ed)?|punish(?:es|ed|ment)?|penal(?:ty|ties|i[sz]ed)|fine[sd]?|arrest(?:s|ed)?"
    r"|jailed|imprisoned|bann?(?:ed)?|charged|convicted|sentenced|fired|dismissed|sacked|suspended"
    r"|accused|expelled|blacklisted)"
)
_OUTLET = (
    r"(?:(?:news )?agency|(?:news)?paper|outlet|broadcaster|channel|publication|magazine|station"
    r"|(?:web)?site|journal|daily)"
)
# No last one of several, but a time: "last year".
_A_TIME = (
    r"(?:year|month|week|night|summer|winter|spring|autumn|fall|\w+day|jan|feb|mar|apr|may|jun|jul"
    r"|aug|sep|oct|nov|dec)"
)
_BOTH = _phrase(
    r"\b(?:the two|both|(?:two|all|the) sides|the parties|they|their|each other|one another"
    r"|the (?:\w+ )?(?:countries|nations|neighbou?rs|leaders))\b"
)
_THE_SAME = _phrase(r"^\W*(?:the|th(?:is|ese|ose|ey)|it)\b")
_ONE_PERSON = _phrase(r"\b(?:he|she)\b")

DEADLINE = Matter(
    _phrase(
        r"\b(?:deadline|ultimatum)\b|^(?:by|until|till) when\b"
        r"|\btime\b.*\brun(?:s|ning)? out\b"
        r"|^how (?:long|much time) (?:do|does|did|will|has|have|had)\b.*\b(?:(?:have|had|got"
        r"|left|get)\b(?: (?:to|before|until)\b.*)?\W*$|(?:give|hand)\b)"
        r"|^how (?:long|much time) (?:is|are|was|were)\b.*\b(?:given|getting|left)\b"
    ),
    _phrase(
        rf"\b(?:until|till|by|before|no later than) {_DATED}|\bto the end of\b"
        r"|\bdeadline|\bultimatum|\bexpir(?:e|es|ed|y)\b"
        r"|\bwithin (?:\w+[ -])?(?:hours?|days?|weeks?|months?|years?)\b"
    ),
    "until till by before later deadline ultimatum within expire end",
    _phrase(
        r"according|deadlines?|ultimatum|time|run(?:s|ning)?|long|much|left|g[ia]ve[ns]?"
        r"|get(?:s|ting)?|got|set"
    ),
    sides=True,
)
DISAGREEMENT = Matter(
    _phrase(
        r"^(?:what|which|where|on (?:what|which)|over what)\b.*\b(?:disagree|differ"
        r"|argu(?:e|ing)|quarrel(?:l?ing)?|at odds|far apart|divided|sticking points?"
        r"|stumbling blocks?|unresolved"
        r"|(?:can['’]?t|cannot|unable|fail)\b.*\b(?:settle|agree))\b|\bsee eye to eye\b"
        r"|^what (?:divides|separates)\b"
    ),
    _phrase(
        r"\b(?:far|wide|further|poles) apart\b|\bdisagree\w*|\bat odds\b"
        r"|\b(?:divided|differ(?:s|ed|ences)?|disputes?|split|no agreement) (?:on|over|about)\b"
        r"|\bsticking points?\b|\bstumbling blocks?\b|\bunresolved\b|\bmatter of dispute\b"
        r"|\bargu\w+ (?:over|about)\b"
        r"|\b(?:can['’]?t|cannot|could not|unable to|failed to) agree\b"
    ),
    "apart disagree odds divided differ differences dispute point block unresolved agreement argue"
    " split agree",
    _phrase(
        r"still|yet|disagree\w*|differ\w*|argu\w+|quarrel\w*|odds|far|apart|settled?|agreed?"
        r"|divide\w*|points?|issues?|blocks?|unresolved|eye|separat\w+|sticking|stumbling"
    ),
    leans=_BOTH,
    sides=True,
)
# Told by what would be the first since.
LAST_TIME = Matter(
    _phrase(
        rf"^(?:when|what year|in (?:what|which) year|how long ago)\b.*\b(?:last\b(?! {_A_TIME})"
        r"|(?:previous|latest|most recent)(?:ly)?\b)|^(?:when was |what was )?(?:the )?last time\b"
    ),
    _phrase(
        r"\bfirst\b.*?\b(?:since|in (?:more than |over )?(?:\w+ )?(?:years|decades|months))\b"
        rf"|\b(?:previous|most recent|last (?!{_A_TIME})).{{0,60}}"
    ),
    "first since last previous recent",
    _phrase(
        r"last|latest|previous\w*|recent\w*|long|ago|since|time|held?|holding|take|place|years?|set"
    ),
    leans=_BOTH,
    within=True,
    sides=True,
)
PUNISHMENT = Matter(
    _phrase(
        rf"^why (?:is|are|was|were|has|have|did|do|does)\b.*\b{_PUNISHED}\b"
        r"|^what (?:is|are|was|were)\b.*\b(?:accused|suspected|charged|convicted|guilty)"
        r"(?: (?:of|with|for))?\W*$"
    ),
    _phrase(
        rf"\b(?!sanctions|penalt){_PUNISHED}\b[^.;]{{0,50}}\b(?:for|over|because of|due to"
        r"|in (?:response|reaction) to|on (?:charges|suspicion) of|after)\b"
        r"|\b(?:accused|suspected|suspicion|convicted|guilty) of\b|\bcharged\b[^.;]{0,50}\bwith\b"
    ),
    "sanction punish penalty fine arrest jail imprison ban charge convict sentence fire dismiss"
    " sack suspend accuse expel blacklist suspect suspicion guilty",
    _phrase(
        r"impos\w+|under|place|set|put|take|accus\w+|suspect\w*|charged?|convict\w*|guilty|found"
    ),
    leans=_phrase(r"^\W*s?he\b"),
    sides=True,
)
# Where one goes from there is told by what they do before they go.
NEXT_STOP = Matter(
    _phrase(
        r"^where\b.*\b(?:go|going|goes|travel(?:l?ing|s)?|head(?:ing|ed|s)?|fly|flying|off)\b.*"
        r"\b(?:after(?:wards)?|once|next|then|from there)\b"
    ),
    _phrase(
        r"\bbefore\b.{0,40}\b(?:heads?|travels?|goes|flies|flying|leav(?:es|ing)|going)\b"
        r"|\ben route to\b|\bon (?:his|her|their|its|the) way to\b"
        r"|\b(?:then|later|afterwards?)\b.{0,20}\b(?:go|travel|fly|head|leave)\b|\bheads? on to\b"
    ),
    "before route way then later afterward afterwards head",
    _phrase(
        r"go(?:es|ing)?|travel\w*|head\w*|fly\w*|off|after\w*|once|next|then|meet\w*|summit|talks?"
        r"|done|see\w*|visit\w*|trip"
    ),
    only_of=True,
)
TWEET = Matter(
    _phrase(r"\btweet(?:ed|s)?\b"),
    _phrase(r"\btweet\w*\b"),
    "tweet",
    _phrase(r"tweet\w*|sa(?:y|id)"),
    leans=_ONE_PERSON,
    needed=False,
)
# To whom somebody spoke.
TOLD = Matter(
    _phrase(
        rf"^(?:which|what) (?:[\w-]+ )?{_OUTLET}\b.*\b(?:talk(?:ed|ing)?|sp(?:eak|oke)|told|tell"
        r"|interview\w*)\b"
    ),
    _phrase(rf"\b(?:told|tells|interview\w*|spoke (?:to|with)|speaking to)\b.*\b{_OUTLET}\b"),
    "told tell interview spoke speak",
    _phrase(rf"{_OUTLET}|news|talk\w*|sp(?:eak|oke)|t[eo]ll?d?|interview\w*"),
)
# Whether somebody was among those who took part.
MEMBERSHIP = Matter(
    _phrase(
        r"^(?:is|are|was|were)\b.*\b(?:part of|involved in|members? of|among|included in)\b"
        r"|^(?:did|do|does|has|have)\b.*\b(?:tak(?:e|en) part in|participated? in|belong to)\b"
    ),
    _phrase(r"\b(?:includ\w+|members?|part of|took part|involved|participa\w+|join\w+|among)\b"),
    "include member part involve participate join among",
    _phrase(r"part|involv\w+|members?|includ\w+|tak\w+|participat\w+|belong\w*"),
    leans=_THE_SAME,
    of=True,
    needed=False,
)
POPULATION = Matter(
    _phrase(
        r"^how many (?:people|residents|inhabitants|souls)\b(?: live| are there)?(?: in| on)\b"
        r"|\bpopulation of\b|['’]s? population\b"
    ),
    _phrase(
        r"\d[\d.,]*(?: (?:million|thousand|billion))? (?:inhabitants|residents|citizens|souls"
        r"|people (?:live|who live|living))\b|\bpopulation (?:of|is|was|has)\b"
        r"|\b(?:home to|inhabited by)\b.{0,30}\d"
    ),
    "inhabitants residents citizens souls live population home inhabited",
    _phrase(r"people|residents?|inhabitants?|souls?|live[sd]?|living|population|many"),
    leans=_phrase(r"\b(?:there|it|which)\b"),
    of=True,
)
# How an event went that has a name; that of people may be one still to come.
OUTCOME = Matter(
    _phrase(
        r"^(?:did|was|were|had|have|has|is|are)\b.*\b(?:succe\w+|fail\w*|(?:work|pan)(?:ed)? out"
        r"|fruitful|fruitless|productive|flop|go well|come off|break down|collapse\w*"
        r"|fall (?:apart|through))\b"
        r"|^(?:did|have|has)\b.*\b(?:bring|yield|produce|achieve|lead to|have|had|get)\b.*"
        r"\b(?:results?|outcome|anything)\b"
        r"|^how did .* (?:go|end|turn out)\W*$|^what (?:came|became) of\b"
    ),
    _phrase(
        r"\b(?:fail\w*|collaps\w*|fruitless\w*|defunct|broken? (?:down|off)|breakdown"
        r"|fell (?:apart|through)|fail to agree|walk(?:ed|ing) (?:away|out)"
        r"|without (?:an? |any )?(?:agreement|deal|result|accord|breakthrough)"
        r"|no (?:agreement|deal|results?|accord|breakthrough)|succe\w+|breakthrough|stall\w*"
        r"|deadlock\w*|stalemate|came to nothing|abortive|inconclusive|productive|abandoned"
        r"|led to|result(?:ed|s) in|ended (?:in|with)|yielded|produced|brought about"
        r"|unsuccessful\w*)\b"
    ),
    "fail failed collapse fruitless defunct break broken breakdown fell without no succeed success"
    " breakthrough stall deadlock stalemate nothing abortive inconclusive productive abandon"
    " unsuccessful walk failure led lead result end yield produce",
    _phrase(
        r"succe\w+|fail\w*|work\w*|pan(?:ned)?|fruit\w+|productive|flop|go|went|well|come|came|break"
        r"|collapse\w*|fall|apart|ended?|turn\w*|big|last|first|became|bring|yield|produce|achieve|lead"
        r"|results?|outcome|anything|talks?|summits?|meetings?"
        r"|process|negotiations?|out|off|down|through"
    ),
    of=True,
    no_people=True,
)
# Whether somebody is still alive.
DEATH = Matter(
    _phrase(
        r"^(?:is|are|was|were)\b.*\b(?:dead|alive|deceased|living)\W*$|^(?:did|has|have) .*"
        r" (?:die|died|passed? away)\W*$"
    ),
    _phrase(
        r"\blate (?:\w+ )?(?:father|mother|wife|husband|son|daughter|brother|sister|uncle|aunt"
        r"|president|leader|king|queen|premier|minister|founder|dictator|grand\w+|chairman)\b"
        r"|\bdied\b|\bdead\b"
        r"|\bdeath of\b|['’]s? death\b|\bdeceased\b|\bpassed away\b|\b(?:was|were|been) (?:killed"
        r"|murdered|shot dead|assassinated|executed)\b|\balive\b"
    ),
    "late die died dead death deceased pass kill murder shot assassinate execute alive",
    _phrase(r"dead|alive|deceased|living|die[ds]?|passed?|away|still"),
    of=True,
)
# What is left open, by name or without one.
UNKNOWN = Matter(
    _phrase(
        r"^(?:what|which)\b.*\b(?:unclear|unknown|undecided|missing(?= (?:from|in)\b|\W*$)"
        r"|left (?:out|open)|leaves? (?:out|open)"
        r"|omit(?:s|ted)?|not (?:yet )?(?:been )?(?:known|clear|announced|decided|confirmed|settled"
        r"|disclosed|said|say|mention(?:ed)?|specif(?:y|ied)|give|given|include[ds]?))\b"
        r"|^what\b.*n['’]t (?:yet )?(?:known|say|mention|specify|give|disclose|include)\b"
    ),
    _phrase(
        r"\b(?:no|neither|nor|without an?)\b[^,;:.]{0,30}\b(?:dates?|locations?|places?|venues?"
        r"|details?|times?|word|comment|names?|figures?|reasons?|agenda)\b|\bunclear\b|\bunknown\b"
        r"|\bun(?:decided|disclosed|specified|confirmed|certain)\b|\byet to (?:be )?\w+ed\b"
        r"|(?:\bnot|n['’]t)\b[^,;:.]{0,20}\b(?:announce\w*|disclose\w*|specif\w+|known|confirm\w*"
        r"|decide\w*|sa(?:y|id)|clear|mention\w*|give\w*|elaborat\w*|comment\w*)\b"
        r"|\bdeclined? to\b|\bremains? open\b|\bas soon as\b"
    ),
    "no neither nor without unclear unknown undecided undisclosed unspecified unconfirmed uncertain"
    " yet not decline open soon",
    _phrase(
        r"unclear|unknown|undecided|missing|left|leaves?|out|open|omit\w*|not|yet|known|clear|say|said"
        r"|announced|decided|confirmed|settled|disclosed|mention\w*|specif\w*|give[ns]?|include\w*"
        r"|details?|thing|still|remain\w*|point|questions?|information"
    ),
    sides=True,
    needed=False,
)
MATTERS = (
    POPULATION,
    UNKNOWN,
    OUTCOME,
    DEATH,
    DEADLINE,
    DISAGREEMENT,
    LAST_TIME,
    PUNISHMENT,
    NEXT_STOP,
    TWEET,
    TOLD,
    MEMBERSHIP,
)

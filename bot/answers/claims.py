"""What somebody is told to claim, asked as the question whether it is so."""

import re

from bot.corpus.patterns import pattern

_AMONG_US = r"(?: (?:here|in (?:the |this |our )?(?:chat|channel|thread|server|group|forum)))?"
_SOMEBODY = (
    r"(?:(?:an?|one|some|another|this|that|my|our) (?:\w+ )?(?:user|member|friend|guy|person|poster"
    r"|mod|moderator|commenter|redditor|colleague|mate|buddy|brother|sister|dad|mum|mom|uncle"
    r"|teacher|boss|people)s?|some(?:one|body)|people|everyone|everybody|they|i|we)"
)
_CLAIMS = (
    r"(?: (?:just|also|keeps?|kept|still))?"
    r" (?:say(?:s|ing)?|said|claim(?:s|ed|ing)?|insist(?:s|ed|ing)?|argu(?:es?|ed|ing)|swears?"
    r"|swore|think(?:s|ing)?|thought|believes?|heard?|hears|reads?|saw|(?:told|tells) (?:me|us)"
    r"|wr(?:ites|ote)|post(?:s|ed)|is (?:saying|claiming|convinced|sure)"
    r"|are (?:saying|claiming)|(?:was|were|am|are|been) told|['’]?(?:ve|s) (?:heard|read))"
)
_CLAIM = pattern(
    rf"^(?:{_SOMEBODY}{_AMONG_US}{_CLAIMS}(?: somewhere| online)?{_AMONG_US}(?: that\b|:)?"
    r"|(?:is|was) it (?:(?:really|actually) )?(?:true|right|correct|the case|a fact) that\b"
    r"|(?:please )?(?:fact[- ]?check|verify|check)(?: (?:this|that|whether|if))?\b:?"
    r"|true or false\b:?"
    r"|(?:(?:we|some of us) are )?(?:argu|debat|disagree)ing (?:about|over) whether\b"
    r")[\s,]+(?P<what>.+)",
    re.IGNORECASE | re.DOTALL,
)
_IS_IT_SO = pattern(
    r"[\s,.;:!?–—-]+(?:and |but |so )?(?:(?:is|was) (?:that|this|it|he|she|the claim)(?: really"
    r"| actually)? (?:right|true|correct|so|accurate|the case|a fact|fake(?: news)?)"
    r"|(?:true|correct|right)(?: or (?:false|not|wrong))?|fact or fiction|really|yes or no"
    r"|(?:is|are|was|were|did|does|do|has|have|had|will|can|could|would)(?:n['’]t)?"
    r" (?:he|she|it|they|that|there)"
    r"|(?:do|does) (?:the |any |your )?(?:articles?|sources?|news|reports?|outlets?)"
    r" (?:really |actually )?(?:(?:back|bear) (?:that|this|it|them|him|her) (?:up|out)"
    r"|(?:say|tell|confirm|support|report|agree)(?: (?:so|that|this|it|with .{1,20}))?)"
    r"|(?:can|could) (?:you|any(?:one|body)|some(?:one|body)) (?:confirm|check|verify)"
    r"(?: (?:that|this|it))?"
    r"|any (?:truth|source|proof|evidence)(?: (?:to|for|of|in) (?:that|this|it))?"
    r"|what do (?:the |your )?(?:articles|sources) say)\s*[?!.]*$",
    re.IGNORECASE,
)
_QUOTED = pattern(r"^[\"“”'‘’]+(?P<what>.+?)[\"“”'‘’]+[.?!]*$", re.DOTALL)
# The word that a question begins with; none before it ends what is spoken of.
_AUXILIARY = pattern(
    r"^(?P<who>(?:[^\s,;:]+ ){1,8}?)"
    r"(?P<aux>is|are|was|were|has|have|had|will|would|can|could|should|must|does|do|did|ca|wo)"
    r"(?:n['’]t\b| not\b|\b)(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_WHOLE = {"ca": "can", "wo": "will"}
# A claim has at least so many words.
_FEWEST = 3
_ASKS = pattern(
    r"^(?:and |so |but )?(?:who|whom|whose|what|when|where|why|how|which|is|are|was|were|has|have"
    r"|had|will|would|can|could|should|do|does|did)\b",
    re.IGNORECASE,
)


def as_question(text: str) -> str:
    """Return what is asked where somebody wants a claim checked: "a user says it rained, true?".

    That is "did it rained": whether it is denied there makes no difference to what tells of it. A
    line that has no claim in it is returned as it is.
    """
    claim = _CLAIM.match(text)
    what = claim["what"] if claim else text
    bare = _IS_IT_SO.sub("", what)
    if (claim is None and bare == what) or _ASKS.match(bare):
        return text
    quoted = _QUOTED.match(bare)
    bare = (quoted["what"] if quoted else bare).strip(' "“”,.;:!?')
    if len(bare.split()) < _FEWEST:
        return text
    found = _AUXILIARY.match(bare)
    if found is None:
        return f"Did {bare}?"
    auxiliary = _WHOLE.get(found["aux"].lower(), found["aux"]).capitalize()
    return f"{auxiliary} {found['who'].strip()}{found['rest']}?"

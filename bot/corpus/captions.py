"""How captions and credits of pictures give themselves away, whatever the outlet."""

import re

_I = re.IGNORECASE
_PICTURE = (
    r"(?:image|photo(?:graph)?|picture|illustration|graphic|video|infographic|credit|caption)s?"
)
_LABEL = re.compile(
    r"^[(\[]?(?:(?:cover|lead|file|featured?|main|top|banner|stock|undated|handout)\s+)?"
    rf"(?:{_PICTURE}(?:\s+(?:credit|source|caption|by|courtesy))?\s*(?:[:|]|\s/\s|/(?-i:[A-Z]))"
    r"|(?:image|photo|picture|video|media)\s+(?:credit|source|caption)s?\s*,"
    r"|pictured(?:\s+(?:above|below|left|right))?:|caption\s+id="
    r"|(?:figure|fig\.|table|chart|map|graph)\s*(?:\d+\s*[.:]|:))",
    _I,
)
_NAME = r"[A-Z][\w.'’&-]*"
_LAST = r"[A-Z](?:[\w.'’&-]*\w)?"
_BY_NAME = re.compile(
    rf"^(?i:{_PICTURE})\s+(?i:by|courtesy of)\s+{_NAME}"
    rf"(?:[ ,/|]+(?:and |for |of |the )?{_NAME})*\.?$"
)
_COUNTED = re.compile(r"^\[\d{1,3}\s?(?:/|of)\s?\d{1,3}\]")
_BEFORE_ONE = re.compile(
    r"^(?:\d{1,3} ?(?:of|/) ?\d{1,3}|(?:view|open|enlarge|expand|zoom) (?:this )?"
    r"(?:image|photo|picture)\b.{0,25})$",
    _I,
)

# No full stop may follow: a sentence that ends with a bracket has one there.
_CREDIT_AT_END = re.compile(
    r"[(\[](?:"
    r"(?i:(?:file|stock|courtesy|handout|archive|undated)?\s?(?:photo(?:graph)?|image|picture|pic)s?"
    r"(?:\s(?:by|courtesy|credit|via|from)\b[^()\[\]]*|\s?[:/][^()\[\]]*)?|handout)"
    rf"|(?:{_NAME} )+{_NAME}\s?/\s?[A-Z][^()\[\]]*|{_NAME}\s?/\s?{_NAME} [A-Z][^()\[\]]*"
    r"|[^()\[\]]*(?:\bImages\b|, [Ff]ile\b|\b[Hh]andout\b|\b[Pp]hoto(?:graph)?[:/ ])[^()\[\]]*"
    r")[)\]]$"
    r"|(?:^|[.!?…)\]\"”’]\s)(?i:photo(?:graph)?|picture|image|illustration|composite|credit)s?"
    r"(?: (?:credit|by))?: [^.]{2,80}\.?$"
    rf"|\s/\s?(?:[A-Z]{{2,4}}|{_NAME} Images)$"
    rf"|(?:^|\s)[A-Z]{{2,}}/{_NAME} {_LAST}(?:/[\w ]+)?$"
    rf"|[.!?…]\s{_NAME}(?: {_NAME}){{1,2}}/[A-Z](?:[\w ./&-]*\w)?$"
    rf"|\bvia (?:{_NAME} ){{0,3}}{_LAST}$"
)
_LONGEST = 80


def is_caption(block: str) -> bool:
    """Whether a block is the caption or the credit of a picture."""
    if _LABEL.match(block) or _COUNTED.match(block) or _BY_NAME.match(block):
        return True
    return len(block.split()) <= _LONGEST and bool(_CREDIT_AT_END.search(block))


def announces_caption(block: str) -> bool:
    """Whether a block is a gallery's counter or button, after which a caption comes."""
    return bool(_BEFORE_ONE.match(block))

"""Wording by which page furniture gives itself away, whatever the outlet."""

import re

_I = re.IGNORECASE


def _any_of(*alternatives: str) -> str:
    return "(?:" + "|".join(alternatives) + ")"


_CAPTION_LABEL = re.compile(
    r"^[(\[]?(?:(?:cover|lead|file|featured?|main|top|banner|stock|undated|handout)\s+)?"
    r"(?:image|photo(?:graph)?|picture|illustration|graphic|video|credit|caption|infographic)s?"
    r"(?:\s+(?:credit|source|caption|by))?\s*(?:[:|/]|\bby\b)",
    _I,
)
_CAPTION_CREDIT = re.compile(
    r"[(\[][^()\[\]]*"
    r"(?:\b[Pp]hoto(?:graph)?\b|\bPHOTO\b|\bImages\b|, [Ff]ile\b|\b[Hh]andout\b)"
    r"[^()\[\]]*[)\]]\.?$"
    r"|\s/\s?(?:[A-Z]{2,4}|[A-Z]\w+ Images)$|\bvia (?:AP|AFP|Reuters|Getty Images)$"
)

_PUBLISHED = r"(?:publish|appear|produc|translat|written|reproduc|republish|update|syndicat)"
_AT_START = re.compile(
    r"^(?:[•·»>*|–—-]+\s*)?"
    + _any_of(
        # what the reader is told to do
        r"click (?:here|to|on|below)",
        r"tap (?:here|to)",
        r"sign[ -]?(?:up|in)\b",
        r"subscribe\b",
        r"log ?in\b",
        r"register (?:now|here|for|to)",
        r"follow (?:us|me|@|\S+ on (?:twitter|facebook|instagram|x)\b)",
        r"manage (?:your |my )?(?:newsletter|subscription|preference|cookie|account)",
        r"download (?:the|our|now)",
        r"install (?:the|our)",
        r"enter your",
        r"donate (?:now|today|here|to)",
        r"become a (?:member|subscriber|patron)",
        r"support (?:our|us)\b",
        r"join (?:us|the (?:conversation|disc))",
        r"please (?:enter|read our|sign|log|subscribe|share|support|consider|follow|click|visit)",
        r"please (?:note that this|e-?mail|contact|send|enable|wait|try again|check your)",
        # sharing and comments
        r"share (?:this|on|via)\b",
        r"share(?::|$)",
        r"(?:print|e-?mail|save|tweet) this",
        r"copy link",
        r"(?:view|hide) (?:all |more )?comments",
        r"\d+ comments?$",
        r"comments? ?(?:\(\d+\)|$)",
        r"(?:leave|post|add) a (?:reply|comment)",
        r"your (?:e-?mail|name|comment)\b",
        # ways to other pages
        r"read (?:more|next|also|on|the full|full|our)\b",
        r"(?:also read|see also|see our|find us on|visit us)",
        r"more (?:on this|from|stories)\b",
        r"related(?::| (?:stor|article|topic|content|coverage|link))",
        r"recommended(?::| for you| stor|$)",
        r"trending\b.{0,20}$",
        r"most (?:read|popular|viewed)\b",
        r"you (?:may|might) (?:also )?(?:like|be int)",
        r"don['’]t miss",
        r"(?:story|article) continues",
        r"continue reading",
        r"skip (?:to|ad|advert)",
        r"(?:jump to|back to (?:top|the top)|load more)",
        r"show (?:more|less|comments)",
        r"for more (?:articles|stories|news|information|on this|coverage)\b",
        r"watch(?::| (?:now|live|the video|more))",
        r"listen (?:to this|now|:)",
        r"(?:photo gallery|gallery:)",
        r"in pictures(?::|$)",
        r"(?:tags?|topics?|category|categories):",
        r"filed under",
        # newsletters, tips, contact
        r"get [\w' ’-]{0,45}(?:newsletters?|in your inbox|to your inbox|our app|alerts?)\b",
        r"newsletters?$",
        r"breaking news alerts?",
        r"already (?:a (?:sub|mem)|have an acc)",
        r"not a (?:subscriber|member)",
        r"(?:have|got) a (?:tip|story|question|news tip)",
        r"to contact (?:the|us)\b",
        r"contact (?:us\b|the (?:reporter|editor|author|newsroom|writer))",
        # advertisements, rights, terms
        r"(?:advertisement|sponsored)\b",
        r"(?:all )?(?:content )?copyright\b",
        r"(?:©|\(c\) ?\d{4})",
        r"all rights reserved",
        r"terms (?:of (?:use|service)|and cond)",
        r"privacy (?:policy|notice)",
        r"cookie (?:policy|settings|notice)",
        r"(?:we|this (?:web)?site) uses? cookies",
        r"accept (?:all )?cookies",
        r"by (?:signing up|clicking|subscribing|continuing)",
        rf"this (?:article|story|report|piece|post|material) (?:was|is|has been|may not|first"
        rf"|originally|appeared)\b.{{0,60}}{_PUBLISHED}",
        r"(?:first|originally) published (?:on|by|in|at)",
        r"(?:the )?(?:views|opinions) expressed",
        r"disclaimer\b",
        r"our standards",
        r"(?:image )?source:.{0,60}$",
        r"(?:\S+ ){1,6}is (?:a registered trademark|not responsible for the content)",
    ),
    _I,
)
_ANYWHERE = re.compile(
    _any_of(
        r"all rights reserved",
        r"reprint permission",
        r"comment(?:s|ing)? policy",
        r"copyright ?(?:©|\(c\)|\d{4})",
        r"©",
        r"(?:sign up|subscribe)\b[^.]{0,60}\bnewsletter",
        r"\bterms of (?:use|service)\b",
        r"privacy policy",
        r"\bclick here\b",
        r"\b(?:our|my) (?:free |daily |weekly )*newsletters?\b",
    ),
    _I,
)
_EMAIL_LINE = re.compile(
    r"(?:contact|e-?mail|write to|tips?|reach|follow)\b.*\S+@\S+\.\w+|^\S+@\S+\.\w+[.;,]?$", _I
)
_LINK_ONLY = re.compile(r"^(?:https?://|www\.)\S+$|^(?:@\w+|#\w+)(?:\s+[@#]\w+)*$", _I)
_NO_WORDS = re.compile(r"^[\W_]+$")

_CREDIT_LINE = re.compile(
    r"^[(\[—–*-]*\s*(?:"
    r"(?:reporting|editing|writing|compiled|edited|written|translated)\b.{0,25}\bby\b"
    r"|(?:additional|further|with) (?:reporting|editing|writing|research|files|assistance"
    r"|translation|contributions?)\b.{0,25}\b(?:by|from)\b)"
    r"|\bcontributed (?:reporting )?(?:to|from)\b.{0,40}$|\bcontributed reporting\b",
    _I,
)

_LONG = 45


def is_caption(block: str) -> bool:
    """Whether a block is the caption or the credit of a picture."""
    words = len(block.split())
    if _CAPTION_LABEL.match(block):
        return True
    return words <= 80 and bool(_CAPTION_CREDIT.search(block))


def is_boilerplate(block: str) -> bool:
    """Whether a block or a sentence is there for the page, not for the story."""
    if _NO_WORDS.match(block) or _LINK_ONLY.match(block):
        return True
    if len(block.split()) > _LONG:
        return False
    return bool(_AT_START.match(block) or _ANYWHERE.search(block) or _EMAIL_LINE.search(block))


def is_credit_line(block: str) -> bool:
    """Whether a block says who else reported, wrote or edited."""
    return len(block.split()) <= _LONG and bool(_CREDIT_LINE.search(block))

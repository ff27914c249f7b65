"""Wording by which page furniture gives itself away, whatever the outlet."""

import re

from bot.corpus.blocks import SPEECH, STOPS

_I = re.IGNORECASE


def _any_of(*alternatives: str) -> str:
    return "(?:" + "|".join(alternatives) + ")"


_PIECE = r"(?:live ?blog|article|story|post|page|piece|report|interview|video|feature)"
_MARK = r"^(?:[•·»>*|←→–—-]+\s*)?"

# Words no story starts a sentence with.
_NEVER_STORY = re.compile(
    _MARK
    + _any_of(
        r"click (?:here|to|below)\b",
        r"(?:sign up|subscribe|log ?in)(?:[.!]?$| (?:to|for|now|here|today|or|with|and get)\b)",
        r"sign in(?:[.!]?$| (?:to|or|with)\b)",
        r"manage (?:your |my )?(?:newsletter|subscription|preference|cookie|account)",
        r"enter your (?:e-?mail|name|comment|zip|postcode|details)",
        r"share (?:this|on|via)\b",
        r"share(?::|$)",
        r"copy link",
        r"read (?:more|next|also)\b",
        r"read (?:the|our) full\b",
        r"(?:also read|see also)(?::|$| [|>])",
        r"(?:related|recommended|more|watch|listen|gallery|in pictures|tags?|topics?|category"
        r"|categories|filed under|explore|don['’]t miss)(?: \w+)?:",
        r"(?:whatsapp|tweet|phone|text)(?: us)?: ?[+@\d]",
        r"(?:correction|clarification|editor['’]s note|disclosure)s?(?: \([^)]*\))?:",
        r"(?:privacy|cookie) (?:policy|notice|settings)(?::|$)",
        r"(?:©|\(c\) ?\d{4}|copyright (?:©|\(c\)|\d{4})|copyright$)",
        r"all rights reserved(?:[.,;]|$)",
        r"(?:advertisement|sponsored)(?:$| ?[·:|–—-]| (?:content|post|links?)\b)",
        r"comments? ?(?:\(?\d+\)?$|\(\d+\)|$)",
        r"\d+ (?:comments?|replies)$",
        r"skip (?:to (?:main|content|navigation|footer|the)|ad|advert)\b",
        r"(?:continue reading|scroll (?:(?:down|back|up) )*(?:to|for)\b)",
        r"(?:load more|back to (?:the )?top)$",
        r"your e-?mail (?:address )?will\b",
        r"required fields",
        r"we (?:use|set) (?:\w+ )?cookies",
        r"we and our (?:\d+ )?(?:selected )?partners",
        r"(?:bookmark|\[?opens in)\b.{0,20}(?:permalink|new (?:window|tab))",
        r"like (?:this:|loading)",
        r"proudly powered by",
        r"view all posts",
    ),
    _I,
)
# Words that ask something of the reader, unless the sentence reports what somebody said.
_ASKS = re.compile(
    _MARK
    + _any_of(
        r"we value your privacy",
        r"tap (?:here|to (?:read|see|watch|play|share|open|expand))\b",
        r"(?:print|e-?mail|save|tweet) this(?: article| story| page)?$",
        r"(?:see our|find us on|visit us)\b",
        r"register (?:now|here|for (?:free|our)|to (?:read|continue|comment|access|join))",
        r"follow (?:(?-i:us|Us)\b|me\b|@|\S+ on (?:twitter|facebook|instagram|x)\b|.*https?://)",
        r"(?:follow|find|visit) [\w .’']{1,40}\bon (?:twitter|facebook|instagram|x)\b",
        r"follow our\b",
        r"download (?:the|our) (?:free )?(?:app|\w+ app)\b",
        r"install (?:the|our)",
        r"donate (?:now|today|here)",
        r"become a (?:member|subscriber|patron)",
        r"support (?:our (?:work|journalis|report|newsroom|mission)|(?-i:us)\b)",
        r"(?:fund|support) [\w ]{0,20}\bjournalism\b",
        r"join (?:(?-i:us)\b|our\b|the (?:conversation|discussion|debate))",
        r"please (?:enter|read our|sign (?:up|in)|log in|subscribe|share|support us)",
        r"please (?:consider|follow)\b",
        r"please (?:click|visit|note that this|e-?mail|contact|send (?:us|your)|enable|turn on)",
        r"please (?:try again|check your|include|report any)",
        r"(?:view|hide|show) (?:all |more )?comments",
        r"(?:leave|post|add) a (?:reply|comment)",
        r"read on\b",
        r"more (?:on this|stories)\b|more from [^.]{1,40}$",
        r"most (?:read|popular|viewed)(?:$| (?:in|on) \w+$| (?:stories|articles|news|today|now)\b)",
        r"trending\b[^.]{0,20}$",
        r"you (?:may|might) (?:also (?:like|enjoy)|like:|(?:also )?be interested in)",
        rf"(?:{_PIECE}|advert) continues",
        r"show (?:more|less)",
        r"for (?:more|the latest)\b.{0,60}\b(?:visit|follow|click|see|go to|subscribe|sign up)\b",
        r"for more (?:articles|stories|news|on this|coverage)\b",
        r"watch (?:now|live|the video|more)\b[^.]*$",
        r"listen (?:to this|now)",
        r"get [\w' ’-]{0,45}(?:newsletters?|in your inbox|to your inbox|our app|alerts?)\b",
        r"(?:[\w' ’-]{1,30} )?newsletters?$",
        r"breaking news alerts?",
        r"already (?:a (?:subscriber|member)\?|have an account)",
        r"not a (?:subscriber|member)(?: yet)?\?",
        r"(?:have|got) (?:a|any) (?:news )?(?:tips?|story|stories)\b",
        r"to contact (?:the|us)\b",
        r"contact (?-i:us)\b|contact the (?:reporter|editor|author|newsroom|writer)",
        r"terms (?:of (?:use|service)|and cond)[^.]{0,40}$",
        r"accept (?:all )?cookies",
        r"by (?:signing up|clicking|subscribing|continuing to|using this)",
        rf"(?:this|our) {_PIECE} (?:is|was) (?:more than|over) \d+ \w+ old",
        rf"\(?this (?:\w+ \d+ )?{_PIECE} (?:was|is|has been) (?:\w+ )?"
        r"(?:amended|corrected|updated|refiled|modified|clarified|closed|syndicated|supplied)",
        r"this (?:article|story|post|text) (?:was|is|has been|may not) (?:\w+ )?"
        r"(?:produced|translated|written|reproduced|republished|appear|be \w+|published)",
        rf"this {_PIECE} was (?:first|originally) (?:published|posted|broadcast)",
        rf"this {_PIECE} (?:first |originally )+(?:appeared|ran)",
        rf"a version of this {_PIECE} (?:appear|was|ran)",
        r"you (?:need|have) to (?:be|become) a (?:subscriber|member)",
        rf"(?:an earlier|a previous) version of (?:this|our) (?:\w+ )?{_PIECE}",
        r"\((?:adds|updates|refiles|recasts|corrects|rewrites|writes through)\b",
        r"(?:first|originally) published (?:on|by|in|at)\b[^.]{0,60}\.?$",
        r"(?:the )?(?:views|opinions) expressed\b.*\b(?:own|author|writer|necessarily)",
        r"disclaimer$",
        r"our standards\b",
        r"(?:image )?source:[^.]{0,60}$",
        r"(?:\S+ ){1,6}is not responsible for the content",
        r"i hope you (?:appreciated|enjoyed|found)",
        r"(?:if you )?enjoyed this\b|if you (?:enjoyed|liked|like) (?:this|what|my|our)\b",
        r"before you (?:go|move on),",
        r"thank(?:s| you) for (?:reading|subscribing|signing up|your (?:support|comment))",
        r"have you been affected by",
        r"(?:to play this|your browser|you need to enable)\b",
        r"something went wrong",
        r"we use your (?:sign-up|data|e-?mail)",
        r"(?:this|our) (?:\w+ )?(?:web)?site (?:uses cookies|and associated)",
        r"notify me of",
        r"this entry was posted|posted (?:on|in|by|at)\b[^.]*$",
        r"all quotes delayed",
        r"if you have a (?:complaint|question|comment) about",
        r"if you are reading this page",
        r"you can (?:now (?:listen|read|watch)|find this (?:article|story))",
        r"see (?:more|all) (?:stories|articles|news|from|on)\b",
    ),
    _I,
)
_ANYWHERE = re.compile(
    _any_of(
        r"all rights reserved",
        r"(?:reprint|republication) permission",
        r"comment(?:s|ing)? policy",
        r"copyright ?(?:©|\(c\)|\d{4})",
        r"©",
        r"(?:sign up|subscribe)\b[^.]{0,60}\bnewsletter",
        r"\bclick here\b",
        r"\bin (?:the|our) comments (?:below|section)\b|\bcomments below\b",
        r"\b(?:our|my) (?:free |daily |weekly |morning |evening )*newsletters?\b",
        r"\bour (?:morning|daily|weekly|evening) e-?mail\b",
        r"\b(?:can|may) (?:re)?(?:publish|print|use) this (?:text|article|story|piece|report)\b",
        r"\bsolely responsible for (?:all|the|its) content",
        r"\bbuy me a coffee\b",
    ),
    _I,
)
_TERMS = re.compile(r"\b(?:terms of (?:use|service)|privacy (?:policy|notice)|cookies?)\b", _I)
_READER = re.compile(r"\b(?:you|your|our|we|us)\b|\bappl(?:y|ies)\b", _I)
_QUESTION_TO_READER = re.compile(r"^(?:do|are|were|have|has|did|can|got|seen|know)\b[^.]*\?", _I)
_ANSWER_US = re.compile(
    r"\b(?:let us know|tell us|get in touch|message us|write to us|contact us|e-?mail us)\b"
    r"|\w@[\w.-]+\.\w",
    _I,
)
_EMAIL = re.compile(r"\w@[\w.-]+\.\w")
_EMAIL_LINE = re.compile(
    r"^(?:contact|e-?mail|write|tips?|reach|follow|send|call|message|complaints|you can)\b"
    r"|^[\w.+-]+@[\w.-]+\w[.;,]?$|\b(?:e-?mail|contact|reach|tell|write to) (?:me|us)\b"
    r"|\bour e-?mail\b",
    _I,
)
_LINK_ONLY = re.compile(r"^(?:https?://|www\.)\S+$|^(?:@\w+|#\w+)(?:\s+[@#]\w+)*$", _I)
_NO_WORDS = re.compile(r"^[\W_]+$")
_MENU = re.compile(r"\s[|>•»/·]\s")

_CREDIT_START = re.compile(
    r"^[(\[—–*-]*\s*(?:(?:additional|further|with) )?(?:reporting|editing|writing|research|files"
    r"|compiled|edited|written|translated|translation|assistance)\b.{0,25}?(?:\bby\b|\bfrom\b|:)(.*)$",
    _I,
)
_CONTRIBUTED = re.compile(
    r"\bcontributed (?:reporting|research)\b"
    r"|\bcontributed to this (?:report|story|article|piece|post)\b",
    _I,
)
_OTHER_WORD = re.compile(
    r"\b(?!(?:and|in|at|for|from|by|with|the|of|additional|further|reporting|editing|writing"
    r"|research|translation|graphics|compiled|edited)\b)[a-z]{2,}\b"
)

_SENTENCE_END = re.compile(r"[.!?…][\"'”’)]?\s")
_LONG = 45


def is_boilerplate(block: str) -> bool:
    """Whether a block or a sentence is there for the page, not for the story."""
    if _NO_WORDS.match(block) or _LINK_ONLY.match(block) or _NEVER_STORY.match(block):
        return True
    if SPEECH.search(block):
        return False
    if len(block.split()) > _LONG:
        return bool(_ASKS.match(block)) and bool(_READER.search(block))
    if _at_once(_TERMS, block) and (_READER.search(block) or not STOPS.search(block)):
        return True
    if _EMAIL.search(block) and _EMAIL_LINE.search(block):
        return True
    if _QUESTION_TO_READER.match(block) and _ANSWER_US.search(block):
        return True
    return bool(_ASKS.match(block)) or _at_once(_ANYWHERE, block)


def _at_once(pattern: re.Pattern[str], block: str) -> bool:
    """Whether a pattern is found in the first sentence; later ones are judged by themselves."""
    found = pattern.search(block)
    return bool(found) and not _SENTENCE_END.search(block, 0, found.start() if found else 0)


def is_menu(block: str) -> bool:
    """Whether a line is a row of links: entries with strokes between them, and no sentence."""
    return bool(_MENU.search(block)) and not STOPS.search(block)


def is_credit_line(block: str) -> bool:
    """Whether a block says who else reported, wrote or edited."""
    if len(block.split()) > _LONG:
        return False
    start = _CREDIT_START.match(block)
    only_names = start and not _OTHER_WORD.search(start.group(1))
    return bool(only_names or _CONTRIBUTED.search(block))

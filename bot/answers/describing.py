"""Which sentences say who somebody is, and which only speak of them."""

import re
from collections.abc import Iterable, Iterator, Sequence

from bot.answers import bodies
from bot.answers.profiles import Profiles
from bot.answers.question import Question
from bot.answers.ranking import Candidate
from bot.answers.scope import Scope
from bot.corpus.article import Kind
from bot.corpus.blocks import plain
from bot.corpus.names import Name, NameKind
from bot.corpus.patterns import pattern
from bot.index.analysis import Analysis
from bot.index.index import SentenceIndex
from bot.index.naming import Mention

# What people are, before or after their names.
_TITLE = (
    r"(?:president|leader|ruler|minister|secretary|spokes(?:man|woman|person)|envoy|ambassador"
    r"|representative|chief|head|aide|adviser|advisor|professor|prof\.|expert|analyst|doctor|dr\.?"
    r"|director|chair(?:man|woman|person)?|mayor|councillor|senator|judge|inspector|general|officer"
    r"|king|queen|premier|chancellor|governor|scientist|virologist|engineer|editor|reporter|owner"
    r"|founder|lawyer|executive|official|diplomat|farmer|deputy|member|commissioner|clerk"
    r"|dentist|nurse|surgeon|teacher|lecturer|student|historian|economist|sociologist|biologist"
    r"|chemist|physicist|botanist|psychologist|hydrologist|geologist|archaeologist|philosopher"
    r"|writer|author|novelist|poet|singer|musician|actor|actress|painter|artist|photographer"
    r"|banker|broker|accountant|merchant|trader|developer|contractor|architect|carpenter|baker"
    r"|pilot|captain|colonel|corporal|sergeant|major|soldier|sailor|bishop|priest|pastor|rabbi|imam"
    r"|coach|player|champion|candidate|lawmaker|deputy leader|negotiator|mediator|publisher"
    r"|grandfather|father|mother|son|daughter|who (?:leads|chairs|heads|owns|runs|studies|is))"
)
_ASKS_WHO = pattern(r"^who(?:['’]?s| is| was) (?P<who>[\w.'’ -]{2,60}?)\W*$", re.IGNORECASE)
_ASKS_WHAT = pattern(
    r"^what(?:['’]?s| is| was| are)(?: an?)? (?P<who>[\w.'’ -]{2,60}?)\W*$", re.IGNORECASE
)
_BEFORE = pattern(
    rf"\b(?i:{_TITLE})s?\b(?:,? (?:of|for|to|at|in|the|and|on|[A-Z][\w.'’-]*)){{0,6}},?\s*$"
)
_AFTER = pattern(rf"^[^.;:!?]{{0,3}}, [^.;:!?,]{{0,40}}\b{_TITLE}\b", re.IGNORECASE)
# Less than a title says something of who somebody is as well: "Moor, a friend of the mayor".
_APART = pattern(
    r"^[^.;:!?]{0,3}(?:, (?:an?|one)\b|,? \d|,? of (?:the|[A-Z])"
    r"| (?:is|was|became|has been|had been) (?:an?|the|one)\b|,? \()",
    re.IGNORECASE,
)
_APPOSED = pattern(r"^[^.;:!?]{0,3}, an? \w", re.IGNORECASE)
_BESIDE = pattern(r"\b(?:an?|one of|his|her|its|their) [^.;:!?,]{1,50}, $", re.IGNORECASE)
_NAMED_BY_TITLE = pattern(rf"\b{_TITLE}\b", re.IGNORECASE)
_NEAR = 60
# Sentences on one person that are looked at in a large archive.
_LOOKED_AT = 500
_ARTICLE = pattern(r"(?:the )?", re.IGNORECASE)
# Where in a text somebody is named.
Spans = Iterable[tuple[int, int]]


def introducing(question: Question, scope: Scope, profiles: Profiles) -> int | None:
    """Return the sentence that says best who or what one is, where no more than that is asked."""
    whole = _asked_about(question)
    if not whole:
        return None
    name, index = whole.name, profiles.index
    # Who is asked for by a role is told by name beside that role.
    role = _roles(whole, question.text) if whole.loose else None
    held = index.array(f"@{name.name}")[:_LOOKED_AT].tolist()
    inside = [at for at in held if index.sentences[at].article in scope.articles]
    older = {at for at in inside if index.sentences[at].article in scope.older}
    for positions in ([at for at in inside if at not in older], sorted(older)):
        named = (
            (at, list(spans(name, index.analyses[at], described=not role))) for at in positions
        )
        if (best := best_description(name, named, index, role)) is not None:
            return best
    return None


def by_role(question: Question) -> bool:
    """Whether it is asked who somebody is whose role alone is named: "the leader of Ruritania".

    Or what a body is: whatever names it has all of the question's words.
    """
    whole = _asked_about(question)
    return whole is not None and (whole.loose or whole.name.kind is not NameKind.PERSON)


def _asked_about(question: Question) -> Mention | None:
    """Return who or what is all that a question asks about: "who is Moor", "what is Tarn Air"."""
    who, what = _ASKS_WHO.match(question.text), _ASKS_WHAT.match(question.text)
    asked = who or what
    if not asked:
        return None
    kind = NameKind.PERSON if who else NameKind.ORGANISATION
    people = (m for m in question.analysis.mentions if m.name.kind is kind)
    return next(
        (
            mention
            for mention in people
            if mention.end == asked.end("who")
            and _ARTICLE.fullmatch(question.text, asked.start("who"), mention.start)
        ),
        None,
    )


def _roles(mention: Mention, text: str) -> list[str]:
    """Return the titles by which a text calls somebody."""
    called = text[mention.start : mention.end].casefold()
    titles = {title for role in mention.name.roles for title in role.titles}
    return [title for title in titles if title in called] or [called.removeprefix("the ")]


def spans(name: Name, analysis: Analysis, *, described: bool = True) -> Iterator[tuple[int, int]]:
    """Yield where a text names someone outright, or by a description of several words as well."""
    for mention in analysis.mentions:
        several = described and mention.last - mention.first > 1
        if mention.name is name and (not mention.loose or several):
            yield mention.start, mention.end


def best_description(
    name: Name,
    named: Iterable[tuple[int, Spans]],
    index: SentenceIndex,
    needed: Sequence[str] | None = None,
) -> int | None:
    """Return the sentence that says best what someone is: full name, title close by, in short.

    `named` has positions of sentences, and where in each the name stands. One of the titles
    `needed` stands close by, if there are any.
    """
    titles = needed or [title for role in name.roles for title in role.titles]
    best: tuple[float, int] | None = None
    for at, places in named:
        text = index.sentences[at].text
        for start, end in places:
            around = (text[max(0, start - _NEAR) : start], text[end : end + _NEAR])
            if name.kind is NameKind.ORGANISATION:
                titled = bodies.titled(text, start, end, name.name)
                explained = bodies.explained(text, end)
            else:
                titled = bool(_BEFORE.search(around[0]) or _NAMED_BY_TITLE.search(text, start, end))
                explained = bool(_AFTER.match(around[1]))
            apposed = bool(_APPOSED.match(around[1])) and not explained
            close = titled + 1.5 * explained + apposed
            near = " ".join((around[0], text[start:end] if needed else "", around[1])).casefold()
            own = any(title in near for title in titles)
            if not (own if needed else close):
                continue
            full = plain(name.name) in plain(text[start:end])
            headline = index.sentences[at].kind is Kind.HEADLINE
            score = close + own + full - headline - len(text.split()) / 60
            if best is None or score > best[0]:
                best = (score, at)
    return best[1] if best else None


def says_who(question: Question, at: int, profiles: Profiles) -> bool:
    """Whether a sentence says by a title or beside the name who or what all is asked about."""
    whole, index = _asked_about(question), profiles.index
    if whole is None:
        return False
    named = [(at, list(spans(whole.name, index.analyses[at])))]
    return best_description(whole.name, named, index) is not None


def only_mentions(question: Question, lead: Candidate, profiles: Profiles) -> bool:
    """Whether it is asked who or what one is, and the name stands there without a word on that."""
    asked = _ASKS_WHO.match(question.text)
    if not asked:
        body = _asked_about(question)
        return body is not None and not _described_body(body.name, lead, profiles)
    terms = [term for term in question.analysis.terms if term.start >= asked.start("who")]
    # Who is asked for by a role is no name.
    if _NAMED_BY_TITLE.search(asked["who"]) or any(term.form == "the" for term in terms):
        return False
    keys = {term.key for term in terms if not term.stop}
    held = [term for term in profiles.index.analyses[lead.position].terms if term.key in keys]
    if not held or not all(term.capital for term in held):
        return False
    # "The ambassador" may be who is asked about, and does not say so.
    if keys <= lead.profile.described:
        return True
    text = lead.profile.sentence.text
    return not any(_described(text, term.start, term.end) for term in held)


def _described_body(name: Name, lead: Candidate, profiles: Profiles) -> bool:
    text, analysis = lead.profile.sentence.text, profiles.index.analyses[lead.position]
    found = spans(name, analysis)
    return any(bodies.described(text, start, end, name.name) for start, end in found)


def _described(text: str, start: int, end: int) -> bool:
    """Whether a name in a text stands beside words on who that is, or has a title itself."""
    before, after = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    found = _BEFORE.search(before) or _BESIDE.search(before) or _AFTER.match(after)
    return bool(found or _APART.match(after) or _NAMED_BY_TITLE.search(text, start, end))

"""Every kind of payload that the bot makes of what people and articles say, made of odd texts."""

import json
from collections.abc import Callable, Iterator, Mapping
from random import Random
from typing import Any, Final
from urllib.parse import quote

from discord.ui import LayoutView

from bot.answers.verification import Match, Verdict, Verification
from bot.slash.buttons.feedback import WrongModal
from bot.slash.buttons.follow_up import FollowUpModal
from bot.slash.references import Listed, refer
from bot.slash.replies import (
    answer_view,
    around_view,
    closest_view,
    comparison_view,
    coverage_view,
    edition_view,
    findings_view,
    following_view,
    nobody_view,
    notice_view,
    person_view,
    reading_view,
    sources_view,
    timeline_view,
    verification_view,
    which_view,
)
from bot.slash.requests import (
    BriefRequest,
    CompareRequest,
    CoverageRequest,
    TimelineRequest,
    WhoRequest,
)
from tests.odd.articles import odd_answer, odd_corpus
from tests.odd.briefings import (
    DAY,
    odd_comparison,
    odd_coverage,
    odd_edition,
    odd_person,
    odd_quotes,
    odd_timeline,
)
from tests.odd.judging import Payload, payload_of
from tests.odd.sayings import SAYINGS
from tests.odd.schedules import NOW, odd_renderer, odd_schedule
from tests.odd.texts import odd_text

Maker = Callable[[Random], Iterator[Payload]]
_KEY = "Ab-_"


def odd_payloads(random: Random) -> Iterator[tuple[str, Payload]]:
    """Yield an answer and one other kind of payload, each with the name of its kind."""
    for kind in ("answer", random.choice(OTHERS)):
        for payload in KINDS[kind](random):
            yield kind, payload


def odd_views(random: Random) -> Iterator[LayoutView]:
    """Yield an answer and one other reply as views, to be sent."""
    for kind in ("answer", random.choice(list(_VIEWS))):
        yield _VIEWS[kind](random)


def _answer(random: Random) -> LayoutView:
    corpus = odd_corpus(random)
    return answer_view(odd_answer(random, corpus), corpus)


def _around(random: Random) -> LayoutView:
    article = random.choice(odd_corpus(random).articles)
    return around_view(article, random.choice(article.quotable))


def _reading(random: Random) -> LayoutView:
    article = random.choice(odd_corpus(random).articles)
    return reading_view(article, random.randint(0, len(article.quotable) + 1))


def _sources(random: Random) -> LayoutView:
    return sources_view(odd_corpus(random), random.randint(-1, 2))


def _closest(random: Random) -> LayoutView:
    corpus = odd_corpus(random)
    quotes = odd_answer(random, corpus).closest[:10]
    return closest_view([Listed(refer(one.sentence), one.older) for one in quotes], corpus)


def _following(random: Random) -> LayoutView:
    corpus = odd_corpus(random)
    listed = [Listed(refer(one.sentence), one.older) for one in odd_quotes(random, corpus)[:10]]
    return following_view(listed, corpus, random.randint(1, 200))


def _verification(random: Random) -> LayoutView:
    article = random.choice(odd_corpus(random).articles)
    matches = [Match(sentence, article, 0.8) for sentence in article.quotable[:5]]
    verdict = random.choice(list(Verdict))
    found = () if verdict is Verdict.NOT_FOUND else tuple(matches)
    return verification_view(Verification(odd_text(random), verdict, found))


def _findings(random: Random) -> LayoutView:
    corpus = odd_corpus(random)
    return findings_view(
        [odd_answer(random, corpus) for _ in range(random.choice((1, 2, 8)))], corpus
    )


def _edition(random: Random) -> LayoutView:
    corpus = odd_corpus(random)
    edition = odd_edition(random, odd_quotes(random, corpus))
    request = BriefRequest(topic=random.choice(("", _KEY)), outlet=_KEY, as_of=DAY)
    return edition_view(edition, request, corpus, random.randint(0, 9))


def _comparison(random: Random) -> LayoutView:
    corpus = odd_corpus(random)
    comparison = odd_comparison(random, odd_quotes(random, corpus))
    question = random.choice((None, odd_text(random)[:200]))
    request = CompareRequest(question=question, as_of=DAY)
    return comparison_view(comparison, request, corpus, random.randint(0, 9))


def _coverage(random: Random) -> LayoutView:
    pictures = random.random() < 0.1
    request, start = CoverageRequest(DAY), random.choice((0, 0, 5))
    return coverage_view(odd_coverage(random), request, start, pictures=pictures).view


def _timeline(random: Random) -> LayoutView:
    corpus = odd_corpus(random)
    made = odd_timeline(random, odd_quotes(random, corpus))
    request = TimelineRequest(DAY, DAY, _KEY, DAY)
    name, pictures = odd_text(random, random.choice((0, 2))), random.random() < 0.1
    start = random.randint(0, 5)
    return timeline_view(made, request, corpus, start, name=name, pictures=pictures).view


def _person(random: Random) -> LayoutView:
    corpus = odd_corpus(random)
    who = odd_person(random, odd_quotes(random, corpus))
    return person_view(who, WhoRequest(_KEY, DAY), corpus, random.randint(0, 9))


def _which(random: Random) -> LayoutView:
    many = random.randint(1, 60)
    choices = [(odd_text(random), WhoRequest(f"{number:04}")) for number in range(many)]
    return which_view(odd_text(random), choices)


def _nobody(random: Random) -> LayoutView:
    return nobody_view(odd_text(random))


def _notice(random: Random) -> LayoutView:
    return notice_view(odd_text(random))


def _post(random: Random) -> Iterator[Payload]:
    """A scheduled post as it is sent: its title, its message, and those with its sources."""
    from bot.schedule.post import Mark
    from bot.slash.posting.frozen import marked, read_body
    from tests.odd.schedules import ROLE

    corpus = odd_corpus(random)
    schedule = odd_schedule(random)
    renderer = odd_renderer(random, corpus, odd_quotes(random, corpus), schedule)
    post: Any = renderer.post(schedule, NOW, frozenset())
    body = read_body(post.body)
    assert json.loads(post.body)["title"] == body.title
    role = random.choice((None, ROLE))
    yield Payload(marked(body, Mark("mark", NOW), role), title=body.title, meant=(f"<@&{ROLE}>",))
    urls = [article.url or "" for article in corpus.articles]
    # A link may stand as it is, but for the signs that would make a mention of a part of it.
    quiet = str.maketrans({sign: quote(sign) for sign in "<>@"})
    links = tuple(f"<{url.translate(quiet)}>" for url in urls)
    for components in body.sources:
        yield Payload(list(components), meant=links)


def _wrong(random: Random) -> Iterator[Payload]:
    article = random.choice(odd_corpus(random).articles)
    chosen = random.choice((None, refer(article.quotable[0])))
    yield Payload(modal=WrongModal(chosen).to_dict())


def _follow_up(random: Random) -> Iterator[Payload]:
    yield Payload(modal=FollowUpModal().to_dict())


def _sent(make: Callable[[Random], LayoutView]) -> Maker:
    def made(random: Random) -> Iterator[Payload]:
        yield payload_of(make(random))

    return made


_VIEWS: Final[Mapping[str, Callable[[Random], LayoutView]]] = {
    "answer": _answer,
    "around": _around,
    "read": _reading,
    "sources": _sources,
    "closest": _closest,
    "more": _following,
    "verify": _verification,
    "Find sources": _findings,
    "brief": _edition,
    "compare": _comparison,
    "coverage": _coverage,
    "timeline": _timeline,
    "who": _person,
    "which": _which,
    "nobody": _nobody,
    "notice": _notice,
}
KINDS: Final[Mapping[str, Maker]] = {
    **{name: _sent(make) for name, make in _VIEWS.items()},
    "post": _post,
    "wrong": _wrong,
    "follow-up": _follow_up,
    **SAYINGS,
}
OTHERS: Final = tuple(name for name in KINDS if name != "answer")

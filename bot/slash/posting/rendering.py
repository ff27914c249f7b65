"""Issues laid out as posts: the layouts that commands reply with, under a headline."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, Final
from urllib.parse import quote, urlsplit, urlunsplit

from discord.ui import LayoutView

from bot.answers.answer import Answer
from bot.answers.citation import DAY
from bot.briefings.edition import Length
from bot.briefings.timeline import Timeline
from bot.corpus.article import Article
from bot.schedule.issues import Content, Issue, Issues, Lead
from bot.schedule.post import NothingNew, Post
from bot.schedule.texts import MONTHS
from bot.schedule.zones import read_zone
from bot.slash.limits import TEXT, length
from bot.slash.markdown import escape_line, fit_label, fit_line
from bot.slash.posting import texts
from bot.slash.posting.frozen import Body, Components, packed
from bot.slash.references import name_key
from bot.slash.replies import answer_view
from bot.slash.replies.citing import byline, details, link
from bot.slash.replies.edition import edition_view
from bot.slash.replies.pictures import Illustrated
from bot.slash.replies.timeline import timeline_view
from bot.slash.requests import BriefRequest, TimelineRequest
from bot.slash.speaking import language, say, translated
from bot.store.schedules import Schedule

_TITLE_ROOM: Final = 80
_SOURCE_ROOM: Final = 1000
# Room for a headline in which every sign is escaped, and for the mention of a role above it.
_SPARE: Final = 300
_MENTIONING: Final = str.maketrans({sign: quote(sign) for sign in "<>@"})
# What so many schedules show that differ from each other is kept at hand.
_KEPT: Final = 64


class Renderer:
    """Makes what the ledger keeps: a post as Discord will show it."""

    def __init__(self, issues: Issues, *, pictures: bool = False) -> None:
        self.issues = issues
        self._pictures = pictures
        self._made: dict[tuple[Any, ...], Post | NothingNew] = {}

    def post(
        self, schedule: Schedule, now: datetime, left_out: frozenset[str]
    ) -> Post | NothingNew:
        """Return what a schedule posts now, without some outlets; raises DeliveryError.

        Of the schedules that are due in one minute most show the same, so it is made once.
        """
        day = now.astimezone(read_zone(schedule.zone)).date()
        alike = (
            schedule.what,
            schedule.length,
            schedule.when_nothing_new,
            schedule.sources_thread,
            schedule.previous,
            day,
            left_out,
            language(),
        )
        made = self._made.get(alike)
        if made is None:
            made = self._make(schedule, now, left_out)
            if len(self._made) >= _KEPT:
                self._made.clear()
            self._made[alike] = made
        return made

    def _make(
        self, schedule: Schedule, now: datetime, left_out: frozenset[str]
    ) -> Post | NothingNew:
        made = self.issues.issue(schedule, now, schedule.previous, left_out)
        if isinstance(made, NothingNew):
            return made
        return Post(self._body(made, schedule).kept(), made.shown)

    def _body(self, issue: Issue, schedule: Schedule) -> Body:
        head = _headline(issue)
        title = f"{fit_label(translated(issue.title), _TITLE_ROOM)}, {_day(issue.day)}"
        if issue.content is None:
            said = f"{head}\n{say(texts.NOTHING_NEW)}"
            return Body(title, [_display(said)], notice=True)
        layout = self._layout(issue, issue.content, schedule.length)
        components = [_display(head), *_components(layout.view)]
        sources = tuple(_sources(issue)) if schedule.sources_thread else ()
        picture = packed(layout.picture.svg) if layout.picture else ""
        return Body(title, components, sources, picture=picture)

    def _layout(self, issue: Issue, content: Content, length: str) -> Illustrated:
        """Return the reply that a command would have given."""
        corpus = self.issues.desk.corpus
        if isinstance(content, Answer):
            return Illustrated(answer_view(content, corpus, _SPARE))
        if isinstance(content, Timeline):
            asked = TimelineRequest(as_of=issue.as_of)
            return timeline_view(content, asked, corpus, pictures=self._pictures, spare=_SPARE)
        topic = name_key(issue.topic) if issue.topic else ""
        wanted = BriefRequest(Length(length), topic, "", issue.as_of)
        return Illustrated(edition_view(content, wanted, corpus, spare=_SPARE))


def _components(view: LayoutView) -> Components:
    made: Components = view.to_components()  # type: ignore[no-untyped-call]
    return made


def _headline(issue: Issue) -> str:
    title = fit_line(translated(issue.title), _TITLE_ROOM)
    if issue.lead is Lead.SPOTLIGHT:
        title = say(texts.SPOTLIGHT, title=title)
    return f"**{title}** · {_day(issue.day)}"


def _sources(issue: Issue) -> Iterator[Components]:
    """Yield the articles quoted, as many on each message as it has room for."""
    articles = dict.fromkeys(quote.article.id for quote in issue.quotes)
    by_id = {quote.article.id: quote.article for quote in issue.quotes}
    said = f"**{say(texts.SOURCES)}**"
    for number, article in enumerate(articles, 1):
        line = _source(number, by_id[article])
        if length(said) + length(line) + 1 > TEXT:
            yield [_display(said)]
            said = line
        else:
            said += f"\n{line}"
    yield [_display(said)]


def _source(number: int, article: Article) -> str:
    url = link(article)
    where = f"\n<{_quiet(url)}>" if url else ""
    line = f"**{number}.** {byline(article)}\n{details(article)}{where}"
    if length(line) > _SOURCE_ROOM:
        line = f"**{number}.** {escape_line(fit_label(article.outlet, _TITLE_ROOM))}"
    return line


def _quiet(url: str) -> str:
    """Return an address with no mention in it: Discord's servers would find one in a link too."""
    parts = urlsplit(url)
    said = (part.translate(_MENTIONING) for part in (parts.path, parts.query, parts.fragment))
    return urlunsplit((parts.scheme, parts.netloc, *said))


def _display(content: str) -> dict[str, Any]:
    return {"type": 10, "content": content}


def _day(day: date) -> str:
    month = translated(MONTHS[day.month - 1])
    return translated(DAY).format(day=day.day, month=month, year=day.year)

"""What a schedule has to show: news first, then what it is told to do when nothing is new."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.briefings.desk import desk_of
from bot.schedule.delivery import DeliveryError
from bot.schedule.issues import Issue, Issues, Lead, UnknownContentError
from bot.schedule.post import NothingNew
from bot.store.schedules import Schedule, WhenNothingNew
from tests.answers.conftest import ROOT, answerer_of

NOW = datetime(2026, 3, 1, 8, tzinfo=UTC)


@pytest.fixture(scope="module")
def issues():
    return Issues(desk_of(answerer_of(ROOT / "seeds")))


def schedule(what="briefing", **more):
    made = Schedule(1, 1, 7, None, 5, "daily 08:00", "UTC", what, NOW, NOW, NOW, None)
    return replace(made, **more)


def after(issues, one, count):
    """Return the issues of as many editions on end, each knowing what the one before showed."""
    previous = ()
    for _ in range(count):
        made = issues.issue(one, NOW, previous)
        yield made
        previous = made.shown if isinstance(made, Issue) else previous


@pytest.mark.parametrize("what", ["briefing", "timeline", "question:When will they meet?", "topic"])
def test_the_first_edition_is_news_and_the_same_again_is_not(issues, what):
    what = f"topic:{issues.desk.topics[0].name}" if what == "topic" else what
    first, second = after(issues, schedule(what), 2)
    assert first.lead is Lead.NEWS
    assert first.quotes
    assert isinstance(second, NothingNew)


def test_it_says_so_in_place_of_an_edition(issues):
    one = schedule(when_nothing_new=WhenNothingNew.SAY)
    first, second, third = after(issues, one, 3)
    assert (second.lead, second.content) == (Lead.NOTHING_NEW, None)
    assert first.shown == second.shown == third.shown


def test_every_topic_is_spotlighted_before_one_comes_again(issues):
    one = schedule(when_nothing_new=WhenNothingNew.SPOTLIGHT)
    names = [topic.name for topic in issues.desk.topics]
    _, *made = after(issues, one, 1 + 2 * len(names))
    assert {issue.lead for issue in made} == {Lead.SPOTLIGHT}
    titles = [issue.title for issue in made]
    assert titles[: len(names)] == titles[len(names) :]
    assert sorted(titles[: len(names)]) == sorted(names)


def test_what_was_published_since_is_news_again(issues):
    days = sorted({a.published for a in issues.desk.corpus.articles if a.published})
    before = datetime(days[-2].year, days[-2].month, days[-2].day, 12, tzinfo=UTC)
    one = schedule()
    first = issues.issue(one, before, ())
    assert all(quote.article.published <= days[-2] for quote in first.quotes)
    later = issues.issue(one, NOW, first.shown)
    assert later.lead is Lead.NEWS
    assert later.content.new


def test_outlets_left_out_are_not_quoted(issues):
    outlet = issues.issue(schedule(), NOW, ()).quotes[0].article.outlet
    made = issues.issue(schedule(), NOW, (), frozenset({outlet}))
    assert made.quotes
    assert outlet not in {quote.article.outlet for quote in made.quotes}


def test_a_topic_that_has_gone_is_told_with_those_there_are(issues):
    with pytest.raises(DeliveryError, match=r"No topic is called “Football”\. There are: "):
        issues.issue(schedule("topic:Football"), NOW, ())


def test_what_is_wanted_is_written_in_one_form(issues):
    name = issues.desk.topics[0].name
    assert issues.check(f"topic:{name.upper()}") == f"topic:{name}"
    assert issues.check("question:  Who   asks? ") == "question:Who asks?"
    for wrong in ("question: ", "topic:Football", "football"):
        with pytest.raises(UnknownContentError):
            issues.check(wrong)

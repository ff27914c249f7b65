"""Whatever a text says: offsets hold, nothing fails, and dates move with the publication."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.briefings.dates.reading import read_article
from bot.briefings.dates.scanning import scan
from tests.briefings.dated import article_of

WORDS = st.sampled_from(
    "the The in on by since until of a an last next this following previous same day week month year "
    "decade century quarter weekend Monday Thursday Sunday. April May Feb. 28 27 and to - – 25, 2018 "
    "1999 2019-02-30 30/02/2019 1990s '90s early mid late end half first second Q3 fiscal summer winter "
    "ago later earlier before after two three 100 999 hours minutes today yesterday tomorrow tonight will "
    "was said met Christmas New Year's Day then since then the 31st 20th century, earlier ( ) “ ” 9/11 0 "
    "00 1000 9999 İ ß 京都 February 29, 30, 31 999 years within in the space of".split(" ")
)
SENTENCES = st.lists(WORDS, min_size=1, max_size=16).map(" ".join)
TEXTS = st.lists(SENTENCES, min_size=1, max_size=5).map(". ".join) | st.text(max_size=200)
DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))
ANY_DAY = st.dates() | st.none()

RIGID = (
    "yesterday",
    "today",
    "tomorrow",
    "on Thursday",
    "last week",
    "this week",
    "next week",
    "two weeks ago",
    "three days ago",
    "last Friday",
    "next Friday",
    "over the weekend",
    "Monday of next week",
)


@settings(deadline=None, max_examples=300)
@given(TEXTS, ANY_DAY)
def test_offsets_hold_and_nothing_fails(text, published) -> None:
    article = article_of(text, published)
    end = 0
    for expression in read_article(article):
        sentence = expression.sentence
        assert end <= expression.start < expression.end
        assert sentence.start <= expression.start
        assert expression.end <= sentence.end
        assert expression.text == article.text[expression.start : expression.end]
        assert expression.text.strip()
        end = expression.end
        if expression.interval:
            assert expression.interval.first <= expression.interval.last
        else:
            assert expression.minor
            assert expression.certainty.value == "vague"


@settings(deadline=None)
@given(TEXTS)
def test_scanning_goes_forward(text) -> None:
    places = [(found.start, found.end) for found in scan(text)]
    assert places == sorted(places)
    assert all(a[1] <= b[0] for a, b in pairwise(places))


@settings(deadline=None)
@given(
    DAYS, st.integers(-60, 60), st.sampled_from(RIGID), st.sampled_from(("was shut", "will shut"))
)
def test_relative_dates_move_with_publication(published, weeks, words, verb) -> None:
    text = f"The Bridge\n\nThe bridge {verb} {words}.\n"
    later = published + timedelta(weeks=weeks)
    [one] = read_article(article_of(text, published))
    [other] = read_article(article_of(text, later))
    assert other.interval.first - one.interval.first == later - published
    assert other.interval.last - one.interval.last == later - published


@settings(deadline=None)
@given(
    DAYS,
    st.sampled_from(
        ("Monday", "Thursday", "Sunday", "April 3", "Feb. 28", "12 November", "March 5-7")
    ),
)
def test_a_verb_s_tense_sets_the_side(published, words) -> None:
    [past] = read_article(article_of(f"The Bridge\n\nThe bridge was shut on {words}.\n", published))
    [future] = read_article(
        article_of(f"The Bridge\n\nThe bridge will shut on {words}.\n", published)
    )
    near = timedelta(days=60)
    assert past.interval.first <= published or past.interval.first - published <= near
    assert future.interval.last >= published or published - future.interval.last <= near
    if words.endswith("day"):
        assert past.interval.last <= published <= future.interval.first


@settings(deadline=None)
@given(DAYS, st.integers(1800, 2099))
def test_a_full_date_stays_where_it_is(published, year) -> None:
    [one] = read_article(article_of(f"The Bridge\n\nIt fell on May 4, {year}.\n", published))
    assert one.interval.first == one.interval.last == date(year, 5, 4)


@settings(deadline=None)
@given(DAYS, st.text(st.characters(whitelist_categories=("L", "Zs", "P")), max_size=30))
def test_text_around_a_full_date_changes_nothing(published, noise) -> None:
    article = article_of(f"The Bridge\n\n{noise} The bridge fell on 4 May 1968.\n", published)
    found = [e for e in read_article(article) if e.text.endswith("1968")]
    assert all(e.interval.first == date(1968, 5, 4) for e in found)

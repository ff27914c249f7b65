"""Whatever a text is made of, its sentences are slices of it that leave nothing out."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.corpus.article import Sentence
from bot.corpus.manifest import Entry
from bot.corpus.paragraphs import INVISIBLE
from bot.corpus.splitting import split

WORDS = st.sampled_from(
    "The the bridge Council said Mr. U.S. No. 5 3.2m p.m. “We ” \" ' ’ ( ) — - | > [1] Jan. café I A a "
    "© Sign up Read more: By Photo: Reporting LONDON (CNW) 1. ... … ?! e@x.example http://x.example "
    "\u200b \ufeff 京都 🚢 \u0301 said: Comments".split(" ")
)
SENTENCES = st.lists(WORDS, min_size=1, max_size=14).map(" ".join)
ENDED = st.builds(
    "".join, st.tuples(SENTENCES, st.sampled_from(["", ".", "?", "!", "…", ".”", ":"]))
)
SPACES = st.sampled_from([" ", "  ", "\t", "\u00a0", "\u2003", "\x1c"])
PARAGRAPHS = st.builds(lambda space, parts: space.join(parts), SPACES, st.lists(ENDED, max_size=6))
LINE_ENDS = st.sampled_from(
    [
        "\n",
        "\r\n",
        "\r",
        "\n\n",
        "\r\n\r\n",
        "\n \n",
        "\f",
        "\v",
        "\x85",
        "\u2028",
        "\u2029",
        "\n\n\n",
    ]
)
PAGES = st.lists(st.tuples(PARAGRAPHS, LINE_ENDS), max_size=12).map(
    lambda parts: "".join(paragraph + line_end for paragraph, line_end in parts)
)
TEXTS = PAGES | st.text(max_size=400) | PAGES.map(lambda page: "\ufeff" + page.strip())
ENTRIES = st.builds(
    Entry,
    file=st.just("story.txt"),
    outlet=st.sampled_from(["The Daily Harbour", "京都", "—", "A"]),
    title=st.sampled_from([None, "The bridge", "???", "The Council said"]),
    authors=st.sampled_from([(), ("Jane Orr",), ("—",), ("A", "By")]),
    via=st.sampled_from([None, "CNW", "…"]),
)


def shown(character: str) -> bool:
    return not character.isspace() and character not in INVISIBLE


def check(text: str, sentences: tuple[Sentence, ...]) -> None:
    at = 0
    for sentence in sentences:
        assert at <= sentence.start < sentence.end <= len(text)
        assert sentence.text == text[sentence.start : sentence.end]
        assert shown(sentence.text[0])
        assert shown(sentence.text[-1])
        assert not any(map(shown, text[at : sentence.start]))
        assert sentence.kind.quotable == (sentence.number is not None)
        assert sentence.kind.quotable == (sentence.paragraph is not None)
        assert sentence.kind.quotable != bool(sentence.why)
        at = sentence.end
    assert not any(map(shown, text[at:]))


@settings(deadline=None)
@given(TEXTS, ENTRIES)
def test_sentences_are_in_order_and_hold_every_character_that_shows(
    text: str, entry: Entry
) -> None:
    check(text, split(text, entry))


@settings(deadline=None)
@given(TEXTS, ENTRIES)
def test_numbers_have_no_gaps(text: str, entry: Entry) -> None:
    quotable = [sentence for sentence in split(text, entry) if sentence.kind.quotable]
    assert [sentence.number for sentence in quotable] == list(range(1, len(quotable) + 1))
    paragraphs = [sentence.paragraph or 0 for sentence in quotable]
    assert paragraphs == sorted(paragraphs)
    assert set(paragraphs) == set(range(1, max(paragraphs, default=0) + 1))


@settings(deadline=None)
@given(TEXTS, ENTRIES)
def test_there_is_at_most_one_headline(text: str, entry: Entry) -> None:
    kinds = [sentence.kind.value for sentence in split(text, entry)]
    assert kinds.count("headline") <= 1


@settings(deadline=None)
@given(st.lists(ENDED.filter(lambda text: any(map(shown, text))), min_size=1, max_size=8))
def test_the_line_ends_of_a_page_do_not_change_its_sentences(paragraphs: list[str]) -> None:
    entry = Entry(file="story.txt", outlet="The Daily Harbour")
    found = [
        [(s.text, s.kind, s.number) for s in split(between.join(paragraphs), entry)]
        for between in ("\n\n", "\r\n\r\n", "\r\r", "\n\n\n", "\f\f", "\u2029\u2029")
    ]
    assert all(sentences == found[0] for sentences in found)

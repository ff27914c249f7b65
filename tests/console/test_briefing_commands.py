"""brief, compare, coverage and who: as text and as JSON, one-shot and in the prompt."""

import re

import pytest

QUOTE = {
    *("file", "start", "end", "text", "outlet", "article", "title", "authors", "published"),
    *("published_basis", "via", "url", "paragraph", "sentence", "highlights", "older", "score"),
}
BRIEF = {
    *("as_of", "current", "older", "minutes", "words", "bottom_line", "topics", "differences"),
    *("also_differing", "notes", "background", "new", "sources"),
}


def quotes_in(value):
    """Every quote object anywhere inside a record."""
    if isinstance(value, dict):
        if "start" in value:
            yield value
        else:
            for item in value.values():
                yield from quotes_in(item)
    elif isinstance(value, list):
        for item in value:
            yield from quotes_in(item)


@pytest.fixture(scope="module")
def files(seeds):
    return {path.name: path.read_bytes().decode("utf-8") for path in seeds.glob("*.txt")}


@pytest.mark.parametrize(
    "words",
    [
        ("brief",),
        ("brief", "--length", "long", "--as-of", "2019-04-17"),
        ("brief", "united", "states"),
        ("compare", "When will the US envoy travel to Russia?"),
        ("compare",),
        ("coverage",),
        ("who", "Kim Jong Un"),
    ],
)
def test_every_quote_of_the_json_stands_in_its_file(inside, files, words):
    result = inside(*words, "--json")
    assert result.status == 0
    found = list(quotes_in(result.record))
    assert found
    for quote in found:
        assert set(quote) == QUOTE
        assert files[quote["file"]][quote["start"] : quote["end"]] == quote["text"]


def test_a_briefing_is_one_object_with_these_keys(inside):
    record = inside("brief", "--json").record
    assert set(record) == BRIEF
    assert record["as_of"] == "2019-04-18"
    assert next(topic["name"] for topic in record["topics"]) == "When and where"
    assert all(set(topic) == {"name", "quotes"} for topic in record["topics"])
    assert all(quote["older"] for quote in record["background"])
    assert record["new"] is None
    assert record["words"] <= 250


def test_text_and_json_show_the_same_quotes(inside):
    shown = inside("brief").prose
    for quote in quotes_in(inside("brief", "--json").record):
        assert " ".join(quote["text"].split()) in shown


def test_a_briefing_as_text_is_stamped_and_cites_every_line(inside):
    shown = inside("brief")
    assert shown.out.startswith("as of 18 Apr 2019 · 4 current outlets, 1 older · about a minute\n")
    for heading in ("Bottom line", "Where the outlets differ", "Older background", "Sources"):
        assert f"\n{heading}\n" in shown.out
    assert "[1] Bloomberg · 18 Apr 2019 (inferred) · via Yahoo News" in shown.prose
    assert "New since" not in shown.out


def test_an_unknown_topic_or_length_is_wrong_usage(inside):
    result = inside("brief", "trade")
    assert (result.status, result.out) == (2, "")
    assert "When and where" in result.err
    assert inside("brief", "--length", "endless").status == 2
    assert inside("brief", "--as-of", "yesterday").status == 2
    assert inside("brief", "--outlet", "The Moon Gazette").status == 2


def test_a_day_before_all_articles_has_nothing_to_brief(inside):
    result = inside("brief", "--as-of", "1999-01-01")
    assert result.status == 1
    assert "The articles do not say." in result.out


def test_a_faulty_topics_file_is_told_with_its_cure(inside, harbour, tmp_path):
    for path in harbour.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "topics.toml").write_text('[[topic]]\nname = "A"\n', encoding="utf-8")
    result = inside("brief", BOT_SEEDS=str(tmp_path))
    assert (result.status, result.out) == (3, "")
    assert "topics.toml, topic 1 (A), field questions: is missing. Add it" in result.err


def test_compare_sets_the_outlets_side_by_side(inside):
    record = inside("compare", "--json", "When will the US envoy travel to Russia?").record
    assert set(record) == {"about", "rows", "questions", "differences"}
    rows = {row["outlet"]: row["quote"] for row in record["rows"]}
    assert "this week" in rows["VICE News"]["text"]
    assert "next week" in rows["The Washington Times"]["text"]
    assert rows["The Diplomat"] is None
    [difference] = record["differences"]
    assert (difference["kind"], difference["named"]) == ("date", [])
    [difference] = inside("compare", "--json", "weapons tests").record["differences"]
    [halted] = difference["named"]
    assert "a halt to the North" in difference["quotes"][halted]["text"]
    shown = inside("compare", "When will the US envoy travel to Russia?").prose
    assert "The Diplomat does not say" in shown
    assert "different dates: VICE News [1], The Washington Times [" in shown


def test_what_nobody_says_can_not_be_compared(inside):
    result = inside("compare", "zxqv blorp")
    assert result.status == 1
    assert "The articles do not say." in result.out


def test_coverage_is_a_table_of_topics_and_outlets(inside):
    shown = inside("coverage").out
    assert "VICE News" in shown.splitlines()[0]
    assert any(line.startswith("Why Putin ") for line in shown.splitlines())
    record = inside("coverage", "--json").record
    assert len(record["cells"]) == len(record["topics"]) * len(record["outlets"])


def test_who_asks_which_one_is_meant(inside):
    result = inside("who", "Kim")
    assert result.status == 1
    assert "Which Kim? Kim Jong Un, Kim Jong Il, Kim Il Sung, Kim Chang-son." in result.out
    record = inside("who", "Kim", "--json").record
    assert record["name"] is None
    assert record["choices"][0] == "Kim Jong Un"


def test_who_tells_the_role_in_a_quote(inside):
    shown = inside("who", "Lankov")
    assert shown.status == 0
    assert "a North Korea expert and professor at Kookmin University in Seoul. [1]" in shown.prose
    assert "Bloomberg (3)" in shown.out
    assert "The articles name nobody called Napoleon." in inside("who", "Napoleon").out


def test_the_prompt_has_them_all_and_knows_the_edition_before(bot):
    lines = "/brief --as-of 2019-04-17\n/brief\n/context 1\n/compare labourers\n/who Peskov\n/coverage\n"
    shown = bot("console", stdin=lines.encode())
    assert shown.status == 0
    first, second = shown.out.split("as of 18 Apr 2019")
    assert "New since the last edition" not in first
    assert "New since the last edition" in second
    assert re.search(
        r"older and newer reporting: VICE News \[\d\], The Diplomat \[\d\] \(older\)\.", shown.prose
    )
    assert "Kremlin spokesman Dmitry Peskov" in shown.prose
    assert "Why Putin" in second


def test_a_mistake_in_the_prompt_does_not_end_it(bot):
    shown = bot("console", stdin=b"/brief trade\n/who\n/brief why kim\n")
    assert shown.status == 0
    assert "no topic is called 'trade'" in shown.prose
    assert "Kim wants international sanctions eased" in shown.prose


def test_a_story_without_topics_is_briefed_on_what_its_articles_share(inside, root):
    record = inside("brief", "--json", BOT_SEEDS=str(root / "tests/stories/spice-virus")).record
    assert len(record["topics"]) > 3
    assert len({quote["outlet"] for quote in quotes_in(record)}) > 3

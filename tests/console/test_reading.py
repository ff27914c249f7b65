"""`sources`, `read`, `context` and `check`: the corpus as it is read."""

import tomllib

import pytest

SENTENCE = ["file", "start", "end", "kind", "paragraph", "sentence", "text"]
QUOTABLE = {"headline", "dek", "body"}
VICE = "vice-2019-04-17"


def test_sources_lists_the_articles_in_the_manifests_order(articles, seeds):
    manifest = (seeds / "articles.toml").read_text(encoding="utf-8")
    places = [manifest.index(f'"{article["file"]}"') for article in articles]
    assert len(places) == manifest.count("[[article]]")
    assert places == sorted(places)
    assert all(article["sentences"] > 0 for article in articles)


def test_sources_shows_what_a_reader_needs(inside, articles):
    result = inside("sources")
    assert (result.status, result.err) == (0, "")
    for number, article in enumerate(articles, 1):
        assert f"{number}. {article['outlet']}" in result.out
        assert article["article"] in result.out
    assert "author not given" in result.out
    assert "(inferred)" in result.out
    assert not any(line.endswith(" ") for line in result.out.split("\n"))


def test_every_sentence_is_printed_with_its_place(every_sentence, seeds):
    files = {}
    for record in every_sentence:
        assert list(record) == SENTENCE
        name = record["file"]
        if name not in files:
            files[name] = (seeds / name).read_bytes().decode("utf-8")
        assert files[name][record["start"] : record["end"]] == record["text"]
    assert len(files) == len(list(seeds.glob("*.txt")))


def test_sentences_of_a_file_come_in_order_and_do_not_overlap(every_sentence):
    end, file = 0, None
    for record in every_sentence:
        end = end if record["file"] == file else 0
        assert end <= record["start"] < record["end"]
        end, file = record["end"], record["file"]


def test_kinds_that_are_left_out_are_printed_without_a_number(every_sentence):
    kinds = {record["kind"] for record in every_sentence}
    assert kinds & QUOTABLE
    assert kinds - QUOTABLE
    for record in every_sentence:
        numbered = record["sentence"] is not None and record["paragraph"] is not None
        assert numbered == (record["kind"] in QUOTABLE)


def test_quotable_sentences_are_counted_from_one(every_sentence):
    by_file = {}
    for record in every_sentence:
        if record["sentence"]:
            by_file.setdefault(record["file"], []).append(record["sentence"])
    for numbers in by_file.values():
        assert numbers == list(range(1, len(numbers) + 1))


def test_nothing_but_white_space_stands_between_the_sentences(every_sentence, seeds):
    """What is left out of the index is still accounted for."""
    for file in {record["file"] for record in every_sentence}:
        rest = (seeds / file).read_bytes().decode("utf-8")
        for record in reversed([r for r in every_sentence if r["file"] == file]):
            rest = rest[: record["start"]] + rest[record["end"] :]
        assert rest.strip("\ufeff \t\r\n") == ""


def test_an_article_is_read_by_its_id(inside, every_sentence, articles):
    [article] = [a for a in articles if a["article"] == VICE]
    expected = [r for r in every_sentence if r["file"] == article["file"] and r["sentence"]]
    assert inside("read", VICE, "--json").records == expected


def test_an_article_is_read_by_number_outlet_or_file(bot, every_sentence):
    once = bot("read", "VICE", "NEWS")
    assert once.status == 0
    quotable = [r for r in every_sentence if r["file"].startswith("000") and r["sentence"]]
    for record in (quotable[0], quotable[-1]):
        assert " ".join(record["text"].split()) in once.prose
    again = bot("console", stdin=b"/read 1\n/read 000_bf19c9ff5401b085.txt\n/read VICE-2019-04-17")
    assert again.out == 3 * once.out


def test_an_article_that_is_not_there_is_told_which_are(inside):
    result = inside("read", "9" * 5000)
    assert (result.status, result.out) == (2, "")
    assert VICE in result.err


def test_an_outlet_with_several_articles_is_not_guessed(inside, harbour):
    result = inside("read", "the ansel courier", BOT_SEEDS=str(harbour))
    assert result.status == 2
    assert "hb-courier-2023-02-16" in result.err
    assert "hb-tideline" not in result.err


def test_context_shows_the_sentences_around_one(inside, every_sentence):
    quotable = [r for r in every_sentence if r["file"].startswith("000") and r["sentence"]]
    assert inside("context", VICE, "5", "--json").records == quotable[2:7]
    shown = inside("context", VICE, str(len(quotable)))
    assert shown.status == 0
    assert " ".join(quotable[-1]["text"].split()) in shown.prose


def test_context_beyond_the_last_sentence_is_wrong_usage(inside):
    result = inside("context", VICE, "9999")
    assert (result.status, result.out) == (2, "")
    assert "sentences" in result.err


def test_check_counts_what_is_read_and_what_is_left_out(inside, every_sentence, articles):
    result = inside("check", "--json")
    assert result.status == 0
    *reports, total = result.records
    assert total["articles"] == len(reports) == len(articles)
    assert total["quotable"] == sum(record["kind"] in QUOTABLE for record in every_sentence)
    assert all(isinstance(warning, str) for warning in total["warnings"])
    left_out = [item for report in reports for item in report["left_out"]]
    assert all(item["why"] for item in left_out)
    assert [{key: item[key] for key in SENTENCE} for item in left_out] == [
        record for record in every_sentence if record["kind"] not in QUOTABLE
    ]
    for report in reports:
        of_file = [r["kind"] for r in every_sentence if r["file"] == report["file"]]
        assert report["kinds"] == {kind: of_file.count(kind) for kind in report["kinds"]}
        assert sum(report["kinds"].values()) == len(of_file)


def test_check_reports_the_topics(inside, root):
    written = tomllib.loads((root / "seeds/topics.toml").read_text(encoding="utf-8"))["topic"]
    total = inside("check", "--json").records[-1]
    assert total["topics"] == [{**topic, "drawn": False} for topic in written]
    shown = inside("check").prose
    for topic in written:
        assert f"{topic['name']}: {len(topic['questions'])} question" in shown


def test_check_tells_of_topics_drawn_from_the_articles(inside, root):
    story = str(root / "tests/stories/spice-virus")
    topics = inside("check", "--json", BOT_SEEDS=story).records[-1]["topics"]
    assert topics
    assert all(topic["drawn"] for topic in topics)
    assert "No topics.toml; topics drawn from the articles: " + topics[0]["name"] in (
        inside("check", BOT_SEEDS=story).prose
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[[topic]]\nname = "A"\nquestions = []\n', "topic 1 (A), field questions"),
        ('[[topic]]\nname = "A"\nquestions = ["?"]\ncolor = 1\n', "topic 1 (A), field color"),
        ('[topic]\nname = "A"\n', "field topic: is not a list. Write [[topic]]"),
        ('[[topic]]\nname = "A"\nquestions = ["?"]\n' * 2, "topic 2 (A), field name"),
    ],
)
def test_check_refuses_faulty_topics(inside, folder, text, said):
    made = folder()
    (made / "topics.toml").write_text(text)
    result = inside("check", BOT_SEEDS=str(made))
    assert (result.status, result.out) == (3, "")
    assert "topics.toml" in result.err
    assert said in result.err


def test_check_shows_reasons_and_warnings(inside, folder):
    made = folder("Advertisement\n\nThe cat sat on the mat all day long.\n")
    (made / "stray.txt").write_text("Never listed.")
    result = inside("check", BOT_SEEDS=str(made))
    assert result.status == 0
    assert "stray.txt: in the folder, but not in articles.toml" in result.prose
    assert "no published date" in result.prose

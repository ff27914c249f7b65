"""`ask`: one question, answered as text or as JSON."""

WHERE = "Where will Kim and Putin meet?"


def test_a_question_is_answered_with_a_sentence_and_its_citation(bot):
    result = bot("ask", WHERE)
    assert result.status == 0
    assert result.err == ""
    assert "Vladivostok" in result.prose.split("[1]")[0]
    assert "sentence " in result.prose.split("[1]")[1]


def test_the_words_of_a_question_need_no_quotation_marks(bot):
    result = bot("ask", "--json", *WHERE.split())
    assert result.status == 0
    assert result.record["question"] == WHERE
    assert "Vladivostok" in result.record["quotes"][0]["text"]


def test_what_the_articles_do_not_say_is_not_found(bot):
    shown = bot("ask", "zxqv blorp wibbleflux")
    assert shown.status == 1
    assert "The articles do not say." in shown.out


def test_not_found_as_json(inside):
    result = inside("ask", "--json", "")
    assert result.status == 1
    assert (result.record["status"], result.record["quotes"]) == ("not_found", [])


def test_only_what_was_published_by_a_day_may_be_used(inside):
    record = inside("ask", "--json", "--as-of", "2018-12-31", WHERE).record
    days = [quote["published"] for quote in record["quotes"] + record["closest"]]
    assert days
    assert all(day <= "2018-12-31" for day in days)


def test_quotes_are_as_many_as_asked_for_at_most(inside):
    record = inside("ask", "--json", "--top", "1", WHERE).record
    assert len(record["quotes"]) == 1
    assert len(record["closest"]) == 9


def test_the_number_of_quotes_is_a_setting(inside):
    assert len(inside("ask", "--json", WHERE, BOT_QUOTES="1").record["quotes"]) == 1


def test_an_unknown_outlet_is_told_which_there_are(bot):
    result = bot("ask", "x", "--outlet", "The Moon\x1b[31m Gazette")
    assert (result.status, result.out) == (2, "")
    assert "Bloomberg" in result.err
    assert "VICE News" in result.err
    assert "\x1b" not in result.err

from tests.answers.conftest import first


def test_two_weeks_for_one_trip_are_shown_side_by_side(summit):
    answer = summit.ask("When does Biegun travel to Russia?")
    (difference,) = answer.disagreements
    assert difference.about == "when"
    texts = {quote.article.outlet: quote.sentence.text for quote in difference.quotes}
    assert "next week" in texts["The Washington Times"]
    assert "this week" in texts["VICE News"]


def test_a_city_is_borne_out_only_by_those_who_name_it(summit):
    answer = summit.ask("Where will Kim and Putin meet?")
    assert "Vladivostok" in first(answer)
    assert "Bloomberg" not in answer.corroborated_by
    assert "VICE News" in answer.corroborated_by


def test_numbers_that_differ_are_a_disagreement_and_copies_are_no_second_voice(made):
    said = "The flood destroyed 40 houses in the valley, officials said."
    answerer = made(
        ("First Post", "2020-01-02", f"{said} Nobody slept."),
        ("Copy Post", "2020-01-02", f"{said} Cows were lost."),
        ("Other Post", "2020-01-02", "The flood destroyed 55 houses in the valley. It was dark."),
    )
    answer = answerer.ask("How many houses did the flood destroy in the valley?")
    assert answer.corroborated_by == ()
    (difference,) = answer.disagreements
    assert {q.article.outlet for q in difference.quotes} == {"First Post", "Other Post"}


def test_a_month_does_not_contradict_a_week(made):
    answerer = made(
        ("First Post", "2020-01-02", "The king will visit the island next week. Flags are out."),
        ("Other Post", "2020-01-02", "The king will visit the island later this month. It rains."),
    )
    assert answerer.ask("When will the king visit the island?").disagreements == ()


def test_remarks_on_a_garbled_source_stand_beside_its_quote(summit):
    answer = summit.ask("When did Kim meet Lavrov?", outlet="The Diplomat", top=5)
    assert any("May 31" in quote.sentence.text for quote in answer.quotes)
    assert any("garbled in the source" in note for note in answer.notes)


def test_a_sentence_that_leans_on_the_one_before_brings_it_along(summit):
    answer = summit.ask("What suggests that the summit could take place the following day?")
    leaning = next(q for q in answer.quotes if q.sentence.text.startswith("That suggests"))
    assert leaning.before is not None
    assert leaning.before.end <= leaning.sentence.start
    assert "April 23" in leaning.before.text


def test_places_that_differ_between_sentences_of_one_claim_are_a_disagreement(made):
    answerer = made(
        ("First Post", "2020-01-02", "The two kings will sign the treaty in Lund on Friday."),
        ("Other Post", "2020-01-02", "The two kings will sign the treaty in Ghent on Friday."),
        ("Third Post", "2020-01-02", "Cows were sold. The kings ate well in Bergen, a cook said."),
    )
    (difference,) = answerer.ask("Where will the two kings sign the treaty?").disagreements
    assert difference.about == "where"
    assert {q.article.outlet for q in difference.quotes} == {"First Post", "Other Post"}


def test_two_places_named_together_or_in_other_claims_are_no_disagreement(made):
    answerer = made(
        ("First Post", "2020-01-02", "The two kings will sign the treaty in Lund on Friday."),
        ("Other Post", "2020-01-02", "The kings will sign the treaty in Lund, not in Ghent."),
    )
    assert answerer.ask("Where will the two kings sign the treaty?").disagreements == ()


def test_the_other_half_of_a_question_is_a_second_quote(made):
    answerer = made(
        (
            "Post",
            "2020-01-02",
            "The bridge at Lund was closed by the engineers on Monday. The ferry costs two pounds."
            " Shops shut at noon. A band played. Nobody was hurt. It rained in the hills.",
        )
    )
    answer = answerer.ask("Who closed the bridge at Lund and what does the ferry cost?")
    texts = " ".join(quote.sentence.text for quote in answer.quotes)
    assert "engineers" in texts
    assert "two pounds" in texts

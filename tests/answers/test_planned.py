"""Events that the articles know only as still to come, and people asked about in pairs."""

from bot.answers.notes import PLANNED

NAMES = "".join(
    f'[[person]]\nname = "{name}"\naliases = ["{name.split()[1]}"]\n'
    for name in ("Ana Brook", "Carl Dunn", "Eva Fisk")
)
AHEAD = (
    "Brook and Dunn will meet in Lund next week. Dunn said Brook would bring a gift."
    " Brook is expected to ask Dunn for ships. Shops shut at noon. It rained in the hills."
)


def test_how_a_meeting_went_is_not_known_before_it(made):
    answerer = made(("Post", "2020-01-02", AHEAD), names=NAMES)
    for question in ("What did Brook and Dunn sign in Lund?", "What happened when Brook met Dunn?"):
        answer = answerer.ask(question)
        assert not answer.answered
        assert PLANNED in answer.notes
        assert answer.closest


def test_whether_they_have_met_is_told_by_what_will_be_the_first_time(made):
    first = "Brook will travel to the old town of Lund for her first meeting with Dunn, aides said."
    asked = "Have Brook and Dunn met before?"
    unknown = made(("Post", "2020-01-02", AHEAD), names=NAMES).ask(asked)
    assert not unknown.answered
    told = made(("Post", "2020-01-02", f"{AHEAD} {first}"), names=NAMES).ask(asked)
    assert told.answered
    assert told.quotes[0].sentence.text == first
    assert PLANNED not in told.notes
    newer = made(
        ("Post", "2019-01-02", "Brook has yet to meet Dunn. Snow fell in the hills."),
        ("Gazette", "2020-01-02", f"{AHEAD} {first}"),
        names=NAMES,
    ).ask(asked)
    assert newer.quotes[0].sentence.text == first


def test_what_is_told_as_done_beside_the_plan_answers(made):
    told = "At noon Dunn invited Brook to his barge, and will meet her there."
    answerer = made(("Post", "2020-01-02", f"{AHEAD} {told}"), names=NAMES)
    answer = answerer.ask("Did Dunn invite Brook?")
    assert answer.answered
    assert answer.quotes[0].sentence.text == told
    assert PLANNED not in answer.notes
    planned = "At noon Dunn said that he would invite Brook to his barge and meet her there."
    answerer = made(("Post", "2020-01-02", f"{AHEAD} {planned}"), names=NAMES)
    assert not answerer.ask("Did Dunn invite Brook?").answered
    assert not answerer.ask("Did Dunn invite Brook to Ghent?").answered


def test_what_is_asked_beside_the_meeting_is_not_told_by_its_being_the_first(made):
    first = "Brook will travel to the old town of Lund for her first meeting with Dunn, aides said."
    invited = "Dunn has invited the mayor."
    answerer = made(("Post", "2020-01-02", f"{first} {AHEAD} {invited}"), names=NAMES)
    assert not answerer.ask("Did Brook invite Dunn to meet her?").answered


def test_what_is_to_come_may_be_asked_about(made):
    answer = made(("Post", "2020-01-02", AHEAD), names=NAMES).ask("Where will Brook meet Dunn?")
    assert answer.answered
    assert PLANNED not in answer.notes


def test_a_report_of_what_has_been_answers(made):
    been = AHEAD + " Brook and Dunn signed a treaty in Ghent in May. Brook and Dunn met there."
    answer = made(("Post", "2020-01-02", been), names=NAMES).ask("What did Brook and Dunn sign?")
    assert "treaty" in answer.quotes[0].sentence.text
    assert PLANNED not in answer.notes


def test_a_sentence_on_the_two_asked_about_goes_before_one_on_another_pair(made):
    answerer = made(
        (
            "Post",
            "2020-01-02",
            "Brook held her first summit with Fisk in Ghent, and the summit was held in May."
            " Brook and Dunn discussed fish at a summit in Lund. It rained. Shops shut at noon.",
        ),
        names=NAMES,
    )
    answer = answerer.ask("Where did Brook and Dunn hold their summit?")
    assert "Lund" in answer.quotes[0].sentence.text


def test_a_name_that_no_article_has_is_not_passed_over(made):
    answerer = made(("Post", "2020-01-02", AHEAD), names=NAMES)
    assert answerer.ask("Will Dunn meet Brook in Lund?").confidence > 2 * (
        answerer.ask("Will Theodora Quill meet Brook in Lund?").confidence
    )


def test_what_was_told_to_an_outlet_stands_in_its_own_article(made):
    said = "The ships are old, Brook said. It rained in the hills. Shops shut at noon."
    answerer = made(
        ("Evening Post", "2020-01-02", said), ("Sun Daily", "2020-01-02", "Cows ate."), names=NAMES
    )
    question = "What did Brook tell the Evening Post of the ships?"
    (lead, *_) = answerer.ask(question).quotes
    assert lead.sentence.text.startswith("The ships are old")


def test_they_are_the_two_whom_the_articles_speak_of_most(made):
    answerer = made(("Post", "2020-01-02", AHEAD + " Fisk signed a book."), names=NAMES)
    answer = answerer.ask("What did they sign?")
    assert not answer.answered
    assert PLANNED in answer.notes


def test_what_is_told_as_done_is_not_only_planned(summit):
    answer = summit.ask("Did Kim accept Putin's invitation?")
    assert answer.answered
    assert "acceptance of Putin’s invitation" in answer.quotes[0].sentence.text

from bot.answers.conversation import Conversation


def talk(answerer, *lines):
    conversation, answers = Conversation(), []
    for line in lines:
        answer, conversation = answerer.converse(line, conversation)
        answers.append(answer)
    return answers


def test_and_when_asks_the_same_of_the_time(summit):
    *_, answer = talk(summit, "Where will Kim and Putin meet?", "and when?")
    assert answer.answered
    assert any(note.startswith("About:") for note in answer.notes)
    assert "week" in answer.quotes[0].sentence.text


def test_a_pronoun_stands_for_the_last_person(summit):
    *_, answer = talk(summit, "When does Biegun travel to Russia?", "who will he press there?")
    assert "Morgulov" in answer.quotes[0].sentence.text
    assert any("Stephen Biegun" in note for note in answer.notes)


def test_an_outlet_alone_asks_it_the_same(summit):
    *_, answer = talk(summit, "Where will Kim and Putin meet?", "and the Washington Post?")
    assert {q.article.outlet for q in (*answer.quotes, *answer.closest)} == {"The Washington Post"}
    assert answer.answered


def test_a_question_that_stands_alone_takes_nothing_over(summit):
    alone = summit.ask("Which airline scheduled a special flight to Vladivostok?")
    *_, after = talk(
        summit,
        "Who is the Kremlin spokesman?",
        "Which airline scheduled a special flight to Vladivostok?",
    )
    assert after == alone


def test_without_a_conversation_nothing_is_taken_over(summit):
    assert not summit.ask("and when?").answered


def test_a_follow_up_is_shown_to_be_about_what_was_typed(summit):
    _, before = summit.converse("Where is the summit?", Conversation())
    answer, _ = summit.converse("What about Bloomberg?", before)
    assert "About: Where is the summit." in map(str, answer.notes)
    answer, _ = summit.converse("Is it settled?", before)
    assert "About: summit." in map(str, answer.notes)

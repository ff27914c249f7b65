"""What no article mentions is said to be missing, and nothing that stands anywhere."""

import pytest

from tests.answers.conftest import answerer_of
from tests.corpus.folders import STORY, entry, write

CAPTION = "Photo: Zorro Vane, who owns the ferry, beside the harbour bridge"
MARKET = (
    "Fishers sell less at the harbour market\n\n"
    "The fishers sold less at the harbour market on Monday than in any week of the winter.\n\n"
    "Nobody sells a hundred crates a day any more, said Tavish, who has a stall at the market.\n"
)


@pytest.fixture
def harbour(tmp_path):
    told = entry("market.txt", outlet='"The Market Mail"')
    files = {"story_txt": f"{STORY}\n{CAPTION}\n", "market_txt": MARKET}
    return answerer_of(write(tmp_path, entry() + told, **files))


def missing(answerer, question, **asked):
    notes = answerer.ask(question, **asked).notes
    return [str(note) for note in notes if "mentions" in str(note)]


def test_what_stands_nowhere_is_told(harbour):
    assert missing(harbour, "What did Xavier mend?") == ["No article mentions Xavier."]


def test_what_stands_only_where_nothing_is_quoted_from_is_not_said_to_be_missing(harbour):
    assert all("Zorro" not in sentence.text for sentence in harbour.corpus.sentences)
    assert missing(harbour, "What did Zorro mend?") == []


def test_what_one_outlet_leaves_out_is_not_said_to_stand_nowhere(harbour):
    asked = {"outlet": "The Harbour Light"}
    assert missing(harbour, "What did Tavish mend?", **asked) == []
    assert missing(harbour, "What did Xavier mend?", **asked) == ["No article mentions Xavier."]

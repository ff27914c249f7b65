"""An article is added while two hundred questions go on, and nobody is left without a reply."""

from pathlib import Path

from tests.loopback.reloading import reloaded

TOLD = "The lighthouse of Zembla was painted green by"


async def test_an_article_added_while_questions_go_on(tmp_path: Path) -> None:
    found = await reloaded(tmp_path, 200, 10.0)
    assert TOLD not in found.before
    assert TOLD in found.after
    assert TOLD in found.posted
    assert found.wrong == []
    assert found.outcomes.total() == 200
    assert "6 of 6 outlets" in found.status
    assert found.violations == []

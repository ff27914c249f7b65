"""The rules are about wording and position: no outlet's name stands in the code."""

import re
import tomllib
from pathlib import Path

import pytest

import bot.corpus

ROOT = Path(__file__).parents[2]
CODE = sorted(Path(bot.corpus.__file__).parent.glob("*.py"))
FOLDERS = (ROOT / "seeds", *(ROOT / "tests" / "stories").iterdir())
KNOWN = (
    "Reuters",
    "Associated Press",
    r"AP\b",
    "AFP",
    "BBC",
    "CNN",
    "Guardian",
    "New York Times",
    "Getty",
    "Yahoo",
    "Xinhua",
    "TASS",
    "Yonhap",
    "Matzav",
    "Vice News",
    "Diplomat",
    "Izvestia",
    "Kremlin",
)


def outlets() -> set[str]:
    names = set(KNOWN)
    for folder in FOLDERS:
        for entry in tomllib.loads((folder / "articles.toml").read_text(encoding="utf-8"))[
            "article"
        ]:
            names |= {re.escape(entry[key]) for key in ("outlet", "via") if key in entry}
    return names


@pytest.mark.parametrize("path", CODE, ids=lambda path: path.stem)
def test_no_outlet_is_named(path: Path) -> None:
    # The manifest's fields are explained with an example; rules have none.
    code = path.read_text(encoding="utf-8")
    named = [name for name in outlets() if re.search(rf"(?<!\w){name}", code)]
    assert named == []

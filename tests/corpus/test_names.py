"""names.toml: who and what a story is about, and what is wrong with a faulty one."""

from pathlib import Path

import pytest

from bot.corpus.names import NameKind
from tests.corpus.folders import STORY, entry, faults, load_one, write

ANN = '[[person]]\nname = "Ann Lee"\naliases = ["Lee", "Ms. Lee"]\nloose = ["the mayor"]\n'
BEA = '[[person]]\nname = "Bea Lee"\nnot = ["Ann Lee"]\n'
PORT = '[[place]]\nname = "Port Ansel"\naliases = ["the port"]\n'
COUNCIL = '[[organisation]]\nname = "Council"\n'


def with_names(folder: Path, names: str | bytes) -> Path:
    return write(folder, entry(), story_txt=STORY, names_toml=names)


def test_names_are_read_with_their_kinds(tmp_path: Path) -> None:
    with_names(tmp_path, PORT + ANN + COUNCIL + BEA)
    names = load_one(tmp_path, STORY).names
    assert {name.name: name.kind for name in names.entries} == {
        "Ann Lee": NameKind.PERSON,
        "Bea Lee": NameKind.PERSON,
        "Council": NameKind.ORGANISATION,
        "Port Ansel": NameKind.PLACE,
    }
    assert names.by_name["Ann Lee"].aliases == ("Lee", "Ms. Lee")
    assert names.by_name["Ann Lee"].loose == ("the mayor",)
    assert names.by_name["Bea Lee"].never == ("Ann Lee",)


@pytest.mark.parametrize("names", ["", "# nobody\n"])
def test_an_empty_names_file_names_nobody(tmp_path: Path, names: str) -> None:
    with_names(tmp_path, names)
    assert load_one(tmp_path, STORY).names.entries == ()


def test_a_folder_needs_no_names_file(tmp_path: Path) -> None:
    assert load_one(tmp_path, STORY).names.entries == ()


@pytest.mark.parametrize(
    ("names", "field", "fault"),
    [
        (ANN + '[[person]]\naliases = ["A"]\n', "person 2, field name", "missing"),
        (ANN.replace('"Ann Lee"', '""'), "person 1, field name", "empty"),
        (ANN + 'alias = "A"\n', "person 1 (Ann Lee), field alias", "not a known key"),
        ('[[people]]\nname = "A"\n', "field people", "not a known key"),
        ('[[person]]\nname = "A"\naliases = "B"\n', "person 1 (A), field aliases", "not a list"),
        ('[[person]]\nname = "A"\naliases = [""]\n', "person 1 (A), field aliases.0", "empty"),
        ('[[person]]\nname = "A"\nnot = "B"\n', "person 1 (A), field not", "not a list"),
        ('person = "A"\n', "field person", "not a list"),
        (BEA, "person Bea Lee, field not", "'Ann Lee' is no entry"),
        (ANN + '[[place]]\nname = "lee"\n', "place lee", "already means Ann Lee"),
        (ANN + '[[place]]\nname = "A"\naliases = ["LEE"]\n', "place A", "already means Ann Lee"),
        (ANN + ANN, "person Ann Lee", "stands twice"),
        (ANN + '[[person]\nname = "A"\n', "line 5", "not valid TOML"),
        ('[[person]]\nname = "A', "line 2, name", "not valid TOML"),
    ],
)
def test_a_fault_is_told_with_its_place_and_cure(
    tmp_path: Path, names: str, field: str, fault: str
) -> None:
    found = faults(with_names(tmp_path, names))
    assert {problem.file for problem in found} == {"names.toml"}
    assert [(p.field, fault in p.fault, bool(p.cure)) for p in found] == [(field, True, True)]


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    names = ANN + BEA.replace("Ann", "Cy") + '[[place]]\nname = "Lee"\n'
    assert len(faults(with_names(tmp_path, names))) == 2
    assert len(faults(with_names(tmp_path, ANN + "a = 1\nb = 2\n"))) == 2


def test_names_that_are_not_utf8(tmp_path: Path) -> None:
    (problem,) = faults(with_names(tmp_path, b'[[person]]\nname = "Ren\xe9"\n'))
    assert (problem.file, "UTF-8" in problem.cure) == ("names.toml", True)


def test_a_name_may_be_its_own_alias(tmp_path: Path) -> None:
    with_names(tmp_path, '[[person]]\nname = "Ann"\naliases = ["Ann", "ann", "Annie"]\n')
    assert load_one(tmp_path, STORY).names.entries[0].name == "Ann"

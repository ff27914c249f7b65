"""A tiny hand-made folder in WordNet's own format."""

import pytest

from bot.answers.thesaurus import read_lexicon
from bot.answers.wordnet import open_wordnet
from bot.app import main
from bot.index.analysis import Analyser

SENSES = {
    "noun": [("car", "auto", "motor_vehicle"), ("quay", "wharf"), ("zebra",)],
    "verb": [("hurry", "rush"), ("rush", "charge"), ("hew", "chop")],
    "adj": [("glad(p)", "happy")],
    "adv": [("quickly", "apace")],
}
HEADER = "  1 This line stands for the licence.\n"


@pytest.fixture
def folder(tmp_path):
    for part, senses in SENSES.items():
        data, offsets = HEADER, {}
        for words in senses:
            for word in words:
                offsets.setdefault(word.partition("(")[0], []).append(len(data))
            listed = " ".join(f"{word} 0" for word in words)
            data += f"{len(data):08d} 06 {part[0]} {len(words):02x} {listed} 000 | a gloss\n"
        lines = [
            f"{word} {part[0]} {len(at)} 1 @ {len(at)} 0 " + " ".join(f"{o:08d}" for o in at)
            for word, at in sorted(offsets.items())
        ]
        (tmp_path / f"data.{part}").write_text(data, encoding="utf-8")
        (tmp_path / f"index.{part}").write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("form", "synonyms"),
    [
        ("car", {"auto", "motor vehicle"}),
        ("cars", {"car", "auto", "motor vehicle"}),
        ("rushed", {"rush", "hurry", "charge"}),
        ("hurries", {"hurry", "rush"}),
        ("happy", {"glad"}),
        ("apace", {"quickly"}),
        ("zebra", set()),
        ("aardvark", set()),
        ("zymurgy", set()),
        ("it's", set()),
    ],
)
def test_words_that_share_a_sense_are_found_in_every_form(folder, form, synonyms):
    assert set(open_wordnet(folder).synonyms(form)) == synonyms


def test_a_folder_that_is_not_whole_is_none(folder, tmp_path):
    (folder / "data.adv").unlink()
    assert open_wordnet(folder) is None
    assert open_wordnet(tmp_path / "nowhere") is None


def test_a_word_only_wordnet_knows_counts_as_related(folder):
    analyser = Analyser()
    plain = read_lexicon(analyser.stem_all)
    lexicon = read_lexicon(analyser.stem_all, open_wordnet(folder))
    terms = analyser.analyse("the wharf").terms
    assert ("quay",) not in plain.related_to(terms)[1]
    assert ("quay",) in lexicon.related_to(terms)[1]


def test_a_folder_without_wordnet_is_named_with_the_cure(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("BOT_WORDNET", str(tmp_path))
    assert main(["ask", "Where will Kim and Putin meet?"]) == 3
    said = capsys.readouterr().err
    assert f"BOT_WORDNET: {tmp_path} lacks" in said
    assert "leave the setting out" in said

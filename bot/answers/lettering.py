"""Names typed in small letters beside others with capitals: "did moor meet Orr"."""

from string import capwords

from bot.index.index import SentenceIndex
from bot.index.stopwords import STOP_WORDS
from bot.index.tokens import tokens

# Sentences that are looked at for a word in small letters.
_LOOKED_AT = 100


def lettered(text: str, index: SentenceIndex) -> str:
    """Give such names their capitals, but for those that the corpus has as plain words as well.

    A text without capitals stays as it is: its names are found anyway.
    """
    small = text.lower()
    if len(small) != len(text) or not any(token.capital for token in tokens(text)[1:]):
        return text
    for mention in index.analyser.analyse(small).mentions:
        described = mention.loose and mention.last - mention.first > 1
        written = text[mention.start : mention.end]
        if not described and written.islower() and _is_name(written, index):
            text = text[: mention.start] + capwords(written) + text[mention.end :]
    return text


def _is_name(written: str, index: SentenceIndex) -> bool:
    forms = [token.form for token in tokens(written) if token.form not in STOP_WORDS]
    return len(forms) > 1 or (bool(forms) and not _is_word(forms[0], index))


def _is_word(form: str, index: SentenceIndex) -> bool:
    """Whether the corpus has a word in small letters."""
    key = index.analyser.stem(form)
    return any(
        term.key == key and not term.capital
        for at in index.array(key)[:_LOOKED_AT].tolist()
        for term in index.analyses[at].terms
    )

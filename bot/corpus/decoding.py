"""Bytes of an article file to text whose code points are those of the file."""

from bot.corpus.errors import CorpusError, Problem

_SAVE_AS_UTF8 = "Save the file as UTF-8 text"


def decode(data: bytes, file: str) -> tuple[str, str]:
    """Return the text, and a doubt if its bytes leave one: UTF-8, else Windows-1252.

    Line ends and a byte order mark stay as they stand, so that offsets count them.
    Raises CorpusError for bytes that are no text in either encoding.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise CorpusError(Problem(file, "bytes", "the text is UTF-16", _SAVE_AS_UTF8))
    if b"\x00" in data:
        raise CorpusError(Problem(file, "bytes", "holds NUL bytes and is no text", _SAVE_AS_UTF8))
    text = data.decode("utf-8", errors="replace")
    if text.encode() == data:
        return text, ""
    odd = text.count("\ufffd")
    sound = sum(not character.isascii() for character in text) - odd
    # Windows-1252 is hardly ever UTF-8 by chance: where most of it is, the rest is damage.
    if sound > odd:
        return text, f"{odd} characters are not UTF-8; shown as \ufffd"
    try:
        return data.decode("cp1252"), "not UTF-8; read as Windows-1252"
    except UnicodeDecodeError as error:
        at = error.start
    fault = f"byte {at} is neither UTF-8 nor Windows-1252"
    raise CorpusError(Problem(file, "bytes", fault, _SAVE_AS_UTF8))

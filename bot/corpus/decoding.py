"""Bytes of an article file to text whose code points are those of the file."""

from bot.corpus.errors import CorpusError, Problem

_SAVE_AS_UTF8 = "Save the file as UTF-8 text"


def decode(data: bytes, file: str) -> tuple[str, str]:
    """Return the text and the encoding used: UTF-8 if it is that, else Windows-1252.

    Line ends and a byte order mark stay as they stand, so that offsets count them.
    Raises CorpusError for bytes that are no text in either encoding.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise CorpusError(Problem(file, "bytes", "the text is UTF-16", _SAVE_AS_UTF8))
    if b"\x00" in data:
        raise CorpusError(Problem(file, "bytes", "holds NUL bytes and is no text", _SAVE_AS_UTF8))
    for encoding in ("utf-8", "cp1252"):
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError as error:
            at = error.start
    fault = f"byte {at} is neither UTF-8 nor Windows-1252"
    raise CorpusError(Problem(file, "bytes", fault, _SAVE_AS_UTF8))

"""A short key for texts too long for an index."""

from hashlib import sha256


def digest(*texts: str) -> str:
    """Return a key that is the same for the same texts only."""
    joined = "\0".join(texts)
    return sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()

"""How much each feature counts, found by tests/benchmarks/fit.py; nothing else is tuned."""

RANKING: dict[str, float] = {
    "bm25": 4.0,
    "paragraph": 4.5,
    "surface": 2.5,
    "coverage": 3.8,
    "soft": 1.8,
    "prefix": 1.1,
    "around": 2.4,
    "article_title": 1.3,
    "pairs": 0.7,
    "precision": 1.8,
    "number": 1.4,
    "date": 1.9,
    "person": 1.0,
    "place": 0.9,
    "reason": 0.4,
    "definition": 0.4,
    "short": 0.7,
    "asking": -3.0,
    "headline": -1.0,
}

"""How much each feature counts, found by tests/benchmarks/fit.py; tuned nowhere else."""

RANKING: dict[str, float] = {
    "bm25": 3.821,
    "paragraph": 4.166,
    "surface": 2.686,
    "coverage": 3.471,
    "soft": 3.607,
    "related": 2.199,
    "prefix": 0.515,
    "leaned": 2.769,
    "around": 1.513,
    "title": 1.301,
    "close": 0.241,
    "pairs": 1.647,
    "names": 0.045,
    "absent_names": -0.56,
    "confused": -0.269,
    "precision": 0.935,
    "number": 1.482,
    "number_near": 0.669,
    "date": 1.617,
    "person": 0.663,
    "place": 0.961,
    "reason": 0.307,
    "definition": 0.254,
    "negation": 0.415,
    "figures": -0.207,
    "short": 0.494,
    "long": -0.687,
    "asking": -0.346,
    "headline": -1.062,
    "past_ahead": -0.427,
    "future": 0.881,
    "subject": 0.766,
}

# Evidence is for log-odds; found.get(..., 1.0) makes `constant` the intercept.
EVIDENCE: dict[str, float] = {
    "score": 0.564,
    "gap": 0.243,
    "coverage": -0.177,
    "surface": -0.536,
    "soft": 0.497,
    "related": 0.245,
    "nearby": -0.016,
    "nowhere": 0.248,
    "names_nowhere": -1.007,
    "names_missing": 0.851,
    "heaviest_missing": 0.399,
    "matched_weight": -0.1,
    "weight": 0.461,
    "bm25": -0.547,
    "pairs": 0.162,
    "units": 0.031,
    "typed": -0.437,
    "untyped": 0.517,
    "confused": -0.124,
    "past_ahead": 0.269,
    "past_future": 0.148,
    "headline": 0.043,
    "constant": -4.538,
}

# Slope and offset that turn the evidence into how often the first quote is right.
CALIBRATION: tuple[float, float] = (1.0519, -1.0622)

# From this confidence on a question counts as answered.
ENOUGH = 0.2318

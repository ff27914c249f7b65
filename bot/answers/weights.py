"""How much each feature counts, found by tests/benchmarks/fit.py; tuned nowhere else."""

RANKING: dict[str, float] = {
    "bm25": 3.806,
    "paragraph": 4.143,
    "surface": 2.681,
    "coverage": 3.415,
    "soft": 3.579,
    "related": 1.872,
    "prefix": 0.518,
    "leaned": 2.766,
    "around": 1.55,
    "title": 1.316,
    "close": 0.234,
    "pairs": 1.651,
    "names": 0.052,
    "absent_names": -0.556,
    "confused": -0.271,
    "precision": 0.941,
    "number": 1.492,
    "number_near": 0.669,
    "date": 1.67,
    "person": 0.659,
    "place": 0.981,
    "reason": 0.288,
    "definition": 0.244,
    "negation": 0.412,
    "figures": -0.182,
    "short": 0.563,
    "long": -0.642,
    "asking": -0.349,
    "headline": -1.058,
    "past_ahead": -0.397,
    "future": 0.872,
    "subject": 0.775,
}

# Evidence is for log-odds; found.get(..., 1.0) makes `constant` the intercept.
EVIDENCE: dict[str, float] = {
    "score": 0.561,
    "gap": 0.234,
    "coverage": -0.245,
    "surface": -0.579,
    "soft": 0.551,
    "related": 0.3,
    "nearby": 0.025,
    "nowhere": 0.206,
    "names_nowhere": -1.016,
    "names_missing": 0.8,
    "heaviest_missing": 0.387,
    "matched_weight": -0.004,
    "weight": 0.424,
    "bm25": -0.525,
    "pairs": 0.138,
    "units": 0.004,
    "typed": -0.443,
    "untyped": 0.514,
    "confused": -0.125,
    "past_ahead": 0.245,
    "past_future": 0.155,
    "headline": 0.044,
    "constant": -4.421,
}

# Slope and offset that turn the evidence into how often the first quote is right.
CALIBRATION: tuple[float, float] = (1.066, -1.0785)

# From this confidence on a question counts as answered.
ENOUGH = 0.245

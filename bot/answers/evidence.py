"""Whether the best sentence answers the question, or only looks like it."""

from collections.abc import Mapping, Sequence
from math import exp, log

from bot.answers.asks import Asks
from bot.answers.light import FRAME
from bot.answers.question import Question
from bot.answers.ranking import Candidate
from bot.answers.weights import CALIBRATION, EVIDENCE

NAMES = (
    "score",
    "gap",
    "coverage",
    "surface",
    "soft",
    "related",
    "nearby",
    "nowhere",
    "names_nowhere",
    "names_missing",
    "heaviest_missing",
    "matched_weight",
    "weight",
    "bm25",
    "pairs",
    "units",
    "typed",
    "untyped",
    "confused",
    "past_ahead",
    "past_future",
    "headline",
    "untyped_first",
    "clause",
    "near",
    "no_near",
    "acting",
    "named",
    "unnamed",
    "uncounted",
    "unmeasured",
    "ordinal_missing",
    "names_nowhere_share",
    "planned",
    "mismatch",
    "then",
)
_USUAL = 100
_NEAR = frozenset([Asks.PERSON, Asks.PLACE, Asks.DATE, Asks.NUMBER])
TYPED = {
    Asks.PERSON: "person",
    Asks.PLACE: "place",
    Asks.DATE: "date",
    Asks.NUMBER: "number",
    Asks.REASON: "reason",
}


def evidence(question: Question, ranked: Sequence[Candidate], sentences: int) -> dict[str, float]:
    """Return what tells an answer from a look-alike, for the best candidate of a ranking.

    `sentences` is how many the corpus holds.
    """
    best = ranked[0]
    seen = best.by_name
    total = question.weight or 1.0
    second = ranked[1].score if len(ranked) > 1 else 0.0
    # Words that only shape the question need stand nowhere.
    nowhere = [u for u in question.units if not (u.known or u.key in FRAME)]
    unheard = [unit for unit in nowhere if not unit.elsewhere]
    # In a very small corpus every term looks common; weigh it as in one of a usual size.
    scale = log(_USUAL) / log(min(max(sentences, 2), _USUAL))
    missing = [unit.weight for unit in question.units if unit.key not in best.matched]
    wanted = TYPED.get(question.asks)
    return {
        "score": best.score,
        "gap": best.score - second,
        "coverage": seen["coverage"],
        "surface": seen["surface"],
        "soft": seen["soft"] + seen["prefix"],
        "related": seen["related"],
        "nearby": seen["leaned"] + seen["around"],
        "nowhere": sum(unit.weight for unit in unheard) / total,
        "names_nowhere": float(any(unit.capital for unit in unheard)),
        "names_missing": seen["absent_names"],
        "heaviest_missing": scale * max(missing, default=0.0) / 10,
        "matched_weight": min(seen["coverage"] * total * scale, 40) / 10,
        "weight": min(total * scale, 60) / 10,
        "bm25": seen["bm25"],
        "pairs": seen["pairs"],
        "units": min(len(question.units), 12) / 10,
        "typed": seen[wanted] if wanted else 0.0,
        "untyped": float(wanted is None),
        "confused": seen["confused"],
        "past_ahead": seen["past_ahead"],
        "past_future": float(best.future),
        "headline": seen["headline"],
        "untyped_first": float(wanted is not None and not seen[wanted]),
        "clause": seen["clause"],
        "near": seen["near"],
        "no_near": float(question.asks in _NEAR and seen["near"] < 0.25),
        "acting": seen["acting"],
        "named": seen["named"],
        "unnamed": float(bool(question.wording.heads) and not seen["named"]),
        "uncounted": float(bool(question.wording.counted) and not seen["counted"]),
        "unmeasured": float(question.measure is not None and not seen["measured"]),
        "ordinal_missing": float(not best.matched.issuperset(question.wording.ordinals)),
        "names_nowhere_share": sum(u.weight for u in unheard if u.capital) / total,
        "then": seen["then"],
        "mismatch": seen["mismatch"],
        "planned": float(question.past) * sum(c.future for c in ranked[:5]) / 5,
    }


def confidence(found: Mapping[str, float]) -> float:
    """Return how likely the best sentence answers the question, 0 to 1, from its evidence."""
    score = sum(weight * found.get(name, 1.0) for name, weight in EVIDENCE.items())
    slope, offset = CALIBRATION
    return round(1 / (1 + exp(-(slope * score + offset))), 4)

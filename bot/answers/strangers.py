"""Full names of whom no article speaks, where a part of the name is a common word as well."""

from itertools import pairwise

from bot.answers import signs
from bot.answers.question import Question


def names_stranger(question: Question) -> bool:
    """Whether a question names somebody unheard of such as Theresa May, whatever "may" matches.

    A first name that no article gives, before a last name that one does, is no stranger's.
    """
    unheard = {
        unit.key
        for unit in question.units
        if unit.capital and not unit.known and not unit.elsewhere
    }
    # A question's first word has a capital letter whatever it is.
    named = [term for term in question.analysis.terms[1:] if term.capital]
    return any(
        other.start - one.end == 1
        and all(
            term.key in unheard or term.stop or signs.is_calendar(term.form)
            for term in (one, other)
        )
        and not unheard.isdisjoint((one.key, other.key))
        and not question.text[one.start : other.end].isupper()
        for one, other in pairwise(named)
    )

"""Which sentence leads an answer, and how sure that is: all that may overrule the ranking."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answers.ages import ages
from bot.answers.describing import by_role, introducing, says_who
from bot.answers.encounters import encounters
from bot.answers.evidence import confidence, evidence
from bot.answers.kinds import asks_which_ones
from bot.answers.lookalikes import lacks_answer
from bot.answers.motives import gives_no_motive, motive
from bot.answers.notes import PLANNED
from bot.answers.phrased import phrased
from bot.answers.planned import first_ever, only_planned
from bot.answers.posts import holds_post
from bot.answers.question import Question
from bot.answers.ranking import Candidate, Ranker
from bot.answers.restated import names_nobody, restates_without_reason
from bot.answers.scope import Scope
from bot.answers.strangers import names_stranger
from bot.answers.undecided import left_open
from bot.phrase import Phrase

# What is only planned is no answer to how it went, nor is what lacks the thing asked for, nor any
# one on somebody unheard of: the confidence stays below this share of enough.
_UNSURE = 0.8

# No surer than this is what the sentence behind the best one tells.
_NEXT = 0.7


@dataclass(frozen=True, slots=True)
class Led:
    """Sentences, the one that leads first, how sure it is that it answers, and what is noted."""

    ranked: Sequence[Candidate]
    sure: float
    notes: tuple[Phrase, ...] = ()


def led(
    question: Question, ranked: Sequence[Candidate], within: Scope, ranker: Ranker, enough: float
) -> Led:
    """Put in front what tells just what is asked for, and doubt what can't; `ranked` has some.

    What is at least `enough` sure is shown as an answer.
    """
    profiles, index = ranker.profiles, ranker.profiles.index
    notes: tuple[Phrase, ...] = ()
    sure = confidence(evidence(question, ranked, len(index.sentences)))
    if (introduced := introducing(question, within, profiles)) is not None:
        if by_role(question) or not says_who(question, ranked[0].position, profiles):
            ranked = ranker.led_by(introduced, question, within, ranked)
        sure = max(sure, enough)
    told = ages(question, within, profiles) or encounters(question, within, profiles)
    if introduced is None or not by_role(question):
        told = told or holds_post(question, within, profiles)
    if told and ranked[0].position not in told:
        ranked = ranker.led_by(told[0], question, within, ranked)
    if told:
        sure = max(sure, enough)
    if undecided := left_open(question, ranked, profiles):
        ranked = [undecided, *(other for other in ranked if other is not undecided)]
        sure = max(sure, enough)
    lacks = not (undecided or told) and lacks_answer(question, ranked[0], profiles)
    if lacks and (further := _told_next(question, ranked, within, ranker)):
        ranked, lacks, sure = further, False, min(max(sure, enough), _NEXT)
    if lacks and ranked[0].position != introduced:
        sure = min(sure, _UNSURE * enough)
    if sure < enough or gives_no_motive(question, ranked[0], profiles):
        aim = motive(question, within, profiles)
        if aim is not None:
            ranked = ranker.led_by(aim, question, within, ranked)
            sure = max(sure, enough)
    untold, telling = phrased(question, ranked[0], within, profiles)
    if telling is not None:
        ranked = ranker.led_by(telling, question, within, ranked)
        sure = max(sure, enough)
    elif untold:
        sure = min(sure, _UNSURE * enough)
    if names_stranger(question):
        sure = min(sure, _UNSURE * enough)
    if only_planned(question, ranked[0], within, profiles):
        first = first_ever(question, within, profiles)
        if first is None:
            sure = min(sure, _UNSURE * enough)
            notes = (Phrase(PLANNED),)
        else:
            ranked = ranker.led_by(first, question, within, ranked)
            sure = max(sure, enough)
    return Led(ranked, sure, notes)


def _told_next(
    question: Question, ranked: Sequence[Candidate], within: Scope, ranker: Ranker
) -> Sequence[Candidate] | None:
    """Let the next sentence lead where it tells the rest: "She met several leaders. They were…".

    So it does where those are named who are asked for, or where no more than the question was said.
    """
    profiles = ranker.profiles
    following = profiles.index.after[ranked[0].position]
    if following < 0:
        return None
    named = asks_which_ones(question) or names_nobody(question, ranked[0], profiles)
    goes_on = named and profiles.of(following).leans
    if not (goes_on or restates_without_reason(question, ranked[0], profiles)):
        return None
    led_further = ranker.led_by(following, question, within, ranked)
    return None if lacks_answer(question, led_further[0], profiles) else led_further

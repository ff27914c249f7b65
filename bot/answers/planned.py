"""Questions on how something went that the articles only know as still to come."""

from bot.answers import signs
from bot.answers.asks import Asks
from bot.answers.profiles import Profiles
from bot.answers.question import Question
from bot.answers.ranking import Candidate
from bot.answers.scope import Scope

# So many sentences on the same people must look ahead, and nearly all that there are.
_ENOUGH = 3
_NEARLY_ALL = 0.8
_TOGETHER = 2


def only_planned(question: Question, lead: Candidate, scope: Scope, profiles: Profiles) -> bool:
    """Whether a question on the past asks what people have done together only in plans."""
    names = {key for key in question.named if profiles.is_person(key)}
    if not question.past or len(names) < _TOGETHER:
        return False
    index = profiles.index
    text = index.sentences[lead.position].text
    if question.asks is Asks.YES_NO and signs.has_negation(text):
        return False
    together = [
        index.sentences[at].text
        for at in index.holding_all(names, index.holders(names))
        if index.sentences[at].article in scope.articles
    ]
    ahead = sum(map(signs.speaks_of_future, together))
    return ahead >= _ENOUGH and ahead >= _NEARLY_ALL * len(together)

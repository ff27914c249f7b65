"""The one way from a question to an answer, for every face of the bot."""

from bisect import bisect_right
from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import lru_cache, partial

from bot.answers.about import bare_question, introduction, speaks_to_bot, tidy
from bot.answers.answer import Answer, Disagreement, Status
from bot.answers.claims import as_question
from bot.answers.comparing import Comparer
from bot.answers.conversation import Conversation, FollowUp, bare_follow_up, follow
from bot.answers.credits import MOST, asks_for_credits, means_all
from bot.answers.first_names import FirstNames
from bot.answers.leading import led
from bot.answers.lettering import lettered
from bot.answers.notes import ABOUT, LEFT_OUT, SEARCHING, TAKEN_AS
from bot.answers.ordering import ordered, preferred_first
from bot.answers.overview import Beginnings, asks_for_all
from bot.answers.profiles import PROFILES, Profiles
from bot.answers.protagonists import Protagonists
from bot.answers.question import Question, QuestionReader
from bot.answers.quotes import quotes, worth_showing
from bot.answers.ranking import Candidate, Ranker
from bot.answers.remarks import remarks
from bot.answers.scope import NO_TASTE, Outlets, Scope, Taste, UnknownOutletError, scope
from bot.answers.thesaurus import Lexicon
from bot.answers.typos import Correction, Speller
from bot.answers.unmentioned import unmentioned
from bot.index.index import SentenceIndex
from bot.index.tokens import tokens
from bot.phrase import Phrase

SHOWN = 10
# Whether an outlet tells of a matter at all needs less than a sentence that answers a reader.
_TELLS = 0.24
# Answers kept, since the same is asked again: by many people, and by every briefing.
_KEPT = 1024
# Scopes kept: those of the outlets and days that are asked for.
_SCOPES = 64
_KINDS = ("Who", "Where", "When", "Why", "How many", "How long", "How much", "Did", "What is the")
_LONG_ENOUGH = 120


@dataclass(frozen=True, slots=True)
class Options:
    """How answers are chosen: quotes at most, from when on reporting counts as older, how sure."""

    top: int = 3
    older_after: timedelta = field(default=timedelta(days=30))
    # Of SQuAD's questions whose text is left out, four in five lie below.
    enough: float = 0.32


class Answerer:
    """Answers questions from one corpus."""

    def __init__(self, index: SentenceIndex, lexicon: Lexicon, options: Options) -> None:
        self.corpus = index.corpus
        self.index = index
        self._lexicon = lexicon
        self._options = options
        self._telling = replace(options, top=SHOWN, enough=_TELLS)
        self._reader = QuestionReader(index, lexicon)
        self._profiles = Profiles(index)
        self._ranker = Ranker(self._profiles)
        self._beginnings = Beginnings(self._reader, self._ranker)
        self._outlets = Outlets(index.corpus.articles)
        self._protagonists = Protagonists(index)
        self._first_names = FirstNames(index, lexicon.knows)
        self._speller = Speller(index.vocabulary, lexicon.knows)
        self._asked = lru_cache(maxsize=_KEPT)(self._ask)
        self._scope = lru_cache(maxsize=_SCOPES)(partial(scope, index.corpus))
        self.taste = NO_TASTE
        # The days on which something was published, in order.
        self.days = sorted({a.published for a in self.corpus.articles if a.published})
        self._all_dated = all(article.published for article in self.corpus.articles)

    def keeping_to(self, taste: Taste) -> "Answerer":
        """Return an answerer that shares all this one has read and keeps to a taste by itself."""
        other = copy(self)
        other.taste = self.taste | taste
        kept = tuple(a for a in self.corpus.articles if a.outlet not in taste.left_out)
        other.corpus = replace(self.corpus, articles=kept)
        return other

    def ask(
        self,
        text: str,
        outlet: str | None = None,
        as_of: date | None = None,
        top: int | None = None,
        taste: Taste = NO_TASTE,
    ) -> Answer:
        """Answer a question, from one outlet or from what was published by a day if so asked.

        Raises UnknownOutletError for an outlet that the corpus does not have.
        """
        options = replace(self._options, top=top or self._options.top)
        return self._asked(text, outlet, self.day(as_of), self.taste | taste, options)

    def told(self, text: str, outlet: str | None = None, as_of: date | None = None) -> Answer:
        """Answer with all that is told of a matter, from a lower confidence on than a reader's."""
        return self._asked(text, outlet, self.day(as_of), self.taste, self._telling)

    def _ask(
        self, text: str, outlet: str | None, as_of: date | None, taste: Taste, options: Options
    ) -> Answer:
        return self._converse(text, Conversation(), outlet, as_of, taste, options)[0]

    def converse(
        self,
        text: str,
        conversation: Conversation,
        outlet: str | None = None,
        as_of: date | None = None,
        taste: Taste = NO_TASTE,
    ) -> tuple[Answer, Conversation]:
        """Answer a question that may lean on those before it; return the conversation after it."""
        taste |= self.taste
        return self._converse(text, conversation, outlet, as_of, taste, self._options)

    def _converse(
        self,
        text: str,
        conversation: Conversation,
        outlet: str | None,
        as_of: date | None,
        taste: Taste,
        options: Options,
    ) -> tuple[Answer, Conversation]:
        line, meant = self._first_names.completed(lettered(tidy(text), self.index))
        whole = self._follow(line, conversation)
        outlet, rest = self._source(whole.text if whole else line, outlet)
        if speaks_to_bot(rest):
            read = [a.outlet for a in self.corpus.articles if a.outlet not in taste.left_out]
            return Answer(text, Status.NOT_FOUND, 0.0, notes=(introduction(read),)), conversation
        if not whole and (credited := self._credits(line, outlet, as_of, taste)):
            return credited, conversation
        bare = as_question(bare_question(rest))
        within = self.within(outlet, as_of, taste.left_out)
        named = self._protagonists.named_in(bare)
        question, corrections = self._understand(named or bare)
        if not whole and asks_for_all(bare, of_outlet=outlet is not None):
            return self._beginnings.of_newest(text, within, options.top), conversation
        ranked = self._ranker.rank(question, within)
        ranked = ordered(question, ranked, self._profiles, options.enough)
        ranked = preferred_first(ranked, self._profiles, taste.preferred)
        put_right = (*meant, *corrections)
        notes = tuple(Phrase(SEARCHING, meant=c.meant, typed=c.typed) for c in put_right)
        if named:
            first, second = self._protagonists.names
            notes = (Phrase(TAKEN_AS, first=first, second=second), *notes)
        if whole:
            notes = (Phrase(ABOUT, about=whole.about), *notes)
        if outlet in taste.left_out:
            notes = (Phrase(LEFT_OUT, outlet=outlet), *notes)
        answer = self._answer(text, question, ranked, within, notes, options)
        return answer, conversation.after(question)

    def prepare(self) -> None:
        """Do now what else would be done bit by bit at the first few hundred questions."""
        self._lexicon.synonyms.read_all()
        self._lexicon.related.read_all()
        if len(self.index.sentences) <= PROFILES:
            for at in range(len(self.index.sentences)):
                self._profiles.of(at)
        self._speller.prepare()
        # What only some kinds of question need, such as patterns, is made by asking them.
        for sentence in self.index.sentences[:1]:
            for start in _KINDS:
                self.ask(f"{start} {sentence.text[:_LONG_ENOUGH]}?")

    def outlet(self, name: str) -> str | None:
        """Return the outlet that a name or short name means, or None."""
        return self._outlets.resolve(name)

    def within(
        self,
        outlet: str | None = None,
        as_of: date | None = None,
        left_out: frozenset[str] = frozenset(),
    ) -> Scope:
        """Return the articles that may answer; raise UnknownOutletError for a strange outlet."""
        if outlet is not None:
            outlet = self._named(outlet)
        left_out |= self.taste.left_out
        return self._scope(outlet, self.day(as_of), self._options.older_after, left_out)

    def day(self, as_of: date | None) -> date | None:
        """Return the day of publication that is the same to ask as of; None where all is seen."""
        if as_of is None:
            return None
        seen = bisect_right(self.days, as_of)
        if seen == len(self.days) and self._all_dated:
            return None
        return self.days[seen - 1] if seen else as_of

    def _named(self, outlet: str) -> str:
        resolved = self._outlets.resolve(outlet)
        if resolved is None:
            raise UnknownOutletError(outlet, self.corpus.outlets)
        return resolved

    def _follow(self, text: str, conversation: Conversation) -> FollowUp | None:
        """Make a leaning question whole; the bare name of an outlet asks the same of it."""
        outlet = self._outlets.resolve(bare_follow_up(text))
        if outlet and conversation.question:
            about = conversation.question.rstrip("?!. ")
            return FollowUp(f"According to {outlet}, {conversation.question}", about)
        return follow(text, conversation, self.index.analyser)

    def _source(self, text: str, outlet: str | None) -> tuple[str | None, str]:
        mention = self._outlets.mentioned(text)
        if outlet is None:
            return (mention.outlet, mention.rest) if mention else (None, text)
        named = self._named(outlet)
        return named, mention.rest if mention and mention.outlet == named else text

    def _understand(self, text: str) -> tuple[Question, tuple[Correction, ...]]:
        question = self._reader.read(text)
        unknown = {unit.form for unit in question.units if not unit.known}
        if not unknown:
            return question, ()
        words = [token for token in tokens(text) if token.form in unknown]
        corrected, corrections = self._speller.correct(text, words)
        if corrections:
            question = self._reader.read(corrected)
        return question, corrections

    def _credits(
        self, text: str, outlet: str | None, as_of: date | None, taste: Taste
    ) -> Answer | None:
        bare = bare_question(text)
        if not asks_for_credits(bare):
            return None
        outlet = outlet or self._outlets.named(bare)
        within = self.within(outlet, as_of, taste.left_out)
        if not (outlet or means_all(bare)) or not 0 < len(within.articles) <= MOST:
            return None
        return self._beginnings.of_each(text, within)

    def _answer(
        self,
        text: str,
        question: Question,
        ranked: Sequence[Candidate],
        within: Scope,
        notes: tuple[str, ...],
        options: Options,
    ) -> Answer:
        if not ranked:
            notes += tuple(unmentioned(question, self.index))
            return Answer(text, Status.NOT_FOUND, 0.0, notes=notes)
        lead = led(question, ranked, within, self._ranker, options.enough)
        ranked, sure = lead.ranked, lead.sure
        notes += lead.notes
        comparer = Comparer(question, self._profiles)
        chosen, rest = worth_showing(question, ranked, comparer, options.top)
        if sure < options.enough or ranked[0].feature("asking"):
            chosen, rest = [], [*chosen, *rest]
        shown = tuple(quotes(question, chosen, self._profiles, answers=True))
        following = tuple(
            quotes(question, rest[: max(SHOWN - len(shown), 0)], self._profiles, answers=False)
        )
        if not shown:
            notes += tuple(unmentioned(question, self.index))
            return Answer(text, Status.NOT_FOUND, sure, closest=following, notes=notes)
        differences = tuple(
            Disagreement(
                found.about, tuple(quotes(question, found.sides, self._profiles, answers=True))
            )
            for found in comparer.differing(ranked[0], ranked[1:])
        )
        return Answer(
            text,
            Status.ANSWERED,
            sure,
            quotes=shown,
            closest=following,
            corroborated_by=tuple(comparer.agreeing(ranked[0], ranked[1:])),
            disagreements=differences,
            notes=(*notes, *remarks(self.corpus, shown)),
        )

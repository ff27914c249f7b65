"""Follow-ups: what a short question takes over from the one before it."""

import re
from dataclasses import dataclass, replace

from bot.answers.question import Question
from bot.corpus.names import NameKind
from bot.corpus.patterns import pattern
from bot.index.analysis import Analyser

_START = pattern(r"^(?:and|but|so|or|then|ok|what about|how about)\b[\s,]*", re.IGNORECASE)
_QUESTION_WORDS = pattern(
    r"\b(?:when|where|who|whom|whose|why|how(?: (?:many|much|long|often))?|what|which)\b",
    re.IGNORECASE,
)
_PRONOUNS = {
    NameKind.PERSON: pattern(r"\b(he|him|his|she|her|hers)\b", re.IGNORECASE),
    NameKind.PLACE: pattern(r"\b(there)\b(?! (?:is|are|was|were|be|been))", re.IGNORECASE),
}
_ANYTHING = pattern(r"\b(it|its|they|them|their|that|this|those|these|then)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Conversation:
    """What has been talked about: the last whole question and the names of each kind."""

    question: str = ""
    topic: tuple[str, ...] = ()
    names: tuple[tuple[NameKind, str], ...] = ()

    def after(self, question: Question) -> "Conversation":
        """Return the conversation after a whole question."""
        mentioned = [(m.name.kind, m.name.name) for m in question.analysis.mentions if not m.loose]
        names = dict(self.names) | dict(reversed(mentioned))
        typed = question.asked.casefold()
        topic = tuple(u.form for u in question.units if u.name or u.form in typed)
        return replace(self, question=question.asked, topic=topic, names=tuple(names.items()))


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A question made whole, and what it took over."""

    text: str
    about: str


def bare_follow_up(text: str) -> str:
    """Return a short line without "and", "what about" and the signs around it."""
    return _START.sub("", text.strip()).strip(" ?.!")


def follow(text: str, conversation: Conversation, analyser: Analyser) -> FollowUp | None:
    """Return a leaning question made whole from the conversation; None where it stands alone."""
    if not conversation.question:
        return None
    bare = _START.sub("", text.strip())
    started = bare != text.strip()
    analysis = analyser.analyse(bare)
    content = [term for term in analysis.terms if not term.stop]
    only_names = all(term.capital or term.key.startswith("@") for term in content)
    if started and content and only_names and not _QUESTION_WORDS.search(bare):
        # "what about Trump?": the same question, about him.
        words = f"{_QUESTION_WORDS.sub(' ', conversation.question)} {bare}"
        return FollowUp(" ".join(words.split()), conversation.question.rstrip("?!. "))
    resolved, about = _resolve(bare, conversation, bool(analysis.mentions))
    if about:
        return FollowUp(resolved, ", ".join(about))
    if not content or (started and len(content) < 2 and not analysis.mentions):
        topic = _QUESTION_WORDS.sub(" ", conversation.question).strip(" ?.!")
        return FollowUp(f"{bare.rstrip('?!. ')} {topic}?", topic)
    return None


def _resolve(text: str, conversation: Conversation, named: bool) -> tuple[str, list[str]]:
    """Put names in place of the pronouns that stand for them."""
    about: list[str] = []
    known = dict(conversation.names)
    for kind, pronouns in _PRONOUNS.items():
        name = known.get(kind)
        if name and pronouns.search(text) and not (named and kind is NameKind.PERSON):
            text = pronouns.sub(name, text)
            about.append(name)
    if not about and not named and _ANYTHING.search(text) and conversation.topic:
        words = " ".join(conversation.topic)
        return f"{text.rstrip('?!. ')} {words}?", [words]
    return text, about

"""What tests read off a reply, and small answers made for them."""

from bot.answers.answer import Answer, Quote, Status
from bot.slash.limits import walk


def items(view) -> list[dict]:
    return list(walk(view.to_components()))


def contents(view) -> list[str]:
    return [item["content"] for item in items(view) if "content" in item]


def labels(view) -> list[str]:
    return [item["label"] for item in items(view) if "label" in item]


def ids(view, start: str) -> list[str]:
    return [
        item["custom_id"] for item in items(view) if item.get("custom_id", "").startswith(start)
    ]


def text_of(view) -> str:
    return "\n".join(contents(view))


def quotes_of(article, **more) -> tuple[Quote, ...]:
    return tuple(Quote(sentence, article, 1.0, **more) for sentence in article.quotable)


def answer_of(*quotes, closest=(), **more) -> Answer:
    status = Status.ANSWERED if quotes else Status.NOT_FOUND
    return Answer("Who?", status, 0.9, tuple(quotes), tuple(closest), **more)

"""What answers now: made of the articles as they were read, and replaced whole by what is newer."""

from dataclasses import dataclass

from bot.answers.answering import Answerer
from bot.answers.verification import Verifier
from bot.briefings.desk import Desk
from bot.schedule.issues import Issues
from bot.slash.posting.rendering import Renderer


@dataclass(frozen=True, slots=True, eq=False)
class Story:
    """All that is made of the articles as they were read at one time.

    `standing` are questions offered before any was asked. What is kept of posts made lately goes
    with the renderer, so that none shows articles that have changed since.
    """

    answerer: Answerer
    verifier: Verifier
    desk: Desk
    issues: Issues
    renderer: Renderer
    standing: tuple[str, ...]


class Current:
    """Holds the story that answers now; whoever has taken one out finishes with it."""

    def __init__(self, story: Story) -> None:
        self.story = story


def story_of(desk: Desk, *, pictures: bool = False) -> Story:
    """Return all that is made of a desk's articles."""
    issues = Issues(desk)
    renderer = Renderer(issues, pictures=pictures)
    return Story(
        desk.answerer, Verifier(desk.corpus), desk, issues, renderer, standing=desk.questions
    )

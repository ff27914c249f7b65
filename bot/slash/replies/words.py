"""Every word of the replies, so that another language is one file."""

from typing import Final

ANSWER_FOOTER: Final = "Every quote is verbatim: it stands in the article, letter for letter."
NOT_FOUND: Final = "The articles do not say."
NOT_FOUND_FOOTER: Final = "Only sentences that stand in the articles are ever shown as an answer."
UNCHECKED: Final = (
    "What was found no longer stands in the articles letter for letter, so it is not shown."
)
OLDER: Final = "older reporting"
VIA: Final = " · via {name}"
BEFORE: Final = "Before it: "
GOES_ON: Final = "… (goes on: {count:,} more characters)"
ALSO: Final = "Also in {outlets}."
AND_MORE: Final = "{shown} and {count} more"
DIFFER: Final = "The outlets differ on {about}:"
BEHIND_MORE: Final = "{count} more behind “More”."

FOLLOWING: Final = "The next sentences"
FOLLOWING_HINT: Final = "They come next in the ranking and may not answer."
CLOSEST: Final = "The closest sentences"
CLOSEST_HINT: Final = "They are no answer: nothing in the articles was found to be one."
CLOSEST_FOOTER: Final = "Every sentence is verbatim."
GONE: Final = (
    "The article has gone or has changed since this was posted, so the sentence can't be shown "
    "any more. Ask again to see what the articles say today."
)
SOME_GONE: Final = "{count} more stood in articles that have gone or changed since."

AROUND: Final = "What stands around sentence {number}"
READ_ON: Final = "Read on"
PARAGRAPH: Final = "¶{number}"
PAGE_SENTENCES: Final = "Sentences {first} to {last} of {count}, letter for letter."
NOTHING_TO_READ: Final = "This article has no sentence that can be quoted."

SOURCES: Final = "{count} articles"
SOURCE: Final = "The article"
NO_SOURCES: Final = "There are no articles."
SENTENCES: Final = "{count} sentences"
PAGE: Final = "Page {page} of {pages}"
PREVIOUS: Final = "Previous"
NEXT: Final = "Next"

VERBATIM: Final = "Verbatim: it stands in the articles, letter for letter."
SAME_WORDS: Final = "The same words; only signs or capitals differ."
NEARLY: Final = "Nearly: the articles put it differently."
NO_SUCH_QUOTE: Final = "Not found: no article holds this, or anything near it."
YOURS: Final = "Your quotation: "
DIFFERENCE: Final = "Struck out: only in your quotation. Bold: only in the article."

FINDINGS: Final = "What the articles say to it"
NO_FINDINGS: Final = "No sentence of the articles speaks to this message."
CLAIM: Final = "Claim: "
NOTHING: Final = "No sentence speaks to this."
CLAIMS_LEFT: Final = "{count} more claims had no room; ask about them with /ask."

CONTEXT: Final = "Context {number}"
MORE: Final = "More"
CLOSEST_BUTTON: Final = "Closest sentences"
HELPFUL: Final = "Helpful"
WRONG: Final = "Wrong"
FOLLOW_UP: Final = "Ask a follow-up"
LINK: Final = "{numbers} {outlet}"

WRONG_TITLE: Final = "What is wrong?"
WRONG_LABEL: Final = "Why"
WRONG_HINT: Final = "A quote that does not answer, an answer that was missed…"
FOLLOW_UP_TITLE: Final = "Ask a follow-up"
FOLLOW_UP_LABEL: Final = "Your question"
FOLLOW_UP_HINT: Final = "It may lean on the one before: and when?"
THANKS: Final = "Thank you, this is noted."

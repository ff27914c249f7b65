"""Every English text of the short remarks beside an answer."""

SEARCHING = "Searching for {meant}, not {typed}."
ABOUT = "About: {about}."
TAKEN_AS = "Taking it to be about {first} and {second}."
LEFT_OUT = "{outlet} is left out here."
UNMENTIONED = "No article mentions {words}."
PLANNED = "The articles speak of this only as still to come."
BEGINNINGS = "So the newest articles begin; a briefing tells the whole story."
CREDITS = "Who wrote an article, and when it appeared, stands under its first sentence."
INTRODUCTION = (
    "I answer questions about {articles} articles of {outlets}, only with sentences"
    " that stand in them, and name the outlet, the date and the place of each."
)

# What outlets differ on.
WHEN = "when"
HOW_MANY = "how many"
WHERE = "where"
WHO = "who"
OR_NOT_SAID = "{about}, or not said"

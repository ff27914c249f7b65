"""Every English text that says when a schedule comes round, and what became of a time."""

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SHORT_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_ENDINGS = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}
# Whole words, since other languages make them by other rules.
NUMBERED = {number: f"{number}{_ENDINGS.get(number, 'th')}" for number in range(1, 32)}
ORDERS = {1: "first", 2: "second", 3: "third", 4: "fourth", -1: "last"}

WHEN = "{days} {times}, {zone}"
INTERVAL = "{interval}, {zone}"
EVERY_HOUR = "every hour"
EVERY_HOURS = "every {count} hours"
EVERY_MINUTES = "every {count} minutes"
EVERY_DAY = "every day"
RANGE = "{first} to {last}"
ON_DATES = "on the {dates} of the month"
ON_DATES_OF = "on the {dates} of {months}"
ON_WEEKDAY = "on the {order} {weekday} of the month"
ON_WEEKDAY_OF = "on the {order} {weekday} of {months}"
OR_ON = "{dates} or on {weekdays}"
IF_IT_IS = "{dates} if it is {weekdays}"
IN_MONTHS = "{days} in {months}"
LAST_DAY = "last day"
BEFORE_LAST_DAY = "{number} to last day"
AT = "at {times}"
MORE_TIMES = "{count} more times"
EVERY_HOUR_FROM = "every hour from {first} to {last}"
EVERY_HOURS_FROM = "every {count} hours from {first} to {last}"
EVERY_MINUTES_FROM = "every {count} minutes from {first} to {last}"

BRIEFING = "Briefing"
TIMELINE = "Timeline"

WAITING = "waiting"
ON_ITS_WAY = "on its way"
POSTED = "posted"
SKIPPED = "skipped"
FAILED = "failed"
POSTED_AND = "{outcome}, {reason}"
NOT_POSTED = "{outcome}: {reason}"

MINUTES = "{count} minutes"
HOURS = "{count} hours"
DAYS = "{count} days"
AN_HOUR = "1 hour"
A_FEW_MINUTES = "a few minutes"
LATE = "{span} late: {cause}"
NOT_IN_TIME = "{span} late, and wanted within {window}: {cause}"
PAUSED = "paused"
PAUSED_BECAUSE = "paused: {because}"
MERGED = "merged into the edition of {day} {time}"
BY_HAND = "{time} by hand"
AWAY = "the bot was not running, or could not use its database, at the time"
STOPPED = "the bot stopped, or lost its database, while posting it"
MANY = "many editions were due at the same time"
NOTHING_NEW = "nothing new since the edition before"
FAULT = "something went wrong in the bot; see its log"
SLOW_DATABASE = "the database was too slow"
NO_ANSWER = "Discord did not answer in time"
NOT_ALL = "not all of it: {because}"

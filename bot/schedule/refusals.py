"""Every English text that says what is wrong with the times, zone or content of a schedule."""

_CRON = "Cron has five: minute, hour, day, month, weekday, as in 0 8 * * mon-fri."

# The fields of cron, as they are named in the texts.
FIELDS = {name: name for name in ("minute", "hour", "day", "month", "weekday")}
UNKNOWN_NICKNAME = "“{typed}” is not one of {known}."
SIX_FIELDS = f"There are six fields; seconds are not known. {_CRON}"
FIELD_COUNT = f"There are {{count}} fields. {_CRON}"
UNREAD_FIELD = f"The {{field}} “{{typed}}” can't be read. {_CRON}"
FIELD_BACKWARDS = "The {field} “{typed}” runs backwards: put the smaller one first."
STEP_OF_NOTHING = "The {field} “{typed}” has a step of 0: write 1 or more."
OUT_OF_FIELD = "The {field} “{typed}” is not one of {low} to {high}."
NOT_NAMED = "The {field} “{typed}” is not one of {low} to {high}, or a name such as {name}."

WITH_EXAMPLES = "{because}\nUnderstood are, for example: {examples}."
NOTHING_WRITTEN = "There is nothing written."
TOO_LONG = "That is longer than {count} characters."
EVERY_OTHER = "Every other day or week is not known: name the weekdays, or write “every 48 hours”."
COUNTED_FROM_NOW = (
    "“Every so many hours” counts from the moment it is set up and takes no time of"
    " the day: write the times instead, as in “daily 06:00, 12:00, 18:00”."
)
NO_TIME_OF_DAY = "At what time of the day? Add one, as in “every day 08:00”."
NO_DAYS_AND_TIME = "Say on which days and at what time, as in “mon,thu 18:30”."
NOT_UNDERSTOOD = "“{typed}” is not understood."
RANGE_WITHOUT_END = "“{typed}” ends in the middle of a range."
NO_DAYS = "On which days? Write “daily” for all of them."
EVERY_AND_SINGLE = "It says every day and names single days: write one of the two."
OR_MISPLACED = "“or” stands between days of the month and weekdays only."
RANGE_OF_HOURS = (
    "A range of hours is not known: write each time, or cron, as in 0 8-18 * * mon-fri."
)
HOUR_OR_DAY = "“{typed}” may be an hour or a day: write {time} or “{day}”."
NO_SUCH_DAY = "There is no day {day} in a month."
MIXED_RANGE = "A range runs between two weekdays, months or dates."
RANGE_BACKWARDS = "From day {first} to {last} runs backwards."
NO_HALF = "“{typed}”: before am or pm stands an hour from 1 to 12."
NO_CLOCK = "“{typed}” is no time of the day: 00:00 to 23:59."

OUT_OF_RANGE = "“{typed}” is out of range: from every 5 minutes to every 168 hours."
NO_TIME = "It says on which days, but not at what time: add one, as in 08:00."
TOO_CLOSE = "The times are too close: leave 5 minutes or more between two."
NEVER = "There is never a day {day} in {months}."

NO_ZONE = "“{typed}” is no time zone: write it as region and city, as in Europe/Paris, or UTC."

NO_QUESTION = "Write the question that is to be asked each time."
NO_TOPIC = "No topic is called “{typed}”. There are: {known}."
NONE = "none"

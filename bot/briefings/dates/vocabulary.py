"""The words dates are written in: months, weekdays, numbers, and the patterns that find them."""

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1, "final": -1}
CENTURIES = {
    "sixteenth": 16,
    "seventeenth": 17,
    "eighteenth": 18,
    "nineteenth": 19,
    "twentieth": 20,
    "twenty-first": 21,
}
_NUMBERS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen twenty"
)
NUMBERS = {word: value for value, word in enumerate(_NUMBERS.split(), 1)} | {
    "a": 1,
    "an": 1,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
}
COUNTS = f"DIGIT {' '.join(NUMBERS)}"
# Holidays that fall on the same day every year: month, day.
HOLIDAYS = {
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "valentine's day": (2, 14),
    "halloween": (10, 31),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "fourth of july": (7, 4),
}

S = r"\s+"
MONTH_NAME = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)\b"
)
# Beside a number, a month may be shortened.
MONTH = (
    rf"(?:{MONTH_NAME}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|JAN|FEB|MAR|APR|JUN|JUL"
    r"|AUG|SEPT?|OCT|NOV|DEC)\b\.?)"
)
WEEKDAY = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    r"|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY\b|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.)"
)
WEEKDAY_SHORT = rf"(?:{WEEKDAY}|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b)"
# "In May 12 people were killed": a number that counts something is no day.
_COUNTED = (
    r"people|men|women|children|soldiers|workers|officers|others|more|of|percent|per|million"
    r"|billion|thousand|hundred|members|countries|years|months|weeks|days|students|passengers"
)
DAY = (
    r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\w%])(?![.,:/]\d)"
    rf"(?!{S}(?:{_COUNTED})\b)"
)
YEAR = r"(?:1\d{3}|20\d\d)(?![\w%])(?![.,]\d)(?!-(?:year|strong))"
COUNT = rf"(?i:\d{{1,3}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
SOME = r"(?i:several|some|many|(?:a[ ])?(?:few|couple(?:[ ]of)?|number[ ]of)|dozens[ ]of)"
UNIT = r"(?i:day|week|weekend|month|quarter|year|decade|centur(?:y|ie))"
SEASON = r"(?i:spring|summer|autumn|fall|winter)"
TO = rf"(?:{S}(?i:to|through|until|till){S}|\s?[–—-]\s?)"
AND = rf"(?:{S}(?:(?i:and)|&){S})"


def month_number(word: str) -> int:
    """Return the number of a month, however it is shortened."""
    return MONTHS.index(word[:3].lower()) + 1


def weekday_number(word: str) -> int:
    """Return the number of a day of the week, 0 for Monday."""
    return WEEKDAYS.index(word[:3].lower())


def count_of(word: str) -> int:
    """Return a number written in figures or as a word."""
    return int(word) if word.isdecimal() else NUMBERS[word.lower()]


def unit_of(word: str) -> str:
    """Return a unit of time in the singular: weeks, week."""
    lowered = word.lower()
    if lowered.startswith("centur"):
        return "century"
    return lowered.removesuffix("s")


def day_of(word: str) -> int:
    """Return a day of the month, with or without its ending: 23rd, 23."""
    return int(word.rstrip("stndrh"))

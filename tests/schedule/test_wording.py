"""What was understood is said back in plain English."""

import pytest

from bot.schedule.times import read_times
from bot.schedule.wording import in_words


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("weekdays 08:00", "Monday to Friday at 08:00"),
        ("mon,thu 18:30", "Monday and Thursday at 18:30"),
        ("daily 8am, noon, 6pm", "Every day at 08:00, 12:00 and 18:00"),
        ("0 */6 * * *", "Every day every 6 hours from 00:00 to 18:00"),
        ("*/15 9-10 * * sat", "Saturday every 15 minutes from 09:00 to 10:45"),
        ("every 6 hours", "Every 6 hours"),
        ("hourly", "Every hour"),
        ("last day of the month 09:00", "On the last day of the month at 09:00"),
        ("day 1,2,3,11,22 09:00", "On the 1st, 2nd, 3rd, 11th and 22nd of the month at 09:00"),
        ("day last-1 09:00", "On the 2nd to last day of the month at 09:00"),
        ("second tuesday 10:00", "On the second Tuesday of the month at 10:00"),
        ("last friday of june 10:00", "On the last Friday of June at 10:00"),
        ("29 february 09:00", "On the 29th of February at 09:00"),
        ("0 9 13 * fri", "On the 13th of the month or on Friday at 09:00"),
        ("0 9 13 2 fri", "On the 13th of February or on Friday in February at 09:00"),
        ("0 9 */10 * fri", "On the 1st, 11th, 21st and 31st of the month if it is Friday at 09:00"),
        ("0 9 * 6-8 *", "Every day in June to August at 09:00"),
    ],
)
def test_it_is_said_in_words(written, said):
    assert in_words(read_times(written), "Europe/Paris") == f"{said}, Europe/Paris"


def test_many_times_are_not_listed_one_by_one():
    said = in_words(read_times("daily 08:00 09:01 10:02 11:04 12:08 13:16 14:32 16:04"), "UTC")
    assert said.endswith("12:08, 13:16 and 2 more times, UTC")

"""What a first answer costs, counted against the one library it can't do without."""

import os
import subprocess
import sys

QUESTION = "Where will Kim and Putin meet?"
TOO_MUCH = 4


def seconds_of_cpu(words, bot):
    """Run a command and return what its process has used, in user and system mode."""
    with subprocess.Popen(
        words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=bot.folder, env=bot.env
    ) as child:
        err = child.stderr.read()
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    assert child.returncode == 0, err
    return used.ru_utime + used.ru_stime


def test_a_first_answer_brings_nothing_heavy_along(bot, command):
    """The least of several runs each; the bound is one that a careless import would break."""
    ask = [*command, "ask", QUESTION]
    library = [sys.executable, "-c", "import rank_bm25"]
    seconds_of_cpu(ask, bot)  # writes the bytecode, as the very first run does anywhere
    runs = [(seconds_of_cpu(ask, bot), seconds_of_cpu(library, bot)) for _ in range(5)]
    ours, theirs = (min(column) for column in zip(*runs, strict=True))
    assert ours <= TOO_MUCH * theirs, f"{ours:.2f} s against {theirs:.2f} s"


def test_a_question_needs_neither_discord_nor_a_scheduler_nor_a_line_editor(bot):
    probe = (
        "import sys; from bot.app import main; status = main(sys.argv[1:]);"
        " print(*sys.modules, file=sys.stderr); sys.exit(status)"
    )
    done = subprocess.run(
        [sys.executable, "-c", probe, "ask", QUESTION],
        capture_output=True,
        cwd=bot.folder,
        env=bot.env,
        timeout=60,
        check=True,
    )
    imported = set(done.stderr.decode().split())
    assert "rank_bm25" in imported
    assert imported.isdisjoint(
        {
            "rich",
            "discord",
            "apscheduler",
            "prompt_toolkit",
            "aiohttp",
            "sqlalchemy",
            "bot.briefings",
        }
    )

"""Where one sentence ends and the next begins."""

import pytest

from bot.corpus.paragraphs import Span
from bot.corpus.sentences import sentences


def cut(text: str) -> list[str]:
    return [text[span.start : span.end] for span in sentences(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    "marked",
    [
        "He moved to the U.S. in May. | The U.S. Senate met.",
        "He left the U.S. | The Senate met.",
        "They met on May 3 in the U.S. | A judge agreed.",
        "They met in May. | A press conference was held. | I was there, in the U.K. | I'm told so.",
        "It fell in May. | Rain came. | He felt ill. | “No good,” she told me. | Orr said no. | I’d go.",
        "On May. 3 it was no. 5 of May. 2001 and the work of Me. Orr. | So it was.",
        "“It fell in May. Rain came to me. Orr left,” he said. | “I saw art.” | Moor left.",
        "They met in Lund, D.C. | “A good day,” he said.",
        "As Fig. A shows, John R. Poe lost to A. Roe. | It was Roe vs. A team of ten.",
        "The U.N. said so. | The E.U. did not.",
        "The company’s U.S.-listed shares fell. | They rose later.",
        "It fell in St. Petersburg. | Then it rose.",
        "Acme Inc. said it was sorry. | Beta Co. agreed.",
        "John Smith Jr. said so. | It was late.",
        "It met at 7 a.m. Monday. | It ended at noon.",
        "It ended at 9 p.m. | The police left.",
        "It ended at 9 p.m. ET. | The police left.",
        "The plane landed at 5 p.m. local time. | All were safe.",
        "At 10.30am it began. | By 11.15am it was over.",
        "It rose 2.5 percent. | That is 0.5 points more.",
        "It cost £3.2m. | It was late.",
        "The firm owed $1.2 million. | Nobody paid.",
        "J. K. Marsh wrote it. | A. B. Lane sang it.",
        "She lives in Washington, D.C. | She works there.",
        "She lives in Washington, D.C., and works there. | He does not.",
        "She has a Ph.D. from Leeds. | He has none.",
        "The site, harbourlight.example, was down. | It came back.",
        "On Jan. 3 it rained. | On Sept. 5 it snowed.",
        "A Feb. 28 collapse was feared. | It came in March.",
        "Gov. Ann Smith and Gen. Bob Lee met. | Lt. Gov. Cy Roe came late.",
        "Sgt. Lee Roe was hurt. | Pvt. Al Orr was not.",
        "For Mr. Roe, it was late. | Mrs. Roe had left.",
        "Amb. Roe spoke. | Gens. Lee and Orr listened.",
        "It was approx. 5 miles off. | See figs. 3 and 4.",
        "It rained on Thurs. 5 May. | On Tues. May 10 it snowed.",
        "The maker of Wahoo! sold it. | Nobody bought.",
        "He lives at No. 10 Low St. in Tolby. | It is small.",
        "The vote was 5–4. | It was close.",
        "The group — led by Mr. Roe — met. | It agreed.",
        "She paused … and left. | No one spoke.",
        "She paused... and left. | No one spoke.",
        "Is it safe? | No one knows.",
        "It sank!! | Did it?! | It did…",
        "He left.[1] | She stayed.[2]",
        "iPhone sales rose. | eBay fell.",
        "The '90s were good. | The boys' team won. | It's over.",
        "The players' union said no. | The owners' group said yes. | Fans' hopes fell.",
    ],
)
def test_abbreviations_numbers_and_names(marked: str) -> None:
    wanted = marked.split(" | ")
    assert cut(" ".join(wanted)) == wanted


@pytest.mark.parametrize(
    "marked",
    [
        "“He left.” | She stayed.",
        "“Did you go?” she asked. | He did not answer.",
        "“Stop!” he said. | She did.",
        "“We did it,” she said. | “We won.”",
        "“I came,” he said, “and I saw. I won.” | They cheered.",
        '"I can confirm it," he said. | "As soon as it is clear, we will inform you."',
        "‘I was scared,’ she said. | ‘Very scared.’",
        "He called it “on the agenda.” | Nobody agreed.",
        "He said “no.” | Then he left.",
        "It was “the worst day in a generation”. | It rained.",
        # An open quotation, as paragraphs of a long speech begin.
        "“We did it. | We won. | It was hard.",
    ],
)
def test_quotations(marked: str) -> None:
    wanted = marked.split(" | ")
    assert cut(" ".join(wanted)) == wanted


@pytest.mark.parametrize(
    "quotation",
    [
        "“There is no rush, the sanctions remain! Big benefits at end of process!”",
        '"I had it on my eggs this morning. What should I do now?"',
        "“We did it. We won,” she said.",
    ],
)
def test_a_quotation_of_several_sentences_stays_whole(quotation: str) -> None:
    assert cut(f"He spoke. {quotation} They left.") == ["He spoke.", quotation, "They left."]


def test_the_number_of_a_list_s_item_stays_with_it() -> None:
    assert cut("1. Mix the flour. 2. Add water.") == ["1. Mix the flour.", "2. Add water."]
    assert cut("It fell in 2019. Nobody was hurt.") == ["It fell in 2019.", "Nobody was hurt."]


def test_white_space_of_any_kind_separates_and_belongs_to_no_sentence() -> None:
    spaced = "He left.\u00a0She stayed.\u2003They\tmet.\n\nIt rained. \u200b"
    assert cut(spaced) == ["He left.", "She stayed.", "They\tmet.", "It rained."]


def test_a_sentence_may_run_over_lines() -> None:
    assert cut("The bridge was\nclosed. It was\r\nold.") == [
        "The bridge was\nclosed.",
        "It was\r\nold.",
    ]


@pytest.mark.parametrize("text", ["", " ", "\u200b", "\n\n", "\ufeff"])
def test_nothing_to_read_is_no_sentence(text: str) -> None:
    assert cut(text) == []


@pytest.mark.parametrize("text", [".", "…", "?!", "“”", "no stop at the end", "A", "§ 5"])
def test_whatever_there_is_is_kept(text: str) -> None:
    assert cut(text) == [text]


def test_offsets_count_from_the_start_of_the_file() -> None:
    text = "before He left. She stayed. after"
    found = sentences(text, Span(7, 27))
    assert [text[span.start : span.end] for span in found] == ["He left.", "She stayed."]

"""The document of a single-agency audit and its page: all that was found, and nothing about any one child."""

import msgspec
import pytest
from msgspec.structs import replace

from compact_tui.core.agency_audit import AgencySent, AgencySummary
from compact_tui.core.agency_page import agency_first_line, agency_page
from compact_tui.core.agency_return import AgencyReturn, with_agency_digest
from compact_tui.core.agency_return_build import personal_warnings
from compact_tui.core.page import TableBlock
from compact_tui.core.report_text import page_lines
from tests.agency import SECRET, agency_audit, agency_return
from tests.samples import setting


def text_of(return_: AgencyReturn) -> str:
    return "\n".join(page_lines(agency_page(return_), 2000))


def table(return_: AgencyReturn, caption: str) -> TableBlock:
    blocks = [block for section in agency_page(return_).sections for block in section.blocks]
    return next(b for b in blocks if isinstance(b, TableBlock) and b.caption.startswith(caption))


def test_nothing_about_one_case_leaves_in_the_document_or_on_its_page() -> None:
    return_ = agency_return()

    assert SECRET not in msgspec.json.encode(return_).decode()
    assert SECRET not in text_of(return_)


@pytest.mark.parametrize(
    "said",
    [
        "Umbrella files",
        "Cloakroom",
        "Two wet coats.",
        "Autumn 2026",
        "Porter, usher",
        "1 The tray (u1)",
        "1 December 2026",
        "Committee, 2 December 2026",
        "43",
        "77",
        "Written down at once.",
        "Nobody asks the owner.",
        "Owners would like to be asked.",
        "Listening",
        "How to ask",
        "Amber",
        "Ask every owner",
        "18 December 2026",
        "Ten files in June",
        "He was asked, and not heard.",
        "The same answer to 1 of 2 questions (50%).",
        "Umbrella report.pdf",
        "3 of 43: what is true of every file looked at may not be true of all.",
        "jo@example.org",
    ],
)
def test_everything_that_the_partnership_asks_for_is_on_the_page(said: str) -> None:
    assert said in text_of(agency_return())


def test_the_answers_are_counted_for_each_question_with_what_two_readers_agreed_on() -> None:
    counts = table(agency_return(), "Answers in 3 files")

    assert counts.headers == ("Question", "Yes", "Partly", "No", "Not applicable", "Not answered")
    assert counts.rows == (
        ("Was it written down the same day?", "1", "1", "0", "1", "0"),
        ("Was the owner asked?", "2", "1", "0", "0", "0"),
    )


def test_a_decision_of_two_readers_names_the_question_and_not_the_case() -> None:
    decided = table(agency_return(), "Where the two differed")

    assert decided.rows == (("Was the owner asked?", "no, yes", "partly\nHe was asked, and not heard."),)
    assert "C01" not in msgspec.json.encode(agency_return().second).decode()


def test_a_case_is_known_by_its_reference_and_its_place_in_the_list_alone() -> None:
    first = agency_return().sample.cases[0]

    assert msgspec.to_builtins(first) == {"id": "C01", "number": 5, "of": 43, "stratum": ""}


def test_the_first_line_says_whether_it_is_closed_and_what_is_missing() -> None:
    audit = agency_audit()
    open_ = replace(audit, head=replace(audit.head, status="started"), summaries=())

    assert agency_first_line(agency_return()) == "This single-agency audit is closed: 3 files looked at."
    told = agency_first_line(agency_return(open_))
    assert told.startswith("This single-agency audit is not finished: it is started. ")
    assert "The summary does not say yet what works" in told


def test_what_nobody_said_is_said_to_be_missing() -> None:
    audit = agency_audit(samples=(), cases=(), summaries=(), actions=(), attached=(), second=(), answers=())
    text = text_of(agency_return(replace(audit, head=replace(audit.head, team=""), questions=())))

    for said in (
        "Team: Not said.",
        "Nothing was chosen yet.",
        "Nothing was counted yet.",
        "Nothing is written here.",
        "No actions were written down.",
        "Nobody read any of them a second time.",
        "No report of our own goes with this.",
    ):
        assert said in text
    assert "Rating" not in text


@pytest.mark.parametrize(
    ("field", "place"),
    [("works", "What works"), ("views", "Views of children and families"), ("shared_with", "Shared inside")],
)
def test_what_looks_like_a_childs_details_is_named_by_its_place_and_never_repeated(field: str, place: str) -> None:
    number = "9434765919"
    return_ = agency_return(agency_audit(summaries=(AgencySummary(**{field: f"NHS no {number}, seen."}),)))

    warnings = personal_warnings(return_, ())

    assert warnings == (
        f"{place}: this looks like an NHS number. Please leave out what could identify a child or patient.",
    )
    assert number not in "".join(warnings)


def test_our_own_numbers_are_nobodys_details() -> None:
    return_ = agency_return(agency_audit(summaries=(AgencySummary(works="Ring 023 9200 0000."),)))

    assert personal_warnings(return_, ("023 9200 0000",)) == ()
    assert len(personal_warnings(return_, ())) == 1


def test_a_path_of_this_computer_leaves_in_no_text() -> None:
    return_ = agency_return(agency_audit(summaries=(AgencySummary(works="See C:\\Users\\jane\\files.docx"),)))

    assert "jane" not in msgspec.json.encode(return_).decode()


def test_a_second_document_names_the_one_it_takes_the_place_of() -> None:
    audit = agency_audit(sends=(AgencySent(id="m-0", made_at="2026-12-02T09:00:00Z", folder="f"),))

    assert agency_return(audit).supersedes == "m-0"
    assert "Takes the place of: m-0" in text_of(agency_return(audit))


def test_the_digest_covers_every_word() -> None:
    return_ = agency_return()
    other = agency_return(who=setting(name="The Other Gallery"))

    assert with_agency_digest(return_).digest == return_.digest
    assert return_.digest != other.digest


def test_a_setting_without_a_name_is_said_to_have_none() -> None:
    assert "a setting that has not said its name" in text_of(agency_return(who=setting(name="")))

"""Another partnership's own self-assessment: eight standards, three steps, own words, no rules.

What somebody typed into the workbook of ``pack new``, sheet by sheet. ``python -m tests.other_partnership FILE.xlsx``
writes it as such a person would: plain cells, no formats, headings as they stand in the workbook. The fixture
``tests/fixtures/other-partnership.xlsx`` is that file opened and saved once with LibreOffice.
"""

import sys
from collections.abc import Mapping
from pathlib import Path

Rows = tuple[tuple[str | int, ...], ...]

_THEMES = (
    ("welcome", "Welcoming children", "a child who comes for the first time", "the greeting by the gate"),
    ("listening", "Listening", "a child who wants to say something", "the bench where nobody interrupts"),
    ("knowing", "Knowing the signs", "a bruise that somebody notices", "the card of signs in each room"),
    ("telling", "Telling somebody", "a worry that will not wait", "the number beside every phone"),
    ("choosing", "Choosing people", "a stranger who offers to help", "the folder of references"),
    ("learning", "Learning together", "a colleague who started in spring", "the list of who learnt what"),
    ("places", "Safe places", "a door that stands open", "the walk round the building"),
    ("looking", "Looking back", "a mistake that nobody hid", "the page of what we changed"),
)
_STEPS = (
    ("rooted", "Rooted", 3, "It has held for a year, whoever was on duty."),
    ("growing", "Growing", 2, "It is there on most days, and we know what is missing."),
    ("seed", "Seed", 1, "We have talked about it and not much more."),
)


def sheets() -> Mapping[str, Rows]:
    """Every sheet that was filled in, its headings first."""
    return {
        "Pack": (
            ("Key", "Value"),
            ("Id", "harbour-partnership"),
            ("Edition", "2027"),
            ("Title", "Harbour partnership: how safe are children with us?"),
            ("Wording", "the Harbour partnership"),
            ("Owner", "Harbour partnership office"),
            ("Together kind", "voices"),
            ("People", "children\nchild\nyoung people"),
        ),
        "Change log": (("Edition", "On", "What"), ("2027", "2026-10-01", "First edition.")),
        "Variations": (
            ("Id", "Title", "Sector", "Offered"),
            ("schools", "Schools and colleges", "education", "yes"),
            ("clubs", "Clubs and charities", "other", "yes"),
        ),
        "Levels": (
            ("Id", "Word", "Rank", "Meaning", "Weak"),
            *((name, word, rank, meaning, "yes" if rank == 1 else "") for name, word, rank, meaning in _STEPS),
        ),
        "Answers": (
            ("Id", "Word", "Key", "Counts as", "Needs reason"),
            ("so", "So it is", "s", "met", "no"),
            ("in-part", "In part", "i", "partly-met", "no"),
            ("not-so", "Not so", "n", "not-met", "no"),
            ("elsewhere", "Not our task", "e", "not-applicable", "yes"),
            ("asking", "We are asking", "a", "not-known", "no"),
        ),
        "Duties": (("Id", "Word", "Meaning"), ("agreed", "agreed", "All partners have agreed to it.")),
        "Evidence kinds": (("Id", "Word"), ("voices", "What people told us"), ("paper", "Something written")),
        "Signers": (
            ("Id", "Word", "Declaration", "Required"),
            ("speaker", "Whoever speaks for us", "I know how this came about and stand by it.", "yes"),
        ),
        "Sources": (
            ("Id", "Title", "Edition", "Checked on", "Status"),
            ("charter", "Harbour charter for children", "third", "2026-09-30", "local page"),
        ),
        "Standards": (
            ("Id", "Number", "Title", "Short", "Introduction", "Impact prompt"),
            *(
                (
                    name,
                    at,
                    title,
                    title[:16],
                    f"This is about {who}. It is read against {what}.",
                    f"What has changed this year for {who}?",
                )
                for at, (name, title, who, what) in enumerate(_THEMES, 1)
            ),
        ),
        "Criteria": (
            ("Standard", "Id", "Question", "Text", "Duty", "Essential", "Good", "Where", "Ask", "Evidence kinds"),
            *(row for theme in _THEMES for row in _criteria(*theme)),
        ),
        "Citations": (
            ("Criterion", "Source", "Place", "Confidence", "Checked on"),
            *((f"{name}-{end}", "charter", f"On {name}", "C", "2026-09-30") for name, *_ in _THEMES for end in _ENDS),
        ),
        "Model answers": (
            ("Standard", "Level", "Text"),
            *((name, level, text) for name, *_ in _THEMES for level, text in _models(name)),
        ),
        "Next steps": (
            ("Standard", "From", "To", "Steps"),
            *((name, "seed", "growing", f"Look at {what} with two colleagues.\nName one thing to do for {name}.")
              for name, _, _, what in _THEMES),
            *((name, "growing", "rooted", f"Ask three children about {what}.") for name, _, _, what in _THEMES),
        ),
    }  # fmt: skip


_ENDS = ("known", "lived")


def _criteria(name: str, title: str, who: str, what: str) -> Rows:
    return (
        (
            name, f"{name}-known", f"{title}: do we all know how?", f"Everybody knows what to do for {who}.", "agreed",
            "yes", f"Asked at random, people speak of {who} in their own words.", f"In {what}",
            f"A volunteer: what would you do for {who}?", "voices\npaper",
        ),
        (
            name, f"{name}-lived", f"{title}: does it happen?", f"We saw this term what is done for {who}.", "agreed",
            "no", f"An example with a day and an hour stands in {what}.", f"The last month of {what}",
            f"Two children: when did you last notice {what}?", "voices",
        ),
    )  # fmt: skip


_MODELS = {
    "welcome": (
        "New children are met by name, shown round by another child, and rung up after their first week.",
        "Somebody usually waits at the gate; on wet Mondays nobody does.",
        "Families find their own way in, and ask in the corridor where to go.",
    ),
    "listening": (
        "Pupils choose whom they talk to, hear back within two days, and have changed three of our rules.",
        "There is a box for notes, emptied each Friday by the deputy.",
        "Adults mean to listen, but no hour or room has been set aside.",
    ),
    "knowing": (
        "Every driver and cook can name five signs and the last time they noticed one.",
        "Teachers are sure of bruises and unsure of neglect.",
        "A poster hangs in the office, and few have read it.",
    ),
    "telling": (
        "Calls go out inside the hour, and the caller learns what came of it.",
        "The right desk is rung the same day, often by the same two people.",
        "Worries are kept for the weekly meeting.",
    ),
    "choosing": (
        "References are spoken, not only read, and gaps in a life are asked about until they make sense.",
        "All papers are there before day one; conversations about them are rare.",
        "People begin while we wait for their papers.",
    ),
    "learning": (
        "Each half term ends with ten minutes on one true story, and quizzes show that it stays.",
        "A yearly course reaches most of us, latecomers excepted.",
        "Newcomers read a folder if they find it.",
    ),
    "places": (
        "Children drew the map of corners they dislike, and builders have mended all but one.",
        "Locks and lights are checked by the caretaker, seldom by anyone smaller.",
        "We notice a broken gate when somebody has gone through it.",
    ),
    "looking": (
        "After every fright we write one page without blame, and read last year's pages aloud in June.",
        "Big events are talked over; small ones slip away.",
        "Mistakes embarrass us, so they are not written down.",
    ),
}


def _models(name: str) -> tuple[tuple[str, str], ...]:
    return tuple((step[0], text) for step, text in zip(_STEPS, _MODELS[name], strict=True))


def main(path: Path) -> None:
    """Write the workbook."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets().items():
        page = book.create_sheet(name)
        for row in rows:
            page.append(row)
    book.save(path)


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""Questions in GIFT, one case each, with what must come of them; no sentence is from anywhere else."""

from typing import NamedTuple

from compact_tui.core.bank import Question

NBSP = "\u00a0"


class Case(NamedTuple):
    """A file of one question and what is read; ``right`` and ``wrong`` are texts of options."""

    name: str
    text: str
    prompt: str
    kind: str
    right: tuple[str, ...]
    wrong: tuple[str, ...]
    more: dict[str, object] = {}
    """Further fields of the question; ``feedback`` is that of the options in their order."""


DRY = "Where do umbrellas dry? "
HERE, THERE = ("Rack",), ("Lap",)

TAKEN = (
    Case("on one line", DRY + "{=Rack ~Lap}", DRY.strip(), "choice", HERE, THERE, {"answer": "Rack"}),
    Case("on several lines", "Where do\numbrellas dry? {\n\t=Rack\n\t~Lap\n}", DRY.strip(), "choice", HERE, THERE),
    Case("wrong one first", DRY + "{~Lap =Rack}", DRY.strip(), "choice", HERE, THERE),
    Case("no spaces at all", "Dry?{=Rack~Lap}", "Dry?", "choice", HERE, THERE),
    Case("three wrong answers", "Dry? {~A ~B =C ~D}", "Dry?", "choice", ("C",), ("A", "B", "D")),
    Case("a title", "::Drying::Dry? {=Rack ~Lap}", "Dry?", "choice", HERE, THERE, {"id": "drying"}),
    Case("a title on its own line", "::Drying::\nDry? {=Rack ~Lap}", "Dry?", "choice", HERE, THERE, {"id": "drying"}),
    Case(
        "colons in the title",
        "::Part 2\\: wet\\:::Dry? {=Rack ~Lap}",
        "Dry?",
        "choice",
        HERE,
        THERE,
        {"id": "part-2-wet"},
    ),
    Case("one colon in the title", "::At 9:30::Dry? {=Rack ~Lap}", "Dry?", "choice", HERE, THERE, {"id": "at-9-30"}),
    Case("a title with a brace", "::a \\{ b::Dry? {=Rack ~Lap}", "Dry?", "choice", HERE, THERE, {"id": "a-b"}),
    Case("an empty title", "::::Dry? {=Rack ~Lap}", "Dry?", "choice", HERE, THERE, {"id": "dry"}),
    Case(
        "no title: the words name it",
        "Dry or wet? {=Dry ~Wet}",
        "Dry or wet?",
        "choice",
        ("Dry",),
        ("Wet",),
        {"id": "dry-or-wet"},
    ),
    Case(
        "a title of 5,000 characters",
        f"::{'a' * 5000}::Dry? {{=Rack ~Lap}}",
        "Dry?",
        "choice",
        HERE,
        THERE,
        {"id": "a" * 60},
    ),
    Case("colons in the words", "At 9:30, or: later? {=Rack ~Lap}", "At 9:30, or: later?", "choice", HERE, THERE),
    Case("escaped colon in the words", "Dry\\: where? {=Rack ~Lap}", "Dry: where?", "choice", HERE, THERE),
    Case("escaped = in the words", "1 + 1 \\= what? {=2 ~3}", "1 + 1 = what?", "choice", ("2",), ("3",)),
    Case("bare = ~ # in the words", "1 = 1 ~ #1? {=Yes ~No}", "1 = 1 ~ #1?", "choice", ("Yes",), ("No",)),
    Case(
        "escaped braces", "What is \\{ and \\}? {=Braces ~Arms}", "What is { and }?", "choice", ("Braces",), ("Arms",)
    ),
    Case(
        "escaped signs in an answer", "Sum? {=a \\= b \\~ c \\# d ~no}", "Sum?", "choice", ("a = b ~ c # d",), ("no",)
    ),
    Case("escaped braces in an answer", "Set? {=\\{a\\} ~\\{\\}}", "Set?", "choice", ("{a}",), ("{}",)),
    Case("a written line break", "First\\nsecond? {=Rack ~Lap}", "First\nsecond?", "choice", HERE, THERE),
    Case("a written blank line", "First\\n\\nsecond? {=Rack ~Lap}", "First\n\nsecond?", "choice", HERE, THERE),
    Case("a backslash before n", "In C:\\\\new? {=Rack ~Lap}", "In C:\\new?", "choice", HERE, THERE),
    Case("a backslash before anything else", "A \\d? {=Rack ~Lap}", "A \\d?", "choice", HERE, THERE),
    Case("two backslashes and a sign", "A \\\\\\=? {=Rack ~Lap}", "A \\=?", "choice", HERE, THERE),
    Case(
        "line ends of Windows",
        "Where do\r\numbrellas dry? {\r\n=Rack\r\n~Lap\r\n}\r\n",
        DRY.strip(),
        "choice",
        HERE,
        THERE,
    ),
    Case("line ends of old Macs", "Dry? {\r=Rack\r~Lap\r}\r", "Dry?", "choice", HERE, THERE),
    Case("a byte order mark", "\ufeff::T::Dry? {=Rack ~Lap}", "Dry?", "choice", HERE, THERE, {"id": "t"}),
    Case(
        "tabs and hard spaces around",
        f"\t{NBSP}Dry?{NBSP}\t{{{NBSP}=\tRack\t~{NBSP}Lap}}",
        "Dry?",
        "choice",
        HERE,
        THERE,
    ),
    Case("a hard space within", f"5{NBSP}pm? {{=Rack ~Lap}}", f"5{NBSP}pm?", "choice", HERE, THERE),
    Case(
        "a missing word", "Dry it on the {=Rack ~Lap} at once.", "Dry it on the _____ at once.", "choice", HERE, THERE
    ),
    Case(
        "a missing word before a full stop",
        "Dry it on the {=Rack ~Lap}.",
        "Dry it on the _____.",
        "choice",
        HERE,
        THERE,
    ),
    Case("a missing word first", "{=Rack ~Lap} is dry.", "_____ is dry.", "choice", HERE, THERE),
    Case("a missing word on lines", "Dry on\n{=Rack\n~Lap}\nat once.", "Dry on _____ at once.", "choice", HERE, THERE),
    Case("feedback", "Dry? {=Rack#Yes. ~Lap # No.}", "Dry?", "choice", HERE, THERE, {"feedback": ("Yes.", "No.")}),
    Case("feedback of one only", "Dry? {=Rack ~Lap#No.}", "Dry?", "choice", HERE, THERE, {"feedback": ("", "No.")}),
    Case(
        "# in feedback",
        "Dry? {=Rack#No. #1 \\# 2 ~Lap}",
        "Dry?",
        "choice",
        HERE,
        THERE,
        {"feedback": ("No. #1 # 2", "")},
    ),
    Case("empty feedback", "Dry? {=Rack# ~Lap#}", "Dry?", "choice", HERE, THERE, {"feedback": ("", "")}),
    Case("an arrow in a choice", "Dry? {=a -> b ~b -> a}", "Dry?", "choice", ("a -> b",), ("b -> a",)),
    Case("general feedback", "Dry? {=Rack ~Lap ####It drips.}", "Dry?", "choice", HERE, THERE, {"answer": "It drips."}),
    Case(
        "general feedback with signs",
        "Dry? {=Rack ~Lap####a = b ~ c # d}",
        "Dry?",
        "choice",
        HERE,
        THERE,
        {"answer": "a = b ~ c # d"},
    ),
    Case(
        "general and own feedback",
        "Dry? {=Rack#Yes ~Lap#No\n####All}",
        "Dry?",
        "choice",
        HERE,
        THERE,
        {"feedback": ("Yes", "No"), "answer": "All"},
    ),
    Case(
        "four signs in feedback: the last are general",
        "Dry? {=Rack#a####b ~Lap####c}",
        "Dry?",
        "choice",
        HERE,
        THERE,
        {"feedback": ("a####b", ""), "answer": "c"},
    ),
    Case("ids on two lines", "// [id:a]\n// [id:b]\nDry? {=Rack ~Lap}", "Dry?", "choice", HERE, THERE, {"id": "a"}),
)
"""Titles, escapes, line ends, missing words and feedback of choices."""


def shown(question: Question, key: str) -> object:
    """What of a question a case names."""
    if key == "feedback":
        return tuple(option.feedback for option in question.option)
    if key == "option_ids":
        return tuple(option.id for option in question.option)
    if key == "heard":
        return tuple((point.weight, point.say) for point in question.point)
    if key == "place":
        return question.source[0].source, question.source[0].place
    return getattr(question, key)

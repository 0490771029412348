"""Audit packs: read with every mistake collected, kept beside an audit, found among the shipped."""

import shutil
from pathlib import Path

import pytest

from compact_tui.core.pack import AuditPack
from compact_tui.core.pack_lint import lint
from compact_tui.core.problems import Problem, Severity, say
from compact_tui.storage import packs
from compact_tui.storage.packs import open_pack, read_pack

SMALL = Path(__file__).parents[1] / "fixtures" / "small-pack"

ONE_FILE = """
[pack]
id = "tiny"
edition = "1"
title = "Tiny"
wording = "independent"

[[level]]
id = "wet"
word = "Wet"
rank = 1

[[standard]]
id = "t2"
number = 2
title = "Second"

[[standard]]
id = "t1"
number = 1
title = "First"

[[standard.criterion]]
id = "t1-peg"
question = "Is there a peg?"
text = "There is a peg."
"""


def small_pack() -> AuditPack:
    pack, problems = read_pack(SMALL)
    assert pack is not None, [say(problem) for problem in problems]
    return pack


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "pack"))


def written(tmp_path: Path, text: str | bytes) -> Path:
    path = tmp_path / "one.toml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def only_problem(path: Path) -> Problem:
    pack, problems = read_pack(path)
    assert pack is None
    assert len(problems) == 1, [say(problem) for problem in problems]
    return problems[0]


def test_a_folder_is_read_as_one_pack_in_the_order_of_its_numbers() -> None:
    pack = small_pack()

    assert [standard.id for standard in pack.standard] == ["u1", "u2", "u3"]
    assert [len(standard.criterion) for standard in pack.standard] == [3, 3, 3]
    assert pack.rule == ()
    assert [level.word for level in pack.level] == ["Bone dry", "A few drops", "Soaked"]


def test_standards_are_sorted_by_number_and_not_by_file_and_lines_follow_them(folder: Path) -> None:
    (folder / "u1.toml").rename(folder / "z.toml")

    reading = open_pack(folder)

    assert reading.pack == small_pack()
    place = reading.locate(("standard", 0, "criterion", 1, "question"))
    assert (place.file, place.line) == ("z.toml", 28)
    assert (folder / "z.toml").read_text("utf-8").splitlines()[27].startswith("question =")


def test_tables_of_the_same_name_in_several_files_are_joined_in_the_order_of_the_files(folder: Path) -> None:
    for name in ("b", "a"):
        (folder / f"{name}.toml").write_text(f'[[evidence_kind]]\nid = "{name}"\nword = "{name}"\n', "utf-8")

    reading = open_pack(folder)

    assert reading.pack is not None
    assert [kind.id for kind in reading.pack.evidence_kind] == ["ticket-stub", "visitor-word", "a", "b"]
    assert reading.locate(("evidence_kind", 3, "word")).file == "b.toml"
    assert reading.locate(("evidence_kind", 3, "word")).line == 3


def test_one_file_can_be_a_pack(tmp_path: Path) -> None:
    pack, problems = read_pack(written(tmp_path, ONE_FILE))

    assert problems == ()
    assert pack is not None
    assert [standard.id for standard in pack.standard] == ["t1", "t2"]


@pytest.mark.parametrize("change", [lambda text: "\ufeff" + text, lambda text: text.replace("\n", "\r\n")])
def test_what_windows_editors_add_changes_nothing(tmp_path: Path, change: object) -> None:
    assert callable(change)

    pack, problems = read_pack(written(tmp_path, change(ONE_FILE)))

    assert problems == ()
    assert pack == read_pack(written(tmp_path, ONE_FILE))[0]


def test_lines_of_a_text_are_joined_and_an_empty_line_begins_a_paragraph(tmp_path: Path) -> None:
    text = ONE_FILE + 'good = """\nOne line\n  and its end.\n\n\nA second\tparagraph.\n"""\n'

    pack, _ = read_pack(written(tmp_path, text))

    assert pack is not None
    assert pack.standard[0].criterion[0].good == "One line and its end.\n\nA second paragraph."


@pytest.mark.parametrize(
    ("old", "new", "line", "where", "words"),
    [
        ('title = "Second"', "titel = 'x'\ntitle = \"Second\"", 16, "t2, titel", 'Did you mean "title"?'),
        ('title = "Second"', "", 13, "t2", 'The key "title" is missing.'),
        ('title = "Second"', "title = 7", 16, "t2, title", "a number, where text in quotes"),
        ('title = "Second"', "title = 2026-11-22", 16, "t2, title", "a day or time without quotes"),
        ('title = "Second"', 'title = ["Second"]', 16, "t2, title", "a list, where text in quotes"),
        ("number = 2", 'number = "2"', 15, "t2, number", "text, where a whole number"),
        ("number = 2", "number = true", 15, "t2, number", "true or false, where a whole number"),
        ("number = 2", "number = 2.0", 15, "t2, number", "a number, where a whole number"),
        ("number = 2", "number = 99999999999999999999", 15, "t2, number", "too large"),
        ("rank = 1", "rank = 1\nweak = 'yes'", 12, "wet, weak", "text, where true or false"),
        ('id = "t1-peg"', 'id = "t1-peg"\nwhere = "the peg"', 25, "t1-peg, where", "a list of texts"),
        ('id = "t1-peg"', 'id = "t1-peg"\nwhere = ["a", 3]', 25, "t1-peg, where 2", "a number, where text"),
        ('id = "t1-peg"', 'id = "t1-peg"\nsource = "x"', 25, "t1-peg, source", "[[standard.criterion.source]]"),
        ('id = "t1-peg"', 'id = "t1-peg"\nsource = ["x"]', 25, "t1-peg, source 1", "where a table should be"),
        ('id = "t1-peg"', 'id = "t1-peg"\ngood = "a\\u001bb"', 25, "t1-peg, good", "U+001B"),
        ('id = "t1-peg"', 'id = "t1-peg"\ngood = "a\u202eb"', 25, "t1-peg, good", "U+202E"),
        ('title = "Tiny"', "", 2, "pack", 'The key "title" is missing.'),
        ("[[level]]", "[[levell]]", 8, "levell", 'Did you mean "level"?'),
        ("[[level]]", "[level]", 8, "level", "a table headed [[level]]"),
    ],
)
def test_a_mistake_is_told_with_its_line_its_place_and_a_remedy(
    tmp_path: Path, old: str, new: str, line: int, where: str, words: str
) -> None:
    assert old in ONE_FILE

    pack, problems = read_pack(written(tmp_path, ONE_FILE.replace(old, new, 1)))

    assert pack is None
    assert any(
        (problem.file, problem.line, problem.where) == ("one.toml", line, where)
        and words in f"{problem.what} {problem.remedy}"
        and problem.severity is Severity.ERROR
        for problem in problems
    ), [say(problem) for problem in problems]


def test_all_mistakes_are_told_in_one_go(tmp_path: Path) -> None:
    text = ONE_FILE.replace("rank = 1", "rank = 'x'").replace("number = 2", "nummer = 2").replace('"Tiny"', "3")

    _, problems = read_pack(written(tmp_path, text))

    assert [problem.line for problem in problems] == [5, 11, 15, 13]


@pytest.mark.parametrize(
    ("data", "line", "words"),
    [
        (b"a = 1\nb = = 2\n", 2, "This is not TOML: Invalid value."),
        (b'a = """\nnever closed\n', 3, "This is not TOML"),
        (b"a = 1\na = 2\n", 2, "This is not TOML"),
        (b"[pack]\nid = 'a\0b'\n", 2, "\\x00"),
        (b"\0\0\0\0", 1, "This is not TOML"),
        (b"a = 1\nb = '\xff'\n", 2, "UTF-8"),
        ("a = 1".encode("utf-16"), 1, "UTF-8"),
        (b"x = " + b"[" * 100_000, 0, "nested too deeply"),
        (b"x = " + b"{a=" * 100_000, 0, "nested too deeply"),
        (b"y = 1\nx = { " + b"a." * 200_000 + b"a = 1 }", 2, "too many dots"),
        (b'"\\"".' * 5 + b'"?".' * 200_000 + b"a = 1", 1, "too many dots"),
        (b"x = " + b"9" * 10_000, 0, "This is not TOML"),
        (b"#" * 2_000_001, 0, "larger than 2 MB"),
    ],
)
def test_a_file_that_is_no_content_file_is_refused_with_a_sentence(
    tmp_path: Path, data: bytes, line: int, words: str
) -> None:
    problem = only_problem(written(tmp_path, data))

    assert words in problem.what
    assert problem.line == line
    assert problem.file == "one.toml"
    assert problem.remedy


@pytest.mark.parametrize(
    "data", [b"", b"a = 1\n", b"pack = 1\nlevel = 2\nstandard = 'x'\n", b"[pack]\n[level.x]\n[standard]\n"]
)
def test_toml_that_is_no_pack_says_what_a_pack_needs(tmp_path: Path, data: bytes) -> None:
    pack, problems = read_pack(written(tmp_path, data))

    assert pack is None
    assert {problem.file for problem in problems} == {"one.toml"}
    told = " ".join(say(problem) for problem in problems)
    assert all(name in told for name in ("pack", "level", "standard"))


def test_too_many_items_are_refused(tmp_path: Path) -> None:
    problem = only_problem(written(tmp_path, ONE_FILE + f"where = {['x'] * 501}\n"))

    assert problem.what == "There are 501 items here; at most 500 are taken."


def test_a_text_that_is_too_long_is_refused(tmp_path: Path) -> None:
    assert "20,001 characters" in only_problem(written(tmp_path, ONE_FILE + f"good = '{'x' * 20_001}'\n")).what


def test_a_folder_without_its_head_file_is_no_pack(folder: Path) -> None:
    (folder / "pack.toml").unlink()

    assert only_problem(folder).what == "The folder has no pack.toml, so it is not an audit pack."


def test_a_folder_of_very_many_files_is_refused(folder: Path) -> None:
    for number in range(100):
        (folder / f"x{number}.toml").touch()

    assert "at most 100" in only_problem(folder).what


def test_files_that_are_too_large_together_are_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    size = sum(file.stat().st_size for file in folder.iterdir())
    monkeypatch.setattr(packs, "_LARGEST_FOLDER", size)
    assert read_pack(folder) == (small_pack(), ())

    monkeypatch.setattr(packs, "_LARGEST_FOLDER", size - 1)
    assert only_problem(folder).what.startswith("The files together are larger than")


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    problem = only_problem(tmp_path / "gone.toml")

    assert (problem.file, problem.what) == ("gone.toml", "The file cannot be read (No such file or directory).")


def test_a_second_head_is_refused_where_it_stands(folder: Path) -> None:
    (folder / "z.toml").write_text('\n[pack]\nid = "other"\n', "utf-8")

    problem = only_problem(folder)

    assert (problem.file, problem.line) == ("z.toml", 2)
    assert problem.what == '"pack" stands in pack.toml already.'


def test_a_broken_file_of_a_folder_is_named_and_nothing_is_said_of_what_it_lacks(folder: Path) -> None:
    (folder / "u2.toml").write_text("[[standard]\n", "utf-8")

    problem = only_problem(folder)

    assert (problem.file, problem.line) == ("u2.toml", 1)


def test_a_shared_id_is_found_by_the_lint_in_the_file_of_the_second(folder: Path) -> None:
    text = (folder / "u3.toml").read_text("utf-8")
    (folder / "u3.toml").write_text(text.replace('id = "u3-lend"', 'id = "u1-ticket"'), "utf-8")

    reading = open_pack(folder)
    assert reading.pack is not None
    problem = next(p for p in lint(reading.pack, "2026-11-22", reading.locate) if "used twice" in p.what)

    assert (problem.file, problem.line, problem.where) == ("u3.toml", 43, "u1-ticket, id")

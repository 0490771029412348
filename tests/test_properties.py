"""What was said is in the return and in the report, whatever it was; what is private is in no file that is sent."""

import base64
import re
from email import message_from_bytes, policy
from itertools import count
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compact_tui.core.audit import TABLES, SignOff
from compact_tui.core.change import Edit
from compact_tui.core.record import Record
from compact_tui.core.setting import Setting
from compact_tui.services import answering, grading, records
from compact_tui.services import settings as setting_services
from compact_tui.services.books import SETTING_BOOK, open_audit, open_book, read_setting
from compact_tui.services.desk import Desk, commit
from compact_tui.services.returns import make
from tests.pages import text_of_html
from tests.samples import KEPT_HERE
from tests.services.desks import ALL_CRITERIA, reopened, started

PRIVATE = {("CriterionAnswer", "private_note"), ("Evidence", "file")}
STANDARDS = ("u1", "u2", "u3")
ABOUT = st.lists(st.sampled_from([*ALL_CRITERIA, *STANDARDS, "gone"]), min_size=1, max_size=4, unique=True)
AROUND = st.sampled_from(
    ["", "<script>&\"'", "é🐛\u202eabc", "a\nb", "=1+1", "{{ 7 }}", "%s\\", "\u2028", "] /* <!-- -->", "x" * 300]
)
PATHS = st.sampled_from(
    [
        r"C:\Users\{0}\My files\{0} list.docx",
        r"\\server\{0}\b.docx",
        "/home/{0}/c d.docx",
        "~/{0}/e.docx",
        "file:///home/{0}/f.docx",
        "c:/{0}/g.docx",
    ]
)
_folders = count()


class Marks:
    """Texts that occur nowhere else, and which of them may be sent."""

    def __init__(self, around: str, path: str) -> None:
        self.around = around
        self.path = path
        self.said: list[str] = []
        self.kept_back: list[str] = []

    def say(self, name: str) -> str:
        word = f"Zq{len(self.said)}s{name.replace('_', '')}qZ"
        self.said.append(word)
        return f"{word} {self.around} {word}".strip()

    def keep_back(self) -> str:
        word = f"Zq{len(self.kept_back)}kqZ"
        self.kept_back.append(word)
        return word

    def fill(self, kind: type[msgspec.Struct], **fixed: object) -> dict[str, object]:
        """A record in its plain form in which every field that is not fixed has a mark of its own."""
        values: dict[str, object] = dict(fixed)
        for field in msgspec.structs.fields(kind):
            if field.name in values or field.type in {bool, int}:
                continue
            if (kind.__name__, field.name) == ("Evidence", "file"):
                values[field.name] = self.path.format(self.keep_back())
            elif (kind.__name__, field.name) in PRIVATE | KEPT_HERE:
                values[field.name] = f"{self.keep_back()} {self.around}"
            elif field.type is str:
                # Ids are ours: they are plain words.
                values[field.name] = self.say(field.name).split(" ")[0] if field.name == "id" else self.say(field.name)
            else:
                values[field.name] = [self.say(field.name)]
        return values


@pytest.fixture
def quick_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("os.fsync", lambda handle: None)
    return tmp_path


def filled(desk: Desk, marks: Marks, about: list[str]) -> None:
    """Fill every field of every record of the books, as any version of any program could have."""
    book = open_audit(desk).book
    edits = []
    for item in about:
        if item not in STANDARDS:
            edits.append(("answers", item, marks.fill(TABLES["answers"], criterion=item)))
        if item not in ALL_CRITERIA:
            edits.append(("grades", item, marks.fill(TABLES["grades"], standard=item)))
            edits.append(("summaries", item, marks.fill(TABLES["summaries"], standard=item)))
        for table in ("evidence", "actions"):
            record = marks.fill(TABLES[table], supports=[item])
            edits.append((table, str(record["id"]), record))
    signed = marks.fill(SignOff)
    edits.append(("sign_offs", str(signed["id"]), signed))
    (head,) = book.rows("audit")
    ours = {"id": head["id"], "variation": "gallery", "pack": "umbrella-care", "edition": "2026.1", "pack_copy": ""}
    told = marks.fill(TABLES["audit"], **ours)
    changes = tuple(Edit(table, id_, None, record) for table, id_, record in edits)
    commit(desk, book, "fill", "filled", (*changes, Edit("audit", str(head["id"]), head, told)))
    space = open_book(desk, desk.workspace.setting_path, SETTING_BOOK)
    (who,) = space.rows("setting")
    commit(desk, space, "fill", "filled", (Edit("setting", "setting", who, marks.fill(Setting)),))


def everything_in(folder: Path) -> dict[str, str]:
    """Every file of a send folder as text, the parts of the draft and anything in base64 decoded too."""
    found = {}
    for path in folder.iterdir():
        data = path.read_bytes()
        found[path.name] = path.name + data.decode("utf-8")
        if path.suffix != ".eml":
            continue
        message = message_from_bytes(data, policy=policy.default)
        for number, part in enumerate(message.walk()):
            found[f"{path.name} header {number}"] = "\n".join(f"{k}: {v}" for k, v in part.items())
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes):
                found[f"{path.name} part {number}"] = payload.decode("utf-8")
        for number, block in enumerate(re.findall(rb"(?:[A-Za-z0-9+/]{20,}={0,2}\r?\n)+", data)):
            whole = b"".join(block.split())
            found[f"{path.name} block {number}"] = base64.b64decode(whole + b"=" * (-len(whole) % 4)).decode(
                "utf-8", "replace"
            )
    return found


@given(ABOUT, AROUND, PATHS)
@settings(derandomize=True, deadline=None, max_examples=10)
def test_every_field_of_every_record_is_in_the_return_and_the_report_and_the_private_ones_in_no_file(
    tmp_path_factory: pytest.TempPathFactory, about: list[str], around: str, path: str
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("os.fsync", lambda handle: None)
        desk = started(tmp_path_factory.mktemp(f"sent{next(_folders)}"))
        marks = Marks(around, path)
        filled(desk, marks, about)
        # What is made up here is no answer of the pack, and a return of no answers is held back.
        patch.setattr("compact_tui.services.returns.refuse_while_errors", lambda *_: None)

        made = make(reopened(desk))

    told = {"return": Path(made.return_file).read_text("utf-8"), "report": Path(made.report_file).read_text("utf-8")}
    told["page"] = text_of_html(Path(made.report_file).read_bytes())
    for name, text in told.items():
        assert [word for word in marks.said if word not in text] == [], name
    for name, text in everything_in(Path(made.folder)).items():
        assert [word for word in marks.kept_back if word in text] == [], name
    assert len(marks.kept_back) >= len(about)


def test_what_is_looked_through_holds_what_is_sent_in_every_form(quick_folder: Path) -> None:
    desk = started(quick_folder, contact_name="Zq0contactqZ")
    answering.answer(desk, "1.1", "in-hand", note="Zq1noteqZ " * 50)

    found = everything_in(Path(make(desk).folder))

    holding = {name.split(" ", 1)[-1] for name, text in found.items() if "Zq1noteqZ" in text}
    assert {"part 2", "part 3", "block 1"} <= holding
    assert any("Zq0contactqZ" in text for name, text in found.items() if "part 1" in name)


def test_every_record_has_been_filled(quick_folder: Path) -> None:
    desk = started(quick_folder)
    filled(desk, Marks("", "/home/{0}"), ["u1-ticket", "u2", "gone"])

    audit = open_audit(reopened(desk)).audit

    for record in (*audit.answers, *audit.grades, *audit.summaries, *audit.evidence, *audit.actions, *audit.sign_offs):
        assert isinstance(record, Record)
        flags = {f.name for f in msgspec.structs.fields(type(record)) if f.type in {bool, int}}
        assert all(getattr(record, name) for name in set(record.__struct_fields__) - flags), record
    setting = read_setting(reopened(desk))
    assert setting is not None
    assert all(getattr(setting, name) for name in setting.__struct_fields__)


WORDS = st.sampled_from(["", "See {} for more.", "{}", "Kept\nin {}, top left", "({})"])


@given(PATHS, WORDS)
@settings(derandomize=True, deadline=None, max_examples=10)
def test_a_path_typed_anywhere_by_anyone_is_in_no_file_that_is_sent(
    tmp_path_factory: pytest.TempPathFactory, path: str, words: str
) -> None:
    mark = "Zq1pathqZ"
    # Within a sentence nobody can tell where a path with spaces ends.
    plain = path.format(mark) if words in {"", "{}"} else path.format(mark).replace(" ", "-")
    text = words.format(plain)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("os.fsync", lambda handle: None)
        desk = started(tmp_path_factory.mktemp(f"path{next(_folders)}"))
        setting_services.set_up(desk, {"contact_name": text.replace(" ", "-"), "areas": text.replace(",", "")})
        answering.answer(desk, "1.1", "no-rain-here", note=text.replace(" ", "-"), reason=text.replace(" ", "-") or "x")
        answering.write_note(desk, "1.2", f"{mark} {text}", private=True)
        grading.summarise(desk, "1", text.replace(" ", "-"))
        grading.grade(desk, "1", "soaked", reason=text.replace(" ", "-"))
        records.add_evidence(desk, {"title": text or "T", "where": plain, "held_by": "Porter"}, ("1.1",))
        records.add_evidence(desk, {"title": "T", "where": text}, ("1.1",))
        records.add_action(desk, {"what": text or "W", "who": "Porter"}, ("1.1",))

        made = make(reopened(desk))

    for name, held in everything_in(Path(made.folder)).items():
        assert mark not in held, name

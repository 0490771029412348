"""Signing: what is shown, kept, compared, withdrawn; and what must never happen."""

import json
import os
import shutil
from pathlib import Path

import pytest
from msgspec.structs import replace

from compact_tui.core.errors import CompactError, ExitCode, UsageError, WorkspaceError
from compact_tui.core.signing_views import SignerView
from compact_tui.exchange.return_json import read
from compact_tui.services import answering, grading, history, records, returns, signing
from compact_tui.services.books import open_audit
from compact_tui.services.desk import Desk
from tests.services.desks import ALL_CRITERIA, at, reopened, small_pack

HOSTILE = "A [bold]Light[/bold] \x1b[31m \u202e<script>"


@pytest.fixture
def done(desk: Desk) -> Desk:
    """A desk with an audit that is answered and graded."""
    for criterion in ALL_CRITERIA:
        answering.answer(desk, criterion, "in-hand", note=f"Saw {criterion}.")
    for standard in ("u1", "u2", "u3"):
        grading.grade(desk, standard, "bone-dry")
    return desk


def signer(desk: Desk, name: str = "keeper") -> SignerView:
    """How a role stands."""
    return next(one for one in signing.signing(desk).signers if one.id == name)


def folders(desk: Desk) -> list[str]:
    """What lies under signed, hidden things too."""
    folder = desk.workspace.signed_folder
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def recorded(desk: Desk) -> list[str]:
    """The signatures on the disk."""
    return [sign.id for sign in open_audit(reopened(desk)).audit.sign_offs]


def test_who_signs_is_what_the_pack_says_and_the_first_that_has_not_is_shown(done: Desk) -> None:
    view = signing.signing(done)

    assert [(one.id, one.required, one.state) for one in view.signers] == [
        ("keeper", True, "not-signed"),
        ("night-porter", False, "not-signed"),
    ]
    assert (view.signer, view.declaration) == ("keeper", small_pack().signer[0].declaration)
    assert view.code in view.asked and view.code in view.page.first_lines[1]
    assert view.sentence.endswith("Still to sign: Keeper of the umbrellas.")
    assert signing.signing(done, "Night porter").signer == "night-porter"


def test_what_is_signed_is_what_was_shown_and_its_code_verifies_for_ever(done: Desk) -> None:
    shown = signing.signing(done)

    signed = signing.sign_off(done, "keeper", "A. Light", expected_code=shown.code)

    assert (signed.code, signed.on, signed.role) == (shown.code, "2026-12-03", "Keeper of the umbrellas")
    folder = Path(signed.folder)
    assert folder.name == f"2026-12-03-keeper-{shown.code}"
    found = read((folder / "return.json").read_bytes())
    assert (found.content_code, found.digest_ok) == (shown.code, True)
    page = (folder / "heads-page.html").read_text("utf-8")
    assert shown.code in page and shown.declaration in page
    assert (signer(done).state, signer(done).copy, signer(done).changes) == ("same", "sound", ())
    made = returns.make(done)
    assert made.complete
    (check,) = returns.verify_file(Path(made.return_file)).sign_offs
    assert check.holds and check.code == shown.code
    assert returns.show_file(Path(made.return_file)).sign_offs == (check,)


def test_nobody_signs_what_they_did_not_see(done: Desk) -> None:
    shown = signing.signing(done)
    answering.answer(reopened(done), "u1-ticket", "half-way")

    with pytest.raises(CompactError) as caught:
        signing.sign_off(done, "keeper", "A. Light", expected_code=shown.code)

    assert caught.value.code == ExitCode.REFUSED
    assert shown.code in caught.value.message and signing.signing(done).code in caught.value.message
    with pytest.raises(CompactError):
        signing.ready(done, shown.code)
    assert (folders(done), recorded(done)) == ([], [])


def test_while_an_error_of_review_stands_nobody_signs(desk: Desk) -> None:
    view = signing.signing(desk)
    assert view.held_back

    with pytest.raises(CompactError) as caught:
        signing.sign_off(desk, "keeper", "A. Light")

    assert caught.value.code == ExitCode.PUT_RIGHT
    assert view.held_back[0] in caught.value.message
    with pytest.raises(CompactError):
        signing.ready(desk)
    assert (folders(desk), recorded(desk)) == ([], [])


def test_later_changes_do_not_unsay_a_signature_and_are_listed(done: Desk) -> None:
    signing.sign_off(done, "keeper", "A. Light")
    answering.answer(done, "u1-ticket", "half-way")
    records.add_action(done, {"what": "Count again"}, ("u1-ticket",))

    now = signer(done)

    assert (now.state, now.state_word) == ("changed", "2 changes since")
    assert [change.words for change in now.changes] == [
        "1.1 Does every umbrella get a ticket? in hand -> half way",
        'Action added: "Count again"',
    ]
    assert now.sentence.endswith("2 changes since.")
    page = "\n".join(str(section) for section in returns.preview(done).page.sections)
    assert "Changed since it was signed" in page and "in hand -> half way" in page
    made = returns.make(done)
    assert "Changed since it was signed" in Path(made.report_file).read_text("utf-8")
    assert not returns.verify_file(Path(made.return_file)).sign_offs[0].holds
    for _ in range(2):
        history.undo(done)
    assert signer(done).state == "same"


def test_a_role_that_signs_twice_counts_once_with_the_newest(done: Desk) -> None:
    signing.sign_off(done, "keeper", "A. Light")
    answering.answer(done, "u1-ticket", "half-way")
    signing.sign_off(at(done, days=-30), "keeper", "B. Dark")

    now = signer(done)

    assert (now.name, now.state, now.earlier, now.on) == ("B. Dark", "same", 1, "2026-11-03")
    assert "signed by B. Dark (Keeper of the umbrellas)." in signing.signing(done).sentence
    assert len(folders(done)) == len(recorded(done)) == 2


def test_withdrawing_takes_back_every_signature_of_the_role_and_undo_brings_them_back(done: Desk) -> None:
    signing.sign_off(done, "keeper", "A. Light")
    signing.sign_off(done, "night-porter", "C. Moon")
    newest = signing.sign_off(done, "keeper", "B. Dark")

    view = signing.withdraw(done, newest.id)

    assert [one.state for one in view.signers] == ["not-signed", "same"]
    assert "2 folders under signed belong to no signature" in view.notes[0]
    history.undo(done)
    assert signer(done).name == "B. Dark"
    assert signing.signing(done).notes == ()
    assert signing.withdraw(done, "Keeper").signers[0].state == "not-signed"


@pytest.mark.parametrize(("named", "told"), [("keeper", "Nobody has signed"), ("s-99", "Nobody has signed")])
def test_what_was_not_signed_cannot_be_withdrawn(done: Desk, named: str, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        signing.withdraw(done, named)
    signing.sign_off(done, "night-porter", "C. Moon")
    with pytest.raises(UsageError):
        signing.withdraw(done, named)
    assert len(recorded(done)) == 1


@pytest.mark.parametrize(
    ("role", "name", "on", "told"),
    [
        ("keper", "A", "", 'Did you mean "keeper"'),
        ("", "A", "", "Who signs: keeper, night-porter"),
        ("keeper", "  ", "", "Give the person's name"),
        ("keeper", "x" * 121, "", "longer than 120"),
        ("keeper", "A", "soon", "is not a day"),
        ("keeper", "A", "4 Dec 2026", "today is 3 December 2026"),
        ("keeper", "A", "2 Dec 2026", "before the audit was started"),
    ],
)
def test_what_cannot_be_taken_is_refused_in_words(done: Desk, role: str, name: str, on: str, told: str) -> None:
    with pytest.raises(UsageError) as caught:
        signing.sign_off(done, role, name, on)

    assert told in f"{caught.value.message} {caught.value.hint}"
    assert (folders(done), recorded(done)) == ([], [])


def test_a_clock_that_was_put_back_does_not_stop_anyone(done: Desk) -> None:
    back = at(done, days=-400)

    assert signing.sign_off(back, "keeper", "A. Light", "29 October 2025").on == "2025-10-29"
    assert signer(back).state == "same"


def test_a_name_with_markup_and_escapes_is_kept_and_steers_nothing(done: Desk) -> None:
    signed = signing.sign_off(done, "keeper", HOSTILE)
    made = returns.make(done)

    page = Path(made.report_file).read_text("utf-8")

    assert "\x1b" not in page and "<script>" not in page
    assert read(Path(made.return_file).read_bytes()).return_.sign_offs[0].name == signed.name
    assert Path(signed.folder).name == f"2026-12-03-keeper-{signed.code}"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the system lets this user write anywhere")
def test_a_folder_that_is_read_only_stops_the_signature(done: Desk) -> None:
    done.workspace.signed_folder.mkdir()
    done.workspace.signed_folder.chmod(0o500)
    try:
        with pytest.raises(WorkspaceError):
            signing.sign_off(done, "keeper", "A. Light")
    finally:
        done.workspace.signed_folder.chmod(0o700)
    assert (folders(done), recorded(done)) == ([], [])


@pytest.mark.parametrize("fails", ["mkdir", "rename", "write"])
def test_where_the_copy_cannot_be_written_nothing_is_recorded(
    done: Desk, fails: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: object, **options: object) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patched:
        patched.setattr("compact_tui.storage.send_folder._PAUSES", ())
        if fails == "write":
            patched.setattr("compact_tui.storage.atomic._write_new", refuse)
        else:
            patched.setattr(Path, fails, refuse)
        with pytest.raises(WorkspaceError):
            signing.sign_off(done, "keeper", "A. Light")

    assert (folders(done), recorded(done)) == ([], [])
    assert signer(done).state == "not-signed"


def test_where_the_signature_cannot_be_saved_its_copy_goes_again(done: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **options: object) -> None:
        raise WorkspaceError("The disk is full.")

    with monkeypatch.context() as patched:
        patched.setattr("compact_tui.storage.book.Book.save", refuse)
        with pytest.raises(WorkspaceError):
            signing.sign_off(done, "keeper", "A. Light")

    assert (folders(done), recorded(done)) == ([], [])


@pytest.mark.parametrize(
    ("harm", "copy", "told"),
    [
        ("gone", "missing", "is not there any more: the code is"),
        ("altered", "altered", "was altered"),
        ("swapped", "altered", "was altered"),
        ("emptied", "altered", "was altered"),
    ],
)
@pytest.mark.parametrize("changed", [False, True])
def test_a_copy_that_is_gone_or_altered_is_said_honestly(
    done: Desk, harm: str, copy: str, told: str, changed: bool
) -> None:
    signed = signing.sign_off(done, "keeper", "A. Light")
    file = Path(signed.folder) / "return.json"
    answering.answer(done, "u1-ticket", "half-way")
    other = signing.sign_off(done, "night-porter", "C. Moon")
    if not changed:
        history.undo(done)
        history.undo(done)
    data = file.read_bytes()
    if harm == "gone":
        shutil.rmtree(signed.folder)
    elif harm == "swapped":
        shutil.copy(Path(other.folder) / "return.json", file)
    else:
        file.write_bytes(data.replace(b"Brolly", b"Trolly") if harm == "altered" else b"")

    now = signer(done)

    assert (now.copy, now.state, now.changes) == (copy, "unclear" if changed else "same", ())
    assert told in now.sentence and signed.code in now.sentence
    assert json.dumps(now.folder) == json.dumps(str(Path(signed.folder)))


def test_a_name_of_a_folder_that_leads_elsewhere_is_not_followed(done: Desk) -> None:
    from compact_tui.services.desk import commit, edit

    signing.sign_off(done, "keeper", "A. Light")
    (sign,) = open_audit(done).audit.sign_offs
    led = replace(sign, folder=f"../signed/{sign.folder}")
    commit(done, open_audit(done).book, "x", "x", (edit("sign_offs", sign.id, sign, led),))

    assert signer(done).copy == "unreadable"


def test_an_audit_restored_from_an_older_copy_says_which_copies_it_does_not_name(done: Desk) -> None:
    book = open_audit(done).book
    before = book.path.read_bytes()
    signed = signing.sign_off(done, "keeper", "A. Light")
    book.path.write_bytes(before)

    (note,) = signing.signing(reopened(done)).notes

    assert Path(signed.folder).name in note and "restored from an older copy" in note


def test_what_changed_since_it_was_sent_is_held_against_the_return_that_was_sent(done: Desk) -> None:
    assert signing.signing(done).sent_sentence == "No return has been made yet."
    first = returns.make(done)
    answering.answer(done, "u1-ticket", "half-way")
    assert signing.signing(done).sent_sentence == (
        f"The return {first.id} was made on 3 December 2026, code {first.code}; 1 change since."
    )
    returns.sent(done, first.id, "3 Dec 2026", "Head")
    second = returns.make(done)

    view = signing.signing(done)

    assert view.sent_sentence.startswith(f"The return {first.id} was sent on 3 December 2026")
    assert [change.where for change in view.since_sent] == ["u1-ticket"]
    Path(first.return_file).write_bytes(Path(second.return_file).read_bytes())
    view = signing.signing(done)
    assert (view.since_sent, "was altered" in view.sent_sentence) == ((), True)
    Path(first.return_file).unlink()
    assert "is not there any more" in signing.signing(done).sent_sentence


def test_the_page_to_print_has_a_name_of_its_own_and_is_never_overwritten(done: Desk) -> None:
    first = Path(signing.write_head_page(done).path)

    assert Path(signing.write_head_page(done).path) == first
    first.write_text("Our own notes.", "utf-8")
    again = Path(signing.write_head_page(done).path)
    assert (first.read_text("utf-8"), again.name) == ("Our own notes.", f"{first.stem}-2.html")
    assert again.read_text("utf-8").count('class="ink"') == 2
    assert Path(signing.write_head_page(done, "keeper").path).read_text("utf-8").count('class="ink"') == 1

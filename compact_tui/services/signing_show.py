"""What a person who signs is shown: how every signature stands, and the page."""

from collections.abc import Sequence

from msgspec import Struct

from compact_tui.core.audit import SignOff
from compact_tui.core.errors import WorkspaceError
from compact_tui.core.finding import Finding
from compact_tui.core.head_page import head_page
from compact_tui.core.pack import Signer
from compact_tui.core.page import ReportPage
from compact_tui.core.return_changes import Since
from compact_tui.core.returns import Return, content_code, first_line
from compact_tui.core.signing import ANYONE, counted, signers_of
from compact_tui.core.signing_views import SignerView, SigningView
from compact_tui.core.small_group import title_for
from compact_tui.core.text import capitalised, count
from compact_tui.services.books import OpenAudit, audit_books, current_audit, open_audit
from compact_tui.services.desk import Desk
from compact_tui.services.drafts import draft_of
from compact_tui.services.review import findings_in, held_back
from compact_tui.services.signed_copies import SignState, since_sent, state_of
from compact_tui.services.standing import differing
from compact_tui.storage.signed import signed_folders

_STATE_WORDS = {"same": "signed", "changed": "changed since", "unclear": "changed since"}
_MOST_NAMED = 3


class Shown(Struct, frozen=True):
    """Everything that is shown to a person who signs, worked out once."""

    draft: Return
    code: str
    findings: tuple[Finding, ...]
    states: tuple[tuple[SignOff, SignState], ...]
    """The signatures that count, and how each stands."""
    standing: tuple[str, ...]
    """Where what is claimed differs from what is known, shown and seen, a line each."""


def shown(desk: Desk, opened: OpenAudit) -> Shown:
    """What is shown of an audit as it stands."""
    draft = draft_of(desk, opened, "")
    return Shown(
        draft=draft,
        code=content_code(draft),
        findings=findings_in(desk, opened),
        states=tuple((s, state_of(desk, s, draft, opened.pack)) for s in counted(opened.audit.sign_offs)),
        standing=differing(desk, opened),
    )


def page_for(opened: OpenAudit, now: Shown, signers: Sequence[Signer]) -> ReportPage:
    """The head's page for some of those who sign."""
    since = tuple(Since(sentence=f"{s.role}: {state.sentence}", changes=state.changes) for s, state in now.states)
    return head_page(now.draft, opened.pack, signers, findings=now.findings, since=since, standing=now.standing)


def head_page_of(desk: Desk) -> ReportPage:
    """The head's page for all who sign, on one sheet."""
    opened = open_audit(desk)
    return page_for(opened, shown(desk, opened), signers_of(opened.pack))


def signing_view(desk: Desk, opened: OpenAudit, now: Shown, signer: Signer) -> SigningView:
    """Who signs and how it stands, with the page of one of them."""
    sent = since_sent(desk, opened.audit, now.draft, opened.pack)
    return SigningView(
        title=title_for(opened.pack, opened.audit.head.cycle),
        signers=_signers(desk, opened, now),
        sentence=first_line(now.draft),
        code=now.code,
        held_back=held_back(desk, opened),
        signer=signer.id,
        declaration=signer.declaration,
        asked=f"{signer.declaration}\n\nYou sign exactly what the page shows; its code is {now.code}. What is changed "
        "later is listed beside your name and does not unsay it.",
        page=page_for(opened, now, (signer,)),
        sent_sentence=sent.sentence,
        since_sent=sent.changes,
        notes=_notes(desk),
    )


def _signers(desk: Desk, opened: OpenAudit, now: Shown) -> tuple[SignerView, ...]:
    """The roles of the pack in its order, then signatures of roles that it does not name."""
    roles = signers_of(opened.pack)
    signed = {sign.signer: (sign, state) for sign, state in now.states if sign.signer}
    views = [_view(desk, opened, role, signed.get(role.id)) for role in roles if role.id]
    for sign, state in now.states:
        if sign.signer not in {role.id for role in roles if role.id}:
            role = Signer(id=sign.signer, word=sign.role, declaration=ANYONE.declaration, required=False)
            views.append(_view(desk, opened, role, (sign, state)))
    if not opened.pack.signer:
        anyone = Signer(id="", word=ANYONE.word, declaration=ANYONE.declaration, required=not now.states)
        views.append(_view(desk, opened, anyone, None))
    return tuple(views)


def _view(desk: Desk, opened: OpenAudit, role: Signer, signed: tuple[SignOff, SignState] | None) -> SignerView:
    if signed is None:
        told = "Has not signed yet." if role.required else "Has not signed, and does not have to."
        return SignerView(
            id=role.id,
            word=role.word,
            declaration=role.declaration,
            required=role.required,
            state="not-signed",
            state_word="not signed yet" if role.required else "may sign",
            sentence=told,
        )
    sign, state = signed
    same_role = [one for one in opened.audit.sign_offs if counted((one, sign)) == (sign,)]
    changes = count(len(state.changes), "change") + " since" if state.changes else _STATE_WORDS[state.state]
    return SignerView(
        id=role.id,
        word=role.word,
        declaration=role.declaration,
        required=role.required,
        state=state.state,
        state_word=changes if state.state == "changed" else _STATE_WORDS[state.state],
        sentence=capitalised(state.sentence),
        sign_off=sign.id,
        name=sign.name,
        on=sign.on,
        code=sign.code,
        folder=str((desk.workspace.signed_folder / sign.folder).absolute()) if sign.folder else "",
        copy=state.copy,
        earlier=len(same_role) - 1,
        changes=state.changes,
    )


def _notes(desk: Desk) -> tuple[str, ...]:
    """Copies of what was signed that no audit here names, as after a restored backup."""
    known = {sign.folder for book in audit_books(desk) for sign in current_audit(desk, book).sign_offs}
    try:
        apart = [name for name in signed_folders(desk.workspace.signed_folder) if name not in known]
    except WorkspaceError as error:
        return (error.message,)
    if not apart:
        return ()
    names = ", ".join(apart[:_MOST_NAMED]) + (" and others" if len(apart) > _MOST_NAMED else "")
    return (
        f"{count(len(apart), 'folder')} under signed {'belongs' if len(apart) == 1 else 'belong'} to no signature that "
        f"counts here ({names}): it was withdrawn, or the audit was restored from an older copy.",
    )

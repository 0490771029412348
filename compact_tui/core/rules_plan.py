"""Rules about the front sheet, whom to ring, and the sign-off."""

from collections.abc import Iterator

from compact_tui.core.days import is_day, say_day
from compact_tui.core.finding import Case, Found, rule, years_before
from compact_tui.core.signing import counted, missing_signers
from compact_tui.core.small_group import for_ourselves
from compact_tui.core.text import count, listed

UNSIGNED = "unsigned"
"""Id of the rule that finds that nobody has signed."""


@rule("setting-unnamed", "error", "The return does not say whose it is", "name", firm=True)
def setting_unnamed(case: Case) -> Iterator[Found]:
    """A setting that has not said its name."""
    if not case.setting.name.strip():
        yield Found(
            "", "The return does not say whose it is.", "Say the setting's name, here or with: compact-tui setup"
        )


@rule(UNSIGNED, "warning", "Nobody has signed", "sign_off")
def unsigned(case: Case) -> Iterator[Found]:
    """Nobody has signed."""
    if not case.audit.sign_offs and not for_ourselves(case.pack):
        roles = listed(signer.word for signer in case.pack.signer if signer.required)
        yield Found(
            "",
            "Nobody has signed the audit.",
            f"Ask to read and sign it: {roles}." if roles else "Ask the head, manager or chair to read and sign it.",
        )


@rule("signer-missing", "warning", "Somebody who must sign has not signed", "sign_off")
def signer_missing(case: Case) -> Iterator[Found]:
    """Roles that the pack asks to sign, where others have signed and they have not."""
    lacking = missing_signers(case.pack, case.audit.sign_offs)
    if lacking and case.audit.sign_offs:
        yield Found(
            "",
            f"Not signed yet: {listed(signer.word for signer in lacking)}.",
            "Ask them to read the head's page and to sign it.",
        )


@rule("changed-since-signed", "warning", "Something has changed since it was signed", "sign_off")
def changed_since_signed(case: Case) -> Iterator[Found]:
    """Signatures, the newest of each role, for something other than what stands here now."""
    # A signature of which no copy is held was typed in from paper: its code may be of another program.
    changed = [s for s in counted(case.audit.sign_offs) if s.folder and case.code and s.code != case.code]
    if changed:
        who = listed(s.role or s.name for s in changed)
        yield Found(
            "",
            f"Something has changed since it was signed by {who}.",
            "The signature stands for what was shown then. Show what has changed, and ask them to sign again.",
        )


@rule("front-sheet", "warning", "The front sheet lacks something", "name")
def front_sheet(case: Case) -> Iterator[Found]:
    """A setting of which the reader does not learn what is needed, besides its name."""
    setting = case.setting
    if for_ourselves(case.pack):
        return
    told = {
        "sector": ("its sector", setting.sector),
        "contact_name": (
            "a contact",
            setting.contact_name.strip() and (setting.contact_email.strip() or setting.contact_phone.strip()),
        ),
        "return_to": ("the address the return goes to", setting.return_to),
    }
    missing = {field: what for field, (what, said) in told.items() if not said}
    if missing:
        yield Found(
            "",
            f"The front sheet lacks {count(len(missing), 'thing')}: {', '.join(missing.values())}.",
            "Fill it in under Setting, or with: compact-tui setup",
            field=next(iter(missing)),
        )


@rule("no-numbers", "note", "Nobody here could look up whom to ring", "lead_phone")
def no_numbers(case: Case) -> Iterator[Found]:
    """A profile without the numbers that are needed in a hurry."""
    setting = case.setting
    told = {
        "lead_phone": ("the safeguarding lead", setting.lead_phone),
        "social_care_phone": ("children's social care", setting.social_care_phone),
        "out_of_hours_phone": ("social care out of hours", setting.out_of_hours_phone),
    }
    missing = {field: what for field, (what, number) in told.items() if not number.strip()}
    if missing:
        yield Found(
            "",
            f"No number is kept here for {listed(missing.values())}.",
            "Look each up and write it down under Whom to ring; it stays on this computer.",
            field=next(iter(missing)),
            stays=True,
        )


@rule("numbers-unchecked", "note", "The numbers to ring were not checked within a year", "numbers_checked_on")
def numbers_unchecked(case: Case) -> Iterator[Found]:
    """Numbers to ring that nobody has checked for a year."""
    setting = case.setting
    kept = setting.lead_phone.strip() or setting.social_care_phone.strip() or setting.out_of_hours_phone.strip()
    checked = setting.numbers_checked_on
    if kept and not (is_day(checked) and checked >= years_before(case.today, 1)):
        last = f"were last checked on {say_day(checked)}" if is_day(checked) else "were never checked"
        yield Found("", f"The numbers to ring {last}.", "Ring or look up each, then write the day.", stays=True)


FIRST = (setting_unnamed,)
"""Told before all others."""
RULES = (unsigned, signer_missing, changed_since_signed, front_sheet, no_numbers, numbers_unchecked)

"""Standing in typed lines: what differs most first, four lines to each standard, evidence, and what travels."""

from compact_tui.core.standing_views import NEW, NEWER, NOT_HELD, StandingRow
from compact_tui.plain.menu import Choice, Menu, choose
from compact_tui.plain.moving import AGAIN, BACK, Step, Visit
from compact_tui.plain.teller import Teller
from compact_tui.services import standing

_HELP = (
    "What you say of each standard, beside what staff know, files show and boards show. What differs most is first.",
    "Nobody is to blame for a difference: it is where to look. Too little says so, and judges nothing.",
)


def standing_place(teller: Teller, visit: Visit) -> Step:
    """Say the standards, or one of them, named as ``standard``."""
    view = standing.standing(visit.desk)
    row = next((row for row in view.rows if row.id == visit.here.standard), None)
    if row is not None:
        return _one(teller, visit, row)
    choices = (
        *(Choice(row.id, f"{row.number} {row.title}", row.words) for row in view.rows),
        Choice("share", "Counts of this in the return", "travel" if view.shared else "stay here"),
    )
    chosen = choose(teller, Menu(heading=f"Standing: {view.sentence}.", choices=choices, help=_HELP))
    if chosen == "share":
        return share(teller, visit)
    return Step(place="standing", standard=chosen)


def share(teller: Teller, visit: Visit) -> Step:
    """Ask whether counts of it travel with the return."""
    teller.say(
        "Per standard: how many answers, cases and things on boards, how many of them were right, and the last day.",
        f"Counts only, over all groups, and none where they are few. {NOT_HELD}",
    )
    choices = (Choice("no", "No, they stay here"), Choice("yes", "Yes, with the counts of today"))
    chosen = choose(teller, Menu(heading="Do these counts travel with the return?", choices=choices, help=_HELP))
    teller.kept(standing.share_standing(visit.desk, chosen == "yes").sentence)
    return AGAIN


def _one(teller: Teller, visit: Visit, row: StandingRow) -> Step:
    teller.say("", f"{row.number} {row.title}: {row.words}.", row.line.because)
    teller.facts(tuple((voice.title, f"{voice.words}{voice.age and f', {voice.age}'}") for voice in row.voices))
    choices = (
        *(Choice(voice.kind, f"Open: {voice.title.lower()}") for voice in row.voices),
        *(
            Choice(f"keep {voice.kind}", f"Keep as evidence: {voice.title.lower()}", voice.evidence_words)
            for voice in row.voices
            if voice.evidence in {NEW, NEWER}
        ),
        Choice("list", "The list of standards"),
    )
    chosen = choose(teller, Menu(heading="What next?", choices=choices, help=_HELP))
    if chosen == "list":
        return BACK
    what, _, kind = chosen.partition(" ")
    if kind:
        teller.kept(f"{standing.standing_evidence(visit.desk, row.id, kind).title}.")
        return AGAIN
    voice = next(voice for voice in row.voices if voice.kind == what)
    return Step(place=voice.place, standard=voice.about)

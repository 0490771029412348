"""The groups of commands: what each is for, where it lives, and one example."""

from typing import NamedTuple


class Group(NamedTuple):
    """A group of commands, or a command that stands alone."""

    name: str
    module: str
    """Module of this package; imported only when the group is asked for."""
    help: str
    example: str
    """What a person could type after ``compact-tui``."""


PURPOSES: tuple[tuple[str, tuple[Group, ...]], ...] = (
    (
        "Begin",
        (
            Group("demo", "demo", "look at a made-up school half-way through", "demo"),
            Group("guide", "guide", "read what the audit is in a minute, or what a term means", "guide LADO"),
            Group("setup", "setup", "say who you are and where the return goes", "setup"),
            Group("people", "people", "say whom to ring and where things are", 'people --lead-name "Jo Park"'),
            Group("who", "who", "say who is at the keyboard", 'who "Deputy lead" --initials AB'),
            Group("status", "status", "see where things stand and what comes next", "status"),
        ),
    ),
    (
        "A child may be at risk",
        (Group("act-now", "act_now", "see what to do and whom to ring", "act-now"),),
    ),
    (
        "Complete the audit",
        (
            Group("audit", "audit", "start, answer, grade, undo", 'audit answer 3.2 met --note "Checked on Monday"'),
            Group(
                "evidence",
                "evidence",
                "say what you saw and where it is",
                'evidence add --title "Staff list" --kind log --for 3.2',
            ),
            Group(
                "action",
                "action",
                "say who does what by when",
                'action add --what "Ring both referees" --who Head --by 2026-12-18 --for 3.2',
            ),
            Group("calendar", "calendar", "see what is due when, as a file for your calendar", "calendar"),
            Group("find", "find", "find words in questions, notes and summaries", "find referees"),
        ),
    ),
    (
        "Ask staff a few questions",
        (
            Group(
                "spot-check",
                "spot_check",
                "ask a few questions on the spot, and see what is known",
                'spot-check ask --role "Lunchtime staff"',
            ),
            Group("bank", "bank", "look at the question banks, check one, make your own", "bank list"),
        ),
    ),
    (
        "Look at the notice boards",
        (Group("board", "board", "walk round the boards, and see what to put right", 'board walk "Staff room"'),),
    ),
    (
        "Look at your own case work",
        (
            Group(
                "agency-audit",
                "agency_audit",
                "look at some of your files, plan the next look, send what you found",
                "agency-audit start --template case-files",
            ),
        ),
    ),
    (
        "See where claim and knowledge differ",
        (
            Group(
                "standing",
                "standing",
                "see what you say beside what staff know, files show and boards show",
                "standing 3",
            ),
        ),
    ),
    (
        "Send it, and open what comes back",
        (
            Group("return", "returns", "make the return, check one, note that it was sent", "return make"),
            Group("open", "open_file", "open a file that came by email, whatever it is", "open reply.eml"),
            Group("schema", "schema", "print the JSON Schema of a file, for other programs", "schema return"),
        ),
    ),
    (
        "Collect returns: the partnership's side",
        (
            Group(
                "partnership",
                "partnership",
                "ask settings for their returns, collect, chase, read, analyse, report, reply",
                'partnership start --name "The partnership" --area Portsmouth --cycle 2026-2028',
            ),
        ),
    ),
    (
        "Go back, or take something back",
        (
            Group("backup", "backup", "see the dated copies, and go back to one", "backup list"),
            Group("erase", "erase", "take a text out of everything that is kept", 'erase "Tom Bell" --dry-run'),
        ),
    ),
    (
        "Look after the program",
        (
            Group("where", "where", "see which folders hold your files", "where"),
            Group("pack", "pack", "look at an audit pack, or check one you wrote", "pack lint my-pack"),
            Group("doctor", "doctor", "check that everything works on this computer", "doctor"),
        ),
    ),
)
"""What people want to do, and the groups that serve it, in the order of help."""

GROUPS: dict[str, Group] = {group.name: group for _, groups in PURPOSES for group in groups}
"""Every group by its name."""

"""Every verb of the services is in reach of screens, typed lines and commands."""

from tests.reach import out_of_reach
from tests.source_tree import ROOT, Source, package_sources

SOURCES = package_sources()
SHARED = {
    "return_files.view_of": "shows a return that was read, from a file or from what was collected",
    "reply_building.build_reply": "puts together what a reply says, for making replies",
    "home_words.whole_here": "names the place on top of a screen",
    "board_books": "opens the books of boards and walks for their verbs",
    "board_place": "tells Home and the calendar how the boards stand",
    **dict.fromkeys(
        ("board_items.item_on", "looking.item_in", "looking.looked", "walks.boards_of", "walks.keep_walk")
        + ("walks.new_walk", "walks.walk_and_looks", "walks.wanted_boards"),
        "are parts of walking",
    ),
    "walks.latest_looks": "gathers what is seen, for the standing of standards",
    **dict.fromkeys(("agency_books", "agency_parts"), "open and look up single-agency audits for their verbs"),
    **dict.fromkeys(
        ("analysing.beside_of", "analysing.moderated_levels", "analysing.round_before", "round_returns")
        + ("analysing.audit_named", "analysing.audits_in", "themes.themes_of"),
        "are parts of analysing",
    ),
    **dict.fromkeys(
        ("city_audits", "city_knowledge.answers_sent", "city_knowledge.staff_by_cell", "city_knowledge.topics_known")
        + ("city_knowledge.staff_counted",),
        "are parts of the city register, of what staff know and of the analysis",
    ),
    **dict.fromkeys(
        ("learning_reports.newest_report", "reply_reports"), "find the learning report that goes with a reply"
    ),
    "report_trace": "finds the returns behind the figures of a report, for writing it",
    "learning_sources": "gathers what the learning log and the training plan are made of",
    "agency_standing": "gathers what files show, for the standing of standards",
    **dict.fromkeys(("demo_agency", "demo_signs"), "make their parts of the demonstration"),
    "demo.empty_folder": "finds the folder of a demonstration",
    **dict.fromkeys(("reading_files.records_here", "reading_files.first_entries"), "are parts of a reader's file"),
    "reading_before": "finds what was said last round, for the page of a return",
    "reading_parts": "looks up readings and what was decided in them, for their verbs",
    "settings.keep_setting": "keeps what a form or a request says about the setting",
    "audits.create_audit": "writes the book of a new audit, for starting one and for opening a part",
    "backups.backups_words": "counts the copies for Home",
    "banks": "reads the question banks for the verbs",
    "books": "opens and reads books for the verbs",
    "folder_notices": "tells Home what is amiss with the folder",
    "desk": "makes changes for the verbs",
    **dict.fromkeys(("erase_places", "erase_plan", "erase_sent", "erase_told"), "are parts of erasing"),
    **dict.fromkeys(("erase_originals", "erase_received", "erase_reports"), "are parts of erasing"),
    "notices": "reads the notice list and compares with it what was read off, for the verbs of boards and posters",
    **dict.fromkeys(("partnership_book", "partnership_pack", "partnership_places"), "open the partnership's book"),
    **dict.fromkeys(("register.entry_named", "register.match_again"), "look up a setting, and match returns again"),
    **dict.fromkeys(("chasing.returned_on", "chasing.round_standing"), "are parts of how a round stands"),
    **dict.fromkeys(
        ("collected.facts_of", "collected.facts_of_return", "collected.is_here", "collected.return_bytes")
        + ("collected.row_named", "collected.row_before")
        + ("collected.return_of", "collected.return_row", "collect_index.open_index", "collecting.take_bytes"),
        "hand what was collected to other verbs",
    ),
    **dict.fromkeys(
        ("return_rows", "matched_before", "typed_in", "survey_mappings.mapping_in", "collect_documents")
        + ("collect_index.keep_record", "put_aside.dealt_with", "put_aside.told_of", "put_aside.waiting_in")
        + ("put_aside.with_just_now",),
        "are parts of collecting",
    ),
    "reply_beside": "reads the replies that were received, once, for the places that show them",
    "reply_answers": "takes settings' answers, for collecting",
    "answering.names_criterion": "tells which of two a command shows",
    "receipts_in.note_reply": "notes the receipt, as a reply is opened",
    "reply_place": "tells Home and the calendar how the reply stands",
    "reply_made": "finds the answer that was made last, for the reply and for making it again",
    "reply_drafts": "keeps what is answered to a reply, for its verbs",
    **dict.fromkeys(("reply_named", "reply_shown"), "find and show the reply, for its verbs"),
    "came_taking": "takes what came, kind by kind",
    "settling": "has everything saved before a verb works on files",
    "signed_copies": "reads our copies of what was signed and sent, for the verbs of signing",
    **dict.fromkeys(("spot_books", "spot_parts"), "look up rounds, groups and questions for the verbs of asking"),
    "spot_checks.open_rounds": "finds the rounds to go on with, for the place of spot checks",
    **dict.fromkeys(
        ("spot_place.spot_words", "spot_place.groups_known", "spot_place.keeping_words"),
        "are parts of the place of spot checks and of Home",
    ),
    **dict.fromkeys(
        ("spot_results.asked_here", "spot_results.material_of", "spot_results.topic_named"), "are parts of results"
    ),
    **dict.fromkeys(("spot_rounds.keep_round", "spot_rounds.questions_by_id"), "are parts of keeping rounds"),
    "signing_show": "makes what signing.signing shows",
}
"""Services that no person calls by themselves: parts of verbs, and what each does for them."""
ELSEWHERE = (
    (
        "cli",
        "fills a form on a screen; board walk goes through a walk in typed lines, board paper takes the rows",
        ("looking.look", "walk_paper.enter_form", "walk_paper.paper_form_for"),
    ),
    (
        "cli",
        "fills a form on a screen; options that are not given stay as they are",
        ("good_practice.practice_typed", "themes.theme_typed", "survey_mappings.mapping_typed"),
    ),
    *((way, "its form is taken whole", ("survey_mappings.write_mapping",)) for way in ("ui", "plain")),
    (
        "cli",
        "fills a form on a screen; options that are not given stay as they are",
        ("learning_log.learning_typed", "learning_log.done_typed", "learning_log.showed_typed")
        + ("audit_calendar.audit_typed",),
    ),
    ("ui", "stands beside the list, at the cursor", ("learning_log.show_learning",)),
    *(
        (
            way,
            "walking does it; a form takes the rows of a sheet, and a walk is picked from the list",
            ("looking.check", "walk_paper.enter_paper", "walk_right.newest_end"),
        )
        for way in ("ui", "plain")
    ),
    (
        "cli",
        "fills a form on a screen; the options of a command are that form",
        ("actions.form_of_action", "actions.edit_form_of_action", "actions.typed_action", "audits.usual_cycle")
        + ("carrying.offered_carry", "comparing.comparable")
        + ("agency_audits.doubled", "agency_audits.typed_agency")
        + ("partnership.typed_partnership", "partnership.typed_contact")
        + ("register.typed_entry_of",)
        + ("evidence.form_of_evidence", "evidence.typed_evidence", "together.together_form", "together.typed_together"),
    ),
    (
        "cli",
        "ticks a list or picks from it; a command names the criteria",
        ("actions.action_belongs", "actions.action_from", "actions.actions_here", "evidence.back_with_evidence")
        + ("evidence.evidence_backs", "evidence.evidence_to_use", "evidence.use_evidence", "record_parts.place_of"),
    ),
    (
        "cli",
        "one page with the way on; audit show and status print the same view",
        ("grading.standard_page", "audits.waiting", "actions.actions_page")
        + ("answering.show_criterion", "grading.show_standard", "grading.needs_reason"),
    ),
    (
        "cli",
        "looked at on the way; audit print, audit check and audit sign-off --code do the same",
        ("returns.preview", "print_pages.page", "signing.ready", "signing.write_head_page"),
    ),
    ("cli", "the options of people say what a poster lacks", ("posters.poster_form",)),
    ("cli", "--by and who say who is there", ("session.named",)),
    ("cli", "each kind of file has a command of its own", ("taking_in.preview_file", "taking_in.take_file")),
    *(
        (
            way,
            "the place of colleagues lends in any form, and takes in whatever came back",
            ("copies.merge_copy", "copies.preview_copy", "part_importing.import_part", "part_importing.preview_part")
            + ("workbooks.export_workbook", "workbooks.import_workbook", "workbooks.preview_workbook"),
        )
        for way in ("ui", "plain")
    ),
    (
        "cli",
        "spot-check ask goes through a round, and through a self-test, in typed lines",
        ("self_test.self_test", "self_test.try_answer", "self_test.self_result", "self_test.keep_self_test")
        + ("spot_checks.question_page", "spot_checks.hear", "spot_checks.flag", "spot_checks.take_back")
        + ("spot_checks.finish",),
    ),
    (
        "cli",
        "fills a form about a round; the options of spot-check later, paper and keeping are that form",
        ("spot_keeping.keeping_typed", "spot_rounds.later_form_for", "spot_rounds.paper_form_for")
        + ("spot_rounds.paper_typed",),
    ),
    ("cli", "is a menu; spot-check list and gaps show the same", ("spot_place.spot_place",)),
    *((way, "the place of results shows the same", ("spot_results.gaps",)) for way in ("ui", "plain")),
    *((way, "one answer from elsewhere is typed in as from paper", ("spot_rounds.record",)) for way in ("ui", "plain")),
    ("cli", "is taken back where it was confirmed, or confirmed anew", ("bank_pages.take_back",)),
    (
        "ui",
        "the view of another verb holds the same",
        ("actions.actions_page", "audits.list_audits", "audits.show", "evidence.list_evidence")
        + ("learning_reports.show_report",)
        + ("evidence.show_evidence", "grading.needs_reason", "home.where"),
    ),
    ("ui", "is wanted before the full screen opens, or where it does not", ("demo.demo", "doctor.examine")),
    *((way, "opening a file that came takes it", ("receipts_in.take_receipt",)) for way in ("ui", "plain")),
    *((way, "makes a folder of its own", ("demo_partnership.demo_partnership",)) for way in ("ui", "plain")),
    *((way, "opening a file that came takes it", ("reading_files.open_reading",)) for way in ("ui", "plain")),
    ("cli", "return open shows the newest, or says that there is none", ("replies_in.has_reply",)),
    ("ui", "checks one file after the other beside the screen", ("evidence_files.verify",)),
    ("ui", "its dialog says who somebody is; that nobody is there is said by the other ways", ("who.be_nobody",)),
    (
        "plain",
        "the view of another verb holds the same",
        ("actions.list_actions", "answering.show_criterion", "evidence.list_evidence", "grading.show_standard"),
    ),
    *(
        (way, "adding and verify look at the files", ("evidence.file_wanted", "evidence_files.files_to_check"))
        for way in ("plain", "cli")
    ),
)
"""Verbs that one way does without: the way, why a person misses nothing, and which."""


def test_every_verb_is_in_reach_of_screens_typed_lines_and_commands() -> None:
    left_out = {(way, verb) for way, _, verbs in ELSEWHERE for verb in verbs}

    missing = {(way, verb) for way, verb in out_of_reach(SOURCES) if not {verb, verb.partition(".")[0]} & set(SHARED)}

    assert {f"{verb} is not used in {way}/" for way, verb in missing - left_out} == set()
    assert {f"{verb} is in reach of {way}/: strike it off ELSEWHERE" for way, verb in left_out - missing} == set()


def test_a_verb_that_a_way_does_not_use_is_found() -> None:
    def source(layer: str, module: str, text: str) -> Source:
        return Source(ROOT / f"{module}.py", f"compact_tui.{layer}.{module}", layer, text)

    verbs = source("services", "rain", "def pour(desk: Desk) -> None: ...\ndef _drip(desk: Desk) -> None: ...\n"
                   "def soak(desk: Desk, book: Book) -> None: ...\ndef forecast(day: str) -> str: ...\n")  # fmt: skip
    handed_on = source("services", "weather", "from compact_tui.services.rain import pour\n")
    screen = source("ui", "sky", "from compact_tui.services import weather as w\ndef show(): w.pour(1)\n")
    other = source("plain", "sky", "from compact_tui.services import weather\nfrom elsewhere import w\nw.pour(1)\n")
    command = source("cli", "sky", "def run():\n    from compact_tui.services.rain import pour as verb\n    verb(1)\n")

    assert out_of_reach([verbs, handed_on, screen, other, command]) == {("plain", "rain.pour")}
    assert out_of_reach([verbs, handed_on]) == {(way, "rain.pour") for way in ("ui", "plain", "cli")}

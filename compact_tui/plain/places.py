"""Which function stands for which place; the only list of places."""

from collections.abc import Callable, Mapping

from compact_tui.plain.about import program_place
from compact_tui.plain.actions import actions_place
from compact_tui.plain.agency_audits import agency_place, agencyaudit_place
from compact_tui.plain.agency_cases import agencyblind_place, agencycase_place, agencysecond_place
from compact_tui.plain.agency_found import agencyfound_place, agencysend_place
from compact_tui.plain.audit import audit_place
from compact_tui.plain.audit_calendar import auditcalendar_place
from compact_tui.plain.backups import backups_place
from compact_tui.plain.banks import banks_place
from compact_tui.plain.board_posters import posters_place
from compact_tui.plain.board_walk import boardwalk_place
from compact_tui.plain.boards import board_place, boards_place
from compact_tui.plain.calendar import calendar_place
from compact_tui.plain.came import came_place
from compact_tui.plain.carrying import carried_place, compare_place
from compact_tui.plain.city_knowledge import cityknowledge_place
from compact_tui.plain.colleagues import colleagues_place
from compact_tui.plain.collect import collect_place
from compact_tui.plain.corridor import corridor_place
from compact_tui.plain.criterion import criterion_place
from compact_tui.plain.erase import erase_place
from compact_tui.plain.evidence import evidence_place
from compact_tui.plain.find import find_place
from compact_tui.plain.first_pass import firstpass_place
from compact_tui.plain.grade import grade_place
from compact_tui.plain.guide import guide_place
from compact_tui.plain.history import history_place
from compact_tui.plain.home import home_place, more_place
from compact_tui.plain.last_time import lasttime_place
from compact_tui.plain.learning_log import learninglog_place, trainingplan_place
from compact_tui.plain.learning_reports import goodpractice_place, reports_place
from compact_tui.plain.moving import Step, Visit
from compact_tui.plain.packs import packs_place
from compact_tui.plain.pages import pages_place
from compact_tui.plain.partnership import contactpoints_place, partnership_place
from compact_tui.plain.partnership_analysis import analysis_place, themes_place
from compact_tui.plain.partnership_register import chase_place, register_place
from compact_tui.plain.reading import reading_place, readqueue_place
from compact_tui.plain.replies import replies_place, reply_place
from compact_tui.plain.returns import return_place
from compact_tui.plain.review import review_place
from compact_tui.plain.self_test import selftest_place
from compact_tui.plain.setting import people_place, setup_place
from compact_tui.plain.signing import signing_place
from compact_tui.plain.spot_checks import counts_place, paper_place, spot_place_
from compact_tui.plain.spot_keeping import keeping_place
from compact_tui.plain.spot_results import results_place
from compact_tui.plain.spot_rounds import rounds_place
from compact_tui.plain.standard import standard_place
from compact_tui.plain.standing import standing_place
from compact_tui.plain.starting import choose_place, start_place
from compact_tui.plain.teller import Teller
from compact_tui.plain.together import together_place
from compact_tui.plain.who import who_place

Place = Callable[[Teller, Visit], Step]
PLACES: Mapping[str, Place] = {
    "home": home_place,
    "more": more_place,
    "setup": setup_place,
    "came": came_place,
    "people": people_place,
    "who": who_place,
    "start": start_place,
    "choose": choose_place,
    "audit": audit_place,
    "standard": standard_place,
    "criterion": criterion_place,
    "grade": grade_place,
    "evidence": evidence_place,
    "actions": actions_place,
    "return": return_place,
    "review": review_place,
    "signing": signing_place,
    "lasttime": lasttime_place,
    "calendar": calendar_place,
    "firstpass": firstpass_place,
    "together": together_place,
    "spot": spot_place_,
    "results": results_place,
    "corridor": corridor_place,
    "selftest": selftest_place,
    "rounds": rounds_place,
    "counts": counts_place,
    "paper": paper_place,
    "keeping": keeping_place,
    "boards": boards_place,
    "board": board_place,
    "boardwalk": boardwalk_place,
    "posters": posters_place,
    "standing": standing_place,
    "partnership": partnership_place,
    "readqueue": readqueue_place,
    "reading": reading_place,
    "analysis": analysis_place,
    "themes": themes_place,
    "cityknowledge": cityknowledge_place,
    "learninglog": learninglog_place,
    "trainingplan": trainingplan_place,
    "auditcalendar": auditcalendar_place,
    "reports": reports_place,
    "goodpractice": goodpractice_place,
    "register": register_place,
    "chase": chase_place,
    "collect": collect_place,
    "contactpoints": contactpoints_place,
    "replies": replies_place,
    "reply": reply_place,
    "agency": agency_place,
    "agencyaudit": agencyaudit_place,
    "agencycase": agencycase_place,
    "agencysecond": agencysecond_place,
    "agencyblind": agencyblind_place,
    "agencyfound": agencyfound_place,
    "agencysend": agencysend_place,
    "pages": pages_place,
    "backups": backups_place,
    "banks": banks_place,
    "colleagues": colleagues_place,
    "carried": carried_place,
    "compare": compare_place,
    "erase": erase_place,
    "find": find_place,
    "history": history_place,
    "guide": guide_place,
    "packs": packs_place,
    "program": program_place,
}

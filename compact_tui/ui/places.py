"""Which screen stands for which place; the only list of screens."""

from compact_tui.services.desk import Desk
from compact_tui.ui.screens.actions import ActionsScreen
from compact_tui.ui.screens.audit import AuditScreen
from compact_tui.ui.screens.backups import BackupsScreen
from compact_tui.ui.screens.banks import BanksScreen
from compact_tui.ui.screens.base import CompactScreen
from compact_tui.ui.screens.briefing import BriefingScreen
from compact_tui.ui.screens.calendar import CalendarScreen
from compact_tui.ui.screens.corridor import CorridorScreen
from compact_tui.ui.screens.criterion import CriterionScreen
from compact_tui.ui.screens.evidence import EvidenceScreen
from compact_tui.ui.screens.first_pass import FirstPassScreen
from compact_tui.ui.screens.grade import GradeScreen
from compact_tui.ui.screens.last_time import LastTimeScreen
from compact_tui.ui.screens.pages import PagesScreen
from compact_tui.ui.screens.people import PeopleScreen
from compact_tui.ui.screens.return_page import ReturnScreen
from compact_tui.ui.screens.review import ReviewScreen
from compact_tui.ui.screens.rounds import RoundsScreen
from compact_tui.ui.screens.self_test import SelfTestScreen
from compact_tui.ui.screens.setup import SetupScreen
from compact_tui.ui.screens.signing import SigningScreen
from compact_tui.ui.screens.spot_checks import SpotScreen
from compact_tui.ui.screens.spot_keeping import KeepingScreen
from compact_tui.ui.screens.spot_results import ResultsScreen
from compact_tui.ui.screens.standard import StandardScreen
from compact_tui.ui.screens.together import TogetherScreen

PLACES: dict[str, type[CompactScreen]] = {
    "setup": SetupScreen,
    "people": PeopleScreen,
    "audit": AuditScreen,
    "standard": StandardScreen,
    "criterion": CriterionScreen,
    "grade": GradeScreen,
    "evidence": EvidenceScreen,
    "actions": ActionsScreen,
    "calendar": CalendarScreen,
    "pages": PagesScreen,
    "return": ReturnScreen,
    "signing": SigningScreen,
    "lasttime": LastTimeScreen,
    "review": ReviewScreen,
    "firstpass": FirstPassScreen,
    "together": TogetherScreen,
    "backups": BackupsScreen,
    "banks": BanksScreen,
    "spot": SpotScreen,
    "results": ResultsScreen,
    "briefing": BriefingScreen,
    "corridor": CorridorScreen,
    "selftest": SelfTestScreen,
    "rounds": RoundsScreen,
    "keeping": KeepingScreen,
}


def screen_for(place: str, desk: Desk, standard: str, criterion: str) -> CompactScreen:
    """A new screen for a place."""
    return PLACES[place](desk, standard, criterion)

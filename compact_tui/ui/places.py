"""Which screen stands for which place; the only list of screens."""

from compact_tui.services.desk import Desk
from compact_tui.ui.screens.audit import AuditScreen
from compact_tui.ui.screens.base import CompactScreen
from compact_tui.ui.screens.criterion import CriterionScreen
from compact_tui.ui.screens.grade import GradeScreen
from compact_tui.ui.screens.records import ActionsScreen, EvidenceScreen
from compact_tui.ui.screens.return_page import ReturnScreen
from compact_tui.ui.screens.setup import SetupScreen
from compact_tui.ui.screens.standard import StandardScreen

PLACES: dict[str, type[CompactScreen]] = {
    "setup": SetupScreen,
    "audit": AuditScreen,
    "standard": StandardScreen,
    "criterion": CriterionScreen,
    "grade": GradeScreen,
    "evidence": EvidenceScreen,
    "actions": ActionsScreen,
    "return": ReturnScreen,
}


def screen_for(place: str, desk: Desk, standard: str, criterion: str) -> CompactScreen:
    """A new screen for a place."""
    return PLACES[place](desk, standard, criterion)

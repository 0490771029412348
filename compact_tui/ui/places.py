"""Which screen stands for which place; the only list of screens, each loaded when somebody first goes there."""

from importlib import import_module

from compact_tui.services.desk import Desk
from compact_tui.ui.screens.base import CompactScreen

PLACES = {
    "setup": "setup.SetupScreen",
    "came": "came.CameScreen",
    "people": "people.PeopleScreen",
    "audit": "audit.AuditScreen",
    "standard": "standard.StandardScreen",
    "criterion": "criterion.CriterionScreen",
    "grade": "grade.GradeScreen",
    "evidence": "evidence.EvidenceScreen",
    "actions": "actions.ActionsScreen",
    "calendar": "calendar.CalendarScreen",
    "pages": "pages.PagesScreen",
    "return": "return_page.ReturnScreen",
    "reply": "reply.ReplyScreen",
    "signing": "signing.SigningScreen",
    "lasttime": "last_time.LastTimeScreen",
    "review": "review.ReviewScreen",
    "firstpass": "first_pass.FirstPassScreen",
    "together": "together.TogetherScreen",
    "backups": "backups.BackupsScreen",
    "banks": "banks.BanksScreen",
    "packs": "packs.PacksScreen",
    "colleagues": "colleagues.ColleaguesScreen",
    "carried": "carried.CarriedScreen",
    "compare": "compare.CompareScreen",
    "spot": "spot_checks.SpotScreen",
    "results": "spot_results.ResultsScreen",
    "briefing": "briefing.BriefingScreen",
    "corridor": "corridor.CorridorScreen",
    "selftest": "self_test.SelfTestScreen",
    "rounds": "rounds.RoundsScreen",
    "keeping": "spot_keeping.KeepingScreen",
    "boards": "boards.BoardsScreen",
    "board": "board.BoardScreen",
    "boardwalk": "board_walk.BoardWalkScreen",
    "walkright": "walk_right.WalkRightScreen",
    "standing": "standing.StandingScreen",
    "partnership": "partnership.PartnershipScreen",
    "readqueue": "reading_queue.ReadQueueScreen",
    "reading": "reading.ReadingScreen",
    "analysis": "partnership_analysis.AnalysisScreen",
    "behind": "partnership_behind.BehindScreen",
    "themes": "partnership_themes.ThemesScreen",
    "cityknowledge": "city_knowledge.CityKnowledgeScreen",
    "learninglog": "learning_log.LearningLogScreen",
    "learningoffers": "learning_offers.LearningOffersScreen",
    "trainingplan": "training_plan.TrainingPlanScreen",
    "auditcalendar": "audit_calendar.AuditCalendarScreen",
    "reports": "learning_reports.ReportsScreen",
    "goodpractice": "good_practice.GoodPracticeScreen",
    "register": "register.RegisterScreen",
    "chase": "chase.ChaseScreen",
    "collect": "collect.CollectScreen",
    "replies": "replies.RepliesScreen",
    "contactpoints": "contact_points.ContactPointsScreen",
    "agency": "agency.AgencyScreen",
    "agencyaudit": "agency_audit.AgencyAuditScreen",
    "agencycase": "agency_case.AgencyCaseScreen",
    "agencysecond": "agency_second.AgencySecondScreen",
    "agencyblind": "agency_case.AgencyBlindScreen",
    "agencyfound": "agency_found.AgencyFoundScreen",
    "agencysend": "agency_send.AgencySendScreen",
}
"""Each place with the module of its screen, in ``ui/screens``, and the name of its class there."""


def screen_class(place: str) -> type[CompactScreen]:
    """The class of the screen that stands for a place."""
    module, name = PLACES[place].split(".")
    found: type[CompactScreen] = getattr(import_module(f"compact_tui.ui.screens.{module}"), name)
    return found


def screen_for(place: str, desk: Desk, standard: str, criterion: str) -> CompactScreen:
    """A new screen for a place."""
    return screen_class(place)(desk, standard, criterion)

"""What a profile switches off is said with its reason, and what a person answered stands."""

import pytest
from msgspec.structs import replace

from compact_tui.core.audit import Audit, AuditHead, CriterionAnswer, answer_to
from compact_tui.core.pack import AnswerKind, AuditPack, Criterion, Standard
from compact_tui.core.pack_head import PackHead
from compact_tui.core.setting import Setting
from compact_tui.core.switches import switched_off, with_switches

MEAL = Criterion(id="meal", question="?", text="t", needs=("food", "staff"))
SURGERY = Criterion(id="surgery", question="?", text="t", kinds=("gp-practice", "nhs-trust"))
DOOR = Criterion(id="door", question="?", text="t")
PACK = AuditPack(
    pack=PackHead(id="p", edition="1", title="t", wording="w"),
    level=(),
    answer=(AnswerKind(id="skip", word="Skip", key="x", counts_as="not-applicable", needs_reason=True),),
    standard=(Standard(id="s", number=1, title="t", criterion=(MEAL, SURGERY, DOOR)),),
)
CLUB = Setting(id="set", name="Club", kind="sports-club")
AUDIT = Audit(
    head=AuditHead(id="a", pack="p", edition="1", variation="", wording="w", cycle="c", started_on="2026-11-22")
)


@pytest.mark.parametrize(
    ("setting", "off"),
    [
        (None, {}),
        (replace(CLUB, kind=""), {}),
        (replace(CLUB, kind="other"), {}),
        (replace(CLUB, kind="gp-practice"), {}),
        (replace(CLUB, kind="gp-practice", without=("website",)), {}),
        (replace(CLUB, kind="gp-practice", without=("food",)), {"meal": "no food or drink for children."}),
        (
            replace(CLUB, kind="gp-practice", without=("staff", "food")),
            {"meal": "no food or drink for children and paid staff."},
        ),
        (CLUB, {"surgery": "asked of GP practice or other primary care and NHS trust or hospital only."}),
    ],
)
def test_a_profile_switches_off_what_it_cannot_have(setting: Setting | None, off: dict[str, str]) -> None:
    found = switched_off(PACK, setting)

    assert found.keys() == off.keys()
    for criterion, end in off.items():
        assert found[criterion].startswith("Switched off by our profile: ")
        assert found[criterion].endswith(end)


def test_what_is_switched_off_counts_as_not_applicable_with_its_reason() -> None:
    noted = CriterionAnswer(criterion="meal", note="Only squash.")

    seen = with_switches(replace(AUDIT, answers=(noted,)), PACK, replace(CLUB, without=("food",)))

    assert answer_to(seen, "meal") == replace(
        noted, answer="skip", reason="Switched off by our profile: we have no food or drink for children."
    )
    assert answer_to(seen, "surgery").answer == "skip"
    assert answer_to(seen, "door").answer == "unanswered"


def test_what_a_person_answered_is_not_switched_off() -> None:
    said = CriterionAnswer(criterion="meal", answer="yes", by="Lead")

    seen = with_switches(replace(AUDIT, answers=(said,)), PACK, replace(CLUB, without=("food",)))

    assert answer_to(seen, "meal") == said


def test_a_pack_without_such_an_answer_switches_nothing_off() -> None:
    assert with_switches(AUDIT, replace(PACK, answer=()), CLUB) == AUDIT

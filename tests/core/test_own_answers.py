"""Questions about the setting itself."""

from compact_tui.core.bank import Option
from compact_tui.core.own_answers import lacking, with_own
from compact_tui.core.setting import Setting
from tests.bank_samples import question

ASKED = question(from_profile=("lead_name", "form_place"), answer="{lead_name} has it in {form_place}.")
KNOWN = Setting(id="setting", name="Brolly House", lead_name="Jo {form_place}", form_place="the office")


def test_what_the_profile_lacks_is_asked_as_its_form_asks_it() -> None:
    assert lacking(ASKED, None) == ("Who is the safeguarding lead?", "Where is a concern written down?")
    assert lacking(ASKED, Setting(id="setting", name="", lead_name="Jo")) == ("Where is a concern written down?",)
    assert lacking(ASKED, KNOWN) == ()
    assert lacking(question(), None) == ()


def test_names_and_places_are_put_in_everywhere() -> None:
    plain = Setting(id="setting", name="", lead_name="Jo", form_place="the office")
    options = (Option(id="a", text="Ask {lead_name}", feedback="{lead_name} knows."),)

    assert with_own(ASKED, plain).answer == "Jo has it in the office."
    assert with_own(question(from_profile=("lead_name",), option=options), plain).option[0].feedback == "Jo knows."
    assert with_own(question(), None) == question()

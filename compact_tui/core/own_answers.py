"""Questions about the setting itself: their answers come from its profile, and are never invented."""

from msgspec.structs import replace

from compact_tui.core.bank import Question
from compact_tui.core.setting import Setting
from compact_tui.core.setting_forms import PEOPLE_FORM

_NOBODY = Setting(id="", name="")


def lacking(question: Question, setting: Setting | None) -> tuple[str, ...]:
    """What the profile would have to say for this question to be asked, as the form asks for it."""
    asked = {field.id: field.question for field in PEOPLE_FORM.fields}
    own = setting or _NOBODY
    return tuple(asked.get(name, name) for name in question.from_profile if not getattr(own, name, ""))


def with_own(question: Question, setting: Setting | None) -> Question:
    """The question with the names and places of the profile in its answer, points and options."""
    if not question.from_profile:
        return question
    own = setting or _NOBODY
    said = {name: str(getattr(own, name, "")) for name in question.from_profile}
    return replace(
        question,
        prompt=_filled(question.prompt, said),
        answer=_filled(question.answer, said),
        point=tuple(replace(point, say=_filled(point.say, said)) for point in question.point),
        option=tuple(
            replace(option, text=_filled(option.text, said), feedback=_filled(option.feedback, said))
            for option in question.option
        ),
    )


def _filled(text: str, said: dict[str, str]) -> str:
    for name, words in said.items():
        text = text.replace(f"{{{name}}}", words)
    return text

"""The training plan as a page to print: what is wanted most, why, and what the log does about it."""

from compact_tui.core.days import say_day
from compact_tui.core.page import AnyBlock, ListBlock, Paragraph, ReportPage, Section, TableBlock
from compact_tui.core.training_plan import TrainingPlan, TrainingTopic

_FIRST = 3


def training_page(plan: TrainingPlan) -> ReportPage:
    """The plan as a page; it is for use inside the partnership, as it quotes what agencies wrote."""
    return ReportPage(
        title=f"Training plan, {plan.cycle}",
        first_lines=(
            f"{plan.partnership}, {say_day(plan.made_on)}.",
            "For use inside the partnership: it quotes what agencies wrote in their own audits.",
        ),
        sections=(
            Section("In short", 2, (_short(plan),)),
            *((Section("What training is wanted on, most wanted first", 2, (_table(plan),)),) if plan.topics else ()),
            *(Section(topic.words, 3, tuple(_about(topic)), keep=True) for topic in plan.topics),
            Section("How this was put together", 2, (ListBlock(plan.how),)),
        ),
    )


def _short(plan: TrainingPlan) -> AnyBlock:
    if not plan.topics:
        return Paragraph("Nothing that was returned or sent in asks for training yet, and the log plans none.")
    return ListBlock((plan.sentence, *(f"{one.words}: {_state(one)}." for one in plan.topics[:_FIRST])))


def _table(plan: TrainingPlan) -> TableBlock:
    rows = tuple((one.words, str(one.named_by), one.log_words) for one in plan.topics)
    return TableBlock("Topics of training", ("Topic", "Named by", "Learning log"), rows)


def _about(topic: TrainingTopic) -> list[AnyBlock]:
    why: list[AnyBlock] = [ListBlock(topic.why)] if topic.why else []
    log = ListBlock(topic.log) if topic.log else Paragraph("The learning log has nothing about it.")
    return [*why, Paragraph("In the learning log:"), log] if topic.log else [*why, log]


def _state(topic: TrainingTopic) -> str:
    return f"{topic.named_words}; {topic.log_words}"

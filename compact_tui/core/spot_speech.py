"""Results of spot checks as lines to be read out, one fact a line."""

from compact_tui.core.spot_views import ResultsView, TopicView


def results_lines(view: ResultsView) -> tuple[str, ...]:
    """The results in the order of what matters: unsafe, weak, nobody and everybody, what followed, how to read it."""
    parts = (
        ("Unsafe answers", [one.words for one in view.unsafe]),
        ("Not known well yet, the weakest first", [f"{line.title}: {line.word}" for line in view.weakest]),
        ("Never asked", [f"{line.title}: {line.word}" for line in view.never_asked]),
        ("Nobody knew", [one.words for one in view.nobody]),
        ("Everybody knew", [one.words for one in view.everyone]),
        ("You said, we did", [f"{one.words} ({one.change})" for one in view.follow_ups]),
        ("How to read it", list(view.notes)),
    )
    lines = [view.sentence]
    for heading, said in parts:
        if said:
            lines += ["", f"{heading}:", *said]
    return tuple(lines)


def topic_lines(topic: TopicView) -> tuple[str, ...]:
    """One topic: all together, the trend, then each role group."""
    levels = ", ".join(f"{level.answers} {level.word}" for level in topic.levels)
    later = f"{topic.later} remembered more later." if topic.later else ""
    return (
        f"{topic.title}: {topic.words}.",
        *(line for line in (levels, later, topic.trend) if line),
        *(f"{term.words}: {term.word}{f', {term.share} %' if term.shown else ''}" for term in topic.terms),
        *(f"{cell.group}: {cell.words}" for cell in topic.cells),
    )

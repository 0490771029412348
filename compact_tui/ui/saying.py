"""What a screen says for a few seconds stands there as it was written."""

from textual.notifications import SeverityLevel
from textual.screen import Screen


class SayingScreen(Screen[None]):
    """A screen whose notices are words and never markup."""

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """Say something for a few seconds; words of a person or a file, such as ``[x]``, stand as they are."""
        super().notify(message, title=title, severity=severity, timeout=timeout, markup=markup)

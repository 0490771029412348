"""Our dark and light theme; a test holds titles and muted text to a contrast of 4.5:1 and focus borders to 3:1."""

from textual.theme import Theme

DARK = Theme(
    name="compact-dark",
    dark=True,
    primary="#7cc4ff",
    secondary="#a9c1d9",
    accent="#ffd166",
    foreground="#e6e9ee",
    background="#12161c",
    surface="#12161c",
    panel="#1c222b",
    success="#7bd88f",
    warning="#ffb454",
    error="#ff8080",
    variables={
        "border-quiet": "#7d8a9a",
        "title-quiet": "#b4c0cf",
        "text-quiet": "#a7b3c2",
        "cursor-row": "#2a3644",
        "footer-key-foreground": "#ffd166",
    },
)

LIGHT = Theme(
    name="compact-light",
    dark=False,
    primary="#0b4f8a",
    secondary="#34506b",
    accent="#8a3c00",
    foreground="#14191f",
    background="#fbfaf7",
    surface="#fbfaf7",
    panel="#eceae4",
    success="#1c6b33",
    warning="#8a5200",
    error="#a31515",
    variables={
        "border-quiet": "#767e87",
        "title-quiet": "#3f4a56",
        "text-quiet": "#4c5763",
        "cursor-row": "#d8e3ee",
        "footer-key-foreground": "#8a3c00",
    },
)

THEMES = (DARK, LIGHT)

"""What is shown of posters: which there are, what one lacks, and where it was written."""

from compact_tui.core.audit_views import View


class PosterNeed(View, frozen=True, kw_only=True):
    """Something that a poster needs and the profile does not say yet."""

    field: str
    """Field of the profile."""
    question: str
    """As the form on whom to ring asks it."""


class PosterLineView(View, frozen=True, kw_only=True):
    """A poster that can be made."""

    id: str
    """Id of the notice."""
    title: str
    audience_words: str
    """Whom it is for."""
    missing: tuple[PosterNeed, ...]
    state: str
    """Whether it can be printed as it is, in a few words."""


class PostersView(View, frozen=True, kw_only=True):
    """Every poster that fits the setting."""

    posters: tuple[PosterLineView, ...]
    sentence: str


class PosterPrinted(View, frozen=True, kw_only=True):
    """A poster that was written, or what it lacks."""

    page: str = ""
    """Its path; empty where nothing was written."""
    posters: tuple[str, ...] = ()
    """Ids of the notices on it, a side each."""
    missing: tuple[PosterNeed, ...] = ()
    """What has to be said first; nothing is invented."""
    notes: tuple[str, ...] = ()
    """What to check before it hangs."""
    sentence: str

"""The setting: who completes the audit, and to whom the return goes."""

from msgspec import Struct

SECTORS: tuple[tuple[str, str], ...] = (
    ("education", "Education: schools, colleges, alternative provision"),
    ("early-years", "Early years: nurseries, pre-schools, childminders"),
    ("other", "Other: health, police, council services, charities, clubs"),
    ("small-group", "Small voluntary group, not commissioned by the council or the NHS"),
)
"""Sector id and what a person reads; the order of choosing."""

KINDS: tuple[tuple[str, str, str], ...] = (
    ("primary-school", "Primary, infant or junior school", "education"),
    ("secondary-school", "Secondary school", "education"),
    ("special-school", "Special school", "education"),
    ("independent-school", "Independent school", "education"),
    ("college", "College or sixth form", "education"),
    ("alternative-provision", "Alternative provision", "education"),
    ("nursery", "Nursery or pre-school", "early-years"),
    ("childminder", "Childminder", "early-years"),
    ("holiday-club", "Registered out-of-school or holiday club", "early-years"),
    ("nhs-trust", "NHS trust or hospital", "other"),
    ("gp-practice", "GP practice or other primary care", "other"),
    ("police", "Police or probation", "other"),
    ("council-service", "Council service", "other"),
    ("housing", "Housing provider", "other"),
    ("charity", "Charity or commissioned service", "other"),
    ("sports-club", "Sports, arts or youth club", "other"),
    ("faith", "Faith organisation", "other"),
    ("voluntary-group", "Small voluntary group", "small-group"),
    ("other", "Something else", "other"),
)
"""Kind of setting: id, what a person reads, the sector it usually belongs to."""


_NURSERY = ("early-years",)
"""The sector of a nursery inside a school."""


class Setting(Struct, frozen=True, kw_only=True):
    """Who we are, as the return's front sheet says it. Empty text means not said yet."""

    id: str
    name: str
    sector: str = ""
    kind: str = ""
    register_id: str = ""
    """The id the partnership's register knows us by."""
    areas: tuple[str, ...] = ()
    """The areas (partnerships) we work in; the return is shared with all of them."""
    return_to: tuple[str, ...] = ()
    """Email addresses the return goes to."""
    due: str = ""
    """Day the return is due."""
    nursery: str = ""
    """``yes`` where a school has a nursery of its own under the same management."""
    without: tuple[str, ...] = ()
    """What the setting does not have (see ``core.switches``); its criteria are switched off."""
    contact_name: str = ""
    contact_role: str = ""
    contact_email: str = ""
    contact_phone: str = ""
    lead_name: str = ""
    lead_where: str = ""
    """Where the designated lead is found."""
    lead_phone: str = ""
    deputy_name: str = ""
    deputy_where: str = ""
    deputy_phone: str = ""
    allegations_to: str = ""
    """Who hears a worry about an adult who works here."""
    allegations_about_head_to: str = ""
    """Who hears one about the head, manager or leader."""
    governor_name: str = ""
    """The governor, trustee or committee member for safeguarding."""
    whistleblowing_to: str = ""
    first_aider: str = ""
    form_place: str = ""
    """Where the form or log for a concern is."""
    policy_place: str = ""
    social_care_phone: str = ""
    """Children's social care, in the day."""
    out_of_hours_phone: str = ""
    lado_contact: str = ""
    """How the local authority's designated officer for allegations is reached."""
    others_to_ring: str = ""
    """Others whom one may have to ring, separated by ``; ``, each as ``Early help: 023 9200 0004 (checked …)``."""
    numbers_checked_on: str = ""
    """The day on which somebody last checked these names and numbers."""


def kind_word(kind: str) -> str:
    """What a person reads for a kind of setting."""
    return next((word for known, word, _ in KINDS if known == kind), kind)


def sector_word(sector: str) -> str:
    """A sector in a word or two, without what belongs to it; ``""`` if it is not known."""
    return dict(SECTORS).get(sector, "").partition(":")[0].partition(",")[0]


def sector_of_kind(kind: str) -> str:
    """The sector a kind of setting usually belongs to; ``""`` if the kind is not known."""
    return next((sector for known, _, sector in KINDS if known == kind), "")


def sectors_of(setting: Setting | None) -> tuple[str, ...]:
    """The sector of a setting, and that of its own nursery where it has one; none while nobody has said."""
    if setting is None or not setting.sector:
        return ()
    return tuple(dict.fromkeys((setting.sector, *(_NURSERY if setting.nursery == "yes" else ()))))


def others_of(setting: Setting) -> tuple[str, ...]:
    """Others whom one may have to ring, a line each."""
    return tuple(one for part in setting.others_to_ring.split(";") if (one := part.strip()))


def own_details(setting: Setting) -> tuple[str, ...]:
    """Numbers and addresses of the setting itself: whoever writes them down gives nobody away."""
    said = (
        *setting.return_to,
        *setting.contact_email.split(","),
        setting.contact_phone,
        setting.lead_phone,
        setting.deputy_phone,
        setting.social_care_phone,
        setting.out_of_hours_phone,
        *setting.lado_contact.replace(";", ",").split(","),
        *setting.whistleblowing_to.replace(";", ",").split(","),
        *(one.partition(": ")[2].partition(" (")[0] for one in others_of(setting)),
    )
    return tuple(one.strip() for one in said if one.strip())

"""What is asked about the setting, and about the people and places that anyone here must find."""

from compact_tui.core.days import parse_day, say_day
from compact_tui.core.forms import Field, Form, parse_emails, parse_features, parse_lines, parse_list
from compact_tui.core.setting import KINDS, SECTORS

SETTING_FORM = Form(
    "setting",
    "About your setting",
    (
        Field(id="name", question="Name of the setting", help="As the partnership knows it.", required=True),
        Field(
            id="kind",
            question="Kind of setting",
            help="Decides which version of the audit you see.",
            choices=tuple((known, word) for known, word, _ in KINDS),
        ),
        Field(
            id="sector",
            question="Sector",
            help="Chosen from the kind. Groups paid by the council or the NHS take the full audit: more is asked.",
            choices=SECTORS,
            required=True,
        ),
        Field(
            id="nursery",
            question="A nursery of your own inside the school?",
            help="Then one audit serves both, and shared questions are asked once.",
            choices=(("yes", "Yes, under the same management"), ("no", "No")),
        ),
        Field(
            id="without",
            question="What do you not have?",
            help="Any of: staff, premises, food, overnight, transport, website. Their questions are switched off.",
            parse=parse_features,
        ),
        Field(
            id="areas",
            question="Area or areas you work in",
            help="Separated by commas. The return is shared with all of them.",
            parse=parse_list,
        ),
        Field(
            id="return_to",
            question="Email address the return goes to",
            help="From your partnership's letter or website. Check it before you send.",
            parse=parse_emails,
        ),
        Field(id="due", question="Day it is due", help="Such as 18 December 2026.", parse=parse_day, show=say_day),
        Field(id="contact_name", question="Who completes it", help="The partnership may ring with a question."),
        Field(id="contact_role", question="Their role", help="Such as designated safeguarding lead."),
        Field(id="contact_email", question="Their email", parse=parse_emails),
        Field(id="contact_phone", question="Their phone"),
        Field(id="register_id", question="Register number", help="Only if the partnership gave you one."),
    ),
    of_us=True,
)

PEOPLE_FORM = Form(
    "people",
    "Whom to ring, and where things are",
    (
        Field(id="lead_name", question="Who is the safeguarding lead?", help="As everyone here calls them."),
        Field(id="lead_where", question="Where is the lead found?", help="Such as the office by the front door."),
        Field(id="lead_phone", question="Phone of the lead"),
        Field(id="deputy_name", question="Who stands in?"),
        Field(id="deputy_where", question="Where are they found?"),
        Field(id="deputy_phone", question="Their phone"),
        Field(
            id="allegations_to",
            question="Who hears a worry about an adult who works here?",
            help="A role or a name: the head, the manager, the chair.",
        ),
        Field(
            id="allegations_about_head_to",
            question="And when it is about that person?",
            help="Such as the chair of governors or trustees.",
        ),
        Field(id="governor_name", question="Governor, trustee or committee member for safeguarding"),
        Field(id="whistleblowing_to", question="Who hears it when something is done badly here?"),
        Field(id="first_aider", question="Who gives first aid?"),
        Field(id="form_place", question="Where is a concern written down?", help="The form, book or system."),
        Field(id="policy_place", question="Where is the safeguarding policy?"),
        Field(
            id="social_care_phone",
            question="Children's social care, in the day",
            help="From your council's website, checked today. Never from memory.",
        ),
        Field(id="out_of_hours_phone", question="Children's social care, out of hours"),
        Field(
            id="lado_contact",
            question="How is the LADO reached?",
            help="The council's officer for allegations about adults: a phone number, an email address or a form.",
        ),
        Field(
            id="others_to_ring",
            question="Others to ring",
            help="Such as: Early help: 023 9200 0004; Prevent: 101. Each after a semicolon.",
            parse=parse_lines,
        ),
        Field(
            id="numbers_checked_on",
            question="Day somebody last checked these",
            help="Ring or look up each number, then write the day.",
            parse=parse_day,
            show=say_day,
        ),
    ),
    of_us=True,
)

"""Words by which personal data is told from what merely looks like it; data, no rules."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


FAMILY = _set(
    """
    mum mums mummy mother mam dad dads daddy father stepdad stepmum stepfather stepmother parent carer guardian
    nan nana nanny gran grandma grandad grandpa grandmother grandfather granny aunt aunty auntie uncle cousin sister
    brother sibling siblings son daughter child pupil student learner baby infant toddler newborn boy girl teenager
    patient resident family household kin husband wife boyfriend girlfriend neighbour
    lives live lived living resides residing moved stays staying foster fostered
    his her him she he
    """
)
"""Words of one child, one patient and those around them. Plurals speak of all children and are left out."""

PUBLIC = _set(
    """
    helpline helplines hotline hotlines line lines textline freephone switchboard reception receptionist desk helpdesk
    office offices headquarters hq team teams service services council authority department dept directorate ministry
    mash lado ofsted cqc police nspcc childline samaritans ceop papyrus shout barnardos crimestoppers mencap mind
    hub camhs cafcass dfe dbs ico hse nhs icb ccg edt ooh duty oncall crisis
    school schools academy college university nursery nurseries preschool playgroup kindergarten childminder club
    clinic surgery practice pharmacy hospital trust hospice infirmary charity church chapel mosque temple synagogue
    cathedral parish centre center hall library station venue pavilion gym stadium arena museum theatre pool leisure
    building buildings site campus premises setting court courts tribunal embassy
    ltd limited plc company firm supplier contractor agency provider partnership board commissioner regulator
    dsl ddsl dsls safeguarding headteacher head manager coordinator officer sergeant constable inspector governor
    governors trustee secretary bursar admin enquiries poster posters website leaflet newsletter webpage
    support advice adviser advisor training trainer consultant solicitor worker nurse doctor dentist teacher staff
    chair coach landlord caretaker volunteer
    insurer bank union
    """
)
"""Words of places and people that are there for everybody."""

PUBLIC_PAIRS = frozenset(
    {
        "on call", "po box", "out of", "social worker", "health visitor", "civic offices", "town hall", "head office",
        "registered office", "business park", "industrial estate", "high school", "contact centre", "text line",
        "our address", "our number", "our postcode", "work mobile", "work phone", "work number",
    }
)  # fmt: skip
"""The same in two words."""

FAMILY_PAIRS = frozenset(
    {
        "home address", "home number", "home tel", "home telephone", "home phone", "home mobile", "home postcode",
        "home landline", "emergency contact", "family address", "personal mobile", "personal email", "personal number",
        "work mobile of", "foster home", "placement address", "current address", "previous address", "last known",
    }
)  # fmt: skip
"""Words of a family in two words."""

NHS_WORDS = _set("nhs patient patients emis systmone pds spine nhsno nhsnumber nhsnum mrn")
"""Words near which a bare number of ten digits is taken for an NHS number."""
NHS_PAIRS = frozenset(
    {"health number", "hospital number", "hospital no", "patient number", "h s", "s number", "summary care", "gp record"}
)
OTHER_NUMBERS = _set(
    """
    tel telephone phone mobile mob fax ext ref reference invoice order po purchase account acc sort isbn issn barcode
    serial asset licence license charity company vat uln urn laestab uprn certificate cert dbs version batch sku part
    case crime incident log ticket job policy booking meeting zoom webinar passcode pin voucher insurance
    """
)
"""Words before a number that say what other number it is."""

PHONE_WORDS = _set(
    """
    tel telephone phone phoned mobile mob mobiles cell landline ring rang call called calling text texted whatsapp
    contact number no num dial voicemail m t
    """
)

ACRONYMS = frozenset(
    """
    NHS UPN DSL DDSL DOB LADO MASH SEN SEND EHC EHCP CP CIN LAC CLA PEP GP HV TA TAS HT DHT AHT SLT SMT KS EY EYFS FSM
    DBS SCR PO UK EU US QA IT HR PE RE PSHE RSE RSHE MFL ICT PPA INSET CPD SIMS CPOMS KCSIE WT FGM CSE CCE DA DV DVA
    MARAC MAPPA MAT LA DFE ICO HSE CQC NSPCC SW SSW FSW EWO EP SALT OT ADHD ASD ASC FASD SEMH PMLD MLD SLD EAL PP NOK
    ID NI DPA GDPR SAR FOI EIA RA AM PM BC AD OK NB PS CC FAO RE AKA TBC TBA NA PSCP HSCP SCP LSCB SCIE IRO YOT YOS
    CAMHS EDT OOH ED AE ICU SCBU NICU MRI XR BP MMR PT DR MR MRS MS MX HQ LTD PLC PC DC DS DI PCSO ACT IHP ICP ICB CCG
    ALS SENCO ELSA HLTA NQT ECT ITT YR YRS KG CM UPNS TB HIV UTI SOS DIY TV CD DVD PDF URL USB VPN PIN BBC
    CEO COO CFO EHA TAF TAC CIOC CAF SG SGO RO CO ICO UASC NEET PRU AP EBSA EHE CME ISO URN ULN DPO IG CHI MRN
    JAN FEB MAR APR MAY JUN JUL AUG SEP SEPT OCT NOV DEC MON TUE WED THU FRI SAT SUN I A AND OR THE OF IN ON AT TO IS
    FOR BY NO NOT HE SHE HIS HER ALL ANY BUT WE OUR IT AS IF AN BE DO GO UP SO MY ME US HI
    """.split()
)
"""Capitals that are not the initials of a person."""

FREE_MAIL = frozenset(
    """
    gmail googlemail hotmail outlook live msn yahoo ymail rocketmail icloud me mac aol btinternet btopenworld talktalk
    virginmedia virgin ntlworld blueyonder sky tiscali orange protonmail proton pm gmx mail email zoho fastmail yandex
    tutanota tuta hey wanadoo o2 plusnet freeserve uwclub tesco mailinator wp onet interia seznam web mail.ru qq
    """.split()
)
"""First labels of domains where anybody may have an address."""

WORK_ENDINGS = (
    "gov.uk", "nhs.uk", "nhs.net", "police.uk", "pnn.police.uk", "sch.uk", "ac.uk", "mod.uk", "parliament.uk", "org.uk",
    "org", "gov", "gov.wales", "gov.scot", "charity", "school", "academy", "church", "cjsm.net", "example.com",
)  # fmt: skip
"""Endings of domains that belong to organisations."""

ROLES = _set(
    """
    admin office head headteacher safeguarding safeguard dsl ddsl info contact enquiries enquiry hello help helpline
    support reception mash lado send senco sen attendance bursar finance hr jobs recruitment governors clerk chair
    secretary manager team nursery school preschool playgroup club church parish welfare cpo training data dpo privacy
    complaints duty referrals referral council childcare childminder childminding registrar noreply reply donotreply
    postmaster webmaster marketing sales accounts bookings booking volunteers volunteer trustees coach membership
    committee treasurer scouts guides brownies fc afc rfc cc academy sports dance swim swimming judo karate nurseries
    earlyyears kids
    """
)
"""First parts of addresses that belong to a post rather than a person."""

SIGNED = _set(
    """
    signed signature reviewed review approved agreed checked by updated authorised initialled author seen audited
    completed dated logged version policy minutes training meeting governor witnessed countersigned verified actioned
    recorded issued due deadline inspected delivered trained attended
    """
)
"""Words beside which initials and a date are a signature."""

PUPIL_WORDS = _set("child pupil student learner patient baby infant toddler boy girl sibling brother sister son daughter yp")
"""Words of one child or patient."""

NOT_A_BIRTH = _set(
    """
    after before between since until till from to by check checks checked checking seen verified verify confirmed
    review reviewed updated update added entered asked audit audited evidence policy procedure column field list form
    training sent emailed sampled recorded logged required requirement missing corrected collected copied copy file
    files uploaded viewed inspected register redacted removed deleted agreed signed meeting minutes visit certificate
    certificates parents parent mother father family cohort registered started joined due expected expires inspection
    deadline over under older younger earlier later than held stored shared
    """
)
"""Words that stand between "birth" and a date which is not one of birth."""

AREAS = _set(
    """
    AB AL B BA BB BD BF BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY
    G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW
    OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD
    WF WN WR WS WV YO ZE
    """
)
"""The areas of British postcodes."""

NOT_INWARD = _set("ST ND RD TH HR PT YR FT LB WD GB YS DP PE PA PS PX")
"""Pairs of small letters after a figure that are a measure or an ordinal."""

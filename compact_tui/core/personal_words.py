"""Words by which personal data is told from what merely looks like it; data, no rules."""


def _set(*words: str) -> frozenset[str]:
    return frozenset(word for line in words for word in line.split())


FAMILY = _set(
    """
    pitch hostel refuge lodgings tenancy teen lad lass kid twin twins yp
    mum mums mummy mother mam dad dads daddy father stepdad stepmum stepfather stepmother parent carer guardian
    nan nana nanny gran grandma grandad grandpa grandmother grandfather granny aunt aunty auntie uncle cousin sister
    brother sibling siblings son daughter child pupil student learner baby infant toddler newborn boy girl teenager
    patient resident family household kin husband wife boyfriend girlfriend neighbour
    lives live lived living resides residing moved stays staying foster fostered
    his her him she he
    """
)
"""Words of one child, one patient and those around them. Plurals speak of all children and are left out."""

FAMILY_PAIRS = frozenset(
    {
        "home address", "home number", "home tel", "home telephone", "home phone", "home mobile", "home postcode",
        "home landline", "home visit", "emergency contact", "family address", "personal mobile", "personal email",
        "personal number", "foster home", "placement address", "current address", "previous address", "last known",
        "new address", "collected from", "caravan site", "caravan park", "young person", "service user",
    }
)  # fmt: skip
"""The same in two words."""

PLACES = _set(
    """
    helpline helplines hotline hotlines line lines textline freephone switchboard reception receptionist desk helpdesk
    office offices headquarters hq team teams service services council authority department dept directorate ministry
    mash lado ofsted cqc police nspcc childline samaritans ceop papyrus hopeline barnardos crimestoppers mencap
    hub camhs cafcass dfe ico icb ccg edt ooh oncall crisis
    school schools academy college university nursery nurseries preschool playgroup kindergarten childminder club
    clinic surgery practice pharmacy hospital trust hospice infirmary charity church chapel mosque temple synagogue
    cathedral parish centre center hall library station venue pavilion gym stadium arena museum theatre pool leisure
    unit bureau foundation society federation association
    building buildings site campus premises setting court courts tribunal embassy partnership
    ltd limited plc company firm supplier contractor agency provider board commissioner regulator
    poster posters website leaflet newsletter webpage insurer bank union
    """
)
"""Words of places, bodies and lines that are there for everybody."""

POSTS = _set(
    """
    duty dsl ddsl dsls safeguarding headteacher head manager coordinator officer sergeant constable inspector governor
    governors trustee secretary bursar admin enquiries support advice adviser advisor training trainer consultant
    solicitor worker nurse doctor dentist teacher staff chair coach landlord caretaker volunteer treasurer clerk
    """
)
"""Words of people at their work."""

PLACE_PAIRS = frozenset({"on call", "po box", "contact centre", "our address", "our number", "our postcode"})
POST_PAIRS = frozenset({"health visitor", "out of"})

NEWBORN = _set("baby infant toddler newborn twins triplets")
"""Those who were born so lately that a date in brackets behind them is that of their birth."""

LETTERED = _set(
    """
    class group set room section appendix unit ward block house site team year plan part annex area zone level form
    item hall table bay floor family case tutor vitamin hepatitis type grade band
    """
)
"""Words before a single capital that is no initial of a person."""
INVENTED = "ABCDXYZ"
"""Capitals that people give a child in order to leave out the name."""

LINKING = _set(
    """
    s st nd rd th is was a the an who whose with has had have her his their both each all date of m f male
    female boy girl aged age
    years year yrs yr y old in class reception and pupil patient child student baby twin twins resident nee given as
    birthday dob born on
    """
)
"""Words that may stand between initials and the word of birth beside them."""

STREETS = _set(
    """
    road rd street st avenue ave close lane ln drive crescent cres terrace gardens grove way walk row hill mews
    court place square parade gate green view rise park
    """
)
"""Second words of streets, so that Church Road is not a church."""

CONNECTING = _set(
    """
    is was on at by via the a our contact call ring text phone telephone tel mobile mob number no num email mail
    address postcode in for of
    line emergency direct and or can be reached available please s her his their own whatsapp work new main
    """
)
"""Words that may stand between somebody and their own number or address."""

NHS_WORDS = _set(
    """
    nhs patient patients emis systmone pds spine nhsno nhsnumber nhsnum mrn
    """
)
"""Words near which a bare number of ten digits is taken for an NHS number."""
NHS_PHRASES = ("n.h.s", "n h s", "health number", "hospital number", "hospital no", "summary care", "gp record")

OTHER_NUMBERS = _set(
    """
    receipt parcel tracking meter reading quote delivery model code consignment membership bank card
    registration permit
    grant project contract cheque payment transaction member employee payroll utr ean imei pcn
    tel telephone phone mobile mob fax ext ref reference invoice order po purchase account acc sort isbn issn barcode
    serial asset licence license charity company vat uln urn laestab uprn certificate cert dbs version batch sku part
    case crime incident log ticket job policy booking meeting zoom webinar passcode pin voucher insurance
    """
)
"""Words before a number that say what other number it is."""
GOODS = _set(
    """
    invoice order serial asset parcel tracking barcode batch sku part delivery consignment receipt ticket licence
    """
)
"""Those of them that are never a pupil's."""

PHONE_WORDS = _set(
    """
    tel telephone phone mobile mob ring rang call called text texted
    """
)
"""Those of them that say it is a phone number."""

ACRONYMS = _set(
    """
    ABE ACT ADHD AHT ALS AMHP AP ASC ASD AUP AWOL BAME BBC BMI BP BSL CAD CAF CAMHS CBT CCE CCG CCTV CD CEO CFO CHI
    CIN CLA CM CME COO COPD CP CPC CPD CPN CPP CQC CRB CSC CSE CTF CWO DA DBS DBT DC DDSL DFE DHT DI DIY DNA DNAR
    DOB DOLS DPA DPO DR DS DSL DV DVA DVD EAL EBSA ECT ED EDT EFA EH EHA EHC EHCP EHE EIA ELSA EMDR EP EU EWO EWS EY
    EYFS FAO FAQ FASD FBV FGM FLO FOI FSM FSW FTE GCSE GDPR GP GUM HCA HIV HLTA HQ HR HSCP HSE HT HV IBS ICB ICO ICP
    ICPC ICT ICU ID IDVA IEP IG IHP INSET IRO ISA ISO ISVA IT ITT KG KPI KS LA LAC LADO LCSB LD LPA LPS LSA LSCB LTD
    MAPPA MARAC MASH MAT MCA MDS MDSA MFL MIS MLD MMR MR MRI MRN MRS MS MX NA NB NEET NFA NGB NHS NI NICE NICU NOK
    NQT NSPCC OCD OCN OK OOH OT PC PCC PCF PCN PCSO PDA PDF PE PEP PFA PIN PLC PMLD PO PP PPA PPG PR PRN PRU PS PSA
    PSC PSCP PSHE PSO PT PTA PTSD QA QOF RA RCPC RE RGN RN RSE RSHE SALT SAR SCBU SCIE SCP SCR SEMH SEN SENCO SEND
    SG SGO SIA SIMS SLA SLCN SLD SLT SMT SOS SSW SW TA TAC TAF TAS TB TBA TBC TOR TV UASC UK ULN UPN UPNS URL URN
    USA USB UTI VAT VPN WNB WRAP WT WTE XR YJS YOS YOT YP YR YRS
    """,
    "AGE AGED BABY BOY DAD GIRL KID LAD MUM NAN PUPIL SEX SON TWIN JAN FEB MAR APR MAY JUN JUL AUG SEP SEPT OCT NOV",
    "DEC",
    "MON TUE TUES WED THU THUR FRI SAT SUN AM PM A I AN AND OR THE OF IN ON AT TO IS FOR BY NO NOT HE SHE HIS HER ALL",
    "ANY",
    "BUT WE OUR IT AS IF BE DO GO UP SO MY ME US HI WHO HAS HAD WAS ONE TWO SIX TEN SEE OLD NEW YES ASK PLS RE CC",
)
"""Short words and abbreviations that are not the initials of a person."""

DOTTED = _set("DOB NHS UK USA AM PM EG IE UPN NB PO OK")
"""Those that are written with dots as well."""

FREE_MAIL = _set(
    """
    gmail googlemail hotmail outlook live msn yahoo ymail rocketmail icloud me mac aol btinternet btopenworld talktalk
    virginmedia virgin ntlworld blueyonder sky tiscali orange protonmail proton pm gmx mail email zoho fastmail yandex
    tutanota tuta hey wanadoo o2 plusnet freeserve uwclub tesco wp onet interia seznam web qq
    """
)
"""First labels of domains where anybody may have an address."""

WORK_ENDINGS = (
    "gov.uk", "nhs.uk", "nhs.net", "police.uk", "sch.uk", "ac.uk", "mod.uk", "parliament.uk", "org.uk", "org", "gov",
    "gov.wales", "gov.scot", "charity", "school", "academy", "church", "cjsm.net",
)  # fmt: skip
"""Endings of domains that belong to organisations."""

ROLES = _set(
    """
    admin office head heads headteacher safeguarding safeguard dsl ddsl info contact contactus enquiries enquiry hello
    help helpline helpdesk support reception mash lado send senco sen attendance bursar finance hr jobs recruitment
    governor governors governance chair secretary manager management team teams nursery nurseries preschool playgroup
    school schools club welfare cpo training data dpo privacy complaints duty referrals referral council childcare
    childminder childminding registrar noreply reply donotreply postmaster webmaster marketing sales accounts account
    bookings booking volunteers volunteer trustees coach coaches membership committee treasurer scouts guides brownies
    fc afc rfc cc academy sports dance swim swimming judo karate earlyyears kids services service early adult adults
    social care children childrens families family hub public health education customer press media news newsletter
    general mail email web it ict servicedesk legal licensing housing estates premises facilities catering exams
    sixthform admissions pastoral inclusion wellbeing lead deputy principal director ceo surgery practice clinic
    pharmacy dental records foi sar compliance quality audit policy whistleblowing concerns report reports alerts
    notifications us staff parents pta friends chairman results fixtures childprotection earlyhelp firstresponse
    frontdoor portal return returns scp partnership board assurance no test
    """
)
"""First parts of addresses that belong to a post rather than a person."""
ROLES_OR_NAMES = _set(
    """
    church ward parish hall post page clerk warden guide day may bishop dean abbot marshall
    """
)
"""Words that are posts or places, and also names; they tell only beside no other name."""
ROLE_PARTS = (
    "nursery", "nurseries", "preschool", "playgroup", "school", "safeguarding", "enquiries", "childcare", "academy",
    "reception", "headteacher", "childprotection", "contactus", "governors", "committee", "secretary", "scouts",
    "football", "gymnastics",
)  # fmt: skip
"""Words that tell a post or a place in the middle of a longer one too."""

SIGNED = _set(
    """
    signed signature reviewed review approved agreed checked by updated authorised initialled author editor edit seen
    audited completed dated logged log version policy minutes training meeting governor witnessed countersigned
    verified
    actioned recorded issued due deadline inspected delivered trained attended induction adopted edition published
    certificate certificates cert certs dbs renewed renewal expired expires expiry lapsed course refresher sign signs
    """
)
"""Words beside which initials and a date are a signature."""

ONE_CHILD = _set(
    """
    child pupil student learner patient pt resident player baby infant toddler boy girl lad lass kid twin twins
    sibling
    brother sister stepbrother stepsister son daughter stepson stepdaughter teen teenager yp client eldest oldest
    youngest newborn male female uasc lac cla
    """
)
"""Words of one child or patient."""
GROWN = _set(
    """
    mum mother dad father carer parent nan gran grandma grandad grandmother grandfather aunt uncle husband wife
    partner
    """
)
"""Words of the adults around a child."""

DONE = _set(
    """
    check checks checked checking seen verified verify confirmed updated update added entered asked missing collected
    copied copy uploaded viewed redacted removed deleted agreed sent emailed sampled recorded logged held stored
    shared
    found noticed spotted queried chased reported requested provided received given supplied needed error errors
    mismatch
    incomplete blank fixed done completed resolved actioned phoned rang told
    written noted kept registered started joined expected due visit stopped
    """
)
"""What is done with a date of birth on some day; a later date behind such a word is the day it was done."""
NEVER_A_BIRTH = _set(
    """
    policy procedure training review reviewed audit audited inspection inspected evidence required requirement signed
    meeting minutes cohort expires deadline older younger adopted
    """
)
"""Words between "birth" and a date that is not one of birth, however old."""

ABOUT_BIRTHS = _set(
    """
    column columns field fields list lists form forms file files register sheet system record records
    """
)
"""Words of where a date of birth is written; a date behind them is one of birth only if they say or show it."""
CORRECTED = _set(
    """
    corrected changed amended altered wrong incorrect mistyped
    """
)
"""Words after which a date of birth goes from one day to another."""

LIMITS = _set(
    """
    after before between since until till from by than under over up
    """
)
"""Words right before a date that make it the limit of a year group."""

NOT_OF_A_PERSON = _set(
    """
    our its club clubs charity nursery school trust company king kings queen queens jesus idea ideas plan plans
    policy project group team merger partnership service church
    """
)
"""Words before a birthday that is not a person's."""

AREAS = _set(
    """
    AB AL B BA BB BD BF BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY
    G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN
    NP NR NW
    OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD
    WF WN WR WS WV YO ZE
    """
)
"""The areas of British postcodes."""

NOT_INWARD = _set(
    """
    st nd rd th hr pt yr ft lb wd gb ys dp pe pa ps px
    """
)
"""Pairs of small letters after a figure that are a measure or an ordinal."""

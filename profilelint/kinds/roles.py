"""Words for what somebody is by trade: the role words of headlines and openings."""

import re

from profilelint.proofing.context.grammar_words import words
from profilelint.proofing.context.lexicon import tags

_ROLES = words(
    """
    accountant actor actress actuary adjuster admin administrator adviser advisor advocate agent
    aide analyst apprentice architect artist assistant associate athlete attendant attorney author
    ambassador bailiff baker barber barista barrister bartender biologist boss broker builder butcher
    buyer candidate captain caregiver carer carpenter cashier ceo cfo chair chairman chairperson
    chairwoman chancellor chef chemist chief chiropractor cio ciso cleaner clerk clinician cmo cna
    coach cofounder colonel commander composer comptroller concierge conductor consultant contractor
    controller coo cook coordinator copywriter counsel counsellor counselor courier cpa cpo craftsman
    creator cro cso cto curator custodian dba dean dentist designer detective dev developer devops
    dietician dietitian diplomat director doctor doer driver economist editor electrician emt
    engineer entrepreneur enthusiast estimator evangelist evp executive expert fabricator farmer
    fellow firefighter fitter foreman founder freelancer gardener generalist geologist geek gm
    graduate graphic guard guide guru hacker hairdresser handyman head headhunter host hostess
    housekeeper hygienist illustrator innovator inspector instructor intern internist interpreter
    inventor investigator investor janitor joiner journalist judge justice laborer labourer lawyer
    lead leader lecturer librarian lieutenant linguist lpn lvn machinist maker manager marine
    marketeer marketer master mathematician mechanic mediator medic member mentor merchandiser midwife
    minister model moderator musician nanny ninja notary nurse nutritionist officer operative operator
    optician optometrist organiser organizer owner painter paralegal paramedic parent partner pastor
    pathologist pharmacist phd philosopher phlebotomist photographer physician physicist
    physiotherapist pi pilot planner player plumber pm podcaster poet policeman porter postdoc
    practitioner preacher president principal producer professional professor programmer promoter
    prosecutor provost psychiatrist psychologist publicist publisher qa radiographer radiologist
    ranger realtor receptionist recruiter registrar rep reporter representative researcher resident
    retiree rn rockstar sailor salesman salesperson saleswoman scholar scientist sdet secretary seller
    senator sergeant server sfx sheriff singer socialworker soldier solicitor solopreneur sonographer
    specialist speaker spokesperson sre staffer statistician steward stewardess strategist student
    stylist superintendent superuser supervisor surgeon surveyor svp sysadmin tailor teacher
    teammate technician technologist teller tester therapist trader trainee trainer translator
    treasurer tutor tradesman underwriter undergraduate undergrad veteran vet veterinarian volunteer
    vp waiter waitress warden webmaster welder writer youtuber alumni alumnus alumna freelance
    interim mba msc bsc md major postgraduate postgrad alum pupil sophomore freshman
    """
)
_ENDINGS = re.compile(r"(?:[a-z]{3,}(?:er|or|eer|ist|ian|man|woman|person|ologist|preneur|smith))$")
_NO_ROLES = words(
    """
    after another better center centre chapter character color colour computer consumer cover
    cyber december diaper dinner docker either error ever factor father favor favour filter
    former further gender greater her however internet january killer labor labour larger
    later layer letter longer lower matter mirror mother motor neither never newsletter
    november number october offer order other over paper per power proper quarter rather razor
    rigor river sector semester september silver smaller smarter stronger sugar summer super
    tensor together tower under vapor water weather whether winter wonder faster career whatever whoever whenever wherever forever
    human german italian russian indian norwegian canadian australian egyptian belgian persian
    civilian hadoop twitter butter corner border shelter exist list consist assist resist twist
    junior senior prior interior exterior minor superior inferior door floor poor for nor or
    monitor behavior behaviour customer customers newer older younger higher
    """
)
_FIELDS = words(
    """
    accounting agriculture analytics apprenticeship architecture auditing banking biology biotech
    chemistry coding commerce construction consulting design development ecommerce economics education
    electronics engineering finance fitness healthcare hospitality insurance journalism law
    logistics machine maintenance management manufacturing marketing mathematics mechanics medicine
    nursing operations pharmacy philosophy photography physics procurement programming psychology
    recruiting recruitment research retail robotics sales science security software statistics
    teaching testing training translation welding
    """
)
_WORD = re.compile(r"[^\W\d_]+")


def is_role(word: str) -> bool:
    """Whether a word names what somebody is, in the singular or the plural, in any case.

    >>> [is_role(word) for word in ("Nurse", "CTO", "Enginer", "developers", "computer", "Cloud")]
    [True, True, True, True, False, False]
    """
    low = word.lower()
    for form in (low, low.removesuffix("s")):
        if form in _ROLES:
            return True
        # Most that end so are a trade; a misspelled one is one, too.
        if form not in _NO_ROLES and _ENDINGS.fullmatch(form) and _is_noun(form):
            return True
    return False


def _is_noun(word: str) -> bool:
    known = tags(word)
    return not known or "S" in known


def has_role(text: str) -> bool:
    """Whether a text names what somebody is.

    >>> has_role("Building calm software | Python"), has_role("Physics teacher, 9 years")
    (False, True)
    """
    return any(is_role(word) for word in _WORD.findall(text))


def has_field(text: str) -> bool:
    """Whether a text names a field of work.

    >>> has_field("I work in software development"), has_field("I like to learn")
    (True, False)
    """
    return any(word.lower() in _FIELDS for word in _WORD.findall(text))

"""Words for what somebody is by trade: the role words of headlines and openings."""

from profilelint.kinds.lazy import lazily
from profilelint.proofing.context.grammar_words import words
from profilelint.proofing.context.lexicon import tags

_ROLES = words(
    """
    accountant actor actress actuary adjuster admin administrator adviser advisor advocate agent
    aide alum alumna alumni alumnus ambassador analyst apprentice architect artist assistant
    associate athlete attendant attorney author bailiff baker barber barista barrister bartender
    biologist boss broker bsc builder butcher buyer candidate captain caregiver carer carpenter
    cashier ceo cfo chair chairman chairperson chairwoman chancellor chef chemist chief
    chiropractor cio ciso cleaner clerk clinician cmo cna coach cofounder colonel commander
    composer comptroller concierge conductor consultant contractor controller coo cook
    coordinator copywriter counsel counsellor counselor courier cpa cpo craftsman creator cro
    cso cto curator custodian dba dean dentist designer detective dev developer devops dietician
    dietitian diplomat director doctor doer driver economist editor electrician emt engineer
    enthusiast entrepreneur estimator evangelist evp executive expert fabricator farmer fellow
    firefighter fitter foreman founder freelance freelancer freshman gardener geek generalist
    geologist gm graduate graphic guard guide guru hacker hairdresser handyman head headhunter
    host hostess housekeeper hygienist illustrator innovator inspector instructor interim intern
    internist interpreter inventor investigator investor janitor joiner journalist judge justice
    laborer labourer lawyer lead leader lecturer librarian lieutenant linguist lpn lvn machinist
    major maker manager marine marketeer marketer master mathematician mba md mechanic mediator
    medic member mentor merchandiser midwife minister mle model moderator msc musician nanny
    ninja notary nurse nutritionist officer operative operator optician optometrist organiser
    organizer owner painter paralegal paramedic parent partner pastor pathologist pensioner
    pharmacist phd philosopher phlebotomist photographer physician physicist physiotherapist pi
    pilot planner player plumber pm podcaster poet policeman porter postdoc postgrad
    postgraduate practitioner preacher president principal producer professional professor
    programmer promoter prosecutor provost psychiatrist psychologist publicist publisher pupil
    qa radiographer radiologist ranger realtor receptionist recruiter registrar rep reporter
    representative researcher resident retired retiree rn rockstar sailor salesman salesperson
    saleswoman scholar scientist sde sdet secretary seller senator sergeant server sfx sheriff
    singer socialworker soldier solicitor solopreneur sonographer sophomore speaker specialist
    spokesperson sre staffer statistician steward stewardess strategist student stylist
    superintendent superuser supervisor surgeon surveyor svp swe sysadmin tailor teacher
    teammate technician technologist teller tester therapist tpm trader tradesman trainee
    trainer translator treasurer tutor undergrad undergraduate underwriter vet veteran
    veterinarian volunteer vp waiter waitress warden webmaster welder writer youtuber
    """
)
_ENDINGS = lazily(r"(?:[a-z]{3,}(?:er|or|eer|ist|ian|man|woman|person|ologist|preneur|smith))$")
_NO_ROLES = words(
    """
    after another assist australian behavior behaviour belgian better border butter canadian
    career center centre chapter character civilian color colour computer consist consumer
    corner cover customer customers cyber december diaper dinner docker door egyptian either
    error ever exist exterior factor faster father favor favour filter floor for forever former
    further gender german greater hadoop her higher however human indian inferior interior
    internet italian january junior killer labor labour larger later layer letter list longer
    lower matter minor mirror monitor mother motor neither never newer newsletter nor norwegian
    november number october offer older or order other over paper per persian poor power prior
    proper quarter rather razor resist rigor river russian sector semester senior september
    shelter silver smaller smarter stronger sugar summer super superior tensor together tower
    twist twitter under user users vapor water weather whatever whenever wherever whether
    whoever winter wonder younger
    """
)
_FIELDS = words(
    """
    accounting agriculture analytics apprenticeship architecture auditing banking biology
    biotech chemistry coding commerce construction consulting design development ecommerce
    economics education electronics engineering finance fitness healthcare hospitality insurance
    journalism law logistics machine maintenance management manufacturing marketing mathematics
    mechanics medicine nursing operations pharmacy philosophy photography physics procurement
    programming psychology recruiting recruitment research retail robotics sales science
    security software statistics teaching testing training translation welding
    """
)
_WORD = lazily(r"[^\W\d_]+")


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
        if form not in _NO_ROLES and _ENDINGS().fullmatch(form) and _is_noun(form):
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
    return any(is_role(word) for word in _WORD().findall(text))


def has_field(text: str) -> bool:
    """Whether a text names a field of work.

    >>> has_field("I work in software development"), has_field("I like to learn")
    (True, False)
    """
    return any(word.lower() in _FIELDS for word in _WORD().findall(text))

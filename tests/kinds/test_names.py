"""The kinds that compare names: employers, headlines, duplicates, evidence."""

import pytest

from profilelint.kinds.employers import akin, initials, legal_form, words


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Acme, Inc.", ("acme",)),
        ("Acme Sp. z o.o.", ("acme",)),
        ("The Acme Company", ("acme",)),
        ("Müller & Söhne GmbH & Co. KG", ("muller", "and", "sohne", "gmbh")),
        ("A.T. Example", ("at", "example")),
        ("Co", ("co",)),
        ("株式会社", ("株式会社",)),
        ("", ()),
    ],
)
def test_what_tells_a_firm_from_others(name, told):
    assert words(name) == told


def test_a_legal_form_is_no_part_of_the_name():
    assert legal_form("Acme Pty Ltd") == ("pty", "ltd")
    assert initials("University College London") == "ucl"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Acme", "ACME Ltd.", True),
        ("UCL", "University College London", True),
        ("University College London (UCL)", "UCL", True),
        ("St. Brannoc Hospital, Galway", "St Brannoc Hospital", True),
        ("Tollgate Pay", "Tolgate Pay", True),
        ("Bank of America", "Bank of Africa", False),
        ("Ardent Grid", "Nordelm", False),
        ("", "Nordelm", False),
    ],
)
def test_names_of_one_employer(one, other, same):
    assert akin(one, other) is same


COMPANY = ("positions.company",)


def companies(*names):
    return {"positions": [{"company": name} for name in names]}


@pytest.mark.parametrize(
    ("names", "flagged"),
    [
        (("Acme", "acme"), ["/positions/1/company"]),
        (("Acme", "acme", "acme"), ["/positions/0/company"]),
        (("Acme Ltd", "Acme", "Acme"), ["/positions/0/company"]),
        (("Deloitte Nordic", "Delloitte Nordic"), ["/positions/1/company"]),
        (("Accenture", "Accentrue"), ["/positions/1/company"]),
        (("Acme  Works", "Acme Works"), []),
        (("Northern Trust", "Northerm Bank"), []),
        (("Example 1900000", "Example 1900001"), []),
        (("Cisco", "Sysco"), []),
        ((), []),
    ],
)
def test_one_name(run, names, flagged):
    matches = run("one-name", companies(*names), targets=COMPANY)
    assert [match.pointer for match in matches] == flagged


def test_one_name_suggests_the_usual_and_is_less_sure_of_a_slip(run):
    (match,) = run("one-name", companies("Nordelm Power", "Nordlem Power"), targets=COMPANY)
    assert match.suggestions == ("Nordelm Power",)
    assert match.confidence == "medium"


HEAD = {"at": r"at\s|@|chez\s", "at_unknown": r"at\s|@", "titles": "engineer", "honest": "ex-.*"}


def headline(text, *positions):
    return {
        "headline": text,
        "positions": [
            {"title": t, "company": c, "end": e, "current": not e} for t, c, e in positions
        ],
    }


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Engineer at Nordelm", "Nordelm"),
        ("Baker | Engineer @Nordelm, Hamburg", "Nordelm"),
        ("Ingénieur chez Nordelm Power – Lyon", "Nordelm Power"),
        ("Engineer at Harbour Water, Leeds", "Harbour Water"),
        ("Baker at Harbour Water", None),
        ("ex-Engineer at Nordelm", None),
        ("Chief at Ardent", None),
        ("Nordelm", None),
        ("Engineer at scale", None),
        ("", None),
    ],
)
def test_role_claim(run, text, marked):
    profile = headline(
        text, ("Chief", "Ardent Grid", None), ("Engineer", "Nordelm Power", "2020-03")
    )
    if marked == "Nordelm":
        profile["positions"][1]["company"] = "Nordelm GmbH"
    matches = run("role-claim", profile, HEAD, targets=("headline",))
    assert [text[match.start : match.end] for match in matches] == ([marked] if marked else [])


def test_role_claim_believes_whatever_goes_on_today(run):
    profile = headline("Engineer at Nordelm", ("Engineer", "Nordelm", "2020-03"))
    assert run("role-claim", profile, HEAD, targets=("headline",))
    for more in (
        {"volunteering": [{"company": "Nordelm", "current": True}]},
        {"organizations": [{"name": "Nordelm"}]},
        {"education": [{"school": "Nordelm", "end": "2027"}]},
        {"projects": [{"name": "Nordelm"}]},
    ):
        assert run("role-claim", {**profile, **more}, HEAD, targets=("headline",)) == []


def test_role_claim_refuses_an_expression_that_is_none(refused):
    assert "no regular expression" in refused("role-claim", {**HEAD, "titles": "("})


def skills(*names):
    return {"skills": [{"name": name} for name in names]}


@pytest.mark.parametrize(
    ("names", "flagged"),
    [
        (("SQL", "Sql", "sql"), [1, 2]),
        (("C", "C++", "C#", "R", "R&D"), []),
        (("Front-End", "Front End"), [1]),
        (("Welding", "Welding", "Welding"), [1]),
        (("AWS", "Amazon Web Services (AWS)"), [1]),
        (("Amazon Web Services (AWS)", "Amazon Web Services"), [1]),
        (("Excel (Basic)", "Excel (Expert)"), []),
        (("Node.js", "Nodes"), []),
    ],
)
def test_duplicate_skills(run, names, flagged):
    matches = run("duplicates", skills(*names), targets=("skills.name",))
    assert [match.pointer for match in matches] == [f"/skills/{i}/name" for i in flagged]


def test_a_role_that_is_there_many_times_is_told_once(run):
    role = {"title": "Fitter", "company": "Acme", "start": "2019", "current": True}
    (match,) = run("duplicates", {"positions": [role, role, role]}, targets=("positions",))
    assert match.values["told"] == "“Fitter at Acme” is there 3 times"


@pytest.mark.parametrize(
    "change",
    [
        {"start": "2014", "end": "2019", "current": False},
        {"title": "Senior Fitter"},
        {"company": "Acme North"},
        {"location": "Leeds"},
        {"description": "Kept the presses of the night shift running."},
    ],
)
def test_what_makes_two_roles_of_one(run, change):
    role = {"title": "Fitter", "company": "Acme", "start": "2019", "current": True}
    role |= {"location": "Hull", "description": "Taught twelve apprentices to weld."}
    assert run("duplicates", {"positions": [role, role | change]}, targets=("positions",)) == []


def test_duplicate_lines_of_one_pair_of_roles_are_one_finding(run):
    line = "• Cut the wait for spare parts by half\n• Taught twelve apprentices to weld pipes"
    profile = {"positions": [{"title": "A", "description": line}, {"description": line}]}
    (match,) = run("duplicates", profile, targets=("positions.description",))
    assert match.values["told"] == "This line and 1 more are there before under “A”"
    assert line[match.start : match.end] == "Cut the wait for spare parts by half"


@pytest.mark.parametrize(
    "line",
    [
        "Key results of the year:",
        "Tools: SQL and R and a lot of Excel",
        "SQL, R, Python, Excel, Tableau, Looker",
        "Otara Bay University Department of Statistics",
        "https://acme.example.com/a b c d e f",
        "Cut the wait",
    ],
)
def test_lines_that_are_the_same_by_nature(run, line):
    profile = {"positions": [{"description": line}, {"description": line}]}
    assert run("duplicates", profile, targets=("positions.description",)) == []


EVIDENCE = {"within": ["positions.description"], "words": 1, "shown": ["leadership"]}


@pytest.mark.parametrize(
    ("skill", "text", "shown"),
    [
        ("Negotiation", "negotiated prices", True),
        ("Amazon Web Services (AWS)", "moved to AWS", True),
        ("Amazon Web Services", "moved to AWS", True),
        ("React.js", "wrote React", True),
        ("NodeJS Tools", "wrote Node.js tools", True),
        ("C++", "wrote C", False),
        ("Leadership", "sold fish", True),
        ("Welding", "sold fish", False),
        ("R", "sold fish in order", False),
    ],
)
def test_evidence(run, skill, text, shown):
    profile = {
        **skills(skill, "Fish"),
        "positions": [{"description": text}, {"description": "fish"}],
    }
    matches = run("unevidenced", profile, EVIDENCE, targets=("skills.name",))
    assert bool(matches) is not shown


def test_evidence_names_four_and_says_nothing_of_a_list_of_another_kind(run):
    text = [{"description": "sold fish"}, {"description": "bought fish"}]
    profile = {**skills("Fish", "Aaa", "Bbb", "Ccc", "Ddd", "Eee"), "positions": text}
    (match,) = run("unevidenced", profile, {**EVIDENCE, "top": 6}, targets=("skills.name",))
    assert match.values["names"] == "“Aaa”, “Bbb”, “Ccc”, “Ddd” and 1 more"
    profile = {**skills("Aaa", "Bbb", "Ccc"), "positions": text}
    assert run("unevidenced", profile, EVIDENCE, targets=("skills.name",)) == []

"""The text loader against the PDFs it was copied from, whose loader is exact."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from profilelint.document import Document
from profilelint.errors import InputError
from profilelint.fields import text_at
from profilelint.loaders import Limits, Source, linkedin_text, load

SAMPLES = Path(__file__).parents[1] / "samples"
TEXTS = sorted(path.name for path in (SAMPLES / "text").glob("*.txt"))
COPIED = [name for name in TEXTS if "pdftotext" not in name]

NO_BLANK_LINES = "text does not tell a blank line from a line break"
FULL_LINE = "a paragraph ends in a full line, so that its end looks like a wrap"
LOST_HYPHEN = "pdftotext drops the hyphen at the end of a line"

# Fields whose blank lines are lost are found by their truth; these are all other misses.
ENDS_IN_A_FULL_LINE = {"engineer-mistakes-en", "executive-en", "ux-designer-es"}
ADDRESS_WITHOUT_HYPHEN = {"executive-en", "operations-grouped-en"}


def leaves(value: object, pointer: str = "") -> dict[str, object]:
    """Every single value of a profile by its pointer."""
    if isinstance(value, dict):
        pairs = value.items()
    elif isinstance(value, list):
        pairs = enumerate(value)
    else:
        return {} if value is None else {pointer: value}
    return {k: v for key, part in pairs for k, v in leaves(part, f"{pointer}/{key}").items()}


def misses(name: str) -> dict[str, str]:
    """Where the text's profile differs from the PDF's, and why."""
    stem = name.partition(".")[0]
    truth = leaves(load(SAMPLES / "linkedin-pdf" / f"{stem}.pdf").profile.model_dump(mode="json"))
    found = leaves(load(SAMPLES / "text" / name).profile.model_dump(mode="json"))
    differing = {at for at in truth.keys() | found.keys() if truth.get(at) != found.get(at)}
    return {at: why(truth.get(at), found.get(at)) for at in differing}


def why(truth: object, found: object) -> str:
    if not (isinstance(truth, str) and isinstance(found, str)):
        return f"{found!r} for {truth!r}"
    if truth.replace("\n\n", "\n") == found:
        return NO_BLANK_LINES
    if truth.split() == found.split():
        return FULL_LINE
    if truth.replace("-", "") == found.replace("-", ""):
        return LOST_HYPHEN
    return f"{found!r} for {truth!r}"


@pytest.mark.parametrize("name", TEXTS)
def test_every_field_but_the_known_misses(name):
    stem, _, way = name.removesuffix(".txt").partition(".")
    known = {}
    pdf = load(SAMPLES / "linkedin-pdf" / f"{stem}.pdf").profile
    for pointer, text in leaves(pdf.model_dump(mode="json")).items():
        if isinstance(text, str) and "\n\n" in text:
            known[pointer] = NO_BLANK_LINES
    if stem in ENDS_IN_A_FULL_LINE:
        known["/about"] = FULL_LINE
    if way == "pdftotext" and stem not in ADDRESS_WITHOUT_HYPHEN:
        known["/public_url"] = LOST_HYPHEN
    if name == "executive-en.pdftotext.txt":
        known["/publications/1/name"] = LOST_HYPHEN
    assert misses(name) == known


@pytest.mark.parametrize("name", TEXTS)
def test_sniffed_and_described(name):
    document = load(SAMPLES / "text" / name)
    assert document.format == "linkedin-text"
    assert document.language == name.partition(".")[0].rpartition("-")[2]
    assert document.unplaced == ()
    assert "blank lines" in document.carries.why_not("line-breaks")
    assert document.carries.why_not("skills.all") == "a LinkedIn PDF shows only the top skills"
    assert document.carries.why_not("positions.description") is None


@pytest.mark.parametrize("name", TEXTS)
def test_places_hold_the_text(name):
    data = (SAMPLES / "text" / name).read_bytes().decode("utf-8")
    lines = data.replace("\r\n", "\n").split("\n")
    document = load(SAMPLES / "text" / name)
    for pointer in document.source_map.pointers():
        text = text_at(document.profile, pointer)
        for word in re.finditer(r"[^\s-]+", text or ""):
            if pointer == "/public_url" and word.start() < len("https://www.linkedin.com/in/"):
                continue
            location = document.locate(pointer, *word.span())
            line = lines[location.line - 1]
            end = location.end_column - 1 if location.end_line == location.line else None
            part = line[location.column - 1 : end]
            assert word[0].startswith(part) and part, (pointer, word[0], part)  # noqa: PT018


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("name", ["controller-pl.txt", "backend-developer-ko.txt"])
def test_encodings(name, encoding):
    data = (SAMPLES / "text" / name).read_bytes()
    again = load(data.decode("utf-8").encode(encoding))
    assert again.profile == load(data).profile


def test_windows_1252():
    text = (SAMPLES / "text" / "quality-manager-fr.txt").read_text(encoding="utf-8")
    data = text.replace("\ufffe", "-").encode("cp1252")
    assert load(data).profile.headline.startswith("Responsable qualité")


EXPORT = """Contact
www.linkedin.com/in/ada-quill (LinkedIn)
Top Skills
SQL
Ada Quill
Analyst
York, England, United Kingdom
Experience
{experience}
Education
{education}
Page 1 of 1
"""


def made(
    experience="Acme\nAnalyst\nMay 2020 - Present (1 year)", education="York College"
) -> Document:
    return load(EXPORT.format(experience=experience, education=education).encode())


def test_one_company_of_several_roles_and_the_next():
    document = made(
        "Acme\n3 years 2 months\nLead\nMay 2020 - June 2021 (1 year 2 months)\nLeeds, England\n"
        "Analyst\nMay 2018 - April 2020 (2 years)\nOther Ltd\nClerk\n2016 - 2017 (1 year)"
    )
    found = [(p.company, p.title, p.location) for p in document.profile.positions]
    assert found == [
        ("Acme", "Lead", "Leeds, England"),
        ("Acme", "Analyst", None),
        ("Other Ltd", "Clerk", None),
    ]


@pytest.mark.parametrize(
    ("education", "expected"),
    [
        ("York College", [("York College", None, None)]),
        ("York College\nDiploma · (2014)", [("York College", "Diploma", "2014")]),
        (
            "A School\nBA, History · (2010 - May\n2014)\nB School\nB · (2009)",
            [("A School", "BA", "2014-05"), ("B School", "B", "2009")],
        ),
    ],
)
def test_education(education, expected):
    entries = made(education=education).profile.education
    assert [(e.school, e.degree, e.end.iso if e.end else None) for e in entries] == expected


def test_what_has_no_place_is_kept():
    document = load(
        b"Contact\nwww.linkedin.com/in/ada (LinkedIn)\nAda\nYork\nExperience\nnothing dated here\n"
    )
    assert [kept.text for kept in document.unplaced] == ["nothing dated here"]
    assert document.unplaced[0].location.line == 6


@pytest.mark.parametrize(
    "path", sorted((SAMPLES / "text-mixed").glob("*.txt")), ids=lambda p: p.name
)
def test_columns_that_run_into_each_other_are_refused(path):
    source = Source(path.name, path.read_bytes())
    assert linkedin_text.sniff(source)
    with pytest.raises(InputError, match="into each other") as caught:
        linkedin_text.load(source)
    assert "PDF itself" in (caught.value.hint or "")


def test_a_place_in_a_drawn_column_is_the_place_in_the_file():
    name = "executive-en.pdftotext-layout.txt"
    document = load(SAMPLES / "text" / name)
    location = document.locate("/headline", 0, 5)
    line = (SAMPLES / "text" / name).read_text(encoding="utf-8").split("\n")[location.line - 1]
    assert line[location.column - 1 : location.end_column - 1] == "Chief"
    assert location.column > 20


# Bad input.


@pytest.mark.parametrize(
    ("data", "part"), [(b"", "the file is empty"), (b"\n \n", "is empty"), (b"a\0b", "no text")]
)
def test_refused(data, part):
    with pytest.raises(InputError) as caught:
        load(data, format_in="linkedin-text")
    assert part in str(caught.value)
    assert caught.value.hint


def test_too_slow():
    data = (SAMPLES / "text" / COPIED[0]).read_bytes()
    with pytest.raises(InputError, match="longer than"):
        load(data, limits=Limits(seconds=-1))


@pytest.mark.parametrize("data", [b"{}", b"PK\3\4", b"Dear Ada,\nExperience matters.\n", b"\xff"])
def test_not_sniffed(data):
    assert not linkedin_text.sniff(Source("any", data))


@settings(deadline=None, max_examples=150, suppress_health_check=list(HealthCheck))
@given(
    name=st.sampled_from(TEXTS),
    drop=st.sets(st.integers(0, 150), max_size=40),
    extra=st.lists(st.tuples(st.integers(0, 150), st.text(max_size=60)), max_size=6),
)
def test_mutations_give_a_document(name, drop, extra):
    lines = (SAMPLES / "text" / name).read_text(encoding="utf-8").split("\n")
    lines = [line for n, line in enumerate(lines) if n not in drop]
    for at, text in extra:
        lines.insert(at, text)
    outcome("\n".join(lines).encode("utf-8", "surrogatepass"))


@settings(deadline=None, max_examples=150)
@given(st.binary(max_size=400))
def test_any_bytes_give_a_document_or_an_error(data):
    outcome(data)


def outcome(data: bytes) -> None:
    try:
        document = linkedin_text.load(Source("any.txt", data))
    except InputError:
        return
    for pointer in document.source_map.pointers():
        document.locate(pointer, 0, 1)


def test_long_texts_take_linear_time():
    body = "word " * 20 + "\n"
    data = ("Summary\n" + body * 20_000 + "www.linkedin.com/in/x\n" + "1" * 200_000).encode()
    assert linkedin_text.load(Source("a.txt", data)).profile.about
    with pytest.raises(InputError, match="the text at /about has"):
        load(data, format_in="linkedin-text")

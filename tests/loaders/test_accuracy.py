"""Every sample of every format, against the truth of its person: field by field, and exact.

``EXCUSED`` is the one list of what a format, or the sample in it, cannot hold. Any other difference
fails, and so does an excuse that nothing needs. The table of accuracy is printed.
"""

import json
import re
from collections import Counter
from fnmatch import fnmatchcase

import pytest

import profilelint

from .truth_json_resume import CANNOT, SAMPLES, _leaves, as_truth, differences

TRUTHS = {
    path.name.removesuffix(".truth.json"): json.loads(path.read_text("utf-8"))
    for path in (SAMPLES / "linkedin-pdf").glob("*.truth.json")
}
FORMATS = [
    *("linkedin-pdf", "text", "linkedin-archive", "linkedin-snapshot"),
    *("json-resume", "reactive-resume", "scraped", "pasted-text"),
]
BLANK_LINES = "text has no blank lines, or a paragraph ends in a full line: only blanks differ"
HYPHEN = "pdftotext leaves out the hyphen at which it joins two lines"
OWN_AFFAIR = "the postal address is the member's own affair and is not read"
CONTACT = "the contact info is a page of its own"
BASIC = "a Basic export has no such file"
OLD = "the export of 2018 shows the profile as it stood then"

# Sample (a pattern), path (a regular expression), reason.
EXCUSED = [
    ("text/*", r"/summary|/positions/.*/description", BLANK_LINES),
    ("text/*.pdftotext.txt", r"/public_url", HYPHEN),
    ("text/executive-en.pdftotext.txt", r"/publications/.* medium-?voltage .*", HYPHEN),
    ("linkedin-archive/engineer-mistakes-en*", r"/phones/.*", "the sample has no PhoneNumbers.csv"),
    (
        "linkedin-archive/nurse-clean-en-basic*",
        r"/(education|languages|certifications|honors|publications)/.*",
        BASIC,
    ),
    ("linkedin-archive/executive-en-2018*", r"/.*", OLD),
    ("linkedin-snapshot/*", r"/public_url", "only the invitations show the owner's address"),
    ("scraped/engineer-mistakes-en.scraper.json", r"/languages/.*", "the shape has no languages"),
    ("scraped/executive-en.voyager.json", r"/address", OWN_AFFAIR),
    ("scraped/*", r"/(emails|phones|websites)/.*", CONTACT),
    ("pasted-text/*", r"/(address|public_url|(emails|phones|websites)/.*)", CONTACT),
    ("pasted-text/*", r"/patents/.*", "the page of the sample shows no patents"),
    *(
        (f"*/{name}", re.escape(path), why)
        for name, paths in CANNOT.items()
        for path, why in paths.items()
    ),
]


def samples():
    for name in FORMATS:
        for path in sorted((SAMPLES / name).iterdir()):
            person = re.sub(r"(-basic|-2018)?(\..*)?$", "", path.name)
            if person in TRUTHS and not re.search(r"\.(truth|mistakes|invitations)\.", path.name):
                yield f"{name}/{path.name}", path, TRUTHS[person]


@pytest.fixture(scope="module")
def read():
    """Each sample with the truth and with what was read of it."""
    found = {}
    for name, path, truth in samples():
        said = as_truth(profilelint.load(path).profile)
        said["top_skills"] = said["top_skills"][:3]
        found[name] = (truth, said)
    return found


def excuse(name, path):
    for number, (pattern, regex, _) in enumerate(EXCUSED):
        if fnmatchcase(name, pattern) and re.fullmatch(regex, path):
            return number
    return None


def test_every_format_has_samples(read):
    assert {name.partition("/")[0] for name in read} == set(FORMATS)


def test_all_is_exact_but_for_what_is_excused(read):
    used, wrong = set(), []
    for name, (truth, said) in read.items():
        for path in differences(truth, said):
            number = excuse(name, path)
            if number is None:
                wrong.append(f"{name}: {path}")
            used.add(number)
    assert wrong == []
    assert [EXCUSED[n] for n in range(len(EXCUSED)) if n not in used] == [], "needless excuses"


def test_where_blank_lines_are_excused_only_blanks_differ(read):
    for name, (truth, said) in read.items():
        if not name.startswith("text/"):
            continue
        true, found = dict(_leaves(truth, "")), dict(_leaves(said, ""))
        for path in differences(truth, said):
            if path.endswith(("/summary", "/description")):
                assert "".join(true[path].split()) == "".join(found[path].split()), (name, path)


def test_the_accuracy_per_format_and_field(read, capsys):
    right, every = Counter(), Counter()
    for name, (truth, said) in read.items():
        differing = differences(truth, said)
        for path, _ in _leaves(truth, ""):
            key = (name.partition("/")[0], path.split("/")[1])
            every[key] += 1
            right[key] += path not in differing
    fields = list(dict.fromkeys(field for _, field in every))
    with capsys.disabled():
        print(f"\n{'':16}" + "".join(f"{name[-12:]:>13}" for name in FORMATS))  # noqa: T201
        for field in fields:
            shares = (
                f"{right[name, field]}/{every[name, field]}" if every[name, field] else "–"
                for name in FORMATS
            )
            print(f"{field:16}" + "".join(f"{share:>13}" for share in shares))  # noqa: T201
    for field in fields:
        assert right["linkedin-pdf", field] == every["linkedin-pdf", field], field

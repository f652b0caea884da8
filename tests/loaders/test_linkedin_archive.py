import io
import json
import pickle
import random
import re
import struct
import time
import zipfile
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from profilelint.document import Document
from profilelint.errors import InputError, ManyProfiles
from profilelint.fields import fields, text_at
from profilelint.loaders import linkedin_archive
from profilelint.loaders.linkedin_archive import is_export_folder
from profilelint.loaders.linkedin_data.cells import Cell
from profilelint.loaders.linkedin_data.dates import read_day, read_month
from profilelint.loaders.linkedin_data.layouts import LAYOUTS, UNREAD
from profilelint.loaders.linkedin_data.recovered import pieces
from profilelint.loaders.linkedin_data.tables import decode, read_table
from profilelint.loaders.reading import read_source
from profilelint.loaders.source import Limits, Source

from .truth import compare, truth_of

SAMPLES = Path(__file__).parents[1] / "samples" / "linkedin-archive"
PEOPLE = {
    "career-changer-en": ("career-changer-en", "linkedin-archive"),
    "engineer-mistakes-en": ("engineer-mistakes-en", "linkedin-archive"),
    "nurse-clean-en-basic": ("nurse-clean-en", "linkedin-archive-basic"),
}
EXPORTS = sorted(path for path in SAMPLES.iterdir() if path.suffix != ".json")
LINE_END = re.compile(r"\r\n|\n|\r")

PROFILE = b"First Name,Last Name,Headline,Summary\nAda,Example,Engineer,I build.\n"


def load(path) -> Document:
    source = read_source(str(path), Limits())
    assert linkedin_archive.sniff(source)
    return linkedin_archive.load(source)


def zipped(files, *, compression=zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def of_files(name="export.zip", limits=None, **files) -> Document:
    named = {file.replace("__", " ") + ".csv": data for file, data in files.items()}
    source = Source(name, zipped(named), limits=limits or Limits())
    return linkedin_archive.load(source)


def of_bytes(data: bytes, name="export.zip", limits=None) -> Document:
    return linkedin_archive.load(Source(name, data, limits=limits or Limits(), forced=True))


def lines_of(file: str) -> list[str]:
    """The lines of a file as a place names it, within a ZIP behind “!”."""
    archive, _, member = file.partition("!")
    data = zipfile.ZipFile(archive).read(member) if member else Path(archive).read_bytes()
    return LINE_END.split(decode(data)[0])


def at(document, pointer, start=None, end=None) -> str:
    """The text of the source at the place of a field or a part of it."""
    place = document.locate(pointer, start, end)
    lines = lines_of(place.file)
    if place.line == place.end_line:
        return lines[place.line - 1][place.column - 1 : place.end_column - 1]
    between = lines[place.line : place.end_line - 1]
    last = lines[place.end_line - 1][: place.end_column - 1]
    return "\n".join([lines[place.line - 1][place.column - 1 :], *between, last])


@pytest.mark.parametrize("suffix", ["", ".zip"])
@pytest.mark.parametrize("name", PEOPLE)
def test_each_sample_says_what_the_person_typed(name, suffix):
    person, format_name = PEOPLE[name]
    wrong, score = compare(person, load(SAMPLES / f"{name}{suffix}").profile, format_name)
    for field, (right, all_) in sorted(score.items()):
        print(f"{name}{suffix} {field}: {right}/{all_}")  # noqa: T201
    assert wrong == {}


@pytest.mark.parametrize("path", EXPORTS, ids=lambda path: path.name)
def test_a_zip_and_its_folder_say_the_same(path):
    assert load(path).profile == load(path.with_suffix("")).profile


@pytest.mark.parametrize("suffix", ["", ".zip"])
def test_the_sample_of_2018_says_what_the_person_typed_by_then(suffix):
    profile, truth = load(SAMPLES / f"executive-en-2018{suffix}").profile, truth_of("executive-en")
    for position, true in zip(profile.positions[1:], truth["positions"][2:], strict=False):
        said = position.model_dump(mode="json")
        assert {key: said[key] for key in true} == true
    assert profile.name == truth["name"]
    assert list(profile.contact.emails) == truth["emails"]
    assert [site.removeprefix("https://") for site in profile.contact.websites] == truth["websites"]
    assert [one.name for one in profile.languages] == [one["name"] for one in truth["languages"]]
    assert profile.honors[0].issuer == "Midwest Power Conference"
    assert profile.honors[0].date.iso == "2016-10"
    assert profile.projects[0].start.iso == "2017-03"
    assert profile.recommendations[0].name == "Florian Stavenger-Low"
    assert profile.connections_count == 30


@pytest.mark.parametrize("path", EXPORTS, ids=lambda path: path.name)
def test_every_word_leads_to_the_same_word_in_its_row(path):
    document = load(path)
    targets = (
        "name", "headline", "about", "location", "industry", "positions.company",
        "positions.description", "education.degree", "skills.name", "causes", "contact.emails",
        "contact.websites", "contact.twitter", "invitations.text", "invitations.recipient",
        "recommendations.text", "posts.text", "company_follows", "projects.description",
    )  # fmt: skip
    checked = 0
    for target in targets:
        for field in fields(document.profile, target):
            for word in re.finditer(r"\S+", field.text):
                assert at(document, field.pointer, *word.span()) == word[0]
                checked += 1
    assert checked > 150


def test_a_place_counts_lines_and_columns_in_the_file_of_the_archive():
    document = load(SAMPLES / "engineer-mistakes-en.zip")
    start = document.profile.headline.index("Enginer")
    place = document.locate("/headline", start, start + 7)
    assert place.file == str(SAMPLES / "engineer-mistakes-en.zip") + "!Profile.csv"
    assert (place.line, place.column, place.end_column) == (2, 48, 55)
    folder = load(SAMPLES / "engineer-mistakes-en").locate("/headline", start, start + 7)
    assert folder.file == str(SAMPLES / "engineer-mistakes-en" / "Profile.csv")
    assert (folder.line, folder.column) == (2, 48)


def test_what_is_missing_stands_at_its_cell_row_file_or_archive():
    document = of_files(
        Profile=b"First Name,Headline,Summary\nAda,,\n",
        Positions=b"Company Name,Title\nAcme,Engineer\n",
        Skills=b"Name\n",
    )
    for pointer, file, line, column in (
        ("/about", "export.zip!Profile.csv", 2, 6),
        ("/headline", "export.zip!Profile.csv", 2, 5),
        ("/location", "export.zip!Profile.csv", 2, 1),
        ("/contact/emails", "export.zip!Profile.csv", 2, 1),
        ("/positions/0/description", "export.zip!Positions.csv", 2, 1),
        ("/skills", "export.zip!Skills.csv", 1, None),
        ("/languages", "export.zip", None, None),
    ):
        place = document.locate(pointer)
        assert (place.file, place.line, place.column) == (file, line, column), pointer


def test_a_basic_export_leaves_unknown_what_it_has_no_file_for():
    document = load(SAMPLES / "nurse-clean-en-basic.zip")
    carries = document.carries
    assert document.now == date(2026, 9, 14)
    assert carries.why_not("education") == "this Basic export has no Education.csv"
    assert carries.why_not("education.field") is not None
    for need in ("languages", "certifications", "recommendations", "projects", "line-breaks"):
        assert carries.why_not(need)
    for need in ("skills", "skills.all", "headline", "about", "industry", "emoji", "positions",
                 "public_url", "contact.phones", "connections_count"):  # fmt: skip
        assert carries.why_not(need) is None
    assert document.unplaced == ()


def test_a_complete_export_is_empty_where_it_has_no_file():
    carries = load(SAMPLES / "engineer-mistakes-en").carries
    assert set(carries.lacking) == {
        "drafts", "photo", "line-breaks", "positions.employment_type", "groups", "education.field",
    }  # fmt: skip
    by_name = of_files("Complete_LinkedInDataExport_11-02-2026.zip", Profile=PROFILE)
    assert by_name.carries.why_not("education") is None
    assert by_name.carries.why_not("public_url") is not None
    assert by_name.now == date(2026, 11, 2)
    without = of_files("Complete_LinkedInDataExport_11-02-2026.zip", Positions=b"Title\nX\n")
    assert without.carries.why_not("about") == "this export has no Profile.csv"
    basic = of_files("Basic_LinkedInDataExport_13-45-2026.zip", Profile=PROFILE, messages=b"X\n")
    assert basic.carries.why_not("education") == "this Basic export has no Education.csv"
    assert basic.now is None
    assert of_files(Profile=PROFILE).carries.why_not("skills") == "this export has no Skills.csv"


def test_the_name_of_a_folder_or_zip_within_tells_the_day():
    named = "Complete_LinkedInDataExport_11-02-2026"
    inner = zipped({"Profile.csv": PROFILE})
    for data in (zipped({f"{named}/Profile.csv": PROFILE}), zipped({f"{named}.zip": inner})):
        document = of_bytes(data)
        assert document.now == date(2026, 11, 2)
        assert document.carries.why_not("education") is None
    elsewhere = f"/home/ada/{named}/other/export.zip"
    assert of_bytes(inner, name=elsewhere).now is None


def test_a_file_without_rows_is_empty_not_unknown():
    document = of_files(Profile=PROFILE, Education=b"School Name,Start Date\n", Skills=b"Name\r\n")
    assert document.profile.education == ()
    assert document.carries.why_not("education") is None
    assert document.carries.why_not("skills") is None
    assert document.carries.why_not("languages") is not None


def test_the_planted_facts_of_the_samples():
    changer = load(SAMPLES / "career-changer-en").profile
    skills = [skill.name for skill in changer.skills]
    assert (skills[0], skills[5]) == ("SQL", "sql")
    assert [skill.endorsements for skill in changer.skills[:2]] == [1, 0]
    assert changer.connections_count == 22
    assert changer.public_url == "https://www.linkedin.com/in/callum-ngata-data"
    assert changer.contact.emails == ("callum.ngata@example.org",)
    assert [one.visible for one in changer.recommendations] == [True, True, False]
    assert [one.name for one in changer.courses] == ["Introduction to Databases"]
    assert changer.volunteering[0].cause == "Science and Technology"
    assert changer.volunteering[0].current
    assert changer.posts[0].date == "2026-10-23"
    assert changer.contact.address is None
    assert changer.positions[5].start.iso == "2010"
    engineer = load(SAMPLES / "engineer-mistakes-en").profile
    names = [skill.name for skill in engineer.skills]
    assert names[2] == names[5] == "Amazon Web Services (AWS)"
    assert "rota\n- Introduced" in engineer.positions[0].description
    assert engineer.connections_count == 58
    assert engineer.public_url.endswith("/in/deshawn-okpara-lind-58b30c71a")
    executive = load(SAMPLES / "executive-en-2018").profile
    assert "opened the Monterrey site" in executive.positions[0].description
    assert executive.posts[0].text == "Ten years of data, one clear result."
    assert executive.public_url is None
    assert executive.contact.twitter == ("hvmsample",)
    assert executive.education[2].description == "Robotics club"


def test_the_sent_invitations_of_the_sample():
    expected = json.loads((SAMPLES / "career-changer-en.invitations.json").read_text("utf-8"))
    invitations = load(SAMPLES / "career-changer-en.zip").profile.invitations
    assert len(invitations) == 17
    rows = expected if isinstance(expected, list) else next(
        value for value in expected.values() if isinstance(value, list)
    )  # fmt: skip
    assert len(rows) == 17
    for said, row in zip(invitations, rows, strict=True):
        assert said.recipient in json.dumps(row, ensure_ascii=False)
    assert [said.date for said in invitations][:2] == ["2026-10-02", "2026-10-26"]
    assert invitations[0].url == "https://www.linkedin.com/in/odalys-fennimark"
    assert all(said.url for said in invitations)
    longest = max(len(said.text or "") for said in invitations)
    assert longest == 336


def test_private_files_are_never_opened_and_unknown_ones_are_named():
    document = of_files(
        Profile=PROFILE,
        messages=b"CONTENT\nsecret words\n",
        Logins=b"IP Address\n192.0.2.1\n",
        Hobbies=b"Name\nsecret words\n",
        Skills=b"Name,Level,\nPython,9 of 10,\n",
        Connections=b"First Name,Last Name,Shoe Size\nBo,Example,44\n",
    )
    assert {(one.text, one.location.file) for one in document.unplaced} == {
        ("Hobbies.csv", "export.zip!Hobbies.csv"),
        ("Level", "export.zip!Skills.csv"),
        ("Shoe Size", "export.zip!Connections.csv"),
    }
    assert "secret" not in repr(document)
    assert document.profile.connections_count == 1


def test_no_table_is_both_read_and_unread():
    assert not set(LAYOUTS) & UNREAD


@pytest.mark.parametrize(
    "data",
    [
        "Name\nMāori\n".encode("utf-8-sig"),
        "Name\nMāori\n".encode("utf-16"),
        "\ufeffName\tProficiency\nMāori\t\n".encode("utf-16-be"),
        '\ufeff"Name"\t"Proficiency"\r\n"Māori"\t""\r\n'.encode("utf-16-le"),
        "Name;Proficiency\nMāori;\n".encode(),
        "Name\rMāori\r".encode(),
        "name , PROFICIENCY,,\n Māori ,,,\n".encode(),
        'Notes:\n"a, b"\n\nProficiency,Name\n,Māori\n'.encode(),
        "Name,Name\n,Māori\n".encode(),
        "\n\nName\n\n\nMāori".encode(),
    ],
)
def test_one_language_in_every_layout(data):
    document = of_files(Profile=PROFILE, Languages=data)
    assert [one.name for one in document.profile.languages] == ["Māori"]
    assert document.unplaced == ()


def test_a_file_in_another_encoding_is_read_and_named():
    document = of_files(Profile="First Name,Headline\nZoë,Caf\u00e9\n".encode("cp1252"))
    assert document.profile.headline == "Café"
    (note,) = document.unplaced
    assert note.text == "export.zip!Profile.csv"
    assert "Windows-1252" in note.reason


def test_a_file_that_says_there_is_nothing_is_empty():
    document = of_files(Profile=PROFILE, Invitations=b"No conversations found", Skills=b"junk\nx\n")
    assert document.profile.invitations == ()
    assert [one.text for one in document.unplaced] == ["export.zip!Skills.csv"]


def test_parts_go_on_and_copies_are_passed_over():
    rows = b"Name\nPython\n"
    data = zipped({
        "x/Profile.csv": PROFILE, "x/Skills.csv": rows, "x/Skills_1.csv": b"Name\nSQL\n",
        "x/Skills (1).csv": rows, "x/Skills_48213.csv": b"Name\nR\n",
        "x/Jobs/Skills.csv": b"Name\nSAP\n", "Skills.csv": b"Name\nnot mine\n",
        "__MACOSX/x/._Profile.csv": b"\x00", "x/Articles/a.html": b"<p>",
    })  # fmt: skip
    assert [one.name for one in of_bytes(data).profile.skills] == ["Python", "SQL", "R", "SAP"]


def test_a_quote_in_a_text_leads_to_its_place():
    row = b'First Name,Headline,Summary\nAda,"Say ""hi"", ""you""","x ""y"" z""  end"\n'
    data = zipped({"Profile.csv": row})
    document = of_bytes(data)
    assert document.profile.headline == 'Say "hi", "you"'
    assert document.profile.about == 'x "y" z"\n\nend'
    line = row.decode().split("\n")[1]
    for pointer, word in (("/headline", "hi"), ("/headline", "you"), ("/about", "end")):
        text = text_at(document.profile, pointer)
        place = document.locate(pointer, text.index(word), text.index(word) + len(word))
        assert line[place.column - 1 : place.end_column - 1] == word


def test_a_quote_that_never_closes_is_said():
    document = of_files(Profile=b'First Name,Headline\nAda,"Engineer\n')
    assert document.profile.headline == "Engineer"
    assert [(one.location.line, one.location.column) for one in document.unplaced] == [(2, 5)]


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("One.  Two.", "One.\n\nTwo."),
        ("One.   Two.", "One.\n\nTwo."),
        ("A: • b • c", "A:\n• b\n• c"),
        ("A:  • b • c", "A:\n\n• b\n• c"),
        ("- Led it - Built it", "- Led it\n- Built it"),
        ("- led it - built it", "- led it\n- built it"),
        ("Done. - Led it - Built it", "Done.\n- Led it\n- Built it"),
        ("* One * Two", "* One\n* Two"),
        ("Data - and people", "Data - and people"),
        ("Sales Lead - Acme", "Sales Lead - Acme"),
        ("• From 2019 - 2021 in Bonn", "• From 2019 - 2021 in Bonn"),
        ("• Python · SQL · R", "• Python · SQL · R"),
        ("· Python · SQL", "· Python\n· SQL"),
        ("– Führte – Baute", "– Führte\n– Baute"),
        ("2 - 3 times", "2 - 3 times"),
        ("the\rsite", "the site"),
        ("one\r• two", "one\n• two"),
        ("typed\nbreaks  stay", "typed\nbreaks  stay"),
        ("typed\r\n\r\nbreaks", "typed\n\nbreaks"),
        ("  stripped  ", "stripped"),
        ("", ""),
        ("   ", ""),
    ],
)
def test_line_breaks_are_recovered_and_lead_back(written, typed):
    found = list(pieces(written))
    assert "".join(piece.text for piece in found) == typed
    for piece in found:
        for index, char in enumerate(piece.text):
            assert char.isspace() or written[piece.offset + index] == char


@given(st.text(alphabet="ab .•-*\n\r1A\u00a0"))
def test_recovered_text_holds_every_character_that_is_no_space(text):
    found = list(pieces(text))
    assert "".join("".join(p.text for p in found).split()) == "".join(text.split())
    for piece in found:
        for index, char in enumerate(piece.text):
            assert char.isspace() or text[piece.offset + index] == char


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("10/2/26, 8:15 AM", "2026-10-02"),
        ("02/11/16, 03:20 PM", "2016-02-11"),
        ("4/17/18, 6:22\u202fPM", "2018-04-17"),
        ("2026-10-28 04:12:55 UTC", "2026-10-28"),
        ("2024/03/14 17:12:00 UTC", "2024-03-14"),
        ("2026-05-06 08:41:17", "2026-05-06"),
        ("2026-05-06T08:41:17Z", "2026-05-06"),
        ("Tue Sep 29 07:11:42 UTC 2026", "2026-09-29"),
        ("04 Mar 2024", "2024-03-04"),
        ("12-Jan-24", "2024-01-12"),
        ("Mar 4, 1990", "1990-03-04"),
        ("17/4/18, 6:22 PM", "2018-04-17"),
        ("2/30/24, 6:22 PM", None),
        ("Mar 2020", None),
        ("Not Available", None),
        ("", None),
    ],
)
def test_days_of_every_shape(text, day):
    found = read_day(text)
    assert (found.isoformat() if found else None) == day


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("Mar 2020", "2020-03"), ("2020", "2020"), ("3/2020", "2020-03"), ("Sep 2016", "2016-09"),
        ("Mar-20", "2020-03"), ("Mar-98", "1998-03"), ("01 Jan 2026", "2026-01"),
        ("08/04/26, 11:02 AM", "2026-08"), ("2020-03", "2020-03"), ("May-2020", None),
        ("soon", None), ("99/99/9999", None),
    ],
)  # fmt: skip
def test_months_of_every_shape(text, month):
    found = read_month(text)
    assert (found.iso if found else None) == month


def test_roles_go_on_where_no_end_is_given_or_it_says_present():
    document = of_files(
        Profile=PROFILE,
        Positions=b"Company Name,Description,Location,Start Date,End Date,Title\n"
        b"A,,,3/2020,,x\nB,,,2019,Present,x\nC,,,2018,Feb 2019,x\nD,,,,,x\nE,,,2017,whenever,x\n",
        Education=b"School Name,Major,Degree Name\nU,Physics,BSc\n",
    )
    positions = document.profile.positions
    assert [one.current for one in positions] == [True, True, False, False, False]
    assert positions[0].start.iso == "2020-03"
    assert [one.text for one in document.unplaced] == ["whenever"]
    assert document.profile.education[0].field == "Physics"
    assert document.carries.why_not("education.field") is None


@pytest.mark.parametrize(
    ("websites", "found"),
    [
        ("[PERSONAL:https://a.example,BLOG:https://b.example/x,y]",
         ("https://a.example", "https://b.example/x,y")),
        ("PERSONAL:https://a.example", ("https://a.example",)),
        ("https://a.example,https://b.example", ("https://a.example", "https://b.example")),
        ("[OTHER:www.a.example]", ("www.a.example",)),
        ("[]", ()),
        ("[PERSONAL:]", ()),
    ],
)  # fmt: skip
def test_websites(websites, found):
    document = of_files(Profile=f'First Name,Websites\nAda,"{websites}"\n'.encode())
    assert document.profile.contact.websites == found


def test_the_own_address_comes_from_invitations_got_as_well():
    header = b"From,To,Direction,inviterProfileUrl,inviteeProfileUrl\n"
    got = (
        b"Bo,Ada,INCOMING,https://www.linkedin.com/in/bo,https://www.linkedin.com/in/ad%C3%A4?x=1\n"
    )
    document = of_files(Profile=PROFILE, Invitations=header + got)
    assert document.profile.public_url == "https://www.linkedin.com/in/adä"
    assert document.locate("/public_url", 28, 31).line == 2
    assert document.profile.invitations == ()
    hidden = got.replace(b"ad%C3%A4", b"ACoAABcdefghijklmnopqrstuvwxyz")
    assert of_files(Profile=PROFILE, Invitations=header + hidden).profile.public_url is None


def test_many_invitations_got_take_no_time():
    rows = b"From,To,Message,Direction\n" + b"Bo,Ada,,INCOMING\nAda,Bo,Hi,OUTGOING\n" * 20_000
    start = time.monotonic()
    assert len(of_files(Profile=PROFILE, Invitations=rows).profile.invitations) == 20_000
    assert time.monotonic() - start < 20


def test_a_document_of_an_archive_can_be_pickled():
    document = load(SAMPLES / "career-changer-en.zip")
    again = pickle.loads(pickle.dumps(document))
    assert again.locate("/about", 4, 9) == document.locate("/about", 4, 9)


def test_a_column_that_is_not_there_is_unknown_not_empty():
    carries = of_files(
        Profile=b"First Name,Last Name,Headline,Summary,Industry\nAda,Example,,,\n",
        Honors=b"Title,Description,Issued On\nPrize,,\n",
        Invitations=b"From,To,Message\nAda,Bo,Hi\n",
    ).carries
    for need in ("location", "honors.issuer", "invitations", "invitations.text"):
        assert carries.why_not(need) is not None, need
    for need in ("headline", "about", "industry", "honors.date", "honors"):
        assert carries.why_not(need) is None, need
    assert carries.why_not("location") == "LinkedIn's data tells it in no column of Profile.csv"


# Hostile input


def test_a_zip_in_a_zip_is_read_and_a_third_is_not():
    once = zipped({"Profile.csv": PROFILE})
    for depth in (1, 2):
        once = zipped({"export.zip": once})
        document = of_bytes(once)
        assert document.profile.name == "Ada Example"
        assert (
            document.locate("/headline").file
            == "export.zip" + "!export.zip" * depth + "!Profile.csv"
        )
        assert linkedin_archive.sniff(Source("x.zip.zip", once))
    with pytest.raises(InputError, match="none of LinkedIn's tables"):
        of_bytes(zipped({"export.zip": once}))


def test_names_that_point_out_of_the_archive_are_labels(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    data = zipped(
        {"../../etc/Profile.csv": PROFILE, "/etc/passwd": b"x", "C:\\Skills.csv": b"Name\nX\n"}
    )
    assert of_bytes(data).profile.name == "Ada Example"
    assert list(tmp_path.iterdir()) == []


def test_a_zip_bomb_is_refused_by_its_ratio_and_by_its_size():
    bomb = zipped({"Profile.csv": b"First Name\n" + b"A" * 120_000_000})
    assert len(bomb) < 200_000
    with pytest.raises(InputError, match="bytes unpack to more than"):
        of_bytes(bomb)
    limits = Limits(expanded_megabytes=0.1)
    noise = [random.Random(seed).randbytes(40_000).hex().encode() for seed in range(5)]
    many = {f"Skills_{number}.csv": b"Name\n" + data for number, data in enumerate(noise)}
    with pytest.raises(InputError, match="raise max-expanded-megabytes"):
        of_bytes(zipped({"Profile.csv": PROFILE, **many}), limits=limits)
    unread = zipped({"Profile.csv": PROFILE, "Rich_Media.csv": b"x" * 90_000_000})
    assert of_bytes(unread).profile.name == "Ada Example"


def test_a_size_that_lies_is_no_way_in():
    data = bytearray(zipped({"Profile.csv": b"First Name\n" + b"A" * 120_000_000}))
    for mark, offset in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        at = data.index(mark) + offset
        data[at : at + 4] = struct.pack("<I", 100)
    with pytest.raises(InputError):
        of_bytes(bytes(data))


def test_too_many_files_are_refused():
    with pytest.raises(InputError, match="more than 20,000 files"):
        of_bytes(
            zipped(
                {f"{number}.csv": b"" for number in range(20_001)}, compression=zipfile.ZIP_STORED
            )
        )


def test_a_field_of_forty_megabytes_is_read_in_time():
    field = random.Random(1).randbytes(20_000_000).hex()
    data = f'First Name,Headline,Summary\nAda,Engineer,"{field}"\n'.encode()
    start = time.monotonic()
    document = of_bytes(zipped({"Profile.csv": data}))
    assert document.profile.about == field
    assert document.profile.headline == "Engineer"
    assert time.monotonic() - start < 20


@pytest.mark.parametrize(
    "filler", [b'"', b'""', b",", b"\r", b"\n", b"a  ", b"- A ", b'","', b"\x00"]
)
def test_a_file_of_one_thing_ends_in_time(filler):
    data = b"First Name,Headline,Summary\nAda,Engineer," + filler * (2_000_000 // len(filler))
    start = time.monotonic()
    of_bytes(zipped({"Profile.csv": data}, compression=zipfile.ZIP_STORED))
    assert time.monotonic() - start < 20


def test_a_table_longer_than_any_list_on_linkedin_is_refused():
    with pytest.raises(InputError, match="more than 500,000 rows"):
        of_files(Profile=PROFILE, Skills=b"Name\n" + b"a\n" * 500_001)


def test_the_time_limit_is_kept():
    with pytest.raises(InputError, match="raise max-seconds"):
        of_bytes(zipped({"Profile.csv": PROFILE}), limits=Limits(seconds=-1))


def test_an_encrypted_zip_is_told_by_its_name():
    data = bytearray(zipped({"Profile.csv": PROFILE}))
    for mark, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        data[data.index(mark) + offset] |= 1
    source = Source("export.zip", bytes(data))
    assert linkedin_archive.sniff(source)
    with pytest.raises(InputError, match="encrypted; unpack it with its password"):
        linkedin_archive.load(source)


def test_a_zip_cut_off_anywhere_is_refused():
    data = (SAMPLES / "career-changer-en.zip").read_bytes()
    for end in range(5, len(data) - 22, 997):
        with pytest.raises(InputError, match=r"broken|cut off"):
            of_bytes(data[:end])
    assert linkedin_archive.sniff(Source("x.zip", data[: len(data) // 2 * 2 - 100]))


def test_what_is_no_zip_is_said():
    with pytest.raises(InputError, match="this is no ZIP; give the ZIP that LinkedIn sent"):
        of_bytes(PROFILE)


def test_other_zips_are_not_claimed(tmp_path):
    for names in (
        ["word/document.xml", "[Content_Types].xml"], ["xl/workbook.xml"], ["AndroidManifest.xml"],
        ["mimetype", "content.xml"], ["a.pdf", "b.pdf"], ["data.csv"], [],
    ):  # fmt: skip
        data = zipped(dict.fromkeys(names, b"x"))
        assert not linkedin_archive.sniff(Source("x.zip", data))
        assert not linkedin_archive.sniff(Source("x.zip", zipped({"inner.zip": data})))
    assert not linkedin_archive.sniff(Source("x.zip", b"PK\x03\x04 and no more"))
    assert not linkedin_archive.sniff(Source("x.pdf", b"%PDF-1.4"))
    assert not linkedin_archive.sniff(Source("x", tree={}))
    assert linkedin_archive.sniff(Source("Basic_LinkedInDataExport_01-02-2026.zip", b"PK\x03\x04"))


def test_a_folder_is_an_export_by_the_files_in_it(tmp_path):
    assert not is_export_folder(tmp_path)
    assert not is_export_folder(tmp_path / "none")
    (tmp_path / "Skills.csv").write_bytes(b"Name\n")
    assert not is_export_folder(tmp_path)
    (tmp_path / "Shares.csv").write_bytes(b"Date\n")
    assert is_export_folder(tmp_path)
    inner = tmp_path / "a" / "export"
    inner.mkdir(parents=True)
    (inner / "profile.csv").write_bytes(PROFILE)
    assert is_export_folder(inner)
    assert linkedin_archive.load(Source(str(inner), folder=inner)).profile.name == "Ada Example"


def test_a_folder_of_two_exports_is_refused(tmp_path):
    data = zipped({"a/Profile.csv": PROFILE, "b/Profile.csv": PROFILE})
    with pytest.raises(ManyProfiles, match="“a” and “b”"):
        of_bytes(data)


def test_a_folder_that_loops_or_cannot_be_read_is_no_crash(tmp_path):
    (tmp_path / "Profile.csv").write_bytes(PROFILE)
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "Skills.csv").symlink_to(tmp_path / "nowhere")
    (tmp_path / "Positions.csv").mkdir()
    document = linkedin_archive.load(Source(str(tmp_path), folder=tmp_path))
    assert document.profile.name == "Ada Example"
    assert document.carries.why_not("positions") is not None


@settings(max_examples=200)
@given(st.binary(max_size=400))
def test_any_bytes_are_a_document_or_an_input_error(data):
    for attempt in (b"PK\x05\x06" + data, b"PK\x03\x04" + data):
        try:
            of_bytes(attempt)
        except InputError:
            continue
        pytest.fail("these bytes are no archive")


@settings(max_examples=150)
@given(st.data())
def test_a_mutated_archive_is_a_document_or_an_input_error(data):
    files = bytearray((SAMPLES / "nurse-clean-en-basic.zip").read_bytes())
    for _ in range(data.draw(st.integers(1, 8))):
        files[data.draw(st.integers(0, len(files) - 1))] = data.draw(st.integers(0, 255))
    source = Source("x.zip", bytes(files))
    linkedin_archive.sniff(source)
    with suppress(InputError):
        assert isinstance(linkedin_archive.load(source), Document)


CSV = st.text(alphabet='ab",\t;\r\n •-\u00e9', max_size=60)


@settings(max_examples=300)
@given(CSV, CSV, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]))
def test_any_table_is_read_and_every_field_leads_to_its_text(before, after, encoding):
    text = f"{before}First Name,Headline,Summary\nAda,{after}"
    data = text.encode(encoding, errors="replace")
    document = of_files(Profile=data, Positions=data)
    lines = LINE_END.split(decode(data)[0])
    for target in ("headline", "name"):
        for field in fields(document.profile, target):
            for word in re.finditer(r'[^\s"]+', field.text):
                place = document.locate(field.pointer, *word.span())
                assert lines[place.line - 1][place.column - 1 : place.end_column - 1] == word[0]


@given(
    st.lists(
        st.lists(st.text(alphabet='a",\t\r\nb ', max_size=6), min_size=2, max_size=4), max_size=5
    )
)
def test_a_written_table_is_read_as_csv_reads_it(rows):
    import csv

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL)
    writer.writerow(["Known", "Other", "Third", "Fourth"])
    writer.writerows(rows)
    table, _ = read_table("x.csv", out.getvalue().encode(), frozenset({"known"}))
    names = ("known", "other", "third", "fourth")
    said = [[(row.cell(name) or Cell("", table.home)).text for name in names] for row in table.rows]
    meant = [row + [""] * (4 - len(row)) for row in rows]
    kept = [row for row in meant if any(cell.strip('" \t\r') for cell in row)]
    assert [row for row in said if any(cell.strip('" \t\r') for cell in row)] == kept

"""The PDF loader against every sample's truth, the variation of real exports, and bad input."""

import contextlib
import json
import pickle
import re
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from profilelint.document import Document
from profilelint.errors import InputError
from profilelint.fields import text_at
from profilelint.loaders import Limits, Source, linkedin_pdf, load
from profilelint.loaders.linkedin.lines import clean
from profilelint.loaders.linkedin.pdf_lines import MOST_OBJECTS

SAMPLES = Path(__file__).parents[1] / "samples" / "linkedin-pdf"
NAMES = sorted(path.name.removesuffix(".pdf") for path in SAMPLES.glob("*.pdf"))


def sample(name: str) -> bytes:
    return (SAMPLES / f"{name}.pdf").read_bytes()


@pytest.fixture(scope="module")
def documents() -> dict[str, Document]:
    return {name: load(SAMPLES / f"{name}.pdf") for name in NAMES}


# Every field of every sample.


def iso(value):
    return None if value is None else value.iso


def as_truth(document: Document) -> dict:
    """The profile in the shape of the truth files."""
    profile = document.profile
    return {
        "name": profile.name,
        "headline": profile.headline,
        "location": profile.location,
        "public_url": profile.public_url.removeprefix("https://www.linkedin.com/in/"),
        "address": profile.contact.address,
        "emails": list(profile.contact.emails),
        "phones": list(profile.contact.phones),
        "websites": list(profile.contact.websites),
        "top_skills": [skill.name for skill in profile.skills],
        "languages": [
            {"name": language.name, "proficiency": language.proficiency}
            for language in profile.languages
        ],
        "certifications": [entry.name for entry in profile.certifications],
        "honors": [entry.name for entry in profile.honors],
        "publications": [entry.name for entry in profile.publications],
        "patents": [entry.name for entry in profile.patents],
        "summary": profile.about,
        "positions": [
            {
                "company": position.company,
                "title": position.title,
                "start": iso(position.start),
                "end": iso(position.end),
                "location": position.location,
                "description": position.description,
            }
            for position in profile.positions
        ],
        "education": [
            {
                "school": entry.school,
                "degree": ", ".join(filter(None, (entry.degree, entry.field))) or None,
                "start": iso(entry.start),
                "end": iso(entry.end),
            }
            for entry in profile.education
        ],
    }


@pytest.mark.parametrize("name", NAMES)
def test_every_field_is_exact(name, documents):
    truth = json.loads((SAMPLES / f"{name}.truth.json").read_text(encoding="utf-8"))
    assert as_truth(documents[name]) == truth
    assert documents[name].unplaced == ()


@pytest.mark.parametrize("name", NAMES)
def test_current_is_present(name, documents):
    for position in documents[name].profile.positions:
        assert position.current is (position.end is None)


@pytest.mark.parametrize("name", NAMES)
def test_language_and_day_of_the_export(name, documents):
    document = documents[name]
    assert document.format == "linkedin-pdf"
    assert document.language == name.rpartition("-")[2]
    stamp = re.search(rb"/CreationDate ?\(D:(\d{4})(\d\d)(\d\d)", sample(name))
    assert document.now == date(*map(int, stamp.groups()))


def test_degree_and_field_are_apart(documents):
    master, bachelor = documents["operations-grouped-en"].profile.education
    assert (master.degree, master.field) == ("Master of Science - MS", "Supply Chain Management")
    assert bachelor.field == "Production Engineering"


def test_what_a_pdf_cannot_tell(documents):
    carries = documents["nurse-clean-en"].carries
    assert carries.why_not("skills.all") == "a LinkedIn PDF shows only the top skills"
    for need in ("photo", "emoji", "projects.description", "certifications.authority"):
        assert carries.why_not(need)
    for need in (
        "about",
        "headline",
        "line-breaks",
        "positions.description",
        "certifications.name",
    ):
        assert carries.why_not(need) is None


# Where things stand.


def texts_of(document: Document):
    for pointer in document.source_map.pointers():
        if text := text_at(document.profile, pointer):
            yield pointer, text


def letters(text: str) -> str:
    return re.sub(r"[\s\-\x02\ufffe]", "", text)


def holds(found: str, word: str) -> bool:
    """Whether a box shows the word and hardly more; of a word broken over two lines the start."""
    if word in found:
        return len(found) <= len(word) + 3
    return any(len(found) - n >= 3 and word.startswith(found[n:]) for n in range(3))


@pytest.mark.parametrize("name", NAMES)
def test_boxes_hold_the_text(name, documents):
    document = documents[name]
    with pypdfium2.PdfDocument(sample(name)) as pdf:
        pages = [(page, page.get_textpage()) for page in pdf]
        for pointer, text in texts_of(document):
            for word in re.finditer(r"[^\s/]{3,}", text):
                if pointer == "/public_url" and word.start() < 8:
                    continue  # the scheme is ours
                location = document.locate(pointer, *word.span())
                page, text_page = pages[location.page - 1]
                left, top, right, bottom = location.box
                height = page.get_height()
                found = text_page.get_text_bounded(
                    left - 1.5, height - bottom - 1, right + 1.5, height - top + 1
                )
                assert holds(letters(found), letters(word[0])), (pointer, word[0], found)
        for page, text_page in pages:
            text_page.close()
            page.close()


def test_places_of_a_span_over_two_lines(documents):
    document = documents["operations-grouped-en"]
    headline = document.profile.headline
    start = headline.index("96%")
    location = document.locate("/headline", start, start + len("96% on-time"))
    assert (location.page, location.line, location.end_line) == (1, 2, 3)
    assert location.end_column == len("on-time") + 1


def test_places_through_page_breaks_and_groups(documents):
    document = documents["operations-grouped-en"]
    description = document.profile.positions[0].description
    start = description.index("Raised")
    assert document.locate("/positions/0/description").page == 1
    location = document.locate("/positions/0/description", start, start + 6)
    assert (location.page, location.line, location.column) == (2, 1, 3)
    # Roles of one company share its line.
    assert document.locate("/positions/1/company") == document.locate("/positions/0/company")
    assert document.locate("/positions/2/start").page == 2
    assert document.locate("/contact/emails/0").line == 2
    assert document.locate("/skills/1/name").box[0] == pytest.approx(22, abs=1)


def test_documents_are_picklable(documents):
    document = documents["executive-en"]
    again = pickle.loads(pickle.dumps(document.source_map))
    assert again.locate("/about", 5, 20) == document.locate("/about", 5, 20)


# PDFs made here, to show the variation of real exports.

SIDE, MAIN = 21.6, 223.56
NBSP = "\u00a0"


def unicode_map() -> bytes:
    """Leads the codes of Windows-1252 to characters; without it pdfium loses no-break spaces."""
    codes = [code for code in range(32, 256) if code not in {127, 129, 141, 143, 144, 157}]
    blocks = [codes[n : n + 100] for n in range(0, len(codes), 100)]
    rows = [
        f"{len(block)} beginbfchar\n"
        + "".join(f"<{c:02x}> <{ord(bytes([c]).decode('cp1252')):04x}>\n" for c in block)
        + "endbfchar\n"
        for block in blocks
    ]
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "/CMapName /M def /CMapType 2 def\n"
        "1 begincodespacerange\n<00> <ff>\nendcodespacerange\n"
        f"{''.join(rows)}endcmap end end"
    ).encode()


class Maker:
    """Writes lines where LinkedIn would, in a standard font."""

    def __init__(self):
        self.pages = [[]]

    def put(self, x, y, size, text, tone=25):
        grey = tone / 255
        code = text.encode("cp1252").hex()
        self.pages[-1].append(
            f"BT {grey:.4f} g /F {size} Tf {x:.2f} {792 - y:.2f} Td <{code}> Tj ET"
        )

    def next_page(self):
        self.pages.append([])

    def data(self) -> bytes:
        pages = range(5, 5 + 2 * len(self.pages), 2)
        kids = " ".join(f"{n} 0 R" for n in pages)
        bodies = [
            b"<</Type/Catalog/Pages 2 0 R>>",
            f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>".encode(),
            (
                b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding"
                b"/ToUnicode 4 0 R>>"
            ),
            stream(unicode_map()),
        ]
        for number, lines in zip(pages, self.pages, strict=True):
            bodies += [
                b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F 3 0 R>>>>"
                b"/Contents %d 0 R>>" % (number + 1),
                stream("\n".join(lines).encode()),
            ]
        data, offsets = b"%PDF-1.4\n", []
        for number, body in enumerate(bodies, 1):
            offsets.append(len(data))
            data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
        table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
        size = len(bodies) + 1
        return (
            data
            + b"xref\n0 %d\n0000000000 65535 f \n" % size
            + table
            + b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, len(data))
        )


def stream(content: bytes) -> bytes:
    return b"<</Length %d>>\nstream\n%s\nendstream" % (len(content), content)


def write(sidebar=(), main=()) -> Document:
    """Lay out lines of (advance, size, text[, tone]) in both columns and load the PDF.

    An advance of None begins a new page.
    """
    maker = Maker()
    for x, column, ink in ((SIDE, sidebar, 255), (MAIN, main, 25)):
        y = 40.0
        for advance, size, text, *tone in column:
            if advance is None:
                maker.next_page()
            y = 54.92 if advance is None else y + advance
            maker.put(x, y, size, text, *(tone or [ink]))
    return linkedin_pdf.load(Source("made.pdf", maker.data()))


HEAD = ((25.5, 26, "Aino Virtanen"), (21, 12, "Data engineer"), (15, 12, "Oulu, Finland", 177))
DATES = f"June 2024{NBSP}-{NBSP}Present{NBSP}(1 year)"
ROLE = ((38, 15.75, "Experience"), (30.5, 12, "Acme"), (16, 11.5, "Engineer"), (14.5, 10.5, DATES))


def test_an_unseen_language_parses_by_its_build():
    document = write(
        sidebar=(
            (14, 13, "Yhteystiedot"),
            (20, 10.5, "aino@example.com"),
            (24, 11, "www.linkedin.com/in/aino"),
            (35, 13, "Parhaat taidot"),
            (20, 10.5, "Python"),
            (17.6, 10.5, "SQL"),
            (35, 13, "Languages"),
            (20, 10.5, "suomi (Native or Bilingual)"),
        ),
        main=(
            *HEAD,
            (38, 15.75, "Yhteenveto"),
            (25.5, 12, "Rakennan putkia, joissa data virtaa luotettavasti paikasta toiseen"),
            (18, 12, "joka päivä."),
            (38, 15.75, "Työkokemus"),
            (30.5, 12, "Acme"),
            (16.1, 11.5, "Insinööri"),
            (14.5, 10.5, f"kesäkuu 2020{NBSP}-{NBSP}Present{NBSP}(4 vuotta)"),
            (57, 15.75, "Koulutus"),
            (25.5, 12, "Oulun yliopisto"),
            (17.6, 10.5, f"Maisteri,{NBSP}Tietotekniikka{NBSP}·{NBSP}(2014{NBSP}-{NBSP}2019)"),
        ),
    )
    profile = document.profile
    assert profile.about.endswith("toiseen joka päivä.")
    assert [skill.name for skill in profile.skills] == ["Python", "SQL"]
    assert profile.positions[0].start.iso == "2020-06"
    assert profile.positions[0].current
    assert (profile.education[0].degree, profile.education[0].field) == (
        "Maisteri",
        "Tietotekniikka",
    )
    assert profile.public_url == "https://www.linkedin.com/in/aino"
    assert document.unplaced == ()


@pytest.mark.parametrize(
    ("dates", "start", "end", "current"),
    [
        (f"2012{NBSP}-{NBSP}2013{NBSP}(1 year)", "2012", "2013", False),
        (f"juin 2026{NBSP}-{NBSP}Present{NBSP}", "2026-06", None, True),
        (f"{NBSP}-{NBSP}January 2026{NBSP}", None, "2026-01", False),
        (f"May 2019{NBSP}-{NBSP}May 2019{NBSP}(less than a year)", "2019-05", "2019-05", False),
        (f"janeiro de 2020{NBSP}-{NBSP}Present{NBSP}(1 ano)", "2020-01", None, True),
    ],
)
def test_dates(dates, start, end, current):
    document = write(main=(*HEAD, *ROLE[:3], (14.5, 10.5, dates)))
    position = document.profile.positions[0]
    assert (iso(position.start), iso(position.end), position.current) == (start, end, current)
    assert document.unplaced == ()


def test_a_date_that_cannot_be_read_is_kept():
    dates = f"Floréal 2020{NBSP}-{NBSP}Present"
    document = write(main=(*HEAD, *ROLE[:3], (14.5, 10.5, dates)))
    assert document.profile.positions[0].start is None
    assert document.profile.positions[0].current
    [kept] = document.unplaced
    assert (kept.text, kept.reason) == ("Floréal 2020", "this date could not be read")
    assert kept.location.page == 1


@pytest.mark.parametrize(
    ("row", "degree", "field", "start", "end"),
    [
        (f"Diploma{NBSP}{NBSP}·{NBSP}(2014)", "Diploma", None, None, "2014"),
        (f"{NBSP}·{NBSP}(2014)", None, None, None, "2014"),
        ("Abitur", "Abitur", None, None, None),
        (f"BA,{NBSP}History, Art{NBSP}·{NBSP}(2012{NBSP}-{NBSP}March 2016)", "BA", "History, Art",
         "2012", "2016-03"),
        (f"BA, honours{NBSP}·{NBSP}(2012{NBSP}-{NBSP}2016)", "BA, honours", None, "2012", "2016"),
    ],
)  # fmt: skip
def test_education_rows(row, degree, field, start, end):
    main = (*HEAD, (38, 15.75, "Education"), (25.5, 12, "A School"), (17.6, 10.5, row))
    [entry] = write(main=main).profile.education
    assert (entry.degree, entry.field, iso(entry.start), iso(entry.end)) == (
        degree,
        field,
        start,
        end,
    )


def test_schools_wrapped_and_one_after_another():
    document = write(
        main=(
            *HEAD,
            (38, 15.75, "Education"),
            (25.5, 12, "The Very Long Name of a School That Does Not Fit on One Line of"),
            (18, 12, "the Page"),
            (33.4, 12, "Second School"),
        )
    )
    schools = [entry.school for entry in document.profile.education]
    assert schools == [
        "The Very Long Name of a School That Does Not Fit on One Line of the Page",
        "Second School",
    ]


def test_headlines_of_no_and_of_three_lines():
    name, _, place = HEAD
    assert write(main=(name, (15, *place[1:]), *ROLE)).profile.headline is None
    lines = ((21, 12, "One"), (14.4, 12, "two"), (14.4, 12, "three"))
    profile = write(main=(name, *lines, place, *ROLE)).profile
    assert (profile.headline, profile.location) == ("One two three", "Oulu, Finland")


def test_a_heading_of_two_lines():
    document = write(
        sidebar=(
            (14, 13, "Kontakt"),
            (20, 10.5, "aino@example.com"),
            (35, 13, "Mest repræsenterede"),
            (15.6, 13, "kompetencer"),
            (20, 10.5, "SQL"),
        ),
        main=(*HEAD, *ROLE),
    )
    assert [skill.name for skill in document.profile.skills] == ["SQL"]
    assert document.language == "da"


def test_line_breaks():
    full = "x" * 9 + " built the thing that everybody said could not be built, in two yea"
    document = write(
        main=(
            *HEAD,
            *ROLE,
            (20.3, 10.5, full),
            (18, 10.5, "rs, twice"),
            (18, 10.5, "Typed line"),
            (18, 10.5, "- a bullet after a typed line"),
            (36, 10.5, "After a blank line"),
            (54, 10.5, "After two"),
        )
    )
    assert document.profile.positions[0].description == (
        f"{full} rs, twice\nTyped line\n- a bullet after a typed line\n\nAfter a blank line"
        "\n\n\nAfter two"
    )


def test_a_page_break_inside_a_role():
    document = write(main=(*HEAD, *ROLE[:3], (None, 10.5, DATES), (20.3, 10.5, "Text")))
    [position] = document.profile.positions
    assert (position.title, iso(position.start), position.description) == (
        "Engineer",
        "2024-06",
        "Text",
    )


def test_files_saved_again_lose_tones_and_split_lines():
    maker = Maker()
    y = 65.5
    for advance, size, text in (
        (0, 26, "Aino Virtanen"),
        (21, 12, "Data engineer"),
        (15, 12, "Oulu, Finland"),
        (38, 15.75, "Experience"),
        (30.5, 12, "Acme Tools"),
        (16.1, 11.5, "Lead Engineer"),
        (14.5, 10.5, "June 2024 - Present (1 year)"),
        (14.7, 10.5, "Oulu, Finland"),
        (21.4, 10.5, "Builds tools"),
    ):
        y += advance
        x = MAIN
        for word in text.split():
            maker.put(x, y, size, word, 0)
            x += sum(0.8 if c in "mMWw" else 0.62 for c in word) * size + 0.3 * size
    document = linkedin_pdf.load(Source("again.pdf", maker.data()))
    profile = document.profile
    assert (profile.headline, profile.location) == ("Data engineer", "Oulu, Finland")
    [position] = profile.positions
    assert position.company == "Acme Tools"
    assert (position.location, position.description) == ("Oulu, Finland", "Builds tools")
    assert position.current


def test_a_line_above_the_name_is_kept():
    document = write(main=((14, 10.5, "Stamp of a printer"), *HEAD, *ROLE))
    [kept] = document.unplaced
    assert kept.text == "Stamp of a printer"
    assert document.profile.name == "Aino Virtanen"


def test_an_unknown_section_is_kept():
    sidebar = (
        *((14, 13, "Contact"), (24, 11, "www.linkedin.com/in/aino")),
        *((35, 13, "Top Skills"), (20, 10.5, "SQL")),
        *((35, 13, "Horoscope"), (20, 10.5, "Leo")),
    )
    document = write(sidebar, (*HEAD, *ROLE))
    [kept] = document.unplaced
    assert (kept.text, kept.reason) == ("Leo", "the section “Horoscope” is not known")
    assert kept.location.page == 1
    assert kept.location.line == 6


def test_emoji_leave_no_remnants():
    assert clean("Nurse \ufe0f\u200d& teacher") == "Nurse & teacher"
    assert clean("क्\u200dष") == "क्\u200dष"


# Bad input: one line that says what, where and what to do.


def refuse(data: bytes, **kwargs) -> str:
    with pytest.raises(InputError) as caught:
        load(data, **kwargs)
    message = str(caught.value)
    assert "\n" not in message
    assert caught.value.hint
    return message


def any_pdf() -> bytes:
    maker = Maker()
    maker.put(72, 72, 14, "A letter")
    return maker.data()


def test_a_pdf_of_something_else():
    message = refuse(any_pdf())
    assert message.startswith("<bytes>: this PDF is no LinkedIn export")
    assert "Save to PDF" in message
    assert "--format-in linkedin-pdf" in message


def test_a_pdf_of_something_else_read_all_the_same():
    document = load(any_pdf(), format_in="linkedin-pdf")
    assert [kept.text for kept in document.unplaced] == ["A letter"]


def test_an_export_without_metadata_is_known_by_its_build():
    data = sample("nurse-clean-en")
    for key in (b"/Author", b"/Title", b"/Subject"):
        assert key in data
        data = data.replace(key, key[:-1] + b"x")
    assert load(data).profile.name == "Maeve Tarrant-Oduya"


@pytest.mark.parametrize(
    ("data", "part"),
    [
        (b"not a pdf", "this is no PDF"),
        (b"  ", "the file is empty"),
        (b"%PDF-1.4\n%%EOF", "damaged"),
        (sample("nurse-clean-en")[:5000], "cut off"),
    ],
)
def test_no_whole_pdf(data, part):
    assert part in refuse(data, format_in="linkedin-pdf")


def test_an_encrypted_pdf():
    # The trailer names an encryption dictionary that wants a password.
    data = sample("student-sparse-en")
    padding = b"00" * 32
    encrypt = b"<</Filter/Standard/V 1/R 2/O<%s>/U<%s>/P -4>>" % (padding, padding)
    at = data.rindex(b"trailer") + data[data.rindex(b"trailer") :].index(b"<<") + 2
    data = data[:at] + b"/Encrypt " + encrypt + b"/ID[<00><00>]" + data[at:]
    assert "encrypted" in refuse(data)


def test_a_pdf_without_text():
    assert "holds no text" in refuse(Maker().data())


def test_limits():
    data = sample("operations-grouped-en")
    assert "3 pages" in refuse(data, limits=Limits(pages=2))
    assert "longer than" in refuse(data, limits=Limits(seconds=-1))


def test_too_many_pieces_of_text():
    maker = Maker()
    for _ in range(MOST_OBJECTS + 1):
        maker.put(72, 72, 9, "x")
    assert "more than 20,000 pieces of text" in refuse(maker.data())


@pytest.mark.filterwarnings("default")
@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
@given(
    edits=st.lists(
        st.tuples(st.integers(0, 40_000), st.binary(min_size=1, max_size=9)), max_size=8
    ),
    name=st.sampled_from(NAMES),
    cut=st.integers(0, 40_000),
)
def test_mutations_give_a_document_or_an_error(edits, name, cut):
    data = bytearray(sample(name))
    for at, change in edits:
        data[at % len(data) : at % len(data) + len(change)] = change
    if cut % 3 == 0:
        del data[cut % len(data) : cut % len(data) + 40]
    outcome(bytes(data))


@settings(deadline=None, max_examples=60)
@given(data=st.binary(max_size=300))
def test_any_bytes_give_an_error(data):
    outcome(data)
    outcome(b"%PDF-1.4\n" + data + b"\n%%EOF")


def outcome(data: bytes) -> None:
    with contextlib.suppress(InputError):
        assert isinstance(linkedin_pdf.load(Source("any.pdf", data, forced=True)), Document)

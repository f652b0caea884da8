"""Reads a PDF as lines of text that know their page, box, size and tone, with pdfium."""

import ctypes
import math
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from profilelint.document import Box, Location
from profilelint.errors import InputError
from profilelint.loaders.linkedin.lines import clean
from profilelint.loaders.linkedin.pdf_geometry import Matrix, apply, on_page, product
from profilelint.loaders.source import Source

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

PDFIUM = threading.RLock()
"""pdfium is not thread-safe: whoever calls it holds this."""

MOST_OBJECTS = 20_000
_SAME_BASELINE = 2.5  # pt; the closest lines of an export are 12.6 apart
_DEEPEST_FORM = 5
_SIDEBAR_WIDTH = 201.0

Handle = object
"""One of pdfium's own opaque pointers."""


@dataclass(frozen=True, slots=True)
class PdfLine:
    """A line of text on a page.

    Attributes:
        file: the source's name.
        page: from 1.
        number: of the line, counted from the top of its column on the page.
        text: cleaned, with its no-break spaces.
        left, top, right, bottom: its ink, in points from the page's top left corner.
        baseline: in points from the top of the page.
        size: of the type, in points.
        tone: of the ink: 0 is black, 255 white.
        sidebar: whether it stands in the sidebar.
        widths: of the document's characters, in ems.
    """

    file: str
    page: int
    number: int
    text: str
    left: float
    top: float
    right: float
    bottom: float
    baseline: float
    size: float
    tone: int
    sidebar: bool
    widths: Mapping[str, float] = field(repr=False, compare=False, hash=False)

    def place(self, start: int, end: int) -> Location:
        """Where ``text[start:end]`` stands; its box is found from the widths of the letters."""
        ems = [self.widths.get(character, 0.5) for character in self.text.rstrip()]
        scale = (self.right - self.left) / (sum(ems) or 1.0)
        box: Box = (
            round(self.left + scale * sum(ems[:start]), 2),
            round(self.top, 2),
            round(self.left + scale * sum(ems[:end]), 2),
            round(self.bottom, 2),
        )
        return Location(
            self.file,
            line=self.number,
            column=start + 1,
            end_line=self.number,
            end_column=end + 1,
            page=self.page,
            box=box,
        )

    def width_of(self, text: str) -> float:
        """How wide a text would be in the type of this line."""
        return self.size * sum(self.widths.get(character, 0.5) for character in text)


@dataclass(frozen=True, slots=True)
class PdfText:
    """What a PDF holds: its lines (per page the sidebar, then the main column), and about it."""

    lines: tuple[PdfLine, ...]
    links: tuple[str, ...]
    metadata: Mapping[str, str]
    language: str | None

    @property
    def created(self) -> date | None:
        """The day the file was made, as its metadata say."""
        digits = self.metadata.get("CreationDate", "").removeprefix("D:")[:8]
        try:
            return date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
        except ValueError:
            return None


@dataclass(slots=True)
class _Run:
    """One text object of the page, in points from the top left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    x: float
    baseline: float
    size: float
    tone: int


def read_pdf(source: Source) -> PdfText:
    """Read every line of a PDF, within the source's limits.

    Raises:
        InputError: it is no PDF, encrypted, cut off, empty or too much.
    """
    _check_shape(source)
    import pypdfium2

    with PDFIUM:
        try:
            document = pypdfium2.PdfDocument(source.data)
        except pypdfium2.PdfiumError as error:
            raise _unreadable(source, error) from error
        try:
            return _Reader(source, document).read()
        except (pypdfium2.PdfiumError, ctypes.ArgumentError, ValueError, OverflowError) as error:
            raise _broken(source) from error
        finally:
            document.close()


def _check_shape(source: Source) -> None:
    if not source.data.strip():
        raise InputError(f"{source.name}: the file is empty", hint="export the profile again")
    if b"%PDF" not in source.data[:1024]:
        raise InputError(
            f"{source.name}: this is no PDF",
            hint="give the file that LinkedIn's “Save to PDF” made, or leave out --format-in",
        )
    if b"%%EOF" not in source.data:
        raise InputError(
            f"{source.name}: the PDF is cut off before its end",
            hint="download or copy it again",
        )


def _unreadable(source: Source, error: Exception) -> InputError:
    import pypdfium2.raw as pdfium

    code = getattr(error, "err_code", None)
    if code in {pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY}:
        return InputError(
            f"{source.name}: the PDF is encrypted",
            hint="save it without a password, or export it from LinkedIn again",
        )
    return _broken(source)


def _broken(source: Source) -> InputError:
    return InputError(
        f"{source.name}: the PDF is damaged and cannot be read",
        hint="download or export it again",
    )


class _Reader:
    """Reads one open document. Calls pdfium without its helpers, which cost twice the time."""

    def __init__(self, source: Source, document: "PdfDocument") -> None:
        import pypdfium2.raw as pdfium

        self._pdfium = pdfium
        self._source = source
        self._document = document
        # Made once: a page has hundreds of objects, and each answers through these.
        self._buffer = ctypes.create_string_buffer(1024)
        self._units = ctypes.cast(self._buffer, ctypes.POINTER(ctypes.c_ushort))
        self._floats = [ctypes.c_float() for _ in range(5)]
        self._box = [ctypes.byref(side) for side in self._floats[:4]]
        self._colour = [ctypes.c_uint() for _ in range(4)]
        self._tone = [ctypes.byref(part) for part in self._colour]
        self._transform = pdfium.FS_MATRIX()
        self._widths: dict[str, float] = {}
        self._deadline = source.limits.deadline(source.name)

    def read(self) -> PdfText:
        count = len(self._document)
        self._source.limits.check_pages(self._source.name, count)
        lines: list[PdfLine] = []
        links: dict[str, None] = {}
        for index in range(count):
            self._deadline.check()
            page = self._pdfium.FPDF_LoadPage(self._document.raw, index)
            if not page:
                raise _broken(self._source)
            try:
                lines.extend(self._lines(page, index + 1))
                links.update(dict.fromkeys(self._links(page)))
            finally:
                self._pdfium.FPDF_ClosePage(page)
        return PdfText(
            tuple(lines),
            tuple(links),
            self._document.get_metadata_dict(skip_empty=True),
            self._language(),
        )

    def _language(self) -> str | None:
        get = self._pdfium.FPDFCatalog_GetLanguage
        language = self._utf16(lambda buffer, size: get(self._document.raw, buffer, size))
        return language or None

    def _lines(self, page: Handle, number: int) -> Iterator[PdfLine]:
        text_page = self._pdfium.FPDFText_LoadPage(page)
        if not text_page:
            raise _broken(self._source)
        try:
            runs = [
                run
                for run in self._runs(page, text_page, number)
                if run.text and not run.text.isspace()
            ]
        finally:
            self._pdfium.FPDFText_ClosePage(text_page)
        for sidebar in (True, False):
            column = [run for run in runs if (run.x < _SIDEBAR_WIDTH) is sidebar]
            for at, row in enumerate(_rows(column), 1):
                yield self._line(row, number, at, sidebar=sidebar)

    def _line(self, row: list[_Run], page: int, number: int, *, sidebar: bool) -> PdfLine:
        # The type of the line is that of its longest part: a label may be grey.
        chief = max(row, key=lambda run: len(run.text))
        return PdfLine(
            file=self._source.name,
            page=page,
            number=number,
            text=clean(_joined(row)),
            left=min(run.left for run in row),
            top=min(run.top for run in row),
            right=max(run.right for run in row),
            bottom=max(run.bottom for run in row),
            baseline=chief.baseline,
            size=chief.size,
            tone=chief.tone,
            sidebar=sidebar,
            widths=self._widths,
        )

    def _runs(self, page: Handle, text_page: Handle, number: int) -> Iterator[_Run]:
        pdfium = self._pdfium
        rect = pdfium.FS_RECTF()
        if not pdfium.FPDF_GetPageBoundingBox(page, rect):
            raise _broken(self._source)
        origin = (1.0, 0.0, 0.0, 1.0, -rect.left, -rect.top)
        for seen, (raw, matrix) in enumerate(self._text_objects(page, origin), 1):
            if seen > MOST_OBJECTS:
                raise InputError(
                    f"{self._source.name}: page {number} has more than {MOST_OBJECTS:,} pieces"
                    " of text",
                    hint="this is hardly a LinkedIn export; save the profile to PDF again",
                )
            if seen % 500 == 0:
                self._deadline.check()
            yield self._run(raw, text_page, matrix)

    def _text_objects(self, page: Handle, origin: Matrix) -> Iterator[tuple[Handle, Matrix]]:
        pdfium = self._pdfium
        for index in range(pdfium.FPDFPage_CountObjects(page)):
            raw = pdfium.FPDFPage_GetObject(page, index)
            kind = pdfium.FPDFPageObj_GetType(raw)
            if kind == pdfium.FPDF_PAGEOBJ_TEXT:
                yield raw, origin
            elif kind == pdfium.FPDF_PAGEOBJ_FORM:
                yield from self._form_objects(raw, origin, _DEEPEST_FORM)

    def _form_objects(
        self, form: Handle, outer: Matrix, depth: int
    ) -> Iterator[tuple[Handle, Matrix]]:
        pdfium = self._pdfium
        matrix = product(self._matrix(form), outer)
        for index in range(pdfium.FPDFFormObj_CountObjects(form)):
            raw = pdfium.FPDFFormObj_GetObject(form, index)
            kind = pdfium.FPDFPageObj_GetType(raw)
            if kind == pdfium.FPDF_PAGEOBJ_TEXT:
                yield raw, matrix
            elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth:
                yield from self._form_objects(raw, matrix, depth - 1)

    def _matrix(self, raw: Handle) -> Matrix:
        matrix = self._transform
        self._pdfium.FPDFPageObj_GetMatrix(raw, matrix)
        return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)

    def _run(self, raw: Handle, text_page: Handle, outer: Matrix) -> _Run:
        pdfium = self._pdfium
        get = pdfium.FPDFTextObj_GetText
        text = self._utf16(lambda buffer, size: get(raw, text_page, buffer, size))
        if "\n" in text:
            text = text.replace("\r\n", " ").replace("\n", " ")
        left, bottom, right, top, size = self._floats
        pdfium.FPDFPageObj_GetBounds(raw, *self._box)
        x0, y0 = apply(outer, left.value, bottom.value)
        x1, y1 = apply(outer, right.value, top.value)
        matrix = product(self._matrix(raw), outer)
        pdfium.FPDFTextObj_GetFontSize(raw, size)
        pdfium.FPDFPageObj_GetFillColor(raw, *self._tone)
        self._measure(raw, text)
        x0, y0, x1, y1, x, y, scale = on_page(
            (x0, y0, x1, y1, matrix[4], matrix[5], size.value * math.hypot(*matrix[2:4]))
        )
        red, green, blue, _ = self._colour
        return _Run(
            text,
            left=min(x1, x0),
            top=-(max(y0, y1)),
            right=max(x0, x1),
            bottom=-(min(y1, y0)),
            x=x,
            baseline=-y,
            size=scale,
            tone=(red.value + green.value + blue.value) // 3,
        )

    def _measure(self, raw: Handle, text: str) -> None:
        unknown = set(text).difference(self._widths)
        if not unknown:
            return
        font = self._pdfium.FPDFTextObj_GetFont(raw)
        width = ctypes.c_float()
        for character in unknown:
            known = self._pdfium.FPDFFont_GetGlyphWidth(font, ord(character), 1.0, width)
            self._widths[character] = width.value if known and width.value > 0 else 0.5

    def _links(self, page: Handle) -> Iterator[str]:
        pdfium = self._pdfium
        position, link = ctypes.c_int(0), pdfium.FPDF_LINK()
        while pdfium.FPDFLink_Enumerate(page, position, link):
            action = pdfium.FPDFLink_GetAction(link)
            size = pdfium.FPDFAction_GetURIPath(self._document.raw, action, None, 0)
            if size > 1:
                buffer = ctypes.create_string_buffer(size)
                pdfium.FPDFAction_GetURIPath(self._document.raw, action, buffer, size)
                yield buffer.value.decode("utf-8", "replace")

    def _utf16(self, get: Callable[[object, int], int]) -> str:
        """Call one of pdfium's getters of text, with room enough for what it has to say."""
        size = get(self._units, len(self._buffer))
        if size > len(self._buffer):
            self._buffer = ctypes.create_string_buffer(size)
            self._units = ctypes.cast(self._buffer, ctypes.POINTER(ctypes.c_ushort))
            size = get(self._units, size)
        return ctypes.string_at(self._units, max(size - 2, 0)).decode("utf-16-le", "replace")


def _rows(runs: Iterable[_Run]) -> Iterator[list[_Run]]:
    """The runs of a column by rows, from the top, each row from the left."""
    row: list[_Run] = []
    for run in sorted(runs, key=lambda run: (run.baseline, run.x)):
        if row and run.baseline - row[0].baseline > _SAME_BASELINE:
            yield sorted(row, key=lambda run: run.x)
            row = []
        row.append(run)
    if row:
        yield sorted(row, key=lambda run: run.x)


def _joined(row: list[_Run]) -> str:
    text = row[0].text
    for before, run in pairwise(row):
        # Programs that save the file again may split a line and leave out the spaces.
        apart = run.left - before.right > 0.15 * run.size
        spaced = text[-1:].isspace() or run.text[:1].isspace()
        text += f" {run.text}" if apart and not spaced else run.text
    return text

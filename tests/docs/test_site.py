"""The documentation builds as a site; a warning or a link that leads nowhere is an error."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
DOCS = ROOT / "docs"
BUILD = [sys.executable, "-m", "sphinx", "-W", "-n", "--keep-going", "-q"]


def build(docs: Path, site: Path) -> subprocess.CompletedProcess[str]:
    command = [*BUILD, "-d", str(site.with_name("doctrees")), str(docs), str(site)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.mark.package
def test_the_site_builds_without_a_warning(tmp_path):
    done = build(DOCS, tmp_path / "site")
    assert (done.returncode, done.stderr) == (0, "")
    for page in DOCS.rglob("*.md"):
        html = tmp_path / "site" / page.relative_to(DOCS).with_suffix(".html")
        text = html.read_text("utf-8")
        # Whoever reads about privacy is not told to anybody else.
        assert not re.search(r"<(?:script|img|link|iframe)[^>]+(?:src|href)=\"(?:https?:)?//", text)


@pytest.mark.package
@pytest.mark.parametrize(
    ("link", "warning"),
    [
        ("other.md#no-such-heading", "myst.xref_missing"),
        ("missing.md", "myst.xref_missing"),
        ("../missing.yaml", "myst.xref_missing"),
    ],
)
def test_a_link_that_leads_nowhere_is_an_error(tmp_path, link, warning):
    docs = tmp_path / "docs"
    docs.mkdir()
    shutil.copy(DOCS / "conf.py", docs)
    (docs / "other.md").write_text("# Other\n")
    (docs / "index.md").write_text(f"# Index\n\n[Other](other.md)\n\n[Wrong]({link})\n")
    done = build(docs, tmp_path / "site")
    assert done.returncode != 0
    assert warning in done.stderr


def test_links_of_the_other_pages_lead_somewhere():
    for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md"):
        text = (ROOT / name).read_text("utf-8")
        for path, anchor in re.findall(r"\]\((?!\w+:)([^)#]*)#?([^)]*)\)", text):
            target = ROOT / (path or name)
            assert target.exists(), f"{name}: {path}"
            if anchor:
                headings = re.findall(r"^#+ (.+)$", target.read_text("utf-8"), re.MULTILINE)
                slugs = {re.sub(r"[^\w -]", "", h.lower()).replace(" ", "-") for h in headings}
                assert anchor in slugs, f"{name}: {path}#{anchor}"

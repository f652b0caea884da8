"""Exports made up for a test: a folder with the tables that it is about."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

import profilelint

HEADERS = {
    "Connections.csv": "First Name,Last Name,URL,Email Address,Company,Position,Connected On",
    "Invitations.csv": "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl",
    "Company Follows.csv": "Organization,Followed On",
    "Shares.csv": "Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility",
    "Jobs/Job Applications.csv": (
        "Application Date,Contact Email,Contact Phone Number,Company Name,Job Title,Job Url,"
        "Resume Name,Question And Answers"
    ),
    "Jobs/Saved Jobs.csv": "Saved Date,Job Url,Job Title,Company Name",
    "Comments.csv": "Date,Link,Message",
    "Reactions.csv": "Date,Type,Link",
    "InstantReposts.csv": "Date,Link",
}
PROFILE = {"First Name": "Ada", "Last Name": "Example", "Headline": "Data analyst in Wellington"}


@pytest.fixture
def export(tmp_path) -> Callable[..., Path]:
    """Write an export; a table is given by its file name and its rows, as dicts."""

    def write(kind: str = "Complete", **tables: list[dict[str, str]]) -> Path:
        folder = tmp_path / f"{kind}_LinkedInDataExport_11-01-2026"
        folder.mkdir()
        _table(folder / "Profile.csv", list(PROFILE), [PROFILE])
        for file, header in HEADERS.items():
            name = Path(file).stem.replace(" ", "_").lower()
            if name in tables:
                path = folder / file
                path.parent.mkdir(exist_ok=True)
                _table(path, header.split(","), tables.pop(name))
        assert not tables, f"no such table: {tables}"
        return folder

    return write


def _table(path: Path, columns: list[str], rows: list[dict[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="")
        writer.writeheader()
        writer.writerows(rows)


def sent(to: str, at: str, note: str = "", url: str = "") -> dict[str, str]:
    return {
        "From": "Ada Example",
        "To": to,
        "Sent At": at,
        "Message": note,
        "Direction": "OUTGOING",
        "inviterProfileUrl": "https://www.linkedin.com/in/ada-example",
        "inviteeProfileUrl": url,
    }


def connected(
    first: str, last: str, on: str, company: str = "", title: str = "", url: str = ""
) -> dict[str, str]:
    return {
        "First Name": first,
        "Last Name": last,
        "URL": url,
        "Company": company,
        "Position": title,
        "Connected On": on,
    }


@pytest.fixture
def people():
    """Makers of rows: invitations sent, and connections."""
    return sent, connected


@pytest.fixture(scope="session")
def archive():
    return Path(__file__).parent.parent / "samples" / "linkedin-archive"


@pytest.fixture(scope="session")
def changer(archive):
    return profilelint.outreach(archive / "career-changer-en.zip", as_of="2026-11-02")

"""Companies by any of their names, and the view of one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import profilelint
from profilelint.errors import ConfigError
from profilelint.network.companies import Companies, Mentions, company_key
from profilelint.network.company import job_number


@pytest.mark.parametrize(
    "name",
    [
        "Kea Analytics",
        "KEA ANALYTICS",
        "kea  analytics, Inc.",
        "Kea Analytics Ltd",
        "Kea Analytics Pty Ltd.",
        "The Kea Analytics Co., Ltd.",
        "Kéa Analytics GmbH & Co. KG",
        "Kea Analytics S.A.",
        "Kea Analytics Sp. z o.o.",
        "Kea Analytics (NZ)",
    ],
)
def test_one_company_by_many_names(name):
    assert company_key(name) == "kea analytics"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kea Analytics", "Kea Analytics Group"),
        ("Sample Bank", "Ample Bank"),
        ("Coffee Company", "Coffee"),
        ("AS", "SE"),
        ("Rata Software", "Rata"),
        ("C++ Alliance", "C Alliance"),
    ],
)
def test_other_companies_stay_other_companies(one, other):
    assert company_key(one) != company_key(other)


@given(st.text(max_size=30))
def test_any_text_has_a_key_that_is_its_own(name):
    key = company_key(name)
    assert key == " ".join(key.split())
    assert key == key.casefold()


def test_a_name_cut_short_counts_where_one_company_begins_so():
    companies = Companies(["Pohutukawa Bank", "Harbour Transit", "Harbour Foods Ltd"])
    assert companies.find("pohutukawa") == "pohutukawa bank"
    assert companies.find("Harbour") is None
    assert companies.similar("Harbour") == ("Harbour Transit", "Harbour Foods Ltd")
    assert companies.find("Harb") is None


def test_the_nearest_is_named_where_none_matches():
    companies = Companies(["Kea Analytics", "Rata Software"])
    assert companies.find("Kea Analitics") is None
    assert companies.similar("Kea Analitics") == ("Kea Analytics",)
    assert companies.similar("Example Airways") == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I saw you work at Kea Analytics and would love to join", ["kea analytics"]),
        ("your post on kea analytics’s data", []),
        ("KEA ANALYTICS!", ["kea analytics"]),
        ("I like Kea. Analytics is my field.", ["kea analytics"]),
        ("our target is to meet", []),
        ("I applied at Target last week", ["target"]),
        ("a Target-driven team", []),
        ("", []),
        (None, []),
    ],
)
def test_companies_that_a_note_names(text, found):
    assert list(Mentions(["Kea Analytics Ltd", "Target"]).of(text)) == found


@pytest.mark.parametrize(
    ("url", "number"),
    [
        ("https://www.linkedin.com/jobs/view/4000004312", "4000004312"),
        ("https://www.linkedin.com/jobs/view/analyst-at-rata-4000004312/?x=1", "4000004312"),
        ("https://jobs.example.com/4477", None),
        (None, None),
    ],
)
def test_the_number_of_a_job(url, number):
    assert job_number(url) == number


# The view.


@pytest.fixture(scope="module")
def bank(archive):
    return profilelint.outreach(
        archive / "career-changer-en.zip", "POHUTUKAWA BANK Ltd.", as_of="2026-11-02"
    )


def test_the_view_of_a_company(bank):
    view = bank.company
    assert view.found
    assert view.name == "Pohutukawa Bank"
    assert [(one.name, one.title) for one in view.people][:2] == [
        ("Tamsin Quarlesby", "Hiring Manager, Data"),
        ("Zoltan Marrowdale", "Recruiter"),
    ]
    assert len(view.people) == 5
    assert view.following.followed
    assert view.following.since.isoformat() == "2026-10-21"
    assert [job.title for job in view.applications] == ["Reporting Analyst"]
    assert view.saved_jobs == ()
    assert [post.day.isoformat() for post in view.posts] == ["2026-10-23"]
    assert [(row.recipient, row.stage) for row in view.invitations] == [
        ("Tamsin Quarlesby", "after-application")
    ]
    assert [(one.kind.value, one.count) for one in view.activity] == [
        ("comment", 1),
        ("reaction", 2),
        ("repost", 0),
    ]
    assert bank.companies == ()


def test_groups_are_unknown_in_an_archive(bank):
    assert bank.company.groups is None
    assert bank.company.groups_total is None


def test_invitations_to_a_company_that_only_the_note_names(archive):
    report = profilelint.outreach(archive / "career-changer-en", "kea analytics")
    assert {row.recipient for row in report.company.invitations} == {
        "Odalys Fennimark",
        "Barnaby Bexmoor",
        "Cosima Lindqvale",
        "Dorian Thornequist",
    }


def test_a_saved_job_asks_for_a_note_with_its_number_and_a_post(archive):
    report = profilelint.outreach(archive / "career-changer-en", "Rata Software")
    said = " ".join(advice.do for advice in report.next)
    assert "Ask Tobin Grindlestone (Team Lead) for an introduction" in said
    assert "names “Junior Analyst” (job 4000004312)" in said
    assert "Post the link" in said
    assert "Follow Rata Software for its news" in said


def test_a_company_that_is_nowhere(archive):
    report = profilelint.outreach(archive / "career-changer-en", "Kea Analitics")
    view = report.company
    assert not view.found
    assert view.similar == ("Kea Analytics",)
    assert view.people == ()
    assert view.following.followed is False
    assert report.next == ()  # what is to be done at a slip of the pen?
    nowhere = profilelint.outreach(archive / "career-changer-en", "Example Airways")
    assert nowhere.company.similar == ()
    assert nowhere.next[0].do.startswith("Look for a group in which people of Example Airways are")


def test_a_post_counts_by_the_number_of_the_job_it_links_to(export, people):
    job = "https://www.linkedin.com/jobs/view/4000004312"
    folder = export(
        saved_jobs=[{"Saved Date": "10/8/26, 7:45 AM", "Job Url": job, "Company Name": "Rata"}],
        shares=[
            {"Date": "2026-10-09 08:00:00", "ShareCommentary": "Exciting!", "SharedUrl": f"{job}/"},
            {"Date": "2026-10-10 08:00:00", "ShareCommentary": "Something else"},
        ],
    )
    view = profilelint.outreach(folder, "rata").company
    assert [post.text for post in view.posts] == ["Exciting!"]


def test_a_snapshot_has_groups(archive):
    snapshot = archive.parent / "linkedin-snapshot" / "operations-grouped-en.json"
    view = profilelint.outreach(snapshot, "Cold Chain Europe").company
    assert view.groups == ("Cold Chain Europe",)
    assert view.groups_total == 1


def test_companies_worth_a_look(changer):
    rows = changer.companies
    assert [row.name for row in rows][:4] == [
        "Pohutukawa Bank",  # applied
        "Rata Software",  # saved
        "Tui Health Data",  # followed, two people
        "Kea Analytics",  # followed, one
    ]
    # The owner's own employer is followed, too, and is no news.
    assert "Te Awa Water Services" not in {row.name for row in rows}
    assert rows[0].connections == 5
    assert rows[0].applied.isoformat() == "2026-10-20"


def test_a_name_of_nothing_is_refused(archive):
    with pytest.raises(ConfigError, match="no name"):
        profilelint.outreach(archive / "career-changer-en", " – ")

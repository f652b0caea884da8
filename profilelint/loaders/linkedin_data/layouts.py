"""What tables LinkedIn hands out: which a profile is read from, with all their known columns.

The names are those of formats seen from 2017 to 2026; files, columns and domains are compared
without case, spaces and punctuation.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from profilelint.loaders.linkedin_data.cells import Table, normal

_PART = re.compile(r"(?:[ _]?\(\d+\)|_\d+)+$")


@dataclass(frozen=True, slots=True)
class Layout:
    """One table that is read.

    Attributes:
        file: its usual file name.
        domain: its name in the snapshot API.
        columns: the names of its columns, normalised; those beside the ones that the profile is
            read from say nothing that a profile shows.
        fills: the parts of the profile that come from it, and from nowhere else.
    """

    file: str
    domain: str
    columns: frozenset[str]
    fills: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FoundTables:
    """The tables of one export that were asked for.

    Attributes:
        tables: those that are there, by normalised name; one may come in several files.
        absent: tells of a table that is not there why what it holds is unknown; None where
            LinkedIn leaves it out because there is nothing to put into it.
    """

    tables: Mapping[str, Sequence[Table]]
    absent: Callable[[Layout], str | None]


def _layout(file: str, domain: str, columns: str, *fills: str) -> tuple[str, Layout]:
    names = frozenset(normal(name) for name in columns.split(","))
    return normal(file), Layout(f"{file}.csv", domain, names, fills)


LAYOUTS = dict(
    (
        _layout(
            "Profile",
            "PROFILE",
            "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,"
            "Zip Code,Geo Location,Twitter Handles,Websites,Instant Messengers,"
            "Contact Instructions,Country,Created Date,Marital Status,Association",
            "name",
            "headline",
            "about",
            "location",
            "industry",
            "contact.websites",
            "contact.twitter",
        ),
        _layout(
            "Positions",
            "POSITIONS",
            "Company Name,Title,Description,Location,Started On,Finished On,Start Date,End Date",
            "positions",
        ),
        _layout(
            "Education",
            "EDUCATION",
            "School Name,Start Date,End Date,Notes,Degree Name,Activities,Location,Major,"
            "Started On,Finished On",
            "education",
        ),
        _layout("Skills", "SKILLS", "Name", "skills"),
        _layout(
            "Endorsement_Received_Info",
            "ENDORSEMENTS",
            "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,"
            "Endorser Public Url,Endorsement Status,Endorsee First Name,Endorsee Last Name,"
            "Endorsee Public Url",
            "skills.endorsements",
        ),
        _layout("Languages", "LANGUAGES", "Name,Proficiency", "languages"),
        _layout(
            "Certifications",
            "CERTIFICATIONS",
            "Name,Url,Authority,Started On,Finished On,Start Date,End Date,License Number",
            "certifications",
        ),
        _layout(
            "Projects",
            "PROJECTS",
            "Title,Description,Url,Started On,Finished On,Start Date,End Date",
            "projects",
        ),
        _layout(
            "Publications",
            "PUBLICATIONS",
            "Name,Published On,Date,Description,Publisher,Url",
            "publications",
        ),
        _layout(
            "Patents",
            "PATENTS",
            "Title,Name,Patent Number,Number,Application Number,Issue Date,Issued On,Filing Date,"
            "Filed On,Date,Description,Url,Status,Issuer,Inventors",
            "patents",
        ),
        _layout("Honors", "HONORS", "Title,Description,Issuer,Issue Date,Issued On,Date", "honors"),
        _layout("Courses", "COURSES", "Name,Number", "courses"),
        _layout(
            "Test Scores",
            "TEST_SCORES",
            "Name,Title,Score,Date,Test Date,Description",
            "test_scores",
        ),
        _layout(
            "Organizations",
            "ORGANIZATIONS",
            "Name,Description,Position,Started On,Finished On,Start Date,End Date",
            "organizations",
        ),
        _layout(
            "Volunteering",
            "VOLUNTEERING_EXPERIENCES",
            "Company Name,Role,Cause,Started On,Finished On,Start Date,End Date,Description",
            "volunteering",
        ),
        _layout("Causes You Care About", "CAUSES_YOU_CARE_ABOUT", "Supported Cause", "causes"),
        _layout(
            "Recommendations_Received",
            "RECOMMENDATIONS",
            "First Name,Last Name,Company,Job Title,Text,Creation Date,Status",
            "recommendations",
        ),
        _layout(
            "Connections",
            "CONNECTIONS",
            "First Name,Last Name,URL,Email Address,Company,Position,Connected On",
            "connections_count",
        ),
        _layout(
            "Company Follows", "COMPANY_FOLLOWS", "Organization,Followed On", "company_follows"
        ),
        _layout("Groups", "GROUPS", "Group Name,Name,Joined On,Status,Group Url", "groups"),
        _layout(
            "Invitations",
            "INVITATIONS",
            "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl,"
            "inviterProfileUrn,inviteeProfileUrn",
            "invitations",
        ),
        _layout(
            "Shares",
            "MEMBER_SHARE_INFO",
            "Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility,Share Title,"
            "Share Description,Type",
            "posts",
        ),
        _layout(
            "messages",
            "MESSAGES",
            "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,"
            "DATE,SUBJECT,CONTENT,FOLDER,ATTACHMENTS,IS MESSAGE DRAFT,IS CONVERSATION DRAFT",
            "drafts",
        ),
        _layout(
            "Email Addresses",
            "EMAIL_ADDRESSES",
            "Email Address,Confirmed,Primary,Updated On",
            "contact.emails",
        ),
        _layout("PhoneNumbers", "PHONE_NUMBERS", "Extension,Number,Type", "contact.phones"),
        _layout("Profile Summary", "PROFILE_SUMMARY", "Profile Summary"),
    )
)
"""The tables that are read, by normalised file name."""

COLUMNS = {
    "name": ("profile", ("firstname", "lastname")),
    "headline": ("profile", ("headline",)),
    "about": ("profile", ("summary",)),
    "location": ("profile", ("geolocation",)),
    "industry": ("profile", ("industry",)),
    "contact.websites": ("profile", ("websites",)),
    "contact.twitter": ("profile", ("twitterhandles",)),
    "positions.description": ("positions", ("description",)),
    "positions.location": ("positions", ("location",)),
    "positions.start": ("positions", ("startedon", "startdate")),
    "positions.end": ("positions", ("finishedon", "enddate")),
    "education.degree": ("education", ("degreename",)),
    "education.field": ("education", ("major",)),
    "education.start": ("education", ("startdate", "startedon")),
    "education.end": ("education", ("enddate", "finishedon")),
    "education.description": ("education", ("notes", "activities")),
    "languages.proficiency": ("languages", ("proficiency",)),
    "certifications.authority": ("certifications", ("authority",)),
    "certifications.start": ("certifications", ("startedon", "startdate")),
    "certifications.end": ("certifications", ("finishedon", "enddate")),
    "certifications.url": ("certifications", ("url",)),
    "certifications.license_number": ("certifications", ("licensenumber",)),
    "projects.description": ("projects", ("description",)),
    "publications.date": ("publications", ("publishedon", "date")),
    "honors.issuer": ("honors", ("issuer",)),
    "honors.date": ("honors", ("issuedon", "issuedate", "date")),
    "volunteering.description": ("volunteering", ("description",)),
    "recommendations.text": ("recommendationsreceived", ("text",)),
    "invitations": ("invitations", ("direction",)),
    "invitations.text": ("invitations", ("message",)),
    "drafts": ("messages", ("ismessagedraft",)),
}
"""Columns that came and went over the years: without them, that part of the profile is unknown."""

_OTHER_NAMES = {
    "recommendations": "recommendationsreceived",
    "endorsements": "endorsementreceivedinfo",
    "volunteerexperience": "volunteering",
    "volunteerexperiences": "volunteering",
    "volunteeringexperience": "volunteering",
    "volunteeringexperiences": "volunteering",
    "membershareinfo": "shares",
    "skillendorsements": "endorsementreceivedinfo",
    "allcomments": "comments",
    "alllikes": "reactions",
}

_UNREAD = """
accountstatushistory adsclicked adtargeting alllikes allcomments articles calendar coachmessages
comments contacts ei endorsementgiveninfo events guidemessages hashtagfollows importedcontacts
inbox inferencesaboutyou instantreposts jobapplicantsavedanswers
jobapplicantsavedscreeningquestionresponses jobapplications jobseekerpreferences
joblistings jobpostings learning learningcoachaimessages learningcoachmessages
learningrolemessages learningroleplaymessages lanadsengagement
logins marketplaceproviders memberfollowing memberfollows memberhashtag onlinejobpostings
privateidentityasset providers reactions receipts receiptsv2 recommendationsgiven
registration richmedia saveditems savedjobalerts savedjobs searchqueries securitychallenges
savedjobanswers screeningquestionresponses serviceengagements servicesmarketplace trustedgraph
verifications votes whatsappphonenumbers grouppostsandcomments groupposts grouposts
serviceproviders companyfollowers businesspages jobseekercareerpreferences
"""
UNREAD = frozenset(_UNREAD.split())
"""Tables that LinkedIn hands out beside those: private, other people's, or no part of a profile.

Those of them that tell of the network, such as job applications, are opened where somebody asks
for them (see :mod:`profilelint.network`), the others never. Of ``messages`` only the owner's drafts
are read.
"""

COMPLETE_ONLY = frozenset({"messages", "adtargeting", "logins"})
"""Tables that only the Complete export has."""

OWN = frozenset({"profile", "positions"})
"""Either of these tells an export by itself; other names, such as Skills.csv, are common."""


def table_of(path: str) -> str:
    """Name the table that a file or domain is (part of), whether or not it is one we know.

    >>> table_of("export/Phone Numbers.csv"), table_of("Shares_1.csv"), table_of("GROUPS")
    ('phonenumbers', 'shares', 'groups')
    """
    base = PurePosixPath(path.replace("\\", "/")).name
    stem = base[:-4] if base.casefold().endswith(".csv") else base
    name = normal(_PART.sub("", stem))
    return _OTHER_NAMES.get(name, name)


def is_known(path: str) -> bool:
    """Whether a file is a table that is read, by its name."""
    return path.casefold().endswith(".csv") and table_of(path) in LAYOUTS

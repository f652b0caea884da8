"""What the truth of a sample person says, and what a format cannot hold of it, with the reason."""

import json
import re
from collections import Counter
from pathlib import Path

SAMPLES = Path(__file__).parents[1] / "samples"

LIST_FIELDS = ("languages", "certifications", "honors", "publications", "patents")

# By format, then by field as the truth names it (without numbers).
CANNOT_HOLD = {
    "linkedin-archive": {
        "address": "the postal address is the member's own affair and is not read",
        "patents": "no archive with patents is known",
    },
    "linkedin-archive-basic": {
        "address": "the postal address is the member's own affair and is not read",
        "education": "a Basic export has no Education.csv",
        "languages": "a Basic export has no Languages.csv",
        "certifications": "a Basic export has no Certifications.csv",
        "honors": "a Basic export has no Honors.csv",
        "publications": "a Basic export has no Publications.csv",
        "patents": "a Basic export has no Patents.csv",
    },
    "linkedin-snapshot": {
        "address": "the postal address is the member's own affair and is not read",
        "public_url": "only the invitations show the profile's own address",
    },
}

# What the samples leave out of what their format could hold.
NOT_IN_SAMPLE = {
    ("linkedin-archive", "engineer-mistakes-en"): {
        "phones": "the sample has no PhoneNumbers.csv",
    },
}


def truth_of(person):
    return json.loads((SAMPLES / "linkedin-pdf" / f"{person}.truth.json").read_text("utf-8"))


def leaves(truth):
    """Each single value of a truth, by its path."""
    found = {}

    def walk(value, path):
        if isinstance(value, dict):
            for key, item in value.items():
                walk(item, f"{path}/{key}")
        elif isinstance(value, list) and value:
            for index, item in enumerate(value):
                walk(item, f"{path}/{index}")
        else:
            found[path] = value

    walk(truth, "")
    return found


def as_truth(profile):
    """A profile in the shape of a truth."""
    said = profile.model_dump(mode="json")
    contact = said["contact"]
    return {
        **{field: said[field] for field in ("name", "headline", "location")},
        "public_url": (said["public_url"] or "").rpartition("/in/")[2] or None,
        "address": contact["address"],
        "emails": contact["emails"],
        "phones": contact["phones"],
        "websites": [re.sub(r"^https?://", "", site) for site in contact["websites"]],
        # The first three of all the skills are the top ones.
        "top_skills": [skill["name"] for skill in said["skills"][:3]],
        "languages": said["languages"],
        **{field: [one["name"] for one in said[field]] for field in LIST_FIELDS[1:]},
        "summary": said["about"],
        "positions": [
            {key: position[key] for key in
             ("company", "title", "start", "end", "location", "description")}
            for position in said["positions"]
        ],
        "education": [
            {key: school[key] for key in ("school", "degree", "start", "end")}
            for school in said["education"]
        ],
    }  # fmt: skip


def field_of(path):
    """The field of a leaf: its path without numbers."""
    return ".".join(part for part in path.split("/")[1:] if not part.isdigit())


def compare(person, profile, format_name):
    """Return the leaves that differ though the format can hold them, and the score per field."""
    truth, found = leaves(truth_of(person)), leaves(as_truth(profile))
    cannot = CANNOT_HOLD[format_name] | NOT_IN_SAMPLE.get((format_name, person), {})
    right, all_ = Counter(), Counter()
    wrong = {}
    for path in sorted(truth.keys() | found.keys()):
        field = field_of(path)
        if field.split(".")[0] in cannot:
            continue
        all_[field] += 1
        if truth.get(path) == found.get(path):
            right[field] += 1
        else:
            wrong[path] = (found.get(path), truth.get(path))
    return wrong, {field: (right[field], all_[field]) for field in all_}

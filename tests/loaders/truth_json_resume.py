"""Compares a person's truth with what a resume of the same person says.

What a format or a sample cannot hold stands in ``CANNOT``, each with its reason; any other
difference is an error, and so is an entry of that list that is true after all.
"""

import json
from pathlib import Path

SAMPLES = Path(__file__).parents[1] / "samples"
RESUMES = sorted(
    [*(SAMPLES / "json-resume").glob("*.json"), *(SAMPLES / "reactive-resume").glob("*.json")]
)

ONE_SITE = "the sample has one website: JSON Resume has one address, and accounts elsewhere"
NO_PATENTS = "JSON Resume has no patents"
NO_PLACE = "Reactive Resume 3 has no place in a role, and neither has JSON Resume 0"
PADDED = "a whole date is asked for, so that a year reads as its January"
LEFT_OUT = "the sample leaves it out"
VOLUNTEER = "the sample has it where it belongs, among the unpaid roles"
BULLET = "the bullets are in highlights, without the one odd mark of the PDF"
COUNTRY = "JSON Resume has a country's code, which reads as its English name"
_V0 = "operations-grouped-en.v0.json"
_FOOD_BANK = "Harbour Street Food Bank | Volunteer Logistics Coordinator"
_DECCAN = "Deccan Institute of Technology | Bachelor of Engineering - BE, Production Engineering"
_NURSING = (
    "Lough Mask University | Bachelor of Science - BS, General Nursing",
    "Lough Mask University | Master of Science - MS, Advanced Nursing Practice",
)
CANNOT: dict[str, dict[str, str]] = {
    "career-changer-en.json": {"/websites/notes.example.org/callum": ONE_SITE},
    "engineer-mistakes-en.json": {
        "/positions/Tollgate Pay | Senior Software Engineer/description": BULLET
    },
    "executive-en.json": {
        "/address": LEFT_OUT,
        "/websites/hvm.example.org": ONE_SITE,
        "/patents/Cooling arrangement for a power module": NO_PATENTS,
        "/patents/Fault detection in direct current links": NO_PATENTS,
        "/patents/Method for balancing parallel converters": NO_PATENTS,
        "/patents/Modular enclosure for outdoor battery systems": NO_PATENTS,
        "/patents/Secure update of field controllers": NO_PATENTS,
        "/patents/System for scheduling distributed batteries": NO_PATENTS,
    },
    "mechanical-engineer-de.json": {
        "/location": COUNTRY,
        "/patents/Schmierstoffführung in einem Getriebegehäuse": NO_PATENTS,
    },
    _V0: {
        "/certifications/Certified in Production and Inventory Management": LEFT_OUT,
        "/certifications/Forklift Operator Licence": LEFT_OUT,
        "/certifications/HACCP Level 3": LEFT_OUT,
        "/certifications/Lean Six Sigma Black Belt": LEFT_OUT,
        f"/education/{_DECCAN}/end": PADDED,
        f"/education/{_DECCAN}/start": PADDED,
        "/positions/Ganga Export House | Management Trainee/location": NO_PLACE,
        "/positions/Noordkade Cold Logistics | Director of Operations/location": NO_PLACE,
        "/positions/Noordkade Cold Logistics | Site Manager, Noordkade 2/location": NO_PLACE,
        "/positions/Polderfruit Coöperatie | Planning Assistant/location": NO_PLACE,
        "/positions/Polderfruit Coöperatie | Supply Chain Planner/location": NO_PLACE,
        "/websites/priyanka.example.org": ONE_SITE,
    }
    | {
        f"/positions/{_FOOD_BANK}/{key}": VOLUNTEER
        for key in ("company", "title", "start", "end", "location", "description")
    },
    "nurse-clean-en.v3.json": {
        "/positions/Carrowbeg Community Health | Public Health Nurse/location": NO_PLACE,
        "/positions/St Brannoc Hospital | Clinical Nurse Manager, Emergency Department/location": (
            NO_PLACE
        ),
        "/positions/St Brannoc Hospital | Staff Nurse, Emergency Department/location": NO_PLACE,
    }
    | {f"/education/{name}/{end}": PADDED for name in _NURSING for end in ("start", "end")},
}


def truth_of(path):
    name = path.name.split(".")[0]
    return json.loads((SAMPLES / "linkedin-pdf" / f"{name}.truth.json").read_text("utf-8"))


def as_truth(profile):
    """A profile in the form of a truth."""

    def day(date):
        return date.iso if date else None

    return {
        "name": profile.name,
        "headline": profile.headline,
        "location": profile.location,
        "public_url": (profile.public_url or "").rpartition("/")[2] or None,
        "address": profile.contact.address,
        "emails": list(profile.contact.emails),
        "phones": list(profile.contact.phones),
        "websites": [one.removeprefix("https://") for one in profile.contact.websites],
        "top_skills": [one.name for one in profile.skills],
        "languages": [one.model_dump() for one in profile.languages],
        "certifications": [one.name for one in profile.certifications],
        "honors": [one.name for one in profile.honors],
        "publications": [one.name for one in profile.publications],
        "patents": [one.name for one in profile.patents],
        "summary": profile.about,
        "positions": [
            {
                "company": one.company,
                "title": one.title,
                "start": day(one.start),
                "end": day(one.end),
                "location": one.location,
                "description": one.description,
            }
            for one in profile.positions
        ],
        "education": [
            {
                "school": one.school,
                "degree": ", ".join(filter(None, [one.degree, one.field])) or None,
                "start": day(one.start),
                "end": day(one.end),
            }
            for one in profile.education
        ],
    }


def differences(truth, found):
    """The paths at which two truths differ; an entry of a list goes by what it is called."""
    true, said = dict(_leaves(truth, "")), dict(_leaves(found, ""))
    return {path for path in true.keys() | said.keys() if true.get(path) != said.get(path)}


def _leaves(value, path):
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _leaves(item, f"{path}/{key}")
    elif isinstance(value, list):
        for item in value:
            if isinstance(item, dict):
                names = [item.get(key) for key in ("company", "school", "title", "degree", "name")]
                yield from _leaves(item, f"{path}/{' | '.join(filter(None, names))}")
            else:
                yield f"{path}/{item}", True
    elif value is not None:
        yield path, value

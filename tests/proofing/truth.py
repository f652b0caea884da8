"""Builds documents straight from the truth files, so that no loader stands between."""

import json
from pathlib import Path

from profilelint.document import Document, SourceMap
from profilelint.profile import Profile

SAMPLES = Path(__file__).parents[1] / "samples" / "linkedin-pdf"
NAMES = sorted(path.name.removesuffix(".truth.json") for path in SAMPLES.glob("*.truth.json"))


def document(name: str) -> Document:
    truth = json.loads((SAMPLES / f"{name}.truth.json").read_text("utf-8"))
    profile = Profile.model_validate(
        {
            "name": truth["name"],
            "headline": truth["headline"],
            "about": truth["summary"],
            "location": truth["location"],
            "positions": [
                {k: p[k] for k in ("company", "title", "location", "description")}
                for p in truth["positions"]
            ],
            "education": [{k: e[k] for k in ("school", "degree")} for e in truth["education"]],
            "skills": [{"name": skill} for skill in truth["top_skills"]],
            "languages": [{"name": language["name"]} for language in truth["languages"]],
            **{
                key: [{"name": name} for name in truth[key]]
                for key in ("certifications", "honors", "publications", "patents")
            },
        }
    )
    return Document(profile, "truth", SourceMap(name))

"""SARIF and GitHub put a finding on the text itself, however the file is laid out."""

import json
import re
from urllib.parse import unquote

import pytest
import yaml

RESUME = {
    "basics": {
        "name": "Ada Quillfeather",
        "label": "Software Enginer at Tollgate",
        "summary": "<p>I run a team of five. “Quoted” words — and emoji 😀 — stand before my "
        "developement work &amp; a recieve path.</p><ul><li>I like <b>managment</b>.</li></ul>",
    },
    "work": [
        {
            "name": "Tollgate",
            "position": "Engineer",
            "startDate": "2019-03",
            "summary": "Led the **payments** team and it's acheivements since the first day.",
            "highlights": [
                "Shipped the new ledger in four months",
                "Kept the on-call rota calm\tand seperate from the release work",
            ],
        }
    ],
}
TYPOS = ("Enginer", "developement", "recieve", "managment", "acheivements", "seperate")

LAYOUTS = {
    "pretty": json.dumps(RESUME, indent=2, ensure_ascii=False) + "\n",
    "escaped": json.dumps(RESUME, indent=4) + "\n",
    "minified": json.dumps(RESUME, separators=(",", ":"), ensure_ascii=False),
    "crlf": json.dumps(RESUME, indent=2, ensure_ascii=False).replace("\n", "\r\n") + "\r\n",
    "yaml": yaml.safe_dump(RESUME, allow_unicode=True, width=10_000, sort_keys=False),
    "folded": yaml.safe_dump(RESUME, width=50, sort_keys=False),
    "mark": "\ufeff" + json.dumps(RESUME, indent=2, ensure_ascii=False),
}
ENTITIES = {"&amp;": "&", "\\t": "\t"}


@pytest.fixture(params=LAYOUTS)
def resume(request, tmp_path):
    suffix = "yaml" if request.param in {"yaml", "folded"} else "json"
    path = tmp_path / f"{request.param} resume.{suffix}"
    path.write_bytes(LAYOUTS[request.param].encode("utf-8"))
    return path


def lines_of(path):
    # As an editor counts: a byte order mark has no column, and CRLF is one end of a line.
    return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n").split("\n")


def in_file(path, line, column, end_line, end_column):
    lines = lines_of(path)
    if line == end_line:
        return lines[line - 1][column - 1 : end_column - 1]
    return "\n".join([lines[line - 1][column - 1 :], lines[end_line - 1][: end_column - 1]])


def test_sarif_regions_hold_the_text_of_their_finding(run, resume):
    # A whole line is spread over markup, entities and escapes: its words are not the file's.
    ran = run("check", resume.name, "--format", "sarif", "--ignore", "about-length")
    results = json.loads(ran.out)["runs"][0]["results"]
    found = set()
    for result in results:
        place = result["locations"][0]["physicalLocation"]
        assert unquote(place["artifactLocation"]["uri"]) == resume.name
        region = place["region"]
        snippet = region.get("snippet", {}).get("text")
        if snippet is None:
            continue
        start = region["startLine"], region["startColumn"]
        end = region.get("endLine", region["startLine"]), region["endColumn"]
        here = in_file(resume, *start, *end)
        assert re.sub(r"<[^>]*>|\*\*", "", here) == snippet or here in ENTITIES
        found.add(snippet)
    assert found >= set(TYPOS)


def test_every_sarif_region_is_within_the_file(run, resume):
    ran = run("check", resume.name, "--format", "sarif", "--grammar", "off")
    lines = lines_of(resume)
    for result in json.loads(ran.out)["runs"][0]["results"]:
        region = result["locations"][0]["physicalLocation"].get("region")
        if region is not None:
            line = lines[region["startLine"] - 1]
            assert 1 <= region["startColumn"] <= len(line) + 1


def test_github_annotations_stand_on_the_text_of_their_finding(run, resume):
    ran = run("check", resume.name, "--format", "github", "--grammar", "off")
    places = re.findall(
        r"^::error file=([^,]*),line=(\d+),endLine=(\d+),col=(\d+),endColumn=(\d+),"
        r"title=[\w-]+::“(\w+)”",
        ran.out,
        re.MULTILINE,
    )
    assert {place[-1] for place in places} >= set(TYPOS)
    for file, line, end_line, column, end_column, word in places:
        assert file == resume.name
        assert in_file(resume, int(line), int(column), int(end_line), int(end_column)) == word


def test_what_is_missing_stands_at_its_nearest_parent(run, tmp_path):
    path = tmp_path / "resume.json"
    path.write_text('{\n  "basics": {\n    "name": "Ada"\n  },\n  "work": []\n}\n', "utf-8")
    ran = run("check", path.name, "--format", "sarif", "--grammar", "off")
    by_rule = {
        result["ruleId"]: result["locations"][0]["physicalLocation"]["region"]["startLine"]
        for result in json.loads(ran.out)["runs"][0]["results"]
    }
    assert by_rule["about-missing"] == 2
    assert by_rule["headline-missing"] == 2
    assert by_rule["education-missing"] == 1

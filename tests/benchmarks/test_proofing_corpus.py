"""The benchmark's corpus: pinned, and its items in order."""

import json
from collections import Counter

import pytest

from benchmarks.proofing import corpus
from benchmarks.proofing.planting import AT_MOST


def test_every_item_gives_the_clean_sentence_again():
    # Failures name items by their ids: the sentences of the report part are not to be seen.
    broken = [
        item.id
        for item in corpus.load_planted()
        if item.bad[item.start : item.end] != item.wrong
        or item.bad[: item.start] + item.right + item.bad[item.end :] != item.clean
    ]
    assert broken == []


def test_each_item_has_a_clean_twin_in_its_part_and_a_known_kind():
    parts = corpus.split(corpus.load_sentences())
    for part in ("dev", "report"):
        items = corpus.planted_of(part)
        texts = {sentence.text for sentence in parts[part]}
        assert [item.id for item in items if item.clean not in texts] == []
        assert {item.kind for item in items} == set(corpus.KINDS)
    assert tuple(AT_MOST) == corpus.KINDS


def test_ids_are_unique_and_sorted():
    ids = [item.id for item in corpus.load_planted()]
    assert max(Counter(ids).values()) == 1
    assert ids == sorted(ids)


@pytest.mark.parametrize(("part", "refused"), [("report", True), ("dev", False)])
def test_a_changed_item_of_the_report_part_stops_whoever_loads_it(tmp_path, part, refused):
    lines = corpus.PLANTED.read_text(encoding="utf-8").splitlines()
    items = [json.loads(line) for line in lines]
    changed = next(item for item in items if corpus.part_of(item["clean"]) == part)
    changed["trade"] = "alchemy"
    path = tmp_path / "planted.jsonl"
    path.write_text("".join(f"{json.dumps(item)}\n" for item in items), encoding="utf-8")
    if refused:
        with pytest.raises(ValueError, match="report part has changed"):
            corpus.load_planted(path)
    else:
        assert len(corpus.load_planted(path)) == len(items)


def test_a_left_out_item_is_noticed(tmp_path):
    lines = corpus.PLANTED.read_text(encoding="utf-8").splitlines(keepends=True)
    report = [i for i, line in enumerate(lines) if _part(line) == "report"]
    del lines[report[0]]
    path = tmp_path / "planted.jsonl"
    path.write_text("".join(lines), encoding="utf-8")
    with pytest.raises(ValueError, match="report part has changed"):
        corpus.load_planted(path)


def _part(line: str) -> str:
    return corpus.part_of(json.loads(line)["clean"])

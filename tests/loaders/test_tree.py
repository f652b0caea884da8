import datetime as dt
import json
import pickle
import time

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from profilelint.errors import InputError, ManyProfiles
from profilelint.loaders.source import Limits, Source
from profilelint.loaders.structured import tree as tree_module
from profilelint.loaders.structured.places import Passage, Places
from profilelint.loaders.structured.tree import child, head, read_tree, top_keys

TEXT = st.text(
    st.one_of(
        st.characters(codec="utf-8", exclude_categories=("Cs",)),
        st.sampled_from("\n\n\t\"'\\   abc:#-é😀•{}[],&*|>\u2028\x85"),
    ),
    max_size=40,
)
TREES = st.recursive(
    st.one_of(TEXT, st.integers(-(10**6), 10**6), st.booleans(), st.none()),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(TEXT.filter(lambda key: not key.startswith("_")), inner, max_size=4)
    ),
    max_leaves=12,
)


def read(data, name="resume.json", **limits):
    raw = data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass")
    return read_tree(Source(name, raw, limits=Limits(**limits)))


def texts(value, pointer=""):
    if isinstance(value, str):
        yield pointer, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from texts(item, child(pointer, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from texts(item, child(pointer, index))


def cut(source, location):
    """The source's text between the two places, by the lines that an editor shows."""
    lines = source.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    first, last = location.line - 1, location.end_line - 1
    if first == last:
        return lines[first][location.column - 1 : location.end_column - 1]
    middle = lines[first + 1 : last]
    ends = [lines[first][location.column - 1 :], lines[last][: location.end_column - 1]]
    return "\n".join([ends[0], *middle, ends[1]])


@given(
    TREES,
    st.sampled_from([None, 0, 1, 2, 4]),
    st.booleans(),
    st.sampled_from(["\n", "\r\n"]),
    st.data(),
)
def test_a_part_of_a_json_text_is_found_in_any_layout(value, indent, ascii_only, newline, data):
    compact = (",", ":") if indent is None else None
    source = json.dumps(value, indent=indent, ensure_ascii=ascii_only, separators=compact)
    source = source.replace("\n", newline)
    tree = read(source)
    assert tree.value == value
    for pointer, text in texts(value):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, len(text)))
        found = cut(source, tree.places.locate(pointer, start, end))
        assert json.loads(f'"{found}"') == text[start:end]
        assert json.loads(f'"{cut(source, tree.places.locate(pointer))}"') == text


@given(
    st.dictionaries(st.from_regex(r"[a-z]{1,8}", fullmatch=True), TEXT, min_size=1, max_size=4),
    st.sampled_from([None, "'", '"', "|", ">"]),
    st.sampled_from([20, 80, 10_000]),
    st.booleans(),
    st.sampled_from(["\n", "\r\n"]),
)
def test_yaml_values_survive_any_style_and_every_word_is_found(
    value, style, width, ascii_only, eol
):
    source = yaml.dump(
        value, default_style=style, width=width, allow_unicode=not ascii_only, line_break=eol
    )
    tree = read(source, "profile.yaml")
    expected = {key: yaml.safe_load(source)[key] for key in value}
    for key, text in expected.items():
        found = tree.value[key]
        if isinstance(text, str):
            assert found == text
    for pointer, text in texts(tree.value):
        for start, character in enumerate(text):
            if character.isascii() and character.isalnum():
                found = cut(source, tree.places.locate(pointer, start, start + 1))
                # YAML's rarer line ends may leave us with no more than the whole scalar.
                rare = set(text) & set("\x85\u2028\u2029")
                assert found == character or (rare and character in found)


YAML = """\
# A profile
name: Ada Lovelace
headline: 'It''s a job,
  and a calling'
about: "caf\\u00e9 \\
  one

  two"
note: |
  First line
    indented

  last wrod
folded: >-
  Some text that
  goes on

  new paragraph
indented: |2
    two more
list:
- plain one
  goes on
- &x shared
- *x
"""


@pytest.mark.parametrize(
    ("pointer", "part", "line", "column"),
    [
        ("/name", "Lovelace", 2, 11),
        ("/headline", "job", 3, 20),
        ("/headline", "calling", 4, 9),
        ("/about", "one", 6, 3),
        ("/about", "two", 8, 3),
        ("/note", "First", 10, 3),
        ("/note", "  indented", 11, 3),
        ("/note", "wrod", 13, 8),
        ("/folded", "goes", 16, 3),
        ("/folded", "new", 18, 3),
        ("/indented", "two", 20, 5),
        ("/list/0", "goes on", 23, 3),
        ("/list/1", "shared", 24, 6),
        ("/list/2", "shared", 24, 6),
    ],
)
def test_yaml_places(pointer, part, line, column):
    for eol in ("\n", "\r\n"):
        tree = read(YAML.replace("\n", eol), "profile.yml")
        value = tree.value
        for step in pointer.split("/")[1:]:
            value = value[int(step) if isinstance(value, list) else step]
        start = value.index(part)
        location = tree.places.locate(pointer, start, start + len(part))
        assert (location.line, location.column) == (line, column)
        assert (location.end_line, location.end_column) == (line, column + len(part.strip("\n")))


def test_yaml_values_follow_the_core_schema():
    tree = read(
        "a: no\nb: 2019\nc: 2019-03\nd: 07700 900461\ne: +1\nf: ~\ng: 1.5\nh: true\ni: 0x10\n",
        "x.yaml",
    )
    assert tree.value == {
        "a": "no", "b": 2019, "c": "2019-03", "d": "07700 900461", "e": "+1",
        "f": None, "g": 1.5, "h": True, "i": "0x10",
    }  # fmt: skip


def test_a_place_stands_at_the_nearest_parent_when_the_value_is_absent():
    tree = read('{\n "work": [\n  {"name": "X"}\n ]\n}')
    assert tree.places.locate("/work/0/summary").line == 3
    assert tree.places.locate("/work/0/summary", 0, 0).column == 3
    assert tree.places.locate("/basics/summary").line == 1


def test_a_dict_has_pointers_and_no_lines():
    tree = read_tree(Source("<dict>", tree={"a": ("b",), "day": dt.date(2020, 3, 1)}))
    assert tree.value == {"a": ["b"], "day": "2020-03-01"}
    location = tree.places.locate("/a/0", 0, 1)
    assert (location.file, location.pointer, location.line) == ("<dict>", "/a/0", None)


def test_a_passage_can_be_pickled_and_leads_to_the_same_place():
    tree = read('{"a": "one\\n two"}')
    passage = Passage(tree.places, "/a", 10, 13, 5)
    here = passage.locate(10, 13)
    assert pickle.loads(pickle.dumps(passage)).locate(10, 13) == here
    assert (here.column, here.end_column) == (14, 17)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_encodings_that_tell_themselves(encoding):
    source = Source("x", '{"näme": "é"}'.encode(encoding))
    assert read_tree(source).value == {"näme": "é"}
    assert top_keys(source) == {"näme"}
    assert read_tree(source).places.locate("/näme", 0, 1).column == 11


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ('{"a": 1,}', "resume.json:1:"),
        ('{"a": 1,}', "delete the comma"),
        ('{"a": "x\ny"}', r"resume.json:1:9: a line break"),
        ('{"a": "x', "resume.json:1:7: a text starts here and never ends"),
        ('{"a": ', "the text ends too early"),
        ("{\"a\": 'x'}", "straight double quotes"),
        ('{"a": 1} x', "resume.json:1:10: something follows"),
        ('{"a": 1 "b": 2}', "a comma is missing"),
        ('{"a" 1}', "a colon is missing"),
        ("{a: 1}", "a key is expected"),
        ('{"a": "\\x"}', "backslash"),
        ('{"a": 1 // b\n}', "no comments"),
        ('{\n "a": 1,\n "a": 2}', "resume.json:3:2: “a” stands here for the second time"),
        ("[" * 100_000, "nested more than 64 deep"),
        ("[" * 70 + "]" * 70, "nested more than 64 deep"),
        ('{"a": ' + "9" * 5000 + "}", "thousands of digits"),
        (b'{"a":\n "\xe9"}', "resume.json:2:3: the text stops being utf-8 here"),
        ("", "too early"),
    ],
)
def test_broken_json_says_where_and_what_to_do(data, message):
    with pytest.raises(InputError) as caught:
        read(data)
    assert message in str(caught.value)
    assert caught.value.hint
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("a: 1\nb: [", "p.yaml:2:"),
        ("a: b: c", "p.yaml:1:5:"),
        ("a: 1\na: 2", "p.yaml:2:1: “a” stands here for the second time"),
        ("a: 1\n---\nb: 2", "p.yaml:2:1: a second document"),
        ("? [x]\n: 1", "used as a key"),
        ("a: &a [*a]", "*a stands for nothing"),
        ("a: *b", "*b stands for nothing"),
        ("- " * 3000, "nested more than 64 deep"),
        ("[" * 100_000, "nested more than 64 deep"),
        ("a: b\0c", "p.yaml:1:5: the character U+0000"),
    ],
)
def test_broken_yaml_says_where_and_what_to_do(data, message):
    with pytest.raises(InputError) as caught:
        read(data, "p.yaml")
    assert message in str(caught.value)
    assert caught.value.hint
    assert "\n" not in str(caught.value)


def test_aliases_that_multiply_end_early(monkeypatch):
    monkeypatch.setattr(tree_module, "VALUES", 10_000)
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [" + ", ".join([f"*a{n - 1}"] * 9) + "]" for n in range(1, 10)]
    with pytest.raises(InputError, match="more than 10,000 values"):
        read("\n".join(lines), "p.yaml")
    text = "a: &a " + "x" * 100_000 + "\nb: [" + ", ".join(["*a"] * 200) + "]"
    with pytest.raises(InputError, match="more than the limit of 1 MB"):
        read(text, "p.yaml", megabytes=1)


def test_a_dict_that_holds_itself_or_what_is_no_json():
    loop: dict[str, object] = {}
    loop["a"] = loop
    with pytest.raises(InputError, match="nested more than"):
        read_tree(Source("<dict>", tree=loop))
    with pytest.raises(InputError, match="<dict>: the file has the key 1, which is no text"):
        read_tree(Source("<dict>", tree={1: "x"}))
    with pytest.raises(InputError, match=r"<dict>: /a/0 should be a text.*not a set"):
        read_tree(Source("<dict>", tree={"a": [{1}]}))


def test_comments_may_repeat_and_half_a_surrogate_pair_is_replaced():
    tree = read('{"_": 1, "_": 2, "a\\udc00": "x\\ud800y"}')
    assert tree.value == {"_": 2, "a�": "x�y"}
    assert read('{"a": NaN, "b": -Infinity}').value["b"] == float("-inf")


def test_a_list_of_one_is_that_one():
    assert read('[{"a": 1}]').one_object() == ({"a": 1}, "/0")
    with pytest.raises(ManyProfiles, match="a list of 2 profiles"):
        read("[{}, {}]").one_object()
    with pytest.raises(InputError, match=r"resume\.json:1:1: the file should be an object.*a list"):
        read("[]").one_object()


def test_keys_are_told_from_the_head_alone():
    assert top_keys(Source("x", b'{"a": {"b": 1}, "c": [{"d": "e:"}], "f": "unfin')) == {
        "a",
        "c",
        "f",
    }
    assert top_keys(Source("x", b'[{"a": 1}, {"b": [{"c": 1}]}]')) == {"a", "b"}
    assert top_keys(Source("x", b"# c\nname: x\n'b': y\nwork:\n  - z: 1\n")) == {
        "name",
        "b",
        "work",
    }
    assert top_keys(Source("x", tree={"a": 1})) == {"a"}
    assert head(Source("x", b"\xff\xfea\0")) == "a"


@given(st.binary(max_size=200), st.sampled_from(["x.json", "x.yaml", "x"]))
@example(b"\xff\xfe\x00", "x")
@example(b"!!python/object/apply:os.system [x]", "x.yaml")
def test_any_bytes_give_a_tree_or_an_input_error(data, name):
    source = Source(name, data)
    top_keys(source)
    try:
        tree = read_tree(source)
    except InputError:
        return
    tree.places.locate("/a/b", 0, 1)


def test_places_without_a_text():
    assert Places("<dict>").position("/a") is None


@pytest.mark.parametrize("head_of", [b'{"a": "', b'{\\"', b'{"a\\'])
def test_a_head_that_ends_within_a_text_is_looked_through_once(head_of):
    data = head_of + b'\\"' * 100_000
    started = time.perf_counter()
    top_keys(Source("x", data))
    assert time.perf_counter() - started < 1


def test_too_many_values_are_refused_before_they_are_copied(monkeypatch):
    monkeypatch.setattr(tree_module, "VALUES", 1000)
    with pytest.raises(InputError, match="more than 1,000 values"):
        read("[" + "0," * 2000 + "0]")

"""Two sentences joined by a comma are told from all that only looks like them."""

import pytest

from profilelint.proofing.context.comma_splices import comma_splices
from profilelint.proofing.context.sentence import read

SPLICED = (
    ("I run the lab on the third floor, it has twelve people.", "; it"),
    ("We opened the clinic in a small town, it was full within a month.", "; it"),
    ("My team looks after the payroll of nine schools, we have never missed a day.", "; we"),
    ("The shop was sold in 2018, the new owners kept all the staff.", "; the"),
    ("I write the letters myself, they're short and friendly.", "; they're"),
    ("There is no such thing as a small leak, I've learned that on the job.", "; I've"),
    ("She leads the night shift, her team has the fewest falls.", "; her"),
    ("The budget is tight, that's why I count every hour.", "; that's"),
    ("Please don't call before noon, a short letter is enough.", "; a"),
    ("The bees in my care are calm, what matters to them is the weather.", "; what"),
)
RIGHT = (
    "When I joined the team in 2019, I led two people.",
    "I came, I saw, I conquered.",
    "The more I learn about soil, the less I know about farms.",
    "I led the move to the cloud, I think, better than most.",
    "The plan is sound, I believe.",
    "You enjoy teaching, don't you?",
    "Not only did I lead the team, I built it.",
    "Had I known the price of steel, I would have bought more.",
    "The first time I saw a loom, I knew what I wanted.",
    "By the time the mill closed, the town had found other work.",
    "The nurses I trained, the porters I hired and the cooks I fed still write to me.",
    "It isn't a job, it's a calling.",
    "In twenty years as a baker, I have burnt two loaves.",
    "Hello Tom, I liked your talk on bees.",
    "We were so late, the bus had left.",
    "I run the shop, which is small, the bakery and the café.",
    "The lathe is old, the saw is blunt, and the drill is lost.",
    "I learned in my first year that if nobody asks, I must ask.",
    "I make the parts in the morning, I build them at noon, I test them at night.",
    "Our clients, we believe, deserve better than a form letter.",
    "She runs a small firm in Cork, a company that has made boats since 1902.",
    "Every time a customer complains, I call back the same day.",
    "As the U.S. market grew, we opened a second office.",
    "Whereas most shops sell bread, we sell time.",
    "Now that the children are grown, I have time for the choir.",
    "To grow a team, you need patience.",
    "I teach two courses at the college, one of which is new.",
    "I would do it again, I would.",
    "“I quit today, I mean it,” she wrote.",
    "grew the team and the office is open, we are proud of it.",
)


@pytest.mark.parametrize(("text", "put"), SPLICED)
def test_a_comma_between_two_sentences_is_told(text: str, put: str) -> None:
    slips = list(comma_splices(read(text)))

    assert [slip.suggestions[0] for slip in slips] == [put]
    assert slips[0].suggestions[1][2:].lower() == put[2:].lower()
    assert text[slips[0].start : slips[0].end] == put.replace(";", ",")


@pytest.mark.parametrize("text", RIGHT)
def test_any_other_comma_is_right(told, text):
    assert told(comma_splices, text) == []

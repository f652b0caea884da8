"""Which invitations were accepted: the sample's truth, and what must hold for any network."""

import json
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

import profilelint
from profilelint.network.acceptance import Outcome, address_key, judge, name_key
from profilelint.network.model import Connection, Network, Sent

DAY = date(2026, 10, 1)
ROOT = "https://www.linkedin.com/in/"


def outcomes(connections, invitations, unknown=()):
    sent = tuple(
        Sent(index, name, url, None, day) for index, (name, url, day) in enumerate(invitations)
    )
    network = Network(connections=tuple(connections), sent=sent, unknown=dict(unknown))
    return [one.outcome.value for one in judge(network)]


def test_the_sample_is_judged_as_its_truth_says(archive, changer):
    truth = json.loads((archive / "career-changer-en.invitations.json").read_text("utf-8"))
    told = [(row.recipient, row.accepted) for row in changer.invitations]
    assert told == [(one["to"], one["accepted"]) for one in truth["outgoing"]]
    assert changer.totals.accepted == 5
    assert changer.totals.not_so_far == 12


def test_folder_and_zip_tell_the_same(archive, changer):
    folder = profilelint.outreach(archive / "career-changer-en", as_of="2026-11-02")
    assert folder.invitations == changer.invitations
    assert folder.companies == changer.companies


def test_the_old_layout_has_no_addresses_and_goes_by_names(archive):
    report = profilelint.outreach(archive / "executive-en-2018", as_of="2018-05-20")
    # Both were connections for years before their invitations.
    assert [row.outcome.value for row in report.invitations] == ["connected-before"] * 2
    assert [row.url for row in report.invitations] == [None, None]
    assert report.totals.accepted == 0


def test_a_connection_older_than_the_invitation_is_none_of_its_doing(archive):
    report = profilelint.outreach(archive / "engineer-mistakes-en.zip", as_of="2026-08-20")
    told = [row.outcome for row in report.invitations]
    assert told.count(Outcome.CONNECTED_BEFORE) == 6
    assert told.count(Outcome.NOT_SO_FAR) == 2


def test_of_two_people_of_one_name_the_address_tells_which():
    niamh = Connection("Niamh Example", f"{ROOT}niamh-a", since=DAY)
    assert outcomes([niamh], [("Niamh Example", f"{ROOT}niamh-b", DAY)]) == ["not-so-far"]
    assert outcomes([niamh], [("Niamh Example", f"{ROOT}Niamh-A/?trk=x", DAY)]) == ["accepted"]
    # Where one of the two has no address the name has to do.
    assert outcomes([niamh], [("Niamh  EXAMPLE", None, DAY)]) == ["accepted"]


def test_of_two_people_of_one_name_without_address_the_day_tells():
    old = Connection("Niamh Example", since=DAY - timedelta(days=9))
    new = Connection("Niamh Example", since=DAY + timedelta(days=1))
    assert outcomes([old, new], [("Niamh Example", None, DAY)]) == ["accepted"]
    assert outcomes([old], [("Niamh Example", None, DAY)]) == ["connected-before"]


def test_the_last_invitation_before_the_connection_was_accepted():
    lorcan = Connection("Lorcan Example", since=DAY + timedelta(days=20))
    invitations = [
        ("Lorcan Example", None, DAY),
        ("Lorcan Example", None, DAY + timedelta(days=15)),
        ("Lorcan Example", None, DAY + timedelta(days=25)),
    ]
    assert outcomes([lorcan], invitations) == ["not-so-far", "accepted", "connected-before"]


def test_accepted_on_the_day_it_was_sent():
    assert outcomes([Connection("Bo Example", since=DAY)], [("Bo Example", None, DAY)]) == [
        "accepted"
    ]


def test_a_connection_told_twice_explains_one_invitation():
    twice = [Connection("Bo Example", f"{ROOT}bo", since=DAY + timedelta(days=9))] * 2
    invitations = [("Bo Example", f"{ROOT}bo", DAY), ("Bo Example", f"{ROOT}bo", DAY)]
    assert sorted(outcomes(twice, invitations)) == ["accepted", "not-so-far"]


def test_what_cannot_be_told_is_unknown():
    assert outcomes([], [("Bo Example", None, DAY)], {"connections": "absent"}) == ["unknown"]
    undated = Connection("Bo Example")
    assert outcomes([undated], [("Bo Example", None, DAY)]) == ["unknown"]
    assert outcomes([Connection("Bo Example", since=DAY)], [("Bo Example", None, None)]) == [
        "unknown"
    ]
    assert outcomes([Connection("Bo Example", since=DAY)], [(None, None, DAY)]) == ["unknown"]
    # A member without a name was deleted; that is nobody whom somebody without a name is.
    assert outcomes([Connection(None, since=DAY)], [(None, None, DAY)]) == ["unknown"]


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("https://www.linkedin.com/in/ada-example", "ada-example"),
        ("http://nz.linkedin.com/in/ADA-Example/?originalSubdomain=nz", "ada-example"),
        ("https://www.linkedin.com/in/zo%C3%AB-example", "zoë-example"),
        ("https://www.linkedin.com/in/zoe\u0308-example", "zoë-example"),
        ("https://www.linkedin.com/in/ACoAAB1xyzABCdefGHIjklMNOpqrSTUvwx", None),
        ("https://www.linkedin.com/company/acme", None),
        ("", None),
        (None, None),
    ],
)
def test_addresses_are_compared_by_what_names_the_person(url, key):
    assert address_key(url) == key


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Ada Example, PhD", "ada example"),
        ("Ada Example (she/her)", "ada example"),
        ("(Ada) Example", "(ada) example"),
        ("  ", None),
        (None, None),
    ],
)
def test_names_are_compared_without_degrees(name, key):
    assert name_key(name) == key


NAMES = st.sampled_from(["Ada Example", "Bo Example", None])
URLS = st.sampled_from([f"{ROOT}ada", f"{ROOT}bo", f"{ROOT}bo-2", None])
DAYS = st.one_of(st.none(), st.dates(DAY, DAY + timedelta(days=6)))
NETWORKS = st.builds(
    lambda connections, sent: Network(
        tuple(connections), tuple(Sent(i, *one) for i, one in enumerate(sent))
    ),
    st.lists(st.builds(Connection, NAMES, URLS, since=DAYS), max_size=6),
    st.lists(st.tuples(NAMES, URLS, st.none(), DAYS), max_size=6),
)


@given(NETWORKS)
def test_each_accepted_invitation_has_a_connection_of_its_own_that_is_not_older(network):
    judged = judge(network)
    assert [one.sent for one in judged] == list(network.sent)
    accepted = [one for one in judged if one.outcome is Outcome.ACCEPTED]
    assert len({id(one.connection) for one in accepted}) == len(accepted)
    for one in accepted:
        assert one.connection.since >= one.sent.day
        addresses = {address_key(one.connection.url), address_key(one.sent.url)}
        if None not in addresses:
            assert len(addresses) == 1
        else:
            assert name_key(one.connection.name) == name_key(one.sent.recipient)


@given(NETWORKS, st.builds(Connection, NAMES, URLS, since=st.dates(DAY)))
def test_one_more_connection_never_takes_an_acceptance_away(network, another):
    def accepted(connections):
        judged = judge(Network(tuple(connections), network.sent))
        return sum(one.outcome is Outcome.ACCEPTED for one in judged)

    before = accepted(network.connections)
    assert before <= accepted((*network.connections, another)) <= before + 1


@given(NETWORKS, st.randoms())
def test_the_order_of_the_connections_does_not_matter(network, random):
    shuffled = list(network.connections)
    random.shuffle(shuffled)
    again = judge(Network(tuple(shuffled), network.sent))
    assert [one.outcome for one in again] == [one.outcome for one in judge(network)]

"""What a micro project is now, and the needs that it came from."""

from components.projects.now import needs_list, needs_say, now
from tests.components.projects.rows import THEN, need, note, profile
from tests.components.tree import elements, of_type, text


def facts(own, notes=None, *, phase="unknown", twin=None, masked=False):
    listed = now(own, phase, notes or {}, twin=twin, masked=masked)
    return {text(pair.children[0]): text(pair.children[1]) for pair in listed.children}


def test_what_nobody_recorded_is_unknown():
    found = facts(profile())
    assert {found[term] for term in ("What it became", "Phase", "End", "Form", "Run by", "Jobs", "Accelerator")} == {"unknown"}


def test_codes_are_shown_in_words():
    found = facts(profile(end_state="open", format="cooperative", run_by="users", accelerated=True), phase="design")
    assert (found["End"], found["Form"], found["Run by"], found["Phase"]) == ("open", "cooperative", "service users", "Service design")
    assert found["Accelerator"] == "part of SEMPRE Accelerators"


def test_few_jobs_are_hidden_from_those_who_may_not_see_them():
    assert (facts(profile(jobs=3), masked=True)["Jobs"], facts(profile(jobs=3))["Jobs"]) == ("<5", "3")


def test_our_reading_is_marked_at_its_value():
    found = facts(profile(format="undecided"), {("micro_project", 1): [note("format")]})
    assert found["Form"] == "not yet decided° (our reading: Read from a page.)"


def test_what_another_source_says_stands_under_the_value():
    found = facts(profile(jobs=6), {("micro_project", 1): [note("jobs", "stated", text="The brief says six.")]})
    assert found["Jobs"] == "6The brief says six. (a page)"


def test_groups_are_named_where_the_source_says_it_in_other_words():
    found = facts(profile(for_whom="Afghan migrants", target_groups=("migrants",)))
    assert found["For whom"] == "Afghan migrantscounted under: migrants and refugees"


def test_network_and_group_are_links():
    listed = now(profile(), "unknown", {}, twin=None, masked=False)
    assert [link.href for link in of_type(listed, "Link")] == ["/network?network=3", "/stakeholders/7"]


def test_what_may_be_the_same_is_named_and_linked_where_it_is_recorded():
    listed = now(profile(), "unknown", {}, twin=("Sewing circle", 9), masked=False)
    assert of_type(listed, "Link")[-1].href == "/stakeholders/9"
    assert facts(profile(), twin=("Sewing circle", None))["Also known as"] == "perhaps Sewing circle"


def test_no_need_is_said():
    assert text(needs_list([], masked=False)).startswith("No need is recorded.")


def test_a_need_says_how_and_when_it_was_found():
    (item,) = of_type(needs_list([need(method="future workshop", participants=16, **THEN)], masked=False), "Li")
    assert "Future workshop, 2 September 2017, 16 people took part" in text(item)


def test_what_is_unknown_of_a_need_is_said():
    assert "method unknown, date unknown" in text(needs_list([need()], masked=False))


def test_small_counts_at_a_need_are_hidden_from_those_who_may_not_see_them():
    found = text(needs_list([need(participants=4, votes=3)], masked=True))
    assert "<5 people took part, <5 votes" in found


def test_the_sentence_counts_the_needs():
    assert (needs_say([]), needs_say([need()]), needs_say([need(), need()])) == (
        None,
        "It came from one recorded need.",
        "It came from 2 recorded needs.",
    )


def test_a_need_names_its_source():
    assert any(text(part) == "Source: a document" for part in elements(needs_list([need()], masked=False)))

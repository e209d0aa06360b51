"""The dated list of events."""

from datetime import date

from components.needs.events import event_list, events_rule, events_say, invitations_table
from tests.components.needs.rows import absent, around, event, gathering, need, note, visitor
from tests.components.tree import attribute, of_type, text

DAY = {"day_first": date(2017, 9, 2), "day_last": date(2017, 9, 2)}


def facts(line, surroundings):
    """Term -> words of the one event."""
    shown = event_list([line], surroundings, name="Events")
    return dict(zip(map(text, of_type(shown, "Dt")), map(text, of_type(shown, "Dd")), strict=True))


def buttons(line, surroundings):
    return [attribute(button, "data-form") for button in of_type(event_list([line], surroundings, name="Events"), "Button")]


def test_an_event_of_which_nothing_is_known_says_so():
    shown = text(event_list([event()], around(), name="Events"))
    assert shown.startswith("date unknown Open day Meeting, place unknown · Northern Valley")
    assert facts(event(), around()) == {"How many": "unknown", "Who was there": "not recorded"}


def test_a_count_keeps_its_unit_and_whether_it_is_rough():
    assert facts(event(participants=30, participants_unit="parents", about=True), around())["How many"] == "about 30 parents"
    assert facts(event(participants=16), around())["How many"] == "16 people"


def test_small_counts_are_hidden_with_what_another_source_says():
    notes = {("event", 7): [note("participants", other_value="3")]}
    assert facts(event(participants=4), around(notes=notes, masked=True))["How many"] == "<5 people"
    assert facts(event(participants=40), around(notes=notes, masked=True))["How many"] == "40 people"
    assert "says: 3" in facts(event(participants=40), around(notes=notes))["How many"]


def test_who_came_stands_under_how_sure_it_was_the_first_time():
    came = [visitor("School", "first"), visitor("Church", "again", 2), visitor("Choir", "perhaps", 3), visitor("Firm", "first", 4)]
    shown = facts(event(), around(gathering(came)))
    assert shown == {
        "How many": "unknown",
        "Came for the first time": "School, Firm",
        "Perhaps for the first time": "Choir",
        "Came again": "Church",
    }


def test_who_stayed_away_is_told_apart_from_whoever_is_not_recorded():
    found = gathering(
        [visitor("School")],
        [absent("Church", before=True, row=5), absent("Mayor", before=False, row=6)],
        [absent("Choir", before=True)],
    )
    shown = facts(event(), around(found))
    assert shown["Used to come, stayed away"] == "Church"
    assert shown["Was expected, stayed away"] == "Mayor"
    assert shown["Came before, not recorded here"] == "Choir"


def test_of_many_the_first_are_named():
    many = [visitor(f"Group {number}", "first", number) for number in range(12)]
    assert facts(event(), around(gathering(many)))["Came for the first time"].endswith("Group 7 and 4 more")


def test_needs_and_guests_stand_with_their_event():
    shown = facts(event(), around(needs={7: [(1, need().what)]}, guests={7: [(3, "Varde"), (4, None)]}))
    assert shown["Needs found there"] == "A place to meet"
    assert shown["Guest networks"] == "Varde a network that you do not see"


def test_those_who_edit_begin_with_the_event():
    assert buttons(event(), around()) == []
    assert buttons(event(), around(editable=True)) == ["event/7", "attendance?event=7", "need?event=7"]
    assert buttons(event(), around(editable=True, inviting=True))[-1] == "event_guest?event=7"


def test_who_was_there_can_be_corrected_one_by_one():
    found = gathering([visitor("School")], [absent("Church", before=True, row=5)])
    assert buttons(event(), around(found, editable=True))[:2] == ["attendance/101", "attendance/5"]


def test_a_guest_whom_one_does_not_see_cannot_be_changed():
    assert "event_guest/4" not in buttons(event(), around(guests={7: [(4, None)]}, editable=True))
    assert "event_guest/4" in buttons(event(), around(guests={7: [(4, "Varde")]}, editable=True))


def test_the_sentence_counts_events_dates_and_those_of_whom_it_is_known_who_came():
    shown = events_say([event(attended=True, **DAY), event()])
    assert shown == "2 events are recorded. 1 has no date. Who was there is recorded for 1 of 2."


def test_a_chosen_group_keeps_events_that_name_none():
    assert "no target group" in events_rule(group=True)
    assert "no target group" not in events_rule(group=False)


def test_an_invitation_shows_title_date_place_and_host():
    invited = event(title="Study day", place="Heide", host="Coast", **DAY)
    rows = of_type(of_type(invitations_table([invited], caption="Events", page=1, total=1, href=str), "Tbody"), "Tr")
    assert [text(row) for row in rows] == ["Study day 2 September 2017 Heide Coast"]

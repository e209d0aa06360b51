"""Numbers and addresses are found for certain, names as a guess that rarely takes a thing for a person."""

import time

import pytest

from data_layer.personal import contacts_in, names_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Call me: 0431 123456", "0431 123456"),
        ("+46 70-123 45 67 is my number", "+46 70-123 45 67"),
        ("رقمي ٠٧٠١٢٣٤٥٦٧", "٠٧٠١٢٣٤٥٦٧"),
        ("My number is 850101-1234", "850101-1234"),
        ("Write to anna@example.org", "anna@example.org"),
        ("anna.s (at) example.de", "anna.s (at) example.de"),
        ("see https://example.org/me", "https://example.org/me"),
        ("www.example.se", "www.example.se"),
        ("I am @anna_s there", "@anna_s"),
        ("Ich wohne Hauptstraße 12", "Hauptstraße 12"),
        ("Storgatan 5 i Luleå", "Storgatan 5"),
        ("at 12 Market Street", "12 Market Street"),
    ],
)
def test_numbers_and_addresses_are_found(text, found):
    assert contacts_in(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "We met on 18.04.2018 at 10:00",
        "18/04/2018",
        "from 2015-2018, every week",
        "10:00-12:30 was too short",
        "2018-04-18",
        "There were 25 of us, 12 came again.",
        "It cost 1 250 kr.",
        "We laughed a lot...and cooked.",
        "z.B. das Kochen",
    ],
)
def test_dates_hours_and_counts_are_no_numbers_of_anybody(text):
    assert contacts_in(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("My name is Amal", "My name is Amal"),
        ("Ich heiße Fatima und koche gern.", "Ich heiße Fatima"),
        ("Thank you to Mrs Svensson!", "Mrs Svensson"),
        ("Frau Schmidt hat zugehört.", "Frau Schmidt"),
        ("Herrn Meyer danke ich.", "Herrn Meyer"),
        ("I talked with Anna Lind every week.", "Anna Lind"),
        ("Ich war mit Anna Schmidt dort.", "Anna Schmidt"),
        ("With Anna Lind it was easy.", "Anna Lind"),
        ("Мене звати Олена", "Мене звати Олена"),
        ("Мені допомогла пані Коваль", "пані Коваль"),
        ("Дякую за все Олена Коваль", "Олена Коваль"),
        ("ساعدتني السيدة فاطمة", "السيدة فاطمة"),
    ],
)
def test_what_looks_like_a_name_is_found(text, found):
    assert names_in(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Das Jobcenter war freundlich. Die Frauen haben zusammen gekocht.",
        "Die Mitarbeitenden hatten Zeit. Zwei Frauen haben übersetzt.",
        "Ich war im Jobcenter Plön und in der Stadt Kiel.",
        "Wir haben Anfang Januar begonnen.",
        "Das Treffen am Montag Abend war gut.",
        "Es gab Kaffee und Kuchen, Musik und viel Zeit.",
        "We met every Monday. There was time.",
        "Somebody from the Red Cross came along.",
        "The job centre helped. In March April came too early.",
        "Mehr Sprachkurse, Kinderbetreuung, Fahrten",
        "Han hade tid. Vi bestämde själva.",
        "Було багато часу. Ми вирішували разом.",
        "SEMPRE LEN",
        "كان هناك وقت كاف",
    ],
)
def test_ordinary_sentences_hold_no_name(text):
    assert names_in(text) == []


@pytest.mark.parametrize("find", [contacts_in, names_in], ids=lambda find: find.__name__)
@pytest.mark.parametrize("text", ["1 " * 5_000, "A" * 10_000, "Aa " * 3_000, "a." * 5_000, "@" * 10_000, "+(" * 5_000, "www." * 2_500])
def test_no_text_takes_long(find, text):
    begun = time.perf_counter()
    find(text)
    assert time.perf_counter() - begun < 0.5

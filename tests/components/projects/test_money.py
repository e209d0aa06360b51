"""Where the money of a micro project comes from."""

from datetime import date

from components.projects.money import money_picture, money_says
from components.table import ROWS_PER_PAGE
from tests.components.projects.rows import THEN, case, end, note, row, tie
from tests.components.tree import of_type, text

DAY = date(2017, 9, 2)


def cells(found):
    (line,) = of_type(of_type(found, "Tbody"), "Tr")
    return [text(cell) for cell in line.children]


def picture(cases, ties=(), *, notes=None, page=1):
    return money_picture(cases, ties, 7, notes or {}, page=page, href=lambda number: f"/here?money={number}")


def table(one, notes=None):
    return cells(picture([one], notes={("funding_case", 1): notes or []}))


def test_what_is_not_stated_is_unknown_and_never_nothing():
    assert table(case()) == [
        "Councilgrant",
        "not stated",
        "how far it went is unknowndate unknown",
        *["unknown"] * 3,
        "a document",
    ]


def test_amounts_stand_in_the_currency_of_the_case():
    found = table(case(currency="SEK", applied_minor=500000, awarded_minor=250050))
    assert found[3:5] == ["SEK 5,000.00", "SEK 2,500.50"]


def test_each_receipt_is_shown_with_its_day():
    paid = row(amount_minor=5000, currency="EUR", **THEN)
    unpaid = row(amount_minor=300, currency="EUR")
    assert table(case(currency="EUR", receipts=[paid, unpaid]))[5] == "EUR 50.002 September 2017 EUR 3.00date unknown"


def test_help_in_kind_is_no_money():
    assert table(case(in_kind_quantity=30, in_kind_unit="books"))[4] == "in kind: 30 books"


def test_money_that_passed_through_another_body_says_so():
    assert table(case(what_for="books", regrant=True, before_sempre=True))[1] == "bookspassed on by another bodybefore SEMPRE"


def test_a_note_on_the_state_is_marked():
    assert table(case(state="received"), [note("state")])[2] == "received° (our reading: Read from a page.)date unknown"


def test_a_case_says_when():
    assert table(case(decided_first=DAY, decided_last=DAY))[2].endswith("decided: 2 September 2017")
    assert table(case(decided_first=DAY, decided_last=date(2017, 9, 4)))[2].endswith("some day between 2 September and 4 September 2017")
    assert table(case(applied_first=DAY, applied_last=DAY))[2].endswith("from 2 September 2017")


def test_without_a_case_ties_of_money_are_told():
    found = picture([], [tie(end(2, "Coop"), relation="money"), tie(end(3, "Town"))])
    assert text(found) == "No funding case is recorded.Ties of money are recorded with Coop; their amounts are unknown."


def test_without_any_trace_of_money_it_is_unknown():
    assert text(picture([])).endswith("Where its money comes from is unknown.")


def test_the_sentence_says_for_how_many_the_sum_is_stated():
    assert money_says([case(awarded_minor=5), case(), case()]) == "3 funding cases are recorded. The sum is stated for 1 of 3."


def test_the_sentence_for_one_case():
    assert money_says([case()]) == "One funding case is recorded. Its sum is unknown."


def test_no_case_no_sentence():
    assert money_says([]) is None


def test_many_cases_come_in_pages():
    cases = [case(id=number, funder=f"Funder {number}") for number in range(ROWS_PER_PAGE + 1)]
    first, second = picture(cases), picture(cases, page=2)
    assert (len(of_type(of_type(first, "Tbody"), "Tr")), cells(second)[0]) == (ROWS_PER_PAGE, f"Funder {ROWS_PER_PAGE}grant")
    assert [each.href for each in of_type(first, "Link")] == ["/here?money=2"]

"""Sources and the reason why each fits or not."""

from datetime import date
from types import SimpleNamespace

import pytest

from components.projects.ownership.fit import fit_list, fit_says
from components.projects.ownership.fit_words import reason
from data_layer.analysis.fit import VERDICTS, Aspect, Criterion, Fit, Why
from tests.components.tree import find_all, text

SOURCE = SimpleNamespace(
    id=1,
    funder="County",
    name=None,
    instrument="grant",
    who_may_apply=None,
    formats=("association", "ngo"),
    phases=("support",),
    country="SE",
    currency="EUR",
    amount_min=None,
    amount_max=50_000,
    deadline=date(2027, 1, 1),
)
PROJECT = SimpleNamespace(format="informal_group", phase="design", country="DE", currency="EUR", needed_minor=100_000)


def criterion(aspect, why):
    return Criterion(aspect, VERDICTS[why], why)


def judged(*whys):
    return Fit(SOURCE, tuple(criterion(Aspect.COUNTRY, why) for why in whys))


@pytest.mark.parametrize(
    ("aspect", "why", "words"),
    [
        (Aspect.FORMAT, Why.NOT_ACCEPTED, "it asks for: association and NGO (other); this is: informal group."),
        (Aspect.FORMAT, Why.UNDECIDED, "is not decided yet."),
        (Aspect.WHO, Why.LEGAL_FORM_NEEDED, "it asks for a legal form, and this micro project has none."),
        (Aspect.PHASE, Why.NOT_ACCEPTED, "this micro project is in: service design."),
        (Aspect.COUNTRY, Why.NOT_ACCEPTED, "it is for Sweden; this micro project is in Germany."),
        (Aspect.AMOUNT, Why.TOO_LITTLE, "it covers a part."),
        (Aspect.AMOUNT, Why.PROJECT_SILENT, "how much is needed is unknown."),
        (Aspect.DEADLINE, Why.PASSED, "it passed on 1 January 2027: ask for the next one."),
    ],
)
def test_each_reason_is_said_in_words(aspect, why, words):
    assert words in reason(criterion(aspect, why), SOURCE, PROJECT).replace("\N{NO-BREAK SPACE}", " ")


def test_what_the_source_says_of_who_may_apply_stands_beside_our_verdict():
    source = SimpleNamespace(**{**vars(SOURCE), "who_may_apply": "registered clubs"})
    assert reason(criterion(Aspect.WHO, Why.LEGAL_FORM_NEEDED), source, PROJECT).endswith("Who may apply, in its words: registered clubs.")


def test_what_nobody_recorded_of_a_source_stands_in_one_line():
    fit = Fit(SOURCE, (criterion(Aspect.FORMAT, Why.SOURCE_SILENT), criterion(Aspect.PHASE, Why.SOURCE_SILENT)))
    shown = fit_list([fit], PROJECT, name="Sources")
    assert len(find_all(shown, "is-unknown")) == 1
    assert "Not recorded of this source: form, phase. Ask for it." in text(shown)


def test_the_verdict_is_said_to_those_who_listen():
    assert "Country (does not fit): it is for Sweden" in text(fit_list([judged(Why.NOT_ACCEPTED)], PROJECT, name="Sources"))


@pytest.mark.parametrize(
    ("fits", "words"),
    [
        ([judged(Why.NOT_ACCEPTED)], "Each source asks for something that this micro project does not have"),
        ([judged(Why.ACCEPTED), judged(Why.NOT_ACCEPTED)], "Nothing speaks against 1 of 2 sources. One of them fits in every respect."),
        ([judged(Why.SOURCE_SILENT)], "But none is known in every respect"),
    ],
)
def test_the_sentence_says_how_many_fit(fits, words):
    assert words in fit_says(fits)


def test_an_empty_catalogue_is_no_sentence():
    assert fit_says([]) is None
    assert text(fit_list([], PROJECT, name="Sources")).startswith("No funding source is recorded.")

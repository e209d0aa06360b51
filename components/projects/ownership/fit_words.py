"""The sentence for each reason why a funding source fits a micro project, or does not."""

from collections.abc import Sequence

from flask_babel import gettext as _

from components.formats import country, listing, money, money_range, vague_date
from components.projects.ownership.terms import Criterion, Offer, Owned
from components.vocabulary import label


def aspect_words(aspect: str) -> str:
    """What a criterion is about."""
    return {
        "format": _("form"),
        "who": _("who may apply"),
        "phase": _("phase"),
        "country": _("country"),
        "amount": _("amount"),
        "deadline": _("deadline"),
    }[aspect]


def reason(criterion: Criterion, source: Offer, project: Owned) -> str:
    """Why a criterion has its verdict, in words; not for what the source is silent about, which stands in one line."""
    sentences = {
        "format": lambda: _form(criterion.why, source, project),
        "who": lambda: _who(criterion.why, source),
        "phase": lambda: _phase(criterion.why, source, project),
        "country": lambda: _country(criterion.why, source, project),
        "amount": lambda: _amount(criterion.why, source, project),
        "deadline": lambda: _deadline(criterion.why, source),
    }
    return sentences[criterion.aspect]()


def _form(why: str, source: Offer, project: Owned) -> str:
    asked = _any_of("organisational_format", source.formats)
    if why == "project_silent":
        return _("it asks for: %(asked)s; the form of this micro project is unknown.", asked=asked)
    if why == "undecided":
        return _("it asks for: %(asked)s; the form of this micro project is not decided yet.", asked=asked)
    return _("it asks for: %(asked)s; this is: %(own)s.", asked=asked, own=label("organisational_format", project.format))


def _who(why: str, source: Offer) -> str:
    sentence = {
        "informal_welcome": _("groups without a legal form may apply."),
        "legal_form": _("this micro project has a legal form."),
        "legal_form_needed": _("it asks for a legal form, and this micro project has none."),
        "project_silent": _("it asks for a legal form; whether this micro project has one is unknown."),
    }[why]
    return f"{sentence} " + _("Who may apply, in its words: %(words)s.", words=source.who_may_apply) if source.who_may_apply else sentence


def _phase(why: str, source: Offer, project: Owned) -> str:
    asked = _any_of("phase", source.phases)
    if why == "project_silent":
        return _("it is for: %(asked)s; the phase of this micro project is unknown.", asked=asked)
    return _("it is for: %(asked)s; this micro project is in: %(own)s.", asked=asked, own=label("phase", project.phase))


def _country(why: str, source: Offer, project: Owned) -> str:
    asked = country(source.country)
    if why == "project_silent":
        return _("it is for %(asked)s; the country of this micro project is unknown.", asked=asked)
    if why == "accepted":
        return _("it is for %(asked)s, where this micro project is.", asked=asked)
    return _("it is for %(asked)s; this micro project is in %(own)s.", asked=asked, own=country(project.country))


def _amount(why: str, source: Offer, project: Owned) -> str:
    gives = money_range(source.amount_min, source.amount_max, source.currency or "")
    if why == "project_silent" or project.currency is None:
        return _("it gives %(gives)s; how much is needed is unknown.", gives=gives)
    needed = money(project.needed_minor, project.currency)
    return {
        "other_currency": _("it gives %(gives)s, %(needed)s are needed: two currencies are not compared.", gives=gives, needed=needed),
        "too_little": _("it gives %(gives)s, %(needed)s are needed: it covers a part.", gives=gives, needed=needed),
        "too_much": _("it gives %(gives)s, only %(needed)s are needed.", gives=gives, needed=needed),
        "accepted": _("it gives %(gives)s, %(needed)s are needed.", gives=gives, needed=needed),
    }[why]


def _deadline(why: str, source: Offer) -> str:
    day = vague_date(source.deadline, source.deadline)
    return (
        _("it can be applied for until %(day)s.", day=day) if why == "open" else _("it passed on %(day)s: ask for the next one.", day=day)
    )


def _any_of(vocabulary: str, codes: Sequence[str]) -> str:
    return listing([label(vocabulary, code) for code in codes])

"""How the figures of the funding page are counted, each with a link to the help."""

from flask_babel import gettext as _
from flask_babel import ngettext

from components.content import Content
from components.help.help_link import with_help


def states_rule(*, undated: int) -> Content:
    """What is a case, and how many of them have no date."""
    sentences = [_("Refused cases stay in the list.")]
    if undated:
        words = ngettext("One case has no date and stays in every year.", "%(num)s cases have no date and stay in every year.", undated)
        sentences.append(words)
    return with_help(" ".join(sentences), "case-state", _("About how far a case got"))


def totals_rule() -> Content:
    """What is in the sums and what is not."""
    rule = _(
        "Each case counts once. Currencies are never added together, help in kind is in no sum. Money that somebody handed on "
        "stands beside the sums: its first giver may be recorded too. Where a year is chosen, an award counts by its decision "
        "and money by the day on which it came; what has no date counts in every year."
    )
    return with_help(rule, "totals", _("About totals of money"))


def flow_rule() -> Content:
    """Which cases are drawn, and with which sum."""
    rule = _("What was awarded or, where that is not stated, what came. Ideas, applications and refusals are not drawn.")
    return with_help(rule, "in-kind", _("About help in kind"))


def shares_rule() -> Content:
    """What counts as one source, and when a share can be told."""
    rule = _(
        "All that one funder gives is one source. A share is told only where every sum is known and in one currency; "
        "help in kind counts as a source, not as money. Ideas, applications and refusals do not count. What has ended, is "
        "self-sustaining or was taken up by a provider is counted here too; the overview leaves it out."
    )
    return with_help(rule, "largest-source", _("About the largest source"))


def sources_rule() -> Content:
    """What the mark beside a value says, in the catalogue."""
    return with_help(_readings(), "who-may-apply", _("About who may apply"))


def cases_rule() -> Content:
    """What the mark beside a value says, in the list of cases."""
    return with_help(_readings(), "funding-case", _("About funding cases"))


def _readings() -> str:
    return _("A small circle (°) marks our reading of what a source says.")

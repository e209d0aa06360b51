"""Voices: what service users say helped them and what did not, and the statements that wait to be coded."""

from dataclasses import dataclass

import dash
from dash import html
from flask_babel import gettext as _

from components.charts.crossing import crossing
from components.charts.paired_bars import Pair, paired_bars
from components.columns import two
from components.editing.edit_button import add_button, edit_row
from components.empty import empty
from components.figures import Figure, figures
from components.filters import Choice, Filters, address_with, page_address, within
from components.help.help_link import help_link
from components.link import link
from components.page import page
from components.question import question
from components.scope_line import NETWORK, YEAR, chosen, read_scope, scope_line
from components.table import page_links, pages_of
from components.vocabulary import labels
from components.voices.coding_form import coding_form
from components.voices.findings import agreement_how, agreement_now, counted_how, crossed_now, themes_now, waits_now
from components.voices.statement import statement
from components.voices.tables import agreement_table, themes_table
from components.voices.words import period_words, theme_words
from dashboard.permissions import Permission
from dashboard.security import actor, may_edit
from data_layer.access import reading
from data_layer.analysis.agreement import FEWEST, agreement
from data_layer.analysis.theme import (
    Standing,
    all_themes,
    by_kind,
    coded_by_two,
    crossed,
    is_own_first,
    names_of,
    period_of,
    periods,
    placing,
    standing,
    themes_of,
    waiting,
)
from data_layer.note import field_notes
from data_layer.personal import names_in
from data_layer.scope import Scope, choices
from data_layer.vocabulary import AccountRole, Teller, VoiceKind
from data_layer.voices.voice import OWN, OwnTheme, VoiceLine, first_of, own_themes, second_of, voices, words_of

PATH = "/voices"
WHO, THEME, WAIT, PAGE, WAITING_PAGE = "who", "theme", "wait", "page", "waiting-page"
ANYBODY = "anybody"
PER_PAGE, WAITING_PER_PAGE = 25, 5
PAGES = [str(n) for n in range(1, 1000)]

dash.register_page(__name__, path=PATH, title=lambda **_variables: _("Voices"), permission=Permission.VOICE_READ)


@dataclass(frozen=True, slots=True)
class _Shown:
    """All that the page shows: statements by the chosen people (`said`), all of them, and those listed on this page with their words."""

    everything: list[VoiceLine]
    said: list[VoiceLine]
    waits: list[VoiceLine]
    listed: list[VoiceLine]
    words: dict[int, str]
    invented: set[int]
    own: list[OwnTheme]
    themes: list[str]
    filters: Filters

    @property
    def counted(self):
        return coded_by_two(self.said)

    @property
    def several(self):
        return len({line.network_id for line in self.everything}) > 1


def layout(**query):
    with reading(actor()) as session:
        offered = choices(session)
        own = own_themes(session, Scope())
        themes = all_themes(own)
        more = {WHO: [*Teller, ANYBODY], THEME: themes, WAIT: list(Standing)[:-1], PAGE: PAGES, WAITING_PAGE: PAGES}
        filters = read_scope(query, offered, more=more)
        shown = _read(session, filters, own)
    who = [("", _("service users")), (ANYBODY, _("anybody")), *((code, label) for code, label in labels("teller").items())]
    tellers = [(code, label) for code, label in who if code != Teller.SERVICE_USER]
    picks = [_("as said by"), Choice(WHO, _("Who says it"), tellers, filters.get(WHO))]
    return page(
        eyebrow=[link(_("Participation"), "/participation"), " · ", _("Voices")],
        title=_("What helps, in people’s own words?"),
        lede=_("Statements without names. Two people read each of them and say which themes they see."),
        filters=scope_line(filters, offered, reset=PATH, more=picks),
        ignored=shown.filters.ignored,
        children=[
            _themes(shown),
            *([_waits(shown)] if may_edit("coding") else []),
            two(_times(shown), _places(shown)),
            _said(shown),
            *([_agreement(shown)] if may_edit("coding") else []),
        ],
    )


def _read(session, filters, own):
    scope = Scope(**chosen(filters))
    everything = voices(session, scope, own)
    who = filters.get(WHO) or Teller.SERVICE_USER
    said = [line for line in everything if who in (ANYBODY, line.teller)]
    themed = [line for line in said if not filters.get(THEME) or filters.get(THEME) in themes_of(line)]
    waits = waiting(everything, account_id=actor().account_id, wanted=filters.get(WAIT) or None) if may_edit("coding") else []
    filters = within(filters, **{PAGE: pages_of(len(themed), PER_PAGE), WAITING_PAGE: pages_of(len(waits), WAITING_PER_PAGE)})
    waits = _on_page(waits, filters.get(WAITING_PAGE, "1"), WAITING_PER_PAGE)
    ids = {line.id for line in (*waits, *_on_page(themed, filters.get(PAGE, "1"), PER_PAGE))}
    return _Shown(
        everything=everything,
        said=said,
        waits=waits,
        listed=themed,
        words=words_of(session, ids),
        invented={note.row_id for note in field_notes(session, voice=ids) if note.kind == "invented"},
        own=own,
        themes=all_themes([theme for theme in own if theme.network_id in {line.network_id for line in everything}]),
        filters=filters,
    )


def _themes(shown):
    masked, counted = _masked(), shown.counted
    counts = by_kind(counted)
    pairs = [Pair(theme_words(theme), counts[theme, VoiceKind.HELPED], counts[theme, VoiceKind.DID_NOT_HELP]) for theme in shown.themes]
    left = [line for line in shown.said if line not in counted]
    if left and not masked:
        helped, not_helped = (sum(line.kind == kind for line in left) for kind in (VoiceKind.HELPED, VoiceKind.DID_NOT_HELP))
        pairs.append(Pair(_("not coded by two yet"), helped, not_helped, unknown=True))
    heads = (_("Helped"), _("Was missing or did not help"))
    others = len(shown.everything) - len(shown.said)
    return question(
        _("What do service users say helped, and what did not?")
        if not shown.filters.get(WHO)
        else _("What is said to have helped, and what not?"),
        paired_bars(pairs, heads, name=_("Statements by theme"), masked=masked) if shown.said else _nothing(),
        name="voices-themes",
        tools=_tools(shown.filters),
        reads=themes_now(counts, shown.themes, coded=len(counted), masked=masked),
        table=themes_table(counts, shown.themes, masked=masked) if counted else None,
        source=[
            counted_how(coded=len(counted), waiting=len(left), others=others, masked=masked),
            " ",
            help_link("theme", _("About themes")),
        ],
    )


def _tools(filters):
    network = filters.get(NETWORK) or None
    if not may_edit("voice"):
        return None
    buttons = (add_button(_("Add a statement"), "voice", network=network), add_button(_("Add a theme"), "theme", network=network))
    return edit_row(*buttons, link(_("All in a table"), "/data/voice"))


def _waits(shown):
    counts: dict[str, int] = {name: sum(standing(line) == name for line in shown.everything) for name in Standing}
    own = sum(is_own_first(line, actor().account_id) for line in shown.everything)
    total = counts[shown.filters.get(WAIT)] if shown.filters.get(WAIT) else sum(counts.values()) - counts[Standing.DONE] - own
    said = {
        Standing.UNCHECKED: _("that nobody has looked through for names"),
        Standing.UNCODED: _("that nobody has coded yet"),
        Standing.ONE: _("that one person has coded"),
        Standing.DIFFER: _("on which the two differ"),
    }
    items = [Figure(counts[name], link(words, address_with(PATH, shown.filters, wait=name))) for name, words in said.items()]
    caption = _("Statements that wait")
    numbered = page_links(
        int(shown.filters.get(WAITING_PAGE, "1")),
        total,
        href=lambda n: address_with(PATH, shown.filters, **{WAITING_PAGE: str(n) if n > 1 else ""}),
        caption=caption,
        per_page=WAITING_PER_PAGE,
    )
    back = [html.P(link(_("All that I can do next"), address_with(PATH, shown.filters, wait="")))] if shown.filters.get(WAIT) else []
    forms = html.Ol([_to_code(line, shown) for line in shown.waits], className="voices voices-waiting", **{"aria-label": caption})
    return question(
        _("Which statements wait?"),
        [figures(items), *back, forms if shown.waits else empty(_("Nothing here waits for you.")), *numbered],
        name="voices-waiting",
        how=_("By keyboard: the number of a theme ticks it, Enter saves, and the next statement is at hand."),
        reads=waits_now(counts, own=own),
    )


def _to_code(line, shown):
    themes = [(theme, None) for theme in shown.themes if not theme.startswith(OWN)]
    themes += [(OWN + theme.name, theme.id) for theme in shown.own if theme.network_id == line.network_id]
    first, second = first_of(line), second_of(line)
    waits_for_me = not is_own_first(line, actor().account_id)
    state = standing(line)
    if state == Standing.DIFFER and first is not None and second is not None:
        both = (first.themes, second.themes)
        below = coding_form(line.id, "settled", themes, begun=both[0] & both[1], checked=line.checked, differ=both)
    elif waits_for_me:
        below = coding_form(line.id, "second" if state == Standing.ONE else "first", themes, checked=line.checked)
    else:
        below = html.P(_("You coded this first. It waits for a second person."), className="coding-waits")
    return _statement(line, shown, below=[below])


def _times(shown):
    halves = bool(shown.filters.get(YEAR))
    dated = periods(shown.counted, halves=halves)
    undated = any(period_of(line, halves=halves) is None for line in shown.counted)
    columns = [(period, period_words(period)) for period in [*dated, *([None] if undated else [])]]
    counts = crossed(shown.counted, lambda line: period_of(line, halves=halves))
    return _crossing(
        shown,
        counts,
        columns,
        name="voices-times",
        text=_("How does it change over time?"),
        caption=_("Helpful themes by half year") if halves else _("Helpful themes by year"),
        rule=_("A statement counts in the time in which it was said. Choose a year to see its halves."),
    )


def _places(shown):
    several = shown.several
    place = placing(several=several)
    names = names_of(shown.counted, place)
    columns: list[tuple[object, str]] = sorted(names.items(), key=lambda pair: pair[1])
    if any(place(line) is None for line in shown.counted):
        columns.append((None, _("place unknown")))
    return _crossing(
        shown,
        crossed(shown.counted, place),
        columns,
        name="voices-places",
        text=_("Where does what help?"),
        caption=_("Helpful themes by network") if several else _("Helpful themes by micro project and event"),
        rule=_("Choose a network to see its micro projects and events."),
    )


def _crossing(shown, counts, columns, *, name, text, caption, rule):
    masked = _masked()
    rows = [(theme, theme_words(theme)) for theme in shown.themes]
    picture = crossing(rows, columns, counts, caption=caption, masked=masked) if columns else _nothing()
    nothing = _("No theme stands out yet.") if columns else _("No statement is coded by two people yet, so nothing can be compared.")
    reads = crossed_now(counts, columns, masked=masked, nothing=nothing)
    return question(text, picture, name=name, reads=reads, source=rule)


def _said(shown):
    caption = _("Statements")
    number = shown.filters.get(PAGE, "1")
    here = _on_page(shown.listed, number, PER_PAGE)
    links = page_links(
        int(number), len(shown.listed), href=lambda n: page_address(PATH, shown.filters, n), caption=caption, per_page=PER_PAGE
    )
    chosen_theme = shown.filters.get(THEME)
    tools = [link(theme_words(theme), address_with(PATH, shown.filters, theme=theme)) for theme in shown.themes if theme != chosen_theme]
    by_theme = html.P([html.Span(_("By theme:")), *tools], className="voice-by-theme")
    every = [html.P(link(_("All themes"), address_with(PATH, shown.filters, theme="")))] if chosen_theme else []
    items = html.Ol([_statement(line, shown, themes=themes_of(line)) for line in here], className="voices", **{"aria-label": caption})
    return question(
        _("What was said about “%(theme)s”?", theme=theme_words(chosen_theme)) if chosen_theme else _("What was said?"),
        [by_theme, *every, items if here else _nothing(), *links],
        name="voices-said",
        source=_("Leaders read a statement only if the person agreed to it and has not taken that back; funders and administrators none."),
    )


def _agreement(shown):
    networks = {OWN + theme.name: {each.network_id for each in shown.own if each.name == theme.name} for theme in shown.own}
    found = agreement(shown.everything, shown.themes, networks)
    return question(
        _("Do the two who code agree?"),
        agreement_table(found, shown.themes) if found.coded else empty(_("No statement is coded by two people yet.")),
        name="voices-agreement",
        reads=agreement_now(found),
        source=[agreement_how(FEWEST), " ", help_link("agreement", _("About agreement"))],
    )


def _statement(line, shown, *, themes=(), below=()):
    words = shown.words[line.id]
    editable = may_edit("voice")
    names = names_in(words) if editable else []
    invented = line.id in shown.invented
    return statement(line, words, themes=themes, order=shown.themes, names=names, invented=invented, editable=editable, below=below)


def _nothing():
    return empty(
        _("No statement is recorded here."),
        _("Coordinators enter what was said in talks and workshops, and what comes in through links, without names."),
    )


def _on_page(found, number, per_page):
    return found[(int(number) - 1) * per_page : int(number) * per_page]


def _masked():
    return actor().role == AccountRole.LEADER

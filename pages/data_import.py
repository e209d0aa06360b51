"""Import: a file, where its columns go, what would become of each row, and the button that does it."""

import dash
from flask_babel import gettext as _
from flask_babel import ngettext

from components.editing.table_words import rows_in_words
from components.filters import address_with, page_address, read_filters, within
from components.formats import listing
from components.help.help_link import help_link
from components.imports.columns import columns_form
from components.imports.preview import STATES, bring_in, forget, preview_rows, state_links, take_back
from components.imports.upload import readable_files, upload
from components.imports.words import format_words
from components.message import message
from components.note import note
from components.page import page
from components.question import question
from components.table import ROWS_PER_PAGE, page_links, pages_of
from dashboard.permissions import Permission
from dashboard.security import actor, told
from data_layer.access import reading
from data_layer.editing.note_table import TABLES_AND_NOTES
from data_layer.files.limits import MOST_BYTES
from data_layer.imports.apply import applied
from data_layer.imports.choice import fields_of
from data_layer.imports.draft import find_draft
from data_layer.imports.preview import preview
from data_layer.network.network import network_choices
from data_layer.problem import Problem
from data_layer.whole_number import POSITIVE_NUMBERS

PATH = "/data/import"

dash.register_page(
    __name__,
    path=PATH,
    title=lambda **_variables: _("Import"),
    permission=Permission.DATA_EDIT,
    live=True,
)


def layout(**query):
    with reading(actor()) as session:
        networks = [(network.id, network.name) for network in network_choices(session)]
        filters = _read(query, networks)
        draft = find_draft(session, actor().account_id)
        done = applied(session, actor().account_id, int(filters.get("done"))) if filters.get("done") else {}
        compare = _compared(session, draft, dict(networks)) if draft is not None else None
    planned = compare() if compare else None
    filters, body = (
        (filters, [_start(networks, filters.get("network"))]) if draft is None else _under_way(draft, planned, networks, filters)
    )
    return page(
        eyebrow=_("Bring in data"),
        title=_("What is in the file, and what becomes of it?"),
        lede=_("Nothing is written before you have seen each row here. All of it can be taken back in one step."),
        ignored=filters.ignored,
        children=[*_done(done, filters.get("done")), *body],
    )


def _read(query, networks):
    known = [str(network_id) for network_id, _name in networks]
    return read_filters(query, allowed={"network": known, "show": STATES, "page": POSITIVE_NUMBERS, "done": POSITIVE_NUMBERS})


def _compared(session, draft, networks):
    """What makes the preview, once it is known into which network the file goes and at least one of its tables goes somewhere."""
    there = draft.choices.network_id in networks and any(draft.choices.targets)
    return preview(session, draft) if there else None


def _done(counts, action_id):
    if not counts:
        return []
    what = listing([rows_in_words(table, n) for table, n in counts.items()])
    return [message([_("Brought in: %(what)s.", what=what), " ", take_back(action_id)], "done")]


def _start(networks, chosen):
    return question(
        _("Which file?"),
        [upload(networks, chosen, address=f"{PATH}/file", most_bytes=MOST_BYTES), readable_files()],
        name="file",
        how=_("It is recognised by what is in it, not by its name. Several files that belong together can be chosen at once."),
        source=help_link("import", _("About importing")),
    )


def _under_way(draft, planned, networks, filters):
    """The file that is on its way in, and the preview where it is known where everything goes."""
    shown = [row for row in planned.rows if filters.get("show") in ("", row.state)] if planned else []
    filters = within(filters, page=pages_of(len(shown)))
    unknown = planned is None or not planned.rows
    questions = planned.questions if planned else ()
    columns = columns_form(
        draft.read.tables,
        draft.choices,
        questions,
        networks,
        list(TABLES_AND_NOTES),
        fields_of,
        address=f"{PATH}/columns",
        unfolded=not any(draft.choices.targets),
    )
    rows = sum(len(table.rows) for table in draft.read.tables)
    form = format_words(draft.read.format)
    about = ngettext("%(name)s: %(form)s, %(num)s row.", "%(name)s: %(form)s, %(num)s rows.", rows, name=draft.name, form=form)
    remarks = [note(told(Problem(remark.code, **remark.values))) for remark in draft.read.remarks]
    blocks = [*remarks, question(_("Where does it go?"), columns, name="columns", how=about)]
    if unknown:
        return filters, [*blocks, forget(f"{PATH}/cancel")]
    return filters, [*blocks, _preview(planned, shown, filters)]


def _preview(planned, shown, filters):
    number, counts = int(filters.get("page", "1")), planned.counts()
    first = (number - 1) * ROWS_PER_PAGE
    rows = preview_rows(shown[first : first + ROWS_PER_PAGE], told, lambda name: TABLES_AND_NOTES[name].fields, address=f"{PATH}/rows")
    ready = not any(asked.open for asked in planned.questions)
    return question(
        _("What becomes of each row?"),
        [
            state_links(counts, filters.get("show"), lambda state: address_with(PATH, filters, show=state, done="")),
            rows,
            *page_links(number, len(shown), href=lambda n: page_address(PATH, filters, n), caption=_("Preview of the rows")),
            bring_in(counts, seal=planned.seal(), address=f"{PATH}/apply", cancel=f"{PATH}/cancel", ready=ready),
        ],
        name="preview",
        how=_("Green rows are new, in changed ones the old value is struck through, grey ones are there already, red ones stay out."),
        source=_left_out(planned.left_out),
    )


def _left_out(rows):
    return ngettext("%(num)s row of the file goes nowhere.", "%(num)s rows of the file go nowhere.", rows) if rows else None

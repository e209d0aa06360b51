"""One sentence per Problem: what is wrong and what to do."""

from collections.abc import Callable

from flask_babel import format_date
from flask_babel import gettext as _

from components.editing.field_words import field_label
from components.editing.table_words import table_label
from components.formats import listing
from components.vocabulary import label
from data_layer.problem import Problem


def sentence(problem: Problem) -> str:
    """The sentence for a Problem in the reader's language; KeyError for a code without one."""
    values = {key: format_date(value) if hasattr(value, "isoformat") else value for key, value in problem.values.items()}
    said = SENTENCES[problem.code](values)
    if "file" not in values:
        return said
    if not problem.field:
        return _("%(file)s, line %(line)s: %(said)s", **values, said=said)
    return _("%(file)s, line %(line)s, column %(column)s: %(said)s", **values, column=problem.field, said=said)


SENTENCES: dict[str, Callable[[dict[str, object]], str]] = {
    "against_the_rules": lambda v: _("This does not fit together, so it was not saved. Check what you entered.", **v),
    "amount_range": lambda v: _("The largest amount is smaller than the smallest one. Exchange them.", **v),
    "amount_two_ways": lambda v: _("“%(value)s” can be read in two ways. Write %(point)s, or add the hundredths: %(value)s,00.", **v),
    "amount_unreadable": lambda v: _(
        "“%(value)s” is not an amount that we can read. Write it like 2500 or 2500.50, without the currency.", **v
    ),
    "answers_stay": lambda v: _("Answers of service users were counted here, five together. That stays, so that nobody can be told.", **v),
    "assessed_twice": lambda v: _("There is already a reading of this side for the same stage and date. Change that one.", **v),
    "backup_exists": lambda v: _("There is already a file %(path)s. Choose another name, or add --force to write over it.", **v),
    "backup_of_server": lambda v: _(
        "This database is kept by PostgreSQL: back it up with pg_dump --format=custom, and restore it with pg_restore --clean.", **v
    ),
    "backup_onto_itself": lambda v: _("%(path)s is the database itself. Choose another file for the back-up.", **v),
    "body_in_one_network": lambda v: _("These two are in the same network. Merge them instead.", **v),
    "body_known": lambda v: _("These two are recorded as the same body already. Nothing was changed.", **v),
    "body_unknown": lambda v: _("It is not recorded as the same body as any other. Nothing was changed.", **v),
    "broken_chain": lambda v: _(
        "The micro project is not in the phase that this step starts from. Look at its steps and begin with the phase it is in.", **v
    ),
    "case_without_currency": lambda v: _("The funding case has no currency yet. Write it into the case, then add the money.", **v),
    "cell_count": lambda v: _(
        "The line has more or fewer cells than the first line. Look for a comma that needs quotation marks around it.", **v
    ),
    "changed_meanwhile": lambda v: _("Somebody else has changed this while you were writing. Choose which one is to stay.", **v),
    "changed_on_page": lambda v: _("Somebody else has changed this meanwhile. Load the page again to see what holds now.", **v),
    "changed_since": lambda v: _(
        "Somebody has changed this since, so it cannot be taken back by itself. Take the later change back first.", **v
    ),
    "checksum_differs": lambda v: _(
        "%(path)s is not the file that was backed up: its checksum differs from the one in %(beside)s. Use another back-up.", **v
    ),
    "coded_by_another": lambda v: _("Somebody else coded this first, just now. Code it as the second person.", **v),
    "coded_by_both": lambda v: _("Both have coded this already, and what each chose stays as it was. Settle it where they differ.", **v),
    "coded_by_one": lambda v: _("You coded this first. The second person has to be somebody else.", **v),
    "coding_without_theme": lambda v: _("Choose at least one theme. If none fits, add a theme of your own.", **v),
    "conflict_value": lambda v: _("Two sources disagree here, but the other value is missing. Write down what the other source says.", **v),
    "consent_unchecked": lambda v: _(
        "Look first whether somebody could be recognised in these words. Then say yes in “Nobody can be recognised in it”.", **v
    ),
    "consent_undated": lambda v: _("Say on which day consent was given.", **v),
    "contact_in_words": lambda v: _("Take out numbers, e-mail, web and street addresses first: %(found)s.", **v),
    "control_characters": lambda v: _("The text has characters that cannot be seen. Type it again instead of pasting it.", **v),
    "count_range": lambda v: _("Write a whole number from 0 to %(most)s.", **v),
    "country": lambda v: _("“%(value)s” is not a country code. Use two capital letters, for example SE.", **v),
    "currency_code": lambda v: _("“%(value)s” is not a currency code. Use three capital letters, for example EUR.", **v),
    "currency_missing": lambda v: _("There is an amount without a currency. Say which currency it is.", **v),
    "damaged_file": lambda v: _("%(path)s is damaged (%(fault)s). Use another back-up.", **v),
    "database_busy": lambda v: _("Another program has held the database for more than a minute. End that program, then try again.", **v),
    "database_served": lambda v: _(
        "The dashboard is running on %(path)s. Stop it (Ctrl+C in its window, or your service manager), restore, then start it again.", **v
    ),
    "date_order": lambda v: _("The first day, %(first)s, comes after the last day, %(last)s. Exchange them.", **v),
    "date_two_ways": lambda v: _("“%(value)s” can be read in two ways. Say for the column whether the day or the month comes first.", **v),
    "date_unreadable": lambda v: _("“%(value)s” is not a date that we can read. Write 2017, 2017-09 or 2017-09-02.", **v),
    "day_exact": lambda v: _("Give one exact day here, for example 2026-11-30. “%(value)s” is not one.", **v),
    "due_before_start": lambda v: _("The task is due on %(due)s, before it begins on %(start)s. Change one of the two dates.", **v),
    "email": lambda v: _("“%(value)s” is not an e-mail address. Check it for typing mistakes.", **v),
    "email_taken": lambda v: _("There is already an account for %(email)s. Use another address, or change that account.", **v),
    "ends_before_start": lambda v: _("It ends (%(end)s) before it begins (%(start)s). Check both dates.", **v),
    "export_name": lambda v: _(
        "“%(value)s” does not say what is to be written. Name it everything.zip, stakeholder.csv, network.gexf or as the README lists.", **v
    ),
    "file_bomb": lambda v: _(
        "This file is packed in a way that could do harm, so it was not opened. Open it in Excel or LibreOffice and save it again as XLSX.",
        **v,
    ),
    "file_broken": lambda v: _(
        "This is not a readable XLSX file: it is cut off or damaged. Download or save it again, or save it as CSV.", **v
    ),
    "file_busy": lambda v: _("Another file is being read just now. Try again in a few seconds.", **v),
    "file_cell": lambda v: _(
        "In line %(line)s a cell has more than %(most)s characters. A quotation mark may be missing there; mend it and try again.", **v
    ),
    "file_columns": lambda v: _(
        "The file has %(columns)s columns, at most %(most)s can be read. Delete the columns that you do not need, empty ones too.", **v
    ),
    "file_empty": lambda v: _("The file is empty. Choose another one.", **v),
    "file_encrypted": lambda v: _("The file has a password or is an old .xls. Open it, take the password away and save it as XLSX.", **v),
    "file_entities": lambda v: _(
        "The file names a document type or entities, which could do harm, so it was not read. Export it again without them.", **v
    ),
    "file_exists": lambda v: _("There is a file %(path)s already. Choose another name, or add --force to write over it.", **v),
    "file_heavy": lambda v: _(
        "Reading this file takes too much memory or time, so it was stopped. Split it into smaller files, or save it as CSV.", **v
    ),
    "file_hyperedge": lambda v: _("The graph has ties between more than two, which we cannot hold. Split each into ties between two.", **v),
    "file_json": lambda v: _("This is not readable JSON. Export it again from the program that it comes from.", **v),
    "file_large": lambda v: _(
        "The file is larger than %(most)s megabytes. Split it, or leave out pictures and columns that you do not need.", **v
    ),
    "file_macros": lambda v: _("The workbook holds macros, so it was not opened. Save it as XLSX, which has none.", **v),
    "file_many": lambda v: _("These are more than %(most)s files. Choose fewer of them, and bring in the others afterwards.", **v),
    "file_no_columns": lambda v: _(
        "No columns could be told apart. Save the list as XLSX, or as CSV with commas, semicolons or tabs.", **v
    ),
    "file_no_graph": lambda v: _("There is no graph in this file. Export it again from the program that it comes from.", **v),
    "file_no_rows": lambda v: _("There is nothing below the headings of this file. Fill in at least one row.", **v),
    "file_node_twice": lambda v: _(
        "In line %(line)s the stakeholder “%(value)s” has no id, or one that stood before. Give each its own.", **v
    ),
    "file_not_text": lambda v: _("This is not a kind of file that can be read here. Save it as XLSX or CSV.", **v),
    "file_not_workbook": lambda v: _("This packed file is no XLSX workbook. Unpack it first, or save the table as XLSX or CSV.", **v),
    "file_number": lambda v: _("In line %(line)s “%(value)s” is not a number. Correct the weight or place there and try again.", **v),
    "file_persons": lambda v: _("Grants to single persons: %(n)s. Their names are not read, since this dashboard keeps none.", **v),
    "file_rows": lambda v: _("“%(name)s” has more than %(most)s rows. Split it into several files.", **v),
    "file_sheet_ignored": lambda v: _("The sheet “%(name)s” was left out.", **v),
    "file_text": lambda v: _("The file holds more than %(most)s million characters of text. Split it into several files.", **v),
    "file_tie_to_nobody": lambda v: _(
        "The tie in line %(place)s leads to “%(value)s”, who is not in the file. Add this stakeholder, or delete the tie.", **v
    ),
    "file_twice_encoded": lambda v: _(
        "Some letters were spoilt before, for example in “%(value)s”. Save the list again as UTF-8 where it comes from.", **v
    ),
    "file_unknown_json": lambda v: _(
        "This JSON is neither from Kumu nor from 360Giving, so it cannot be read here. Save the data as XLSX or CSV.", **v
    ),
    "file_unknown_xml": lambda v: _(
        "This XML begins with “%(value)s”; only GEXF and GraphML can be read here. Export it in one of these.", **v
    ),
    "file_xml": lambda v: _("From line %(line)s on this XML cannot be read: it is cut off or damaged. Export it again.", **v),
    "files_differ": lambda v: _(
        "These files are of different kinds, so they cannot be brought in together. Choose one after the other.", **v
    ),
    "foreign_network": lambda v: _("This belongs to a network that you do not work in. Nothing was changed.", **v),
    "guest_at_home": lambda v: _("A network is no guest at its own event. Choose another one.", **v),
    "half_a_date": lambda v: _("The date has only a first or only a last day. Give both, or none.", **v),
    "hand_over_disabled": lambda v: _("The account %(email)s is shut. Choose one that is open, or open it first.", **v),
    "hand_over_itself": lambda v: _("This is the account that leaves. Choose another one.", **v),
    "hand_over_role": lambda v: _(
        "%(email)s has another role. Choose an account with the same role, so that nobody sees more than before.", **v
    ),
    "import_changed": lambda v: _("Something has changed since you saw the preview. Look at it again, then bring it in.", **v),
    "import_gone": lambda v: _("This import is no longer there. Choose the file again.", **v),
    "import_maybe_same": lambda v: _("This may be the same as “%(value)s”. Say whether it is.", **v),
    "import_no_len": lambda v: _("It is not said yet into which network the file goes. Choose one.", **v),
    "import_no_network": lambda v: _("An import makes no new networks. Ask an administrator to make “%(value)s”.", **v),
    "import_nothing": lambda v: _("There is nothing new or changed in this file. Nothing was done.", **v),
    "import_of_refused": lambda v: _("“%(value)s” stands in a row that is refused. Mend that row first.", **v),
    "import_other_network": lambda v: _("This row belongs to “%(value)s”, not to the chosen network. Bring it in there.", **v),
    "import_questions": lambda v: _("Some columns can be read in two ways. Answer the questions about them first.", **v),
    "import_same_number": lambda v: _(
        "“%(value)s” has the same number in another list, but another name. Say whether it is the same.", **v
    ),
    "import_same_twice": lambda v: _(
        "Another line of the file is “%(value)s” too and says something else. Say that this is another one, or leave this line out.", **v
    ),
    "import_several_rows": lambda v: _(
        "More than one row is called “%(value)s”. Bring in the file with all tables, or write the note where that row is shown.", **v
    ),
    "import_source_of_others": lambda v: _(
        "“%(value)s” was entered by another network, so only that one can say where its values come from.", **v
    ),
    "hangs_unseen": lambda v: _(
        "Something hangs on it that you may not see. Ask a coordinator of the network to move it to the trash.", **v
    ),
    "hangs_for_others": lambda v: _(
        "On this hang entries that only coordinators change: %(tables)s. Ask a coordinator of the network.",
        tables=listing([table_label(name) for name in str(v["others"]).split()]),
    ),
    "in_kind": lambda v: _("For things given in kind, say both how much and what, for example 20 hours.", **v),
    "indicator_numbers": lambda v: _(
        "What is described in words has no numbers before it began or as a target. Use the fields for words, or choose “counted”.", **v
    ),
    "indicator_subject": lambda v: _("An indicator is for a micro project or for a pilot, not for both. Empty one of the two.", **v),
    "indicator_without_unit": lambda v: _("What is counted needs a unit, for example “organisations”. Write the unit.", **v),
    "last_administrator": lambda v: _("Nobody else could administer then. Make another administrator first.", **v),
    "level_range": lambda v: _("A reading stands on steps 1 to %(top)s, the lower step first. Check the two steps.", **v),
    "level_seven": lambda v: _("Step 7 exists on the service users’ side only. Choose step 1 to 6 for professionals.", **v),
    "link_end": lambda v: _("The last day can be today or later, at most %(days)s days from now.", **v),
    "link_to_nothing": lambda v: _("This points to something that is not in this network. Choose something that is.", **v),
    "log_in_failed": lambda v: _("E-mail address and password do not belong together. Check both and try again.", **v),
    "mapping_taken": lambda v: _("There is already a mapping with this date, question and people. Open that one and change it.", **v),
    "merge_over_networks": lambda v: _(
        "These two are in different networks, so each stays there. Record them as the same body instead.", **v
    ),
    "merge_with_itself": lambda v: _("This is one and the same entry. Choose two different ones.", **v),
    "name_taken": lambda v: _("There is already one with this name in this network. Choose another name.", **v),
    "named_twice": lambda v: _("“%(value)s” stands here a second time. Remove one of the two lines, or tell them apart.", **v),
    "need_provider": lambda v: _(
        "A provider stands here only when it took the need up. Set the status to “taken up by a provider”, or leave the provider empty.",
        **v,
    ),
    "need_status": lambda v: _(
        "A need that led to a micro project has the status “became a micro project”. Choose it, or remove the micro project.", **v
    ),
    "needed_elsewhere": lambda v: _(
        "This funding source stays as long as funding cases in other networks stand on it. There are %(n)s.", **v
    ),
    "needed_since": lambda v: _("Something else was added to this since, so it cannot be taken back. Take that back first.", **v),
    "network_gone": lambda v: _("One of the networks is not there any more. Load the page again.", **v),
    "network_of_people": lambda v: _(
        "There is already a network called “%(value)s” that people made. Rename it, then load the sample again.", **v
    ),
    "network_stays": lambda v: _("A network that was made stays. Change its name or its place where they are not right.", **v),
    "network_taken": lambda v: _("There is already a network called “%(name)s”. Choose another name.", **v),
    "network_unknown": lambda v: _("There is no network called “%(name)s”. Look at the list of networks for its exact name.", **v),
    "name_in_words": lambda v: _("This looks like a name: %(found)s. Take it out, or tick that there is no name in it.", **v),
    "newer_schema": lambda v: _("%(path)s comes from a newer version of this program. Install that version, then restore.", **v),
    "no_such_file": lambda v: _("There is no file %(path)s. Check the name.", **v),
    "no_such_folder": lambda v: _("There is no folder %(path)s. Make it first, or choose another.", **v),
    "more_than_answers": lambda v: _("That is more than the %(answers)s answers in all. Check the numbers.", **v),
    "needs_consent": lambda v: _("Enter first how far the person agrees that it is read: without that you would not see it again.", **v),
    "no_such_row": lambda v: _("There is nothing called “%(value)s” in this network. Choose from the list, or add it first.", **v),
    "not_a_database": lambda v: _("%(path)s is not a SQLite database. Use a file that the backup command wrote.", **v),
    "not_granted": lambda v: _("%(email)s does not have the network “%(name)s”. Nothing was changed.", **v),
    "not_our_database": lambda v: _(
        "%(path)s is a database, but not one of this dashboard. Use a file that the backup command wrote.", **v
    ),
    "not_undoable": lambda v: _("Changes of accounts cannot be taken back here. Change the account again instead.", **v),
    "nothing_to_redo": lambda v: _("There is nothing that you took back and could do again.", **v),
    "nothing_to_undo": lambda v: _("There is nothing of yours to take back.", **v),
    "number_two_ways": lambda v: _("“%(value)s” can be read in two ways. Say for the column which sign stands before decimals.", **v),
    "not_coded_by_both": lambda v: _("This is not coded by two people yet, so there is nothing to settle.", **v),
    "not_coded_first": lambda v: _("Nobody has coded this first by now. Load the page again and code it.", **v),
    "observation_number": lambda v: _(
        "“%(name)s” is described in words: say what was seen in words, or make it an indicator that is counted.", **v
    ),
    "observation_empty": lambda v: _("Say what was seen: a number, or words.", **v),
    "one_subject": lambda v: _(
        "Exactly one of these belongs here: %(fields)s. Fill in one and leave the others empty.",
        fields=listing([field_label("", name) for name in str(v["fields"]).split()]),
    ),
    "one_theme": lambda v: _("Choose one theme: one of the six, or one of your own, not both.", **v),
    "one_time_over": lambda v: _("This one-time password is no longer good. Ask the person who runs the dashboard for a new one.", **v),
    "out_of_range": lambda v: _("%(value)s is outside what can be entered here. Check the number.", **v),
    "own_account": lambda v: _(
        "This is your own account: you could shut yourself out. Ask another administrator, or use “My account”.", **v
    ),
    "parent_in_trash": lambda v: _("What this belongs to is still in the trash. Bring that back first.", **v),
    "password_common": lambda v: _(
        "Many people use this password, so it is easy to guess. Choose another, for example three words that do not belong together.", **v
    ),
    "password_context": lambda v: _("The password is made of your address or of words about this dashboard. Choose other words.", **v),
    "password_long": lambda v: _("The password is too long. Use at most %(most)s characters.", **v),
    "password_same": lambda v: _("This is the one-time password. Choose another one that only you know.", **v),
    "password_short": lambda v: _("The password is too short. Use at least %(least)s characters.", **v),
    "password_wrong": lambda v: _("This is not your present password. Type it again.", **v),
    "personal_details": lambda v: _(
        "This holds a phone number, an e-mail address, a link or a street. Leave it out: words are kept without anything that points to a person.",
        **v,
    ),
    "period_closed": lambda v: _(
        "This is counted in the reporting period “%(period)s”, which is closed, so it was not saved. Words such as a title can still be "
        "mended. Leaders can open the period again.",
        **v,
    ),
    "period_is_closed": lambda v: _("Somebody has closed this period already. Nothing was changed.", **v),
    "period_is_open": lambda v: _("This period is open already. Nothing was changed.", **v),
    "indicator_not_offered": lambda v: _("One of the chosen indicators is not there any more. Look at the list again and choose.", **v),
    "project_not_offered": lambda v: _("One of the chosen micro projects is not there any more. Look at the list again and choose.", **v),
    "release_beside": lambda v: _("%(length)s are chosen. A release has room for %(limit)s: take some away.", **v),
    "release_changed": lambda v: _("The data have changed since you looked. Look at it again, then release it.", **v),
    "release_merge": lambda v: _("These groups cannot be shown as one. Choose again what is merged.", **v),
    "release_network": lambda v: _("One of these networks is not among those that you see. Choose the networks again.", **v),
    "release_no_network": lambda v: _("Choose at least one network.", **v),
    "release_no_period": lambda v: _("This reporting period is not there any more. Choose another one.", **v),
    "release_no_reader": lambda v: _("Choose at least one funder who may read it.", **v),
    "release_no_table": lambda v: _("Choose at least one table.", **v),
    "release_period": lambda v: _("Say from which month to which month, for example from 2017-01 to 2017-12.", **v),
    "release_period_long": lambda v: _("A release is about at most %(years)s years. Choose a shorter period.", **v),
    "release_period_order": lambda v: _("The first month comes after the last one. Exchange them.", **v),
    "release_reader": lambda v: _("One of these readers is not a funder with an open account. Choose the readers again.", **v),
    "release_table": lambda v: _("One of these tables does not exist. Choose the tables again.", **v),
    "release_title": lambda v: _("Give the release a title.", **v),
    "report_busy": lambda v: _("Another report is being made just now. Try again in a few seconds.", **v),
    "report_failed": lambda v: _("The report could not be made. Tell the administrator; the data files hold the same figures.", **v),
    "required": lambda v: _("Something is missing here. Please fill it in.", **v),
    "restore_of_server": lambda v: _(
        "This database is kept by PostgreSQL: restore it with pg_restore --clean from a file that pg_dump --format=custom wrote.", **v
    ),
    "role_without_networks": lambda v: _(
        "Only coordinators and leaders work in networks; the role %(role)s does not. Leave the networks out.", **v
    ),
    "step_back_needs_reason": lambda v: _("This is a step back. Write down the reason.", **v),
    "step_not_done": lambda v: _("A step that has an end is done. Set it to “done”, or empty the end.", **v),
    "step_out_of_order": lambda v: _(
        "The step before this one has not begun: “%(step)s”. Begin it first, or write the reason for the other order.",
        step=label("roadmap_step", str(v["missing"])),
    ),
    "survey_end": lambda v: _("The last day can be today or later, at most %(days)s days from now.", **v),
    "tie_to_itself": lambda v: _("A tie needs two different stakeholders. Choose another one.", **v),
    "time_zone": lambda v: _("“%(value)s” is not a time zone. Write it as region and city, for example Europe/Vilnius.", **v),
    "told_twice": lambda v: _("This is here already, and once is enough. Change what is there, or choose something else.", **v),
    "too_few_answers": lambda v: _("Enter at least %(least)s answers at once, so that nobody can be told from the others.", **v),
    "too_long": lambda v: _("The text is too long: %(length)s characters, at most %(limit)s fit. Shorten it.", **v),
    "too_many_attempts": lambda v: _("Too many attempts. Wait %(seconds)s seconds, then try again.", **v),
    "too_many_links": lambda v: _("There are %(most)s links already. Make another release, or use one of the links that you have.", **v),
    "too_many_messages": lambda v: _("Many messages about this release have come in the last hour. Wait a while, then send yours.", **v),
    "undone_already": lambda v: _("This was taken back already. Nothing was changed.", **v),
    "unknown_code": lambda v: _("“%(value)s” is not one of the choices. Possible are: %(allowed)s.", **v),
    "unknown_column": lambda v: _("There is no column “%(value)s”. Correct its name.", **v),
    "unknown_name": lambda v: _("“%(value)s” is not named before. Check the spelling, or add it first.", **v),
    "unreadable": lambda v: _("“%(value)s” cannot be read here. Yes or no, whole numbers and amounts such as 2500.00 are understood.", **v),
    "voice_unchecked": lambda v: _("Look first that no name, place or story gives somebody away, and say so.", **v),
    "website": lambda v: _("“%(value)s” is not a web address. It starts with https:// or http://.", **v),
    "word_not_offered": lambda v: _("Some of the chosen words may not go to funders (any more). Look at the list again and choose.", **v),
}

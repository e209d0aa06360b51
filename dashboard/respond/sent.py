"""What a browser sends with the form, and nothing else: 400 for what our form cannot have sent."""

from dataclasses import dataclass

from flask import abort
from werkzeug.datastructures import MultiDict

from data_layer.personal import contacts_in, names_in
from data_layer.surveys.counting import DID_NOT_HELP, HELPED, LONGEST, SAYINGS, THEMES, Answer

# A form is far smaller; a text at its limit in a script of three bytes a sign fits.
LARGEST = 24_000
MOST_SIGNS = 4_000
SINGLE = frozenset({"key", "at", "in", "language", "go", "say", "helped_words", "did_not_help_words"})
NO_NAME = "no_name"
SEVERAL = {HELPED: frozenset(THEMES), DID_NOT_HELP: frozenset(THEMES), NO_NAME: frozenset({HELPED, DID_NOT_HELP})}
STEPS = ("1", "2")
GO = ("next", "back", "send")


@dataclass(frozen=True, slots=True)
class Sent:
    """One form as it was sent: its key, the question it showed, the language, the button that was pressed, and what was said so far."""

    key: str
    at: int
    language: str
    go: str
    say: str
    helped: tuple[str, ...]
    did_not_help: tuple[str, ...]
    helped_words: str
    did_not_help_words: str
    no_name: tuple[str, ...]

    def answer(self) -> Answer:
        """What was said."""
        return Answer(self.say, self.helped, self.did_not_help, self.helped_words, self.did_not_help_words)


@dataclass(frozen=True, slots=True)
class Fault:
    """What has to be changed at own words: "contact", "name" or "too_long", and the parts that were found."""

    kind: str
    found: tuple[str, ...] = ()


EMPTY = Sent("", 1, "", "next", "", (), (), "", "", ())


def read_form(form: MultiDict[str, str]) -> Sent:
    """The form; 400 for a field that it does not have, one that came twice, or a choice that it does not offer."""
    single = {name: _one(form, name) for name in SINGLE}
    several = {name: tuple(sorted(form.getlist(name))) for name in SEVERAL}
    offered = (
        set(form) <= SINGLE | SEVERAL.keys()
        and single["at"] in STEPS
        and (single["go"] in GO or (single["go"] == "" and single["language"] != ""))
        and single["say"] in ("", *SAYINGS)
        and all(set(several[name]) <= offers and len(set(several[name])) == len(several[name]) for name, offers in SEVERAL.items())
        and all(len(value) <= MOST_SIGNS and _is_text(value) for value in single.values())
    )
    if not offered:
        abort(400)
    return Sent(
        key=single["key"],
        at=int(single["at"]),
        language=single["language"] or single["in"],
        go=single["go"],
        say=single["say"],
        helped=several[HELPED],
        did_not_help=several[DID_NOT_HELP],
        helped_words=_plain(single["helped_words"]),
        did_not_help_words=_plain(single["did_not_help_words"]),
        no_name=several[NO_NAME],
    )


def faults_of(sent: Sent) -> dict[str, Fault]:
    """Question -> what has to be changed at its own words. Numbers and addresses always, names unless the person says that it is none."""
    found = {}
    for question, words in ((HELPED, sent.helped_words), (DID_NOT_HELP, sent.did_not_help_words)):
        fault = _fault(words, no_name=question in sent.no_name)
        if fault is not None:
            found[question] = fault
    return found


def doubtful(sent: Sent) -> frozenset[str]:
    """The questions in whose own words something looks like a name, whatever the person says."""
    words = {HELPED: sent.helped_words, DID_NOT_HELP: sent.did_not_help_words}
    return frozenset(question for question, said in words.items() if names_in(said[:LONGEST]))


def _fault(words: str, *, no_name: bool) -> Fault | None:
    if len(words) > LONGEST:
        return Fault("too_long")
    contacts = contacts_in(words)
    if contacts:
        return Fault("contact", tuple(contacts))
    names = [] if no_name else names_in(words)
    return Fault("name", tuple(names)) if names else None


def _one(form: MultiDict[str, str], name: str) -> str:
    values = form.getlist(name)
    return values[0] if len(values) == 1 else "" if not values else abort(400)


def _is_text(value: str) -> bool:
    """No signs that cannot be seen, no halves of letters."""
    return value.isascii() or not any("\ud800" <= sign <= "\udfff" for sign in value)


def _plain(words: str) -> str:
    """The words with line breaks of one kind and without signs that cannot be seen."""
    one_kind = words.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign for sign in one_kind if sign in "\n\t" or (ord(sign) >= 32 and ord(sign) != 127)).strip()

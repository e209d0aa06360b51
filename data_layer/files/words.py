"""Words that lists of this field use, in English and German, for our codes and our fields."""

import re

from data_layer import vocabulary as codes

PLAIN = re.compile(r"[\W_]+")

# field of a table -> word -> code; the codes themselves are always understood.
CODE_WORDS: dict[str, dict[str, str]] = {
    "stakeholder.kind": {
        codes.StakeholderKind.ORGANISATION: "organization organisation org einrichtung institution ngo association verein company "
        "firma agency behörde public private",
        codes.StakeholderKind.GROUP: "group gruppe initiative informal|group network|group netzwerk project projekt",
        codes.StakeholderKind.OFFICE: "office amt role function funktion",
    },
    "stakeholder.sector": {
        codes.Sector.USERS: "service|users users user nutzer nutzende betroffene selbsthilfe self|help",
        codes.Sector.PROVIDER: "provider service|provider social|services social|service träger anbieter leistungserbringer "
        "soziale|dienste wohlfahrt",
        codes.Sector.AUTHORITY: "authority public|authority municipality government public|sector public verwaltung kommune behörde "
        "politik|verwaltung öffentliche|verwaltung gemeinde stadtverwaltung politik local|government",
        codes.Sector.JOB_CENTRE: "job|centre job|center jobcenter arbeitsagentur employment|service arbeitsamt",
        codes.Sector.HEALTH: "health healthcare health|care gesundheit medizin hospital krankenhaus medizinforschung|wissenschaft",
        codes.Sector.EDUCATION: "education school university research bildung schule hochschule universität wissenschaft forschung "
        "academia",
        codes.Sector.CHURCH: "church kirche religion faith diaconie diakonie",
        codes.Sector.NON_PROFIT: "non|profit nonprofit ngo civil|society zivilgesellschaft verein gemeinnützig association charity "
        "third|sector ngos",
        codes.Sector.BUSINESS: "business company private private|sector wirtschaft unternehmen firma enterprise",
        codes.Sector.BUSINESS_SUPPORT: "business|support wirtschaftsförderung chamber|of|commerce kammer gründungsberatung",
        codes.Sector.FUNDER: "funder foundation stiftung bank fördermittelgeber geldgeber donor",
        codes.Sector.MEDIA: "media press medien presse",
        codes.Sector.OTHER: "sonstige sonstiges andere",
    },
    "stakeholder.role": {
        codes.StakeholderRole.FACILITATOR: "coordinator coordination koordination koordinator moderation lead leitung",
        codes.StakeholderRole.CORE: "core|group kerngruppe steering|group steuerungsgruppe kern",
        codes.StakeholderRole.MEMBER: "mitglied partner",
        codes.StakeholderRole.INVITED: "eingeladen guest gast",
        codes.StakeholderRole.OUTSIDE: "außerhalb extern external",
    },
    "tie.relation": {
        codes.Relation.COOPERATION: "cooperates|with collaborates|with collaboration works|with zusammenarbeit kooperation "
        "partner partnership",
        codes.Relation.SUPPORT: "supports unterstützung unterstützt help hilft",
        codes.Relation.REFERRAL: "refers refers|to vermittlung vermittelt überweisung",
        codes.Relation.MONEY: "funding funds pays geld finanzierung finanziert",
        codes.Relation.INFORMATION: "informs information|exchange informationsaustausch informiert",
        codes.Relation.SHARED_SPACE: "shares|space räume gemeinsame|räume",
        codes.Relation.DECISION: "decides entscheidung entscheidet",
        codes.Relation.CONFLICT: "konflikt",
        codes.Relation.NOT_STATED: "unknown unbekannt",
    },
}
YES = frozenset({"yes", "y", "true", "1", "x", "ja", "j", "wahr", "directed", "gerichtet"})
NO = frozenset({"no", "n", "false", "0", "nein", "falsch", "undirected", "mutual", "ungerichtet", "mixed"})

# table -> our field -> the names that its column has elsewhere.
COLUMN_WORDS: dict[str, dict[str, str]] = {
    "stakeholder": {
        "external_ids": "external|id external|ids externe|id externe|kennung id identifier kennung org|id",
        "name": "name label organisation organization organisationsname organisation|name organization|name name|der|organisation "
        "akteur stakeholder einrichtung institution bezeichnung partner project|partner actor",
        "kind": "kind art entity|type",
        "sector": "sector branche sektor bereich type typ element|type kategorie category group gruppe",
        "role": "role rolle funktion",
        "place": "place ort stadt town city sitz location standort gemeinde municipality",
        "country": "country land staat country|code ländercode",
        "website": "website url web homepage internet webseite web|site internetseite web|address",
        "contact_point": "contact|point contact kontakt e|mail email mail telefon phone tel telephone ansprechstelle",
        "start": "start since seit member|since mitglied|seit beginn",
        "end": "end until bis ende",
        "description": "description beschreibung notes note notizen bemerkung bemerkungen anmerkung anmerkungen comment kommentar tags "
        "schlagworte stichworte influence einfluss interest interesse support unterstützung",
        "source": "source quelle",
        "several": "several mehrere",
        "x": "x",
        "y": "y",
    },
    "tie": {
        "from": "from von source quelle vertex|1 sender",
        "to": "to nach zu target ziel vertex|2 an empfänger",
        "relation": "relation type art beziehung relationship connection|type edge|type kind beziehungsart",
        "directed": "directed direction gerichtet richtung",
        "what": "what label description beschreibung comment kommentar edge|label worum notes tags",
        "strength": "strength weight stärke gewicht",
        "start": "start since seit beginn",
        "end": "end until bis ende",
        "trust": "trust vertrauen",
        "value": "value",
        "reported_by": "reported|by",
        "confirmed": "confirmed bestätigt",
        "micro_project": "micro|project",
        "event": "event",
    },
}


def plain(text: str) -> str:
    """The text without case, signs and blanks at its ends: how words are compared."""
    return PLAIN.sub(" ", text.casefold()).strip()


def _turned(words: dict[str, str]) -> dict[str, str]:
    """word -> what it stands for; what stands earlier wins, and each code stands for itself."""
    known = {plain(code): str(code) for code in words}
    for code, listed in words.items():
        for word in listed.split():
            known.setdefault(plain(word.replace("|", " ")), str(code))
    return known


CODE_OF = {field: _turned(words) for field, words in CODE_WORDS.items()}
FIELD_OF = {table: _turned(words) for table, words in COLUMN_WORDS.items()}


def code_of(field: str, text: str) -> str | None:
    """The code that a word means in a field ("stakeholder.sector"); None where we do not know it."""
    return CODE_OF.get(field, {}).get(plain(text))


def field_of(table: str, column: str) -> str:
    """Our field that a column of this name belongs to; "" where we do not know it."""
    return FIELD_OF.get(table, {}).get(plain(column), "")

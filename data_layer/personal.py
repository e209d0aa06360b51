"""What in free words could tell who somebody is: numbers and addresses for certain, names as a guess."""

import re

# A phone, a bank account, a personal number: six digits or more with little between them. \d also finds the digits of other scripts.
NUMBER = re.compile(r"(?<![\w.])\+?\(?\d(?:[\s()./–-]{0,2}\d){5,24}(?!\w)")
# These look like numbers and tell nothing: dates, spans of years, hours.
HARMLESS = re.compile(
    r"(?<!\d)(?:"
    r"(?:0?[1-9]|[12]\d|3[01])[./-]\s?(?:0?[1-9]|1[0-2])[./-]\s?(?:(?:19|20)\d{2}|\d{2})"
    r"|(?:19|20)\d{2}-\d{2}-\d{2}"
    r"|(?:19|20)\d{2}\s?[/–-]\s?(?:19|20)\d{2}"
    r"|[0-2]?\d[.:][0-5]\d\s?[–-]\s?[0-2]?\d[.:][0-5]\d"
    r")(?!\d)"
)
ADDRESS = re.compile(
    r"[^\s@<>()]{1,64}\s?(?:@|\(at\)|\[at\])\s?[^\s@<>()]{1,64}\.[^\W\d_]{2,12}\b"
    r"|(?:https?://|www\.)\S{1,200}"
    r"|(?<!\S)@\w{2,40}"
    r"|\b[\w-]{2,40}\.(?:com|org|net|info|eu|de|se|dk|no|fi|ee|lv|lt|pl|ua|ru)\b",
    re.IGNORECASE,
)
STREET = re.compile(
    r"\b\w{2,30}(?:straße|strasse|str\.|weg|allee|gasse|gatan|vägen|gränd|gade|vej)\s\d{1,4}\b"
    r"|\b\d{1,4}\s[A-Z]\w{1,30}\s(?:Street|Road|Lane|Avenue)\b"
    r"|(?:\bвул\.|\bвулиця|شارع)\s\w{2,30}",
    re.IGNORECASE,
)
CAPITAL = r"[A-ZÀ-ÖØ-ÞŠŽЀ-ЯҐ]"
NAME = CAPITAL + r"[^\W\d_]{1,30}"
TOLD = re.compile(
    r"(?:\b(?:my name is|called|named|ich heiße|ich heisse|mein name ist|jag heter|mitt namn är|(?:hon|han) heter|мене звати|моє ім.я)"
    r"|اسمي)"
    r"\s+[^\W\d_]{2,30}",
    re.IGNORECASE,
)
TITLED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Herrn?|Frau|Fru|Fröken)\.?\s+"
    + NAME
    + r"|\b(?:пан|пані|Пан|Пані)\s+"
    + NAME
    + r"|(?:السيد|السيدة|الأستاذ|الأستاذة)\s+[^\W\d_]{2,30}"
)
# Looks ahead only, so that of three in a row the last two are seen as well.
TWO = re.compile(r"(?<![\w.-])(?=((" + NAME + r")[ -](" + NAME + r"))(?![\w-]))")
# After an article stand things: German writes those with a capital letter too, and so do names of organisations.
ARTICLES = frozenset(
    (
        *("the", "a", "an", "our", "this", "that", "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer"),
        *("eines", "im", "am", "vom", "zum", "zur", "beim", "ins", "ans", "kein", "keine", "unser", "unsere", "mein", "meine", "diese"),
        *("dieser", "dieses", "jede", "jeder", "jedes", "alle", "viele", "mehr", "zwei", "drei"),
    )
)
# What stands beside another capital letter without being anybody's name.
THINGS = frozenset(
    (
        *("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"),
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
        *("januar", "februar", "märz", "mai", "juni", "juli", "oktober", "dezember"),
        *("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag", "anfang", "ende", "mitte"),
        *("stadt", "kreis", "land", "amt", "haus", "jobcenter", "agentur", "gemeinde", "universität", "rotes", "kreuz"),
        *("red", "cross", "job", "centre", "city", "town"),
    )
)
ENDS = '.!?…:;\n•-–"„“”»«('


def contacts_in(text: str) -> list[str]:
    """Numbers, addresses of e-mail, web and street in a text, each once, in the order of the text."""
    plain = HARMLESS.sub(lambda found: " " * len(found.group()), text)
    hits = [(found.start(), text[found.start() : found.end()].strip()) for found in NUMBER.finditer(plain)]
    hits += [(found.start(), found.group().strip()) for pattern in (ADDRESS, STREET) for found in pattern.finditer(text)]
    return list(dict.fromkeys(words for _place, words in sorted(hits)))


def names_in(text: str) -> list[str]:
    """What looks like the name of a person, each once: after "my name is", after "Mrs", two capitals in a row within a sentence.

    A guess: a person may say that it is none. German nouns have capitals, so that two of them after an article are taken for things.
    """
    hits = [(found.start(), found.group().strip()) for pattern in (TOLD, TITLED) for found in pattern.finditer(text)]
    hits += [(found.start(), found.group(1)) for found in TWO.finditer(text) if _is_name(text, found)]
    kept: list[tuple[int, str]] = []
    for place, words in sorted(hits):
        if not kept or place >= kept[-1][0] + len(kept[-1][1]):
            kept.append((place, words))
    return list(dict.fromkeys(words for _place, words in kept))


def _is_name(text: str, found: re.Match[str]) -> bool:
    before = text[: found.start()].rstrip(" \t")
    if not before or before[-1] in ENDS:
        return False
    if {found.group(2).lower(), found.group(3).lower()} & THINGS:
        return False
    return before.rsplit(None, 1)[-1].lower() not in ARTICLES

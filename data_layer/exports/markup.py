"""XML that any reader takes: signs that XML does not know are replaced."""

import re
from typing import Any
from xml.etree.ElementTree import Element, SubElement, tostring

# What XML 1.0 does not allow, half characters included.
NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def element(parent: Element | None, name: str, text: str | None = None, /, **attributes: Any) -> Element:
    """A new element, inside of `parent` if there is one; attributes that are None are left out."""
    told = {key.rstrip("_").replace("__", "."): clean(str(value)) for key, value in attributes.items() if value is not None}
    made = Element(name, told) if parent is None else SubElement(parent, name, told)
    if text is not None:
        made.text = clean(text)
    return made


def clean(text: str) -> str:
    """The text with a replacement sign for each that XML does not know."""
    return NO_XML.sub("\ufffd", text)


def xml_bytes(root: Element) -> bytes:
    """The document in UTF-8, with its declaration."""
    return tostring(root, encoding="utf-8", xml_declaration=True)

"""XML from strangers: no document types, no entities, and no more elements than fit."""

from xml.sax import SAXException
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl

from defusedxml import DefusedXmlException, sax

from data_layer.files.limits import DEEPEST, MOST_ELEMENTS
from data_layer.problem import Problem


class Element:
    """One element: its name without prefix, its attributes likewise, its text, its children, its line in the file."""

    __slots__ = ("attributes", "children", "line", "name", "text")

    def __init__(self, name: str, attributes: dict[str, str], line: int) -> None:
        self.name = name
        self.attributes = attributes
        self.line = line
        self.text = ""
        self.children: list[Element] = []

    def all(self, *names: str) -> list["Element"]:
        """The children with one of these names."""
        return [child for child in self.children if child.name in names]

    def get(self, name: str, default: str = "") -> str:
        """An attribute, without blanks around it."""
        return self.attributes.get(name, default).strip()


def xml_root(data: bytes) -> Element:
    """The root element; Problem where the file is no XML, names a document type or entities, or is too large."""
    builder = _Builder()
    try:
        sax.parseString(data, builder, forbid_dtd=True)
    except DefusedXmlException:
        raise Problem("file_entities") from None
    except (SAXException, ValueError, LookupError):
        raise Problem("file_xml", line=builder.line()) from None
    assert builder.root is not None
    return builder.root


class _Builder(ContentHandler):
    def __init__(self) -> None:
        super().__init__()
        self.root: Element | None = None
        self.open: list[Element] = []
        self.texts: list[list[str]] = []
        self.count = 0

    def line(self) -> int:
        return (self._locator.getLineNumber() if self._locator else None) or 1  # type: ignore[attr-defined]

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802
        self.count += 1
        if self.count > MOST_ELEMENTS or len(self.open) > DEEPEST:
            raise Problem("file_heavy")
        told = {key.rpartition(":")[2]: value for key, value in attrs.items() if not key.startswith("xmlns")}
        element = Element(name.rpartition(":")[2].lower(), told, self.line())
        if self.open:
            self.open[-1].children.append(element)
        else:
            self.root = element
        self.open.append(element)
        self.texts.append([])

    def endElement(self, name: str) -> None:  # noqa: N802
        self.open.pop().text = "".join(self.texts.pop()).strip()

    def characters(self, content: str) -> None:
        if self.texts:
            self.texts[-1].append(content)

"""All that stands in the bytes of an answer: what a reader of a PDF, a workbook or JSON could find in it."""

import io
import re
import zipfile
import zlib

import pypdf

# What stands between the digits of one number, in whatever language it is written.
BETWEEN_DIGITS = re.compile(r"(?<=\d)[,.’\u00a0\u202f ](?=\d)")
STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)


def everything_in(content: bytes) -> str:
    """The text of an answer as it came, and of what is packed in it; numbers without what separates their digits."""
    return BETWEEN_DIGITS.sub("", "\n".join(_parts(content)))


def _parts(content: bytes) -> list[str]:
    raw = content.decode("utf-8", "replace")
    if content.startswith(b"%PDF"):
        return [raw, _pages(content), *(inflated(part) for part in STREAM.findall(content))]
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return [f"{name}\n{packed.read(name).decode()}" for name in packed.namelist()]
    return [raw, raw.encode().decode("unicode_escape", "replace")] if content[:1] in (b"{", b"[") else [raw]


def _pages(content: bytes) -> str:
    reader = pypdf.PdfReader(io.BytesIO(content))
    return "\n".join([*(page.extract_text() for page in reader.pages), str(reader.metadata), str(reader.attachments)])


def inflated(stream: bytes) -> str:
    """A packed stream of a PDF as text; one that is not packed as it is."""
    try:
        return zlib.decompressobj().decompress(stream).decode("latin-1")
    except zlib.error:
        return stream.decode("latin-1")

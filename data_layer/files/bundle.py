"""Our own everything.zip: of all that is in it, the workbook with every table is read."""

import zipfile
import zlib
from io import BytesIO

from data_layer.files.limits import MOST_BYTES
from data_layer.problem import Problem

EVERYTHING = "everything.xlsx"


def workbook_in(data: bytes) -> bytes | None:
    """The workbook in a packed export of ours; None for any other packed file. Raises Problem where it is damaged or too large.

    No more of it is unpacked than may be read, and the workbook itself is looked at like any other.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            if EVERYTHING not in archive.NameToInfo:
                return None
            with archive.open(EVERYTHING) as packed:
                content = packed.read(MOST_BYTES + 1)
    except (zipfile.BadZipFile, ValueError, NotImplementedError, RuntimeError, OSError, EOFError, zlib.error):
        raise Problem("file_broken") from None
    if len(content) > MOST_BYTES:
        raise Problem("file_large", most=MOST_BYTES // 1024 // 1024)
    return content

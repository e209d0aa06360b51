"""Bringing files in as a browser does."""

import io
import re

import sqlalchemy as sa

from data_layer.engine import bare_session
from data_layer.models import Network
from tests.opening import open_page

PATH = "/data/import"


class Sender:
    """Sends the forms of the import as assets/edit/50-import.js does."""

    def __init__(self, browser):
        self.browser = browser
        browser.get(PATH)
        cookie = browser.get_cookie("_csrf_token")
        self.token = cookie.value if cookie else ""

    def post(self, where, **form):
        return self.browser.post(f"{PATH}/{where}", data=form, headers={"X-CSRFToken": self.token}, content_type="multipart/form-data")

    def file(self, data, network="", name="list.csv"):
        content = data.encode() if isinstance(data, str) else data
        return self.post("file", file=(io.BytesIO(content), name), network=str(network)).get_json()

    def raw(self, where, size):
        """A form with one file of this size, in bytes as they are."""
        body = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n' + b"x" * size + b"\r\n--x--\r\n"
        kind = "multipart/form-data; boundary=x"
        return self.browser.post(f"{PATH}/{where}", data=body, headers={"X-CSRFToken": self.token}, content_type=kind)

    def page(self, query=""):
        return str(open_page(self.browser, PATH + query).get_json())

    def seal(self):
        """What the button that brings it in sends along."""
        found = re.search(r"'name': 'seal', [^}]*'value': '(\w+)'|'value': '(\w+)'[^}]*'name': 'seal'", self.page())
        return found[1] or found[2]


def id_of(name):
    with bare_session() as session:
        return session.scalar(sa.select(Network.id).where(Network.name == name))

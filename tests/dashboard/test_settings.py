"""The server starts only with settings that are safe, and says which one is not."""

import pytest

from dashboard.settings import SettingsError, read_settings

KEY = "kq3-Vh7xYpL0zR9sT2uWmBnCdEfGaJ14"
PRODUCTION = {
    "LEN_ENV": "production",
    "LEN_SECRET_KEY": KEY,
    "LEN_PUBLIC_URL": "https://len.example.org/",
    "LEN_TRUSTED_HOSTS": "len.example.org, www.len.example.org",
    "LEN_DATABASE_URL": "postgresql+psycopg://len@db/len",
}
DEMO = {"LEN_SECRET_KEY": KEY}


def test_the_demo_needs_no_setting():
    settings = read_settings(DEMO)
    assert (settings.env, settings.address) == ("demo", "http://127.0.0.1:8050")


def test_production_reads_its_settings():
    settings = read_settings(PRODUCTION)
    assert settings.production
    assert settings.public_url == "https://len.example.org"
    assert settings.trusted_hosts == ("len.example.org", "www.len.example.org")


BAD = {
    "no such environment": ({"LEN_ENV": "prod"}, "LEN_ENV"),
    "no key": ({**PRODUCTION, "LEN_SECRET_KEY": ""}, "LEN_SECRET_KEY"),
    "a short key": ({**PRODUCTION, "LEN_SECRET_KEY": "short"}, "LEN_SECRET_KEY"),
    "a known key": ({**PRODUCTION, "LEN_SECRET_KEY": "changeme"}, "LEN_SECRET_KEY"),
    "a key of one letter": ({**PRODUCTION, "LEN_SECRET_KEY": "a" * 64}, "LEN_SECRET_KEY"),
    "no public address": ({**PRODUCTION, "LEN_PUBLIC_URL": ""}, "LEN_PUBLIC_URL"),
    "a public address without encryption": ({**PRODUCTION, "LEN_PUBLIC_URL": "http://len.example.org"}, "LEN_PUBLIC_URL"),
    "no host names": ({**PRODUCTION, "LEN_TRUSTED_HOSTS": " , "}, "LEN_TRUSTED_HOSTS"),
    "the demo's password in production": ({**PRODUCTION, "LEN_DEMO_PASSWORD": "x"}, "LEN_DEMO_PASSWORD"),
    "Dash's debug mode": ({**DEMO, "DASH_DEBUG": "true"}, "DASH_DEBUG"),
    "Dash's debug mode in small letters": ({**DEMO, "dash_debug": "1"}, "DASH_DEBUG"),
    "Dash's door for machines": ({**DEMO, "DASH_MCP_ENABLED": "true"}, "DASH_MCP_ENABLED"),
    "Flask's debug mode": ({**DEMO, "FLASK_DEBUG": "1"}, "FLASK_DEBUG"),
    "a port in words": ({**DEMO, "LEN_PORT": "http"}, "LEN_PORT"),
    "proxies in words": ({**DEMO, "LEN_PROXIES": "one"}, "LEN_PROXIES"),
    "a demo for the whole network": ({**DEMO, "LEN_HOST": "0.0.0.0"}, "LEN_DEMO_PASSWORD"),
}


@pytest.mark.parametrize("case", BAD)
def test_a_bad_setting_is_named(case):
    environment, name = BAD[case]
    with pytest.raises(SettingsError, match=name):
        read_settings(environment)


def test_a_database_that_everybody_can_read_is_refused(tmp_path):
    path = tmp_path / "len.db"
    path.touch(mode=0o644)
    with pytest.raises(SettingsError, match="chmod 600"):
        read_settings({**PRODUCTION, "LEN_DATABASE_URL": f"sqlite:///{path}"})


def test_the_demo_with_a_password_may_be_open_to_others():
    assert read_settings({**DEMO, "LEN_HOST": "0.0.0.0", "LEN_DEMO_PASSWORD": "x"}).host == "0.0.0.0"


def test_the_demo_makes_its_key_once_for_its_owner_only(tmp_path, monkeypatch):
    monkeypatch.setattr("dashboard.settings.INSTANCE", tmp_path / "instance")
    first, second = read_settings({}).secret_key, read_settings({}).secret_key
    assert first == second
    assert (tmp_path / "instance" / "secret-key").stat().st_mode & 0o077 == 0

"""The settings, read from the environment once."""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parent.parent
INSTANCE = ROOT / "instance"
KNOWN_KEYS = {"secret", "changeme", "change-me", "development", "dev", "test"}
MIN_KEY = 32
LOOPBACK = {"127.0.0.1", "localhost", "::1"}
# Dash reads its own variables in either case; each of these opens a door that must stay shut.
DASH_DOORS = ("DASH_DEBUG", "DASH_UI", "DASH_PROPS_CHECK", "DASH_HOT_RELOAD", "DASH_MCP_ENABLED", "FLASK_DEBUG")


class SettingsError(SystemExit):
    """A setting that the server cannot start with; the text says which and what to do, and is all that is printed."""


@dataclass(frozen=True, slots=True)
class Settings:
    """One installation: `env` is `demo` or `production`; `url` is where people reach it, without a slash at the end."""

    env: str
    database_url: str
    host: str
    port: int
    secret_key: str
    demo_password: str | None
    public_url: str | None
    trusted_hosts: tuple[str, ...]
    proxies: int
    time_zone: str

    @property
    def production(self) -> bool:
        """Whether real people's data may be in here."""
        return self.env == "production"

    @property
    def address(self) -> str:
        """Where the server listens, as a person types it."""
        return f"http://{self.host}:{self.port}"


def read_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """Settings from the environment; SettingsError names the variable and the remedy."""
    env = os.environ if environment is None else environment
    name = env.get("LEN_ENV", "demo")
    if name not in ("demo", "production"):
        raise SettingsError(f"LEN_ENV is {name!r}; it can be demo or production.")
    production = name == "production"
    settings = Settings(
        env=name,
        database_url=env.get("LEN_DATABASE_URL") or f"sqlite:///{INSTANCE / ('len.db' if production else 'demo.db')}",
        host=env.get("LEN_HOST", "127.0.0.1"),
        port=_number(env, "LEN_PORT", 8050),
        secret_key=env.get("LEN_SECRET_KEY") or ("" if production else _demo_key()),
        demo_password=env.get("LEN_DEMO_PASSWORD"),
        public_url=(env.get("LEN_PUBLIC_URL") or "").rstrip("/") or None,
        trusted_hosts=tuple(host.strip() for host in env.get("LEN_TRUSTED_HOSTS", "").split(",") if host.strip()),
        proxies=_number(env, "LEN_PROXIES", 0),
        time_zone=env.get("LEN_TIMEZONE", "Europe/Berlin"),
    )
    _check_doors(env)
    if production:
        _check_production(settings)
    elif settings.demo_password is None and settings.host not in LOOPBACK:
        raise SettingsError("LEN_HOST opens the demo to other machines: set LEN_DEMO_PASSWORD too, or leave LEN_HOST at 127.0.0.1.")
    return settings


def _number(env: Mapping[str, str], key: str, default: int) -> int:
    text = env.get(key, str(default))
    if not text.isdigit():
        raise SettingsError(f"{key} is {text!r}; it must be a whole number.")
    return int(text)


def _demo_key() -> str:
    """The demo's own secret, made at the first start and readable by its owner only."""
    path = INSTANCE / "secret-key"
    if not path.exists():
        INSTANCE.mkdir(exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(48))
    return path.read_text().strip()


def _check_doors(env: Mapping[str, str]) -> None:
    for door in DASH_DOORS:
        value = env.get(door) or env.get(door.lower())
        if value and value.lower() not in ("0", "false", "no"):
            raise SettingsError(f"{door} is set; it opens a way round the log-in. Unset it.")


def _check_production(settings: Settings) -> None:
    key = settings.secret_key
    if len(key) < MIN_KEY or len(set(key)) < 10 or key.lower() in KNOWN_KEYS:
        raise SettingsError(
            f"LEN_SECRET_KEY must be a random text of at least {MIN_KEY} characters. "
            "Make one: python -c 'import secrets; print(secrets.token_urlsafe(48))'"
        )
    if settings.demo_password is not None:
        raise SettingsError("LEN_DEMO_PASSWORD belongs to the demo; unset it in production.")
    if settings.public_url is None or urlsplit(settings.public_url).scheme != "https":
        raise SettingsError("LEN_PUBLIC_URL must be the https address at which people reach the dashboard.")
    if not settings.trusted_hosts:
        raise SettingsError("LEN_TRUSTED_HOSTS must name the host names that the dashboard answers to, separated by commas.")
    if settings.database_url.startswith("sqlite"):
        _check_file(Path(settings.database_url.removeprefix("sqlite:///")))


def _check_file(path: Path) -> None:
    if path.exists() and path.stat().st_mode & 0o007:
        raise SettingsError(f"Everybody on this machine can read {path}. Close it: chmod 600 {path}")

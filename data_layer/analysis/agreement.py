"""How far two people who code the same statements agree."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from data_layer.voices.voice import VoiceLine, first_of, second_of

# With fewer statements the share says more about chance than about the themes.
FEWEST = 10


@dataclass(frozen=True, slots=True)
class ThemeAgreement:
    """One theme: of `coded` statements both chose it in `both`, one of the two in `one`; the shares are None with too few statements.

    `simple`: the share of statements on which both say the same of it. `kappa`: the same beyond chance; None too where neither or both
    always chose it, so that chance alone explains everything.
    """

    theme: str
    coded: int
    both: int
    one: int
    simple: float | None
    kappa: float | None


@dataclass(frozen=True, slots=True)
class Agreement:
    """Of `coded` statements that two people coded, `same` got the same set of themes from both."""

    coded: int
    same: int
    themes: tuple[ThemeAgreement, ...]

    @property
    def enough(self) -> bool:
        """Whether there are enough statements for a share."""
        return self.coded >= FEWEST


def agreement(lines: Collection[VoiceLine], themes: Sequence[str], networks: Mapping[str, Collection[int]]) -> Agreement:
    """How often both chose the same, before they settled anything. `networks`: for a theme of a LEN's own, the LENs that have it."""
    pairs = [
        (line.network_id, first.themes, second.themes)
        for line in lines
        if (first := first_of(line)) is not None and (second := second_of(line)) is not None
    ]
    found = []
    for theme in themes:
        here = [(theme in one, theme in two) for network_id, one, two in pairs if network_id in networks.get(theme, (network_id,))]
        found.append(_of_theme(theme, here))
    return Agreement(len(pairs), sum(one == two for _network, one, two in pairs), tuple(found))


def _of_theme(theme: str, pairs: Sequence[tuple[bool, bool]]) -> ThemeAgreement:
    both, one = sum(a and b for a, b in pairs), sum(a != b for a, b in pairs)
    if len(pairs) < FEWEST:
        return ThemeAgreement(theme, len(pairs), both, one, None, None)
    return ThemeAgreement(theme, len(pairs), both, one, (len(pairs) - one) / len(pairs), kappa(pairs))


def kappa(pairs: Sequence[tuple[bool, bool]]) -> float | None:
    """Cohen's kappa of two people who each say yes or no: (p - e) / (1 - e), from -1 to 1, 0 being what chance alone would give.

    p is the share of cases on which both say the same; e the share to be expected if each said yes as often as they did, but blindly:
    a * b + (1 - a) * (1 - b). None without cases, or where e is 1. Source: J. Cohen, "A coefficient of agreement for nominal scales",
    Educational and Psychological Measurement 20 (1960), pages 37 to 46.
    """
    if not pairs:
        return None
    n = len(pairs)
    a, b = sum(one for one, _two in pairs) / n, sum(two for _one, two in pairs) / n
    expected = a * b + (1 - a) * (1 - b)
    if expected == 1:
        return None
    return (sum(one == two for one, two in pairs) / n - expected) / (1 - expected)

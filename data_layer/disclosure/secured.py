"""One system made safe: whatever can be worked out leads to a further figure being hidden, until nothing can."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from data_layer.disclosure.audit import Audit, Broken
from data_layer.disclosure.repair import Repair
from data_layer.disclosure.system import Need, System


class Part:
    """Unknowns that hang together, with the figures of them that are shown.

    A need that hiding everything would not meet is not the doing of this release: an earlier one, or what an attacker knows anyway, tells
    that much. Then all that this release would add is taken away, and the need counts as met (`accepted`).
    """

    def __init__(
        self, system: System, variables: Sequence[int], shown: Mapping[int, tuple[int, int]], weights: Mapping[int, float]
    ) -> None:
        self._audit = Audit(system, variables, shown)
        self._shown, self._weights = dict(shown), weights
        self._repair: Repair | None = None
        self._eased: dict[Need, Need] = {}
        self.accepted: set[Need] = set()

    def step(self, needs: Iterable[Need]) -> list[int] | None:
        """The figures that it hides because of needs that are not met; None as soon as all are."""
        asked = (self._eased.get(need, need) for need in needs)
        broken = self._audit.broken([need for need in asked if need not in self.accepted])
        if not broken:
            return None
        before = len(self._eased) + len(self.accepted)
        more = [variable for found in broken for variable in self._cure(found)]
        return more if more or len(self._eased) + len(self.accepted) > before else self._force(broken[0])

    def hide(self, variable: int) -> None:
        """From now on the figure is not shown."""
        if self._shown.pop(variable, None) is not None:
            self._audit.hide(variable)
            if self._repair is not None:
                self._repair.hide(variable)

    def _cure(self, broken: Broken) -> tuple[int, ...]:
        if self._repair is None:
            self._repair = Repair(self._audit, self._shown, self._weights)
        cure = self._repair.cure(broken) or self._repair.cure(self._ease(broken)) or self._repair.best(broken)
        if cure is None:
            if not self._repair.helps(broken):
                self.accepted.update((broken.need, self._eased[broken.need]))
            return ()
        for variable in cure.variables:
            self.hide(variable)
        self._audit.see(cure.point)
        return cure.variables

    def _ease(self, broken: Broken) -> Broken:
        """A count that need only reach down to what an attacker knows whatever is hidden: he saw some of these people himself."""
        eased = replace(broken.need, low=max(broken.need.low, self._audit.floor(broken.need.variable)))
        self._eased[broken.need] = eased
        return replace(broken, need=eased)

    def _force(self, broken: Broken) -> list[int]:
        """What no price leads to: the next figure, or giving in where nothing is left to hide."""
        assert self._repair is not None
        variable = self._repair.next_to(broken.need.variable)
        if variable is None or not self._repair.helps(broken):
            self.accepted.add(broken.need)
            return []
        self.hide(variable)
        return [variable]

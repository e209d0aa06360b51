"""The release alone, or together with earlier ones, as an attacker sees it, part by part."""

from collections.abc import Iterable, Mapping, Sequence, Set

from data_layer.disclosure.fact import Basis, Fact
from data_layer.disclosure.linked import Again, system
from data_layer.disclosure.program import INFINITE, groups
from data_layer.disclosure.rules import Rules
from data_layer.disclosure.secured import Part
from data_layer.disclosure.system import Need, needs
from data_layer.disclosure.table import Key, Sum


class Attack:
    """All that can be worked out of the new release and, where given, earlier ones (the oldest first); `weights`: the price of hiding one.

    `changed`: figures shown that an earlier release showed, too, since when a few people came or went.
    """

    def __init__(
        self,
        facts: Mapping[Key, Fact],
        sums: Sequence[Sum],
        rules: Rules,
        *,
        hidden: Set[Key],
        weights: Mapping[Key, float],
        earlier: Sequence[Basis] = (),
        again: Set[Again] = frozenset(),
        changed: Set[Key] = frozenset(),
        carried: bool = False,
    ) -> None:
        self._facts, self._rules, self._earlier, self._changed = facts, rules, earlier, changed
        self._hidden = set(hidden)
        self._system = system(facts, sums, rules, earlier, again, carried=carried)
        self._carried = carried
        self._own = self._system.own
        self._key = {variable: key for key, variable in self._own.items()}
        self._weights = {variable: weights[key] for variable, key in self._key.items()}
        self._before = {stood.variable for place in self._system.places[1:] for stood in place.values()}
        self._parts: list[Part] = []
        self._part_of: dict[int, int] = {}
        rows = ([variable for variable, _factor in row] for row in self._system.rows)
        for variables in groups(len(self._system.truth), rows):
            if self._tells(variables):
                self._part_of |= dict.fromkeys(variables, len(self._parts))
                self._parts.append(Part(self._system, variables, self._shown(variables), self._weights))

    def secure(self, hidden: Iterable[Key]) -> list[Key]:
        """With these hidden too: what else must be, in the order in which it was found."""
        for key in hidden:
            self._hide(key)
        return [key for place in range(len(self._parts)) for key in self._secure(place)]

    def _tells(self, variables: Sequence[int]) -> bool:
        """Whether these can tell more than the new release does alone, or than an earlier one did."""
        if self._carried and self._system.carried.isdisjoint(variables):
            return False
        own = any(variable in self._key for variable in variables)
        return own and (not self._earlier or any(variable in self._before for variable in variables))

    def _shown(self, variables: Sequence[int]) -> dict[int, tuple[int, int]]:
        keys = ((variable, self._key[variable]) for variable in variables if variable in self._key)
        return {
            variable: self._facts[key].interval(self._rules.k)
            for variable, key in keys
            if key not in self._hidden and not self._facts[key].known
        }

    def _hide(self, key: Key) -> None:
        self._hidden.add(key)
        place = self._part_of.get(self._own[key])
        if place is not None:
            self._parts[place].hide(self._own[key])

    def _secure(self, place: int) -> list[Key]:
        found: list[Key] = []
        while (more := self._parts[place].step(self._needs(place))) is not None:
            keys = [self._key[variable] for variable in more]
            self._hidden.update(keys)
            found += keys
        return found

    def _needs(self, place: int) -> list[Need]:
        found = needs(self._system, self._hidden, self._rules, self._earlier)
        # A count that changed by a few people must not be known exactly, or the change would be.
        found += [Need(self._own[key], 1, -INFINITE, INFINITE) for key in sorted(self._changed - self._hidden)]
        return [need for need in found if self._part_of.get(need.variable) == place]

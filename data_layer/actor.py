"""Who acts: an account with its role and the LENs that it may see."""

from dataclasses import dataclass

from data_layer.vocabulary import AccountRole


@dataclass(frozen=True, slots=True)
class Actor:
    """`network_ids` are the LENs granted; `all_networks` stands above them. Funders and administrators have neither."""

    account_id: int
    email: str
    role: AccountRole
    network_ids: frozenset[int] = frozenset()
    all_networks: bool = False
    language: str | None = None
    theme: str | None = None
    sign_in_id: int | None = None

    def sees(self, network_id: int | None) -> bool:
        """Whether rows of this LEN exist for the actor."""
        return network_id is not None and (self.all_networks or network_id in self.network_ids)

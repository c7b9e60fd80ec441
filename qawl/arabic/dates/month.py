"""The names of the months as they are written in a country, for the reader of a page."""

from __future__ import annotations

from functools import cache

from qawl.tables import several, table


@cache
def month_names(region: str) -> tuple[str, ...]:
    """The twelve months as the country with this ISO code writes them. Raises `ValueError` where the table has not all of them."""
    named = {int(row["number"]): row["form"] for row in table("months.tsv") if region in several(row["region"])}
    if sorted(named) != list(range(1, 13)):
        raise ValueError(f"no twelve months are known for {region}")
    return tuple(named[number] for number in range(1, 13))

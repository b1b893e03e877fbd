"""Keeping or leaving out whole super-categories, for models that have never seen a kind of object."""

from __future__ import annotations

from collections.abc import Sequence

from gkdt_core.errors import DatasetError
from trainer.data.dataset import CategoryData


def chosen_supercategories(
    categories: list[CategoryData], *, only: Sequence[str] = (), leave_out: Sequence[str] = ()
) -> list[CategoryData]:
    """The categories of the super-categories in `only` (all without any) that are not in `leave_out`.

    Raises:
        DatasetError: A name is no super-category of these data, or nothing is left.
    """
    known = {data.category.supercategory for data in categories}
    unknown = [name for name in (*only, *leave_out) if name not in known]
    there = ", ".join(sorted(name or "none" for name in known))
    if unknown:
        raise DatasetError(
            f"No category is of the super-category {' or '.join(unknown)}.", hint=f"There are: {there}."
        )
    kept = [data for data in categories if is_wanted(data.category.supercategory, only, leave_out)]
    if not kept:
        raise DatasetError(
            f"Without the super-categories {', '.join(leave_out)} no data are left.",
            hint=f"There are: {there}.",
        )
    return kept


def is_wanted(supercategory: str, only: Sequence[str], leave_out: Sequence[str]) -> bool:
    """Whether it is one of `only` (any without them) and none of `leave_out`."""
    return (not only or supercategory in only) and supercategory not in leave_out

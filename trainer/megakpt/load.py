"""What training needs of MegaKPT: the categories of one split, from the released layout."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from gkdt_core.errors import DatasetError
from trainer.data.dataset import CategoryData, load_annotations
from trainer.megakpt.registry import Registry


def load_megakpt(
    registry: Registry, root: Path, split: str, only: Collection[str] | None = None
) -> list[CategoryData]:
    """The categories of every dataset whose annotation file of `split` is there, under its super-category.

    Datasets without that split (Animal-Pose is for testing only) and those that are not there are left out.

    Args:
        registry: The datasets.
        root: Of the released layout.
        split: "train", "val", "test" or "finetune".
        only: Ids of the datasets to load; those that share their files come together.

    Raises:
        DatasetError: None is there, or a file is not as it should be.
    """
    wanted = None
    if only is not None:
        chosen = [registry.dataset(identity) for identity in only]
        wanted = {dataset.released_with or dataset.id for dataset in chosen}
    found: list[CategoryData] = []
    for group in registry.groups():
        first = group[0]
        if wanted is not None and first.id not in wanted:
            continue
        roots = [root / folder for folder in first.image_roots]
        if len(roots) > 1:
            roots += sorted({folder.parent for folder in roots})
        for part in first.splits:
            path = root / first.annotation_root / part.file
            if part.name == split and path.is_file():
                found += load_annotations(path, roots, first.id, first.supercategory)
    if not found:
        raise DatasetError(
            f'{root} has no annotation file of the split "{split}".',
            hint="`gkdt megakpt status` names the files it looks for, and where they come from.",
        )
    return found

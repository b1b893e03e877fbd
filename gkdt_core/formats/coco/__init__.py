"""COCO keypoint files: what a file says becomes domain values, and back, losing nothing nobody touched.

Positions: a COCO keypoint counts pixels from the first pixel's centre, the domain from the image's corner.
The half pixel between them is added here and nowhere else (`keypoint_origin="corner"` for files of tools that
store raw clicks). Boxes need no shift. `0, 0, 0` is an unlabeled keypoint.

Fields beside COCO's own, all optional: category `flip_pairs` (left-right pairs, 1-based); annotation
`keypoint_scores` and `keypoint_peaks` (a number or null per keypoint), `keypoint_origins` ("human", "model",
"carried" or "" per keypoint), `bbox_origin` ("keypoints": the box was only drawn around the keypoints),
`exact_positions` (see `_exact_positions`); image `state` (a value of `ImageState`). Fields that are not
known live on in `extra`.
"""

from __future__ import annotations

from gkdt_core.formats.coco.categories import category_from_coco, category_to_coco
from gkdt_core.formats.coco.dataset import (
    CocoAnnotation,
    CocoCategory,
    CocoDataset,
    CocoImage,
    resolve_image,
)
from gkdt_core.formats.coco.fields import KeypointOrigin
from gkdt_core.formats.coco.reading import MAX_BYTES, read_coco
from gkdt_core.formats.coco.writing import write_coco

__all__ = [
    "MAX_BYTES",
    "CocoAnnotation",
    "CocoCategory",
    "CocoDataset",
    "CocoImage",
    "KeypointOrigin",
    "category_from_coco",
    "category_to_coco",
    "read_coco",
    "resolve_image",
    "write_coco",
]

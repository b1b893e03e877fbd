"""What formats are called and what they lose, in the language of the window."""

from __future__ import annotations

from app.i18n import mark, tr
from gkdt_core.extras import is_frozen
from gkdt_core.formats.features import Loss
from gkdt_core.formats.registry import Format

_TITLES = (
    mark("COCO keypoints"),
    mark("YOLO-pose"),
    mark("DeepLabCut"),
    mark("LabelMe"),
    mark("CVAT XML 1.1"),
    mark("CSV, a row a keypoint"),
    mark("CSV, a row an instance"),
    mark("SLEAP"),
    mark("NWB (ndx-pose)"),
)
_FEATURES = (
    mark("occluded points"),
    mark("points that a person marked as not to be seen"),
    mark("scores of points"),
    mark("raw heatmap values of points"),
    mark("points that the model placed or that were carried over"),
    mark("points and boxes outside the image"),
    mark("boxes that somebody drew"),
    mark("instances without a drawn box"),
    mark("images with several instances"),
    mark("instances without a labelled point"),
    mark("images without instances"),
    mark("image states"),
    mark("image names with other folders"),
    mark("names of categories"),
    mark("further categories"),
    mark("keypoints that are labelled nowhere"),
    mark("orders of keypoints that contradict another category's"),
    mark("skeleton lines"),
    mark("left-right pairs that the names do not tell"),
    mark("groups of categories"),
    mark("further fields (prompts, other programs' fields)"),
    mark("records without keypoints"),
)
_FATES = (
    mark("are lost"),
    mark("are left out"),
    mark("are left out where they have no box"),
    mark("are left out or cut off: Ultralytics drops images that have them"),
    mark("become visible"),
    mark("count as not labelled"),
    mark("count as a person's"),
    mark("count as a person's where they have no score"),
    mark("count as a person's where a person placed a point of the instance"),
    mark("are lost where a person placed or corrected a point of the instance"),
    mark("get the box around their points"),
    mark("get one folder below labeled-data"),
    mark("are guessed again from the names"),
    mark("become 2 px wide or high where they are thinner"),
    mark('lose folders called "images", and get a number where only their endings differ'),
    mark("get a number where only their endings differ"),
    mark("follow the first category that has them"),
    mark("lose spaces around them, and get a number where two are the same"),
    mark('lose "/", ":" and spaces around them, and get a number where two are the same'),
)
KNOWN_TEXTS = frozenset((*_TITLES, *_FEATURES, *_FATES))
"""Every text of the formats' table; a test holds the table to it, so that all of it can be translated."""


def title(form: Format) -> str:
    """The name of a format."""
    return tr(form.title)


def loss_text(loss: Loss) -> str:
    """ "Occluded points (12) become visible"."""
    what = tr(loss.feature.value)
    text = tr("{what} ({count:,}) {fate}", what=what, count=loss.count, fate=tr(loss.fate))
    return text[:1].upper() + text[1:]


def how_to_install(form: Format) -> str:
    """What to do about a format whose optional packages are missing."""
    if is_frozen():
        return tr(
            "{format} needs packages that this build of the program is without. Choose another format, or a "
            "build that has them.",
            format=title(form),
        )
    return tr(
        "{format} needs packages that are not installed. Install them with `pip install '.[{extra}]'` in the "
        "program's folder, then start it again.",
        format=title(form),
        extra=form.extra,
    )

"""Makes a set of a category that the bundled model has never seen: `python -m benchmarks.two_flies OUT`.

From the shared data: `videos/two_flies_clip.mp4`, two courting fruit flies seen from above (1,500 frames of
1024 x 1024 px at 25 per second), and `formats/sleap/tracks/clip.slp`, which holds 13 points of both flies in
every frame as their owners stored them. Both come from SLEAP's test data (talmolab/sleap, Clear BSD). Needs
the package h5py, which the program itself does not.

Of each fly the frames that differ most in pose are taken, at least a second apart, cut out with some
surroundings, and divided by chance: five of each fly to label, the others held back. So the two parts show
the same two animals in the same light at other moments, as it is for someone who labels a video.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from tests.shared_data import SHARED

CATEGORY = "fruit fly"
NAMES = {
    "head": "head",
    "eyeL": "left eye",
    "eyeR": "right eye",
    "thorax": "thorax",
    "abdomen": "abdomen",
    "wingL": "left wing tip",
    "wingR": "right wing tip",
    "forelegL4": "left front foot",
    "forelegR4": "right front foot",
    "midlegL4": "left middle foot",
    "midlegR4": "right middle foot",
    "hindlegL4": "left hind foot",
    "hindlegR4": "right hind foot",
}
EDGES = (("head", "thorax"), ("thorax", "abdomen"))
PER_FLY, LABELLED_PER_FLY = 15, 5
APART = 25
"""Frames; a second."""
CUT, SHIFT, BOX_MARGIN = 192, 24, 4.0
"""Px: size of a picture, how far the fly may be from its middle, margin of its box around its points."""


def read_tracks(path: Path) -> NDArray[np.float64]:
    """(frames, flies, N, 2) px from the outer corner of the first pixel, NaN where not seen."""
    import h5py  # type: ignore[import-not-found,import-untyped,unused-ignore]

    with h5py.File(path) as file:
        content = json.loads(file["metadata"].attrs["json"])
        order = [content["nodes"][node["id"]]["name"] for node in content["skeletons"][0]["nodes"]]
        points, instances, frames = file["points"][:], file["instances"][:], file["frames"][:]
    # since layout 1.1 SLEAP counts from the centre of the first pixel
    xy = np.stack([points["x"], points["y"]], axis=-1) + 0.5
    xy[~points["visible"]] = np.nan
    tracks = np.full((int(frames["frame_idx"].max()) + 1, 2, len(NAMES), 2), np.nan)
    columns = [order.index(name) for name in NAMES]
    for row in instances:
        frame = frames[row["frame_id"]]["frame_idx"]
        tracks[frame, row["track"]] = xy[row["point_id_start"] : row["point_id_end"]][columns]
    return tracks


def most_different(poses: NDArray[np.float64], count: int) -> list[int]:
    """Indices of `count` poses (T, N, 2) far from each other, none within `APART` of another."""
    middle = poses - np.nanmean(poses, axis=1, keepdims=True)
    chosen = [0]
    free = np.ones(len(poses), bool)
    nearest = np.full(len(poses), np.inf)
    while True:
        last = chosen[-1]
        free[max(0, last - APART + 1) : last + APART] = False
        gap = np.linalg.norm(middle - middle[last], axis=-1)
        nearest = np.minimum(nearest, np.nanmean(gap, axis=1))
        if len(chosen) == count:
            return chosen
        chosen.append(int(np.where(free, nearest, -1).argmax()))


def cut_out(
    frame: NDArray[np.uint8], points: NDArray[np.float64], rng: np.random.Generator
) -> tuple[NDArray[np.uint8], NDArray[np.float64]]:
    """A picture of one fly, and its points there."""
    low, high = np.nanmin(points, axis=0), np.nanmax(points, axis=0)
    corner = (low + high) / 2 - CUT / 2 + rng.uniform(-SHIFT, SHIFT, 2)
    limit = np.array((frame.shape[1], frame.shape[0])) - CUT
    x, y = np.clip(np.round(corner), 0, limit).astype(int).tolist()
    return frame[y : y + CUT, x : x + CUT], points - (x, y)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out", type=Path, help="folder to make")
    out: Path = parser.parse_args().out
    tracks = read_tracks(SHARED / "data" / "formats" / "sleap" / "tracks" / "clip.slp")
    rng = np.random.default_rng(0)
    wanted: dict[int, list[tuple[int, str]]] = {}
    for fly in range(2):
        frames = most_different(tracks[:, fly], PER_FLY)
        split = rng.permutation([0] * LABELLED_PER_FLY + [1] * (PER_FLY - LABELLED_PER_FLY))
        for index, held in zip(frames, split, strict=True):
            wanted.setdefault(index, []).append((fly, ("train", "test")[held]))
    (out / "images").mkdir(parents=True, exist_ok=True)
    (out / "annotations").mkdir(exist_ok=True)
    images: dict[str, list[dict[str, object]]] = {"train": [], "test": []}
    annotations: dict[str, list[dict[str, object]]] = {"train": [], "test": []}
    video = cv2.VideoCapture(str(SHARED / "data" / "videos" / "two_flies_clip.mp4"))
    number = 0
    for index in range(max(wanted) + 1):
        _, frame = video.read()
        for fly, split in wanted.get(index, []):
            number += 1
            picture, points = cut_out(np.asarray(frame, np.uint8), tracks[index, fly], rng)
            inside = (points >= 0).all(axis=1) & (points < CUT).all(axis=1)  # False for NaN
            name = f"fly{fly + 1}_frame{index:04d}.png"
            cv2.imwrite(str(out / "images" / name), picture)
            low, high = points[inside].min(axis=0) - BOX_MARGIN, points[inside].max(axis=0) + BOX_MARGIN
            low, high = low.clip(0, CUT), high.clip(0, CUT)
            values: list[float] = []
            for (x, y), seen in zip(points, inside, strict=True):
                values += [round(float(x) - 0.5, 2), round(float(y) - 0.5, 2), 2] if seen else [0, 0, 0]
            images[split].append({"id": number, "file_name": name, "width": CUT, "height": CUT})
            annotations[split].append(
                {
                    "id": number,
                    "image_id": number,
                    "category_id": 1,
                    "keypoints": values,
                    "num_keypoints": int(inside.sum()),
                    "bbox": [round(float(v), 2) for v in (*low, *(high - low))],
                    "area": round(float(np.prod(high - low)), 2),
                    "iscrowd": 0,
                }
            )
    names = list(NAMES.values())
    category = {
        "id": 1,
        "name": CATEGORY,
        "supercategory": "insect_pose",
        "keypoints": names,
        "skeleton": [[names.index(a) + 1, names.index(b) + 1] for a, b in EDGES],
    }
    for split in images:
        content = {"images": images[split], "categories": [category], "annotations": annotations[split]}
        path = out / "annotations" / f"{split}.json"
        path.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

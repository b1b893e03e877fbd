"""Pictures that are kept in part, and episodes made in any number of threads."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from gkdt_core.domain import Category
from gkdt_core.geometry import Box
from gkdt_core.media.images import read_image, read_shrunk
from tests.trainer.scenes import write_scenes
from trainer.data.augment import AugmentConfig, Picture, halvings, reach_of
from trainer.data.dataset import CategoryData, Sample, load_datasets
from trainer.data.episodes import EpisodeMaker, PictureStore, Prefetcher, augmented_view, free_memory
from trainer.data.sampling import Draw

_PLAIN = AugmentConfig(colour=0, grey=0, blur=0, erase=0)


def _photograph(path: Path, width: int, height: int) -> Path:
    """Smooth shades with some texture, so that a wrong place shows."""
    ys, xs = np.indices((height, width))
    shades = [xs * 200 / width, ys * 200 / height, 100 + 60 * np.sin(xs / 40) * np.cos(ys / 50)]
    Image.fromarray(np.stack(shades, axis=2).astype(np.uint8)).save(path, quality=95)
    return path


def _data(path: Path, *boxes: Box) -> CategoryData:
    category = Category("thing", ("a", "b"))
    samples = []
    for box in boxes:
        points = np.array([[box.x1, box.y1], list(box.centre)])
        samples.append(Sample(path, path.name, points, np.ones(2, bool), box, "g"))
    return CategoryData("set", category, tuple(samples))


@pytest.mark.parametrize(
    "box",
    [
        Box(700, 500, 760, 560),  # small: a part of the picture at its full size
        Box(0, 0, 90, 120),  # in a corner
        Box(300, 200, 1101, 903),  # large: a smaller picture
        Box(1300, 900, 1601, 1201),  # over the last, incomplete blocks
    ],
)
def test_views_of_the_part_that_is_kept_are_those_of_the_whole_picture(tmp_path: Path, box: Box) -> None:
    path = _photograph(tmp_path / "a.png", 1603, 1207)
    data = _data(path, box)
    store = PictureStore([data], 128, _PLAIN, 1 << 30)
    kept, whole = store.get(path), Picture(read_image(path))
    assert kept.pixels.nbytes < whole.pixels.nbytes / 3
    for seed in range(12):
        one, one_points, _ = augmented_view(
            data.samples[0], kept, 128, np.random.default_rng(seed), _PLAIN, None
        )
        other, other_points, _ = augmented_view(
            data.samples[0], whole, 128, np.random.default_rng(seed), _PLAIN, None
        )
        # by one level: OpenCV rounds the places of pixels to 1/32, and the parts begin elsewhere
        differences = np.abs(one.astype(int) - other.astype(int))
        assert (differences <= 1).mean() > 0.999
        assert np.array_equal(one_points, other_points)


def test_a_jpeg_decoded_small_shows_everything_in_its_place(tmp_path: Path) -> None:
    path = _photograph(tmp_path / "a.jpg", 2403, 1801)
    small, shrink = read_shrunk(path, 4)
    assert shrink == 4
    assert small.shape == (451, 601, 3)
    data = _data(path, Box(400, 300, 2000, 1500))
    kept = PictureStore([data], 128, _PLAIN, 1 << 30).get(path)
    assert kept.shrink >= 4
    for seed in range(6):
        views = [
            augmented_view(data.samples[0], picture, 128, np.random.default_rng(seed), _PLAIN, None)[0]
            for picture in (kept, Picture(read_image(path)))
        ]
        # a shift by a px of the input would be 3 levels in the shades; JPEG's own averaging differs by less
        assert np.abs(views[0].astype(int) - views[1].astype(int)).mean() < 0.8


def test_turned_and_other_files_are_never_decoded_small(tmp_path: Path) -> None:
    _photograph(tmp_path / "a.png", 600, 400)
    turned = Image.open(tmp_path / "a.png")
    exif = Image.Exif()
    exif[0x0112] = 6
    turned.save(tmp_path / "turned.jpg", exif=exif)
    for name, shape in (("a.png", (400, 600, 3)), ("turned.jpg", (600, 400, 3))):
        image, shrink = read_shrunk(tmp_path / name, 8)
        assert (image.shape, shrink) == (shape, 1)


def test_a_picture_of_several_instances_is_kept_for_all_of_them(tmp_path: Path) -> None:
    path = _photograph(tmp_path / "a.png", 1200, 900)
    small, large = Box(50, 60, 90, 100), Box(400, 200, 1000, 800)
    kept = PictureStore([_data(path, large), _data(path, small)], 96, _PLAIN, 1 << 30).get(path)
    assert kept.shrink == 1 << reach_of(small, 96, _PLAIN).halvings == 1
    assert kept.origin[0] < 50
    assert kept.origin[0] + kept.pixels.shape[1] >= 1000


def test_the_store_keeps_to_its_bytes_and_forgets_the_oldest(tmp_path: Path) -> None:
    paths = [_photograph(tmp_path / f"{n}.png", 100, 100) for n in range(4)]
    data = [_data(path, Box(20, 20, 80, 80)) for path in paths]
    store = PictureStore(data, 64, _PLAIN, 70_000)
    first = store.get(paths[0])
    assert store.get(paths[0]) is first
    for path in paths[1:]:
        store.get(path)
        assert store.nbytes <= 70_000
    assert store.get(paths[0]) is not first


def _episodes(root: Path, workers: int, numbers: range, max_bytes: int) -> list[tuple[int, object]]:
    categories = load_datasets([root], "train")
    augment = AugmentConfig()
    maker = EpisodeMaker(categories, 64, augment, PictureStore(categories, 64, augment, max_bytes), 40)
    draws = ((n, Draw(0, (n % 6, (n + 1) % 6, (n + 3) % 6))) for n in numbers)
    prefetcher = Prefetcher(maker, draws, 7, ahead=4, workers=workers)
    try:
        return [
            (number, episode.pixels.tobytes() + episode.points.tobytes()) for number, episode in prefetcher
        ]
    finally:
        prefetcher.close()


def test_episodes_depend_on_seed_and_number_only_however_many_threads_make_them(tmp_path: Path) -> None:
    write_scenes(tmp_path, "train", 6, seed=0)
    alone = _episodes(tmp_path, 1, range(12), 1 << 30)
    assert _episodes(tmp_path, 4, range(12), 1 << 30) == alone
    # neither what was made before nor what is still kept changes them
    assert _episodes(tmp_path, 3, range(5, 12, 2), 1) == alone[5::2]


def test_a_picture_that_cannot_be_read_ends_the_episodes_with_its_name(tmp_path: Path) -> None:
    write_scenes(tmp_path, "train", 6, seed=0)
    (tmp_path / "images" / "train_003.png").write_bytes(b"nothing")
    with pytest.raises(Exception, match=r"train_003\.png"):
        _episodes(tmp_path, 2, range(6), 1 << 30)


@pytest.mark.parametrize(("scale", "times"), [(2.0, 0), (0.6, 0), (0.59, 1), (0.16, 2), (0.14, 3)])
def test_a_picture_is_halved_until_it_is_a_little_larger_than_its_view(scale: float, times: int) -> None:
    assert halvings(scale) == times


def test_the_free_memory_is_a_sensible_number() -> None:
    assert 1 << 20 < free_memory() < 1 << 50

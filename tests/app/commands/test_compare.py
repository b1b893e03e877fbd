"""`gkdt compare`, and what the window compares with: projects and COCO files."""

from __future__ import annotations

import contextlib
import csv
import io
import sqlite3
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from app.cli import main
from app.project.comparing import compare_files, points_csv, read_annotated, table_csv
from app.project.exporting import export_coco
from app.project.records import NewImage
from app.project.store import AnnotationStore
from gkdt_core.domain import Category, ImageState, Instance, Origin, Visibility
from gkdt_core.geometry import Box

HORSE = Category("horse", ("left eye", "right eye", "nose"), edges=((0, 2), (1, 2)), pairs=((0, 1),))
POINTS = ((10.0, 10.0), (20.0, 20.0), (30.0, 30.0))


def project(path: Path, images: dict[str, tuple[float, float] | None]) -> Path:
    """A project beside its images; a horse of 100 px in each, its nose moved by so much; None: no horse."""
    path.parent.mkdir(parents=True, exist_ok=True)
    store = AnnotationStore()
    store.create(path)
    category_id = store.add_category(HORSE)
    for name, moved in images.items():
        file = path.parent / name
        if not file.exists():
            shade = sum(name.encode()) % 200
            Image.fromarray(np.full((60, 120, 3), shade, np.uint8)).save(file)
        (image_id,) = store.add_images([NewImage(file, 60, 120)], root=path.parent)
        if moved is None:
            continue
        instance = Instance.empty(HORSE, Box(0, 0, 100, 50))
        for index, (x, y) in enumerate(POINTS):
            dx, dy = moved if index == 2 else (0.0, 0.0)
            instance = instance.with_keypoint(index, (x + dx, y + dy), Visibility.VISIBLE, Origin.HUMAN)
        store.add_instance(image_id, instance, category_id)
    store.close()
    return path


@pytest.fixture
def sides(qapp: object, tmp_path: Path) -> tuple[Path, Path]:
    first = project(tmp_path / "a.gkdt", {"1.png": (0, 0), "2.png": (0, 0), "3.png": (0, 0), "4.png": (0, 0)})
    second = project(tmp_path / "b.gkdt", {"1.png": (3, 4), "2.png": (0, 0), "3.png": None})
    return first, second


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_two_projects_are_compared_and_the_table_is_written(sides, tmp_path, capsys):
    out, points = tmp_path / "table.csv", tmp_path / "points.csv"
    assert main(["compare", *map(str, sides), "--csv", str(out), "--points-csv", str(points)]) == 0
    said = capsys.readouterr().out
    assert "3 images in both; 1 only in a.gkdt, 0 only in b.gkdt." in said
    assert "2 objects in both; 1 only in a.gkdt, 0 only in b.gkdt." in said
    table = rows(out.read_text(encoding="utf-8-sig"))
    assert [row["keypoint"] for row in table] == ["(all)", "left eye", "right eye", "nose"]
    assert (table[0]["both"], table[0]["mean_px"], table[0]["within_2_percent"]) == ("6", "0.8333", "83.3333")
    assert (table[3]["mean_px"], table[3]["median_px"], table[3]["p95_px"]) == ("2.5", "2.5", "4.75")
    assert (table[3]["mean_percent"], table[3]["within_5_percent"]) == ("2.5", "100")
    assert len(rows(points.read_text(encoding="utf-8-sig"))) == 3 * 3


def test_every_point_is_in_the_list_as_coco_counts_pixels(sides):
    found = rows(points_csv(compare_files(*sides)))
    nose = next(row for row in found if row["keypoint"] == "nose" and row["image"] == "1.png")
    assert (nose["x_first"], nose["y_first"], nose["x_second"], nose["y_second"]) == (
        "29.5",
        "29.5",
        "32.5",
        "33.5",
    )
    assert (nose["distance_px"], nose["distance_percent"], nose["visibility_second"]) == ("5", "5", "2")
    missing = next(row for row in found if row["image"] == "3.png")
    assert (missing["x_first"], missing["x_second"], missing["distance_px"]) == ("9.5", "", "")


def test_a_project_and_its_coco_file_agree_fully(sides, tmp_path):
    coco = tmp_path / "a.json"
    export_coco(sides[0], coco)
    compared = compare_files(sides[0], coco)
    assert len(compared.comparison.images) == 4
    assert [(row.mean_px, row.same_visibility) for row in compared.table] == [(0.0, 1.0)] * 4
    assert all(image.path is not None for image in read_annotated(coco))


def test_pictures_under_other_names_are_found_by_their_content(sides, tmp_path):
    first, _ = sides
    for name, other in (("1.png", "night.png"), ("2.png", "day.png")):
        (tmp_path / "moved").mkdir(exist_ok=True)
        (tmp_path / "moved" / other).write_bytes((tmp_path / name).read_bytes())
    second = project(tmp_path / "moved" / "c.gkdt", {"night.png": (0, 0), "day.png": (6, 8)})
    compared = compare_files(first, second)
    assert [(a.name, b.name) for a, b in compared.comparison.images] == [
        ("1.png", "night.png"),
        ("2.png", "day.png"),
    ]
    assert compared.table[-1].mean_px == pytest.approx(5.0)


def test_rejected_pictures_do_not_count(sides, qapp):
    store = AnnotationStore()
    store.open(sides[1])
    store.set_states([store.image_ids()[0]], ImageState.REJECTED)
    store.close()
    assert [a.name for a, _ in compare_files(*sides).comparison.images] == ["2.png", "3.png"]


def test_what_cannot_be_compared_is_named(sides, tmp_path, capsys):
    first, _ = sides
    other = project(tmp_path / "far" / "d.gkdt", {"9.png": (0, 0)})
    assert main(["compare", str(first), str(first)]) == 2
    assert "both sides are this file" in capsys.readouterr().err
    assert main(["compare", str(first), str(tmp_path / "no.json")]) == 2
    assert "no.json" in capsys.readouterr().err
    assert main(["compare", str(first), str(other)]) == 2
    assert "no picture in common" in capsys.readouterr().err


def test_a_table_that_cannot_be_written_leaves_nothing(sides, tmp_path, capsys):
    target = tmp_path / "nowhere" / "t.csv"
    assert main(["compare", *map(str, sides), "--csv", str(target)]) == 2
    assert str(target) in capsys.readouterr().err


def test_nothing_placed_by_both_is_an_empty_field_not_a_number(sides, tmp_path):
    (tmp_path / "e").mkdir()
    second = project(tmp_path / "e" / "e.gkdt", {"3.png": None, "4.png": None})
    compared = compare_files(sides[0], second)
    assert compared.table == ()
    assert table_csv(compared).count("\n") == 1


@pytest.mark.parametrize(
    "damage",
    [
        "DELETE FROM keypoint WHERE instance_id = 2 AND number = 1",
        "UPDATE keypoint SET x = 'left' WHERE instance_id = 2 AND number = 1",
        "UPDATE keypoint SET visibility = 77 WHERE instance_id = 2",
        "UPDATE instance SET x1 = NULL WHERE id = 2",
    ],
)
def test_a_damaged_instance_is_left_out_and_the_others_are_read(sides, damage: str) -> None:
    with contextlib.closing(sqlite3.connect(sides[0])) as connection, connection:
        connection.execute(damage)
    read = read_annotated(sides[0])
    assert [len(image.instances) for image in read] == [1, 0, 1, 1]
    assert read[2].instances[0].keypoints.tolist() == [list(xy) for xy in POINTS]


def test_the_instances_of_an_image_come_bottom_to_top_whatever_their_numbers(qapp, tmp_path: Path) -> None:
    path = project(tmp_path / "a.gkdt", {"1.png": (0, 0)})
    store = AnnotationStore()
    store.open(path)
    (image_id,), (category,) = store.image_ids(), store.categories()
    mouse = store.add_category(Category("mouse", ("nose",)))
    store.add_instance(image_id, Instance.empty(store.category(mouse).category), mouse)
    store.add_instance(image_id, Instance.empty(HORSE), category.id)
    expected = [stored.instance.category.name for stored in store.instances(image_id)]
    store.close()
    (image,) = read_annotated(path)
    assert [one.category.name for one in image.instances] == expected == ["horse", "mouse", "horse"]

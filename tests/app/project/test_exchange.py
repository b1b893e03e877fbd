from __future__ import annotations

import contextlib
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pycocotools.coco import COCO

from app.project.exporting import ExportOptions, export_coco
from app.project.importing import finish_import, import_coco, prepare_import
from app.project.records import PredictedInstance
from app.project.store import AnnotationStore
from gkdt_core.domain import Category, ImageState, Instance, Origin, Visibility
from gkdt_core.errors import Cancelled, DatasetError, ProjectError
from tests.shared_data import SHARED, needs_shared

from .conftest import dump

Make = Callable[..., Instance]


@pytest.fixture
def filled(
    store: AnnotationStore, image_files: list[Path], horse: Category, make_instance: Make
) -> AnnotationStore:
    """A project with reviewed, predicted, rejected and untouched images of two categories."""
    ids = store.add_images(image_files, root=image_files[0].parent)
    horses = store.add_category(horse)
    hand = Category('hand "Ω" 手', ("wrist", "tip"))
    hands = store.add_category(hand)
    store.set_texts(horses, ["snout", "", "", ""])
    store.set_modalities(hands, True, False)
    first = store.add_instance(ids[0], make_instance(1))
    store.add_instance(ids[0], make_instance(2, category=hand))
    store.put_instance(first, make_instance(1).with_keypoint(1, None, Visibility.UNLABELED, Origin.HUMAN))
    store.set_support(first, True)
    store.set_states([ids[0]], ImageState.REVIEWED)
    store.apply_predictions(
        [PredictedInstance(ids[n], horses, None, make_instance(n, Origin.MODEL)) for n in (1, 2, 3, 10)]
    )
    store.set_states([ids[2]], ImageState.REVIEWED)
    store.set_states([ids[3]], ImageState.REJECTED)
    store.put_instance(
        store.instances(ids[1])[0].id, store.instances(ids[1])[0].instance.moved(0, (1.5, 2.5))
    )
    return store


def exported(store: AnnotationStore, path: Path, options: ExportOptions | None = None) -> dict[str, Any]:
    assert store.path is not None
    export_coco(store.path, path, options)
    content = json.loads(path.read_text())
    assert isinstance(content, dict)
    return content


@contextlib.contextmanager
def fresh(path: Path) -> Any:
    store = AnnotationStore()
    store.create(path)
    try:
        yield store
    finally:
        store.close()


def test_an_export_imported_into_an_empty_project_exports_as_the_same_file(
    filled: AnnotationStore, tmp_path: Path, image_files: list[Path]
) -> None:
    options = ExportOptions(states=frozenset(ImageState), empty_images=True)
    exported(filled, tmp_path / "one.json", options)
    with fresh(tmp_path / "second.gkdt") as second:
        report = import_coco(second, tmp_path / "one.json", image_files[0].parent)
        assert (report.images, report.categories, report.instances) == (12, 2, 6)
        exported(second, tmp_path / "two.json", options)
        assert (tmp_path / "two.json").read_bytes() == (tmp_path / "one.json").read_bytes()
        again = {item.category.name: item for item in second.categories()}
        for category in filled.categories():
            twin = again[category.category.name]
            assert replace(twin, id=category.id) == category
            assert len(second.support_ids(twin.id)) == len(filled.support_ids(category.id))
        for ours, theirs in zip(filled.image_ids(), second.image_ids(), strict=True):
            assert filled.image(ours).state is second.image(theirs).state
            pairs = zip(filled.instances(ours), second.instances(theirs), strict=True)
            assert all(a.instance.same_as(b.instance) for a, b in pairs)


def test_pycocotools_loads_an_export(filled: AnnotationStore, tmp_path: Path) -> None:
    exported(filled, tmp_path / "coco.json")
    coco = COCO(str(tmp_path / "coco.json"))
    assert len(coco.getImgIds()) == 4
    assert len(coco.getAnnIds()) == 5
    (horse,) = coco.loadCats(coco.getCatIds(catNms=["horse"]))
    assert horse["keypoints"] == ["nose", "left eye", "right eye", "tail"]
    assert horse["skeleton"] == [[1, 2], [1, 3]]


def test_an_export_says_what_it_holds_and_what_not(
    filled: AnnotationStore, tmp_path: Path, image_files: list[Path]
) -> None:
    assert filled.path is not None
    report = export_coco(filled.path, tmp_path / "coco.json")
    assert (report.images, report.instances) == (4, 5)
    assert report.keypoints == 4 * 4 + 2 - 1
    assert report.images_dir == image_files[0].parent
    assert report.left_out == (
        "1 image whose state was not asked for.",
        "7 images without instances.",
    )


def test_only_reviewed_images_can_be_exported(filled: AnnotationStore, tmp_path: Path) -> None:
    options = ExportOptions(states=frozenset({ImageState.REVIEWED}))
    content = exported(filled, tmp_path / "coco.json", options)
    assert [image["state"] for image in content["images"]] == ["reviewed", "reviewed"]
    assert len(content["annotations"]) == 3


def test_without_the_models_points_a_persons_and_the_accepted_ones_remain(
    filled: AnnotationStore, tmp_path: Path
) -> None:
    assert filled.path is not None
    report = export_coco(filled.path, tmp_path / "coco.json", ExportOptions(model_points=False))
    content = json.loads((tmp_path / "coco.json").read_text())
    states = {image["id"]: image.get("state") for image in content["images"]}
    origins = [(states[a["image_id"]], a["keypoint_origins"]) for a in content["annotations"]]
    assert ("in_work", ["human", "", "", ""]) in origins
    assert ("reviewed", ["model"] * 4) in origins
    assert not [kinds for state, kinds in origins if state != "reviewed" and "model" in kinds]
    assert report.left_out[-2:] == (
        "7 points of the model that nobody reviewed.",
        "1 instance that had only such points.",
    )


def test_sizes_that_are_not_known_yet_are_read_for_the_export(
    filled: AnnotationStore, tmp_path: Path, image_files: list[Path]
) -> None:
    image_files[1].unlink()
    assert filled.path is not None
    report = export_coco(filled.path, tmp_path / "coco.json")
    content = json.loads((tmp_path / "coco.json").read_text())
    sizes = {image["file_name"]: (image.get("width"), image.get("height")) for image in content["images"]}
    assert sizes["img1.png"] == (40, 30)
    assert sizes["img2.png"] == (None, None)
    assert report.left_out[-1] == "1 image has no size, as its file cannot be read."


def test_images_from_several_folders_get_names_from_the_folder_above_them(
    store: AnnotationStore, tmp_path: Path, image_files: list[Path], horse: Category, make_instance: Make
) -> None:
    store.add_category(horse)
    for file in image_files[-2:]:
        (image_id,) = store.add_images([file], root=file.parent)  # both are called "same.png"
        store.add_instance(image_id, make_instance(image_id))
    assert store.path is not None
    report = export_coco(store.path, tmp_path / "coco.json")
    content = json.loads((tmp_path / "coco.json").read_text())
    assert report.images_dir == image_files[0].parent
    assert [image["file_name"] for image in content["images"]] == ["b/same.png", "c/same.png"]


def test_a_failed_or_cancelled_export_leaves_the_old_file(filled: AnnotationStore, tmp_path: Path) -> None:
    path = tmp_path / "coco.json"
    path.write_text("old")
    assert filled.path is not None

    def cancel(fraction: float) -> None:
        if fraction > 0.8:
            raise Cancelled

    with pytest.raises(Cancelled):
        export_coco(filled.path, path, checkpoint=cancel)
    assert path.read_text() == "old"
    with pytest.raises(DatasetError, match="was not written"):
        export_coco(filled.path, tmp_path / "missing folder" / "coco.json")
    with pytest.raises(ProjectError):
        export_coco(tmp_path / "missing.gkdt", path)
    assert sorted(file.name for file in tmp_path.glob("*.json*")) == ["coco.json"]
    assert not list(tmp_path.glob(".coco*"))


# -- import ------------------------------------------------------------------------------------------------


def foreign(folder: Path, **changes: Any) -> Path:
    """A file as other tools write it, with fields that this program does not know."""
    content: dict[str, Any] = {
        "info": {"description": "a set – étude"},
        "licenses": [{"id": 1, "name": "CC0"}],
        "images": [
            {"id": 70, "file_name": "img1.png", "width": 40, "height": 30, "license": 1},
            {"id": 12, "file_name": "b/same.png", "width": 40, "height": 30},
        ],
        "categories": [
            {
                "id": 5,
                "name": "horse",
                "supercategory": "animal",
                "keypoints": ["tail", "nose", "right eye", "left eye"],
                "skeleton": [[2, 3]],
                "colour": "#ff0000",
            },
            {"id": 9, "name": "fence"},
        ],
        "annotations": [
            {
                "id": 1001,
                "image_id": 70,
                "category_id": 5,
                "keypoints": [1, 2, 2, 3, 4, 1, 0, 0, 0, 7.1, 8.2, 2],
                "num_keypoints": 3,
                "bbox": [0, 1, 20, 20.5],
                "area": 333.25,
                "iscrowd": 0,
                "segmentation": [[0, 0, 5, 0, 5, 5]],
                "attributes": {"track_id": 4},
            },
            {"id": 1002, "image_id": 12, "category_id": 9, "bbox": [0, 0, 5, 5], "area": 25, "iscrowd": 0},
        ],
        **changes,
    }
    path = folder / "foreign.json"
    path.write_text(json.dumps(content))
    return path


def test_fields_that_this_program_does_not_know_survive(
    store: AnnotationStore, tmp_path: Path, image_files: list[Path]
) -> None:
    source = foreign(tmp_path)
    import_coco(store, source, image_files[0].parent)
    before = json.loads(source.read_text())
    after = exported(store, tmp_path / "again.json")
    assert (after["info"], after["licenses"]) == (before["info"], before["licenses"])
    for section in ("images", "categories", "annotations"):
        ours = {record["id"]: record for record in after[section]}
        for record in before[section]:
            written = ours.pop(record["id"])
            assert {key: written.get(key) for key in record} == record
        assert ours == {}


def test_an_import_is_one_step_and_its_points_are_a_persons(
    store: AnnotationStore, tmp_path: Path, image_files: list[Path]
) -> None:
    assert store.path is not None
    before = dump(store.path)
    report = import_coco(store, foreign(tmp_path), image_files[0].parent)
    assert (report.images, report.categories, report.instances, report.missing_images) == (2, 1, 1, 0)
    assert store.undo_stack.count() == 1
    (stored,) = store.instances(report.image_ids[0])
    assert stored.instance.keypoints[0].tolist() == [1.5, 2.5]
    assert stored.instance.origins.tolist() == [Origin.HUMAN, Origin.HUMAN, Origin.NONE, Origin.HUMAN]
    record = store.image(report.image_ids[0])
    assert (record.state, record.height, record.width) == (ImageState.IN_WORK, 30, 40)
    assert store.image(report.image_ids[1]).state is ImageState.UNTOUCHED
    after = dump(store.path)
    store.undo_stack.undo()
    assert dump(store.path) == before
    store.undo_stack.redo()
    assert dump(store.path) == after


def test_a_category_with_the_same_keypoints_in_another_order_is_the_same(
    store: AnnotationStore, tmp_path: Path, image_files: list[Path], horse: Category
) -> None:
    category_id = store.add_category(horse)
    ids = store.add_images(image_files, root=image_files[0].parent)
    report = import_coco(store, foreign(tmp_path), image_files[0].parent)
    assert (report.images, report.categories) == (0, 0)
    assert report.image_ids == (ids[0], ids[10])
    (stored,) = store.instances(ids[0])
    assert stored.category_id == category_id
    assert stored.instance.category == horse
    assert stored.instance.keypoints[[0, 1, 3]].tolist() == [[3.5, 4.5], [7.6, 8.7], [1.5, 2.5]]
    assert stored.instance.visibility.tolist() == [1, 2, 0, 2]


def test_a_category_with_the_same_name_and_other_keypoints_gets_a_new_name(
    store: AnnotationStore, tmp_path: Path, image_files: list[Path]
) -> None:
    store.add_category(Category("horse", ("hoof",)))
    report = import_coco(store, foreign(tmp_path), image_files[0].parent)
    assert [item.category.name for item in store.categories()] == ["horse", "horse (2)"]
    assert len(report.notes) == 1
    assert '"horse (2)"' in report.notes[0]


def test_importing_a_file_twice_adds_nothing(
    store: AnnotationStore, tmp_path: Path, image_files: list[Path]
) -> None:
    assert store.path is not None
    import_coco(store, foreign(tmp_path), image_files[0].parent)
    before = dump(store.path)
    report = import_coco(store, foreign(tmp_path), image_files[0].parent)
    assert (report.images, report.instances, report.already_there) == (0, 0, 1)
    assert dump(store.path) == before


def test_an_import_keeps_the_state_of_images_that_a_person_worked_on(
    store: AnnotationStore, tmp_path: Path, image_files: list[Path]
) -> None:
    ids = store.add_images(image_files)
    store.set_states([ids[0]], ImageState.REVIEWED)
    import_coco(store, foreign(tmp_path), image_files[0].parent)
    assert store.image(ids[0]).state is ImageState.REVIEWED


def test_missing_images_are_listed_and_counted_but_not_all_may_be_missing(
    store: AnnotationStore, tmp_path: Path, image_files: list[Path]
) -> None:
    image_files[0].unlink()
    report = finish_import(store, prepare_import(foreign(tmp_path), image_files[0].parent))
    assert (report.missing_images, report.images) == (1, 2)
    with pytest.raises(DatasetError, match="none of its 2 images") as told:
        prepare_import(foreign(tmp_path), tmp_path / "elsewhere")
    assert "folder" in told.value.hint


def test_a_file_whose_images_lead_elsewhere_is_refused(
    store: AnnotationStore, tmp_path: Path, image_files: list[Path]
) -> None:
    source = foreign(
        tmp_path, images=[{"id": 1, "file_name": "../secret.png", "width": 1, "height": 1}], annotations=[]
    )
    with pytest.raises(DatasetError, match=r"\.\./secret\.png"):
        import_coco(store, source, image_files[0].parent)
    assert not store.undo_stack.canUndo()


@needs_shared
def test_a_real_data_set_comes_back_with_all_its_numbers(store: AnnotationStore, tmp_path: Path) -> None:
    source = min(SHARED.glob("data/keypoints/*/annotations/test.json"), key=lambda file: file.stat().st_size)
    before = json.loads(source.read_text())
    import_coco(store, source, source.parents[1] / "images")
    after = exported(store, tmp_path / "again.json", ExportOptions(empty_images=True))
    assert len(after["images"]) == len(before["images"])
    ours = {record["id"]: record for record in after["annotations"]}
    for record in before["annotations"]:
        written = ours.pop(record["id"])
        assert {key: written.get(key) for key in record} == record
    assert ours == {}

"""COCO's AP of a model over a folder: true boxes, a detector's, sigmas, supports."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from app.cli import main
from gkdt_core.errors import DatasetError
from gkdt_core.formats.coco import read_coco
from gkdt_core.geometry import object_region
from gkdt_core.inference.engine import Engine
from gkdt_core.media.images import read_image
from gkdt_core.metrics.coco_ap import FoundObject, TrueObject, keypoint_ap
from tests.shared_data import SHARED, needs_shared
from tests.tiny_model import write_tiny_model
from tests.trainer.scenes import write_scenes
from trainer.evaluation.coco_protocol import ApConfig, evaluate_ap, read_detections, split_of_folder


@pytest.fixture(scope="module")
def scenes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = write_scenes(tmp_path_factory.mktemp("scenes") / "badges", "test", 5, seed=1)
    return write_scenes(root, "train", 3, seed=2)


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_tiny_model(tmp_path_factory.mktemp("models") / "start", seed=3)


@pytest.fixture(scope="module")
def engine(start: Path) -> Engine:
    return Engine.load(start, device="cpu")


@pytest.fixture
def wide(tmp_path: Path) -> Path:
    """Sigmas so wide that a model with random weights finds something."""
    path = tmp_path / "sigmas.json"
    path.write_text('{"badge": 0.5}')
    return path


def changed(scenes: Path, tmp_path: Path, change: object) -> Path:
    """A copy of the folder whose test annotations went through `change`."""
    root = tmp_path / "changed"
    (root / "annotations").mkdir(parents=True)
    (root / "images").symlink_to(scenes / "images")
    for split in ("test", "train"):
        content = json.loads((scenes / "annotations" / f"{split}.json").read_text())
        if split == "test":
            change(content)  # type: ignore[operator]
        (root / "annotations" / f"{split}.json").write_text(json.dumps(content))
    return root


def test_the_ap_is_that_of_the_engine_s_own_answers(engine: Engine, scenes: Path, wide: Path) -> None:
    coco = read_coco(scenes / "annotations" / "test.json")
    category = coco.categories[0].category
    prompt = engine.encode_prompt(names=category.keypoints)
    truth, found = [], []
    for image, annotation in zip(coco.images, coco.annotations, strict=True):
        box = annotation.instance.box
        assert box is not None
        truth.append(TrueObject(image.id, annotation.instance.keypoints, box, 5776.0))
        pixels = read_image(scenes / "images" / image.file_name)
        answer = engine.predict(engine.encode_image(pixels, object_region(box)), prompt)
        trusted = answer.scores[answer.scores > 0.2]
        found.append(FoundObject(image.id, answer.keypoints, float(trusted.mean()) if len(trusted) else 0.0))
    expected = keypoint_ap(truth, found, np.full(3, 0.5))
    result = evaluate_ap(engine, split_of_folder(scenes, "test"), ApConfig(sigmas=wide))
    assert 0 < expected.ap < 100
    assert result.categories[0].ap.ap == pytest.approx(expected.ap)
    assert result.mean("text").ap == result.categories[0].ap.ap
    assert (result.categories[0].objects, result.categories[0].asked) == (5, 5)


def test_tighter_sigmas_ask_for_more(engine: Engine, scenes: Path, wide: Path) -> None:
    default = evaluate_ap(engine, split_of_folder(scenes, "test"), ApConfig())
    assert default.categories[0].sigmas == (0.05, 0.05, 0.05)
    assert "default" in default.categories[0].sigmas_from
    assert (
        default.mean("text").ap
        < evaluate_ap(engine, split_of_folder(scenes, "test"), ApConfig(sigmas=wide)).mean("text").ap
    )


def test_sigmas_come_from_people_who_marked_the_same(engine: Engine, scenes: Path, tmp_path: Path) -> None:
    apart = np.array([3.0, 4.0])

    def mark_twice(content: dict) -> None:  # type: ignore[type-arg]
        for record in content["annotations"]:
            places = np.array(record["keypoints"], float).reshape(-1, 3)[:, :2]
            record["keypoints_annotator1"] = (places - apart).ravel().tolist()
            record["keypoints_annotator2"] = (places + apart).ravel().tolist()

    root = changed(scenes, tmp_path, mark_twice)
    found = evaluate_ap(engine, split_of_folder(root, "test"), ApConfig(sigmas="observers")).categories[0]
    assert found.sigmas == pytest.approx([np.sqrt(50 / 5776)] * 3)  # 10 px apart: a variance of 50 px²
    assert found.sigmas_from == "the observers of 5 objects"
    with pytest.raises(DatasetError, match="Nobody marked"):
        evaluate_ap(engine, split_of_folder(scenes, "test"), ApConfig(sigmas="observers"))


def test_the_area_is_the_file_s_and_half_the_box_without_one(
    engine: Engine, scenes: Path, tmp_path: Path, wide: Path
) -> None:
    def small(content: dict) -> None:  # type: ignore[type-arg]
        for record in content["annotations"]:
            record["area"] = 40.0

    def missing(content: dict) -> None:  # type: ignore[type-arg]
        for record in content["annotations"]:
            del record["area"]

    config = ApConfig(sigmas=wide)
    aps = []
    for name, change in (("small", small), ("missing", missing)):
        files = split_of_folder(changed(scenes, tmp_path / name, change), "test")
        aps.append(evaluate_ap(engine, files, config).mean("text"))
    whole = evaluate_ap(engine, split_of_folder(scenes, "test"), config).mean("text")
    assert aps[0].ar < aps[1].ar < whole.ar


def test_supports_mark_as_much_as_possible_and_are_told(engine: Engine, scenes: Path, wide: Path) -> None:
    result = evaluate_ap(
        engine, split_of_folder(scenes, "test"), ApConfig(("visual", "both"), shots=2, sigmas=wide)
    )
    first, second = result.categories
    assert first.supports == second.supports
    assert len(set(first.supports)) == 2
    assert all(name.startswith("train_") for name in first.supports)
    again = evaluate_ap(
        engine, split_of_folder(scenes, "test"), ApConfig(("visual",), shots=2, sigmas=wide)
    ).categories[0]
    assert again.supports == first.supports
    assert again.ap.ap == first.ap.ap


def test_boxes_of_a_detector_are_used_from_the_best_threshold_on(
    engine: Engine, scenes: Path, wide: Path, tmp_path: Path
) -> None:
    coco = read_coco(scenes / "annotations" / "test.json")
    boxes = [
        {"image_id": image.id, "category_id": 1, "bbox": [10, 10, 76, 76], "score": 0.9 - 0.1 * number}
        for number, image in enumerate(coco.images)
    ]
    boxes += [{"image_id": 1, "category_id": 1, "bbox": [0, 0, 9, 9], "score": 0.12}] * 4
    boxes += [{"image_id": 1, "category_id": 99, "bbox": [0, 0, 9, 9], "score": 0.99}]
    path = tmp_path / "boxes.json"
    path.write_text(json.dumps(boxes))
    result = evaluate_ap(engine, split_of_folder(scenes, "test"), ApConfig(sigmas=wide, detections=path))
    assert result.threshold is not None
    assert result.threshold.score == pytest.approx(0.15)
    assert (result.threshold.kept, result.threshold.total) == (5, 9)
    assert result.threshold.f_measure == 1.0
    assert result.categories[0].asked == 5
    assert result.to_dict()["detections"]["threshold"] == pytest.approx(0.15)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{}", "not a list"),
        ("[3]", "detection 1 has no box"),
        ('[{"image_id": 1, "category_id": 1, "bbox": [1, 2, 3], "score": 1}]', "detection 1 has no box"),
        ('[{"image_id": 77, "category_id": 1, "bbox": [1, 2, 3, 4], "score": 1}]', "image 77"),
        ('[{"image_id": 1, "category_id": 9, "bbox": [1, 2, 3, 4], "score": 1}]', "no box of the dataset's"),
        ("[", "not valid JSON"),
    ],
)
def test_a_wrong_file_of_boxes_is_refused(scenes: Path, tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "boxes.json"
    path.write_text(content)
    with pytest.raises(DatasetError, match=said):
        read_detections(path, read_coco(scenes / "annotations" / "test.json"))


def test_the_command_prints_ap_and_writes_it(
    start: Path, scenes: Path, wide: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "ap.json"
    command = [
        "evaluate",
        "--protocol",
        "coco-ap",
        "--model",
        str(start),
        "--data",
        str(scenes),
        "--device",
        "cpu",
    ]
    options = ["--prompt", "text", "visual", "--sigmas", str(wide), "--flip", "--json", str(out)]
    assert main(command + options) == 0
    said = capsys.readouterr().out
    assert "mean over categories" in said
    assert "sigmas  badge: sigmas.json" in said
    found = json.loads(out.read_text())["sets"][0]
    assert set(found["mean"]) == {"text", "visual"}
    assert 0 <= found["mean"]["text"]["ap"] <= 100
    assert main([*command, "--only-supercategory", "medical"]) == 2


@needs_shared
def test_coco_s_own_format_and_detections_are_read_with_pictures_elsewhere(
    start: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sample = SHARED / "data" / "formats" / "coco"
    annotations = tmp_path / "coco" / "annotations"
    annotations.mkdir(parents=True)
    (annotations / "val.json").write_bytes((sample / "test_coco.json").read_bytes())
    out = tmp_path / "ap.json"
    command = ["evaluate", "--protocol", "coco-ap", "--model", str(start), "--data", str(tmp_path / "coco")]
    command += ["--split", "val", "--images", str(sample), "--device", "cpu", "--json", str(out)]
    assert main([*command, "--detections", str(sample / "test_coco_det_AP_H_56.json")]) == 0
    found = json.loads(out.read_text())["sets"][0]
    assert found["categories"][0]["sigmas_from"] == "COCO's own"
    assert found["categories"][0]["sigmas"][0] == 0.026
    assert found["categories"][0]["objects"] == 12
    assert found["detections"]["total"] == 118
    assert 0 < found["detections"]["kept"] < 30
    said = capsys.readouterr().out
    assert "GKDT-L, boxes: Grounding DINO" in said

"""Datasets in their own formats become COCO folders that training reads: names, places and bad input."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from gkdt_core.domain import Instance, Visibility
from gkdt_core.errors import DatasetError
from gkdt_core.formats.coco import CocoDataset, read_coco
from gkdt_core.geometry import index_to_image
from gkdt_core.schemas import category_of_schema
from tests.shared_data import SHARED, needs_shared
from trainer.data.dataset import load_dataset
from trainer.megakpt.convert import Conversion, convert
from trainer.megakpt.converters import CONVERTERS
from trainer.megakpt.converters.lsp import read_matrix
from trainer.megakpt.registry import megakpt

_FORMATS = SHARED / "data" / "formats"

# converter, sample, split, images, instances, categories, pictures that the sample lacks
_SAMPLES = [
    ("coco", "coco", "test", 4, 12, 1, 0),
    ("human_art", "humanart", "test", 2, 3, 1, 1),
    ("300w", "300w", "test", 2, 2, 1, 0),
    ("300vw", "300vw", "train", 3, 3, 1, 0),
    ("aflw", "aflw", "test", 2, 2, 1, 0),
    ("cofw", "cofw", "test", 2, 2, 1, 0),
    ("wflw", "wflw", "test", 2, 4, 1, 0),
    ("lapa", "lapa", "test", 2, 2, 1, 0),
    ("onehand10k", "onehand10k", "test", 4, 4, 1, 0),
    ("freihand", "freihand", "test", 8, 8, 1, 0),
    ("panoptic", "panoptic", "test", 4, 4, 1, 0),
    ("rhd", "rhd", "test", 3, 3, 1, 0),
    ("animal_pose_dataset", "animalpose", "test", 2, 2, 1, 0),
    ("ap10k", "ap10k", "test", 2, 2, 2, 0),
    ("animal_kingdom", "ak", "test", 2, 2, 1, 0),
    ("macaque_pose", "macaque", "test", 2, 2, 1, 0),
    ("atrw_tiger", "atrw", "test", 2, 2, 1, 0),
    ("vinegar_fly", "fly", "test", 2, 2, 1, 0),
    ("desert_locust", "locust", "test", 2, 2, 1, 0),
    ("horse10", "horse10", "test", 3, 3, 1, 0),
    ("zebra", "zebra", "test", 2, 2, 1, 0),
    ("deepfashion2", "deepfasion2", "train", 2, 2, 1, 0),
    ("fld", "fld", "test", 2, 2, 1, 0),
    ("crowdpose", "crowdpose", "test", 2, 4, 1, 0),
    ("mpii_trb", "mpii", "test", 5, 5, 1, 0),
    ("mpii", "mpii", "test", 5, 5, 1, 0),
    ("interhand2.6m", "interhand2.6m", "test", 4, 6, 1, 0),
    ("stanford_extra", "stanfordextra", "train", 1, 1, 1, 24),
    ("lsp_extended", "lsp_extended", "train", 3, 3, 1, 9997),
    ("pts_faces", "300vw", "train", 4, 4, 1, 0),
    ("facial_keypoints_csv", "facial_keypoints_csv", "test", 5, 5, 1, 0),
    ("fly_wing_tps", "tps_fly_wing", "train", 5, 5, 1, 53),
    ("deeplabcut", "deeplabcut_openfield", "train", 5, 5, 1, 111),
    ("deeplabcut", "deeplabcut_reaching", "train", 3, 3, 1, 52),
    ("deeplabcut", "deeplabcut_multianimal_csv", "train", 3, 7, 2, 0),
    ("deeplabcut", "lightning_pose_mirror_mouse", "train", 4, 4, 1, 86),
    ("sleap", "sleap/pkg", "train", 1, 2, 1, 0),
    ("cephalogram_labelme", "labelme_cephalogram", "train", 1, 1, 1, 0),
    ("wagon_door_yolo", "yolo_pose_wagon_door", "train", 2, 3, 1, 0),
]


def _converted(name: str, sample: str, out: Path) -> Conversion:
    return convert(CONVERTERS[name], _FORMATS / sample, out)


def _read(name: str, sample: str, out: Path) -> CocoDataset:
    ((split, _),) = _converted(name, sample, out).splits
    return read_coco(out / "annotations" / f"{split}.json")


def _source(path: str) -> Any:
    return json.loads((_FORMATS / path).read_text())


def _triples(record: dict[str, Any], key: str = "keypoints") -> NDArray[np.float64]:
    return np.array(record[key], np.float64).reshape(-1, 3)


@needs_shared
@pytest.mark.parametrize(
    ("name", "sample", "split", "images", "instances", "categories", "lacking"), _SAMPLES
)
def test_a_sample_becomes_a_folder_that_training_reads(
    tmp_path: Path,
    name: str,
    sample: str,
    split: str,
    images: int,
    instances: int,
    categories: int,
    lacking: int,
) -> None:
    if name == "sleap":
        pytest.importorskip("h5py", reason="the extra sleap is not installed")
    ((found, counts),) = _converted(name, sample, tmp_path / "out").splits
    assert found == split
    assert (counts.images, counts.instances, counts.categories) == (images, instances, categories)
    assert counts.without_picture == lacking
    data = load_dataset(tmp_path / "out", split)
    assert sum(len(category.samples) for category in data) == instances
    for category in data:
        assert category.category.supercategory
        for taken in category.samples:
            if sample == "deeplabcut_multianimal_csv":
                continue  # its pictures are tiny blanks
            with Image.open(taken.path) as picture:
                width, height = picture.size
            inside = taken.keypoints[taken.visible]
            # a point may be labelled a little outside the picture, never far from it
            assert (inside > -0.1 * width).all()
            assert (inside < (1.1 * width, 1.1 * height)).all()


def test_every_converter_of_a_megakpt_dataset_has_its_super_category_and_names() -> None:
    for name, converter in CONVERTERS.items():
        if converter.megakpt:
            assert megakpt().dataset(converter.megakpt).id == name


@needs_shared
@pytest.mark.parametrize(
    ("name", "sample", "file"),
    [
        ("coco", "coco", "test_coco.json"),
        ("300w", "300w", "test_300w.json"),
        ("onehand10k", "onehand10k", "test_onehand10k.json"),
        ("ap10k", "ap10k", "test_ap10k.json"),
        ("animal_kingdom", "ak", "test_animalkingdom.json"),
        ("macaque_pose", "macaque", "test_macaque.json"),
        ("atrw_tiger", "atrw", "test_atrw.json"),
        ("vinegar_fly", "fly", "test_fly.json"),
        ("desert_locust", "locust", "test_locust.json"),
        ("wflw", "wflw", "test_wflw.json"),
        ("crowdpose", "crowdpose", "test_crowdpose.json"),
    ],
)
def test_the_written_file_has_every_point_and_box_of_the_source(
    tmp_path: Path, name: str, sample: str, file: str
) -> None:
    """The COCO that is written, read as plain JSON, against the source's JSON."""
    ((split, _),) = _converted(name, sample, tmp_path).splits
    written = json.loads((tmp_path / "annotations" / f"{split}.json").read_text())
    source = _source(f"{sample}/{file}")
    names = {image["id"]: image["file_name"] for image in written["images"]}
    originals = {image["id"]: image["file_name"] for image in source["images"]}
    left = [
        record for record in source["annotations"] if any(_triples(record)[:, 2]) and not record["iscrowd"]
    ]
    assert len(left) == len(written["annotations"])
    for record in written["annotations"]:
        mine = _triples(record)
        same = next(
            other
            for other in left
            if originals[other["image_id"]] == names[record["image_id"]]
            and np.allclose(other["bbox"], record["bbox"], atol=1e-5)
        )
        theirs = _triples(same)
        labelled = theirs[:, 2] > 0
        assert np.array_equal(mine[:, 2] > 0, labelled)
        assert np.allclose(mine[labelled, :2], theirs[labelled, :2], atol=1e-6)  # six decimals are kept


def _only(dataset: CocoDataset, file_name: str) -> Instance:
    image = next(image for image in dataset.images if image.file_name == file_name)
    (annotation,) = dataset.annotations_by_image()[image.id]
    return annotation.instance


def _place(instance: Instance, keypoint: str) -> list[float]:
    point = instance.keypoints[instance.category.keypoints.index(keypoint)]
    return [float(value) for value in point]


@needs_shared
@pytest.mark.parametrize(
    ("name", "sample", "schema"),
    [
        ("coco", "coco", "coco"),
        ("human_art", "humanart", "human_art"),
        ("300w", "300w", "human_face_300w"),
        ("aflw", "aflw", "human_face_aflw"),
        ("onehand10k", "onehand10k", "onehand10k"),
        ("animal_pose_dataset", "animalpose", "animal_pose_dataset"),
        ("ap10k", "ap10k", "ap10k"),
        ("animal_kingdom", "ak", "animal_kingdom"),
        ("macaque_pose", "macaque", "macaque_pose"),
        ("atrw_tiger", "atrw", "atrw_tiger"),
        ("vinegar_fly", "fly", "vinegar_fly"),
        ("desert_locust", "locust", "desert_locust"),
        ("deepfashion2", "deepfasion2", "deepfashion2_train__schema_11"),
        ("cephalogram_labelme", "labelme_cephalogram", "cephalometric"),
    ],
)
def test_keypoints_have_the_names_and_order_of_megakpt(
    tmp_path: Path, name: str, sample: str, schema: str
) -> None:
    expected = category_of_schema(schema, "object").keypoints
    for category in _read(name, sample, tmp_path).categories:
        assert category.category.keypoints == expected


@needs_shared
def test_animal_pose_points_go_by_name_because_two_have_changed_places(tmp_path: Path) -> None:
    cat = _only(_read("animal_pose_dataset", "animalpose", tmp_path), "ca110.jpeg")
    assert cat.category.name == "cat"
    assert _place(cat, "withers") == [144.5, 53.5]
    assert _place(cat, "tail") == [235.5, 163.5]
    assert _place(cat, "right-front leg") == [40.5, 161.5]
    assert cat.visibility[cat.category.keypoints.index("right-back paw")] == Visibility.UNLABELED


@needs_shared
def test_a_fingers_points_run_from_its_root_to_its_tip(tmp_path: Path) -> None:
    """Rendered Hand Pose begins each finger at its tip, though its names say otherwise."""
    (pictures,) = (_read("rhd", "rhd", tmp_path / "rhd"),)
    source = {record["image_id"]: _triples(record) for record in _source("rhd/test_rhd.json")["annotations"]}
    hand = _only(pictures, "00111.png")
    assert _place(hand, "thumb's tip") == pytest.approx(index_to_image(source[111][1, :2]).tolist(), abs=1e-5)
    assert _place(hand, "thumb root") == pytest.approx(index_to_image(source[111][4, :2]).tolist(), abs=1e-5)
    for dataset in (pictures, _read("freihand", "freihand", tmp_path / "freihand")):
        for annotation in dataset.annotations:
            points = annotation.instance.keypoints
            thumb = np.linalg.norm(points[1:5] - points[0], axis=1)
            assert (np.diff(thumb) > 0).all()  # away from the wrist


@needs_shared
def test_aflw_without_ears_leaves_the_two_ears_open(tmp_path: Path) -> None:
    face = _only(_read("aflw", "aflw", tmp_path), "image22568.jpg")
    ears = [face.category.keypoints.index(f"{side} eardrop") for side in ("right", "left")]
    assert np.flatnonzero(~face.labeled).tolist() == ears
    source = _triples(_source("aflw/test_aflw.json")["annotations"][0])
    assert _place(face, "chin center") == pytest.approx(index_to_image(source[-1, :2]).tolist(), abs=1e-5)
    assert (face.visibility[face.labeled] == Visibility.VISIBLE).all()


@needs_shared
def test_a_garment_gets_its_own_part_of_the_long_list(tmp_path: Path) -> None:
    dataset = _read("deepfashion2", "deepfasion2", tmp_path)
    source = _triples(_source("deepfasion2/deepfasion2.json")["annotations"][0])
    dress = _only(dataset, "000264.jpg")
    assert dress.category.name == "long sleeved dress"
    assert dress.visibility.tolist() == source[219:256, 2].tolist()
    assert set(dress.visibility.tolist()) == {0, 1, 2}  # hidden stays hidden


@needs_shared
def test_animal_kingdom_has_a_category_for_each_species(tmp_path: Path) -> None:
    dataset = _read("animal_kingdom", "ak", tmp_path)
    assert [category.category.name for category in dataset.categories] == ["Elephant"]
    assert {image.extra["video"] for image in dataset.images} == {"AAOYRUDX"}


@needs_shared
def test_pts_files_and_the_json_made_of_them_say_the_same(tmp_path: Path) -> None:
    a, b = _read("pts_faces", "300vw", tmp_path / "pts"), _read("300vw", "300vw", tmp_path / "json")
    name = "001/imgs/000006.jpg"
    assert np.allclose(_only(a, name).keypoints, _only(b, name).keypoints, atol=1e-3)
    # the .pts says 743.224 197.764, where the first pixel's centre is (1, 1)
    assert _only(a, name).keypoints[0] == pytest.approx([742.724, 197.264], abs=1e-5)


@needs_shared
def test_interhand_joints_fall_where_their_camera_sees_them(tmp_path: Path) -> None:
    dataset = _read("interhand2.6m", "interhand2.6m", tmp_path)
    data = _source("interhand2.6m/test_interhand2.6m_data.json")
    names = {image["id"]: image["file_name"] for image in data["images"]}
    for record in data["annotations"]:
        x, y, width, height = record["bbox"]
        image = next(i for i in dataset.images if i.file_name == names[record["image_id"]])
        points = np.vstack([a.instance.keypoints for a in dataset.annotations_by_image()[image.id]])
        points = points[np.isfinite(points[:, 0])]
        # the dataset's box is around the same joints, enlarged
        assert (points > (x, y)).all()
        assert (points < (x + width, y + height)).all()


@needs_shared
def test_hidden_joints_of_the_matlab_file_are_not_labelled(tmp_path: Path) -> None:
    joints = read_matrix(_FORMATS / "lsp_extended" / "joints.mat", "joints")
    assert joints.shape == (14, 3, 10_000)
    person = _only(_read("lsp_extended", "lsp_extended", tmp_path), "im00001.jpg")
    seen = joints[:, 2, 0] > 0
    assert np.array_equal(person.labeled, seen)
    assert np.allclose(person.keypoints[seen], index_to_image(joints[seen, :2, 0] - 1), atol=1e-5)


@needs_shared
def test_landmarks_that_count_from_below_are_turned_over(tmp_path: Path) -> None:
    dataset = _read("fly_wing_tps", "tps_fly_wing", tmp_path)
    wing, image = _only(dataset, "63001.jpg"), dataset.images[0]
    assert wing.keypoints[0] == pytest.approx([290, image.height - 108])


@needs_shared
def test_deeplabcut_animals_and_single_parts_are_apart(tmp_path: Path) -> None:
    dataset = _read("deeplabcut", "deeplabcut_multianimal_csv", tmp_path)
    by_name = {category.category.name: category for category in dataset.categories}
    assert by_name["maudlc_2.3.0"].category.keypoints == ("A", "B", "C")
    assert by_name["maudlc_2.3.0, single parts"].category.keypoints == ("D", "E")
    image = next(i for i in dataset.images if i.file_name == "video/img001.png")
    first = dataset.annotations_by_image()[image.id][0].instance
    assert first.keypoints[0].tolist() == [12.5, 13.5]
    assert first.labeled.tolist() == [True, False, True]


@needs_shared
def test_wagon_doors_lie_in_their_boxes(tmp_path: Path) -> None:
    for annotation in _read("wagon_door_yolo", "yolo_pose_wagon_door", tmp_path).annotations:
        box, points = annotation.instance.box, annotation.instance.keypoints
        assert box is not None
        assert (points >= (box.x1 - 1, box.y1 - 1)).all()
        assert (points <= (box.x2 + 1, box.y2 + 1)).all()


@needs_shared
def test_halpe_takes_its_pictures_from_coco(tmp_path: Path) -> None:
    """Its sample has no pictures of its own."""
    source = tmp_path / "in"
    source.mkdir()
    for path in [_FORMATS / "halpe" / "test_halpe.json", *(_FORMATS / "coco").glob("*.jpg")]:
        shutil.copyfile(path, source / path.name)
    ((_, counts),) = convert(CONVERTERS["halpe"], source, tmp_path / "out").splits
    assert (counts.images, counts.without_picture) == (4, 0)
    (data,) = load_dataset(tmp_path / "out", "test")
    assert len(data.category) == 136


@needs_shared
def test_an_embedded_picture_is_written_out(tmp_path: Path) -> None:
    _converted("cephalogram_labelme", "labelme_cephalogram", tmp_path)
    with Image.open(tmp_path / "images" / "005.png") as picture:
        assert picture.size == (1340, 1671)


def _tiger(folder: Path, **changes: Any) -> Path:
    """A source in ATRW's format with one picture; `changes` to its one annotation."""
    folder.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (64, 48)).save(folder / "1.jpg")
    names = [n.replace(" ", "_") for n in category_of_schema("atrw_tiger", "tiger").keypoints]
    record = {"id": 5, "image_id": 1, "category_id": 1, "iscrowd": 0, "bbox": [1, 1, 30, 30]}
    record = {**record, "keypoints": [9, 8, 2] * 15, **changes}
    content = {
        "images": [{"id": 1, "file_name": "1.jpg", "width": 64, "height": 48}],
        "categories": [{"id": 1, "name": "tiger", "keypoints": names}],
        "annotations": [record],
    }
    (folder / "test_atrw.json").write_text(json.dumps(content))
    return folder


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"keypoints": [9, 8, 2] * 14}, "annotation 5: 14 keypoints, expected 15"),
        ({"keypoints": [9, 8, 3] * 15}, 'annotation 5, keypoint "left ear": the visibility is 3'),
        ({"keypoints": ["x", 8, 2] * 15}, "annotation 5: its keypoints are no list"),
        ({"keypoints": [9, 8] * 16}, "annotation 5: its keypoints are no list"),
        ({"image_id": 2}, "annotation 5 names image 2"),
        ({"image_id": "1"}, "annotation 5 has '1' as its \"image_id\""),
        ({"category_id": 4}, "annotation 5 names category 4"),
        ({"bbox": [1, 2, 3]}, "annotation 5: the box is"),
        ({"bbox": [1, 2, -3, 4]}, "annotation 5: the box is"),
    ],
)
def test_a_bad_record_is_named_with_its_file(tmp_path: Path, changes: dict[str, Any], says: str) -> None:
    with pytest.raises(DatasetError) as refused:
        convert(CONVERTERS["atrw_tiger"], _tiger(tmp_path / "in", **changes), tmp_path / "out")
    assert says in refused.value.message
    assert "test_atrw.json" in refused.value.message
    assert not list((tmp_path / "out").rglob("*.json"))


def test_a_file_with_other_keypoints_is_refused(tmp_path: Path) -> None:
    path = _tiger(tmp_path / "in") / "test_atrw.json"
    path.write_text(path.read_text().replace("right_ear", "dorsal_fin"))
    with pytest.raises(DatasetError, match='"dorsal_fin" is none of ATRW'):
        convert(CONVERTERS["atrw_tiger"], tmp_path / "in", tmp_path / "out")


def test_a_picture_name_that_leads_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    path = _tiger(tmp_path / "in") / "test_atrw.json"
    path.write_text(path.read_text().replace('"1.jpg"', '"../../1.jpg"'))
    with pytest.raises(DatasetError, match="leads out of the images folder"):
        convert(CONVERTERS["atrw_tiger"], tmp_path / "in", tmp_path / "out")


def test_nothing_to_convert_is_said_with_what_was_looked_for(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    with pytest.raises(DatasetError, match=r"has no \*\*/keypoint_train\.json"):
        convert(CONVERTERS["atrw_tiger"], tmp_path / "in", tmp_path / "out")
    (_tiger(tmp_path / "in") / "1.jpg").unlink()
    with pytest.raises(DatasetError, match="1 pictures are not there"):
        convert(CONVERTERS["atrw_tiger"], tmp_path / "in", tmp_path / "out")


def test_a_split_is_never_overwritten_and_another_one_joins_it(tmp_path: Path) -> None:
    source, out = _tiger(tmp_path / "in"), tmp_path / "out"
    convert(CONVERTERS["atrw_tiger"], source, out, copy=True)
    with pytest.raises(DatasetError, match="is there already"):
        convert(CONVERTERS["atrw_tiger"], source, out)
    convert(CONVERTERS["atrw_tiger"], source, out, split="val", copy=True)
    assert sorted(path.name for path in (out / "annotations").iterdir()) == ["test.json", "val.json"]
    Image.new("RGB", (200, 200), "red").save(source / "1.jpg")
    with pytest.raises(DatasetError, match="another picture"):
        convert(CONVERTERS["atrw_tiger"], source, out, split="train")


def test_each_published_file_is_a_split_and_joint_ones_are_left_alone(tmp_path: Path) -> None:
    source = _tiger(tmp_path / "in")
    text = (source / "test_atrw.json").read_text()
    (source / "test_atrw.json").unlink()
    (source / "annotations").mkdir()
    for name in ("train", "val", "trainval"):
        (source / "annotations" / f"keypoint_{name}.json").write_text(text)
    done = convert(CONVERTERS["atrw_tiger"], source, tmp_path / "out")
    assert [name for name, _ in done.splits] == ["train", "val"]


def test_two_files_of_one_split_are_refused(tmp_path: Path) -> None:
    source = _tiger(tmp_path / "in")
    shutil.copyfile(source / "test_atrw.json", source / "keypoint_train.json")
    with pytest.raises(DatasetError, match='are all of the split "train"'):
        convert(CONVERTERS["atrw_tiger"], source, tmp_path / "out", split="train")


def test_pictures_are_linked_unless_copies_are_asked_for(tmp_path: Path) -> None:
    source = _tiger(tmp_path / "in")
    convert(CONVERTERS["atrw_tiger"], source, tmp_path / "linked")
    convert(CONVERTERS["atrw_tiger"], source, tmp_path / "copied", copy=True)
    assert (tmp_path / "linked/images/1.jpg").samefile(source / "1.jpg")
    assert not (tmp_path / "copied/images/1.jpg").samefile(source / "1.jpg")


@needs_shared
@pytest.mark.parametrize(
    ("name", "sample", "file", "change", "says"),
    [
        ("mpii", "mpii", "test_mpii.json", ('"joints_vis"', '"seen"'), "record 0 is not a person of MPII"),
        ("stanford_extra", "stanfordextra", "StanfordExtra_sample.json", ('"img_bbox"', '"b"'), "record 0"),
        ("pts_faces", "300vw", "001/annot/000006.pts", ("743.224", ""), "67.5 points, expected 68"),
        (
            "facial_keypoints_csv",
            "facial_keypoints_csv",
            "test_frames_keypoints_first5.csv",
            (",25.0", ",?"),
            "line 2",
        ),
        (
            "fly_wing_tps",
            "tps_fly_wing",
            "landmark-examples/tps-example.tps",
            ("290. 108.", "290."),
            "63001.jpg",
        ),
        (
            "deeplabcut",
            "deeplabcut_openfield",
            "openfield-Pranav-2018-10-30/labeled-data/m4s1/CollectedData_Pranav.csv",
            ("10.248", "ten"),
            "img0001.png",
        ),
        ("cephalogram_labelme", "labelme_cephalogram", "005.json", ('"l2"', '"sella"'), 'shape "sella"'),
        (
            "wagon_door_yolo",
            "yolo_pose_wagon_door",
            "labels/train/0000263.txt",
            ("0.705031", "left"),
            "line 1",
        ),
        (
            "interhand2.6m",
            "interhand2.6m",
            "test_interhand2.6m_camera.json",
            ('"campos"', '"p"'),
            "annotation",
        ),
    ],
)
def test_damage_in_any_format_is_named_with_file_and_record(
    tmp_path: Path, name: str, sample: str, file: str, change: tuple[str, str], says: str
) -> None:
    source = tmp_path / "in"
    shutil.copytree(_FORMATS / sample, source, copy_function=shutil.copyfile)
    source.chmod(0o755)
    path = source / file
    text = path.read_text()
    assert change[0] in text
    for folder in [source, *(p for p in source.rglob("*") if p.is_dir())]:
        folder.chmod(0o755)
    path.write_text(text.replace(change[0], change[1], 1 if name != "stanford_extra" else -1))
    with pytest.raises(DatasetError) as refused:
        convert(CONVERTERS[name], source, tmp_path / "out")
    assert says in refused.value.message
    assert refused.value.hint


@needs_shared
def test_a_matlab_file_that_is_cut_off_is_named(tmp_path: Path) -> None:
    path = tmp_path / "joints.mat"
    path.write_bytes((_FORMATS / "lsp_extended" / "joints.mat").read_bytes()[:5000])
    with pytest.raises(DatasetError, match=r"joints\.mat is damaged"):
        read_matrix(path, "joints")
    path.write_bytes(b"something else")
    with pytest.raises(DatasetError, match="no MATLAB 5 file"):
        read_matrix(path, "joints")

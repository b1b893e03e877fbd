"""The one table of converters: what `gkdt megakpt convert NAME` knows."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from trainer.megakpt.converters import (
    deeplabcut,
    interhand,
    labelme,
    lsp,
    mpii,
    pts,
    sleap,
    stanford_extra,
    tables,
    yolo_pose,
)
from trainer.megakpt.converters.base import Converter
from trainer.megakpt.converters.coco_json import Recipe

_FINGERS = ("thumb", "forefinger", "middle_finger", "ring_finger", "pinky_finger")


def _hand(tip_first: bool) -> dict[str, str]:
    """ "thumb1" and so on in words; in files that begin each finger at its tip, number 1 is the tip."""
    thumb = ("thumb root", "thumb's first knuckle", "thumb's second knuckle", "thumb's tip")
    renamed = {}
    for finger in _FINGERS:
        words = finger.replace("_", " ")
        parts: tuple[str, ...] = thumb
        if finger != "thumb":
            parts = (
                *(f"{words}'s {which} knuckle" for which in ("first", "second", "third")),
                f"{words}'s tip",
            )
        for number, part in enumerate(reversed(parts) if tip_first else parts, start=1):
            renamed[f"{finger}{number}"] = part
    return renamed


def _legs(kinds: tuple[str, ...], joints: int) -> dict[str, str]:
    """ "forelegR1" and so on in words."""
    sides = {"L": "left", "R": "right"}
    return {
        f"{kind}{side}{number}": f"{word} {kind} {number}"
        for kind in kinds
        for side, word in sides.items()
        for number in range(1, joints + 1)
    }


def _files(pattern: str, *splits: str) -> tuple[str, ...]:
    """The files of the splits; others beside them ("trainval", "valid_common") repeat the same pictures."""
    return tuple(f"**/{pattern.format(split)}.json" for split in splits)


_INSECT_LEGS = _legs(("foreleg", "midleg", "hindleg"), 4)

_ANIMAL_POSE = {
    "L_Eye": "left eye",
    "R_Eye": "right eye",
    "L_EarBase": "left ear",
    "R_EarBase": "right ear",
    "TailBase": "tail",
    **{
        f"{side[0].upper()}_{end[0].upper()}_{joint}": f"{side}-{end} {word}"
        for side in ("left", "right")
        for end in ("front", "back")
        for joint, word in (("Elbow", "leg"), ("Knee", "knee"), ("Paw", "paw"))
    },
}

_FLY = {
    "eyeL": "left eye",
    "eyeR": "right eye",
    "neck": "neck (connects head and thorax)",
    "thorax": "mesothoracic phragma (connects thorax and abdomen)",
    "abdomen": "tip of abdomen",
    "wingL": "left wing tip",
    "wingR": "right wing tip",
    **_INSECT_LEGS,
}

_LOCUST = {
    "abdomen1": "center of abdomen",
    "abdomen2": "tail of abdomen",
    **{
        f"{part}{side[0].upper()}": f"{side} {word}"
        for side in ("left", "right")
        for part, word in (("anttip", "antenna tip"), ("antbase", "antenna base"), ("eye", "eye"))
    },
    **_INSECT_LEGS,
}

_ZEBRA = {"tailbase": "tail base", "tailtip": "tail tip", **_legs(("foreleg", "hindleg"), 1)}

_HORSE = {
    "Nearknee": "near knee",
    "Nearfrontfetlock": "near front fetlock",
    "Nearfrontfoot": "near front foot",
    "Offknee": "off knee",
    "Offfrontfetlock": "off front fetlock",
    "Offfrontfoot": "off front foot",
    "Nearhindhock": "near hind hock",
    "Nearhindfetlock": "near hind fetlock",
    "Nearhindfoot": "near hind foot",
    "Offhindhock": "off hind hock",
    "Offhindfetlock": "off hind fetlock",
    "Offhindfoot": "off hind foot",
}
"""Horse-10's names, in words; "near" is a horse's left side and "off" its right."""

_AFLW_WITHOUT_EARS = tuple(place for place in range(21) if place not in (12, 16))
"""The community's AFLW file leaves out the two eardrops of the dataset's 21 landmarks."""

_GARMENT_KEYPOINTS = (25, 33, 31, 39, 15, 15, 10, 14, 8, 29, 37, 19, 19)
"""DeepFashion2: how many of the 294 numbers belong to each of its 13 categories, in order."""


def _garments() -> dict[int, tuple[int, int, str]]:
    parts, first = {}, 0
    for number, count in enumerate(_GARMENT_KEYPOINTS, start=1):
        schema = "deepfashion2_train" + ("" if number == 1 else f"__schema_{number}")
        parts[number] = first, count, schema
        first += count
    return parts


_RECIPES = {
    "coco": Recipe(
        "COCO",
        ("**/person_keypoints_*.json", "test_coco.json"),
        "human_pose",
        schema="coco",
        folders=("train2017", "val2017", "images/train2017", "images/val2017", "images", "."),
        is_megakpt=True,
    ),
    "human_art": Recipe(
        "Human-Art",
        ("**/training_humanart.json", "**/validation_humanart.json", "test_humanart.json"),
        "human_pose",
        schema="human_art",
        keypoints_field="keypoints_21",
        strip="HumanArt/images/",
        folders=("images", "HumanArt/images", "."),
        is_megakpt=True,
    ),
    "300w": Recipe(
        "300W",
        (*_files("face_landmarks_300w_{}", "train", "valid", "test"), "test_300w.json"),
        "human_face",
        schema="human_face_300w",
        object_name="human face",
        any_is_visible=True,
        is_megakpt=True,
    ),
    "300vw": Recipe(
        "300-VW",
        ("**/anno_300vw*.json",),
        "human_face",
        schema="human_face_300w",
        object_name="human face",
        any_is_visible=True,
        first_pixel=1,  # its numbers are those of the .pts files
        video_depth=1,
    ),
    "aflw": Recipe(
        "AFLW",
        (*_files("face_landmarks_aflw_{}", "train", "test"), "test_aflw.json"),
        "human_face",
        schema="human_face_aflw",
        slots=_AFLW_WITHOUT_EARS,
        object_name="human face",
        any_is_visible=True,
        is_megakpt=True,
    ),
    "cofw": Recipe(
        "COFW", ("**/cofw_*.json", "test_cofw.json"), "human_face", count=29, object_name="human face"
    ),
    "wflw": Recipe(
        "WFLW",
        (*_files("face_landmarks_wflw_{}", "train", "test"), "test_wflw.json"),
        "human_face",
        count=98,
        object_name="human face",
        any_is_visible=True,
    ),
    "lapa": Recipe(
        "LaPa",
        (*_files("lapa_{}", "train", "val", "test"), "test_lapa.json"),
        "human_face",
        count=106,
        object_name="human face",
    ),
    "onehand10k": Recipe(
        "OneHand10K",
        ("**/onehand10k_*.json", "test_onehand10k.json"),
        "human_limbs",
        schema="onehand10k",
        rename=_hand(tip_first=False),
        object_name="human hand",
        any_is_visible=True,
        is_megakpt=True,
    ),
    "freihand": Recipe(
        "FreiHAND",
        ("**/freihand_*.json", "test_freihand.json"),
        "human_limbs",
        schema="onehand10k",
        rename=_hand(tip_first=False),
        object_name="human hand",
        any_is_visible=True,
    ),
    "panoptic": Recipe(
        "CMU Panoptic hands",
        ("**/panoptic_*.json", "test_panoptic.json"),
        "human_limbs",
        schema="onehand10k",
        rename=_hand(tip_first=False),
        object_name="human hand",
        any_is_visible=True,
    ),
    "rhd": Recipe(
        "Rendered Hand Pose",
        ("**/rhd_*.json", "test_rhd.json"),
        "human_limbs",
        schema="onehand10k",
        rename=_hand(tip_first=True),
        object_name="human hand",
        any_is_visible=True,
    ),
    "animal_pose_dataset": Recipe(
        "Animal-Pose",
        (*_files("animalpose_{}", "train", "val", "test"), "test_animalpose.json"),
        "animal_pose",
        schema="animal_pose_dataset",
        rename=_ANIMAL_POSE,
        folders=(".", "images", "VOC2012/JPEGImages", "VOC2011/JPEGImages", "animalpose_image_part2"),
        is_megakpt=True,
    ),
    "ap10k": Recipe(
        "AP-10K",
        ("**/ap10k-*-split1.json", "test_ap10k.json"),
        "animal_pose",
        schema="ap10k",
        folders=("data", "images", "."),
        is_megakpt=True,
    ),
    "animal_kingdom": Recipe(
        "Animal Kingdom",
        ("**/ak_P1/*.json", "test_animalkingdom.json"),
        "animal_pose",
        schema="animal_kingdom",
        name_field="animal",
        any_is_visible=True,
        video_depth=1,
        is_megakpt=True,
    ),
    "macaque_pose": Recipe(
        "MacaquePose",
        ("**/macaque_*.json", "test_macaque.json"),
        "animal_pose",
        schema="macaque_pose",
        is_megakpt=True,
    ),
    "atrw_tiger": Recipe(
        "ATRW Amur tiger",
        ("**/keypoint_train.json", "**/keypoint_val.json", "test_atrw.json"),
        "animal_pose",
        schema="atrw_tiger",
        rename={"center": "body center"},
        folders=("images/train", "images/val", "images", "."),
        is_megakpt=True,
    ),
    "vinegar_fly": Recipe(
        "Vinegar fly",
        ("**/fly_*.json", "test_fly.json"),
        "insect_pose",
        schema="vinegar_fly",
        rename=_FLY,
        is_megakpt=True,
    ),
    "desert_locust": Recipe(
        "Desert locust",
        ("**/locust_*.json", "test_locust.json"),
        "insect_pose",
        schema="desert_locust",
        rename=_LOCUST,
        is_megakpt=True,
    ),
    "horse10": Recipe(
        "Horse-10",
        ("**/horse10-*-split1.json", "test_horse10.json"),
        "animal_pose",
        rename=_HORSE,
        folders=(".", "labeled-data", "images"),
        video_depth=1,
    ),
    "zebra": Recipe("Grevy's zebra", ("**/zebra_*.json", "test_zebra.json"), "animal_pose", rename=_ZEBRA),
    "deepfashion2": Recipe(
        "DeepFashion2",
        ("**/deepfashion2_*.json", "deepfasion2.json"),
        "clothes",
        parts=_garments(),
        folders=(".", "image", "images", "train/image", "validation/image"),
        is_megakpt=True,
    ),
    "fld": Recipe("DeepFashion landmarks", ("**/fld_*.json", "test_fld.json"), "clothes"),
    "crowdpose": Recipe(
        "CrowdPose",
        (*_files("mmpose_crowdpose_{}", "train", "val", "test"), "test_crowdpose.json"),
        "human_pose",
    ),
    "halpe": Recipe(
        "Halpe",
        ("**/halpe_*.json", "test_halpe.json"),
        "human_pose",
        count=136,
        folders=("images", ".", "train2017", "val2017", "hico_20160224_det/images/train2015"),
    ),
    "mpii_trb": Recipe(
        "MPII with contours", (*_files("mpii_trb_{}", "train", "val"), "test_mpii_trb.json"), "human_pose"
    ),
}

CONVERTERS: Mapping[str, Converter] = MappingProxyType(
    {name: recipe.converter(name) for name, recipe in _RECIPES.items()}
    | {
        "interhand2.6m": interhand.CONVERTER,
        "mpii": mpii.CONVERTER,
        "stanford_extra": stanford_extra.CONVERTER,
        "lsp_extended": lsp.CONVERTER,
        "pts_faces": pts.CONVERTER,
        "facial_keypoints_csv": tables.FACES,
        "fly_wing_tps": tables.FLY_WING,
        "deeplabcut": deeplabcut.CONVERTER,
        "sleap": sleap.CONVERTER,
        "cephalogram_labelme": labelme.CONVERTER,
        "wagon_door_yolo": yolo_pose.CONVERTER,
    }
)
"""Every converter by the name that the command takes."""

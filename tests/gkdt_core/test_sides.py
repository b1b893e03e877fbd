from __future__ import annotations

import pytest

from gkdt_core.domain import guess_pairs, is_sided
from gkdt_core.sides import sides_in


@pytest.mark.parametrize(
    "names",
    [
        ("left eye", "right eye"),
        ("LEFT_EYE", "RIGHT_EYE"),
        ("leftEye", "rightEye"),
        ("EyeLeft", "EyeRight"),
        ("left corner of right eye", "right corner of left eye"),
        ("ojo izquierdo", "ojo derecho"),
        ("Oreja izquierda", "Oreja derecha"),
        ("ojo izq", "ojo der"),
        ("ojo izq.", "ojo der."),
        ("pata izda", "pata dcha"),
        ("左眼", "右眼"),
        ("鼻子左侧", "鼻子右侧"),
        ("Ohr links", "Ohr rechts"),
        ("linkes Ohr", "rechtes Ohr"),
        ("linke Pfote", "rechte Pfote"),
        ("œil gauche", "œil droit"),
        ("oreille gauche", "oreille droite"),
        ("l_eye", "r_eye"),
        ("eye_L", "eye_R"),
        ("eye.l", "eye.r"),
        ("L ear", "R ear"),
        ("ear (L)", "ear (R)"),
        ("eyeL", "eyeR"),
        ("paw1L", "paw1R"),
        ("lEye", "rEye"),
        ("LShoulder", "RShoulder"),
        ("forelegL1", "forelegR1"),
        ("L1", "R1"),
        ("LF_paw", "RF_paw"),
        ("FL", "FR"),
        ("lt ear", "rt ear"),
        ("mouth_l_corner", "mouth_r_corner"),
    ],
)
def test_names_of_both_sides_are_a_pair_left_first_in_either_order(names: tuple[str, str]) -> None:
    assert guess_pairs(names) == ((0, 1),)
    assert guess_pairs(names[::-1]) == ((1, 0),)


@pytest.mark.parametrize(
    "names",
    [
        ("bright", "bleft"),
        ("copyright", "copyleft"),
        ("lefty", "righty"),
        ("Leftover", "Rightover"),
        ("left eye", "right ear"),
        ("oreja izquierda", "oreja derecho"),
        ("ojo izquierdo", "ojo derecha"),
        ("linkes Ohr", "rechte Ohr"),
        ("l_eye", "right_eye"),
        ("eye_L", "eye_r"),
        ("ball", "barr"),
        ("tail", "tair"),
        ("Lip", "Rip"),
        ("l", "r"),
        ("EL", "ER"),
        ("point k", "point l", "point r"),
        ("A1", "L1", "R1"),
        ("Spitze der Nase", "Spitze die Nase"),
        ("左右", "右左眼"),
    ],
)
def test_names_that_only_look_alike_are_no_pair(names: tuple[str, ...]) -> None:
    assert guess_pairs(names) == ()


def test_an_l_and_an_r_beside_a_middle_are_sides() -> None:
    assert guess_pairs(("eye_L", "eye_M", "eye_R")) == ((0, 2),)


def test_sides_are_told_in_english_whatever_language_they_are_said_in() -> None:
    assert sides_in("esquina izquierda del ojo derecho") == ["left", "right"]
    assert sides_in("左眼") == ["left"]
    assert sides_in("Spitze der Nase") == sides_in("l_eye") == []


def test_a_side_said_in_spanish_is_another_keypoint_in_a_mirror() -> None:
    assert is_sided("ojo izquierdo")
    assert not is_sided("nariz")

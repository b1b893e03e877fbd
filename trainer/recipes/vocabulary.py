"""The phrases that the small text tower learns from, and what their words say about sides and order.

A phrase has a surface (what a person types) and a meaning (plain words for the sentence encoder): `l_eye` and
`leftEye` mean "left eye". The axes name the words that a keypoint's name turns on, where a sentence encoder
sees nearly the same sentence: left against right, front against rear, the first joint against the second.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gkdt_core.errors import DatasetError


@dataclass(frozen=True, slots=True)
class Phrase:
    """One text to learn.

    Attributes:
        surface: What is typed.
        meaning: The same in plain words.
        part: For a part named together with its object, the part alone; otherwise empty.
        group: "name" (real keypoint names), "part" (made from the lists below), "file" (names as files write
            them), "object" or "word".
    """

    surface: str
    meaning: str
    part: str
    group: str


@dataclass(frozen=True, slots=True)
class Axis:
    """One pair of opposites that must stay apart.

    Attributes:
        name: For people.
        positive: Words of the one pole.
        negative: Words of the other.
        strength: Length of the pole's vector beside a content vector of length 1.
    """

    name: str
    positive: frozenset[str]
    negative: frozenset[str]
    strength: float


def _words(text: str) -> tuple[str, ...]:
    return tuple(" ".join(part.split()) for part in text.split(",") if part.strip())


AXES = (
    Axis("side", frozenset({"left"}), frozenset({"right"}), 0.65),
    Axis(
        "depth",
        frozenset(_words("front, fore, anterior, forward")),
        frozenset(_words("rear, hind, back, posterior, backward")),
        0.45,
    ),
    Axis(
        "height",
        frozenset(_words("upper, top, superior, above")),
        frozenset(_words("lower, bottom, inferior, below, under")),
        0.45,
    ),
    Axis(
        "inside",
        frozenset(_words("inner, inside, medial, internal, proximal")),
        frozenset(_words("outer, outside, lateral, external, distal")),
        0.4,
    ),
    Axis("end", frozenset(_words("tip, end")), frozenset(_words("base, root, start")), 0.25),
    Axis("reach", frozenset(_words("far, outermost, extreme")), frozenset(_words("near, nearest")), 0.5),
    Axis("middle", frozenset(_words("middle, mid, centre, center, midpoint")), frozenset(), 0.4),
)
FINGER_STRENGTH = 0.5
NUMBER_STRENGTH = 0.65
# Periods of the sines and cosines that stand for a number: n and n + 1 get a cosine of 0.36, far ones about
# 0, and no two numbers below 420 are the same.
NUMBER_PERIODS = (3.0, 7.0, 20.0)

_FINGERS = re.compile(r"\b(thumb|(?:index|middle|ring|little) finger)\b")
_FINGER_ORDER = ("thumb", "index finger", "middle finger", "ring finger", "little finger")
_ORDINALS = {
    word: index
    for index, word in enumerate(
        _words(
            "first, second, third, fourth, fifth, sixth, seventh, eighth, ninth, tenth, eleventh, twelfth"
        ),
        start=1,
    )
}

BODY = _words(
    """head, top of head, crown, forehead, temple, face, neck, nape, throat, shoulder, collarbone, armpit,
    upper arm, arm, elbow, forearm, wrist, hand, palm, chest, breast, sternum, nipple, rib, ribcage,
    belly, abdomen, stomach, navel, waist, side, flank, back, upper back, lower back, spine, shoulder
    blade, pelvis, hip, groin, buttock, thigh, leg, knee, kneecap, shin, calf, ankle, heel, foot, sole,
    instep, toe, big toe, little toe, torso, trunk, body, body centre, centre of mass, skin, muscle,
    bone, joint, limb"""
)
FACE = _words(
    """eye, pupil, iris, eyelid, upper eyelid, lower eyelid, eyelash, eyebrow, eye corner, eye socket,
    nose, nose tip, nose bridge, nostril, nose wing, septum, cheek, cheekbone, ear, earlobe, ear tip,
    ear base, ear canal, mouth, mouth corner, lip, upper lip, lower lip, cupid's bow, tooth, incisor,
    canine tooth, molar, tongue, tongue tip, gum, chin, chin tip, jaw, jawline, jaw angle, hairline,
    beard, moustache, dimple, philtrum, sideburn, brow"""
)
HAND = _words(
    """thumb, index finger, forefinger, middle finger, ring finger, little finger, pinky, finger,
    fingertip, fingernail, knuckle, thumb tip, thumb base, thumb root, finger joint, palm centre, back
    of the hand, heel of the hand, fist, index finger tip, middle finger tip, ring finger tip, little
    finger tip, index finger knuckle, middle finger knuckle, ring finger knuckle, little finger knuckle,
    thumb knuckle, web of the thumb"""
)
ANIMAL = _words(
    """snout, muzzle, whisker, horn, antler, trunk tip, tusk, mane, withers, shoulder joint, foreleg, hind
    leg, paw, front paw, hind paw, hoof, front hoof, hind hoof, claw, dewclaw, pad, hock, stifle,
    fetlock, pastern, cannon bone, elbow joint, knee joint, tail, tail base, tail root, tail middle,
    tail tip, rump, croup, haunch, loin, dewlap, udder, teat, hump, crest, fur, fang, flipper, shell,
    carapace, mouth end, neck base, neck end, back base, back end, throat base, throat end, thigh joint,
    leg joint, pouch, ear notch, eye ring, scale, rattle, gill, gill cover, fin, dorsal fin, pectoral
    fin, pelvic fin, anal fin, caudal fin, tail fin, fin tip, fin base, tail fork, lateral line, barbel,
    jaw tip, blowhole, fluke"""
)
BIRD = _words(
    """beak, bill, beak tip, beak base, upper beak, lower beak, cere, crown, comb, wattle, nape, mantle,
    wing, wing tip, wing base, wing bend, primary feather, tail feather, feather, rump, breast, belly,
    vent, tarsus, talon, spur, toe"""
)
INSECT = _words(
    """antenna, antenna tip, antenna base, compound eye, ocellus, mandible, proboscis, palp, thorax,
    prothorax, mesothorax, metathorax, abdomen, abdomen tip, abdomen segment, stinger, ovipositor,
    cercus, coxa, trochanter, femur, tibia, tarsus, leg tip, leg base, forewing, hindwing, wing vein,
    crossvein, wing margin, wing notch, wing cell, haltere, elytron, scutellum, head capsule, pincer,
    feeler, spinneret, pedipalp, claw tip, body segment"""
)
VEHICLE = _words(
    """wheel, wheel hub, wheel rim, tyre, tire, headlight, headlamp, tail light, lamp, fog lamp, indicator,
    bumper, licence plate, grille, hood, bonnet, boot, trunk lid, roof, roof corner, windscreen,
    windshield, rear window, side window, door, door handle, mirror, wing mirror, fender, pillar,
    exhaust, axle, handlebar, saddle, pedal, fork, crank, chain, spoke, mudguard, seat, steering wheel,
    number plate, radiator, antenna, wiper, chassis, cab, bed, tailgate, coupling, buffer, propeller,
    wing, wing root, winglet, tailplane, rudder, fin, nose cone, engine, cockpit, fuselage, landing
    gear, bow, stern, mast, mast top, hull, keel, sail, anchor, rotor, skid, blade tip, track, bucket,
    boom, hook, hinge, latch"""
)
FURNITURE = _words(
    """leg, leg bottom, leg top, seat, seat corner, seat front edge, backrest, backrest corner, armrest,
    headrest, cushion, table top, table corner, table leg, edge, corner, drawer, drawer handle, handle,
    knob, shelf, door, door hinge, door frame, frame, frame corner, panel, headboard, footboard,
    mattress corner, bed post, pillow, castor, base, foot rest, screen, screen corner, stand, keyboard,
    key, lid, lamp shade, cable, plug, socket, switch, window, window corner, window sill, roof ridge,
    gable, chimney, eaves, wall corner, step, rail, post"""
)
CLOTHES = _words(
    """collar, collar tip, neckline, shoulder seam, sleeve, sleeve hem, cuff, cuff corner, armhole,
    underarm seam, hem, hemline, hem corner, waistband, belt, belt buckle, buckle, button, zipper,
    pocket, pocket corner, lapel, hood, strap, shoulder strap, crotch, trouser leg, leg opening, knee
    patch, skirt hem, toe cap, tongue, heel, sole, lace, eyelet, brim, hat crown, peak, finger hole,
    lens, bridge, temple arm, clasp, seam, placket, dart, fly"""
)
TOOL = _words(
    """handle, grip, blade, blade tip, blade base, edge, cutting edge, shaft, head, tip, point, hook, jaw,
    pivot, screw, bolt, nut, bolt head, thread, spring, lever, trigger, button, switch, nozzle, spout,
    lid, cap, cap end, flat end, neck, shoulder, rim, base, bottom, opening, mouth, bottle neck, bottle
    bottom, cup handle, cup rim, teapot spout, pan handle, spoon bowl, fork prong, knife tip, scissors
    tip, finger ring, needle tip, syringe plunger, barrel, string, peg, bridge, fret, sound hole, racket
    head, racket handle, ball centre, club head, pin, connector, chip corner, board corner, hole, hole
    centre, slot, mark, marker, cross, circle centre, gauge needle, dial centre, label corner, box
    corner, page corner, document corner, card corner, plate corner, arrow tip, gripper, end effector,
    joystick, robot joint, joystick top, joystick shaft"""
)
PLANT = _words(
    """leaf, leaf tip, leaf base, leaf edge, leaf vein, petiole, stem, stem base, stem tip, stalk, node,
    internode, bud, flower, flower centre, petal, petal tip, sepal, stamen, pistil, fruit, fruit tip,
    fruit base, fruit stalk, calyx, seed, pod, thorn, branch, branch tip, branch fork, trunk, trunk
    base, treetop, crown, bark, root, root tip, root collar, tuber, ear of wheat, awn, panicle, tassel,
    cob, needle, cone, cap, gill, shoot tip, tendril"""
)
MEDICAL = _words(
    """sella, nasion, orbitale, porion, subspinale, supramentale, a point, b point, pogonion, menton,
    gnathion, gonion, incisor tip, incisor apex, lower incisor tip, upper incisor tip, lower incisor
    root, upper incisor root, upper lip, lower lip, subnasale, soft tissue pogonion, soft tissue menton,
    soft tissue nasion, pronasale, stomion, basion, anterior nasal spine, posterior nasal spine,
    articulare, condylion, pterygoid, molar cusp, occlusal plane, mandible, maxilla, zygomatic arch,
    mastoid, skull, skull base, vertebra, cervical vertebra, thoracic vertebra, lumbar vertebra,
    vertebra corner, endplate, endplate centre, pedicle, spinous process, transverse process, sacrum,
    coccyx, iliac crest, acetabulum, acetabular edge, femoral head, femoral head centre, femoral neck,
    greater trochanter, lesser trochanter, femoral condyle, tibial plateau, tibial spine, patella,
    fibula, talus, calcaneus, metatarsal, metatarsal head, phalanx, distal phalanx, middle phalanx,
    proximal phalanx, metacarpal, metacarpal head, carpal bone, capitate bone, pisiform bone, scaphoid,
    lunate, styloid process, ulna, radius, radio ulnar joint, humerus, humeral head, olecranon, scapula,
    glenoid, acromion, clavicle, diaphragm, lung apex, costophrenic angle, aortic arch, heart apex,
    mitral valve, aortic valve, septum, valve hinge, ventricle, atrium, optic disc, fovea, macula,
    vessel branch, carina, kidney pole, liver edge, catheter tip, implant, screw tip"""
)

PARTS = tuple(
    dict.fromkeys(
        part
        for block in (
            BODY,
            FACE,
            HAND,
            ANIMAL,
            BIRD,
            INSECT,
            VEHICLE,
            FURNITURE,
            CLOTHES,
            TOOL,
            PLANT,
            MEDICAL,
        )
        for part in block
    )
)

# What may stand before and after a part; {} is the part.
_SIDED = _words(
    """left {}, right {}, {} left, {} right, left front {}, right front {}, left rear {}, right rear {},
    left hind {}, right hind {}, left back {}, right back {}, front left {}, front right {}, rear left
    {}, rear right {}, back left {}, back right {}, upper left {}, upper right {}, lower left {}, lower
    right {}, top left {}, top right {}, bottom left {}, bottom right {}, left middle {}, right middle
    {}, left {} tip, right {} tip, left {} base, right {} base, left side of the {}, right side of the
    {}, left end of the {}, right end of the {}, left corner of the {}, right corner of the {}, left
    edge of the {}, right edge of the {}, far left {}, far right {}, middle left {}, middle right {}, {}
    on the left side of the picture, {} on the right side of the picture, left corner of left {}, right
    corner of left {}, left corner of right {}, right corner of right {}, inner corner of the left {},
    inner corner of the right {}, outer corner of the left {}, outer corner of the right {}, left {}
    inner corner, right {} inner corner, left {} outer corner, right {} outer corner, left {} middle,
    right {} middle, left {} inner end, right {} outer end, left inner {}, right outer {}, right inner
    {}, left outer {}, left upper {}, right upper {}, left lower {}, right lower {}, {} on the left, {}
    on the right, {} to the left, {} to the right, leftmost {}, rightmost {}, left of the middle of the
    {} in the picture, right of the middle of the {} in the picture, left end of the {} on the right
    side of the picture, right end of the {} on the left side of the picture"""
)
_PLACED = _words(
    """upper {}, lower {}, top {}, bottom {}, front {}, rear {}, back {}, hind {}, fore {}, inner {}, outer
    {}, middle {}, {} tip, {} base, {} root, {} end, {} start, {} middle, {} centre, {} center, {}
    corner, {} edge, {} top, {} bottom, tip of the {}, base of the {}, root of {}, middle of the {},
    centre of the {}, center of {}, top of the {}, bottom of the {}, front of the {}, back of the {},
    edge of the {}, corner of the {}, end of the {}, start of the {}, upper edge of the {}, lower edge
    of the {}, upper corner of the {}, lower corner of the {}, outer edge of the {}, inner edge of the
    {}, {} upper middle, {} lower middle, {} joint, {} marker, medial {}, lateral {}, anterior {},
    posterior {}, superior {}, inferior {}, proximal {}, distal {}, {} point, centre point of the {},
    one {}, another {}"""
)
_COUNTED = _words(
    """{} 1, {} 2, {} 3, {} 4, {} 5, {} 6, {} 7, {} 8, {} 9, {} 10, {} 11, {} 12, {} 13, {} 14, {} 15, {}
    16, {} 17, {} 18, {} 19, {} 20, {} 24, {} 30, {} 36, {} 42, {} 50, {} 68, first {}, second {}, third
    {}, fourth {}, fifth {}, sixth {}, seventh {}, eighth {}, {} 1 of 4, {} 2 of 4, {} 3 of 4, {} 4 of
    4, left {} 1, left {} 2, left {} 3, left {} 4, left {} 5, right {} 1, right {} 2, right {} 3, right
    {} 4, right {} 5, left first {}, right first {}, left second {}, right second {}, left third {},
    right third {}, keypoint 1 of {}, keypoint 2 of {}, keypoint 3 of {}, keypoint 4 of {}, keypoint 5
    of {}, keypoint 6 of {}, keypoint 7 of {}, keypoint 8 of {}, keypoint 9 of {}, keypoint 10 of {},
    keypoint 11 of {}, keypoint 12 of {}, {} keypoint 1, {} keypoint 2, {} keypoint 3, {} keypoint 4, {}
    keypoint 8, {} keypoint 14, landmark 1 of {}, landmark 2 of {}, landmark 3 of {}, {} landmark 4, {}
    landmark 5, {} landmark 10, {} landmark 19"""
)

# Words that mean the same keypoint on different objects or in different tongues of the trade; each is drawn
# half way towards the last one.
_SYNONYMS = {
    "snout": "nose",
    "muzzle": "nose",
    "bill": "beak",
    "paw": "foot",
    "hoof": "foot",
    "hind": "back",
    "rear": "back",
    "fore": "front",
    "forefinger": "index finger",
    "pinky": "little finger",
    "pinkie": "little finger",
    "hock": "back ankle",
    "stifle": "back knee",
    "tail root": "tail base",
    "tail start": "tail base",
    "root of tail": "tail base",
    "base of tail": "tail base",
    "tailbase": "tail base",
    "tail end": "tail tip",
    "windshield": "windscreen",
    "tire": "tyre",
    "bonnet": "hood",
    "headlamp": "headlight",
    "tail light": "rear lamp",
    "licence plate": "number plate",
    "license plate": "number plate",
    "center": "middle",
    "centre": "middle",
    "tummy": "belly",
    "stomach": "belly",
    "abdomen": "belly",
    "feeler": "antenna",
    "fingertip": "finger tip",
    "earlobe": "ear lobe",
    "brow": "eyebrow",
    "jawline": "jaw line",
    "jawbone": "jaw",
    "mandible": "lower jaw",
    "maxilla": "upper jaw",
    "kneecap": "knee",
    "patella": "knee",
    "breastbone": "sternum",
    "collarbone": "clavicle",
    "shoulder blade": "scapula",
    "belly button": "navel",
    "toe tip": "toe",
    "top of head": "head top",
    "crown": "head top",
    "neck base": "withers",
    "talon": "claw",
    "hip joint": "hip",
    "shoulder joint": "shoulder",
}
_SYNONYM = re.compile(
    rf"\b({'|'.join(map(re.escape, sorted(_SYNONYMS, key=len, reverse=True)))})\b"  # the longest first
)
# Whole words of the trade for sides, as they stand in files.
_ABBREVIATIONS = {
    "l": "left",
    "r": "right",
    "lt": "left",
    "rt": "right",
    "lf": "left front",
    "rf": "right front",
    "lh": "left hind",
    "rh": "right hind",
    "lb": "left back",
    "rb": "right back",
    "fl": "front left",
    "fr": "front right",
    "hl": "hind left",
    "hr": "hind right",
    "bl": "back left",
    "br": "back right",
    "rl": "rear left",
    "rr": "rear right",
}
# Parts that come in fours and are named by such letters.
_FOUR_PARTS = _words(
    "paw, foot, hoof, leg, knee, elbow, ankle, wrist, shoulder, hip, wheel, door, window, tyre, corner"
)
_GLUED_PARTS = _words(
    """eye, ear, nose, shoulder, elbow, wrist, hip, knee, ankle, paw, foot, hand, heel, toe, bigtoe,
    smalltoe, thumb, forepaw, hindpaw, frontpaw, backpaw, leg, arm, wing, antenna, mouth, cheek, brow,
    eyebrow, tail, horn, fin, front, rear, back, upper, lower, hoof, whisker, lung, femur, tibia, wheel,
    light, mirror, corner"""
)
_GLUED = re.compile(rf"\b(left|right)(?=({'|'.join(_GLUED_PARTS)})\b)")
_GLUED_LIMB = re.compile(r"\b(fore|hind|mid)(?=(leg|limb|paw|foot|hoof|wing)s?\b)")
_BRACKETED_PATH = re.compile(r"\bfrom the .*? to the [^)]*")
_WORD = re.compile(r"[a-z]+|\d+")


def plain(text: str) -> str:
    """The text in plain words: camel case, underscores and side abbreviations written out, lower case."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text)
    spaced = " ".join(re.sub(r"[_\-/]+", " ", spaced).lower().split())
    spaced = _GLUED_LIMB.sub(r"\1 ", _GLUED.sub(r"\1 ", spaced))
    words = spaced.split()
    if 2 <= len(words) <= 4:
        words = [_ABBREVIATIONS.get(word, word) for word in words]
    spaced = " ".join(words)
    return spaced.replace("leftmost", "left outermost").replace("rightmost", "right outermost")


def with_synonyms(text: str) -> str:
    """The plain text with each synonym replaced by its common word."""
    return _SYNONYM.sub(lambda match: _SYNONYMS[match.group()], text)


def axis_signs(text: str, axis: Axis) -> tuple[int, int]:
    """Poles that a plain text names on an axis: the last one (it says which part is meant), and the first one
    where there are several ("left corner of right eye" is the right eye's, at the left); 0 for none."""
    words = _WORD.findall(_BRACKETED_PATH.sub("", text))
    found: list[int] = []
    for index, word in enumerate(words):
        if word in axis.positive:
            found.append(1)
        elif word in axis.negative:
            if word == "back" and index == len(words) - 1:
                continue  # the part of that name, not a direction
            found.append(-1)
    return (found[-1] if found else 0), (found[0] if len(found) > 1 else 0)


def numbers(text: str) -> tuple[int, int]:
    """The last number a plain text counts with, and the first where there are several; 0 for none.

    The 17 of "3 of 17" counts nothing.
    """
    words = _WORD.findall(text)
    found = [
        int(word) if word.isdigit() else _ORDINALS[word]
        for index, word in enumerate(words)
        if (
            word.isdigit()
            and len(word) < 4
            and not (index > 1 and words[index - 1] == "of" and words[index - 2].isdigit())
        )
        or word in _ORDINALS
    ]
    return (found[-1] if found else 0), (found[0] if len(found) > 1 else 0)


def finger(text: str) -> int:
    """Which finger a plain text names, 1 for the thumb to 5 for the little finger; 0 for none."""
    found = _FINGERS.search(with_synonyms(text))
    return _FINGER_ORDER.index(found.group()) + 1 if found else 0


def read_names(facts: Path, data: Sequence[Path]) -> tuple[list[str], list[str]]:
    """Keypoint names and object names of the schema files in `facts` and the training sets below `data`.

    Raises:
        DatasetError: A file is missing or not what it should be.
    """
    keypoints: dict[str, None] = {}
    objects: dict[str, None] = {}
    path = facts / "keypoint_schemas.json"
    try:
        for schema in _read_json(path)["schemas"]:
            keypoints.update(dict.fromkeys([*schema["keypoints"], *schema.get("prompt_texts", ())]))
        path = facts / "category_index.json"
        objects.update(dict.fromkeys(_read_json(path)["categories"]))
        for path in (path for folder in data for path in sorted(folder.glob("*/annotations/train.json"))):
            for category in _read_json(path)["categories"]:
                keypoints.update(dict.fromkeys(category["keypoints"]))
                objects[category["name"]] = None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DatasetError(
            f"{path}: no keypoint names can be read from it ({error}).", hint="Name the folder that holds it."
        ) from error
    return list(keypoints), list(objects)


def _read_json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def build_phrases(
    names: Iterable[str], objects: Iterable[str], words: Iterable[str], *, seed: int
) -> list[Phrase]:
    """All phrases to learn, each surface once.

    Args:
        names: Real keypoint names.
        objects: Object names.
        words: Single words.
        seed: Fixes which combinations of the lists are taken.
    """
    rng = random.Random(seed)
    found: dict[str, Phrase] = {}

    def add(surface: str, group: str, *, meaning: str = "", part: str = "") -> None:
        surface = " ".join(surface.split())
        found.setdefault(surface.lower(), Phrase(surface, plain(meaning or surface), plain(part), group))

    names = list(dict.fromkeys(names))
    words = list(words)
    objects = list(dict.fromkeys(objects))
    for name in names:
        add(name, "name")
        add(mirrored(plain(name)), "name")
        add(f"the {name}", "name", meaning=name)
    for part in PARTS:
        add(part, "part")
        add(f"the {part}", "part", meaning=part)
        for template in ("left {}", "right {}"):
            add(template.format(part), "part")
        for templates, count in ((_SIDED, 14), (_PLACED, 9), (_COUNTED, 5)):
            for template in rng.sample(templates, count):
                phrase = template.format(part)
                add(phrase, "part")
                add(mirrored(phrase), "part")
    taken = {plain(word) for word in words}
    for surface, meaning in _file_names(rng):
        if surface not in taken:  # "rear" is no right ear
            add(surface, "file", meaning=meaning)
    for name in objects:
        add(name, "object")
    everyday = [name for name in objects if len(name.split()) <= 3 and "(" not in name]
    pool = [plain(name) for name in names if len(name) < 40] + list(PARTS)
    for _ in range(9000):
        part, thing = rng.choice(pool), rng.choice(everyday)
        if rng.random() < 0.4 and not axis_signs(part, AXES[0])[0]:
            part = f"{rng.choice(('left', 'right'))} {part}"
        surface = rng.choice(
            ("the {k} of {o}", "the {k} of the {o}", "{o}'s {k}", "{k} of the {o}", "{o} {k}")
        )
        add(surface.format(k=part, o=thing), "object", meaning=f"the {part} of the {thing}", part=part)
    for word in words:
        add(word, "word")
    return list(found.values())


def _file_names(rng: random.Random) -> Iterator[tuple[str, str]]:
    """Names as annotation files write them (their capitals are lost in the tokens), with their meanings."""
    for part in _GLUED_PARTS:
        for side in ("left", "right"):
            letter = side[0]
            glued = (f"{side}{part}", f"{part}{side}", f"{letter}{part}", f"{part}{letter}")
            apart = (f"{letter}_{part}", f"{part}_{letter}", f"{letter} {part}", f"{part}_{side}")
            for surface in (*glued, *apart):
                yield surface, f"{side} {part}"
            number = rng.randint(1, 20)
            yield f"{letter}_{part}_{number}", f"{side} {part} {number}"
            yield f"{side}{part}{number}", f"{side} {part} {number}"
    for part in _FOUR_PARTS:
        for letters, meaning in _ABBREVIATIONS.items():
            if " " in meaning:
                joint = meaning.replace(" ", "")
                for surface in (
                    f"{letters}{part}",
                    f"{letters}_{part}",
                    f"{part}_{letters}",
                    f"{joint}{part}",
                ):
                    yield surface, f"{meaning} {part}"
    for part in PARTS:
        if part.count(" ") == 1:
            for joint in ("", "_", "-"):
                yield part.replace(" ", joint), part
            yield f"left{part.replace(' ', '')}", f"left {part}"
            yield f"right{part.replace(' ', '')}", f"right {part}"
        for side in ("left", "right"):
            yield f"{side}_{part.replace(' ', '_')}", f"{side} {part}"
        for template in rng.sample(_NUMBERED, 4):
            number = rng.randint(1, 99)
            yield template.format(part, number), f"{part} {number}"
        number = rng.randint(1, 99)
        yield f"keypoint {number} of {part}", f"keypoint {number} of {part}"
    for number in range(1, 121):
        for word, meaning in _POINT_WORDS.items():
            for joint in ("", " ", "_"):
                yield f"{word}{joint}{number}", f"{meaning} {number}"
        yield str(number), f"keypoint {number}"


_NUMBERED = ("{} {}", "{}{}", "{}_{}", "{} point {}", "{} no. {}", "{} #{}", "{} ({})")
_POINT_WORDS = {
    "keypoint": "keypoint",
    "kp": "keypoint",
    "kpt": "keypoint",
    "p": "point",
    "pt": "point",
    "point": "point",
    "landmark": "landmark",
    "lm": "landmark",
    "joint": "joint",
    "marker": "marker",
}


def mirrored(text: str) -> str:
    """The text with the words left and right exchanged."""
    swap = {"left": "right", "right": "left", "leftmost": "rightmost", "rightmost": "leftmost"}
    return re.sub(r"\b(left|right)(most)?\b", lambda match: swap[match.group()], text)

"""Fresh models around DINOv3 weights in every form people have them."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file, save_file
from torch import Tensor
from torch.nn import functional as F

from gkdt_core.errors import ModelFileError
from gkdt_core.weights import load_model, save_model
from gkdt_core.weights.create import ENCODERS, create_model, encoder_sizes
from gkdt_core.weights.encoder_files import DinoV3Sizes, read_encoder
from tests.gkdt_core.weights.encoder_folders import (
    CONVNEXT,
    GATED,
    VIT,
    authors_convnext,
    authors_vit,
    folder,
    network,
    patch_map,
)
from tests.gkdt_core.weights.tiny_models import official_state, tiny_network

KINDS: dict[str, DinoV3Sizes] = {"vit": VIT, "gated": GATED, "convnext": CONVNEXT}


@pytest.fixture(scope="module")
def text(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tiny model whose text side is taken: 16 text channels."""
    return save_model(tiny_network(), tmp_path_factory.mktemp("text") / "tiny-text", dtype=torch.float32)


def pixels(size: int = 96) -> Tensor:
    return torch.randn(2, 3, size, size, generator=torch.Generator().manual_seed(size))


def authors_state(model: Any, kind: str) -> dict[str, Tensor]:
    return authors_convnext(model) if kind == "convnext" else authors_vit(model, gated=kind == "gated")


def assert_same_features(directory: Path, model: Any) -> None:
    expected = patch_map(model, pixels())
    if expected.shape[-1] == 3:  # ConvNeXt, stride 32
        expected = F.interpolate(expected, scale_factor=2, mode="bilinear", align_corners=False)
    with torch.inference_mode():
        found = load_model(directory).model.encode_image(pixels())
    assert found.shape == (2, expected.shape[1], 6, 6)
    assert (found - expected).abs().max() <= 1e-5


def create(out: Path, kind: str, weights: Path | None, text: Path, **options: Any) -> Path:
    made = create_model(out, encoder=KINDS[kind], encoder_weights=weights, text_from=text, **options)
    return made.directory


@pytest.mark.parametrize("kind", KINDS)
def test_a_folder_of_transformers_gives_its_features(kind: str, tmp_path: Path, text: Path) -> None:
    model = network(KINDS[kind])
    given = folder(model, tmp_path / "given")
    assert_same_features(create(tmp_path / "made", kind, given, text), model)


@pytest.mark.parametrize("kind", KINDS)
def test_shards_with_an_index_give_the_same(kind: str, tmp_path: Path, text: Path) -> None:
    model = network(KINDS[kind])
    given = folder(model, tmp_path / "given", max_shard_size="60KB")
    assert len(list(given.glob("*.safetensors"))) > 1
    assert_same_features(create(tmp_path / "made", kind, given, text), model)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("prefix", ["", "backbone."])
@pytest.mark.parametrize("version", [4, 5])
def test_names_of_both_versions_and_with_a_prefix_are_read(
    kind: str, prefix: str, version: int, tmp_path: Path, text: Path
) -> None:
    model = network(KINDS[kind])
    state = {re.sub(r"^model\.", "", key): tensor for key, tensor in model.state_dict().items()}
    if version == 5:
        state = {re.sub(r"^(layer|stages)\.", r"model.\1.", key): t for key, t in state.items()}
    save_file({prefix + key: tensor for key, tensor in state.items()}, tmp_path / "given.safetensors")
    made = create(tmp_path / "made", kind, tmp_path / "given.safetensors", text)
    assert_same_features(made, model)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("below", ["", "model", "teacher"])
def test_the_authors_file_gives_the_same(kind: str, below: str, tmp_path: Path, text: Path) -> None:
    model = network(KINDS[kind])
    state: dict[str, Any] = authors_state(model, kind)
    torch.save({below: state} if below else state, tmp_path / "given.pth")
    assert_same_features(create(tmp_path / "made", kind, tmp_path / "given.pth", text), model)


def test_weights_beside_the_encoder_are_left_out_and_named(tmp_path: Path, text: Path) -> None:
    state = {f"backbone.{key}": t for key, t in network(VIT).state_dict().items()}
    save_file({**state, "head.weight": torch.zeros(2, 2)}, tmp_path / "given.safetensors")
    made = create_model(
        tmp_path / "made", encoder=VIT, encoder_weights=tmp_path / "given.safetensors", text_from=text
    )
    assert made.left_out == ("head.weight",)


def test_an_export_without_the_mask_token_is_complete(tmp_path: Path, text: Path) -> None:
    model = network(VIT)
    state = {key: t for key, t in model.state_dict().items() if not key.endswith("mask_token")}
    save_file(state, tmp_path / "given.safetensors")
    assert_same_features(create(tmp_path / "made", "vit", tmp_path / "given.safetensors", text), model)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("kernel_size", [1, 3, 5])
@pytest.mark.parametrize("upsampling", ["bilinear", "deconv"])
def test_every_head_gives_heatmaps(
    kind: str, kernel_size: int, upsampling: Any, tmp_path: Path, text: Path
) -> None:
    directory = create(
        tmp_path / "made",
        kind,
        None,
        text,
        random_encoder=True,
        kernel_size=kernel_size,
        upsampling=upsampling,
        input_size=96,
    )
    model = load_model(directory).model
    assert model.config.pad_slots == 0
    with torch.inference_mode():
        features = model.encode_image(pixels())
        visual, valid = model.visual_prototypes(features, torch.zeros(2, 3, 2), torch.ones(2, 3))
        words = model.encode_text(torch.tensor([[1, 5, 6, 299] + [0] * 12] * 3))
        maps = model.detect(features, words, None, visual, valid).fused
    assert maps.shape == (2, 3, 24, 24)
    assert maps.isfinite().all()


def test_the_text_side_is_that_of_its_source(tmp_path: Path, text: Path) -> None:
    ids = torch.tensor([[1, 5, 6, 299] + [0] * 12])
    source = load_model(text).model
    made = load_model(create(tmp_path / "made", "vit", None, text, random_encoder=True)).model
    with torch.inference_mode():
        expected = source.text_anet(source.dinov3_text_encoder(ids), ids)
        found = made.text_anet(made.dinov3_text_encoder(ids), ids)
    assert torch.equal(found, expected)
    assert made.config.text_projected
    assert made.encode_text(ids).shape == (1, 128)


def test_the_text_side_of_an_official_file_comes_with_its_terms(tmp_path: Path) -> None:
    state = official_state()
    torch.save({"model": state}, tmp_path / "tiny.best")
    directory = create(tmp_path / "made", "vit", None, tmp_path / "tiny.best", random_encoder=True)
    made = load_model(directory)
    key = "dinov3_text_encoder.backbone.positional_embedding"
    assert torch.equal(made.model.state_dict()[key], state[key])
    assert made.source.licence
    assert made.source.licence in (directory / "MODEL_CARD.md").read_text(encoding="utf-8")


def test_text_vectors_as_wide_as_the_image_need_no_projection(tmp_path: Path) -> None:
    torch.save({"model": official_state()}, tmp_path / "tiny.best")  # 48 text channels
    made = create_model(
        tmp_path / "made",
        encoder=type(CONVNEXT)(channels=48, depth=1),
        encoder_weights=None,
        random_encoder=True,
        text_from=tmp_path / "tiny.best",
    )
    assert not made.config.text_projected
    assert load_model(made.directory).model.t2i_projector is None


def test_the_seed_alone_decides_what_is_new(tmp_path: Path, text: Path) -> None:
    given = folder(network(VIT), tmp_path / "given")
    states = []
    for name, seed in (("a", 3), ("b", 3), ("c", 4)):
        torch.manual_seed(len(name) + seed * 100)
        before = torch.random.get_rng_state()
        directory = create(tmp_path / name, "vit", given, text, seed=seed)
        assert torch.equal(torch.random.get_rng_state(), before)
        states.append(load_file(directory / "model.safetensors"))
    differing = {key for key in states[0] if not torch.equal(states[0][key], states[2][key])}
    assert all(torch.equal(states[0][key], states[1][key]) for key in states[0])
    assert {key.partition(".")[0] for key in differing} == {"kg_transformer", "t2i_projector"}


def test_without_weights_nothing_is_made_up(tmp_path: Path, text: Path) -> None:
    with pytest.raises(ModelFileError, match="pretrained weights of its image encoder") as caught:
        create_model(tmp_path / "made", encoder="vits16", encoder_weights=None, text_from=text)
    assert "--encoder-weights" in caught.value.hint
    assert "dinov3-vits16-pretrain-lvd1689m" in caught.value.hint
    assert not (tmp_path / "made").exists()


def test_weights_and_random_numbers_together_are_refused(tmp_path: Path, text: Path) -> None:
    given = folder(network(VIT), tmp_path / "given")
    with pytest.raises(ModelFileError, match="Both weights and random numbers"):
        create(tmp_path / "made", "vit", given, text, random_encoder=True)


def test_the_wrong_encoder_names_both_sizes_and_the_right_one(tmp_path: Path, text: Path) -> None:
    sizes = ENCODERS["dinov3-convnext-tiny"]
    given = folder(network(sizes), tmp_path / "given")
    with pytest.raises(ModelFileError, match=r"27, 3 blocks") as caught:
        create_model(tmp_path / "made", encoder="convnext-small", encoder_weights=given, text_from=text)
    assert "3, 3, 9, 3 blocks" in caught.value.message
    assert "--encoder dinov3-convnext-tiny" in caught.value.hint
    with pytest.raises(ModelFileError, match=r"a ConvNeXt with 768 channels.* 12 blocks"):
        create_model(tmp_path / "made", encoder="dinov3-vitb16", encoder_weights=given, text_from=text)
    assert not (tmp_path / "made").exists()


def test_weights_of_no_public_size_say_so(tmp_path: Path, text: Path) -> None:
    given = folder(network(GATED), tmp_path / "given")
    with pytest.raises(ModelFileError, match="128 channels, 2 blocks, 2 heads and SwiGLU") as caught:
        create_model(tmp_path / "made", encoder="vits16plus", encoder_weights=given, text_from=text)
    assert "none of" in caught.value.hint


def test_an_unknown_name_lists_the_known_ones() -> None:
    with pytest.raises(ModelFileError, match="vit7b16") as caught:
        encoder_sizes("vit7b16")
    assert "dinov3-vith16plus" in caught.value.hint
    assert encoder_sizes("vitl16") is encoder_sizes("dinov3-vitl16")


@pytest.mark.parametrize("kind", KINDS)
def test_missing_and_unknown_weights_are_named(kind: str, tmp_path: Path) -> None:
    state = {re.sub(r"^model\.", "", key): t for key, t in network(KINDS[kind]).state_dict().items()}
    first = next(key for key in state if key.endswith("1.bias"))
    save_file({k: t for k, t in state.items() if k != first}, tmp_path / "less.safetensors")
    with pytest.raises(ModelFileError, match=f'lacks "{re.escape(first)}"'):
        read_encoder(tmp_path / "less.safetensors")
    save_file({**state, "extra.weight": torch.zeros(1)}, tmp_path / "more.safetensors")
    with pytest.raises(ModelFileError, match=r'unknown "extra\.weight"'):
        read_encoder(tmp_path / "more.safetensors")
    wrong = {
        key: t[:-1].clone() if key == "norm.bias" or key == "layer_norm.bias" else t
        for key, t in state.items()
    }
    save_file(wrong, tmp_path / "wrong.safetensors")
    with pytest.raises(ModelFileError, match=r"\"norm.bias\" of shape"):
        read_encoder(tmp_path / "wrong.safetensors")


@pytest.mark.parametrize("kind", KINDS)
def test_unknown_weights_of_the_authors_form_are_named(kind: str, tmp_path: Path) -> None:
    state = authors_state(network(KINDS[kind]), kind)
    torch.save({**state, "pos_embed": torch.zeros(1)}, tmp_path / "given.pth")
    with pytest.raises(ModelFileError, match="pos_embed"):
        read_encoder(tmp_path / "given.pth")


def test_a_pickle_that_would_run_code_is_not_opened(tmp_path: Path) -> None:
    class Evil:
        def __reduce__(self) -> tuple[Any, tuple[str]]:
            return os.system, (f"touch {tmp_path / 'ran'}",)

    torch.save({"model": Evil()}, tmp_path / "evil.pth")
    with pytest.raises(ModelFileError, match="could run code"):
        read_encoder(tmp_path / "evil.pth")
    assert not (tmp_path / "ran").exists()


def test_a_file_that_claims_more_than_it_holds_is_refused(tmp_path: Path) -> None:
    state = authors_vit(network(VIT))
    state["patch_embed.proj.weight"] = torch.zeros(1).expand(1 << 14, 3, 512, 512)
    torch.save(state, tmp_path / "bomb.pth")
    with pytest.raises(ModelFileError, match="more weights than the file"):
        read_encoder(tmp_path / "bomb.pth")


@pytest.mark.parametrize("name", ["given.pth", "given/model.safetensors"])
def test_a_file_that_was_cut_off_is_refused(name: str, tmp_path: Path) -> None:
    model = network(VIT)
    folder(model, tmp_path / "given")
    torch.save(authors_vit(model), tmp_path / "given.pth")
    content = (tmp_path / name).read_bytes()
    (tmp_path / name).write_bytes(content[: len(content) // 2])
    with pytest.raises(ModelFileError, match="complete"):
        read_encoder(tmp_path / name)


def test_shards_cannot_point_outside_their_folder(tmp_path: Path) -> None:
    given = folder(network(VIT), tmp_path / "given", max_shard_size="60KB")
    save_file({"norm.weight": torch.ones(128)}, tmp_path / "outside.safetensors")
    index = given / "model.safetensors.index.json"
    values = json.loads(index.read_text())
    values["weight_map"]["norm.weight"] = "../outside.safetensors"
    index.write_text(json.dumps(values))
    with pytest.raises(ModelFileError, match="no weights file beside it"):
        read_encoder(given)


def test_a_missing_shard_is_named(tmp_path: Path) -> None:
    given = folder(network(VIT), tmp_path / "given", max_shard_size="60KB")
    gone = sorted(given.glob("*.safetensors"))[-1]
    gone.unlink()
    with pytest.raises(ModelFileError, match=re.escape(gone.name)):
        read_encoder(given)


@pytest.mark.parametrize(
    ("setting", "value", "match"),
    [
        ("model_type", "dinov2", "dinov2"),
        ("hidden_act", "relu", "hidden_act"),
        ("num_attention_heads", 4, "settings"),
        ("num_attention_heads", 0, "cannot be shared"),
        ("num_attention_heads", "many", "no encoder can have"),
        ("rope_theta", 10.0, "settings"),
        ("layer_norm_eps", 1e-3, "settings"),
    ],
)
def test_settings_of_another_network_are_refused(
    setting: str, value: object, match: str, tmp_path: Path, text: Path
) -> None:
    given = folder(network(VIT), tmp_path / "given")
    values = json.loads((given / "config.json").read_text())
    (given / "config.json").write_text(json.dumps({**values, setting: value}))
    with pytest.raises(ModelFileError, match=match):
        create(tmp_path / "made", "vit", given, text)


@pytest.mark.parametrize("content", ["{", "[]", '{"a": ' * 5000])
def test_a_broken_config_is_refused(content: str, tmp_path: Path) -> None:
    given = folder(network(VIT), tmp_path / "given")
    (given / "config.json").write_text(content)
    with pytest.raises(ModelFileError, match=r"config.json"):
        read_encoder(given)


def test_what_is_no_encoder_is_refused(tmp_path: Path) -> None:
    save_file({"a": torch.zeros(1)}, tmp_path / "other.safetensors")
    (tmp_path / "notes.txt").write_text("hello")
    (tmp_path / "empty").mkdir()
    for name, match in (
        ("other.safetensors", "no DINOv3 encoder"),
        ("notes.txt", "not a kind of file"),
        ("empty", "neither model.safetensors"),
        ("absent", "no file or folder"),
    ):
        with pytest.raises(ModelFileError, match=match):
            read_encoder(tmp_path / name)


def test_two_encoders_in_one_file_are_refused(tmp_path: Path) -> None:
    state = network(VIT).state_dict()
    both = {f"{part}.{key}": t.clone() for part in ("student", "teacher") for key, t in state.items()}
    save_file(both, tmp_path / "both.safetensors")
    with pytest.raises(ModelFileError, match="several encoders"):
        read_encoder(tmp_path / "both.safetensors")


def test_weights_that_are_not_numbers_are_refused_and_leave_nothing(tmp_path: Path, text: Path) -> None:
    model = network(VIT)
    model.norm.weight.data[3] = float("nan")
    given = folder(model, tmp_path / "given")
    with pytest.raises(ModelFileError, match="not finite"):
        create(tmp_path / "made", "vit", given, text)
    assert not (tmp_path / "made").exists()


def test_a_model_that_is_there_is_not_replaced(tmp_path: Path, text: Path) -> None:
    given = folder(network(VIT), tmp_path / "given")
    directory = create(tmp_path / "made", "vit", given, text)
    before = (directory / "model.safetensors").read_bytes()
    with pytest.raises(ModelFileError, match="holds a model already"):
        create(tmp_path / "made", "vit", given, text, seed=1)
    assert (directory / "model.safetensors").read_bytes() == before


def test_the_card_says_what_is_new_and_under_which_terms(tmp_path: Path, text: Path) -> None:
    given = folder(network(VIT), tmp_path / "given")
    directory = create(tmp_path / "made", "vit", given, text, kernel_size=3, input_size=192, seed=7)
    card = (directory / "MODEL_CARD.md").read_text(encoding="utf-8")
    for words in ("not yet trained", "given", "tiny-text", "seed 7", "3 x 3", "192 x 192", "DINOv3 License"):
        assert words in card
    assert "DINOv3 License" in load_model(directory).source.licence


def test_the_input_size_is_checked(tmp_path: Path, text: Path) -> None:
    with pytest.raises(ModelFileError, match="multiple of 16"):
        create(tmp_path / "made", "vit", None, text, random_encoder=True, input_size=100)
    directory = create(tmp_path / "made", "convnext", None, text, random_encoder=True, input_size=240)
    assert load_model(directory).model.config.heatmap_size == 60


def test_half_precision_halves_the_file(tmp_path: Path, text: Path) -> None:
    given = folder(network(VIT), tmp_path / "given")
    large = create(tmp_path / "large", "vit", given, text)
    small = create(tmp_path / "small", "vit", given, text, dtype=torch.float16)
    sizes = [(path / "model.safetensors").stat().st_size for path in (large, small)]
    assert 0.45 < sizes[1] / sizes[0] < 0.55

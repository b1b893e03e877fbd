"""Official checkpoints: every size from the shapes, nothing run, everything wrong named."""

from __future__ import annotations

import copy
import os
import pickle
import zipfile
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import Tensor

from gkdt_core.errors import ModelFileError
from gkdt_core.model.dinov3 import DinoV3Config, DinoV3Encoder
from gkdt_core.weights import load_model
from gkdt_core.weights.library import convert
from gkdt_core.weights.official import read_official
from tests.gkdt_core.weights.tiny_models import official_state

QKV = "dinov3_visual_encoder.blocks.0.attn.qkv"


def write_checkpoint(path: Path, state: Any) -> Path:
    torch.save({"model": state, "optimizer": {"state": {}}, "epoch": 3}, path)
    return path


@pytest.fixture
def state() -> dict[str, Tensor]:
    return official_state()


def test_every_size_is_read_off_the_shapes(tmp_path: Path, state: dict[str, Tensor]) -> None:
    read = read_official(write_checkpoint(tmp_path / "tiny.best", state))
    config, weights = read.config, read.weights
    assert config.image_encoder == DinoV3Config(channels=64, depth=1, heads=1, mlp_width=128)
    assert (config.text_encoder.width, config.text_encoder.layers, config.text_encoder.vocab_size) == (
        64,
        1,
        50,
    )
    assert (config.text_adapter.input_dim, config.text_adapter.width, config.text_adapter.hidden) == (
        96,
        64,
        256,
    )
    assert (config.channels, config.kernel_size, config.kg_blocks, config.kg_ffn_width) == (64, 3, 1, 80)
    assert config.text_projected
    assert config.pad_slots == 80
    assert not any(key.startswith("dinov3_visual_encoder.") for key in weights)


def test_a_gated_encoder_is_recognised_with_its_gate_first(tmp_path: Path) -> None:
    state = official_state(channels=128, gated=True)
    read = read_official(write_checkpoint(tmp_path / "gated.best", state))
    config, weights = read.config, read.weights
    assert isinstance(config.image_encoder, DinoV3Config)
    assert config.image_encoder.gated_mlp
    assert (config.image_encoder.mlp_width, config.image_encoder.heads) == (96, 2)
    block = "dinov3_visual_encoder.blocks.0.mlp"
    for theirs, ours in (("w1", "gate_proj"), ("w2", "up_proj"), ("w3", "down_proj")):
        assert torch.equal(
            weights[f"image_encoder.layer.0.mlp.{ours}.weight"], state[f"{block}.{theirs}.weight"]
        )


def test_the_key_bias_is_masked_away_whatever_it_holds(tmp_path: Path, state: dict[str, Tensor]) -> None:
    state[f"{QKV}.bias"][64:128] = float("nan")
    loaded = load_model(write_checkpoint(tmp_path / "tiny.best", state))
    encoder = loaded.model.image_encoder
    assert torch.isfinite(encoder(torch.zeros(1, 3, 32, 32))).all()


def test_a_key_bias_that_is_not_masked_is_refused(tmp_path: Path, state: dict[str, Tensor]) -> None:
    del state[f"{QKV}.bias_mask"]
    with pytest.raises(ModelFileError, match="key bias"):
        load_model(write_checkpoint(tmp_path / "tiny.best", state))


def test_the_packed_projection_is_split_into_query_key_and_value(
    tmp_path: Path, state: dict[str, Tensor]
) -> None:
    weights = read_official(write_checkpoint(tmp_path / "tiny.best", state)).weights
    parts = [weights[f"image_encoder.layer.0.attention.{name}_proj.weight"] for name in "qkv"]
    assert torch.equal(torch.cat(parts), state[f"{QKV}.weight"])


def test_rounded_rope_periods_of_the_file_are_used_and_kept(tmp_path: Path, state: dict[str, Tensor]) -> None:
    key = "dinov3_visual_encoder.rope_embed.periods"
    state[key] = state[key].to(torch.bfloat16).float()
    model = load_model(write_checkpoint(tmp_path / "tiny.best", state)).model
    assert isinstance(model.image_encoder, DinoV3Encoder)
    assert torch.equal(model.image_encoder.rope.inv_freq, 1 / state[key])
    model.half()
    assert torch.equal(model.image_encoder.rope.inv_freq, 1 / state[key])
    converted = convert(tmp_path / "tiny.best", tmp_path / "tiny", dtype="fp16")
    encoder = load_model(converted.directory).model.image_encoder
    assert isinstance(encoder, DinoV3Encoder)
    assert torch.equal(encoder.rope.inv_freq, 1 / state[key])


def test_rope_periods_of_another_base_are_refused(tmp_path: Path, state: dict[str, Tensor]) -> None:
    state["dinov3_visual_encoder.rope_embed.periods"] *= 2
    with pytest.raises(ModelFileError, match="base 100"):
        load_model(write_checkpoint(tmp_path / "tiny.best", state))


def test_a_checkpoint_loads_with_its_own_name_and_a_digest_of_its_weights(
    tmp_path: Path, state: dict[str, Tensor]
) -> None:
    first = load_model(write_checkpoint(tmp_path / "GKDT-T.best", state))
    assert first.name == "GKDT-T"
    assert first.directory is None
    again = load_model(write_checkpoint(tmp_path / "copy.best", dict(reversed(state.items()))))
    assert again.digest == first.digest
    state["text_anet.ln.bias"][0] += 1
    assert load_model(write_checkpoint(tmp_path / "other.best", state)).digest != first.digest


def test_the_converted_directory_computes_what_the_checkpoint_does(
    tmp_path: Path, state: dict[str, Tensor]
) -> None:
    path = write_checkpoint(tmp_path / "tiny.best", state)
    original = load_model(path).model
    exact = load_model(convert(path, tmp_path / "exact").directory).model
    half = load_model(convert(path, tmp_path / "half", dtype="fp16").directory).model
    pixels = torch.randn(1, 3, 384, 384, generator=torch.Generator().manual_seed(1))
    ids = torch.tensor([[40, 3, 4, 49] + [0] * 73])
    with torch.inference_mode():
        for other, tolerance in ((exact, 0.0), (half, 5e-3)):
            torch.testing.assert_close(
                other.encode_image(pixels), original.encode_image(pixels), rtol=0, atol=tolerance
            )
            torch.testing.assert_close(
                other.encode_text(ids), original.encode_text(ids), rtol=0, atol=tolerance
            )
    assert "licence" in (tmp_path / "half" / "MODEL_CARD.md").read_text()


@pytest.mark.parametrize(
    ("key", "named"),
    [
        ("kg_transformer.final_norm.weight", "kg_transformer.final_norm.weight"),
        ("dinov3_text_encoder.backbone.positional_embedding", "positional_embedding"),
        ("dinov3_visual_encoder.cls_token", "embeddings.cls_token"),
        ("text_anet.proj", "text_anet.proj"),
    ],
)
def test_a_missing_weight_is_named(tmp_path: Path, state: dict[str, Tensor], key: str, named: str) -> None:
    del state[key]
    with pytest.raises(ModelFileError, match=named):
        load_model(write_checkpoint(tmp_path / "tiny.best", state))


@pytest.mark.parametrize(
    "key",
    ["dinov3_visual_encoder.head.weight", "dinov3_visual_encoder.blocks.0.mlp.fc9.weight",
     "kg_transformer.blocks.0.norm9.weight"],
)  # fmt: skip
def test_an_unknown_weight_inside_a_known_part_is_refused_by_name(
    tmp_path: Path, state: dict[str, Tensor], key: str
) -> None:
    state[key] = torch.zeros(3)
    with pytest.raises(ModelFileError, match=key):
        load_model(write_checkpoint(tmp_path / "tiny.best", state))


def test_a_weight_of_a_wrong_shape_is_named_with_both_shapes(
    tmp_path: Path, state: dict[str, Tensor]
) -> None:
    state["kg_transformer.final_norm.weight"] = torch.ones(63)
    with pytest.raises(ModelFileError, match=r"final_norm.weight.*\(63,\).*\(64,\)"):
        load_model(write_checkpoint(tmp_path / "tiny.best", state))


def test_a_gap_in_the_blocks_is_named(tmp_path: Path, state: dict[str, Tensor]) -> None:
    moved = {key.replace("kg_transformer.blocks.0", "kg_transformer.blocks.1"): t for key, t in state.items()}
    with pytest.raises(ModelFileError, match=r"kg_transformer\.blocks"):
        load_model(write_checkpoint(tmp_path / "tiny.best", moved))


def test_weights_that_are_not_finite_are_refused(tmp_path: Path, state: dict[str, Tensor]) -> None:
    state["text_anet.proj"][2, 3] = float("inf")
    with pytest.raises(ModelFileError, match=r"text_anet\.proj.*not finite"):
        load_model(write_checkpoint(tmp_path / "tiny.best", state))
    with pytest.raises(ModelFileError, match=r"text_anet\.proj.*not finite"):
        convert(tmp_path / "tiny.best", tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_values_too_large_for_half_precision_are_refused_with_the_remedy(
    tmp_path: Path, state: dict[str, Tensor]
) -> None:
    state["text_anet.proj"][2, 3] = 1e6
    path = write_checkpoint(tmp_path / "tiny.best", state)
    with pytest.raises(ModelFileError, match="float32"):
        convert(path, tmp_path / "out", dtype="fp16")
    exact = load_model(convert(path, tmp_path / "out").directory)
    assert exact.model.text_anet.proj[2, 3] == 1e6


class Marker:
    """Unpickled carelessly, this makes a folder: what a hostile file would do with anything."""

    def __init__(self, path: Path) -> None:
        self._path = str(path)

    def __reduce__(self) -> tuple[Any, ...]:
        return os.mkdir, (self._path,)


def test_the_marker_of_these_tests_works_when_unpickled_carelessly(tmp_path: Path) -> None:
    pickle.loads(pickle.dumps(Marker(tmp_path / "ran")))
    assert (tmp_path / "ran").is_dir()


@pytest.mark.parametrize("form", ["checkpoint", "beside the weights", "bare pickle", "legacy"])
def test_a_pickle_that_would_run_code_is_refused_and_does_not_run(
    tmp_path: Path, state: dict[str, Tensor], form: str
) -> None:
    marker, path = tmp_path / "ran", tmp_path / "evil.best"
    if form == "checkpoint":
        torch.save({"model": Marker(marker)}, path)
    elif form == "beside the weights":
        torch.save({"model": state, "optimizer": Marker(marker)}, path)
    elif form == "bare pickle":
        path.write_bytes(pickle.dumps(Marker(marker)))
    else:
        torch.save({"model": Marker(marker)}, path, _use_new_zipfile_serialization=False)
    for use in (load_model, lambda file: convert(file, tmp_path / "out")):
        with pytest.raises(ModelFileError) as caught:
            use(path)
        assert "evil.best" in caught.value.message
        assert caught.value.hint
    assert not marker.exists()


def test_a_truncated_checkpoint_is_refused_at_any_length(tmp_path: Path, state: dict[str, Tensor]) -> None:
    content = write_checkpoint(tmp_path / "whole.best", state).read_bytes()
    path = tmp_path / "cut.best"
    for length in (0, 1, 100, len(content) // 2, len(content) - 100, len(content) - 1):
        path.write_bytes(content[:length])
        with pytest.raises(ModelFileError, match=r"cut\.best"):
            load_model(path)


@pytest.mark.parametrize(
    "content", [b"", b"not a model", b"PK\x03\x04 nearly a zip", b"\x89PNG\r\n\x1a\n" * 50]
)
def test_a_foreign_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "foreign.best"
    path.write_bytes(content)
    with pytest.raises(ModelFileError, match=r"foreign\.best"):
        load_model(path)


def test_a_zip_without_a_pickle_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "other.best", "w") as archive:
        archive.writestr("hello.txt", "hello")
    with pytest.raises(ModelFileError, match=r"other\.best"):
        load_model(tmp_path / "other.best")


def test_a_compressed_archive_is_refused_before_it_unfolds(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bomb.best", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb/data.pkl", b"\0" * 10_000_000)
    with pytest.raises(ModelFileError, match="compressed"):
        load_model(tmp_path / "bomb.best")


@pytest.mark.parametrize(
    "content",
    [{}, {"model": {}}, {"state_dict": {"a": torch.zeros(1)}}, [1, 2], torch.zeros(3), {"model": {"a": 1}},
     {"model": {3: torch.zeros(1)}}, {"model": {"a": torch.zeros(2, 2).to_sparse()}}],
)  # fmt: skip
def test_a_torch_file_that_is_no_gkdt_checkpoint_is_refused(tmp_path: Path, content: Any) -> None:
    torch.save(content, tmp_path / "other.pt")
    with pytest.raises(ModelFileError, match=r"other\.pt"):
        load_model(tmp_path / "other.pt")


def test_a_small_tensor_posing_as_a_huge_one_is_refused(tmp_path: Path, state: dict[str, Tensor]) -> None:
    state["dinov3_text_encoder.backbone.token_embedding.weight"] = torch.zeros(1).expand(10**9, 64)
    with pytest.raises(ModelFileError, match="more weights than the file has room for"):
        load_model(write_checkpoint(tmp_path / "huge.best", state))


def test_an_encoder_survives_a_copy_and_a_state_dict_round_trip() -> None:
    config = DinoV3Config(channels=64, depth=1, heads=1, mlp_width=64)
    encoder = DinoV3Encoder(config).eval()
    twin = copy.deepcopy(encoder)
    other = DinoV3Encoder(config).eval()
    other.load_state_dict(encoder.state_dict())
    pixels = torch.randn(1, 3, 64, 48, generator=torch.Generator().manual_seed(2))
    with torch.inference_mode():
        expected = encoder(pixels)
        assert expected.shape == (1, 64, 4, 3)
        assert torch.equal(twin(pixels), expected)
        assert torch.equal(other(pixels), expected)

"""Model directories: what is written comes back, and a file that lies is refused before it costs anything."""

from __future__ import annotations

import dataclasses
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file, save_file
from torch import Tensor

from gkdt_core.errors import ModelFileError
from gkdt_core.model.config import GkdtConfig
from gkdt_core.model.gkdt import Gkdt
from gkdt_core.weights import load_model, save_model
from tests.gkdt_core.weights.tiny_models import tiny_config, tiny_network


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_model(tiny_network(), tmp_path_factory.mktemp("models") / "tiny", card="# Tiny\n")


@pytest.fixture
def directory(saved: Path, tmp_path: Path) -> Path:
    """A copy of the saved model to spoil."""
    shutil.copytree(saved, tmp_path / "tiny")
    return tmp_path / "tiny"


def change_config(directory: Path, change: Callable[[dict[str, Any]], None]) -> None:
    path = directory / "config.json"
    values = json.loads(path.read_text())
    change(values)
    path.write_text(json.dumps(values))


def change_weights(directory: Path, change: Callable[[dict[str, Tensor]], None]) -> None:
    path = directory / "model.safetensors"
    weights = load_file(path)
    change(weights)
    save_file(weights, path)


def test_a_saved_model_comes_back_with_the_same_sizes_and_nearly_the_same_numbers(saved: Path) -> None:
    network, loaded = tiny_network(), load_model(saved)
    assert loaded.model.config == network.config
    assert not loaded.model.training
    assert (loaded.name, loaded.directory) == ("tiny", saved)
    assert (saved / "MODEL_CARD.md").read_text() == "# Tiny\n"
    for key, tensor in network.state_dict().items():
        restored = loaded.model.state_dict()[key]
        assert restored.dtype == torch.float32
        torch.testing.assert_close(restored, tensor, rtol=1e-3, atol=1e-6)


def test_matrices_are_stored_in_half_precision_and_vectors_in_single(saved: Path) -> None:
    for key, tensor in load_file(saved / "model.safetensors").items():
        assert tensor.dtype == (torch.float16 if tensor.ndim > 1 else torch.float32), key


def test_single_precision_comes_back_bit_for_bit(tmp_path: Path) -> None:
    network = tiny_network()
    loaded = load_model(save_model(network, tmp_path / "exact", dtype=torch.float32))
    for key, tensor in network.state_dict().items():
        assert torch.equal(loaded.model.state_dict()[key], tensor), key


def test_a_model_can_be_loaded_to_compute_in_half_precision(saved: Path) -> None:
    network = load_model(saved, dtype=torch.float16).model
    assert {parameter.dtype for parameter in network.parameters()} == {torch.float16}


def test_the_digest_stays_with_the_content_and_not_with_place_or_layout(saved: Path, directory: Path) -> None:
    digest = load_model(saved).digest
    assert len(digest) == 64
    moved = directory.rename(directory.with_name("renamed"))
    (moved / "config.json").write_text(json.dumps(json.loads((moved / "config.json").read_text()), indent=7))
    assert load_model(moved).digest == digest
    again = save_model(load_model(saved).model, moved.with_name("again"))
    assert load_model(again).digest == digest


def test_the_digest_follows_weights_configuration_and_calibration(directory: Path) -> None:
    digests = {load_model(directory).digest}
    change_weights(directory, lambda weights: weights["kg_transformer.mask_token"].add_(1))
    digests.add(load_model(directory).digest)
    change_config(directory, lambda values: values["network"].update(pad_slots=80))
    digests.add(load_model(directory).digest)
    change_config(directory, lambda values: values.update(calibration=[[0, 0], [1, 1]]))
    digests.add(load_model(directory).digest)
    assert len(digests) == 4


def test_calibration_knots_come_back_as_numbers(tmp_path: Path) -> None:
    path = save_model(tiny_network(), tmp_path / "m", calibration=[(0.2, 0.0), (0.5, 0.75), (1, 1)])
    assert load_model(path).calibration == ((0.2, 0.0), (0.5, 0.75), (1.0, 1.0))


def test_without_calibration_there_are_no_knots(saved: Path) -> None:
    assert load_model(saved).calibration == ()


@pytest.mark.parametrize(
    "knots",
    [[], [[0.1, 0.2]], [[0.1, 0.2], [0.1, 0.3]], [[0.1, 0.2], [0.4, 1.3]], [[0.1, 0.2], [0.4]], "none", 3,
     [[0.1, 0.2], [None, 1]], {"a": 1}, [[0, 0], [10**400, 1]]],
)  # fmt: skip
def test_calibration_that_is_none_is_refused(directory: Path, knots: Any) -> None:
    change_config(directory, lambda values: values.update(calibration=knots))
    with pytest.raises(ModelFileError, match="calibration"):
        load_model(directory)


def test_saving_over_a_model_replaces_it_and_leaves_nothing_behind(directory: Path) -> None:
    before = load_model(directory).digest
    save_model(tiny_network(seed=1), directory)
    assert load_model(directory).digest != before
    assert sorted(path.name for path in directory.iterdir()) == [
        "MODEL_CARD.md",
        "config.json",
        "model.safetensors",
    ]


def test_all_files_of_a_model_may_be_read_by_the_same_people(saved: Path) -> None:
    assert len({path.stat().st_mode for path in saved.iterdir()}) == 1


def test_a_model_that_diverged_is_not_written(tmp_path: Path) -> None:
    network = tiny_network()
    with torch.no_grad():
        network.text_anet.proj[0, 0] = float("nan")
    with pytest.raises(ModelFileError, match=r"text_anet\.proj"):
        save_model(network, tmp_path / "bad")
    assert not (tmp_path / "bad").exists()


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(ModelFileError, match="file"):
        save_model(tiny_network(), tmp_path / "file")


@pytest.mark.parametrize("name", ["config.json", "model.safetensors"])
def test_a_directory_that_lacks_a_file_is_refused_with_both_names(directory: Path, name: str) -> None:
    (directory / name).unlink()
    with pytest.raises(ModelFileError, match=r"config\.json and model\.safetensors"):
        load_model(directory)


@pytest.mark.parametrize("name", ["config.json", "model.safetensors"])
@pytest.mark.parametrize("keep", [0, 1, 9, 0.5, -1])
def test_a_truncated_file_is_refused_and_named(directory: Path, name: str, keep: float) -> None:
    path = directory / name
    content = path.read_bytes()
    path.write_bytes(content[: int(keep * len(content)) if keep == 0.5 else int(keep) - (keep == -1)])
    with pytest.raises(ModelFileError, match=name):
        load_model(directory)


@pytest.mark.parametrize(
    "content",
    [b"[]", b"null", b"\xff\xfe", b"{" * 100_000, b'{"format": "gkdt"', b'{"a": ' * 5000, b" " * 3_000_000],
)
def test_a_config_that_is_no_json_object_is_refused(directory: Path, content: bytes) -> None:
    (directory / "config.json").write_bytes(content)
    with pytest.raises(ModelFileError, match=r"tiny/config\.json"):
        load_model(directory)


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (lambda v: v.update(colour="red"), "colour"),
        (lambda v: v["network"].update(colour="red"), "colour"),
        (lambda v: v["network"]["text_encoder"].update(colour="red"), "colour"),
        (lambda v: v["network"]["image_encoder"].update(colour="red"), "colour"),
        (lambda v: v.pop("network"), "network"),
        (lambda v: v.update(network=3), "network"),
        (lambda v: v.update(format="other"), "format"),
        (lambda v: v.pop("format"), "format"),
        (lambda v: v.update(version=2), "version 2"),
        (lambda v: v.pop("version"), "version"),
        (lambda v: v["network"].pop("channels"), "channels"),
        (lambda v: v["network"].pop("image_encoder"), "image_encoder"),
        (lambda v: v["network"]["image_encoder"].update(kind="resnet"), "resnet"),
        (lambda v: v["network"]["image_encoder"].update(variant="lite9"), "lite9"),
        (lambda v: v["network"].update(text_encoder=[1]), "network|configuration"),
        (lambda v: v["network"].update(channels="64"), "configuration"),
        (lambda v: v["network"].update(channels=64.0), "channels"),
        (lambda v: v["network"].update(channels=True), "configuration|channels"),
        (lambda v: v["network"].update(kernel_size=2), "kernel_size"),
        (lambda v: v["network"].update(input_size=0), "input_size"),
        (lambda v: v["network"].update(input_size=8 * 5000), "4096"),
        (lambda v: v["network"].update(sigma=float("nan")), "sigma"),
        (lambda v: v["network"].update(sigma=-1.0), "sigma"),
        (lambda v: v["network"].update(channels=-64), "channels"),
    ],
)
def test_a_config_that_says_what_cannot_be_is_refused_by_name(
    directory: Path, change: Callable[[dict[str, Any]], None], named: str
) -> None:
    change_config(directory, change)
    with pytest.raises(ModelFileError, match=named):
        load_model(directory)


@pytest.mark.parametrize(
    ("part", "name", "value"),
    [
        ("", "channels", 10**12),
        ("", "kg_blocks", 10**9),
        ("", "kg_ffn_width", 2**20),
        ("text_encoder", "layers", 10**7),
        ("text_encoder", "vocab_size", 2**20),
        pytest.param("text_encoder", "hidden", 10**400, id="beyond-float"),
        ("image_encoder", "context_blocks", 10**8),
        ("image_encoder", "channels", 64 * 16_000),
    ],
)
def test_absurd_sizes_are_refused_without_allocating_them(
    directory: Path, part: str, name: str, value: int
) -> None:
    def spoil(values: dict[str, Any]) -> None:
        (values["network"][part] if part else values["network"])[name] = value

    change_config(directory, spoil)
    with pytest.raises(ModelFileError):
        load_model(directory)


@pytest.mark.parametrize(
    "change",
    [
        {"feature_stride": 16},
        {"kg_context_stride": 64},
        {"kg_heads": 3},
        {"text_encoder": {"heads": 5}},
        {"text_adapter": {"heads": 7}},
    ],
)
def test_sizes_that_fit_the_weights_but_not_each_other_are_refused(
    directory: Path, change: dict[str, Any]
) -> None:
    def spoil(values: dict[str, Any]) -> None:
        for name, value in change.items():
            if isinstance(value, dict):
                values["network"][name].update(value)
            else:
                values["network"][name] = value

    change_config(directory, spoil)
    with pytest.raises(ModelFileError):
        load_model(directory)


def test_an_image_encoder_of_other_channels_than_the_rest_is_refused(tmp_path: Path) -> None:
    config = tiny_config()
    wide = dataclasses.replace(config.image_encoder, channels=128)
    network = Gkdt(dataclasses.replace(config, image_encoder=wide))
    directory = save_model(network, tmp_path / "wide")
    with pytest.raises(ModelFileError, match="contradict"):
        load_model(directory)


@pytest.mark.parametrize("value", [10**6, 512])
def test_a_deep_encoder_the_weights_do_not_have_is_refused(tmp_path: Path, saved: Path, value: int) -> None:
    shutil.copytree(saved, tmp_path / "deep")
    encoder = {"kind": "dinov3", "channels": 64, "depth": value, "heads": 1, "mlp_width": 64, "patch": 8}
    change_config(tmp_path / "deep", lambda values: values["network"].update(image_encoder=encoder))
    with pytest.raises(ModelFileError, match="depth"):
        load_model(tmp_path / "deep")


def test_missing_and_unknown_weights_are_named(directory: Path) -> None:
    def swap(weights: dict[str, Tensor]) -> None:
        weights["kg_transformer.stranger"] = weights.pop("kg_transformer.mask_token")

    change_weights(directory, swap)
    with pytest.raises(ModelFileError, match=r"lacks.*mask_token.*unknown.*stranger"):
        load_model(directory)


def test_a_weight_of_a_wrong_shape_is_named(directory: Path) -> None:
    change_weights(directory, lambda weights: weights.update({"text_anet.proj": torch.zeros(2, 3)}))
    with pytest.raises(ModelFileError, match=r"text_anet\.proj.*\(2, 3\)"):
        load_model(directory)


def test_weights_of_a_strange_type_are_refused(directory: Path) -> None:
    def spoil(weights: dict[str, Tensor]) -> None:
        weights["text_anet.proj"] = weights["text_anet.proj"].to(torch.int8)

    change_weights(directory, spoil)
    with pytest.raises(ModelFileError, match=r"text_anet\.proj.*I8"):
        load_model(directory)


def test_weights_that_are_not_finite_are_refused(directory: Path) -> None:
    change_weights(directory, lambda weights: weights["text_anet.proj"].fill_(float("inf")))
    with pytest.raises(ModelFileError, match=r"text_anet\.proj.*not finite"):
        load_model(directory)


def test_a_pickle_in_place_of_the_weights_is_not_opened(directory: Path) -> None:
    torch.save({"a": 1}, directory / "model.safetensors")
    with pytest.raises(ModelFileError, match=r"model\.safetensors"):
        load_model(directory)


def test_every_configuration_survives_its_own_json(saved: Path) -> None:
    config = load_model(saved).model.config
    assert GkdtConfig.from_dict(json.loads(json.dumps(config.to_dict()))) == config

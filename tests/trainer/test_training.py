"""The loop and its commands on a tiny model and a tiny dataset."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
import torch

from app.cli import main
from gkdt_core.errors import Cancelled, TrainingError
from gkdt_core.model.gkdt import Gkdt
from gkdt_core.weights import load_model
from tests.tiny_model import write_tiny_model
from tests.trainer.scenes import write_scenes
from trainer.config import TrainConfig
from trainer.data.augment import AugmentConfig
from trainer.data.dataset import CategoryData, hold_out, load_datasets
from trainer.loop import train
from trainer.megakpt.registry import megakpt
from trainer.run_state import Progress
from trainer.text_prompts import training_text

_GENTLE = AugmentConfig(rotation=10, scale_low=0.9, scale_high=1.1, colour=0, grey=0, blur=0, erase=0)


@pytest.fixture(scope="module")
def scenes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("data") / "badges"
    write_scenes(root, "train", 24, seed=0)
    return write_scenes(root, "test", 8, seed=1)


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_tiny_model(tmp_path_factory.mktemp("models") / "tiny")


def _config(out: Path, steps: int, **changes: object) -> TrainConfig:
    values = {"steps": steps, "episodes_per_step": 1, "views": 4, "freeze_low": False, "augment": _GENTLE}
    return TrainConfig(data=(), out=out, **{**values, **changes})  # type: ignore[arg-type]


def _run(
    start: Path,
    categories: list[CategoryData],
    config: TrainConfig,
    *,
    resume: bool = False,
    stop_at: int = 0,
) -> tuple[Gkdt, list[Progress]]:
    model = load_model(start).model
    events: list[Progress] = []
    steps = 0

    def stop() -> bool:
        nonlocal steps
        steps += 1
        return bool(stop_at and steps > stop_at)

    train(
        model,
        categories,
        config,
        save=lambda trained: None,
        report=events.append,
        resume=resume,
        should_stop=stop,
    )
    return model, events


def test_a_short_run_lowers_the_loss(scenes: Path, start: Path, tmp_path: Path) -> None:
    _, events = _run(start, load_datasets([scenes], "train"), _config(tmp_path / "out", 40))
    losses = [event.values["loss"] for event in events if event.event == "step"]
    assert len(losses) == 4
    assert min(losses[2:]) < losses[0] - 0.15
    assert (tmp_path / "out" / "metrics.csv").read_text().count("\n") == 5


def test_a_stopped_run_resumes_to_the_very_weights_of_an_unbroken_one(
    scenes: Path, start: Path, tmp_path: Path
) -> None:
    categories = load_datasets([scenes], "train")
    unbroken, _ = _run(start, categories, _config(tmp_path / "a", 8))
    with pytest.raises(Cancelled):
        _run(start, categories, _config(tmp_path / "b", 8), stop_at=4)
    resumed, events = _run(start, categories, _config(tmp_path / "b", 8), resume=True)
    assert events[0].values["step"] == 4
    for (name, one), other in zip(unbroken.named_parameters(), resumed.parameters(), strict=True):
        assert torch.equal(other, one), name


def test_a_run_stopped_while_it_validates_resumes_to_the_very_weights_of_an_unbroken_one(
    scenes: Path, start: Path, tmp_path: Path
) -> None:
    categories = load_datasets([scenes], "train")
    unbroken, _ = _run(start, categories, _config(tmp_path / "a", 6))

    def interrupted(model: Gkdt) -> dict[str, float]:
        raise KeyboardInterrupt

    def nothing(_: object) -> None:
        """Neither saves nor reports."""

    config = _config(tmp_path / "b", 6, validate_every=3)
    with pytest.raises(KeyboardInterrupt):
        train(load_model(start).model, categories, config, save=nothing, report=nothing, validate=interrupted)
    resumed, _ = _run(start, categories, config, resume=True)
    for (name, one), other in zip(unbroken.named_parameters(), resumed.parameters(), strict=True):
        assert torch.equal(other, one), name


@pytest.mark.parametrize("content", [b"", b"hello", b"PK\x03\x04 cut off"])
def test_a_damaged_checkpoint_is_named_with_the_remedy(
    scenes: Path, start: Path, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "checkpoint.pt").write_bytes(content)
    with pytest.raises(TrainingError, match=r"checkpoint\.pt cannot be read") as refused:
        _run(start, load_datasets([scenes], "train"), _config(tmp_path, 2), resume=True)
    assert "Delete it" in refused.value.hint


def test_a_new_run_begins_its_tables_anew_and_keeps_its_validations(
    scenes: Path, start: Path, tmp_path: Path
) -> None:
    categories = load_datasets([scenes], "train")
    for _ in range(2):
        train(
            load_model(start).model,
            categories,
            _config(tmp_path, 10, validate_every=5),
            save=lambda model: None,
            report=lambda progress: None,
            validate=lambda model: {"pck@0.1 visual": 50.0, "score": 50.0},
        )
    assert (tmp_path / "metrics.csv").read_text().count("\n") == 2
    rows = (tmp_path / "validation.csv").read_text().splitlines()
    assert rows == ["step,best,pck@0.1 visual,score", "5,True,50.0,50.0", "10,False,50.0,50.0"]


def test_tuning_the_heads_leaves_the_image_encoder_as_it_was(
    scenes: Path, start: Path, tmp_path: Path
) -> None:
    before = load_model(start).model
    after, _ = _run(start, load_datasets([scenes], "train"), _config(tmp_path / "out", 4, tune="heads"))
    changed = {
        name
        for (name, a), b in zip(before.named_parameters(), after.parameters(), strict=True)
        if not torch.equal(a, b)
    }
    assert changed
    assert not any(name.startswith(("image_encoder.", "dinov3_text_encoder.")) for name in changed)


@pytest.mark.parametrize("passes", ["mix", "all"])
def test_the_papers_loss_and_mixing_run(scenes: Path, start: Path, tmp_path: Path, passes: str) -> None:
    config = _config(tmp_path / "out", 10, loss="mse", passes=passes, sampling="dynamic_importance")
    _, events = _run(start, load_datasets([scenes], "train"), config)
    assert all(np.isfinite(e.values["loss"]) for e in events if e.event == "step")


def test_a_loss_that_is_not_finite_stops_and_names_the_episode(
    scenes: Path, start: Path, tmp_path: Path
) -> None:
    for parts in (1, 2):
        config = _config(tmp_path / "out", 30, lr=1e30, warmup=0.0, episodes_per_step=2, accumulate=parts)
        with pytest.raises(TrainingError, match=r"step \d+ .*badges/badge:train_\d+\.png"):
            _run(start, load_datasets([scenes], "train"), config)


def test_a_checkpoint_of_another_choice_is_refused(scenes: Path, start: Path, tmp_path: Path) -> None:
    categories = load_datasets([scenes], "train")
    with pytest.raises(Cancelled):
        _run(start, categories, _config(tmp_path / "out", 8), stop_at=1)
    with pytest.raises(TrainingError, match="another choice of what to tune"):
        _run(start, categories, _config(tmp_path / "out", 8, tune="heads"), resume=True)


def test_a_checkpoint_of_a_run_from_another_model_is_refused_with_both_names(
    scenes: Path, start: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = write_tiny_model(tmp_path / "other", seed=1)  # the same sizes
    command = ["train", "--data", str(scenes), "--out", str(tmp_path / "out"), "--steps", "2", "--batch", "1"]
    assert main([*command, "--model", str(start)]) == 0
    capsys.readouterr()
    assert main([*command, "--model", str(other), "--resume"]) == 2
    said = capsys.readouterr().err
    for loaded in (load_model(start), load_model(other)):
        assert f"{loaded.name} ({loaded.digest[:12]})" in said
    assert main([*command, "--model", str(start), "--resume"]) == 0


def test_rows_after_the_checkpoint_come_again_and_not_twice(
    scenes: Path, start: Path, tmp_path: Path
) -> None:
    categories = load_datasets([scenes], "train")
    config = _config(tmp_path, 6, report_every=1, checkpoint_minutes=100)
    with pytest.raises(Cancelled):
        _run(start, categories, config, stop_at=3)
    with (tmp_path / "metrics.csv").open("a") as file:
        file.write("4,0.6,1.0,1.0,1.0,1.0\r\n")  # what a killed run told after its last checkpoint
    _run(start, categories, config, resume=True)
    rows = (tmp_path / "metrics.csv").read_text().splitlines()[1:]
    assert [row.partition(",")[0] for row in rows] == ["1", "2", "3", "4", "5", "6"]
    assert not rows[3].endswith("1.0,1.0,1.0")


class _OutOfMemory:
    """Texts whose computation meets a full card."""

    def __call__(self, model: Gkdt, texts: Sequence[str]) -> torch.Tensor:
        raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB")


def test_a_full_card_is_told_with_what_needs_less(scenes: Path, start: Path, tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match="graphics card has too little free memory") as refused:
        train(
            load_model(start).model,
            load_datasets([scenes], "train"),
            _config(tmp_path, 2, episodes_per_step=4),
            save=lambda model: None,
            report=lambda progress: None,
            texts=_OutOfMemory(),
        )
    for remedy in ("--accumulate 2", "--checkpoint-encoder", "--batch"):
        assert remedy in refused.value.hint


def test_only_the_kinds_of_prompt_that_were_asked_for_are_trained(
    scenes: Path, start: Path, tmp_path: Path
) -> None:
    before = load_model(start).model
    for passes in ("mix", "all"):
        config = _config(tmp_path, 3, modalities=("visual",), passes=passes, loss="mse")
        after, _ = _run(start, load_datasets([scenes], "train"), config)
        same = dict(before.text_anet.named_parameters())
        assert all(torch.equal(p, same[name]) for name, p in after.text_anet.named_parameters())
        assert not torch.equal(
            after.kg_transformer.final_norm.weight, before.kg_transformer.final_norm.weight
        )


def test_texts_come_from_the_templates_given_in_the_shares_given() -> None:
    rng = np.random.default_rng(0)
    texts = [training_text("eye", "cat", rng, ("{k}", "{o}: {k}"), 0.2) for _ in range(500)]
    assert set(texts) == {"eye", "cat: eye"}
    assert 60 < texts.count("eye") < 140
    assert {training_text("eye", "cat", rng, ("a {k}",), 0.0) for _ in range(5)} == {"a eye"}


@pytest.mark.parametrize("template", ["", "the one", "{x}", "{k", "{o}", "{0}", "{k.real}"])
def test_a_template_that_names_no_keypoint_is_refused(tmp_path: Path, template: str) -> None:
    with pytest.raises(TrainingError, match="is no text template"):
        _config(tmp_path, 1, templates=(template,))


def test_the_encoder_computes_in_bfloat16_and_the_loss_stays_close(
    scenes: Path, start: Path, tmp_path: Path
) -> None:
    categories = load_datasets([scenes], "train")
    losses = []
    for precision in ("fp32", "bf16"):
        _, events = _run(start, categories, _config(tmp_path / precision, 2, precision=precision))
        losses.append(events[1].values["loss"])
    assert losses[0] != losses[1]
    assert losses[1] == pytest.approx(losses[0], rel=0.02)  # bfloat16 has 8 bits
    with pytest.raises(TrainingError, match="fp16 needs a CUDA card"):
        _run(start, categories, _config(tmp_path / "fp16", 2, precision="fp16"))


def test_measures_are_written_for_tensorboard(scenes: Path, start: Path, tmp_path: Path) -> None:
    pytest.importorskip("tensorboardX", reason="the tensorboard extra is not installed")
    _run(start, load_datasets([scenes], "train"), _config(tmp_path, 2, tensorboard=True))
    (written,) = (tmp_path / "tensorboard").iterdir()
    assert b"step/loss" in written.read_bytes()


def test_tensorboard_that_is_not_installed_is_named_with_the_command_that_installs_it(
    scenes: Path, start: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "tensorboardX", None)
    with pytest.raises(TrainingError, match="needs the package tensorboardX") as refused:
        _run(start, load_datasets([scenes], "train"), _config(tmp_path, 2, tensorboard=True))
    assert "pip install" in refused.value.hint
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    with pytest.raises(TrainingError, match="needs the package tensorboardX") as refused:
        _run(start, load_datasets([scenes], "train"), _config(tmp_path, 2, tensorboard=True))
    assert "pip" not in refused.value.hint


def test_the_paper_recipe_is_what_the_paper_says_and_options_change_it(
    scenes: Path, start: Path, tmp_path: Path
) -> None:
    command = ["train", "--data", str(scenes), "--model", str(start), "--out", str(tmp_path), "--steps", "1"]
    assert main([*command, "--recipe", "paper", "--batch", "1", "--views", "3", "--no-negatives"]) == 0
    config = json.loads((tmp_path / "training.json").read_text())["config"]
    wanted = {"loss": "mse", "passes": "mix", "lr": 1e-4, "encoder_lr": 1.0, "weight_decay": 0.0,
              "tune": "all", "sampling": "dynamic_importance", "freeze_low": False, "ema": 0.0,
              "schedule": "constant", "episodes_per_step": 1, "views": 3, "negatives": False}  # fmt: skip
    assert {name: config[name] for name in wanted} == wanted


def test_training_without_data_is_refused_with_the_options_that_give_some(
    start: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["train", "--model", str(start), "--out", str(tmp_path / "out")]
    assert main(command) == 2
    assert "Give --data or --megakpt" in capsys.readouterr().err
    assert main([*command, "--data", str(tmp_path), "--only", "coco"]) == 2
    assert "Give --megakpt too" in capsys.readouterr().err


def test_datasets_of_megakpt_are_trained_on_under_their_supercategories(
    scenes: Path, start: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tmp_path / "megakpt"
    flies = megakpt().dataset("vinegar_fly")
    (root / flies.annotation_root).mkdir(parents=True)
    (root / flies.image_roots[0]).parent.mkdir(parents=True, exist_ok=True)
    shutil.copytree(scenes / "images", root / flies.image_roots[0], dirs_exist_ok=True)
    (file,) = (split.file for split in flies.splits if split.name == "train")
    shutil.copy(scenes / "annotations" / "train.json", root / flies.annotation_root / file)
    command = ["train", "--megakpt", str(root), "--only", "vinegar_fly", "--model", str(start),
               "--steps", "1", "--recipe", "paper", "--batch", "1",
               "--out", str(tmp_path / "out")]  # fmt: skip
    assert main(command) == 0
    assert "Learning from 24 instances, checking with 0" in capsys.readouterr().out
    assert "MegaKPT: vinegar_fly" in (tmp_path / "out" / "MODEL_CARD.md").read_text()


def test_holding_out_keeps_groups_together_and_loses_nothing(scenes: Path) -> None:
    categories = load_datasets([scenes], "train")
    learn, held = hold_out(categories, 0.25, minimum=2)
    kept, away = ({s.group for s in part[0].samples} for part in (learn, held))
    assert not kept & away
    assert len(learn[0].samples) + len(held[0].samples) == 24
    assert len(held[0].samples) == 6


def test_train_and_evaluate_commands_make_a_model_that_loads_and_numbers_in_the_agreed_form(
    scenes: Path, start: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "trained"
    assert main(["train", "--data", str(scenes), "--model", str(start), "--out", str(out), "--steps", "6",
                 "--batch", "1", "--views", "3", "--progress-json"]) == 0  # fmt: skip
    events = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert events[0]["event"] == "note"
    assert {"start", "validation", "done"} <= {e["event"] for e in events}
    done = events[-1]
    assert done["event"] == "done"
    assert set(done["before"]) == set(done["after"])
    loaded = load_model(out)
    assert loaded.digest != load_model(start).digest
    numbers = tmp_path / "numbers.json"
    assert main(["evaluate", "--model", str(out), "--data", str(scenes), "--split", "test", "--episodes", "4",
                 "--queries", "3", "--json", str(numbers)]) == 0  # fmt: skip
    result = json.loads(numbers.read_text())
    measures = result["sets"]["badges"]["badge"]
    assert set(measures) == {"visual", "text", "both"}
    for prompt, values in measures.items():
        assert values["episodes"] == 4
        assert 0 <= values["pck@0.05"] <= values["pck@0.1"] <= values["pck@0.2"] <= 100
        assert result["mean"][prompt]["pck@0.1"] == pytest.approx(values["pck@0.1"])


def test_missing_data_are_named_with_exit_code_2(
    start: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "nothing").mkdir()
    command = ["--data", str(tmp_path / "nothing"), "--model", str(start)]
    assert main(["evaluate", *command]) == 2
    assert "annotations/test.json" in capsys.readouterr().err
    assert main(["train", *command, "--out", str(tmp_path / "out")]) == 2
    assert "annotations/train.json" in capsys.readouterr().err


def test_evaluating_twice_gives_the_same_numbers(scenes: Path, start: Path, tmp_path: Path) -> None:
    texts = []
    for name in ("a.json", "b.json"):
        command = ["evaluate", "--model", str(start), "--data", str(scenes), "--episodes", "3", "--seed", "5"]
        assert main([*command, "--json", str(tmp_path / name)]) == 0
        texts.append((tmp_path / name).read_text())
    assert texts[0] == texts[1]


@pytest.mark.parametrize(
    ("option", "value"),
    [("--steps", "-1"), ("--steps", "x"), ("--views", "1"), ("--batch", "0"), ("--epochs", "-3"),
     ("--lr", "nan"), ("--minutes", "inf"), ("--threads", "-2"), ("--patience", "-1"), ("--seed", "-1"),
     ("--subset", "1.5"), ("--clip", "-1"), ("--ema", "nan"), ("--accumulate", "0")],
)  # fmt: skip
def test_a_number_that_makes_no_sense_is_named_with_exit_code_2(
    scenes: Path, start: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], option: str, value: str
) -> None:
    command = ["--data", str(scenes), "--model", str(start), "--out", str(tmp_path / "out")]
    assert main(["train", *command, option, value]) == 2
    said = capsys.readouterr().err
    assert option in said
    assert f'"{value}" is not a' in said
    assert not (tmp_path / "out").exists()


def test_points_that_no_support_shows_are_no_numbers_but_spoil_no_mean_and_no_file(
    scenes: Path, start: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_scenes(tmp_path / "apart", "test", 2, seed=3)
    path = root / "annotations" / "test.json"
    content = json.loads(path.read_text())
    for annotation, hidden in zip(content["annotations"], ((0,), (1, 2)), strict=True):
        for index in hidden:  # the two instances have no keypoint in common
            annotation["keypoints"][3 * index : 3 * index + 3] = [0, 0, 0]
    path.write_text(json.dumps(content))
    out = tmp_path / "numbers.json"
    assert main(["evaluate", "--model", str(start), "--data", str(root), str(scenes), "--episodes", "2",
                 "--prompt", "visual", "--json", str(out)]) == 0  # fmt: skip

    def no_number(name: str) -> float:
        raise AssertionError(f"{name} is not JSON")

    result = json.loads(out.read_text(), parse_constant=no_number)
    nowhere = result["sets"]["apart"]["badge"]["visual"]
    assert (nowhere["pck@0.1"], nowhere["episodes"]) == (None, 0)
    elsewhere = result["sets"]["badges"]["badge"]["visual"]["pck@0.1"]
    assert result["mean"]["visual"]["pck@0.1"] == elsewhere


def test_a_place_where_no_model_may_go_is_named_with_exit_code_2(
    scenes: Path, start: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = load_model(start).digest
    file = tmp_path / "file"
    file.touch()
    for out, said in ((start, "is the model to start from"), (file / "model", "no folder can be made there")):
        command = ["train", "--data", str(scenes), "--model", str(start), "--out", str(out), "--steps", "1"]
        assert main(command) == 2
        assert said in capsys.readouterr().err
    assert load_model(start).digest == before


def test_resuming_without_a_checkpoint_says_so_and_begins_anew(
    scenes: Path, start: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["train", "--data", str(scenes), "--model", str(start), "--out", str(tmp_path / "out")]
    assert (
        main([*command, "--steps", "1", "--batch", "1", "--views", "2", "--resume", "--progress-json"]) == 0
    )
    events = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert "no checkpoint" in events[0]["text"]
    assert set(events[-1]["before"]) == set(events[-1]["after"])


def test_a_model_for_larger_inputs_is_trained_and_kept_as_such(
    scenes: Path, start: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["train", "--data", str(scenes), "--model", str(start), "--steps", "1", "--validate-every", "0"]
    assert main([*command, "--input-size", "96", "--out", str(tmp_path / "larger")]) == 0
    assert load_model(tmp_path / "larger").model.config.input_size == 96
    assert main([*command, "--input-size", "100", "--out", str(tmp_path / "odd")]) == 2
    assert "multiple of 16" in capsys.readouterr().err

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QObject, Slot

from app.engine_service import (
    BatchChunk,
    BatchRequest,
    EngineService,
    EngineSummary,
    PredictedPoints,
    PredictionRequest,
    PromptSpec,
    Query,
    SecondLooks,
    SupportSpec,
    region_of,
)
from gkdt_core.errors import GkdtError
from gkdt_core.geometry import Box
from tests.app.window import HEIGHT, WAIT_MS, WIDTH, make_images
from tests.tiny_model import write_tiny_model

NAMES = ("left eye", "right eye", "nose")
BY_NAME = PromptSpec(NAMES, NAMES, (), "horse")


class Listener(QObject):
    """Keeps what the service says."""

    def __init__(self, service: EngineService) -> None:
        super().__init__()
        self.predicted: list[PredictedPoints] = []
        self.chunks: list[BatchChunk] = []
        self.errors: list[GkdtError] = []
        self.summaries: list[EngineSummary] = []
        service.predicted.connect(self.on_predicted)
        service.batch_result.connect(self.on_chunk)
        service.prediction_failed.connect(self.on_failed)
        service.engine_failed.connect(self.on_failed)
        service.engine_ready.connect(self.on_ready)

    @Slot(object)
    def on_predicted(self, answer: PredictedPoints) -> None:
        self.predicted.append(answer)

    @Slot(object)
    def on_chunk(self, chunk: BatchChunk) -> None:
        self.chunks.append(chunk)

    @Slot(object)
    def on_failed(self, error: GkdtError) -> None:
        self.errors.append(error)

    @Slot(object)
    def on_ready(self, summary: EngineSummary) -> None:
        self.summaries.append(summary)


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_tiny_model(tmp_path_factory.mktemp("models") / "tiny")


@pytest.fixture
def service(qapp) -> Iterator[EngineService]:
    service = EngineService()
    yield service
    service.close()


@pytest.fixture
def listener(service: EngineService) -> Listener:
    return Listener(service)


@pytest.fixture
def images(tmp_path: Path) -> list[Path]:
    return make_images(tmp_path, 5)


def request(path: Path, prompt: PromptSpec = BY_NAME, image_id: int = 1) -> PredictionRequest:
    return PredictionRequest(Query(image_id, None, path), prompt, 7)


def test_a_request_made_while_the_model_loads_is_answered_after_it(qtbot, service, listener, model, images):
    service.load(str(model), device="cpu")
    service.request_prediction(request(images[0]))
    qtbot.waitUntil(lambda: len(listener.predicted) == 1, timeout=WAIT_MS)
    assert listener.summaries[0].model == "tiny"
    assert listener.summaries[0].input_size == 64
    answer = listener.predicted[0]
    assert answer.category_id == 7
    assert answer.keypoints.shape == (3, 2)
    assert ((answer.keypoints >= 0) & (answer.keypoints <= (WIDTH, HEIGHT))).all()


def test_of_many_requests_only_the_last_is_answered(qtbot, service, listener, model, images):
    service.load(str(model), device="cpu")
    for number, path in enumerate(images * 10):
        service.request_prediction(request(path, image_id=number))
    qtbot.waitUntil(lambda: not service.jobs.is_busy, timeout=WAIT_MS)
    assert [answer.query.image_id for answer in listener.predicted] == [49]


def test_a_support_prompts_only_the_keypoints_that_it_marks(qtbot, service, listener, model, images):
    support = SupportSpec(images[1], ((60.0, 50.0), None, (90.0, 120.0)))
    service.load(str(model), device="cpu")
    service.request_prediction(request(images[0], PromptSpec(NAMES, None, (support,), "horse")))
    qtbot.waitUntil(lambda: len(listener.predicted) == 1, timeout=WAIT_MS)
    known = np.isfinite(listener.predicted[0].keypoints).all(axis=1)
    assert known.tolist() == [True, False, True]


def test_equal_prompts_are_encoded_once(qtbot, service, listener, model, images):
    support = SupportSpec(images[1], ((60.0, 50.0), None, (90.0, 120.0)), Box(10, 10, 200, 200))
    again = SupportSpec(images[1], ((60.0, 50.0), None, (90.0, 120.0)), Box(10, 10, 200, 200))
    first, second = (PromptSpec(NAMES, NAMES, (one,), "horse") for one in (support, again))
    assert first == second
    assert hash(first) == hash(second)


def test_without_words_and_supports_the_error_names_the_object(qtbot, service, listener, model, images):
    service.load(str(model), device="cpu")
    service.request_prediction(request(images[0], PromptSpec(NAMES, None, (), "horse")))
    qtbot.waitUntil(lambda: len(listener.errors) == 1, timeout=WAIT_MS)
    assert "horse" in listener.errors[0].message


def test_a_batch_reports_every_image_and_names_those_that_cannot_be_read(
    qtbot, service, listener, model, images
):
    images[2].write_bytes(b"broken")
    queries = tuple(Query(number, None, path) for number, path in enumerate(images))
    service.load(str(model), device="cpu")
    task = service.predict_batch(BatchRequest(queries, BY_NAME, 7), "Pre-labelling")
    with qtbot.waitSignal(task.finished, timeout=WAIT_MS):
        pass
    done = [answer.query.image_id for chunk in listener.chunks for answer in chunk.predictions]
    failed = [failure for chunk in listener.chunks for failure in chunk.failures]
    assert sorted(done) == [0, 1, 3, 4]
    assert [failure.query.image_id for failure in failed] == [2]
    assert "img3.png" in failed[0].error.message


def test_a_request_for_one_image_is_answered_while_a_batch_runs(qtbot, service, listener, model, images):
    queries = tuple(Query(number, None, path) for number, path in enumerate(images * 40))
    service.load(str(model), device="cpu")
    task = service.predict_batch(BatchRequest(queries, BY_NAME, 7), "Pre-labelling")
    qtbot.waitUntil(lambda: len(listener.chunks) >= 1, timeout=WAIT_MS)
    with qtbot.waitSignal(service.predicted, timeout=WAIT_MS):
        service.request_prediction(request(images[0]))
    assert sum(len(chunk.predictions) for chunk in listener.chunks) < len(queries)
    task.cancel()


def test_a_cancelled_batch_keeps_what_it_has_told(qtbot, service, listener, model, images):
    queries = tuple(Query(number, None, path) for number, path in enumerate(images * 40))
    service.load(str(model), device="cpu")
    task = service.predict_batch(BatchRequest(queries, BY_NAME, 7), "Pre-labelling")
    qtbot.waitUntil(lambda: len(listener.chunks) >= 1, timeout=WAIT_MS)
    with qtbot.waitSignal(task.finished, timeout=WAIT_MS):
        task.cancel()
    told = sum(len(chunk.predictions) for chunk in listener.chunks)
    assert 0 < told < len(queries)


def test_a_model_that_cannot_be_read_leaves_the_former_one_in_use(
    qtbot, service, listener, model, images, tmp_path
):
    with qtbot.waitSignal(service.engine_ready, timeout=WAIT_MS):
        service.load(str(model), device="cpu")
    service.load(str(tmp_path / "nothing"), device="cpu")
    qtbot.waitUntil(lambda: len(listener.errors) == 1, timeout=WAIT_MS)
    assert "nothing" in listener.errors[0].message
    service.request_prediction(request(images[0]))
    qtbot.waitUntil(lambda: len(listener.predicted) == 1, timeout=WAIT_MS)


def test_a_support_that_was_shown_before_is_not_encoded_again(
    qtbot, service, listener, model, images, monkeypatch
):
    from gkdt_core.inference.engine import Engine

    encoded: list[int] = []
    real = Engine.encode_regions
    monkeypatch.setattr(
        Engine,
        "encode_regions",
        lambda self, regions, **more: encoded.append(len(regions)) or real(self, regions, **more),
    )
    support = SupportSpec(images[1], ((60.0, 50.0), None, (90.0, 120.0)), Box(10, 10, 200, 200))
    service.load(str(model), device="cpu")
    service.request_prediction(PredictionRequest(Query(1, 3, images[1], Box(10, 10, 200, 200)), BY_NAME, 7))
    qtbot.waitUntil(lambda: len(listener.predicted) == 1, timeout=WAIT_MS)
    service.request_prediction(request(images[0], PromptSpec(NAMES, None, (support,), "horse")))
    qtbot.waitUntil(lambda: len(listener.predicted) == 2, timeout=WAIT_MS)
    assert sum(encoded) == 2, "the support's image and the query's"


def test_a_support_whose_file_has_changed_prompts_anew(qtbot, service, listener, model, images):
    support = SupportSpec(images[1], ((60.0, 50.0), (120.0, 50.0), (90.0, 120.0)))
    ask = request(images[0], PromptSpec(NAMES, None, (support,), "horse"))
    service.load(str(model), device="cpu")
    for _ in range(2):
        count = len(listener.predicted)
        service.request_prediction(ask)
        qtbot.waitUntil(lambda count=count: len(listener.predicted) > count, timeout=WAIT_MS)
    Image.effect_noise((WIDTH, HEIGHT), 90).convert("RGB").save(images[1])
    service.request_prediction(ask)
    qtbot.waitUntil(lambda: len(listener.predicted) == 3, timeout=WAIT_MS)
    first, same, changed = (answer.peaks for answer in listener.predicted)
    np.testing.assert_array_equal(first, same)
    assert not np.allclose(first, changed)


class LostCard:
    """Makes the first engine that a service loads lose its card at the encoding after `good` of them."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, service: EngineService, good: int) -> None:
        from gkdt_core.inference.batches import DeviceLostError
        from gkdt_core.inference.engine import Engine

        self.left = good
        first, real = service._engine, Engine.encode_regions

        def encode(engine: Engine, regions, **more):
            if engine is first:
                if self.left == 0:
                    raise DeviceLostError("The graphics card stopped working: it was pulled out.")
                self.left -= 1
            return real(engine, regions, **more)

        monkeypatch.setattr(Engine, "encode_regions", encode)


def test_a_batch_whose_card_is_lost_is_finished_on_the_processor_with_a_notice(
    qtbot, service, listener, model, images, monkeypatch
):
    queries = tuple(Query(number, None, path) for number, path in enumerate(images))
    support = SupportSpec(images[1], ((60.0, 50.0), None, (90.0, 120.0)))
    prompt = PromptSpec(NAMES, NAMES, (support,), "horse")
    told: list[GkdtError] = []
    service.device_lost.connect(told.append)
    with qtbot.waitSignal(service.engine_ready, timeout=WAIT_MS):
        service.load(str(model), device="cpu")
    lost = service._engine
    LostCard(monkeypatch, service, good=3)
    with qtbot.waitSignal(
        service.predict_batch(BatchRequest(queries, prompt, 7), "").finished, timeout=WAIT_MS
    ):
        pass
    done = [answer.query.image_id for chunk in listener.chunks for answer in chunk.predictions]
    assert sorted(done) == list(range(5))
    assert len(told) == 1
    assert "pulled out" in told[0].message
    assert "processor" in told[0].message
    assert service._engine is not lost
    assert service.summary == listener.summaries[-1]
    service.request_prediction(request(images[0], prompt))
    qtbot.waitUntil(lambda: len(listener.predicted) == 1, timeout=WAIT_MS)
    assert len(told) == 1, "later requests stay on the processor and say nothing more"


def test_a_single_request_whose_card_is_lost_is_answered_by_the_processor(
    qtbot, service, listener, model, images, monkeypatch
):
    with qtbot.waitSignal(service.engine_ready, timeout=WAIT_MS):
        service.load(str(model), device="cpu")
    LostCard(monkeypatch, service, good=0)
    with qtbot.waitSignal(service.device_lost, timeout=WAIT_MS):
        service.request_prediction(request(images[0]))
    qtbot.waitUntil(lambda: len(listener.predicted) == 1, timeout=WAIT_MS)
    assert not listener.errors


def test_second_looks_are_taken_where_they_are_asked_for(qtbot, service, listener, model, images):
    looks = SecondLooks(flip=True, pairs=((0, 1),))
    queries = tuple(Query(number, None, path) for number, path in enumerate(images))
    service.load(str(model), device="cpu")
    service.request_prediction(request(images[0]))
    qtbot.waitUntil(lambda: len(listener.predicted) == 1, timeout=WAIT_MS)
    service.request_prediction(PredictionRequest(queries[0], BY_NAME, 7, looks))
    qtbot.waitUntil(lambda: len(listener.predicted) == 2, timeout=WAIT_MS)
    batch = service.predict_batch(BatchRequest(queries, BY_NAME, 7, looks), "")
    with qtbot.waitSignal(batch.finished, timeout=WAIT_MS):
        pass
    once, twice = (answer.peaks for answer in listener.predicted)
    assert not np.allclose(once, twice)
    batched = {a.query.image_id: a.peaks for chunk in listener.chunks for a in chunk.predictions}
    assert sorted(batched) == list(range(5))
    np.testing.assert_allclose(batched[0], twice, rtol=1e-4)


def test_a_closer_look_moves_points_and_is_the_same_in_a_batch(qtbot, service, listener, model, images):
    support = SupportSpec(images[1], ((60.0, 50.0), (120.0, 50.0), (90.0, 120.0)))
    prompt, closer = PromptSpec(NAMES, None, (support,), "horse"), SecondLooks(refine=True)
    queries = tuple(Query(number, None, path) for number, path in enumerate(images))
    service.load(str(model), device="cpu")
    for count, looks in ((1, SecondLooks()), (2, closer)):
        service.request_prediction(PredictionRequest(queries[0], prompt, 7, looks))
        qtbot.waitUntil(lambda count=count: len(listener.predicted) == count, timeout=WAIT_MS)
    batch = service.predict_batch(BatchRequest(queries, prompt, 7, closer), "")
    with qtbot.waitSignal(batch.finished, timeout=WAIT_MS):
        pass
    once, twice = (answer.keypoints for answer in listener.predicted)
    batched = {a.query.image_id: a.keypoints for chunk in listener.chunks for a in chunk.predictions}
    assert not np.allclose(once, twice)
    np.testing.assert_allclose(batched[0], twice, atol=0.01)


def test_an_image_that_cannot_be_read_is_named_with_second_looks_too(qtbot, service, listener, model, images):
    images[2].write_bytes(b"broken")
    queries = tuple(Query(number, None, path) for number, path in enumerate(images))
    service.load(str(model), device="cpu")
    batch = service.predict_batch(BatchRequest(queries, BY_NAME, 7, SecondLooks(flip=True)), "")
    with qtbot.waitSignal(batch.finished, timeout=WAIT_MS):
        pass
    failed = [failure.query.image_id for chunk in listener.chunks for failure in chunk.failures]
    assert failed == [2]


def test_the_precision_of_the_settings_is_that_of_the_engine(qtbot, service, listener, model):
    service.load(str(model), device="cpu", precision="bf16")
    qtbot.waitUntil(lambda: bool(listener.summaries), timeout=WAIT_MS)
    assert listener.summaries[0].dtype.startswith("bfloat16")


def test_what_is_kept_is_told_with_its_hit_rate(qtbot, service, listener, model, images):
    assert service.kept is None
    service.load(str(model), device="cpu")
    for count in (1, 2):
        service.request_prediction(request(images[0]))
        qtbot.waitUntil(lambda count=count: len(listener.predicted) == count, timeout=WAIT_MS)
    kept = service.kept
    assert (kept.regions, kept.hits, kept.misses) == (1, 1, 1)
    assert kept.words().startswith("Features of 1 image kept, ")
    assert kept.words().endswith("50 % hits")
    service.set_feature_memory(256, half=True)
    assert service.kept.capacity == 256 * 2**20
    assert service.kept.regions == 1
    service.set_feature_memory(0, half=True)
    assert (service.kept.regions, service.kept.nbytes) == (0, 0)


def test_before_any_model_is_loaded_the_answer_says_so(qtbot, service, listener, images):
    service.request_prediction(request(images[0]))
    qtbot.waitUntil(lambda: len(listener.errors) == 1, timeout=WAIT_MS)
    assert listener.errors[0].message == "No model is loaded."


@pytest.mark.parametrize(
    ("box", "expected"),
    [
        (None, None),
        (Box(100, 100, 100, 100), None),
        (Box(100, 100, 200, 150), Box(82.5, 57.5, 217.5, 192.5)),
    ],
)
def test_the_region_is_the_box_enlarged_and_squared_and_else_the_whole_image(box, expected):
    region = region_of(box)
    if expected is None:
        assert region is None
    else:
        np.testing.assert_allclose(region.as_xyxy(), expected.as_xyxy())

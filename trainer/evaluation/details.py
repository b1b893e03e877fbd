"""What an evaluation tells beside its means: intervals, errors in px and mm, each keypoint, the worst cases.

`DetailCollection` takes answers as they come and keeps sums of them, not pictures.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gkdt_core.metrics.bootstrap import (
    DRAWS,
    FEWEST_GROUPS,
    group_counts,
    interval,
    resampled_ratios,
)
from gkdt_core.metrics.radial_error import (
    SDR_MM,
    observer_distances,
    radial_errors,
    summarize_errors,
)
from trainer.calibration import Knots
from trainer.data.dataset import CategoryData
from trainer.evaluation.answers import Answers
from trainer.evaluation.measures import CONFUSED, THRESHOLDS, exchanged_points
from trainer.evaluation.settings import BASELINE, EvaluationConfig, modality

FloatArray = NDArray[np.float64]

MAIN_THRESHOLD = 0.1
_NAN = float("nan")


@dataclass(frozen=True, slots=True)
class Estimate:
    """A measure and where it lies with 95 % probability; NaN where that cannot be said."""

    value: float
    low: float = _NAN
    high: float = _NAN


@dataclass(frozen=True, slots=True)
class Errors:
    """How far points are off, over all that count.

    Attributes:
        count: Points, those of one picture in several episodes counted each time.
        mean_px, deviation_px, median_px: px of the picture.
        percent: Mean in percent of the longer side of the object's box.
        ne: "Normalised error": mean in percent of the longer side of the picture.
        mean_mm, deviation_mm: NaN without a pixel spacing.
        sdr: Percent of points within 2, 2.5, 3 and 4 mm; empty without a pixel spacing.
    """

    count: int
    mean_px: float
    deviation_px: float
    median_px: float
    percent: Estimate
    ne: float
    mean_mm: float = _NAN
    deviation_mm: float = _NAN
    sdr: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class KeypointDetail:
    """One keypoint of a category.

    Attributes:
        name: Of the keypoint.
        count: How often it counted.
        pck: At 0.1 of the longer side of the box, percent.
        strict: The same at 0.05.
        mean_px, percent, mean_mm: As in `Errors`.
        score: The mean score.
    """

    name: str
    count: int
    pck: Estimate
    strict: float
    mean_px: float
    percent: float
    mean_mm: float
    score: float


@dataclass(frozen=True, slots=True)
class PromptDetail:
    """One prompt on one category.

    Attributes:
        prompt: Which.
        pck: For each threshold ("pck@0.1") the mean over episodes of their rates, percent.
        errors: In px, percent and mm.
        keypoints: In their order.
        score: The mean score of all points that count.
        exchanged: Percent of the points with a visible left-right partner that are at the partner's place;
            None without such points.
    """

    prompt: str
    pck: dict[str, Estimate]
    errors: Errors
    keypoints: tuple[KeypointDetail, ...]
    score: float
    exchanged: Estimate | None = None


@dataclass(frozen=True, slots=True)
class ObserverDetail:
    """How far apart the people are who marked the same instances.

    Attributes:
        instances: That several people marked.
        mean_px, percent, mean_mm: The mean distance between two of them, as in `Errors`.
        keypoints: For each keypoint its mean distance in px; NaN where nobody marked it twice.
    """

    instances: int
    mean_px: float
    percent: float
    mean_mm: float
    keypoints: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class CategoryDetail:
    """One category of one dataset.

    Attributes:
        dataset, category, supercategory: Names.
        instances: That it has.
        groups: Of pictures that belong together (a video, a person), each picture alone otherwise; what
            intervals resample.
        observers: None where the file keeps one reading only.
        prompts: In the order asked.
    """

    dataset: str
    category: str
    supercategory: str
    instances: int
    groups: int
    observers: ObserverDetail | None
    prompts: tuple[PromptDetail, ...]


@dataclass(frozen=True, slots=True)
class WordingDetail:
    """What other words than the keypoints' names do, on the keypoints whose words differ.

    Attributes:
        wording: "synonyms" or "wrong".
        prompt: "text" or "both".
        keypoints, of: How many of all keypoints have other words.
        given, asked: For the names and for the other words: "pck@0.1" and "pck@0.05" in percent and "score",
            means over sets of means over categories.
        change: Of PCK@0.1, in points.
    """

    wording: str
    prompt: str
    keypoints: int
    of: int
    given: dict[str, float]
    asked: dict[str, float]
    change: Estimate


@dataclass(frozen=True, slots=True)
class Details:
    """Everything.

    Attributes:
        categories: In the order they came.
        sets: For each dataset and prompt PCK ("pck@0.1") and the rate of exchanged sides ("left_right"; NaN
            without left-right pairs), the mean over its categories.
        means: For each prompt the mean over the datasets.
        gains: For each dataset and prompt PCK@0.1 less the baseline's, in points; without a baseline none.
        mean_gains: For each prompt the mean over datasets.
        wordings: What other words do.
        draws: How often pictures were resampled.
    """

    categories: tuple[CategoryDetail, ...]
    sets: dict[str, dict[str, dict[str, Estimate]]]
    means: dict[str, dict[str, Estimate]]
    gains: dict[str, dict[str, Estimate]]
    mean_gains: dict[str, Estimate]
    wordings: tuple[WordingDetail, ...]
    draws: int

    def to_dict(self) -> dict[str, Any]:
        """For JSON."""
        return asdict(self)


@dataclass(frozen=True, slots=True, eq=False)
class WorstCase:
    """A query on which a prompt is far off.

    Attributes:
        data, prompt: Of what.
        query: Number of the sample.
        supports: Numbers of the samples shown.
        predicted: (N, 2) image coordinates.
        counted: (N,) bool, which of them are compared with the truth.
        scores: (N,).
        errors: (N,) as shares of the longer side of the box; NaN where not counted.
    """

    data: CategoryData
    prompt: str
    query: int
    supports: tuple[int, ...]
    predicted: FloatArray
    counted: NDArray[np.bool_]
    scores: FloatArray
    errors: FloatArray

    @property
    def error(self) -> float:
        """The mean over the keypoints that count."""
        return float(self.errors[self.counted].mean())

    @property
    def right(self) -> float:
        """The share of them that is right at PCK@0.1."""
        return float((self.errors[self.counted] <= MAIN_THRESHOLD).mean())


@dataclass(frozen=True, slots=True, eq=False)
class _Rows:
    """All queries of all episodes of a category and prompt, R of them.

    Attributes:
        counted: (R, N) bool.
        px: (R, N) distance from the truth; 0 where not counted.
        share: (R, N) the same as a share of the longer side of the box.
        mm: (R, N), NaN without a spacing.
        ne: (R, N) as a share of the longer side of the picture.
        scores: (R, N).
        able: (R,) how many points could be taken for their left-right partners.
        exchanged: (R,) how many of them are.
        within: (R,) how many keypoints count in the row's episode.
        queries: (R,) numbers of samples.
        supports: (R, K) numbers of samples.
    """

    counted: NDArray[np.bool_]
    px: FloatArray
    share: FloatArray
    mm: FloatArray
    ne: FloatArray
    scores: FloatArray
    able: FloatArray
    exchanged: FloatArray
    within: FloatArray
    queries: NDArray[np.intp]
    supports: NDArray[np.intp]

    def right(self, threshold: float) -> NDArray[np.bool_]:
        """(R, N) which points that count are right."""
        return np.asarray(self.counted & (self.share <= threshold))


@dataclass(frozen=True, slots=True, eq=False)
class _Kept:
    """What stays of a category and prompt for the means: (draws,) for each measure, and the words' part."""

    values: dict[str, float]
    draws: dict[str, FloatArray]
    rows: _Rows | None


class DetailCollection:
    """Takes answers as `evaluate` gives them; see `details`."""

    def __init__(
        self,
        config: EvaluationConfig,
        *,
        knots: Knots = (),
        by_prompt: Mapping[str, Knots] | None = None,
        spacing_mm: float | None = None,
        worst: int = 0,
        draws: int = DRAWS,
    ) -> None:
        """Args: config: Of the evaluation. knots, by_prompt: The model's calibrations. spacing_mm: Of
        pictures whose record has none, mm per px. worst: How many of the worst cases of a category and prompt
        to keep. draws: How often pictures are resampled.
        """
        self._config = config
        self._knots, self._by_prompt = knots, by_prompt or {}
        self._spacing = spacing_mm
        self._worst, self._draws = worst, draws
        self._data: dict[str, CategoryData] = {}
        self._details: dict[str, list[PromptDetail]] = {}
        self._kept: dict[str, dict[str, _Kept]] = {}
        self._cases: dict[str, list[WorstCase]] = {}

    def observe(
        self,
        data: CategoryData,
        prompt: str,
        found: Sequence[Answers],
        image_hw_of: Callable[[int], tuple[int, int]],
    ) -> None:
        """Takes up the answers to one prompt about one category."""
        self._data[data.key] = data
        self._details.setdefault(data.key, [])
        if not found:
            return
        rows = self._rows(data, prompt, found, image_hw_of)
        values, draws, keypoints = self._resampled(data, rows)
        self._details[data.key].append(self._detail(data, prompt, rows, values, draws, keypoints))
        worded = bool(self._config.wordings) and modality(prompt) in ("text", "both")
        self._kept.setdefault(data.key, {})[prompt] = _Kept(values, draws, rows if worded else None)
        if self._worst and prompt == modality(prompt) != BASELINE:
            self._keep_worst(data, prompt, found)

    def worst_cases(self) -> dict[str, tuple[WorstCase, ...]]:
        """For each "dataset/category" the worst queries, the worst first, no picture twice for a prompt."""
        return {key: tuple(cases) for key, cases in self._cases.items()}

    def details(self) -> Details:
        """Everything that was told so far."""
        categories = tuple(self._category(data) for data in self._data.values())
        prompts = list(dict.fromkeys(p for kept in self._kept.values() for p in kept))
        datasets = list(dict.fromkeys(self._data[key].dataset for key in self._kept))
        keys = [*(f"pck@{threshold:g}" for threshold in THRESHOLDS), CONFUSED]
        main = f"pck@{MAIN_THRESHOLD:g}"
        by_set = {
            dataset: {
                prompt: {key: self._mean_of_set(dataset, prompt, key) for key in keys} for prompt in prompts
            }
            for dataset in datasets
        }
        baseline = next((prompt for prompt in prompts if modality(prompt) == BASELINE), None)
        gains: dict[str, dict[str, tuple[float, FloatArray]]] = {}
        for dataset in datasets if baseline is not None else ():
            gains[dataset] = {
                prompt: _difference(by_set[dataset][prompt][main], by_set[dataset][str(baseline)][main])
                for prompt in prompts
                if prompt == modality(prompt) != BASELINE
            }
        return Details(
            categories,
            {d: {p: _estimates(of) for p, of in parts.items()} for d, parts in by_set.items()},
            {p: _estimates({k: _mean([by_set[d][p][k] for d in datasets]) for k in keys}) for p in prompts},
            {d: _estimates(parts) for d, parts in gains.items()},
            _estimates(
                {
                    prompt: _mean([parts[prompt] for parts in gains.values()])
                    for prompt in next(iter(gains.values()), {})
                }
            ),
            tuple(self._wordings()),
            self._draws,
        )

    def _rows(
        self,
        data: CategoryData,
        prompt: str,
        found: Sequence[Answers],
        image_hw_of: Callable[[int], tuple[int, int]],
    ) -> _Rows:
        queries = np.concatenate([one.queries for one in found])
        predicted = np.concatenate([one.predicted for one in found])
        truth = np.concatenate([one.truth for one in found])
        counted = np.concatenate([one.counted for one in found])
        longer = np.concatenate([one.longer for one in found])[:, None]
        spacing = np.array([self._spacing_of(data, number) for number in queries])[:, None]
        side = np.array([max(image_hw_of(int(number))) for number in queries])[:, None]
        px = np.where(counted, radial_errors(predicted, truth), 0.0)
        sides = [exchanged_points(one, data.category.pairs) for one in found]
        return _Rows(
            counted,
            px,
            px / longer,
            np.where(counted, radial_errors(predicted, truth, spacing), 0.0),
            px / side,
            np.concatenate([one.scores(self._knots, self._by_prompt) for one in found]),
            np.concatenate([able.sum(axis=1) for able, _ in sides]).astype(np.float64),
            np.concatenate([taken.sum(axis=1) for _, taken in sides]).astype(np.float64),
            np.concatenate([np.full(len(one.queries), float(one.counted.sum())) for one in found]),
            queries,
            np.concatenate([np.repeat(one.supports[None], len(one.queries), axis=0) for one in found]),
        )

    def _spacing_of(self, data: CategoryData, number: int) -> tuple[float, float]:
        known = data.samples[number].spacing_xy
        if known is not None:
            return known
        return (_NAN, _NAN) if self._spacing is None else (self._spacing, self._spacing)

    def _resampled(
        self, data: CategoryData, rows: _Rows
    ) -> tuple[dict[str, float], dict[str, FloatArray], FloatArray]:
        """The measures, their (draws,) resampled values, and those of each keypoint's PCK (draws, N)."""
        names = [f"{data.dataset}:{sample.group}" for sample in data.samples]
        groups = list(dict.fromkeys(names[number] for number in rows.queries.tolist()))
        groups = list(dict.fromkeys([*groups, *(names[n] for n in rows.supports.ravel().tolist())]))
        place = {name: column for column, name in enumerate(groups)}
        column = np.array([place[name] if name in place else -1 for name in names], np.intp)
        counted = rows.counted.astype(np.float64)
        share = counted.sum(axis=1) / rows.within
        right = [rows.right(threshold).sum(axis=1) / rows.within for threshold in THRESHOLDS]
        numerators = np.column_stack(
            [*right, rows.share.sum(axis=1), rows.exchanged, rows.right(MAIN_THRESHOLD)]
        )
        denominators = np.column_stack([*[share] * len(THRESHOLDS), counted.sum(axis=1), rows.able, counted])
        counts = group_counts(groups, self._draws)
        if len(groups) < FEWEST_GROUPS:
            counts = np.full_like(counts, np.nan)
        drawn = resampled_ratios(
            numerators, denominators, column[rows.queries], column[rows.supports], counts
        )
        total = denominators.sum(axis=0)
        plain = np.divide(numerators.sum(axis=0), total, out=np.full(len(total), np.nan), where=total > 0)
        keys = [*(f"pck@{threshold:g}" for threshold in THRESHOLDS), "percent", CONFUSED]
        values = {key: 100 * float(plain[index]) for index, key in enumerate(keys)}
        draws = {key: 100 * drawn[:, index] for index, key in enumerate(keys)}
        return values, draws, 100 * drawn[:, len(keys) :]

    def _detail(
        self,
        data: CategoryData,
        prompt: str,
        rows: _Rows,
        values: Mapping[str, float],
        draws: Mapping[str, FloatArray],
        per_keypoint: FloatArray,
    ) -> PromptDetail:
        estimates = _estimates({key: (values[key], draws[key]) for key in values})
        exchanged = estimates.pop(CONFUSED)
        at, strict = rows.right(MAIN_THRESHOLD), rows.right(MAIN_THRESHOLD / 2)
        keypoints = []
        for index, name in enumerate(data.category.keypoints):
            seen = rows.counted[:, index]
            keypoints.append(
                KeypointDetail(
                    name,
                    int(seen.sum()),
                    _estimate(100 * _mean_of(at[seen, index]), per_keypoint[:, index]),
                    100 * _mean_of(strict[seen, index]),
                    _mean_of(rows.px[seen, index]),
                    100 * _mean_of(rows.share[seen, index]),
                    _mean_of(rows.mm[seen, index]),
                    _mean_of(rows.scores[seen, index]),
                )
            )
        px = summarize_errors(rows.px[rows.counted])
        mm = summarize_errors(rows.mm[rows.counted], SDR_MM)
        errors = Errors(
            px.count,
            px.mean,
            px.deviation,
            px.median,
            estimates.pop("percent"),
            100 * _mean_of(rows.ne[rows.counted]),
            mm.mean,
            mm.deviation,
            tuple(100 * rate for rate in mm.within) if mm.count else (),
        )
        score = _mean_of(rows.scores[rows.counted])
        told = exchanged if np.isfinite(exchanged.value) else None
        return PromptDetail(prompt, estimates, errors, tuple(keypoints), score, told)

    def _keep_worst(self, data: CategoryData, prompt: str, found: Sequence[Answers]) -> None:
        worst: dict[int, WorstCase] = {}
        for one in found:
            shares = radial_errors(one.predicted, one.truth) / one.longer[:, None]
            for row, query in enumerate(one.queries.tolist()):
                counted = one.counted[row]
                if not counted.any():
                    continue
                error = float(shares[row][counted].mean())
                if query in worst and worst[query].error >= error:
                    continue
                worst[query] = WorstCase(
                    data,
                    prompt,
                    query,
                    tuple(one.supports.tolist()),
                    one.predicted[row],
                    counted,
                    one.scores(self._knots, self._by_prompt)[row],
                    np.where(counted, shares[row], np.nan),
                )
        ordered = sorted(worst.values(), key=lambda case: (case.right, -case.error))
        self._cases.setdefault(data.key, []).extend(ordered[: self._worst])

    def _category(self, data: CategoryData) -> CategoryDetail:
        return CategoryDetail(
            data.dataset,
            data.category.name,
            data.category.supercategory,
            len(data.samples),
            len({sample.group for sample in data.samples}),
            self._observers(data),
            tuple(self._details[data.key]),
        )

    def _observers(self, data: CategoryData) -> ObserverDetail | None:
        read = [number for number, sample in enumerate(data.samples) if sample.readings]
        if not read:
            return None
        px, share, mm = [], [], []
        for number in read:
            sample = data.samples[number]
            apart = np.where(sample.visible, observer_distances(sample.readings), np.nan)
            scale = np.array(self._spacing_of(data, number))
            px.append(apart)
            share.append(apart / sample.box.longer_side)
            mm.append(observer_distances([reading * scale for reading in sample.readings]))
        table = np.stack(px)
        return ObserverDetail(
            len(read),
            _mean_of(table),
            100 * _mean_of(np.stack(share)),
            _mean_of(np.where(np.isfinite(table), np.stack(mm), np.nan)),
            tuple(_mean_of(column) for column in table.T),
        )

    def _mean_of_set(self, dataset: str, prompt: str, key: str) -> tuple[float, FloatArray]:
        return _mean(
            [
                (kept[prompt].values[key], kept[prompt].draws[key])
                for name, kept in self._kept.items()
                if self._data[name].dataset == dataset and prompt in kept
            ]
        )

    def _wordings(self) -> list[WordingDetail]:
        found = []
        for wording in self._config.wordings:
            for prompt in ("text", "both"):
                if any(f"{prompt}/{wording}" in kept for kept in self._kept.values()):
                    found.append(self._wording(wording, prompt))
        return found

    def _wording(self, wording: str, prompt: str) -> WordingDetail:
        """Compares on the keypoints whose words differ, so that the others do not dilute the answer."""
        asked, total = 0, 0
        parts: dict[str, list[tuple[dict[str, tuple[float, FloatArray]], ...]]] = {}
        for key, kept in self._kept.items():
            data, worded = self._data[key], kept.get(f"{prompt}/{wording}")
            if worded is None or prompt not in kept:
                continue
            texts = self._config.texts(f"{prompt}/{wording}", data)
            changed = np.array([a != b for a, b in zip(texts, data.category.keypoints, strict=True)])
            asked, total = asked + int(changed.sum()), total + len(changed)
            rows = kept[prompt].rows, worded.rows
            if changed.any() and rows[0] is not None and rows[1] is not None:
                pair = tuple(self._on(data, one, changed) for one in rows if one is not None)
                parts.setdefault(data.dataset, []).append(pair)
        means = [
            {
                key: _mean([_mean([pair[side][key] for pair in pairs]) for pairs in parts.values()])
                for key in ("pck@0.1", "pck@0.05", "score")
            }
            for side in (0, 1)
        ]
        change = _difference(means[1]["pck@0.1"], means[0]["pck@0.1"])
        given, other = ({key: one[0] for key, one in side.items()} for side in means)
        return WordingDetail(wording, prompt, asked, total, given, other, _estimate(*change))

    def _on(
        self, data: CategoryData, rows: _Rows, changed: NDArray[np.bool_]
    ) -> dict[str, tuple[float, FloatArray]]:
        """Measures over some keypoints, pooled over episodes, with their (draws,) resampled values."""
        counted = rows.counted & changed
        columns = {
            "pck@0.1": 100.0 * (rows.right(MAIN_THRESHOLD) & changed),
            "pck@0.05": 100.0 * (rows.right(MAIN_THRESHOLD / 2) & changed),
            "score": np.where(counted, rows.scores, 0.0),
        }
        numerators = np.column_stack([column.sum(axis=1) for column in columns.values()])
        denominators = np.repeat(counted.sum(axis=1)[:, None].astype(np.float64), len(columns), axis=1)
        names = [f"{data.dataset}:{sample.group}" for sample in data.samples]
        groups = list(dict.fromkeys(names))
        column = np.array([groups.index(name) for name in names], np.intp)
        counts = group_counts(groups, self._draws)
        drawn = resampled_ratios(
            numerators, denominators, column[rows.queries], column[rows.supports], counts
        )
        total = float(counted.sum())
        return {
            key: (float(numerators[:, index].sum()) / total if total else _NAN, drawn[:, index])
            for index, key in enumerate(columns)
        }


def _mean_of(values: NDArray[Any]) -> float:
    known = np.asarray(values, dtype=np.float64)
    known = known[np.isfinite(known)]
    return float(known.mean()) if len(known) else _NAN


def _mean(parts: Sequence[tuple[float, FloatArray]]) -> tuple[float, FloatArray]:
    """The mean of measures that are numbers, and of their resampled values draw by draw."""
    known = [(value, draws) for value, draws in parts if np.isfinite(value)]
    if not known:
        return _NAN, np.full(1, np.nan)
    value = float(np.mean([value for value, _ in known]))
    stacked = np.stack(np.broadcast_arrays(*(draws for _, draws in known)))
    usable = np.isfinite(stacked)
    if not usable.any(axis=1).all():  # how one of them would differ with other pictures is not known
        return value, np.full(1, np.nan)
    counted = usable.sum(axis=0)
    means = np.where(usable, stacked, 0.0).sum(axis=0) / np.maximum(counted, 1)
    return value, np.where(counted > 0, means, np.nan)


def _difference(one: tuple[float, FloatArray], other: tuple[float, FloatArray]) -> tuple[float, FloatArray]:
    return one[0] - other[0], one[1] - other[1]


def _estimate(value: float, draws: FloatArray) -> Estimate:
    found = interval(draws)
    return Estimate(value, found.low, found.high)


def _estimates(parts: Mapping[str, tuple[float, FloatArray]]) -> dict[str, Estimate]:
    return {key: _estimate(*part) for key, part in parts.items()}

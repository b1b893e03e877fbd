"""An evaluation as one page to look at: tables, intervals, scores against hits, and the worst cases drawn.

The folder needs nothing else: no script, no font and no picture comes from anywhere but itself.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

from PIL import Image

from gkdt_core.errors import TrainingError
from gkdt_core.paths import resource_path
from trainer.evaluation.ap_file import ApRow
from trainer.evaluation.details import (
    CategoryDetail,
    Details,
    Estimate,
    KeypointDetail,
    WorstCase,
)
from trainer.evaluation.measures import CONFUSED
from trainer.evaluation.pictures import draw_case
from trainer.evaluation.published import paper_name, published_pck, source
from trainer.evaluation.settings import BASELINE, modality

_MAIN = "pck@0.1"
_NAMED = 3  # keypoints in a picture's caption
_WORDS = {
    "visual": "visual",
    "text": "text",
    "both": "both",
    BASELINE: "training-free",
    f"{BASELINE}/encoder": "training-free, other encoder",
}


def write_report(
    folder: Path,
    details: Details,
    results: Mapping[str, Any],
    cases: Mapping[str, Sequence[WorstCase]],
    about: Mapping[str, str],
    *,
    box_scale: float,
    ap_tables: Sequence[ApRow] = (),
) -> Path:
    """Writes `index.html` and `images/`, over what an earlier report left there.

    Args:
        folder: Made where it is missing; other files in it stay.
        details: What was measured.
        results: Of `evaluate`, with "sets", "mean" and "reliability".
        cases: For each "dataset/category" the worst cases to draw.
        about: Lines for the head of the page: what, and its value.
        box_scale: How much larger than an object's box the pictures of it are.
        ap_tables: COCO's AP, of which the rows of the sets measured here are shown.

    Returns:
        The page.

    Raises:
        TrainingError: The folder cannot be written.
    """
    page = folder / "index.html"
    try:
        (folder / "images").mkdir(parents=True, exist_ok=True)
        for old in (folder / "images").glob("case-*.jpg"):
            old.unlink()
        drawn = _draw(folder, cases, box_scale)
        page.write_text(_page(details, results, drawn, about, ap_tables), encoding="utf-8")
    except OSError as error:
        raise TrainingError(
            f"--report {folder} cannot be written: {error.strerror or error}.", hint="Choose another folder."
        ) from error
    return page


def _draw(
    folder: Path, cases: Mapping[str, Sequence[WorstCase]], box_scale: float
) -> dict[str, list[tuple[WorstCase, str]]]:
    """Every case with its picture's place relative to the page."""
    drawn: dict[str, list[tuple[WorstCase, str]]] = {}
    number = 0
    for key, several in cases.items():
        for case in several:
            number += 1
            name = f"images/case-{number:04d}.jpg"
            Image.fromarray(draw_case(case, box_scale)).save(folder / name, quality=85)
            drawn.setdefault(key, []).append((case, name))
    return drawn


def _page(
    details: Details,
    results: Mapping[str, Any],
    drawn: Mapping[str, Sequence[tuple[WorstCase, str]]],
    about: Mapping[str, str],
    ap_tables: Sequence[ApRow],
) -> str:
    sections = [
        ("summary", "Summary", _summary(details)),
        ("sets", "Sets", _sets(details)),
        ("ap", "COCO's AP", _ap(details, ap_tables)),
        ("published", "Published results", _published(details)),
        ("words", "Other words", _words(details)),
        ("scores", "Scores", _scores(results.get("reliability"))),
        ("categories", "Categories", _categories(details, drawn)),
        ("reading", "How to read this", _reading(details)),
    ]
    sections = [(key, title, body) for key, title, body in sections if body]
    style = resource_path("styles", "report.css").read_text(encoding="utf-8").replace("\n", "")
    links = "".join(f'<a href="#{key}">{title}</a>' for key, title, _ in sections)
    head = "".join(f"<dt>{escape(key)}</dt><dd>{escape(value)}</dd>" for key, value in about.items())
    bodies = "".join(f'<section id="{key}"><h2>{title}</h2>{body}</section>' for key, title, body in sections)
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>Evaluation of {escape(about.get('Model', 'a model'))}</title>"
        f"<style>{style}</style></head><body>"
        f"<header><h1>Evaluation of {escape(about.get('Model', 'a model'))}</h1><dl>{head}</dl>"
        f"<nav>{links}</nav></header><main>{bodies}</main></body></html>\n"
    )


def _summary(details: Details) -> str:
    keys = [key for key in next(iter(details.means.values()), {}) if key != CONFUSED]
    with_gain = bool(details.mean_gains)
    heads = ["Prompt", *(key.replace("pck", "PCK") for key in keys), "Exchanged"]
    rows = []
    for prompt in _without_other_words(details):
        means = details.means[prompt]
        row = [_prompt(prompt), *(_estimate(means[key]) for key in (*keys, CONFUSED))]
        if with_gain:
            row.append(_estimate(details.mean_gains.get(prompt), signed=True))
        rows.append(row)
    if with_gain:
        heads.append("Over the baseline")
    count = len(details.sets)
    what = f"Mean over {count} sets of the mean over their categories, in percent." if count > 1 else ""
    return f"<p>{what} Below each number where it lies with 95 % probability.</p>" + _table(heads, rows)


def _without_other_words(details: Details) -> list[str]:
    """The prompts that have no table of their own."""
    return [prompt for prompt in details.means if not _has_other_words(prompt)]


def _has_other_words(prompt: str) -> bool:
    return prompt != modality(prompt) != BASELINE


def _sets(details: Details) -> str:
    prompts = _without_other_words(details)
    compare = {"visual", "text", "both"} <= set(prompts)
    heads = ["Set", *(f"{_prompt(prompt)}" for prompt in prompts)]
    if compare:
        heads.append("Both less the better")
    if details.gains:
        heads.append("Over the baseline, least of the prompts")
    asked = [prompt for prompt in prompts if modality(prompt) != BASELINE]
    heads.append(f"Exchanged: {' / '.join(asked)}")
    rows = []
    for dataset, by_prompt in details.sets.items():
        row = [escape(dataset), *(_bar(by_prompt.get(prompt, {}).get(_MAIN)) for prompt in prompts)]
        if compare:
            better = max(by_prompt[prompt][_MAIN].value for prompt in ("visual", "text"))
            row.append(_number(by_prompt["both"][_MAIN].value - better, signed=True))
        if details.gains:
            gains = details.gains.get(dataset, {})
            row.append(
                _estimate(min(gains.values(), key=lambda one: _order(one.value), default=None), signed=True)
            )
        exchanged = [by_prompt.get(prompt, {}).get(CONFUSED) for prompt in asked]
        known = any(one is not None and math.isfinite(one.value) for one in exchanged)
        row.append(" / ".join(map(_estimate, exchanged)) if known else "–")
        rows.append(row)
    return (
        "<p>PCK@0.1 in percent. The bar is the value, the line on it where it lies with 95 % probability.</p>"
        + _table(heads, rows)
    )


def _ap(details: Details, ap_tables: Sequence[ApRow]) -> str:
    rows = [
        [
            f"{escape(one.dataset)} / {escape(one.category)}",
            _prompt(one.prompt),
            *(_number(value) for value in (one.ap, one.ap50, one.ap75, one.ar)),
            f"{one.objects:,}",
            f"{one.asked:,}",
            escape(one.sigmas_from),
        ]
        for one in ap_tables
        if one.dataset in details.sets
    ]
    if not rows:
        return ""
    heads = ["Category", "Prompt", "AP", "AP50", "AP75", "AR", "Objects", "Boxes asked", "Sigmas"]
    return "<p>Measured apart, with --protocol coco-ap: every object asked once, in percent.</p>" + _table(
        heads, rows
    )


def _published(details: Details) -> str:
    parts = []
    for dataset, by_prompt in details.sets.items():
        published = published_pck(dataset)
        if not published:
            continue
        models = list(dict.fromkeys(row.model for row in published))
        table = {(row.model, row.prompt): row.value for row in published}
        rows = [
            ["<strong>this model</strong>", *(_estimate(by_prompt.get(p, {}).get(_MAIN)) for p in _THREE)]
        ]
        rows += [[escape(model), *(_number(table.get((model, p))) for p in _THREE)] for model in models]
        title = f"{escape(dataset)} ({escape(str(paper_name(dataset)))} in the paper)"
        parts.append(f"<h3>{title}</h3>" + _table(["PCK@0.1", *_THREE], rows))
    if not parts:
        return ""
    return (
        f"<p>From {escape(source())}. The paper's numbers are of its own test splits; ours are of the split "
        "named above, so compare them only where that is the same.</p>" + "".join(parts)
    )


_THREE = ("visual", "text", "both")


def _words(details: Details) -> str:
    if not details.wordings:
        return ""
    rows = [
        [
            f"{_prompt(one.prompt)}, {escape(one.wording)}",
            f"{one.keypoints} of {one.of}",
            _number(one.given["pck@0.1"]),
            _number(one.asked["pck@0.1"]),
            _estimate(one.change, signed=True),
            _number(one.given["score"], 3),
            _number(one.asked["score"], 3),
        ]
        for one in details.wordings
    ]
    heads = [
        "Words",
        "Keypoints",
        "PCK@0.1, names as given",
        "Other words",
        "Change",
        "Mean score, as given",
        "Other words",
    ]
    return (
        "<p>On the keypoints whose words differ. Synonyms should cost little; wrong names are of something "
        "else, and the scores must drop with them.</p>" + _table(heads, rows)
    )


def _scores(found: Mapping[str, Any] | None) -> str:
    if not found or not found["count"]:
        return ""
    rows = [
        [
            f"{row['low']:.1f} to {row['high']:.1f}",
            f"{row['count']:,}",
            _number(row["score"], 3),
            _number(row["right"], 3),
        ]
        for row in found["bins"]
        if row["count"]
    ]
    parts = ", ".join(f"{escape(prompt)} {part['error']:.3f}" for prompt, part in found["by_prompt"].items())
    return (
        f"<p>A score should be the share of such points that are right at PCK@{found['threshold']:g}. "
        f"Expected calibration error {found['error']:.3f} ({parts}).</p>"
        f'<div class="pair">{_reliability_chart(found["bins"])}'
        + _table(["Score", "Points", "Mean score", "Right"], rows)
        + "</div>"
    )


def _reliability_chart(bins: Sequence[Mapping[str, Any]]) -> str:
    side, edge = 220, 28

    def place(x: float, y: float) -> tuple[float, float]:
        return edge + x * side, 8 + (1 - y) * side

    most = max(row["count"] for row in bins)
    marks = []
    for row in bins:
        if row["count"]:
            x, y = place(row["score"], row["right"])
            radius = 2.5 + 5 * math.sqrt(row["count"] / most)
            marks.append(f'<circle class="mark" cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}"/>')
    (x0, y0), (x1, y1) = place(0, 0), place(1, 1)
    ticks = "".join(
        f'<text x="{place(v, 0)[0]:.0f}" y="{y0 + 14:.0f}" text-anchor="middle">{v:g}</text>'
        f'<text x="{edge - 5}" y="{place(0, v)[1] + 4:.0f}" text-anchor="end">{v:g}</text>'
        for v in (0, 0.5, 1)
    )
    return (
        f'<svg class="chart" viewBox="0 0 {side + edge + 12} {side + 40}" width="{side + edge + 12}" '
        f'height="{side + 40}" role="img" aria-label="Share of right points over score">'
        f'<rect class="frame" x="{x0}" y="{y1}" width="{side}" height="{side}"/>'
        f'<line class="ideal" x1="{x0}" y1="{y0}" x2="{x1}" y2="{y1}"/>{"".join(marks)}{ticks}'
        f'<text x="{edge + side / 2}" y="{side + 36}" text-anchor="middle">mean score; up: share right</text>'
        "</svg>"
    )


def _categories(details: Details, drawn: Mapping[str, Sequence[tuple[WorstCase, str]]]) -> str:
    return "".join(
        _category(one, drawn.get(f"{one.dataset}/{one.category}", ())) for one in details.categories
    )


def _category(one: CategoryDetail, drawn: Sequence[tuple[WorstCase, str]]) -> str:
    errors = _error_table(one)
    pictures = "".join(_figure(case, name) for case, name in drawn)
    if pictures:
        pictures = f'<h4>Worst cases</h4><div class="cases">{pictures}</div>'
    group = f"{escape(one.supercategory)}, " if one.supercategory else ""
    best = max((detail.pck[_MAIN].value for detail in one.prompts), key=_order, default=float("nan"))
    return (
        f"<details><summary><span>{escape(one.dataset)} / <strong>{escape(one.category)}</strong></span>"
        f'<span class="quiet">{group}{one.instances} instances in {one.groups} groups, best PCK@0.1 '
        f"{_number(best)}</span></summary>{errors}{_keypoint_table(one)}{pictures}</details>"
    )


def _error_table(one: CategoryDetail) -> str:
    in_mm = any(detail.errors.sdr for detail in one.prompts) or (
        one.observers is not None and math.isfinite(one.observers.mean_mm)
    )
    heads = ["Prompt", "PCK@0.05", "PCK@0.1", "Exchanged", "Mean px", "Median px", "% of box", "NE %"]
    heads += ["MRE mm", "SDR 2 / 2.5 / 3 / 4 mm"] if in_mm else []
    rows = []
    for detail in one.prompts:
        errors = detail.errors
        row = [
            _prompt(detail.prompt),
            _estimate(detail.pck["pck@0.05"]),
            _estimate(detail.pck[_MAIN]),
            _estimate(detail.exchanged),
            _number(errors.mean_px, 2),
            _number(errors.median_px, 2),
            _estimate(errors.percent, 2),
            _number(errors.ne, 2),
        ]
        if in_mm:
            row += [
                f"{_number(errors.mean_mm, 2)} ± {_number(errors.deviation_mm, 2)}",
                " / ".join(_number(rate) for rate in errors.sdr) or "–",
            ]
        rows.append(row)
    if one.observers is not None:
        people = one.observers
        row = [
            f"two people ({people.instances} instances)",
            *["–"] * 3,
            _number(people.mean_px, 2),
            "–",
            _number(people.percent, 2),
            "–",
        ]
        rows.append([*row, _number(people.mean_mm, 2), "–"] if in_mm else row)
    return _table(heads, rows)


def _keypoint_table(one: CategoryDetail) -> str:
    prompts = [detail for detail in one.prompts if not _has_other_words(detail.prompt)]
    if not prompts:
        return ""
    heads = ["Keypoint", *(f"{_prompt(detail.prompt)}: PCK@0.1" for detail in prompts)]
    heads += [f"{_prompt(detail.prompt)}: % of box" for detail in prompts]
    heads += ["Two people, px"] if one.observers is not None else []
    rows = []
    for index, keypoint in enumerate(prompts[0].keypoints):
        row = [escape(keypoint.name)]
        several = [detail.keypoints[index] for detail in prompts]
        row += [_keypoint_pck(entry) for entry in several]
        row += [_number(entry.percent) for entry in several]
        if one.observers is not None:
            row.append(_number(one.observers.keypoints[index], 2))
        rows.append(row)
    return "<h4>Keypoints</h4>" + _table(heads, rows)


def _keypoint_pck(entry: KeypointDetail) -> str:
    return _estimate(entry.pck) if entry.count else "–"


def _figure(case: WorstCase, name: str) -> str:
    names = case.data.category.keypoints
    far = sorted((index for index in range(len(names)) if case.counted[index]), key=lambda i: -case.errors[i])
    worst = ", ".join(f"{names[index]} {100 * case.errors[index]:.0f} %" for index in far[:_NAMED])
    sample = case.data.samples[case.query]
    shown = "support, truth, answer" if case.supports else "truth, answer"
    alone = "" if len(case.supports) < 2 else f" (first of {len(case.supports)} supports)"
    text = (
        f"<strong>{_prompt(case.prompt)}</strong> {escape(sample.name)}: {100 * case.right:.0f} % right, "
        f"mean error {100 * case.error:.0f} % of the box. Furthest: {escape(worst)}. "
        f'<span class="quiet">{shown}{alone}</span>'
    )
    alt = f"{case.data.key}, {case.prompt}: {shown}"
    picture = f'<img loading="lazy" src="{name}" alt="{escape(alt)}">'
    return f"<figure>{picture}<figcaption>{text}</figcaption></figure>"


def _reading(details: Details) -> str:
    return f"""<ul>
<li><strong>PCK@t</strong>: a keypoint is right if it lies within t times the longer side of the object's
true box. Each number is the mean over episodes of the share of visible, prompted keypoints that are
right.</li>
<li><strong>Intervals</strong>: episodes draw the same pictures again and again, so not episodes but pictures
(videos or people where several pictures belong together) are resampled, {details.draws:,} times, as supports
and as queries at once. They say what other pictures of the same kind would give, not what another kind
would.</li>
<li><strong>Exchanged</strong>: percent of the points with a visible left-right partner that lie nearer to the
partner's place than to their own, and right there at PCK@0.1.</li>
<li><strong>% of box</strong>: mean distance as a share of the longer side of the box. <strong>NE</strong>: as
a share of the longer side of the picture. <strong>MRE</strong>: in mm, ± the standard deviation.
<strong>SDR</strong>: percent of points at most so many mm off.</li>
<li><strong>Two people</strong>: the mean distance between two readings of the same instances. Nobody can
tell whether a model is more exact than that.</li>
<li><strong>Worst cases</strong> are those with the fewest right points, then with the largest mean error; the
pictures in this folder come from the data, so keep it where those may be.</li>
</ul>"""


def _prompt(prompt: str) -> str:
    if prompt in _WORDS:
        return _WORDS[prompt]
    kind, _, name = prompt.partition("/")
    return escape(f"{_WORDS.get(kind, kind)}, {name}" if name else kind)


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    head = "".join(f'<th scope="col">{title}</th>' for title in heads)
    body = "".join(
        "<tr>" + f'<th scope="row">{row[0]}</th>' + "".join(f"<td>{cell}</td>" for cell in row[1:]) + "</tr>"
        for row in rows
    )
    return f'<div class="wide"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'


def _number(value: float | None, digits: int = 1, *, signed: bool = False) -> str:
    if value is None or not math.isfinite(value):
        return "–"
    text = f"{value:+.{digits}f}" if signed else f"{value:.{digits}f}"
    return text.replace("-", "−")


def _estimate(one: Estimate | None, digits: int = 1, *, signed: bool = False) -> str:
    """A number, and small below it its interval."""
    if one is None or not math.isfinite(one.value):
        return "–"
    text = _number(one.value, digits, signed=signed)
    if not math.isfinite(one.low):
        return text
    low, high = (_number(value, digits, signed=signed) for value in (one.low, one.high))
    return f"{text}<small>{low} to {high}</small>"


def _bar(one: Estimate | None) -> str:
    """A number with a bar from 0 to 100 and its interval as a line."""
    if one is None or not math.isfinite(one.value):
        return "–"
    whisker = ""
    if math.isfinite(one.low):
        whisker = f'<line class="whisker" x1="{one.low:.1f}" y1="4" x2="{one.high:.1f}" y2="4"/>'
    title = _number(one.value)
    if math.isfinite(one.low):
        title += f", {_number(one.low)} to {_number(one.high)}"
    return (
        f'{_number(one.value)}<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" width="96" '
        f'height="8"><title>{title}</title><rect class="ground" width="100" height="8"/>'
        f'<rect class="fill" width="{max(0.0, one.value):.1f}" height="8"/>{whisker}</svg>'
    )


def _order(value: float) -> float:
    """For sorting with numbers that are none."""
    return value if math.isfinite(value) else -math.inf

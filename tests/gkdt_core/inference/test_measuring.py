"""What a benchmark counts and how it takes times."""

from __future__ import annotations

import pytest
import torch
from torch.nn import functional as F

from gkdt_core.inference.measuring import (
    Timing,
    count_flops,
    interleaved,
    matmul_work,
    peak_memory,
    this_machine,
    timed,
)
from gkdt_core.model.packed import PackedLinear

CPU = torch.device("cpu")


def no_wait() -> None:
    return None


def test_a_timing_has_its_median_and_minimum_and_can_be_shared() -> None:
    timing = Timing((9.0, 3.0, 6.0))
    assert (timing.median_ms, timing.min_ms) == (6.0, 3.0)
    assert timing.per(3).runs_ms == (3.0, 1.0, 2.0)


def test_works_run_by_turns_and_backwards_every_second_round() -> None:
    seen: list[tuple[str, int]] = []
    works = {name: (lambda index, name=name: seen.append((name, index))) for name in "ab"}
    times = interleaved(works, 3, no_wait)
    assert seen == [("a", 0), ("b", 0), ("b", 1), ("a", 1), ("a", 2), ("b", 2)]
    assert all(len(timing.runs_ms) == 3 and timing.min_ms >= 0 for timing in times.values())


def test_a_duration_ends_when_the_device_is_done_and_not_before() -> None:
    order: list[str] = []
    assert timed(lambda _: order.append("work"), 0, lambda: order.append("wait")) >= 0
    assert order == ["wait", "work", "wait"]


@pytest.mark.parametrize(
    ("work", "flops"),
    [
        (lambda: F.linear(torch.ones(10, 32), torch.ones(64, 32)), 2 * 10 * 32 * 64),
        (lambda: F.conv2d(torch.ones(1, 8, 6, 6), torch.ones(4, 8, 1, 1)), 2 * 36 * 8 * 4),
        # queries with keys, then weights with values
        (lambda: F.scaled_dot_product_attention(*(torch.ones(2, 3, 5, 16),) * 3), 4 * 2 * 3 * 5 * 5 * 16),
        (lambda: F.gelu(torch.ones(100)), 0),
    ],
)
def test_operations_are_counted_as_two_for_each_multiply_add(work: object, flops: int) -> None:
    assert count_flops(work) == flops  # type: ignore[arg-type]


@pytest.mark.parametrize("weight", [1.0, 1 + 2.0**-20])  # the second is no float16 number, and packed whole
def test_products_with_packed_weights_are_counted_too(weight: float) -> None:
    packed = PackedLinear(torch.full((512, 1024), weight), torch.zeros(512))
    assert count_flops(lambda: packed(torch.ones(1, 7, 1024))) == 2 * 7 * 512 * 1024


def test_the_matrix_product_says_how_many_operations_it_has() -> None:
    work, flops = matmul_work(CPU, torch.float32)
    assert count_flops(lambda: work(0)) == flops


def test_the_process_has_had_memory_in_use_where_the_system_says_so() -> None:
    before = peak_memory()
    if not before:
        pytest.skip("this system does not say how much memory a process had")
    kept = torch.ones(64 * 2**18)  # 64 MiB, written to
    assert kept.sum() > 0
    assert peak_memory() >= before


def test_the_machine_is_named() -> None:
    machine = this_machine(CPU)
    assert machine.device == "cpu"
    assert machine.threads == torch.get_num_threads()
    assert machine.processor
    assert machine.torch == torch.__version__

"""The benchmarks run and say what they promise. How fast anything is depends on the machine, so nothing here asks."""

import json
import math
import platform
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
HAS_MEMORY = platform.system() in ("Linux", "Darwin")
PAPER = ("ms", "floor_ms", "over_floor", "kb", "pages")
PAGE = ("first_ms", "ms", "floor_ms")
KEYS = {
    "board": {
        *(f"drag_{size}_{what}" for size in (500, 5000) for what in ("median_ms", "p99_ms", "floor_ms", "over_floor")),
        "drag_500_floor_p99_ms",
        "drag_5000_floor_p99_ms",
        "drag_5000_over_500",
        "repaint_1000_ms",
        "repaint_1000_p95_ms",
        "repaint_1000_floor_ms",
        "repaint_1000_over_floor",
        "zoom_step_1000_ms",
        "zoom_step_1000_p95_ms",
        "zoom_sharp_1000_ms",
        "drop_1000_ms",
        "drop_1000_p95_ms",
        "drop_1000_floor_ms",
        "drop_1000_floor_p95_ms",
        "drop_1000_over_floor",
        "import_1000_ms",
        "import_1000_first_paint_ms",
        "import_1000_floor_ms",
        "import_1000_over_floor",
        *(("rss_1000_mb", "rss_floor_mb") if HAS_MEMORY else ()),
    },
    "touch": {
        "touch_10_followed",
        "touch_10_frame_p95_ms",
        "touch_10_frame_floor_p95_ms",
        "touch_10_over_floor",
    },
    "startup": {
        "start_floor_ms",
        "start_page_ms",
        "start_page_over_floor",
        "start_board_ms",
        "start_over_floor",
        "start_loaded_ms",
        "start_rest_ms",
    },
    "pages": {
        *(f"page_{page}_{what}" for page in ("lead", "map", "choose", "prepare", "board", "promises") for what in PAGE),
        *(f"tick_{page}_{what}" for page in ("lead", "board") for what in ("ms", "p95_ms")),
        "tick_floor_ms",
    },
    "storage": {
        *(f"commit_20000_{what}" for what in ("ms", "p95_ms", "floor_ms", "floor_p95_ms", "over_floor")),
        *(f"drop_20000_{what}" for what in ("ms", "p95_ms", "floor_p95_ms", "over_floor")),
        *(f"load_20000_{what}" for what in ("ms", "floor_ms", "over_floor")),
        "undo_20000_ms",
        "redo_20000_ms",
        "summary_20000_ms",
        "write_20000_ms",
        "file_20000_mb",
    },
    "documents": {
        "plan_first_ms",
        *(f"{plan}_{what}" for plan in ("plan", "plan_31", "plan_201") for what in PAPER),
        "certify_ms",
        "certify_kb",
        *(f"csv_{way}_1000_{what}" for way in ("read", "write") for what in ("ms", "floor_ms", "over_floor")),
    },
    "ledger": {f"ledger_20000_{what}" for what in ("ms", "worst_ms", "floor_ms", "over_floor")},
    "packs": {
        "pack_kb",
        *(f"pack_read_{what}" for what in ("ms", "floor_ms", "over_floor")),
        "refuse_worst_ms",
        "refuse_worst_mb",
    },
}


def run(*words: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "benchmarks", *words], cwd=ROOT, capture_output=True, text=True, timeout=300, check=False
    )


@pytest.mark.parametrize("area", KEYS)
def test_an_area_gives_all_its_figures(area: str) -> None:
    done = run(area, "--small", "--json")
    assert done.returncode == 0, done.stderr
    figures = json.loads(done.stdout)
    assert set(figures) == KEYS[area]
    assert all(math.isfinite(value) and value > 0 for value in figures.values()), figures
    assert done.stderr == ""


def test_without_json_it_is_a_line_a_figure() -> None:
    done = run("documents", "--small")
    assert done.returncode == 0, done.stderr
    assert {line.split()[0] for line in done.stdout.splitlines()} == KEYS["documents"]


def test_an_area_that_is_not_there_is_refused() -> None:
    assert run("kitchen").returncode == 2

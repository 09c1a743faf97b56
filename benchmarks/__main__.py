"""See `benchmarks`."""

import argparse
import os
from importlib import import_module

from benchmarks.report import show

AREAS = ("board", "touch", "startup", "pages", "storage", "documents", "ledger", "packs")


def main() -> int:
    """Measure one area and print its figures."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="How fast the app is, beside its floor.")
    parser.add_argument("area", choices=AREAS)
    parser.add_argument("--json", action="store_true", help="one JSON object instead of lines")
    parser.add_argument("--small", action="store_true", help="a quick run with little, only to see that it runs")
    asked = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt is imported
    show(import_module(f"benchmarks.{asked.area}").measure(small=asked.small), as_json=asked.json)
    return 0


raise SystemExit(main())

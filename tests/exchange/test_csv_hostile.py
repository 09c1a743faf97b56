"""Files made to hurt: read or turned away within two seconds and 200 MB, by a process that does nothing else."""

import json
import subprocess
import sys

import pytest

from workshop_app.exchange.csv_in import Layout, UnreadableError, guess, read
from workshop_app.exchange.unreadable import SIZE_LIMIT

CHILD = """
import csv, json, sys, time
from workshop_app.exchange.csv_in import Layout, UnreadableError, guess, preview, read

def filled(unit, before=b""):
    return before + unit * ((10 * 1024 * 1024 - len(before)) // len(unit))

files = {
    "one line": lambda: filled(b"abc "),
    "one line, UTF-16": lambda: filled("abc ".encode("utf-16-le"), b"\\xff\\xfe"),
    "delimiters": lambda: filled(b"a,"),
    "5,000 columns": lambda: filled(b"more trips," * 5_000 + b"\\n"),
    "wide and long": lambda: filled(b"more trips," * 900 + b"\\n"),
    "one huge cell": lambda: filled(b"x", b'id,idea\\n1,"'),
    "a cell of many lines": lambda: filled(b"more trips for all of us and a bike shed\\n" * 4, b'id,idea\\n1,"'),
    "closed and opened again": lambda: filled(b'a","b\\n', b'id,idea\\n1,"'),
    "the same, then broken": lambda: filled(b'a","b\\n' * 900 + b'"x\\n', b'id,idea\\n1,"'),
    "quotation marks": lambda: filled(b'"'),
    "opened again and again": lambda: filled(b'1,"a' + b"b" * 1_500 + b"\\n"),
    "opened, then doubled": lambda: filled(b'1,"a\\n' + b'x""' + b"b" * 1_500 + b",c\\n"),
    "piles of accents": lambda: filled(("1,a" + "\\u0301\\u0316" * 900 + "\\n").encode()),
    "emoji": lambda: filled(("1," + "\\U0001f600 go " * 140 + "\\n").encode()),
    "short lines": lambda: filled(b"a\\n"),
}
limit = csv.field_size_limit()


def peak():
    # Of this process alone: ru_maxrss also tells of the parent that forked it.
    status = open("/proc/self/status").read()
    return int(status.split("VmHWM:")[1].split()[0]) // 1024


for name, make in files.items():
    data = make()
    layout = Layout("utf-8", ",", has_header=False, column=0)
    slowest = 0.0
    for step in (guess, lambda data: preview(data, layout), lambda data: read(data, layout)):
        begun = time.process_time()
        try:
            found = step(data)
            layout = found if step is guess else layout
        except UnreadableError:
            pass
        slowest = max(slowest, time.process_time() - begun)
    del data, found
    print(json.dumps([name, slowest, peak()]), flush=True)
assert csv.field_size_limit() == limit
"""


@pytest.mark.skipif(sys.platform != "linux", reason="peak memory is measured the Linux way")
def test_hostile_files_cost_little():
    child = subprocess.run([sys.executable, "-c", CHILD], check=True, capture_output=True, text=True, timeout=60)
    measured = [json.loads(line) for line in child.stdout.splitlines()]
    assert len(measured) == 15
    assert [entry for entry in measured if entry[1] > 2 or entry[2] > 200] == []


def test_one_byte_over_the_limit_is_turned_away():
    data = b"a\n" * (SIZE_LIMIT // 2) + b"a"
    for step in (guess, lambda data: read(data, Layout("utf-8", ",", has_header=False, column=0))):
        with pytest.raises(UnreadableError, match=r"^This file is larger than 10 MB\.$"):
            step(data)


def test_a_row_far_too_long_is_left_out_and_the_next_one_comes_in():
    data = b"id,idea\n1," + b"x" * 3_000_000 + b'\n2,"More\ntrips"\n'
    arrived = read(data, Layout("utf-8", ",", has_header=True, column=1))
    assert [(idea.line, idea.text) for idea in arrived.ideas] == [(3, "More trips")]
    assert [(row.line, row.why) for row in arrived.damaged] == [(2, "The row is too long to be read.")]


def test_a_thousand_rows_with_an_open_quotation_mark_are_each_reported():
    data = b"id,idea\n" + b'1,"open\n2,Bike shed\n' * 1_000
    arrived = read(data, Layout("utf-8", ",", has_header=True, column=1))
    assert len(arrived.damaged) == 1_000
    assert len(arrived.ideas) + len(arrived.duplicates) == 1_000

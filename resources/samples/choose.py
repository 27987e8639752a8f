#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Faultscope developers
"""Chooses the records of aborts.jsonl.gz from a whole recording: choose.py a64-abort.jsonl.gz aborts.jsonl.gz

The choice depends on the input alone: class by class, in turn, the first record that shows the most features no chosen
record of its class shows yet.
"""
import gzip
import json
import sys

COVERED = ("gpr.", "pair.", "fp.", "ordered")
OF_COVERED_CLASSES = 170  # the other classes give one record each


def features(record):
    """What a record shows, as a set of names."""
    esr = int(record["out"]["esr"], 16)
    shown = {
        "isv=%d" % (esr >> 24 & 1),
        "wnr=%d" % (esr >> 6 & 1),
        "fsc=%#x" % (esr & 0x3F),
        "el=%d" % record["el"],
        "s1=%d" % record["s1"],
    }
    shown |= {key for key in ("s1ptw", "tbi", "be") if key in record}
    shown |= {tag for tag in record.get("tags", []) if not tag.startswith("near:")}
    return shown


def main(source, target):
    by_class = {}
    with gzip.open(source, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            record = json.loads(line)
            if "cu" not in record and "qemu_quirk" not in record:
                by_class.setdefault(record["class"], []).append((number, line, features(record)))

    chosen = []
    seen = {name: set() for name in by_class}
    overall = set()

    def take(name):
        best = max(by_class[name], key=lambda row: (len(row[2] - seen[name]) + 2 * len(row[2] - overall), -row[0]))
        by_class[name].remove(best)
        seen[name] |= best[2]
        overall.update(best[2])
        chosen.append(best)

    covered = [name for name in by_class if name.startswith(COVERED)]
    while len(chosen) < OF_COVERED_CLASSES and any(by_class[name] for name in covered):
        for name in covered:
            if by_class[name] and len(chosen) < OF_COVERED_CLASSES:
                take(name)
    for name in by_class:
        if name not in covered:
            take(name)

    text = "".join(line for _, line, _ in sorted(chosen)).encode()
    with open(target, "wb") as out, gzip.GzipFile(filename="", mode="wb", compresslevel=9, fileobj=out, mtime=0) as packed:
        packed.write(text)


main(*sys.argv[1:])

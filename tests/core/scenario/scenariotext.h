// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include <QByteArray>

namespace fscope::test {

/// A guest with stage 1 on that stores a word to a PL011 which stage 2 does not map: str w2, [x1], #4, twice.
inline QByteArray scenarioText()
{
    return R"({
  "fscope_scenario": 1,
  "name": "test",
  "title": "A test",
  "policy": "openvmm",
  "cpu": {"pc": "0x10000", "el": 1, "spsel": 1, "x1": "0x20000", "x2": "0x48", "v3": "0x00000000000000010000000000000002"},
  "memory": [
    {"name": "ram", "at": "0x40000000", "size": "0x200000", "pa": "0x80000000",
     "content": [{"offset": 0, "instructions": [["0xb8004422", "str w2, [x1], #4"], "0xb8004422"]}]}
  ],
  "devices": [{"name": "uart0", "model": "pl011", "at": "0x9000000"}],
  "translation": {
    "stage1": {"tables": "0x40100000", "mappings": [
      {"va": "0x10000", "ipa": "0x40000000", "size": "0x1000"},
      {"va": "0x20000", "ipa": "0x9000000", "size": "0x1000", "rights": "rw", "attr": "device"}]},
    "stage2": {"entries": [{"ipa": "0x9000000", "level": 3, "descriptor": 0}]}
  },
  "intercepts": [
    {"name": "first", "expect": {"outcome": "completed", "registers": {"x1": "0x20004"}, "output": {"uart0": "H"}}},
    {"name": "second", "registers": {"x1": "0x20000", "x2": "0x69"}}
  ],
  "lesson": {
    "en": {"title": "T", "summary": "S", "parts": [{"when": "mmio", "intercept": 2, "text": ["a", "b"]}]},
    "zh_CN": {"title": "Z", "summary": "S", "parts": [{"when": "mmio", "intercept": 2, "text": "c"}]}
  }
})";
}

inline QByteArray scenarioText(const char* from, const char* to)
{
    return scenarioText().replace(from, to);
}

} // namespace fscope::test

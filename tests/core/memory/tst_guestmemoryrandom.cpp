// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

/// Random operations on GuestMemory of several layouts against a plain list of bytes. The environment may
/// give FSCOPE_RANDOM_OPERATIONS (how many, 200,000 if not given) and FSCOPE_RANDOM_SEED.

#include "core/base/splitmix.h"
#include "tests/core/memory/memorymodel.h"

#include <QTest>

using namespace fscope;
using namespace fscope::test;

class TestGuestMemoryRandom : public QObject
{
    Q_OBJECT

private slots:
    void agreesWithAPlainListOfBytes();
};

void TestGuestMemoryRandom::agreesWithAPlainListOfBytes()
{
    constexpr std::uint64_t kStepsEach = 500;
    const QByteArray wanted = qgetenv("FSCOPE_RANDOM_OPERATIONS");
    const std::uint64_t operations = wanted.isEmpty() ? 200'000 : wanted.toULongLong();
    const std::uint64_t seed = qgetenv("FSCOPE_RANDOM_SEED").toULongLong();
    for (std::uint64_t turn = 0; turn * kStepsEach < operations; ++turn) {
        std::uint64_t k = 0;
        auto draw = [&](std::uint64_t below) { return splitmix(seed + turn * 0x100000001, ++k) % below; };
        MemoryModel model(draw);
        std::string wrong;
        std::uint64_t step = 0;
        for (; step < kStepsEach && wrong.empty(); ++step)
            wrong = model.step();
        if (wrong.empty())
            wrong = model.compareAll();
        QVERIFY2(
            wrong.empty(), fmt::format("seed {}, memory {}, step {}: {}", seed, turn, step, wrong).c_str());
    }
}

QTEST_GUILESS_MAIN(TestGuestMemoryRandom)
#include "tst_guestmemoryrandom.moc"

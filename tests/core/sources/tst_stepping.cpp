// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/machine/run.h"
#include "core/sources/lessons.h"
#include "core/sources/opensource.h"
#include "tests/support/paths.h"

#include <QFile>
#include <QTest>

using namespace fscope;
using namespace fscope::sources;
using namespace Qt::StringLiterals;

/// Stepping any intercept to its end and back to its start gives the state the run had there, bit for bit.
class TestStepping : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void forwardAndBackIsExact_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("policy");
        QStringList names { u"sample"_s };
        for (const std::string_view lesson : lessonNames())
            names << QString::fromUtf8(lesson.data(), qsizetype(lesson.size()));
        if (const QString all = test::sourcePath(u"../shared/vectors/a64-abort.jsonl.gz"_s);
            QFile::exists(all))
            names << all;
        for (const QString& name : names)
            for (const hypervisor::HypervisorPolicy* policy : hypervisor::policies())
                QTest::addRow("%s, %s", qPrintable(name.section(u'/', -1)), policy->id())
                    << name << QByteArray(policy->id());
    }

    void forwardAndBackIsExact()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, policy);
        const auto source = openSource(name.toStdString());
        QVERIFY2(source, source ? "" : source.error().text().c_str());
        for (std::size_t i = 0; i < (*source)->size(); ++i) {
            const auto run = (*source)->run(i, **hypervisor::policyById(policy.toStdString()));
            const std::string id = (*source)->summary(i)->name;
            QVERIFY2(run, id.c_str());
            machine::Replay replay(*run);
            const std::size_t end = (*run)->steps.size();
            QVERIFY2(replay.guest().sameState(*(*run)->before), id.c_str());
            replay.moveTo(end);
            QVERIFY2(replay.guest().sameState(*(*run)->after), id.c_str());
            // Step by step on the way back, so that each step is undone alone.
            while (replay.position() > 0)
                replay.moveTo(replay.position() - 1);
            QVERIFY2(replay.guest().sameState(*(*run)->before), id.c_str());
            // Forwards again from anywhere gives the same.
            replay.moveTo(end / 2);
            replay.moveTo(end);
            QVERIFY2(replay.guest().sameState(*(*run)->after), id.c_str());
        }
    }
};

QTEST_GUILESS_MAIN(TestStepping)
#include "tst_stepping.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/hypervisor/microstep.h"
#include "core/sources/lessons.h"
#include "core/sources/opensource.h"

#include <QTest>

#include <array>

using namespace fscope;
using namespace fscope::sources;

namespace {

constexpr std::array kPolicies { "openvmm", "qemu-hvf" };

std::unique_ptr<machine::InterceptSource> lessonSource(const QByteArray& name)
{
    auto source = openSource(name.toStdString());
    if (!source)
        qFatal("%s", source.error().text().c_str());
    return std::move(*source);
}

/// Whether the run has the step that shows the part.
bool isShown(const machine::LessonPart& part, const machine::InterceptRun& run)
{
    if (part.whenStep.empty())
        return true;
    unsigned seen = 0;
    for (const hypervisor::MicroStep& step : run.steps)
        if (part.whenStep == hypervisor::stepName(step) && ++seen == part.occurrence)
            return true;
    return false;
}

} // namespace

/// What a lesson promises its reader.
class TestLessons : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPartIsShownUnderSomePolicy_data() { lessons(); }
    void everyPartIsShownUnderSomePolicy()
    {
        QFETCH(QByteArray, name);
        const auto source = lessonSource(name);
        const auto lesson = source->lesson("en");
        QVERIFY(lesson);
        QVERIFY(lesson->parts.size() >= 5);
        std::vector<bool> shown(lesson->parts.size());
        for (const char* policy : kPolicies)
            for (std::size_t i = 0; i < source->size(); ++i) {
                const auto run = source->run(i, **hypervisor::policyById(policy));
                QVERIFY2(run, run ? "" : run.error().text().c_str());
                for (std::size_t part = 0; part < shown.size(); ++part)
                    if (const std::size_t wanted = lesson->parts[part].intercept;
                        wanted == 0 || wanted == i + 1)
                        shown[part] = shown[part] || isShown(lesson->parts[part], **run);
            }
        for (std::size_t part = 0; part < shown.size(); ++part)
            QVERIFY2(shown[part], lesson->parts[part].text.c_str());
    }

    void chineseHasTheSameParts_data() { lessons(); }
    void chineseHasTheSameParts()
    {
        QFETCH(QByteArray, name);
        const auto source = lessonSource(name);
        const auto english = source->lesson("en");
        const auto chinese = source->lesson("zh_CN");
        QVERIFY(chinese);
        QVERIFY(chinese->title != english->title);
        QVERIFY(chinese->summary != english->summary);
        QCOMPARE(chinese->parts.size(), english->parts.size());
        for (std::size_t i = 0; i < english->parts.size(); ++i) {
            QCOMPARE(chinese->parts[i].whenStep, english->parts[i].whenStep);
            QCOMPARE(chinese->parts[i].occurrence, english->parts[i].occurrence);
            QCOMPARE(chinese->parts[i].intercept, english->parts[i].intercept);
            QVERIFY(!chinese->parts[i].text.empty());
            QVERIFY(chinese->parts[i].text != english->parts[i].text);
        }
    }

    void everyInterceptIsExpectedToDoSomething_data() { lessons(); }
    void everyInterceptIsExpectedToDoSomething()
    {
        QFETCH(QByteArray, name);
        const auto source = lessonSource(name);
        for (std::size_t i = 0; i < source->size(); ++i) {
            const auto run = source->run(i, **hypervisor::policyById("openvmm"));
            QVERIFY(run);
            QVERIFY(source->compare(i, **run));
        }
    }

    /// The lessons whose point is a difference do show it, the others do not.
    void policiesDifferWhereTheLessonSaysSo_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("policy");
        QTest::addColumn<QList<int>>("differing"); ///< intercepts, from 1
        QTest::newRow("post-index-store, OpenVMM")
            << QByteArray("post-index-store") << QByteArray("openvmm") << QList<int> {};
        QTest::newRow("post-index-store, QEMU")
            << QByteArray("post-index-store") << QByteArray("qemu-hvf") << QList<int> {};
        QTest::newRow("isv1-load, OpenVMM")
            << QByteArray("isv1-load") << QByteArray("openvmm") << QList<int> {};
        QTest::newRow("isv1-load, QEMU extends too far")
            << QByteArray("isv1-load") << QByteArray("qemu-hvf") << QList<int> { 4 };
        QTest::newRow("ldp-device, OpenVMM loses the second store")
            << QByteArray("ldp-device") << QByteArray("openvmm") << QList<int> { 3 };
        QTest::newRow("ldp-device, QEMU")
            << QByteArray("ldp-device") << QByteArray("qemu-hvf") << QList<int> {};
        QTest::newRow("stage1-fault, OpenVMM halts")
            << QByteArray("stage1-fault") << QByteArray("openvmm") << QList<int> { 1, 2 };
        QTest::newRow("read-only-page, QEMU asserts")
            << QByteArray("read-only-page") << QByteArray("qemu-hvf") << QList<int> { 3 };
        QTest::newRow("unhandled-instruction, QEMU zeroes nothing")
            << QByteArray("unhandled-instruction") << QByteArray("qemu-hvf") << QList<int> { 2, 3 };
        QTest::newRow("stale-translation, OpenVMM")
            << QByteArray("stale-translation") << QByteArray("openvmm") << QList<int> {};
        QTest::newRow("stale-translation, QEMU")
            << QByteArray("stale-translation") << QByteArray("qemu-hvf") << QList<int> {};
    }

    void policiesDifferWhereTheLessonSaysSo()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, policy);
        QFETCH(QList<int>, differing);
        const auto source = lessonSource(name);
        QList<int> found;
        for (std::size_t i = 0; i < source->size(); ++i) {
            const auto run = source->run(i, **hypervisor::policyById(policy.toStdString()));
            QVERIFY(run);
            if (const auto differences = source->compare(i, **run); differences && !differences->empty())
                found << int(i) + 1;
        }
        QCOMPARE(found, differing);
    }

private:
    static void lessons()
    {
        QTest::addColumn<QByteArray>("name");
        for (const std::string_view name : lessonNames()) {
            const QByteArray text(name.data(), qsizetype(name.size()));
            QTest::newRow(text.constData()) << text;
        }
    }
};

QTEST_GUILESS_MAIN(TestLessons)
#include "tst_lessons.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "models/memoryeditor.h"
#include "models/memorymodel.h"
#include "models/memorysearchmodel.h"
#include "tests/models/opensession.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fscope;
using models::AddressSpace;
using models::MemoryEditor;
using models::MemorySearchModel;
using test::OpenSession;
using Kind = MemorySearchModel::Kind;

namespace {

constexpr quint64 kSparePa = 0x50002000;

/// A session whose guest holds "Hello, hello" at kSparePa.
struct Searched : OpenSession {
    MemorySearchModel model { &session };
    Searched()
        : OpenSession(u"all"_s)
    {
        if (!MemoryEditor(&session).paste(AddressSpace::Pa, kSparePa, "Hello, hello").isEmpty())
            qFatal("the guest has no RAM to write to");
        wait();
    }
    /// The PAs found.
    std::vector<quint64> find(Kind kind, const QString& text, bool anyCase = false)
    {
        const QString problem = model.search(kind, text, anyCase);
        if (!problem.isEmpty())
            qFatal("%s", qPrintable(problem));
        finish();
        return *model.matches();
    }
    void finish()
    {
        if (!QTest::qWaitFor([this] { return !model.isSearching(); }))
            qFatal("the search does not end");
    }
};

using Places = std::vector<quint64>;

} // namespace

/// Searching the guest's memory: what is found, where it is, and when.
class TestMemorySearchModel : public QObject
{
    Q_OBJECT
private slots:
    void keepsTheContract();
    void findsBytesTextAndValues();
    void wrongPatternsAreExplained_data();
    void wrongPatternsAreExplained();
    void addressesAreThoseThatAreKnown();
    void contextBracketsTheMatch();
    void nextWrapsAround();
    void summaryCounts();
    void matchesFollowTheMoment();
    void anotherSourceForgets();
    void aNewerSearchVoidsAnOlder();
    void cancelKeepsWhatWasFound();
    void memoryModelMarksTheBytes();
};

void TestMemorySearchModel::keepsTheContract()
{
    Searched s;
    const QAbstractItemModelTester tester(&s.model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(s.model.rowCount(), 0);
    QCOMPARE(s.find(Kind::Text, u"ello"_s).size(), std::size_t(2));
    QCOMPARE(s.model.rowCount(), 2);
    QCOMPARE(s.model.columnCount(), int(MemorySearchModel::ColumnCount));
    s.model.clear();
    QCOMPARE(s.model.rowCount(), 0);
}

void TestMemorySearchModel::findsBytesTextAndValues()
{
    Searched s;
    QCOMPARE(s.find(Kind::Bytes, u"48 65 6c"_s), Places { kSparePa });
    QCOMPARE(s.find(Kind::Bytes, u"?8 65 ?? 6c"_s), (Places { kSparePa, kSparePa + 7 }));
    QCOMPARE(s.find(Kind::Text, u"hello"_s), Places { kSparePa + 7 });
    QCOMPARE(s.find(Kind::Text, u"hello"_s, true), (Places { kSparePa, kSparePa + 7 }));
    // At an address that is no multiple of eight.
    MemoryEditor(&s.session)
        .paste(AddressSpace::Pa, kSparePa + 0x103, QByteArray::fromHex("8877665544332211"));
    s.wait();
    s.finish();
    QCOMPARE(s.find(Kind::Value, u"0x1122334455667788"_s), Places { kSparePa + 0x103 });
    QVERIFY(s.find(Kind::Text, u"nowhere to be found"_s).empty());
}

void TestMemorySearchModel::wrongPatternsAreExplained_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("text");
    QTest::newRow("half a byte") << int(Kind::Bytes) << u"48 6"_s;
    QTest::newRow("no digit") << int(Kind::Bytes) << u"zz"_s;
    QTest::newRow("nothing that counts") << int(Kind::Bytes) << u"??"_s;
    QTest::newRow("empty") << int(Kind::Text) << QString();
    QTest::newRow("no number") << int(Kind::Value) << u"x1"_s;
    QTest::newRow("65 bits") << int(Kind::Value) << u"0x10000000000000000"_s;
}

void TestMemorySearchModel::wrongPatternsAreExplained()
{
    QFETCH(const int, kind);
    QFETCH(const QString, text);
    Searched s;
    QVERIFY(!s.model.search(Kind(kind), text).isEmpty());
    QVERIFY(!s.model.isSearching());
    const test::TestOpener opener;
    models::Session empty(opener.opener());
    MemorySearchModel nothing(&empty);
    QVERIFY(!nothing.search(Kind::Text, u"a"_s).isEmpty());
}

void TestMemorySearchModel::addressesAreThoseThatAreKnown()
{
    Searched s;
    QCOMPARE(s.find(Kind::Text, u"Hello"_s).size(), std::size_t(1));
    const auto text = [&](int column) { return s.model.index(0, column).data(models::CopyRole).toString(); };
    QCOMPARE(text(MemorySearchModel::Physical), u"0x50002000"_s);
    QCOMPARE(text(MemorySearchModel::Intermediate), u"0x40002000"_s);
    QCOMPARE(s.model.place(0, AddressSpace::Pa), (std::pair(AddressSpace::Pa, quint64(0x50002000))));
    QCOMPARE(s.model.place(0, AddressSpace::Ipa), (std::pair(AddressSpace::Ipa, quint64(0x40002000))));
    // No step translates an address to this page.
    const QModelIndex va = s.model.index(0, MemorySearchModel::Virtual);
    QCOMPARE(va.data().toString(), u"–"_s);
    QVERIFY(!va.data(models::AddressRole).isValid());
    QVERIFY(!va.data(Qt::ToolTipRole).toString().isEmpty());
    // Stage-2 tables are in no slot: the guest has no IPA for them.
    const auto root = s.session.guest().vcpu.translation.vttbr & 0xfffffffff000;
    quint64 first = 0;
    QVERIFY(!s.session.guest().memory.read(Pa(root), &first, sizeof first));
    const auto found = s.find(Kind::Value, u"0x"_s + QString::number(first, 16));
    const auto at = std::find(found.begin(), found.end(), root);
    QVERIFY(at != found.end());
    const int row = int(at - found.begin());
    QCOMPARE(s.model.index(row, MemorySearchModel::Intermediate).data().toString(), u"–"_s);
    QCOMPARE(s.model.place(row, AddressSpace::Ipa).first, AddressSpace::Pa);
}

void TestMemorySearchModel::contextBracketsTheMatch()
{
    Searched s;
    s.find(Kind::Text, u"hello"_s);
    QCOMPARE(s.model.index(0, MemorySearchModel::Bytes).data().toString(),
        u"6c 6f 2c 20 [68 65 6c 6c 6f] 00 00 00 00"_s);
    QCOMPARE(s.model.index(0, MemorySearchModel::Text).data().toString(), u"lo, [hello]····"_s);
}

void TestMemorySearchModel::nextWrapsAround()
{
    Searched s;
    s.find(Kind::Text, u"ello"_s);
    QSignalSpy moved(&s.model, &MemorySearchModel::currentChanged);
    QCOMPARE(s.model.current(), 0);
    QVERIFY(s.model.index(0, 0).data(models::CurrentRole).toBool());
    s.model.step(1);
    QCOMPARE(s.model.current(), 1);
    s.model.step(1);
    QCOMPARE(s.model.current(), 0);
    s.model.step(-1);
    QCOMPARE(s.model.current(), 1);
    QCOMPARE(moved.size(), 3);
}

void TestMemorySearchModel::summaryCounts()
{
    Searched s;
    QCOMPARE(s.model.summary(), QString());
    s.find(Kind::Text, u"ello"_s);
    QCOMPARE(s.model.summary(), u"match 1 of 2"_s);
    s.find(Kind::Text, u"nowhere"_s);
    QCOMPARE(s.model.summary(), u"no match"_s);
    // Zeros are everywhere: the list ends somewhere, and says so.
    s.find(Kind::Bytes, u"00"_s);
    QVERIFY(s.model.isLimited());
    QCOMPARE(s.model.rowCount(), MemorySearchModel::kLimit);
    QVERIFY(s.model.summary().contains(u"first"_s));
}

void TestMemorySearchModel::matchesFollowTheMoment()
{
    Searched s;
    QCOMPARE(s.find(Kind::Text, u"ello"_s).size(), std::size_t(2));
    s.model.setCurrent(1);
    // Of another intercept, whose guest does not hold it.
    s.goTo(1, 0);
    QTRY_COMPARE(s.model.rowCount(), 0);
    s.goTo(0, 0);
    QTRY_COMPARE(s.model.rowCount(), 2);
    // What is typed is looked through too.
    MemoryEditor(&s.session).typeByte(AddressSpace::Pa, kSparePa + 1, 'E');
    s.wait();
    QTRY_COMPARE(*s.model.matches(), Places { kSparePa + 8 });
}

void TestMemorySearchModel::anotherSourceForgets()
{
    Searched s;
    s.find(Kind::Text, u"ello"_s);
    s.open(u"uart"_s);
    QVERIFY(!s.model.hasSearched());
    QCOMPARE(s.model.rowCount(), 0);
    QVERIFY(!s.model.matches());
}

void TestMemorySearchModel::aNewerSearchVoidsAnOlder()
{
    Searched s;
    QSignalSpy finished(&s.model, &MemorySearchModel::finished);
    QCOMPARE(s.model.search(Kind::Bytes, u"00"_s), QString());
    QCOMPARE(s.model.search(Kind::Text, u"Hello"_s), QString());
    s.finish();
    QCOMPARE(finished.size(), 1);
    QCOMPARE(*s.model.matches(), Places { kSparePa });
}

void TestMemorySearchModel::cancelKeepsWhatWasFound()
{
    Searched s;
    s.find(Kind::Text, u"ello"_s);
    QCOMPARE(s.model.search(Kind::Text, u"nowhere"_s), QString());
    s.model.cancel();
    s.finish();
    QVERIFY(!s.model.isSearching());
    QVERIFY(!s.session.canCancel());
}

void TestMemorySearchModel::memoryModelMarksTheBytes()
{
    Searched s;
    models::MemoryModel memory(&s.session);
    memory.setFollow(false);
    memory.setAddress(AddressSpace::Ipa, 0x40002000);
    s.find(Kind::Text, u"ello"_s);
    memory.setMatches(s.model.matches(), s.model.matchLength(), 1);
    const QModelIndex row = memory.index(memory.rowOf(0x40002000), 0);
    const unsigned first = 0xfU << 1U;
    const unsigned second = 0xfU << 8U;
    QCOMPARE(row.data(models::MatchBytesRole).toUInt(), first | second | second << 16U);
    QCOMPARE(row.siblingAtRow(row.row() + 1).data(models::MatchBytesRole).toUInt(), 0U);
    memory.setMatches(nullptr, 0, -1);
    QCOMPARE(row.data(models::MatchBytesRole).toUInt(), 0U);
}

QTEST_GUILESS_MAIN(TestMemorySearchModel)
#include "tst_memorysearchmodel.moc"

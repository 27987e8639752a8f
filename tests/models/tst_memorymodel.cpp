// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "models/addressexpression.h"
#include "models/memorymodel.h"
#include "tests/models/opensession.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fscope;
using models::AddressSpace;
using models::MemoryModel;
using test::OpenSession;

namespace {

QString hexAt(const MemoryModel& model, quint64 address)
{
    return model.index(model.rowOf(address), MemoryModel::Hex).data().toString();
}

} // namespace

class TestMemoryModel : public QObject
{
    Q_OBJECT
private slots:
    void isEmptyWhileNothingIsOpen();
    void sameBytesInEachSpace();
    void groupsAreLittleEndian();
    void textShowsWhatCanBePrinted();
    void unmappedBytesAreNotZero();
    void deviceIsNotMemory();
    void followsTheAccessBeforeAndAfter();
    void changedBytesAreMarkedUntilTheNextStep();
    void doesNotFollowWhenToldNotTo();
    void rowsStayInPlaceInsideTheWindow();
    void endOfTheAddressSpaceIsReached();
    void expressionsAreEvaluated_data();
    void expressionsAreEvaluated();
    void wrongExpressionsNameThePlace_data();
    void wrongExpressionsNameThePlace();
};

void TestMemoryModel::isEmptyWhileNothingIsOpen()
{
    const test::TestOpener opener;
    models::Session session(opener.opener());
    MemoryModel model(&session);
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.goTo(u"0x1000"_s), QString());
    QCOMPARE(model.rowCount(), MemoryModel::kRows);
    QVERIFY(hexAt(model, 0x1000).startsWith(u"··"_s));
}

void TestMemoryModel::sameBytesInEachSpace()
{
    OpenSession open(u"all"_s);
    MemoryModel model(&open.session);
    const QString code = u"22 44 00 b8 00 00 00 00 00 00 00 00 00 00 00 00"_s;
    model.setAddress(AddressSpace::Va, test::kCodeVa);
    QCOMPARE(hexAt(model, test::kCodeVa), code);
    QCOMPARE(model.headerData(0, Qt::Horizontal).toString(), u"VA"_s);
    model.setAddress(AddressSpace::Ipa, 0x40000000);
    QCOMPARE(hexAt(model, 0x40000000), code);
    model.setAddress(AddressSpace::Pa, 0x50000000);
    QCOMPARE(hexAt(model, 0x50000000), code);
    const QModelIndex first = model.index(model.rowOf(0x50000000), 0);
    QCOMPARE(first.data(models::AddressRole).toULongLong(), 0x50000000ULL);
    QCOMPARE(AddressSpace(first.data(models::AddressSpaceRole).toInt()), AddressSpace::Pa);
}

void TestMemoryModel::groupsAreLittleEndian()
{
    OpenSession open(u"all"_s);
    MemoryModel model(&open.session);
    model.setAddress(AddressSpace::Va, test::kCodeVa);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setGroupSize(4);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(hexAt(model, test::kCodeVa), u"b8004422 00000000 00000000 00000000"_s);
    model.setGroupSize(8);
    QCOMPARE(hexAt(model, test::kCodeVa), u"00000000b8004422 0000000000000000"_s);
    model.setGroupSize(3);
    QCOMPARE(model.groupSize(), 8);
    model.setGroupSize(2);
    QVERIFY(hexAt(model, test::kCodeVa).startsWith(u"4422 b800 "_s));
}

void TestMemoryModel::textShowsWhatCanBePrinted()
{
    OpenSession open(u"all"_s);
    MemoryModel model(&open.session);
    model.setAddress(AddressSpace::Va, test::kCodeVa);
    QCOMPARE(
        model.index(model.rowOf(test::kCodeVa), MemoryModel::Text).data().toString(), u"\"D··············"_s);
}

void TestMemoryModel::unmappedBytesAreNotZero()
{
    OpenSession open(u"all"_s);
    MemoryModel model(&open.session);
    model.setAddress(AddressSpace::Va, 0x10000000);
    QCOMPARE(hexAt(model, 0x10000000), u"·· ·· ·· ·· ·· ·· ·· ·· ·· ·· ·· ·· ·· ·· ·· ··"_s);
    const QModelIndex index = model.index(0, 0);
    QCOMPARE(models::ItemState(index.data(models::StateRole).toInt()), models::ItemState::Unknown);
    QVERIFY(index.data(Qt::AccessibleTextRole).toString().contains(u"cannot be read"_s));
}

void TestMemoryModel::deviceIsNotMemory()
{
    OpenSession open(u"all"_s);
    MemoryModel model(&open.session);
    model.setAddress(AddressSpace::Ipa, test::kUartIpa);
    QVERIFY(hexAt(model, test::kUartIpa).startsWith(u"·· "_s));
    model.setAddress(AddressSpace::Va, test::kUartVa);
    QVERIFY(hexAt(model, test::kUartVa).startsWith(u"·· "_s));
}

void TestMemoryModel::followsTheAccessBeforeAndAfter()
{
    OpenSession open(u"all"_s);
    MemoryModel model(&open.session);
    QCOMPARE(model.address(), quint64(test::kCodeVa)); // no access to memory in this one: the code
    open.goTo(2, 0);
    QCOMPARE(model.space(), AddressSpace::Va);
    QCOMPARE(model.address(), quint64(test::kDataVa));
    QSignalSpy moved(&model, &MemoryModel::addressChanged);
    while (open.session.position().step < open.session.stepCount())
        open.session.stepForward();
    QVERIFY(model.rowOf(test::kDataVa) >= 0);
    QVERIFY(moved.size() <= 1); // the second element of the pair
    model.setAddress(AddressSpace::Pa, 0x50000000);
    QVERIFY(open.goToStep<hypervisor::MemoryWritten>(2) >= 0);
    QCOMPARE(model.space(), AddressSpace::Pa);
    QCOMPARE(model.address(), quint64(test::kDataPa));
}

void TestMemoryModel::changedBytesAreMarkedUntilTheNextStep()
{
    OpenSession open(u"all"_s);
    MemoryModel model(&open.session);
    QVERIFY(open.goToStep<hypervisor::MemoryWritten>(2) >= 0);
    const auto changed = open.session.changedMemory();
    QVERIFY(changed.has_value());
    const QModelIndex row = model.index(model.rowOf(test::kDataVa), MemoryModel::Hex);
    QCOMPARE(row.data(models::ChangedBytesRole).toUInt(),
        (unsigned(1U << changed->second) - 1) << (changed->first.value - test::kDataPa));
    QCOMPARE(models::ItemState(row.data(models::StateRole).toInt()), models::ItemState::Changed);
    QVERIFY(row.data(Qt::AccessibleTextRole).toString().contains(u"changed"_s));
    QVERIFY(row.data().toString().startsWith(u"48 00"_s));
    open.session.stepBackward();
    QCOMPARE(row.data(models::ChangedBytesRole).toUInt(), 0U);
    QVERIFY(row.data().toString().startsWith(u"00 00"_s));
}

void TestMemoryModel::doesNotFollowWhenToldNotTo()
{
    OpenSession open(u"all"_s);
    MemoryModel model(&open.session);
    model.setFollow(false);
    QVERIFY(open.goToStep<hypervisor::MemoryWritten>(2) >= 0);
    QCOMPARE(model.address(), quint64(test::kCodeVa));
    model.setFollow(true);
    QCOMPARE(model.address(), quint64(test::kDataVa));
}

void TestMemoryModel::rowsStayInPlaceInsideTheWindow()
{
    OpenSession open(u"all"_s);
    MemoryModel model(&open.session);
    model.setAddress(AddressSpace::Va, test::kCodeVa);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy moved(&model, &MemoryModel::addressChanged);
    model.setAddress(AddressSpace::Va, test::kCodeVa + 0xfff3);
    QVERIFY(reset.isEmpty());
    QCOMPARE(moved.size(), 1);
    QCOMPARE(model.rowOf(test::kCodeVa + 0xfff3), MemoryModel::kRows - 1);
    QCOMPARE(model.rowOf(test::kCodeVa + 0x10000), -1);
    QCOMPARE(model.rowOf(test::kCodeVa - 1), -1);
    model.setAddress(AddressSpace::Va, test::kCodeVa + 0x10000);
    QCOMPARE(reset.size(), 1);
}

void TestMemoryModel::endOfTheAddressSpaceIsReached()
{
    OpenSession open(u"all"_s);
    MemoryModel model(&open.session);
    for (const AddressSpace space : { AddressSpace::Va, AddressSpace::Ipa, AddressSpace::Pa }) {
        model.setAddress(space, ~quint64(0));
        QCOMPARE(model.rowOf(~quint64(0)), MemoryModel::kRows - 1);
        QVERIFY(hexAt(model, ~quint64(0)).startsWith(u"··"_s));
    }
}

void TestMemoryModel::expressionsAreEvaluated_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("space");
    QTest::addColumn<quint64>("address");
    const auto row = [](const char* text, AddressSpace space, quint64 address) {
        QTest::addRow("%s", text) << QString::fromLatin1(text) << int(space) << address;
    };
    row("0x1234", AddressSpace::Va, 0x1234);
    row(" 0xFFFF_8000 ", AddressSpace::Va, 0xffff8000);
    row("0x1 0000", AddressSpace::Va, 0x10000);
    row("x1", AddressSpace::Va, test::kUartVa);
    row("X1+8", AddressSpace::Va, test::kUartVa + 8);
    row("x1 + x2 - 0x48", AddressSpace::Va, test::kUartVa);
    row("ipa:0x40000000", AddressSpace::Ipa, 0x40000000);
    row("PA: 0x50000000 + 16", AddressSpace::Pa, 0x50000010);
    row("pc", AddressSpace::Va, test::kCodeVa);
    row("pc-0x400004", AddressSpace::Va, ~quint64(3));
    row("x30", AddressSpace::Va, 0);
    row("ipa:ttbr0", AddressSpace::Ipa, 0x40100000);
}

void TestMemoryModel::expressionsAreEvaluated()
{
    QFETCH(const QString, text);
    QFETCH(const int, space);
    QFETCH(const quint64, address);
    QString error;
    const auto target = models::parseAddress(
        text, AddressSpace::Va, test::sampleGuest(test::Sample::PostIndexStore), &error);
    QVERIFY2(target.has_value(), qPrintable(error));
    QCOMPARE(int(target->space), space);
    QCOMPARE(target->address, address);
}

void TestMemoryModel::wrongExpressionsNameThePlace_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("named");
    QTest::addRow("empty") << u""_s << u"missing"_s;
    QTest::addRow("space alone") << u"ipa:"_s << u"missing"_s;
    QTest::addRow("no register") << u"x31"_s << u"x31"_s;
    QTest::addRow("word") << u"hello"_s << u"hello"_s;
    QTest::addRow("open sum") << u"pc+"_s << u"pc+"_s;
    QTest::addRow("sign first") << u"-1"_s << u"-1"_s;
    QTest::addRow("wide") << u"0x10000000000000000"_s << u"0x10000000000000000"_s;
}

void TestMemoryModel::wrongExpressionsNameThePlace()
{
    QFETCH(const QString, text);
    QFETCH(const QString, named);
    OpenSession open(u"all"_s);
    MemoryModel model(&open.session);
    const quint64 before = model.address();
    const QString error = model.goTo(text);
    QVERIFY2(error.contains(named), qPrintable(error));
    QCOMPARE(model.address(), before);
}

QTEST_GUILESS_MAIN(TestMemoryModel)
#include "tst_memorymodel.moc"

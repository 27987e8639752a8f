// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "tests/models/opensession.h"
#include "widgets/bitfieldview.h"
#include "widgets/encodingview.h"
#include "widgets/itemview.h"
#include "widgets/syndromeview.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace fscope;
using namespace fscope::widgets;
using namespace Qt::StringLiterals;
using test::OpenSession;

namespace {

template <typename View>
struct Shown {
    View view;
    explicit Shown(models::Session* session)
        : view(session)
    {
        view.resize(760, 420);
        view.show();
        QCoreApplication::processEvents();
    }
    QString label(const char* name) const
    {
        const auto* found = view.template findChild<QLabel*>(QLatin1String(name));
        return found != nullptr ? found->text().remove(QChar(0x2009)) : QString();
    }
    QStringList names() const
    {
        QStringList out;
        for (const CanvasItem& item : view.bits()->items())
            out << item.name;
        return out;
    }
};

} // namespace

class TestFieldViews : public QObject
{
    Q_OBJECT
private slots:
    void syndromeShowsTheFieldsOfAnAbort();
    void syndromeIsUnknownWhereNothingTraps();
    void addressesAreLinks();
    void syndromeTableAndBitsChooseTogether();
    void encodingShowsTheInstruction();
    void encodingTableAndBitsChooseTogether();
    void emptySessionSaysWhatWouldFillIt();
    void hiddenViewsDoNotFollow();
};

void TestFieldViews::syndromeShowsTheFieldsOfAnAbort()
{
    OpenSession open(u"all"_s);
    Shown<SyndromeView> shown(&open.session);
    for (const QString& name : { u"EC"_s, u"IL"_s, u"ISV"_s, u"SAS"_s, u"SRT"_s, u"AR"_s, u"FnV"_s, u"EA"_s,
             u"CM"_s, u"S1PTW"_s, u"WnR"_s, u"DFSC"_s })
        QVERIFY2(shown.names().contains(name), qPrintable(name));
    QVERIFY(shown.label("syndromeSentence").contains(u"ESR_EL2"_s));
    QVERIFY(shown.label("syndromeSentence").contains(u"ISV is 0"_s));
    open.goTo(1, 0); // the same store with ISV = 1
    QCoreApplication::processEvents();
    QVERIFY(shown.names().contains(u"SSE"_s));
    QVERIFY(shown.names().contains(u"SF"_s));
}

void TestFieldViews::syndromeIsUnknownWhereNothingTraps()
{
    OpenSession open(u"all"_s);
    Shown<SyndromeView> shown(&open.session);
    open.goTo(4, 0);
    QCoreApplication::processEvents();
    QCOMPARE(shown.view.table()->model()->rowCount(), 0);
    QVERIFY(!shown.label("syndromeSentence").isEmpty());
    QVERIFY(shown.label("syndromeAddresses").isEmpty());
    QVERIFY(!shown.view.grab().isNull());
}

void TestFieldViews::addressesAreLinks()
{
    OpenSession open(u"all"_s);
    Shown<SyndromeView> shown(&open.session);
    QSignalSpy asked(&shown.view, &Panel::addressActivated);
    auto* label = shown.view.findChild<QLabel*>(u"syndromeAddresses"_s);
    QVERIFY(label != nullptr);
    QVERIFY(label->text().contains(u"<a href=\"0:600000\">"_s));
    QVERIFY(label->text().contains(u"<a href=\"1:9000000\">"_s));
    emit label->linkActivated(u"1:9000000"_s);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.first().at(0).value<models::AddressSpace>(), models::AddressSpace::Ipa);
    QCOMPARE(asked.first().at(1).toULongLong(), 0x9000000U);
}

void TestFieldViews::syndromeTableAndBitsChooseTogether()
{
    OpenSession open(u"all"_s);
    Shown<SyndromeView> shown(&open.session);
    const int rows = shown.view.table()->model()->rowCount();
    QVERIFY(rows > 8);
    for (int row = 0; row < rows; ++row) {
        shown.view.table()->setCurrentIndex(shown.view.table()->model()->index(row, 0));
        QCOMPARE(shown.view.bits()->currentRow(), row);
    }
    shown.view.bits()->setFocus();
    QTest::keyClick(shown.view.bits(), Qt::Key_Home);
    QCOMPARE(shown.view.table()->currentIndex().row(), shown.view.bits()->currentRow());
    QCOMPARE(shown.view.bits()->currentRow(), 0);
}

void TestFieldViews::encodingShowsTheInstruction()
{
    OpenSession open(u"all"_s);
    Shown<EncodingView> shown(&open.session);
    QCOMPARE(shown.label("instructionText"), u"str w2, [x1], #4"_s);
    QVERIFY(shown.label("instructionTitle").startsWith(u"0xb8004422"_s));
    QVERIFY(shown.label("instructionVerdict").contains(u"ISV is 0"_s));
    for (const QString& name : { u"size"_s, u"Rt"_s, u"Rn"_s, u"imm9"_s })
        QVERIFY2(shown.names().contains(name), qPrintable(name));
    open.goTo(4, 0);
    QCoreApplication::processEvents();
    QCOMPARE(shown.label("instructionText"), u"ldr w3, [x1]"_s);
    QVERIFY(!shown.label("instructionVerdict").isEmpty());
}

void TestFieldViews::encodingTableAndBitsChooseTogether()
{
    OpenSession open(u"all"_s);
    Shown<EncodingView> shown(&open.session);
    shown.view.table()->setCurrentIndex(shown.view.table()->model()->index(2, 0));
    QCOMPARE(shown.view.bits()->currentRow(), 2);
    QTest::keyClick(shown.view.bits(), Qt::Key_Right);
    QCOMPARE(shown.view.table()->currentIndex().row(), 3);
}

void TestFieldViews::emptySessionSaysWhatWouldFillIt()
{
    models::Session session;
    const Shown<SyndromeView> syndrome(&session);
    const Shown<EncodingView> encoding(&session);
    QVERIFY(syndrome.view.isEmptyShown());
    QVERIFY(encoding.view.isEmptyShown());
}

void TestFieldViews::hiddenViewsDoNotFollow()
{
    OpenSession open(u"all"_s);
    Shown<EncodingView> shown(&open.session);
    shown.view.hide();
    open.goTo(4, 0);
    QCOMPARE(shown.label("instructionText"), u"str w2, [x1], #4"_s);
    shown.view.show();
    QCOMPARE(shown.label("instructionText"), u"ldr w3, [x1]"_s);
}

QTEST_MAIN(TestFieldViews)
#include "tst_fieldviews.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "models/texts.h"

#include <QCoreApplication>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;
using fscope::models::copyHex;
using fscope::models::displayHex;
using fscope::models::toQString;

namespace {

/// Turns the order of the places round, and translates words inside.
class Backwards : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char* context, const char* text, const char*, int) const override
    {
        if (qstrcmp(context, "Core") != 0)
            return {};
        if (qstrcmp(text, "%1 before %2") == 0)
            return u"%2 nach %1"_s;
        if (qstrcmp(text, "read") == 0)
            return u"lesen"_s;
        return {};
    }
};

} // namespace

class TestTexts : public QObject
{
    Q_OBJECT
private slots:
    void placesAreFilledOnce();
    void placesWithoutArgumentStay();
    void translationMayTurnTheOrder();
    void hexIsGroupedWhereWide_data();
    void hexIsGroupedWhereWide();
    void vectorsHaveAllDigits();
    void copiedHexIsPlain();
    void errorsNameTheirPlace();
};

void TestTexts::placesAreFilledOnce()
{
    const fscope::Text text("%1 and %2%%", { fscope::Text("%2"), fscope::Text("x") });
    QCOMPARE(toQString(text), u"%2 and x%%"_s);
    QCOMPARE(toQString(fscope::Text("%10", { fscope::Text("a") })), u"a0"_s);
}

void TestTexts::placesWithoutArgumentStay()
{
    QCOMPARE(toQString(fscope::Text("%1 %2 %", { fscope::Text("a") })), u"a %2 %"_s);
    QCOMPARE(toQString(fscope::Text()), QString());
}

void TestTexts::translationMayTurnTheOrder()
{
    Backwards translator;
    QCoreApplication::installTranslator(&translator);
    QCOMPARE(toQString(fscope::Text("%1 before %2", { fscope::Text("read"), fscope::Text("X1") })),
        u"X1 nach lesen"_s);
    QCoreApplication::removeTranslator(&translator);
    QCOMPARE(toQString(fscope::Text("%1 before %2", { fscope::Text("read"), fscope::Text("X1") })),
        u"read before X1"_s);
}

void TestTexts::hexIsGroupedWhereWide_data()
{
    QTest::addColumn<quint64>("value");
    QTest::addColumn<int>("digits");
    QTest::addColumn<QString>("text");
    QTest::addRow("zero") << quint64(0) << 0 << u"0x0"_s;
    QTest::addRow("8 digits") << quint64(0x9000004a) << 0 << u"0x9000004a"_s;
    QTest::addRow("9 digits") << quint64(0x19000004a) << 0 << u"0x1\u20099000\u2009004a"_s;
    QTest::addRow("16 digits") << quint64(0xffff8000080012c4) << 16
                               << u"0xffff\u20098000\u20090800\u200912c4"_s;
    QTest::addRow("padded to 4") << quint64(0x1f) << 4 << u"0x001f"_s;
    QTest::addRow("padded to 16") << quint64(0x1f) << 16 << u"0x0000\u20090000\u20090000\u2009001f"_s;
}

void TestTexts::hexIsGroupedWhereWide()
{
    QFETCH(const quint64, value);
    QFETCH(const int, digits);
    QFETCH(const QString, text);
    QCOMPARE(displayHex(value, digits), text);
}

void TestTexts::vectorsHaveAllDigits()
{
    QCOMPARE(displayHex(fscope::U128 { 1, 0x20 }).remove(u'\u2009'), u"0x00000000000000200000000000000001"_s);
}

void TestTexts::copiedHexIsPlain()
{
    QCOMPARE(copyHex(0xffff8000080012c4), u"0xffff8000080012c4"_s);
}

void TestTexts::errorsNameTheirPlace()
{
    QCOMPARE(toQString(fscope::Error { "It is broken.", "a.json:3", "Mend it." }),
        u"a.json:3: It is broken. Mend it."_s);
}

QTEST_GUILESS_MAIN(TestTexts)
#include "tst_texts.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/base/text.h"

#include <QTest>

using namespace fscope;

class TestText : public QObject
{
    Q_OBJECT

private slots:
    void fillsThePlaces_data();
    void fillsThePlaces();
    void nestedTextsAreFilledFirst();
};

Q_DECLARE_METATYPE(Text)

void TestText::fillsThePlaces_data()
{
    QTest::addColumn<Text>("text");
    QTest::addColumn<QString>("expected");

    QTest::newRow("no place") << Text("plain") << QStringLiteral("plain");
    QTest::newRow("empty") << Text() << QString();
    QTest::newRow("two places, in another order")
        << Text("%2 then %1", { "a", "b" }) << QStringLiteral("b then a");
    QTest::newRow("one place twice") << Text("%1 and %1", { "a" }) << QStringLiteral("a and a");
    QTest::newRow("an argument with a place in it")
        << Text("%1 %2", { "%2", "%1" }) << QStringLiteral("%2 %1");
    QTest::newRow("no argument for a place") << Text("%1 %2", { "a" }) << QStringLiteral("a %2");
    QTest::newRow("a percent sign alone") << Text("100% of %1%", { "a" }) << QStringLiteral("100% of a%");
    QTest::newRow("place 0 is none") << Text("%0 %1", { "a" }) << QStringLiteral("%0 a");
    QTest::newRow("a digit behind a place") << Text("%12", { "a" }) << QStringLiteral("a2");
    QTest::newRow("nine places") << Text(
        "%1%2%3%4%5%6%7%8%9", { "1", "2", "3", "4", "5", "6", "7", "8", "9" })
                                 << QStringLiteral("123456789");
}

void TestText::fillsThePlaces()
{
    QFETCH(Text, text);
    QFETCH(QString, expected);
    QCOMPARE(QString::fromStdString(text.str()), expected);
}

void TestText::nestedTextsAreFilledFirst()
{
    const Text inner("x%1", { "5" });
    QCOMPARE(Text("load into %1, %2", { inner, Text("level %1", { "2" }) }).str(),
        std::string("load into x5, level 2"));
}

QTEST_GUILESS_MAIN(TestText)
#include "tst_text.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "models/position.h"

#include <QTest>

using namespace Qt::StringLiterals;
using fscope::models::Position;

class TestPosition : public QObject
{
    Q_OBJECT
private slots:
    void textIsReadBack_data();
    void textIsReadBack();
    void otherTextIsRefused_data();
    void otherTextIsRefused();
    void interceptAloneIsItsStart();
    void nothingOpenHasNoText();
    void ordersByTime();
};

void TestPosition::textIsReadBack_data()
{
    QTest::addColumn<int>("intercept");
    QTest::addColumn<int>("step");
    QTest::addColumn<QString>("text");
    QTest::addRow("start") << 0 << 0 << u"1/0"_s;
    QTest::addRow("twelfth intercept, fourth step") << 11 << 4 << u"12/4"_s;
    QTest::addRow("far") << 99'999'999 << 1000 << u"100000000/1000"_s;
}

void TestPosition::textIsReadBack()
{
    QFETCH(const int, intercept);
    QFETCH(const int, step);
    QFETCH(const QString, text);
    const Position position { intercept, step };
    QCOMPARE(position.text(), text);
    const auto back = Position::fromText(text);
    QVERIFY(back.has_value());
    QVERIFY(*back == position);
}

void TestPosition::otherTextIsRefused_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text : { "", "/", "0/1", "-1/2", "1/-2", "+1/2", "1/", "/3", "a/b", "1/2/3", "0x1/2",
             "1 2/3", "99999999999/1", "1/99999999999" })
        QTest::addRow("'%s'", text) << QString::fromLatin1(text);
}

void TestPosition::otherTextIsRefused()
{
    QFETCH(const QString, text);
    QVERIFY(!Position::fromText(text).has_value());
}

void TestPosition::interceptAloneIsItsStart()
{
    const auto position = Position::fromText(u" 7 ");
    QVERIFY(position.has_value());
    QVERIFY((*position == Position { 6, 0 }));
}

void TestPosition::nothingOpenHasNoText()
{
    QVERIFY(!Position().isValid());
    QCOMPARE(Position().text(), QString());
}

void TestPosition::ordersByTime()
{
    QVERIFY((Position { 1, 9 } < Position { 2, 0 }));
    QVERIFY((Position { 2, 1 } > Position { 2, 0 }));
}

QTEST_GUILESS_MAIN(TestPosition)
#include "tst_position.moc"

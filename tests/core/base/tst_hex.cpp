// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/base/hex.h"

#include <QTest>

using namespace fscope;

class TestHex : public QObject
{
    Q_OBJECT

private slots:
    void writesNumbers();
    void readsNumbers_data();
    void readsNumbers();
    void refusesNumbersWithAReason_data();
    void refusesNumbersWithAReason();
    void readsBytes();
    void refusesBytesWithThePlace_data();
    void refusesBytesWithThePlace();
};

void TestHex::writesNumbers()
{
    QCOMPARE(hex(std::uint64_t { 0 }), std::string("0x0"));
    QCOMPARE(hex(~std::uint64_t { 0 }), std::string("0xffffffffffffffff"));
    QCOMPARE(hexPadded(0x1f, 8), std::string("0x0000001f"));
    QCOMPARE(hexPadded(0x123456789, 8), std::string("0x123456789"));
    QCOMPARE(hex(U128 { 1, 2 }), std::string("0x00000000000000020000000000000001"));
    QCOMPARE(hex(Ipa(0x9000)), std::string("0x9000"));
    const unsigned char bytes[] { 0xff, 0x01, 0x20 };
    QCOMPARE(hexBytes(bytes, sizeof bytes), std::string("ff0120"));
    QCOMPARE(hexBytes(nullptr, 0), std::string());
}

void TestHex::readsNumbers_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<unsigned>("width");
    QTest::addColumn<quint64>("value");

    QTest::newRow("decimal") << QByteArray("1234") << 64U << quint64 { 1234 };
    QTest::newRow("hexadecimal") << QByteArray("0xfFfF_ffff'0000 1111") << 64U
                                 << quint64 { 0xffffffff00001111 };
    QTest::newRow("binary") << QByteArray("0b1010_0101") << 8U << quint64 { 0xa5 };
    QTest::newRow("capital prefix") << QByteArray("0X1F") << 64U << quint64 { 0x1f };
    QTest::newRow("blanks around") << QByteArray("  0x10\t") << 64U << quint64 { 16 };
    QTest::newRow("zero") << QByteArray("0") << 1U << quint64 { 0 };
    QTest::newRow("leading zeros") << QByteArray("0x00000000000000000001") << 1U << quint64 { 1 };
    QTest::newRow("largest of 64 bits") << QByteArray("18446744073709551615") << 64U << ~quint64 { 0 };
    QTest::newRow("largest of 12 bits") << QByteArray("0xfff") << 12U << quint64 { 0xfff };
}

void TestHex::readsNumbers()
{
    QFETCH(QByteArray, text);
    QFETCH(unsigned, width);
    QFETCH(quint64, value);
    const Result<std::uint64_t> result
        = parseNumber({ text.constData(), static_cast<std::size_t>(text.size()) }, width);
    QVERIFY2(result.has_value(), result ? "" : result.error().text().c_str());
    QCOMPARE(*result, value);
}

void TestHex::refusesNumbersWithAReason_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<unsigned>("width");
    QTest::addColumn<QByteArray>("names");

    QTest::newRow("nothing") << QByteArray() << 64U << QByteArray("There is no number");
    QTest::newRow("blanks only") << QByteArray("  ") << 64U << QByteArray("There is no number");
    QTest::newRow("a prefix only") << QByteArray("0x") << 64U << QByteArray("holds no digit");
    QTest::newRow("a separator only") << QByteArray("_") << 64U << QByteArray("holds no digit");
    QTest::newRow("hexadecimal without prefix") << QByteArray("ff") << 64U << QByteArray("begin with 0x");
    QTest::newRow("a digit of no base") << QByteArray("0x12g4") << 64U << QByteArray("'g'");
    QTest::newRow("two in binary") << QByteArray("0b102") << 64U << QByteArray("'2'");
    QTest::newRow("a sign") << QByteArray("-1") << 64U << QByteArray("'-'");
    QTest::newRow("not ASCII") << QByteArray("1\xc3\xa4") << 64U << QByteArray("byte 0xc3");
    QTest::newRow("a NUL byte") << QByteArray("1\0002", 3) << 64U << QByteArray("byte 0x00");
    QTest::newRow("65 bits") << QByteArray("0x10000000000000000") << 64U << QByteArray("64 bits");
    QTest::newRow("one more than 64 bits hold")
        << QByteArray("18446744073709551616") << 64U << QByteArray("64 bits");
    QTest::newRow("13 bits for 12") << QByteArray("0x1000") << 12U << QByteArray("12 bits");
    QTest::newRow("2 for one bit") << QByteArray("2") << 1U << QByteArray("1 bit.");
    QTest::newRow("very long") << QByteArray(1000000, '9') << 64U << QByteArray("64 bits");
}

void TestHex::refusesNumbersWithAReason()
{
    QFETCH(QByteArray, text);
    QFETCH(unsigned, width);
    QFETCH(QByteArray, names);
    const Result<std::uint64_t> result
        = parseNumber({ text.constData(), static_cast<std::size_t>(text.size()) }, width);
    QVERIFY(!result.has_value());
    const QByteArray message = QByteArray::fromStdString(result.error().text());
    QVERIFY2(message.contains(names), message.constData());
    QVERIFY(message.size() < 200);
}

void TestHex::readsBytes()
{
    QCOMPARE(parseHexBytes("fF0102").value(), std::string("\xff\x01\x02"));
    QCOMPARE(parseHexBytes(" 00 01\n\t02 ").value(), std::string("\0\1\2", 3));
    QCOMPARE(parseHexBytes("").value(), std::string());
}

void TestHex::refusesBytesWithThePlace_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("names");

    QTest::newRow("half a byte at the end")
        << QByteArray("0001 2") << QByteArray("character 6 has one digit");
    QTest::newRow("half a byte before a blank") << QByteArray("00 1 23") << QByteArray("before character 5");
    QTest::newRow("no digit") << QByteArray("0 x0") << QByteArray("before character 2");
    QTest::newRow("a wrong first digit") << QByteArray("00 x0") << QByteArray("'x' at character 4");
    QTest::newRow("a wrong second digit") << QByteArray("0g") << QByteArray("'g' at character 2");
}

void TestHex::refusesBytesWithThePlace()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, names);
    const Result<std::string> result
        = parseHexBytes({ text.constData(), static_cast<std::size_t>(text.size()) });
    QVERIFY(!result.has_value());
    const QByteArray message = QByteArray::fromStdString(result.error().text());
    QVERIFY2(message.contains(names), message.constData());
}

QTEST_GUILESS_MAIN(TestHex)
#include "tst_hex.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/base/json.h"

#include <nlohmann/json.hpp>

#include <QTest>

using namespace fscope;

class TestJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesWhatIsNotJson_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("where");
        QTest::addColumn<QString>("what");
        QTest::newRow("empty") << QByteArray("") << "f:1:1"
                               << "unexpected end of input";
        QTest::newRow("missing value") << QByteArray("{\n \"a\": }") << "f:2:7"
                                       << "unexpected '}'";
        QTest::newRow("rest after the value") << QByteArray("{} x") << "f:1:4"
                                              << "not valid JSON";
        QTest::newRow("key twice") << QByteArray("{\"a\":1,\"a\":2}") << "f:1:10"
                                   << "\"a\" comes twice";
        QTest::newRow("bad UTF-8") << QByteArray("[\"\xff\"]") << "f:1:3"
                                   << "UTF-8";
        QTest::newRow("control character") << QByteArray("[\"\x01\"]") << "f:1:3"
                                           << "control character";
        QTest::newRow("number too large") << QByteArray("[1e999]") << "f:1:6"
                                          << "number overflow";
        QTest::newRow("deep arrays") << QByteArray(100000, '[') << "f:1:33"
                                     << "more than 32 deep";
        QTest::newRow("deep objects") << QByteArray("{\"a\":").repeated(50000) << "f:1:161"
                                      << "more than 32 deep";
    }

    void refusesWhatIsNotJson()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, where);
        QFETCH(QString, what);
        const auto json = parseJson(text.toStdString(), "f");
        QVERIFY(!json);
        QVERIFY2(QString::fromStdString(json.error().what).contains(what), json.error().what.c_str());
        QCOMPARE(QString::fromStdString(json.error().where), where);
    }

    void countsLinesFromTheGivenOne()
    {
        const auto json = parseJson("{\"a\":?}", "log.jsonl", 12);
        QVERIFY(!json);
        QCOMPARE(json.error().where, std::string("log.jsonl:12:6"));
    }

    void buildsTheValue()
    {
        const auto json
            = parseJson(R"({"a": [1, {"b": "x"}, [], {}], "c": null, "d": -1, "e": true, "f": 1.5})", "f");
        QVERIFY(json);
        QCOMPARE(json->dump(), std::string(R"({"a":[1,{"b":"x"},[],{}],"c":null,"d":-1,"e":true,"f":1.5})"));
    }

    void firstIssueWinsAndHasItsPath()
    {
        const auto json = parseJson(R"({"a": {"b": [1, "x"]}, "n": 300})", "f");
        QVERIFY(json);
        JsonIssues issues { "f", std::nullopt };
        const JsonNode node(*json, issues);
        node.at("a").at("b").elements(2, [](std::size_t, const JsonNode& value) { value.number(); });
        QVERIFY(issues.first);
        QCOMPARE(issues.first->where, std::string("f: /a/b/1"));
        node.at("n").number(8);
        QCOMPARE(issues.first->where, std::string("f: /a/b/1"));
    }

    void readsChecked_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("reader");
        QTest::addColumn<QString>("what");
        QTest::newRow("too wide") << QByteArray("300") << 8 << "does not fit in 8 bits";
        QTest::newRow("too wide for a bit") << QByteArray("2") << 1 << "does not fit in 1 bit.";
        QTest::newRow("far too large")
            << QByteArray("1000000000000000000000") << 64 << "does not fit in 64 bits";
        QTest::newRow("negative") << QByteArray("-1") << 64 << "not a negative number";
        QTest::newRow("fraction") << QByteArray("1.5") << 64 << "fraction";
        QTest::newRow("hex too wide") << QByteArray("\"0x1ff\"") << 8 << "8 bits";
        QTest::newRow("not a number") << QByteArray("\"12z\"") << 64 << "'z'";
        QTest::newRow("128 bits too wide")
            << QByteArray("\"0x112345678901234567890123456789012\"") << 128 << "32 hexadecimal";
        QTest::newRow("array for a number") << QByteArray("[]") << 64 << "not an array";
    }

    void readsChecked()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, reader);
        QFETCH(QString, what);
        const auto json = parseJson(text.toStdString(), "f");
        QVERIFY(json);
        JsonIssues issues { "f", std::nullopt };
        const JsonNode node(*json, issues);
        if (reader == 128)
            node.number128();
        else
            node.number(static_cast<unsigned>(reader));
        QVERIFY(issues.first);
        QVERIFY2(QString::fromStdString(issues.first->what).contains(what), issues.first->what.c_str());
    }

    void unknownKeysSuggestTheNearest()
    {
        const auto json = parseJson(R"({"sise": 1})", "f");
        JsonIssues issues { "f", std::nullopt };
        JsonNode(*json, issues).onlyKeys({ "at", "size", "name" });
        QVERIFY(issues.first);
        QCOMPARE(issues.first->where, std::string("f: /sise"));
        QVERIFY(issues.first->hint.find("\"size\"") != std::string::npos);
    }

    void wide128BitNumbers()
    {
        const auto json = parseJson(R"(["0x0123456789abcdef0011223344556677", "0x12", 7])", "f");
        JsonIssues issues { "f", std::nullopt };
        QVERIFY(
            (JsonNode((*json)[0], issues).number128() == U128 { 0x0011223344556677, 0x0123456789abcdef }));
        QVERIFY((JsonNode((*json)[1], issues).number128() == U128 { 0x12, 0 }));
        QVERIFY((JsonNode((*json)[2], issues).number128() == U128 { 7, 0 }));
        QVERIFY(!issues.first);
    }
};

QTEST_GUILESS_MAIN(TestJson)
#include "tst_json.moc"

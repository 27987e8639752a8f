// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/a64/classes.h"
#include "core/a64/instruction.h"
#include "core/base/bits.h"
#include "core/base/splitmix.h"
#include "tests/core/a64/randomword.h"

#include <QSet>
#include <QTest>

#include <bit>
#include <string_view>

using namespace fscope;
using namespace fscope::a64;
using namespace Qt::StringLiterals;

namespace {

/// Whether the pattern has no operand in the bits of @p field.
bool isFixed(const Row& row, const EncodingField& field)
{
    const std::string_view bitsOfField(row.pattern + 31 - field.hi, field.hi - field.lo + 1);
    return bitsOfField.find_first_not_of("01") == std::string_view::npos;
}

/// What is wrong with the pieces of an encoding, empty if nothing is.
QString wrongFields(const Instruction& instruction)
{
    std::uint64_t rebuilt = 0;
    unsigned below = 32;
    for (const EncodingField& field : encodingFields(instruction)) {
        const QString place
            = u"%1 at %2:%3 "_s.arg(QLatin1StringView(field.name)).arg(field.hi).arg(field.lo);
        if (field.hi + 1 != below || field.lo > field.hi)
            return place + u"leaves a gap or overlaps"_s;
        if (field.meaning.str().empty())
            return place + u"has no meaning"_s;
        if (QByteArrayView(field.name) == "fixed" && !isFixed(*instruction.row, field))
            return place + u"holds an operand"_s;
        below = field.lo;
        rebuilt |= field.value << field.lo;
    }
    return below == 0 && rebuilt == instruction.word ? QString() : u"the pieces do not make up the word"_s;
}

} // namespace

class TestA64Table : public QObject
{
    Q_OBJECT

private slots:
    void rowsAreDistinct();
    void rowsAreComplete_data();
    void rowsAreComplete();
    void wordsOfARowDecodeToIt_data();
    void wordsOfARowDecodeToIt();
    void fieldsCoverEachBitOnce_data();
    void fieldsCoverEachBitOnce();
    void operands_data();
    void operands();
    void fieldMeanings_data();
    void fieldMeanings();
    void wordsOutsideTheTable_data();
    void wordsOutsideTheTable();
    void eachClassIsReached_data();
    void eachClassIsReached();
    void unpredictableOperands_data();
    void unpredictableOperands();
};

void TestA64Table::rowsAreDistinct()
{
    QSet<QByteArray> titles;
    for (const Row& row : rows())
        titles.insert(row.title);
    QCOMPARE(static_cast<std::size_t>(titles.size()), rows().size());
}

void TestA64Table::rowsAreComplete_data()
{
    wordsOfARowDecodeToIt_data();
}

void TestA64Table::rowsAreComplete()
{
    QFETCH(int, index);
    const Row& row = rows()[static_cast<std::size_t>(index)];
    QCOMPARE(QByteArrayView(row.pattern).size(), 32);
    QVERIFY(QByteArray(row.source).startsWith("Arm ARM C4.1, "));
    QVERIFY(QByteArray(row.title).startsWith(QByteArray(row.mnemonic).toUpper()));
    QVERIFY(std::has_single_bit(unsigned { row.size }) && row.size <= (row.fp ? 16 : 8));
    QCOMPARE(row.count == 0, row.operation == Operation::Prefetch);
    QVERIFY(!row.signExtend || (row.operation == Operation::Load && !row.fp));
    const bool writesBack = row.addressing == Addressing::PreIndex || row.addressing == Addressing::PostIndex;
    QCOMPARE(row.isv, !row.fp && row.count == 1 && !writesBack);
}

void TestA64Table::wordsOfARowDecodeToIt_data()
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < rows().size(); ++i)
        QTest::newRow(rows()[i].title) << static_cast<int>(i);
}

void TestA64Table::wordsOfARowDecodeToIt()
{
    QFETCH(int, index);
    const Row& row = rows()[static_cast<std::size_t>(index)];
    for (std::uint64_t k = 1; k <= 500; ++k) {
        const std::uint32_t word = test::wordOf(row, splitmix(static_cast<std::uint64_t>(index), k));
        const Decoded decoded = decode(word);
        QCOMPARE(decoded.status, DecodeStatus::Ok);
        QCOMPARE(decoded.instruction.row, &row);
        QVERIFY(decoded.reason.empty());
        Instruction fast;
        QVERIFY(decodeFast(word, fast));
        QVERIFY(fast == decoded.instruction);
    }
}

void TestA64Table::fieldsCoverEachBitOnce_data()
{
    wordsOfARowDecodeToIt_data();
}

void TestA64Table::fieldsCoverEachBitOnce()
{
    QFETCH(int, index);
    const Row& row = rows()[static_cast<std::size_t>(index)];
    for (std::uint64_t k = 1; k <= 50; ++k) {
        const std::uint32_t word = test::wordOf(row, splitmix(static_cast<std::uint64_t>(index), k));
        const QString wrong = wrongFields(decode(word).instruction);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }
}

void TestA64Table::operands_data()
{
    QTest::addColumn<quint32>("word");
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("immediate");
    QTest::newRow("post-index load") << 0xf8408422U << u"ldr x2, [x1], #8"_s << qint64 { 8 };
    QTest::newRow("post-index store of a word") << 0xb8004422U << u"str w2, [x1], #4"_s << qint64 { 4 };
    QTest::newRow("smallest imm9") << 0x38500020U << u"ldurb w0, [x1, #-256]"_s << qint64 { -256 };
    QTest::newRow("largest imm12 of a Q register")
        << 0x3dfffc20U << u"ldr q0, [x1, #65520]"_s << qint64 { 65520 };
    QTest::newRow("smallest imm7 of Q registers")
        << 0xad600be1U << u"ldp q1, q2, [sp, #-1024]"_s << qint64 { -1024 };
    QTest::newRow("pre-index of zero") << 0xf8400c20U << u"ldr x0, [x1, #0]!"_s << qint64 { 0 };
    QTest::newRow("literal backwards") << 0x98ffffe2U << u"ldrsw x2, 0xffc"_s << qint64 { -4 };
    QTest::newRow("byte with a shift of zero")
        << 0x38225820U << u"strb w0, [x1, w2, uxtw #0]"_s << qint64 { 0 };
    QTest::newRow("zero register as offset")
        << 0xf87fda3fU << u"ldr xzr, [x17, wzr, sxtw #3]"_s << qint64 { 0 };
    QTest::newRow("prefetch without a name") << 0xf9800406U << u"prfm #0x06, [x0, #8]"_s << qint64 { 8 };
    QTest::newRow("release with an offset") << 0x99100020U << u"stlur w0, [x1, #-256]"_s << qint64 { -256 };
}

void TestA64Table::operands()
{
    QFETCH(quint32, word);
    QFETCH(QString, text);
    QFETCH(qint64, immediate);
    QCOMPARE(QString::fromStdString(disassemble(word, Va(0x1000))), text);
    QCOMPARE(decode(word).instruction.immediate, std::int64_t { immediate });
}

void TestA64Table::fieldMeanings_data()
{
    QTest::addColumn<quint32>("word");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("meaning");
    QTest::newRow("size of one byte") << 0x38225820U << u"size"_s << u"1 byte"_s;
    QTest::newRow("opc of LDRSH to W") << 0x79c00000U << u"opc"_s << u"load, sign-extended to 32 bits"_s;
    QTest::newRow("scaled immediate") << 0xf9400420U << u"imm12"_s << u"offset 8 = 1 times 8"_s;
    QTest::newRow("pair immediate") << 0xa97f0420U << u"imm7"_s << u"offset -16 = -2 times 8"_s;
    QTest::newRow("literal") << 0x98ffffe2U << u"imm19"_s << u"PC offset -4 = -1 times 4"_s;
    QTest::newRow("pair width") << 0x69400420U << u"opc"_s << u"X registers, 4 bytes each, sign-extended"_s;
    QTest::newRow("base written back") << 0xf8408fe2U << u"Rn"_s << u"base sp, written back"_s;
    QTest::newRow("discarded load") << 0xf840843fU << u"Rt"_s << u"xzr: the value loaded is discarded"_s;
    QTest::newRow("V31 is a register") << 0x3dc0003fU << u"Rt"_s << u"q31 is loaded"_s;
    QTest::newRow("prefetch") << 0xf98003e3U << u"prfop"_s << u"prefetch operation pldl2strm"_s;
    QTest::newRow("bit that is not one") << 0xc8defc20U << u"Rs"_s << u"should be one, but is not"_s;
}

void TestA64Table::fieldMeanings()
{
    QFETCH(quint32, word);
    QFETCH(QString, field);
    QFETCH(QString, meaning);
    const Decoded decoded = decode(word);
    QCOMPARE(decoded.status, DecodeStatus::Ok);
    for (const EncodingField& piece : encodingFields(decoded.instruction)) {
        if (QString::fromLatin1(piece.name) == field) {
            QCOMPARE(QString::fromStdString(piece.meaning.str()), meaning);
            return;
        }
    }
    QFAIL("there is no such field");
}

void TestA64Table::wordsOutsideTheTable_data()
{
    QTest::addColumn<quint32>("word");
    QTest::addColumn<QString>("text");
    QTest::newRow("register offset with bit 1 of option clear")
        << 0x38220820U << u".inst 0x38220820 ; undefined"_s;
    QTest::newRow("V = 1, size 01, opc 1x") << 0x7d800000U << u".inst 0x7d800000 ; undefined"_s;
    QTest::newRow("size 11, opc 11") << 0xf9c00000U << u".inst 0xf9c00000 ; undefined"_s;
    QTest::newRow("post-index in the shape of PRFM") << 0xf8800400U << u".inst 0xf8800400 ; undefined"_s;
    QTest::newRow("SIMD&FP literal of opc 11") << 0xdc000000U << u".inst 0xdc000000 ; undefined"_s;
    QTest::newRow("LDXR") << 0xc85f7c20U << u".inst 0xc85f7c20 ; Load/store exclusive register"_s;
    QTest::newRow("LDADD") << 0xf8210020U << u".inst 0xf8210020 ; Atomic memory operations"_s;
    QTest::newRow("CASP") << 0x48207c82U << u".inst 0x48207c82 ; Compare and swap pair"_s;
    QTest::newRow("LD1") << 0x4c407000U
                         << u".inst 0x4c407000 ; Advanced SIMD load/store multiple structures"_s;
    QTest::newRow("STGP") << 0x69000020U
                          << u".inst 0x69000020 ; Store Allocation Tag and pair of registers (STGP)"_s;
    QTest::newRow("DC ZVA") << 0xd50b7420U
                            << u".inst 0xd50b7420 ; Cache maintenance or address translation (DC, IC, AT)"_s;
    QTest::newRow("WFI") << 0xd503207fU
                         << u".inst 0xd503207f ; Branches, exception generating and System instructions"_s;
    QTest::newRow("zero") << 0U << u".inst 0x00000000 ; Permanently undefined (UDF)"_s;
}

void TestA64Table::wordsOutsideTheTable()
{
    QFETCH(quint32, word);
    QFETCH(QString, text);
    QCOMPARE(QString::fromStdString(disassemble(word)), text);
    const Decoded decoded = decode(word);
    QVERIFY(decoded.instruction.row == nullptr);
    QVERIFY(!decoded.reason.str().empty());
    QCOMPARE(decoded.status == DecodeStatus::Unallocated, text.endsWith(u"undefined"));
}

void TestA64Table::eachClassIsReached_data()
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < classes().size(); ++i)
        QTest::newRow(classes()[i].pattern) << static_cast<int>(i);
}

void TestA64Table::eachClassIsReached()
{
    QFETCH(int, index);
    const InstructionClass& cls = classes()[static_cast<std::size_t>(index)];
    // Random words of the pattern: at least one is neither in the table nor taken by an earlier class.
    for (std::uint64_t k = 1; k <= 200'000; ++k) {
        auto word = static_cast<std::uint32_t>(splitmix(0xc1a55, k));
        for (unsigned i = 0; i < 32; ++i) {
            if (cls.pattern[i] != 'x')
                word = (word & ~(1U << (31 - i))) | (cls.pattern[i] == '1' ? 1U << (31 - i) : 0);
        }
        if (decode(word).status != DecodeStatus::Ok && &classOf(word) == &cls) {
            QCOMPARE(decode(word).status, cls.status);
            return;
        }
    }
    QFAIL("no word comes here");
}

void TestA64Table::unpredictableOperands_data()
{
    QTest::addColumn<quint32>("word");
    QTest::addColumn<QString>("contains");
    QTest::newRow("LDP with Rt = Rt2") << 0xa9400020U << u"Rt = Rt2"_s;
    QTest::newRow("STP with Rt = Rt2 is fine") << 0xa9000020U << QString();
    QTest::newRow("LDP of SIMD&FP registers with Rt = Rt2") << 0x6d400020U << u"Rt = Rt2"_s;
    QTest::newRow("LDR, post-index, Rt = Rn") << 0xf8408421U << u"loaded and written back"_s;
    QTest::newRow("STR, pre-index, Rt = Rn") << 0xf8008c21U << u"stored and written back"_s;
    QTest::newRow("STP, pre-index, Rt2 = Rn") << 0xa9bf0420U << u"stored and written back"_s;
    QTest::newRow("LDR of Q1 from X1, post-index, is fine") << 0x3cc10421U << QString();
    QTest::newRow("XZR and SP are two registers") << 0xf84087ffU << QString();
    QTest::newRow("LDR, offset, Rt = Rn is fine") << 0xf9400021U << QString();
    QTest::newRow("LDAR with a zero in Rs") << 0xc8defc20U << u"should be one"_s;
}

void TestA64Table::unpredictableOperands()
{
    QFETCH(quint32, word);
    QFETCH(QString, contains);
    const Decoded decoded = decode(word);
    QCOMPARE(decoded.status, DecodeStatus::Ok);
    const QString text = QString::fromUtf8(decoded.instruction.unpredictable());
    QVERIFY2(contains.isEmpty() ? text.isEmpty() : text.contains(contains), qPrintable(text));
}

QTEST_GUILESS_MAIN(TestA64Table)
#include "tst_a64table.moc"

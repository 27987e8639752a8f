// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/a64/instruction.h"
#include "core/base/bytes.h"
#include "core/base/splitmix.h"
#include "tests/core/a64/randomword.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>
#include <vector>

using namespace fscope;
using namespace Qt::StringLiterals;

namespace {

constexpr std::uint64_t kBase
    = 0xffff800010000000; // where the words are said to lie; literals are relative to it

// Words that objdump prints otherwise than we do, and why we keep our text.
struct Disagreement {
    const char* reason;
    bool (*applies)(const a64::Instruction& instruction);
};
constexpr std::array<Disagreement, 1> kDisagreements = { {
    { "binutils refuses CONSTRAINED UNPREDICTABLE LDPSW (Rt = Rt2, or write-back of a loaded base); we show "
      "what it says",
        [](const a64::Instruction& instruction) {
            return QByteArrayView(instruction.row->mnemonic) == "ldpsw"
                && instruction.unpredictable() != nullptr;
        } },
} };

bool isAllowed(const a64::Instruction& instruction)
{
    return std::ranges::any_of(
        kDisagreements, [&instruction](const Disagreement& row) { return row.applies(instruction); });
}

/// objdump's text of each word, at kBase and on; empty if it could not be run.
QStringList objdump(const QString& program, const std::vector<std::uint32_t>& words)
{
    const QTemporaryDir directory;
    QFile file(directory.filePath(u"words.bin"_s));
    if (!file.open(QIODevice::WriteOnly))
        return {};
    QByteArray bytes(static_cast<qsizetype>(words.size() * 4), Qt::Uninitialized);
    for (std::size_t i = 0; i < words.size(); ++i)
        storeLe(bytes.data() + i * 4, words[i], 4);
    file.write(bytes);
    file.close();
    QProcess process;
    process.start(program,
        { u"-D"_s, u"-z"_s, u"-b"_s, u"binary"_s, u"-m"_s, u"aarch64"_s, u"-M"_s, u"no-aliases"_s,
            u"--adjust-vma=0x%1"_s.arg(kBase, 0, 16), file.fileName() });
    if (!process.waitForFinished(120'000) || process.exitCode() != 0)
        return {};
    QStringList texts;
    while (process.canReadLine()) {
        const QStringList columns = QString::fromUtf8(process.readLine()).trimmed().split(u'\t');
        if (columns.size() < 3)
            continue; // headings
        QString text = columns.mid(2).join(u' ');
        // Remarks for people follow "//"; "; undefined" is part of the answer.
        if (const qsizetype remark = text.indexOf(u"//"_s); remark >= 0)
            text.truncate(remark);
        texts.append(text.simplified());
    }
    return texts;
}

QString ours(std::uint32_t word, std::size_t position)
{
    return QString::fromStdString(a64::disassemble(word, Va(kBase + position * 4)));
}

QString describe(std::uint32_t word, const QString& actual, const QString& expected)
{
    return u"0x%1: \"%2\", objdump says \"%3\""_s.arg(word, 8, 16, QChar(u'0')).arg(actual, expected);
}

bool isMnemonicOfTheTable(const QString& text)
{
    const QByteArray mnemonic = text.section(u' ', 0, 0).toLatin1();
    return std::ranges::any_of(
        a64::rows(), [&mnemonic](const a64::Row& row) { return mnemonic == row.mnemonic; });
}

/// Whether the status of a word in the group of loads and stores fits what objdump prints.
bool agrees(const a64::Decoded& decoded, const QString& actual, const QString& expected)
{
    const bool undefined = expected.endsWith(u"undefined");
    switch (decoded.status) {
    case a64::DecodeStatus::Ok:
        // Bits that should be one and are not: objdump calls the word undefined, we say so beside the text.
        return actual == expected || (undefined && decoded.instruction.unpredictable() != nullptr);
    case a64::DecodeStatus::Unallocated:
        return undefined;
    case a64::DecodeStatus::NotModelled:
        return !isMnemonicOfTheTable(expected);
    case a64::DecodeStatus::NotLoadOrStore:
        break;
    }
    return false;
}

} // namespace

class TestA64Objdump : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void textOfEachRow_data();
    void textOfEachRow();
    void allocationOfLoadsAndStores();

private:
    QString m_objdump;
    std::vector<std::uint32_t> m_words;
    QStringList m_texts;
};

constexpr std::size_t kWordsPerRow = 2000;

void TestA64Objdump::initTestCase()
{
    m_objdump = QStandardPaths::findExecutable(u"aarch64-linux-gnu-objdump"_s);
    if (m_objdump.isEmpty())
        QSKIP("aarch64-linux-gnu-objdump is not installed (package binutils-aarch64-linux-gnu)");
    std::uint64_t k = 0;
    for (const a64::Row& row : a64::rows()) {
        for (std::size_t i = 0; i < kWordsPerRow; ++i)
            m_words.push_back(test::wordOf(row, splitmix(0x0b1d, ++k)));
    }
    m_texts = objdump(m_objdump, m_words);
    QCOMPARE(static_cast<std::size_t>(m_texts.size()), m_words.size());
}

void TestA64Objdump::textOfEachRow_data()
{
    QTest::addColumn<int>("first");
    int first = 0;
    for (const a64::Row& row : a64::rows()) {
        QTest::newRow(row.title) << first;
        first += static_cast<int>(kWordsPerRow);
    }
}

void TestA64Objdump::textOfEachRow()
{
    QFETCH(int, first);
    const auto start = static_cast<std::size_t>(first);
    for (std::size_t i = start; i < start + kWordsPerRow; ++i) {
        const QString& expected = m_texts[static_cast<qsizetype>(i)];
        const QString actual = ours(m_words[i], i);
        if (actual == expected)
            continue;
        const a64::Decoded decoded = a64::decode(m_words[i]);
        QVERIFY2(decoded.status == a64::DecodeStatus::Ok && isAllowed(decoded.instruction),
            qPrintable(describe(m_words[i], actual, expected)));
    }
}

// Random words of the whole group, most of them in no row: what we call allocated, objdump does, and the
// reverse.
void TestA64Objdump::allocationOfLoadsAndStores()
{
    std::vector<std::uint32_t> words;
    for (std::uint64_t k = 1; k <= 300'000; ++k) {
        const auto word = static_cast<std::uint32_t>(splitmix(0xa110c, k));
        words.push_back((word | 1U << 27) & ~(1U << 25));
    }
    const QStringList texts = objdump(m_objdump, words);
    QCOMPARE(static_cast<std::size_t>(texts.size()), words.size());
    std::array<int, 4> counts {};
    for (std::size_t i = 0; i < words.size(); ++i) {
        const QString& expected = texts[static_cast<qsizetype>(i)];
        const a64::Decoded decoded = a64::decode(words[i]);
        const QString actual = ours(words[i], i);
        ++counts[static_cast<std::size_t>(decoded.status)];
        QVERIFY2(agrees(decoded, actual, expected), qPrintable(describe(words[i], actual, expected)));
    }
    QVERIFY(std::ranges::all_of(counts.begin(), counts.begin() + 3, [](int n) { return n > 10'000; }));
}

QTEST_GUILESS_MAIN(TestA64Objdump)
#include "tst_a64objdump.moc"

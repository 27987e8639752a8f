// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "app/cli/program.h"
#include "core/base/bytes.h"
#include "core/mmu/tablebuilder.h"
#include "tests/core/mmu/twostageguest.h"
#include "tests/support/paths.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <array>

using namespace fscope;
using namespace Qt::StringLiterals;
using fscope::test::TwoStageGuest;

namespace {

struct Ran {
    int status = 0;
    QString out;
    QString err;
};

Ran run(const std::vector<std::string>& arguments)
{
    cli::Console console;
    const int status = cli::runProgram(arguments, console);
    return { status, QString::fromStdString(console.outText()), QString::fromStdString(console.errText()) };
}

std::vector<std::string> words(const QString& line)
{
    std::vector<std::string> out;
    for (const QString& word : line.split(u' ', Qt::SkipEmptyParts))
        out.push_back(word.toStdString());
    return out;
}

QJsonObject lastObject(const QString& lines)
{
    return QJsonDocument::fromJson(lines.split(u'\n', Qt::SkipEmptyParts).last().toUtf8()).object();
}

// ---- a dump of a machine

constexpr std::uint64_t kRam = 0x5000'0000;
constexpr std::uint64_t kVa = 0x40'0000;

/// Two stages of 4 KiB tables, as a dump with two segments and one CPU, or as the bytes of RAM.
class Dump
{
public:
    Dump()
    {
        TwoStageGuest::need(guest.stage2.map({ .input = 0x4000'0000,
            .output = kRam,
            .size = 0x10'0000,
            .attrIndex = TwoStageGuest::kNormal }));
        TwoStageGuest::need(
            guest.stage1.map({ .input = kVa, .output = 0x4000'3000, .size = 0x2000, .user = true }));
        guest.regs.tcr |= 1U << 23;
    }
    TwoStageGuest guest;

    QByteArray ram(std::uint64_t from, std::uint64_t size) const
    {
        QByteArray bytes(static_cast<qsizetype>(size), '\0');
        (void)guest.memory.read(Pa(from), bytes.data(), size);
        return bytes;
    }

    /// An ELF core: the first half of the tables' memory and the second are segments of their own.
    QByteArray elf() const
    {
        constexpr std::uint64_t half = 0x20'0000;
        constexpr std::uint64_t notes = 64 + 3 * 56;
        constexpr std::uint64_t data = 0x1000;
        QByteArray file(static_cast<qsizetype>(data), '\0');
        const auto put = [&](std::uint64_t at, std::uint64_t value, unsigned size) {
            storeLe(file.data() + at, value, size);
        };
        file.replace(0, 7,
            QByteArray("\x7f"
                       "ELF\x02\x01\x01",
                7));
        put(16, 4, 2); // ET_CORE
        put(18, 183, 2);
        put(32, 64, 8);
        put(54, 56, 2);
        put(56, 3, 2);
        const auto header
            = [&](int n, std::uint64_t type, std::uint64_t offset, std::uint64_t pa, std::uint64_t size) {
                  const std::uint64_t at = 64 + static_cast<std::uint64_t>(n) * 56;
                  put(at, type, 4);
                  put(at + 8, offset, 8);
                  put(at + 24, pa, 8);
                  put(at + 32, size, 8);
                  put(at + 40, size, 8);
              };
        header(0, 4, notes, 0, 28); // PT_NOTE: NT_PRSTATUS of "CORE"
        put(notes, 5, 4);
        put(notes + 4, 8, 4);
        put(notes + 8, 1, 4);
        file.replace(static_cast<qsizetype>(notes + 12), 4, "CORE");
        header(1, 1, data + half, kRam + half, half); // not in the order of addresses
        header(2, 1, data, kRam, half);
        return file + ram(kRam, 2 * half);
    }

    QString registers() const
    {
        const auto one = [](const char* name, std::uint64_t value) {
            return u"--reg %1=0x%2 "_s.arg(QString::fromLatin1(name)).arg(value, 0, 16);
        };
        return one("tcr_el1", guest.regs.tcr) + one("ttbr0_el1", guest.regs.ttbr0)
            + one("mair_el1", guest.regs.mair) + one("vtcr_el2", guest.regs.vtcr)
            + one("vttbr_el2", guest.regs.vttbr);
    }
};

} // namespace

/// `fscope walk` and `fscope tables`. Golden files are written anew by running this test with
/// FSCOPE_UPDATE_GOLDEN=1.
class TestTables : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    QString write(const QString& name, const QByteArray& bytes)
    {
        QFile file(m_dir.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("no temporary file");
        return file.fileName();
    }

private Q_SLOTS:
    void outputIsAsReviewed_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::newRow("walk-device.txt") << u"walk read-only-page --va 0xffff80000c000010 --access w"_s;
        QTest::newRow("walk-fields.txt") << u"walk stage1-fault --va 0xffff800008000000 --fields"_s;
        QTest::newRow("walk-at.txt") << u"walk stage1-fault --va 0xffff80000a000000 --at s12e0r"_s;
        QTest::newRow("walk-ipa.jsonl") << u"walk stage1-fault --ipa 0x9000000 --json"_s;
        QTest::newRow("tables-list.txt") << u"tables list read-only-page"_s;
        QTest::newRow("tables-list.jsonl") << u"tables list read-only-page --tree vttbr --json"_s;
        QTest::newRow("tables-list.csv") << u"tables list read-only-page --rights wx --csv"_s;
        QTest::newRow("tables-lint.txt") << u"tables lint read-only-page"_s;
        QTest::newRow("tables-lint.jsonl") << u"tables lint read-only-page --json"_s;
        QTest::newRow("tables-who-maps.txt") << u"tables who-maps read-only-page --pa 0x180000000+0x1000"_s;
        QTest::newRow("tables-who-maps.jsonl") << u"tables who-maps read-only-page --ipa 0x9000000 --json"_s;
    }

    void outputIsAsReviewed()
    {
        QFETCH(QString, arguments);
        const Ran ran = run(words(arguments));
        QCOMPARE(ran.status, 0);
        const QString path
            = test::sourcePath(u"tests/app/golden/"_s + QString::fromLatin1(QTest::currentDataTag()));
        QFile golden(path);
        if (qEnvironmentVariableIsSet("FSCOPE_UPDATE_GOLDEN")) {
            QVERIFY(golden.open(QIODevice::WriteOnly));
            golden.write(ran.out.toUtf8());
            QSKIP("the golden file is written anew");
        }
        QVERIFY2(golden.open(QIODevice::ReadOnly), qPrintable(path));
        QCOMPARE(ran.out, QString::fromUtf8(golden.readAll()));
    }

    /// What a dump says is what the walker says of the memory that was dumped.
    void dumpsAreWalkedAsTheMemoryItself()
    {
        const Dump dump;
        const QString elf = write(u"dump.elf"_s, dump.elf());
        const QString raw = write(u"ram.bin"_s, dump.ram(kRam, 0x40'0000));
        const QStringList images { elf, QString(u"--image "_s + elf),
            QString(u"--image "_s + raw + u" --base 0x50000000"_s) };
        for (const QString& image : images) {
            const Ran ran = run(words(u"walk %1 %2 --va 0x401018 --json"_s.arg(image, dump.registers())));
            QVERIFY2(ran.status == 0, qPrintable(ran.err));
            QCOMPARE(ran.out.count(u"\"type\":\"read\""_s), 24);
            const QJsonObject result = lastObject(ran.out);
            QCOMPARE(result[u"type"].toString(), u"translation"_s);
            QCOMPARE(result[u"ipa"].toString(), u"0x40004018"_s);
            QCOMPARE(result[u"pa"].toString(), u"0x50004018"_s);
            QVERIFY(ran.err.contains(u"SCTLR_EL1 is not given"_s));
        }
        const Ran listed = run(words(u"tables who-maps %1 %2 --pa 0x50004000"_s.arg(elf, dump.registers())));
        QVERIFY2(listed.out.contains(u"VA 0x401000-0x401000 (TTBR0_EL1, EL1 rw-, EL0 rwx)"_s),
            qPrintable(listed.out));
    }

    void registersComeFromAFileToo()
    {
        const Dump dump;
        const QString raw = write(u"ram2.bin"_s, dump.ram(kRam, 0x40'0000));
        const auto number = [](std::uint64_t value) { return u"\"0x%1\""_s.arg(value, 0, 16); };
        const QString file = write(u"regs.json"_s,
            u"{\"vtcr_el2\": %1, \"VTTBR_EL2\": %2}"_s
                .arg(number(dump.guest.regs.vtcr), number(dump.guest.regs.vttbr))
                .toUtf8());
        const Ran ran = run(
            words(u"walk --image %1 --base 0x50000000 --registers %2 --ipa 0x40000008"_s.arg(raw, file)));
        QVERIFY2(ran.out.contains(u"PA 0x50000008"_s), qPrintable(ran.out + ran.err));
    }

    void whatIsNotModelledIsNamed()
    {
        for (const char* command : { "walk read-only-page --va 0", "tables list read-only-page" }) {
            const Ran ran = run(words(QString::fromLatin1(command) + u" --reg gpccr_el3=0x10000"_s));
            QVERIFY2(ran.err.contains(u"GPCCR_EL3.GPC is 1"_s), qPrintable(ran.err));
        }
    }

    void whatIsWrongIsNamed_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<QString>("message");
        const auto row = [](const char* name, const QString& arguments, const QString& message) {
            QTest::newRow(name) << arguments << message;
        };
        row("no address", u"walk read-only-page"_s, u"give --va or --ipa"_s);
        row("bad address", u"walk read-only-page --va zz"_s, u"--va:"_s);
        row("no such AT", u"walk read-only-page --va 0 --at s9"_s, u"Known instructions are S1E0R"_s);
        row("AT of an IPA", u"walk read-only-page --ipa 0 --at s1e1r"_s, u"--at: An AT"_s);
        row("no source", u"tables list"_s, u"Whose tables?"_s);
        row("no such intercept", u"tables list read-only-page --intercept 99"_s,
            u"There is no intercept 99"_s);
        row("no base", u"tables list --image RAW --reg tcr_el1=0"_s, u"--base"_s);
        row("base of a dump", u"tables list --image ELF --base 0"_s, u"An ELF file says itself"_s);
        row("no registers", u"tables list ELF"_s, u"stage 1 needs tcr_el1"_s);
        row("half of stage 2", u"tables list ELF --reg vtcr_el2=0"_s, u"VTTBR_EL2 is not known"_s);
        row("no such register", u"tables list ELF --reg ttbr9=0"_s, u"\"ttbr9\" is no register"_s);
        row("register without value", u"tables list ELF --reg ttbr0_el1"_s, u"NAME=VALUE"_s);
        row("cut off", u"tables list CUT --reg tcr_el1=0 --reg ttbr0_el1=0"_s, u"program header"_s);
        row("another machine", u"tables list X86"_s, u"not AArch64"_s);
        row("bad range", u"tables list read-only-page --range 5-3"_s, u"--range: The range ends"_s);
        row("bad rights", u"tables list read-only-page --rights q"_s, u"--rights:"_s);
        row("bad type", u"tables list read-only-page --type big"_s, u"Known types"_s);
        row("nothing to find", u"tables who-maps read-only-page"_s, u"give --pa or --ipa"_s);
    }

    void whatIsWrongIsNamed()
    {
        QFETCH(QString, arguments);
        QFETCH(QString, message);
        const Dump dump;
        QByteArray x86 = dump.elf();
        x86[18] = 62;
        arguments.replace(u"RAW"_s, write(u"raw"_s, QByteArray(4096, 'x')))
            .replace(u"ELF"_s, write(u"elf"_s, dump.elf()))
            .replace(u"CUT"_s, write(u"cut"_s, dump.elf().left(0x1800)))
            .replace(u"X86"_s, write(u"x86"_s, x86));
        const Ran ran = run(words(arguments));
        QVERIFY(ran.status != 0);
        QVERIFY2(ran.err.contains(message), qPrintable(ran.err));
        QCOMPARE(ran.out, QString());
    }

    void aListThatIsCutSaysSo()
    {
        const Ran ran = run(words(u"tables list read-only-page --tree ttbr1 --max 2"_s));
        QCOMPARE(ran.status, 1);
        QVERIFY2(ran.out.contains(u"Stopped at 0xffff80000c000000 after 2 ranges."_s)
                || ran.out.contains(u"Stopped at"_s),
            qPrintable(ran.out));
    }
};

QTEST_GUILESS_MAIN(TestTables)
#include "tst_tables.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

/// Translations are complete: what the sources say today is in each .ts, nothing else is, and each entry
/// keeps its places.

#include "tests/support/paths.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct Entry {
    QString context;
    QString source;
    QString translation;
    QString type; ///< of <translation>: empty when finished
};

/// Every message of a .ts file; plural forms are joined by line ends.
QList<Entry> entriesOf(const QString& path)
{
    QList<Entry> entries;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return entries;
    QXmlStreamReader xml(&file);
    QString context;
    Entry entry;
    while (!xml.atEnd()) {
        if (!xml.readNextStartElement() && !xml.isEndElement())
            continue;
        if (xml.isEndElement()) {
            if (xml.name() == "message"_L1)
                entries.append(entry);
            continue;
        }
        if (xml.name() == "name"_L1) {
            context = xml.readElementText();
        } else if (xml.name() == "message"_L1) {
            entry = Entry { context, {}, {}, {} };
        } else if (xml.name() == "source"_L1) {
            entry.source = xml.readElementText();
        } else if (xml.name() == "translation"_L1) {
            entry.type = xml.attributes().value("type"_L1).toString();
            entry.translation = xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
        }
    }
    return entries;
}

/// The places of a text, sorted: "%1 of %n" and "%n（%1）" have the same.
QStringList placesOf(const QString& text)
{
    static const QRegularExpression place(u"%(?:L?[0-9]|n)"_s);
    QStringList places;
    for (auto it = place.globalMatch(text); it.hasNext();)
        places.append(it.next().captured());
    std::sort(places.begin(), places.end());
    return places;
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT
private slots:
    void nothingIsUnfinishedOrStale_data();
    void nothingIsUnfinishedOrStale();
};

void TestTranslations::nothingIsUnfinishedOrStale_data()
{
    QTest::addColumn<QString>("path");
    const QDir folder(fscope::test::sourcePath(u"translations"_s));
    const QFileInfoList files = folder.entryInfoList({ u"*.ts"_s }, QDir::Files, QDir::Name);
    for (const QFileInfo& file : files)
        QTest::newRow(qPrintable(file.fileName())) << file.absoluteFilePath();
    QVERIFY2(!files.isEmpty(), "translations/ holds no .ts file");
}

void TestTranslations::nothingIsUnfinishedOrStale()
{
    QFETCH(QString, path);
    // On a copy: what lupdate would change of the committed file is what is stale in it.
    const QTemporaryDir folder;
    QVERIFY(folder.isValid());
    const QString copy = folder.filePath(QFileInfo(path).fileName());
    QVERIFY(QFile::copy(path, copy));
    QProcess lupdate;
    lupdate.setWorkingDirectory(fscope::test::sourcePath());
    lupdate.start(QStringLiteral(FSCOPE_LUPDATE),
        QStringLiteral(FSCOPE_LUPDATE_ARGUMENTS).split(u' ') + QStringList { u"-ts"_s, copy });
    QVERIFY2(lupdate.waitForFinished(120000) && lupdate.exitCode() == 0,
        lupdate.readAllStandardError().constData());

    const QList<Entry> entries = entriesOf(copy);
    QVERIFY(entries.size() > 500);
    QStringList wrong;
    for (const Entry& entry : entries) {
        const QString what = entry.context + u": \""_s + entry.source + u'"';
        if (entry.type == "unfinished"_L1)
            wrong.append(u"unfinished, "_s + what);
        else if (!entry.type.isEmpty())
            wrong.append(u"stale, "_s + what);
        else if (entry.translation.isEmpty())
            wrong.append(u"empty, "_s + what);
        else if (placesOf(entry.source) != placesOf(entry.translation))
            wrong.append(u"other places than its source, "_s + what + u" as "_s + entry.translation);
    }
    if (!wrong.isEmpty()) {
        const QString hint
            = u"%1 entries; build the target update_translations, then translate:\n"_s.arg(wrong.size());
        QFAIL(qPrintable(hint + wrong.join(u'\n')));
    }
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"

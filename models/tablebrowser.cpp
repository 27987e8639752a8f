// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "models/tablebrowser.h"

#include "core/mmu/reverselookup.h"
#include "core/mmu/tableenumerator.h"
#include "core/mmu/tablelint.h"
#include "models/mappingmodel.h"
#include "models/tablelistmodels.h"
#include "models/tabletreemodel.h"
#include "models/texts.h"

#include <QLocale>
#include <QSaveFile>

#include <utility>

namespace fscope::models {
namespace {

/// A result that is to change hands between threads, once.
template <typename T>
using Parcel = std::shared_ptr<T>;

struct MappingAnswer {
    std::vector<MappingRow> rows;
    QStringList remarks; ///< why it is not whole
};

MappingAnswer mappingsOf(const TableSnapshot& snapshot, const MappingQuestion& question,
    const Background::Cancelled& cancelled, const std::function<void(std::size_t)>& progress)
{
    constexpr std::size_t kProgressEvery = 65536;
    MappingAnswer answer;
    mmu::EnumerateOptions options;
    options.filter = question.filter;
    options.cancel = &cancelled;
    for (int tree = 0; tree < snapshot.count(); ++tree) {
        const bool wanted = !question.tree || *question.tree == tree;
        if (!wanted || !snapshot.tree(tree).isUsed())
            continue;
        bool full = false;
        const auto end = mmu::enumerate(snapshot.tree(tree), options, [&](const mmu::MappedRange& range) {
            full = answer.rows.size() >= TableBrowser::kMostMappings;
            if (!full)
                answer.rows.push_back({ tree, range });
            if (answer.rows.size() % kProgressEvery == 0)
                progress(answer.rows.size());
            return !full;
        });
        if (full) {
            answer.remarks << TableBrowser::tr(
                "Only the first %1 are listed; a narrower filter shows others.")
                                  .arg(QLocale().toString(static_cast<qulonglong>(answer.rows.size())));
            break;
        }
        if (!end.complete())
            answer.remarks << toQString(mmu::textOf(end));
    }
    return answer;
}

QStringList textsOf(const std::vector<Text>& texts)
{
    QStringList out;
    for (const Text& text : texts)
        out << toQString(text);
    return out;
}

} // namespace

TableBrowser::TableBrowser(Session* session, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_tree(new TableTreeModel(this))
    , m_mappings(new MappingModel(this))
    , m_mappedBy(new MappedByModel(this))
    , m_findings(new FindingModel(this))
    , m_listing(this)
    , m_finding(this)
    , m_linting(this)
    , m_exporting(this)
{
    connect(session, &Session::momentChanged, this, [this] {
        m_stale = true;
        refresh();
    });
    connect(session, &Session::languageChanged, this, [this] {
        m_tree->retranslate();
        m_mappings->retranslate();
        m_mappedBy->retranslate();
        m_findings->retranslate();
    });
}

void TableBrowser::setLive(bool live)
{
    m_live = live;
    refresh();
}

void TableBrowser::setTypedRoot(const std::optional<TypedRoot>& root)
{
    m_typed = root;
    m_stale = true;
    refresh();
}

void TableBrowser::refresh()
{
    if (!m_live || !m_stale)
        return;
    m_stale = false;
    m_snapshot
        = m_session->run() ? std::make_shared<const TableSnapshot>(m_session->guest(), m_typed) : nullptr;
    m_tree->setSnapshot(m_snapshot);
    emit snapshotChanged();
    if (m_listQuestion)
        startList();
    if (m_findQuestion)
        startFind();
    if (m_lintAsked)
        startLint();
}

void TableBrowser::list(const MappingQuestion& question)
{
    m_listQuestion = question;
    m_listed.reset();
    startList();
}

void TableBrowser::startList()
{
    if (!m_snapshot) {
        m_listing.cancel();
        m_mappings->setMappings(nullptr, {});
        m_listText.clear();
        emit listChanged();
        return;
    }
    m_listing.start([this, snapshot = m_snapshot, before = m_listed, question = *m_listQuestion](
                        const Background::Cancelled& cancelled) -> std::function<void()> {
        if (before && before->sameTables(*snapshot))
            return [this] { emit listChanged(); };
        const auto answer = std::make_shared<MappingAnswer>(
            mappingsOf(*snapshot, question, cancelled, [this, &cancelled](std::size_t count) {
                m_listing.tell(cancelled, [this, count] {
                    m_listText
                        = tr("%1 mappings so far").arg(QLocale().toString(static_cast<qulonglong>(count)));
                    emit listChanged();
                });
            }));
        return [this, snapshot, answer] {
            m_listed = snapshot;
            QStringList text { tr("mappings: %n", nullptr, static_cast<int>(answer->rows.size())) };
            m_listText = (text + answer->remarks).join(QStringLiteral(". "));
            m_mappings->setMappings(snapshot, std::move(answer->rows));
            emit listChanged();
        };
    });
    m_listText = tr("Going through the tables…");
    emit listChanged();
}

void TableBrowser::findWhoMaps(AddressSpace space, const mmu::AddressSpan& span)
{
    m_findQuestion = std::pair(space, span);
    m_found.reset();
    startFind();
}

void TableBrowser::startFind()
{
    if (!m_snapshot) {
        m_finding.cancel();
        m_mappedBy->setWays({});
        emit findChanged();
        return;
    }
    m_finding.start([this, snapshot = m_snapshot, before = m_found, question = *m_findQuestion](
                        const Background::Cancelled& cancelled) -> std::function<void()> {
        if (before && before->sameTables(*snapshot))
            return [this] { emit findChanged(); };
        constexpr std::size_t kMost = 2000;
        mmu::EnumerateOptions limits;
        limits.cancel = &cancelled;
        const mmu::ReverseLookup lookup(snapshot->registers(), snapshot->memory(), limits);
        auto ways = std::make_shared<std::vector<mmu::MappedBy>>(question.first == AddressSpace::Pa
                ? lookup.whoMaps(question.second, kMost)
                : lookup.whoMapsIpa(question.second, kMost));
        const QStringList stopped = textsOf(lookup.stopped());
        return [this, snapshot, ways, stopped, question] {
            m_found = snapshot;
            const QString what
                = question.first == AddressSpace::Pa ? QStringLiteral("PA") : QStringLiteral("IPA");
            const QString first = displayHex(question.second.first);
            QStringList text { ways->empty()
                    ? tr("Nothing maps %1 %2.").arg(what, first)
                    : tr("Ways that lead to %1 %2: %n.", nullptr, static_cast<int>(ways->size()))
                          .arg(what, first) };
            m_findText = (text + stopped).join(QLatin1Char(' '));
            m_mappedBy->setWays(std::move(*ways));
            emit findChanged();
        };
    });
    m_findText = tr("Looking through all tables…");
    emit findChanged();
}

void TableBrowser::lint()
{
    m_lintAsked = true;
    m_linted.reset();
    startLint();
}

void TableBrowser::startLint()
{
    if (!m_snapshot) {
        m_linting.cancel();
        m_findings->setReport({}, {});
        emit lintChanged();
        return;
    }
    m_linting.start([this, snapshot = m_snapshot, before = m_linted](
                        const Background::Cancelled& cancelled) -> std::function<void()> {
        if (before && before->sameTables(*snapshot))
            return [this] { emit lintChanged(); };
        mmu::LintOptions options;
        options.limits.cancel = &cancelled;
        auto report = std::make_shared<mmu::LintReport>(
            mmu::lintTables(snapshot->registers(), snapshot->memory(), options));
        return [this, snapshot, report] {
            m_linted = snapshot;
            const auto count
                = [&report](mmu::LintSeverity severity) { return static_cast<int>(report->total(severity)); };
            m_lintText = report->clean()
                ? tr("Nothing in these tables looks wrong.")
                : QStringList { tr("errors: %n", nullptr, count(mmu::LintSeverity::Error)),
                      tr("warnings: %n", nullptr, count(mmu::LintSeverity::Warning)),
                      tr("notes: %n", nullptr, count(mmu::LintSeverity::Note)) }
                      .join(QStringLiteral(", "));
            m_findings->setReport(std::move(*report), snapshot->registers().regime);
            emit lintChanged();
        };
    });
    m_lintText = tr("Looking through all tables…");
    emit lintChanged();
}

void TableBrowser::cancel()
{
    if (m_listing.isBusy()) {
        m_listing.cancel();
        m_listText = tr("Cancelled; what was listed before is shown.");
        emit listChanged();
    }
    if (m_finding.isBusy()) {
        m_finding.cancel();
        m_findText = tr("Cancelled.");
        emit findChanged();
    }
    if (m_linting.isBusy()) {
        m_linting.cancel();
        m_lintText = tr("Cancelled.");
        emit lintChanged();
    }
}

void TableBrowser::exportMappings(const QString& path)
{
    const TableSnapshotPtr snapshot = m_mappings->snapshot() ? m_mappings->snapshot() : m_snapshot;
    if (!snapshot) {
        emit exported(path, tr("There are no tables to export yet."));
        return;
    }
    const bool csv = path.endsWith(QStringLiteral(".csv"), Qt::CaseInsensitive);
    // What has been listed is exported as it is; else all there is.
    const bool asListed = m_mappings->snapshot() != nullptr;
    auto rows = std::make_shared<std::vector<MappingRow>>(
        asListed ? m_mappings->rows() : std::vector<MappingRow>());
    m_exporting.start([this, snapshot, rows, path, csv, asListed](
                          const Background::Cancelled& cancelled) -> std::function<void()> {
        if (!asListed)
            *rows = mappingsOf(*snapshot, {}, cancelled, [](std::size_t) {}).rows;
        QSaveFile file(path);
        const QByteArray content = csv ? mappingsAsCsv(*snapshot, *rows) : mappingsAsJson(*snapshot, *rows);
        const bool written
            = file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit();
        const QString error = written ? QString() : file.errorString();
        return [this, path, error] { emit exported(path, error); };
    });
}

} // namespace fscope::models

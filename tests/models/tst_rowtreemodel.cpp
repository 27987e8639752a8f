// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "models/rowcells.h"
#include "models/rowtreemodel.h"
#include "tests/models/modeltext.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using fscope::models::plainCell;
using fscope::models::TreeRow;

namespace {

class Model : public fscope::models::RowTreeModel
{
public:
    using RowTreeModel::setRows;

protected:
    QStringList columnTitles() const override { return { u"A"_s, u"B"_s }; }
};

/// "a b(c d=2)": rows by key, below them others; =text sets column B.
std::vector<TreeRow> rowsOf(const QString& text, qsizetype& at)
{
    std::vector<TreeRow> rows;
    while (at < text.size() && text[at] != u')') {
        if (text[at] == u' ') {
            ++at;
            continue;
        }
        TreeRow row;
        row.key = text[at++];
        QString value = u"-"_s;
        if (at < text.size() && text[at] == u'=') {
            value = text[at + 1];
            at += 2;
        }
        row.cells = { plainCell(row.key), plainCell(value) };
        if (at < text.size() && text[at] == u'(') {
            row.children = rowsOf(text, ++at);
            ++at;
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<TreeRow> rowsOf(const QString& text)
{
    qsizetype at = 0;
    return rowsOf(text, at);
}

QString textOf(const QAbstractItemModel& model, const QModelIndex& parent = {})
{
    QStringList parts;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        QString part = index.data().toString();
        if (const QString value = index.siblingAtColumn(1).data().toString(); value != u"-"_s)
            part += u'=' + value;
        if (model.rowCount(index) > 0)
            part += u'(' + textOf(model, index) + u')';
        parts << part;
    }
    return parts.join(u' ');
}

} // namespace

class TestRowTreeModel : public QObject
{
    Q_OBJECT
private slots:
    void becomesWhatItIsGiven_data();
    void becomesWhatItIsGiven();
    void rowsThatStayKeepTheirIndexes();
    void onlyWhatDiffersIsAnnounced();
    void nothingDiffersNothingIsAnnounced();
    void indexesOutsideAreRefused();
};

void TestRowTreeModel::becomesWhatItIsGiven_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    const QStringList trees { u""_s, u"a"_s, u"a b c"_s, u"a c"_s, u"c b a"_s, u"a=1 b=2 c"_s, u"a(x y) b"_s,
        u"a(y) b(z)"_s, u"a(x(1 2) y) c"_s, u"a(x(2=3) y=4) b c"_s, u"q a(x) r"_s };
    for (const QString& before : trees) {
        for (const QString& after : trees)
            QTest::addRow("'%s' to '%s'", qPrintable(before), qPrintable(after)) << before << after;
    }
}

void TestRowTreeModel::becomesWhatItIsGiven()
{
    QFETCH(const QString, before);
    QFETCH(const QString, after);
    Model model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRows(rowsOf(before));
    QCOMPARE(textOf(model), before);
    model.setRows(rowsOf(after));
    QCOMPARE(textOf(model), after);
    model.setRows({});
    QCOMPARE(model.rowCount(), 0);
}

void TestRowTreeModel::rowsThatStayKeepTheirIndexes()
{
    Model model;
    model.setRows(rowsOf(u"a(x y) b c"_s));
    const QPersistentModelIndex y(model.index(1, 0, model.index(0, 0)));
    const QPersistentModelIndex c(model.index(2, 0));
    model.setRows(rowsOf(u"a(w y=1) c"_s));
    QVERIFY(y.isValid() && c.isValid());
    QCOMPARE(y.data().toString(), u"y"_s);
    QCOMPARE(y.sibling(1, 1).data().toString(), u"1"_s);
    QCOMPARE(c.row(), 1);
}

void TestRowTreeModel::onlyWhatDiffersIsAnnounced()
{
    Model model;
    model.setRows(rowsOf(u"a b(x) c"_s));
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    model.setRows(rowsOf(u"a b(x=1) c"_s));
    QCOMPARE(changed.size(), 1);
    const auto from = changed[0][0].toModelIndex();
    const auto to = changed[0][1].toModelIndex();
    QCOMPARE(from.parent(), model.index(1, 0));
    QCOMPARE(from.row(), 0);
    QCOMPARE(from.column(), 1);
    QCOMPARE(to.column(), 1);
    QVERIFY(inserted.isEmpty() && removed.isEmpty());
}

void TestRowTreeModel::nothingDiffersNothingIsAnnounced()
{
    Model model;
    model.setRows(rowsOf(u"a b(x(y)) c=1"_s));
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setRows(rowsOf(u"a b(x(y)) c=1"_s));
    QVERIFY(changed.isEmpty());
}

void TestRowTreeModel::indexesOutsideAreRefused()
{
    Model model;
    model.setRows(rowsOf(u"a(x) b"_s));
    const QModelIndex a = model.index(0, 0);
    QVERIFY(!model.index(2, 0).isValid());
    QVERIFY(!model.index(0, 2).isValid());
    QVERIFY(!model.index(-1, 0).isValid());
    QVERIFY(!model.index(1, 0, a).isValid());
    QVERIFY(!model.index(0, 0, model.index(0, 1)).isValid()); // nothing is below the second column
    QCOMPARE(model.index(0, 1, a).parent(), a);
    QCOMPARE(model.columnCount(model.index(1, 0)), 0);
    QVERIFY(!model.data({}).isValid());
}

QTEST_GUILESS_MAIN(TestRowTreeModel)
#include "tst_rowtreemodel.moc"

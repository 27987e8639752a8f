// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "models/roles.h"
#include "widgets/itemcopy.h"
#include "widgets/itemview.h"
#include "widgets/statedelegate.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMenu>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>

using namespace fscope;
using namespace Qt::StringLiterals;
using widgets::CopyFormat;

class TestItemCopy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_view.reset(); }
    void textAlignsColumnsAndIndentsChildren();
    void aSingleRowIsTextWithoutTitles();
    void markdownIsATable();
    void csvQuotesWhatNeedsIt();
    void jsonIsKeyedByTitles();
    void copyRoleWinsOverTheText();
    void nothingSelectedCopiesAllShownRows();
    void ctrlCCopiesTheSelection();
    void lettersMoveLikeArrows();
    void controlClickOnAnAddressLeadsThere();
    void leadingZerosAreFound_data();
    void leadingZerosAreFound();

private:
    std::unique_ptr<QStandardItemModel> m_model;
    std::unique_ptr<widgets::ItemView> m_view;
};

void TestItemCopy::init()
{
    m_model = std::make_unique<QStandardItemModel>(0, 2);
    m_model->setHorizontalHeaderLabels({ u"Name"_s, u"Value"_s });
    auto* group = new QStandardItem(u"General"_s);
    auto* value = new QStandardItem(u"0x0000 0048"_s);
    value->setData(u"0x48"_s, models::CopyRole);
    value->setData(quint64 { 0x48 }, models::AddressRole);
    value->setData(static_cast<int>(models::AddressSpace::Ipa), models::AddressSpaceRole);
    group->appendRow({ new QStandardItem(u"X2"_s), value });
    m_model->appendRow({ group, new QStandardItem });
    m_model->appendRow({ new QStandardItem(u"a|b"_s), new QStandardItem(u"say \"x, y\""_s) });
    m_view = std::make_unique<widgets::ItemView>();
    m_view->setModel(m_model.get());
    m_view->expandAll();
    m_view->resize(400, 300);
    m_view->show();
}

void TestItemCopy::textAlignsColumnsAndIndentsChildren()
{
    QCOMPARE(widgets::itemsAs(CopyFormat::Text, *m_model, widgets::shownRows(*m_view)),
        u"Name     Value\nGeneral\n  X2     0x48\na|b      say \"x, y\"\n"_s);
}

void TestItemCopy::aSingleRowIsTextWithoutTitles()
{
    QCOMPARE(
        widgets::itemsAs(CopyFormat::Text, *m_model, { m_model->index(1, 0) }), u"a|b  say \"x, y\"\n"_s);
}

void TestItemCopy::markdownIsATable()
{
    QCOMPARE(widgets::itemsAs(CopyFormat::Markdown, *m_model, { m_model->index(1, 0) }),
        u"| Name | Value |\n| --- | --- |\n| a\\|b | say \"x, y\" |\n"_s);
}

void TestItemCopy::csvQuotesWhatNeedsIt()
{
    QCOMPARE(widgets::itemsAs(CopyFormat::Csv, *m_model, { m_model->index(1, 0) }),
        u"Name,Value\r\na|b,\"say \"\"x, y\"\"\"\r\n"_s);
}

void TestItemCopy::jsonIsKeyedByTitles()
{
    const QString json = widgets::itemsAs(CopyFormat::Json, *m_model, { m_model->index(1, 0) });
    const QJsonArray array = QJsonDocument::fromJson(json.toUtf8()).array();
    QCOMPARE(array.size(), 1);
    QCOMPARE(array[0].toObject().value(u"Value"_s).toString(), u"say \"x, y\""_s);
}

void TestItemCopy::copyRoleWinsOverTheText()
{
    const QModelIndex x2 = m_model->index(0, 0, m_model->index(0, 0));
    QVERIFY(widgets::itemsAs(CopyFormat::Text, *m_model, { x2 }).contains(u"0x48"));
}

void TestItemCopy::nothingSelectedCopiesAllShownRows()
{
    m_view->clearSelection();
    QCOMPARE(widgets::chosenRows(*m_view).size(), 3);
    m_view->collapseAll();
    QCOMPARE(widgets::chosenRows(*m_view).size(), 2);
}

void TestItemCopy::ctrlCCopiesTheSelection()
{
    m_view->setCurrentIndex(m_model->index(1, 0));
    QTest::keyClick(m_view.get(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"a|b  say \"x, y\"\n"_s);
}

void TestItemCopy::lettersMoveLikeArrows()
{
    m_view->setCurrentIndex(m_model->index(0, 0));
    QTest::keyClick(m_view.get(), Qt::Key_J);
    QCOMPARE(m_view->currentIndex().data().toString(), u"X2"_s);
    QTest::keyClick(m_view.get(), Qt::Key_K);
    QCOMPARE(m_view->currentIndex().data().toString(), u"General"_s);
    QTest::keyClick(m_view.get(), 'G');
    QCOMPARE(m_view->currentIndex().data().toString(), u"a|b"_s);
    QTest::keyClick(m_view.get(), Qt::Key_G);
    QCOMPARE(m_view->currentIndex().data().toString(), u"General"_s);
}

void TestItemCopy::controlClickOnAnAddressLeadsThere()
{
    QSignalSpy spy(m_view.get(), &widgets::ItemView::addressActivated);
    const QModelIndex value = m_model->index(0, 1, m_model->index(0, 0));
    QTest::mouseClick(
        m_view->viewport(), Qt::LeftButton, Qt::ControlModifier, m_view->visualRect(value).center());
    QCOMPARE(spy.count(), 1);
    QCOMPARE(spy[0][0].value<models::AddressSpace>(), models::AddressSpace::Ipa);
    QCOMPARE(spy[0][1].toULongLong(), 0x48ULL);
}

void TestItemCopy::leadingZerosAreFound_data()
{
    using Pairs = QVector<std::pair<int, int>>;
    QTest::addColumn<QString>("text");
    QTest::addColumn<Pairs>("zeros");
    QTest::newRow("none") << u"0x48"_s << Pairs {};
    QTest::newRow("some") << u"0x0048"_s << Pairs { { 2, 2 } };
    QTest::newRow("all zero keeps the last digit") << u"0x0000"_s << Pairs { { 2, 3 } };
    QTest::newRow("a single zero") << u"0x0"_s << Pairs {};
    QTest::newRow("groups") << (u"0x0000"_s + QChar(0x2009) + u"0048"_s) << Pairs { { 2, 7 } };
    QTest::newRow("two numbers") << u"0x01 to 0x002"_s << Pairs { { 2, 1 }, { 10, 2 } };
    QTest::newRow("no number") << u"uart0"_s << Pairs {};
}

void TestItemCopy::leadingZerosAreFound()
{
    using Pairs = QVector<std::pair<int, int>>;
    QFETCH(const QString, text);
    QTEST(widgets::leadingZeros(text), "zeros");
    Q_UNUSED(Pairs());
}

QTEST_MAIN(TestItemCopy)
#include "tst_itemcopy.moc"

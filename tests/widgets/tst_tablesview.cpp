// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "models/descriptormodel.h"
#include "models/mappingmodel.h"
#include "models/tablebrowser.h"
#include "models/tablelistmodels.h"
#include "models/tabletreemodel.h"
#include "tests/models/opensession.h"
#include "widgets/descriptordetails.h"
#include "widgets/itemview.h"
#include "widgets/tablesview.h"

#include <QAccessible>
#include <QLabel>
#include <QLineEdit>
#include <QTabWidget>
#include <QTest>

using namespace fscope;
using namespace Qt::StringLiterals;
using models::AddressSpace;
using models::TableTreeModel;
using test::OpenSession;
using widgets::TablesView;

namespace {

struct Shown {
    OpenSession open { u"all"_s };
    TablesView view { &open.session };
    Shown()
    {
        view.resize(1000, 800);
        view.show();
        view.activateWindow();
        if (!QTest::qWaitForWindowActive(&view))
            qFatal("the window does not get the keyboard");
        open.goTo(0, 0);
    }
    int tab() const { return view.findChild<QTabWidget*>(u"tablesTabs"_s)->currentIndex(); }
    void setTab(int tab) { view.findChild<QTabWidget*>(u"tablesTabs"_s)->setCurrentIndex(tab); }
    void type(const char* field, const QString& text)
    {
        auto* edit = view.findChild<QLineEdit*>(QLatin1String(field));
        edit->setFocus();
        edit->clear();
        QTest::keyClicks(edit, text);
        QTest::keyClick(edit, Qt::Key_Return);
    }
};

} // namespace

class TestTablesView : public QObject
{
    Q_OBJECT
private slots:
    void keysOpenATable();
    void addressLeadsToItsEntry();
    void physicalAddressLeadsToWhoMapsIt();
    void addressWithoutTablesIsTold();
    void mappingsAreListedAndFiltered();
    void mappingLeadsToItsEntry();
    void findingsAreListedWhenLookedAt();
    void chosenEntryIsDecoded();
    void otherRootIsShown();
    void emptySessionSaysWhatWouldFillIt();
    void everyFieldHasANameAndATip();
};

void TestTablesView::keysOpenATable()
{
    Shown shown;
    auto* tree = shown.view.tree();
    const QModelIndex stage2 = tree->model()->index(2, 0);
    tree->setCurrentIndex(stage2);
    QTest::keyClick(tree, Qt::Key_Right);
    QVERIFY(tree->isExpanded(stage2));
    QVERIFY(tree->model()->rowCount(stage2) > 0);
    QTest::keyClick(tree, Qt::Key_Return);
    QVERIFY(!tree->isExpanded(stage2));
    QTest::keyClick(tree, Qt::Key_Return);
    QVERIFY(tree->isExpanded(stage2));
}

void TestTablesView::addressLeadsToItsEntry()
{
    Shown shown;
    shown.setTab(1);
    shown.type("tablesAddress", u"pc"_s);
    QCOMPARE(shown.tab(), 0);
    const auto entry = shown.view.browser()->tree()->entryOf(shown.view.tree()->currentIndex());
    QVERIFY(entry && entry->isLeaf());
    const quint64 pc = shown.open.session.guest().vcpu.pc;
    QVERIFY(pc >= entry->input && pc - entry->input < entry->size);
    QVERIFY(shown.view.tree()->hasFocus());
    QVERIFY(shown.view.tree()->isExpanded(shown.view.tree()->currentIndex().parent()));
    shown.type("tablesAddress", u"ipa:0x9000000"_s);
    const QModelIndex invalid = shown.view.tree()->currentIndex();
    QCOMPARE(shown.view.browser()->tree()->treeOf(invalid), 2);
    QCOMPARE(shown.view.browser()->tree()->entryOf(invalid)->type, mmu::DescriptorType::Invalid);
}

void TestTablesView::physicalAddressLeadsToWhoMapsIt()
{
    Shown shown;
    const machine::Guest& guest = shown.open.session.guest();
    const auto walk = mmu::translate(
        guest.vcpu.translation, guest.memory, Va(guest.vcpu.pc), { mmu::AccessKind::Execute, 1, false });
    shown.type("tablesAddress", u"pa:0x"_s + QString::number(walk.translation.pa.value, 16));
    QCOMPARE(shown.tab(), 2);
    QVERIFY(QTest::qWaitFor([&] { return shown.view.browser()->mappedBy()->rowCount() > 0; }));
    // Enter on the VA goes to its entry.
    auto* list = shown.view.mappedBy();
    list->setCurrentIndex(list->model()->index(0, models::MappedByModel::Va));
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(shown.tab(), 0);
    QVERIFY(shown.view.tree()->currentIndex().isValid());
}

void TestTablesView::addressWithoutTablesIsTold()
{
    Shown shown;
    shown.type("tablesAddress", u"0x0001000000000000"_s);
    QVERIFY(!shown.view.findChild<QLabel*>(u"tablesError"_s)->text().isEmpty());
    shown.type("tablesAddress", u"nonsense"_s);
    QVERIFY(shown.view.findChild<QLabel*>(u"tablesError"_s)->text().contains(u"nonsense"));
}

void TestTablesView::mappingsAreListedAndFiltered()
{
    Shown shown;
    shown.setTab(1);
    auto* model = shown.view.browser()->mappings();
    QVERIFY(QTest::qWaitFor([&] { return model->rowCount() > 0; }));
    const int all = model->rowCount();
    shown.type("tablesFilterRights", u"wx"_s);
    QVERIFY(QTest::qWaitFor([&] { return !shown.view.browser()->isListing(); }));
    QVERIFY(model->rowCount() < all);
    shown.type("tablesFilterRights", u"q"_s);
    QVERIFY(!shown.view.findChild<QLabel*>(u"tablesFilterError"_s)->text().isEmpty());
}

void TestTablesView::mappingLeadsToItsEntry()
{
    Shown shown;
    shown.setTab(1);
    auto* list = shown.view.mappings();
    QVERIFY(QTest::qWaitFor([&] { return list->model()->rowCount() > 0; }));
    list->setCurrentIndex(list->model()->index(0, 0));
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(shown.tab(), 0);
    const auto entry = shown.view.browser()->tree()->entryOf(shown.view.tree()->currentIndex());
    QVERIFY(entry);
    QCOMPARE(quint64(entry->input), quint64(shown.view.browser()->mappings()->rows()[0].range.input));
}

void TestTablesView::findingsAreListedWhenLookedAt()
{
    Shown shown;
    QVERIFY(!shown.view.browser()->isLinted());
    shown.setTab(3);
    QVERIFY(QTest::qWaitFor([&] { return shown.view.browser()->isLinted(); }));
    QVERIFY(!shown.view.findChild<QLabel*>(u"tablesStatus"_s)->text().isEmpty());
    auto* list = shown.view.findings();
    if (shown.view.browser()->findings()->report().findings.empty())
        QSKIP("these tables are clean");
    list->setCurrentIndex(list->model()->index(0, 0));
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(shown.tab(), 0);
}

void TestTablesView::chosenEntryIsDecoded()
{
    Shown shown;
    shown.type("tablesAddress", u"pc"_s);
    QVERIFY(shown.view.details()->model()->isKnown());
    QVERIFY(shown.view.details()->model()->title().contains(u"stage 1"));
    QVERIFY(!shown.view.details()->model()->facts()->above.empty());
}

void TestTablesView::otherRootIsShown()
{
    Shown shown;
    shown.type("tablesRoot", u"vttbr"_s);
    QCOMPARE(shown.view.tree()->model()->rowCount(), 4);
    shown.type("tablesRoot", {});
    QCOMPARE(shown.view.tree()->model()->rowCount(), 3);
}

void TestTablesView::emptySessionSaysWhatWouldFillIt()
{
    models::Session session;
    TablesView view(&session);
    view.show();
    QVERIFY(view.isEmptyShown());
    QVERIFY(!view.grab().isNull());
}

void TestTablesView::everyFieldHasANameAndATip()
{
    Shown shown;
    const auto widgets = shown.view.findChildren<QWidget*>();
    for (const QWidget* widget : widgets) {
        if (!widget->objectName().startsWith(u"tables") || widget->focusPolicy() == Qt::NoFocus
            || !widget->isVisibleTo(&shown.view))
            continue;
        QAccessibleInterface* tree = QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
        const bool named = tree != nullptr && !tree->text(QAccessible::Name).isEmpty();
        QVERIFY2(named || qobject_cast<const QTabWidget*>(widget), qPrintable(widget->objectName()));
    }
}

QTEST_MAIN(TestTablesView)
#include "tst_tablesview.moc"

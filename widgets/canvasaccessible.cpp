// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "widgets/canvasaccessible.h"

#include "widgets/canvas.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QPointer>

#include <vector>

namespace fscope::widgets {
namespace {

class ItemInterface final : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    ItemInterface(Canvas* canvas, int index)
        : m_canvas(canvas)
        , m_index(index)
    { }

    bool isValid() const override
    {
        return m_canvas != nullptr && m_index < static_cast<int>(m_canvas->items().size());
    }
    QObject* object() const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(m_canvas); }
    QAccessibleInterface* child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    void setText(QAccessible::Text, const QString&) override { }

    QString text(QAccessible::Text kind) const override
    {
        if (!isValid())
            return {};
        const CanvasItem& item = m_canvas->items()[static_cast<std::size_t>(m_index)];
        switch (kind) {
        case QAccessible::Name:
            return item.name;
        case QAccessible::Description:
        case QAccessible::Value:
            return item.text;
        case QAccessible::Help:
            return item.toolTip;
        default:
            return {};
        }
    }

    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect local = m_canvas->items()[static_cast<std::size_t>(m_index)].rect.toAlignedRect();
        return { m_canvas->mapToGlobal(local.topLeft()), local.size() };
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.focusable = true;
        state.selectable = true;
        state.readOnly = true;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        state.selected = m_canvas->currentItem() == m_index;
        state.focused = state.selected && m_canvas->hasFocus();
        state.invisible = !m_canvas->isVisible();
        return state;
    }

    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this)
                                                    : nullptr;
    }
    QStringList actionNames() const override { return { pressAction(), setFocusAction() }; }
    QStringList keyBindingsForAction(const QString&) const override { return {}; }
    void doAction(const QString& name) override
    {
        if (!isValid())
            return;
        m_canvas->setCurrentItem(m_index);
        if (name == pressAction())
            m_canvas->activateItem(m_index);
        else
            m_canvas->setFocus();
    }

private:
    QPointer<Canvas> m_canvas;
    int m_index;
};

class CanvasInterface final : public QAccessibleWidget
{
public:
    explicit CanvasInterface(Canvas* canvas)
        : QAccessibleWidget(canvas, QAccessible::List)
        , m_canvas(canvas)
    { }
    ~CanvasInterface() override
    {
        for (const QAccessible::Id id : m_children)
            QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override { return static_cast<int>(m_canvas->items().size()); }
    QAccessibleInterface* child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        while (static_cast<int>(m_children.size()) <= index) {
            auto* made = new ItemInterface(m_canvas, static_cast<int>(m_children.size()));
            m_children.push_back(QAccessible::registerAccessibleInterface(made));
        }
        return QAccessible::accessibleInterface(m_children[static_cast<std::size_t>(index)]);
    }
    QAccessibleInterface* childAt(int x, int y) const override
    {
        return child(m_canvas->itemAt(m_canvas->mapFromGlobal(QPoint(x, y))));
    }
    int indexOfChild(const QAccessibleInterface* wanted) const override
    {
        for (std::size_t i = 0; i < m_children.size(); ++i) {
            if (QAccessible::accessibleInterface(m_children[i]) == wanted)
                return static_cast<int>(i);
        }
        return -1;
    }
    QAccessibleInterface* focusChild() const override
    {
        return m_canvas->hasFocus() ? child(m_canvas->currentItem()) : nullptr;
    }

private:
    Canvas* m_canvas;
    mutable std::vector<QAccessible::Id> m_children; ///< made when asked for
};

QAccessibleInterface* makeInterface(const QString&, QObject* object)
{
    auto* canvas = qobject_cast<Canvas*>(object);
    return canvas != nullptr ? new CanvasInterface(canvas) : nullptr;
}

} // namespace

void installCanvasAccessibility()
{
    static bool installed = false;
    if (!installed)
        QAccessible::installFactory(makeInterface);
    installed = true;
}

} // namespace fscope::widgets

// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "app/gui/panels.h"

#include "widgets/cachepanel.h"
#include "widgets/decodepanel.h"
#include "widgets/instructionpanel.h"
#include "widgets/interceptspanel.h"
#include "widgets/lessonpanel.h"
#include "widgets/logpanel.h"
#include "widgets/memorymappanel.h"
#include "widgets/memorypanel.h"
#include "widgets/pictureview.h"
#include "widgets/stepspanel.h"
#include "widgets/syndromeview.h"
#include "widgets/tablesview.h"
#include "widgets/timelineview.h"
#include "widgets/treepanel.h"
#include "widgets/walkview.h"

#include <QCoreApplication>

#include <array>

namespace fscope::gui {
namespace {

template <typename PanelType>
widgets::Panel* make(models::Session* session, QWidget* parent)
{
    return new PanelType(session, parent);
}

constexpr std::array kRows {
    PanelRow { "intercepts", QT_TRANSLATE_NOOP("Panels", "Intercepts"), make<widgets::InterceptsPanel> },
    PanelRow { "steps", QT_TRANSLATE_NOOP("Panels", "Steps"), make<widgets::StepsPanel> },
    PanelRow { "picture", QT_TRANSLATE_NOOP("Panels", "Picture"), make<widgets::PictureView> },
    PanelRow { "syndrome", QT_TRANSLATE_NOOP("Panels", "Syndrome"), make<widgets::SyndromeView> },
    PanelRow { "instruction", QT_TRANSLATE_NOOP("Panels", "Instruction"), make<widgets::InstructionPanel> },
    PanelRow { "translation", QT_TRANSLATE_NOOP("Panels", "Translation"), make<widgets::WalkView> },
    PanelRow { "cache", QT_TRANSLATE_NOOP("Panels", "Cache"), make<widgets::CachePanel> },
    PanelRow { "tables", QT_TRANSLATE_NOOP("Panels", "Page tables"), make<widgets::TablesView> },
    PanelRow { "decode", QT_TRANSLATE_NOOP("Panels", "Decode"), make<widgets::DecodePanel> },
    PanelRow { "registers", QT_TRANSLATE_NOOP("Panels", "Registers"), make<widgets::RegistersPanel> },
    PanelRow { "devices", QT_TRANSLATE_NOOP("Panels", "Devices"), make<widgets::DevicesPanel> },
    PanelRow { "events", QT_TRANSLATE_NOOP("Panels", "Events"), make<widgets::EventsPanel> },
    PanelRow { "lesson", QT_TRANSLATE_NOOP("Panels", "Lesson"), make<widgets::LessonPanel> },
    PanelRow { "timeline", QT_TRANSLATE_NOOP("Panels", "Timeline"), make<widgets::TimelineView> },
    PanelRow { "memory", QT_TRANSLATE_NOOP("Panels", "Memory"), make<widgets::MemoryPanel> },
    PanelRow { "memorymap", QT_TRANSLATE_NOOP("Panels", "Memory map"), make<widgets::MemoryMapPanel> },
    PanelRow { "log", QT_TRANSLATE_NOOP("Panels", "Log"), make<widgets::LogPanel> },
};

} // namespace

std::span<const PanelRow> panelRows()
{
    return kRows;
}

QString panelTitle(const PanelRow& row)
{
    return QCoreApplication::translate("Panels", row.title);
}

} // namespace fscope::gui

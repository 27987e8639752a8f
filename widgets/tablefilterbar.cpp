// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "widgets/tablefilterbar.h"

#include "models/texts.h"
#include "widgets/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <array>

namespace fscope::widgets {
namespace {

struct TypeRow {
    mmu::RangeType type;
    const char* text;
};
constexpr std::array kTypes {
    TypeRow { mmu::RangeType::Any, QT_TRANSLATE_NOOP("fscope::widgets::TableFilterBar", "any type") },
    TypeRow { mmu::RangeType::Block, QT_TRANSLATE_NOOP("fscope::widgets::TableFilterBar", "blocks") },
    TypeRow { mmu::RangeType::Page, QT_TRANSLATE_NOOP("fscope::widgets::TableFilterBar", "pages") },
    TypeRow {
        mmu::RangeType::Contiguous, QT_TRANSLATE_NOOP("fscope::widgets::TableFilterBar", "contiguous") },
    TypeRow { mmu::RangeType::Normal, QT_TRANSLATE_NOOP("fscope::widgets::TableFilterBar", "Normal memory") },
    TypeRow { mmu::RangeType::Device, QT_TRANSLATE_NOOP("fscope::widgets::TableFilterBar", "Device memory") },
    TypeRow { mmu::RangeType::NotMapping,
        QT_TRANSLATE_NOOP("fscope::widgets::TableFilterBar", "what is no mapping") },
};
constexpr int kAnyLevel = -1;

} // namespace

TableFilterBar::TableFilterBar(QWidget* parent)
    : QWidget(parent)
    , m_tree(new QComboBox)
    , m_input(new QLineEdit)
    , m_output(new QLineEdit)
    , m_rights(new QLineEdit)
    , m_level(new QComboBox)
    , m_type(new QComboBox)
    , m_error(new QLabel)
{
    const int quarter = Theme::quarterLine(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(quarter, quarter / 2, quarter, quarter / 2);
    column->setSpacing(quarter / 2);
    auto* bar = new QHBoxLayout;
    bar->setSpacing(quarter);
    m_tree->setObjectName(QStringLiteral("tablesFilterTree"));
    m_input->setObjectName(QStringLiteral("tablesFilterInput"));
    m_output->setObjectName(QStringLiteral("tablesFilterOutput"));
    m_rights->setObjectName(QStringLiteral("tablesFilterRights"));
    m_level->setObjectName(QStringLiteral("tablesFilterLevel"));
    m_type->setObjectName(QStringLiteral("tablesFilterType"));
    m_error->setObjectName(QStringLiteral("tablesFilterError"));
    m_error->setWordWrap(true);
    m_error->hide();
    const int digit = fontMetrics().averageCharWidth();
    for (QLineEdit* edit : { m_input, m_output }) {
        edit->setMinimumWidth(digit * 10);
        edit->setClearButtonEnabled(true);
    }
    m_rights->setFixedWidth(digit * 9);
    m_level->addItem(QString(), kAnyLevel);
    m_level->addItem(QStringLiteral("EL1"), 1);
    m_level->addItem(QStringLiteral("EL0"), 0);
    for (const TypeRow& row : kTypes)
        m_type->addItem(QString(), static_cast<int>(row.type));
    setTrees({});
    bar->addWidget(m_tree);
    bar->addWidget(m_input, 1);
    bar->addWidget(m_output, 1);
    bar->addWidget(m_rights);
    bar->addWidget(m_level);
    bar->addWidget(m_type);
    column->addLayout(bar);
    column->addWidget(m_error);
    for (QLineEdit* edit : { m_input, m_output, m_rights })
        connect(edit, &QLineEdit::editingFinished, this, [this, edit] {
            if (edit->isModified()) {
                edit->setModified(false);
                emit changed();
            }
        });
    for (QComboBox* box : { m_tree, m_level, m_type })
        connect(box, &QComboBox::activated, this, &TableFilterBar::changed);
    retranslate();
}

void TableFilterBar::setTrees(const QStringList& titles)
{
    const int before = m_tree->currentIndex();
    m_tree->clear();
    m_tree->addItem(tr("all tables"), -1);
    for (qsizetype i = 0; i < titles.size(); ++i)
        m_tree->addItem(titles[i], static_cast<int>(i));
    m_tree->setCurrentIndex(before >= 0 && before < m_tree->count() ? before : 0);
}

std::optional<models::MappingQuestion> TableFilterBar::question()
{
    models::MappingQuestion question;
    if (const int tree = m_tree->currentData().toInt(); tree >= 0)
        question.tree = tree;
    QString error;
    const auto readSpan = [&error](const QLineEdit* edit, mmu::AddressSpan& span) {
        const QString text = edit->text().trimmed();
        if (text.isEmpty())
            return;
        const auto parsed = mmu::parseAddressSpan(text.toStdString());
        if (parsed)
            span = *parsed;
        else
            error = models::toQString(parsed.error());
    };
    readSpan(m_input, question.filter.input);
    readSpan(m_output, question.filter.output);
    if (const QString text = m_rights->text().trimmed(); !text.isEmpty()) {
        const auto parsed = mmu::parseRights(text.toStdString());
        if (parsed)
            question.filter.rights = *parsed;
        else
            error = models::toQString(parsed.error());
    }
    if (const int level = m_level->currentData().toInt(); level != kAnyLevel)
        question.filter.el = static_cast<unsigned>(level);
    question.filter.type = static_cast<mmu::RangeType>(m_type->currentData().toInt());
    m_error->setText(error);
    m_error->setVisible(!error.isEmpty());
    return error.isEmpty() ? std::optional(question) : std::nullopt;
}

void TableFilterBar::clear()
{
    for (QLineEdit* edit : { m_input, m_output, m_rights })
        edit->clear();
    for (QComboBox* box : { m_tree, m_level, m_type })
        box->setCurrentIndex(0);
    emit changed();
}

void TableFilterBar::retranslate()
{
    m_tree->setItemText(0, tr("all tables"));
    m_tree->setAccessibleName(tr("Tables to list"));
    m_tree->setToolTip(tr("Which tables are listed."));
    m_input->setPlaceholderText(tr("input: 0x40000000-0x4fffffff"));
    m_input->setAccessibleName(tr("Input range"));
    m_input->setToolTip(
        tr("Only what lies in this range of addresses: first-last, first+size, or one address."));
    m_output->setPlaceholderText(tr("output"));
    m_output->setAccessibleName(tr("Output range"));
    m_output->setToolTip(tr("Only what leads into this range: first-last, first+size, or one address."));
    m_rights->setPlaceholderText(QStringLiteral("rwx"));
    m_rights->setAccessibleName(tr("Rights"));
    m_rights->setToolTip(tr("Only what gives all of these rights at one Exception level: letters of rwx."));
    m_level->setItemText(0, tr("any EL"));
    m_level->setAccessibleName(tr("Exception level"));
    m_level->setToolTip(tr("At which Exception level the rights are asked for."));
    for (int i = 0; i < m_type->count(); ++i)
        m_type->setItemText(i, tr(kTypes[static_cast<std::size_t>(i)].text));
    m_type->setAccessibleName(tr("Type of mapping"));
    m_type->setToolTip(tr("Only mappings of this type."));
}

} // namespace fscope::widgets

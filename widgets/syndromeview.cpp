// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "widgets/syndromeview.h"

#include "core/arch/esr.h"
#include "models/session.h"
#include "models/syndromemodel.h"
#include "models/texts.h"
#include "widgets/bitfieldview.h"
#include "widgets/fieldtable.h"
#include "widgets/itemview.h"
#include "widgets/theme.h"

#include <QLabel>
#include <QMenu>
#include <QVBoxLayout>

#include <optional>

namespace fscope::widgets {
namespace {

constexpr char16_t kUnknown = u'\u2013';

QString code(const QString& text)
{
    return QStringLiteral("<span style=\"font-family:'%1'\">%2</span>")
        .arg(Theme::fixedFont().family(), text.toHtmlEscaped());
}

QString link(models::AddressSpace space, quint64 address)
{
    return QStringLiteral("<a href=\"%1:%2\">%3</a>")
        .arg(static_cast<int>(space))
        .arg(address, 0, 16)
        .arg(code(models::displayHex(address)));
}

} // namespace

SyndromeView::SyndromeView(models::Session* session, QWidget* parent)
    : Panel(session, "syndrome", parent)
    , m_model(new models::SyndromeModel(session, this))
    , m_bits(new BitFieldView)
    , m_table(new ItemView)
    , m_sentence(new QLabel)
    , m_addresses(new QLabel)
{
    QVBoxLayout* layout = setScrollingBody();
    const int quarter = Theme::quarterLine(this);
    for (QLabel* label : { m_sentence, m_addresses }) {
        label->setWordWrap(true);
        label->setContentsMargins(2 * quarter, 0, 2 * quarter, 0);
        label->setTextInteractionFlags(Qt::TextBrowserInteraction);
    }
    m_sentence->setObjectName(QStringLiteral("syndromeSentence"));
    m_addresses->setObjectName(QStringLiteral("syndromeAddresses"));
    m_bits->setObjectName(QStringLiteral("syndromeBits"));
    m_table->setObjectName(QStringLiteral("syndromeTable"));
    layout->addWidget(m_sentence);
    layout->addWidget(m_bits);
    layout->addWidget(m_addresses);
    layout->addWidget(m_table, 1);

    setFocusProxy(m_bits);

    setUpFieldTable(m_table, m_model, m_bits);
    connect(m_table, &ItemView::menuAboutToShow, this, [this](QMenu* menu) {
        if (m_model->isKnown())
            connect(menu->addAction(tr("Open in &Decode")), &QAction::triggered, this,
                &SyndromeView::openInDecode);
    });
    connect(m_bits, &BitFieldView::rowActivated, this, &SyndromeView::openInDecode);
    connect(m_addresses, &QLabel::linkActivated, this, [this](const QString& target) {
        const int space = target.section(QLatin1Char(':'), 0, 0).toInt();
        emit addressActivated(static_cast<models::AddressSpace>(space),
            target.section(QLatin1Char(':'), 1).toULongLong(nullptr, 16));
    });
    for (const auto signal : { &models::Session::momentChanged, &models::Session::runChanged,
             &models::Session::sourceChanged, &models::Session::languageChanged })
        connect(session, signal, this, &SyndromeView::refresh);
    retranslate();
}

void SyndromeView::refresh()
{
    setEmpty(!session()->hasSource());
    if (!m_live)
        return;
    const bool known = m_model->isKnown();
    m_bits->setWord(m_model->value(), static_cast<int>(m_model->width()), known);
    const auto run = session()->run();
    if (!known) {
        m_sentence->setText(
            run && !run->intercept ? tr(
                "The CPU carries this instruction out itself: no exception is taken to EL2, so there is no "
                "syndrome.")
                                   : tr("This source does not tell ESR_EL2 of this intercept."));
        m_addresses->clear();
        return;
    }
    m_sentence->setText(QStringLiteral("<b>%1</b>&nbsp;&nbsp;%2")
                            .arg(code(QStringLiteral("ESR_EL2 ") + models::displayHex(m_model->value(), 8)),
                                m_model->sentence().toHtmlEscaped()));
    m_addresses->setText(addressesText());
}

void SyndromeView::openInDecode()
{
    if (!m_model->isKnown())
        return;
    QString text = QStringLiteral("ESR_EL2 = ") + models::copyHex(m_model->value());
    const auto run = session()->run();
    if (run && run->intercept) {
        text += QStringLiteral("\nFAR_EL2 = ") + models::copyHex(run->intercept->far);
        if (run->intercept->hpfarValid)
            text += QStringLiteral("\nHPFAR_EL2 = ") + models::copyHex(run->intercept->hpfar);
    }
    emit decodeRequested(text);
}

QString SyndromeView::addressesText() const
{
    const auto run = session()->run();
    const std::optional<hypervisor::Intercept> known = run ? run->intercept : std::nullopt;
    if (!known)
        return {};
    const hypervisor::Intercept& intercept = *known;
    const bool abort = arch::isDataAbort(intercept.esr) || arch::isInstructionAbort(intercept.esr);
    const bool farKnown = abort && !bit(intercept.esr, 10);
    const QString far = farKnown ? link(models::AddressSpace::Va, intercept.far) : QString(QChar(kUnknown));
    //: the register and the virtual address it holds
    QString out = tr("%1 = %2 (VA)").arg(code(QStringLiteral("FAR_EL2")), far);
    out += QStringLiteral(" &nbsp; ");
    if (!abort || !intercept.hpfarValid) {
        //: the register holds no address for this kind of fault
        out += tr("%1 = %2 (UNKNOWN here)").arg(code(QStringLiteral("HPFAR_EL2")), QString(QChar(kUnknown)));
    } else {
        //: register, its value, and the page it stands for; fault_ipa is Linux's word for it
        out += tr("%1 = %2 → page of the IPA · fault_ipa %3")
                   .arg(code(QStringLiteral("HPFAR_EL2")), code(models::displayHex(intercept.hpfar)),
                       link(models::AddressSpace::Ipa, arch::ipaPageOf(intercept.hpfar)));
    }
    return out;
}

void SyndromeView::retranslate()
{
    m_bits->setAccessibleName(tr("Bits of ESR_EL2"));
    m_bits->setAccessibleDescription(
        tr("The syndrome of the trap, field by field. Arrow keys walk the fields; each is explained below."));
    m_table->setAccessibleName(tr("Fields of ESR_EL2"));
    m_addresses->setToolTip(
        tr("FAR_EL2 is the virtual address of the access; HPFAR_EL2 holds bits 55:12 of the "
           "IPA that stage 2 refused. Click an address to see it in memory."));
    m_sentence->setToolTip(tr("What the fields of ESR_EL2 say together."));
    setEmptyText(
        tr("The bits of ESR_EL2 and what each field says appear here once a lesson or a file is open."),
        QStringLiteral("file.open"), tr("Open…"));
    refresh();
}

void SyndromeView::setLive(bool live)
{
    m_live = live;
    refresh();
}

void SyndromeView::restyle()
{
    fitFieldTable(m_table);
    refresh();
}

} // namespace fscope::widgets

// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "models/syndromemodel.h"

#include "models/texts.h"

namespace fscope::models {

SyndromeModel::SyndromeModel(Session* session, QObject* parent)
    : FieldModel(session, parent)
{
    connect(session, &Session::momentChanged, this, &SyndromeModel::follow);
    follow();
}

QString SyndromeModel::sentence() const
{
    return isKnown() ? toQString(arch::describeEsr(value())) : QString();
}

void SyndromeModel::follow()
{
    const auto run = session()->run();
    std::optional<quint64> esr;
    if (run && run->intercept)
        esr = run->intercept->esr;
    else if (!run && session()->position().isValid())
        esr = session()->rows()[std::size_t(session()->position().intercept)].summary.esr;
    if (esr)
        setRegister(arch::RegisterName::EsrEl2, *esr);
    else
        clear();
}

} // namespace fscope::models

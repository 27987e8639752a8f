// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "models/decodepaste.h"

#include "core/base/hex.h"
#include "models/texts.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fscope::models {
namespace {

/// Values of one dump stand this close together.
constexpr qsizetype kNearLines = 40;
constexpr qsizetype kMaxShortText = 1 << 16; ///< longer texts are logs, nothing else

bool isRegister(const DecodeItem& item, arch::RegisterName name)
{
    return item.subject == DecodeSubject::ofRegister(name);
}

/// Of any Exception level.
bool isFar(const DecodeItem& item)
{
    return isRegister(item, arch::RegisterName::FarEl2)
        || (item.subject.kind == DecodeSubject::Kind::Other && item.subject.other == trace::FoundKind::Far);
}

bool isEsr(const DecodeItem& item)
{
    return isRegister(item, arch::RegisterName::EsrEl1) || isRegister(item, arch::RegisterName::EsrEl2)
        || isRegister(item, arch::RegisterName::EsrEl3);
}

/// The nearest value that @p fits, of the earlier one if two are as near.
template <typename Fits>
std::optional<quint64> nearest(const std::vector<DecodeItem>& items, std::size_t to, const Fits& fits)
{
    std::optional<quint64> best;
    qsizetype least = kNearLines + 1;
    // Items are in the order of their lines, so the ones around are near.
    const auto look = [&](std::size_t i) {
        const qsizetype away = std::abs(items[i].line - items[to].line);
        if (away > kNearLines)
            return false;
        if (away < least && fits(items[i])) {
            least = away;
            best = items[i].value;
        }
        return true;
    };
    for (std::size_t i = to; i-- > 0;) {
        if (!look(i))
            break;
    }
    for (std::size_t i = to + 1; i < items.size(); ++i) {
        if (!look(i))
            break;
    }
    return best;
}

void joinCompanions(std::vector<DecodeItem>& items)
{
    for (std::size_t i = 0; i < items.size(); ++i) {
        DecodeCompanions& companions = items[i].companions;
        const auto isHpfar
            = [](const DecodeItem& item) { return isRegister(item, arch::RegisterName::HpfarEl2); };
        if (isFar(items[i]) || isHpfar(items[i]))
            companions.esr = nearest(items, i, isEsr);
        if (isEsr(items[i]) || isHpfar(items[i]))
            companions.far = nearest(items, i, isFar);
        if (isRegister(items[i], arch::RegisterName::EsrEl2))
            companions.hpfar = nearest(items, i, isHpfar);
    }
}

/// "ESR_EL2 = 0x…, FAR_EL2: 0x…": registers by their names.
std::vector<DecodeItem> namedValues(const QString& text)
{
    static const QRegularExpression kPair(
        u"\\b([A-Za-z][A-Za-z0-9_]*)\\s*[:=]?\\s*([0-9A-Fa-f][0-9A-Fa-fxX_']*)\\b"_s);
    std::vector<DecodeItem> items;
    const QStringList lines = text.split(u'\n');
    for (qsizetype line = 0; line < lines.size(); ++line) {
        auto found = kPair.globalMatch(lines[line]);
        while (found.hasNext()) {
            const QRegularExpressionMatch match = found.next();
            const auto name = arch::registerByName(match.captured(1).toStdString());
            const auto value = typedNumber(match.captured(2), 64);
            if (!name || !value)
                continue;
            DecodeItem item;
            item.subject.name = *name;
            item.value = *value;
            item.line = line + 1;
            items.push_back(std::move(item));
        }
    }
    return items;
}

/// Each line a number; empty if one is not.
std::vector<DecodeItem> numberLines(const QString& text, const DecodeSubject& fallback)
{
    std::vector<DecodeItem> items;
    const unsigned width = widthOf(fallback);
    const QStringList lines = text.split(u'\n');
    for (qsizetype line = 0; line < lines.size(); ++line) {
        if (lines[line].trimmed().isEmpty())
            continue;
        const auto value = typedNumber(lines[line], width);
        if (!value)
            return {};
        DecodeItem item;
        item.subject = fallback;
        item.value = *value;
        item.line = line + 1;
        items.push_back(std::move(item));
    }
    return items;
}

void searchText(const QString& text, DecodePaste& out)
{
    QByteArray bytes = text.toUtf8();
    if (bytes.size() > DecodePaste::kMaxBytes) {
        bytes.truncate(DecodePaste::kMaxBytes);
        out.notice
            = DecodePaste::tr("Only the first 16 MiB were searched; fscope decode --from-text takes it all.");
    }
    std::size_t count = 0;
    trace::TextFinder finder([&](const trace::FoundValue& found) {
        if (++count > DecodePaste::kMaxItems)
            return;
        DecodeItem item;
        item.subject = DecodeSubject::ofFound(found);
        item.value = found.value;
        item.line = qsizetype(found.line);
        item.source = QString::fromUtf8(found.source);
        out.items.push_back(std::move(item));
    });
    finder.feed({ bytes.constData(), std::size_t(bytes.size()) });
    finder.finish();
    if (count > DecodePaste::kMaxItems)
        out.notice = DecodePaste::tr(
            "Only the first %1 of %2 values are listed; fscope decode --from-text takes them all.")
                         .arg(DecodePaste::kMaxItems)
                         .arg(count);
}

} // namespace

Result<quint64> typedNumber(const QString& text, unsigned width)
{
    // People copy hex from here, with its thin spaces.
    QString plain = text;
    plain.replace(QChar(u'\u2009'), u' ').replace(QChar(u'\u00a0'), u' ');
    const auto value = parsePastedNumber(plain.toStdString(), width);
    if (!value)
        return tl::unexpected(value.error());
    return quint64 { *value };
}

DecodePaste decodePaste(const QString& text, const DecodeSubject& fallback)
{
    DecodePaste out;
    const QString whole = text.trimmed();
    if (whole.isEmpty()) {
        out.error = DecodePaste::tr("There is no text to decode.");
        return out;
    }
    const bool isOneLine = !whole.contains(u'\n') && whole.size() <= 200;
    const Result<quint64> single
        = isOneLine ? typedNumber(whole, widthOf(fallback)) : Result<quint64>(fail("not a number"));
    if (single) {
        DecodeItem item;
        item.subject = fallback;
        item.value = *single;
        out.items.push_back(std::move(item));
        return out;
    }
    searchText(text, out);
    if (out.items.empty() && text.size() <= kMaxShortText)
        out.items = namedValues(text);
    if (out.items.empty() && text.size() <= kMaxShortText)
        out.items = numberLines(text, fallback);
    joinCompanions(out.items);
    if (!out.items.empty())
        return out;
    static const QRegularExpression kBlank(u"\\s"_s);
    const bool isWord = isOneLine && !whole.contains(kBlank);
    const bool startsAsNumber = isOneLine && whole[0].isDigit();
    out.error = isWord || startsAsNumber
        ? toQString(single.error())
        : DecodePaste::tr("The text holds no value of a known form. Paste a number, “ESR_EL2 = 0x…”, or the "
                          "lines of a kernel, KVM, Xen or QEMU message.");
    return out;
}

} // namespace fscope::models

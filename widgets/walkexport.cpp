// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "widgets/walkexport.h"

#include "models/texts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace fscope::widgets {
namespace {

using models::copyHex;

QString kindName(mmu::AccessKind kind)
{
    switch (kind) {
    case mmu::AccessKind::Read:
        return QStringLiteral("read");
    case mmu::AccessKind::Write:
        return QStringLiteral("write");
    case mmu::AccessKind::Execute:
        return QStringLiteral("execute");
    }
    return {};
}

QString typeName(const mmu::DescriptorRead& read)
{
    if (read.aborted)
        return QStringLiteral("external abort");
    switch (read.type) {
    case mmu::DescriptorType::Invalid:
        return QStringLiteral("invalid");
    case mmu::DescriptorType::Table:
        return QStringLiteral("table");
    case mmu::DescriptorType::Block:
        return QStringLiteral("block");
    case mmu::DescriptorType::Page:
        return QStringLiteral("page");
    case mmu::DescriptorType::Reserved:
        return QStringLiteral("reserved");
    }
    return {};
}

QString purposeName(const mmu::DescriptorRead& read)
{
    return read.forUpdate ? QStringLiteral("update")
        : read.forTable   ? QStringLiteral("table")
                          : QStringLiteral("access");
}

bool leadsOn(const mmu::DescriptorRead& read)
{
    return !read.aborted && read.type != mmu::DescriptorType::Invalid
        && read.type != mmu::DescriptorType::Reserved;
}

QJsonObject cardObject(const WalkPath& path, const WalkCard& card)
{
    const mmu::DescriptorRead& read = card.read;
    QJsonObject out {
        { QStringLiteral("level"), read.level },
        { QStringLiteral("indexBits"), QStringLiteral("%1:%2").arg(read.indexHi).arg(read.indexLo) },
        { QStringLiteral("index"), static_cast<qint64>(read.index) },
        { QStringLiteral("table"), copyHex(read.table) },
        { QStringLiteral("address"), copyHex(read.address.value) },
        { QStringLiteral("type"), typeName(read) },
    };
    if (!read.aborted) {
        out.insert(QStringLiteral("descriptor"), copyHex(read.value));
        QJsonObject fields;
        const auto& layout = arch::layoutOf(models::descriptorForm(path.regs, read), read.value);
        for (const arch::FieldValue& field : arch::decodeFields(layout, read.value)) {
            const bool held = field.field->kind != arch::FieldKind::Res0 && *field.field->name != '\0'
                && field.state != arch::FieldState::NotValid;
            if (held)
                fields.insert(QString::fromUtf8(field.field->name), copyHex(field.value));
        }
        out.insert(QStringLiteral("fields"), fields);
    }
    if (read.updated())
        out.insert(QStringLiteral("updatedTo"), copyHex(read.after()));
    if (leadsOn(read))
        out.insert(QStringLiteral("output"), copyHex(read.output));
    for (const auto& [name, cards] :
        { std::pair("stage2ForTable", &card.side), std::pair("stage2ForUpdate", &card.update) }) {
        QJsonArray below;
        for (const WalkCard& other : *cards)
            below.append(cardObject(path, other));
        if (!below.isEmpty())
            out.insert(QLatin1String(name), below);
    }
    return out;
}

QJsonObject chainObject(const WalkPath& path, const WalkChain& chain)
{
    QJsonArray reads;
    for (const WalkCard& card : chain.cards)
        reads.append(cardObject(path, card));
    QJsonObject out {
        { QStringLiteral("stage"), static_cast<int>(chain.stage) },
        { QStringLiteral("input"), copyHex(chain.input) },
        { QStringLiteral("reads"), reads },
    };
    if (chain.end && chain.end->state == models::ItemState::Fault)
        out.insert(QStringLiteral("fault"), chain.end->output);
    else if (const auto result = chain.result())
        out.insert(chain.endsInPa ? QStringLiteral("pa") : QStringLiteral("ipa"), copyHex(*result));
    return out;
}

void addLines(const WalkCard& card, int walk, QString& out)
{
    for (const WalkCard& side : card.side)
        addLines(side, walk, out);
    const mmu::DescriptorRead& read = card.read;
    const QStringList cells { QString::number(walk), QString::number(static_cast<int>(read.stage)),
        purposeName(read), QString::number(read.level), copyHex(read.input), QString::number(read.indexHi),
        QString::number(read.indexLo), QString::number(read.index), copyHex(read.table),
        copyHex(read.address.value), read.aborted ? QString() : copyHex(read.value),
        read.updated() ? copyHex(read.after()) : QString(), typeName(read),
        leadsOn(read) ? copyHex(read.output) : QString() };
    out += cells.join(QLatin1Char(',')) + QStringLiteral("\r\n");
    for (const WalkCard& update : card.update)
        addLines(update, walk, out);
}

} // namespace

QByteArray walkAsJson(const WalkPath& path)
{
    QJsonArray walks;
    for (const WalkPart& part : path.parts) {
        QJsonArray chains;
        for (const WalkChain& chain : part.chains)
            chains.append(chainObject(path, chain));
        QJsonObject walk { { part.isIpa ? QStringLiteral("ipa") : QStringLiteral("va"), copyHex(part.va) },
            { QStringLiteral("stages"), chains } };
        if (part.kind)
            walk.insert(QStringLiteral("access"), kindName(*part.kind));
        if (part.access) {
            walk.insert(QStringLiteral("el"), static_cast<int>(part.access->el));
            walk.insert(QStringLiteral("pan"), part.access->pan);
        }
        if (part.cache)
            walk.insert(QStringLiteral("cacheHit"), part.cacheHit);
        walks.append(walk);
    }
    return QJsonDocument(QJsonObject { { QStringLiteral("walks"), walks } }).toJson();
}

QByteArray walkAsCsv(const WalkPath& path)
{
    QString out
        = QStringLiteral("walk,stage,for,level,input,indexHigh,indexLow,index,table,address,descriptor,"
                         "updatedTo,type,output\r\n");
    int walk = 0;
    for (const WalkPart& part : path.parts) {
        ++walk;
        for (const WalkChain& chain : part.chains) {
            for (const WalkCard& card : chain.cards)
                addLines(card, walk, out);
        }
    }
    return out.toUtf8();
}

} // namespace fscope::widgets

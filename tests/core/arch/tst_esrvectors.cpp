// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

/// The abort layouts against recorded decodes of the manual (shared/vectors/FORMAT-esr.md, the key "arm").

#include "core/arch/esr.h"
#include "core/arch/field.h"
#include "core/base/bits.h"
#include "core/base/gzipreader.h"
#include "tests/support/paths.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <QFileInfo>
#include <QTest>

#include <algorithm>
#include <string>
#include <vector>

using namespace fscope;
using namespace fscope::arch;
using nlohmann::json;

namespace {

std::string lower(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
        [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;
}

bool isReserved(const FieldValue& field)
{
    return field.field->kind == FieldKind::Res0 || field.field->kind == FieldKind::Res1;
}

/// What is wrong with the decode of one line; empty if it agrees.
std::vector<std::string> problems(const json& line, std::uint64_t esr)
{
    std::vector<std::string> out;
    const std::vector<FieldValue> fields = decodeFields(layoutOf(RegisterName::EsrEl2, esr), esr);
    std::vector<bool> explained(fields.size());
    for (const json& wanted : line.at("arm").at("fields")) {
        const auto name = wanted.at("name").get<std::string>();
        const auto start = wanted.at("start").get<unsigned>();
        const auto width = wanted.at("width").get<unsigned>();
        const bool optional = wanted.contains("optional") && wanted.at("optional").get<bool>();
        const auto found = std::find_if(fields.begin(), fields.end(), [&](const FieldValue& field) {
            return lower(field.field->name) == lower(name) && field.field->lo == start
                && field.field->hi == start + width - 1;
        });
        if (found == fields.end()) {
            if (!optional)
                out.push_back(fmt::format("no field {} at {}+{}", name, start, width));
            continue;
        }
        explained[static_cast<std::size_t>(found - fields.begin())] = true;
        if (found->value != wanted.at("value").get<std::uint64_t>())
            out.push_back(fmt::format("{} has the value {}", name, found->value));
        if (optional || found->state == FieldState::NotValid)
            continue;
        const std::string meaning = lower(found->meaning.str());
        for (const json& word : wanted.at("key")) {
            if (meaning.find(word.get<std::string>()) == std::string::npos)
                out.push_back(
                    fmt::format("\"{}\" of {} lacks \"{}\"", meaning, name, word.get<std::string>()));
        }
    }
    // A field of ours that the manual does not have in force must be marked so, unless it opens every ESR.
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const std::string name = fields[i].field->name;
        if (!explained[i] && !isReserved(fields[i]) && name != "EC" && name != "IL"
            && fields[i].state == FieldState::Normal)
            out.push_back(fmt::format("{} is shown as valid", name));
    }
    for (const json& note : line.at("arm").at("notes")) {
        const auto text = note.get<std::string>();
        if (!text.starts_with("reserved_bits:") && !text.starts_with("reserved_value:"))
            continue;
        const bool flagged = std::any_of(fields.begin(), fields.end(), [&](const FieldValue& field) {
            const unsigned width = field.field->hi - field.field->lo + 1;
            return field.state == FieldState::ReservedSet
                && (text == fmt::format("reserved_bits:{}+{}={:#x}", field.field->lo, width, field.value)
                    || text == fmt::format("reserved_value:{}={:#x}", field.field->name, field.value));
        });
        if (!flagged)
            out.push_back("not flagged: " + text);
    }
    return out;
}

} // namespace

class TestEsrVectors : public QObject
{
    Q_OBJECT

private slots:
    void abortsDecodeAsTheManualSays();
};

void TestEsrVectors::abortsDecodeAsTheManualSays()
{
    const QString path = test::sourcePath(QStringLiteral("../shared/vectors/esr.jsonl.gz"));
    if (!QFileInfo::exists(path))
        QSKIP("../shared/vectors/esr.jsonl.gz is not there: the recorded decodes are kept outside the "
              "repository");
    Result<LineReader> reader = LineReader::open(path.toStdString());
    QVERIFY2(reader.has_value(), reader ? "" : reader.error().text().c_str());
    int aborts = 0;
    int classes = 0;
    int failed = 0;
    for (;;) {
        const auto text = reader->next();
        QVERIFY2(text.has_value(), text ? "" : text.error().text().c_str());
        if (!*text)
            break;
        const json line = json::parse(**text);
        const std::uint64_t esr = std::stoull(line.at("esr").get<std::string>(), nullptr, 16);

        // The name of the class, of all lines.
        ++classes;
        const Field* field = findField(layoutOf(RegisterName::EsrEl2, esr), "EC");
        const std::string name = lower(meaningOf(*field, esr).str());
        for (const json& word : line.at("arm").at("ec_key")) {
            QVERIFY2(name.find(word.get<std::string>()) != std::string::npos,
                fmt::format("{}: {}", reader->place(), name).c_str());
        }
        if (!isDataAbort(esr) && !isInstructionAbort(esr))
            continue;
        ++aborts;
        for (const std::string& problem : problems(line, esr)) {
            if (++failed <= 20)
                qWarning(
                    "%s", fmt::format("{} {}: {}", reader->place(), line.at("esr").dump(), problem).c_str());
        }
    }
    qInfo("%s", fmt::format("{} values, of them {} aborts field by field", classes, aborts).c_str());
    QCOMPARE(failed, 0);
    QVERIFY(aborts > 500);
}

QTEST_GUILESS_MAIN(TestEsrVectors)
#include "tst_esrvectors.moc"

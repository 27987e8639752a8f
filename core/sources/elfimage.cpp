// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/sources/elfimage.h"

#include "core/base/bytes.h"
#include "core/base/hex.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <span>
#include <string_view>

namespace fscope::sources {
namespace {

// ELF-64 Object File Format; AArch64 in "ELF for the Arm 64-bit Architecture".
constexpr std::size_t kHeaderBytes = 64;
constexpr std::size_t kProgramHeaderBytes = 56;
constexpr std::size_t kSectionHeaderBytes = 64;
constexpr std::uint64_t kCore = 4; // ET_CORE
constexpr std::uint64_t kAarch64 = 183;
constexpr std::uint64_t kManyHeaders = 0xffff; // PN_XNUM: sh_info of section 0 has the count
constexpr std::uint64_t kLoad = 1;
constexpr std::uint64_t kNote = 4;
constexpr std::uint64_t kPrstatus = 1;

constexpr std::uint64_t kMaxSegments = 1U << 20;
constexpr std::uint64_t kMaxNoteBytes = 64U << 20; ///< of all note segments together
constexpr std::size_t kMaxVmcoreinfo = 1U << 20;
constexpr std::uint64_t kAddressEnd = std::uint64_t { 1 } << 56;

class Reader
{
public:
    Reader(const memory::GuestMemory& file, std::uint64_t size, const std::string& name)
        : m_file(file)
        , m_size(size)
        , m_name(name)
    { }

    Result<ElfImage> read()
    {
        std::array<std::uint8_t, kHeaderBytes> header {};
        if (!bytes(0, header))
            return wrong("ELF header", "The file ends inside it.");
        if (std::memcmp(header.data(),
                "\x7f"
                "ELF",
                4)
            != 0)
            return wrong("ELF header", "This is no ELF file.");
        if (header[4] != 2)
            return wrong("ELF header", "This is a 32-bit file; machines with AArch64 are dumped as ELF64.");
        if (header[5] != 1 && header[5] != 2)
            return wrong("ELF header", fmt::format("Byte order {} is unknown.", header[5]));
        m_bigEndian = header[5] == 2;
        if (const std::uint64_t machine = number(header, 18, 2); machine != kAarch64)
            return wrong("ELF header", fmt::format("The machine is number {}, not AArch64 (183).", machine));
        m_image.isCore = number(header, 16, 2) == kCore;
        const std::uint64_t offset = number(header, 32, 8);
        std::uint64_t count = number(header, 56, 2);
        if (count == kManyHeaders) {
            const auto known = countFromSection(number(header, 40, 8));
            if (!known)
                return tl::unexpected<Error>(known.error());
            count = *known;
        }
        if (count == 0)
            return wrong("ELF header", "It has no program headers, so nothing says where memory is.");
        if (number(header, 54, 2) != kProgramHeaderBytes)
            return wrong("ELF header", "Its program headers are not of the size that ELF64 has.");
        if (count > kMaxSegments || offset > m_size || count * kProgramHeaderBytes > m_size - offset)
            return wrong("ELF header",
                fmt::format("{} program headers at offset {} do not fit the file's {} bytes.", count,
                    hex(offset), m_size));
        for (std::uint64_t i = 0; i < count; ++i)
            if (auto done = programHeader(i, offset + i * kProgramHeaderBytes); !done)
                return tl::unexpected<Error>(done.error());
        return finish();
    }

private:
    tl::unexpected<Error> wrong(const std::string& where, std::string what, std::string hint = {}) const
    {
        return fail(std::move(what), fmt::format("{}: {}", m_name, where), std::move(hint));
    }

    bool bytes(std::uint64_t offset, std::span<std::uint8_t> out) const
    {
        return offset <= m_size && out.size() <= m_size - offset && m_file.read(offset, out).has_value();
    }

    std::uint64_t number(std::span<const std::uint8_t> from, std::size_t at, unsigned size) const
    {
        if (!m_bigEndian)
            return loadLe(from.data() + at, size);
        std::uint64_t value = 0;
        for (unsigned i = 0; i < size; ++i)
            value = value << 8 | from[at + i];
        return value;
    }

    Result<std::uint64_t> countFromSection(std::uint64_t offset) const
    {
        std::array<std::uint8_t, kSectionHeaderBytes> section {};
        if (offset == 0 || !bytes(offset, section))
            return wrong(
                "section header 0", "It should have the number of program headers, and is not there.");
        return number(section, 44, 4);
    }

    Result<void> programHeader(std::uint64_t index, std::uint64_t at)
    {
        const std::string where = fmt::format("program header {}", index);
        std::array<std::uint8_t, kProgramHeaderBytes> header {};
        if (!bytes(at, header))
            return wrong(where, "It cannot be read.");
        const std::uint64_t type = number(header, 0, 4);
        if (type != kLoad && type != kNote)
            return {};
        const std::uint64_t offset = number(header, 8, 8);
        const std::uint64_t fileSize = number(header, 32, 8);
        if (offset > m_size || fileSize > m_size - offset)
            return wrong(where,
                fmt::format(
                    "{} bytes at offset {} go beyond the file's {} bytes.", fileSize, hex(offset), m_size),
                "The file may have been cut off when it was copied.");
        if (type == kNote) {
            if (m_image.isCore)
                readNotes(offset, fileSize);
            return {};
        }
        const ElfImage::Segment segment { Pa(number(header, 24, 8)), number(header, 40, 8), offset,
            fileSize };
        if (segment.size == 0)
            return {};
        if (segment.size < fileSize)
            return wrong(where, "It has fewer bytes in memory than in the file.");
        if (segment.start.value >= kAddressEnd || segment.size > kAddressEnd - segment.start.value)
            return wrong(where,
                fmt::format("{} bytes from physical address {} go beyond 56 bits.", hex(segment.size),
                    hex(segment.start)));
        m_image.segments.push_back(segment);
        return {};
    }

    /// Notes that make no sense end the list: what they would tell is then not known.
    void readNotes(std::uint64_t offset, std::uint64_t size)
    {
        const std::uint64_t room = std::min(size, m_noteBytesLeft);
        m_noteBytesLeft -= room;
        const std::uint64_t end = offset + room;
        while (end - offset >= 12) {
            std::array<std::uint8_t, 12> header {};
            if (!bytes(offset, header))
                return;
            const std::uint64_t nameSize = number(header, 0, 4);
            const std::uint64_t textSize = number(header, 4, 4);
            const std::uint64_t type = number(header, 8, 4);
            const std::uint64_t nameRoom = (nameSize + 3) & ~std::uint64_t { 3 };
            const std::uint64_t textRoom = (textSize + 3) & ~std::uint64_t { 3 };
            if (nameRoom > end - offset - 12 || textSize > end - offset - 12 - nameRoom)
                return;
            std::array<std::uint8_t, 16> nameBytes {};
            const std::uint64_t shown = std::min<std::uint64_t>(nameSize, nameBytes.size());
            if (!bytes(offset + 12, std::span(nameBytes).first(shown)))
                return;
            std::string_view name(reinterpret_cast<const char*>(nameBytes.data()), shown);
            name = name.substr(0, name.find('\0'));
            if (type == kPrstatus && name == "CORE")
                ++m_image.cpus;
            if (name == "VMCOREINFO")
                readVmcoreinfo(offset + 12 + nameRoom, textSize);
            offset += 12 + nameRoom + std::min(textRoom, end - offset - 12 - nameRoom);
        }
    }

    void readVmcoreinfo(std::uint64_t offset, std::uint64_t size)
    {
        std::vector<std::uint8_t> text(std::min<std::uint64_t>(size, kMaxVmcoreinfo));
        if (bytes(offset, text))
            m_image.vmcoreinfo.assign(text.begin(), text.end());
    }

    Result<ElfImage> finish()
    {
        std::vector<ElfImage::Segment>& segments = m_image.segments;
        if (segments.empty())
            return wrong("program headers", "None of them is a segment of memory (PT_LOAD).");
        std::stable_sort(segments.begin(), segments.end(),
            [](const ElfImage::Segment& a, const ElfImage::Segment& b) { return a.start < b.start; });
        for (std::size_t i = 1; i < segments.size(); ++i)
            if (segments[i].start - segments[i - 1].start < segments[i - 1].size)
                return wrong("program headers",
                    fmt::format("Two segments overlap at physical address {}.", hex(segments[i].start)),
                    m_image.isCore
                        ? "The core of a process has no physical addresses; a dump of a machine is needed."
                        : "");
        return std::move(m_image);
    }

    const memory::GuestMemory& m_file;
    std::uint64_t m_size;
    const std::string& m_name;
    bool m_bigEndian = false;
    std::uint64_t m_noteBytesLeft = kMaxNoteBytes;
    ElfImage m_image;
};

} // namespace

bool isElf(const memory::GuestMemory& file)
{
    std::array<std::uint8_t, 4> magic {};
    return file.read(0, std::span(magic))
        && std::memcmp(magic.data(),
               "\x7f"
               "ELF",
               4)
        == 0;
}

Result<ElfImage> readElfImage(const memory::GuestMemory& file, std::uint64_t size, const std::string& name)
{
    return Reader(file, size, name).read();
}

std::optional<std::uint64_t> vmcoreinfoNumber(const std::string& text, const std::string& key)
{
    const std::string wanted = key + "=";
    for (std::size_t at = text.find(wanted); at != std::string::npos; at = text.find(wanted, at + 1)) {
        if (at != 0 && text[at - 1] != '\n')
            continue;
        const std::size_t start = at + wanted.size();
        const std::string_view value = std::string_view(text).substr(start, text.find('\n', start) - start);
        // NUMBER() of AArch64 kernels has 0x where it is hexadecimal; SYMBOL() never has.
        const bool prefixed = value.starts_with("0x");
        const int base = prefixed || key.starts_with("SYMBOL(") ? 16 : 10;
        const char* first = value.data() + (prefixed ? 2 : 0);
        std::uint64_t number = 0;
        const auto [end, error] = std::from_chars(first, value.data() + value.size(), number, base);
        if (error == std::errc {} && end != first)
            return number;
        return std::nullopt;
    }
    return std::nullopt;
}

} // namespace fscope::sources

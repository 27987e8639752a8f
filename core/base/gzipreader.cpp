// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#include "core/base/gzipreader.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <vector>

namespace fscope {
namespace {

constexpr std::size_t kBlock = 64U << 10;

/// The mark that some editors put before UTF-8 text; it says nothing here.
constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

/// Bytes in order; read() gives 0 at the end and only there.
class ByteSource
{
public:
    virtual ~ByteSource() = default;
    /// Up to @p size (> 0) bytes. An error has no place yet.
    virtual Result<std::size_t> read(char* out, std::size_t size) = 0;
};

class FileSource final : public ByteSource
{
public:
    explicit FileSource(std::FILE* file)
        : m_file(file)
    { }
    FileSource(const FileSource&) = delete;
    FileSource& operator=(const FileSource&) = delete;
    ~FileSource() override { std::fclose(m_file); }

    Result<std::size_t> read(char* out, std::size_t size) override
    {
        errno = 0;
        const std::size_t got = std::fread(out, 1, size, m_file);
        if (got == 0 && std::ferror(m_file) != 0)
            return fail("The file cannot be read: " + std::generic_category().message(errno) + ".");
        return got;
    }

private:
    std::FILE* m_file;
};

class BytesSource final : public ByteSource
{
public:
    explicit BytesSource(std::string_view bytes)
        : m_rest(bytes)
    { }

    Result<std::size_t> read(char* out, std::size_t size) override
    {
        const std::size_t got = m_rest.copy(out, size);
        m_rest.remove_prefix(got);
        return got;
    }

private:
    std::string_view m_rest;
};

/// The plain bytes of @p inner, unpacked if they begin with the magic number of gzip.
class UnpackingSource final : public ByteSource
{
public:
    explicit UnpackingSource(std::unique_ptr<ByteSource> inner)
        : m_inner(std::move(inner))
    { }
    UnpackingSource(const UnpackingSource&) = delete;
    UnpackingSource& operator=(const UnpackingSource&) = delete;
    ~UnpackingSource() override
    {
        if (m_mode == Mode::Gzip)
            inflateEnd(&m_stream);
    }

    Result<std::size_t> read(char* out, std::size_t size) override
    {
        if (m_mode == Mode::Unknown) {
            if (const Result<void> begun = begin(); !begun)
                return tl::unexpected(begun.error());
        }
        return m_mode == Mode::Gzip ? unpack(out, size) : copy(out, size);
    }

private:
    enum class Mode { Unknown, Plain, Gzip };

    Result<void> begin()
    {
        // Two bytes decide; a pipe may hand them out one at a time.
        while (m_end < 2) {
            const Result<std::size_t> got = m_inner->read(m_input.data() + m_end, m_input.size() - m_end);
            if (!got)
                return tl::unexpected(got.error());
            if (*got == 0)
                break;
            m_end += *got;
        }
        if (m_end < 2 || m_input[0] != '\x1f' || m_input[1] != '\x8b') {
            m_mode = Mode::Plain;
            return {};
        }
        constexpr int kGzipOnly = 15 + 16; // the largest window; a gzip header and trailer
        if (inflateInit2(&m_stream, kGzipOnly) != Z_OK)
            return fail("There is not enough memory to unpack the file.");
        m_mode = Mode::Gzip;
        return {};
    }

    /// Makes sure that there is input unless the file is at its end.
    Result<void> fill()
    {
        if (m_begin < m_end)
            return {};
        const Result<std::size_t> got = m_inner->read(m_input.data(), m_input.size());
        if (!got)
            return tl::unexpected(got.error());
        m_begin = 0;
        m_end = *got;
        return {};
    }

    Result<std::size_t> copy(char* out, std::size_t size)
    {
        if (m_begin == m_end)
            return m_inner->read(out, size);
        const std::size_t got = std::min(size, m_end - m_begin);
        std::memcpy(out, m_input.data() + m_begin, got);
        m_begin += got;
        return got;
    }

    Result<std::size_t> unpack(char* out, std::size_t size)
    {
        for (;;) {
            if (const Result<void> filled = fill(); !filled)
                return tl::unexpected(filled.error());
            const bool atEnd = m_begin == m_end;
            if (!m_inMember) {
                // A gzip file is one or more members, perhaps padded with zeros.
                while (m_begin < m_end && m_input[m_begin] == '\0')
                    ++m_begin;
                if (atEnd)
                    return 0U;
                if (m_begin == m_end)
                    continue;
                inflateReset(&m_stream);
                m_inMember = true;
            } else if (atEnd) {
                return fail("The gzip data ends too early.", {}, "The file is truncated; copy it again.");
            }
            m_stream.next_in = reinterpret_cast<Bytef*>(m_input.data() + m_begin);
            m_stream.avail_in = static_cast<uInt>(m_end - m_begin);
            m_stream.next_out = reinterpret_cast<Bytef*>(out);
            m_stream.avail_out = static_cast<uInt>(std::min<std::size_t>(size, kBlock));
            const uInt room = m_stream.avail_out;
            const int status = inflate(&m_stream, Z_NO_FLUSH);
            m_begin = m_end - m_stream.avail_in;
            const std::size_t made = room - m_stream.avail_out;
            if (status == Z_STREAM_END)
                m_inMember = false;
            else if (status == Z_MEM_ERROR)
                return fail("There is not enough memory to unpack the file.");
            else if (status != Z_OK && status != Z_BUF_ERROR && made == 0)
                return fail("The gzip data is corrupt.", {},
                    "Copy the file again, or unpack what is left of it by hand.");
            if (made > 0)
                return made;
        }
    }

    std::unique_ptr<ByteSource> m_inner;
    Mode m_mode = Mode::Unknown;
    z_stream m_stream {};
    bool m_inMember = true;
    std::array<char, kBlock> m_input {};
    std::size_t m_begin = 0;
    std::size_t m_end = 0;
};

Result<std::unique_ptr<ByteSource>> openFile(const std::string& path)
{
    std::error_code error;
    if (std::filesystem::is_directory(path, error))
        return fail("This is a directory, not a file.", path);
    // Opening a pipe waits for its writer, for ever if there is none; and what is opened is read twice.
    const std::filesystem::file_status status = std::filesystem::status(path, error);
    if (std::filesystem::is_fifo(status) || std::filesystem::is_socket(status))
        return fail("This is a pipe, not a file.", path, "Save what comes out of it to a file first.");
    errno = 0;
    std::FILE* file = std::fopen(path.c_str(), "rb");
    if (file == nullptr)
        return fail("The file cannot be opened: " + std::generic_category().message(errno) + ".", path);
    return std::make_unique<UnpackingSource>(std::make_unique<FileSource>(file));
}

} // namespace

struct LineReader::Impl {
    Impl(std::unique_ptr<ByteSource> bytes, std::string title)
        : source(std::move(bytes))
        , name(std::move(title))
    { }

    std::unique_ptr<ByteSource> source;
    std::string name;
    std::vector<char> buffer;
    std::size_t begin = 0;   ///< of the line to come
    std::size_t end = 0;     ///< of what was read
    std::size_t scanned = 0; ///< up to here there is no line end
    std::size_t line = 0;
    bool atEnd = false;
    std::optional<Error> failed; ///< told again by each further call

    tl::unexpected<Error> stop(Error error)
    {
        if (error.where.empty())
            error.where = name + ":" + std::to_string(line + 1);
        failed = std::move(error);
        return tl::unexpected(*failed);
    }

    /// Reads one more block behind what is there; moves the unfinished line to the front.
    Result<void> more()
    {
        if (begin > 0) {
            std::memmove(buffer.data(), buffer.data() + begin, end - begin);
            end -= begin;
            scanned -= begin;
            begin = 0;
        }
        if (buffer.size() < end + kBlock)
            buffer.resize(end + kBlock);
        const Result<std::size_t> got = source->read(buffer.data() + end, kBlock);
        if (!got)
            return stop(got.error());
        end += *got;
        atEnd = *got == 0;
        return {};
    }

    Result<std::optional<std::string_view>> take(std::size_t size, std::size_t skip)
    {
        std::string_view text(buffer.data() + begin, size);
        if (line == 0 && text.starts_with(kByteOrderMark))
            text.remove_prefix(kByteOrderMark.size());
        if (text.ends_with('\r'))
            text.remove_suffix(1);
        if (text.size() > kMaxLine)
            return tooLong();
        if (text.find('\0') != std::string_view::npos)
            return stop({ "The line holds a NUL byte, so this is not a text file.", {}, {} });
        begin += size + skip;
        scanned = begin;
        ++line;
        return text;
    }

    tl::unexpected<Error> tooLong()
    {
        return stop(
            { "The line is longer than 1 MiB, so this is not a file of records, one to a line.", {}, {} });
    }

    Result<std::optional<std::string_view>> next()
    {
        if (failed)
            return tl::unexpected(*failed);
        for (;;) {
            // A scan from the null pointer of an empty buffer would be undefined.
            const void* found
                = scanned < end ? std::memchr(buffer.data() + scanned, '\n', end - scanned) : nullptr;
            if (found != nullptr)
                return take(
                    static_cast<std::size_t>(static_cast<const char*>(found) - buffer.data()) - begin, 1);
            scanned = end;
            if (end - begin > kMaxLine + 1)
                return tooLong();
            if (atEnd) {
                if (begin == end)
                    return std::nullopt;
                return take(end - begin, 0);
            }
            if (const Result<void> got = more(); !got)
                return tl::unexpected(got.error());
        }
    }

    /// Reads the first block, so that an empty file or one that is not what it seems is told at once.
    Result<void> start()
    {
        if (Result<void> got = more(); !got)
            return got;
        if (end == 0)
            return stop({ "The file is empty.", {}, {} });
        return {};
    }
};

LineReader::LineReader(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl))
{ }
LineReader::LineReader(LineReader&&) noexcept = default;
LineReader& LineReader::operator=(LineReader&&) noexcept = default;
LineReader::~LineReader() = default;

Result<LineReader> LineReader::open(const std::string& path)
{
    Result<std::unique_ptr<ByteSource>> source = openFile(path);
    if (!source)
        return tl::unexpected(source.error());
    LineReader reader(std::make_unique<Impl>(std::move(*source), path));
    if (const Result<void> started = reader.m_impl->start(); !started)
        return tl::unexpected(started.error());
    return reader;
}

Result<LineReader> LineReader::fromBytes(std::string_view bytes, std::string name)
{
    auto source = std::make_unique<UnpackingSource>(std::make_unique<BytesSource>(bytes));
    LineReader reader(std::make_unique<Impl>(std::move(source), std::move(name)));
    if (const Result<void> started = reader.m_impl->start(); !started)
        return tl::unexpected(started.error());
    return reader;
}

Result<std::optional<std::string_view>> LineReader::next()
{
    return m_impl->next();
}

std::size_t LineReader::lineNumber() const
{
    return m_impl->line;
}

const std::string& LineReader::name() const
{
    return m_impl->name;
}

std::string LineReader::place() const
{
    return m_impl->line == 0 ? m_impl->name : m_impl->name + ":" + std::to_string(m_impl->line);
}

Result<std::string> readWholeFile(const std::string& path, std::size_t limit)
{
    const Result<std::unique_ptr<ByteSource>> source = openFile(path);
    if (!source)
        return tl::unexpected(source.error());
    std::string out;
    std::vector<char> block(kBlock);
    for (;;) {
        const Result<std::size_t> got = (*source)->read(block.data(), block.size());
        if (!got) {
            const Error& error = got.error();
            return fail(error.what, path, error.hint);
        }
        if (*got == 0) {
            if (out.starts_with(kByteOrderMark))
                out.erase(0, kByteOrderMark.size());
            return out;
        }
        if (*got > limit - out.size()) {
            return fail(
                "The file holds more than the " + std::to_string(limit) + " bytes that are read at most.",
                path);
        }
        out.append(block.data(), *got);
    }
}

} // namespace fscope

// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers

#pragma once

#include <span>
#include <string_view>

namespace fscope {

/// A file of resources/ that is part of the program.
struct EmbeddedFile {
    std::string_view path;  ///< relative to resources/, with forward slashes: "lessons/post-index-store.json"
    std::string_view bytes; ///< the content, byte for byte; not followed by a zero
};

/// All embedded files, sorted by path. The list lives as long as the program.
///
/// What is embedded is listed in resources/CMakeLists.txt; link fscope_resources to have it.
std::span<const EmbeddedFile> embeddedFiles();

/// The embedded file of exactly this path, or nullptr.
const EmbeddedFile* embeddedFile(std::string_view path);

} // namespace fscope

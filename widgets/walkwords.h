// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

#include "widgets/walkpath.h"

namespace fscope::models {
class WalkModel;
}

namespace fscope::widgets {

/// Fills in the words and states that the marks of a path take from their rows of the model.
void fillWords(const models::WalkModel& model, WalkPath& path);

} // namespace fscope::widgets

// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Faultscope developers
#pragma once

namespace fscope::widgets {

/// From now on each item of a Canvas is a child of it in the accessible tree, with name, description, place
/// and an action. Harmless when called again.
void installCanvasAccessibility();

} // namespace fscope::widgets

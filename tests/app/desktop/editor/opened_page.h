// A file in a tab, once it is there.
#pragma once

#include "editor/editor_area.h"

#include <QTest>

#include <memory>

namespace slipway::test {

/// Null where it doesn't come.
inline editor::DocumentPage* opened(editor::EditorArea& area, const QString& path) {
    constexpr int kPatience = 30'000;
    const auto page = std::make_shared<editor::DocumentPage*>(nullptr);
    area.open(path, [page](editor::DocumentPage& opened) { *page = &opened; });
    return QTest::qWaitFor([&] { return *page != nullptr; }, kPatience) ? *page : nullptr;
}

}  // namespace slipway::test

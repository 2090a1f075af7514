// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/error.h"
#include "tests/support/waiting.h"

#include <memory>
#include <optional>

namespace islet::test {

//! Waits for what an asynchronous operation says; `ask` gets a context and a callback. Ends the test run when it says
//! nothing, says it too early or twice.
template<typename T, typename Ask> Expected<T> answer(Ask ask)
{
    auto context = std::make_unique<QObject>();
    std::optional<Expected<T>> given;
    ask(context.get(), [&given](Expected<T> result) {
        if (given)
            qFatal("an operation called back twice");
        given.emplace(std::move(result));
    });
    if (given)
        qFatal("an operation called back before it returned");
    if (!waitUntil([&given] { return given.has_value(); }, std::chrono::seconds(60)))
        qFatal("an operation never called back");
    QCoreApplication::processEvents();
    return *std::move(given);
}

} // namespace islet::test

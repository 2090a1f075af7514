// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/error.h"
#include "tests/support/waiting.h"

#include <memory>
#include <optional>

namespace islet::test {

//! Waits for the result of an asynchronous operation; `ask` gets a context and a callback. Aborts the test run if the
//! operation calls back twice, before it has returned, or not within 60 s.
template<typename T, typename Ask> Expected<T> answer(Ask ask)
{
    auto context = std::make_unique<QObject>();
    std::optional<Expected<T>> received;
    ask(context.get(), [&received](Expected<T> result) {
        if (received)
            qFatal("an operation called back twice");
        received.emplace(std::move(result));
    });
    if (received)
        qFatal("an operation called back before it returned");
    if (!waitUntil([&received] { return received.has_value(); }, std::chrono::seconds(60)))
        qFatal("an operation never called back");
    QCoreApplication::processEvents();
    return *std::move(received);
}

} // namespace islet::test

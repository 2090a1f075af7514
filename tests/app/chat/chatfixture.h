// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/chat/chatmodel.h"
#include "tests/support/fakeroom.h"

#include <QAbstractItemModelTester>
#include <QTemporaryDir>

namespace islet::test {

//! The chat in a room on a fake transport, with a clock that only the test advances.
struct ChatFixture {
    ChatFixture() = default;
    ChatFixture(TransportRegistry protocols, CommsSession::Retry retry)
        : room(std::move(protocols), retry)
    { }

    FakeRoom room;
    Address me = room.client.address();
    QDateTime now{QDate(2025, 8, 5), QTime(12, 0)};
    QTemporaryDir folder;
    QSettings settings{folder.filePath(QStringLiteral("islet.ini")), QSettings::IniFormat};
    ChatHistory history{settings};
    ChatModel chat{room.adapter, me, room.client.profiles(), history, room.time.clock(), [this] { return now; }};
    std::optional<QAbstractItemModelTester> tester{std::in_place, &chat,
                                                   QAbstractItemModelTester::FailureReportingMode::Fatal};

    QVariant of(int row, int role) const { return chat.index(row).data(role); }
    QString text(int row) const { return of(row, ChatModel::TextRole).toString(); }
    bool is(int row, int role) const { return of(row, role).toBool(); }
    int kind(int row) const { return of(row, ChatModel::KindRole).toInt(); }
    QStringList texts() const
    {
        QStringList all;
        for (int row = 0; row < chat.rowCount(); ++row)
            all.append(text(row));
        return all;
    }
    QStringList sent() const
    {
        QStringList all;
        for (const rfc4::Chat &line : room.transport.sentOf<rfc4::Chat>())
            all.append(line.message);
        return all;
    }
};

} // namespace islet::test

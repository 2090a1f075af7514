// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "sim/simulatedvoice.h"

#include "sim/simulatedvoicetable.h"

#include <iterator>

namespace islet::simulatedvoice {

namespace {

static_assert(std::size(packetEnds) == packetCount);
static_assert(packetEnds[packetCount - 1] == std::size(packetBytes));

} // namespace

QByteArray packet(std::uint32_t number)
{
    Q_ASSERT(number < packetCount);
    const std::uint16_t begin = number == 0 ? std::uint16_t{0} : packetEnds[number - 1];
    return QByteArray::fromRawData(reinterpret_cast<const char *>(packetBytes) + begin, packetEnds[number] - begin);
}

} // namespace islet::simulatedvoice

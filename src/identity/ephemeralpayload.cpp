// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "identity/ephemeralpayload.h"

#include "base/quoted.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace islet {

namespace {

constexpr auto addressPrefix = "Ephemeral address: "_L1;
constexpr auto expirationPrefix = "Expiration: "_L1;

Expected<QDateTime> parseTime(QStringView text)
{
    static const QRegularExpression zone(u"(Z|[+-]\\d\\d:?\\d\\d)$"_s);
    const QString zoned = zone.match(text.toString()).hasMatch() ? text.toString() : text.toString() + u'Z';
    const QDateTime time = QDateTime::fromString(zoned, Qt::ISODateWithMs);
    if (!time.isValid())
        return failure(ErrorCode::InvalidPayload, u"The expiration %1 is not an ISO 8601 time."_s.arg(quoted(text)));
    return time.toUTC();
}

} // namespace

QString EphemeralPayload::toText() const
{
    return u"Decentraland Login\n"_s + addressPrefix + ephemeralAddress.toChecksummed() + u'\n' + expirationPrefix
        + expiration.toUTC().toString(Qt::ISODateWithMs);
}

Expected<EphemeralPayload> EphemeralPayload::parse(QStringView text)
{
    const QString plain = text.toString().remove(u'\r');
    const auto lines = QStringView(plain).split(u'\n');
    if (lines.size() < 3 || !lines[1].startsWith(addressPrefix) || !lines[2].startsWith(expirationPrefix)) {
        return failure(ErrorCode::InvalidPayload,
                       u"An ephemeral payload has three lines, the second with “Ephemeral address: ”, the third with "
                       "“Expiration: ”."_s);
    }
    const auto address = Address::parse(lines[1].sliced(addressPrefix.size()));
    if (!address)
        return tl::unexpected(address.error());
    const auto expiration = parseTime(lines[2].sliced(expirationPrefix.size()));
    if (!expiration)
        return tl::unexpected(expiration.error());
    return EphemeralPayload{*address, *expiration};
}

} // namespace islet

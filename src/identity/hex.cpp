// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "identity/hex.h"

namespace islet::hex {

namespace {

int valueOf(QChar digit)
{
    const char16_t c = digit.unicode();
    if (c >= u'0' && c <= u'9')
        return c - u'0';
    const auto lower = static_cast<char16_t>(c | 0x20);
    return lower >= u'a' && lower <= u'f' ? lower - u'a' + 10 : -1;
}

} // namespace

bool decode(QStringView digits, std::span<std::uint8_t> out)
{
    if (digits.size() != static_cast<qsizetype>(out.size()) * 2)
        return false;
    for (std::size_t i = 0; i < out.size(); ++i) {
        const int high = valueOf(digits[static_cast<qsizetype>(2 * i)]);
        const int low = valueOf(digits[static_cast<qsizetype>(2 * i + 1)]);
        if (high < 0 || low < 0)
            return false;
        out[i] = static_cast<std::uint8_t>(high << 4 | low);
    }
    return true;
}

QByteArray encode(std::span<const std::uint8_t> bytes)
{
    return QByteArray::fromRawData(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()))
        .toHex();
}

} // namespace islet::hex

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
    if (c >= u'a' && c <= u'f')
        return c - u'a' + 10;
    if (c >= u'A' && c <= u'F')
        return c - u'A' + 10;
    return -1;
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

QString encode(std::span<const std::uint8_t> bytes)
{
    constexpr char16_t digits[] = u"0123456789abcdef";
    QString text;
    text.reserve(static_cast<qsizetype>(bytes.size() * 2));
    for (const std::uint8_t byte : bytes) {
        text += QChar(digits[byte >> 4]);
        text += QChar(digits[byte & 15]);
    }
    return text;
}

} // namespace islet::hex

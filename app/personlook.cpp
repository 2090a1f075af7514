// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "personlook.h"

#include <algorithm>
#include <array>

namespace islet {

namespace {

// 24 colours of middle lightness, that stand out from light and dark paper: 12 hues in two strengths, neighbours in the
// list far apart on the wheel and of different lightness, so that colour-blind eyes tell them apart too.
constexpr std::array<QRgb, 24> palette{
    0xff2f7fd1, 0xffc2571a, 0xff5a8f29, 0xffa352c7, 0xff0f8b8d, 0xffc93756, 0xff8a7a16, 0xff5b6bd6,
    0xff1f9254, 0xffd0468f, 0xff7a6a58, 0xff3e84a8, 0xff9b6a2f, 0xff7d4fc4, 0xff4c8c6b, 0xffb4483c,
    0xff6f7f8c, 0xffb0589d, 0xff6b8e23, 0xff3f6fb0, 0xffa8672b, 0xff2e8f83, 0xff9a5b73, 0xff7078b8,
};

} // namespace

QColor colorOf(const Address &address)
{
    // The last byte: the first ones are often alike (vanity addresses).
    return QColor::fromRgb(palette[address.bytes().back() % palette.size()]);
}

QColor colorOf(const Address &address, const Profile *profile)
{
    if (!profile || !profile->color)
        return colorOf(address);
    const Rgb wanted = *profile->color;
    // Somebody else's colour may be unreadable on our ground; one of ours never is.
    const auto distance = [&wanted](QRgb color) {
        const int red = qRed(color) - wanted.red;
        const int green = qGreen(color) - wanted.green;
        const int blue = qBlue(color) - wanted.blue;
        return red * red + green * green + blue * blue;
    };
    return QColor::fromRgb(*std::ranges::min_element(palette, {}, distance));
}

QList<QColor> paletteColors()
{
    QList<QColor> colors;
    for (const QRgb color : palette)
        colors.append(QColor::fromRgb(color));
    return colors;
}

QString nameOf(const Address &address, const Profile *profile)
{
    const QString shortAddress = address.toShort();
    return profile && !profile->name.isEmpty() ? profile->name + u' ' + shortAddress : shortAddress;
}

QString initialsOf(const Address &address)
{
    return address.toLower().sliced(2, 2);
}

} // namespace islet

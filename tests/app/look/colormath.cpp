// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "colormath.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace islet::test {

namespace {

using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

constexpr Matrix protan{
    {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix deutan{
    {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
constexpr Matrix toXyz{
    {{0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750}, {0.0193339, 0.1191920, 0.9503041}}};

Triple product(const Matrix &matrix, const Triple &vector)
{
    Triple result{};
    for (std::size_t i = 0; i < 3; ++i)
        result[i] = matrix[i][0] * vector[0] + matrix[i][1] * vector[1] + matrix[i][2] * vector[2];
    return result;
}

Triple linear(const QColor &color)
{
    const auto part = [](int value) {
        const double share = value / 255.;
        return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
    };
    return {part(color.red()), part(color.green()), part(color.blue())};
}

double luminance(const QColor &color)
{
    const Triple part = linear(color);
    return 0.2126 * part[0] + 0.7152 * part[1] + 0.0722 * part[2];
}

Lab labOf(const QColor &color, ColorVision vision)
{
    Triple seen = linear(color);
    if (vision != ColorVision::Normal)
        seen = product(vision == ColorVision::Protan ? protan : deutan, seen);
    for (double &part : seen)
        part = std::clamp(part, 0., 1.);
    const Triple xyz = product(toXyz, seen);
    const auto root = [](double value) { return value > 0.008856 ? std::cbrt(value) : 7.787 * value + 16. / 116; };
    const double x = root(xyz[0] / 0.95047);
    const double y = root(xyz[1]);
    const double z = root(xyz[2] / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double rad(double degrees)
{
    return degrees * std::numbers::pi / 180;
}

//! In degrees from 0 to 360.
double hue(double a, double b)
{
    const double degrees = std::atan2(b, a) * 180 / std::numbers::pi;
    return degrees < 0 ? degrees + 360 : degrees;
}

double seventh(double value)
{
    return std::sqrt(std::pow(value, 7) / (std::pow(value, 7) + std::pow(25., 7)));
}

double meanHue(double left, double right)
{
    const double sum = left + right;
    if (std::abs(left - right) <= 180)
        return sum / 2;
    return sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2;
}

} // namespace

double contrast(const QColor &left, const QColor &right)
{
    const double first = luminance(left) + 0.05;
    const double second = luminance(right) + 0.05;
    return std::max(first, second) / std::min(first, second);
}

double difference(const Lab &left, const Lab &right)
{
    const double meanChroma = (std::hypot(left.a, left.b) + std::hypot(right.a, right.b)) / 2;
    const double stretch = 1 + 0.5 * (1 - seventh(meanChroma));
    const double chroma1 = std::hypot(left.a * stretch, left.b);
    const double chroma2 = std::hypot(right.a * stretch, right.b);
    const double hue1 = hue(left.a * stretch, left.b);
    const double hue2 = hue(right.a * stretch, right.b);
    double turn = hue2 - hue1;
    if (turn > 180)
        turn -= 360;
    else if (turn < -180)
        turn += 360;
    const double light = right.l - left.l;
    const double chroma = chroma2 - chroma1;
    const double hues = 2 * std::sqrt(chroma1 * chroma2) * std::sin(rad(turn) / 2);

    const double l = (left.l + right.l) / 2 - 50;
    const double c = (chroma1 + chroma2) / 2;
    const double h = meanHue(hue1, hue2);
    const double t = 1 - 0.17 * std::cos(rad(h - 30)) + 0.24 * std::cos(rad(2 * h)) + 0.32 * std::cos(rad(3 * h + 6))
        - 0.20 * std::cos(rad(4 * h - 63));
    const double byLight = light / (1 + 0.015 * l * l / std::sqrt(20 + l * l));
    const double byChroma = chroma / (1 + 0.045 * c);
    const double byHue = hues / (1 + 0.015 * c * t);
    const double rotation = -2 * seventh(c) * std::sin(rad(60 * std::exp(-std::pow((h - 275) / 25, 2))));
    return std::sqrt(byLight * byLight + byChroma * byChroma + byHue * byHue + rotation * byChroma * byHue);
}

double difference(const QColor &left, const QColor &right, ColorVision vision)
{
    return difference(labOf(left, vision), labOf(right, vision));
}

} // namespace islet::test

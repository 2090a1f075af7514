// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/look/contrast.h"

#include <algorithm>
#include <cmath>

namespace islet {

namespace {

//! Relative luminance as WCAG 2.2 defines it.
double luminanceOf(const QColor &color)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

double contrastOf(const QColor &one, const QColor &other)
{
    const auto [darker, lighter] = std::minmax({luminanceOf(one), luminanceOf(other)});
    return (lighter + 0.05) / (darker + 0.05);
}

QColor inkOn(const QColor &ground)
{
    return contrastOf(ground, Qt::white) >= contrastOf(ground, Qt::black) ? QColor(Qt::white) : QColor(Qt::black);
}

} // namespace islet

// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QColor>

namespace islet::test {

//! CIE L*a*b* under D65.
struct Lab {
    double l = 0;
    double a = 0;
    double b = 0;
};
enum class ColorVision { Normal, Protan, Deutan };

//! The contrast ratio of WCAG 2.1, 1 to 21.
double contrast(const QColor &left, const QColor &right);
//! The CIEDE2000 colour difference; 1 is just noticeable side by side.
double difference(const Lab &left, const Lab &right);
//! The same for this type of colour vision (Machado, Oliveira and Fernandes, 2009, severity 1).
double difference(const QColor &left, const QColor &right, ColorVision vision);

} // namespace islet::test

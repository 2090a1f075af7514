// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QTranslator>

namespace islet::test {

//! A pseudo-locale: every translated string is accented, 40 % longer and in brackets. A string without brackets was
//! never passed to tr().
class PseudoLocale : public QTranslator {
    Q_OBJECT

public:
    static constexpr QStringView begin = u"[!!! ";
    static constexpr QStringView end = u" !!!]";

    //! With RightToLeft, each string begins with a right-to-left mark.
    explicit PseudoLocale(Qt::LayoutDirection direction = Qt::LeftToRight)
        : m_direction(direction)
    { }

    //! The pseudo-translation of `source`; keeps "%1", "%n" and "&".
    static QString translated(const QString &source);

    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *source, const char *disambiguation = nullptr,
                      int n = -1) const override;

private:
    Qt::LayoutDirection m_direction;
};

} // namespace islet::test

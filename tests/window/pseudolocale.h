// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QTranslator>

namespace islet::test {

//! A language of nobody: every word that goes through translation is accented, 40 % longer, and stands in brackets.
//! What has no brackets was never given to be translated.
class PseudoLocale : public QTranslator {
    Q_OBJECT

public:
    static constexpr QStringView begin = u"[!!! ";
    static constexpr QStringView end = u" !!!]";

    //! From right to left, each sentence begins as one of such a language does.
    explicit PseudoLocale(Qt::LayoutDirection direction = Qt::LeftToRight)
        : m_direction(direction)
    { }

    //! As it would come out of a file of translations; "%1", "%n" and "&" are left as they are.
    static QString of(const QString &source);

    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *source, const char *disambiguation = nullptr,
                      int n = -1) const override;

private:
    Qt::LayoutDirection m_direction;
};

} // namespace islet::test

// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace islet::bench {

//! The target of a measured number.
struct Target {
    enum class Kind { AtLeast, AtMost };
    Kind kind;
    double value;

    static Target atLeast(double value) { return {Kind::AtLeast, value}; }
    static Target atMost(double value) { return {Kind::AtMost, value}; }
    bool isMetBy(double number) const { return kind == Kind::AtLeast ? number >= value : number <= value; }
};

//! Prints the results: one number per line, with its target and whether that was met.
class Table {
public:
    //! `yardstick`: what Islet is compared with.
    Table(const QString &title, const QString &yardstick)
        : m_title(title)
        , m_yardstick(yardstick)
    { }

    //! Adds both numbers, their ratio, and the target of the ratio.
    void addRatio(const QString &what, double ours, double theirs, int decimals, Target target);
    //! Adds a number with its own target.
    void addValue(const QString &what, double ours, int decimals, Target target);
    //! Adds a number for information only, without `theirs` only ours.
    void addNote(const QString &what, double ours, std::optional<double> theirs, int decimals);

    //! Prints to standard output.
    void print() const;

private:
    struct Row {
        QString what;
        QString ours;
        QString theirs;
        QString ratio;
        QString target;
        QString verdict;
    };

    QString m_title;
    QString m_yardstick;
    QList<Row> m_rows;
};

//! Formats for display: `1,234.5`.
QString spelled(double number, int decimals);
//! Prints the conditions of the measurement to standard output: cores, their load, versions.
void printConditions(const QString &runs);

} // namespace islet::bench

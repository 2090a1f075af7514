// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace islet::bench {

//! What was promised of a number.
struct Target {
    enum class Kind { AtLeast, AtMost };
    Kind kind;
    double value;

    static Target atLeast(double value) { return {Kind::AtLeast, value}; }
    static Target atMost(double value) { return {Kind::AtMost, value}; }
    bool isMetBy(double number) const { return kind == Kind::AtLeast ? number >= value : number <= value; }
};

//! Prints what was measured: a line a number, with its target and whether that was met.
class Table {
public:
    //! `yardstick`: what Islet is compared with.
    Table(const QString &title, const QString &yardstick)
        : m_title(title)
        , m_yardstick(yardstick)
    { }

    //! Both numbers, their ratio, and the ratio's target.
    void addRatio(const QString &what, double ours, double theirs, int decimals, Target target);
    //! A number with a target of its own.
    void addValue(const QString &what, double ours, int decimals, Target target);
    //! For information. Without `theirs`, ours alone.
    void addNote(const QString &what, double ours, std::optional<double> theirs, int decimals);

    //! To standard output.
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

//! `1,234.5`, for people.
QString spelled(double number, int decimals);
//! Says on standard output on what ground the numbers stand: cores, how busy they are, versions.
void printGround(const QString &runs);

} // namespace islet::bench

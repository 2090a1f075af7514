// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "table.h"

#include <QFile>
#include <QLocale>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <thread>

using namespace Qt::StringLiterals;

namespace islet::bench {

namespace {

constexpr int ratioDecimals = 2;
constexpr double maxBusyShare = 0.1; //!< share of all cores

void put(const QString &line)
{
    std::fputs((line + u'\n').toUtf8().constData(), stdout);
}

QString targetText(const Target &target)
{
    const bool isWhole = target.value == static_cast<int>(target.value);
    return (target.kind == Target::Kind::AtLeast ? u">= "_s : u"<= "_s)
        + QString::number(target.value, 'f', isWhole ? 0 : ratioDecimals);
}

//! Fraction of all cores in use, measured for 1 s.
double busyShare()
{
    const auto read = [] {
        QFile file(u"/proc/stat"_s);
        std::pair<double, double> idleAndAll{0, 0};
        if (file.open(QIODevice::ReadOnly)) {
            const QList<QByteArray> fields = file.readLine().simplified().split(' ').sliced(1);
            for (const QByteArray &field : fields)
                idleAndAll.second += field.toDouble();
            idleAndAll.first = fields.value(3).toDouble() + fields.value(4).toDouble(); // idle, waiting for I/O
        }
        return idleAndAll;
    };
    const auto [idleBefore, allBefore] = read();
    std::this_thread::sleep_for(std::chrono::seconds(1));
    const auto [idle, all] = read();
    return all > allBefore ? 1 - (idle - idleBefore) / (all - allBefore) : 0;
}

QString verdict(const Target &target, double number)
{
    return target.isMetBy(number) ? u"met"_s : u"missed"_s;
}

} // namespace

QString spelled(double number, int decimals)
{
    static const QLocale english(QLocale::English);
    return english.toString(number, 'f', decimals);
}

void Table::addRatio(const QString &what, double ours, double theirs, int decimals, Target target)
{
    const double ratio = theirs > 0 ? ours / theirs : 0;
    m_rows.append({what, spelled(ours, decimals), spelled(theirs, decimals), spelled(ratio, ratioDecimals),
                   targetText(target), verdict(target, ratio)});
}

void Table::addValue(const QString &what, double ours, int decimals, Target target)
{
    m_rows.append({what, spelled(ours, decimals), {}, {}, targetText(target), verdict(target, ours)});
}

void Table::addNote(const QString &what, double ours, std::optional<double> theirs, int decimals)
{
    m_rows.append({what, spelled(ours, decimals), theirs ? spelled(*theirs, decimals) : QString(), {}, {}, {}});
}

void Table::print() const
{
    const auto width = [this](QString Row::*cell, const QString &heading) {
        qsizetype widest = heading.size();
        for (const Row &row : m_rows)
            widest = std::max(widest, (row.*cell).size());
        return widest;
    };
    const Row heading{m_title, u"Islet"_s, m_yardstick, u"ratio"_s, u"target"_s, {}};
    const qsizetype what = width(&Row::what, heading.what);
    const qsizetype ours = width(&Row::ours, heading.ours);
    const qsizetype theirs = width(&Row::theirs, heading.theirs);
    const qsizetype ratio = width(&Row::ratio, heading.ratio);
    const qsizetype target = width(&Row::target, heading.target);
    const auto line = [&](const Row &row) {
        const QString text = row.what.leftJustified(what) + u"  "_s + row.ours.rightJustified(ours) + u"  "_s
            + row.theirs.rightJustified(theirs) + u"  "_s + row.ratio.rightJustified(ratio) + u"  "_s
            + row.target.leftJustified(target) + u"  "_s + row.verdict;
        qsizetype end = text.size();
        while (end > 0 && text[end - 1] == u' ')
            --end;
        return text.first(end);
    };
    put({});
    put(line(heading));
    put(QString(line(heading).size() + 8, u'-'));
    for (const Row &row : m_rows)
        put(line(row));
    std::fflush(stdout);
}

void printConditions(const QString &runs)
{
    const double busy = busyShare();
    put(u"%1; %2 cores, %3% busy beforehand; Qt %4; medians"_s.arg(runs)
            .arg(std::thread::hardware_concurrency())
            .arg(100 * busy, 0, 'f', 0)
            .arg(QString::fromLatin1(qVersion())));
    if (busy > maxBusyShare)
        put(u"The machine is busy: CPU times are still meaningful, other times less so."_s);
    std::fflush(stdout);
}

} // namespace islet::bench

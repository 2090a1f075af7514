// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "screen.h"

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace islet::test {

namespace {

bool isNear(QRgb one, QRgb other)
{
    constexpr int tolerance = 6;
    return std::abs(qRed(one) - qRed(other)) <= tolerance && std::abs(qGreen(one) - qGreen(other)) <= tolerance
        && std::abs(qBlue(one) - qBlue(other)) <= tolerance;
}

template<typename Condition> int countWhere(QRect area, Condition condition)
{
    int count = 0;
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x)
            count += condition(x, y) ? 1 : 0;
    }
    return count;
}

} // namespace

bool Screen::start()
{
    // By default it resets when its last client leaves, and refuses a client that connects meanwhile.
    m_server.start(
        u"Xvfb"_s,
        {u"-displayfd"_s, u"1"_s, u"-noreset"_s, u"-screen"_s, u"0"_s, u"1280x800x24"_s, u"-nolisten"_s, u"tcp"_s});
    if (!m_server.waitForStarted() || !m_server.waitForReadyRead(20'000)) {
        m_why = u"Xvfb does not start; run ./dev test, it installs it."_s;
        return false;
    }
    m_display = u":"_s + QString::fromLatin1(m_server.readAllStandardOutput().trimmed());
    if (!act({u"version"_s})) {
        m_why = u"xdotool does not start; run ./dev test, it installs it."_s;
        return false;
    }
    if (picture().isNull()) {
        m_why = u"ImageMagick's import does not start; run ./dev test, it installs it."_s;
        return false;
    }
    return true;
}

Screen::~Screen()
{
    m_server.terminate();
    m_server.waitForFinished();
}

QProcessEnvironment Screen::environment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"DISPLAY"_s, m_display);
    environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
    environment.remove(u"WAYLAND_DISPLAY"_s);
    return environment;
}

QImage Screen::picture()
{
    QProcess import;
    import.setProcessEnvironment(environment());
    import.start(u"import"_s, {u"-window"_s, u"root"_s, u"png:-"_s});
    if (!import.waitForFinished())
        return {};
    return QImage::fromData(import.readAllStandardOutput(), "png").convertToFormat(QImage::Format_RGB32);
}

bool Screen::act(const QStringList &arguments)
{
    QProcess xdotool;
    xdotool.setProcessEnvironment(environment());
    xdotool.start(u"xdotool"_s, arguments);
    return xdotool.waitForFinished() && xdotool.exitStatus() == QProcess::NormalExit && xdotool.exitCode() == 0;
}

bool Screen::click(QPoint where)
{
    return act({u"mousemove"_s, QString::number(where.x()), QString::number(where.y()), u"click"_s, u"1"_s});
}

int countPixels(const QImage &picture, QRect area, QRgb color)
{
    return countWhere(area & picture.rect(), [&](int x, int y) { return isNear(picture.pixel(x, y), color); });
}

int countDifferences(const QImage &one, const QImage &other, QRect area)
{
    return countWhere(area & one.rect() & other.rect(),
                      [&](int x, int y) { return !isNear(one.pixel(x, y), other.pixel(x, y)); });
}

} // namespace islet::test

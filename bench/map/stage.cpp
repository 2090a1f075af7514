// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "stage.h"

#include "app/map/mapitem.h"
#include "people.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickView>

#include <cstdio>
#include <ctime>
#include <memory>

using namespace Qt::StringLiterals;

namespace islet::bench {

namespace {

double cpuMilliseconds()
{
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

//! A window that shows one of the candidates.
class Stage {
public:
    Stage(const QString &kind, int count, double scale)
        : m_people(count, QSizeF(1'160, 680) / scale)
    {
        m_window.resize(1'280, 800);
        m_window.setColor(QColor(0xf7, 0xf5, 0xf0));
        if (kind == "map"_L1)
            addMap(scale);
        else if (kind == "repeater"_L1)
            addRepeater(scale);
        m_window.show();
    }

    QQuickWindow &window() { return m_window; }
    void walk() { m_people.walk(); }
    //! Requests the next frame.
    void next()
    {
        if (m_map)
            m_map->polish();
        if (m_model)
            m_model->refresh();
        m_window.update();
    }

private:
    void addMap(double scale)
    {
        m_map = new MapItem(m_window.contentItem());
        m_map->setSize({1'280, 800});
        m_map->setPaper(m_window.color());
        m_map->setInk(Qt::black);
        m_map->setQuiet(Qt::darkGray);
        m_map->setGrid(Qt::lightGray);
        m_map->setAccent(Qt::darkCyan);
        QFont font;
        font.setPixelSize(11);
        m_map->setFont(font);
        m_map->setPeerScene(&m_people.peerScene());
        constexpr double atFirst = 12;
        m_map->setFollow(false);
        m_map->goToParcel(0, 0);
        m_map->zoomAbout({640, 400}, scale / atFirst);
    }
    void addRepeater(double scale)
    {
        m_model = std::make_unique<PeopleModel>(m_people.peerScene());
        QQmlComponent component(&m_engine, QUrl(u"qrc:/bench/Repeated.qml"_s));
        auto *item = qobject_cast<QQuickItem *>(component.createWithInitialProperties(
            {{u"people"_s, QVariant::fromValue(m_model.get())}, {u"scaling"_s, scale}}));
        if (!item)
            qFatal("%s", qPrintable(component.errorString()));
        item->setParentItem(m_window.contentItem());
        item->setSize({1'280, 800});
    }

    People m_people;
    QQmlEngine m_engine;
    std::unique_ptr<PeopleModel> m_model;
    QQuickWindow m_window;
    MapItem *m_map = nullptr;
};

} // namespace

int runStage(const QStringList &words)
{
    if (words.size() != 4)
        return 2;
    Stage stage(words[0], words[1].toInt(), words[2].toDouble());
    int left = words[3].toInt();
    // Until everyone walks: a person with only one reported position stands still, and costs some candidates hardly
    // anything.
    constexpr qint64 warmUp = 1'000; // ms
    QElapsedTimer begun;
    begun.start();
    QElapsedTimer wall;
    double cpu = 0;
    const auto begin = [&] {
        stage.walk(); // receiving positions is not part of drawing
        wall.start();
        cpu = cpuMilliseconds();
        stage.next();
    };
    QObject::connect(&stage.window(), &QQuickWindow::frameSwapped, qGuiApp, [&] {
        if (wall.isValid() && begun.elapsed() > warmUp) {
            std::printf("frame %.3f %.3f\n", static_cast<double>(wall.nsecsElapsed()) / 1e6, cpuMilliseconds() - cpu);
            if (--left <= 0) {
                std::puts("done");
                std::fflush(stdout);
                QCoreApplication::quit();
                return;
            }
        }
        begin();
    });
    return QGuiApplication::exec();
}

} // namespace islet::bench

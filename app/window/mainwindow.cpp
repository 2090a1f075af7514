// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/window/mainwindow.h"

#include "app/map/mapitem.h"
#include "app/platform/firstframe.h"
#include "app/window/appmodels.h"
#include "app/window/roommodels.h"

#include <QCoreApplication>
#include <QQmlComponent>
#include <QQmlIncubator>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace islet {

namespace {

void report(const QList<QQmlError> &errors)
{
    for (const QQmlError &error : errors)
        std::fputs(qPrintable(error.toString() + u'\n'), stderr);
}

} // namespace

//! Loads MainView, everything around the map, as the second step after the window with the map. It is compiled on the
//! engine's thread while the first frame is drawn, then created piece by piece, so that the window appears early and
//! stays responsive.
class MainWindow::ViewLoader : QQmlIncubator {
public:
    explicit ViewLoader(MainWindow &window)
        : QQmlIncubator(Asynchronous)
        , m_window(window)
        , m_component(&window.m_engine, QUrl(u"qrc:/qt/qml/Islet/Ui/MainView.qml"_s), QQmlComponent::Asynchronous)
    { }

    void load()
    {
        if (m_component.isLoading()) {
            QObject::connect(&m_component, &QQmlComponent::statusChanged, &m_component, [this] { load(); });
            return;
        }
        if (m_component.isError()) {
            fail(m_component.errors());
            return;
        }
        setInitialProperties({
            {u"room"_s, QVariant::fromValue(&m_window.m_room)},
            {u"app"_s, QVariant::fromValue(&m_window.m_app)},
            {u"map"_s, m_window.m_window->property("map")},
            {u"notice"_s, m_window.m_notice},
            {u"parent"_s, m_window.m_window->property("contentItem")}, // popups return the keyboard focus to it
            {u"visible"_s, false}, // until complete
        });
        m_component.create(*this);
    }

private:
    void statusChanged(Status status) override
    {
        if (status == Ready)
            m_window.complete(*object());
        else if (status == Error)
            fail(errors());
    }
    static void fail(const QList<QQmlError> &errors)
    {
        report(errors);
        QCoreApplication::exit(1);
    }

    MainWindow &m_window;
    QQmlComponent m_component;
};

MainWindow::MainWindow(RoomModels &room, AppModels &app)
    : m_room(room)
    , m_app(app)
{
    QObject::connect(m_app.language(), &Language::changed, &m_engine, &QQmlEngine::retranslate);
    m_engine.setNetworkAccessManagerFactory(&m_network);
    // Before Qt 6.5 the engine does not search this path by default.
    m_engine.addImportPath(u"qrc:/qt/qml"_s);
}

MainWindow::~MainWindow() = default;

QQuickWindow *MainWindow::show()
{
    // Two steps: Main.qml is only the window and the map, for an early first frame; ViewLoader adds the rest after it.
    QQmlComponent main(&m_engine, QUrl(u"qrc:/qt/qml/Islet/Ui/Main.qml"_s));
    auto object = std::unique_ptr<QObject>(main.createWithInitialProperties(
        {{u"room"_s, QVariant::fromValue(&m_room)}, {u"app"_s, QVariant::fromValue(&m_app)}}));
    report(main.errors());
    if (!qobject_cast<QQuickWindow *>(object.get()))
        return nullptr;
    m_window.reset(static_cast<QQuickWindow *>(object.release()));
    m_viewLoader = std::make_unique<ViewLoader>(*this);
    m_room.voice()->watch(m_window.get(),
                          [](const QQuickItem &item) { return qobject_cast<const MapItem *>(&item) != nullptr; });
    m_app.windowState()->watch(*m_window);
    m_app.notifications()->watch(*m_window);
    afterFirstFrame(*m_window, [this] { m_viewLoader->load(); });
    return m_window.get();
}

void MainWindow::complete(QObject &mainView)
{
    mainView.setParent(m_window.get());
    m_mainView.reset(qobject_cast<QQuickItem *>(&mainView));
    m_mainView->setVisible(true);
    m_app.tiles()->start();
    if (m_whenComplete)
        std::exchange(m_whenComplete, {})();
}

void MainWindow::whenComplete(std::function<void()> what)
{
    if (isComplete())
        what();
    else
        m_whenComplete = std::move(what);
}

} // namespace islet

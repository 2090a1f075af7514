// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

// A minimal Qt Quick Controls window. Reports when its first frame is on the screen, as islet does when
// ISLET_BENCH_START is set.

#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickWindow>

#include <chrono>
#include <cinttypes>
#include <cstdio>

int main(int argc, char *argv[])
{
    const QGuiApplication app(argc, argv);
    QQmlApplicationEngine engine;
    engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Bare/Bare.qml")));
    auto *window = qobject_cast<QQuickWindow *>(engine.rootObjects().value(0));
    if (!window)
        return 1;
    const auto say = [] {
        const std::chrono::nanoseconds now = std::chrono::steady_clock::now().time_since_epoch();
        std::fprintf(stderr, "first frame %" PRId64 "\n", std::int64_t{now.count()});
    };
    // Runs on the render thread, where there is one: what counts is the frame, not when the main thread learns of it.
    QObject::connect(window, &QQuickWindow::frameSwapped, window, say,
                     static_cast<Qt::ConnectionType>(Qt::DirectConnection | Qt::SingleShotConnection));
    return QGuiApplication::exec();
}

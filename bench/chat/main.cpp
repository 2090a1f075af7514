// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "chat/chatmodel.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQmlComponent>
#include <QQuickItem>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <vector>

using namespace islet;
using namespace Qt::StringLiterals;

namespace {

constexpr int lines = 100'000;
constexpr int frames = 800; // which, at the fastest, end short of the oldest line

double millisecondsOf(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

ChatEntry lineOf(int number)
{
    Address::Bytes who{};
    who.back() = static_cast<std::uint8_t>(number / 3 % 40); // some of them go on
    ChatEntry entry;
    entry.kind = number % 50 == 0 ? chat::Note : chat::Theirs;
    entry.author = Address(who);
    entry.text = u"line %1 "_s.arg(number) + u"and a little more of it "_s.repeated(number % 7);
    if (number % 40 == 1)
        entry.text += u"https://example.org/%1"_s.arg(number);
    entry.received = QDateTime(QDate(2025, 1, 1), QTime(12, 0)).addSecs(number * 60LL);
    return entry;
}

void fill(QSettings &settings, const QString &folder, const Address &me)
{
    ChatHistory history(settings);
    history.setOwner(me, false);
    history.keepIn(folder);
    for (int i = 0; i < lines; ++i)
        history.append(lineOf(i));
}

QQuickItem *showList(QQmlApplicationEngine &engine, QQuickWindow &window, ChatModel &chat)
{
    QQmlComponent component(&engine, QUrl(u"qrc:/qt/qml/Islet/Ui/ChatList.qml"_s));
    auto *list = qobject_cast<QQuickItem *>(component.createWithInitialProperties(
        {{u"chat"_s, QVariant::fromValue(&chat)}, {u"found"_s, -1}, {u"inRoom"_s, true}}));
    if (!list)
        qFatal("%s", qPrintable(component.errorString()));
    list->setParent(&window);
    list->setParentItem(window.contentItem());
    list->setSize(window.size());
    return list;
}

//! One frame after the other, each so many pixels further up, and what each of them took.
std::vector<double> scroll(QQuickWindow &window, QQuickItem &list, double pixels)
{
    std::vector<double> times;
    for (int i = 0; i < frames; ++i) {
        times.push_back(millisecondsOf([&] {
            list.setProperty("contentY", list.property("contentY").toDouble() - pixels);
            QCoreApplication::processEvents();
            window.grabWindow();
        }));
    }
    std::ranges::sort(times);
    return times;
}

//! As a search does, some lines at a time.
void findAll(const ChatHistory &history, const QString &wanted)
{
    qint64 before = history.end();
    while (before > history.first())
        before = history.find(wanted, before, 1'000).before;
}

void report(const char *what, const std::vector<double> &times)
{
    const auto part = [&times](double share) {
        return times[static_cast<std::size_t>(share * double(times.size() - 1))];
    };
    std::printf("%-44s median %6.2f ms, 95th %6.2f ms, longest %6.2f ms: %s\n", what, part(0.5), part(0.95), part(1),
                part(0.95) <= 33 ? "met" : "missed");
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_QUICK_BACKEND", "software");
    QGuiApplication app(argc, argv);
    QQuickStyle::setStyle(u"Basic"_s);
    QTemporaryDir folder;
    QSettings settings(folder.filePath(u"islet.ini"_s), QSettings::IniFormat);
    Address::Bytes bytes{};
    bytes.fill(7);
    const Address me(bytes);
    std::printf("%-44s %6.2f ms\n", "write 100,000 lines",
                millisecondsOf([&] { fill(settings, folder.filePath(u"chat"_s), me); }));

    CommsAdapter adapter;
    const ProfileExchange profiles(adapter, me, {});
    ChatHistory history(settings);
    history.setOwner(me, false);
    history.keepIn(folder.filePath(u"chat"_s));
    ChatModel chat(adapter, me, profiles, history);
    QQmlApplicationEngine engine;
    engine.addImportPath(u"qrc:/qt/qml"_s);
    QQuickWindow window;
    window.resize(320, 600);
    window.show();
    QQuickItem *list = showList(engine, window, chat);
    chat.addNote(u"You came into the room"_s);
    std::printf("%-44s %6.2f ms\n", "open the file and write a line", millisecondsOf([&] { history.write(); }));
    chat.addNote(u"And another"_s);
    std::printf("%-44s %6.2f ms\n", "write another", millisecondsOf([&] { history.write(); }));
    std::printf("%-44s %6.2f ms\n", "find what is nowhere", millisecondsOf([&] { findAll(history, u"nowhere"_s); }));
    std::printf("%-44s %6.2f ms\n", "of that at a stretch, about",
                millisecondsOf([&] { history.find(u"nowhere"_s, history.end(), 1'000); }));
    std::printf("%-44s %6.2f ms\n", "find what is in every line",
                millisecondsOf([&] { history.find(u"line"_s, history.end(), 1'000); }));
    QCoreApplication::processEvents();
    window.grabWindow();
    list->setProperty("atEnd", false);
    report("a frame, a wheel's notch further (60 px)", scroll(window, *list, 60));
    report("a frame, a page further (600 px)", scroll(window, *list, 600));
    report("a frame, 100 lines further (3,000 px)", scroll(window, *list, 3'000));
    int row = -1;
    const double y = list->property("contentY").toDouble() + 300;
    QMetaObject::invokeMethod(list, "indexAt", Q_RETURN_ARG(int, row), Q_ARG(double, 10.0), Q_ARG(double, y));
    std::printf("%-44s %d of %d\n", "which went up to row", row, chat.rowCount());
    return 0;
}

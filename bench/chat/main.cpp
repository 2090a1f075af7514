// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/chat/chatmodel.h"
#include "app/window/commandfinder.h"
#include "base/displaytext.h"
#include "bench/support/numbers.h"
#include "bench/support/table.h"
#include "tests/app/people/peoplefixture.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQmlComponent>
#include <QQuickItem>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QTemporaryDir>

#include <cstdio>
#include <functional>
#include <vector>

using namespace islet;
using namespace Qt::StringLiterals;

namespace {

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
    who.back() = static_cast<std::uint8_t>(number / 3 % 40); // some senders write several lines in a row
    ChatEntry entry;
    entry.kind = number % 50 == 0 ? chat::Note : chat::Theirs;
    entry.author = Address(who);
    entry.text = u"line %1 "_s.arg(number) + u"and a little more of it "_s.repeated(number % 7);
    if (number % 40 == 1)
        entry.text += u"https://example.org/%1"_s.arg(number);
    entry.received = QDateTime(QDate(2025, 1, 1), QTime(12, 0)).addSecs(number * 60LL);
    return entry;
}

void fill(QSettings &settings, const QString &folder, const Address &me, int lines)
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

//! Scrolls by `pixels` per frame; returns how long each frame took.
std::vector<double> scroll(QQuickWindow &window, QQuickItem &list, double pixels, int frames)
{
    std::vector<double> times;
    for (int i = 0; i < frames; ++i) {
        times.push_back(millisecondsOf([&] {
            list.setProperty("contentY", list.property("contentY").toDouble() - pixels);
            QCoreApplication::processEvents();
            window.grabWindow();
        }));
    }
    return times;
}

//! Searches a few lines at a time, as the search field does.
void findAll(const ChatHistory &history, const QString &wanted)
{
    qint64 before = history.end();
    while (before > history.first())
        before = history.find(wanted, before, 1'000).before;
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_QUICK_BACKEND", "software");
    QGuiApplication app(argc, argv);
    const auto effort = bench::Effort::fromArguments(QCoreApplication::arguments());
    const int lines = effort.pick(100'000, 10'000);
    const int frames = effort.pick(800, 60); // at the fastest step, ends before the oldest line
    bench::printConditions(u"one run, only the chat list, rendered in software off screen"_s);
    QQuickStyle::setStyle(u"Basic"_s);
    QTemporaryDir folder;
    QSettings settings(folder.filePath(u"islet.ini"_s), QSettings::IniFormat);
    Address::Bytes bytes{};
    bytes.fill(7);
    const Address me(bytes);
    bench::Table table(u"a chat of %1 lines"_s.arg(lines), {});
    const auto note = [&table](const QString &what, const std::function<void()> &work) {
        table.addNote(what + u", ms"_s, millisecondsOf(work), std::nullopt, 2);
    };
    note(u"write all lines"_s, [&] { fill(settings, folder.filePath(u"chat"_s), me, lines); });

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
    chat.addNote(u"You joined the room"_s);
    note(u"open the file and write one line"_s, [&] { history.write(); });
    chat.addNote(u"And another"_s);
    note(u"write another line"_s, [&] { history.write(); });
    note(u"search all lines for text that does not occur"_s, [&] { findAll(history, u"nowhere"_s); });
    note(u"one step of that search"_s, [&] { history.find(u"nowhere"_s, history.end(), 1'000); });
    note(u"find text that is in every line"_s, [&] { history.find(u"line"_s, history.end(), 1'000); });
    note(u"prepare a message of 1 MB for display"_s, [] { displayText(QString(1'000'000, u'x')); });
    test::PeopleFixture crowd;
    for (int who = 1; who <= 10'000; ++who)
        crowd.room.join(test::numberedAddress(who));
    CommandFinder palette;
    palette.setPeople(&crowd.all);
    note(u"command palette, no match among 10,000 people"_s, [&] { palette.setWanted(u"no such person"_s); });
    QCoreApplication::processEvents();
    window.grabWindow();
    list->setProperty("atEnd", false);
    for (const int pixels : {60, 600, 3'000}) {
        const auto times = scroll(window, *list, pixels, frames);
        const QString what = u"a frame, %1 pixels further up"_s.arg(pixels);
        table.addValue(what + u", 95th percentile, ms"_s, bench::percentile(times, 0.95), 2, bench::Target::atMost(33));
        table.addNote(what + u", longest, ms"_s, bench::percentile(times, 1), std::nullopt, 2);
    }
    table.print();
    return 0;
}

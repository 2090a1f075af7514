// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "windowprobe.h"

#include <QFontMetricsF>
#include <QRegularExpression>
#include <QTcpSocket>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace islet::test {

namespace {

constexpr int mostLines = 20; // of one line of chat
constexpr int plainText = 0; // Text.PlainText is Qt::PlainText
constexpr auto watched = {"chatList"_L1, "chatField"_L1, "peopleList"_L1, "map"_L1};
//! What placeholders may say: our own words.
constexpr auto placeholders = {"name.dcl.eth, https://realm or ws-room:wss://host/rooms/name"_L1,
                               "find"_L1,
                               "write (Enter)"_L1,
                               "write; it is sent when the way is back"_L1,
                               "enter a room to write"_L1,
                               "no name"_L1,
                               "a name for me alone"_L1,
                               "What do you want to do?"_L1};

//! For a sentence: what an item is and, shortened, what it says.
QString described(const QQuickItem &item)
{
    return u"%1 “%2”"_s.arg(QString::fromUtf8(item.metaObject()->className()),
                            item.property("text").toString().left(60));
}

//! The delegates of a list that are there, from top to bottom.
QList<QQuickItem *> rowsOf(const QQuickItem *list, const char *role)
{
    QList<QQuickItem *> rows;
    for (QQuickItem *item : list->property("contentItem").value<QQuickItem *>()->childItems()) {
        if (item->isVisible() && item->property(role).isValid())
            rows.append(item);
    }
    std::ranges::sort(rows, {}, [](const QQuickItem *item) { return item->y(); });
    return rows;
}

QString checkLine(const QQuickItem &row)
{
    const auto *text = row.findChild<QQuickItem *>(u"chatText"_s);
    if (!text)
        return u"A line of chat has no text. "_s;
    const double lineHeight = QFontMetricsF(text->property("font").value<QFont>()).lineSpacing();
    if (text->property("lineCount").toInt() > mostLines || row.height() > 1.5 * lineHeight * (mostLines + 2))
        return u"%1 is %2 pixels high. "_s.arg(described(*text)).arg(row.height());
    if (!text->clip() || text->y() + text->height() > row.height() || text->x() + text->width() > row.width())
        return u"%1 is not kept within its line. "_s.arg(described(*text));
    const auto *bar = row.findChild<QQuickItem *>(u"chatEdge"_s);
    const QRectF beside = bar ? text->mapRectToItem(bar, QRectF({}, text->size())) : QRectF();
    const bool isSomebodys = row.property("kind").toInt() != int(chat::Note) && text->isVisible();
    if (isSomebodys && (!bar || !bar->isVisible() || beside.top() < 0 || beside.bottom() > bar->height()))
        return u"%1 reaches beyond its author's bar. "_s.arg(described(*text));
    return {};
}

QString described(const QRectF &place)
{
    return u"%1 by %2 at %3, %4"_s.arg(place.width()).arg(place.height()).arg(place.x()).arg(place.y());
}

} // namespace

Beacon::Beacon()
{
    connect(this, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *visitor = nextPendingConnection()) {
            ++m_knocks;
            visitor->abort();
            visitor->deleteLater();
        }
    });
    if (!listen(QHostAddress::LocalHost))
        qFatal("no free port on loopback");
}

WindowWatch::WindowWatch(RealWindow &window, const Beacon &beacon)
    : m_window(window)
    , m_beacon(beacon)
{
    for (const QLatin1StringView name : watched)
        m_places.insert(name, window.placeOf(name));
}

QString WindowWatch::complaints() const
{
    // What finds its place with one of the next frames is no harm.
    constexpr int patience = 3'000;
    QString found;
    (void)QTest::qWaitFor([&] { return (found = look()).isEmpty(); }, patience);
    return found;
}

QString WindowWatch::look() const
{
    QCoreApplication::processEvents();
    const QImage picture = m_window.window->grabWindow();
    QCoreApplication::processEvents();
    return (picture.isNull() ? u"The window cannot be drawn. "_s : QString()) + checkNetwork() + checkTexts()
        + checkChatLines() + checkPopups() + checkPlaces();
}

QString WindowWatch::checkNetwork() const
{
    QString found;
    if (m_window.main.network().refusals() > 0)
        found += u"The window asked %1 times for the network. "_s.arg(m_window.main.network().refusals());
    if (m_beacon.knocks() > 0)
        found += u"Somebody knocked %1 times. "_s.arg(m_beacon.knocks());
    return found;
}

QString WindowWatch::checkTexts() const
{
    QString found;
    int texts = 0;
    const QList<QQuickItem *> items = m_window.items();
    QSet<QString> purposes;
    for (const QQuickItem *item : items)
        purposes.insert(item->property("purpose").toString());
    for (const QQuickItem *item : items) {
        if (!item->inherits("QQuickText"))
            continue;
        if (item->inherits("QQuickPlaceholderText")) {
            if (std::ranges::find(placeholders, item->property("text").toString()) == placeholders.end())
                found += u"A placeholder says %1. "_s.arg(described(*item));
            continue;
        }
        ++texts;
        // A hint is Qt's own; it says what its button says it is for.
        const QString says = item->property("text").toString();
        if (item->property("textFormat").toInt() != plainText && !purposes.contains(says))
            found += u"%1 is not plain text. "_s.arg(described(*item));
    }
    if (texts < 20)
        found += u"There are only %1 texts. "_s.arg(texts);
    return found;
}

QString WindowWatch::checkChatLines() const
{
    QString found;
    const QList<QQuickItem *> rows = rowsOf(m_window.item(u"chatList"_s), "line");
    for (qsizetype i = 0; i < rows.size(); ++i) {
        found += checkLine(*rows[i]);
        if (i > 0 && rows[i - 1]->y() + rows[i - 1]->height() > rows[i]->y() + 0.5)
            found += u"Two lines of chat lie over each other: %1 at %2 to %3, %4 at %5. "_s
                         .arg(described(*rows[i - 1]->findChild<QQuickItem *>(u"chatText"_s)))
                         .arg(rows[i - 1]->y())
                         .arg(rows[i - 1]->y() + rows[i - 1]->height())
                         .arg(described(*rows[i]->findChild<QQuickItem *>(u"chatText"_s)))
                         .arg(rows[i]->y());
    }
    if (m_window.main.chat().rowCount() > 0 && rows.isEmpty())
        found += u"No line of chat is to be seen. "_s;
    return found;
}

QString WindowWatch::checkPopups() const
{
    QString found;
    const QRectF window(QPointF(), m_window.window->size());
    for (const QQuickItem *item : m_window.items()) {
        if (!item->isVisible())
            continue;
        const QRectF place = item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
        if (item->inherits("QQuickPopupItem") && !window.contains(place))
            found += u"A popup is at %1, %2 and %3 by %4 large. "_s.arg(place.x())
                         .arg(place.y())
                         .arg(place.width())
                         .arg(place.height());
        static const QRegularExpression shortAddress(uR"re(^0x[0-9a-fA-F]{4}…[0-9a-fA-F]{4}$)re"_s);
        if (item->inherits("QQuickText") && shortAddress.match(item->property("text").toString()).hasMatch()
            && item->property("truncated").toBool())
            found += u"%1 is cut short. "_s.arg(described(*item));
    }
    return found;
}

QString WindowWatch::checkPlaces() const
{
    QString found;
    for (auto place = m_places.cbegin(); place != m_places.cend(); ++place) {
        const QRectF now = m_window.placeOf(place.key());
        if (now != place.value())
            found += u"%1 went from %2 to %3. "_s.arg(place.key(), described(place.value()), described(now));
    }
    return found;
}

} // namespace islet::test

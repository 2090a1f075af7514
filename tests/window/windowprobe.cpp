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

constexpr int maxLines = 20; // per chat line
constexpr int plainText = 0; // Text.PlainText is Qt::PlainText
constexpr auto fixedItems = {"chatList"_L1, "chatField"_L1, "peopleList"_L1, "map"_L1};
//! The texts that placeholders may have.
constexpr auto placeholders = {"name.dcl.eth, https://realm or ws-room:wss://host/rooms/name"_L1,
                               "Search"_L1,
                               "Message everyone"_L1,
                               "Message (sent when reconnected)"_L1,
                               "Join a room to chat"_L1,
                               "No name"_L1,
                               "Private label, e.g. Work"_L1,
                               "What do you want to do?"_L1};

//! For error messages: the type of an item and the beginning of its text.
QString describe(const QQuickItem &item)
{
    return u"%1 “%2”"_s.arg(QString::fromUtf8(item.metaObject()->className()),
                            item.property("text").toString().left(60));
}

//! The visible delegates of a list, from top to bottom.
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
        return u"A chat line has no text. "_s;
    const double lineHeight = QFontMetricsF(text->property("font").value<QFont>()).lineSpacing();
    if (text->property("lineCount").toInt() > maxLines || row.height() > 1.5 * lineHeight * (maxLines + 2))
        return u"%1 is %2 pixels high. "_s.arg(describe(*text)).arg(row.height());
    if (!text->clip() || text->y() + text->height() > row.height() || text->x() + text->width() > row.width())
        return u"%1 leaves its line. "_s.arg(describe(*text));
    const auto *bar = row.findChild<QQuickItem *>(u"chatEdge"_s);
    const QRectF rect = bar ? text->mapRectToItem(bar, QRectF({}, text->size())) : QRectF();
    const bool hasAuthor = row.property("kind").toInt() != int(chat::Note) && text->isVisible();
    if (hasAuthor && (!bar || !bar->isVisible() || rect.top() < 0 || rect.bottom() > bar->height()))
        return u"%1 extends beyond its author's bar. "_s.arg(describe(*text));
    return {};
}

QString describe(const QRectF &place)
{
    return u"%1 by %2 at %3, %4"_s.arg(place.width()).arg(place.height()).arg(place.x()).arg(place.y());
}

} // namespace

TrapServer::TrapServer()
{
    connect(this, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *visitor = nextPendingConnection()) {
            ++m_connectionCount;
            visitor->abort();
            visitor->deleteLater();
        }
    });
    if (!listen(QHostAddress::LocalHost))
        qFatal("no free port on loopback");
}

WindowProbe::WindowProbe(RealWindow &window, const TrapServer &trap)
    : m_window(window)
    , m_trap(trap)
{
    for (const QLatin1StringView name : fixedItems)
        m_positions.insert(name, window.placeOf(name));
}

QString WindowProbe::complaints() const
{
    // Tolerates items that are laid out with one of the next frames.
    constexpr int patience = 3'000;
    QString found;
    (void)QTest::qWaitFor([&] { return (found = inspect()).isEmpty(); }, patience);
    return found;
}

QString WindowProbe::inspect() const
{
    QCoreApplication::processEvents();
    const QImage picture = m_window.window->grabWindow();
    QCoreApplication::processEvents();
    return (picture.isNull() ? u"The window cannot be drawn. "_s : QString()) + checkNetwork() + checkTexts()
        + checkChatLines() + checkPopups() + checkPositions();
}

QString WindowProbe::checkNetwork() const
{
    QString found;
    if (m_window.main.network().refusals() > 0)
        found += u"The window requested the network %1 times. "_s.arg(m_window.main.network().refusals());
    if (m_trap.connectionCount() > 0)
        found += u"Someone connected to the trap server %1 times. "_s.arg(m_trap.connectionCount());
    return found;
}

QString WindowProbe::checkTexts() const
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
                found += u"A placeholder says %1. "_s.arg(describe(*item));
            continue;
        }
        ++texts;
        // A tooltip is Qt's own text item; it shows the purpose of its button.
        const QString says = item->property("text").toString();
        if (item->property("textFormat").toInt() != plainText && !purposes.contains(says))
            found += u"%1 is not plain text. "_s.arg(describe(*item));
    }
    if (texts < 20)
        found += u"There are only %1 texts. "_s.arg(texts);
    return found;
}

QString WindowProbe::checkChatLines() const
{
    QString found;
    const QList<QQuickItem *> rows = rowsOf(m_window.item(u"chatList"_s), "line");
    for (qsizetype i = 0; i < rows.size(); ++i) {
        found += checkLine(*rows[i]);
        if (i > 0 && rows[i - 1]->y() + rows[i - 1]->height() > rows[i]->y() + 0.5)
            found += u"Two chat lines overlap: %1 at %2 to %3, %4 at %5. "_s
                         .arg(describe(*rows[i - 1]->findChild<QQuickItem *>(u"chatText"_s)))
                         .arg(rows[i - 1]->y())
                         .arg(rows[i - 1]->y() + rows[i - 1]->height())
                         .arg(describe(*rows[i]->findChild<QQuickItem *>(u"chatText"_s)))
                         .arg(rows[i]->y());
    }
    if (m_window.models.chat()->rowCount() > 0 && rows.isEmpty())
        found += u"No chat line is visible. "_s;
    return found;
}

QString WindowProbe::checkPopups() const
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
            found += u"%1 is truncated. "_s.arg(describe(*item));
    }
    return found;
}

QString WindowProbe::checkPositions() const
{
    QString found;
    for (auto place = m_positions.cbegin(); place != m_positions.cend(); ++place) {
        const QRectF now = m_window.placeOf(place.key());
        if (now != place.value())
            found += u"%1 moved from %2 to %3. "_s.arg(place.key(), describe(place.value()), describe(now));
    }
    return found;
}

} // namespace islet::test

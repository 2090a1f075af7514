// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "textprobe.h"

#include "protocol/placement.h"
#include "tests/support/fakeroom.h"

#include <QAccessible>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace islet::test {

namespace {

//! Whether the text is the same in every language; each alternative says why.
bool isLanguageNeutral(const QString &words)
{
    static const QRegularExpression neutral(
        u"^(?:[^\\p{L}]*" // numbers and symbols
        "|\\p{L}{1,2}" // a key, or initials on a disc
        "|(?:(?:Ctrl|Shift|Alt|F[0-9]+|Home|End|Esc|Return|Enter|Space|Tab|Del|Up|Down|Left|Right)[+ ]?)+.?" // keys
        "|[^ ]*0x[0-9a-fA-F]{4,}[^ ]*( .*)?" // an address, with a name before or after it
        "|[a-z-]+:[^ ]*|[a-z0-9.-]+\\.(?:org|eth|com)[^ ]*" // a place
        "|Islet|WebSocket|English|Español)$"_s); // proper names, and languages by their own names
    return neutral.match(words).hasMatch();
}

bool isSeen(const QQuickItem *item)
{
    if (!item->isVisible() || item->width() <= 0 || item->height() <= 0)
        return false;
    for (; item; item = item->parentItem()) {
        if (item->opacity() == 0)
            return false;
    }
    return true;
}

const QQuickItem *ancestor(const QQuickItem *item, const char *className)
{
    for (item = item->parentItem(); item; item = item->parentItem()) {
        if (item->inherits(className))
            return item;
    }
    return nullptr;
}

QString describe(const QQuickItem &item)
{
    QString where;
    for (const QQuickItem *above = item.parentItem(); above; above = above->parentItem()) {
        if (!above->objectName().isEmpty()) {
            where = above->objectName();
            break;
        }
    }
    return u"%1 in %2 \"%3\""_s.arg(item.objectName(), where, item.property("text").toString().left(60));
}

} // namespace

TextProbe::TextProbe(QSize size, Qt::LayoutDirection direction)
    : m_locale(direction)
{
    QCoreApplication::installTranslator(&m_locale); // overrides the translator that the window installed
    if (!show() || !QTest::qWaitForWindowActive(window))
        qFatal("no window");
    window->resize(size);
    if (!QTest::qWaitFor([&] { return window->contentItem()->size() == QSizeF(size); }))
        qFatal("the window cannot be resized");
    window->grabWindow();
}

void TextProbe::fill()
{
    enterRoom();
    emit client.session().stepCompleted({StepCode::Resolved, {u"offline:"_s}});
    for (int n = 1; n <= 5; ++n) {
        emit room.peerJoined(numberedAddress(n));
        room.hear(numberedAddress(n), rfc4::positionOf({{8 + static_cast<float>(n), 0, 8}, 0, {}}, 1));
    }
    models.people()->peers()->measure();
    models.people()->order()->renew();
    room.hear(numberedAddress(1), rfc4::Chat{u"[!!! good evening !!!]"_s, 1});
    models.chat()->send(u"[!!! good evening to you too !!!]"_s);
    window->grabWindow();
}

bool TextProbe::waitUntilSeen(const QString &name) const
{
    return QTest::qWaitFor([&] {
        window->grabWindow();
        const QQuickItem *found = item(name);
        return found && islet::test::isSeen(found);
    });
}

bool TextProbe::waitUntilHidden(const QString &name) const
{
    return QTest::qWaitFor([&] { return !RealWindow::isSeen(name); });
}

QString TextProbe::checkWords(const QQuickItem &text) const
{
    const QString words = text.property("text").toString();
    return words.contains(PseudoLocale::begin) || isLanguageNeutral(words)
        ? QString()
        : u"not translated: %1\n"_s.arg(describe(text));
}

QString TextProbe::checkLayout(const QQuickItem &text) const
{
    QString found;
    if (ancestor(&text, "QQuickAbstractButton") && text.property("truncated").toBool())
        found += u"truncated: %1\n"_s.arg(describe(text));
    const bool fits =
        text.property("elide").toInt() != Qt::ElideNone || text.property("contentWidth").toDouble() <= text.width() + 1;
    if (!fits && text.inherits("QQuickText"))
        found += u"%1 wide in %2: %3\n"_s.arg(text.property("contentWidth").toDouble())
                     .arg(text.width())
                     .arg(describe(text));
    const QRectF place = text.mapRectToScene(text.boundingRect());
    const bool scrolls = ancestor(&text, "QQuickFlickable");
    const QRectF whole(0, 0, window->width(), window->height());
    if (place.left() < -1 || place.right() > whole.right() + 1
        || (!scrolls && (place.top() < -1 || place.bottom() > whole.bottom() + 1)))
        found += u"outside the window, from %1 to %2: %3\n"_s.arg(place.left()).arg(place.right()).arg(describe(text));
    return found;
}

//! Checks the accessible name and description.
QString TextProbe::checkName(QQuickItem &item) const
{
    const QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(&item);
    if (!accessible || item.inherits("QQuickText"))
        return {};
    QString found;
    for (const QAccessible::Text kind : {QAccessible::Name, QAccessible::Description}) {
        const QString words = accessible->text(kind);
        if (!words.contains(PseudoLocale::begin) && !isLanguageNeutral(words))
            found += u"accessible text not translated: \"%1\", %2\n"_s.arg(words.left(60), describe(item));
    }
    return found;
}

QString TextProbe::complaints() const
{
    window->grabWindow();
    QString found;
    int texts = 0;
    const QList<QQuickItem *> all = items();
    for (QQuickItem *item : all) {
        if (!islet::test::isSeen(item))
            continue;
        found += checkName(*item);
        const bool isText = item->inherits("QQuickText");
        if (!isText || item->property("text").toString().trimmed().isEmpty())
            continue;
        ++texts;
        found += checkWords(*item) + checkLayout(*item);
    }
    return texts < 10 ? u"There are only %1 texts.\n"_s.arg(texts) + found : found;
}

} // namespace islet::test

// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/session/recentplaces.h"

#include "base/displaytext.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace islet {

namespace {

constexpr auto key = "places"_L1;
constexpr auto plainKey = "network/allowsPlain"_L1;

//! `host` or `host:port`.
QString hostOf(const QUrl &url)
{
    constexpr qsizetype maxLength = 64;
    // In ASCII, because lookalike letters of another script would make it another server's name.
    QString host = url.host(QUrl::FullyEncoded);
    if (host.size() > maxLength)
        host = u'…' + host.last(maxLength); // the end shows who owns the host
    if (host.contains(u':'))
        host = u'[' + host + u']';
    return url.port() < 0 ? host : host + u':' + QString::number(url.port());
}

QString serverNameOf(const QUrl &url)
{
    constexpr qsizetype maxPathLength = 64;
    static const QRegularExpression room(u"^/rooms/([A-Za-z0-9_-]{1,40})/?$"_s);
    static const QRegularExpression end(u"(?:/about)?/*$"_s);
    const QString path = url.path(QUrl::FullyEncoded);
    if (const auto match = room.match(path); match.hasMatch())
        return RecentPlaces::tr("%1 at %2", "a room and its server").arg(match.captured(1), hostOf(url));
    return hostOf(url) + displayText(QString(path).remove(end), maxPathLength);
}

} // namespace

QString RecentPlaces::nameOf(const ConnectionString &place) const
{
    if (place.isName())
        return displayText(place.parameters());
    if (const auto url = m_protocols.serverUrl(place))
        return serverNameOf(*url);
    if (place.protocol() == "simulator"_L1)
        return tr("a simulated room");
    if (place.protocol() == "offline"_L1)
        return tr("an offline room");
    return displayText(m_protocols.display(place));
}

//! Whether `place` is a valid address without secrets.
bool RecentPlaces::isSafeToKeep(const QString &place) const
{
    const auto parsed = ConnectionString::fromTyped(place);
    return parsed && m_protocols.display(*parsed) == place;
}

RecentPlaces::RecentPlaces(QSettings &settings, TransportRegistry protocols)
    : m_settings(settings)
    , m_protocols(std::move(protocols))
{
    // Anyone may have edited the file: skips invalid addresses and those with secrets.
    const QStringList kept = settings.value(key).toStringList();
    for (const QString &place : kept) {
        if (m_places.size() < maxPlaces && isSafeToKeep(place))
            m_places.append(place);
    }
}

bool RecentPlaces::remember(const ConnectionString &place)
{
    const QString text = m_protocols.display(place);
    const auto again = ConnectionString::fromTyped(text);
    if (!again || *again != place || m_places.value(0) == text)
        return false;
    m_places.removeAll(text);
    m_places.prepend(text);
    m_places.resize(qMin(m_places.size(), maxPlaces));
    m_settings.setValue(key, m_places);
    return true;
}

void RecentPlaces::forget()
{
    m_places.clear();
    m_settings.remove(key);
}

bool RecentPlaces::isPlainAllowed() const
{
    return m_settings.value(plainKey, false).toBool();
}

void RecentPlaces::setPlainAllowed(bool allowed)
{
    m_settings.setValue(plainKey, allowed);
}

} // namespace islet

// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "comms/connectionstring.h"

#include "base/quoted.h"
#include "base/sentence.h"
#include "net/networkpolicy.h"

#include <QRegularExpression>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace islet {

namespace {

bool isAsciiLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool isProtocolName(QStringView name)
{
    return !name.isEmpty() && isAsciiLetter(name.front())
        && std::ranges::all_of(name, [](QChar c) { return isAsciiLetter(c) || (c >= u'0' && c <= u'9') || c == u'-'; });
}

tl::unexpected<Error> invalid(const QString &sentence)
{
    return failure(ErrorCode::InvalidConnectionString, sentence);
}

bool beginsWith(QStringView text, QStringView scheme)
{
    return text.startsWith(scheme, Qt::CaseInsensitive);
}

//! See ConnectionString::withoutSecretsExcept(). `harmless` holds the names of query items.
QString redacted(QString text, const QStringList &harmless = {})
{
    static const QRegularExpression userInfo(u"^([^/?#]*://)?[^/?#]*@"_s);
    const QString exception = harmless.isEmpty() ? QString() : u"(?!(?:%1)=)"_s.arg(harmless.join(u'|'));
    const QRegularExpression item(u"([?&#]%1(?:[^=&#]*=)?)[^&#]+"_s.arg(exception));
    return text.replace(userInfo, u"\\1…@"_s).replace(item, u"\\1…"_s);
}

//! `peer.example.org/path`, `localhost`, `myserver:8000`: never valid connection strings.
bool isHost(const QString &text)
{
    static const QRegularExpression host(
        uR"re(^(?:localhost|[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+|\[[0-9a-f:.]+\])(?::\d{1,5})?(?:[/?#]\S*)?$)re"_s,
        QRegularExpression::CaseInsensitiveOption);
    // A protocol of ours is not followed by a number alone.
    static const QRegularExpression port(uR"re(^[a-z][a-z0-9-]*:\d{1,5}(?:[/?#]\S*)?$)re"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    return host.match(text).hasMatch() || port.match(text).hasMatch();
}

bool isEthName(const QString &text)
{
    static const QRegularExpression name(u"^[a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.eth$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    return name.match(text).hasMatch();
}

bool hasHost(const QUrl &url)
{
    constexpr qsizetype maxHostLength = 253; // RFC 1035
    return url.isValid() && !url.host().isEmpty() && url.host(QUrl::FullyEncoded).size() <= maxHostLength;
}

//! The realm that a link to another explorer names: `decentraland://?realm=...`, or a jump link of its web site. Such a
//! link without a realm leads to the main one. nullopt for any other text.
std::optional<QString> realmOfJumpLink(const QString &text)
{
    const QUrl url(text);
    const bool isSite =
        url.scheme() == "https"_L1 && (url.host() == "decentraland.org"_L1 || url.host() == "play.decentraland.org"_L1);
    const bool isJump = isSite && (url.path().startsWith("/jump"_L1) || url.path().startsWith("/play"_L1));
    if (url.scheme() != "decentraland"_L1 && !isJump && !(isSite && url.host().startsWith("play."_L1)))
        return std::nullopt;
    const QString realm = QUrlQuery(url).queryItemValue(u"realm"_s, QUrl::FullyDecoded);
    return realm.isEmpty() ? u"main"_s : realm;
}

//! A world's name or `main`, as it is looked up; nullopt for any other text.
std::optional<QString> realmName(QString text)
{
    if (text.compare("main"_L1, Qt::CaseInsensitive) == 0)
        return u"main"_s;
    while (text.endsWith(u'/'))
        text.chop(1);
    return isEthName(text) ? std::optional(text) : std::nullopt;
}

//! Validates a URL to be requested over HTTP.
Expected<QUrl> webUrl(const QString &text, const QString &shown)
{
    // Normalized as in every web client: the path we sign must equal the path the server sees.
    const QUrl url = QUrl(text, QUrl::StrictMode).adjusted(QUrl::NormalizePathSegments);
    const bool isWeb = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    if (!isWeb || !hasHost(url)) {
        return invalid(
            Sentence::tr("%1 isn't a realm or login address: enter a host and path, such as https://peer.example.org.")
                .arg(quoted(shown)));
    }
    if (!url.userInfo().isEmpty())
        return invalid(
            Sentence::tr("The address can't contain a user name or password. Remove the part before the @."));
    return url;
}

} // namespace

Expected<ConnectionString> ConnectionString::parse(QStringView text)
{
    const QString example = Sentence::tr("for example ws-room:wss://host/rooms/name");
    if (text.isEmpty())
        return invalid(Sentence::tr("The connection string is empty. Use protocol:address, %1.").arg(example));
    if (text.size() > maxLength) {
        return invalid(Sentence::tr("The address is too long: it has %1 characters (the limit is %2).")
                           .arg(text.size())
                           .arg(maxLength));
    }
    if (text == "offline"_L1)
        return ConnectionString(text.toString(), QString());
    const qsizetype colon = text.indexOf(u':');
    const QString shown = quoted(redacted(text.toString()));
    if (colon < 0) {
        return invalid(Sentence::tr("%1 isn't a connection string: it has no colon. Use protocol:address, %2.")
                           .arg(shown, example));
    }
    const QStringView protocol = text.first(colon);
    if (!isProtocolName(protocol)) {
        return invalid(
            Sentence::tr("%1 isn't a connection string: %2, before the colon, isn't a protocol name (a letter, "
                         "then letters, digits and dashes).")
                .arg(shown, quoted(redacted(protocol.toString()))));
    }
    return ConnectionString(protocol.toString(), text.sliced(colon + 1).toString());
}

Expected<ConnectionString> ConnectionString::fromTyped(QStringView text)
{
    const QStringView trimmed = text.trimmed();
    if (trimmed.size() <= maxLength) {
        if (beginsWith(trimmed, linkScheme) && !beginsWith(trimmed.sliced(linkScheme.size()), linkScheme))
            return fromLink(trimmed);
        if (const auto realm = realmOfJumpLink(trimmed.toString()); realm && !realmOfJumpLink(*realm))
            return fromTyped(*realm);
        if (const auto realm = realmName(trimmed.toString()))
            return parse(u"realm:"_s + *realm);
    }
    if (beginsWith(trimmed, u"ws://") || beginsWith(trimmed, u"wss://"))
        return parse(u"ws-room:"_s + trimmed.toString());
    if (beginsWith(trimmed, u"http://") || beginsWith(trimmed, u"https://") || isHost(trimmed.toString()))
        return parse(u"realm:"_s + trimmed.toString());
    auto where = fromAdapter(trimmed);
    if (where || trimmed.size() > maxLength)
        return where;
    // Grammar errors are meant for realm operators, not for users.
    const QString what =
        Sentence::tr("Enter a world name (name.dcl.eth), a realm (https://...) or a room (ws-room:wss://...).");
    if (trimmed.isEmpty())
        return invalid(Sentence::tr("The address is empty. %1").arg(what));
    return invalid(Sentence::tr("There is no room named %1. %2").arg(quoted(redacted(trimmed.toString())), what));
}

Expected<ConnectionString> ConnectionString::fromLink(QStringView link)
{
    if (!beginsWith(link, linkScheme) || link.size() > 3 * maxLength) {
        return invalid(Sentence::tr("%1 isn't a room link. A room link is dcl-comms: followed by an address.")
                           .arg(quoted(redacted(link.left(maxLength).toString()))));
    }
    QStringView rest = link.sliced(linkScheme.size());
    if (rest.startsWith(u"//"))
        rest = rest.sliced(2);
    const bool isEncoded = beginsWith(rest, u"ws-room%3a") || rest.contains(u"%3a%2f%2f", Qt::CaseInsensitive);
    return fromTyped(isEncoded ? QUrl::fromPercentEncoding(rest.toUtf8()) : rest.toString());
}

Expected<ConnectionString> ConnectionString::fromAdapter(QStringView text)
{
    constexpr QStringView fixed = u"fixed-adapter:";
    constexpr QStringView archipelago = u"archipelago:";
    while (text.startsWith(fixed))
        text = text.sliced(fixed.size());
    if (text.startsWith(archipelago) && text.sliced(archipelago.size()).startsWith(archipelago))
        text = text.sliced(archipelago.size());
    return parse(text);
}

QString ConnectionString::toString() const
{
    return m_protocol + u':' + m_parameters;
}

QString ConnectionString::withoutSecretsExcept(const QStringList &harmless) const
{
    return m_protocol + u':' + redacted(m_parameters, harmless);
}

Expected<QUrl> ConnectionString::webSocketUrl() const
{
    // ADR-180 and the web client: no scheme means wss.
    const bool hasScheme = beginsWith(m_parameters, u"ws://") || beginsWith(m_parameters, u"wss://");
    if (!hasScheme && m_parameters.contains("://"_L1)) {
        return invalid(
            Sentence::tr("%1 isn't a room address: it must begin with ws:// or wss://.").arg(quoted(withoutSecrets())));
    }
    const QUrl url(hasScheme ? m_parameters : u"wss://"_s + m_parameters, QUrl::StrictMode);
    if (!hasHost(url)) {
        return invalid(Sentence::tr("%1 isn't a room address: enter a host and path, such as wss://host/rooms/name.")
                           .arg(quoted(withoutSecrets())));
    }
    if (!url.userInfo().isEmpty())
        return invalid(
            Sentence::tr("A room address can't contain a user name or password. Remove the part before the @."));
    return url;
}

bool ConnectionString::isName() const
{
    return m_protocol == "realm"_L1 && isEthName(m_parameters);
}

Expected<QUrl> ConnectionString::aboutUrl() const
{
    // Where worlds' names are resolved (ADR-144).
    if (isName())
        return QUrl(u"https://worlds-content-server.decentraland.org/world/%1/about"_s.arg(m_parameters.toLower()));
    if (m_parameters == "main"_L1)
        return QUrl(u"https://realm-provider.decentraland.org/main/about"_s);
    QString text = m_parameters;
    if (!text.contains("://"_L1))
        text = (isLoopback(QUrl(u"http://"_s + text)) ? u"http://"_s : u"https://"_s) + text;
    return webUrl(text, redacted(m_parameters)).map([](QUrl url) {
        QString path = url.path(QUrl::FullyEncoded);
        while (path.endsWith(u'/'))
            path.chop(1);
        if (!path.endsWith("/about"_L1))
            path += "/about"_L1;
        url.setPath(path, QUrl::StrictMode);
        url.setFragment({});
        return url;
    });
}

Expected<QUrl> ConnectionString::loginUrl() const
{
    return webUrl(m_parameters, withoutSecrets());
}

} // namespace islet
